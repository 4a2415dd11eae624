//! Figures: how many people, what happened to them, whose they are.

use std::ops::Range;

use musnad_lexicon::{GrammaticalNumber, Item, NationForm, TriggerKind};
use musnad_model::{Bound, Effect, PloverType, Span, Who};

use crate::entities::{Entity, EntityKind};
use crate::events::Trigger;
use crate::numbers::{NumberMention, bound_after};
use crate::words::Words;

/// A number of people, or people without a number.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// Its tokens, number and noun.
    pub(crate) tokens: Range<usize>,
    /// Its bytes.
    pub(crate) span: Span,
    pub(crate) min: Option<u64>,
    pub(crate) max: Option<u64>,
    pub(crate) approximate: bool,
    /// What happened to them: by its own noun, or by the trigger that governs it.
    pub(crate) effect: Option<Effect>,
    pub(crate) who: Who,
    /// The side that they belong to.
    pub(crate) party: Option<Span>,
    /// The figure of the same sentence in which they are counted.
    pub(crate) subset_of: Option<usize>,
    /// The trigger that governs it.
    pub(crate) trigger: Option<usize>,
    /// Whether the figure is a running toll by its own words.
    pub(crate) cumulative: bool,
    /// The entity that it counts.
    pub(crate) entity: Option<usize>,
    /// Whether a number stands in the text.
    pub(crate) counted: bool,
}

/// What the figures of a sentence are read from.
pub(crate) struct Material<'a> {
    pub(crate) entities: &'a [Entity],
    pub(crate) numbers: &'a [NumberMention],
    /// Tokens of times and places: a number inside counts no people.
    pub(crate) taken: &'a [Range<usize>],
}

/// The figures of a sentence before their effect is known: numbers with the people that they count,
/// and casualty nouns.
pub(crate) fn figures(words: &Words, sentence: &Range<usize>, material: &Material) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    for number in material.numbers {
        if number.tokens.start < sentence.start || number.tokens.end > sentence.end {
            continue;
        }
        if material.taken.iter().any(|range| range.start < number.tokens.end && number.tokens.start < range.end) {
            continue;
        }
        if let Some(figure) = counted(words, sentence, material, number) {
            out.push(figure);
        }
    }
    for at in sentence.clone() {
        if out.iter().any(|figure| figure.tokens.contains(&at)) {
            continue;
        }
        if let Some(figure) = casualty_noun(words, sentence, material, at) {
            out.push(figure);
        }
    }
    for at in sentence.clone() {
        if !out.iter().any(|figure| figure.tokens.contains(&at))
            && let Some(figure) = one_among(words, material, at).or_else(|| others_after_trigger(words, at))
        {
            out.push(figure);
        }
    }
    out.sort_by_key(|figure| figure.tokens.start);
    drop_inner(&mut out);
    out
}

/// «بينهم امرأة», «من بينهم قائد المجموعة»: one person who is part of the figure before.
fn one_among(words: &Words, material: &Material, at: usize) -> Option<Figure> {
    let class = words.lexicon.class("among")?;
    let hit = words.hits(at).iter().find(|hit| hit.sense.item == Item::Class(class))?;
    let entity = entity_at(material, hit.tokens.end)?;
    let found = &material.entities[entity];
    if found.split.preposition.is_some() {
        return None;
    }
    of_entity(words, material.entities, entity, Effect::Missing).filter(|figure| figure.min.is_some()).map(|figure| Figure { effect: None, counted: true, ..figure })
}

/// «وإصابة آخرين»: people without a number behind the word that tells what happened to them.
fn others_after_trigger(words: &Words, at: usize) -> Option<Figure> {
    let before = at.checked_sub(1)?;
    let governed = words.hits(before).iter().any(|hit| match hit.sense.item {
        Item::Trigger(event, ..) => words.lexicon.entries.events[usize::from(event)].effect.is_some(),
        _ => false,
    });
    if !governed || !words.in_class(at, "others") || !(words.word(at).ends_with("ون") || words.word(at).ends_with("ين")) {
        return None;
    }
    Some(Figure {
        tokens: at..at + 1,
        span: words.doc.span(at..at + 1),
        min: None,
        max: None,
        approximate: false,
        effect: None,
        who: Who::Unknown,
        party: None,
        subset_of: None,
        trigger: None,
        cumulative: false,
        entity: None,
        counted: false,
    })
}

