//! Figures with a number: «28 قتيلا», «ثمانية من عناصر الفرقة», «جرح أربعة».

use std::ops::Range;

use musnad_lexicon::{GrammaticalNumber, Item, NationForm, Pos};
use musnad_model::{Bound, Effect, Who};
use musnad_text::TokenKind;

use super::{Figure, Material, breakdown, context, counts_people, effect, pairs, plain, side};
use crate::entities::EntityKind;
use crate::numbers::{NumberMention, bound_after};
use crate::words::Words;

/// Adds the figure that `number` begins, if it counts people. «20 قتيلا وجريحا» are two figures.
pub(super) fn counted(
    words: &Words,
    sentence: &Range<usize>,
    material: &Material,
    number: &NumberMention,
    out: &mut Vec<Figure>,
) {
    let start = number.tokens.start;
    if out.last().is_some_and(|last| last.tokens.end > start) || said_again(words, material, number)
    {
        return;
    }
    let mut at = number.tokens.end;
    // «(6) إرهابيين»
    if words.is_sign(at, ')') && start > 0 && words.is_sign(start - 1, '(') {
        at += 1;
    }
    while words.is_mark_of_quotation(at) {
        at += 1;
    }
    // «إصابة 173 يوم الأحد» is no period
    if is_unit_of_time(words, at) && !material.taken.iter().any(|time| time.start == at) {
        return;
    }
    let mut figure = Figure::new(number.tokens.clone(), number.span, (number.min, number.max));
    figure.approximate = number.approximate;
    figure.counted = true;
    // «مدنيين اثنين»
    if let Some(twins) = two_behind_noun(words, material, number) {
        out.push(twins);
        return;
    }
    let Some(noun) = noun_behind(words, sentence, material, at, &mut figure) else {
        return;
    };
    bound_behind(words, &mut figure);
    if let Noun::Words(tokens) = &noun {
        side::tell(words, material, sentence, tokens, &mut figure);
        breakdown::own(words, tokens.start, &mut figure);
        bound_behind(words, &mut figure);
    }
    if figure.party.is_none() && figure.effect.is_some() {
        context::of_inflicted(words, material, sentence, &mut figure);
    }
    if words.in_class(figure.tokens.end - 1, "others") {
        side::tell_behind(words, material, sentence, &mut figure);
    }
    if let Noun::Pronoun = noun {
        context::of_antecedent(words, material, &mut figure);
    }
    figure.span = number.span.cover(words.doc.span(figure.tokens.clone()));
    figure.span.start = number.span.start;
    match pairs::second_effect(words, material, &figure) {
        Some(effects) => {
            figure.tokens.end = effects.end;
            if figure.party.is_none() {
                let second = effects.end - 1..effects.end;
                side::tell(words, material, sentence, &second, &mut figure);
            }
            out.extend(pairs::both(words, figure, &effects));
        }
        None => out.push(figure),
    }
}

/// What the number counts.
enum Noun {
    /// The tokens of the noun.
    Words(Range<usize>),
    /// «21 منهم».
    Pronoun,
    /// «آخرون», an adjective, or nothing: the number stands alone.
    None,
}

