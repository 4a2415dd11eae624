//! Names of persons: runs of given names and of words that the lexicon knows as nothing else.

use std::ops::Range;

use musnad_lexicon::{Item, TriggerKind};
use musnad_text::TokenKind;

use crate::words::Words;

/// Longest name of a person, in words.
const LONGEST_NAME: usize = 4;

/// Whether a word can be part of a person's name: given names, «أبو», and words that the lexicon does
/// not know as anything else.
fn is_name_word(words: &Words, at: usize) -> bool {
    let Some(token) = words.token(at) else {
        return false;
    };
    if token.kind != TokenKind::Word || token.line_before {
        return false;
    }
    let hits = words.hits(at);
    // «على» on, not «علي» Ali
    if token.ends_in_maqsura && words.in_class(at, "particle") {
        return false;
    }
    // «جنديا صباح اليوم»
    let time = |at: usize| {
        words
            .hit(at, |item| matches!(item, Item::Time(_) | Item::Weekday(_)))
            .is_some()
    };
    if time(at) && time(at + 1) {
        return false;
    }
    if hits.iter().any(|hit| {
        matches!(hit.sense.item, Item::GivenName(_) | Item::NameHead)
            && hit.split.preposition.is_none()
            && hit.split.conjunction.is_none()
    }) {
        return true;
    }
    if words.in_class(at, "particle") || words.in_class(at, "complementizer") {
        return false;
    }
    // «أحمدي», which a word of place names with a pronoun looks like
    let known = hits.iter().any(|hit| {
        hit.split.suffix == 0
            || !matches!(hit.sense.item, Item::Class(class) if words.lexicon.entries.classes[usize::from(class)].id.starts_with("place-"))
    });
    !known && !looks_like_a_verb(words.word(at))
}

/// An unknown word with a verb's ending or a preposition's look is no part of a name.
fn looks_like_a_verb(word: &str) -> bool {
    word.ends_with("وا")
        || (word.ends_with('ت') && word.chars().count() > 4)
        || word.chars().count() < 2
}

/// A person's name that begins at `at` with a given name.
pub(crate) fn person_at(words: &Words, at: usize, end: usize) -> Option<Range<usize>> {
    words.hit(at, |item| {
        matches!(item, Item::GivenName(false) | Item::NameHead)
    })?;
    let name = name_run(words, at, end);
    // one given name alone is too little, unless «أبو» makes it a nom de guerre
    (name.len() >= 2).then_some(name)
}

/// A person's name after a word that calls for one: any run of name words.
pub(super) fn person_at_after_role(words: &Words, at: usize, end: usize) -> Option<Range<usize>> {
    let has_given = words
        .hit(at, |item| {
            matches!(item, Item::GivenName(_) | Item::NameHead)
        })
        .is_some();
    let name = name_run(words, at, end);
    let definite_adjective = words.word(at).starts_with("ال");
    let enough = if has_given { 1 } else { 2 };
    (name.len() >= enough && (has_given || !definite_adjective)).then_some(name)
}

/// The run of name words that begins at `at`.
pub(crate) fn name_run(words: &Words, at: usize, end: usize) -> Range<usize> {
    let mut last = at;
    let mut heads = 0;
    while last < end && last - at < LONGEST_NAME + heads {
        // «الرئيس باراك أوباما»: the family name alone is known
        if let Some(known) = known_person(words, last) {
            last = known.min(end);
            continue;
        }
        if !(is_name_word(words, last) || (last > at && is_surname(words, last))) {
            break;
        }
        let new_line = last > at && words.token(last).is_some_and(|token| token.line_before);
        if new_line || (last >= at + 2 && is_definite_deed(words, last)) {
            break;
        }
        heads += usize::from(words.hit(last, |item| item == Item::NameHead).is_some());
        last += 1;
    }
    at..last
}

/// «دان أنطونيو غوتيريش الهجوم»: the object behind a name, no part of it.
pub(super) fn is_definite_deed(words: &Words, at: usize) -> bool {
    words.hits(at).iter().any(|hit| {
        hit.split.article
            && matches!(
                hit.sense.item,
                Item::Trigger(_, TriggerKind::Masdar | TriggerKind::Noun, _)
            )
    })
}

/// Where the name of a person whom the lexicon knows ends, if one begins at `at`.
fn known_person(words: &Words, at: usize) -> Option<usize> {
    let actors = &words.lexicon.entries.actors;
    words
        .hit(at, |item| {
            matches!(item, Item::Actor(actor) if actors[usize::from(actor)].r#type == "person")
        })
        .filter(|hit| hit.split.cost() == 0)
        .map(|hit| hit.tokens.end)
}

/// «الصالح», «الخطيب» behind a given name: a surname with article, made from a given name or from a
/// word that stands in names.
fn is_surname(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let Some(bare) = word.strip_prefix("ال") else {
        return false;
    };
    let from_given = words
        .lexicon
        .senses(bare)
        .iter()
        .any(|sense| matches!(sense.item, Item::GivenName(_)));
    let plain = words
        .hits(at)
        .iter()
        .all(|hit| matches!(hit.sense.item, Item::Class(_)));
    let alone = words.token(at).is_some_and(|token| !token.line_before);
    alone
        && (from_given || plain)
        && !words.in_class(at, "particle")
        && !words.in_class(at, "relative")
}
