//! The program `musnad`: commands, progress, messages and exit codes. What a report means is decided
//! in the crates below.

mod arguments;
mod code;
mod console;
mod eval;
mod explain;
mod input;
mod knowledge;
mod lexicon;
mod output;
mod pool;
mod problem;
mod schema;
mod stop;
mod table;
mod text;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::arguments::{Arguments, Command};
use crate::console::Console;
use crate::problem::{Ending, Failure};

/// Coding allocates many small strings for what it prints; with two jobs the system's allocator is where
/// they wait for each other.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let version: &'static str = knowledge::version().leak();
    let parsed = Arguments::command().version(version).try_get_matches();
    let arguments = match parsed.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        // clap knows whether it is help (0) or wrong usage (2)
        Err(error) => error.exit(),
    };
    let console = Console::new();
    let ending = match arguments.command {
        Command::Code(arguments) => code::run(&arguments, &console),
        Command::Explain(arguments) => explain::run(&arguments, &console),
        Command::Text(arguments) => text::run(&arguments, &console),
        Command::Eval(arguments) => eval::run(&arguments, &console),
        Command::Lexicon(arguments) => lexicon::run(&arguments, &console),
        Command::Schema(arguments) => schema::run(&arguments),
    };
    match ending {
        Ok(ending) => ending.into(),
        Err(Failure::ReaderGone) => Ending::AllRead.into(),
        Err(Failure::Stopped) => Ending::Stopped.into(),
        Err(Failure::Usage(problem)) => {
            console.fatal(&problem);
            Ending::WrongUsage.into()
        }
        Err(Failure::Problem(problem)) => {
            console.fatal(&problem);
            Ending::SomeFailed.into()
        }
    }
}
