//! Numbers: digits, numerals in words and vague words, with what bounds them.
//!
//! `numerals` knows which word is a numeral, `value` puts one number together, `bounds` reads «أكثر من»
//! and the vague words, `range` two numbers between which the true one lies. Here they are joined.

mod bounds;
mod numerals;
mod range;
#[cfg(test)]
pub(crate) mod tests;
mod value;

use std::ops::Range;

use musnad_model::{Bound, Span};

pub(crate) use self::bounds::bound_after;
use self::bounds::{Before, bounds_before, vague};
use self::numerals::is_share;
use self::range::{range, range_opener};
use self::value::{uncounted_end, value};
use crate::words::Words;

/// A number of the text. Whether it counts anything is for the caller to say: ages, years, hours and
/// names of weapons and units hold numbers too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NumberMention {
    /// All its tokens, those of the bound included.
    pub(crate) tokens: Range<usize>,
    /// The bytes of `tokens`, attached prefixes left out.
    pub(crate) span: Span,
    /// At least so many.
    pub(crate) min: Option<u64>,
    /// At most so many.
    pub(crate) max: Option<u64>,
    /// How it is bounded.
    pub(crate) bound: Bound,
    /// Whether the text says «نحو» about.
    pub(crate) approximate: bool,
    /// The tokens of the numeral itself.
    pub(crate) value_tokens: Range<usize>,
}

/// All numbers of the document, in order, none overlapping another.
pub(crate) fn numbers(words: &Words) -> Vec<NumberMention> {
    let mut out = Vec::new();
    for sentence in &words.doc.sentences {
        let end = sentence.tokens.end;
        let mut at = sentence.tokens.start;
        while at < end {
            match step(words, at, sentence.tokens.clone()) {
                Step::Found(mention) => {
                    at = mention.tokens.end;
                    out.push(mention);
                }
                Step::Skip(next) => at = next,
            }
        }
    }
    out
}

enum Step {
    Found(NumberMention),
    Skip(usize),
}

fn step(words: &Words, at: usize, sentence: Range<usize>) -> Step {
    let before = bounds_before(words, at);
    if let Some(mention) = counted(words, at, &before, &sentence) {
        return Step::Found(mention);
    }
    if let Some(mention) = vague(words, at, &before) {
        return Step::Found(mention);
    }
    Step::Skip(uncounted_end(words, at).unwrap_or(at + 1))
}

/// A number or a range of two, from the first word of its bound on.
fn counted(
    words: &Words,
    at: usize,
    before: &Before,
    sentence: &Range<usize>,
) -> Option<NumberMention> {
    let from = before.next;
    let (first, second) = match range(words, from, sentence) {
        Some((first, second)) => (first, Some(second)),
        None => (value(words, from)?, None),
    };
    // «30 قتيلا على الأقل ومئة جريح»: the bound belongs to the number before it
    if from > at && first.split.conjunction.is_some() {
        return None;
    }
    let last = second.as_ref().unwrap_or(&first);
    if is_share(words, last.tokens.end) {
        return None;
    }
    let value_tokens = first.tokens.start..last.tokens.end;
    let mut tokens = at..last.tokens.end;
    let opener = range_opener(words, from).map(|(_, split)| split);
    let split = before.split.or(opener).unwrap_or(first.split);
    let (mut at_least, mut at_most, mut about) = (before.at_least, before.at_most, before.about);
    if let Some((bound, range)) = bound_after(words, tokens.end) {
        match bound {
            Bound::AtLeast => at_least = true,
            Bound::AtMost => at_most = true,
            Bound::About => about = true,
            Bound::Exact | Bound::Between | Bound::Vague => {}
        }
        tokens.end = range.end;
    }
    let low = first.count;
    let high = second.as_ref().map_or(low, |second| second.count);
    let (min, max, bound) = match (at_least, at_most) {
        (true, _) => (Some(low), None, Bound::AtLeast),
        (false, true) => (None, Some(high), Bound::AtMost),
        (false, false) if second.is_some() => (Some(low), Some(high), Bound::Between),
        (false, false) if about => (Some(low), Some(high), Bound::About),
        (false, false) => (Some(low), Some(high), Bound::Exact),
    };
    let span = words.span(tokens.clone(), split);
    Some(NumberMention {
        tokens,
        span,
        min,
        max,
        bound,
        approximate: about,
        value_tokens,
    })
}
