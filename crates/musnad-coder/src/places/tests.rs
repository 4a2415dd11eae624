use std::sync::OnceLock;

use musnad_lexicon::Lexicon;
use musnad_text::{Document, Vocabulary};

use super::{PlaceMention, places};
use crate::words::{WordInfo, Words};

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| musnad_data::lexicon().expect("the data compile"))
}

/// Reads `text` and hands over its words and places.
pub(super) fn with_places(text: &str, country: Option<&str>, look: impl FnOnce(&Words, &[PlaceMention])) {
    let lexicon = lexicon();
    let mut vocabulary = Vocabulary::default();
    let doc = Document::read(text.to_owned(), &lexicon.furniture, &mut vocabulary);
    let infos: Vec<WordInfo> = (0..vocabulary.len())
        .map(|at| WordInfo::new(lexicon, vocabulary.word_at(at).unwrap_or_default()))
        .collect();
    let words = Words::new(&doc, lexicon, &vocabulary, &infos);
    look(&words, &places(&words, &[], country));
}

/// The mentions of a sentence as «span = id», with `~` for a parent's point and `?` for none.
#[track_caller]
fn check(country: &str, text: &str, expected: &str) {
    with_places(text, Some(country), |_, mentions| {
        let shown: Vec<String> = mentions
            .iter()
            .map(|mention| {
                let point = match (mention.place.via, mention.place.lat) {
                    (_, None) => "?",
                    (musnad_model::Via::Parent, Some(_)) => "~",
                    (musnad_model::Via::Anaphor, Some(_)) => "^",
                    (_, Some(_)) => "",
                };
                format!("{}{point}", mention.place.at.text)
            })
            .collect();
        assert_eq!(shown.join(" | "), expected);
    });
}

#[test]
fn a_head_word_of_towns_stays_outside_the_span() {
    check("SY", "قصفت الطائرات بلدة هجين مساء", "هجين");
    check("SY", "دخل الجنود مدينة الرقة", "الرقة");
}

#[test]
fn debug_one() {
    for text in std::env::var("DBG").unwrap_or_default().split('|') {
        with_places(text, Some("SY"), |words, mentions| {
            for at in 0..words.doc.tokens.len() {
                eprintln!("{} {:?} keys {:?}", words.word(at), words.hits(at), words.info(at).place_keys);
            }
            for mention in mentions { eprintln!("{mention:?}"); }
        });
    }
}
