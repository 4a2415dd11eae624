//! The words around a trigger: those that must follow it, and those that make it something else.

use std::ops::Range;

use musnad_lexicon::Item;

use super::Surroundings;
use crate::words::{PRONOUNS, Words, same_word};

/// How far the words may stand from the verb that they go with, in tokens.
const LONGEST_GAP: usize = 13;
/// How far a word may stand whose pronoun leads back to the verb's subject.
const LONGEST_GAP_TO_PRONOUN: usize = 18;

/// The tokens of `rest` after a verb, within the gap and the clause.
pub(super) fn rest_after(
    words: &Words,
    from: usize,
    end: usize,
    rest: &[Box<str>],
) -> Option<Range<usize>> {
    let last = end.min(from + LONGEST_GAP_TO_PRONOUN);
    for start in from..last {
        // «لقي 115 مسلحا من التنظيم … حتفهم»: the pronoun leads back to the verb's subject
        let refers_back = ["هم", "هما", "هن"]
            .iter()
            .any(|pronoun| words.word(start).ends_with(pronoun));
        if start >= from + LONGEST_GAP && !refers_back {
            continue;
        }
        // «نشر مقالا عن القوات»: it has its object already
        let topic = matches!(words.word(start), "عن" | "حول" | "مع")
            && !is_in_bound(words, start)
            && rest
                .first()
                .is_some_and(|first| **first != *words.word(start));
        if topic {
            return None;
        }
        if start > from
            && (words.in_class(start, "complementizer")
                || words.is_sign(start, '.')
                || words.is_sign(start, '؛'))
        {
            return None;
        }
        let mut at = start;
        let all = rest.iter().all(|expected| {
            while words.is_mark_of_quotation(at) {
                at += 1;
            }
            let matches = at < end && word_matches(words, at, expected);
            at += 1;
            matches
        });
        if all {
            return Some(start..at);
        }
    }
    None
}

/// «ما لا يقل عن 10»: the preposition belongs to the bound of a number.
fn is_in_bound(words: &Words, at: usize) -> bool {
    const LONGEST_BOUND: usize = 5;
    (at.saturating_sub(LONGEST_BOUND)..at).any(|start| {
        words
            .hit(start, |item| matches!(item, Item::Bound(_)))
            .is_some_and(|hit| hit.tokens.contains(&at))
    })
}

/// Whether the word at `at` is `expected`, prefixes, article, tanwin and pronoun aside.
pub(crate) fn word_matches(words: &Words, at: usize, expected: &str) -> bool {
    if !words.may_be(at, expected) {
        return false;
    }
    let word = words.word(at);
    if same_word(word, expected) {
        return true;
    }
    for prefix in ["ب", "ل", "و", "ف", "لل", "بال", "وال", "ك", "وب", "ول"] {
        if let Some(rest) = word.strip_prefix(prefix)
            && same_word(rest, expected)
        {
            return true;
        }
    }
    for suffix in PRONOUNS {
        if let Some(rest) = word.strip_suffix(suffix)
            && expected.len() > 2 * 'ه'.len_utf8()
            && (rest == expected
                || rest
                    .strip_suffix('ت')
                    .is_some_and(|bare| expected.strip_suffix('ه') == Some(bare)))
        {
            return true;
        }
    }
    false
}

