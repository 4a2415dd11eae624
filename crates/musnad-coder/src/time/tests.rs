use jiff::civil::{Date, date};
use musnad_model::{DoubtKind, PartOfDay, TimeUnit};

use super::*;
use crate::numbers::numbers;
use crate::numbers::tests::with_words;

fn read(text: &str, published: Option<Date>) -> Vec<(String, TimeMention)> {
    with_words(text, |words| {
        times(words, &numbers(words), published)
            .into_iter()
            .map(|time| (words.doc.words(time.span).to_owned(), time))
            .collect()
    })
}

fn show(text: &str, time: &TimeMention) -> String {
    let side = |day: Option<Date>| day.map_or("_".to_owned(), |day| day.to_string());
    match (time.earliest, time.latest) {
        (Some(first), Some(last)) if first == last => format!("{text}: {first}"),
        (first, last) => format!("{text}: {}..{}", side(first), side(last)),
    }
}

/// Published on Sunday 9 December 2018; `expected` is `text: day` or `text: first..last`, `_` for open.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = read(text, Some(date(2018, 12, 9)))
        .iter()
        .map(|(words, time)| show(words, time))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[track_caller]
fn check_doubt(text: &str, published: Date, kind: DoubtKind, readings: &[&str]) {
    let found = read(text, Some(published));
    let doubt = found.iter().find_map(|(_, time)| time.doubt.clone());
    let doubt = doubt.unwrap_or_else(|| panic!("no doubt in {text}: {found:?}"));
    assert_eq!(
        (doubt.kind, doubt.readings),
        (kind, readings.iter().map(ToString::to_string).collect())
    );
}

#[test]
fn days_are_counted_from_publication() {
    check("قصفت الطائرة البلدة أمس", &["أمس: 2018-12-08"]);
    check("وصلت القافلة اليوم", &["اليوم: 2018-12-09"]);
    check("وصلت القافلة أول أمس", &["أول أمس: 2018-12-07"]);
    check("وصلت القافلة يوم أمس", &["يوم أمس: 2018-12-08"]);
    check("وصلت القافلة فجر أمس", &["فجر أمس: 2018-12-08"]);
    check("وصلت القافلة اليوم (الأحد)", &["اليوم (الأحد): 2018-12-09"]);
    check(
        "وصلت القافلة ظهر اليوم الأحد إلى حلب",
        &["ظهر اليوم الأحد: 2018-12-09"],
    );
    check(
        "وصلت بعد منتصف ليلة أمس السبت",
        &["بعد منتصف ليلة أمس السبت: 2018-12-08"],
    );
}

#[test]
fn a_bare_weekday_is_the_last_one() {
    check("وصلت القافلة السبت", &["السبت: 2018-12-08"]);
    check("وصلت القافلة الأحد", &["الأحد: 2018-12-09"]);
    check("وصلت القافلة يوم الاثنين", &["يوم الاثنين: 2018-12-03"]);
    check("وصلت القافلة مساء الثلاثاء", &["مساء الثلاثاء: 2018-12-04"]);
    check("وصلت القافلة الأحد الماضي", &["الأحد الماضي: 2018-12-02"]);
    check("تصل القافلة الجمعة المقبل", &["الجمعة المقبل: 2018-12-14"]);
    check(
        "وصلت ليل السبت الأحد",
        &["ليل السبت الأحد: 2018-12-08..2018-12-09"],
    );
    check(
        "وصلت ليل السبت - الأحد",
        &["ليل السبت - الأحد: 2018-12-08..2018-12-09"],
    );
    check(
        "توقفوا يومي الثلاثاء والخميس",
        &["يومي الثلاثاء والخميس: 2018-12-04..2018-12-06"],
    );
    check("وصلت يوم الاثنين 5 آذار", &["يوم الاثنين 5 آذار: 2018-03-05"]);
    check(
        "وصلت الخميس من الأسبوع الماضي",
        &["الخميس من الأسبوع الماضي: 2018-12-06"],
    );
}

