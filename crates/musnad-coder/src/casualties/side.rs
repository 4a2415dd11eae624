//! Who the people of a figure are, and the side that they belong to.

use std::ops::Range;

use musnad_lexicon::{Item, NationForm, Split};
use musnad_model::{Span, Who};
use musnad_text::TokenKind;

use super::{Figure, Material, context};
use crate::entities::{Entity, EntityKind};
use crate::words::Words;

/// Whether actors of this type fight.
pub(crate) fn is_armed(kind: &str) -> bool {
    matches!(kind, "state-force" | "armed-group" | "coalition")
}

/// The sort of people that a data file names.
pub(super) fn who(word: &str) -> Who {
    match word {
        "civilian" => Who::Civilian,
        "combatant" => Who::Combatant,
        _ => Who::Unknown,
    }
}

/// A side: its words, and who its people are.
pub(super) struct Side {
    tokens: Range<usize>,
    pub(super) span: Span,
    pub(super) who: Who,
}

/// Tells who the people of `figure` are and whom they belong to, from its noun at `noun` and the words
/// after it.
pub(super) fn tell(
    words: &Words,
    material: &Material,
    sentence: &Range<usize>,
    noun: &Range<usize>,
    figure: &mut Figure,
) {
    let entity = material
        .entity_at(noun.start)
        .map(|at| &material.entities[at]);
    if let Some(entity) = entity
        && figure.who == Who::Unknown
    {
        figure.who = people_at(words, entity.tokens.start).unwrap_or(Who::Unknown);
    }
    let end = figure.tokens.end.max(noun.end);
    if figure.who == Who::Unknown {
        // «6 قتلى مدنيين», «شخصا مدنيا»
        let adjective = (noun.start + 1..sentence.end.min(end + 1))
            .find_map(|at| adjective_of_people(words, at));
        figure.who = adjective.unwrap_or(Who::Unknown);
    }
    // «جرحى من المدنيين»
    if figure.who == Who::Unknown
        && let Some(entity) = entity
        && let Some(from) = entity.tokens.clone().find(|&at| words.word(at) == "من")
    {
        figure.who = people_at(words, from + 1).unwrap_or_default();
    }
    let inner = entity.and_then(|entity| inside(words, entity, figure.who));
    let side = inner
        .or_else(|| behind(words, material, sentence, end, figure))
        .or_else(|| adjective_of_side(words, noun.start..sentence.end.min(end + 1), figure.who));
    let Some(side) = side else { return };
    if figure.who == Who::Unknown {
        figure.who = side.who;
    }
    figure.party = Some(joined_sides(words, material, side).span);
}

/// Tells whom the people of `figure` belong to from the words behind it: «20 قتيلا وجريحا من قوات النظام»,
/// «وإصابة آخرين في صفوف الجيش».
pub(super) fn tell_behind(
    words: &Words,
    material: &Material,
    sentence: &Range<usize>,
    figure: &mut Figure,
) {
    let Some(side) = behind(words, material, sentence, figure.tokens.end, figure) else {
        return;
    };
    if figure.who == Who::Unknown {
        figure.who = side.who;
    }
    figure.party = Some(joined_sides(words, material, side).span);
}

/// «جندي تركي», «مسلحا حوثيا», «25 حوثيا»: the word that names the side of fighters.
fn adjective_of_side(words: &Words, tokens: Range<usize>, who: Who) -> Option<Side> {
    let first = tokens.start;
    tokens.into_iter().find_map(|at| {
        let nation = words.hit(at, |item| {
            matches!(
                item,
                Item::Nation(_, NationForm::Adjective | NationForm::People)
            )
        });
        let nation = nation.filter(|hit| {
            at > first
                && who == Who::Combatant
                && hit.split.conjunction.is_none()
                && hit.split.preposition.is_none()
        });
        let named = words.in_class(at, "side-name");
        (nation.is_some() || named).then(|| Side {
            tokens: at..at + 1,
            span: words.doc.span(at..at + 1),
            who: Who::Combatant,
        })
    })
}

/// What a general word for people says of them.
pub(super) fn people_at(words: &Words, at: usize) -> Option<Who> {
    let hit = words.hit(at, |item| matches!(item, Item::People(_)))?;
    match hit.sense.item {
        Item::People(people) => Some(who(&words.lexicon.entries.people[usize::from(people)].who)),
        _ => None,
    }
}

