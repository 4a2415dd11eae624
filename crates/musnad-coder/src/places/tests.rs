use std::sync::OnceLock;

use musnad_lexicon::{Gazetteer, Lexicon};
use musnad_text::{Document, Vocabulary};

use super::{Introduction, PlaceMention, most_specific, places};
use crate::words::{WordInfo, Words};

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| musnad_data::lexicon().expect("the data compile"))
}

/// Reads `text` and hands over its words and places.
pub(super) fn with_places(
    text: &str,
    country: Option<&str>,
    look: impl FnOnce(&Words, &[PlaceMention]),
) {
    let lexicon = lexicon();
    let mut vocabulary = Vocabulary::default();
    let doc = Document::read(text.to_owned(), &lexicon.furniture, &mut vocabulary);
    let infos: Vec<WordInfo> = (0..vocabulary.len())
        .map(|at| WordInfo::new(lexicon, vocabulary.word_at(at).unwrap_or_default()))
        .collect();
    let words = Words::new(&doc, lexicon, &vocabulary, &infos);
    look(&words, &places(&words, &[], country));
}

/// The mentions of a sentence: `~` where the point is a parent's, `^` an antecedent's, `?` where there is
/// none.
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

/// The English name of the one mention over `over`.
#[track_caller]
fn check_meaning(country: &str, text: &str, over: &str, expected: &str) {
    with_places(text, Some(country), |_, mentions| {
        let mention = mentions
            .iter()
            .find(|mention| mention.place.at.text == over);
        let name = mention.map(|mention| {
            let name = mention
                .place
                .name
                .as_ref()
                .map_or("", |name| name.en.as_str());
            let division = mention.place.admin.first().map_or("", String::as_str);
            format!("{name}, {division}, {:?}", mention.kind.unwrap())
        });
        let seen: Vec<&str> = mentions
            .iter()
            .map(|mention| mention.place.at.text.as_str())
            .collect();
        assert_eq!(name.as_deref(), Some(expected), "{seen:?}");
    });
}

#[track_caller]
fn check_introduction(text: &str, expected: Introduction) {
    with_places(text, Some("SY"), |_, mentions| {
        assert_eq!(mentions[0].introduced_by, expected);
    });
}

#[test]
fn a_head_word_of_towns_stays_outside_the_span() {
    check("SY", "قصفت الطائرات بلدة هجين مساء", "هجين");
    check("SY", "دخل الجنود مدينة الرقة", "الرقة");
}

#[test]
fn other_head_words_belong_to_the_span() {
    check("YE", "انتشرت القوات في محافظة تعز", "محافظة تعز");
    check(
        "SY",
        "سقطت قذائف على أطراف مدينة جسر الشغور",
        "أطراف مدينة جسر الشغور",
    );
    check("SY", "اشتباكات في ريف حمص الشرقي", "ريف حمص الشرقي");
    check(
        "SY",
        "مظاهرة في الريف الحلبي الشمالي",
        "الريف الحلبي الشمالي",
    );
}

#[test]
fn nested_places_are_several_mentions() {
    check(
        "SY",
        "احترق مخيم الدوماني في بلدة ترمانين بريف إدلب",
        "مخيم الدوماني~ | ترمانين | ريف إدلب",
    );
    check(
        "SY",
        "عثر على لغم في مسجد الفردوس بمدينة هجين",
        "مسجد الفردوس~ | هجين",
    );
}

#[test]
fn a_plural_head_word_has_several_names() {
    check(
        "SY",
        "قصف طال قريتي زردنا وكفرحايا بريف إدلب",
        "زردنا | كفرحايا~ | ريف إدلب",
    );
    check("IQ", "غارات على مدينتي الموصل والرمادي", "الموصل | الرمادي");
}

#[test]
fn brackets_tell_kind_and_division() {
    check(
        "SY",
        "استهدف القصف الكتف (منطقة في البوكمال)",
        "الكتف~ | البوكمال",
    );
    check(
        "SY",
        "استهدف القصف البانوراما (حي جنوبي الرقة)",
        "البانوراما~ | حي جنوبي الرقة~",
    );
}

#[test]
fn wide_areas_have_no_point() {
    check("SY", "غارات على شمال غرب سوريا", "شمال غرب سوريا?");
    check("SY", "دخل الرتل الأراضي السورية", "الأراضي السورية?");
    check("LY", "اشتباكات في جنوب البلاد", "جنوب البلاد?");
    check("LY", "هدوء في المنطقة الوسطى", "المنطقة الوسطى?");
}