#[test]
fn attached_prefixes_stay_outside() {
    check("وفجر الخميس وصلت القافلة", &["فجر الخميس: 2018-12-06"]);
    check("والسبت وصلت القافلة", &["السبت: 2018-12-08"]);
}

#[test]
fn a_day_of_a_month_is_the_last_one() {
    check(
        "بدأ يوم 4 تشرين الأول الفائت",
        &["يوم 4 تشرين الأول الفائت: 2018-10-04"],
    );
    check("بدأ في 27 تموز", &["27 تموز: 2018-07-27"]);
    check(
        "بدأ في 27 يوليو (تموز) الماضي",
        &["27 يوليو (تموز) الماضي: 2018-07-27"],
    );
    check(
        "بدأ في ٥ كانون الأول/ ديسمبر الجاري",
        &["٥ كانون الأول/ ديسمبر الجاري: 2018-12-05"],
    );
    check(
        "بدأ في الخامس والعشرين من أيار",
        &["الخامس والعشرين من أيار: 2018-05-25"],
    );
    check("بدأ في الأول من مايو", &["الأول من مايو: 2018-05-01"]);
    check(
        "بدأ في الـ3 من الشهر الجاري",
        &["الـ3 من الشهر الجاري: 2018-12-03"],
    );
    check(
        "بدأ يوم 5 من شهر آذار عام 2016",
        &["يوم 5 من شهر آذار عام 2016: 2016-03-05"],
    );
    check(
        "يبدأ في 10 كانون الثاني المقبل",
        &["10 كانون الثاني المقبل: 2019-01-10"],
    );
    check(
        "توقف يومي 5 و6 آذار",
        &["يومي 5 و6 آذار: 2018-03-05..2018-03-06"],
    );
    check("بدأ في 29 شباط", &["29 شباط: 2016-02-29"]);
}

#[test]
fn months_are_intervals() {
    check(
        "بدأ في تشرين الثاني من العام الماضي",
        &["تشرين الثاني من العام الماضي: 2017-11-01..2017-11-30"],
    );
    check(
        "بدأ في حزيران 2019",
        &["حزيران 2019: 2019-06-01..2019-06-30"],
    );
    check(
        "بدأ في نيسان - أبريل",
        &["نيسان - أبريل: 2018-04-01..2018-04-30"],
    );
    check(
        "بدأ في كانون الأول - ديسمبر 2013",
        &["كانون الأول - ديسمبر 2013: 2013-12-01..2013-12-31"],
    );
    check(
        "بدأ في 24 تشرين ثاني/نوفمبر",
        &["24 تشرين ثاني/نوفمبر: 2018-11-24"],
    );
    check(
        "بدأ الشهر الماضي",
        &["الشهر الماضي: 2018-11-01..2018-11-30"],
    );
    check("بدأ هذا العام", &["هذا العام: 2018-01-01..2018-12-31"]);
    check("بدأ عام 2011", &["عام 2011: 2011-01-01..2011-12-31"]);
    check("بدأ في 2018.", &["2018: 2018-01-01..2018-12-31"]);
}

#[test]
fn an_edge_is_too_vague_for_days() {
    check("حكموا عليه مطلع الشهر الجاري", &["مطلع الشهر الجاري: _.._"]);
    check("بدأ أواخر آذار", &["أواخر آذار: _.._"]);
    check(
        "قتل خمسة منذ بداية الشهر",
        &["منذ بداية الشهر: 2018-12-01..2018-12-09"],
    );
    check(
        "يحاصرونها منذ نهاية شهر آذار/مارس",
        &["منذ نهاية شهر آذار/مارس: _.._"],
    );
}

#[test]
fn dates_in_digits() {
    check("وصلت بتاريخ 24/11/2016", &["24/11/2016: 2016-11-24"]);
    check("وصلت بتاريخ 2016-11-24", &["2016-11-24: 2016-11-24"]);
    check("وصلت بتاريخ 1436/10/1", &["1436/10/1: 2015-07-18"]);
    check("وصلت يوم 24/11 إلى حلب", &["يوم 24/11: 2018-11-24"]);
}

