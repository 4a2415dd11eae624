//! Two numbers between which the true one lies: «ما بين 5 و7», «من 5 إلى 7», «5-7», «خمسة أو ستة».

use std::ops::Range;

use musnad_lexicon::Split;

use super::numerals::numeral_hit;
use super::value::{Value, behind_and, value};
use crate::words::Words;

/// The two numbers of the range that begins at `at`.
pub(super) fn range(words: &Words, at: usize, sentence: &Range<usize>) -> Option<(Value, Value)> {
    let opener = range_opener(words, at);
    let from = opener.map_or(at, |(next, _)| next);
    let first = value(words, from)?;
    let end = first.tokens.end;
    let found = if opener.is_some() && words.word(from - 1).ends_with("بين") {
        match behind_and(words, end) {
            Some(second) => (first, second),
            // «بين خمسة وعشرة» are two numbers, but «بين خمسة وعشرين» reads like 25
            None => halves(words, &first)?,
        }
    } else if words.word(end) == "الي" || words.word(end) == "او" || is_dash(words, end) {
        (first, value(words, end + 1)?)
    } else {
        return None;
    };
    let (mut first, second) = found;
    if second.scale > first.scale && first.count < second.count / second.scale {
        first.count = first.count.saturating_mul(second.scale);
    }
    let years = (1900..2100).contains(&first.count) && (1900..2100).contains(&second.count);
    let date = is_dash(words, end)
        && (is_dash(words, second.tokens.end) || is_dash(words, at.wrapping_sub(1)));
    // «ارتفعت من 5 إلى 7» tells two tolls, an old and a new
    let change = words.word(end) == "الي"
        && (sentence.start.max(at.saturating_sub(8))..at).any(|at| words.in_class(at, "rise"));
    (first.count < second.count && !years && !date && !change).then_some((first, second))
}

/// Where a range's first number stands, behind «بين», «ما بين» or «من», and what is attached to these.
pub(super) fn range_opener(words: &Words, at: usize) -> Option<(usize, Split)> {
    let word = words.word(at);
    let (bare, conjunction) = match word.strip_prefix('و') {
        Some(bare) => (bare, Some('و')),
        None => (word, None),
    };
    let split = Split {
        conjunction,
        prefix: u8::from(conjunction.is_some()),
        ..Split::default()
    };
    match bare {
        "ما" | "فيما" if words.word(at + 1) == "بين" => Some((at + 2, split)),
        "بين" | "من" => Some((at + 1, split)),
        _ => None,
    }
}

/// A compound taken apart again at its «و».
fn halves(words: &Words, whole: &Value) -> Option<(Value, Value)> {
    let at =
        whole.tokens.clone().skip(1).find(|&at| {
            numeral_hit(words, at).is_some_and(|hit| hit.split.conjunction == Some('و'))
        })?;
    let second = value(words, at).filter(|second| second.tokens.end == whole.tokens.end)?;
    let scale = whole.scale;
    let low = whole.count.checked_sub(second.count)?;
    Some((
        Value {
            tokens: whole.tokens.start..at,
            split: whole.split,
            count: low,
            scale,
        },
        second,
    ))
}

fn is_dash(words: &Words, at: usize) -> bool {
    words.is_sign(at, '-') || words.is_sign(at, '–') || words.is_sign(at, '—')
}
