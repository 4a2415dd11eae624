//! Claims: triggers, roles, sources, places, times and figures of a sentence put together.

use std::ops::Range;

use musnad_lexicon::{Item, TriggerKind, VerbForm};
use musnad_lexicon::files::EventFile;
use musnad_model::{
    Acled, Attribution as ClaimAttribution, Casualty, Claim, DatePrecision, DateRef, Effect, EntityRef, Factuality, Link, Name,
    Plover, PloverType, Report, ReportRef, Scope, Span, Stance, TextRef, Who, claim_id,
};

use crate::attribution::{Attribution, Source};
use crate::casualties::{Figure, is_armed};
use crate::entities::{Entity, EntityKind};
use crate::events::Trigger;
use crate::factuality::factuality;
use crate::places::PlaceMention;
use crate::roles::{Filler, Roles, clause, roles};
use crate::time::TimeMention;
use crate::words::Words;

/// All that was read from one sentence.
pub(crate) struct SentenceMaterial<'a> {
    pub(crate) sentence: Range<usize>,
    pub(crate) entities: Vec<Entity>,
    pub(crate) places: Vec<&'a PlaceMention>,
    pub(crate) times: Vec<&'a TimeMention>,
    pub(crate) figures: Vec<Figure>,
    pub(crate) triggers: Vec<Trigger>,
    pub(crate) attributions: Vec<Attribution>,
}

/// A claim before it is written out, with what later stages ask of it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) claim: Claim,
    /// Position of its event in the lexicon.
    pub(crate) event: u16,
    /// Whether a figure with a number belongs to it.
    pub(crate) counted: bool,
    /// Whether it is told in the present without a time: perhaps only what happens in general.
    pub(crate) general: bool,
    /// Whether anything beside the trigger was found: place, time, figure, actor or recipient.
    pub(crate) substance: usize,
    /// Whether the trigger is a definite or background noun.
    pub(crate) definite: bool,
    /// Tokens of the trigger.
    pub(crate) head: usize,
    /// Whether the sentence says that it happened, and does not only refer to it.
    pub(crate) asserted: bool,
}

struct Group {
    /// Position of the trigger that names the event.
    main: usize,
    /// Triggers that were taken into it.
    members: Vec<usize>,
}

/// The plover type of an event file.
pub(crate) fn plover_of(words: &Words, event: u16) -> Option<PloverType> {
    let entry = &words.lexicon.entries.events[usize::from(event)];
    words.lexicon.crosswalk(&entry.codes)?.plover.parse().ok()
}

/// The drafts of a sentence, in the order of their triggers.
pub(crate) fn drafts(words: &Words, material: &SentenceMaterial, report: &Report, coder: &str) -> Vec<Draft> {
    let writer = Writer { words, material, report, coder };
    writer.drafts()
}

struct Writer<'a, 'w> {
    words: &'a Words<'w>,
    material: &'a SentenceMaterial<'a>,
    report: &'a Report,
    coder: &'a str,
}

/// How far a toll may stand from the event that caused it, in tokens.
const TOLL_REACH: usize = 45;

impl Writer<'_, '_> {
    fn event(&self, number: u16) -> &EventFile {
        &self.words.lexicon.entries.events[usize::from(number)]
    }

    fn drafts(&self) -> Vec<Draft> {
        let triggers = &self.material.triggers;
        let figure_tokens: Vec<Range<usize>> =
            self.material.figures.iter().map(|figure| figure.tokens.clone()).collect();
        let number_tokens: Vec<Range<usize>> = self
            .material
            .figures
            .iter()
            .filter(|figure| figure.counted)
            .map(|figure| match figure.entity {
                Some(entity) => figure.tokens.start..self.material.entities[entity].tokens.start,
                None => figure.tokens.clone(),
            })
            .filter(|range| !range.is_empty())
            .collect();
        let _ = figure_tokens;
        let mut chosen: Vec<(u16, Roles)> = Vec::new();
        for trigger in triggers {
            chosen.push(self.choose_event(trigger, &number_tokens));
        }
        self.fill_from_sentence(&mut chosen);
        let groups = self.groups(&chosen);
        let asked = self.asked_for(&chosen);
        let mut out = Vec::new();
        for group in &groups {
            if asked.contains(&group.main) || self.is_absent_toll(group, &chosen) {
                continue;
            }
            if let Some(draft) = self.draft(group, &chosen) {
                out.push(draft);
            }
        }
        out
    }

