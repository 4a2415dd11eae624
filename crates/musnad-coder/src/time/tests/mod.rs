//! Times as they stand in sentences: single days, periods, and whole tables of cases.

mod days;
mod periods;
mod tables;

use jiff::civil::{Date, date};
use musnad_model::DoubtKind;

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
