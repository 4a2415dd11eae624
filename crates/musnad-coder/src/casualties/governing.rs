//! What happened to the people of a figure: by its own noun, by the trigger that governs it, by the
//! figure that it is part of or goes on.

use std::ops::Range;

use musnad_lexicon::TriggerKind;
use musnad_model::{Effect, PloverType, Who};

use super::{Figure, Material, effect, tolls};
use crate::entities::is_finite_verb;
use crate::events::Trigger;
use crate::words::Words;

/// Gives every figure of the sentence its effect, its trigger and the figure that it is part of.
pub(crate) fn govern(
    words: &Words,
    sentence: &Range<usize>,
    material: &Material,
    figures: &mut Vec<Figure>,
    triggers: &[Trigger],
) {
    let governor = Governor {
        words,
        sentence,
        triggers,
        effects: triggers
            .iter()
            .map(|trigger| effect_of(words, trigger))
            .collect(),
    };
    governor.drop_nouns_of_triggers(figures);
    let mut whole: Option<usize> = None;
    for number in 0..figures.len() {
        let among = governor.is_among(figures, number);
        if among && let Some(whole) = whole {
            be_part(figures, number, whole);
            continue;
        }
        governor.govern_one(figures, number);
        if among {
            // the whole has no number: «مدنيين بينهم أطفال»
            figures[number].subset_of = Some(usize::MAX);
        }
        if figures[number].subset_of.is_some() {
            continue;
        }
        tolls::running(words, sentence, material, triggers, figures, number);
        governor.same_people(figures, number, whole);
        whole = Some(number);
    }
    governor.list_before_verb(figures);
    governor.shared_side(figures);
    governor.shared_time(figures);
    for number in 0..figures.len() {
        tolls::all_of_them(words, sentence, figures, number);
    }
    tolls::both_effects(words, figures, triggers, &governor.effects);
}

fn effect_of(words: &Words, trigger: &Trigger) -> Option<Effect> {
    trigger.events.iter().find_map(|&event| {
        words.lexicon.entries.events[usize::from(event)]
            .effect
            .as_deref()
            .and_then(effect)
    })
}

/// Makes a figure part of another: the same happened to them.
fn be_part(figures: &mut [Figure], number: usize, whole: usize) {
    let of = figures[whole].clone();
    let part = &mut figures[number];
    part.subset_of = Some(whole);
    if part.effect.is_none() || !part.counted {
        part.effect = of.effect;
    }
    part.trigger = of.trigger;
    part.cumulative = of.cumulative;
    if part.who == Who::Unknown && part.entity.is_none() {
        part.who = of.who;
    }
    if part.party.is_none() && part.who == Who::Combatant {
        part.party = of.party;
    }
}

pub(super) struct Governor<'a, 'w> {
    pub(super) words: &'a Words<'w>,
    sentence: &'a Range<usize>,
    pub(super) triggers: &'a [Trigger],
    /// The effect of each trigger.
    effects: Vec<Option<Effect>>,
}

impl Governor<'_, '_> {
    /// «عدد قتلى التنظيم», «سقط 5 قتلى» with the number before: a noun inside a trigger of its own effect
    /// is no figure.
    fn drop_nouns_of_triggers(&self, figures: &mut Vec<Figure>) {
        // «العشرات سقطوا قتلى»: the people stand before the verb
        let subjects: Vec<Range<usize>> = figures
            .iter()
            .filter(|figure| figure.counted && figure.effect.is_none())
            .map(|figure| figure.tokens.clone())
            .collect();
        figures.retain(|figure| {
            figure.counted
                || !self.triggers.iter().any(|trigger| {
                    trigger.plural
                        && trigger.tokens.contains(&figure.tokens.start)
                        && trigger.head < figure.tokens.start
                        && subjects.iter().any(|subject| {
                            subject.end <= trigger.head && subject.end + 2 >= trigger.head
                        })
                })
        });
        for figure in figures.iter_mut().filter(|figure| !figure.counted) {
            let start = figure.tokens.start;
            let named = self.triggers.iter().enumerate().any(|(at, trigger)| {
                let toll = ["rise", "toll"]
                    .iter()
                    .any(|class| self.words.in_class(trigger.head, class));
                toll && trigger.tokens.len() > 1
                    && trigger.tokens.contains(&start)
                    && trigger.head < start
                    && self.effects[at].is_some()
            });
            if named {
                figure.effect = None;
            }
        }
    }

