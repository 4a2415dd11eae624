//! `musnad lexicon`: the data files, for those who write them.

mod check;
mod new;
mod show;
mod try_sentence;

use crate::arguments::LexiconCommand;
use crate::console::Console;
use crate::problem::{Ending, Failure};

/// Runs one of the commands.
pub(crate) fn run(command: &LexiconCommand, console: &Console) -> Result<Ending, Failure> {
    match command {
        LexiconCommand::Check(arguments) => check::run(arguments, console),
        LexiconCommand::Try(arguments) => try_sentence::run(arguments),
        LexiconCommand::Show(arguments) => show::run(arguments),
        LexiconCommand::New(arguments) => new::run(arguments, console),
    }
}
