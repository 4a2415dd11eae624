use std::fmt;

/// Something wrong in a data file, with the place where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Path of the file as it was given.
    pub file: String,
    /// Line, from 1; 1 where the fault is of the whole file.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.file, self.line, self.column, self.message
        )
    }
}

impl Fault {
    /// A fault at byte `at` of `text`.
    pub fn at(file: &str, text: &str, at: usize, message: impl Into<String>) -> Self {
        let before = text.get(..at.min(text.len())).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before
            .rsplit('\n')
            .next()
            .map_or(0, |last| last.chars().count())
            + 1;
        Fault {
            file: file.to_owned(),
            line,
            column,
            message: message.into(),
        }
    }

    /// A fault at the first place where `word` stands in `text`, or of the whole file: then at its start.
    pub fn at_word(file: &str, text: &str, word: &str, message: impl Into<String>) -> Self {
        match text.find(word) {
            Some(at) => Fault::at(file, text, at, message),
            None => Fault {
                file: file.to_owned(),
                line: 1,
                column: 1,
                message: message.into(),
            },
        }
    }
}

/// The data files do not make a lexicon.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LexiconError {
    /// Some files are wrong; all faults that were found.
    #[error("{} in the data files:\n{}", count(.0.len()), lines(.0))]
    Faults(Vec<Fault>),
    /// The embedded lexicon cannot be decoded: the program was built wrong.
    #[error("the embedded lexicon is damaged: build the program again")]
    Damaged(#[source] postcard::Error),
}

fn count(faults: usize) -> String {
    if faults == 1 {
        "1 fault".to_owned()
    } else {
        format!("{faults} faults")
    }
}

fn lines(faults: &[Fault]) -> String {
    faults
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn position_counts_lines_and_characters() {
        let fault = Fault::at_word("x.toml", "a = 1\nكلمة = سطر", "سطر", "here");
        assert_eq!(fault.to_string(), "x.toml:2:8: here");
    }
}
