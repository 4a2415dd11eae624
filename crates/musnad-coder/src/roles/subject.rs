//! Who does it: subjects before and after, antecedents of relatives, agents, carrying verbs.

use std::ops::Range;

use musnad_lexicon::{Item, NationForm, TriggerKind, VerbForm};
use musnad_text::TokenKind;

use super::{Filler, Grammar, REACH, clause};
use crate::entities::is_finite_verb;

impl Grammar<'_, '_> {
    /// The subject that stands before a verb in its clause («قسد اعتقلت», «أن الجيش … تصدى»).
    pub(super) fn subject_before(&self) -> Option<usize> {
        if self.trigger.split.conjunction == Some('ف') {
            return None;
        }
        // a relative clause belongs to the noun before it: «طيران … الذي شن»
        // «التي … حتى استولت القوات على …»
        let until = self.trigger.head > self.sentence.start
            && self.words.word(self.trigger.head - 1) == "حتي";
        if until {
            return None;
        }
        if self.is_relative(&self.clause) {
            return self.antecedent(self.clause.start);
        }
        if self.trigger.split.conjunction.is_some() {
            return self.subject_of_the_verb_before();
        }
        let from = self.clause.start;
        let here = self.first_bare(from..self.trigger.head, from + 4);
        here.or_else(|| self.before_an_aside())
            .or_else(|| self.before_that())
            .or_else(|| self.of_the_pronoun(&self.clause, self.trigger.head))
    }

    /// «قالت المعارضة إنها قصفت», «شنت الجبهة هجوما لكنها تعرضت …»: whom the pronoun before the verb stands for.
    fn of_the_pronoun(&self, around: &Range<usize>, verb: usize) -> Option<usize> {
        let pronoun = around.start.checked_sub(1)?;
        if pronoun <= self.sentence.start
            || verb > around.start + 2
            || !self.words.listed(pronoun, "that-with-a-pronoun")
            || self.inside(around.start..verb).next().is_some()
        {
            return None;
        }
        let form = self.words.word(verb);
        let plural = ["وا", "ون"].iter().any(|ending| form.ends_with(ending));
        let feminine = form.ends_with('ت') || form.starts_with('ت');
        let word = self.words.word(pronoun);
        let agrees = match (word.ends_with("هم"), word.ends_with("ها")) {
            (true, _) => plural,
            (_, true) => feminine && !plural,
            _ => !feminine && !plural,
        };
        if !agrees {
            return None;
        }
        let earlier = clause(self.words, pronoun - 1, self.sentence);
        self.inside(earlier.start..pronoun)
            .find(|(_, entity)| {
                self.preposition(entity).is_none()
                    && !entity.joined
                    && !self.of_a_noun(entity.tokens.start)
            })
            .map(|(number, _)| number)
    }

    fn first_bare(&self, tokens: Range<usize>, latest: usize) -> Option<usize> {
        self.inside(tokens)
            .find(|(_, entity)| {
                self.preposition(entity).is_none()
                    && !entity.joined
                    && entity.tokens.start <= latest
            })
            .map(|(number, _)| number)
    }

    /// The noun that a relative clause beginning at `from` belongs to. What hangs on another noun
    /// («بقيادة X», «التابعة لX») is passed over for that one.
    fn antecedent(&self, from: usize) -> Option<usize> {
        let mut found: Option<usize> = None;
        for (number, entity) in self
            .inside(self.sentence.start..from)
            .rev()
            .filter(|(_, entity)| entity.tokens.end <= from)
        {
            if entity.tokens.end + 9 < from && found.is_none() {
                return None;
            }
            if self.introduced_by("accompany", entity) || self.introduced_by("jointly", entity) {
                continue;
            }
            // «أضاف مراسلنا أن الغارات التي …»: the deed stands nearer
            let other = (entity.tokens.end..from)
                .any(|at| self.words.in_class(at, "complementizer") || self.is_definite_deed(at));
            if other && found.is_none() {
                return None;
            }
            match found {
                None => found = Some(number),
                // «الأجهزة التابعة لحماس التي …»
                Some(inner) => {
                    let inner = &self.entities[inner];
                    if inner.split.preposition == Some('ل')
                        && entity.tokens.end + 1 >= inner.tokens.start
                    {
                        found = Some(number);
                    }
                    break;
                }
            }
        }
        found
    }