/// Whether the event's context allows the trigger: how many of its conditions are met, or why not.
pub(super) fn context_allows(
    words: &Words,
    event: u16,
    verbal: bool,
    tokens: &Range<usize>,
    end: usize,
    around: &Surroundings,
) -> Result<u8, String> {
    let entry = &words.lexicon.entries.events[usize::from(event)];
    let context = &entry.context;
    let phrases = &words.lexicon.contexts[usize::from(event)];
    let mut strength = u8::from(tokens.len() > 1);
    let mut before = tokens.start;
    while before > 0 && words.is_mark_of_quotation(before - 1) {
        before -= 1;
    }
    if let Some(phrase) = phrases
        .before_not
        .iter()
        .find(|phrase| ends_at(words, before, phrase))
    {
        return Err(format!(
            "«{}» before it makes it something else",
            phrase.join(" ")
        ));
    }
    let mut after = tokens.end;
    while words.is_mark_of_quotation(after) {
        after += 1;
    }
    // «يقتل الشاب وقته»: the object of a verb stands behind its subject
    let from = if verbal { tokens.start + 1 } else { after };
    let last = if verbal {
        object_reach(words, after, end)
    } else {
        after
    };
    let stands = |phrase: &[Box<str>]| (from..=last).any(|at| starts_at(words, at, end, phrase));
    if let Some(phrase) = phrases.after_not.iter().find(|phrase| stands(phrase)) {
        return Err(format!(
            "«{}» after it makes it something else",
            phrase.join(" ")
        ));
    }
    if !phrases.after.is_empty() {
        let near = (tokens.start + 1..end.min(after + 5)).any(|at| {
            phrases
                .after
                .iter()
                .any(|phrase| starts_at(words, at, end, phrase))
        });
        if !near {
            return Err("none of the words that must follow stands there".to_owned());
        }
        strength += 2;
    }
    if !context.needs_object.is_empty() {
        let met = context
            .needs_object
            .iter()
            .any(|kind| has_argument(words, kind, tokens, end, around));
        if !met {
            return Err(format!("no {} beside it", context.needs_object.join(", ")));
        }
        strength += 1;
    }
    Ok(strength)
}

/// How far from `after` the object of a verb may begin: behind a subject of one or two words.
fn object_reach(words: &Words, after: usize, end: usize) -> usize {
    const LONGEST_SUBJECT: usize = 2;
    let mut at = after;
    while at < end.min(after + LONGEST_SUBJECT)
        && !words.any_sign(at)
        && !words.in_class(at, "particle")
        && !words.ends_clause(at)
    {
        at += 1;
    }
    at
}

fn has_argument(
    words: &Words,
    kind: &str,
    tokens: &Range<usize>,
    end: usize,
    around: &Surroundings,
) -> bool {
    const NEAR_AFTER: usize = 14;
    const NEAR_BEFORE: usize = 7;
    let mut to = end.min(tokens.end + NEAR_AFTER);
    if let Some(stop) = (tokens.end..to).find(|&at| words.in_class(at, "complementizer")) {
        to = stop;
    }
    let window = tokens.start.saturating_sub(NEAR_BEFORE)..to;
    let after = tokens.start..to;
    match kind {
        "place" => {
            around
                .places
                .iter()
                .any(|place| after.contains(&place.start) || window.contains(&place.start))
                || after.clone().any(|at| {
                    words
                        .hit(at, |item| matches!(item, Item::PlaceKind(_)))
                        .is_some()
                })
        }
        "weapon" => after.clone().any(|at| {
            words
                .hit(at, |item| matches!(item, Item::Means(_)))
                .is_some()
        }),
        "armed" => around.entities.iter().any(|entity| {
            let after = entity.tokens.start >= tokens.end
                && entity.tokens.start <= tokens.end + 2
                && entity.split.preposition.is_none();
            let before = entity.tokens.end <= tokens.start && entity.tokens.end + 3 >= tokens.start;
            (after || before) && crate::claims::is_armed_entity(words, entity)
        }),
        // asked of the roles, which are not filled yet
        "recipient" => true,
        "people" => around
            .entities
            .iter()
            .any(|entity| window.contains(&entity.tokens.start)),
        "actor" => {
            around
                .entities
                .iter()
                .any(|entity| window.contains(&entity.tokens.start))
                || after.clone().any(|at| {
                    words
                        .hit(at, |item| matches!(item, Item::Nation(..)))
                        .is_some()
                })
        }
        _ => false,
    }
}

fn starts_at(words: &Words, at: usize, end: usize, phrase: &[Box<str>]) -> bool {
    at + phrase.len() <= end
        && phrase
            .iter()
            .enumerate()
            .all(|(number, word)| word_matches(words, at + number, word))
}

fn ends_at(words: &Words, at: usize, phrase: &[Box<str>]) -> bool {
    at.checked_sub(phrase.len()).is_some_and(|start| {
        phrase
            .iter()
            .enumerate()
            .all(|(number, word)| word_matches(words, start + number, word))
    })
}
