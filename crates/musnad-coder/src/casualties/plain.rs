//! People without a number: «مقتل طفل», «أصيب مواطنان», «بينهم امرأة», «وإصابة آخرين».

use musnad_lexicon::{GrammaticalNumber, Item, NationForm};
use musnad_model::{Effect, Who};

use super::{Figure, Material, breakdown, side};
use crate::entities::{Entity, EntityKind};
use crate::events::Trigger;
use crate::words::Words;

/// A figure made of an entity that something happened to: one person, a dual, people.
pub(crate) fn of_entity(words: &Words, entities: &[Entity], number: usize, effect: Effect) -> Option<Figure> {
    let entity = &entities[number];
    if is_adjective(words, entity) || words.in_class(entity.tokens.end, "forecast") {
        return None;
    }
    let plain_plural = !entity.split.article && entity.split.suffix == 0;
    let collective = words.in_class(entity.tokens.start, "collective");
    let count = match (entity.kind, entity.number) {
        (EntityKind::Person, _) => 1,
        // «طاقمه», «عائلة»: how many is not told
        (EntityKind::People(_), GrammaticalNumber::Singular) => u64::from(!collective),
        (EntityKind::People(_), GrammaticalNumber::Dual) if collective => 0,
        (EntityKind::People(_), GrammaticalNumber::Dual) => 2,
        (EntityKind::Source(_), GrammaticalNumber::Singular) if entity.name.is_some() || entity.split.article => 1,
        (EntityKind::Nation(_), GrammaticalNumber::Singular) if entity.tokens.len() <= 3 && is_person_of_nation(words, entity) => 1,
        // «قتل مدنيين», «مقتل عناصر من التنظيم»: people without a number
        (EntityKind::People(_), GrammaticalNumber::Plural) if plain_plural && (entity.party.is_none() || says_of(words, entity)) => 0,
        _ => return None,
    };
    let count = (count > 0).then_some(count);
    let mut figure = Figure::new(entity.tokens.clone(), entity.span, (count, count));
    figure.effect = Some(effect);
    figure.entity = Some(number);
    figure.counted = count == Some(2);
    let material = Material { entities, numbers: &[], taken: &[] };
    let sentence = entity.tokens.start..entity.tokens.end + 8;
    side::tell(words, &material, &sentence, &entity.tokens, &mut figure);
    figure.tokens = entity.tokens.clone();
    breakdown::own(words, entity.tokens.start, &mut figure);
    if matches!(entity.kind, EntityKind::Nation(_)) {
        figure.who = Who::Civilian;
    }
    // a person without a general word is a civilian unless a rank says otherwise
    if entity.kind == EntityKind::Person && figure.who == Who::Unknown {
        figure.who = if has_rank(words, entity) { Who::Combatant } else { Who::Civilian };
    }
    Some(figure)
}

/// Whether a recipient of the trigger `at` is a figure beside those that already stand: where a number
/// tells how many, the other nouns around say more of them.
pub(crate) fn adds_a_figure(words: &Words, figures: &[Figure], entities: &[Entity], entity: usize, at: usize, triggers: &[Trigger]) -> bool {
    let entity = &entities[entity];
    let head = triggers[at].head;
    let mut told = figures.iter().filter(|figure| figure.trigger == Some(at) && figure.effect.is_some() && figure.subset_of.is_none()).peekable();
    if told.peek().is_none() {
        return true;
    }
    // «قتل 3 مدنيين وطفل»
    let joined = entity.joined || (entity.tokens.start > 0 && words.word(entity.tokens.start - 1) == "و");
    entity.tokens.start > head && joined && told.any(|figure| figure.tokens.end <= entity.tokens.start && figure.tokens.end + 4 >= entity.tokens.start)
}

fn has_rank(words: &Words, entity: &Entity) -> bool {
    let rank = |item| matches!(item, Item::Title(title) if words.lexicon.entries.titles[usize::from(title)].sort == "rank");
    words.hit(entity.tokens.start, rank).is_some()
}

