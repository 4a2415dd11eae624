use std::sync::OnceLock;

use musnad_lexicon::Lexicon;
use musnad_text::{Document, Vocabulary};

use super::*;
use crate::words::WordInfo;

/// Calls `read` with the words of `text`, looked up in the real data.
pub(crate) fn with_words<T>(text: &str, read: impl FnOnce(&Words) -> T) -> T {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    let lexicon = LEXICON.get_or_init(|| musnad_data::lexicon().unwrap());
    let mut vocabulary = Vocabulary::default();
    let doc = Document::read(text.to_owned(), &lexicon.furniture, &mut vocabulary);
    let infos: Vec<WordInfo> = (0..vocabulary.len())
        .filter_map(|at| vocabulary.word_at(at))
        .map(|word| WordInfo::new(lexicon, word))
        .collect();
    read(&Words::new(&doc, lexicon, &vocabulary, &infos))
}

/// `expected` is `text: min..max bound` for each number, `_` for an open end.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = with_words(text, |words| {
        numbers(words)
            .iter()
            .map(|number| {
                let side = |n: Option<u64>| n.map_or("_".to_owned(), |n| n.to_string());
                let about = if number.approximate { " about" } else { "" };
                format!(
                    "{}: {}..{}{about}",
                    words.doc.words(number.span),
                    side(number.min),
                    side(number.max)
                )
            })
            .collect::<Vec<_>>()
    });
    assert_eq!(found, expected, "{text}");
}

#[test]
fn digits_are_numbers() {
    check("قتل 28 جنديا و١٢ مسلحا", &["28: 28..28", "١٢: 12..12"]);
    check("فر 1,700 ساكن من البلدة", &["1,700: 1700..1700"]);
    check("وصول الـ30 أسيرا", &["الـ30: 30..30"]);
}

#[test]
fn thousands_and_millions_multiply_digits() {
    check("نزح 3 آلاف ساكن", &["3 آلاف: 3000..3000"]);
    check("نزح 12 ألفا أمس", &["12 ألفا: 12000..12000"]);
    check("نزح 2.5 مليون إنسان", &["2.5 مليون: 2500000..2500000"]);
    check("نزح 3 آلاف و200 إنسان", &["3 آلاف و200: 3200..3200"]);
}

#[test]
fn numerals_in_words_are_read_in_every_gender_and_case() {
    check("قتل ثلاثة جنود وأربع نساء", &["ثلاثة: 3..3", "أربع: 4..4"]);
    check("أصيب خمسة وعشرون حارسا", &["خمسة وعشرون: 25..25"]);
    check("أصيبت خمس وعشرين فتاة", &["خمس وعشرين: 25..25"]);
    check("اعتقلوا ستة عشر طالبا", &["ستة عشر: 16..16"]);
    check("اعتقلوا اثنتي عشرة طالبة", &["اثنتي عشرة: 12..12"]);
    check("قتل مئة وثلاثة حراس", &["مئة وثلاثة: 103..103"]);
    check(
        "قتل مائة وخمسة وعشرون حارسا",
        &["مائة وخمسة وعشرون: 125..125"],
    );
    check(
        "نزح من القرية ألفين وخمسمئة ساكن",
        &["ألفين وخمسمئة: 2500..2500"],
    );
    check(
        "فر خمسة عشر ألفا ومئتا ساكن",
        &["خمسة عشر ألفا ومئتا: 15200..15200"],
    );
    check("وصل مئة ألف نازح", &["مئة ألف: 100000..100000"]);
    check("أحد وعشرون حارسا", &["أحد وعشرون: 21..21"]);
}

#[test]
fn one_thousand_and_two_thousand_are_told_apart() {
    check("فر ألفا ساكن", &["ألفا: 2000..2000"]);
    check("اعتقلوا ألفا وخمسمئة ساكن", &["ألفا وخمسمئة: 1500..1500"]);
    check("أحصوا ألفاً من السكان", &["ألفاً: 1000..1000"]);
}