    /// «A … وقصفت»: the subject of the verb before, where both verbs may have the same one.
    fn subject_of_the_verb_before(&self) -> Option<usize> {
        let before = self
            .trigger
            .head
            .checked_sub(1)
            .filter(|&before| before >= self.sentence.start)?;
        let earlier = clause(self.words, before, self.sentence);
        let verb = (earlier.start..self.trigger.head).find(|&at| is_finite_verb(self.words, at));
        if let Some(verb) = verb
            && self.is_past(verb)
            && self.is_past(self.trigger.head)
            && !self.trigger.plural
            && self.words.word(verb).ends_with('ت')
                != self.words.word(self.trigger.head).ends_with('ت')
            && self.trigger.split.suffix == 0
        {
            return None;
        }
        let from = earlier
            .start
            .max(self.trigger.head.saturating_sub(2 * REACH));
        self.inside(from..self.trigger.head)
            .find(|(_, entity)| {
                self.preposition(entity).is_none() && entity.tokens.start <= earlier.start + 2
            })
            .map(|(number, _)| number)
    }

    fn is_past(&self, at: usize) -> bool {
        self.words.hits(at).iter().any(|hit| {
            hit.split.suffix == 0
                && matches!(
                    hit.sense.item,
                    Item::Trigger(
                        _,
                        TriggerKind::Verb(VerbForm::Past) | TriggerKind::Passive(VerbForm::Past),
                        _
                    )
                )
        })
    }

    /// «القوات والفصائل المساندة لها، اعتقلت»: the subject before words set off by a comma.
    fn before_an_aside(&self) -> Option<usize> {
        let head = self.trigger.head;
        let comma = self.clause.start.checked_sub(1)?;
        let after = self.bare_after(head + 1).len();
        let subject_after = after > usize::from(self.recipient_by("object"));
        if subject_after
            || head != self.clause.start
            || !(self.words.is_sign(comma, '،') || self.words.is_sign(comma, ','))
        {
            return None;
        }
        let mut earlier = clause(self.words, comma.checked_sub(1)?, self.sentence);
        if earlier.start < self.sentence.start {
            return None;
        }
        if self.is_relative(&earlier) || self.words.is_sign(earlier.start.saturating_sub(1), '،') {
            let relative = self.is_relative(&earlier);
            let until = earlier.start;
            earlier = clause(self.words, earlier.start.checked_sub(2)?, self.sentence);
            if relative {
                return self.antecedent(until);
            }
        }
        let other_verb = (earlier.start..comma).any(|at| self.only_a_verb(at));
        if other_verb {
            return None;
        }
        self.first_bare(earlier.start..comma, earlier.start + 2)
    }

    /// «الجيش سبق أن رفض»: the subject stands before «أن».
    fn before_that(&self) -> Option<usize> {
        let head = self.trigger.head;
        if head != self.clause.start
            || head < 2
            || self.words.word(head - 1) != "ان"
            || self.inside(head + 1..head + 3).next().is_some()
        {
            return None;
        }
        let earlier = clause(self.words, head - 2, self.sentence);
        if self.is_relative(&earlier) {
            return self.antecedent(earlier.start);
        }
        self.first_bare(earlier.start..head - 1, earlier.start + 4)
    }

    /// «من قبل X», «على يد X», «برصاص X».
    pub(super) fn by_agent(&self) -> Option<usize> {
        let class = self.words.lexicon.class("by-agent")?;
        let end = self.sentence.end.min(self.trigger.tokens.end + REACH);
        for at in self.trigger.tokens.end..end {
            let hit = self
                .words
                .hits(at)
                .iter()
                .find(|hit| hit.sense.item == Item::Class(class));
            if let Some(hit) = hit {
                return self
                    .inside(hit.tokens.end..hit.tokens.end + 3)
                    .next()
                    .map(|(number, _)| number);
            }
            if self.words.is_sign(at, '.') || self.words.is_sign(at, '؛') {
                break;
            }
        }
        None
    }

