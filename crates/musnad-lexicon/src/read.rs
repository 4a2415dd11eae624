//! Reads the data files and names what is wrong in them.

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

impl Reader {
    fn file(&mut self, file: &SourceFile) {
        let path = file.path.replace('\\', "/");
        let text = match std::str::from_utf8(&file.bytes) {
            Ok(text) => text,
            Err(error) => {
                self.faults.push(Fault {
                    file: path,
                    line: 1,
                    column: 1,
                    message: format!("not UTF-8 from byte {}", error.valid_up_to()),
                });
                return;
            }
        };
        for (at, c) in text.char_indices() {
            if matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
            {
                self.faults.push(Fault::at(
                    &path,
                    text,
                    at,
                    format!("form holds U+{:04X}, which readers cannot see", c as u32),
                ));
            }
        }
        match path.rsplit_once('.').map(|(_, ending)| ending) {
            Some("csv") => self.csv(&path, text),
            Some("toml") => self.toml(&path, text),
            Some(_) | None => {}
        }
    }

    fn toml(&mut self, path: &str, text: &str) {
        if path.contains("reporting/") {
            if let Some(entry) = self.parse::<ReportingFile>(path, text) {
                self.reporting(path, text, entry);
            }
        } else if path.contains("casualties/") {
            if let Some(entry) = self.parse::<CasualtyFile>(path, text) {
                self.casualty(path, text, entry);
            }
        } else if path.contains("events/") {
            if let Some(entry) = self.parse::<EventFile>(path, text) {
                self.event(path, text, entry);
            }
        } else if let Some(list) = self.parse::<ListFile>(path, text) {
            self.list(path, text, list);
        }
    }

