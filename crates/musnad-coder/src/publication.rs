//! The day of publication of a report that comes without one: its dateline, else its address.

use std::borrow::Cow;

use jiff::civil::Date;
use musnad_model::{PublishedFrom, Report};
use musnad_text::{TokenKind, date_in_url, stamp};

use crate::numbers::numbers;
use crate::places::places;
use crate::time::{TimeMention, times};
use crate::words::Words;

/// So many lines at the top are looked at.
const LINES: usize = 8;
/// A dateline in front of a sentence, «دمشق (وكالة) 9 كانون الأول 2018 -», ends within so many tokens.
const LEAD_TOKENS: usize = 14;

/// The report with its day of publication, where it is given or can be found.
pub(crate) fn dated<'r>(words: &Words, report: &'r Report) -> Cow<'r, Report> {
    if report.published_date.is_some() {
        return Cow::Borrowed(report);
    }
    let by_line = dateline(words).map(|date| (date, PublishedFrom::Dateline));
    let found =
        by_line.or_else(|| Some((date_in_url(report.url.as_deref()?)?, PublishedFrom::Url)));
    match found {
        None => Cow::Borrowed(report),
        Some((date, from)) => Cow::Owned(Report {
            published: Some(date.to_string()),
            published_date: Some(date),
            published_from: Some(from),
            ..report.clone()
        }),
    }
}

/// The day of a line that is a date and no sentence, or that stands in front of the first sentence.
fn dateline(words: &Words) -> Option<Date> {
    let doc = words.doc;
    let end = doc.paragraphs.iter().take(LINES).next_back()?.tokens.end;
    let mut all: Option<Vec<TimeMention>> = None;
    for paragraph in doc.paragraphs.iter().take(LINES) {
        let line = paragraph.tokens.clone();
        let has_number = doc.tokens[line.clone()]
            .iter()
            .any(|token| token.number().is_some());
        if !has_number {
            continue;
        }
        let times = all.get_or_insert_with(|| {
            let mut found = times(words, &numbers(words), None);
            found.retain(|time| time.tokens.end <= end);
            found
        });
        let here: Vec<&TimeMention> = times
            .iter()
            .filter(|time| line.contains(&time.tokens.start))
            .collect();
        let is_of_date = |at: usize| {
            here.iter().any(|time| time.tokens.contains(&at))
                || !matches!(doc.tokens[at].kind, TokenKind::Word)
                || words.listed(at, "of-a-dateline")
                || !words.word(at).bytes().any(|byte| !byte.is_ascii())
        };
        if line.clone().all(is_of_date) {
            // «09/12/2018» alone is a date only where nothing else stands beside it
            let figures = || stamp(doc.words(doc.span(line.clone()))).map(|stamp| stamp.date);
            if let Some(day) = day(words, &here).or_else(figures) {
                return Some(day);
            }
            continue;
        }
        if let Some(day) = in_front(words, line.start, &here) {
            return Some(day);
        }
    }
    None
}

/// The day in front of a sentence: a place, an agency, the date and a dash or a colon.
fn in_front(words: &Words, start: usize, times: &[&TimeMention]) -> Option<Date> {
    let last = times
        .iter()
        .rev()
        .find(|time| time.tokens.end <= start + LEAD_TOKENS && single_day(time).is_some())?;
    let is_dash = |at: usize| {
        ['-', '–', '—', ':', '/', '|']
            .iter()
            .any(|&sign| words.is_sign(at, sign))
    };
    let behind = (last.tokens.end..last.tokens.end + 4).find(|&at| is_dash(at))?;
    let only_signs =
        (last.tokens.end..behind).all(|at| words.any_sign(at) || words.listed(at, "of-a-dateline"));
    let first = times.first()?.tokens.start;
    // «دمشق - وكالة:», «دمشق 9/12/2018 -»; where a headline holds a date and a dash, no sign and no place is before it
    let parted = first == start
        || words.any_sign(first - 1)
        || places(words, &[], None)
            .iter()
            .any(|place| place.tokens == (start..first));
    let names = (start..first).filter(|&at| !words.any_sign(at)).count();
    (only_signs && parted && names <= 4)
        .then(|| day(words, times))
        .flatten()
}

