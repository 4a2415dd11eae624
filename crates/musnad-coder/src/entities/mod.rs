//! Entities: actors and people, by name, by role, by a general word.
//!
//! A noun phrase is read from its head to its end: a number before it is not part of it, the words
//! that go with it are (idafa, adjectives, «من» and «في» complements, a quoted name).

mod kinds;
mod persons;
mod phrase;

use std::ops::Range;

use musnad_lexicon::{GrammaticalNumber, Item, NationForm, Split, TriggerKind, VerbForm};
use musnad_model::Span;
use musnad_text::TokenKind;

use crate::words::{Hit, Words};

pub(crate) use persons::{name_run, person_at};
use phrase::extend;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntityKind {
    /// An actor of the lexicon, by position.
    Actor(u16),
    /// A nation as an actor, by position.
    Nation(u16),
    /// A general word for people, by position.
    People(u16),
    /// A word for a source, by position.
    Source(u16),
    /// A named person.
    Person,
    /// A group that only its own words name («لواء …», «قبيلة …»).
    Group,
}

/// A noun phrase that names who acts, suffers or says.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its bytes, the attached preposition outside.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: EntityKind,
    /// The name inside it, where a title stands before («العميد سعد معن»).
    pub(crate) name: Option<Range<usize>>,
    /// The actor that it belongs to or is part of («مسلحي قسد»), by position.
    pub(crate) party: Option<(u16, Range<usize>)>,
    /// What was split from its first word.
    pub(crate) split: Split,
    /// Number by its form.
    pub(crate) number: GrammaticalNumber,
    /// Whether it goes on a list («و…»).
    pub(crate) joined: bool,
}

/// All entities of the sentence `tokens`, in order, not overlapping. Tokens for which `taken` holds
/// (places, times) begin no entity.
pub(crate) fn entities(
    words: &Words,
    tokens: Range<usize>,
    taken: impl Fn(usize) -> bool,
) -> Vec<Entity> {
    let mut out = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        match entity_at(words, at, tokens.end, &taken) {
            Some(entity) => {
                at = entity.tokens.end.max(at + 1);
                out.push(entity);
            }
            None => at += 1,
        }
    }
    out
}

fn head_rank(item: Item) -> u8 {
    match item {
        Item::Actor(_) => 5,
        Item::ActorShort(_) => 4,
        Item::People(_) => 3,
        Item::Source(_) => 2,
        Item::Title(_) | Item::Nation(_, NationForm::Name | NationForm::People) => 1,
        _ => 0,
    }
}

/// Whether a word here is a finite verb that the lexicon knows.
pub(crate) fn is_finite_verb(words: &Words, at: usize) -> bool {
    words.hits(at).iter().any(|hit| match hit.sense.item {
        Item::Trigger(_, TriggerKind::Verb(part) | TriggerKind::Passive(part), _) => {
            part != VerbForm::Participle
        }
        Item::Reporting(_) | Item::Class(_) => hit.sense.pos == musnad_lexicon::Pos::Verb,
        _ => false,
    })
}