#[test]
fn short_words_stand_for_the_last_place_of_their_kind() {
    check(
        "SY",
        "دخلت القوات مدينة منبج. وانسحب المسلحون من المدينة",
        "منبج | المدينة^",
    );
    check(
        "SY",
        "قصف على بلدة سرمدا في ريف إدلب. ونزح سكان البلدة",
        "سرمدا | ريف إدلب | البلدة^",
    );
    check("SY", "عقد الاجتماع في المدينة", "");
}

#[test]
fn names_of_institutions_and_persons_are_no_places() {
    check("SY", "أعلن مجلس دير الزور العسكري بدء الحملة", "");
    check("SY", "صرح محافظ حلب للصحفيين", "");
    check("YE", "قال علي صالح إنه باق", "");
    check("SY", "وصل وفد جامعة الدول العربية", "");
}

#[test]
fn descriptions_are_no_names() {
    check("SY", "سيطروا على قرية حدودية ومنطقة سكنية", "");
    check("SY", "انفجرت عبوة قرب حاجز طيار", "");
    check("SY", "دمرت فرقة مدفعية", "");
}

#[test]
fn the_stated_division_decides_between_places_of_one_name() {
    check_meaning(
        "SY",
        "قصف على بلدة البصيرة بريف دير الزور",
        "البصيرة",
        "Al Buşayrah, Deir ez-Zor, Town",
    );
    check_meaning(
        "SY",
        "معارك في ريف دير الزور",
        "ريف دير الزور",
        "Deir ez-Zor, , Province",
    );
    check_meaning(
        "SY",
        "معارك في مدينة دير الزور",
        "دير الزور",
        "Deir ez-Zor, Deir ez-Zor, City",
    );
}

#[test]
fn distance_and_bearing_give_the_point() {
    with_places(
        "قتل ثلاثة في جديدة الشط (30 كلم شمال غرب بعقوبة)",
        Some("IQ"),
        |_, mentions| {
            let point = mentions[0].place.lat.zip(mentions[0].place.lon).unwrap();
            assert!(
                Gazetteer::metres(point, (33.94, 44.41)) < 15_000.0,
                "{:?}",
                mentions[0]
            );
        },
    );
}

#[test]
fn precision_is_honest() {
    let precision = |text: &str, at: usize| {
        let mut out = (0, 0);
        with_places(text, Some("SY"), |_, mentions| {
            let precision = mentions[at].place.precision;
            out = (precision.acled, precision.ucdp);
        });
        out
    };
    assert_eq!(precision("انفجار في بلدة هجين", 0), (1, 1));
    assert_eq!(precision("انفجار في ريف حمص", 0), (3, 4));
    assert_eq!(precision("انفجار في مسجد الفردوس ببلدة هجين", 0), (2, 2));
    assert_eq!(precision("انفجار في سوريا", 0), (3, 6));
}

#[test]
fn the_word_before_ties_a_place_to_its_sentence() {
    check_introduction("انفجار في حلب", Introduction::In);
    check_introduction("انفجار بمدينة حلب", Introduction::In);
    check_introduction("قصف على حلب", Introduction::On);
    check_introduction("وصل الوفد إلى حلب", Introduction::To);
    check_introduction("خرج الوفد من حلب", Introduction::From);
    check_introduction("انفجار قرب حلب", Introduction::Near);
    check_introduction("انفجار بالقرب من حلب", Introduction::Near);
    check_introduction("بدأ قصف حلب", Introduction::Of);
}

#[test]
fn the_most_specific_of_nested_places_is_the_point() {
    with_places(
        "احترق مخيم الدوماني في بلدة ترمانين بريف إدلب",
        Some("SY"),
        |_, mentions| {
            let all: Vec<&PlaceMention> = mentions.iter().rev().collect();
            assert_eq!(most_specific(&all), 2);
        },
    );
}

#[test]
fn times_are_no_places() {
    let lexicon = lexicon();
    let mut vocabulary = Vocabulary::default();
    let doc = Document::read(
        "وقع الهجوم في نيسان".to_owned(),
        &lexicon.furniture,
        &mut vocabulary,
    );
    let infos: Vec<WordInfo> = (0..vocabulary.len())
        .map(|at| WordInfo::new(lexicon, vocabulary.word_at(at).unwrap_or_default()))
        .collect();
    let words = Words::new(&doc, lexicon, &vocabulary, &infos);
    assert!(places(&words, std::slice::from_ref(&(2..4)), Some("SY")).is_empty());
}