/// Of two figures that overlap the longer one stays.
fn drop_inner(figures: &mut Vec<Figure>) {
    let ranges: Vec<Range<usize>> = figures.iter().map(|figure| figure.tokens.clone()).collect();
    let mut number = 0;
    figures.retain(|figure| {
        let own = number;
        number += 1;
        !ranges.iter().enumerate().any(|(other, range)| {
            other != own
                && range.start <= figure.tokens.start
                && figure.tokens.end <= range.end
                && (range.len() > figure.tokens.len() || other < own)
        })
    });
}

fn entity_at(material: &Material, at: usize) -> Option<usize> {
    material.entities.iter().position(|entity| entity.tokens.start == at)
}

/// The effect that a data file names.
pub(crate) fn effect(word: &str) -> Option<Effect> {
    Some(match word {
        "killed" => Effect::Killed,
        "injured" => Effect::Injured,
        "detained" => Effect::Detained,
        "abducted" => Effect::Abducted,
        "missing" => Effect::Missing,
        "displaced" => Effect::Displaced,
        "body_recovered" => Effect::BodyRecovered,
        _ => return None,
    })
}

fn who(word: &str) -> Who {
    match word {
        "civilian" => Who::Civilian,
        "combatant" => Who::Combatant,
        _ => Who::Unknown,
    }
}

fn counted(words: &Words, sentence: &Range<usize>, material: &Material, number: &NumberMention) -> Option<Figure> {
    let mut at = number.tokens.end;
    while words.is_mark_of_quotation(at) {
        at += 1;
    }
    if words.hit(at, |item| matches!(item, Item::Time(_))).is_some_and(|hit| is_unit(words, hit.sense.item)) {
        return None;
    }
    let mut figure = Figure {
        tokens: number.tokens.clone(),
        span: number.span,
        min: number.min,
        max: number.max,
        approximate: number.approximate,
        effect: None,
        who: Who::Unknown,
        party: None,
        subset_of: None,
        trigger: None,
        cumulative: false,
        entity: None,
        counted: true,
    };
    // «من» between number and noun: «ثمانية من الشباب», «29 من عناصر»
    let of = words.word(at) == "من" || words.word(at) == "منهم";
    let noun = if of { at + 1 } else { at };
    let noun = skip_adjective_before(words, noun);
    if let Some(hit) = words.hit(noun, |item| matches!(item, Item::Casualty(_)))
        && hit.split.conjunction.is_none()
        && let Item::Casualty(entry) = hit.sense.item
    {
        let entry = &words.lexicon.entries.casualties[usize::from(entry)];
        figure.effect = effect(&entry.effect);
        figure.who = who(&entry.who);
        figure.tokens.end = hit.tokens.end;
        match entity_at(material, noun) {
            Some(entity) if material.entities[entity].party.is_some() => {
                who_of_party(words, &material.entities[entity], &mut figure);
            }
            _ => party_after(words, material, sentence, hit.tokens.end, &mut figure),
        }
        // «جثة 13 شخصا» is read from its noun; «جثث» before the number too
    } else if let Some(entity) = entity_at(material, noun)
        && material.entities[entity].split.conjunction.is_none()
        && counts_people(&material.entities[entity])
    {
        let found = &material.entities[entity];
        figure.entity = Some(entity);
        figure.tokens.end = found.tokens.end;
        who_of(words, found, &mut figure);
        if figure.party.is_none() {
            party_after(words, material, sentence, found.tokens.end, &mut figure);
        }
    } else if words.in_class(at, "others") {
        figure.tokens.end = at + 1;
    } else if words.hit(at, |item| matches!(item, Item::Nation(_, NationForm::Adjective | NationForm::People))).is_some() {
        figure.tokens.end = at + 1;
    } else if !stands_alone(words, at, sentence) {
        return None;
    }
    // «مدنيين اثنين»
    if let Some((bound, tokens)) = bound_after(words, figure.tokens.end) {
        figure.tokens.end = tokens.end;
        match bound {
            Bound::AtLeast => figure.max = None,
            Bound::AtMost => figure.min = None,
            Bound::About => figure.approximate = true,
            Bound::Exact | Bound::Between | Bound::Vague => {}
        }
    }
    figure.span = number.span.cover(words.doc.span(figure.tokens.clone()));
    figure.span.start = number.span.start;
    Some(figure)
}

