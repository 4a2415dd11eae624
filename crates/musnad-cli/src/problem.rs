//! What can go wrong, in words for people, and how the program ends.

use std::io;
use std::process::ExitCode;

/// Something that could not be done: what, to what and where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub(crate) struct Problem {
    message: String,
    help: Option<String>,
}

impl Problem {
    /// A problem without advice.
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Problem {
            message: message.into(),
            help: None,
        }
    }

    /// The same with a sentence on what to do.
    #[must_use]
    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same with the place where it arose: `reports.jsonl:3`.
    #[must_use]
    pub(crate) fn at(mut self, origin: &str) -> Self {
        self.message = format!("{origin}: {}", self.message);
        self
    }

    /// The advice, where there is one.
    pub(crate) fn advice(&self) -> Option<&str> {
        self.help.as_deref()
    }
}

/// Why a command ended early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line asks for something that cannot be.
    Usage(Problem),
    /// The command could not go on.
    Problem(Problem),
    /// Whoever read our output has closed it: no error.
    ReaderGone,
    /// Ctrl-C, before there was anything to print.
    Stopped,
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Failure::Problem(problem)
    }
}

impl Failure {
    /// A failed write to `target`.
    pub(crate) fn of_write(target: &str, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Failure::ReaderGone
        } else {
            Failure::Problem(Problem::new(format!(
                "cannot write to {target}: {}",
                plain(error)
            )))
        }
    }
}

/// The words of an input error without the number of the operating system.
pub(crate) fn plain(error: &io::Error) -> String {
    let words = error.to_string();
    match words.find(" (os error") {
        Some(at) => words.get(..at).unwrap_or(&words).to_lowercase(),
        None => words,
    }
}

/// How the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// All was read.
    AllRead,
    /// Some of it could not be read; the rest was.
    SomeFailed,
    /// The command line was wrong.
    WrongUsage,
    /// Stopped by Ctrl-C; what was written is whole.
    Stopped,
}

impl From<Ending> for ExitCode {
    fn from(ending: Ending) -> Self {
        ExitCode::from(match ending {
            Ending::AllRead => 0,
            Ending::SomeFailed => 1,
            Ending::WrongUsage => 2,
            Ending::Stopped => 130,
        })
    }
}