    fn govern_one(&self, figures: &mut [Figure], number: usize) {
        let own = figures[number].effect;
        let governor = match (
            self.trigger_before(figures, number),
            self.verb_behind(&figures[number]),
        ) {
            // «وإن 5 أشخاص قتلوا»: the verb right behind is nearer than one far before
            (Some(before), Some(behind))
                if self.triggers[before].tokens.end < figures[number].tokens.start
                    && self.triggers[behind].plural =>
            {
                Some(behind)
            }
            (Some(before), _) => Some(before),
            (None, behind) => behind,
        };
        if let Some(at) = governor {
            figures[number].trigger = Some(at);
            if own.is_none() || self.befalls(at, &figures[number]) {
                figures[number].effect = self.effects[at];
            }
            return;
        }
        if own.is_some() {
            return;
        }
        let Some(previous) = number
            .checked_sub(1)
            .filter(|&previous| self.goes_on(&figures[previous], &figures[number]))
        else {
            return;
        };
        let previous = figures[previous].clone();
        let figure = &mut figures[number];
        figure.effect = previous.effect;
        figure.trigger = previous.trigger;
        figure.subset_of = previous.subset_of;
        figure.cumulative = previous.cumulative;
    }

    /// «مقتل أربعة نازحين», «استشهد ثلاثة أسرى», «اعتقال خمسة جرحى»: the harm right before them befell those
    /// whom the noun names.
    fn befalls(&self, at: usize, figure: &Figure) -> bool {
        let trigger = &self.triggers[at];
        let effect = self.effects[at];
        // «قتلى وأسرى»: the second noun of a pair has its own effect
        let new = effect.is_some() && effect != figure.effect && !self.is_joined(figure);
        let captive = matches!(
            figure.effect,
            Some(Effect::Detained | Effect::Abducted | Effect::Missing | Effect::Displaced)
        );
        let harmed = matches!(effect, Some(Effect::Killed | Effect::Injured));
        let adjacent = trigger.head + 1 == figure.tokens.start
            && (trigger.tokens.len() == 1 || captive && harmed);
        let behind = trigger.head >= figure.tokens.end && trigger.plural;
        new && (captive && harmed && (adjacent || behind)
            || adjacent && figure.effect == Some(Effect::Injured) && !harmed
            || adjacent
                && figure.effect == Some(Effect::Injured)
                && figure.min == Some(1)
                && figure.counted)
    }

    fn trigger_before(&self, figures: &[Figure], number: usize) -> Option<usize> {
        let figure = &figures[number];
        let start = figure.tokens.start;
        (0..self.triggers.len()).rev().find(|&at| {
            let trigger = &self.triggers[at];
            trigger.head <= start
                && (self.effects[at].is_some()
                    || (figure.effect.is_some() && self.tells_of_losses(trigger, figure)))
                && (trigger.tokens.contains(&start) || self.reaches(at, figure, figures))
        })
    }

    /// «ثمانية أفراد من القبيلة قتلوا», «4 عسكريين، لم تحدد جنسيتهم، قتلوا»: the verb behind its subject.
    fn verb_behind(&self, figure: &Figure) -> Option<usize> {
        const NEAR: usize = 4;
        const OVER_AN_ASIDE: usize = 12;
        let end = figure.tokens.end;
        let at = (0..self.triggers.len())
            .find(|&at| self.triggers[at].head >= end && self.effects[at].is_some())?;
        let trigger = &self.triggers[at];
        let verb = matches!(trigger.kind, TriggerKind::Verb(_) | TriggerKind::Passive(_));
        if !verb
            || trigger.split.cost() > 0 && trigger.split.suffix == 0
            || trigger.split.conjunction.is_some()
        {
            return None;
        }
        let between = end..trigger.head;
        let commas = between
            .clone()
            .filter(|&token| self.words.is_sign(token, '،') || self.words.is_sign(token, ','))
            .count();
        let aside = commas == 2
            && self.words.is_sign(end, '،')
            && self.words.is_sign(trigger.head - 1, '،')
            && trigger.plural;
        let other_verb = between
            .clone()
            .any(|token| is_finite_verb(self.words, token));
        let joined_alone = self.words.word(trigger.head - 1) == "و";
        // «خمسة عناصر، بينهم قيادي، قتلوا»
        let aside = aside
            || commas == 1
                && self.words.is_sign(trigger.head - 1, '،')
                && trigger.plural
                && between
                    .clone()
                    .any(|token| self.words.in_class(token, "among"));
        let near = between.len() <= NEAR && commas == 0 && !other_verb && !joined_alone;
        // «إن سبعة مدنيين بينهم أربعة أطفال من عائلة واحدة قتلوا»: what «إن» brings in waits for its verb
        let awaited = trigger.plural
            && commas == 0
            && !joined_alone
            && between.len() <= OVER_AN_ASIDE
            && self.opens_a_clause(figure);
        (near
            || awaited
            || aside
                && between.len() <= OVER_AN_ASIDE
                && !self
                    .triggers
                    .iter()
                    .any(|other| between.contains(&other.head)))
        .then_some(at)
    }

