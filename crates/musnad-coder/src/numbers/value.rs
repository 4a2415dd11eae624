//! One number: digits, or a compound numeral put together of its words.

use std::ops::Range;

use musnad_lexicon::Split;
use musnad_text::TokenKind;

use super::bounds::vague_hit;
use super::numerals::{
    decimals, is_one_of, is_part_of_decimal, is_partitive, is_share, numeral, numeral_hit,
    single_numerals, starts_compound,
};
use crate::words::Words;

/// A numeral without its bounds.
pub(super) struct Value {
    pub(super) tokens: Range<usize>,
    pub(super) split: Split,
    pub(super) count: u64,
    /// The power of a thousand in whose unit the value is told: 1000 for «3 آلاف».
    pub(super) scale: u64,
}

/// A numeral in digits, in words or in both, whatever bounds it.
pub(super) fn value(words: &Words, at: usize) -> Option<Value> {
    let mut reader = Reader::default();
    let (mut split, mut next) = reader.first(words, at)?;
    while let Some(end) = reader
        .multiply(words, next)
        .or_else(|| reader.add(words, next))
    {
        next = end;
    }
    if words.word(at) == "ال" {
        split = Split::default();
    }
    let count = reader.total.saturating_add(reader.group);
    Some(Value {
        tokens: at..next,
        split,
        count,
        scale: reader.scale.max(1),
    })
}

/// The number behind «و», written apart before digits and attached to a word.
pub(super) fn behind_and(words: &Words, at: usize) -> Option<Value> {
    if words.word(at) == "و" {
        return value(words, at + 1);
    }
    value(words, at).filter(|value| value.split.conjunction == Some('و'))
}

/// The end of what looks like a number and is none: a share, a measure with a point.
pub(super) fn uncounted_end(words: &Words, at: usize) -> Option<usize> {
    if words.token(at)?.number().is_some() && decimals(words, at).is_some() {
        return Some(at + 3);
    }
    value(words, at)
        .filter(|value| is_share(words, value.tokens.end))
        .map(|value| value.tokens.end)
}

/// Puts a compound numeral together: «ثلاثة آلاف ومئة وخمسة وعشرون».
#[derive(Default)]
struct Reader {
    total: u64,
    /// What stands before the next «ألف» or «مليون».
    group: u64,
    /// What is added must be smaller.
    room: u64,
    /// After a unit only a ten may follow.
    unit: bool,
    scale: u64,
    /// Tenths and so on of «2.5 مليون»: digits behind the point and their power of ten.
    fraction: Option<(u64, u64)>,
}

impl Reader {
    fn first(&mut self, words: &Words, at: usize) -> Option<(Split, usize)> {
        let token = words.token(at)?;
        let article = token.kind == TokenKind::Word && words.word(at) == "ال";
        let digits = if article { at + 1 } else { at };
        let next = words.token(digits)?;
        if let Some(number) = next.number().filter(|_| !article || !next.line_before) {
            if let Some((fraction, power)) = decimals(words, digits) {
                // a measure unless it is told in millions
                numeral_hit(words, digits + 3).filter(|hit| numeral(words, hit) >= 1000)?;
                self.fraction = Some((fraction, power));
                self.take(number, true);
                return Some((Split::default(), digits + 3));
            }
            if is_part_of_decimal(words, digits) {
                return None;
            }
            self.take(number, true);
            return Some((Split::default(), digits + 1));
        }
        let hit = numeral_hit(words, at)?;
        let mut number = match hit.tokens.len() {
            1 => single_numerals(words, at).max()?,
            _ => numeral(words, hit),
        };
        // «آلاف» multiplies a number before it; alone it is vague
        if hit.tokens.len() == 1 && vague_hit(words, at).is_some() {
            return None;
        }
        if is_one_of(words, hit) && !starts_compound(words, hit) && !is_partitive(words, hit) {
            return None;
        }
        if hit.split.article && number >= 100 && numeral_hit(words, hit.tokens.end).is_none() {
            return None;
        }
        // «ألفا وخمسمئة» is a thousand in the accusative, «ألفا شخص» are two thousand
        if hit.tokens.len() == 1
            && words.word(at).ends_with('ا')
            && let Some(single) = single_numerals(words, at)
                .min()
                .filter(|&single| single < number)
            && (behind_and(words, at + 1).is_some() || words.ends_in_tanwin(at))
        {
            number = single;
        }
        if number >= 1000 {
            self.total = number;
            self.room = if number.is_multiple_of(1_000_000) {
                1_000_000
            } else {
                1000
            };
            self.scale = self.room;
        } else {
            self.take(number, false);
        }
        Some((hit.split, hit.tokens.end))
    }

    fn take(&mut self, number: u64, digits: bool) {
        self.group += number;
        self.unit = !digits && number < 10;
        self.room = if digits || !number.is_multiple_of(100) {
            0
        } else {
            100
        };
    }

    /// «آلاف», «ألفا», «مليون» right behind the number.
    fn multiply(&mut self, words: &Words, at: usize) -> Option<usize> {
        if self.group == 0 {
            return None;
        }
        let hit = numeral_hit(words, at)?;
        let by = single_numerals(words, at)
            .min()
            .filter(|_| hit.tokens.len() == 1)?;
        let plain = hit.split.prefix == 0 && !words.doc.tokens[at].line_before;
        if !plain || !matches!(by, 1000 | 1_000_000 | 1_000_000_000) {
            return None;
        }
        let part = self
            .fraction
            .take()
            .map_or(0, |(digits, power)| digits.saturating_mul(by) / power);
        self.total = self
            .total
            .saturating_add(self.group.saturating_mul(by))
            .saturating_add(part);
        (self.group, self.unit, self.room, self.scale) = (0, false, by, by);
        Some(at + 1)
    }

    /// «وعشرون», «و200».
    fn add(&mut self, words: &Words, at: usize) -> Option<usize> {
        if self.room == 0 && !self.unit {
            return None;
        }
        if words.word(at) == "و" {
            let number = words
                .token(at + 1)?
                .number()
                .filter(|&number| number < self.room)?;
            self.take(number, true);
            return Some(at + 2);
        }
        let hit = numeral_hit(words, at)?;
        let number = numeral(words, hit);
        let joined = hit.split.conjunction == Some('و')
            && hit.split.preposition.is_none()
            && !words.doc.tokens[at].line_before;
        let fits = if self.unit {
            (20..100).contains(&number) && number.is_multiple_of(10)
        } else {
            number < self.room
        };
        if !joined || !fits {
            return None;
        }
        self.take(number, false);
        Some(hit.tokens.end)
    }
}
