//! Roles of a verb in the passive, and of verbs whose subject suffers.

use musnad_lexicon::{Item, TriggerKind};

use super::{Filler, Grammar, Roles};

impl Grammar<'_, '_> {
    pub(super) fn is_passive(&self, may_be: bool, before: Option<usize>, after: &[usize]) -> bool {
        if matches!(self.trigger.kind, TriggerKind::Passive(_)) && !self.may_also_be_active() {
            return true;
        }
        if !may_be {
            return false;
        }
        let figure_first = self.figure_directly_after() && before.is_none();
        let happens_to_people = self.event.effect.is_some();
        if happens_to_people {
            // «ألقت الشرطة القبض على …»: the object is in the words of the verb
            let own = after
                .iter()
                .filter(|&&number| self.entities[number].tokens.start < self.trigger.tokens.end)
                .count();
            let several = self.trigger.tokens.len() > 1
                && !self.trigger.span.overlaps(
                    self.words
                        .doc
                        .span(self.trigger.head..self.trigger.head + 1),
                );
            let subjects = usize::from(before.is_some())
                + if several && own > 0 {
                    own + 1
                } else {
                    after.len()
                };
            let object_is_pronoun = self.trigger.split.suffix > 0;
            // «اقتحموا وقتلوا 3», «الأمن اعتقل 75 …»
            let does = |before: usize| {
                self.trigger.plural
                    || (self.trigger.split.conjunction.is_none()
                        && self.entities[before].tokens.end == self.trigger.head
                        && crate::claims::is_armed_entity(self.words, &self.entities[before]))
            };
            let subject_and_figure = before.is_some_and(does)
                && after
                    .iter()
                    .all(|&number| self.entities[number].tokens.start > self.trigger.tokens.end)
                && (self.figure_directly_after() || self.quantity_directly_after());
            // «قتل مدني وأربعة جنود»: who is joined by «و» suffers with the first
            let joined = after
                .iter()
                .skip(1)
                .filter(|&&number| self.is_counted_and_joined(number))
                .count();
            let subjects = subjects - joined.min(subjects);
            // «قتل رصاص الجيش …», «قتلت مسيرة …»: what kills is named
            let weapon = self
                .words
                .hit(self.trigger.head + 1, |item| matches!(item, Item::Means(_)))
                .is_some_and(|hit| hit.split.preposition.is_none());
            let object_later =
                after.len() == 1 && before.is_none() && self.object_after_an_aside().is_some();
            if (subjects < 2
                && !object_is_pronoun
                && !subject_and_figure
                && !weapon
                && !object_later)
                || figure_first
            {
                return true;
            }
        }
        // «اتهم الضابط ب…», «نقل المصاب إلى …»: one noun, and then what the verb leads to
        let only_object = before.is_none()
            && after.len() == 1
            && !happens_to_people
            && self.trigger.split.suffix == 0
            && self.recipient_by("object")
            && !self.event.roles.place.iter().any(|role| role == "object")
            && self.preposition_follows(after[0]);
        only_object || (before.is_none() && after.is_empty() && self.figure_follows())
    }

    /// Whether the entity is counted by a number behind «و».
    fn is_counted_and_joined(&self, number: usize) -> bool {
        let start = self.entities[number].tokens.start;
        self.figures.iter().any(|figure| {
            let counts = figure.end == start
                || figure.end + 1 == start && self.words.word(figure.end) == "من";
            let joined = self
                .words
                .hits(figure.start)
                .iter()
                .any(|hit| hit.split.conjunction == Some('و'))
                || figure.start > 0 && self.words.word(figure.start - 1) == "و";
            counts && joined
        })
    }

    /// Whether a preposition of the verb stands right behind the entity.
    fn preposition_follows(&self, entity: usize) -> bool {
        let mut at = self.entities[entity].tokens.end;
        if self.words.hits(at).is_empty() {
            at += 1;
        }
        let attached = self
            .words
            .hits(at)
            .iter()
            .any(|hit| hit.split.preposition == Some('ب'));
        attached || (self.words.word(at) == "الي" && self.trigger.tokens.contains(&at))
    }

