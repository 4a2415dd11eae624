//! Where and when: the places and times that hold for an event.

use std::ops::Range;

use musnad_model::{DatePrecision, DateRef, TextRef};

use super::{Group, Writer};
use crate::places::PlaceMention;
use crate::roles::clause;
use crate::time::TimeMention;

impl Writer<'_, '_> {
    /// The tokens in which an event's place and time are looked for: from its clause to where the next
    /// event's clause begins.
    pub(super) fn window(&self, group: &Group) -> Range<usize> {
        let triggers = &self.material.triggers;
        let sentence = &self.material.sentence;
        let own = |at: usize| at == group.main || group.members.contains(&at);
        let main = triggers[group.main].head;
        let first = std::iter::once(group.main)
            .chain(group.members.iter().copied())
            .map(|at| triggers[at].head)
            .min()
            .unwrap_or(main);
        let last = std::iter::once(group.main)
            .chain(group.members.iter().copied())
            .map(|at| triggers[at].head)
            .max()
            .unwrap_or(main);
        let start = clause(self.words, first, sentence).start;
        let previous = (0..triggers.len())
            .filter(|&at| !own(at) && triggers[at].head < first)
            .map(|at| triggers[at].tokens.end)
            .max()
            .unwrap_or(sentence.start);
        let next = (0..triggers.len())
            .filter(|&at| !own(at) && triggers[at].head > last)
            .map(|at| {
                let start = clause(self.words, triggers[at].head, sentence).start;
                if start > last {
                    start
                } else {
                    triggers[at].head
                }
            })
            .min()
            .unwrap_or(sentence.end);
        let voice_end = self
            .attribution_of(main)
            .map_or(sentence.end, |found| found.scope.end);
        let next_voice = self
            .material
            .attributions
            .iter()
            .filter(|found| found.scope.start > last && found.verb.is_some())
            .filter_map(|found| found.verb.as_ref().map(|verb| verb.start))
            .filter(|&verb| verb > last)
            .min()
            .unwrap_or(sentence.end);
        start.max(previous)
            ..next
                .min(voice_end.max(last + 1))
                .min(next_voice)
                .max(last + 1)
    }

    pub(super) fn date(&self, group: &Group, window: &Range<usize>) -> Option<DateRef> {
        let head = self.material.triggers[group.main].head;
        let mut inside: Vec<&&TimeMention> = self
            .material
            .times
            .iter()
            .filter(|time| window.contains(&time.tokens.start))
            .collect();
        // «حتى الآن», «حتى الجمعة» alone says when it ends, not when it was
        inside.retain(|time| time.earliest.is_some() || time.latest.is_none());
        if inside.is_empty() {
            inside = self
                .material
                .times
                .iter()
                .filter(|time| self.shares(group, time.tokens.start) && time.earliest.is_some())
                .collect();
        }
        inside.sort_by_key(|time| {
            let after = time.tokens.start >= head;
            (
                if after {
                    time.tokens.start - head
                } else {
                    (head - time.tokens.start) + 2
                },
                time.tokens.start,
            )
        });
        let time = inside.first()?;
        Some(date_ref(time, &self.words.doc.text))
    }

    /// Whether a time or place at `at` also holds for the group although another event stands between:
    /// it begins the sentence, or the same stretch between commas.
    pub(super) fn shares(&self, group: &Group, at: usize) -> bool {
        let words = self.words;
        let sentence = &self.material.sentence;
        let head = self.material.triggers[group.main].head;
        let fronted = at <= sentence.start + 1;
        let (from, to) = if at < head { (at, head) } else { (head, at) };
        let open = |token: usize| {
            !words.is_sign(token, '،')
                && !words.is_sign(token, '؛')
                && !words.is_sign(token, ':')
                && !words.in_class(token, "complementizer")
                && !words.in_class(token, "subordinator")
                && !words.in_class(token, "relative")
        };
        let own_voice = |token: usize| {
            self.material.attributions.iter().all(|found| {
                found
                    .verb
                    .as_ref()
                    .is_none_or(|verb| !(verb.start <= token && token < found.scope.start))
            })
        };
        // «بدأ يوم كذا، بانتشال …»: a comma right before the noun that the verb brings in
        let aside = self.words.is_sign(head.saturating_sub(1), '،')
            && self.material.triggers[group.main]
                .split
                .preposition
                .is_some()
            && at < head
            && self
                .material
                .times
                .iter()
                .any(|time| time.tokens.start == at && time.tokens.end + 1 == head);
        own_voice(at)
            && (aside
                || (fronted && self.same_voice(at.max(sentence.start + 1), head))
                || (from + 1..to).all(open))
    }

    pub(super) fn place(
        &self,
        group: &Group,
        window: &Range<usize>,
        statement: bool,
    ) -> Option<musnad_model::Place> {
        let head = self.material.triggers[group.main].head;
        let said = |place: &&PlaceMention| {
            use crate::places::Introduction;
            place.kind != Some(musnad_lexicon::PlaceKind::Country)
                || matches!(
                    place.introduced_by,
                    Introduction::In | Introduction::On | Introduction::Near | Introduction::To
                )
        };
        let mut inside: Vec<&PlaceMention> = self
            .material
            .places
            .iter()
            .copied()
            .filter(|place| window.contains(&place.tokens.start))
            .filter(said)
            .collect();
        if inside.is_empty() {
            inside = self
                .material
                .places
                .iter()
                .copied()
                .filter(|place| self.shares(group, place.tokens.start))
                .filter(said)
                .collect();
        }
        let after = inside.iter().position(|place| place.tokens.start >= head);
        if statement {
            return None;
        }
        let start = match after {
            Some(start) => start,
            None if inside.is_empty() => return None,
            // the run of places before the trigger that ends nearest to it
            None => {
                let mut start = inside.len() - 1;
                while start > 0 && inside[start - 1].tokens.end + 4 >= inside[start].tokens.start {
                    start -= 1;
                }
                start
            }
        };
        let mut end = start + 1;
        while end < inside.len() && inside[end - 1].tokens.end + 4 >= inside[end].tokens.start {
            end += 1;
        }
        let run = &inside[start..end];
        let pick = crate::places::most_specific(run);
        run.get(pick).map(|place| place.place.clone())
    }
}

/// A time as the date of a claim.
fn date_ref(time: &TimeMention, text: &str) -> DateRef {
    let days = match (time.earliest, time.latest) {
        (Some(earliest), Some(latest)) => earliest.until(latest).ok().map(|span| span.get_days()),
        _ => None,
    };
    let precision = match days {
        Some(0) => DatePrecision { acled: 1, ucdp: 1 },
        Some(1..=6) => DatePrecision { acled: 2, ucdp: 2 },
        Some(7..=27) => DatePrecision { acled: 2, ucdp: 3 },
        Some(28..=31) => DatePrecision { acled: 3, ucdp: 4 },
        Some(_) | None => DatePrecision { acled: 3, ucdp: 5 },
    };
    DateRef {
        at: TextRef::new(text, time.span),
        earliest: time.earliest,
        latest: time.latest,
        grain: time.grain,
        precision,
        hour: time.hour,
        part_of_day: time.part_of_day,
        relative: time.relative,
    }
}