    /// Whether the figure is the first noun behind «إن» or «أن».
    fn opens_a_clause(&self, figure: &Figure) -> bool {
        figure.counted
            && figure.tokens.start > self.sentence.start
            && self
                .words
                .in_class(figure.tokens.start - 1, "complementizer")
            || figure.tokens.start > self.sentence.start
                && self.words.word(figure.tokens.start - 1) == "ان"
    }

    /// Whether a trigger governs the figure: no other trigger stands between, nor too many words.
    fn reaches(&self, at: usize, figure: &Figure, figures: &[Figure]) -> bool {
        const FARTHEST: usize = 16;
        // a casualty noun says itself what happened, so it may stand farther off
        const FARTHEST_NOUN: usize = 36;
        let words = self.words;
        let trigger = &self.triggers[at];
        let start = figure.tokens.start;
        let farthest = if figure.effect.is_some() {
            FARTHEST_NOUN
        } else {
            FARTHEST
        };
        if start < trigger.tokens.end.min(trigger.head + 1) || start - trigger.head > farthest {
            return false;
        }
        let between = trigger.head + 1..start;
        let other = self.triggers.iter().enumerate().any(|(other, found)| {
            other != at && between.contains(&found.head) && !self.is_circumstance(at, other)
        });
        let boundary = figure.effect.is_none()
            && between.clone().any(|token| {
                words.in_class(token, "complementizer")
                    || words.is_sign(token, '؛')
                    || words.is_sign(token, ':')
                    || words.in_class(token, "relative")
            });
        let commas = between
            .clone()
            .filter(|&token| words.is_sign(token, '،'))
            .count();
        let earlier = figures.iter().any(|other| {
            !trigger.tokens.contains(&other.tokens.start)
                && other.tokens.start >= trigger.head
                && other.tokens.end <= start
                && other.tokens.start < start
        });
        !other
            && !boundary
            && (commas == 0 || (commas == 1 && !earlier))
            && (!earlier
                || self.is_joined(figure)
                || words.in_class(start.saturating_sub(1), "subordinator"))
    }

    /// «قتل خلال المواجهات 28 شخصا», «أصيب في الهجوم نحو 130»: an event that only tells when or where.
    fn is_circumstance(&self, at: usize, other: usize) -> bool {
        const NEAR: usize = 3;
        let (trigger, event) = (&self.triggers[at], &self.triggers[other]);
        let nominal = matches!(event.kind, TriggerKind::Masdar | TriggerKind::Noun)
            && self.effects[other].is_none();
        let verb = matches!(trigger.kind, TriggerKind::Verb(_) | TriggerKind::Passive(_))
            && self.effects[at].is_some();
        // «قتلت الغارات عشرات المدنيين»: the event is what killed them
        let subject = event.head == trigger.tokens.end && event.split.preposition.is_none();
        verb && nominal && subject
            || verb
                && nominal
                && event.head <= trigger.tokens.end + NEAR
                && (trigger.tokens.end..event.head).any(|token| {
                    self.words.word(token) == "في" || self.words.in_class(token, "cause")
                })
    }

