use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::files::{
    Actor, Bearing, BoundWord, CasualtyFile, CrosswalkRow, EventFile, Furniture, GrammarClass,
    LengthUnit, Means, Month, Names, Nation, Numeral, People, PlaceKindEntry, PlaceRow,
    ReportingFile, SourceNoun, TimeWord, Title, Weekday, WordList,
};
use crate::{Fault, LexiconError};

/// Everything that the data files say, before compiling.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[expect(
    missing_docs,
    reason = "each is the list of entries of its kind, see `files`"
)]
pub struct Entries {
    pub reporting: Vec<ReportingFile>,
    pub casualties: Vec<CasualtyFile>,
    pub people: Vec<People>,
    pub sources: Vec<SourceNoun>,
    pub titles: Vec<Title>,
    pub actors: Vec<Actor>,
    pub nations: Vec<Nation>,
    pub means: Vec<Means>,
    pub events: Vec<EventFile>,
    pub months: Vec<Month>,
    pub weekdays: Vec<Weekday>,
    pub time: Vec<TimeWord>,
    pub numbers: Vec<Numeral>,
    pub bounds: Vec<BoundWord>,
    pub classes: Vec<GrammarClass>,
    pub lists: Vec<WordList>,
    pub place_kinds: Vec<PlaceKindEntry>,
    pub bearings: Vec<Bearing>,
    pub units: Vec<LengthUnit>,
    pub furniture: Furniture,
    pub names: Names,
    pub places: Vec<PlaceRow>,
    pub crosswalk: Vec<CrosswalkRow>,
}

macro_rules! merge {
    ($self:ident, $other:ident: $($list:ident by $key:ident),* $(,)?) => {
        $(for entry in $other.$list {
            match $self.$list.iter_mut().find(|old| old.$key == entry.$key) {
                Some(old) => *old = entry,
                None => $self.$list.push(entry),
            }
        })*
    };
}

impl Entries {
    /// Adds the entries of `other`; one with an id that is there already takes its place.
    pub fn merge(&mut self, other: Entries) {
        merge!(self, other:
            reporting by id, casualties by id, people by id, sources by id, titles by id, actors by id,
            nations by id, means by id, events by id, months by id, weekdays by id, time by id,
            numbers by id, bounds by id, classes by id, lists by id, place_kinds by id, bearings by id, units by id,
            crosswalk by codes,
        );
        let known: std::collections::HashMap<String, usize> = self
            .places
            .iter()
            .enumerate()
            .map(|(at, row)| (row.id.clone(), at))
            .collect();
        for row in other.places {
            match known.get(&row.id) {
                Some(&at) => self.places[at] = row,
                None => self.places.push(row),
            }
        }
        self.furniture.line.extend(other.furniture.line);
        self.furniture.tail.extend(other.furniture.tail);
        self.furniture.whole.extend(other.furniture.whole);
        self.names.given.extend(other.names.given);
        self.names.ambiguous.extend(other.names.ambiguous);
        self.names.surname_heads.extend(other.names.surname_heads);
    }

    /// Drops what only the checker needs.
    pub fn strip_tests(&mut self) {
        for entry in &mut self.reporting {
            entry.test.clear();
            entry.reject.clear();
        }
        for entry in &mut self.casualties {
            entry.test.clear();
            entry.reject.clear();
        }
        for entry in &mut self.events {
            entry.test.clear();
            entry.reject.clear();
        }
    }

    /// The compact form that the program embeds.
    ///
    /// # Errors
    /// Never in practice: the shapes are plain data.
    pub fn to_bytes(&self) -> Result<Vec<u8>, LexiconError> {
        postcard::to_allocvec(self).map_err(LexiconError::Damaged)
    }

    /// Reads what [`Entries::to_bytes`] wrote.
    pub fn from_bytes(bytes: &[u8]) -> Result<Entries, LexiconError> {
        postcard::from_bytes(bytes).map_err(LexiconError::Damaged)
    }

    /// The first eight hexadecimal digits of the SHA-256 of the compact form.
    pub fn hash(bytes: &[u8]) -> String {
        use std::fmt::Write as _;
        let mut out = String::new();
        for byte in Sha256::digest(bytes).iter().take(4) {
            let _ = write!(out, "{byte:02x}");
        }
        out
    }

    /// What can only be checked when all files are there: references from one to another.
    pub fn check_references(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut fault = |file: String, message: String| {
            faults.push(Fault {
                file,
                line: 1,
                column: 1,
                message,
            });
        };
        let codes: std::collections::HashSet<&str> = self
            .crosswalk
            .iter()
            .map(|row| row.codes.as_str())
            .collect();
        for event in &self.events {
            if !codes.contains(event.codes.as_str()) {
                fault(
                    format!("ar/events/{}.toml", event.id),
                    format!(
                        "`codes = \"{}\"` is no row of codebook/crosswalk.csv",
                        event.codes
                    ),
                );
            }
        }
        for means in self.means.iter().filter(|means| !means.codes.is_empty()) {
            if !codes.contains(means.codes.as_str()) {
                fault(
                    "ar/means.toml".to_owned(),
                    format!(
                        "{}: `codes = \"{}\"` is no row of codebook/crosswalk.csv",
                        means.id, means.codes
                    ),
                );
            }
        }
        for entry in &self.casualties {
            if !self.events.iter().any(|event| event.id == entry.event) {
                fault(
                    format!("ar/casualties/{}.toml", entry.id),
                    format!("`event = \"{}\"` is no file of ar/events", entry.event),
                );
            }
        }
        let actors: std::collections::HashSet<&str> =
            self.actors.iter().map(|actor| actor.id.as_str()).collect();
        for actor in &self.actors {
            for affiliation in &actor.affiliation {
                if !actors.contains(affiliation.of.as_str()) {
                    fault(
                        "ar/actors".to_owned(),
                        format!(
                            "{}: affiliation to `{}`, which is no actor",
                            actor.id, affiliation.of
                        ),
                    );
                }
                if let (Some(from), Some(to)) = (&affiliation.from, &affiliation.to)
                    && from > to
                {
                    fault(
                        "ar/actors".to_owned(),
                        format!(
                            "{}: affiliation to `{}` ends ({to}) before it begins ({from})",
                            actor.id, affiliation.of
                        ),
                    );
                }
            }
        }
        let places: std::collections::HashSet<&str> =
            self.places.iter().map(|row| row.id.as_str()).collect();
        for row in &self.places {
            if !row.parent.is_empty() && !places.contains(row.parent.as_str()) {
                fault(
                    "places".to_owned(),
                    format!("{}: parent `{}` is no place", row.id, row.parent),
                );
            }
        }
        faults
    }
}