    /// «هجوم من الجبهة», «قصف مدفعي من قوات النظام»: who it came from.
    pub(super) fn sender(&self) -> Option<usize> {
        // «إصابة آخرين من المدنيين»: of whom, not from whom
        if !self.violent
            || self.event.effect.is_some()
            || !self.actor_by("by")
            || self.recipient_by("prep:من")
            || self.event.codes.contains("territory")
            || self.event.roles.place.iter().any(|role| role == "prep:من")
        {
            return None;
        }
        let from = self.trigger.tokens.end;
        // «مقتل أكثر من مئة شخص»: that «من» belongs to the number
        let at = (from..from + 3).find(|&at| self.words.word(at) == "من" && !self.counts(at))?;
        let only_adjectives = (from..at).all(|before| {
            self.words
                .token(before)
                .is_some_and(|token| token.kind == TokenKind::Word)
                && !self.words.in_class(before, "particle")
        });
        self.inside(at + 1..at + 3)
            .next()
            .filter(|_| only_adjectives)
            .map(|(number, _)| number)
    }

    /// «الذي نفذته القوات», «شنه التنظيم»: a carrying verb after the noun.
    pub(super) fn carried_after(&self) -> Option<usize> {
        let class = self.words.lexicon.class("perform")?;
        let end = self.sentence.end.min(self.trigger.tokens.end + 7);
        for at in self.trigger.tokens.end..end {
            if self.words.is_sign(at, '.') {
                break;
            }
            let carrying = self.words.hits(at).iter().any(|hit| {
                hit.sense.item == Item::Class(class)
                    && hit.split.suffix > 0
                    && hit.split.conjunction.is_none()
            });
            if carrying {
                return self.inside(at + 1..at + 4).next().map(|(number, _)| number);
            }
        }
        None
    }

    /// «شن الطيران غارات», «تعرضت المدينة لقصف»: the subject of a carrying verb before the noun, and
    /// whether that subject suffers it.
    pub(super) fn carried_before(&self) -> Option<(usize, bool)> {
        let perform = self.words.lexicon.class("perform")?;
        let undergo = self.words.lexicon.class("undergo");
        let from = self
            .trigger
            .head
            .saturating_sub(16)
            .max(self.sentence.start);
        let after_is_weapon = |at: usize| {
            at + 2 < self.trigger.head && self.violent && self.weapon(at + 1..at + 2).is_some()
        };
        for at in (from..self.trigger.head).rev() {
            if self.words.is_sign(at, '.')
                || self.words.is_sign(at, '؛')
                || self.words.in_class(at, "complementizer")
            {
                break;
            }
            let hit = self.words.hits(at).iter().find(|hit| {
                (hit.sense.item == Item::Class(perform)
                    || undergo.is_some_and(|class| hit.sense.item == Item::Class(class)))
                    && hit.split.preposition.is_none()
            });
            let Some(hit) = hit else {
                if self.only_a_verb(at) {
                    break;
                }
                continue;
            };
            // «نفذت الطائرات التركية ثلاث ضربات»
            if after_is_weapon(at) {
                return None;
            }
            let suffers = undergo.is_some_and(|class| hit.sense.item == Item::Class(class));
            let after = self
                .inside(at + 1..self.trigger.head)
                .find(|(_, entity)| {
                    self.preposition(entity).is_none() && !self.introduced_by("accompany", entity)
                })
                .map(|(number, _)| number);
            if hit.split.suffix > 0 {
                return after.map(|subject| (subject, suffers));
            }
            let declared = self.deed && self.words.in_class(at, "declare");
            let before = || {
                let clause = clause(self.words, at, self.sentence);
                if self.is_relative(&clause) {
                    return self.antecedent(clause.start);
                }
                self.first_bare(clause.start..at, at)
                    .or_else(|| self.of_the_pronoun(&clause, at))
            };
            let subject = after.or_else(before)?;
            // «أعلن الجيش مقتل …»: it is told, not done; what an armed group announces is its own deed
            let own_deed = self.event.effect.is_none()
                && crate::claims::is_armed_entity(self.words, &self.entities[subject]);
            return (!declared || own_deed).then_some((subject, suffers));
        }
        None
    }