    fn parse<T: DeserializeOwned>(&mut self, path: &str, text: &str) -> Option<T> {
        match toml::from_str(text) {
            Ok(value) => Some(value),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let message = error
                    .message()
                    .lines()
                    .next()
                    .unwrap_or("cannot be read")
                    .to_owned();
                self.faults.push(Fault::at(path, text, at, message));
                None
            }
        }
    }

    fn cases(
        &mut self,
        path: &str,
        text: &str,
        kind: CaseKind,
        id: Option<&str>,
        tests: &[Test],
        rejects: &[Reject],
    ) {
        if tests.is_empty() {
            self.faults
                .push(Fault::at(path, text, 0, "holds no [[test]]"));
        }
        if rejects.is_empty() {
            self.faults
                .push(Fault::at(path, text, 0, "holds no [[reject]]"));
        }
        let mut add = |sentence: &str, case: Case| {
            let fault = Fault::at_word(path, text, sentence, "");
            self.cases.push(TestCase {
                file: path.to_owned(),
                kind,
                id: id.map(str::to_owned),
                case,
                position: (fault.line, fault.column),
            });
        };
        for test in tests {
            add(&test.text, Case::Test(Box::new(test.clone())));
        }
        for reject in rejects {
            add(&reject.text, Case::Reject(reject.clone()));
        }
        for reject in rejects.iter().filter(|reject| reject.why.is_empty()) {
            self.faults.push(Fault::at_word(
                path,
                text,
                &reject.text,
                "a [[reject]] wants a `why`",
            ));
        }
        for test in tests {
            for part in [
                &test.r#match,
                &test.source,
                &test.content,
                &test.actor,
                &test.recipient,
                &test.place,
            ]
            .into_iter()
            .flatten()
            {
                if !test.text.contains(part.as_str()) {
                    self.faults.push(Fault::at_word(
                        path,
                        text,
                        part,
                        format!("«{part}» is not in the sentence"),
                    ));
                }
            }
        }
    }

    fn one_of(&mut self, path: &str, text: &str, value: &str, allowed: &[&str]) {
        if !allowed.contains(&value) {
            self.faults.push(Fault::at_word(
                path,
                text,
                &format!("\"{value}\""),
                format!(
                    "unknown variant `{value}`, expected one of {}",
                    quoted(allowed)
                ),
            ));
        }
    }

    fn id_is_file_name(&mut self, path: &str, text: &str, id: &str) {
        let name = path
            .rsplit('/')
            .next()
            .unwrap_or(path)
            .trim_end_matches(".toml");
        if name != id {
            self.faults.push(Fault::at_word(
                path,
                text,
                id,
                format!("id `{id}` is not the file's name `{name}`"),
            ));
        }
    }

    fn distinct<'a>(
        &mut self,
        path: &str,
        text: &str,
        forms: impl IntoIterator<Item = &'a String>,
    ) {
        let mut seen: Vec<String> = Vec::new();
        for form in forms {
            let folded = musnad_text::fold(form);
            if folded.is_empty() {
                self.faults
                    .push(Fault::at_word(path, text, form, "an empty form"));
            } else if seen.contains(&folded) {
                self.faults.push(Fault::at_word(
                    path,
                    text,
                    form,
                    format!("«{form}» stands twice after folding"),
                ));
            } else {
                seen.push(folded);
            }
        }
    }

    fn verbs<'a>(&mut self, path: &str, text: &str, verbs: impl IntoIterator<Item = &'a String>) {
        for verb in verbs {
            if verb.matches('/').count() != 1 {
                self.faults.push(Fault::at_word(
                    path,
                    text,
                    verb,
                    format!("«{verb}» is not written `past / present`"),
                ));
            }
        }
    }

    fn reporting(&mut self, path: &str, text: &str, entry: ReportingFile) {
        self.id_is_file_name(path, text, &entry.id);
        self.one_of(path, text, &entry.stance, &STANCES);
        self.one_of(path, text, &entry.tone, &TONES);
        self.verbs(path, text, &entry.verb);
        self.distinct(path, text, &entry.prepositions);
        for frame in &entry.frames {
            if let Err(error) = Pattern::compile(&format!("x {frame}"), None, |_| None) {
                self.faults
                    .push(Fault::at_word(path, text, frame, error.to_string()));
            }
        }
        self.cases(
            path,
            text,
            CaseKind::Reporting,
            Some(&entry.id),
            &entry.test,
            &entry.reject,
        );
        self.entries.reporting.push(entry);
    }

    fn casualty(&mut self, path: &str, text: &str, entry: CasualtyFile) {
        self.id_is_file_name(path, text, &entry.id);
        self.one_of(path, text, &entry.effect, &EFFECTS);
        self.one_of(path, text, &entry.who, &WHO);
        let forms = &entry.forms;
        self.distinct(
            path,
            text,
            forms
                .singular
                .iter()
                .chain(&forms.dual)
                .chain(&forms.plural),
        );
        self.cases(
            path,
            text,
            CaseKind::Casualty,
            Some(&entry.id),
            &entry.test,
            &entry.reject,
        );
        self.entries.casualties.push(entry);
    }

    fn event(&mut self, path: &str, text: &str, entry: EventFile) {
        self.id_is_file_name(path, text, &entry.id);
        if let Some(effect) = &entry.effect {
            self.one_of(path, text, effect, &EFFECTS);
        }
        if let Some(factuality) = &entry.factuality {
            self.one_of(path, text, factuality, &FACTUALITY);
        }
        if let Some(side) = &entry.side {
            self.one_of(path, text, side, &["state", "nonstate"]);
        }
        let triggers = &entry.triggers;
        self.verbs(path, text, triggers.verb.iter().chain(&triggers.passive));
        self.distinct(path, text, &triggers.verb);
        self.distinct(path, text, &triggers.masdar);
        self.distinct(path, text, &triggers.noun);
        for pattern in &entry.pattern {
            let set = |name: &str| entry.sets.get(name).cloned();
            if let Err(error) = Pattern::compile(&pattern.when, pattern.gap, set) {
                self.faults
                    .push(Fault::at_word(path, text, &pattern.when, error.to_string()));
            }
        }
        self.cases(
            path,
            text,
            CaseKind::Event,
            Some(&entry.id),
            &entry.test,
            &entry.reject,
        );
        self.entries.events.push(entry);
    }

    fn list(&mut self, path: &str, text: &str, list: ListFile) {
        let name = path.rsplit("ar/").next().unwrap_or(path);
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
            _ if path.ends_with("place_kinds.toml") => CaseKind::PlaceKinds,
            _ => CaseKind::Actors,
        };
        for people in &list.people {
            self.one_of(path, text, &people.who, &WHO);
            let forms = &people.forms;
            self.distinct(
                path,
                text,
                forms
                    .singular
                    .iter()
                    .chain(&forms.dual)
                    .chain(&forms.plural),
            );
        }
        for source in &list.source {
            let forms = &source.forms;
            self.distinct(
                path,
                text,
                forms
                    .singular
                    .iter()
                    .chain(&forms.dual)
                    .chain(&forms.plural),
            );
        }
        for actor in &list.actor {
            let mut forms: Vec<&String> = vec![&actor.name.ar];
            forms.extend(actor.alias.iter().map(|alias| &alias.text));
            self.distinct(path, text, forms);
            for affiliation in actor
                .affiliation
                .iter()
                .filter(|affiliation| affiliation.source.is_empty())
            {
                self.faults.push(Fault::at_word(
                    path,
                    text,
                    &format!("\"{}\"", actor.id),
                    format!(
                        "{}: the affiliation to `{}` names no source",
                        actor.id, affiliation.of
                    ),
                ));
            }
        }
        for title in &list.title {
            self.distinct(path, text, &title.forms);
        }
        for means in &list.means {
            self.distinct(path, text, &means.forms);
        }
        for words in &list.list {
            self.distinct(path, text, &words.words);
        }
        self.cases(path, text, kind, None, &list.test, &list.reject);
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

    fn csv(&mut self, path: &str, text: &str) {
        if path.contains("crosswalk") {
            let rows = self.rows::<CrosswalkRow>(path, text);
            self.entries.crosswalk.extend(rows);
        } else {
            let rows = self.rows::<PlaceRow>(path, text);
            self.entries.places.extend(rows);
        }
    }

    fn rows<T: DeserializeOwned>(&mut self, path: &str, text: &str) -> Vec<T> {
        let mut out = Vec::new();
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        for row in reader.deserialize() {
            match row {
                Ok(row) => out.push(row),
                Err(error) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    self.faults.push(Fault {
                        file: path.to_owned(),
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
