//! Which event file a trigger stands for, where several list it.

use std::ops::Range;

use musnad_lexicon::{Item, TriggerKind};
use musnad_model::PloverType;

use super::{Writer, plover_of};
use crate::entities::Entity;
use crate::events::Trigger;
use crate::roles::{Filler, Roles, roles};

impl Writer<'_, '_> {
    /// «داهمت القوات البلدة … وإطلاق نار كثيف وخطف …»: violence without an actor of its own has the one
    /// of the violence before it in the sentence.
    pub(super) fn fill_from_sentence(&self, chosen: &mut [(u16, Roles)]) {
        const REACH: usize = 30;
        let triggers = &self.material.triggers;
        let force = |event: u16| {
            matches!(
                plover_of(self.words, event),
                Some(PloverType::Assault | PloverType::Coerce)
            )
        };
        for at in 1..triggers.len() {
            let trigger = &triggers[at];
            let goes_on = matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun)
                || trigger.split.conjunction.is_some();
            let (event, roles) = &chosen[at];
            if !goes_on
                || !roles.actors.is_empty()
                || roles.passive
                || self.breaks_out(trigger)
                || !force(*event)
                || self.is_toll(*event)
            {
                continue;
            }
            let earlier = (0..at).rev().find(|&other| {
                force(chosen[other].0)
                    && !chosen[other].1.actors.is_empty()
                    && trigger.head - triggers[other].head <= REACH
                    && self.same_voice(triggers[other].head, trigger.head)
            });
            if let Some(earlier) = earlier {
                let mut actors = chosen[earlier].1.actors.clone();
                actors.retain(|actor| !chosen[at].1.recipients.contains(actor));
                chosen[at].1.actors = actors;
            }
        }
    }

    /// «بينما اندلعت اشتباكات»: what broke out is nobody's deed that was told before.
    fn breaks_out(&self, trigger: &Trigger) -> bool {
        let from = trigger
            .head
            .saturating_sub(6)
            .max(self.material.sentence.start);
        (from..trigger.head).any(|at| {
            self.words.in_class(at, "happen") && crate::entities::is_finite_verb(self.words, at)
        })
    }

    /// Of the event files that list the trigger, the one that its actor's side asks for.
    pub(super) fn choose_event(&self, trigger: &Trigger, figures: &[Range<usize>]) -> (u16, Roles) {
        let first = trigger.events[0];
        let mut best = (
            first,
            roles(
                self.words,
                &self.material.entities,
                &self.material.sentence,
                trigger,
                self.event(first),
                figures,
            ),
        );
        if trigger.events.len() == 1 {
            return best;
        }
        let sided = |number: u16| self.event(number).side.as_deref();
        if trigger.events.iter().any(|&number| sided(number).is_some()) {
            let state = self.actor_is_state(&best.1);
            let wanted = match state {
                Some(true) => Some("state"),
                Some(false) => Some("nonstate"),
                None => None,
            };
            let pick = trigger
                .events
                .iter()
                .copied()
                .find(|&number| wanted.is_some() && sided(number) == wanted)
                .or_else(|| {
                    trigger
                        .events
                        .iter()
                        .copied()
                        .find(|&number| sided(number).is_none())
                })
                .unwrap_or(first);
            if pick != first {
                best = (
                    pick,
                    roles(
                        self.words,
                        &self.material.entities,
                        &self.material.sentence,
                        trigger,
                        self.event(pick),
                        figures,
                    ),
                );
            }
        }
        best
    }

    /// Whether the actor is a force of the state in its own country; `None` where nobody is named.
    pub(super) fn actor_is_state(&self, roles: &Roles) -> Option<bool> {
        let filler = roles.actors.first()?;
        let entries = &self.words.lexicon.entries;
        match filler {
            Filler::Adjective(..) | Filler::Weapon(..) => Some(false),
            Filler::Entity(number) => {
                let entity = &self.material.entities[*number];
                let Some(actor) = entity.actor() else {
                    return Some(self.names_a_state(entity));
                };
                let actor = &entries.actors[usize::from(actor)];
                let domestic = self
                    .report
                    .country
                    .as_deref()
                    .and_then(|code| self.iso3(code))
                    .is_none_or(|iso3| actor.country == iso3 || actor.country.is_empty());
                Some(actor.inter == Some(1) && domestic)
            }
        }
    }

    /// «القوات الحكومية», «قوات الأمن»: general words for the state's forces.
    pub(super) fn names_a_state(&self, entity: &Entity) -> bool {
        entity.tokens.clone().any(|at| {
            self.words.hits(at).iter().any(|hit| match hit.sense.item {
                Item::People(people) => matches!(
                    self.words.lexicon.entries.people[usize::from(people)]
                        .sector
                        .as_deref(),
                    Some("MIL" | "COP" | "GOV")
                ),
                _ => false,
            })
        })
    }

    pub(super) fn iso3(&self, iso2: &str) -> Option<&str> {
        self.words
            .lexicon
            .entries
            .nations
            .iter()
            .find(|nation| nation.id.eq_ignore_ascii_case(iso2))
            .map(|nation| nation.iso3.as_str())
    }
}
