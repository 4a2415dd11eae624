//! Claims to be scored: the fields that count, whoever wrote them.

use std::collections::BTreeMap;
use std::path::Path;

use musnad_model::{Claim, Span};
use serde::Deserialize;

use crate::problem::{Problem, plain};

/// A predicted claim.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Prediction {
    pub(crate) report: ReportId,
    pub(crate) quote: Option<Piece>,
    pub(crate) trigger: Option<Piece>,
    pub(crate) plover: Plover,
    pub(crate) acled: Option<Acled>,
    pub(crate) factuality: Option<String>,
    pub(crate) attribution: Option<Attribution>,
    #[serde(default)]
    pub(crate) actors: Option<Vec<Piece>>,
    #[serde(default)]
    pub(crate) recipients: Option<Vec<Piece>>,
    pub(crate) place: Option<Place>,
    pub(crate) date: Option<Date>,
    #[serde(default)]
    pub(crate) casualties: Option<Vec<Casualty>>,
    #[serde(default)]
    pub(crate) rule: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct ReportId {
    pub(crate) id: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Piece {
    pub(crate) start: Option<u32>,
    pub(crate) end: Option<u32>,
    #[serde(default)]
    pub(crate) text: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Plover {
    #[serde(rename = "type")]
    pub(crate) kind: String,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Acled {
    pub(crate) sub_event_type: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Attribution {
    pub(crate) stance: Option<String>,
    #[serde(default)]
    pub(crate) chain: Option<Vec<Piece>>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Place {
    pub(crate) text: String,
    pub(crate) lat: Option<f64>,
    pub(crate) lon: Option<f64>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Date {
    pub(crate) earliest: Option<String>,
    pub(crate) latest: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Casualty {
    pub(crate) start: Option<u32>,
    pub(crate) end: Option<u32>,
    pub(crate) effect: String,
    pub(crate) min: Option<i64>,
    pub(crate) max: Option<i64>,
    pub(crate) who: Option<String>,
    pub(crate) party: Option<String>,
    pub(crate) scope: Option<String>,
    pub(crate) subset_of: Option<usize>,
}

fn span(start: Option<u32>, end: Option<u32>) -> Option<Span> {
    Some(Span::new(start?, end?))
}

impl Piece {
    /// Where it stands, if it says so.
    pub(crate) fn span(&self) -> Option<Span> {
        span(self.start, self.end)
    }
}

impl Casualty {
    /// Where it stands, if it says so.
    pub(crate) fn span(&self) -> Option<Span> {
        span(self.start, self.end)
    }
}

impl Prediction {
    /// What of a coded claim is scored.
    pub(crate) fn of(claim: &Claim) -> Result<Prediction, Problem> {
        serde_json::to_value(claim)
            .and_then(serde_json::from_value)
            .map_err(|error| {
                Problem::new(format!(
                    "claim {} has not the shape that is scored: {error}",
                    claim.id
                ))
            })
    }

    /// The words of its chain, outermost first.
    pub(crate) fn chain(&self) -> Vec<&str> {
        let chain = self
            .attribution
            .as_ref()
            .and_then(|attribution| attribution.chain.as_ref());
        chain
            .into_iter()
            .flatten()
            .map(|link| link.text.as_str())
            .collect()
    }

    /// How its last source is presented.
    pub(crate) fn stance(&self) -> &str {
        self.attribution
            .as_ref()
            .and_then(|attribution| attribution.stance.as_deref())
            .unwrap_or("reported")
    }

    /// Whether it happened.
    pub(crate) fn factuality(&self) -> &str {
        self.factuality.as_deref().unwrap_or("actual")
    }

    /// Where its trigger stands.
    pub(crate) fn trigger_span(&self) -> Option<Span> {
        self.trigger.as_ref().and_then(Piece::span)
    }
}

/// Claims by the id of their report, each list in the order of the input.
pub(crate) type Predictions = BTreeMap<String, Vec<Prediction>>;

/// Reads claims, one a line.
pub(crate) fn load(path: &Path) -> Result<Predictions, Problem> {
    let text = std::fs::read_to_string(path).map_err(|error| {
        Problem::new(format!("cannot read {}: {}", path.display(), plain(&error)))
    })?;
    let mut out = Predictions::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.trim().is_empty() {
            continue;
        }
        let claim: Prediction = serde_json::from_str(line).map_err(|error| {
            let words = error.to_string();
            let words = words.split(" at line ").next().unwrap_or("").to_owned();
            Problem::new(format!("{}:{number}: not a claim: {words}", path.display()))
                .help("one claim a line, as `musnad code --format jsonl` prints them")
        })?;
        out.entry(claim.report.id.clone()).or_default().push(claim);
    }
    Ok(out)
}
