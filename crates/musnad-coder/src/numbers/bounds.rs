//! What bounds a number: «أكثر من», «نحو», «على الأقل», and the vague words that stand in its place.

use std::ops::Range;

use musnad_lexicon::{Item, Split};
use musnad_model::Bound;

use super::NumberMention;
use super::numerals::is_feminine_pronoun;
use crate::words::{Hit, Words};

/// The bound that stands at `from`, behind a number or behind the noun that it counts: «على الأقل».
pub(crate) fn bound_after(words: &Words, from: usize) -> Option<(Bound, Range<usize>)> {
    let (bound, hit) = bound_hit(words, from, "after")?;
    Some((bound, hit.tokens.clone()))
}

/// What stands before a number.
#[derive(Default)]
pub(super) struct Before {
    pub(super) next: usize,
    pub(super) split: Option<Split>,
    pub(super) at_least: bool,
    pub(super) at_most: bool,
    pub(super) about: bool,
}

/// «أكثر من», «نحو», «ما لا يقل عن»: all that stand one after the other.
pub(super) fn bounds_before(words: &Words, at: usize) -> Before {
    let mut before = Before {
        next: at,
        ..Before::default()
    };
    while let Some((bound, hit)) = bound_hit(words, before.next, "before") {
        // «30 قتيلا على الأقل ونحو 100 جريح»: what is joined begins another number
        if before.next > at && hit.split.conjunction.is_some() {
            return before;
        }
        match bound {
            Bound::AtLeast => before.at_least = true,
            Bound::AtMost => before.at_most = true,
            Bound::About => before.about = true,
            Bound::Exact | Bound::Between | Bound::Vague => return before,
        }
        before.split.get_or_insert(hit.split);
        before.next = hit.tokens.end;
    }
    before
}

fn bound_hit<'w>(words: &'w Words, at: usize, position: &str) -> Option<(Bound, &'w Hit)> {
    let bounds = &words.lexicon.entries.bounds;
    words.hits(at).iter().find_map(|hit| {
        let Item::Bound(number) = hit.sense.item else {
            return None;
        };
        let entry = &bounds[usize::from(number)];
        let bound = bound_of(&entry.bound);
        let bare = bound == Bound::Vague || !hit.split.article;
        let bare = bare && !is_feminine_pronoun(words, hit);
        (entry.position == position && hit.split.suffix == 0 && bare).then_some((bound, hit))
    })
}

fn bound_of(word: &str) -> Bound {
    match word {
        "at-least" => Bound::AtLeast,
        "at-most" => Bound::AtMost,
        "about" => Bound::About,
        _ => Bound::Vague,
    }
}

/// «عشرات», «عدد من», «عشرات الآلاف»: a number that is not told.
pub(super) fn vague(words: &Words, at: usize, before: &Before) -> Option<NumberMention> {
    let hit = vague_hit(words, before.next)?;
    let mut end = hit.tokens.end;
    while let Some(more) = vague_hit(words, end).filter(|more| more.split.prefix == 0) {
        end = more.tokens.end;
    }
    let span = words.span(at..end, before.split.unwrap_or(hit.split));
    Some(NumberMention {
        tokens: at..end,
        span,
        min: None,
        max: None,
        bound: Bound::Vague,
        approximate: false,
        value_tokens: hit.tokens.start..end,
    })
}

pub(super) fn vague_hit<'w>(words: &'w Words, at: usize) -> Option<&'w Hit> {
    bound_hit(words, at, "before")
        .filter(|(bound, _)| *bound == Bound::Vague)
        .map(|(_, hit)| hit)
}
