//! The figures that belong to an event.

use musnad_lexicon::{Item, TriggerKind};
use musnad_model::{Casualty, DateRef, Factuality, Scope, TextRef, Who};

use super::{Group, Writer};
use crate::casualties::Figure;
use crate::roles::{Filler, Roles};

impl Writer<'_, '_> {
    /// The figures that belong to a group, with their positions in the sentence.
    pub(super) fn figures_of(
        &self,
        group: &Group,
        chosen: &[(u16, Roles)],
        fact: Factuality,
    ) -> Vec<(usize, Figure)> {
        let mut out: Vec<(usize, Figure)> = Vec::new();
        if matches!(fact, Factuality::Negated | Factuality::Future) {
            return out;
        }
        let own = |at: usize| at == group.main || group.members.contains(&at);
        for (number, figure) in self.material.figures.iter().enumerate() {
            if figure.effect.is_some() && figure.trigger.is_some_and(own) {
                out.push((number, figure.clone()));
            }
        }
        // people without a number: «مقتل طفل», «أصيب مواطنان»
        for at in std::iter::once(group.main).chain(group.members.iter().copied()) {
            let Some(effect) = self
                .event(chosen[at].0)
                .effect
                .as_deref()
                .and_then(crate::casualties::effect)
            else {
                continue;
            };
            // «أطلقوا النار على رجل فقتلوه»: the pronoun stands for the recipient of the event
            let pronoun = chosen[at].1.recipients.is_empty()
                && self.material.triggers[at].split.suffix > 0
                && at != group.main;
            let recipients = if pronoun {
                &chosen[group.main].1.recipients
            } else {
                &chosen[at].1.recipients
            };
            let object = crate::casualties::object_behind(
                &self.material.entities,
                &self.material.triggers[at],
            );
            let named = recipients.iter().filter_map(|recipient| match recipient {
                Filler::Entity(entity) => Some(*entity),
                Filler::Adjective(..) | Filler::Weapon(..) => None,
            });
            let mut people: Vec<usize> = Vec::new();
            for entity in named.chain(object) {
                people.push(entity);
                people.extend(crate::casualties::named_after(
                    self.words,
                    &self.material.entities,
                    entity,
                ));
            }
            people.sort_unstable();
            people.dedup();
            for entity in &people {
                let tokens = &self.material.entities[*entity].tokens;
                // «راح ضحيتها طفل»: the verb's own word is nobody
                let trigger = &self.material.triggers[at];
                if trigger.tokens.len() > 1
                    && tokens.len() == 1
                    && trigger.head < tokens.start
                    && trigger.tokens.end == tokens.end
                {
                    continue;
                }
                // «20 شابا ورجلا»
                let goes_on_a_figure = self.material.entities[*entity].joined
                    && self.material.figures.iter().any(|figure| {
                        figure.counted
                            && figure.min.is_none_or(|count| count > 10)
                            && figure.tokens.end == tokens.start
                    });
                if goes_on_a_figure {
                    continue;
                }
                let known = self.material.figures.iter().any(|figure| {
                    figure.tokens.start < tokens.end && tokens.start < figure.tokens.end
                });
                if known
                    || !crate::casualties::adds_a_figure(
                        self.words,
                        &self.material.figures,
                        &self.material.entities,
                        *entity,
                        at,
                        &self.material.triggers,
                    )
                {
                    continue;
                }
                if let Some(mut figure) = crate::casualties::of_entity(
                    self.words,
                    &self.material.entities,
                    *entity,
                    effect,
                ) {
                    if figure.min.is_none() && self.is_dual_behind(at, &figure) {
                        (figure.min, figure.max) = (Some(2), Some(2));
                        figure.counted = true;
                    }
                    out.push((usize::MAX, figure));
                }
            }
        }
        out.sort_by_key(|(_, figure)| figure.tokens.start);
        crate::casualties::share_people(self.words, &mut out);
        out
    }

    /// «أن مدنيين قتلا»: the verb behind says that they were two.
    fn is_dual_behind(&self, at: usize, figure: &Figure) -> bool {
        let trigger = &self.material.triggers[at];
        let word = self.words.word(trigger.head);
        trigger.plural
            && figure.tokens.end <= trigger.head
            && matches!(trigger.kind, TriggerKind::Verb(_) | TriggerKind::Passive(_))
            && (word.ends_with("ان") || word.ends_with('ا') && !word.ends_with("وا"))
    }

    /// «كبدوا المهاجمين خسائر»: whom a clash costs are fighters.
    fn who_in_event(&self, figure: &Figure) -> Who {
        let clash = figure.trigger.is_some_and(|at| {
            let trigger = &self.material.triggers[at];
            self.event(trigger.events[0]).codes == "clash" && trigger.tokens.len() > 1
        });
        if figure.who == Who::Unknown && clash && !figure.counted {
            Who::Combatant
        } else {
            figure.who
        }
    }

