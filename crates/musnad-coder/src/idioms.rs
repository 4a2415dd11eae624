//! Idioms: events that the data files give as patterns.

use std::ops::Range;

use musnad_lexicon::{Element, SlotKind, Split, TriggerKind, VerbForm};

use crate::entities::EntityKind;
use crate::events::{Surroundings, Trigger, word_matches};
use crate::words::Words;

/// The trigger of the first pattern that matches around the word at `at`.
pub(crate) fn idiom_at(
    words: &Words,
    at: usize,
    sentence: &Range<usize>,
    around: &Surroundings,
) -> Option<Trigger> {
    let mut found: Option<Trigger> = None;
    for &(event, number, split) in &words.info(at).idioms {
        let (id, pattern) = &words.lexicon.patterns[usize::from(event)][usize::from(number)];
        let matcher = Matcher {
            words,
            around,
            sentence,
            gap: pattern.gap,
        };
        let Some(place) = pattern
            .elements
            .iter()
            .position(|element| matches!(element, Element::Words { trigger: true, .. }))
        else {
            continue;
        };
        let Element::Words { any, .. } = &pattern.elements[place] else {
            continue;
        };
        for form in any {
            let end = at + form.len();
            let same = end <= sentence.end
                && form
                    .iter()
                    .enumerate()
                    .all(|(offset, word)| word_matches(words, at + offset, word));
            if same
                && matcher.after(&pattern.elements[place + 1..], end)
                && matcher.before(&pattern.elements[..place], at)
            {
                // another file may list the same words for the other side: who acts decides
                if let Some(first) = &mut found {
                    let sided = |event: u16| {
                        words.lexicon.entries.events[usize::from(event)]
                            .side
                            .is_some()
                    };
                    let either = sided(first.events[0]) || sided(event);
                    if either && first.tokens == (at..end) && !first.events.contains(&event) {
                        first.events.push(event);
                    }
                    break;
                }
                let entry = &words.lexicon.entries.events[usize::from(event)];
                let noun = entry
                    .pattern
                    .get(usize::from(number))
                    .is_some_and(|entry| entry.noun);
                found = Some(Trigger {
                    events: vec![event],
                    kind: if noun {
                        TriggerKind::Masdar
                    } else {
                        TriggerKind::Verb(VerbForm::Past)
                    },
                    // «سقوط ثلاثة جنود»: who stands behind it suffered
                    may_be_passive: !noun && entry.effect.is_some(),
                    head: at,
                    tokens: at..end,
                    span: words.span(at..end, split),
                    split: Split {
                        article: false,
                        ..split
                    },
                    plural: false,
                    pattern: Some(id.clone()),
                });
                break;
            }
        }
    }
    found
}

struct Matcher<'a, 'w> {
    words: &'a Words<'w>,
    around: &'a Surroundings<'a>,
    sentence: &'a Range<usize>,
    gap: usize,
}

impl Matcher<'_, '_> {
    /// Whether a gap may go over the token.
    fn may_skip(&self, at: usize) -> bool {
        !self.words.is_sign(at, '.')
            && !self.words.is_sign(at, '؛')
            && !self.words.in_class(at, "complementizer")
    }

    /// Whether the elements match from token `at` on.
    fn after(&self, elements: &[Element], at: usize) -> bool {
        let Some((first, rest)) = elements.split_first() else {
            return true;
        };
        match first {
            Element::Gap => {
                let mut to = at;
                loop {
                    if self.after(rest, to) {
                        return true;
                    }
                    if to - at >= self.gap || to >= self.sentence.end || !self.may_skip(to) {
                        return false;
                    }
                    to += 1;
                }
            }
            Element::Words { any, optional, .. } => {
                any.iter().any(|form| {
                    // an attached preposition takes no token
                    if form.len() == 1 && form[0].chars().count() == 1 {
                        return self.words.word(at).starts_with(&*form[0]) && self.after(rest, at);
                    }
                    at + form.len() <= self.sentence.end
                        && form
                            .iter()
                            .enumerate()
                            .all(|(offset, word)| word_matches(self.words, at + offset, word))
                        && self.after(rest, at + form.len())
                }) || (*optional && self.after(rest, at))
            }
            Element::Slot { kind, optional, .. } => {
                let mut start = at;
                while start < self.sentence.end && self.words.is_mark_of_quotation(start) {
                    start += 1;
                }
                self.slot_ends(*kind, start)
                    .is_some_and(|end| self.after(rest, end))
                    || (*optional && self.after(rest, at))
            }
            Element::Not(forms) => {
                !forms.iter().any(|word| word_matches(self.words, at, word)) && self.after(rest, at)
            }
        }
    }

    /// Whether the elements match up to token `at`, which is not one of theirs.
    fn before(&self, elements: &[Element], at: usize) -> bool {
        let Some((last, rest)) = elements.split_last() else {
            return true;
        };
        let from = self.sentence.start;
        match last {
            Element::Gap => {
                let mut to = at;
                loop {
                    if self.before(rest, to) {
                        return true;
                    }
                    if at - to >= self.gap || to <= from || !self.may_skip(to - 1) {
                        return false;
                    }
                    to -= 1;
                }
            }
            Element::Words { any, optional, .. } => {
                any.iter().any(|form| {
                    at >= from + form.len() && {
                        let start = at - form.len();
                        form.iter()
                            .enumerate()
                            .all(|(offset, word)| word_matches(self.words, start + offset, word))
                            && self.before(rest, start)
                    }
                }) || (*optional && self.before(rest, at))
            }
            Element::Slot { kind, optional, .. } => {
                let mut end = at;
                while end > from && self.words.is_mark_of_quotation(end - 1) {
                    end -= 1;
                }
                self.slot_starts(*kind, end)
                    .is_some_and(|start| self.before(rest, start))
                    || (*optional && self.before(rest, at))
            }
            Element::Not(forms) => {
                (at <= from
                    || !forms
                        .iter()
                        .any(|word| word_matches(self.words, at - 1, word)))
                    && self.before(rest, at)
            }
        }
    }

    fn candidates(&self, kind: SlotKind) -> Vec<Range<usize>> {
        match kind {
            SlotKind::Actor => self
                .around
                .entities
                .iter()
                .map(|entity| entity.tokens.clone())
                .collect(),
            SlotKind::People => self
                .around
                .entities
                .iter()
                .filter(|entity| {
                    matches!(
                        entity.kind,
                        EntityKind::People(_) | EntityKind::Person | EntityKind::Group
                    )
                })
                .map(|entity| entity.tokens.clone())
                .collect(),
            SlotKind::Place => self.around.places.to_vec(),
            SlotKind::Time => self.around.times.to_vec(),
            SlotKind::Number => self.around.numbers.to_vec(),
            SlotKind::Clause => std::iter::once(self.sentence.clone()).collect(),
        }
    }

    fn slot_ends(&self, kind: SlotKind, start: usize) -> Option<usize> {
        if kind == SlotKind::Clause {
            return (start < self.sentence.end).then_some(self.sentence.end);
        }
        self.candidates(kind)
            .into_iter()
            .find(|range| range.start == start)
            .map(|range| range.end)
    }

    fn slot_starts(&self, kind: SlotKind, end: usize) -> Option<usize> {
        self.candidates(kind)
            .into_iter()
            .find(|range| range.end == end)
            .map(|range| range.start)
    }
}
