//! Whether the words say that an event happened, or only refer to it or use it as a figure of speech.

use musnad_lexicon::files::EventFile;
use musnad_lexicon::{Item, TriggerKind, VerbForm};
use musnad_model::{Factuality, PloverType};

use super::{Group, Writer, plover_of};
use crate::attribution::Attribution;
use crate::casualties::Figure;
use crate::entities::EntityKind;
use crate::events::Trigger;
use crate::factuality::factuality;
use crate::roles::{Filler, Roles, clause};

impl Writer<'_, '_> {
    /// «قتل» without anyone killed, «ضرب» without anyone beaten.
    pub(super) fn is_figure_of_speech(
        &self,
        group: &Group,
        chosen: &(u16, Roles),
        fact: Factuality,
        figures: &[(usize, Figure)],
    ) -> bool {
        let (event, roles) = chosen;
        let trigger = &self.material.triggers[group.main];
        if trigger.split.suffix > 0 {
            return false;
        }
        let verb = matches!(trigger.kind, TriggerKind::Verb(_) | TriggerKind::Passive(_));
        let nobody = self.is_toll(*event)
            && verb
            && figures.is_empty()
            && group.members.is_empty()
            && roles.recipients.is_empty()
            && fact == Factuality::Actual;
        let wants_recipient = self
            .event(*event)
            .context
            .needs_object
            .iter()
            .any(|kind| kind == "recipient");
        let hits_people = roles.recipients.iter().any(|filler| match filler {
            Filler::Entity(number) => {
                !matches!(self.material.entities[*number].kind, EntityKind::Nation(_))
            }
            Filler::Adjective(..) | Filler::Weapon(..) => false,
        });
        nobody || (wants_recipient && !hits_people)
    }