/// Finds the noun behind a number and stretches the figure over it; `None` where the number counts no
/// people.
fn noun_behind(
    words: &Words,
    sentence: &Range<usize>,
    material: &Material,
    at: usize,
    figure: &mut Figure,
) -> Option<Noun> {
    if matches!(words.word(at), "منهم" | "منهن") {
        figure.tokens.end = at + 1;
        return Some(Noun::Pronoun);
    }
    // «من» between number and noun: «ثمانية من الشباب», «29 من عناصر»
    let from = words.word(at) == "من";
    let mut noun = skip_degree(words, if from { at + 1 } else { at });
    // «مقتل 15 من «داعش»»
    while from && words.is_mark_of_quotation(noun) {
        noun += 1;
    }
    if let Some(hit) = words.hit(noun, |item| matches!(item, Item::Casualty(_)))
        && hit.split.conjunction.is_none()
        && let Item::Casualty(entry) = hit.sense.item
    {
        if words.in_class(hit.tokens.end, "illness") {
            return None;
        }
        let entry = &words.lexicon.entries.casualties[usize::from(entry)];
        figure.effect = effect(&entry.effect);
        figure.who = side::who(&entry.who);
        figure.tokens.end = hit.tokens.end;
        return Some(Noun::Words(hit.tokens.clone()));
    }
    if let Some(entity) = material.entity_at(noun)
        && material.entities[entity].split.conjunction.is_none()
        && counts_people(&material.entities[entity])
    {
        // «15 فلسطينيا»; «25 حوثيا» are a side
        if matches!(material.entities[entity].kind, EntityKind::Nation(_))
            && !words.in_class(noun, "side-name")
        {
            figure.who = Who::Civilian;
        }
        figure.entity = Some(entity);
        figure.tokens.end = material.entities[entity].tokens.end;
        return Some(Noun::Words(material.entities[entity].tokens.clone()));
    }
    let of_nation = |item| {
        matches!(
            item,
            Item::Nation(_, NationForm::Adjective | NationForm::People)
        )
    };
    if words.in_class(at, "others") || words.hit(at, of_nation).is_some() {
        figure.tokens.end = at + 1;
        if words.hit(at, of_nation).is_some() {
            figure.who = Who::Civilian;
        }
        return Some(Noun::None);
    }
    if let Some(hit) = words.hit(at, |item| matches!(item, Item::People(_)))
        && hit.split.conjunction.is_none()
        && hit.split.preposition.is_none()
        && words
            .hit(at, |item| matches!(item, Item::PlaceKind(_)))
            .is_none()
        && !material.is_taken(&(at..at + 1))
    {
        figure.tokens.end = hit.tokens.end;
        return Some(Noun::Words(hit.tokens.clone()));
    }
    if is_unknown_people(words, at, figure) {
        figure.tokens.end = at + 1;
        return Some(Noun::None);
    }
    if is_harmed_unknown(words, at, figure) {
        figure.tokens.end = at + 1;
        return Some(Noun::None);
    }
    // «اعتقل المئات من مختلف المناطق»
    let crowd = words.word(figure.tokens.end - 1) == "من"
        && material.entity_at(at).is_none()
        && figure.min.is_none()
        && words.word(figure.tokens.start).starts_with("ال")
        && figure.tokens.start > 0
        && plain::is_harm(words, figure.tokens.start - 1);
    let alone = crowd
        || stands_alone(words, at, sentence)
        || is_wounded(words, at, figure)
        || words.word(figure.tokens.end - 1) == "ممن";
    (alone
        && !is_adjective_of_one(words, figure)
        && !is_year(words, figure)
        && !is_share_of_all(words, figure))
    .then_some(Noun::None)
}

/// «اعتقال عدد من الدعاة», «خطف ثلاثة حرفيين»: an unknown noun behind a number of killed, detained or
/// abducted is people; what is hit or wounded may be a house.
fn is_harmed_unknown(words: &Words, at: usize, figure: &Figure) -> bool {
    let Some(before) = figure.tokens.start.checked_sub(1) else {
        return false;
    };
    let harmed = words.hits(before).iter().any(|hit| match hit.sense.item {
        Item::Trigger(event, ..) => words.lexicon.entries.events[usize::from(event)]
            .effect
            .as_deref()
            .is_some_and(|effect| effect != "injured"),
        _ => false,
    });
    let word = words.word(at);
    harmed
        && words
            .token(at)
            .is_some_and(|token| token.kind == TokenKind::Word && !token.line_before)
        && words.hits(at).is_empty()
        && word.chars().count() > 3
        && !word.ends_with("ات")
}