    /// «قصف شنته طائرات روسية»: a weapon as the subject of a carrying verb behind the noun.
    pub(super) fn weapon_that_carried(&self) -> Option<Filler> {
        const FARTHEST: usize = 4;
        let from = self.trigger.tokens.end;
        let verb = (from..(from + FARTHEST).min(self.sentence.end)).find(|&at| {
            self.words
                .class_hit(at, "perform")
                .is_some_and(|hit| hit.split.suffix > 0 && hit.split.conjunction.is_none())
        })?;
        self.weapon(verb + 1..verb + 2)
    }

    /// «بدأت الطائرات التركية قصف …», «المقاتلات الروسية جددت قصفها»: a weapon as the subject of a carrying verb.
    pub(super) fn carried_weapon(&self) -> Option<Filler> {
        const FARTHEST: usize = 7;
        if !self.violent || self.trigger.kind == TriggerKind::Participle {
            return None;
        }
        let head = self.trigger.head;
        let from = head.saturating_sub(FARTHEST).max(self.clause.start);
        let verb = (from..head).rev().find(|&at| self.only_a_verb(at))?;
        let hit = self.words.class_hit(verb, "perform")?;
        if self.words.in_class(verb, "declare")
            || hit.split.suffix > 0
            || self.inside(verb + 1..head).next().is_some()
        {
            return None;
        }
        self.weapon(verb + 1..verb + 2)
            .or_else(|| self.weapon(self.clause.start..verb))
    }

    /// «ردت القوات بقصف …», «عملت الدوريات على اعتقال …»: who does what the verb of the clause leads to.
    pub(super) fn controller(&self) -> Option<usize> {
        let killing = matches!(self.event.effect.as_deref(), Some("killed" | "injured"));
        if !self.deed || killing || self.trigger.kind != TriggerKind::Masdar {
            return None;
        }
        let head = self.trigger.head;
        if let Some(doer) = self.of_a_carrying_noun() {
            return Some(doer);
        }
        let attached = matches!(self.trigger.split.preposition, Some('ب' | 'ل'));
        let by_word = head > self.clause.start
            && matches!(self.words.word(head - 1), "علي" | "الي")
            && self.trigger.split.preposition.is_none();
        if !(attached || by_word)
            || (head > self.clause.start && self.words.listed(head - 1, "suffers-or-fears"))
        {
            return None;
        }
        // what is only told, asked or caused is not done by the subject
        let other_kind = (self.clause.start..head).any(|at| {
            self.words.in_class(at, "result")
                || self.words.in_class(at, "happen")
                || self.words.in_class(at, "undergo")
                || self.words.hits(at).iter().any(|hit| match hit.sense.item {
                    Item::Reporting(_) => {
                        hit.sense.pos == musnad_lexicon::Pos::Verb
                            && !self.words.in_class(at, "answer")
                            && !self.words.listed(at, "and-answered")
                    }
                    Item::Trigger(event, ..) => {
                        let event = &self.words.lexicon.entries.events[usize::from(event)];
                        let kind = self
                            .words
                            .lexicon
                            .crosswalk(&event.codes)
                            .map_or("", |row| row.plover.as_str());
                        event.effect.is_some()
                            || matches!(
                                kind,
                                "ACCUSE" | "REQUEST" | "REJECT" | "SUPPORT" | "THREATEN"
                            )
                    }
                    _ => false,
                })
        });
        if other_kind {
            return None;
        }
        if let Some(subject) = self
            .inside(self.clause.start..head)
            .find(|(_, entity)| {
                self.preposition(entity).is_none() && !self.of_a_noun(entity.tokens.start)
            })
            .map(|(number, _)| number)
        {
            return Some(subject);
        }
        self.is_relative(&self.clause)
            .then(|| self.antecedent(self.clause.start))
            .flatten()
    }

