//! The figures of `gsr/score.py`: sentences labelled for one event type.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use musnad_model::Report;
use serde::Deserialize;
use serde_json::{Value, json};

use super::facets::{harmonic, ratio};
use super::prediction::Predictions;
use crate::problem::{Problem, plain};

const COLUMNS: &str = "the columns of a table are id, event_type, label, text";

/// A labelled sentence.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) event_type: String,
    pub(crate) label: String,
    pub(crate) text: String,
}

#[derive(Clone, Copy, Default)]
struct Tally {
    hit: usize,
    all: usize,
}

/// Figures of one event type.
#[derive(Clone, Copy)]
struct Figures {
    yes: Tally,
    easy_no: Tally,
    difficult_no: Tally,
}

/// Reads all rows of all tables.
pub(crate) fn load(paths: &[PathBuf]) -> Result<Vec<Row>, Problem> {
    let mut out = Vec::new();
    for path in paths {
        let name = path.display();
        let bytes = std::fs::read(path)
            .map_err(|error| Problem::new(format!("cannot read {name}: {}", plain(&error))))?;
        for row in csv::Reader::from_reader(bytes.as_slice()).deserialize() {
            out.push(row.map_err(|error| {
                Problem::new(format!("{name} is no table of labelled sentences: {error}"))
                    .help(COLUMNS)
            })?);
        }
    }
    if out.is_empty() {
        let names: Vec<String> = paths
            .iter()
            .map(|path: &PathBuf| Path::display(path).to_string())
            .collect();
        return Err(Problem::new(format!("{} holds no sentences", names.join(", "))).help(COLUMNS));
    }
    Ok(out)
}

/// The sentences as reports, each once.
pub(crate) fn reports(rows: &[Row]) -> Vec<Report> {
    let mut seen = BTreeSet::new();
    rows.iter()
        .filter(|row| seen.insert((&row.id, &row.text)))
        .map(|row| Report {
            id: row.id.clone(),
            text: row.text.clone(),
            ..Report::default()
        })
        .collect()
}

/// The figures for each event type.
pub(crate) struct GsrScores(BTreeMap<String, Figures>);

/// Scores the claims: a sentence is found when a claim of its type says that the event happened.
pub(crate) fn score(rows: &[Row], predictions: &Predictions) -> GsrScores {
    let mut out: BTreeMap<String, Figures> = BTreeMap::new();
    for row in rows {
        let none = Figures {
            yes: Tally::default(),
            easy_no: Tally::default(),
            difficult_no: Tally::default(),
        };
        let figures = out.entry(row.event_type.clone()).or_insert(none);
        let tally = match row.label.as_str() {
            "yes" => &mut figures.yes,
            "easy no" => &mut figures.easy_no,
            "difficult no" => &mut figures.difficult_no,
            _ => continue,
        };
        tally.hit += usize::from(is_found(row, predictions));
        tally.all += 1;
    }
    GsrScores(out)
}

fn is_found(row: &Row, predictions: &Predictions) -> bool {
    predictions
        .get(&row.id)
        .into_iter()
        .flatten()
        .any(|claim| claim.plover.kind == row.event_type && claim.factuality() == "actual")
}

impl GsrScores {
    /// For people.
    pub(crate) fn table(&self) -> String {
        let mut out = String::new();
        for (kind, figures) in &self.0 {
            let (precision, recall, f1) = figures.rates();
            let _ = writeln!(
                out,
                "{kind}: P {precision:.3} R {recall:.3} F1 {f1:.3} (yes against easy no; {} yes, {} easy no); \
                 coded {:.1}% of easy no, {:.1}% of difficult no",
                figures.yes.all,
                figures.easy_no.all,
                100.0 * figures.easy_no.share(),
                100.0 * figures.difficult_no.share(),
            );
        }
        out
    }

    /// For other programs.
    pub(crate) fn json(&self) -> Value {
        let facts = self.0.iter().map(|(kind, figures)| {
            let (precision, recall, f1) = figures.rates();
            let facts = json!({
                "recall": recall, "precision": precision, "f1": f1,
                "easy_no_coded": figures.easy_no.share(), "difficult_no_coded": figures.difficult_no.share(),
                "yes": figures.yes.all, "easy_no": figures.easy_no.all, "difficult_no": figures.difficult_no.all,
            });
            (kind.clone(), facts)
        });
        Value::Object(facts.collect())
    }
}

impl Tally {
    fn share(self) -> f64 {
        ratio(self.hit, self.all)
    }
}

impl Figures {
    fn rates(&self) -> (f64, f64, f64) {
        let precision = ratio(self.yes.hit, self.yes.hit + self.easy_no.hit);
        let recall = self.yes.share();
        (precision, recall, harmonic(precision, recall))
    }
}

/// Sentences that were missed or coded wrongly, by type and by the rule that made the claim.
pub(crate) fn errors(rows: &[Row], predictions: &Predictions) -> String {
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows
        .iter()
        .filter(|row| matches!(row.label.as_str(), "yes" | "easy no"))
    {
        let found = is_found(row, predictions);
        let text: String = row
            .text
            .chars()
            .take(220)
            .map(|c| if c == '\n' { ' ' } else { c })
            .collect();
        if row.label == "yes" && !found {
            groups
                .entry(format!("MISSED {}", row.event_type))
                .or_default()
                .push(text);
        } else if row.label != "yes" && found {
            let claim = predictions
                .get(&row.id)
                .into_iter()
                .flatten()
                .find(|claim| claim.plover.kind == row.event_type);
            let rule = claim.map_or("", |claim| claim.rule.as_str());
            groups
                .entry(format!("FALSE {} by {rule}", row.event_type))
                .or_default()
                .push(text);
        }
    }
    super::causes::print_groups(groups)
}
