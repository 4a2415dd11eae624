//! Which word or sign is a numeral, and which only looks like one.

use musnad_lexicon::Item;
use musnad_text::TokenKind;

use crate::words::{Hit, Words};

/// The digits behind the point of a number at `at`, and ten to the power of how many they are.
pub(super) fn decimals(words: &Words, at: usize) -> Option<(u64, u64)> {
    let point =
        words.is_sign(at + 1, '.') || words.is_sign(at + 1, '٫') || words.is_sign(at + 1, ',');
    let behind = words.token(at + 2)?;
    let tight = !words.doc.tokens[at + 1].space_before && !behind.space_before;
    let date = words.is_sign(at + 3, '.')
        && words
            .token(at + 4)
            .is_some_and(|token| token.number().is_some());
    let number = behind.number().filter(|_| point && tight && !date)?;
    Some((
        number,
        10u64.saturating_pow(u32::try_from(words.word(at + 2).len()).unwrap_or(1)),
    ))
}

pub(super) fn is_part_of_decimal(words: &Words, at: usize) -> bool {
    at >= 2
        && words
            .token(at - 2)
            .is_some_and(|token| token.number().is_some())
        && {
            let before = decimals(words, at - 2).is_some();
            let longer = at >= 4 && decimals(words, at - 4).is_none() && words.is_sign(at - 3, '.');
            before && !longer
        }
}

/// «50%», «50 في المئة», «50 بالمئة».
pub(super) fn is_share(words: &Words, at: usize) -> bool {
    let hundred = |at: usize| {
        numeral_hit(words, at).is_some_and(|hit| hit.split.article && numeral(words, hit) == 100)
    };
    words.is_sign(at, '%')
        || words.is_sign(at, '٪')
        || (words.word(at) == "في" && hundred(at + 1))
        || (hundred(at)
            && numeral_hit(words, at).is_some_and(|hit| hit.split.preposition == Some('ب')))
}

/// The numeral that begins at `at`, the longest phrase first. Days of the week are none.
pub(super) fn numeral_hit<'w>(words: &'w Words, at: usize) -> Option<&'w Hit> {
    let day = |item| matches!(item, Item::Weekday(_));
    let hit = words.hit(at, |item| matches!(item, Item::Numeral(_)))?;
    let definite_one = hit.split.article && is_one_of(words, hit);
    let pronoun = hit.split.suffix > 0 && !is_one_of(words, hit);
    let pronoun = pronoun || is_feminine_pronoun(words, hit);
    (!definite_one && !pronoun && words.hit(at, day).is_none()).then_some(hit)
}

/// «بعدها» is not «عدة» with a tanwin, which never stands behind a ta marbuta.
pub(super) fn is_feminine_pronoun(words: &Words, hit: &Hit) -> bool {
    hit.split.suffix == 0 && words.word(hit.tokens.end - 1).ends_with("ها")
}

pub(super) fn numeral(words: &Words, hit: &Hit) -> u64 {
    match hit.sense.item {
        Item::Numeral(number) => words.lexicon.entries.numbers[usize::from(number)].value,
        _ => 0,
    }
}

/// The values of a form that may be read in two ways: «ألفا» is a thousand or two.
pub(super) fn single_numerals(words: &Words, at: usize) -> impl Iterator<Item = u64> {
    let one = words.hits(at).iter().filter(|hit| hit.tokens.len() == 1);
    one.filter(|hit| matches!(hit.sense.item, Item::Numeral(_)))
        .map(|hit| numeral(words, hit))
}

/// «أحد», «إحدى».
pub(super) fn is_one_of(words: &Words, hit: &Hit) -> bool {
    match hit.sense.item {
        Item::Numeral(number) => words.lexicon.entries.numbers[usize::from(number)].id == "one-of",
        _ => false,
    }
}

/// «أحد وعشرون».
pub(super) fn starts_compound(words: &Words, hit: &Hit) -> bool {
    numeral_hit(words, hit.tokens.end).is_some_and(|next| {
        next.split.conjunction == Some('و') && matches!(numeral(words, next), 20..100)
    })
}

/// «أحد الجنود», «أحدهم»: one of several, as against «لم يصب أحد» nobody was hurt.
pub(super) fn is_partitive(words: &Words, hit: &Hit) -> bool {
    let next = hit.tokens.end;
    let noun = words
        .token(next)
        .is_some_and(|token| token.kind == TokenKind::Word && !token.line_before);
    let particle = || words.in_class(next, "particle") || words.in_class(next, "relative");
    hit.split.suffix > 0 || (noun && words.word(next).chars().count() > 2 && !particle())
}
