//! The figures themselves: counts of right, spurious and missed, and how they are printed.

use std::collections::BTreeMap;

use serde_json::{Value, json};

/// Facets with precision and recall, in the order in which they are printed.
const COUNTED: [&str; 10] = [
    "event",
    "material event",
    "whole claim",
    "casualty figure",
    "actors",
    "recipients",
    "place",
    "date",
    "stance not reported",
    "factuality not actual",
];

/// Facets of matched claims, in the order in which they are printed.
const ASKED: [&str; 10] = [
    "source",
    "whole chain",
    "chain of two or more",
    "stance",
    "factuality",
    "ACLED sub-event",
    "geocode within 25 km",
    "toll: who",
    "toll: party",
    "toll: part of another",
];

/// True positives, false positives and false negatives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    right: usize,
    spurious: usize,
    missed: usize,
}

/// How many of those asked were right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Share {
    right: usize,
    asked: usize,
}

/// All figures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Scores {
    reports: usize,
    predicted: usize,
    counted: BTreeMap<&'static str, Counts>,
    asked: BTreeMap<&'static str, Share>,
}

impl Scores {
    /// No figures yet, of so many reports and claims.
    pub(crate) fn new(reports: usize, predicted: usize) -> Self {
        Scores {
            reports,
            predicted,
            ..Scores::default()
        }
    }

    /// Counts for a facet.
    pub(crate) fn add(
        &mut self,
        facet: &'static str,
        right: usize,
        spurious: usize,
        missed: usize,
    ) {
        let counts = self.counted.entry(facet).or_default();
        counts.right += right;
        counts.spurious += spurious;
        counts.missed += missed;
    }

    /// One more question of a facet of matched claims.
    pub(crate) fn ask(&mut self, facet: &'static str, right: bool) {
        let share = self.asked.entry(facet).or_default();
        share.right += usize::from(right);
        share.asked += 1;
    }

    /// For people, with three decimals.
    pub(crate) fn table(&self) -> String {
        use std::fmt::Write as _;
        let mut out = format!(
            "{} reports, {} claims predicted\n",
            self.reports, self.predicted
        );
        for facet in COUNTED {
            let counts = self.counted.get(facet).copied().unwrap_or_default();
            let (precision, recall, f1) = counts.rates();
            let Counts {
                right,
                spurious,
                missed,
            } = counts;
            let _ = writeln!(
                out,
                "{facet:22} P {precision:.3}  R {recall:.3}  F1 {f1:.3}   (tp {right} fp {spurious} fn {missed})"
            );
        }
        for facet in ASKED {
            let share = self.asked.get(facet).copied().unwrap_or_default();
            let _ = writeln!(
                out,
                "{facet:22} {:.3}   ({} of {}, on matched claims)",
                ratio(share.right, share.asked),
                share.right,
                share.asked
            );
        }
        out
    }

    /// For other programs.
    pub(crate) fn json(&self) -> Value {
        let mut out = serde_json::Map::new();
        out.insert("reports".to_owned(), json!(self.reports));
        for (facet, counts) in &self.counted {
            let (p, r, f1) = counts.rates();
            let Counts {
                right,
                spurious,
                missed,
            } = counts;
            let facts =
                json!({"p": p, "r": r, "f1": f1, "tp": right, "fp": spurious, "fn": missed});
            out.insert((*facet).to_owned(), facts);
        }
        for (facet, share) in &self.asked {
            let accuracy = ratio(share.right, share.asked);
            out.insert(
                (*facet).to_owned(),
                json!({"accuracy": accuracy, "right": share.right, "asked": share.asked}),
            );
        }
        Value::Object(out)
    }
}

impl Counts {
    fn rates(self) -> (f64, f64, f64) {
        let precision = ratio(self.right, self.right + self.spurious);
        let recall = ratio(self.right, self.right + self.missed);
        (precision, recall, harmonic(precision, recall))
    }
}

/// The harmonic mean of precision and recall.
pub(crate) fn harmonic(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 {
        2.0 * precision * recall / (precision + recall)
    } else {
        0.0
    }
}

/// A share; 0 where nothing was asked.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of claims are far below 2^52"
)]
pub(crate) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
