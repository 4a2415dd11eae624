//! People without a number: «مقتل طفل», «أصيب مواطنان», «بينهم امرأة», «وإصابة آخرين».

use std::ops::Range;

use musnad_lexicon::{GrammaticalNumber, Item, NationForm, TriggerKind};
use musnad_model::{Effect, Span, Who};

use super::{Figure, Material, breakdown, context, counted, effect, side};
use crate::entities::{Entity, EntityKind};
use crate::events::Trigger;
use crate::numbers::bound_after;
use crate::words::Words;

/// A figure made of an entity that something happened to: one person, a dual, people.
pub(crate) fn of_entity(
    words: &Words,
    entities: &[Entity],
    number: usize,
    effect: Effect,
) -> Option<Figure> {
    let entity = &entities[number];
    // «طائرة بدون طيار»
    let without =
        entity.tokens.start > 0 && words.in_class(entity.tokens.start - 1, "negation-noun");
    // «وأسر ثلاثة»: what a number follows is no noun of people
    let counted = words
        .token(entity.tokens.end)
        .is_some_and(|token| token.number().is_some())
        || words
            .hit(entity.tokens.end, |item| matches!(item, Item::Numeral(_)))
            .is_some_and(|hit| hit.split.conjunction.is_none());
    if without
        || counted && entity.number == GrammaticalNumber::Plural
        || is_adjective(words, entity)
        || words.in_class(entity.tokens.end, "forecast")
    {
        return None;
    }
    let plain_plural = !entity.split.article && entity.split.suffix == 0;
    let collective = words.in_class(entity.tokens.start, "collective");
    let count = match (entity.kind, entity.number) {
        (EntityKind::Person, _) => 1,
        // «قائد الفرقة», «والي المدينة»
        (EntityKind::Group, GrammaticalNumber::Singular) if is_office(words, entity) => 1,
        // «طاقمه», «عائلة»: how many is not told
        (EntityKind::People(_), GrammaticalNumber::Singular) => u64::from(!collective),
        (EntityKind::People(_), GrammaticalNumber::Dual) if collective => 0,
        (EntityKind::People(_) | EntityKind::Nation(_), GrammaticalNumber::Dual) => 2,
        (EntityKind::Source(_), GrammaticalNumber::Singular)
            if entity.name.is_some() || entity.split.article =>
        {
            1
        }
        // «قيادي في التنظيم»: a word for a speaker that is one of a group
        (EntityKind::Source(source), GrammaticalNumber::Singular)
            if words.lexicon.entries.sources[usize::from(source)].kind == "armed_group" =>
        {
            1
        }
        (EntityKind::Nation(_), GrammaticalNumber::Singular)
            if entity.tokens.len() <= 3 && is_person_of_nation(words, entity) =>
        {
            1
        }
        // «قتل مدنيين», «مقتل عناصر من التنظيم»: people without a number
        (EntityKind::People(_), GrammaticalNumber::Plural)
            if plain_plural && (entity.party.is_none() || says_of(words, entity)) =>
        {
            0
        }
        _ => return None,
    };
    let count = (count > 0).then_some(count);
    let mut figure = Figure::new(entity.tokens.clone(), entity.span, (count, count));
    figure.effect = Some(effect);
    figure.entity = Some(number);
    figure.counted = count == Some(2);
    let material = Material {
        entities,
        numbers: &[],
        taken: &[],
    };
    let sentence = entity.tokens.start..entity.tokens.end + 8;
    side::tell(words, &material, &sentence, &entity.tokens, &mut figure);
    figure.tokens = entity.tokens.clone();
    breakdown::own(words, entity.tokens.start, &mut figure);
    // «شخصان على الأقل»
    if let Some((bound, tokens)) = bound_after(words, entity.tokens.end) {
        figure.tokens.end = tokens.end;
        figure.span = figure.span.cover(words.doc.span(tokens));
        counted::limit(&mut figure, bound);
    }
    if matches!(entity.kind, EntityKind::Nation(_)) {
        figure.who = Who::Civilian;
    }
    // a person without a general word is a civilian unless a rank says otherwise
    if entity.name.is_some() && figure.who != Who::Combatant {
        apposition(words, entities, entity, &mut figure);
    }
    if entity.kind == EntityKind::Person && figure.who == Who::Unknown {
        figure.who = if has_rank(words, entity) {
            Who::Combatant
        } else {
            Who::Civilian
        };
    }
    Some(figure)
}