    /// «داهمت القوات البلدة … وإطلاق نار كثيف وخطف …»: violence without an actor of its own has the one
    /// of the violence before it in the sentence.
    fn fill_from_sentence(&self, chosen: &mut [(u16, Roles)]) {
        const REACH: usize = 30;
        let triggers = &self.material.triggers;
        let force = |event: u16| matches!(plover_of(self.words, event), Some(PloverType::Assault | PloverType::Coerce));
        for at in 1..triggers.len() {
            let trigger = &triggers[at];
            let goes_on = matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun) || trigger.split.conjunction.is_some();
            let (event, roles) = &chosen[at];
            if !goes_on || !roles.actors.is_empty() || roles.passive || !force(*event) || self.is_toll(*event) {
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

    /// Of the event files that list the trigger, the one that its actor's side asks for.
    fn choose_event(&self, trigger: &Trigger, figures: &[Range<usize>]) -> (u16, Roles) {
        let first = trigger.events[0];
        let mut best = (first, roles(self.words, &self.material.entities, &self.material.sentence, trigger, self.event(first), figures));
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
                .or_else(|| trigger.events.iter().copied().find(|&number| sided(number).is_none()))
                .unwrap_or(first);
            if pick != first {
                best = (pick, roles(self.words, &self.material.entities, &self.material.sentence, trigger, self.event(pick), figures));
            }
        }
        best
    }

    /// Whether the actor is a force of the state in its own country; `None` where nobody is named.
    fn actor_is_state(&self, roles: &Roles) -> Option<bool> {
        let filler = roles.actors.first()?;
        let entries = &self.words.lexicon.entries;
        match filler {
            Filler::Adjective(..) | Filler::Weapon(..) => Some(false),
            Filler::Entity(number) => {
                let entity = &self.material.entities[*number];
                let Some(actor) = entity.actor() else { return Some(self.names_a_state(entity)) };
                let actor = &entries.actors[usize::from(actor)];
                let domestic = self.report.country.as_deref().and_then(|code| self.iso3(code)).is_none_or(|iso3| actor.country == iso3 || actor.country.is_empty());
                Some(actor.inter == Some(1) && domestic)
            }
        }
    }

    /// «القوات الحكومية», «قوات الأمن»: general words for the state's forces.
    fn names_a_state(&self, entity: &Entity) -> bool {
        entity.tokens.clone().any(|at| {
            self.words.hits(at).iter().any(|hit| match hit.sense.item {
                Item::People(people) => matches!(
                    self.words.lexicon.entries.people[usize::from(people)].sector.as_deref(),
                    Some("MIL" | "COP" | "GOV")
                ),
                _ => false,
            })
        })
    }

    fn iso3(&self, iso2: &str) -> Option<&str> {
        self.words
            .lexicon
            .entries
            .nations
            .iter()
            .find(|nation| nation.id.eq_ignore_ascii_case(iso2))
            .map(|nation| nation.iso3.as_str())
    }

    fn attribution_of(&self, at: usize) -> Option<&Attribution> {
        self.material
            .attributions
            .iter()
            .filter(|found| found.scope.contains(&at) && found.verb.as_ref().is_none_or(|verb| !verb.contains(&at)))
            .max_by_key(|found| (found.chain.len(), found.nearness()))
    }

    fn same_voice(&self, a: usize, b: usize) -> bool {
        let chain = |at: usize| self.attribution_of(at).map(|found| found.chain.as_slice()).unwrap_or_default();
        chain(a).iter().map(|link| link.span).eq(chain(b).iter().map(|link| link.span))
    }

    /// Which triggers speak of one event: a toll belongs to the event that caused it.
    fn groups(&self, chosen: &[(u16, Roles)]) -> Vec<Group> {
        let triggers = &self.material.triggers;
        let mut owner: Vec<Option<usize>> = vec![None; triggers.len()];
        for at in 0..triggers.len() {
            if let Some(main) = self
                .relative_of(at, chosen)
                .or_else(|| self.means_of(at, chosen))
                .or_else(|| self.listed_with(at, chosen))
                .or_else(|| self.toll_of(at, chosen))
                .or_else(|| self.same_meeting(at, chosen))
            {
                owner[at] = Some(main);
            }
        }
        for at in 0..triggers.len() {
            let consequence = self.is_toll(chosen[at].0) || self.event(chosen[at].0).codes == "destroy";
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
                    && !(triggers[before].head..triggers[at].head).any(|token| self.words.is_sign(token, '؛'))
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
                let members = (0..triggers.len()).filter(|&other| root(&owner, other) == at && other != at).collect();
                groups.push(Group { main: at, members });
            }
        }
        groups
    }

