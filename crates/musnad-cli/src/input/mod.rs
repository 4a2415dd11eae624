//! Files, folders and standard input to reports: each report, problem or note in the order of the input.

mod file;
mod lines;
mod page;
mod paths;
mod record;

use std::collections::VecDeque;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use musnad_model::Report;

use crate::arguments::{Context, InputKind};
use crate::problem::{Problem, plain};

use lines::Lines;
pub(crate) use paths::is_report;
pub(crate) use record::{DATE_HELP, country_code, publication_date, with_context};

/// A longer report is refused by name.
const LARGEST_REPORT: usize = 32 << 20;

/// A longer line of JSON Lines is refused: the largest report with every Arabic letter escaped.
const LONGEST_LINE: usize = 3 * LARGEST_REPORT;

/// What came next in the input.
#[derive(Debug)]
pub(crate) struct Incoming {
    /// File and line.
    pub(crate) origin: String,
    /// What it is.
    pub(crate) content: Content,
    /// How many bytes of the input it took.
    pub(crate) bytes: u64,
}

/// A report, or why there is none.
#[derive(Debug)]
pub(crate) enum Content {
    /// A report to be coded.
    Report(Box<Report>),
    /// Something could not be read; the rest goes on.
    Problem(Problem),
    /// Something worth knowing.
    Note(String),
}

/// All reports of a command line.
pub(crate) struct Input {
    sources: VecDeque<Result<PathBuf, Problem>>,
    open: Option<OpenFile>,
    kind: InputKind,
    context: Context,
    total: Option<u64>,
}

type Reader = Box<dyn BufRead + Send>;

struct OpenFile {
    name: String,
    lines: Lines<Reader>,
    any: bool,
}

impl Input {
    /// The reports in `files`; folders are searched for texts, pages and records.
    pub(crate) fn new(files: &[PathBuf], kind: InputKind, context: Context) -> Self {
        let sources = paths::expand(files);
        let total = paths::total_size(&sources);
        Input {
            sources: sources.into(),
            open: None,
            kind,
            context,
            total,
        }
    }

    /// The size of all input in bytes, where it is known.
    pub(crate) fn total(&self) -> Option<u64> {
        self.total
    }

    fn open(&mut self, path: &Path) -> Option<Incoming> {
        let name = if path.as_os_str() == "-" {
            "standard input".to_owned()
        } else {
            path.display().to_string()
        };
        let mut reader: Reader = if path.as_os_str() == "-" {
            Box::new(BufReader::with_capacity(1 << 16, std::io::stdin()))
        } else {
            match File::open(path) {
                Ok(file) => Box::new(BufReader::with_capacity(1 << 16, file)),
                Err(error) => return Some(unreadable(&name, &error)),
            }
        };
        let kind = match self.kind {
            InputKind::Auto => match file::kind_by_ending(path) {
                Some(kind) => kind,
                None => match reader.fill_buf() {
                    Ok(start) => file::kind_by_start(path, start),
                    Err(error) => return Some(unreadable(&name, &error)),
                },
            },
            kind @ (InputKind::Text | InputKind::Html | InputKind::Jsonl) => kind,
        };
        if kind == InputKind::Jsonl {
            self.open = Some(OpenFile {
                name,
                lines: Lines::new(reader, LONGEST_LINE),
                any: false,
            });
            return None;
        }
        Some(self.whole(name, reader, kind))
    }

    /// A whole file as one report.
    fn whole(&self, name: String, reader: Reader, kind: InputKind) -> Incoming {
        let mut bytes = Vec::new();
        let read = reader
            .take(LARGEST_REPORT as u64 + 1)
            .read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        let content = match read {
            Err(error) => return unreadable(&name, &error),
            Ok(_) if bytes.len() > LARGEST_REPORT => Content::Problem(too_large(&name)),
            Ok(_) => file::report(&name, bytes, kind, &self.context),
        };
        Incoming {
            origin: name,
            content,
            bytes: length,
        }
    }

    /// The next record of the open file; `None` at its end.
    fn record(&mut self) -> Option<Incoming> {
        let file = self.open.as_mut()?;
        loop {
            let line = match file.lines.read_next() {
                Ok(Some(line)) => line,
                Ok(None) => {
                    let file = self.open.take()?;
                    return (!file.any).then(|| Incoming {
                        content: Content::Note(format!("{} holds no reports", file.name)),
                        origin: file.name,
                        bytes: 0,
                    });
                }
                Err(error) => {
                    let incoming = unreadable(&file.name, &error);
                    self.open = None;
                    return Some(incoming);
                }
            };
            let origin = format!("{}:{}", file.name, line.number);
            let content = match line.bytes {
                None => Content::Problem(
                    Problem::new(format!("{origin}: the line has {} MiB, more than a report can have", line.length >> 20))
                        .help("a report may have 32 MiB; split the file so that each line holds one report"),
                ),
                Some(bytes) if bytes.trim_ascii().is_empty() => continue,
                Some(bytes) => record::read(bytes, &origin, line.start, &self.context),
            };
            file.any = true;
            return Some(Incoming {
                origin,
                content,
                bytes: line.length + 1,
            });
        }
    }
}

