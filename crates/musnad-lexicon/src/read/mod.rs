//! Reads the data files and names what is wrong in them.
//!
//! Here a file is parsed; `kinds` knows what each kind of file must hold, `checks` the checks that
//! they share.

mod checks;
mod kinds;
#[cfg(test)]
mod tests;

use serde::de::DeserializeOwned;

use self::checks::DataFile;
use crate::entries::Entries;
use crate::fault::Fault;
use crate::files::{
    CasualtyFile, CrosswalkRow, EventFile, ListFile, PlaceRow, Reject, ReportingFile, Test,
};

/// A data file: its path below the data folder, with `/`, and its bytes.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path, as it is to be named in faults.
    pub path: String,
    /// Contents.
    pub bytes: Vec<u8>,
}

/// What sort of file a test stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "named after the files")]
pub enum CaseKind {
    Reporting,
    Casualty,
    People,
    Sources,
    Titles,
    Actors,
    Nations,
    Means,
    Event,
    Months,
    Weekdays,
    Time,
    Numbers,
    Grammar,
    PlaceKinds,
    Furniture,
    Names,
}

/// A test or a reject.
#[derive(Clone, Debug, PartialEq)]
pub enum Case {
    /// The sentence must be read so.
    Test(Box<Test>),
    /// The entry must not be found in the sentence.
    Reject(Reject),
}

/// A test or a reject and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct TestCase {
    /// Path of the file.
    pub file: String,
    /// Sort of file.
    pub kind: CaseKind,
    /// Id of the entry, where the file holds one only.
    pub id: Option<String>,
    /// The test itself.
    pub case: Case,
    /// Line and column of its sentence, from 1.
    pub position: (usize, usize),
}

/// What the files say, the tests that they hold, and what is wrong in them.
pub fn read(files: &[SourceFile]) -> (Entries, Vec<TestCase>, Vec<Fault>) {
    let mut reader = Reader::default();
    for file in files {
        reader.file(file);
    }
    (reader.entries, reader.cases, reader.faults)
}

#[derive(Default)]
struct Reader {
    entries: Entries,
    cases: Vec<TestCase>,
    faults: Vec<Fault>,
}

impl Reader {
    fn file(&mut self, source: &SourceFile) {
        let path = source.path.replace('\\', "/");
        let text = match std::str::from_utf8(&source.bytes) {
            Ok(text) => text,
            Err(error) => {
                let at = error.valid_up_to();
                let before = String::from_utf8_lossy(source.bytes.get(..at).unwrap_or_default());
                let message = format!("not UTF-8: byte {at} of the file fits no letter");
                self.faults.push(Fault::at(&path, &before, at, message));
                return;
            }
        };
        let file = DataFile { path: &path, text };
        for (at, c) in text.char_indices() {
            if is_hidden(c) {
                let message = format!("form holds U+{:04X}, which readers cannot see", c as u32);
                self.faults.push(file.fault_at(at, message));
            }
        }
        match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("csv") => self.csv(file),
            Some("toml") => self.toml(file),
            Some(_) | None => {}
        }
    }

    fn toml(&mut self, file: DataFile<'_>) {
        let path = file.path;
        if path.contains("reporting/") {
            if let Some(entry) = self.parse::<ReportingFile>(file) {
                self.reporting(file, entry);
            }
        } else if path.contains("casualties/") {
            if let Some(entry) = self.parse::<CasualtyFile>(file) {
                self.casualty(file, entry);
            }
        } else if path.contains("events/") {
            if let Some(entry) = self.parse::<EventFile>(file) {
                self.event(file, entry);
            }
        } else if let Some(list) = self.parse::<ListFile>(file) {
            self.list(file, list);
        }
    }

    fn parse<T: DeserializeOwned>(&mut self, file: DataFile<'_>) -> Option<T> {
        match toml::from_str(file.text) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = error
                    .message()
                    .lines()
                    .next()
                    .unwrap_or("cannot be read")
                    .to_owned();
                self.faults.push(file.fault_at(at, message));
                None
            }
        }
    }

    fn csv(&mut self, file: DataFile<'_>) {
        if file.path.contains("crosswalk") {
            let rows = self.rows::<CrosswalkRow>(file);
            self.entries.crosswalk.extend(rows);
        } else {
            let rows = self.rows::<PlaceRow>(file);
            self.entries.places.extend(rows);
        }
    }

    fn rows<T: DeserializeOwned>(&mut self, file: DataFile<'_>) -> Vec<T> {
        let mut out = Vec::new();
        let mut reader = csv::ReaderBuilder::new().from_reader(file.text.as_bytes());
        for row in reader.deserialize() {
            match row {
                Ok(row) => out.push(row),
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    self.faults.push(Fault {
                        file: file.path.to_owned(),
                        line: usize::try_from(line).unwrap_or(usize::MAX),
                        column: 1,
                        message: error.to_string(),
                    });
                }
            }
        }
        out
    }
}

/// Whether `c` is one of the direction signs and joiners that no editor shows.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