/// «وإصابة 29 بجروح», «أصيب ستة بشظايا».
fn is_wounded(words: &Words, at: usize, figure: &Figure) -> bool {
    let harmed = figure
        .tokens
        .start
        .checked_sub(1)
        .is_some_and(|before| plain::is_harm(words, before));
    harmed && words.word(at).starts_with('ب') && words.word(at).chars().count() > 3
}

/// «منتصف 2014», «كوفيد-19»: digits that read as a year or go on a name count nobody by themselves.
fn is_year(words: &Words, figure: &Figure) -> bool {
    let digits = words
        .token(figure.tokens.start)
        .is_some_and(|token| token.number().is_some());
    let part_of_name = figure.tokens.start > 0 && words.is_sign(figure.tokens.start - 1, '-');
    digits && part_of_name
        || digits
            && figure.tokens.len() == 1
            && figure.min == figure.max
            && figure
                .min
                .is_some_and(|count| (1900..2100).contains(&count))
}

/// «جميعا», «معظم»: a share without its noun counts nobody; «العشرات» does.
fn is_share_of_all(words: &Words, figure: &Figure) -> bool {
    figure.min.is_none()
        && figure.max.is_none()
        && !words.word(figure.tokens.end - 1).contains("ال")
}

/// «عائلة واحدة»: one behind its noun counts nobody.
fn is_adjective_of_one(words: &Words, figure: &Figure) -> bool {
    let start = figure.tokens.start;
    let one = figure.min == Some(1)
        && figure.tokens.len() == 1
        && words
            .token(start)
            .is_some_and(|token| token.kind == TokenKind::Word);
    one && start > 0 && !plain::is_harm(words, start - 1)
}

/// «(7) سبعة»: digits in brackets whose number the next words say again.
fn said_again(words: &Words, material: &Material, number: &NumberMention) -> bool {
    let mut at = number.tokens.end;
    while words.is_sign(at, ')') || words.is_sign(at, '(') {
        at += 1;
    }
    at > number.tokens.end
        && material
            .number_at(at)
            .is_some_and(|next| (next.min, next.max) == (number.min, number.max))
}

/// «22 سنة», «٥٠ عاما»: an age or a period.
fn is_unit_of_time(words: &Words, at: usize) -> bool {
    let unit = |item| matches!(item, Item::Time(time) if words.lexicon.entries.time[usize::from(time)].kind == "unit");
    words.hit(at, unit).is_some()
}

/// «عدد من كبار الضباط», «بعض أفراد»: a word of degree between number and noun.
fn skip_degree(words: &Words, at: usize) -> usize {
    let degree = words.listed(at, "degree");
    if degree && words.hits(at).is_empty() {
        at + 1
    } else {
        at
    }
}

/// «ثلاثة نجارين», «خمسة أفارقة»: a word that the lexicon does not know, whose ending is one that only
/// people take. Numbers over ten have a singular behind them, which tells nothing.
fn is_unknown_people(words: &Words, at: usize, figure: &Figure) -> bool {
    let few = figure.min.is_none_or(|count| (3..=10).contains(&count));
    let word = words.word(at);
    let plural = (word.ends_with("ين") || word.ends_with("ون")) && word.chars().count() > 4;
    let plain = words
        .token(at)
        .is_some_and(|token| token.kind == TokenKind::Word && !token.line_before);
    few && plural
        && plain
        && words
            .hits(at)
            .iter()
            .all(|hit| matches!(hit.sense.item, Item::GivenName(_)) || hit.split.cost() > 0)
        && !words.in_class(at, "particle")
        && words
            .hit(at, |item| {
                matches!(
                    item,
                    Item::Numeral(_)
                        | Item::Bound(_)
                        | Item::Time(_)
                        | Item::Means(_)
                        | Item::PlaceKind(_)
                        | Item::Unit(_)
                )
            })
            .is_none()
}

