//! `musnad lexicon try`: how a sentence is read.

use musnad_coder::Coder;
use musnad_model::Report;

use crate::arguments::TryArguments;
use crate::input::with_context;
use crate::output::print;
use crate::problem::{Ending, Failure};
use crate::{explain, knowledge};

/// Reads the sentence and prints every stage.
pub(crate) fn run(arguments: &TryArguments) -> Result<Ending, Failure> {
    let report = Report {
        id: "sentence".to_owned(),
        text: arguments.sentence.clone(),
        ..Report::default()
    };
    let report = with_context(report, &arguments.context)?;
    let lexicon = knowledge::lexicon(arguments.lexicon.as_deref())?;
    print(&explain::text(
        &report,
        &Coder::new(&lexicon).explain(&report),
    ))?;
    Ok(Ending::AllRead)
}