#[test]
fn hours_belong_to_a_day() {
    check(
        "وقع الانفجار عند الساعة 01:26",
        &["الساعة 01:26: 2018-12-09"],
    );
    check(
        "وصلت أمس. وقع الانفجار الساعة 6:32 مساء",
        &["أمس: 2018-12-08", "الساعة 6:32 مساء: 2018-12-08"],
    );
    check(
        "وقع الساعة الخامسة من فجر السبت",
        &["الساعة الخامسة من فجر السبت: 2018-12-08"],
    );
    check(
        "استمروا حتى الساعة السادسة",
        &["حتى الساعة السادسة: _..2018-12-09"],
    );
    check(
        "يبدأ الساعة الحادية عشرة وتسع وخمسين دقيقة مساء",
        &["الساعة الحادية عشرة وتسع وخمسين دقيقة مساء: 2018-12-09"],
    );
    let (_, time) = read("وقع الساعة 6:32 مساء", Some(date(2018, 12, 9))).remove(0);
    assert_eq!(
        (time.hour, time.part_of_day),
        (Some(18), Some(PartOfDay::Evening))
    );
}

#[test]
fn a_part_of_the_day_alone_is_the_day_of_publication() {
    check("اقتحموا البيت فجرا وخربوه", &["فجرا: 2018-12-09"]);
    check(
        "رصدوا في ساعات الصباح الأولى حركة",
        &["ساعات الصباح الأولى: 2018-12-09"],
    );
    check("ظهر الرجل في تسجيل", &[]);
    check("سيطر تحالف فجر ليبيا على المطار", &[]);
}

#[test]
fn days_ago() {
    check("فر قبل أربعة أيام", &["قبل أربعة أيام: 2018-12-05"]);
    check("فر قبل يومين", &["قبل يومين: 2018-12-07"]);
    check(
        "فر قبل أكثر من أسبوعين إلى البلدة",
        &["قبل أكثر من أسبوعين: _.._"],
    );
    check("أخلوه قبل نحو شهر", &["قبل نحو شهر: _.._"]);
    check("هددهم قبل أيام قليلة", &["قبل أيام قليلة: _.._"]);
    check("وقع قبل يوم من الاقتراع", &[]);
}

#[test]
fn periods_end_on_publication_or_where_they_say() {
    check(
        "مقطوعة منذ ثلاثة أيام",
        &["منذ ثلاثة أيام: 2018-12-06..2018-12-09"],
    );
    check(
        "قتل 820 منذ الـ10 من أيلول الماضي",
        &["منذ الـ10 من أيلول الماضي: 2018-09-10..2018-12-09"],
    );
    check(
        "قتلوا منذ مساء الـ3 من الشهر الجاري حتى يوم أمس وجرح 9 خلال الفترة ذاتها",
        &[
            "منذ مساء الـ3 من الشهر الجاري حتى يوم أمس: 2018-12-03..2018-12-08",
            "خلال الفترة ذاتها: 2018-12-03..2018-12-08",
        ],
    );
    check(
        "غارات من ليلة الخميس ولغاية أمس السبت",
        &["من ليلة الخميس ولغاية أمس السبت: 2018-12-06..2018-12-08"],
    );
    check("الحرب الجارية منذ 19 شهرا", &["منذ 19 شهرا: _.._"]);
    check(
        "يحكم منذ عام 2011",
        &["منذ عام 2011: 2011-01-01..2018-12-09"],
    );
    check("يقصفونها منذ سنوات", &["منذ سنوات: _.._"]);
}

#[test]
fn spans_of_the_past() {
    check(
        "قتل خمسة خلال الـ24 ساعة الماضية",
        &["خلال الـ24 ساعة الماضية: 2018-12-08..2018-12-09"],
    );
    check(
        "قتل خمسة خلال الأيام الثلاثة الماضية",
        &["خلال الأيام الثلاثة الماضية: 2018-12-06..2018-12-09"],
    );
    check(
        "قتل خمسة خلال الساعات الأربع والعشرين الأخيرة",
        &["خلال الساعات الأربع والعشرين الأخيرة: 2018-12-08..2018-12-09"],
    );
    check(
        "وخلال الأشهر الماضية قصفوا البلدة",
        &["خلال الأشهر الماضية: _.._"],
    );
    check("قصفوا البلدة خلال شهر واحد", &["خلال شهر واحد: _.._"]);
    check("اعتقلوهم في الساعات الأخيرة", &["في الساعات الأخيرة: _.._"]);
    check(
        "دعموهم على مدى العقد الماضي",
        &["على مدى العقد الماضي: _.._"],
    );
    check("اشتبكوا لأكثر من عشرين يوما", &["أكثر من عشرين يوما: _.._"]);
}

