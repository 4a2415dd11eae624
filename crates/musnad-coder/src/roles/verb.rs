//! Roles of a verb: VSO, SVO, passive, verbs with a pronoun.

use musnad_lexicon::{Item, TriggerKind, VerbForm};
use musnad_text::fold;

use super::{Filler, Grammar, REACH, Roles};
use crate::entities::{Entity, EntityKind};

impl Grammar<'_, '_> {
    pub(super) fn verb(&self, may_be_passive: bool) -> Roles {
        let after = self.bare_after(self.trigger.head + 1);
        let before = self.subject_before();
        if self.is_passive(may_be_passive, before, &after) {
            return self.passive(before, &after);
        }
        if self.recipient_by("subject") || (!self.actor_by("subject") && self.actor_by("idafa")) {
            return self.inverse(before, &after);
        }
        let mut out = Roles::default();
        if !self.actor_by("subject") && self.recipient_by("object") {
            // «أودى القصف بحياة مدنيين»: people never are its subject
            if let Some(&object) = after.first() {
                out.recipients = self.party(object);
            }
            self.prepositional(&mut out);
            return out;
        }
        let (subject, object) = self.subject_and_object(before, &after);
        let weapon = if before.is_none() {
            self.weapon_subject(&after)
        } else {
            None
        };
        if let Some(weapon) = weapon {
            out.actors.push(weapon);
            if self.recipient_by("object")
                && let Some(&object) = after.first()
            {
                out.recipients = self.party(object);
            }
        } else {
            if let Some(subject) = subject {
                out.actors = self.party(subject);
            }
            if self.recipient_by("object")
                && let Some(object) =
                    object.or_else(|| subject.and_then(|_| self.object_after_an_aside()))
            {
                out.recipients = self.party(object);
            }
        }
        self.prepositional(&mut out);
        out
    }

    /// Which of the nouns around an active verb is its subject and which its object.
    fn subject_and_object(
        &self,
        before: Option<usize>,
        after: &[usize],
    ) -> (Option<usize>, Option<usize>) {
        let head = self.trigger.head;
        let transitive = self.recipient_by("object");
        let adjacent_after = after.first().is_some_and(|&first| {
            let start = self.entities[first].tokens.start;
            start <= head + 2
                || (head + 1..start).all(|at| self.words.any_sign(at) || self.counts(at))
        });
        let pronoun = self.trigger.split.suffix > 0;
        // «متهما قواته»: a participle that goes on with the sentence has its subject before it
        if self.trigger.kind == TriggerKind::Verb(VerbForm::Participle) {
            return (None, after.first().copied());
        }
        // «القصف الذي استهدف الحي», «قصف استهدف الحي»: what did it is no party
        let deed = || {
            self.is_relative(&self.clause)
                || self.follows_a_deed()
                || self.follows_a_bomb()
                || self.leads_a_deed()
        };
        // «أصيب شخص في هجوم استهدف …»: the deed stands between that noun and the verb
        let beyond_a_deed = self.violent
            && before.is_some_and(|before| {
                self.entities[before].tokens.end < head && self.follows_a_deed()
            });
        if (before.is_none() || beyond_a_deed) && !pronoun && deed() {
            return (None, after.first().copied());
        }
        // «الذي قتله الجيش»
        if pronoun && self.is_relative(&self.clause) && !after.is_empty() {
            return (after.first().copied(), before);
        }
        match before {
            Some(before) => {
                let touches = self.entities[before].tokens.end >= head.saturating_sub(1)
                    && !self.is_who_says(before);
                let own_subject = adjacent_after && !touches && !self.trigger.plural;
                if own_subject
                    && !after.first().is_some_and(|&first| {
                        self.owns_what_was_struck(first) || self.is_whose_body(first)
                    })
                    && !self.is_relative(&self.clause)
                    && (!transitive || after.len() >= 2)
                {
                    return (after.first().copied(), after.get(1).copied());
                }
                (Some(before), after.first().copied())
            }
            None if self.trigger.plural => (None, after.first().copied()),
            // «قنبلة كانت تستهدف القوات»: the subject stands before «كان»
            None if self.violent
                && head > self.clause.start + 1
                && self.words.in_class(head - 1, "copula") =>
            {
                (None, after.first().copied())
            }
            // «قصفت مواقع النظام»: the thing that was struck stands before whose it is
            None if after.first().is_some_and(|&first| {
                self.owns_what_was_struck(first)
                    || self.is_whose_body(first)
                    || (self.violent && self.is_harmed(&Filler::Entity(first)))
            }) =>
            {
                (None, after.first().copied())
            }
            // «سترد … في حال عدم التزام المتمردين»: too far off for who says it
            None if !self.deed
                && after.first().is_some_and(|&first| {
                    (head + 1..self.entities[first].tokens.start)
                        .any(|at| self.words.in_class(at, "negation-noun"))
                }) =>
            {
                (None, None)
            }
            None => (after.first().copied(), after.get(1).copied()),
        }
    }

