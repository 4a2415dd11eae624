//! Roles: which entity did it, and to whom, by the grammar around a trigger.

mod noun;
mod passive;
mod phrase;
mod subject;
#[cfg(test)]
mod tests;
mod verb;

use std::ops::Range;

use musnad_lexicon::files::EventFile;
use musnad_lexicon::{Item, TriggerKind};
use musnad_model::Span;

use crate::entities::{Entity, EntityKind};
use crate::events::Trigger;
use crate::words::Words;

/// What fills a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filler {
    /// An entity of the sentence, by position.
    Entity(usize),
    /// An adjective that names the side («قصف تركي»): its bytes and the nation.
    Adjective(Span, u16),
    /// A weapon that stands for who fires it («المسيرات التركية استهدفت»): its bytes and the nation.
    Weapon(Span, Option<u16>),
}

/// Actors and recipients of an event.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roles {
    pub(crate) actors: Vec<Filler>,
    pub(crate) recipients: Vec<Filler>,
    /// Whether the verb was read as passive.
    pub(crate) passive: bool,
}

/// How far a subject or object may stand from its verb, in tokens.
const REACH: usize = 14;

/// The clause around `at`: from the token after the last boundary to the next one.
pub(crate) fn clause(words: &Words, at: usize, sentence: &Range<usize>) -> Range<usize> {
    let mut start = at;
    while start > sentence.start && !words.begins_clause(start) {
        start -= 1;
    }
    let mut end = at + 1;
    while end < sentence.end && !words.ends_clause(end) {
        end += 1;
    }
    start..end
}

/// Fills the roles of `trigger` as the event file says. `figures` are the numbers that stand in front of
/// nouns.
pub(crate) fn roles(
    words: &Words,
    entities: &[Entity],
    sentence: &Range<usize>,
    trigger: &Trigger,
    event: &EventFile,
    figures: &[Range<usize>],
) -> Roles {
    let kind = words
        .lexicon
        .crosswalk(&event.codes)
        .map_or("", |row| row.plover.as_str());
    let grammar = Grammar {
        words,
        entities,
        sentence,
        clause: clause(words, trigger.head, sentence),
        trigger,
        event,
        figures,
        violent: matches!(kind, "ASSAULT" | "COERCE"),
        deed: matches!(
            kind,
            "ASSAULT" | "COERCE" | "MOBILIZE" | "RETREAT" | "AID" | "PROTEST"
        ),
    };
    let mut roles = match trigger.kind {
        TriggerKind::Verb(_) => grammar.verb(trigger.may_be_passive),
        TriggerKind::Passive(_) => grammar.verb(true),
        TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle => grammar.noun(),
    };
    if grammar.violent {
        roles.actors.retain(|actor| !grammar.is_harmed(actor));
    }
    // «الشرطيين المصابين نقلوا إلى المستشفى»
    if kind == "AID" && roles.recipients.is_empty() {
        let (helped, helpers) = std::mem::take(&mut roles.actors)
            .into_iter()
            .partition(|actor| grammar.needs_help(actor));
        roles.recipients = helped;
        roles.actors = helpers;
    }
    roles
}

/// What the roles of one trigger are read from.
struct Grammar<'a, 'w> {
    words: &'a Words<'w>,
    entities: &'a [Entity],
    sentence: &'a Range<usize>,
    clause: Range<usize>,
    trigger: &'a Trigger,
    event: &'a EventFile,
    /// Numbers that stand in front of nouns: «قتل 3 من …».
    figures: &'a [Range<usize>],
    /// Whether the event is violence or force.
    violent: bool,
    /// Whether the event is done, not said.
    deed: bool,
}

impl Grammar<'_, '_> {
    fn actor_by(&self, role: &str) -> bool {
        self.event.roles.actor.iter().any(|known| known == role)
    }

    fn recipient_by(&self, role: &str) -> bool {
        self.event.roles.recipient.iter().any(|known| known == role)
    }

    /// Whether a word for the hurt or dead stands in the phrase.
    fn needs_help(&self, filler: &Filler) -> bool {
        let Filler::Entity(number) = filler else {
            return false;
        };
        self.entities[*number].tokens.clone().any(|at| {
            self.words
                .hit(at, |item| matches!(item, Item::Casualty(_)))
                .is_some()
        })
    }

    /// «القتلى», «الجرحى», «مراسلنا»: they do no violence.
    fn is_harmed(&self, filler: &Filler) -> bool {
        let Filler::Entity(number) = filler else {
            return false;
        };
        let entity = &self.entities[*number];
        // «مراسلنا» only tells of it
        let entries = &self.words.lexicon.entries;
        let tells = match entity.kind {
            EntityKind::People(people) => entries.people[usize::from(people)].class == "journalist",
            EntityKind::Actor(actor) => {
                matches!(
                    entries.actors[usize::from(actor)].r#type.as_str(),
                    "media" | "monitor"
                )
            }
            _ => false,
        };
        tells
            || self
                .words
                .hit(entity.tokens.start, |item| {
                    matches!(item, Item::Casualty(_))
                })
                .is_some()
    }