    /// «إثر قيام الميليشيا باستهداف …», «إقدام الجبهة على خطف …»: the noun that carries the event has its doer
    /// behind it.
    fn of_a_carrying_noun(&self) -> Option<usize> {
        const FARTHEST: usize = 12;
        let head = self.trigger.head;
        let from = head.saturating_sub(FARTHEST).max(self.sentence.start);
        let noun = (from..head)
            .rev()
            .find(|&at| self.listed_noun(at, "carrying-noun"))?;
        let doer = self
            .inside(noun + 1..head)
            .find(|(_, entity)| entity.tokens.start <= noun + 3)?;
        let broken = (noun..head).any(|at| {
            self.words.is_sign(at, '.')
                || self.words.is_sign(at, '؛')
                || self.words.in_class(at, "complementizer")
                || self.only_a_verb(at)
        });
        (!broken && self.preposition(doer.1).is_none()).then_some(doer.0)
    }

    /// Whether the noun before `at` names an event («قصف الجيش»).
    fn of_a_noun(&self, at: usize) -> bool {
        at > self.sentence.start
            && self.words.hits(at - 1).iter().any(|hit| {
                matches!(
                    hit.sense.item,
                    Item::Trigger(_, TriggerKind::Masdar | TriggerKind::Noun, _)
                )
            })
            && !is_finite_verb(self.words, at - 1)
    }

    /// An adjective of a nation right after the noun («قصف مدفعي تركي»).
    pub(super) fn adjective(&self) -> Option<(Filler, usize)> {
        let from = self.trigger.tokens.end;
        for at in from..self.sentence.end.min(from + 3) {
            let hit = self.words.hit(at, |item| {
                matches!(item, Item::Nation(_, NationForm::Adjective))
            });
            if let Some(hit) = hit
                && hit.split.preposition.is_none()
                && hit.split.conjunction.is_none()
                && let Item::Nation(nation, _) = hit.sense.item
            {
                // the entity at this place is the adjective itself, unless a longer name stands there
                return Some((
                    Filler::Adjective(self.words.span(at..at + 1, hit.split), nation),
                    at,
                ));
            }
            let word_only = self
                .words
                .token(at)
                .is_some_and(|token| token.kind == TokenKind::Word);
            if !word_only
                || self.entities.iter().any(|entity| entity.tokens.start == at)
                || self.words.in_class(at, "particle")
            {
                break;
            }
        }
        None
    }

    /// «المسيرات التركية استهدفت», «قصفت مروحيات المنطقة»: a weapon as the subject of the verb.
    pub(super) fn weapon(&self, tokens: Range<usize>) -> Option<Filler> {
        if !self.deed {
            return None;
        }
        for at in tokens {
            if self
                .entities
                .iter()
                .any(|entity| entity.tokens.contains(&at))
                || self.words.any_sign(at)
                || self.only_a_verb(at)
            {
                return None;
            }
            let hit = self
                .words
                .hits(at)
                .iter()
                .find(|hit| matches!(hit.sense.item, Item::Means(_)) && hit.split.preposition.is_none())
                .filter(|_| !self.words.hits(at).iter().any(|hit| matches!(hit.sense.item, Item::Trigger(event, ..) if self.is_violence(event))));
            let Some(hit) = hit else { continue };
            let mut end = hit.tokens.end;
            let mut nation = None;
            while end < hit.tokens.end + 2 && !is_finite_verb(self.words, end) {
                let adjective = self.words.hit(end, |item| {
                    matches!(item, Item::Nation(_, NationForm::Adjective))
                });
                match adjective {
                    Some(adjective) if adjective.split.cost() == 0 || adjective.split.article => {
                        if let Item::Nation(number, _) = adjective.sense.item {
                            nation = Some(number);
                        }
                        end += 1;
                        break;
                    }
                    _ if self.words.word(end).starts_with("ال")
                        && self.words.hits(end).is_empty() =>
                    {
                        end += 1;
                    }
                    _ => break,
                }
            }
            return Some(Filler::Weapon(
                self.words.span(hit.tokens.start..end, hit.split),
                nation,
            ));
        }
        None
    }
}