/// «22 سنة», «٥٠ عاما»: an age or a period.
fn is_unit(words: &Words, item: Item) -> bool {
    matches!(item, Item::Time(time) if words.lexicon.entries.time[usize::from(time)].kind == "unit")
}

/// «عدد من كبار الضباط», «بعض أفراد»: a word of degree between number and noun.
fn skip_adjective_before(words: &Words, at: usize) -> usize {
    if matches!(words.word(at), "كبار" | "كبير" | "كبيره" | "ابرز" | "خيره" | "افراد") && words.hits(at).is_empty() { at + 1 } else { at }
}

fn counts_people(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::People(_) | EntityKind::Actor(_) | EntityKind::Nation(_) | EntityKind::Group | EntityKind::Source(_) | EntityKind::Person)
}

/// Whether a number without a noun can be a figure: before a sign, a particle or the end («إلى 9 على
/// الأقل», «وجرح أربعة في …»).
fn stands_alone(words: &Words, at: usize, sentence: &Range<usize>) -> bool {
    if at >= sentence.end {
        return true;
    }
    words.any_sign(at) && !words.is_sign(at, '%') && !words.is_sign(at, ':') && !words.is_sign(at, '/')
        || words.in_class(at, "particle")
        || words.in_class(at, "subordinator")
        || words.in_class(at, "cause")
        || words.in_class(at, "among")
        || words.hits(at).iter().any(|hit| hit.split.conjunction.is_some() && matches!(hit.sense.item, Item::Trigger(..) | Item::Casualty(_) | Item::Numeral(_)))
        || words.hit(at, |item| matches!(item, Item::Time(_) | Item::Bound(_) | Item::Weekday(_))).is_some()
        || words.hit(at, |item| matches!(item, Item::Trigger(..))).is_some_and(|hit| hit.split.preposition.is_some())
}

fn who_of(words: &Words, entity: &Entity, figure: &mut Figure) {
    let entries = &words.lexicon.entries;
    match entity.kind {
        EntityKind::People(people) => {
            figure.who = who(&entries.people[usize::from(people)].who);
        }
        EntityKind::Actor(_) | EntityKind::Group | EntityKind::Source(_) | EntityKind::Nation(_) | EntityKind::Person => {}
    }
    who_of_party(words, entity, figure);
}

/// The side that the people belong to.
fn who_of_party(words: &Words, entity: &Entity, figure: &mut Figure) {
    let entries = &words.lexicon.entries;
    if let Some((actor, tokens)) = &entity.party {
        figure.party = Some(words.doc.span(tokens.clone()));
        if figure.who == Who::Unknown && is_armed(&entries.actors[usize::from(*actor)].r#type) {
            figure.who = Who::Combatant;
        }
    }
}

/// Whether actors of this type fight.
pub(crate) fn is_armed(kind: &str) -> bool {
    matches!(kind, "state-force" | "armed-group" | "coalition")
}