/// Whether a recipient of the trigger `at` is a figure beside those that already stand: where a number
/// tells how many, the other nouns around say more of them.
pub(crate) fn adds_a_figure(
    words: &Words,
    figures: &[Figure],
    entities: &[Entity],
    entity: usize,
    at: usize,
    triggers: &[Trigger],
) -> bool {
    let entity = &entities[entity];
    let head = triggers[at].head;
    let own = triggers[at].events.iter().find_map(|&event| {
        words.lexicon.entries.events[usize::from(event)]
            .effect
            .as_deref()
            .and_then(effect)
    });
    let mut told = figures
        .iter()
        .filter(|figure| {
            figure.trigger == Some(at) && figure.effect == own && figure.subset_of.is_none()
        })
        .peekable();
    if told.peek().is_none() {
        return true;
    }
    if entity.tokens.start <= head {
        return false;
    }
    // «مقتل القيادي وأربعة من مرافقيه»
    let before = told.peek().is_some_and(|figure| {
        entity.tokens.end <= figure.tokens.start
            && entity.tokens.end + 2 >= figure.tokens.start
            && is_joined(words, figure.tokens.start)
    });
    // «قتل 3 مدنيين وطفل»
    let behind = entity.joined || is_joined(words, entity.tokens.start);
    before
        || behind
            && told.any(|figure| {
                figure.tokens.end <= entity.tokens.start
                    && figure.tokens.end + 2 >= entity.tokens.start
            })
}

/// The entity that a verb of several words takes right behind itself: «يودي بحياة عنصر».
pub(crate) fn object_behind(entities: &[Entity], trigger: &Trigger) -> Option<usize> {
    let verb = matches!(trigger.kind, TriggerKind::Verb(_))
        && trigger.tokens.len() > 1
        && trigger.tokens.start == trigger.head;
    entities.iter().position(|entity| {
        verb && entity.tokens.start == trigger.tokens.end && entity.split.cost() == 0
    })
}

/// Whether «و» stands before the token, attached or alone.
pub(super) fn is_joined(words: &Words, at: usize) -> bool {
    words
        .hits(at)
        .iter()
        .any(|hit| hit.split.conjunction == Some('و'))
        || at > 0 && words.word(at - 1) == "و"
}

/// «وإصابة آخر», «وجرح 18 آخرون»: people not named again are of the sort and side of those before.
pub(crate) fn share_people(words: &Words, figures: &mut [(usize, Figure)]) {
    let mut before: Option<(Who, Option<Span>)> = None;
    for (_, figure) in figures.iter_mut() {
        let bare = figure.tokens.len() == 1 && figure.counted;
        let others = (bare || words.in_class(figure.tokens.end.saturating_sub(1), "others"))
            && figure.entity.is_none();
        if let Some((who, party)) = before
            && others
            && figure.who == Who::Unknown
        {
            figure.who = who;
            figure.party = figure.party.or(party);
        }
        if figure.subset_of.is_none() {
            before = Some((figure.who, figure.party));
        }
    }
    for number in 1..figures.len() {
        if let (who, Some(party)) = (figures[number].1.who, figures[number].1.party)
            && goes_on_in_pair(words, &figures[number - 1].1, &figures[number].1)
        {
            let first = &mut figures[number - 1].1;
            first.party = Some(party);
            first.who = who;
        }
    }
}

