use std::ops::Range;

use musnad_lexicon::{Item, Lexicon};
use musnad_model::{Claim, PloverType, Report, Span};
use musnad_text::{Document, Vocabulary};

use crate::attribution::{Carry, attributions};
use crate::casualties::{Material, figures, govern, triggers_of_nouns};
use crate::claims::{Draft, SentenceMaterial, drafts, plover_of};
use crate::entities::entities;
use crate::events::{Lost, Surroundings, triggers};
use crate::explain::Explanation;
use crate::numbers::{NumberMention, numbers};
use crate::places::{PlaceMention, places};
use crate::publication::dated;
use crate::review::review;
use crate::time::{TimeMention, times};
use crate::words::{WordInfo, Words};

/// After so many word forms the cache is emptied between two reports, so that memory stays bounded
/// over an archive.
const LARGEST_CACHE: usize = 400_000;

/// Codes reports, one after the other. It keeps a cache of word forms, so one `Coder` is to be used
/// for many reports; each thread has its own.
pub struct Coder<'a> {
    lexicon: &'a Lexicon,
    vocabulary: Vocabulary,
    infos: Vec<WordInfo>,
    version: String,
}

/// Something violent or a figure that ended in no claim, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where it stands.
    pub span: Span,
    /// Why it was not coded.
    pub reason: String,
}

/// What was read from a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coded {
    /// The claims, in the order of their triggers.
    pub claims: Vec<Claim>,
    /// What was not read.
    pub leftovers: Vec<Leftover>,
}

impl<'a> Coder<'a> {
    /// A coder that knows `lexicon`.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Coder {
            lexicon,
            vocabulary: Vocabulary::default(),
            infos: Vec::new(),
            version: format!("{}+lexicon.{}", env!("CARGO_PKG_VERSION"), lexicon.hash()),
        }
    }

    /// Codes one report.
    pub fn code(&mut self, report: &Report) -> Coded {
        let doc = self.read(report);
        let words = Words::new(&doc, self.lexicon, &self.vocabulary, &self.infos)
            .in_country(report.country.as_deref());
        let dated = dated(&words, report);
        code_document(&words, &dated, &self.version, None)
    }

    /// Codes one report and tells how it was read.
    pub fn explain(&mut self, report: &Report) -> Explanation {
        let doc = self.read(report);
        let words = Words::new(&doc, self.lexicon, &self.vocabulary, &self.infos)
            .in_country(report.country.as_deref());
        let mut explanation = Explanation::of_words(&words);
        let dated = dated(&words, report);
        let coded = code_document(&words, &dated, &self.version, Some(&mut explanation));
        explanation.add_claims(coded.claims, coded.leftovers);
        explanation
    }

    /// Splits the text and looks up the word forms that are new.
    pub(crate) fn read(&mut self, report: &Report) -> Document {
        if self.vocabulary.len() > LARGEST_CACHE {
            self.vocabulary.clear();
            self.infos.clear();
        }
        let doc = Document::read(
            report.text.clone(),
            &self.lexicon.furniture,
            &mut self.vocabulary,
        );
        for at in self.infos.len()..self.vocabulary.len() {
            if let Some(word) = self.vocabulary.word_at(at) {
                self.infos.push(WordInfo::new(self.lexicon, word));
            }
        }
        doc
    }
}

fn code_document(
    words: &Words,
    report: &Report,
    version: &str,
    mut trace: Option<&mut Explanation>,
) -> Coded {
    let numbers = numbers(words);
    let times = times(words, &numbers, report.published_date);
    let time_tokens: Vec<Range<usize>> = times.iter().map(|time| time.tokens.clone()).collect();
    let places = places(words, &time_tokens, report.country.as_deref());
    let outlet = report
        .outlet
        .as_deref()
        .map(musnad_text::fold)
        .unwrap_or_default();
    if let Some(trace) = trace.as_deref_mut() {
        trace.add_mentions(&numbers, &times, &places);
    }
    let mut carry = Carry::default();
    let mut all: Vec<Draft> = Vec::new();
    let mut leftovers = Vec::new();
    for sentence in &words.doc.sentences {
        let tokens = sentence.tokens.clone();
        let mut lost = Vec::new();
        let material = sentence_material(
            words, tokens, &numbers, &times, &places, &outlet, &mut carry, &mut lost,
        );
        let drafts = drafts(words, &material, report, version, &mut lost);
        leave_over(words, &material, &drafts, &lost, &mut leftovers);
        if let Some(trace) = trace.as_deref_mut() {
            trace.add_sentence(
                words,
                &material.entities,
                &material.attributions,
                &material.figures,
                &lost,
            );
        }
        all.extend(drafts);
    }
    let claims = review(all, &times, &mut leftovers);
    Coded { claims, leftovers }
}

