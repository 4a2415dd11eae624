//! Every month name with every modifier, every weekday, the dates of the gold, and random words.

use jiff::civil::{Date, date};

use super::super::calendar;
use super::{read, show};

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

#[test]
fn an_hour_takes_nothing_of_the_next_line() {
    let found = read("الساعة 5\nمساء منذ", Some(date(2018, 12, 9)));
    let ends: Vec<usize> = found.iter().map(|(_, time)| time.tokens.end).collect();
    assert_eq!(ends[0], 2, "{ends:?}");
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
