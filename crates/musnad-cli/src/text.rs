//! `musnad text`: the text to which the offsets of claims point, and what is known about it.

use std::fmt::Write as _;

use musnad_model::{PublishedFrom, Report, WorkingText, sha256_hex};
use serde::Serialize;

use crate::arguments::{TextArguments, TextFormat};
use crate::console::Console;
use crate::input::{Content, Input};
use crate::output::Output;
use crate::problem::{Ending, Failure};
use crate::table::word;

/// A report as a record that `musnad code` reads again.
#[derive(Serialize)]
struct Record<'r> {
    id: &'r str,
    text: &'r str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published_from: Option<PublishedFrom>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outlet: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byline: Option<&'r str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'r str>,
    working_text: WorkingText,
}

/// Prints the texts of all reports.
pub(crate) fn run(arguments: &TextArguments, console: &Console) -> Result<Ending, Failure> {
    let mut output = Output::open(None)?;
    let mut reports = 0;
    let input = Input::new(&arguments.files, arguments.input, arguments.context.clone());
    for incoming in input {
        let report = match incoming.content {
            Content::Report(report) => report,
            Content::Problem(problem) => {
                console.problem(&problem);
                continue;
            }
            Content::Note(note) => {
                console.note(&note);
                continue;
            }
        };
        reports += 1;
        match arguments.format {
            TextFormat::Jsonl => output.write(&record(&report))?,
            // two texts in one stream would have one offset for two letters
            TextFormat::Text if reports > 1 => {
                console.note("only the first report is shown; --format jsonl shows all");
                break;
            }
            TextFormat::Text => {
                console.line(facts(&report).trim_end());
                output.write(&report.text)?;
            }
        }
    }
    output.flush()?;
    Ok(if console.problems() > 0 {
        Ending::SomeFailed
    } else {
        Ending::AllRead
    })
}

fn working_text(report: &Report) -> WorkingText {
    report.working_text.clone().unwrap_or_else(|| WorkingText {
        sha256: sha256_hex(report.text.as_bytes()),
        decoder: "UTF-8".to_owned(),
        extractor: None,
    })
}

fn record(report: &Report) -> String {
    let record = Record {
        id: &report.id,
        text: &report.text,
        published: report.published.as_deref(),
        published_from: report.published_from,
        outlet: report.outlet.as_deref(),
        url: report.url.as_deref(),
        title: report.title.as_deref(),
        byline: report.byline.as_deref(),
        country: report.country.as_deref(),
        working_text: working_text(report),
    };
    // a record is plain data: it always has a JSON form
    let mut line = serde_json::to_string(&record).unwrap_or_default();
    line.push('\n');
    line
}

/// One fact a line.
fn facts(report: &Report) -> String {
    let text = working_text(report);
    let published = report.published.as_ref().map(|published| {
        let from = report.published_from.as_ref().map(word).unwrap_or_default();
        format!("{published} ({from})")
    });
    let facts = [
        ("report", Some(report.id.clone())),
        ("sha256", Some(text.sha256)),
        ("decoder", Some(text.decoder)),
        ("extractor", text.extractor),
        ("published", published),
        ("url", report.url.clone()),
        ("outlet", report.outlet.clone()),
        ("byline", report.byline.clone()),
        ("title", report.title.clone()),
    ];
    let mut out = String::new();
    for (name, fact) in facts {
        if let Some(fact) = fact {
            let _ = writeln!(out, "{name:<9} {fact}");
        }
    }
    out
}
