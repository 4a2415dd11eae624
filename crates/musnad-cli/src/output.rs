//! Where results go: a file or stdout, in whole lines.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use crate::problem::{Failure, Problem, plain};

/// A file or stdout.
pub(crate) struct Output {
    name: String,
    writer: BufWriter<Box<dyn Write>>,
}

impl Output {
    /// Opens `path`, or stdout where there is none.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let (name, target): (String, Box<dyn Write>) = match path {
            None => ("standard output".to_owned(), Box::new(io::stdout())),
            Some(path) => {
                let file = File::create(path).map_err(|error| {
                    Problem::new(format!(
                        "cannot write to {}: {}",
                        path.display(),
                        plain(&error)
                    ))
                    .help("name a file in a folder that exists and may be written to")
                })?;
                (path.display().to_string(), Box::new(file))
            }
        };
        Ok(Output {
            name,
            writer: BufWriter::with_capacity(1 << 16, target),
        })
    }

    /// Writes `text`, which ends where a line ends.
    pub(crate) fn write(&mut self, text: &str) -> Result<(), Failure> {
        self.writer
            .write_all(text.as_bytes())
            .map_err(|error| Failure::of_write(&self.name, &error))
    }

    /// Hands on all that was written.
    pub(crate) fn flush(&mut self) -> Result<(), Failure> {
        self.writer
            .flush()
            .map_err(|error| Failure::of_write(&self.name, &error))
    }
}

/// Writes `text` to stdout.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut output = Output::open(None)?;
    output.write(text)?;
    output.flush()
}

/// Whether people read stdout.
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal()
}