/// Whether a number without a noun can be a figure: before a sign, a particle, a verb of harm or the
/// end («إلى 9 على الأقل», «وجرح أربعة في …», «8 قتلوا»).
fn stands_alone(words: &Words, at: usize, sentence: &Range<usize>) -> bool {
    if at >= sentence.end {
        return true;
    }
    let closing = [' ', '%', ':', '/', '-']
        .iter()
        .all(|&sign| !words.is_sign(at, sign));
    words.any_sign(at) && closing
        || words.in_class(at, "particle")
        || words.in_class(at, "subordinator")
        || words.in_class(at, "cause")
        || words.in_class(at, "among")
        || words.word(at) == "مابين"
        || is_plural_verb_of_harm(words, at)
        || words.hits(at).iter().any(|hit| {
            hit.split.conjunction.is_some()
                && matches!(
                    hit.sense.item,
                    Item::Trigger(..) | Item::Casualty(_) | Item::Numeral(_)
                )
        })
        || words
            .hit(at, |item| {
                matches!(item, Item::Time(_) | Item::Bound(_) | Item::Weekday(_))
            })
            .is_some()
        || words
            .hit(at, |item| matches!(item, Item::Trigger(..)))
            .is_some_and(|hit| hit.split.preposition.is_some())
}

/// «إن 4 أطفال وامرأتين أصيبوا»: one or two people behind a counted noun who share the verb behind them.
pub(super) fn joined_before_verb(
    words: &Words,
    material: &Material,
    figure: &Figure,
) -> Option<Figure> {
    let number = material.entity_at(figure.tokens.end)?;
    let entity = &material.entities[number];
    let shares = entity.joined
        && entity.split.preposition.is_none()
        && is_plural_verb_of_harm(words, entity.tokens.end);
    if !shares {
        return None;
    }
    let found = plain::of_entity(words, material.entities, number, Effect::Missing)?;
    found.min.is_some().then_some(Figure {
        effect: None,
        counted: true,
        ..found
    })
}

fn is_plural_verb_of_harm(words: &Words, at: usize) -> bool {
    words.hits(at).iter().any(|hit| match hit.sense.item {
        Item::Trigger(event, ..) => {
            hit.sense.pos == Pos::Verb
                && hit.sense.number == GrammaticalNumber::Plural
                && words.lexicon.entries.events[usize::from(event)]
                    .effect
                    .is_some()
        }
        _ => false,
    })
}

/// «على الأقل» behind the noun.
fn bound_behind(words: &Words, figure: &mut Figure) {
    let Some((bound, tokens)) = bound_after(words, figure.tokens.end) else {
        return;
    };
    figure.tokens.end = tokens.end;
    limit(figure, bound);
}

/// Opens the side of a figure that a bound leaves open.
pub(super) fn limit(figure: &mut Figure, bound: Bound) {
    match bound {
        Bound::AtLeast => figure.max = None,
        Bound::AtMost => figure.min = None,
        Bound::About => figure.approximate = true,
        Bound::Exact | Bound::Between | Bound::Vague => {}
    }
}

/// «مدنيين اثنين», «جنديان اثنان»: the number two behind its noun.
fn two_behind_noun(words: &Words, material: &Material, number: &NumberMention) -> Option<Figure> {
    if (number.min, number.max) != (Some(2), Some(2))
        || words.token(number.tokens.start)?.kind != TokenKind::Word
    {
        return None;
    }
    let entity = material.entities.iter().position(|entity| {
        entity.tokens.end == number.tokens.start
            && matches!(entity.kind, EntityKind::People(_))
            && entity.number != GrammaticalNumber::Singular
    })?;
    let found = &material.entities[entity];
    let mut figure = Figure::new(
        found.tokens.start..number.tokens.end,
        found.span,
        (Some(2), Some(2)),
    );
    figure.span = found.span.cover(number.span);
    figure.counted = true;
    figure.entity = Some(entity);
    figure.who = side::people_at(words, found.tokens.start).unwrap_or(Who::Unknown);
    breakdown::own(words, found.tokens.start, &mut figure);
    Some(figure)
}
