//! Roles: which entity did it, and to whom, by the grammar around a trigger.

use std::ops::Range;

use musnad_lexicon::{Item, NationForm, TriggerKind};
use musnad_model::Span;

use crate::entities::{Entity, EntityKind, is_finite_verb};
use crate::events::Trigger;
use crate::words::Words;

/// What fills a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filler {
    /// An entity of the sentence, by position.
    Entity(usize),
    /// An adjective that names the side («قصف تركي»): its bytes and the nation.
    Adjective(Span, u16),
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

struct Grammar<'a, 'w> {
    words: &'a Words<'w>,
    entities: &'a [Entity],
    sentence: &'a Range<usize>,
    clause: Range<usize>,
    trigger: &'a Trigger,
    /// Whether a token stands in front of a figure: «قتل 3 من …».
    figures: &'a [Range<usize>],
}

/// Fills the roles of `trigger`. `wanted` are the role words of its event file; `effect` tells that
/// the event is something that happens to people.
pub(crate) fn roles(
    words: &Words,
    entities: &[Entity],
    sentence: &Range<usize>,
    trigger: &Trigger,
    event: &musnad_lexicon::files::EventFile,
    figures: &[Range<usize>],
) -> Roles {
    let grammar = Grammar { words, entities, sentence, clause: clause(words, trigger.head, sentence), trigger, figures };
    match trigger.kind {
        TriggerKind::Verb(_) => grammar.verb(event, trigger.may_be_passive),
        TriggerKind::Passive(_) => grammar.verb(event, true),
        TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle => grammar.noun(event),
    }
}

impl Grammar<'_, '_> {
    /// The preposition before an entity: attached or the word before it.
    fn preposition(&self, entity: &Entity) -> Option<String> {
        if let Some(attached) = entity.split.preposition {
            return Some(attached.to_string());
        }
        let mut before = entity.tokens.start;
        while before > self.sentence.start && (self.words.is_mark_of_quotation(before - 1) || self.counts(before - 1)) {
            before -= 1;
        }
        // «على مواقع الجيش», «على جيب التنظيم»: the preposition stands before the noun that it belongs to
        let mut last = before.checked_sub(1)?;
        let noun = |at: usize| {
            self.words.token(at).is_some_and(|token| token.kind == musnad_text::TokenKind::Word)
                && !self.words.in_class(at, "particle")
                && !is_finite_verb(self.words, at)
                && self.words.hits(at).iter().all(|hit| !matches!(hit.sense.item, Item::Trigger(..) | Item::Class(_) | Item::Reporting(_) | Item::Time(_)))
        };
        if last > self.sentence.start + 1 && noun(last) && entity.split.conjunction.is_none() {
            let attached = self.words.hits(last).iter().find_map(|hit| hit.split.preposition.filter(|&c| c != 'س'));
            if let Some(attached) = attached {
                return Some(attached.to_string());
            }
            if matches!(self.words.word(last - 1), "علي" | "في" | "من" | "الي" | "ضد" | "عن" | "امام" | "نحو") {
                last -= 1;
            }
        }
        let word = self.words.word(last);
        matches!(
            word,
            "في" | "علي" | "من" | "الي" | "عن" | "مع" | "ضد" | "بين" | "ل" | "ب" | "ك" | "امام" | "بحق" | "لدي" | "عند" | "قرب" | "نحو" | "باتجاه" | "تجاه" | "حول" | "داخل" | "خلال" | "بعد" | "قبل" | "عبر" | "باسم" | "منذ" | "برفقه" | "صفوف" | "دون" | "قبل" | "ايدي" | "يد" | "جانب"
        )
        .then(|| word.to_owned())
    }

