//! What was struck where no people are named: «قصف الأحياء السكنية», «استهدفت سيارة».

use musnad_lexicon::{Item, NationForm, Split, strip_article};
use musnad_model::{EntityRef, TextRef};
use musnad_text::TokenKind;

use super::{Group, Writer};
use crate::entities::{EntityKind, is_finite_verb};
use crate::events::Trigger;
use crate::roles::{Filler, Roles, clause};

/// How far the thing may stand behind the word of the attack, in tokens.
const REACH: usize = 14;
/// How far the thing may stand behind «ما» of a supposition, in tokens.
const LONGEST_SUPPOSITION: usize = 6;
/// How many adjectives are taken with it.
const MOST_ADJECTIVES: usize = 2;

impl Writer<'_, '_> {
    /// The things or quarters that the attack was aimed at, as the text names them. A place with a name of
    /// its own is the claim's place and nobody's harm.
    pub(super) fn struck(&self, group: &Group, chosen: &[(u16, Roles)]) -> Option<EntityRef> {
        std::iter::once(group.main)
            .chain(group.members.iter().copied())
            .filter(|&at| {
                matches!(
                    self.event(chosen[at].0).codes.as_str(),
                    "shelling" | "air-strike" | "attack" | "drone-strike"
                )
            })
            .find_map(|at| self.struck_by(&self.material.triggers[at]))
    }

    fn struck_by(&self, trigger: &Trigger) -> Option<EntityRef> {
        let words = self.words;
        let around = clause(words, trigger.head, &self.material.sentence);
        let end = around.end.min(trigger.head + REACH);
        let mut supposed = 0..0;
        for at in trigger.head + 1..end {
            // «على ما يعتقد أنها أهداف», «ما تصفه بأهداف»
            if words.word(at) == "ما" && words.listed(at - 1, "aimed-at") {
                supposed = at..at + LONGEST_SUPPOSITION;
            }
            if supposed.contains(&at) {
                if let Some(hit) = self.supposed_thing(at) {
                    return Some(hit);
                }
                continue;
            }
            if !trigger.tokens.contains(&at) && is_finite_verb(words, at) {
                return None;
            }
            if words.listed(at, "struck-thing-alone")
                && self.is_aimed_at(trigger, at)
                && !self.has_a_name(at)
            {
                let last = self.end_of_thing(at);
                if let Some(owner) = self.holder(last) {
                    return Some(self.entity_ref(&Filler::Entity(owner)));
                }
                // «مناطق في …», «أحياء»: too vague to have been hit as a thing
                let definite = words.word(at) != strip_article(words.word(at));
                if last == at + 1 && !definite && words.listed(at, "struck-thing-vague") {
                    return None;
                }
                return Some(EntityRef {
                    at: TextRef::new(&words.doc.text, words.doc.span(at..last)),
                    ..EntityRef::default()
                });
            }
        }
        None
    }

    /// «بأهداف إيرانية» behind «ما تصفه».
    fn supposed_thing(&self, at: usize) -> Option<EntityRef> {
        let words = self.words;
        let word = words.word(at);
        let attached = word
            .strip_prefix('ب')
            .is_some_and(|bare| words.lexicon.lists("struck-thing-alone", bare));
        if !attached && !words.listed(at, "struck-thing-alone") {
            return None;
        }
        let split = Split {
            prefix: u8::from(attached),
            ..Split::default()
        };
        let span = words.span(at..self.end_of_thing(at), split);
        Some(EntityRef {
            at: TextRef::new(&words.doc.text, span),
            ..EntityRef::default()
        })
    }

    /// Whether what stands before the thing leads to it: the attack's word, its doer, «على», a number.
    fn is_aimed_at(&self, trigger: &Trigger, at: usize) -> bool {
        let words = self.words;
        let counts = |at: usize| {
            words
                .token(at)
                .is_some_and(|token| token.number().is_some())
                || words.is_mark_of_quotation(at)
                || words
                    .hit(at, |item| matches!(item, Item::Numeral(_) | Item::Bound(_)))
                    .is_some()
                || words.listed(at, "some-of")
        };
        let mut before = at - 1;
        while before > trigger.head && counts(before) {
            before -= 1;
        }
        let entity_ends =
            self.material.entities.iter().any(|entity| {
                entity.tokens.end == before + 1 && entity.tokens.start > trigger.head
            });
        let time_ends = self
            .material
            .times
            .iter()
            .any(|time| time.tokens.end == before + 1);
        trigger.tokens.contains(&before)
            || words.word(before) == "علي"
            || entity_ends
            || time_ends
            || (before > trigger.head && is_adjective_of_the_attack(words.word(before)))
    }

    /// «حي الشعار», «مركز المدينة»: a place of its own.
    fn has_a_name(&self, at: usize) -> bool {
        self.material
            .places
            .iter()
            .any(|place| place.tokens.contains(&at) || place.tokens.start == at + 1)
            || self.words.is_mark_of_quotation(at + 1)
    }

    /// «مواقع للجيش», «المناطق التي يسيطر عليها الأكراد»: whose it is.
    fn holder(&self, from: usize) -> Option<usize> {
        const FARTHEST: usize = 6;
        let words = self.words;
        let entities = self.material.entities.iter().enumerate();
        let mut behind = entities.filter(|(_, entity)| {
            entity.tokens.start >= from
                && entity.tokens.start < from + FARTHEST
                && !matches!(entity.kind, EntityKind::Source(_))
        });
        let (number, entity) = behind.next()?;
        let adjacent = entity.tokens.start <= from + 1 && entity.split.preposition == Some('ل');
        let held = (from..entity.tokens.start).any(|at| words.in_class(at, "standing"));
        (adjacent || held).then_some(number)
    }

    fn end_of_thing(&self, at: usize) -> usize {
        let words = self.words;
        let definite = words.word(at).starts_with("ال");
        let mut end = at + 1;
        while end <= at + MOST_ADJECTIVES
            && words
                .token(end)
                .is_some_and(|token| token.kind == TokenKind::Word)
        {
            let nation = words
                .hit(end, |item| {
                    matches!(item, Item::Nation(_, NationForm::Adjective))
                })
                .is_some_and(|hit| {
                    hit.split.conjunction.is_none() && hit.split.preposition.is_none()
                });
            let word = words.word(end);
            let function_word = is_finite_verb(words, end)
                || words.hits(end).iter().any(|hit| match hit.sense.item {
                    Item::Time(_) | Item::Weekday(_) => true,
                    Item::Class(class) => !words.lexicon.entries.classes[usize::from(class)]
                        .id
                        .starts_with("place-"),
                    _ => hit.split.conjunction.is_some() || hit.split.preposition.is_some(),
                });
            let adjective = if definite {
                word != strip_article(word)
            } else {
                word == strip_article(word) && is_adjective_of_the_attack(word)
            };
            if !nation && (function_word || !adjective) {
                break;
            }
            end += 1;
        }
        end
    }
}

/// An adjective by its ending.
fn is_adjective_of_the_attack(word: &str) -> bool {
    ["ه", "يا", "ي"].iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 3
}