    /// Triggers that a request, threat, rejection or welcome only names: what is asked for is no claim.
    fn asked_for(&self, chosen: &[(u16, Roles)]) -> Vec<usize> {
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
                        || self.words.in_class(token, "relative")
                        || (self.words.in_class(token, "subordinator") && self.words.word(token) != "مع")
                        || (self.words.hits(token).iter().any(|hit| hit.split.conjunction.is_some()) && crate::entities::is_finite_verb(self.words, token))
                })
                .unwrap_or(self.material.sentence.end)
                .min(trigger.tokens.end + reach);
            for (other, named) in triggers.iter().enumerate() {
                let material = plover_of(self.words, chosen[other].0).is_some_and(|kind| !is_statement(kind));
                let nominal = matches!(named.kind, TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle);
                if other != at && named.head >= trigger.tokens.end && named.head < end && (nominal || kind != Some(PloverType::Reject)) && material {
                    out.push(other);
                }
            }
        }
        out
    }

    /// «دون وقوع إصابات», «دون ورود معلومات عن خسائر»: no figure, no claim.
    fn is_absent_toll(&self, group: &Group, chosen: &[(u16, Roles)]) -> bool {
        let trigger = &self.material.triggers[group.main];
        let nominal = matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun);
        nominal
            && self.is_toll(chosen[group.main].0)
            && (trigger.head.saturating_sub(6).max(self.material.sentence.start)..trigger.head)
                .any(|at| self.words.in_class(at, "negation-noun") || self.words.in_class(at, "no-casualties"))
    }

    /// Whether the event is a death or injury of people.
    fn is_toll(&self, event: u16) -> bool {
        matches!(self.event(event).effect.as_deref(), Some("killed" | "injured"))
    }

    /// «ارتفع عدد القتلى», «حصيلة»: the toll of a period is its own claim.
    fn is_running_toll(&self, at: usize) -> bool {
        let trigger = &self.material.triggers[at];
        trigger.tokens.len() > 1 && self.words.in_class(trigger.head, "rise")
    }

    fn is_violence(&self, event: u16) -> bool {
        plover_of(self.words, event) == Some(PloverType::Assault) && !self.is_toll(event)
    }

    /// The event whose words come just before a general verb of aiming («غارة استهدفت», «قصف طال»).
    fn relative_of(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        let triggers = &self.material.triggers;
        let trigger = &triggers[at];
        if !matches!(trigger.kind, TriggerKind::Verb(_)) || !self.is_violence(chosen[at].0) || trigger.split.conjunction.is_some() {
            return None;
        }
        let before = at.checked_sub(1)?;
        let noun = &triggers[before];
        let nominal = matches!(noun.kind, TriggerKind::Masdar | TriggerKind::Noun) || noun.tokens.len() > 1;
        let gap = trigger.head.checked_sub(noun.tokens.end)?;
        let open = (noun.tokens.end..trigger.head).all(|token| {
            !self.words.is_sign(token, '،') && !self.words.is_sign(token, '.') && !self.words.in_class(token, "complementizer")
        });
        (nominal && self.is_violence(chosen[before].0) && gap <= 5 && open && self.same_voice(noun.head, trigger.head)).then_some(before)
    }

    /// «قصفت … بقذائف», «مقتل … بقصف»: a weapon or attack that a violent verb brings in with ب.
    fn means_of(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        const REACH: usize = 10;
        let triggers = &self.material.triggers;
        let trigger = &triggers[at];
        let nominal = matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun);
        if !nominal || !self.is_violence(chosen[at].0) {
            return None;
        }
        let weapon = self.words.hit(trigger.head, |item| matches!(item, Item::Means(_))).is_some();
        let attached = trigger.split.preposition == Some('ب');
        let main = (0..at).rev().find(|&other| {
            self.is_violence(chosen[other].0)
                && trigger.head - triggers[other].head <= REACH
                && clause(self.words, triggers[other].head, &self.material.sentence).contains(&trigger.head)
                && self.same_voice(triggers[other].head, trigger.head)
        })?;
        let destroyed = self.event(chosen[main].0).codes == "destroy";
        ((weapon && attached) || (destroyed && attached)).then_some(main)
    }

    /// «في القصف والاشتباكات والغارات»: definite nouns in a row name one thing.
    fn listed_with(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        let triggers = &self.material.triggers;
        let before = at.checked_sub(1)?;
        let definite = |trigger: &Trigger| {
            matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun) && self.words.word(trigger.head).contains("ال") && trigger.tokens.len() == 1
        };
        let adjacent = triggers[at].head == triggers[before].tokens.end && triggers[at].split.conjunction == Some('و');
        let follows_toll = (triggers[before].head.saturating_sub(1)..triggers[before].head).any(|token| self.words.word(token) == "في")
            || self.listed_with(before, chosen).is_some();
        (adjacent && definite(&triggers[at]) && definite(&triggers[before]) && self.is_violence(chosen[at].0) && self.is_violence(chosen[before].0) && follows_toll)
            .then_some(before)
    }

    /// «حصيلة ضحايا الغارات»: the attacks whose toll is told are no claim of their own.
    fn toll_of(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let triggers = &self.material.triggers;
        let adjacent = triggers[at].head >= triggers[before].tokens.end && triggers[at].head <= triggers[before].tokens.end + 1;
        // «… إلى 820 قتيلا في القصف والغارات»
        let running = self.is_running_toll(before) && triggers[at].head <= triggers[before].head + 16 && self.words.word(triggers[at].head - 1) == "في";
        if running && self.words.word(triggers[at].head).contains("ال") {
            return Some(before);
        }
        let nominal = matches!(triggers[at].kind, TriggerKind::Masdar | TriggerKind::Noun);
        (adjacent && nominal && self.is_violence(chosen[at].0) && self.is_toll(chosen[before].0) && triggers[before].tokens.len() > 1 && triggers[at].split.preposition.is_none())
            .then_some(before)
    }

    /// «زيارة … للاجتماع مع», «اجتماع … لمناقشة»: one meeting.
    fn same_meeting(&self, at: usize, chosen: &[(u16, Roles)]) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let triggers = &self.material.triggers;
        let consult = |at: usize| plover_of(self.words, chosen[at].0) == Some(PloverType::Consult);
        let nominal = matches!(triggers[at].kind, TriggerKind::Masdar | TriggerKind::Noun);
        (consult(at) && consult(before) && nominal && triggers[at].head - triggers[before].head <= 8 && (triggers[at].split.preposition.is_some() || triggers[at].split.article))
            .then_some(before)
    }

    /// The event that caused the toll that the trigger at `at` tells of.
    fn cause_of(&self, at: usize, chosen: &[(u16, Roles)], owner: &[Option<usize>]) -> Option<usize> {
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
                    self.words.is_sign(token, '؛') || self.words.in_class(token, "complementizer")
                        || (self.words.in_class(token, "subordinator") && !self.words.in_class(token, "cause"))
                });
                (attached || cause) && !stop
            }
        });
        if after.is_some() {
            return after;
        }
        // «قصف … ما أسفر عن مقتل», «هاجموا … فقتلوا»: the event before it
        let before = (0..at).rev().find(|&other| fits(other) && toll.head - triggers[other].head <= TOLL_REACH)?;
        let from = triggers[before].head + 1;
        let result = (from..toll.head).any(|token| self.words.in_class(token, "result"));
        let follows = toll.split.conjunction == Some('ف');
        let own_clause = !chosen[at].1.actors.is_empty() && !chosen[at].1.passive;
        let near = toll.head - triggers[before].head <= 12 && !own_clause;
        let chained = (at > 0) && self.is_toll(chosen[at - 1].0) && owner[at - 1].is_some_and(|main| main == before);
        (result || follows || near || chained).then_some(before)
    }

    fn draft(&self, group: &Group, chosen: &[(u16, Roles)]) -> Option<Draft> {
        let words = self.words;
        let trigger = &self.material.triggers[group.main];
        let (event_number, main_roles) = &chosen[group.main];
        let event = self.event(*event_number);
        let kind = plover_of(words, *event_number)?;
        // «أعلن الجيش هدنة»: the verb that names the event with its noun is the one that tells of it
        let attribution = self
            .attribution_of(trigger.head)
            .or_else(|| self.attribution_of(trigger.tokens.end.saturating_sub(1)).filter(|found| found.entry.is_some()));
        let others: Vec<usize> = self.material.triggers.iter().map(|other| other.head).filter(|&head| head != trigger.head).collect();
        let mut fact = match event.factuality.as_deref() {
            Some("future") => Factuality::Future,
            Some("negated") => Factuality::Negated,
            Some("possible") => Factuality::Possible,
            _ => factuality(words, &self.material.sentence, trigger, attribution, &others),
        };
        let statement = is_statement(kind);
        if statement && fact == Factuality::Future {
            fact = Factuality::Actual;
        }
        let mut figures = self.figures_of(group, chosen, &fact);
        if self.is_attack_in_words(event, main_roles, &figures) || self.is_figure_of_speech(group, &chosen[group.main], fact, &figures) {
            return None;
        }
        let mut roles = main_roles.clone();
        // the people of the toll are the event's recipients
        for &member in &group.members {
            if roles.recipients.is_empty() || self.is_toll(chosen[member].0) {
                for recipient in &chosen[member].1.recipients {
                    if !roles.recipients.contains(recipient) {
                        roles.recipients.push(recipient.clone());
                    }
                }
            }
            if roles.actors.is_empty() && !chosen[member].1.passive {
                roles.actors = chosen[member].1.actors.clone();
            }
        }
        let members: Vec<usize> = std::iter::once(group.main).chain(group.members.iter().copied()).collect();
        let mut actors: Vec<EntityRef> = roles.actors.iter().map(|filler| self.entity_ref(filler)).collect();
        let mut recipients: Vec<EntityRef> = roles.recipients.iter().map(|filler| self.entity_ref(filler)).collect();
        for figure in &figures {
            if let Some(entity) = figure.1.entity
                && figure.1.subset_of.is_none()
            {
                let entity = self.entity_ref(&Filler::Entity(entity));
                if !recipients.contains(&entity) && !actors.contains(&entity) && figure.1.effect != Some(Effect::BodyRecovered) {
                    recipients.push(entity);
                }
            }
        }
        recipients.retain(|recipient| !actors.contains(recipient));
        let mut chain: Vec<Source> = attribution.map(|found| found.chain.clone()).unwrap_or_default();
        let mut stance = attribution.map_or(Stance::Reported, |found| found.stance);
        if statement {
            self.speaker_is_actor(kind, trigger, &mut chain, &mut actors, &mut stance);
        }
        let window = self.window(group);
        let date = self.date(group, &window);
        let place = self.place(group, &window, statement);
        let codes = self.codes(event, &members, &recipients, &figures, kind);
        let quote = self.quote(group, &figures, &window);
        let others: Vec<Span> = actors.iter().map(|actor| actor.at.span).chain(chain.iter().map(|link| link.span)).collect();
        crate::casualties::lend(words, &self.material.entities, &others, &mut figures);
        let casualties = self.casualties(&figures, date.as_ref());
        let persons = crate::persons::persons(self.words, &self.material.entities, &figures, &chain);
        let source_span = chain.last().map(|link| link.span);
        let substance = usize::from(place.is_some()) + usize::from(date.is_some()) + casualties.len() + actors.len() + recipients.len();
        let definite = matches!(trigger.kind, TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle)
            && (trigger.split.article || words.word(trigger.head).starts_with("ال") || trigger.split.suffix > 0);
        let rule = match &trigger.pattern {
            Some(pattern) => format!("events/{}.toml#{pattern}", event.id),
            None => format!("events/{}.toml#{}", event.id, voice(trigger.kind)),
        };
        let row = words.lexicon.crosswalk(&event.codes)?;
        let claim = Claim {
            v: 1,
            id: claim_id(&self.report.id, trigger.span, kind.as_str(), source_span),
            report: ReportRef {
                id: self.report.id.clone(),
                outlet: self.report.outlet.clone(),
                published: self.report.published.clone(),
                url: self.report.url.clone(),
            },
            quote: TextRef::new(&words.doc.text, quote),
            trigger: TextRef::new(&words.doc.text, trigger.span),
            plover: Plover {
                kind,
                mode: (!row.mode.is_empty()).then(|| row.mode.clone()),
                auxiliary: auxiliary(fact),
            },
            acled: codes,
            factuality: fact,
            attribution: ClaimAttribution {
                stance: if chain.is_empty() { Stance::Reported } else { stance },
                verb: attribution
                    .filter(|_| !chain.is_empty())
                    .and_then(|found| found.verb.clone())
                    .map(|verb| TextRef::new(&words.doc.text, words.doc.span(verb))),
                chain: chain.iter().map(|link| self.link(link)).collect(),
            },
            actors,
            recipients,
            place,
            date,
            casualties,
            persons,
            doubts: Vec::new(),
            rule,
            coder: self.coder.to_owned(),
        };
        let asserted = members.iter().any(|&member| self.is_asserted(member));
        let general = matches!(trigger.kind, TriggerKind::Verb(VerbForm::Present) | TriggerKind::Passive(VerbForm::Present))
            && claim.date.is_none()
            && claim.casualties.is_empty();
        let counted = figures.iter().any(|(_, figure)| figure.counted);
        Some(Draft { claim, counted, general, event: *event_number, substance, definite, head: trigger.head, asserted })
    }

    /// «قتل» without anyone killed, «ضرب» without anyone beaten.
    fn is_figure_of_speech(&self, group: &Group, chosen: &(u16, Roles), fact: Factuality, figures: &[(usize, Figure)]) -> bool {
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
        let wants_recipient = self.event(*event).context.needs_object.iter().any(|kind| kind == "recipient");
        let hits_people = roles.recipients.iter().any(|filler| match filler {
            Filler::Entity(number) => !matches!(self.material.entities[*number].kind, EntityKind::Nation(_)),
            Filler::Adjective(..) | Filler::Weapon(..) => false,
        });
        nobody || (wants_recipient && !hits_people)
    }

    /// «شن النائب هجوما على الوزير»: politicians and journalists attack in words.
    fn is_attack_in_words(&self, event: &EventFile, roles: &Roles, figures: &[(usize, Figure)]) -> bool {
        let entries = &self.words.lexicon.entries;
        if !matches!(event.codes.as_str(), "violence" | "attack") || !figures.is_empty() {
            return false;
        }
        let Some(Filler::Entity(number)) = roles.actors.first() else { return false };
        let entity = &self.material.entities[*number];
        let rank = self.words.hits(entity.tokens.start).iter().any(|hit| {
            matches!(hit.sense.item, Item::Title(title) if entries.titles[usize::from(title)].sort == "rank")
        });
        match entity.kind {
            EntityKind::Person => !rank && entity.name.is_some() && self.words.hit(entity.tokens.start, |item| matches!(item, Item::Title(_))).is_some(),
            EntityKind::People(people) => matches!(entries.people[usize::from(people)].class.as_str(), "official" | "journalist"),
            EntityKind::Source(source) => matches!(entries.sources[usize::from(source)].kind.as_str(), "media" | "outlet" | "agency" | "official"),
            EntityKind::Actor(actor) => matches!(entries.actors[usize::from(actor)].r#type.as_str(), "media" | "monitor" | "person"),
            EntityKind::Nation(_) | EntityKind::Group => false,
        }
    }

    /// Whether the words say that the event happened: a finite verb, a noun that a verb carries («وقع
    /// انفجار», «شن غارة»), a noun that begins its clause or is what a source tells («أعلن مقتل …»). A noun
    /// elsewhere may only refer to it («منفذ الهجوم», «بعد اغتيال …»).
    fn is_asserted(&self, at: usize) -> bool {
        let words = self.words;
        let trigger = &self.material.triggers[at];
        if matches!(trigger.kind, TriggerKind::Verb(_) | TriggerKind::Passive(_)) {
            // «الصحافي الذي اختطف …» tells who he is
            let around = clause(words, trigger.head, &self.material.sentence);
            return !(around.start > self.material.sentence.start && words.in_class(around.start - 1, "relative"));
        }
        // «منفذ الهجوم», «قضية اغتيال …»
        let referred = (trigger.head.saturating_sub(3).max(self.material.sentence.start)..=trigger.head)
            .any(|token| words.in_class(token, "reference"));
        if referred {
            return false;
        }
        // «… من قتل وتعذيب»: a noun that goes on a list is said as its first one is
        let joined = trigger.split.conjunction == Some('و');
        if joined
            && let Some(before) = at.checked_sub(1)
            && trigger.head <= self.material.triggers[before].tokens.end + 3
            && matches!(self.material.triggers[before].kind, TriggerKind::Masdar | TriggerKind::Noun)
        {
            return self.is_asserted(before);
        }
        // «علاقة بـ…», «حول …», «ضد …»: what is spoken about
        let before = trigger.head.saturating_sub(1).max(self.material.sentence.start);
        if before < trigger.head
            && words.in_class(before, "about")
            && !(before > self.material.sentence.start
                && ["result", "perform", "happen"].iter().any(|class| words.in_class(before - 1, class)))
        {
            return false;
        }
        let around = clause(words, trigger.head, &self.material.sentence);
        let from = around.start.max(trigger.head.saturating_sub(7));
        let carried = (from..trigger.head).any(|token| {
            ["perform", "happen", "undergo", "thwart", "result"].iter().any(|class| words.in_class(token, class))
        });
        let carried_after = (trigger.tokens.end..self.material.sentence.end.min(trigger.tokens.end + 6)).any(|token| {
            ["perform", "happen", "result"].iter().any(|class| words.in_class(token, class))
        });
        let mut first = around.start;
        while first < trigger.head && (words.any_sign(first) || words.in_class(first, "subordinator")) {
            first += 1;
        }
        let told = self.material.attributions.iter().any(|found| {
            found.scope.start <= trigger.head && (found.scope.start..trigger.head).all(|token| words.any_sign(token))
        });
        let begins = first == trigger.head && (!joined || first == self.material.sentence.start);
        carried || carried_after || begins || told
    }

    /// A performative verb says itself what it does: its speaker is the actor, and the chain holds only
    /// who relays it.
    fn speaker_is_actor(
        &self,
        kind: PloverType,
        trigger: &Trigger,
        chain: &mut Vec<Source>,
        actors: &mut Vec<EntityRef>,
        stance: &mut Stance,
    ) {
        let performative = matches!(
            kind,
            PloverType::Accuse | PloverType::Reject | PloverType::Request | PloverType::Threaten | PloverType::Support
        );
        if !performative {
            return;
        }
        let speaker = chain.last().cloned();
        if actors.is_empty() {
            let dropped_subject = matches!(trigger.kind, TriggerKind::Verb(_)) || trigger.split.suffix > 0;
            if dropped_subject && let Some(speaker) = speaker {
                actors.push(self.source_ref(&speaker));
                chain.pop();
                *stance = Stance::Reported;
            }
        } else if let Some(speaker) = speaker
            && actors.iter().any(|actor| actor.at.span.overlaps(speaker.span) || (actor.id.is_some() && actor.id == self.source_ref(&speaker).id))
        {
            chain.pop();
            *stance = Stance::Reported;
        }
    }

    fn source_ref(&self, source: &Source) -> EntityRef {
        let mut out = EntityRef { at: TextRef::new(&self.words.doc.text, source.span), ..EntityRef::default() };
        if let Some(actor) = self.certain_actor(source) {
            self.name_actor(actor, &mut out);
        }
        out
    }

    /// The actor behind a source, where it is known for certain.
    fn certain_actor(&self, source: &Source) -> Option<u16> {
        let at = self.words.token_at(source.span.start)?;
        source.actor.filter(|_| self.words.actor_is_certain(at))
    }

    fn name_actor(&self, actor: u16, out: &mut EntityRef) {
        let actor = &self.words.lexicon.entries.actors[usize::from(actor)];
        out.id = Some(actor.id.clone());
        out.name = Some(Name { ar: actor.name.ar.clone(), en: actor.name.en.clone() });
        out.sector = Some(actor.sector.clone()).filter(|sector| !sector.is_empty());
        out.country = Some(actor.country.clone()).filter(|country| !country.is_empty());
    }

    fn entity_ref(&self, filler: &Filler) -> EntityRef {
        let entries = &self.words.lexicon.entries;
        match filler {
            Filler::Weapon(span, nation) => {
                let country = nation.map(|nation| entries.nations[usize::from(nation)].iso3.clone());
                EntityRef { at: TextRef::new(&self.words.doc.text, *span), country, ..EntityRef::default() }
            }
            Filler::Adjective(span, nation) => {
                let nation = &entries.nations[usize::from(*nation)];
                EntityRef {
                    at: TextRef::new(&self.words.doc.text, *span),
                    id: Some(format!("nation:{}", nation.id)),
                    name: Some(Name { ar: nation.ar.clone(), en: nation.en.clone() }),
                    sector: None,
                    country: Some(nation.iso3.clone()),
                }
            }
            Filler::Entity(number) => {
                let entity = &self.material.entities[*number];
                let span = match (&entity.name, entity.kind) {
                    (Some(name), EntityKind::Person) => self.words.doc.span(name.clone()),
                    _ => entity.span,
                };
                let mut out = EntityRef { at: TextRef::new(&self.words.doc.text, span), ..EntityRef::default() };
                match entity.kind {
                    EntityKind::Actor(actor) if self.words.actor_is_certain(entity.tokens.start) => self.name_actor(actor, &mut out),
                    EntityKind::Actor(actor) => {
                        // which of the bearers of a short name is meant is not told
                        let sector = &entries.actors[usize::from(actor)].sector;
                        out.sector = Some(sector.clone()).filter(|sector| !sector.is_empty());
                    }
                    EntityKind::Nation(nation) => {
                        let nation = &entries.nations[usize::from(nation)];
                        out.id = Some(format!("nation:{}", nation.id));
                        out.name = Some(Name { ar: nation.ar.clone(), en: nation.en.clone() });
                        out.country = Some(nation.iso3.clone());
                    }
                    EntityKind::People(people) => {
                        let people = &entries.people[usize::from(people)];
                        out.id = Some(format!("people:{}", people.id));
                        out.sector.clone_from(&people.sector);
                    }
                    EntityKind::Source(source) => out.id = Some(format!("source:{}", entries.sources[usize::from(source)].id)),
                    EntityKind::Person | EntityKind::Group => {}
                }
                if let (None, Some((actor, tokens))) = (&out.country, &entity.party)
                    && self.words.actor_is_certain(tokens.start)
                {
                    let actor = &entries.actors[usize::from(*actor)];
                    out.country = Some(actor.country.clone()).filter(|country| !country.is_empty());
                }
                out
            }
        }
    }

    fn link(&self, source: &Source) -> Link {
        let mut link = Link { at: TextRef::new(&self.words.doc.text, source.span), kind: source.kind, id: None, name: None };
        if let Some(actor) = self.certain_actor(source) {
            let actor = &self.words.lexicon.entries.actors[usize::from(actor)];
            link.id = Some(actor.id.clone());
            link.name = Some(Name { ar: actor.name.ar.clone(), en: actor.name.en.clone() });
        }
        link
    }

    /// The tokens in which an event's place and time are looked for: from its clause to where the next
    /// event's clause begins.
    fn window(&self, group: &Group) -> Range<usize> {
        let triggers = &self.material.triggers;
        let sentence = &self.material.sentence;
        let own = |at: usize| at == group.main || group.members.contains(&at);
        let main = triggers[group.main].head;
        let first = std::iter::once(group.main).chain(group.members.iter().copied()).map(|at| triggers[at].head).min().unwrap_or(main);
        let last = std::iter::once(group.main).chain(group.members.iter().copied()).map(|at| triggers[at].head).max().unwrap_or(main);
        let start = clause(self.words, first, sentence).start;
        let previous = (0..triggers.len()).filter(|&at| !own(at) && triggers[at].head < first).map(|at| triggers[at].tokens.end).max().unwrap_or(sentence.start);
        let next = (0..triggers.len())
            .filter(|&at| !own(at) && triggers[at].head > last)
            .map(|at| {
                let start = clause(self.words, triggers[at].head, sentence).start;
                if start > last { start } else { triggers[at].head }
            })
            .min()
            .unwrap_or(sentence.end);
        let voice_end = self.attribution_of(main).map_or(sentence.end, |found| found.scope.end);
        let next_voice = self
            .material
            .attributions
            .iter()
            .filter(|found| found.scope.start > last && found.verb.is_some())
            .filter_map(|found| found.verb.as_ref().map(|verb| verb.start))
            .filter(|&verb| verb > last)
            .min()
            .unwrap_or(sentence.end);
        start.max(previous)..next.min(voice_end.max(last + 1)).min(next_voice).max(last + 1)
    }

    fn date(&self, group: &Group, window: &Range<usize>) -> Option<DateRef> {
        let head = self.material.triggers[group.main].head;
        let mut inside: Vec<&&TimeMention> =
            self.material.times.iter().filter(|time| window.contains(&time.tokens.start)).collect();
        // «حتى الآن», «حتى الجمعة» alone says when it ends, not when it was
        inside.retain(|time| time.earliest.is_some() || time.latest.is_none());
        if inside.is_empty() {
            inside = self.material.times.iter().filter(|time| self.shares(group, time.tokens.start) && time.earliest.is_some()).collect();
        }
        inside.sort_by_key(|time| {
            let after = time.tokens.start >= head;
            (if after { time.tokens.start - head } else { (head - time.tokens.start) + 2 }, time.tokens.start)
        });
        let time = inside.first()?;
        Some(date_ref(time, &self.words.doc.text))
    }

    /// Whether a time or place at `at` also holds for the group although another event stands between:
    /// it begins the sentence, or the same stretch between commas.
    fn shares(&self, group: &Group, at: usize) -> bool {
        let words = self.words;
        let sentence = &self.material.sentence;
        let head = self.material.triggers[group.main].head;
        let fronted = at <= sentence.start + 1;
        let (from, to) = if at < head { (at, head) } else { (head, at) };
        let open = |token: usize| {
            !words.is_sign(token, '،')
                && !words.is_sign(token, '؛')
                && !words.is_sign(token, ':')
                && !words.in_class(token, "complementizer")
                && !words.in_class(token, "subordinator")
                && !words.in_class(token, "relative")
        };
        let own_voice = |token: usize| self.material.attributions.iter().all(|found| {
            found.verb.as_ref().is_none_or(|verb| !(verb.start <= token && token < found.scope.start))
        });
        // «بدأ يوم كذا، بانتشال …»: a comma right before the noun that the verb brings in
        let aside = self.words.is_sign(head.saturating_sub(1), '،')
            && self.material.triggers[group.main].split.preposition.is_some()
            && at < head
            && self.material.times.iter().any(|time| time.tokens.start == at && time.tokens.end + 1 == head);
        own_voice(at) && (aside || (fronted && self.same_voice(at.max(sentence.start + 1), head)) || (from + 1..to).all(open))
    }

    fn place(&self, group: &Group, window: &Range<usize>, statement: bool) -> Option<musnad_model::Place> {
        let head = self.material.triggers[group.main].head;
        let said = |place: &&PlaceMention| {
            use crate::places::Introduction;
            place.kind != Some(musnad_lexicon::PlaceKind::Country)
                || matches!(place.introduced_by, Introduction::In | Introduction::On | Introduction::Near | Introduction::To)
        };
        let mut inside: Vec<&PlaceMention> = self
            .material
            .places
            .iter()
            .copied()
            .filter(|place| window.contains(&place.tokens.start))
            .filter(said)
            .collect();
        if inside.is_empty() {
            inside = self.material.places.iter().copied().filter(|place| self.shares(group, place.tokens.start)).filter(said).collect();
        }
        let after = inside.iter().position(|place| place.tokens.start >= head);
        if statement {
            return None;
        }
        let start = match after {
            Some(start) => start,
            None if inside.is_empty() => return None,
            // the run of places before the trigger that ends nearest to it
            None => {
                let mut start = inside.len() - 1;
                while start > 0 && inside[start - 1].tokens.end + 4 >= inside[start].tokens.start {
                    start -= 1;
                }
                start
            }
        };
        let mut end = start + 1;
        while end < inside.len() && inside[end - 1].tokens.end + 4 >= inside[end].tokens.start {
            end += 1;
        }
        let run = &inside[start..end];
        let pick = crate::places::most_specific(run);
        run.get(pick).map(|place| place.place.clone())
    }

    fn codes(
        &self,
        event: &EventFile,
        members: &[usize],
        recipients: &[EntityRef],
        figures: &[(usize, Figure)],
        kind: PloverType,
    ) -> Option<Acled> {
        let row = self.words.lexicon.crosswalk(&event.codes)?;
        let mut codes = event.codes.as_str();
        if kind == PloverType::Assault && matches!(codes, "violence" | "attack" | "shelling") {
            let mut best: Option<(u8, &str)> = None;
            for &member in members {
                let trigger = &self.material.triggers[member];
                let around = clause(self.words, trigger.head, &self.material.sentence);
                let to = around.end.min(trigger.head + 16);
                for at in around.start.max(trigger.head.saturating_sub(10))..to {
                    if let Some(hit) = self.words.hit(at, |item| matches!(item, Item::Means(_)))
                        && let Item::Means(means) = hit.sense.item
                    {
                        let means = &self.words.lexicon.entries.means[usize::from(means)];
                        if !means.codes.is_empty() && best.is_none_or(|(rank, _)| means.rank > rank) {
                            best = Some((means.rank, &means.codes));
                        }
                    }
                }
            }
            if let Some((_, means)) = best {
                codes = means;
            } else if codes == "violence" && members.iter().any(|&at| self.material.triggers[at].events.iter().any(|&event| self.is_toll(event))) {
                let civilian = figures.iter().any(|(_, figure)| figure.who == Who::Civilian)
                    || recipients.iter().any(|recipient| recipient.sector.as_deref() == Some("CVL"));
                if civilian {
                    codes = "attack";
                }
            }
        }
        let row = self.words.lexicon.crosswalk(codes).unwrap_or(row);
        (!row.acled_sub.is_empty()).then(|| Acled {
            disorder_type: row.acled_disorder.clone(),
            event_type: row.acled_event.clone(),
            sub_event_type: row.acled_sub.clone(),
        })
    }

    fn quote(&self, group: &Group, figures: &[(usize, Figure)], window: &Range<usize>) -> Span {
        let words = self.words;
        let triggers = &self.material.triggers;
        let around = clause(words, triggers[group.main].head, &self.material.sentence);
        let mut start = around.start.min(triggers[group.main].tokens.start);
        let mut end = around.end.max(triggers[group.main].tokens.end);
        for &member in &group.members {
            start = start.min(triggers[member].tokens.start);
            end = end.max(triggers[member].tokens.end);
        }
        for (_, figure) in figures {
            start = start.min(figure.tokens.start);
            end = end.max(figure.tokens.end);
        }
        end = end.max(window.end.min(end + 1)).min(self.material.sentence.end);
        while start < end && words.any_sign(start) && !words.is_mark_of_quotation(start) {
            start += 1;
        }
        while end > start + 1 && words.any_sign(end - 1) && !words.is_mark_of_quotation(end - 1) && !words.is_sign(end - 1, ')') {
            end -= 1;
        }
        words.doc.span(start..end)
    }

    /// The figures that belong to a group, with their positions in the sentence.
    fn figures_of(&self, group: &Group, chosen: &[(u16, Roles)], fact: &Factuality) -> Vec<(usize, Figure)> {
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
            let Some(effect) = self.event(chosen[at].0).effect.as_deref().and_then(crate::casualties::effect) else { continue };
            // «أطلقوا النار على رجل فقتلوه»: the pronoun stands for the recipient of the event
            let pronoun = chosen[at].1.recipients.is_empty() && self.material.triggers[at].split.suffix > 0 && at != group.main;
            let recipients = if pronoun { &chosen[group.main].1.recipients } else { &chosen[at].1.recipients };
            let object = crate::casualties::object_behind(&self.material.entities, &self.material.triggers[at]);
            let named = recipients.iter().filter_map(|recipient| match recipient {
                Filler::Entity(entity) => Some(*entity),
                Filler::Adjective(..) | Filler::Weapon(..) => None,
            });
            let mut people: Vec<usize> = Vec::new();
            for entity in named.chain(object) {
                people.push(entity);
                people.extend(crate::casualties::named_after(self.words, &self.material.entities, entity));
            }
            people.sort_unstable();
            people.dedup();
            for entity in &people {
                let tokens = &self.material.entities[*entity].tokens;
                // «20 شابا ورجلا»
                let goes_on_a_figure = self.material.entities[*entity].joined
                    && self.material.figures.iter().any(|figure| figure.counted && figure.min.is_none_or(|count| count > 10) && figure.tokens.end == tokens.start);
                if goes_on_a_figure {
                    continue;
                }
                let known = self.material.figures.iter().any(|figure| figure.tokens.start < tokens.end && tokens.start < figure.tokens.end);
                if known || !crate::casualties::adds_a_figure(self.words, &self.material.figures, &self.material.entities, *entity, at, &self.material.triggers) {
                    continue;
                }
                if let Some(figure) = crate::casualties::of_entity(self.words, &self.material.entities, *entity, effect) {
                    out.push((usize::MAX, figure));
                }
            }
        }
        out.sort_by_key(|(_, figure)| figure.tokens.start);
        crate::casualties::share_people(self.words, &mut out);
        out
    }

    fn casualties(&self, figures: &[(usize, Figure)], date: Option<&DateRef>) -> Vec<Casualty> {
        let running = |figure: &Figure| {
            self.material.times.iter().find(|time| {
                // without a day of publication the bounds are unknown, the words still name a period
                let hours = matches!(time.grain, musnad_model::Grain::Hour | musnad_model::Grain::Day);
                let unknown = self.report.published_date.is_none() && !hours && (time.earliest.is_none() || time.latest.is_none());
                let long = unknown || matches!((time.earliest, time.latest), (Some(first), Some(last)) if first < last);
                time.running && long && time.tokens.start + 30 > figure.tokens.start && time.tokens.start < figure.tokens.end + 30
            })
        };
        let mut out: Vec<Casualty> = Vec::new();
        for (_, figure) in figures {
            let Some(effect) = figure.effect else { continue };
            let subset_of = figure
                .subset_of
                .and_then(|whole| figures.iter().position(|(number, _)| *number == whole))
                .filter(|&whole| whole < out.len());
            let running = running(figure);
            let cumulative = figure.cumulative || running.is_some();
            // a part runs as long as its whole
            let of_whole = subset_of.map(|whole| &out[whole]).filter(|whole| whole.scope == Scope::Cumulative).map(|whole| (whole.since, whole.until));
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
                who: figure.who,
                party: figure.party.map(|party| party.of(&self.words.doc.text).to_owned()),
                scope: if cumulative { Scope::Cumulative } else { Scope::Incident },
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

/// A time as the date of a claim.
fn date_ref(time: &TimeMention, text: &str) -> DateRef {
    let days = match (time.earliest, time.latest) {
        (Some(earliest), Some(latest)) => earliest.until(latest).ok().map(|span| span.get_days()),
        _ => None,
    };
    let precision = match days {
        Some(0) => DatePrecision { acled: 1, ucdp: 1 },
        Some(1..=6) => DatePrecision { acled: 2, ucdp: 2 },
        Some(7..=27) => DatePrecision { acled: 2, ucdp: 3 },
        Some(28..=31) => DatePrecision { acled: 3, ucdp: 4 },
        Some(_) | None => DatePrecision { acled: 3, ucdp: 5 },
    };
    DateRef {
        at: TextRef::new(text, time.span),
        earliest: time.earliest,
        latest: time.latest,
        grain: time.grain,
        precision,
        hour: time.hour,
        part_of_day: time.part_of_day,
        relative: time.relative,
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

fn is_statement(kind: PloverType) -> bool {
    matches!(
        kind,
        PloverType::Accuse
            | PloverType::Reject
            | PloverType::Request
            | PloverType::Threaten
            | PloverType::Support
    )
}

fn auxiliary(factuality: Factuality) -> Vec<String> {
    match factuality {
        Factuality::Actual => Vec::new(),
        Factuality::Negated => vec!["negation".to_owned()],
        Factuality::Future => vec!["future".to_owned()],
        Factuality::Possible => vec!["hypothetical".to_owned()],
    }
}

fn voice(kind: TriggerKind) -> &'static str {
    match kind {
        TriggerKind::Verb(_) => "verb",
        TriggerKind::Passive(_) => "passive",
        TriggerKind::Masdar => "masdar",
        TriggerKind::Noun => "noun",
        TriggerKind::Participle => "participle",
    }
}

/// Whether an entity fights, by actor type or by its general word.
pub(crate) fn is_armed_entity(words: &Words, entity: &Entity) -> bool {
    let entries = &words.lexicon.entries;
    match (entity.kind, entity.actor()) {
        (_, Some(actor)) => is_armed(&entries.actors[usize::from(actor)].r#type),
        (EntityKind::People(people), None) => entries.people[usize::from(people)].who == "combatant",
        _ => false,
    }
}