#[test]
fn names_and_idioms_are_no_dates() {
    check("المدينة في أمس الحاجة إلى الدواء", &[]);
    check("احتفلوا في اليوم العالمي للمرأة", &[]);
    check("قال نواب جبهة 14 آذار", &[]);
    check("انفجرت عبوة في حي الخميس", &[]);
    check("انفجرت عبوة في سوق الأحد", &[]);
    check("قتل أحد الحراس", &[]);
    check("مارس الضابط ضغوطا على رمضان", &[]);
}

#[test]
fn an_explicit_month_beats_the_current_one() {
    check(
        "قتلوا في 13 تشرين الأول الجاري",
        &["13 تشرين الأول الجاري: 2018-10-13"],
    );
    let readings = ["2018-10-13", "2018-12-13"];
    check_doubt(
        "قتلوا في 13 تشرين الأول الجاري",
        date(2018, 12, 9),
        DoubtKind::DateContradiction,
        &readings,
    );
    let readings = ["2018-12-05", "2017-12-05"];
    check_doubt(
        "قتلوا في 5 ديسمبر الماضي",
        date(2018, 12, 9),
        DoubtKind::DateContradiction,
        &readings,
    );
    let readings = ["2018-12-06", "2018-12-08"];
    check_doubt(
        "قتلوا أمس الخميس",
        date(2018, 12, 9),
        DoubtKind::DateContradiction,
        &readings,
    );
}

#[test]
fn a_date_after_publication_is_kept_and_doubted() {
    check_doubt(
        "قتلوا في 20 آذار 2019",
        date(2018, 12, 9),
        DoubtKind::DateAfterPublication,
        &["2019-03-20"],
    );
    check_doubt(
        "قتلوا في 27 ديسمبر الجاري",
        date(2018, 12, 9),
        DoubtKind::DateAfterPublication,
        &["2018-12-27"],
    );
}

#[test]
fn hijri_dates_are_converted() {
    check("بدأ في 10 شوال 1436 هـ", &["10 شوال 1436 هـ: 2015-07-27"]);
    check(
        "بدأ يوم الأحد 10 شوال 1436 هـ",
        &["يوم الأحد 10 شوال 1436 هـ: 2015-07-26"],
    );
    check("بدأ في الأول من رمضان", &["الأول من رمضان: 2018-05-16"]);
}

#[test]
fn without_publication_a_date_is_relative() {
    let relative = |text: &str| {
        let (_, time) = read(text, None).remove(0);
        assert_eq!((time.earliest, time.latest), (None, None));
        time.relative
            .map(|relative| (relative.unit, relative.offset))
    };
    assert_eq!(relative("وصلت القافلة أمس"), Some((TimeUnit::Day, -1)));
    assert_eq!(
        relative("وصلت القافلة قبل أربعة أيام"),
        Some((TimeUnit::Day, -4))
    );
    assert_eq!(
        relative("وصلت القافلة الشهر الماضي"),
        Some((TimeUnit::Month, -1))
    );
    assert_eq!(relative("وصلت القافلة السبت"), None);
    let (_, time) = read("وصلت في 5 آذار 2016", None).remove(0);
    assert_eq!(time.earliest, Some(date(2016, 3, 5)));
}

