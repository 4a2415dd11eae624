//! Lists of people: «كل من فلان وفلان», «بينهم طفل وسيدة».

use musnad_lexicon::{GrammaticalNumber, Item};
use musnad_model::Effect;

use super::plain::{is_joined, of_entity};
use super::{Figure, Material, side};
use crate::entities::Entity;
use crate::words::Words;

/// The named persons that go on a list after the entity `first`: «محمد علي (20 عاما)، وخالد عمر».
pub(crate) fn named_after(words: &Words, entities: &[Entity], first: usize) -> Vec<usize> {
    const FARTHEST: usize = 6;
    let mut out = Vec::new();
    if entities[first].name.is_none() {
        return out;
    }
    let mut end = entities[first].tokens.end;
    for (number, entity) in entities.iter().enumerate().skip(first + 1) {
        let gap = end..entity.tokens.start;
        let apart = gap.len() > FARTHEST
            || gap.clone().any(|at| {
                ['.', ':', '؛'].iter().any(|&sign| words.is_sign(at, sign))
                    || crate::entities::is_finite_verb(words, at)
                    || words.in_class(at, "particle") && words.word(at) != "من"
                    || words
                        .hit(at, |item| matches!(item, Item::Trigger(..)))
                        .is_some()
            });
        let joined = entity.joined || is_joined(words, entity.tokens.start);
        if apart || !joined || entity.name.is_none() || entity.split.preposition.is_some() {
            break;
        }
        out.push(number);
        end = entity.tokens.end;
    }
    out
}

/// «أصيب كل من عبد خلف (40 عاما) ومروى حمدو»: each named person is a figure.
pub(super) fn each_of(words: &Words, material: &Material, at: usize, out: &mut Vec<Figure>) {
    let names = words.word(at) == "كل" && words.word(at + 1) == "من";
    let Some(first) = material
        .entity_at(at + 2)
        .filter(|&first| names && material.entities[first].name.is_some())
    else {
        return;
    };
    for entity in std::iter::once(first).chain(named_after(words, material.entities, first)) {
        if let Some(figure) = of_entity(words, material.entities, entity, Effect::Missing) {
            out.push(Figure {
                effect: None,
                ..figure
            });
        }
    }
}

/// «بينهم امرأة», «من بينهم قائد المجموعة», «بينهم أطفال ونساء», «بينهم طفل وسيدة»: people who are part of
/// the figure before.
pub(super) fn some_among(words: &Words, material: &Material, at: usize, out: &mut Vec<Figure>) {
    let Some(class) = words.lexicon.class("among") else {
        return;
    };
    let Some(hit) = words
        .hits(at)
        .iter()
        .find(|hit| hit.sense.item == Item::Class(class))
    else {
        return;
    };
    if words.in_class(at, "most-of-them") {
        return;
    }
    let mut next = hit.tokens.end;
    let mut first = true;
    let mut vague: Option<usize> = None;
    // «بينهم قائدها»
    if material.entity_at(next).is_none()
        && let Some(hit) = words.hit(next, |item| {
            matches!(item, Item::People(_) | Item::Title(_))
        })
        && (hit.split.suffix > 0
            || words.word(next).ends_with("ها")
            || words.word(next).ends_with("هم"))
        && hit.sense.number == GrammaticalNumber::Singular
    {
        let mut figure = Figure::new(
            next..next + 1,
            words.doc.span(next..next + 1),
            (Some(1), Some(1)),
        );
        figure.counted = true;
        figure.who = side::people_at(words, next).unwrap_or_default();
        out.push(figure);
        return;
    }
    loop {
        // «بينهم 3 أطفال وامرأة»: the list may begin with a number
        if let Some(known) = out.iter().find(|figure| figure.tokens.start == next) {
            next = known.tokens.end;
            first = false;
            continue;
        }
        let Some(entity) = material.entity_at(next) else {
            break;
        };
        let found = &material.entities[entity];
        if found.split.preposition.is_some() || (!first && !found.joined) {
            break;
        }
        let Some(figure) = of_entity(words, material.entities, entity, Effect::Missing) else {
            break;
        };
        let figure = Figure {
            effect: None,
            counted: true,
            ..figure
        };
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
