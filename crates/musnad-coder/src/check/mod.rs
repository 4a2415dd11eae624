//! Runs the tests and rejects of the data files through the coder.
//!
//! Here is what a case asks for and where a sentence is read; `attributions`, `figures`, `claims` and
//! `mentions` each compare one part of the reading with what a test expects, `wording` says when two
//! texts count as the same.

mod attributions;
mod claims;
mod figures;
mod mentions;
#[cfg(test)]
mod tests;
mod wording;

use musnad_lexicon::files::Test;
use musnad_lexicon::{Case, CaseKind, TestCase};
use musnad_model::{Report, Span};

use self::claims::is_of;
use crate::explain::{EntryKind, Explanation, HitNote};
use crate::session::Coder;

/// Whether the coder reads the sentence of `case` as its file says.
///
/// # Errors
/// What was read in place of it, as one sentence.
pub fn check(coder: &mut Coder, case: &TestCase) -> Result<(), String> {
    match &case.case {
        Case::Test(test) => {
            let read = Sentence::read(coder, &test.text, test.published.as_deref())?;
            read.test(case, test)
        }
        Case::Reject(reject) => {
            let read = Sentence::read(coder, &reject.text, reject.published.as_deref())?;
            match read.found(case) {
                Some(words) => Err(format!("«{words}» matched, but: {}", reject.why)),
                None => Ok(()),
            }
        }
    }
}

/// A sentence and how it was read.
struct Sentence<'a> {
    text: &'a str,
    explanation: Explanation,
}

impl<'a> Sentence<'a> {
    fn read(coder: &mut Coder, text: &'a str, published: Option<&str>) -> Result<Self, String> {
        let published_date = match published {
            Some(date) => Some(
                date.parse()
                    .map_err(|_| format!("published: `{date}` is no date"))?,
            ),
            None => None,
        };
        let report = Report {
            id: "test".to_owned(),
            text: text.to_owned(),
            published: published.map(str::to_owned),
            published_date,
            ..Report::default()
        };
        Ok(Sentence {
            text,
            explanation: coder.explain(&report),
        })
    }

    fn test(&self, case: &TestCase, test: &Test) -> Result<(), String> {
        match case.kind {
            CaseKind::Reporting => self.reporting(case, test),
            CaseKind::Casualty => self.casualty(test),
            CaseKind::People => self.entry(EntryKind::People, test),
            CaseKind::Sources => self.entry(EntryKind::Source, test),
            CaseKind::Actors => self.entry(EntryKind::Actor, test),
            CaseKind::Nations => self.entry(EntryKind::Nation, test),
            CaseKind::Means => self.entry(EntryKind::Means, test),
            CaseKind::Titles | CaseKind::Names => self.person(test),
            CaseKind::Event => self.event(case, test),
            CaseKind::Months | CaseKind::Weekdays | CaseKind::Time => self.time(test),
            CaseKind::Numbers => self.number(test),
            CaseKind::Grammar => self.grammar(test),
            CaseKind::PlaceKinds => self.place_word(test),
            CaseKind::Furniture => self.is_text(),
        }
    }

    /// The words with which a reject was found after all.
    fn found(&self, case: &TestCase) -> Option<&'a str> {
        let read = &self.explanation;
        let id = case.id.as_deref();
        let span = match case.kind {
            CaseKind::Reporting => {
                read.attributions
                    .iter()
                    .find(|attribution| attribution.entry.as_deref() == id)?
                    .verb
            }
            CaseKind::Casualty => read
                .hits
                .iter()
                .find(|hit| {
                    hit.kind == EntryKind::Casualty
                        && Some(hit.id.as_str()) == id
                        && self.is_counted(hit)
                })
                .map(|hit| hit.span),
            CaseKind::People => self.hit_of(EntryKind::People),
            CaseKind::Sources => self.hit_of(EntryKind::Source),
            CaseKind::Means => self.hit_of(EntryKind::Means),
            CaseKind::Actors => self.entity_of(EntryKind::Actor),
            CaseKind::Nations => self.entity_of(EntryKind::Nation),
            CaseKind::Titles | CaseKind::Names => read
                .entities
                .iter()
                .find(|entity| entity.person)
                .map(|entity| entity.span),
            CaseKind::Event => {
                let file = format!("events/{}.toml", id.unwrap_or(""));
                read.claims
                    .iter()
                    .find(|claim| is_of(claim, &file))
                    .map(|claim| claim.trigger.span)
            }
            CaseKind::Months | CaseKind::Weekdays | CaseKind::Time => {
                read.times.first().map(|time| time.span)
            }
            CaseKind::Numbers => read.numbers.first().map(|number| number.span),
            CaseKind::PlaceKinds => read.places.first().map(|place| place.span),
            CaseKind::Grammar | CaseKind::Furniture => {
                read.claims.first().map(|claim| claim.trigger.span)
            }
        };
        Some(span?.of(self.text))
    }

    fn is_counted(&self, hit: &HitNote) -> bool {
        self.explanation
            .figures
            .iter()
            .any(|figure| figure.effect.is_some() && figure.span.overlaps(hit.span))
    }

    fn hit_of(&self, kind: EntryKind) -> Option<Span> {
        self.explanation
            .hits
            .iter()
            .find(|hit| hit.kind == kind)
            .map(|hit| hit.span)
    }

    fn entity_of(&self, kind: EntryKind) -> Option<Span> {
        self.explanation
            .entities
            .iter()
            .find(|entity| entity.kind == Some(kind))
            .map(|entity| entity.span)
    }

    /// Where an expected part stands; the whole sentence where the test names none.
    fn expected(&self, part: Option<&String>) -> Span {
        let whole = Span::new(0, u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        let Some(part) = part else { return whole };
        self.text.find(part.as_str()).map_or(whole, |at| {
            let start = u32::try_from(at).unwrap_or(u32::MAX);
            Span::new(start, start + u32::try_from(part.len()).unwrap_or(0))
        })
    }
}
