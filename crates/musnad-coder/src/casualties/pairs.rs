//! Two effects under one number: «20 قتيلا وجريحا», «40 شخصا بين قتيل وجريح».

use musnad_lexicon::{GrammaticalNumber, Item};
use musnad_model::Effect;

use super::{Figure, Material, effect};
use crate::words::Words;

/// «20 قتيلا وجريحا», «عشرات القتلى والجرحى»: a second casualty noun under the same number.
pub(super) fn second_effect(words: &Words, material: &Material, figure: &Figure) -> Option<Both> {
    let end = figure.tokens.end;
    // «40 شخصا بين قتيل وجريح»
    // «عددا من المدنيين سقطوا بين قتيل وجريح»
    let fell = words.word(end).ends_with("وا") && words.in_class(end, "result");
    let between = end + usize::from(fell || words.word(end) == "ما");
    if matches!(words.word(between), "بين" | "مابين")
        && let Some(first) = casualty_at(words, between + 1)
        && let Some(second) = casualty_at(words, between + 2).filter(|second| *second != first)
        && figure.effect.is_none()
    {
        return Some(Both {
            end: between + 3,
            own: first,
            other: second,
        });
    }
    let alone = usize::from(matches!(words.word(end), "و" | "او"));
    let hit = words.hit(end + alone, |item| matches!(item, Item::Casualty(_)))?;
    let joined = alone == 1 || hit.split.conjunction == Some('و');
    let Item::Casualty(entry) = hit.sense.item else {
        return None;
    };
    let other = effect(&words.lexicon.entries.casualties[usize::from(entry)].effect)?;
    let own_noun = words.hit(end - 1, |item| matches!(item, Item::Casualty(_)))?;
    let alike =
        own_noun.sense.number == hit.sense.number && own_noun.split.article == hit.split.article;
    let new = figure.effect.is_some_and(|own| own != other) && hit.split.suffix == 0;
    (joined
        && alike
        && new
        && hit.sense.number != GrammaticalNumber::Dual
        && material.number_at(hit.tokens.end).is_none())
    .then(|| Both {
        end: hit.tokens.end,
        own: figure.effect.unwrap_or(other),
        other,
    })
}

/// Two effects of one number.
pub(super) struct Both {
    /// The token after the second noun.
    pub(super) end: usize,
    own: Effect,
    other: Effect,
}

fn casualty_at(words: &Words, at: usize) -> Option<Effect> {
    let hit = words.hit(at, |item| matches!(item, Item::Casualty(_)))?;
    match hit.sense.item {
        Item::Casualty(entry) => {
            effect(&words.lexicon.entries.casualties[usize::from(entry)].effect)
        }
        _ => None,
    }
}

/// The number bounds both together, so each is at most as many.
pub(super) fn both(words: &Words, mut figure: Figure, effects: &Both) -> [Figure; 2] {
    figure.effect = Some(effects.own);
    figure.span.end = words.doc.span(figure.tokens.start..effects.end).end;
    figure.min = None;
    let second = Figure {
        effect: Some(effects.other),
        ..figure.clone()
    };
    [figure, second]
}