#[test]
fn attached_prefixes_stay_outside() {
    check("قتل مدني وثلاثة جنود", &["ثلاثة: 3..3"]);
    check(
        "تقدر الخسائر بنحو عشرين قذيفة",
        &["نحو عشرين: 20..20 about"],
    );
}

#[test]
fn bounds_before_the_number() {
    check("قتل أكثر من عشرة", &["أكثر من عشرة: 10.._"]);
    check("إصابة ما لا يقل عن 7 حراس", &["ما لا يقل عن 7: 7.._"]);
    check("قتل نحو 20 حارسا", &["نحو 20: 20..20 about"]);
    check("وصل ما يصل إلى 30 حارسا", &["ما يصل إلى 30: _..30"]);
    check("وصل حتى 30 حارسا", &["حتى 30: _..30"]);
    check("قتل أقل من 10 حراس", &["أقل من 10: _..10"]);
}

#[test]
fn bounds_after_the_number() {
    check("ارتفع عدد القتلى إلى 9 على الأقل", &["9 على الأقل: 9.._"]);
    check("قتل 9 تقريبا", &["9 تقريبا: 9..9 about"]);
    check(
        "سقط 30 قتيلا على الأقل ومئة جريح",
        &["30: 30..30", "مئة: 100..100"],
    );
    let behind_noun = with_words("قتل تسعة حراس على الأقل", |words| {
        bound_after(words, 3)
    });
    assert_eq!(behind_noun, Some((Bound::AtLeast, 3..5)));
}

#[test]
fn two_numbers_make_a_range() {
    check("قتل ما بين 5 و7 حراس", &["ما بين 5 و7: 5..7"]);
    check("قتل من 5 إلى 7 حراس", &["من 5 إلى 7: 5..7"]);
    check("قتل بين خمسة وعشرة حراس", &["بين خمسة وعشرة: 5..10"]);
    check("قتل بين خمسة وعشرين حارسا", &["بين خمسة وعشرين: 5..20"]);
    check("نزح بين 5 و7 آلاف ساكن", &["بين 5 و7 آلاف: 5000..7000"]);
    check("قتل 5-7 حراس", &["5-7: 5..7"]);
    check("قتل خمسة أو ستة حراس", &["خمسة أو ستة: 5..6"]);
}

#[test]
fn a_toll_that_rose_is_no_range() {
    check("ارتفعت الحصيلة من 5 إلى 7 قتلى", &["5: 5..5", "7: 7..7"]);
}

#[test]
fn vague_words_have_no_number() {
    check("قتل عشرات المدنيين", &["عشرات: _.._"]);
    check("إصابة العشرات بجروح", &["العشرات: _.._"]);
    check("اعتقل عددا من الشبان", &["عددا من: _.._"]);
    check("نزح عشرات الآلاف من السكان", &["عشرات الآلاف: _.._"]);
    check("اعتقل العديد من الشبان", &["العديد من: _.._"]);
    check("بلغ عدد القتلى خمسة", &["خمسة: 5..5"]);
    check("سقط آلاف الضحايا", &["آلاف: _.._"]);
    check("وبعدها انسحبوا من البلدة", &[]);
}

#[test]
fn one_of_several_is_one() {
    check("قتل أحد الحراس", &["أحد: 1..1"]);
    check("قتلت إحدى الممرضات", &["إحدى: 1..1"]);
    check("لم يصب أحد في الحادث", &[]);
    check("قتل أحدهم", &["أحدهم: 1..1"]);
}

#[test]
fn shares_and_measures_with_a_point_are_no_counts() {
    check("تضرر 50% من البيوت", &[]);
    check("تضرر 30 في المئة من البيوت", &[]);
    check("على بعد 2.5 كيلومتر", &[]);
    check("انتخب الثاني في القائمة", &[]);
}

#[test]
fn days_and_dates_are_no_ranges() {
    check("وصل الاثنين إلى المدينة", &[]);
    check(
        "في 2021-11-24 صباحا",
        &["2021: 2021..2021", "11: 11..11", "24: 24..24"],
    );
}