/// «… من مسلحي قسد», «… للنظام», «… في صفوف الجيش», «قتلى التنظيم»: whose people they are.
fn party_after(words: &Words, material: &Material, sentence: &Range<usize>, at: usize, figure: &mut Figure) {
    let end = sentence.end.min(at + 5);
    let of = (at..end).find(|&token| {
        matches!(words.word(token), "من" | "صفوف" | "ل" | "لدي") || material.entities.iter().any(|entity| entity.tokens.start == token)
    });
    let Some(of) = of else { return };
    let entity = material.entities.iter().find(|entity| entity.tokens.start >= of && entity.tokens.start <= of + 2 && entity.tokens.start < end);
    let Some(entity) = entity else { return };
    let linked = entity.tokens.start == at
        || matches!(words.word(entity.tokens.start - 1), "من" | "صفوف" | "ل")
        || entity.split.preposition == Some('ل')
        || words.is_mark_of_quotation(entity.tokens.start - 1);
    if !linked || entity.joined || entity.split.preposition == Some('ب') {
        return;
    }
    if let Some((actor, tokens)) = &entity.party {
        figure.party = Some(words.doc.span(tokens.clone()));
        if figure.who == Who::Unknown && is_armed(&words.lexicon.entries.actors[usize::from(*actor)].r#type) {
            figure.who = Who::Combatant;
        }
    } else if let EntityKind::People(people) = entity.kind {
        let kind = who(&words.lexicon.entries.people[usize::from(people)].who);
        if figure.who == Who::Unknown {
            figure.who = kind;
        }
        if kind == Who::Combatant {
            figure.party = Some(entity.span);
        }
        if entity.tokens.start == at || words.word(at) == "من" {
            figure.tokens.end = figure.tokens.end.max(entity.tokens.end);
        }
    }
}

/// «قتلى وجرحى», «جريحان», «قتيل»: a casualty noun without a number before it.
fn casualty_noun(words: &Words, sentence: &Range<usize>, material: &Material, at: usize) -> Option<Figure> {
    let hit = words.hit(at, |item| matches!(item, Item::Casualty(_)))?;
    let Item::Casualty(entry) = hit.sense.item else { return None };
    let entry = &words.lexicon.entries.casualties[usize::from(entry)];
    let effect = effect(&entry.effect);
    // «إصابة 7 …» is the masdar that governs the figure, not a figure
    let masdar = words.hits(at).iter().any(|other| {
        matches!(other.sense.item, Item::Trigger(_, musnad_lexicon::TriggerKind::Masdar, _)) && other.tokens.len() == hit.tokens.len()
    });
    if masdar && hit.sense.number == GrammaticalNumber::Singular {
        return None;
    }
    let mut tokens = hit.tokens.clone();
    let number = material.numbers.iter().find(|number| number.tokens.start == hit.tokens.end);
    let (min, max, counted) = match (number, hit.sense.number) {
        // «جثة 13 شخصا»
        (Some(number), _) => {
            tokens.end = number.tokens.end;
            if let Some(entity) = entity_at(material, tokens.end) {
                tokens.end = material.entities[entity].tokens.end;
            }
            let (mut min, mut max) = (number.min, number.max);
            if let Some((bound, range)) = bound_after(words, tokens.end) {
                tokens.end = range.end;
                match bound {
                    Bound::AtLeast => max = None,
                    Bound::AtMost => min = None,
                    _ => {}
                }
            }
            (min, max, true)
        }
        (None, GrammaticalNumber::Dual) => (Some(2), Some(2), true),
        (None, GrammaticalNumber::Singular) if !hit.split.article && hit.split.suffix == 0 => (Some(1), Some(1), false),
        (None, GrammaticalNumber::Plural) if !hit.split.article || hit.split.suffix > 0 => (None, None, false),
        (None, _) => return None,
    };
    // «عدد قتلى …», «حصيلة ضحايا …»: the number comes later
    let mut figure = Figure {
        span: words.span(tokens.clone(), hit.split),
        tokens,
        min,
        max,
        approximate: false,
        effect,
        who: who(&entry.who),
        party: None,
        subset_of: None,
        trigger: None,
        cumulative: false,
        entity: None,
        counted,
    };
    if let Some(entity) = entity_at(material, at)
        && material.entities[entity].party.is_some()
    {
        who_of_party(words, &material.entities[entity], &mut figure);
    } else {
        party_after(words, material, sentence, figure.tokens.end, &mut figure);
    }
    Some(figure)
}

