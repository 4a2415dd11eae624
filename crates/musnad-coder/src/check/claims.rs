//! What a test expects of the claims of its sentence: the rule that makes one, and its slots.

use musnad_lexicon::TestCase;
use musnad_lexicon::files::Test;
use musnad_lexicon::files::toml_value::Count;
use musnad_model::{Casualty, Claim, EntityRef};

use super::Sentence;
use super::wording::{loosely_equal, name, same};
use crate::explain::EntryKind;

impl Sentence<'_> {
    pub(super) fn event(&self, case: &TestCase, test: &Test) -> Result<(), String> {
        let file = format!("events/{}.toml", case.id.as_deref().unwrap_or(""));
        let wanted = self.expected(test.r#match.as_ref());
        let read = &self.explanation;
        let here: Vec<&Claim> = read
            .claims
            .iter()
            .filter(|claim| claim.trigger.span.overlaps(wanted))
            .collect();
        if here.is_empty() {
            let lost = read
                .lost
                .iter()
                .find(|lost| lost.rule == file && lost.span.overlaps(wanted));
            return Err(match lost {
                Some(lost) => format!(
                    "no claim: «{}» was dropped: {}",
                    lost.span.of(self.text),
                    lost.reason
                ),
                None => format!("no claim at «{}»", wanted.of(self.text)),
            });
        }
        let own: Vec<&Claim> = here
            .iter()
            .copied()
            .filter(|claim| is_of(claim, &file))
            .collect();
        if own.is_empty() {
            let rules: Vec<&str> = here.iter().map(|claim| claim.rule.as_str()).collect();
            return Err(format!("the claim is made by {}", rules.join(", ")));
        }
        // more than one claim of the file: one of them must be as expected
        let mut last = Ok(());
        for claim in own {
            last = self.slots(claim, test);
            if last.is_ok() {
                break;
            }
        }
        last
    }

    /// Function words show in what they do: the factuality of a claim, or the class of a word.
    pub(super) fn grammar(&self, test: &Test) -> Result<(), String> {
        let wanted = self.expected(test.r#match.as_ref());
        let read = &self.explanation;
        if test.factuality.is_some()
            || test.actor.is_some()
            || test.recipient.is_some()
            || test.place.is_some()
        {
            let claims = read
                .claims
                .iter()
                .filter(|claim| test.r#match.is_none() || claim.trigger.span.overlaps(wanted));
            let mut last = Err("no claim was made".to_owned());
            for claim in claims {
                last = self.slots(claim, test);
                if last.is_ok() {
                    break;
                }
            }
            return last;
        }
        if read
            .hits
            .iter()
            .any(|hit| hit.kind == EntryKind::Grammar && hit.span.overlaps(wanted))
        {
            Ok(())
        } else {
            Err(format!(
                "«{}» is in no class of function words",
                wanted.of(self.text)
            ))
        }
    }

    fn slots(&self, claim: &Claim, test: &Test) -> Result<(), String> {
        if let Some(actor) = &test.actor {
            one_of(actor, &claim.actors, "actor")?;
        }
        if let Some(recipient) = &test.recipient {
            one_of(recipient, &claim.recipients, "recipient")?;
        }
        if let Some(place) = &test.place {
            same(
                place,
                claim
                    .place
                    .as_ref()
                    .map_or("", |place| place.at.text.as_str()),
                "place",
            )?;
        }
        if let Some(count) = &test.count {
            let is_it = |casualty: &Casualty| match count {
                Count::Number(number) => {
                    casualty.min == Some(*number) || casualty.max == Some(*number)
                }
                Count::Words(words) => casualty.at.span.overlaps(self.expected(Some(words))),
            };
            // an event that harms nobody may count all the same: «9 bodies»
            let words_of_number = match count {
                Count::Words(words) => self.number_at(words),
                Count::Number(number) => self
                    .explanation
                    .numbers
                    .iter()
                    .any(|found| found.min == Some(*number) || found.max == Some(*number)),
            };
            let is_counted = if claim.casualties.is_empty() {
                words_of_number
            } else {
                claim.casualties.iter().any(is_it)
            };
            if !is_counted {
                return Err("the claim has another count".to_owned());
            }
        }
        match &test.factuality {
            Some(factuality) if *factuality != name(&claim.factuality) => {
                Err(format!("factuality is {}", name(&claim.factuality)))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn number_at(&self, words: &String) -> bool {
        let wanted = self.expected(Some(words));
        self.explanation
            .numbers
            .iter()
            .any(|number| number.span.overlaps(wanted))
    }
}

pub(super) fn is_of(claim: &Claim, file: &str) -> bool {
    claim.rule.split('#').next() == Some(file)
}

fn one_of(expected: &str, found: &[EntityRef], what: &str) -> Result<(), String> {
    if found
        .iter()
        .any(|entity| loosely_equal(expected, &entity.at.text))
    {
        return Ok(());
    }
    let names: Vec<&str> = found.iter().map(|entity| entity.at.text.as_str()).collect();
    same(expected, &names.join("، "), what)
}
