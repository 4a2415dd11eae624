//! Pairs of gold and predicted claims of the same event.

use musnad_model::Span;

use super::gold::GoldClaim;
use super::names::same_name;
use super::prediction::{Piece, Prediction};

/// Positions of a gold claim and of the predicted claim that is the same event.
pub(crate) type Pair = (usize, usize);

/// The span of `piece` in `text`, looked for inside `within` first.
pub(crate) fn find(text: &str, piece: &str, within: Option<Span>) -> Option<Span> {
    let span_at = |at: usize| {
        Some(Span::new(
            u32::try_from(at).ok()?,
            u32::try_from(at + piece.len()).ok()?,
        ))
    };
    if let Some(within) = within
        && let Some(at) = within.of(text).find(piece)
    {
        return span_at(within.start as usize + at);
    }
    span_at(text.find(piece)?)
}

/// Whether two spans share a byte; unknown ones do not.
pub(crate) fn overlap(a: Option<Span>, b: Option<Span>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a.overlaps(b))
}

/// One-to-one pairs of claims of the same event, the best first.
pub(crate) fn pairs(gold: &[GoldClaim], predictions: &[Prediction], text: &str) -> Vec<Pair> {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (at, claim) in gold.iter().enumerate() {
        let quote = find(text, &claim.quote, None);
        let trigger = find(text, &claim.trigger, quote);
        for (other, prediction) in predictions.iter().enumerate() {
            let predicted_trigger = prediction.trigger_span();
            let predicted_quote = prediction.quote.as_ref().and_then(Piece::span);
            let same_type = prediction.plover.kind == claim.plover;
            let mut score = 0.0;
            score += if overlap(trigger, predicted_trigger) {
                3.0
            } else {
                0.0
            };
            score += if overlap(quote, predicted_trigger) {
                1.0
            } else {
                0.0
            };
            score += if overlap(quote, predicted_quote) {
                0.5
            } else {
                0.0
            };
            if score >= 3.0 || (score >= 1.0 && same_type) {
                candidates.push((
                    score + f64::from(u8::from(same_type)) + source_bonus(claim, prediction),
                    at,
                    other,
                ));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
    let mut out: Vec<Pair> = Vec::new();
    for (_, at, other) in candidates {
        if out
            .iter()
            .all(|&(gold, prediction)| gold != at && prediction != other)
        {
            out.push((at, other));
        }
    }
    out
}

fn source_bonus(gold: &GoldClaim, prediction: &Prediction) -> f64 {
    let chain = prediction.chain();
    match (gold.sources.last(), chain.last()) {
        (Some(source), Some(link)) if same_name(source, link) => 0.4,
        (None, None) => 0.4,
        _ => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_looked_for_inside_first() {
        let text = "قصف ثم قصف";
        assert_eq!(
            find(text, "قصف", Some(Span::new(7, 18))),
            Some(Span::new(12, 18))
        );
        assert_eq!(
            find(text, "قصف", Some(Span::new(8, 10))),
            Some(Span::new(0, 6))
        );
        assert_eq!(find(text, "خطف", None), None);
    }
}