    /// «قال ناشطون داهمت دوريات …»: behind a verb of saying stands who says it.
    fn is_who_says(&self, entity: usize) -> bool {
        self.entities[entity]
            .tokens
            .start
            .checked_sub(1)
            .filter(|&at| at >= self.sentence.start)
            .and_then(|at| {
                self.words
                    .hit(at, |item| matches!(item, Item::Reporting(_)))
            })
            .is_some_and(|hit| hit.sense.pos == musnad_lexicon::Pos::Verb)
    }

    /// Whether a noun of violence stands right before the verb.
    fn follows_a_deed(&self) -> bool {
        let head = self.trigger.head;
        let from = head.saturating_sub(3).max(self.clause.start);
        self.trigger.split.conjunction.is_none()
            && (from..head).any(|at| {
                self.words.hits(at).iter().any(|hit| match hit.sense.item {
                    Item::Trigger(event, TriggerKind::Masdar | TriggerKind::Noun, _) => {
                        self.is_violence(event)
                    }
                    _ => false,
                })
            })
    }

    /// «انفجرت عبوة ناسفة استهدفت القيادي»: the bomb is no party, and what follows was hit.
    fn follows_a_bomb(&self) -> bool {
        let head = self.trigger.head;
        self.violent
            && self.trigger.split.conjunction.is_none()
            && (head.saturating_sub(3).max(self.clause.start)..head).any(|at| {
                self.words
                    .hit(at, |item| matches!(item, Item::Means(_)))
                    .is_some()
            })
    }

    /// «استهدف الهجوم حشدا»: a definite noun of violence right behind the verb is its subject.
    fn leads_a_deed(&self) -> bool {
        let next = self.trigger.head + 1;
        self.recipient_by("object")
            && !self.trigger.tokens.contains(&next)
            && self.is_definite_deed(next)
    }

    fn weapon_subject(&self, after: &[usize]) -> Option<Filler> {
        let head = self.trigger.head;
        let first = after
            .first()
            .map_or(head + 3, |&first| self.entities[first].tokens.start)
            .min(self.clause.end);
        // «قتل رصاص الجيش فلسطينيا»: whose weapon it is, is the noun after it
        let owned = after.first().is_some_and(|&first| {
            let start = self.entities[first].tokens.start;
            start == head + 2
                && self
                    .words
                    .hit(head + 1, |item| matches!(item, Item::Means(_)))
                    .is_some()
        });
        // «أطلق صواريخ»: the weapon is part of the verb; «شنت مقاتلات غارة»: it is not
        let several = self.trigger.tokens.len() > 1;
        let part_of_it = several && self.trigger.tokens.end <= head + 2;
        if owned {
            return None;
        }
        // «وكانت طائرة روسية قد استهدفت»
        let start = (self.clause.start..head)
            .rev()
            .find(|&at| self.only_a_verb(at) && self.words.in_class(at, "copula"))
            .map_or(self.clause.start, |verb| verb + 1);
        let before = start..head;
        let here = if before.len() <= 7 {
            self.weapon(before)
        } else {
            None
        };
        // «قصفت ثلاث طائرات …»
        let next = (head + 1..first)
            .find(|&at| !self.is_number(at))
            .unwrap_or(head + 1);
        here.or_else(|| {
            if part_of_it {
                return None;
            }
            self.weapon(next..first.min(next + 1))
        })
    }

