//! `musnad eval`: the coder's figures against gold.

mod causes;
mod facets;
mod gold;
mod gsr;
mod matching;
mod names;
mod prediction;
mod score;

use std::path::Path;

use musnad_coder::Leftover;
use musnad_lexicon::Lexicon;
use musnad_model::Report;

use crate::arguments::{EvalArguments, all_cores};
use crate::code::Worker;
use crate::console::Console;
use crate::output::print;
use crate::pool::{Run, in_order};
use crate::problem::{Ending, Failure, Problem};
use crate::{knowledge, stop};

use causes::Leftovers;
use prediction::{Prediction, Predictions};

/// Scores and prints.
pub(crate) fn run(arguments: &EvalArguments, console: &Console) -> Result<Ending, Failure> {
    let lexicon = knowledge::lexicon(arguments.lexicon.as_deref())?;
    let mut out = String::new();
    let mut both = serde_json::Map::new();
    if !arguments.gold.is_empty() {
        let gold = gold::load(&arguments.gold)?;
        let mut reports = Vec::with_capacity(gold.len());
        for report in &gold {
            reports.push(report.report()?);
        }
        let (predictions, leftovers) = predictions(arguments, &lexicon, reports, console)?;
        let scores = score::score(&gold, &predictions);
        out += &scores.table();
        if arguments.errors {
            out += &causes::errors(&gold, &predictions, &leftovers, &lexicon);
        }
        both.insert("gold".to_owned(), scores.json());
    }
    if !arguments.gsr.is_empty() {
        let rows = gsr::load(&arguments.gsr)?;
        let (predictions, _) = predictions(arguments, &lexicon, gsr::reports(&rows), console)?;
        let scores = gsr::score(&rows, &predictions);
        out += &scores.table();
        if arguments.errors {
            out += &gsr::errors(&rows, &predictions);
        }
        both.insert("gsr".to_owned(), scores.json());
    }
    if arguments.json {
        // one kind of gold prints what its scorer prints, both stand side by side
        let value = match (both.len(), both.values().next()) {
            (1, Some(only)) => only.clone(),
            _ => serde_json::Value::Object(both),
        };
        out = serde_json::to_string_pretty(&value)
            .map_err(|error| Problem::new(format!("cannot write the figures: {error}")))?;
        out.push('\n');
    }
    print(&out)?;
    Ok(if console.problems() > 0 {
        Ending::SomeFailed
    } else {
        Ending::AllRead
    })
}

/// The claims of `--pred`, or those that the coder finds in `reports`.
fn predictions(
    arguments: &EvalArguments,
    lexicon: &Lexicon,
    reports: Vec<Report>,
    console: &Console,
) -> Result<(Predictions, Leftovers), Failure> {
    match &arguments.pred {
        Some(path) => Ok((prediction::load(Path::new(path))?, Leftovers::new())),
        None => code(arguments, lexicon, reports, console),
    }
}

fn code(
    arguments: &EvalArguments,
    lexicon: &Lexicon,
    reports: Vec<Report>,
    console: &Console,
) -> Result<(Predictions, Leftovers), Failure> {
    type Coded = (String, Result<(Vec<Prediction>, Vec<Leftover>), Problem>);
    stop::listen();
    let mut predictions = Predictions::new();
    let mut leftovers = Leftovers::new();
    let run = in_order(
        reports.into_iter(),
        arguments.jobs.unwrap_or_else(all_cores),
        || {
            let mut worker = Worker::new(lexicon);
            move |report: Report| -> Coded {
                let coded = worker.code(&report).and_then(|coded| {
                    let claims: Result<Vec<Prediction>, Problem> =
                        coded.claims.iter().map(Prediction::of).collect();
                    Ok((claims?, coded.leftovers))
                });
                (report.id, coded)
            }
        },
        |(id, coded): Coded| {
            match coded {
                Ok((claims, left)) => {
                    predictions.entry(id.clone()).or_default().extend(claims);
                    leftovers.entry(id).or_default().extend(left);
                }
                Err(problem) => console.problem(&problem),
            }
            Ok::<(), Failure>(())
        },
        || Ok(()),
    )?;
    match run {
        Run::Whole => Ok((predictions, leftovers)),
        Run::Stopped => Err(Failure::Stopped),
    }
}