    /// Whether the token is part of a figure that stands before a noun.
    fn counts(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| figure.contains(&at))
    }

    /// The entities that begin in `tokens`.
    fn inside(&self, tokens: Range<usize>) -> impl DoubleEndedIterator<Item = (usize, &Entity)> {
        self.entities
            .iter()
            .enumerate()
            .filter(move |(_, entity)| tokens.contains(&entity.tokens.start))
    }

    /// `first` and the entities that go on its list («A وB وC»).
    fn with_joined(&self, first: usize) -> Vec<usize> {
        let mut out = vec![first];
        let mut end = self.entities[first].tokens.end;
        for (number, entity) in self.entities.iter().enumerate().skip(first + 1) {
            let near = (end..entity.tokens.start).all(|at| self.words.any_sign(at) || self.words.word(at) == "و");
            let by_word = entity.tokens.start > end && self.words.word(entity.tokens.start - 1) == "و";
            let by_mark = entity.tokens.start > end + 1 && self.words.word(entity.tokens.start - 2) == "و";
            if !near || !(entity.joined || by_word || by_mark) || entity.split.preposition.is_some() {
                break;
            }
            out.push(number);
            end = entity.tokens.end;
        }
        out
    }

    fn fill(&self, numbers: Vec<usize>) -> Vec<Filler> {
        numbers.into_iter().filter(|&number| self.entities[number].kind != EntityKind::Source(u16::MAX)).map(Filler::Entity).collect()
    }

    /// The subject that stands before a verb in its clause («قسد اعتقلت», «أن الجيش … تصدى»).
    fn subject_before(&self) -> Option<usize> {
        if self.trigger.split.conjunction == Some('ف') {
            return None;
        }
        let mut from = self.clause.start;
        // a relative clause belongs to the noun before it: «طيران … الذي شن»
        let relative = from > self.sentence.start && self.words.in_class(from - 1, "relative");
        if relative {
            let antecedent = self.inside(self.sentence.start..from).rev().find(|(_, entity)| entity.tokens.end + 9 >= from);
            return antecedent.map(|(number, _)| number);
        }
        if self.trigger.split.conjunction.is_some() {
            // «A … وقصفت»: the subject of the verb before
            let earlier = match self.trigger.head.checked_sub(1) {
                Some(before) if before >= self.sentence.start => clause(self.words, before, self.sentence),
                _ => return None,
            };
            from = earlier.start.max(self.trigger.head.saturating_sub(2 * REACH));
            return self
                .inside(from..self.trigger.head)
                .find(|(_, entity)| self.preposition(entity).is_none() && entity.tokens.start <= earlier.start + 2)
                .map(|(number, _)| number);
        }
        self.inside(from..self.trigger.head)
            .find(|(_, entity)| self.preposition(entity).is_none() && !entity.joined && entity.tokens.start <= self.clause.start + 4)
            .map(|(number, _)| number)
    }

    /// Entities after the trigger without a preposition: subject, object.
    fn bare_after(&self, from: usize) -> Vec<usize> {
        let end = self.clause.end.min(from + REACH);
        let mut out: Vec<usize> = Vec::new();
        let mut list_end = 0;
        for (number, entity) in self.inside(from..end) {
            // a list counts once
            if number < list_end {
                continue;
            }
            // «جميعهم نساء», «بينهم طفل»: says more of those named before
            let says_more = entity.tokens.start > 0
                && (self.words.in_class(entity.tokens.start - 1, "all-of-them") || self.words.in_class(entity.tokens.start - 1, "among"));
            if says_more {
                break;
            }
            if self.preposition(entity).is_some() {
                if self.of_the_figure(entity) {
                    out.push(number);
                }
                continue;
            }
            // after another trigger the nouns are that one's
            out.push(number);
            list_end = self.with_joined(number).last().map_or(0, |last| last + 1);
        }
        out
    }

    /// «ثلاثة من عناصر داعش»: «من» behind a number is no preposition of the verb.
    fn of_the_figure(&self, entity: &Entity) -> bool {
        let start = entity.tokens.start;
        start >= 2 && self.words.word(start - 1) == "من" && self.counts(start - 2)
    }

    fn after_preposition(&self, preposition: &str, from: usize, to: usize) -> Option<usize> {
        self.inside(from..to)
            .find(|(_, entity)| {
                self.preposition(entity).is_some_and(|found| found == preposition || (preposition == "ل" && found == "ل"))
            })
            .map(|(number, _)| number)
    }

    /// «من قبل X», «على يد X», «برصاص X».
    fn by_agent(&self) -> Option<usize> {
        let class = self.words.lexicon.class("by-agent")?;
        let end = self.sentence.end.min(self.trigger.tokens.end + REACH);
        for at in self.trigger.tokens.end..end {
            let hit = self.words.hits(at).iter().find(|hit| hit.sense.item == Item::Class(class));
            if let Some(hit) = hit {
                return self
                    .inside(hit.tokens.end..hit.tokens.end + 3)
                    .next()
                    .map(|(number, _)| number);
            }
            if self.words.is_sign(at, '.') {
                break;
            }
        }
        None
    }

    /// «الذي نفذته القوات», «شنه التنظيم»: a carrying verb after the noun.
    fn carried_after(&self) -> Option<usize> {
        let class = self.words.lexicon.class("perform")?;
        let end = self.sentence.end.min(self.trigger.tokens.end + 7);
        for at in self.trigger.tokens.end..end {
            if self.words.is_sign(at, '.') {
                break;
            }
            let carrying = self.words.hits(at).iter().any(|hit| hit.sense.item == Item::Class(class) && hit.split.suffix > 0 && hit.split.conjunction.is_none());
            if carrying {
                return self.inside(at + 1..at + 4).next().map(|(number, _)| number);
            }
        }
        None
    }

    /// «شن الطيران غارات», «تعرضت المدينة لقصف»: the subject of a carrying verb before the noun, and
    /// whether that subject suffers it.
    fn carried_before(&self) -> Option<(usize, bool)> {
        let perform = self.words.lexicon.class("perform")?;
        let undergo = self.words.lexicon.class("undergo");
        let from = self.trigger.head.saturating_sub(16).max(self.sentence.start);
        for at in (from..self.trigger.head).rev() {
            if self.words.is_sign(at, '.') || self.words.is_sign(at, '؛') || self.words.in_class(at, "complementizer") {
                break;
            }
            let hit = self.words.hits(at).iter().find(|hit| {
                (hit.sense.item == Item::Class(perform) || undergo.is_some_and(|class| hit.sense.item == Item::Class(class)))
                    && hit.split.suffix == 0
                    && hit.split.preposition.is_none()
            });
            let Some(hit) = hit else { continue };
            let suffers = undergo.is_some_and(|class| hit.sense.item == Item::Class(class));
            let after = self.inside(at + 1..self.trigger.head).find(|(_, entity)| self.preposition(entity).is_none()).map(|(number, _)| number);
            let before = || {
                let clause = clause(self.words, at, self.sentence);
                let relative = clause.start > self.sentence.start && self.words.in_class(clause.start - 1, "relative");
                let range = if relative { self.sentence.start..clause.start } else { clause.start..at };
                let mut found = self.inside(range).filter(|(_, entity)| relative || self.preposition(entity).is_none());
                if relative { found.next_back() } else { found.next() }.map(|(number, _)| number)
            };
            return after.or_else(before).map(|subject| (subject, suffers));
        }
        None
    }

    /// An adjective of a nation right after the noun («قصف مدفعي تركي»).
    fn adjective(&self) -> Option<Filler> {
        let from = self.trigger.tokens.end;
        for at in from..self.sentence.end.min(from + 3) {
            let hit = self.words.hit(at, |item| matches!(item, Item::Nation(_, NationForm::Adjective)));
            if let Some(hit) = hit
                && hit.split.preposition.is_none()
                && hit.split.conjunction.is_none()
                && let Item::Nation(nation, _) = hit.sense.item
            {
                // the entity at this place is the adjective itself, unless a longer name stands there
                return Some(Filler::Adjective(self.words.span(at..at + 1, hit.split), nation));
            }
            let word_only = self.words.token(at).is_some_and(|token| token.kind == musnad_text::TokenKind::Word);
            if !word_only || self.entities.iter().any(|entity| entity.tokens.start == at) || self.words.in_class(at, "particle") {
                break;
            }
        }
        None
    }

    fn verb(&self, event: &musnad_lexicon::files::EventFile, may_be_passive: bool) -> Roles {
        let mut out = Roles::default();
        let after = self.bare_after(self.trigger.head + 1);
        let before = self.subject_before();
        let only_passive = matches!(self.trigger.kind, TriggerKind::Passive(_)) && !self.may_also_be_active(event);
        let transitive = event.roles.recipient.iter().any(|role| role == "object");
        let passive = only_passive
            || (may_be_passive && event.effect.is_some() && {
                let subjects = usize::from(before.is_some()) + after.len();
                let object_is_pronoun = self.trigger.split.suffix > 0;
                subjects < 2 && !object_is_pronoun && !(before.is_some() && self.trigger.plural && after.is_empty() && self.figure_follows())
            })
            || (may_be_passive && before.is_none() && after.is_empty() && self.figure_follows());
        // «قتل 3 مدنيين»: the figure is the subject, so no one is named who did it
        let figure_first = self.figure_directly_after() && before.is_none();
        if passive || (may_be_passive && figure_first && event.effect.is_some()) {
            out.passive = true;
            let relative = self.clause.start > self.sentence.start && self.words.in_class(self.clause.start - 1, "relative");
            let adjacent = || {
                self.inside(self.sentence.start..self.trigger.head)
                    .rfind(|(_, entity)| entity.tokens.end + 2 >= self.trigger.head && entity.tokens.end <= self.trigger.head)
                    .map(|(number, _)| number)
            };
            let subject = if relative { before } else { None }.or(after.first().copied()).or(before).or_else(adjacent);
            if let Some(subject) = subject {
                out.recipients = self.fill(self.with_joined(subject));
            }
            if let Some(actor) = self.by_agent() {
                out.actors = self.fill(self.with_joined(actor));
            }
            return out;
        }
        let (subject, object) = match before {
            Some(before) => (Some(before), after.first().copied()),
            None if self.trigger.plural => (None, after.first().copied()),
            None => (after.first().copied(), after.get(1).copied()),
        };
        if let Some(subject) = subject {
            out.actors = self.fill(self.with_joined(subject));
        }
        if transitive && let Some(object) = object {
            out.recipients = self.fill(self.with_joined(object));
        }
        self.prepositional(event, &mut out);
        out
    }

    fn may_also_be_active(&self, event: &musnad_lexicon::files::EventFile) -> bool {
        self.trigger.may_be_passive && !event.triggers.verb.is_empty() && self.words.hits(self.trigger.head).iter().any(|hit| {
            matches!(hit.sense.item, Item::Trigger(number, TriggerKind::Verb(_), _) if self.words.lexicon.entries.events[usize::from(number)].id == event.id)
        })
    }

    fn figure_follows(&self) -> bool {
        let from = self.trigger.tokens.end;
        self.figures.iter().any(|figure| figure.start >= from && figure.start < from + 3)
    }

    fn figure_directly_after(&self) -> bool {
        self.figures.iter().any(|figure| figure.start == self.trigger.tokens.end)
    }

    fn noun(&self, event: &musnad_lexicon::files::EventFile) -> Roles {
        let mut out = Roles::default();
        let from = self.trigger.tokens.end;
        if let Some(adjective) = self.adjective() {
            out.actors.push(adjective);
        }
        // idafa: right after the noun, a figure between them or not
        let mut start = from;
        while start < self.sentence.end && (self.words.is_mark_of_quotation(start) || self.counts(start)) {
            start += 1;
        }
        if self.words.word(start) == "من" && start > from {
            start += 1;
        }
        // «مقتل كل من فلان وفلان»
        if self.words.word(start) == "كل" && self.words.word(start + 1) == "من" {
            start += 2;
        }
        let follows = self
            .inside(start..(start + 1).min(self.sentence.end))
            .find(|(_, entity)| entity.split.preposition.is_none() && !entity.joined)
            .map(|(number, _)| number)
            .filter(|_| self.trigger.split.suffix == 0);
        if let Some(follows) = follows {
            let is_actor = event.roles.actor.iter().any(|role| role == "idafa") && out.actors.is_empty();
            let is_recipient = event.roles.recipient.iter().any(|role| role == "idafa");
            if is_recipient && !(is_actor && self.bare_after(from).len() > 1) {
                out.recipients = self.fill(self.with_joined(follows));
            } else if is_actor {
                out.actors = self.fill(self.with_joined(follows));
                if event.roles.recipient.iter().any(|role| role == "object" || role == "idafa")
                    && let Some(&object) = self.bare_after(from).get(1)
                {
                    out.recipients = self.fill(self.with_joined(object));
                }
            }
        }
        if let Some((subject, suffers)) = self.carried_before() {
            if suffers && out.recipients.is_empty() {
                out.recipients = self.fill(self.with_joined(subject));
            } else if !suffers && out.actors.is_empty() {
                out.actors = self.fill(self.with_joined(subject));
            }
        }
        if out.actors.is_empty()
            && let Some(actor) = self.by_agent().or_else(|| self.carried_after())
        {
            out.actors = self.fill(self.with_joined(actor));
        }
        self.prepositional(event, &mut out);
        out.passive = matches!(self.trigger.kind, TriggerKind::Participle);
        if self.trigger.kind == TriggerKind::Participle && out.recipients.is_empty() {
            let around = self.inside(self.trigger.head.saturating_sub(4)..self.trigger.head).next_back();
            out.recipients = around.map(|(number, _)| vec![Filler::Entity(number)]).unwrap_or_default();
        }
        out
    }

    /// The roles that a preposition marks.
    fn prepositional(&self, event: &musnad_lexicon::files::EventFile, out: &mut Roles) {
        let from = self.trigger.head + 1;
        let to = self.clause.end.min(from + REACH);
        // «بين A وB»: the first acts, the second suffers
        if event.roles.actor.iter().any(|role| role == "prep:بين")
            && let Some(first) = self.after_preposition("بين", from, self.sentence.end.min(from + REACH))
        {
            let both = self.between(first);
            out.actors = vec![Filler::Entity(first)];
            if let Some(second) = both {
                out.recipients = self.fill(vec![second]);
            }
            return;
        }
        if out.actors.is_empty() {
            for role in &event.roles.actor {
                if let Some(preposition) = role.strip_prefix("prep:")
                    && let Some(actor) = self.after_preposition(&musnad_text::fold(preposition), from, to)
                {
                    out.actors = self.fill(self.with_joined(actor));
                    break;
                }
                if role == "by"
                    && let Some(actor) = self.by_agent()
                {
                    out.actors = self.fill(self.with_joined(actor));
                    break;
                }
            }
        }
        if out.recipients.is_empty() {
            for role in &event.roles.recipient {
                if let Some(preposition) = role.strip_prefix("prep:")
                    && let Some(recipient) = self.after_preposition(&musnad_text::fold(preposition), from, to)
                    && !out.actors.contains(&Filler::Entity(recipient))
                {
                    out.recipients = self.fill(self.with_joined(recipient));
                    break;
                }
            }
        }
    }

    /// The second party of «بين A … وB».
    fn between(&self, first: usize) -> Option<usize> {
        let end = self.entities[first].tokens.end;
        self.entities
            .iter()
            .enumerate()
            .skip(first + 1)
            .take_while(|(_, entity)| entity.tokens.start < (end + 12).min(self.sentence.end))
            .find(|(_, entity)| {
                entity.joined
                    || (entity.tokens.start > 1
                        && (self.words.word(entity.tokens.start - 1) == "و" || self.words.word(entity.tokens.start - 2) == "و"))
            })
            .map(|(number, _)| number)
    }
}
