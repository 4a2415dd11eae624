//! Stated relations: the words between two places that say that one lies in, or so far from, the other.

use musnad_lexicon::{Item, PlaceKind};

use super::Introduction;
use super::found::{Form, Found};
use crate::words::Words;

/// The mention after `at` in which it is said to lie: «بلدة ترمانين بريف إدلب», «هجين (شرقي دير الزور)».
pub(super) fn container(words: &Words, found: &[Found], at: usize) -> Option<usize> {
    let (inner, next) = (&found[at], found.get(at + 1)?);
    if inner.sentence != next.sentence
        || next.listed
        || !matches!(next.form, Form::Name | Form::Vague)
    {
        return None;
    }
    let gap = inner.tokens.end..next.lead;
    if gap.len() > 7 || !gap.clone().all(|token| joins(words, token)) {
        return None;
    }
    let separated = gap
        .clone()
        .any(|token| words.is_sign(token, '،') || words.is_sign(token, ','));
    let bracketed = gap.clone().any(|token| words.is_sign(token, '('));
    let scope = next.head.map_or("", |head| {
        words.lexicon.entries.place_kinds[head].scope.as_str()
    });
    let wide = next.bearing.is_some()
        || next.around.is_some()
        || match scope {
            "area" => true,
            // «على طريق طرابلس»: the road does not lie there
            "part" | "thing" => false,
            _ => next
                .candidates
                .iter()
                .any(|&id| words.lexicon.gazetteer.kind(id) <= PlaceKind::Province),
        };
    let inside = matches!(next.introduced_by, Introduction::In | Introduction::Near);
    (bracketed || wide || (inside && !separated)).then_some(at + 1)
}

/// Whether a token can stand between a place and the division that it lies in.
fn joins(words: &Words, at: usize) -> bool {
    let Some(token) = words.token(at) else {
        return false;
    };
    if token.number().is_some() || words.is_mark_of_quotation(at) {
        return true;
    }
    if words.any_sign(at) {
        return ['(', ')', '/', '-', '–', '،', ',']
            .iter()
            .any(|&sign| words.is_sign(at, sign));
    }
    words.in_class(at, "place-lies-in")
        || words
            .hit(at, |item| {
                matches!(item, Item::PlaceKind(_) | Item::Unit(_) | Item::Bearing(_))
            })
            .is_some_and(|hit| hit.split.conjunction.is_none() && hit.split.suffix == 0)
}

/// A number and a unit of length among the tokens from `start` to `end`, in metres.
pub(super) fn distance_between(words: &Words, start: usize, end: usize) -> Option<f64> {
    (start..end).find_map(|at| {
        let number = words.token(at)?.number()?;
        let hit = words.hit(at + 1, |item| matches!(item, Item::Unit(_)))?;
        let Item::Unit(unit) = hit.sense.item else {
            return None;
        };
        Some(
            f64::from(u32::try_from(number).ok()?)
                * words.lexicon.entries.units[usize::from(unit)].metres,
        )
    })
}

/// Reports round their distances: a third of it is the radius.
pub(super) fn radius_of(metres: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    let radius = (metres / 3.0).clamp(2_000.0, 100_000.0) as u32;
    radius
}

/// The point at `metres` from `start` in the direction of `degrees`.
pub(super) fn offset(start: (f64, f64), degrees: f64, metres: f64) -> (f64, f64) {
    let along = metres / 111_320.0;
    let angle = degrees.to_radians();
    let lat = start.0 + along * angle.cos();
    (
        lat,
        start.1 + along * angle.sin() / start.0.to_radians().cos(),
    )
}