const MONTHS: [&[&str]; 12] = [
    &[
        "كانون الثاني",
        "كانون ثاني",
        "يناير",
        "جانفي",
        "كانون الثاني/ يناير",
    ],
    &["شباط", "فبراير", "فيفري", "شباط/فبراير"],
    &["آذار", "مارس", "أذار", "مارس (آذار)"],
    &["نيسان", "أبريل", "أفريل", "إبريل"],
    &["أيار", "مايو", "ماي", "ايار"],
    &["حزيران", "يونيو", "جوان", "يونيو (حزيران)"],
    &["تموز", "يوليو", "جويلية", "يوليوز"],
    &["آب", "أغسطس", "أوت", "غشت", "أغشت"],
    &["أيلول", "سبتمبر", "شتنبر", "شتمبر"],
    &["تشرين الأول", "تشرين أول", "أكتوبر", "تشرين الأول - أكتوبر"],
    &[
        "تشرين الثاني",
        "تشرين ثاني",
        "نوفمبر",
        "نونبر",
        "تشرين الثاني/نوفمبر",
    ],
    &["كانون الأول", "كانون أول", "ديسمبر", "دجنبر", "دجمبر"],
];

const LENGTHS: [i32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// `(year, month, day)` compared as numbers: arithmetic of its own, without the calendar under test.
fn expected_year(month: i32, day: Option<i32>, modifier: &str, published: (i32, i32, i32)) -> i32 {
    let (year, now, today) = published;
    let begun = (month, day.unwrap_or(1)) <= (now, today);
    match modifier {
        "من العام الماضي" => year - 1,
        "المقبل" => year + i32::from((month, day.unwrap_or(1)) <= (now, today)),
        "الجاري" if month == now => year,
        "الماضي" | "الفائت" if day.is_none() => year - i32::from(month >= now),
        _ => year - i32::from(!begun),
    }
}

#[test]
fn months_of_all_regions_with_every_modifier() {
    let days = [
        (1, "الأول"),
        (9, "التاسع"),
        (17, "السابع عشر"),
        (25, "الخامس والعشرين"),
    ];
    let indic = |n: i32| {
        n.to_string()
            .chars()
            .map(|c| char::from_u32(c as u32 + 0x630).unwrap())
            .collect::<String>()
    };
    let mut cases = 0;
    for published in [(2014_i16, 6_i8, 15_i8), (2023, 1, 9)] {
        let publication = date(published.0, published.1, published.2);
        let published = (
            i32::from(published.0),
            i32::from(published.1),
            i32::from(published.2),
        );
        for (number, names) in (1..).zip(MONTHS) {
            for name in names {
                for modifier in [
                    "",
                    "الجاري",
                    "الماضي",
                    "الفائت",
                    "المقبل",
                    "من العام الماضي",
                ] {
                    let mut one = |day: Option<i32>, phrase: &str| {
                        let phrase = format!("{phrase} {modifier}");
                        let phrase = phrase.trim();
                        let year = expected_year(number, day, modifier, published);
                        let first = day.unwrap_or(1);
                        let last = day.unwrap_or(LENGTHS[usize::try_from(number).unwrap() - 1]);
                        let want = format!(
                            "{year:04}-{number:02}-{first:02}..{year:04}-{number:02}-{last:02}"
                        );
                        let found = read(
                            &format!("دخلوا القرية في {phrase} بعد قصف"),
                            Some(publication),
                        );
                        let got: Vec<String> = found
                            .iter()
                            .map(|(text, time)| {
                                format!(
                                    "{text}: {}..{}",
                                    time.earliest.unwrap(),
                                    time.latest.unwrap()
                                )
                            })
                            .collect();
                        assert_eq!(got, [format!("{phrase}: {want}")], "{publication}");
                        cases += 1;
                    };
                    one(None, name);
                    for (day, word) in days {
                        one(Some(day), &format!("{day} {name}"));
                        one(Some(day), &format!("{} {name}", indic(day)));
                        one(Some(day), &format!("{word} من {name}"));
                        one(Some(day), &format!("الـ{day} من شهر {name}"));
                    }
                }
            }
        }
    }
    assert!(cases >= 2000, "{cases}");
}

#[test]
fn any_weekday_before_any_day() {
    let names = [
        "الاثنين",
        "الثلاثاء",
        "الأربعاء",
        "الخميس",
        "الجمعة",
        "السبت",
        "الأحد",
    ];
    for back in 0..7_usize {
        for shift in 0..14_usize {
            // 3 December 2018 was a Monday
            let published =
                calendar::shift(date(2018, 12, 3), i32::try_from(shift).unwrap()).unwrap();
            let name = names[(shift + 7 - back) % 7];
            let found = read(&format!("وصلت القافلة صباح {name}"), Some(published));
            assert_eq!(
                found[0].1.earliest,
                calendar::shift(published, -i32::try_from(back).unwrap()),
                "{name} {published}"
            );
        }
    }
}

/// The gold's dates with bounds resolve to its start and end in 85 of 100 cases.
#[test]
fn dates_of_the_gold_resolve() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/gold/dev");
    let Ok(files) = std::fs::read_dir(&folder) else {
        assert!(
            std::env::var_os("CI").is_none_or(|ci| ci != "true"),
            "no gold in {}",
            folder.display()
        );
        println!("skipped: no gold in {}", folder.display());
        return;
    };
    let mut files: Vec<_> = files
        .filter_map(Result::ok)
        .map(|file| file.path())
        .collect();
    files.sort();
    let (mut right, mut vague_right, mut vague) = (0, 0, 0);
    let mut wrong = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "json"))
    {
        let gold: serde_json::Value =
            serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
        let published: Option<Date> = gold["published"]
            .as_str()
            .and_then(|day| day.get(..10)?.parse().ok());
        let found = read(gold["text"].as_str().unwrap(), published);
        for claim in gold["claims"].as_array().unwrap() {
            let Some(text) = claim["date"]["text"].as_str() else {
                continue;
            };
            let same = found.iter().filter(|(words, _)| words == text);
            let side = |day: Option<Date>| day.map(|day| day.to_string());
            let bounds = (
                claim["date"]["start"].as_str().map(str::to_owned),
                claim["date"]["end"].as_str().map(str::to_owned),
            );
            let hit = same
                .clone()
                .any(|(_, time)| (side(time.earliest), side(time.latest)) == bounds);
            if bounds.0.is_none() {
                vague += 1;
                vague_right += usize::from(hit);
                if !hit {
                    println!(
                        "vague: {} «{text}» {:?}",
                        file.display(),
                        same.map(|(w, t)| show(w, t)).collect::<Vec<_>>()
                    );
                }
            } else if hit {
                right += 1;
            } else {
                let all: Vec<String> = found
                    .iter()
                    .map(|(words, time)| show(words, time))
                    .collect();
                wrong.push(format!("{} «{text}» {bounds:?}: {all:?}", file.display()));
            }
        }
    }
    println!(
        "{right} right, {} wrong; vague {vague_right} of {vague}\n{}",
        wrong.len(),
        wrong.join("\n")
    );
    assert!(right * 100 >= 85 * (right + wrong.len()));
}

proptest::proptest! {
    /// Any mix of the grammar's words is read without fault, in order and without overlap.
    #[test]
    fn mentions_are_in_order(picks in proptest::collection::vec(0..36_usize, 1..24)) {
        let pool = [
            "منذ", "حتى", "أمس", "السبت", "الأحد", "5", "31", "2015", "/", "-", "(", ")", "شباط", "تشرين الأول", "من",
            "الشهر", "العام", "الماضي", "الجاري", "خلال", "الساعة", "مساء", "فجرا", "99999999999", "يوما", "قبل", "شهر",
            "أسبوعين", "الـ", "و", "رمضان", "يومي", ".", "\n", "وعشرين", "ألفا",
        ];
        let text: Vec<&str> = picks.iter().map(|&pick| pool[pick]).collect();
        for published in [Some(date(2018, 12, 9)), None] {
            let found = read(&text.join(" "), published);
            for pair in found.windows(2) {
                proptest::prop_assert!(pair[0].1.tokens.end <= pair[1].1.tokens.start);
            }
            for (_, time) in &found {
                proptest::prop_assert!(time.earliest.zip(time.latest).is_none_or(|(first, last)| first <= last));
            }
        }
    }
}
