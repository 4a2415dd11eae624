//! Accusations and condemnations: what they tell of has the accuser as its source.

use musnad_lexicon::{Item, TriggerKind};
use musnad_model::{PloverType, Stance};

use super::content::is_preposition;
use super::sources::{Unknown, joined};
use super::{Attribution, Carry, Reader, Source};
use crate::claims::plover_of;
use crate::entities::is_finite_verb;
use crate::words::same_word;

/// How far behind the verb its subject may end, in tokens.
const LONGEST_SUBJECT: usize = 14;

/// How a performative stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Performative {
    kind: PloverType,
    participle: bool,
}

impl Reader<'_, '_> {
    /// Reads the verb of accusing, asking, rejecting … at `at`: whoever does it is a speaker of the
    /// sentence, and the source of what an accusation tells.
    pub(super) fn performer(&mut self, at: usize, carry: &Carry) {
        let Some(performative) = self.performs(at) else {
            return;
        };
        let end = self.end_of_accusation(at);
        let chain = match performative.participle {
            true => self
                .speaker_of_participle(at, carry)
                .map(|source| vec![source]),
            // «أنهما تحملان …»: the subject is the pronoun
            false if self.has_pronoun_subject(at) => self
                .speaker_of_participle(at, carry)
                .map(|source| vec![source]),
            false => self.performers(at, end, carry),
        };
        let Some(chain) = chain.filter(|chain| !chain.is_empty()) else {
            return;
        };
        if self.main.is_none() {
            self.main = chain.last().cloned();
        }
        if !matches!(performative.kind, PloverType::Accuse | PloverType::Request) {
            return;
        }
        let outer = self
            .found
            .iter()
            .rfind(|found| found.scope.contains(&at))
            .map(|found| found.chain.clone())
            .unwrap_or_default();
        self.found.push(Attribution {
            verb: Some(at..at + 1),
            entry: None,
            stance: Stance::Reported,
            unconfirmed: false,
            chain: joined(outer, chain),
            scope: at + 1..end,
        });
    }

    fn performs(&self, at: usize) -> Option<Performative> {
        let words = self.words;
        if at > self.sentence.start && is_preposition(words.lexicon, words.word(at - 1)) {
            return None;
        }
        words.hits(at).iter().find_map(|hit| {
            let Item::Trigger(event, TriggerKind::Verb(_), rest) = hit.sense.item else {
                return None;
            };
            // an inquiry or a trial is told, not said
            let inquiry = words
                .lexicon
                .crosswalk(&words.lexicon.entries.events[usize::from(event)].codes)
                .is_some_and(|row| !row.mode.is_empty() && row.plover == "ACCUSE");
            if inquiry || hit.split.article || !self.has_rest(at, rest) {
                return None;
            }
            let kind = plover_of(words, event).filter(|kind| {
                matches!(
                    kind,
                    PloverType::Accuse
                        | PloverType::Request
                        | PloverType::Reject
                        | PloverType::Threaten
                        | PloverType::Support
                )
            })?;
            let participle = !is_finite_verb(words, at);
            (!participle || self.goes_on_with_participle(at))
                .then_some(Performative { kind, participle })
        })
    }

    /// Whether the further words of a verb of several words follow («ألقت … بالمسؤولية»).
    fn has_rest(&self, at: usize, rest: u16) -> bool {
        let Some(number) = usize::from(rest).checked_sub(1) else {
            return true;
        };
        let Some(rest) = self.words.lexicon.rests.get(number) else {
            return false;
        };
        let window = at + 1..self.sentence.end.min(at + LONGEST_SUBJECT);
        rest.iter().all(|expected| {
            window.clone().any(|token| {
                let word = self.words.word(token);
                same_word(word, expected)
                    || word
                        .strip_prefix(['ب', 'ل'])
                        .is_some_and(|bare| same_word(bare, expected))
            })
        })
    }

    fn has_pronoun_subject(&self, at: usize) -> bool {
        let before = at
            .checked_sub(1)
            .filter(|&before| before >= self.sentence.start);
        before.is_some_and(|before| {
            self.words.in_class(before, "complementizer")
                && !matches!(self.words.word(before), "ان" | "بان")
        })
    }

    fn performers(&self, at: usize, end: usize, carry: &Carry) -> Option<Vec<Source>> {
        let limit = end.min(at + 1 + LONGEST_SUBJECT);
        let stop = (at + 1..limit)
            .find(|&token| {
                self.is_comma(token)
                    || self.words.hits(token).iter().any(|hit| {
                        matches!(hit.split.preposition, Some('ب' | 'ل'))
                            && matches!(hit.sense.item, Item::Trigger(..))
                    })
            })
            .unwrap_or(limit);
        let near = self
            .entities
            .iter()
            .any(|entity| entity.tokens.start > at && entity.tokens.start <= at + 3);
        near.then(|| self.sources(at + 1..stop, Unknown::Refused))
            .flatten()
            .filter(|chain| !chain.is_empty())
            .or_else(|| self.subject_before(at).map(|source| vec![source]))
            .or_else(|| {
                self.speaker_of_participle(at, carry)
                    .map(|source| vec![source])
            })
    }

    /// The accusation ends where another clause stands beside it.
    fn end_of_accusation(&self, at: usize) -> usize {
        (at + 1..self.sentence.end)
            .find(|&token| {
                let joined_verb = self.is_comma(token - 1)
                    && is_finite_verb(self.words, token)
                    && self
                        .words
                        .hits(token)
                        .iter()
                        .any(|hit| hit.split.conjunction.is_some());
                let explained = self.is_comma(token - 1) && self.words.in_class(token, "relative");
                self.is_contrast(token) || joined_verb || explained
            })
            .unwrap_or(self.sentence.end)
    }
}
