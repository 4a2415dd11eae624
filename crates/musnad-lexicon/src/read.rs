//! Reads the data files and names what is wrong in them.

use rustc_hash::FxHashSet;
use serde::de::DeserializeOwned;

use crate::entries::Entries;
use crate::fault::Fault;
use crate::files::{
    CasualtyFile, CrosswalkRow, EventFile, ListFile, PlaceRow, Reject, ReportingFile, Test,
};
use crate::pattern::Pattern;

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

const STANCES: [&str; 4] = ["reported", "affirmed", "doubted", "denied"];
const TONES: [&str; 3] = ["neutral", "distancing", "endorsing"];
const EFFECTS: [&str; 7] = [
    "killed",
    "injured",
    "detained",
    "abducted",
    "missing",
    "displaced",
    "body_recovered",
];
const WHO: [&str; 3] = ["civilian", "combatant", "unknown"];
const FACTUALITY: [&str; 4] = ["actual", "negated", "future", "possible"];

/// A data file while it is read.
#[derive(Clone, Copy)]
struct DataFile<'a> {
    path: &'a str,
    text: &'a str,
}

impl DataFile<'_> {
    /// A fault at byte `at`.
    fn fault_at(self, at: usize, message: impl Into<String>) -> Fault {
        Fault::at(self.path, self.text, at, message)
    }

    /// A fault where `word` stands first.
    fn fault(self, word: &str, message: impl Into<String>) -> Fault {
        Fault::at_word(self.path, self.text, word, message)
    }
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

    fn cases(
        &mut self,
        file: DataFile<'_>,
        kind: CaseKind,
        id: Option<&str>,
        tests: &[Test],
        rejects: &[Reject],
    ) {
        if tests.is_empty() {
            self.faults.push(file.fault_at(0, "holds no [[test]]"));
        }
        if rejects.is_empty() {
            self.faults.push(file.fault_at(0, "holds no [[reject]]"));
        }
        let mut add = |sentence: &str, case: Case| {
            let Fault { line, column, .. } = file.fault(sentence, "");
            self.cases.push(TestCase {
                file: file.path.to_owned(),
                kind,
                id: id.map(str::to_owned),
                case,
                position: (line, column),
            });
        };
        for test in tests {
            add(&test.text, Case::Test(Box::new(test.clone())));
        }
        for reject in rejects {
            add(&reject.text, Case::Reject(reject.clone()));
        }
        for reject in rejects.iter().filter(|reject| reject.why.is_empty()) {
            self.fault(file, &reject.text, "a [[reject]] wants a `why`");
        }
        for test in tests {
            for part in [
                &test.r#match,
                &test.source,
                &test.via,
                &test.content,
                &test.actor,
                &test.recipient,
                &test.place,
            ]
            .into_iter()
            .flatten()
            {
                if !test.text.contains(part.as_str()) {
                    self.fault(file, part, format!("«{part}» is not in the sentence"));
                }
            }
        }
    }

    fn fault(&mut self, file: DataFile<'_>, word: &str, message: impl Into<String>) {
        self.faults.push(file.fault(word, message));
    }

    fn one_of(&mut self, file: DataFile<'_>, value: &str, allowed: &[&str]) {
        if !allowed.contains(&value) {
            self.fault(
                file,
                &format!("\"{value}\""),
                format!(
                    "unknown variant `{value}`, expected one of {}",
                    quoted(allowed)
                ),
            );
        }
    }

    fn id_is_file_name(&mut self, file: DataFile<'_>, id: &str) {
        let name = file
            .path
            .rsplit('/')
            .next()
            .unwrap_or(file.path)
            .trim_end_matches(".toml");
        if name != id {
            self.fault(
                file,
                id,
                format!("id `{id}` is not the file's name `{name}`"),
            );
        }
    }

    fn distinct<'a>(&mut self, file: DataFile<'_>, forms: impl IntoIterator<Item = &'a String>) {
        let mut seen = FxHashSet::default();
        for form in forms {
            let folded = musnad_text::fold(form);
            if folded.is_empty() {
                self.fault(file, form, "an empty form");
            } else if !seen.insert(folded) {
                self.fault(file, form, format!("«{form}» stands twice after folding"));
            }
        }
    }

    fn verbs<'a>(&mut self, file: DataFile<'_>, verbs: impl IntoIterator<Item = &'a String>) {
        for verb in verbs {
            if verb.matches('/').count() != 1 {
                self.fault(
                    file,
                    verb,
                    format!("«{verb}» is not written `past / present`"),
                );
            }
        }
    }

    fn reporting(&mut self, file: DataFile<'_>, entry: ReportingFile) {
        self.id_is_file_name(file, &entry.id);
        self.one_of(file, &entry.stance, &STANCES);
        self.one_of(file, &entry.tone, &TONES);
        self.verbs(file, &entry.verb);
        for forms in [&entry.masdar, &entry.forms, &entry.prepositions] {
            self.distinct(file, forms);
        }
        for frame in &entry.frames {
            if let Err(error) = Pattern::compile(&format!("x {frame}"), None, |_| None) {
                self.fault(file, frame, error.to_string());
            }
        }
        self.cases(
            file,
            CaseKind::Reporting,
            Some(&entry.id),
            &entry.test,
            &entry.reject,
        );
        self.entries.reporting.push(entry);
    }

    fn casualty(&mut self, file: DataFile<'_>, entry: CasualtyFile) {
        self.id_is_file_name(file, &entry.id);
        self.one_of(file, &entry.effect, &EFFECTS);
        self.one_of(file, &entry.who, &WHO);
        self.distinct(file, entry.forms.all());
        self.cases(
            file,
            CaseKind::Casualty,
            Some(&entry.id),
            &entry.test,
            &entry.reject,
        );
        self.entries.casualties.push(entry);
    }

    fn event(&mut self, file: DataFile<'_>, entry: EventFile) {
        self.id_is_file_name(file, &entry.id);
        if let Some(effect) = &entry.effect {
            self.one_of(file, effect, &EFFECTS);
        }
        if let Some(factuality) = &entry.factuality {
            self.one_of(file, factuality, &FACTUALITY);
        }
        if let Some(side) = &entry.side {
            self.one_of(file, side, &["state", "nonstate"]);
        }
        let triggers = &entry.triggers;
        self.verbs(file, triggers.verb.iter().chain(&triggers.passive));
        for forms in [
            &triggers.verb,
            &triggers.passive,
            &triggers.masdar,
            &triggers.noun,
            &triggers.participle,
        ] {
            self.distinct(file, forms);
        }
        for pattern in &entry.pattern {
            let set = |name: &str| entry.sets.get(name).cloned();
            if let Err(error) = Pattern::compile(&pattern.when, pattern.gap, set) {
                self.fault(file, &pattern.when, error.to_string());
            }
        }
        self.cases(
            file,
            CaseKind::Event,
            Some(&entry.id),
            &entry.test,
            &entry.reject,
        );
        self.entries.events.push(entry);
    }

    fn list(&mut self, file: DataFile<'_>, list: ListFile) {
        let name = file.path.rsplit("ar/").next().unwrap_or(file.path);
        let kind = match name {
            "people.toml" => CaseKind::People,
            "sources.toml" => CaseKind::Sources,
            "titles.toml" => CaseKind::Titles,
            "nations.toml" => CaseKind::Nations,
            "means.toml" => CaseKind::Means,
            "numbers.toml" => CaseKind::Numbers,
            "grammar.toml" => CaseKind::Grammar,
            "furniture.toml" => CaseKind::Furniture,
            "names.toml" => CaseKind::Names,
            "time/months.toml" => CaseKind::Months,
            "time/weekdays.toml" => CaseKind::Weekdays,
            _ if name.starts_with("time/") => CaseKind::Time,
            _ if file.path.ends_with("place_kinds.toml") => CaseKind::PlaceKinds,
            _ => CaseKind::Actors,
        };
        for people in &list.people {
            self.one_of(file, &people.who, &WHO);
            self.distinct(file, people.forms.all());
        }
        for source in &list.source {
            self.distinct(file, source.forms.all());
        }
        for actor in &list.actor {
            let mut forms: Vec<&String> = vec![&actor.name.ar];
            forms.extend(actor.alias.iter().map(|alias| &alias.text));
            self.distinct(file, forms);
            for affiliation in actor
                .affiliation
                .iter()
                .filter(|affiliation| affiliation.source.is_empty())
            {
                self.fault(
                    file,
                    &format!("\"{}\"", actor.id),
                    format!(
                        "{}: the affiliation to `{}` names no source",
                        actor.id, affiliation.of
                    ),
                );
            }
        }
        for title in &list.title {
            self.distinct(file, &title.forms);
        }
        for means in &list.means {
            self.distinct(file, &means.forms);
        }
        for day in &list.weekday {
            self.distinct(file, &day.forms);
        }
        for word in &list.time {
            self.distinct(file, &word.forms);
        }
        for number in &list.number {
            self.distinct(file, &number.forms);
        }
        for bound in &list.bound {
            self.distinct(file, &bound.forms);
        }
        for class in &list.class {
            self.distinct(file, class.forms.iter().chain(&class.nouns));
        }
        for words in &list.list {
            self.distinct(file, &words.words);
        }
        for kind in &list.kind {
            self.distinct(file, &kind.forms);
        }
        for bearing in &list.bearing {
            self.distinct(file, &bearing.forms);
        }
        for unit in &list.unit {
            self.distinct(file, &unit.forms);
        }
        self.cases(file, kind, None, &list.test, &list.reject);
        let entries = &mut self.entries;
        entries.people.extend(list.people);
        entries.sources.extend(list.source);
        entries.titles.extend(list.title);
        entries.actors.extend(list.actor);
        entries.nations.extend(list.nation);
        entries.means.extend(list.means);
        entries.months.extend(list.month);
        entries.weekdays.extend(list.weekday);
        entries.time.extend(list.time);
        entries.numbers.extend(list.number);
        entries.bounds.extend(list.bound);
        entries.classes.extend(list.class);
        entries.lists.extend(list.list);
        entries.place_kinds.extend(list.kind);
        entries.bearings.extend(list.bearing);
        entries.units.extend(list.unit);
        if let Some(names) = list.names {
            entries.names.given.extend(names.given);
            entries.names.ambiguous.extend(names.ambiguous);
            entries.names.surname_heads.extend(names.surname_heads);
        }
        if let Some(furniture) = list.furniture {
            entries.furniture.line.extend(furniture.line);
            entries.furniture.tail.extend(furniture.tail);
            entries.furniture.whole.extend(furniture.whole);
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

fn quoted(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> Vec<String> {
        let file = SourceFile {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        read(&[file]).2.iter().map(ToString::to_string).collect()
    }

    const GOOD: &str = "id = \"zaama\"\nlemma = \"زعم\"\ngloss = \"claim\"\nstance = \"doubted\"\ntone = \"distancing\"\nverb = [\n  \"زعم / يزعم\",\n]\n[[test]]\ntext = \"زعمت صفحات أن المجموعة دخلت\"\nmatch = \"زعمت\"\n[[reject]]\ntext = \"قتل زعيم المجموعة\"\nwhy = \"a noun\"\n";

    #[test]
    fn a_good_file_has_no_fault() {
        assert_eq!(
            faults("ar/reporting/zaama.toml", GOOD),
            Vec::<String>::new()
        );
    }

    #[test]
    fn faults_name_line_and_column() {
        let file = "ar/reporting/zaama.toml";
        let wrong = |from: &str, to: &str| faults(file, &GOOD.replace(from, to));
        assert!(
            wrong("stance", "stanse")[0].starts_with(
                "ar/reporting/zaama.toml:4:1: unknown field `stanse`, expected one of"
            )
        );
        assert_eq!(
            wrong("doubted", "alleged")[0],
            "ar/reporting/zaama.toml:4:10: unknown variant `alleged`, expected one of `reported`, `affirmed`, `doubted`, `denied`"
        );
        assert_eq!(
            wrong("زعم / يزعم", "زعم\u{202e} / يزعم")[0],
            "ar/reporting/zaama.toml:7:7: form holds U+202E, which readers cannot see"
        );
        assert_eq!(
            wrong("match = \"زعمت\"", "match = \"زعموا\"")[0],
            "ar/reporting/zaama.toml:11:10: «زعموا» is not in the sentence"
        );
        assert_eq!(
            wrong("id = \"zaama\"", "id = \"zaam\"")[0],
            "ar/reporting/zaama.toml:1:7: id `zaam` is not the file's name `zaama`"
        );
    }

    #[test]
    fn bytes_of_another_encoding_are_named_with_their_place() {
        let file = SourceFile {
            path: "ar/people.toml".to_owned(),
            bytes: b"a = 1\nb = \"\xc7\"".to_vec(),
        };
        assert_eq!(
            read(&[file]).2[0].to_string(),
            "ar/people.toml:2:6: not UTF-8: byte 11 of the file fits no letter"
        );
    }

    #[test]
    fn a_form_stands_once_in_an_entry() {
        let twice = GOOD.replace("verb = [", "masdar = [\"إزعام\", \"ازعام\"]\nverb = [");
        assert_eq!(
            faults("ar/reporting/zaama.toml", &twice),
            ["ar/reporting/zaama.toml:6:21: «ازعام» stands twice after folding"]
        );
    }

    #[test]
    fn a_file_without_tests_is_refused() {
        let bare = GOOD.split("[[test]]").next().unwrap_or("");
        assert_eq!(
            faults("ar/reporting/zaama.toml", bare),
            [
                "ar/reporting/zaama.toml:1:1: holds no [[test]]",
                "ar/reporting/zaama.toml:1:1: holds no [[reject]]"
            ]
        );
    }
}