/// A figure made of an entity that something happened to: one person, a dual.
pub(crate) fn of_entity(words: &Words, entities: &[Entity], number: usize, effect: Effect) -> Option<Figure> {
    let entity = &entities[number];
    let count = match (entity.kind, entity.number) {
        (EntityKind::Person, _) => 1,
        (EntityKind::People(_), GrammaticalNumber::Singular) => 1,
        (EntityKind::People(_), GrammaticalNumber::Dual) => 2,
        (EntityKind::Source(_), GrammaticalNumber::Singular) if entity.name.is_some() || entity.split.article => 1,
        (EntityKind::Nation(_), GrammaticalNumber::Singular) if entity.tokens.len() <= 3 && is_person_of_nation(words, entity) => 1,
        // «قتل مدنيين»: people without a number
        (EntityKind::People(_), GrammaticalNumber::Plural) if !entity.split.article && entity.split.suffix == 0 && entity.party.is_none() => 0,
        _ => return None,
    };
    let mut figure = Figure {
        tokens: entity.tokens.clone(),
        span: entity.span,
        min: (count > 0).then_some(count),
        max: (count > 0).then_some(count),
        approximate: false,
        effect: Some(effect),
        who: Who::Unknown,
        party: None,
        subset_of: None,
        trigger: None,
        cumulative: false,
        entity: Some(number),
        counted: count == 2,
    };
    who_of(words, entity, &mut figure);
    if matches!(entity.kind, EntityKind::Nation(_)) {
        figure.who = Who::Civilian;
    }
    // a person without a general word is a civilian unless a rank says otherwise
    if entity.kind == EntityKind::Person {
        let rank = words.hit(entity.tokens.start, |item| matches!(item, Item::Title(_))).is_some_and(|hit| {
            matches!(hit.sense.item, Item::Title(title) if words.lexicon.entries.titles[usize::from(title)].sort == "rank")
        });
        figure.who = if rank { Who::Combatant } else { Who::Civilian };
    }
    Some(figure)
}

/// «فلسطيني» as a person, not «فلسطين».
fn is_person_of_nation(words: &Words, entity: &Entity) -> bool {
    words.hit(entity.tokens.start, |item| matches!(item, Item::Nation(_, NationForm::Adjective))).is_some()
}

