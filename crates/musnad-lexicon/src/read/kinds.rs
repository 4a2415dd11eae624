//! What each kind of data file must hold.

use super::checks::DataFile;
use super::{CaseKind, Reader};
use crate::files::{CasualtyFile, EventFile, ListFile, ReportingFile};
use crate::pattern::Pattern;

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
    pub(super) fn reporting(&mut self, file: DataFile<'_>, entry: ReportingFile) {
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

    pub(super) fn casualty(&mut self, file: DataFile<'_>, entry: CasualtyFile) {
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

    pub(super) fn event(&mut self, file: DataFile<'_>, entry: EventFile) {
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

    pub(super) fn list(&mut self, file: DataFile<'_>, list: ListFile) {
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
        let forms = (list.title.iter().map(|entry| &entry.forms))
            .chain(list.means.iter().map(|entry| &entry.forms))
            .chain(list.weekday.iter().map(|entry| &entry.forms))
            .chain(list.time.iter().map(|entry| &entry.forms))
            .chain(list.number.iter().map(|entry| &entry.forms))
            .chain(list.bound.iter().map(|entry| &entry.forms))
            .chain(list.list.iter().map(|entry| &entry.words))
            .chain(list.kind.iter().map(|entry| &entry.forms))
            .chain(list.bearing.iter().map(|entry| &entry.forms))
            .chain(list.unit.iter().map(|entry| &entry.forms));
        for forms in forms {
            self.distinct(file, forms);
        }
        for class in &list.class {
            self.distinct(file, class.forms.iter().chain(&class.nouns));
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
}