    /// Whether the entity can do or suffer: a report or a site on the web cannot.
    fn counts_as_party(&self, entity: &Entity) -> bool {
        // «شمال سوريا» is a place
        if matches!(entity.kind, EntityKind::Nation(_))
            && entity.tokens.start > self.sentence.start
            && self
                .words
                .hit(entity.tokens.start - 1, |item| {
                    matches!(item, Item::Bearing(_))
                })
                .is_some()
        {
            return false;
        }
        if self.is_of_a_noun(entity) {
            return false;
        }
        let EntityKind::Source(source) = entity.kind else {
            return true;
        };
        let kind = self.words.lexicon.entries.sources[usize::from(source)]
            .kind
            .as_str();
        // «مواقع الجيش» are no sites on the web where they are struck
        let struck = self.violent
            && entity.party.is_some()
            && self.listed_noun(entity.tokens.start, "struck-thing");
        !self.deed || struck || !matches!(kind, "outlet" | "agency" | "media" | "unnamed")
    }

    /// «أكراد سوريا», «أراضي تركيا»: the country only says whose. A verb before a country is feminine.
    fn is_of_a_noun(&self, entity: &Entity) -> bool {
        let Some(before) = entity.tokens.start.checked_sub(1) else {
            return false;
        };
        let word = self.words.word(before);
        let name = entity.tokens.len() == 1 && entity.split.cost() == 0;
        name && matches!(entity.kind, EntityKind::Nation(_))
            && before >= self.sentence.start
            && !self.trigger.tokens.contains(&before)
            && !self.introduced_by("jointly", entity)
            && !self.introduced_by("accompany", entity)
            && !word.starts_with('ت')
            && !word.starts_with('ي')
            && !word.starts_with("ال")
            && !word.ends_with('ت')
            && word.chars().count() > 3
            && self
                .words
                .token(before)
                .is_some_and(|token| token.kind == musnad_text::TokenKind::Word)
            && self.words.hits(before).is_empty()
    }

    /// The entities that begin in `tokens`.
    fn inside(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = (usize, &Entity)> {
        self.entities.iter().enumerate().filter(move |(_, entity)| {
            tokens.contains(&entity.tokens.start)
                && self.counts_as_party(entity)
                && !self.in_the_verb(entity)
        })
    }

    /// «قدم شكوى», «نشر قوات»: the noun is part of the verb.
    fn in_the_verb(&self, entity: &Entity) -> bool {
        self.trigger.tokens.len() > 1
            && matches!(self.trigger.kind, TriggerKind::Verb(_))
            && entity.tokens.start > self.trigger.head
            && entity.span.start >= self.trigger.span.start
            && entity.span.start < self.trigger.span.end
    }

    /// The entity with its list, and those who are said to have joined it («بمشاركة …»).
    fn party(&self, first: usize) -> Vec<Filler> {
        let mut list = self.with_joined(first);
        let end = list
            .last()
            .map_or(0, |&last| self.entities[last].tokens.end);
        let joint = self
            .inside(end..(end + 4).min(self.sentence.end))
            .find(|(_, entity)| self.introduced_by("jointly", entity))
            .map(|(number, _)| number);
        if let Some(joint) = joint {
            list.extend(self.with_joined(joint));
        }
        list.into_iter().map(Filler::Entity).collect()
    }

    /// Whether a word of the class brings the entity in («بقيادة X», «مدعوما بX»).
    fn introduced_by(&self, class: &str, entity: &Entity) -> bool {
        let Some(mut before) = entity.tokens.start.checked_sub(1) else {
            return false;
        };
        while before > self.sentence.start && self.words.is_mark_of_quotation(before) {
            before -= 1;
        }
        let noun_between = before > self.sentence.start
            && self.words.in_class(before - 1, class)
            && self
                .words
                .token(before)
                .is_some_and(|token| token.kind == musnad_text::TokenKind::Word)
            && !self.words.in_class(before, "particle");
        self.words.in_class(before, class)
            || noun_between
            || (before > self.sentence.start
                && matches!(self.words.word(before), "من" | "مع")
                && self.words.in_class(before - 1, class))
    }

    fn is_violence(&self, event: u16) -> bool {
        let codes = &self.words.lexicon.entries.events[usize::from(event)].codes;
        self.words
            .lexicon
            .crosswalk(codes)
            .is_some_and(|row| row.plover == "ASSAULT")
    }

    fn is_relative(&self, clause: &Range<usize>) -> bool {
        clause.start > self.sentence.start && self.words.in_class(clause.start - 1, "relative")
    }

    /// Whether the token is a noun of this list of the grammar, whatever is attached to it.
    fn listed_noun(&self, at: usize, list: &str) -> bool {
        let word = self.words.word(at);
        let bare = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
        [word, bare].into_iter().any(|form| {
            let form = musnad_lexicon::strip_article(form);
            self.words.lexicon.lists(list, form)
                || form
                    .strip_suffix('ا')
                    .is_some_and(|form| self.words.lexicon.lists(list, form))
        })
    }

    /// Whether the token is a verb by all that is known of it.
    fn only_a_verb(&self, at: usize) -> bool {
        crate::entities::is_finite_verb(self.words, at)
            && !self.words.hits(at).iter().any(|hit| {
                matches!(
                    hit.sense.item,
                    Item::Trigger(
                        _,
                        TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle,
                        _
                    ) | Item::People(_)
                        | Item::Title(_)
                        | Item::Means(_)
                )
            })
    }
}