/// Gives every figure its effect: by its own noun, by the trigger that governs it, by the figure that
/// it is part of or goes on.
pub(crate) fn govern(words: &Words, sentence: &Range<usize>, figures: &mut Vec<Figure>, triggers: &[Trigger]) {
    let effects: Vec<Option<Effect>> = triggers
        .iter()
        .map(|trigger| {
            trigger.events.iter().find_map(|&event| {
                words.lexicon.entries.events[usize::from(event)].effect.as_deref().and_then(effect)
            })
        })
        .collect();
    // «عدد قتلى التنظيم»: a noun inside a trigger of its own effect is no figure
    for figure in figures.iter_mut().filter(|figure| !figure.counted) {
        let inside = triggers.iter().enumerate().any(|(at, trigger)| {
            trigger.tokens.len() > 1 && trigger.tokens.contains(&figure.tokens.start) && trigger.head < figure.tokens.start && effects[at].is_some()
        });
        if inside {
            figure.effect = None;
        }
    }
    let mut last_top: Option<usize> = None;
    for number in 0..figures.len() {
        let start = figures[number].tokens.start;
        let among = is_among(words, sentence, figures, number);
        if among && let Some(whole) = last_top {
            figures[number].subset_of = Some(whole);
            if figures[number].effect.is_none() || !figures[number].counted {
                figures[number].effect = figures[whole].effect;
            }
            figures[number].trigger = figures[whole].trigger;
            if figures[number].party.is_none() && figures[number].who == Who::Combatant {
                figures[number].party = figures[whole].party;
            }
            figures[number].cumulative = figures[whole].cumulative;
            continue;
        }
        let own = figures[number].effect;
        let before = triggers
            .iter()
            .enumerate()
            .rev()
            .find(|(at, trigger)| {
                trigger.head <= start
                    && (effects[*at].is_some() || (own.is_some() && governs_losses(words, trigger, own)))
                    && (trigger.tokens.contains(&start) || reaches(words, triggers, *at, &figures[number], figures))
            });
        let after = triggers.iter().enumerate().find(|(at, trigger)| {
            let end = figures[number].tokens.end;
            trigger.head >= end && trigger.head <= end + 4 && effects[*at].is_some() && !trigger.split.article && trigger.split.preposition.is_none()
                && (end..trigger.head).all(|token| !words.is_sign(token, '،'))
                && trigger.split.conjunction.is_none()
        });
        let previous = number.checked_sub(1).map(|at| &figures[at]);
        let goes_on = previous.is_some_and(|previous| continues(words, previous, &figures[number], triggers));
        if let Some((at, _)) = before {
            figures[number].trigger = Some(at);
            if own.is_none() {
                figures[number].effect = effects[at];
            }
        } else if let Some((at, _)) = after {
            figures[number].trigger = Some(at);
            if own.is_none() {
                figures[number].effect = effects[at];
            }
        } else if goes_on && own.is_none() {
            let previous = &figures[number - 1];
            let (effect, trigger, subset, cumulative) = (previous.effect, previous.trigger, previous.subset_of, previous.cumulative);
            figures[number].effect = effect;
            figures[number].trigger = trigger;
            figures[number].subset_of = subset;
            figures[number].cumulative = cumulative;
            if subset.is_some() {
                continue;
            }
        }
        toll_words(words, sentence, figures, number);
        // «وجرح 18 آخرون»: the same people's side
        let is_others = figures[number].entity.is_none() && figures[number].who == Who::Unknown;
        if is_others
            && let Some(previous) = number.checked_sub(1)
            && figures[previous].tokens.end + 6 >= figures[number].tokens.start
            && (words.in_class(figures[number].tokens.end.saturating_sub(1), "others") || own.is_none())
        {
            figures[number].who = figures[previous].who;
            if figures[number].party.is_none() {
                figures[number].party = figures[previous].party;
            }
        }
        last_top = Some(number);
    }
    for number in 0..figures.len() {
        all_of_them(words, figures, number);
    }
    both_effects(words, figures, triggers, &effects);
}

/// «مقتل وإصابة 8», «قتل أو جرح 8»: the number bounds both together; «جثث 13 شخصا قتلوا»: they were
/// recovered and had been killed.
fn both_effects(words: &Words, figures: &mut Vec<Figure>, triggers: &[Trigger], effects: &[Option<Effect>]) {
    let mut more: Vec<Figure> = Vec::new();
    for figure in figures.iter_mut() {
        let Some(at) = figure.trigger else { continue };
        let pair = at.checked_sub(1).filter(|&before| {
            let gap = triggers[before].tokens.end..triggers[at].head;
            effects[before].is_some()
                && effects[before] != effects[at]
                && (gap.is_empty() && triggers[at].split.conjunction == Some('و')
                    || (gap.len() == 1 && matches!(words.word(gap.start), "او" | "و")))
        });
        let directly = figure.tokens.start <= triggers[at].tokens.end + 1;
        if let Some(before) = pair
            && directly
            && figure.counted
            && figure.effect == effects[at]
        {
            figure.max = figure.max.or(figure.min);
            figure.min = None;
            figure.span = words.span(triggers[before].head..triggers[before].head + 1, triggers[before].split).cover(figure.span);
            more.push(Figure { effect: effects[before], trigger: Some(before), ..figure.clone() });
        }
        if figure.effect == Some(Effect::BodyRecovered)
            && let Some((killer, _)) = triggers.iter().enumerate().find(|(other, trigger)| {
                effects[*other] == Some(Effect::Killed) && trigger.head >= figure.tokens.end && trigger.head <= figure.tokens.end + 1
            })
        {
            more.push(Figure { effect: Some(Effect::Killed), trigger: Some(killer), ..figure.clone() });
        }
    }
    figures.extend(more);
}