fn entity_at(
    words: &Words,
    at: usize,
    end: usize,
    taken: &impl Fn(usize) -> bool,
) -> Option<Entity> {
    if words.token(at)?.kind != TokenKind::Word {
        return None;
    }
    let best = words
        .hits(at)
        .iter()
        .filter(|hit| head_rank(hit.sense.item) > 0 && hit.split.preposition != Some('س'))
        .max_by_key(|hit| (hit.tokens.len(), head_rank(hit.sense.item)));
    if taken(at)
        && best.is_none_or(|hit| {
            hit.tokens.len() == 1 && !matches!(hit.sense.item, Item::Actor(_) | Item::Nation(..))
        })
    {
        return None;
    }
    let person_of_nation = words
        .hit(at, |item| {
            matches!(item, Item::Nation(_, NationForm::Adjective))
        })
        .filter(|hit| best.is_none() && stands_for_a_person(words, at, hit));
    let best = best.or(person_of_nation);
    let Some(hit) = best else {
        return person_at(words, at, end).map(|tokens| Entity {
            span: words.span(tokens.clone(), Split::default()),
            name: Some(tokens.clone()),
            tokens,
            kind: EntityKind::Person,
            party: None,
            split: Split::default(),
            number: GrammaticalNumber::Singular,
            joined: false,
        });
    };
    if ambiguous_with_verb(words, at, hit) || crate::events::is_accusing(words, at) {
        return None;
    }
    let kind = match hit.sense.item {
        Item::Actor(_) | Item::ActorShort(_) => EntityKind::Actor(words.actor(at, hit).0),
        Item::People(number) => EntityKind::People(number),
        Item::Source(number) => EntityKind::Source(number),
        Item::Nation(number, _) => EntityKind::Nation(number),
        Item::Title(_) => EntityKind::Person,
        _ => return None,
    };
    let split = hit.split;
    let mut entity = Entity {
        tokens: hit.tokens.clone(),
        span: Span::default(),
        kind,
        name: None,
        party: match kind {
            EntityKind::Actor(number) => Some((number, hit.tokens.clone())),
            _ => None,
        },
        split,
        number: hit.sense.number,
        joined: split.conjunction == Some('و'),
    };
    extend(words, &mut entity, hit, end);
    // a title without a name is no one, unless the word is also a general word for people
    if kind == EntityKind::Person && entity.name.is_none() {
        if entity.tokens.len() < 2 {
            return None;
        }
        entity.kind = EntityKind::Group;
    }
    entity.span = words.span(entity.tokens.clone(), split);
    Some(entity)
}

/// A one-word general noun that is also a finite verb here («قاتل», «شهد») counts only where a noun
/// must stand: with an article, a preposition or after a number.
fn ambiguous_with_verb(words: &Words, at: usize, hit: &Hit) -> bool {
    if hit.tokens.len() > 1 || matches!(hit.sense.item, Item::Actor(_) | Item::Nation(..)) {
        return false;
    }
    // «قاضيا» with tanwin: the dual of a verb is rare
    let accusative =
        words.word(at).ends_with('ا') && matches!(hit.sense.item, Item::People(_) | Item::Title(_));
    !accusative
        && hit.split.preposition.is_none()
        && !hit.split.article
        && is_finite_verb(words, at)
        && {
            let before = at.checked_sub(1);
            // «قال تجمع لأهالي …»: behind a verb of saying stands who says it
            let said = before.is_some_and(|before| {
                words
                    .hit(before, |item| matches!(item, Item::Reporting(_)))
                    .is_some_and(|hit| hit.sense.pos == musnad_lexicon::Pos::Verb)
            });
            if said && matches!(hit.sense.item, Item::Source(_)) {
                return false;
            }
            !before.is_some_and(|before| {
                words
                    .token(before)
                    .is_some_and(|token| token.number().is_some())
                    || words
                        .hit(before, |item| {
                            matches!(item, Item::Numeral(_) | Item::Bound(_))
                        })
                        .is_some()
            })
        }
}

/// «قتل فلسطيني», «إصابة إسرائيلي»: an adjective of a nation behind a word for death, injury or arrest
/// is a person.
fn stands_for_a_person(words: &Words, at: usize, hit: &Hit) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    // «قتل الجيش الإسرائيلي فلسطينيا»: the accusative behind a definite subject
    let object = words.word(at).ends_with('ا')
        && words.word(before).starts_with("ال")
        && words
            .hit(before, |item| {
                matches!(
                    item,
                    Item::Nation(..) | Item::Actor(_) | Item::ActorShort(_)
                )
            })
            .is_some();
    // «75 فلسطينيا»
    let counted = hit.split.tanwin
        && words
            .token(before)
            .is_some_and(|token| token.number().is_some());
    if counted || (hit.split.cost() == 0 && !hit.split.article && object) {
        return true;
    }
    hit.split.cost() == 0
        && !hit.split.article
        && words.hits(before).iter().any(|hit| match hit.sense.item {
            Item::Trigger(event, ..) => words.lexicon.entries.events[usize::from(event)]
                .effect
                .is_some(),
            _ => false,
        })
}