impl Iterator for Input {
    type Item = Incoming;

    fn next(&mut self) -> Option<Incoming> {
        loop {
            if let Some(incoming) = self.record() {
                return Some(incoming);
            }
            match self.sources.pop_front()? {
                Ok(path) => {
                    if let Some(incoming) = self.open(&path) {
                        return Some(incoming);
                    }
                }
                Err(problem) => {
                    return Some(Incoming {
                        origin: String::new(),
                        content: Content::Problem(problem),
                        bytes: 0,
                    });
                }
            }
        }
    }
}

/// Whether a report holds an Arabic letter at all.
pub(crate) fn holds_arabic(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{620}'..='\u{64a}' | '\u{671}'..='\u{6d3}' | '\u{fb50}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}'))
}

/// The problem of a report over the limit.
pub(crate) fn too_large(name: &str) -> Problem {
    Problem::new(format!(
        "{name} has more than 32 MiB, the most that a report may have"
    ))
    .help(
        "is it an archive of reports? give one file a report, or JSON Lines with one report a line",
    )
}

/// The problem of byte `at` of a file, counted from 0, which belongs to no letter.
fn not_utf8(origin: &str, at: u64) -> Problem {
    Problem::new(format!(
        "{origin}: not UTF-8: byte {at} of the file fits no letter"
    ))
    .help("save the file as UTF-8")
}

fn unreadable(name: &str, error: &std::io::Error) -> Incoming {
    let problem = Problem::new(format!("cannot read {name}: {}", plain(error)));
    Incoming {
        origin: name.to_owned(),
        content: Content::Problem(problem),
        bytes: 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &[u8], kind: InputKind) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        std::fs::write(&path, text).unwrap();
        Input::new(&[path], kind, Context::default())
            .map(|incoming| {
                let words = match incoming.content {
                    Content::Report(report) => format!("{} {:?}", report.id, report.text),
                    Content::Problem(problem) => problem.to_string(),
                    Content::Note(note) => note,
                };
                words.replace(&folder.path().display().to_string(), "")
            })
            .collect()
    }

    #[track_caller]
    fn check(text: &[u8], kind: InputKind, expected: &[&str]) {
        assert_eq!(read(text, kind), expected);
    }

    #[test]
    fn records_keep_their_ids_and_broken_ones_are_named() {
        check(
            "{\"id\":\"a\",\"text\":\"قصف\"}\n\nx\n{\"id\":7,\"text\":\"خطف\"}".as_bytes(),
            InputKind::Jsonl,
            &["a \"قصف\"", "/x:3: not a JSON object", "7 \"خطف\""],
        );
    }

    #[test]
    fn the_first_letter_tells_records_from_text() {
        check(
            "\u{feff} {\"id\":\"a\",\"text\":\"قصف\"}".as_bytes(),
            InputKind::Auto,
            &["a \"قصف\""],
        );
        assert!(read("قصف {".as_bytes(), InputKind::Auto)[0].ends_with("\"قصف {\""));
    }

    #[test]
    fn empty_files_are_noted() {
        check(b" \n", InputKind::Auto, &["/x is empty: no claims"]);
        check(b"\n", InputKind::Jsonl, &["/x holds no reports"]);
    }

    #[test]
    fn bytes_that_are_no_text_are_named_with_their_position() {
        check(
            b"ab\0",
            InputKind::Auto,
            &["/x:1: no text: byte 2 of the file is NUL"],
        );
        check(
            b"abc\n\xe9",
            InputKind::Auto,
            &["/x:2: neither UTF-8 (byte 4 fits no letter) nor another encoding of Arabic"],
        );
        check(
            b"{\"id\":\"\xc7\"}",
            InputKind::Auto,
            &["/x:1: not UTF-8: byte 7 of the file fits no letter"],
        );
    }

    #[test]
    fn other_encodings_are_read() {
        let id = "r-3a2c0c6d8e2e2e2e2e2e2e2e2e2e2e2e";
        let text = |bytes: &[u8]| read(bytes, InputKind::Auto)[0][id.len()..].to_owned();
        assert_eq!(text(b"\xff\xfe\x42\x06\x35\x06\x41\x06"), " \"قصف\"");
        assert_eq!(text(b"\xde\xd5\xdd \xde\xd1\xed\xc9"), " \"قصف قرية\"");
    }
}