    /// «وصف ما جرى بأنه مذبحة», «يعد اعتداء على الحرية»: an indefinite noun that says what something is.
    pub(super) fn is_characterised(&self, trigger: &Trigger) -> bool {
        let nominal = matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun);
        nominal
            && !trigger.split.article
            && trigger.split.conjunction.is_none()
            && trigger.split.preposition.is_none()
            && (self.material.sentence.start..trigger.head)
                .rev()
                .find(|&at| !self.words.is_mark_of_quotation(at))
                .is_some_and(|at| self.words.listed(at, "is"))
    }

    /// «محاولة اغتيال أسفرت عن مقتل مرافقين»: what was tried came to pass where its toll is told.
    pub(super) fn has_cost_lives(&self, group: &Group, chosen: &[(u16, Roles)]) -> bool {
        let main = self.material.triggers[group.main].head;
        group.members.iter().any(|&member| {
            let trigger = &self.material.triggers[member];
            let told = self.material.figures.iter().any(|figure| {
                figure.trigger == Some(member) && figure.effect.is_some() && figure.min.is_some()
            });
            let finite = matches!(
                trigger.kind,
                TriggerKind::Verb(VerbForm::Past) | TriggerKind::Passive(VerbForm::Past)
            );
            let result = (main..trigger.head).any(|at| {
                self.words
                    .class_hit(at, "result")
                    .is_some_and(|hit| hit.split.preposition.is_none())
            });
            let others: Vec<usize> = vec![main];
            self.is_toll(chosen[member].0)
                && trigger.head > main
                && told
                && (finite || result)
                && factuality(
                    self.words,
                    &self.material.sentence,
                    trigger,
                    self.attribution_of(trigger.head),
                    &others,
                ) == Factuality::Actual
        })
    }

    /// «شن النائب هجوما على الوزير»: politicians and journalists attack in words.
    pub(super) fn is_attack_in_words(
        &self,
        event: &EventFile,
        roles: &Roles,
        figures: &[(usize, Figure)],
    ) -> bool {
        let entries = &self.words.lexicon.entries;
        if !matches!(event.codes.as_str(), "violence" | "attack") || !figures.is_empty() {
            return false;
        }
        let Some(Filler::Entity(number)) = roles.actors.first() else {
            return false;
        };
        let entity = &self.material.entities[*number];
        let rank = self.words.hits(entity.tokens.start).iter().any(|hit| {
            matches!(hit.sense.item, Item::Title(title) if entries.titles[usize::from(title)].sort == "rank")
        });
        match entity.kind {
            EntityKind::Person => {
                !rank
                    && entity.name.is_some()
                    && self
                        .words
                        .hit(entity.tokens.start, |item| matches!(item, Item::Title(_)))
                        .is_some()
            }
            EntityKind::People(people) => matches!(
                entries.people[usize::from(people)].class.as_str(),
                "official" | "journalist"
            ),
            EntityKind::Source(source) => matches!(
                entries.sources[usize::from(source)].kind.as_str(),
                "media" | "outlet" | "agency" | "official"
            ),
            EntityKind::Actor(actor) => matches!(
                entries.actors[usize::from(actor)].r#type.as_str(),
                "media" | "monitor" | "person"
            ),
            EntityKind::Nation(_) | EntityKind::Group => false,
        }
    }

    /// «أدان السكان استهداف …»: what is condemned is told.
    fn is_condemned(&self, trigger: &Trigger) -> bool {
        let start = clause(self.words, trigger.head, &self.material.sentence).start;
        self.material.triggers.iter().any(|other| {
            matches!(other.kind, TriggerKind::Verb(_))
                && plover_of(self.words, other.events[0]) == Some(PloverType::Accuse)
                && other.tokens.end <= trigger.head
                && trigger.head <= other.tokens.end + 4
                && start <= other.head
        })
    }

    /// Whether the words say that the event happened: a finite verb, a noun that a verb carries («وقع
    /// انفجار», «شن غارة»), a noun that begins its clause or is what a source tells («أعلن مقتل …»). A noun
    /// elsewhere may only refer to it («منفذ الهجوم», «بعد اغتيال …»).
    pub(super) fn is_asserted(&self, at: usize) -> bool {
        let words = self.words;
        let trigger = &self.material.triggers[at];
        if matches!(trigger.kind, TriggerKind::Verb(_) | TriggerKind::Passive(_)) {
            // «الصحافي الذي اختطف …» tells who he is
            let around = clause(words, trigger.head, &self.material.sentence);
            return !(around.start > self.material.sentence.start
                && words.in_class(around.start - 1, "relative"));
        }
        if self.is_condemned(trigger) || self.is_told(trigger) {
            return true;
        }
        // «منفذ الهجوم», «قضية اغتيال …»
        let referred = (trigger
            .head
            .saturating_sub(3)
            .max(self.material.sentence.start)..=trigger.head)
            .any(|token| words.in_class(token, "reference"));
        if referred {
            return false;
        }
        // «… من قتل وتعذيب»: a noun that goes on a list is said as its first one is
        let joined = trigger.split.conjunction == Some('و');
        if joined
            && let Some(before) = at.checked_sub(1)
            && trigger.head <= self.material.triggers[before].tokens.end + 3
            && matches!(
                self.material.triggers[before].kind,
                TriggerKind::Masdar | TriggerKind::Noun
            )
        {
            return self.is_asserted(before);
        }
        // «علاقة بـ…», «حول …», «ضد …»: what is spoken about
        let before = trigger
            .head
            .saturating_sub(1)
            .max(self.material.sentence.start);
        if before < trigger.head
            && words.in_class(before, "about")
            && !(before > self.material.sentence.start
                && ["result", "perform", "happen"]
                    .iter()
                    .any(|class| words.in_class(before - 1, class)))
        {
            return false;
        }
        let around = clause(words, trigger.head, &self.material.sentence);
        let from = around.start.max(trigger.head.saturating_sub(7));
        let carried = (from..trigger.head).any(|token| {
            ["perform", "happen", "undergo", "thwart", "result"]
                .iter()
                .any(|class| words.in_class(token, class))
        });
        let carried_after = (trigger.tokens.end
            ..self.material.sentence.end.min(trigger.tokens.end + 6))
            .any(|token| {
                ["perform", "happen", "result"]
                    .iter()
                    .any(|class| words.in_class(token, class))
            });
        let mut first = around.start;
        while first < trigger.head
            && (words.any_sign(first) || words.in_class(first, "subordinator"))
        {
            first += 1;
        }
        let begins = first == trigger.head && (!joined || first == self.material.sentence.start);
        carried || carried_after || begins || self.is_told(trigger)
    }

    /// «تبنى التنظيم …»: who speaks says that he did it.
    pub(super) fn is_own_deed(&self, attribution: &Attribution) -> bool {
        attribution
            .entry
            .is_some_and(|entry| self.words.lexicon.entries.reporting[usize::from(entry)].own_deed)
    }

    /// «تجددت الاشتباكات»
    pub(super) fn breaks_out_anew(&self, trigger: &Trigger) -> bool {
        trigger.head > self.material.sentence.start
            && self.words.in_class(trigger.head - 1, "happen")
    }

    /// «أعلنت الحركة مقتل …»: the noun is the first word of what a source tells.
    pub(super) fn is_told(&self, trigger: &Trigger) -> bool {
        self.material.attributions.iter().any(|found| {
            let start = found.scope.start;
            // «تبنى التنظيم مسؤولية التفجير»
            let claimed = self.is_own_deed(found) && start + 2 >= trigger.head;
            start <= trigger.head
                && (claimed || (start..trigger.head).all(|token| self.words.any_sign(token)))
        })
    }
}
