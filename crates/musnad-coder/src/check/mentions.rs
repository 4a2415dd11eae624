//! What a test expects of single mentions: words of an entry, persons, times, numbers, places.

use jiff::civil::Date;
use musnad_lexicon::files::Test;
use musnad_lexicon::files::toml_value::Count;
use musnad_model::Grain;
use musnad_text::fold;

use super::Sentence;
use super::wording::{counted, name};
use crate::explain::{EntryKind, TimeNote};

impl Sentence<'_> {
    /// An entry of the lexicon, as a word or inside a longer mention.
    pub(super) fn entry(&self, kind: EntryKind, test: &Test) -> Result<(), String> {
        let wanted = self.expected(test.r#match.as_ref());
        let read = &self.explanation;
        let hits = read
            .hits
            .iter()
            .filter(|hit| hit.kind == kind && hit.span.overlaps(wanted));
        let entities = read
            .entities
            .iter()
            .filter(|entity| entity.kind == Some(kind) && entity.span.overlaps(wanted));
        let mut ids: Vec<&str> = hits.map(|hit| hit.id.as_str()).collect();
        ids.extend(entities.filter_map(|entity| entity.id.as_deref()));
        let words = wanted.of(self.text);
        if ids.is_empty() {
            return Err(format!("«{words}» was not read as {}", kind.as_str()));
        }
        match &test.id {
            Some(id) if !ids.contains(&id.as_str()) => {
                Err(format!("«{words}» was read as {}", ids.join(", ")))
            }
            Some(_) | None => Ok(()),
        }
    }

    pub(super) fn person(&self, test: &Test) -> Result<(), String> {
        let wanted = self.expected(test.r#match.as_ref());
        let read = &self.explanation;
        let mut names: Vec<&str> = Vec::new();
        for entity in read
            .entities
            .iter()
            .filter(|entity| entity.person && entity.span.overlaps(wanted))
        {
            names.push(entity.name.unwrap_or(entity.span).of(self.text));
        }
        let chains = read
            .attributions
            .iter()
            .flat_map(|attribution| &attribution.chain);
        names.extend(
            chains
                .filter(|span| span.overlaps(wanted))
                .map(|span| span.of(self.text)),
        );
        let words = wanted.of(self.text);
        match names.first() {
            None => Err(format!("«{words}» was not read as a person")),
            Some(_) if names.iter().any(|name| fold(name) == fold(words)) => Ok(()),
            Some(name) => Err(format!("the person is «{name}»")),
        }
    }

    pub(super) fn time(&self, test: &Test) -> Result<(), String> {
        let wanted = self.expected(test.r#match.as_ref());
        let words = wanted.of(self.text);
        let Some(time) = self
            .explanation
            .times
            .iter()
            .find(|time| time.span.overlaps(wanted))
        else {
            return Err(format!("«{words}» was not read as a time"));
        };
        let found = time.span.of(self.text);
        if test.r#match.is_some() && fold(found) != fold(words) {
            return Err(format!("the time is «{found}»"));
        }
        if let Some(value) = &test.value
            && *value != value_of(time)
        {
            return Err(format!("«{found}» is {}", value_of(time)));
        }
        match &test.grain {
            Some(grain) if *grain != name(&time.grain) => {
                Err(format!("the grain of «{found}» is {}", name(&time.grain)))
            }
            Some(_) | None => Ok(()),
        }
    }

    pub(super) fn number(&self, test: &Test) -> Result<(), String> {
        let wanted = self.expected(test.r#match.as_ref());
        let words = wanted.of(self.text);
        let Some(number) = self
            .explanation
            .numbers
            .iter()
            .find(|number| number.span.overlaps(wanted))
        else {
            return Err(format!("«{words}» was not read as a number"));
        };
        if let Some(Count::Number(count)) = &test.count
            && number.min != Some(*count)
            && number.max != Some(*count)
        {
            return Err(format!(
                "«{words}» was read as {}",
                counted(number.min, number.max)
            ));
        }
        let found = name(&number.bound).replace('_', "-");
        match &test.bound {
            Some(bound) if *bound != found => Err(format!("the bound of «{words}» is {found}")),
            Some(_) | None => Ok(()),
        }
    }

    /// A head word of places, a bearing or a unit of length.
    pub(super) fn place_word(&self, test: &Test) -> Result<(), String> {
        let wanted = self.expected(test.r#match.as_ref());
        let kinds = [EntryKind::PlaceKind, EntryKind::Bearing, EntryKind::Unit];
        let results = kinds.map(|kind| self.entry(kind, test));
        if results.iter().any(Result::is_ok) {
            return Ok(());
        }
        let words = wanted.of(self.text);
        // of the three, the one that saw another id says most
        let [kind, bearing, unit] = results;
        kind.and(bearing).and(unit).map_err(|error| {
            if error.contains("was not read") {
                format!("«{words}» belongs to no place name")
            } else {
                error
            }
        })
    }

    pub(super) fn is_text(&self) -> Result<(), String> {
        if self.explanation.tokens.iter().any(|token| token.furniture) {
            Err("the sentence was taken for furniture".to_owned())
        } else {
            Ok(())
        }
    }
}

/// A time as the data files write it: 2017-11 for a month, two days with a stroke for a period.
fn value_of(time: &TimeNote) -> String {
    let (Some(from), Some(to)) = (time.earliest, time.latest) else {
        let day = |date: Option<Date>| date.map_or("..".to_owned(), |date| date.to_string());
        return format!("{}/{}", day(time.earliest), day(time.latest));
    };
    match time.grain {
        Grain::Month if (from.year(), from.month()) == (to.year(), to.month()) => {
            from.strftime("%Y-%m").to_string()
        }
        Grain::Year if from.year() == to.year() => from.strftime("%Y").to_string(),
        _ if from == to => from.to_string(),
        _ => format!("{from}/{to}"),
    }
}