fn adjective_of_people(words: &Words, at: usize) -> Option<Who> {
    let hit = words.hit(at, |item| matches!(item, Item::People(_)))?;
    let plain = hit.split.conjunction.is_none() && hit.split.preposition.is_none();
    // «أفراد عائلتها»
    people_at(words, at).filter(|found| {
        plain && (*found == Who::Civilian || hit.split.suffix == 0 && *found != Who::Unknown)
    })
}

/// The side that a noun phrase names itself: «مسلحي داعش», «عناصر من الفرقة», «جنود الاحتلال», «تنظيم داعش».
pub(super) fn inside(words: &Words, entity: &Entity, own: Who) -> Option<Side> {
    if is_word_for_people(words, entity) {
        return None;
    }
    if let Some((actor, tokens)) = &entity.party {
        let tokens = if matches!(entity.kind, EntityKind::Actor(_)) {
            entity.tokens.clone()
        } else {
            tokens.clone()
        };
        if tokens.clone().any(|at| is_trigger_noun(words, at)) {
            return None;
        }
        let armed = is_armed(&words.lexicon.entries.actors[usize::from(*actor)].r#type);
        return Some(Side {
            span: bare_span(words, tokens.clone()),
            tokens,
            who: if armed { Who::Combatant } else { Who::Unknown },
        });
    }
    if let Some(side) = force_after_in(words, entity) {
        return Some(side);
    }
    if entity.kind == EntityKind::Group {
        return Some(Side {
            tokens: entity.tokens.clone(),
            span: entity.span,
            who: Who::Unknown,
        });
    }
    let EntityKind::People(_) = entity.kind else {
        return None;
    };
    if let Some(side) = force_in_name(words, entity) {
        return Some(side);
    }
    let rest = complement(words, entity)?;
    // «175 عنصرا من مقاتليها»: whose, a pronoun tells
    if words
        .hits(rest.start)
        .iter()
        .any(|hit| hit.split.suffix > 0 && matches!(hit.sense.item, Item::People(_)))
    {
        return None;
    }
    let adverse = people_at(words, rest.start) == Some(Who::Civilian);
    let fights = own == Who::Combatant || people_at(words, rest.start) == Some(Who::Combatant);
    // «أفراد القبيلة», «29 فردا من الطوارق»
    let member = words.in_class(entity.tokens.start, "member");
    let who = if fights { Who::Combatant } else { Who::Unknown };
    ((fights || member) && !adverse).then(|| Side {
        span: bare_span(words, rest.clone()),
        tokens: rest,
        who,
    })
}

/// «القيادي في داعش أبو عمر»: the force that the noun phrase names behind «في».
fn force_after_in(words: &Words, entity: &Entity) -> Option<Side> {
    let from = entity
        .tokens
        .clone()
        .skip(1)
        .find(|&at| words.word(at) == "في")?;
    let hit = words
        .hits(from + 1)
        .iter()
        .filter(|hit| {
            hit.split.preposition.is_none()
                && hit.tokens.end <= entity.tokens.end
                && matches!(hit.sense.item, Item::Actor(_) | Item::ActorShort(_))
        })
        .max_by_key(|hit| hit.tokens.len())?;
    let armed = match hit.sense.item {
        Item::Actor(actor) | Item::ActorShort(actor) => {
            is_armed(&words.lexicon.entries.actors[usize::from(actor)].r#type)
        }
        _ => false,
    };
    armed.then(|| Side {
        tokens: hit.tokens.clone(),
        span: words.span(hit.tokens.clone(), hit.split),
        who: Who::Combatant,
    })
}

/// «عناصر الشرطة»: one phrase of the lexicon whose second word is the force.
fn force_in_name(words: &Words, entity: &Entity) -> Option<Side> {
    let head = words.hit(entity.tokens.start, |item| matches!(item, Item::People(_)))?;
    let last = head.tokens.end - 1;
    let force = words.hit(last, |item| {
        matches!(item, Item::Actor(_) | Item::ActorShort(_))
    })?;
    let fights = people_at(words, entity.tokens.start) == Some(Who::Combatant);
    (fights
        && head.tokens.len() == 2
        && force.tokens.len() == 1
        && words.word(last).starts_with("ال"))
    .then(|| Side {
        tokens: last..head.tokens.end,
        span: words.doc.span(last..head.tokens.end),
        who: Who::Combatant,
    })
}

/// The words after «من», or the definite noun to which an indefinite head belongs («عناصر الشرطة»).
fn complement(words: &Words, entity: &Entity) -> Option<Range<usize>> {
    let tokens = &entity.tokens;
    let from =
        (tokens.start + 1..tokens.end).find(|&at| words.word(at) == "من" || is_ranks(words, at));
    let start = match from {
        Some(from) if is_ranks(words, from + 1) => from + 2,
        Some(from) => from + 1,
        None => {
            let head = words.hit(tokens.start, |item| matches!(item, Item::People(_)))?;
            let next = head.tokens.end;
            let genitive =
                !head.split.article && head.split.suffix == 0 && words.word(next).starts_with("ال");
            genitive.then_some(next)?
        }
    };
    (start < tokens.end).then_some(start..tokens.end)
}

/// «صفوف», «بصفوف»: the ranks of a side that is named behind.
pub(super) fn is_ranks(words: &Words, at: usize) -> bool {
    words
        .class_hit(at, "ranks")
        .is_some_and(|hit| hit.split.suffix == 0)
}

/// «… من مسلحي قسد», «… للنظام», «… في صفوف الجيش», «قتلى التنظيم»: whose people they are.
fn behind(
    words: &Words,
    material: &Material,
    sentence: &Range<usize>,
    end: usize,
    figure: &mut Figure,
) -> Option<Side> {
    let (mut at, linked_at_once) = (modifiers_end(words, material, sentence, end), end);
    let by_from = words.word(at) == "من" || words.word(at) == "لدي";
    let among = matches!(words.word(at), "في" | "بين");
    let in_ranks = is_ranks(words, at);
    let by_ranks = in_ranks || among && is_ranks(words, at + 1);
    // «عشرات القتلى في صفوفهم»
    let own_ranks = words.class_hit(at + 1, "ranks");
    if among && own_ranks.is_some_and(|hit| hit.split.suffix > 0) {
        context::of_antecedent(words, material, figure);
        return None;
    }
    // «قيادي كبير في تنظيم القاعدة», «عنصران في الشرطة»: a force of which they are
    let by_force = words.word(at) == "في"
        && !by_ranks
        && figure.who == Who::Combatant
        && material
            .entity_at(at + 1)
            .is_some_and(|entity| is_force(words, &material.entities[entity]));
    // «قتلى وجرحى بين عناصر المليشيا»
    let by_between = words.word(at) == "بين" && figure.effect.is_some() && !by_ranks;
    // «قيادي بارز بتنظيم داعش»
    let by_attached = figure.who == Who::Combatant
        && material.entity_at(at).is_some_and(|entity| {
            let entity = &material.entities[entity];
            entity.split.preposition == Some('ب') && is_force(words, entity)
        });
    let belongs = words.in_class(at, "belonging");
    if by_from {
        at += 1 + usize::from(is_ranks(words, at + 1));
    } else if by_ranks {
        at += 1 + usize::from(!in_ranks);
    } else if by_between || by_force {
        at += 1;
    } else if belongs {
        at += 1 + usize::from(words.word(at + 1) == "الي");
    } else if at != linked_at_once && !by_attached {
        return None;
    }
    let by_word = by_attached || by_from || by_ranks || by_between || by_force || belongs;
    if !by_word && words.word(at) == "ل" {
        at += 1;
    }
    while words.is_mark_of_quotation(at) {
        at += 1;
    }
    if at >= sentence.end {
        return None;
    }
    let Some(entity) = material
        .entity_at(at)
        .map(|entity| &material.entities[entity])
    else {
        // «عناصر من الفرقة»: an unknown definite noun is a side where fighters are spoken of
        let member = words.in_class(end - 1, "member");
        let belongs_to = by_word && (figure.who == Who::Combatant || member);
        let unknown = belongs_to
            && words.word(at).starts_with("ال")
            && !material.is_taken(&(at..at + 1))
            && people_at(words, at).is_none();
        return unknown.then(|| Side {
            tokens: at..at + 1,
            span: words.doc.span(at..at + 1),
            who: figure.who,
        });
    };
    let by_letter = matches!(entity.split.preposition, Some('ل'));
    // «قتلى التنظيم», but not «5 قتلى جيش»
    let construct = words.in_class(end - 1, "member")
        || figure.who == Who::Combatant && !words.word(end - 1).starts_with("ال");
    let genitive = (figure.effect.is_some() || construct && at == linked_at_once)
        && entity.split.preposition.is_none();
    if !(by_word || by_letter || genitive || words.word(at.saturating_sub(1)) == "ل")
        || entity.joined
    {
        return None;
    }
    if entity
        .tokens
        .clone()
        .any(|token| is_trigger_noun(words, token))
        && !by_word
    {
        return None;
    }
    let kind = people_at(words, entity.tokens.start);
    if figure.who == Who::Unknown
        && let Some(kind) = kind
    {
        figure.who = kind;
    }
    if kind.is_some() && (by_from || genitive) {
        figure.tokens.end = figure.tokens.end.max(entity.tokens.end);
    }
    inside(words, entity, kind.unwrap_or(Who::Unknown)).or_else(|| {
        (kind == Some(Who::Combatant)).then(|| Side {
            tokens: entity.tokens.clone(),
            span: entity.span,
            who: Who::Combatant,
        })
    })
}

/// Whether the noun phrase names an armed force or group itself, not its people.
fn is_force(words: &Words, entity: &Entity) -> bool {
    match entity.kind {
        EntityKind::Actor(actor) => {
            is_armed(&words.lexicon.entries.actors[usize::from(actor)].r#type)
        }
        EntityKind::Group => true,
        EntityKind::People(_)
        | EntityKind::Nation(_)
        | EntityKind::Source(_)
        | EntityKind::Person => false,
    }
}

/// Up to two plain words between a noun and what tells its side: «قتيلا جديدا من», «جريحا على الأقل من».
fn modifiers_end(words: &Words, material: &Material, sentence: &Range<usize>, end: usize) -> usize {
    let stop = |at: usize| {
        at >= sentence.end
            || words
                .token(at)
                .is_none_or(|token| token.kind != TokenKind::Word)
            || words.in_class(at, "particle")
            || words.in_class(at, "subordinator")
            || words.in_class(at, "relative")
            || material.entity_at(at).is_some()
            || material.is_taken(&(at..at + 1))
            || words.hits(at).iter().any(|hit| {
                matches!(hit.sense.item, Item::Trigger(..))
                    || hit.split.conjunction.is_some()
                    || hit.split.preposition.is_some()
            })
            || is_ranks(words, at)
            || words.in_class(at, "belonging")
    };
    let mut at = end;
    while at < end + 2 && !stop(at) {
        at += 1;
    }
    // «تسعة قتلى سقطوا من صفوف التنظيم»
    let fell = words.word(at).ends_with("وا")
        && words.in_class(at, "result")
        && matches!(words.word(at + 1), "من" | "في" | "بين");
    at + usize::from(fell)
}

/// «من الحوثيين وقوات صالح»: sides that are named together.
fn joined_sides(words: &Words, material: &Material, side: Side) -> Side {
    let next = material
        .entities
        .iter()
        .find(|entity| entity.tokens.start == side.tokens.end);
    let Some(next) = next.filter(|next| next.joined && next.split.preposition.is_none()) else {
        return side;
    };
    let armed = match &next.party {
        Some((actor, _)) => is_armed(&words.lexicon.entries.actors[usize::from(*actor)].r#type),
        None => false,
    };
    if !armed
        || matches!(next.kind, EntityKind::Person)
        || next.tokens.clone().any(|at| is_trigger_noun(words, at))
    {
        return side;
    }
    let tokens = side.tokens.start..next.tokens.end;
    Side {
        span: side.span.cover(next.span),
        tokens,
        who: side.who,
    }
}

/// A name of an actor that is also a plain word for people: «الشباب» the youths.
fn is_word_for_people(words: &Words, entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Actor(_))
        && entity.tokens.len() == 1
        && people_at(words, entity.tokens.start).is_some_and(|found| found != Who::Combatant)
}

/// «العدوان» names what was done before it names who did it.
fn is_trigger_noun(words: &Words, at: usize) -> bool {
    words.hits(at).iter().any(|hit| {
        hit.tokens.len() == 1
            && matches!(
                hit.sense.item,
                Item::Trigger(
                    _,
                    musnad_lexicon::TriggerKind::Noun | musnad_lexicon::TriggerKind::Masdar,
                    0
                )
            )
    })
}

/// The bytes of `tokens` without what is attached to the first.
pub(super) fn bare_span(words: &Words, tokens: Range<usize>) -> Span {
    let mut tokens = tokens;
    // «عنصران من "قسد"»: a name that stands in marks of its own
    if words.is_mark_of_quotation(tokens.start)
        && tokens.len() > 2
        && words.is_mark_of_quotation(tokens.end - 1)
    {
        tokens = tokens.start + 1..tokens.end - 1;
    }
    let split = words
        .hit(tokens.start, |item| {
            matches!(
                item,
                Item::Actor(_)
                    | Item::ActorShort(_)
                    | Item::People(_)
                    | Item::Nation(_, NationForm::People)
            )
        })
        .map_or(Split::default(), |hit| hit.split);
    words.span(tokens, split)
}
