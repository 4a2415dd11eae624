//! Which triggers of a sentence speak of one event: a toll belongs to the event that caused it.

use musnad_lexicon::{Item, TriggerKind};
use musnad_model::PloverType;

use super::{Group, Writer, is_statement, plover_of};
use crate::events::Trigger;
use crate::roles::{Roles, clause};

/// How far a toll may stand from the event that caused it, in tokens.
const TOLL_REACH: usize = 45;

impl Writer<'_, '_> {
    /// Which triggers speak of one event: a toll belongs to the event that caused it.
    pub(super) fn groups(&self, chosen: &[(u16, Roles)]) -> Vec<Group> {
        let triggers = &self.material.triggers;
        let mut owner: Vec<Option<usize>> = vec![None; triggers.len()];
        for (at, owner) in owner.iter_mut().enumerate() {
            if let Some(main) = self
                .relative_of(at, chosen)
                .or_else(|| self.means_of(at, chosen))
                .or_else(|| self.listed_with(at, chosen))
                .or_else(|| self.toll_of(at, chosen))
                .or_else(|| self.same_meeting(at, chosen))
            {
                *owner = Some(main);
            }
        }
        for at in 0..triggers.len() {
            let consequence =
                self.is_toll(chosen[at].0) || self.event(chosen[at].0).codes == "destroy";
            if owner[at].is_some() || !consequence || self.is_running_toll(at) {
                continue;
            }
            // «قتل 5 وأصيب 3 …»: what caused the first caused the second
            let goes_on = at.checked_sub(1).filter(|&before| {
                self.is_toll(chosen[before].0)
                    && !self.is_running_toll(before)
                    && chosen[at].1.actors.is_empty()
                    && triggers[at].head - triggers[before].head <= 12
                    && self.same_voice(triggers[before].head, triggers[at].head)
                    && !(triggers[before].head..triggers[at].head)
                        .any(|token| self.words.is_sign(token, '؛'))
            });
            owner[at] = match goes_on {
                Some(before) => Some(owner[before].unwrap_or(before)),
                None => self.cause_of(at, chosen, &owner),
            };
        }
        // «قتل 3 وجرح 5» without an event: one claim
        for at in 0..triggers.len() {
            if owner[at].is_some() || !self.is_toll(chosen[at].0) || self.is_running_toll(at) {
                continue;
            }
            let earlier = (0..at).rev().find(|&other| {
                owner[other].is_none()
                    && self.is_toll(chosen[other].0)
                    && self.same_voice(triggers[other].head, triggers[at].head)
                    && triggers[at].head - triggers[other].head <= 14
                    && chosen[at].1.actors.is_empty()
            });
            owner[at] = earlier;
        }
        let mut groups: Vec<Group> = Vec::new();
        for at in 0..triggers.len() {
            if owner[at].is_none() {
                let members = (0..triggers.len())
                    .filter(|&other| root(&owner, other) == at && other != at)
                    .collect();
                groups.push(Group { main: at, members });
            }
        }
        groups
    }

    /// Triggers that a request, threat, rejection or welcome only names: what is asked for is no claim.
    pub(super) fn asked_for(&self, chosen: &[(u16, Roles)]) -> Vec<usize> {
        const LONGEST_REQUEST: usize = 25;
        let triggers = &self.material.triggers;
        let mut out = Vec::new();
        for (at, trigger) in triggers.iter().enumerate() {
            let kind = plover_of(self.words, chosen[at].0);
            let reach = match kind {
                Some(PloverType::Request | PloverType::Threaten) => LONGEST_REQUEST,
                Some(PloverType::Reject | PloverType::Support | PloverType::Concede) => 4,
                _ => continue,
            };
            let end = (trigger.tokens.end..self.material.sentence.end)
                .find(|&token| {
                    self.words.is_sign(token, '.')
                        || self.words.is_sign(token, '؛')
                        // «مشيرا إلى أن …»: he tells, and asks for nothing
                        || (token > trigger.tokens.end + 2
                            && self.words.is_sign(token - 1, '،')
                            && self
                                .words
                                .hit(token, |item| matches!(item, Item::Reporting(_)))
                                .is_some())
                        || self.words.in_class(token, "relative")
                        || (self.words.in_class(token, "subordinator")
                            && self.words.word(token) != "مع")
                        || (self
                            .words
                            .hits(token)
                            .iter()
                            .any(|hit| hit.split.conjunction.is_some())
                            && crate::entities::is_finite_verb(self.words, token))
                })
                .unwrap_or(self.material.sentence.end)
                .min(trigger.tokens.end + reach);
            for (other, named) in triggers.iter().enumerate() {
                let material =
                    plover_of(self.words, chosen[other].0).is_some_and(|kind| !is_statement(kind));
                let nominal = matches!(
                    named.kind,
                    TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle
                );
                // «طالب بمحاكمة الوزير»
                let wanted = nominal && kind == Some(PloverType::Request);
                if other != at
                    && named.head >= trigger.tokens.end
                    && named.head < end
                    && (nominal || kind != Some(PloverType::Reject))
                    && (material || wanted)
                {
                    out.push(other);
                }
            }
        }
        out
    }