#[expect(clippy::too_many_arguments, reason = "the stages before it, each once")]
fn sentence_material<'d>(
    words: &Words,
    tokens: Range<usize>,
    numbers: &[NumberMention],
    times: &'d [TimeMention],
    places: &'d [PlaceMention],
    outlet: &str,
    carry: &mut Carry,
    lost: &mut Vec<Lost>,
) -> SentenceMaterial<'d> {
    let inside = |range: &Range<usize>| range.start >= tokens.start && range.start < tokens.end;
    let times: Vec<&TimeMention> = times.iter().filter(|time| inside(&time.tokens)).collect();
    let places: Vec<&PlaceMention> = places
        .iter()
        .filter(|place| inside(&place.tokens))
        .collect();
    let time_tokens: Vec<Range<usize>> = times.iter().map(|time| time.tokens.clone()).collect();
    let place_tokens: Vec<Range<usize>> = places.iter().map(|place| place.tokens.clone()).collect();
    let taken = |at: usize| {
        time_tokens
            .iter()
            .chain(&place_tokens)
            .any(|range| range.contains(&at))
    };
    let entities = entities(words, tokens.clone(), taken);
    let attributions = attributions(words, &entities, tokens.clone(), outlet, carry);
    let number_tokens: Vec<Range<usize>> = numbers
        .iter()
        .filter(|number| inside(&number.tokens))
        .map(|number| number.tokens.clone())
        .collect();
    let around = Surroundings {
        entities: &entities,
        places: &place_tokens,
        times: &time_tokens,
        numbers: &number_tokens,
    };
    let mut triggers = triggers(words, tokens.clone(), &around, lost);
    let both: Vec<Range<usize>> = time_tokens.iter().chain(&place_tokens).cloned().collect();
    let material = Material {
        entities: &entities,
        numbers,
        taken: &both,
    };
    let mut figures = figures(words, &tokens, &material);
    let ungoverned = figures.clone();
    govern(words, &tokens, &material, &mut figures, &triggers);
    let nouns = triggers_of_nouns(words, &tokens, &figures);
    if !nouns.is_empty() {
        triggers.extend(nouns);
        triggers.sort_by_key(|trigger| trigger.head);
        figures = ungoverned;
        govern(words, &tokens, &material, &mut figures, &triggers);
    }
    SentenceMaterial {
        sentence: tokens,
        entities,
        places,
        times,
        figures,
        triggers,
        attributions,
    }
}

/// What of the sentence ended in no claim: violent triggers that do not count, figures without an event.
fn leave_over(
    words: &Words,
    material: &SentenceMaterial,
    drafts: &[Draft],
    lost: &[Lost],
    leftovers: &mut Vec<Leftover>,
) {
    for lost in lost {
        let violent = plover_of(words, lost.event) == Some(PloverType::Assault);
        let used = drafts
            .iter()
            .any(|draft| draft.claim.trigger.span.overlaps(lost.span));
        let told = leftovers
            .iter()
            .any(|known| known.span == lost.span && known.reason == lost.reason);
        if violent && !used && !told {
            leftovers.push(Leftover {
                span: lost.span,
                reason: lost.reason.clone(),
            });
        }
    }
    for figure in &material.figures {
        let coded = drafts.iter().any(|draft| {
            draft
                .claim
                .casualties
                .iter()
                .any(|casualty| casualty.at.span.overlaps(figure.span))
        });
        let beside = figure.tokens.clone().any(|at| {
            words
                .hit(at, |item| matches!(item, Item::Casualty(_)))
                .is_some()
        });
        if !coded && figure.counted && (beside || figure.effect.is_some()) {
            let reason = if figure.effect.is_none() {
                "no event tells what happened to them"
            } else {
                "its event was not coded"
            };
            leftovers.push(Leftover {
                span: figure.span,
                reason: reason.to_owned(),
            });
        }
    }
}
