//! Sides that the rest of the sentence tells: those spoken of before, those who were hit.

use std::ops::Range;

use musnad_lexicon::Item;
use musnad_model::{Effect, Span, Who};

use super::side::{bare_span, inside, is_armed, people_at};
use super::{Figure, Material};
use crate::entities::{Entity, EntityKind};
use crate::words::Words;

/// The people that «21 منهم» speaks of: those named last before it.
pub(super) fn of_antecedent(words: &Words, material: &Material, figure: &mut Figure) {
    let before = material.entities.iter().rev().find(|entity| {
        entity.tokens.end <= figure.tokens.start
            && matches!(
                entity.kind,
                EntityKind::People(_) | EntityKind::Actor(_) | EntityKind::Group
            )
    });
    let Some(entity) = before else { return };
    if figure.who == Who::Unknown {
        figure.who = people_at(words, entity.tokens.start).unwrap_or(Who::Unknown);
    }
    if let Some(side) = inside(words, entity, figure.who) {
        figure.party = Some(side.span);
        if figure.who == Who::Unknown {
            figure.who = side.who;
        }
    }
}

/// «خسائر التنظيم», «كبدوا المهاجمين خسائر»: the side whose name begins in `tokens` suffered them.
pub(super) fn of_losses(
    words: &Words,
    material: &Material,
    tokens: Range<usize>,
    figure: &mut Figure,
) {
    let found = material.entities.iter().rfind(|entity| {
        tokens.contains(&entity.tokens.start)
            && matches!(entity.split.preposition, None | Some('ب'))
    });
    let Some(entity) = found.filter(|_| figure.party.is_none()) else {
        return;
    };
    let kind = people_at(words, entity.tokens.start);
    let side = inside(words, entity, kind.unwrap_or_default());
    let fights = kind == Some(Who::Combatant)
        || side.as_ref().is_some_and(|side| side.who == Who::Combatant);
    if fights {
        figure.party = Some(side.map_or(entity.span, |side| side.span));
        figure.who = Who::Combatant;
    }
}

/// «كبدت المقاومة المليشيات 30 قتيلا»: whom a verb of inflicting has between itself and the figure.
pub(super) fn of_inflicted(
    words: &Words,
    material: &Material,
    sentence: &Range<usize>,
    figure: &mut Figure,
) {
    const REACH: usize = 8;
    let start = figure.tokens.start;
    let verb = (start.saturating_sub(REACH).max(sentence.start)..start)
        .rev()
        .find(|&at| words.in_class(at, "inflict-losses"));
    if let Some(verb) = verb {
        of_losses(words, material, verb + 1..start, figure);
    }
}

/// «قصفت الطائرات موقعا لتنظيم داعش فقتل 5 عناصر»: fighters without a side are of the only armed side that
/// the sentence names beside those who did it (`others`: actors and sources, as bytes).
pub(crate) fn lend(
    words: &Words,
    entities: &[Entity],
    others: &[Span],
    figures: &mut [(usize, Figure)],
) {
    let actor_of = |entity: &Entity| entity.party.as_ref().map(|(actor, _)| *actor);
    let taken: Vec<u16> = entities
        .iter()
        .filter(|entity| others.iter().any(|other| other.overlaps(entity.span)))
        .filter_map(actor_of)
        .collect();
    let mut sides = entities.iter().filter(|entity| {
        actor_of(entity).is_some_and(|actor| {
            !taken.contains(&actor)
                && is_armed(&words.lexicon.entries.actors[usize::from(actor)].r#type)
        })
    });
    let Some(first) = sides.next() else { return };
    if sides.any(|other| actor_of(other) != actor_of(first)) {
        return;
    }
    let Some((_, tokens)) = &first.party else {
        return;
    };
    // only where the words put that side at the receiving end: «على», «ضد», «ل», «مواقع»
    let start = first.tokens.start;
    let place = |item| matches!(item, Item::PlaceKind(_) | Item::Means(_));
    let received = first.split.preposition == Some('ل')
        || start > 0
            && (matches!(words.word(start - 1), "علي" | "ضد" | "مع" | "ل")
                || words.in_class(start - 1, "standing")
                || words.hit(start - 1, place).is_some());
    if !received {
        return;
    }
    let harmed = |figure: &Figure| {
        matches!(figure.effect, Some(Effect::Killed | Effect::Injured))
            && figure.tokens.start > start
    };
    for (_, figure) in figures.iter_mut().filter(|(_, figure)| {
        figure.who == Who::Combatant && figure.party.is_none() && harmed(figure)
    }) {
        figure.party = Some(bare_span(words, tokens.clone()));
    }
}