/// «جميعهم نساء وأطفال»: tells who the figure before is.
fn all_of_them(words: &Words, figures: &mut [Figure], number: usize) {
    let end = figures[number].tokens.end;
    for at in end..end + 4 {
        if words.in_class(at, "all-of-them")
            && let Some(hit) = words.hit(at + 1, |item| matches!(item, Item::People(_)))
            && let Item::People(people) = hit.sense.item
        {
            figures[number].who = who(&words.lexicon.entries.people[usize::from(people)].who);
        }
    }
}

fn is_among(words: &Words, sentence: &Range<usize>, figures: &[Figure], number: usize) -> bool {
    let start = figures[number].tokens.start;
    let from = start.saturating_sub(3).max(sentence.start);
    let class = words.lexicon.class("among");
    let marked = (from..start).any(|at| {
        words.hits(at).iter().any(|hit| class.is_some_and(|class| hit.sense.item == Item::Class(class)) && hit.tokens.end <= start && hit.tokens.end + 2 >= start)
    });
    if marked {
        return true;
    }
    // «بينهم 6 أطفال و4 نساء»
    number.checked_sub(1).is_some_and(|previous| {
        figures[previous].subset_of.is_some()
            && figures[previous].tokens.end + 1 >= start
            && joined(words, &figures[number])
    })
}

/// Whether «و» stands before the figure, attached or alone.
fn joined(words: &Words, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    let text = words.word(start);
    let own = words.doc.span(figure.tokens.clone()).start < figure.span.start;
    (own && text.starts_with('و')) || (start > 0 && words.word(start - 1) == "و")
}

/// Whether an event without an effect of its own can be what a casualty noun after it tells of.
fn governs_losses(words: &Words, trigger: &Trigger, effect: Option<Effect>) -> bool {
    let wanted = match effect {
        Some(Effect::Killed | Effect::Injured | Effect::Missing | Effect::Abducted) => PloverType::Assault,
        Some(Effect::Detained) => PloverType::Coerce,
        Some(Effect::BodyRecovered) => PloverType::Aid,
        Some(Effect::Displaced) => PloverType::Retreat,
        None => return false,
    };
    trigger.events.first().is_some_and(|&event| crate::claims::plover_of(words, event) == Some(wanted))
}

/// A trigger for each casualty noun that no event of the sentence governs: «5 قتلى في بغداد».
pub(crate) fn triggers_of_nouns(words: &Words, figures: &[Figure]) -> Vec<Trigger> {
    let mut out: Vec<Trigger> = Vec::new();
    for figure in figures {
        if figure.effect.is_none() || figure.trigger.is_some() || figure.subset_of.is_some() {
            continue;
        }
        let noun = figure.tokens.clone().find_map(|at| {
            let hit = words.hit(at, |item| matches!(item, Item::Casualty(_)))?;
            let Item::Casualty(entry) = hit.sense.item else { return None };
            Some((hit, words.lexicon.casualty_events[usize::from(entry)]?))
        });
        let Some((hit, event)) = noun else { continue };
        // «المعتقلين», «النازحين» without a number are people, not news
        let deaths = matches!(figure.effect, Some(Effect::Killed | Effect::Injured | Effect::BodyRecovered));
        if !deaths && !figure.counted {
            continue;
        }
        out.push(Trigger {
            events: vec![event],
            kind: TriggerKind::Noun,
            may_be_passive: false,
            head: figure.tokens.start,
            tokens: figure.tokens.start..hit.tokens.end.max(figure.tokens.start + 1),
            span: words.span(hit.tokens.clone(), hit.split),
            split: hit.split,
            plural: false,
            pattern: None,
        });
    }
    out
}