    /// «دون وقوع إصابات», «دون ورود معلومات عن خسائر»: no figure, no claim.
    pub(super) fn is_absent_toll(&self, group: &Group, chosen: &[(u16, Roles)]) -> bool {
        let trigger = &self.material.triggers[group.main];
        let nominal = matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun);
        nominal
            && self.is_toll(chosen[group.main].0)
            && (trigger
                .head
                .saturating_sub(6)
                .max(self.material.sentence.start)..trigger.head)
                .any(|at| {
                    self.words.in_class(at, "negation-noun")
                        || self.words.in_class(at, "no-casualties")
                })
    }

    /// Whether the event is a death or injury of people.
    pub(super) fn is_toll(&self, event: u16) -> bool {
        matches!(
            self.event(event).effect.as_deref(),
            Some("killed" | "injured")
        )
    }

    /// «ارتفع عدد القتلى», «حصيلة»: the toll of a period is its own claim.
    pub(super) fn is_running_toll(&self, at: usize) -> bool {
        let trigger = &self.material.triggers[at];
        trigger.tokens.len() > 1 && self.words.in_class(trigger.head, "rise")
    }

    pub(super) fn is_violence(&self, event: u16) -> bool {
        plover_of(self.words, event) == Some(PloverType::Assault) && !self.is_toll(event)
    }

    /// The event whose words come just before a general verb of aiming («غارة استهدفت», «قصف طال»).
    pub(super) fn relative_of(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        let triggers = &self.material.triggers;
        let trigger = &triggers[at];
        if !matches!(trigger.kind, TriggerKind::Verb(_))
            || !self.is_violence(chosen[at].0)
            || trigger.split.conjunction.is_some()
        {
            return None;
        }
        let before = at.checked_sub(1)?;
        let noun = &triggers[before];
        let nominal =
            matches!(noun.kind, TriggerKind::Masdar | TriggerKind::Noun) || noun.tokens.len() > 1;
        let gap = trigger.head.checked_sub(noun.tokens.end)?;
        let open = (noun.tokens.end..trigger.head).all(|token| {
            !self.words.is_sign(token, '،')
                && !self.words.is_sign(token, '.')
                && !self.words.in_class(token, "complementizer")
        });
        (nominal
            && self.is_violence(chosen[before].0)
            && gap <= 5
            && open
            && self.same_voice(noun.head, trigger.head))
        .then_some(before)
    }

    /// «قصفت … بقذائف», «مقتل … بقصف»: a weapon or attack that a violent verb brings in with ب.
    pub(super) fn means_of(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        const REACH: usize = 10;
        let triggers = &self.material.triggers;
        let trigger = &triggers[at];
        let nominal = matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun);
        if !nominal || !self.is_violence(chosen[at].0) {
            return None;
        }
        let weapon = self
            .words
            .hit(trigger.head, |item| matches!(item, Item::Means(_)))
            .is_some();
        let attached = trigger.split.preposition == Some('ب');
        let main = (0..at).rev().find(|&other| {
            self.is_violence(chosen[other].0)
                && trigger.head - triggers[other].head <= REACH
                && clause(self.words, triggers[other].head, &self.material.sentence)
                    .contains(&trigger.head)
                && self.same_voice(triggers[other].head, trigger.head)
        })?;
        let destroyed = self.event(chosen[main].0).codes == "destroy";
        ((weapon || destroyed) && attached).then_some(main)
    }

    /// «في القصف والاشتباكات والغارات»: definite nouns in a row name one thing.
    pub(super) fn listed_with(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        let triggers = &self.material.triggers;
        let before = at.checked_sub(1)?;
        let definite = |trigger: &Trigger| {
            matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun)
                && self.words.word(trigger.head).contains("ال")
                && trigger.tokens.len() == 1
        };
        let adjacent = triggers[at].head == triggers[before].tokens.end
            && triggers[at].split.conjunction == Some('و');
        let follows_toll = (triggers[before].head.saturating_sub(1)..triggers[before].head)
            .any(|token| self.words.word(token) == "في")
            || self.listed_with(before, chosen).is_some();
        (adjacent
            && definite(&triggers[at])
            && definite(&triggers[before])
            && self.is_violence(chosen[at].0)
            && self.is_violence(chosen[before].0)
            && follows_toll)
            .then_some(before)
    }

    /// «حصيلة ضحايا الغارات»: the attacks whose toll is told are no claim of their own.
    pub(super) fn toll_of(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let triggers = &self.material.triggers;
        let adjacent = triggers[at].head >= triggers[before].tokens.end
            && triggers[at].head <= triggers[before].tokens.end + 1;
        // «… إلى 820 قتيلا في القصف والغارات»
        let running = self.is_running_toll(before)
            && triggers[at].head <= triggers[before].head + 16
            && self.words.word(triggers[at].head - 1) == "في";
        if running && self.words.word(triggers[at].head).contains("ال") {
            return Some(before);
        }
        let nominal = matches!(triggers[at].kind, TriggerKind::Masdar | TriggerKind::Noun);
        (adjacent
            && nominal
            && self.is_violence(chosen[at].0)
            && self.is_toll(chosen[before].0)
            && triggers[before].tokens.len() > 1
            && triggers[at].split.preposition.is_none())
        .then_some(before)
    }

    /// «زيارة … للاجتماع مع», «اجتماع … لمناقشة»: one meeting.
    pub(super) fn same_meeting(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let triggers = &self.material.triggers;
        let consult = |at: usize| plover_of(self.words, chosen[at].0) == Some(PloverType::Consult);
        let nominal = matches!(triggers[at].kind, TriggerKind::Masdar | TriggerKind::Noun);
        (consult(at)
            && consult(before)
            && nominal
            && triggers[at].head - triggers[before].head <= 8
            && (triggers[at].split.preposition.is_some() || triggers[at].split.article))
            .then_some(before)
    }

    /// The event that caused the toll that the trigger at `at` tells of.
    pub(super) fn cause_of(
        &self,
        at: usize,
        chosen: &[(u16, Roles)],
        owner: &[Option<usize>],
    ) -> Option<usize> {
        let triggers = &self.material.triggers;
        let toll = &triggers[at];
        let fits = |other: usize| {
            owner[other].is_none()
                && self.is_violence(chosen[other].0)
                && self.event(chosen[other].0).codes != "destroy"
                && self.same_voice(triggers[other].head, toll.head)
        };
        // «قتل … في هجوم», «جراء قصف», «بغارة»: the event after it
        let after = (at + 1..triggers.len()).find(|&other| {
            fits(other) && triggers[other].head - toll.head <= TOLL_REACH && {
                let event = &triggers[other];
                let attached = matches!(event.split.preposition, Some('ب' | 'ل'));
                let from = toll.head + 1;
                let cause = (event.head.saturating_sub(4).max(from)..event.head).any(|token| {
                    self.words.in_class(token, "cause") || matches!(self.words.word(token), "في")
                });
                let stop = (from..event.head).any(|token| {
                    self.words.is_sign(token, '؛')
                        || self.words.in_class(token, "complementizer")
                        || (self.words.in_class(token, "subordinator")
                            && !self.words.in_class(token, "cause"))
                });
                // «قتلت الغارات 5 مدنيين»: the event is the verb's subject
                let subject = event.head == toll.tokens.end
                    && matches!(toll.kind, TriggerKind::Verb(_) | TriggerKind::Passive(_));
                (attached || cause || subject) && !stop
            }
        });
        if after.is_some() {
            return after;
        }
        // «قصف … ما أسفر عن مقتل», «هاجموا … فقتلوا»: the event before it
        let before = (0..at)
            .rev()
            .find(|&other| fits(other) && toll.head - triggers[other].head <= TOLL_REACH)?;
        let from = triggers[before].head + 1;
        let result = (from..toll.head).any(|token| self.words.in_class(token, "result"));
        let follows = toll.split.conjunction == Some('ف');
        let own_clause = !chosen[at].1.actors.is_empty() && !chosen[at].1.passive;
        let near = toll.head - triggers[before].head <= 12 && !own_clause;
        let chained = (at > 0)
            && self.is_toll(chosen[at - 1].0)
            && owner[at - 1].is_some_and(|main| main == before);
        (result || follows || near || chained).then_some(before)
    }
}

fn root(owner: &[Option<usize>], mut at: usize) -> usize {
    for _ in 0..owner.len() {
        match owner[at] {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}