    /// «خلفت آلاف الضحايا»: hundreds or thousands, without a number and without an event that is named, are
    /// the toll of a time.
    fn is_mass_of_no_event(&self, figure: &Figure) -> bool {
        let near = figure.tokens.start.saturating_sub(8)..figure.tokens.end + 6;
        let no_event = self
            .material
            .triggers
            .iter()
            .filter(|trigger| near.contains(&trigger.head))
            .all(|trigger| self.is_toll(trigger.events[0]) || !self.is_violence(trigger.events[0]));
        no_event
            && figure.min.is_none()
            && figure.max.is_none()
            && figure.tokens.clone().any(|at| {
                self.words.hits(at).iter().any(|hit| match hit.sense.item {
                    Item::Numeral(number) => {
                        self.words.lexicon.entries.numbers[usize::from(number)].value >= 100
                    }
                    _ => false,
                }) || matches!(
                    musnad_lexicon::strip_article(self.words.word(at)),
                    "ميات" | "الاف" | "اف"
                )
            })
    }

    /// «أصيبت امرأة بقصف نفذته القوات في إطار التصعيد الذي تشهده المنطقة منذ أشهر»: the time that stands behind
    /// a relative clause of its own belongs to that.
    fn is_of_another_verb(&self, figure: &Figure, time: usize) -> bool {
        const NEAR: usize = 6;
        let between = figure.tokens.end..time;
        let from = between.start.max(time.saturating_sub(NEAR));
        (from..between.end).any(|at| {
            self.words.in_class(at, "relative")
                || self.words.in_class(at, "cause") && !self.words.any_sign(at)
        })
    }

    /// «أوضح التقرير أن القوات قتلت 143 شخصا»: the number of a report or of those who keep count, behind a
    /// verb that tells of no single event, is the toll of a time.
    fn is_in_statistics(&self, figure: &Figure) -> bool {
        const FEWEST: u64 = 20;
        const REACH: usize = 14;
        let Some(at) = figure.trigger else {
            return false;
        };
        let trigger = &self.material.triggers[at];
        let counted = figure
            .min
            .or(figure.max)
            .is_some_and(|count| count >= FEWEST);
        let from = figure.tokens.start.saturating_sub(REACH);
        counted
            && self.is_toll(trigger.events[0])
            && (from.max(self.material.sentence.start)..=trigger.head)
                .any(|token| self.words.in_class(token, "statistic"))
            && self
                .material
                .triggers
                .iter()
                .all(|other| !self.is_violence(other.events[0]))
    }

    pub(super) fn casualties(
        &self,
        figures: &[(usize, Figure)],
        date: Option<&DateRef>,
    ) -> Vec<Casualty> {
        let running = |figure: &Figure| {
            self.material.times.iter().find(|time| {
                // without a day of publication the bounds are unknown, the words still name a period
                let hours = matches!(time.grain, musnad_model::Grain::Hour | musnad_model::Grain::Day);
                let unknown = self.report.published_date.is_none() && !hours && (time.earliest.is_none() || time.latest.is_none());
                let long = unknown || matches!((time.earliest, time.latest), (Some(first), Some(last)) if first < last);
                let near = time.tokens.start + 30 > figure.tokens.start && time.tokens.start < figure.tokens.end + 30;
                time.running && long && near && !self.is_of_another_verb(figure, time.tokens.start)
            })
        };
        let mut out: Vec<Casualty> = Vec::new();
        for (_, figure) in figures {
            let Some(effect) = figure.effect else {
                continue;
            };
            let subset_of = figure
                .subset_of
                .and_then(|whole| figures.iter().position(|(number, _)| *number == whole))
                .filter(|&whole| whole < out.len());
            let running = running(figure);
            let cumulative = figure.cumulative
                || running.is_some()
                || (date.is_none()
                    && (self.is_mass_of_no_event(figure) || self.is_in_statistics(figure)));
            // a part runs as long as its whole
            let of_whole = subset_of
                .map(|whole| &out[whole])
                .filter(|whole| whole.scope == Scope::Cumulative)
                .map(|whole| (whole.since, whole.until));
            let cumulative = cumulative || of_whole.is_some();
            let (since, until) = match (cumulative, running) {
                _ if of_whole.is_some() => of_whole.unwrap_or_default(),
                (true, Some(time)) => (time.earliest, time.latest),
                (true, None) => date.map_or((None, None), |date| (date.earliest, date.latest)),
                (false, _) => (None, None),
            };
            out.push(Casualty {
                at: TextRef::new(&self.words.doc.text, figure.span),
                effect,
                min: figure.min,
                max: figure.max,
                approximate: figure.approximate,
                who: self.who_in_event(figure),
                party: figure
                    .party
                    .map(|party| party.of(&self.words.doc.text).to_owned()),
                scope: if cumulative {
                    Scope::Cumulative
                } else {
                    Scope::Incident
                },
                since,
                until,
                subset_of,
                children: figure.children,
                women: figure.women,
            });
        }
        crate::casualties::add_parts(&mut out);
        out
    }
}
