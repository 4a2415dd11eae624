//! Roles of a noun: masdar with idafa, nouns that a verb carries, participles.

use musnad_lexicon::TriggerKind;

use super::{Filler, Grammar, Roles};

impl Grammar<'_, '_> {
    pub(super) fn noun(&self) -> Roles {
        let mut out = Roles::default();
        let from = self.trigger.tokens.end;
        if let Some((adjective, at)) = self.adjective() {
            // «مقتل الفلسطيني»: the adjective stands for the person to whom it was done
            let person = self.event.effect.is_some()
                && at == from
                && self.trigger.kind == TriggerKind::Masdar
                && !self.is_definite();
            if person {
                out.recipients.push(adjective);
            } else if self.actor_by("adjective") {
                out.actors.push(adjective);
            }
        }
        self.idafa(&mut out);
        // «تحسبا لهجوم مباغت لطيران التحالف»: nearer than the verb that carries
        if out.actors.is_empty()
            && self.actor_by("prep:ل")
            && let Some(actor) = self
                .after_preposition("ل", from..(from + 3).min(self.sentence.end))
                .filter(|&actor| self.is_right_behind(actor))
        {
            out.actors = self.party(actor);
        }
        if let Some((subject, suffers)) = self.carried_before() {
            let subject = self.party(subject);
            if suffers && out.recipients.is_empty() {
                out.recipients = subject;
            } else if !suffers && out.actors.is_empty() && self.actor_by("subject") {
                out.actors = subject;
            }
        }
        if out.actors.is_empty()
            && let Some(actor) = self
                .sender()
                .or_else(|| self.by_agent())
                .or_else(|| self.carried_after())
        {
            out.actors = self.party(actor);
        }
        self.prepositional(&mut out);
        if out.actors.is_empty() {
            let weapon = self.weapon_that_carried().or_else(|| self.carried_weapon());
            out.actors.extend(weapon);
        }
        if out.actors.is_empty()
            && let Some(actor) = self.controller()
            && !out.recipients.contains(&Filler::Entity(actor))
        {
            out.actors = self.party(actor);
        }
        out.passive = matches!(self.trigger.kind, TriggerKind::Participle);
        if self.trigger.kind == TriggerKind::Participle && out.recipients.is_empty() {
            let around = self
                .inside(self.trigger.head.saturating_sub(4)..self.trigger.head)
                .next_back();
            out.recipients = around
                .map(|(number, _)| vec![Filler::Entity(number)])
                .unwrap_or_default();
        }
        out.recipients
            .retain(|recipient| !out.actors.contains(recipient));
        out
    }

    fn is_definite(&self) -> bool {
        self.trigger.split.article
            || self.trigger.split.suffix > 0
            || self.words.word(self.trigger.head).starts_with("ال")
    }

    /// What follows the noun directly, a figure between them or not.
    fn idafa(&self, out: &mut Roles) {
        let from = self.trigger.tokens.end;
        let mut start = from;
        while start < self.sentence.end
            && (self.words.is_mark_of_quotation(start) || self.counts(start))
        {
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
            .filter(|_| self.trigger.split.suffix == 0 && out.recipients.is_empty());
        let Some(follows) = follows else { return };
        let struck = self.owns_what_was_struck(follows);
        // «استهداف قوات النظام قرية …»: behind the armed one stands what it struck
        let strikes = self.violent
            && self.event.effect.is_none()
            && !struck
            && self.trigger.kind == TriggerKind::Masdar
            && self.strikes_a_place(follows);
        let is_actor = (self.actor_by("idafa") || strikes) && out.actors.is_empty() && !struck;
        let is_recipient = (self.recipient_by("idafa") && !strikes) || struck;
        let behind = self.bare_after(from);
        if is_recipient && !(is_actor && behind.len() > 1) {
            out.recipients = self.party(follows);
        } else if is_actor {
            out.actors = self.party(follows);
            if (self.recipient_by("object") || is_recipient)
                && let Some(&object) = behind.get(1)
            {
                out.recipients = self.party(object);
            }
        }
    }
}