/// The day that the mentions name; where a Hijri and a Gregorian day stand side by side, the Gregorian one:
/// the other calendar may be off by a day.
fn day(words: &Words, times: &[&TimeMention]) -> Option<Date> {
    let is_hijri = |time: &&&TimeMention| {
        time.tokens.clone().any(|at| {
            words
                .token(at)
                .and_then(musnad_text::Token::number)
                .is_some_and(|number| (1300..1500).contains(&number))
        })
    };
    let single = || times.iter().filter(|time| single_day(time).is_some());
    let gregorian = single().find(|time| !is_hijri(time));
    gregorian
        .or_else(|| single().next())
        .and_then(|time| single_day(time))
}

fn single_day(time: &TimeMention) -> Option<Date> {
    time.earliest
        .filter(|_| time.earliest == time.latest && !time.running)
}

#[cfg(test)]
mod tests {
    use musnad_data::lexicon;

    use super::*;
    use crate::Coder;

    /// The day that is found for a report, and how.
    #[track_caller]
    fn check(text: &str, url: Option<&str>, expected: Option<(&str, PublishedFrom)>) {
        let lexicon = lexicon().unwrap();
        let report = Report {
            text: format!("{text}\nقتل ثلاثة مدنيين أمس بقصف مدفعي على بلدة دوما."),
            url: url.map(str::to_owned),
            ..Report::default()
        };
        let claims = Coder::new(&lexicon).code(&report).claims;
        let found = &claims.last().expect("a claim").report;
        assert_eq!(
            found.published.as_deref().zip(found.published_from),
            expected
        );
    }

    #[track_caller]
    fn dateline(text: &str, expected: &str) {
        check(text, None, Some((expected, PublishedFrom::Dateline)));
    }

    #[track_caller]
    fn none(text: &str) {
        check(text, None, None);
    }

    #[test]
    fn a_line_that_is_a_date_is_the_dateline() {
        dateline("الأحد 9 كانون الأول 2018", "2018-12-09");
        dateline("قصف على الغوطة\n09/12/2018", "2018-12-09");
        dateline(
            "نشر بتاريخ: 9 ديسمبر 2018 - الساعة 10:30 صباحا",
            "2018-12-09",
        );
        dateline("2018-12-09 | 10:30", "2018-12-09");
    }

    #[test]
    fn the_gregorian_day_beside_a_hijri_one_is_taken() {
        dateline(
            "الأحد 2 ربيع الآخر 1440هـ الموافق 9 ديسمبر 2018م",
            "2018-12-09",
        );
        dateline("9 ديسمبر 2018م - 2 ربيع الآخر 1440هـ", "2018-12-09");
        dateline("1 رمضان 1445هـ", "2024-03-11");
    }

    #[test]
    fn a_date_in_front_of_the_first_sentence_is_a_dateline() {
        dateline(
            "دمشق (سانا) 9 كانون الأول 2018 - عقد المجلس جلسة.",
            "2018-12-09",
        );
        dateline("بيروت، 9 كانون الأول 2018: عقد المجلس جلسة.", "2018-12-09");
        dateline("دمشق 9 كانون الأول 2018 - عقد المجلس جلسة.", "2018-12-09");
    }

    #[test]
    fn a_date_within_a_sentence_or_a_headline_is_none() {
        none("مجزرة 9 كانون الأول 2018 - تحقيق");
        none("في 9 كانون الأول 2018 سقطت قذيفة على الحي.");
        none("ذكرى 9 كانون الأول 2018");
        none("اجتمع المجلس في 9 كانون الأول 2018 - وهو يوم عطلة - وقرر.");
    }

    #[test]
    fn the_address_comes_last() {
        let url = Some("https://example.org/2018/12/09/x");
        check(
            "قصف على الغوطة",
            url,
            Some(("2018-12-09", PublishedFrom::Url)),
        );
        check(
            "الاثنين 10 كانون الأول 2018",
            url,
            Some(("2018-12-10", PublishedFrom::Dateline)),
        );
    }
}