/// Whether the trigger governs the figure: no other trigger stands between, nor too many words.
fn reaches(words: &Words, triggers: &[Trigger], at: usize, figure: &Figure, figures: &[Figure]) -> bool {
    const FARTHEST: usize = 16;
    // a casualty noun says itself what happened, so it may stand farther off
    const FARTHEST_NOUN: usize = 36;
    let trigger = &triggers[at];
    let start = figure.tokens.start;
    let farthest = if figure.effect.is_some() { FARTHEST_NOUN } else { FARTHEST };
    if start < trigger.tokens.end.min(trigger.head + 1) || start - trigger.head > farthest {
        return false;
    }
    let between = trigger.head + 1..start;
    let other = triggers.iter().enumerate().any(|(other, found)| other != at && between.contains(&found.head));
    let boundary = between.clone().any(|token| {
        words.in_class(token, "complementizer") || words.is_sign(token, '؛') || words.is_sign(token, ':') || words.in_class(token, "relative")
    });
    let comma = between.clone().filter(|&token| words.is_sign(token, '،')).count();
    let boundary = boundary && figure.effect.is_none();
    let earlier = figures.iter().any(|other| !trigger.tokens.contains(&other.tokens.start) && other.tokens.start >= trigger.head && other.tokens.end <= start && other.tokens.start < start);
    !other && !boundary && (comma == 0 || (comma == 1 && !earlier)) && (!earlier || joined(words, figure) || words.in_class(start.saturating_sub(1), "subordinator"))
}

/// Whether a figure goes on the one before it («و473 من …», «مقابل 473 من …»).
fn continues(words: &Words, previous: &Figure, figure: &Figure, triggers: &[Trigger]) -> bool {
    let between = previous.tokens.end..figure.tokens.start;
    previous.effect.is_some()
        && between.len() <= 14
        && !triggers.iter().any(|trigger| between.contains(&trigger.head))
        && (joined(words, figure) || between.clone().any(|at| words.word(at) == "مقابل") || words.in_class(figure.tokens.end.saturating_sub(1), "others"))
}

/// «ارتفع عدد قتلى التنظيم … إلى 28»: the noun before the number tells the effect, and the figure is a
/// running toll.
fn toll_words(words: &Words, sentence: &Range<usize>, figures: &mut [Figure], number: usize) {
    const FARTHEST: usize = 30;
    let start = figures[number].tokens.start;
    let from = start.saturating_sub(FARTHEST).max(sentence.start);
    let Some(rise) = (from..start).rev().find(|&at| words.in_class(at, "rise")) else { return };
    let noun = (rise..start).rev().find_map(|at| {
        let hit = words.hit(at, |item| matches!(item, Item::Casualty(_)))?;
        let Item::Casualty(entry) = hit.sense.item else { return None };
        Some((at, entry))
    });
    let blocked = (rise..start).any(|at| words.is_sign(at, '.') || words.is_sign(at, '؛'));
    if blocked {
        return;
    }
    let named_toll = (rise..start).any(|at| matches!(words.word(at).trim_start_matches('ب'), "عدد" | "حصيله" | "اعداد" | "الحصيله" | "خساير" | "محصله" | "اجمالي" | "مجموع"))
        || matches!(words.word(rise).trim_start_matches('و'), "حصيله" | "الحصيله" | "اجمالي" | "مجموع");
    if noun.is_none() && !named_toll {
        return;
    }
    figures[number].cumulative = true;
    if let Some((at, entry)) = noun {
        if figures[number].effect.is_none() {
            figures[number].effect = effect(&words.lexicon.entries.casualties[usize::from(entry)].effect);
        }
        // the noun's own figure is this one
        let donor = figures.iter().position(|other| other.tokens.contains(&at) && !other.counted);
        if let Some(donor) = donor {
            let (party, kind) = (figures[donor].party, figures[donor].who);
            if figures[number].party.is_none() {
                figures[number].party = party;
            }
            if figures[number].who == Who::Unknown {
                figures[number].who = kind;
            }
            figures[donor].effect = None;
        }
    }
}