fn says_of(words: &Words, entity: &Entity) -> bool {
    entity.tokens.clone().any(|at| words.word(at) == "من")
}

/// «طقم عسكري», «هجوم إرهابي»: an indefinite word in ي behind another noun is that noun's adjective.
fn is_adjective(words: &Words, entity: &Entity) -> bool {
    let start = entity.tokens.start;
    let Some(before) = start.checked_sub(1) else { return false };
    let nisba = matches!(entity.kind, EntityKind::People(_)) && words.word(start).trim_end_matches('ا').ends_with('ي') && entity.split.cost() == 0;
    let noun_before = words.token(before).is_some_and(|token| token.kind == musnad_text::TokenKind::Word)
        && words.hits(before).iter().all(|hit| matches!(hit.sense.item, Item::Means(_) | Item::PlaceKind(_) | Item::GivenName(_) | Item::Unit(_)));
    nisba && noun_before
}

/// «فلسطيني» as a person, not «فلسطين» nor «ليبيا».
fn is_person_of_nation(words: &Words, entity: &Entity) -> bool {
    let form = |wanted| words.hit(entity.tokens.start, |item| matches!(item, Item::Nation(_, form) if form == wanted));
    form(NationForm::Adjective).is_some() && form(NationForm::Name).is_none()
}

/// «بينهم امرأة», «من بينهم قائد المجموعة», «بينهم أطفال ونساء», «بينهم طفل وسيدة»: people who are part of
/// the figure before.
pub(super) fn some_among(words: &Words, material: &Material, at: usize, out: &mut Vec<Figure>) {
    let Some(class) = words.lexicon.class("among") else { return };
    let Some(hit) = words.hits(at).iter().find(|hit| hit.sense.item == Item::Class(class)) else { return };
    if words.in_class(at, "most-of-them") {
        return;
    }
    let mut next = hit.tokens.end;
    let mut first = true;
    let mut vague: Option<usize> = None;
    while let Some(entity) = material.entity_at(next) {
        let found = &material.entities[entity];
        if found.split.preposition.is_some() || (!first && !found.joined) {
            break;
        }
        let Some(figure) = of_entity(words, material.entities, entity, Effect::Missing) else { break };
        let figure = Figure { effect: None, counted: true, ..figure };
        next = found.tokens.end;
        first = false;
        // «أطفال ونساء»: one figure
        match vague {
            Some(last) if figure.min.is_none() => {
                out[last].tokens.end = figure.tokens.end;
                out[last].span = out[last].span.cover(figure.span);
            }
            _ => {
                vague = figure.min.is_none().then_some(out.len());
                out.push(figure);
            }
        }
    }
}

/// «وإصابة آخرين», «وأصيب آخر»: people not named again, behind the word that tells what happened to them.
pub(super) fn others_after_trigger(words: &Words, material: &Material, at: usize) -> Option<Figure> {
    let before = at.checked_sub(1)?;
    let governed = words.hits(before).iter().any(|hit| match hit.sense.item {
        Item::Trigger(event, ..) => words.lexicon.entries.events[usize::from(event)].effect.is_some(),
        _ => false,
    });
    let hit = words.class_hit(at, "others")?;
    if !governed || hit.split.cost() > 0 && !hit.split.article || material.entity_at(at + 1).is_some_and(|next| material.entities[next].split.cost() == 0) {
        return None;
    }
    let word = words.word(at);
    let count = match word {
        "اخر" | "اخري" => Some(1),
        "اخران" | "اخريان" => Some(2),
        _ if word.ends_with("ون") || word.ends_with("ين") || word.ends_with("ات") => None,
        _ => return None,
    };
    let mut figure = Figure::new(at..at + 1, words.doc.span(at..at + 1), (count, count));
    figure.counted = count.is_some();
    Some(figure)
}