/// «مقتل عنصر وإصابة آخرين في صفوف الجيش», «مقتل خمسة وجرح 8 من الشرطة»: the side stands once behind both.
fn goes_on_in_pair(words: &Words, first: &Figure, second: &Figure) -> bool {
    const NEAR: usize = 3;
    let gap = first.tokens.end..second.tokens.start;
    let bare = first.entity.is_none() && first.tokens.len() == 1 && first.who == Who::Unknown;
    first.party.is_none()
        && second.who == Who::Combatant
        && first.effect != second.effect
        && second.subset_of.is_none()
        && (bare || first.who == Who::Combatant)
        && gap.len() <= NEAR
        && gap.into_iter().all(|at| !words.any_sign(at))
}

/// «قائد الفرقة»: a person by their office.
fn is_office(words: &Words, entity: &Entity) -> bool {
    words
        .hit(entity.tokens.start, |item| matches!(item, Item::Title(_)))
        .is_some()
}

/// «أبو خليل (القائد في التنظيم)», «فلان، أحد قادة …»: what is said of a named person right behind the name.
fn apposition(words: &Words, entities: &[Entity], entity: &Entity, figure: &mut Figure) {
    const NEAR: usize = 3;
    let end = entity.tokens.end;
    if !words.any_sign(end) || words.is_sign(end, '.') {
        return;
    }
    let Some(at) = (end + 1..end + 1 + NEAR).find(|&at| side::people_at(words, at).is_some())
    else {
        return;
    };
    if side::people_at(words, at) != Some(Who::Combatant)
        || words
            .hits(at)
            .iter()
            .all(|hit| hit.split.conjunction.is_some())
    {
        return;
    }
    figure.who = Who::Combatant;
    let material = Material {
        entities,
        numbers: &[],
        taken: &[],
    };
    context::of_losses(words, &material, at..at + 5, figure);
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
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let nisba = matches!(entity.kind, EntityKind::People(_))
        && words.word(start).trim_end_matches('ا').ends_with('ي')
        && entity.split.cost() == 0;
    let noun_before = words
        .token(before)
        .is_some_and(|token| token.kind == musnad_text::TokenKind::Word)
        && words.hits(before).iter().all(|hit| {
            matches!(
                hit.sense.item,
                Item::Means(_) | Item::PlaceKind(_) | Item::GivenName(_) | Item::Unit(_)
            )
        });
    nisba && noun_before
}

/// «فلسطيني» as a person, not «فلسطين» nor «ليبيا».
fn is_person_of_nation(words: &Words, entity: &Entity) -> bool {
    let form = |wanted| {
        words.hit(
            entity.tokens.start,
            |item| matches!(item, Item::Nation(_, form) if form == wanted),
        )
    };
    // «مقتل سورية»: right behind the harm it can only be a person
    let harmed = entity
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|before| is_harm(words, before));
    form(NationForm::Adjective).is_some() && (form(NationForm::Name).is_none() || harmed)
}

/// Whether the word at `at` tells what happened to people.
pub(super) fn is_harm(words: &Words, at: usize) -> bool {
    words.hits(at).iter().any(|hit| match hit.sense.item {
        Item::Trigger(event, ..) => words.lexicon.entries.events[usize::from(event)]
            .effect
            .is_some(),
        _ => false,
    })
}

/// «وإصابة آخرين», «وأصيب آخر»: people not named again, behind the word that tells what happened to them.
pub(super) fn others_after_trigger(
    words: &Words,
    sentence: &Range<usize>,
    material: &Material,
    at: usize,
) -> Option<Figure> {
    let before = at.checked_sub(1)?;
    let governed = is_harm(words, before);
    let hit = words.class_hit(at, "others")?;
    if !governed
        || hit.split.cost() > 0 && !hit.split.article
        || material
            .entity_at(at + 1)
            .is_some_and(|next| material.entities[next].split.cost() == 0)
    {
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
    side::tell_behind(words, material, sentence, &mut figure);
    Some(figure)
}