    /// Whether an event without an effect of its own can be what a casualty noun after it tells of.
    fn tells_of_losses(&self, trigger: &Trigger, figure: &Figure) -> bool {
        // «رهائن», «المعتقلين» without a number are people, not news
        let deaths = matches!(
            figure.effect,
            Some(Effect::Killed | Effect::Injured | Effect::BodyRecovered)
        );
        if !deaths && !figure.counted {
            return false;
        }
        let wanted = match figure.effect {
            Some(Effect::Killed | Effect::Injured | Effect::Missing | Effect::Abducted) => {
                PloverType::Assault
            }
            Some(Effect::Detained) => PloverType::Coerce,
            Some(Effect::BodyRecovered) => PloverType::Aid,
            Some(Effect::Displaced) => PloverType::Retreat,
            None => return false,
        };
        trigger
            .events
            .first()
            .is_some_and(|&event| crate::claims::plover_of(self.words, event) == Some(wanted))
    }

    /// Whether a figure goes on the one before it («و473 من …», «مقابل 473 من …»).
    fn goes_on(&self, previous: &Figure, figure: &Figure) -> bool {
        const FARTHEST: usize = 14;
        let between = previous.tokens.end..figure.tokens.start;
        if previous.effect.is_none() {
            return false;
        }
        // «مقابل 473 من …»: as many of the other side
        let against =
            figure.tokens.start > 0 && self.words.word(figure.tokens.start - 1) == "مقابل";
        let near = between.len() <= FARTHEST
            && !self
                .triggers
                .iter()
                .any(|trigger| between.contains(&trigger.head));
        against
            || near
                && (self.is_joined(figure)
                    || self
                        .words
                        .in_class(figure.tokens.end.saturating_sub(1), "others"))
    }

    /// «بينهم 6 أطفال و4 نساء»: whether the figure is part of the one before.
    fn is_among(&self, figures: &[Figure], number: usize) -> bool {
        const NEAR: usize = 3;
        let start = figures[number].tokens.start;
        let from = start.saturating_sub(NEAR).max(self.sentence.start);
        let Some(class) = self.words.lexicon.class("among") else {
            return false;
        };
        let marked = (from..start).any(|at| {
            let hit = self.words.hits(at).iter().find(|hit| {
                hit.sense.item == musnad_lexicon::Item::Class(class) && hit.tokens.end <= start
            });
            // «21 منهم، و7 آخرين»: the word belongs to the number before it
            hit.is_some_and(|hit| self.is_open(hit.tokens.end..start))
                && !figures.iter().any(|figure| figure.tokens.contains(&at))
        });
        // «13 آخرين (9 أطفال و4 نساء)»
        let bracketed = number > 0
            && self.words.is_sign(start - 1, '(')
            && figures[number - 1].tokens.end + 1 == start
            && figures[number].effect.is_none();
        if marked || bracketed || self.is_listed(figures, number) {
            return true;
        }
        number.checked_sub(1).is_some_and(|previous| {
            figures[previous].subset_of.is_some()
                && figures[previous].tokens.end + 1 >= start
                && figures[number].effect.is_none()
                && self.is_joined(&figures[number])
        })
    }

    /// «مقتل 12 شخصا، هم: 3 أطفال …»: the first of a list that takes the figure before apart.
    fn is_listed(&self, figures: &[Figure], number: usize) -> bool {
        const NEAR: usize = 4;
        let Some(previous) = number.checked_sub(1).map(|previous| &figures[previous]) else {
            return false;
        };
        let start = figures[number].tokens.start;
        let mark = start - 1 - usize::from(self.words.is_sign(start - 1, ':'));
        let larger = figures[number]
            .min
            .is_some_and(|part| previous.min.is_some_and(|whole| part < whole));
        matches!(self.words.word(mark), "هم" | "وهم" | "هن" | "وهن")
            && larger
            && mark >= previous.tokens.end
            && mark <= previous.tokens.end + NEAR
    }

    /// No sign and no trigger stands in `tokens`.
    fn is_open(&self, tokens: Range<usize>) -> bool {
        let signs = tokens
            .clone()
            .any(|at| self.words.any_sign(at) && !self.words.is_mark_of_quotation(at));
        !signs
            && !self
                .triggers
                .iter()
                .any(|trigger| tokens.contains(&trigger.head))
    }

    /// Whether «و» stands before the figure, attached or alone.
    pub(super) fn is_joined(&self, figure: &Figure) -> bool {
        let start = figure.tokens.start;
        let own = self.words.doc.span(figure.tokens.clone()).start < figure.span.start;
        (own && self.words.word(start).starts_with('و'))
            || (start > 0 && self.words.word(start - 1) == "و")
    }
}