    /// «اتهم سكان من البلدة، الواقعة في …، الوحدات»: the object behind what is set off by commas.
    pub(super) fn object_after_an_aside(&self) -> Option<usize> {
        let end = self.sentence.end.min(self.trigger.head + 30);
        let from = self.clause.end;
        if !(self.words.is_sign(from, '،') || self.words.is_sign(from, ',')) {
            return None;
        }
        for at in from..end {
            if self.words.is_sign(at, '.')
                || self.words.is_sign(at, '؛')
                || self.words.in_class(at, "complementizer")
            {
                return None;
            }
            if at > from && self.only_a_verb(at) && !self.words.in_class(at - 1, "relative") {
                return None;
            }
            if (self.words.is_sign(at, '،') || self.words.is_sign(at, ','))
                && let Some((number, entity)) = self.inside(at + 1..at + 3).next()
                && entity.split.preposition.is_none()
                && entity.split.conjunction.is_none()
                && !self.is_apposition(entity, from)
                && (at + 1..entity.tokens.start)
                    .all(|between| self.words.is_mark_of_quotation(between) || self.counts(between))
            {
                return Some(number);
            }
        }
        None
    }

    /// «سمير دندن، رئيس الجمعية،»: the office of the person who stands before the comma at `comma`.
    fn is_apposition(&self, entity: &Entity, comma: usize) -> bool {
        let named = self
            .entities
            .iter()
            .any(|other| other.name.is_some() && other.tokens.end == comma);
        named
            && entity.tokens.start == comma + 1
            && !entity.split.article
            && matches!(
                entity.kind,
                EntityKind::Person | EntityKind::Group | EntityKind::People(_)
            )
    }

    /// «قصف مدفعي للقوات», not «غارات على مواقع للتنظيم»: nothing but adjectives stands before the entity.
    pub(super) fn is_right_behind(&self, entity: usize) -> bool {
        let plain_verb =
            matches!(self.trigger.kind, TriggerKind::Verb(_)) && self.trigger.tokens.len() == 1;
        !plain_verb
            && (self.trigger.tokens.end..self.entities[entity].tokens.start).all(|at| {
                if self.words.word(at) == "ل" {
                    return true;
                }
                let verb = self.only_a_verb(at) && self.words.word(at).chars().count() > 3;
                !verb
                    && !self.words.in_class(at, "particle")
                    && !self.listed_noun(at, "struck-thing")
            })
    }

    /// The roles that a preposition marks.
    pub(super) fn prepositional(&self, out: &mut Roles) {
        let from = self.trigger.head + 1;
        let to = self.clause.end.min(from + REACH);
        // «بين A وB»: the first acts, the second suffers
        let mutual = self.violent
            && (self.trigger.head..self.trigger.tokens.end + 3)
                .any(|at| self.listed_noun(at, "mutual"));
        if (self.actor_by("prep:بين") || mutual)
            && let Some(first) =
                self.after_preposition("بين", from..self.sentence.end.min(from + REACH))
        {
            out.actors = vec![Filler::Entity(first)];
            if let Some(second) = self.between(first) {
                out.recipients = self
                    .with_joined(second)
                    .into_iter()
                    .map(Filler::Entity)
                    .collect();
            }
            return;
        }
        if out.actors.is_empty() {
            for role in &self.event.roles.actor {
                let actor = match role.strip_prefix("prep:") {
                    Some(preposition) => self
                        .after_preposition(&fold(preposition), from..to)
                        .filter(|&number| preposition != "ل" || self.is_right_behind(number)),
                    None if role == "by" => self.by_agent(),
                    None => None,
                };
                if let Some(actor) = actor {
                    out.actors = self.party(actor);
                    break;
                }
            }
        }
        if out.recipients.is_empty() {
            for role in &self.event.roles.recipient {
                if let Some(preposition) = role.strip_prefix("prep:")
                    && let Some(recipient) = self.after_preposition(&fold(preposition), from..to)
                    && !out.actors.contains(&Filler::Entity(recipient))
                {
                    out.recipients = self.party(recipient);
                    break;
                }
            }
        }
        if out.recipients.is_empty()
            && self.violent
            && self.event.effect.is_none()
            && let Some(owner) = self.owner_of_object(from)
            && !out.actors.contains(&Filler::Entity(owner))
            && !self.owns_the_weapon(owner, &out.actors)
        {
            out.recipients = self.party(owner);
        }
        out.recipients
            .retain(|recipient| !out.actors.contains(recipient));
    }
}
