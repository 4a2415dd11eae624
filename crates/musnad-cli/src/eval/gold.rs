//! Gold reports: one JSON file each, with every claim in it.

use std::path::{Path, PathBuf};

use musnad_model::Report;
use serde::Deserialize;

use crate::arguments::Context;
use crate::input::with_context;
use crate::problem::{Problem, plain};

/// A report and every claim in it.
#[derive(Debug, Deserialize)]
pub(crate) struct GoldReport {
    pub(crate) id: String,
    pub(crate) text: String,
    pub(crate) outlet: Option<String>,
    pub(crate) published: Option<String>,
    pub(crate) country: Option<String>,
    pub(crate) claims: Vec<GoldClaim>,
}

/// A claim, its parts as verbatim pieces of the text.
#[derive(Debug, Deserialize)]
pub(crate) struct GoldClaim {
    pub(crate) quote: String,
    pub(crate) trigger: String,
    pub(crate) plover: String,
    pub(crate) acled: Option<String>,
    pub(crate) factuality: String,
    pub(crate) sources: Vec<String>,
    pub(crate) stance: String,
    pub(crate) actors: Vec<String>,
    pub(crate) recipients: Vec<String>,
    pub(crate) place: Option<GoldPlace>,
    pub(crate) date: Option<GoldDate>,
    pub(crate) casualties: Vec<GoldCasualty>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldPlace {
    pub(crate) text: String,
    pub(crate) lat: Option<f64>,
    pub(crate) lon: Option<f64>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldDate {
    pub(crate) start: Option<String>,
    pub(crate) end: Option<String>,
}

#[derive(Debug, Deserialize)]
pub(crate) struct GoldCasualty {
    pub(crate) text: String,
    pub(crate) effect: String,
    pub(crate) min: Option<i64>,
    pub(crate) max: Option<i64>,
    pub(crate) who: String,
    pub(crate) party: Option<String>,
    pub(crate) scope: String,
    pub(crate) subset_of: Option<usize>,
}

impl GoldReport {
    /// The report as the coder reads it.
    pub(crate) fn report(&self) -> Result<Report, Problem> {
        let report = Report {
            id: self.id.clone(),
            text: self.text.clone(),
            outlet: self.outlet.clone(),
            published: self.published.clone(),
            country: self.country.clone(),
            ..Report::default()
        };
        with_context(report, &Context::default())
    }
}

/// Reads gold files and all `.json` files of folders, sorted by name.
pub(crate) fn load(paths: &[PathBuf]) -> Result<Vec<GoldReport>, Problem> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let listing = std::fs::read_dir(path).map_err(|error| unreadable(path, &error))?;
            let mut files = Vec::new();
            for entry in listing {
                let file = entry.map_err(|error| unreadable(path, &error))?.path();
                if file.extension().is_some_and(|ending| ending == "json") {
                    files.push(file);
                }
            }
            files.sort();
            if files.is_empty() {
                return Err(
                    Problem::new(format!("{} holds no gold reports", path.display()))
                        .help("gold reports are files that end in .json"),
                );
            }
            for file in files {
                out.push(read(&file)?);
            }
        } else {
            out.push(read(path)?);
        }
    }
    Ok(out)
}

fn read(path: &Path) -> Result<GoldReport, Problem> {
    let bytes = std::fs::read(path).map_err(|error| unreadable(path, &error))?;
    let report: GoldReport =
        serde_json::from_slice(&bytes).map_err(|error| not_gold(path, &error))?;
    for claim in &report.claims {
        for part in [&claim.quote, &claim.trigger] {
            if !report.text.contains(part.as_str()) {
                let problem =
                    Problem::new(format!("{}: «{part}» is not in the text", path.display()));
                return Err(problem
                    .help("quote and trigger of a gold claim are verbatim pieces of its text"));
            }
        }
    }
    Ok(report)
}

fn not_gold(path: &Path, error: &serde_json::Error) -> Problem {
    let words = error.to_string();
    // serde_json puts the position last
    let words = words.split(" at line ").next().unwrap_or("");
    Problem::new(format!(
        "{}:{}:{}: not a gold report: {words}",
        path.display(),
        error.line(),
        error.column()
    ))
    .help("a gold report is one JSON object with `id`, `text` and `claims`")
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::new(format!("cannot read {}: {}", path.display(), plain(error)))
}