    pub(super) fn passive(&self, before: Option<usize>, after: &[usize]) -> Roles {
        let mut out = Roles {
            passive: true,
            ..Roles::default()
        };
        let adjacent = || {
            self.inside(self.sentence.start..self.trigger.head)
                .rfind(|(_, entity)| {
                    entity.tokens.end + 2 >= self.trigger.head
                        && entity.tokens.end <= self.trigger.head
                })
                .map(|(number, _)| number)
        };
        // «تعرضت القوات لقصف العدو»: behind the noun stands who did it
        let several = self.trigger.tokens.len() > 1 && self.violent && self.event.effect.is_none();
        let own: Vec<usize> = after
            .iter()
            .copied()
            .filter(|&number| {
                !several || self.entities[number].tokens.start < self.trigger.tokens.end
            })
            .collect();
        let relative = if self.is_relative(&self.clause) {
            before
        } else {
            None
        };
        let subject = relative
            .or(own.first().copied())
            .or(before)
            .or_else(adjacent);
        if let Some(subject) = subject {
            out.recipients = self.party(subject);
        } else if several && let Some(owner) = self.owner_of_object(self.trigger.head + 1) {
            out.recipients = self.party(owner);
        }
        if let Some(actor) = self.by_agent().or_else(|| self.sender()) {
            out.actors = self.party(actor);
        } else if several {
            let idafa = self
                .inside(self.trigger.tokens.end..self.trigger.tokens.end + 1)
                .next();
            if let Some((adjective, _)) = self.adjective() {
                out.actors.push(adjective);
            } else if let Some((number, entity)) = idafa
                && entity
                    .split
                    .preposition
                    .is_none_or(|attached| attached == 'ل')
                && !out.recipients.contains(&Filler::Entity(number))
            {
                out.actors = self.party(number);
            } else if let Some(actor) = self.carried_after() {
                out.actors = self.party(actor);
            }
        }
        out.recipients
            .retain(|recipient| !out.actors.contains(recipient));
        out
    }

    /// «صد الجيش هجوما شنه التنظيم»: the subject suffers, and who did it stands behind the noun.
    pub(super) fn inverse(&self, before: Option<usize>, after: &[usize]) -> Roles {
        let mut out = Roles::default();
        let end = self.trigger.tokens.end;
        let own = after
            .iter()
            .copied()
            .find(|&number| self.entities[number].tokens.start < end.max(self.trigger.head + 3));
        let subject = before.or(own);
        if let Some(subject) = subject
            && self.recipient_by("subject")
        {
            out.recipients = self.party(subject);
        }
        let behind = self
            .inside(end..end + 4)
            .find(|(number, entity)| {
                Some(*number) != subject
                    && ((entity.tokens.start == end && entity.split.preposition.is_none())
                        || entity.split.preposition == Some('ل')
                        || self.words.word(entity.tokens.start.saturating_sub(1)) == "من")
            })
            .map(|(number, _)| number);
        if let Some(actor) = self.carried_after().or_else(|| self.by_agent()).or(behind) {
            out.actors = self.party(actor);
        } else if let Some((adjective, _)) = self.adjective() {
            out.actors.push(adjective);
        }
        out.recipients
            .retain(|recipient| !out.actors.contains(recipient));
        out
    }

    fn may_also_be_active(&self) -> bool {
        self.trigger.may_be_passive
            && !self.event.triggers.verb.is_empty()
            && self.words.hits(self.trigger.head).iter().any(|hit| {
                matches!(hit.sense.item, Item::Trigger(number, TriggerKind::Verb(_), _) if self.words.lexicon.entries.events[usize::from(number)].id == self.event.id)
            })
    }

    fn figure_follows(&self) -> bool {
        let from = self.trigger.tokens.end;
        self.figures.iter().any(|figure| {
            figure.start >= from
                && figure.start < from + 3
                && !(from..figure.start).any(|at| crate::entities::is_finite_verb(self.words, at))
        })
    }

    fn figure_directly_after(&self) -> bool {
        self.figures
            .iter()
            .any(|figure| figure.start == self.trigger.tokens.end)
    }

    /// «قوات الأمن اعتقلت عشرات المشاركين»: how many stands there, whatever they are called.
    fn quantity_directly_after(&self) -> bool {
        self.words
            .hit(self.trigger.tokens.end, |item| {
                matches!(item, Item::Numeral(_) | Item::Bound(_))
            })
            .is_some()
            || self.words.listed(self.trigger.tokens.end, "quantity")
    }

    /// «انتشلت جثمان المدني»: whose body it is.
    pub(super) fn is_whose_body(&self, entity: usize) -> bool {
        self.event.codes == "aid-bodies"
            && self.trigger.tokens.len() > 1
            && self.entities[entity].tokens.start == self.trigger.tokens.end
    }

    /// «البوارج التابعة لقوات التحالف»: whose the weapon is that struck.
    pub(super) fn owns_the_weapon(&self, owner: usize, actors: &[Filler]) -> bool {
        const LONGEST_LINK: u32 = 24;
        let first = self.entities[owner].tokens.start;
        if first == 0 || self.listed_noun(first - 1, "struck-thing") {
            return false;
        }
        let start = self.entities[owner].span.start;
        actors.iter().any(|actor| match actor {
            Filler::Weapon(weapon, _) => weapon.end < start && start - weapon.end <= LONGEST_LINK,
            _ => false,
        })
    }
}
