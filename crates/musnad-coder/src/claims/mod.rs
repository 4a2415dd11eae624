//! Claims: triggers, roles, sources, places, times and figures of a sentence put together.

mod assertion;
mod choice;
mod circumstances;
mod figures;
mod grouping;
mod parties;
mod struck;

use std::ops::Range;

use musnad_lexicon::files::EventFile;
use musnad_lexicon::{Item, TriggerKind, VerbForm};
use musnad_model::{
    Acled, Attribution as ClaimAttribution, Claim, Effect, EntityRef, Factuality, Plover,
    PloverType, Report, ReportRef, Span, Stance, TextRef, Who, claim_id,
};

use crate::attribution::{Attribution, Source};
use crate::casualties::{Figure, is_armed};
use crate::entities::{Entity, EntityKind};
use crate::events::{Lost, Trigger};
use crate::factuality::factuality;
use crate::places::PlaceMention;
use crate::roles::{Filler, Roles, clause};
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
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a trait of its own that the review asks for"
)]
pub(crate) struct Draft {
    pub(crate) claim: Claim,
    /// Whether a figure with a number belongs to it.
    pub(crate) counted: bool,
    /// Whether it is told in the present without a time: perhaps only what happens in general.
    pub(crate) general: bool,
    /// Whether anything beside the trigger was found: place, time, figure, actor or recipient.
    pub(crate) substance: usize,
    /// Whether the trigger is a definite or background noun.
    pub(crate) definite: bool,
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

/// The drafts of a sentence, in the order of their triggers. Triggers that tell of no event are noted in
/// `lost`.
pub(crate) fn drafts(
    words: &Words,
    material: &SentenceMaterial,
    report: &Report,
    coder: &str,
    lost: &mut Vec<Lost>,
) -> Vec<Draft> {
    let writer = Writer {
        words,
        material,
        report,
        coder,
    };
    writer.drafts(lost)
}

struct Writer<'a, 'w> {
    words: &'a Words<'w>,
    material: &'a SentenceMaterial<'a>,
    report: &'a Report,
    coder: &'a str,
}

impl Writer<'_, '_> {
    fn event(&self, number: u16) -> &EventFile {
        &self.words.lexicon.entries.events[usize::from(number)]
    }

    fn drafts(&self, lost: &mut Vec<Lost>) -> Vec<Draft> {
        let triggers = &self.material.triggers;
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
        let mut chosen: Vec<(u16, Roles)> = Vec::new();
        for trigger in triggers {
            chosen.push(self.choose_event(trigger, &number_tokens));
        }
        self.fill_from_sentence(&mut chosen);
        let groups = self.groups(&chosen);
        let asked = self.asked_for(&chosen);
        let mut out = Vec::new();
        for group in &groups {
            let draft = if asked.contains(&group.main) {
                Err("asked for, threatened or welcomed, not told")
            } else if self.is_absent_toll(group, &chosen) {
                Err("nobody is said to have been hurt")
            } else {
                self.draft(group, &chosen)
            };
            match draft {
                Ok(draft) => out.push(draft),
                Err(reason) => lost.push(Lost {
                    event: chosen[group.main].0,
                    span: self.material.triggers[group.main].span,
                    reason: reason.to_owned(),
                }),
            }
        }
        out
    }

    fn attribution_of(&self, at: usize) -> Option<&Attribution> {
        self.material
            .attributions
            .iter()
            .filter(|found| {
                found.scope.contains(&at)
                    && found.verb.as_ref().is_none_or(|verb| !verb.contains(&at))
            })
            .max_by_key(|found| (found.chain.len(), found.nearness()))
    }

    fn same_voice(&self, a: usize, b: usize) -> bool {
        let chain = |at: usize| {
            self.attribution_of(at)
                .map(|found| found.chain.as_slice())
                .unwrap_or_default()
        };
        chain(a)
            .iter()
            .map(|link| link.span)
            .eq(chain(b).iter().map(|link| link.span))
    }

    /// The draft of a group, or why its trigger tells of no event.
    fn draft(&self, group: &Group, chosen: &[(u16, Roles)]) -> Result<Draft, &'static str> {
        let words = self.words;
        let trigger = &self.material.triggers[group.main];
        let (event_number, main_roles) = &chosen[group.main];
        let event = self.event(*event_number);
        let (Some(kind), Some(row)) = (
            plover_of(words, *event_number),
            words.lexicon.crosswalk(&event.codes),
        ) else {
            return Err("its event has no code");
        };
        // «أعلن الجيش هدنة»: the verb that names the event with its noun is the one that tells of it
        let attribution = self.attribution_of(trigger.head).or_else(|| {
            self.attribution_of(trigger.tokens.end.saturating_sub(1))
                .filter(|found| found.entry.is_some())
        });
        let others: Vec<usize> = self
            .material
            .triggers
            .iter()
            .map(|other| other.head)
            .filter(|&head| head != trigger.head)
            .collect();
        let mut fact = match event.factuality.as_deref() {
            Some("future") => Factuality::Future,
            Some("negated") => Factuality::Negated,
            Some("possible") => Factuality::Possible,
            _ => factuality(
                words,
                &self.material.sentence,
                trigger,
                attribution,
                &others,
            ),
        };
        let statement = is_statement(kind);
        if statement && fact == Factuality::Future {
            fact = Factuality::Actual;
        }
        if fact == Factuality::Future && self.has_cost_lives(group, chosen) {
            fact = Factuality::Actual;
        }
        // «خطف ثمانية جنود، وهو أمر نفته الوزارة»: told with its figure before somebody denies it
        let denied_later = attribution.is_some_and(|found| {
            found.stance == Stance::Denied
                && found
                    .verb
                    .as_ref()
                    .is_some_and(|verb| verb.start > trigger.head)
        });
        let told = if denied_later {
            Factuality::Actual
        } else {
            fact
        };
        let mut figures = self.figures_of(group, chosen, told);
        if self.is_attack_in_words(event, main_roles, &figures) {
            return Err("an attack in words");
        }
        if self.is_figure_of_speech(group, &chosen[group.main], fact, &figures) {
            return Err("a figure of speech: nobody is hurt by it");
        }
        if self.is_characterised(trigger) && figures.is_empty() {
            return Err("a name that somebody gives to an event");
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
                roles.actors.clone_from(&chosen[member].1.actors);
            }
        }
        let members: Vec<usize> = std::iter::once(group.main)
            .chain(group.members.iter().copied())
            .collect();
        let mut actors: Vec<EntityRef> = roles
            .actors
            .iter()
            .map(|filler| self.entity_ref(filler))
            .collect();
        let mut recipients: Vec<EntityRef> = roles
            .recipients
            .iter()
            .map(|filler| self.entity_ref(filler))
            .collect();
        for figure in &figures {
            if let Some(entity) = figure.1.entity
                && figure.1.subset_of.is_none()
            {
                let entity = self.entity_ref(&Filler::Entity(entity));
                if !recipients.contains(&entity)
                    && !actors.contains(&entity)
                    && figure.1.effect != Some(Effect::BodyRecovered)
                {
                    recipients.push(entity);
                }
            }
        }
        recipients.retain(|recipient| !actors.contains(recipient));
        // a thing that was hit is no sign that the sentence tells of an attack
        let thing = if recipients.is_empty() {
            self.struck(group, chosen)
        } else {
            None
        };
        let things = usize::from(thing.is_some());
        recipients.extend(thing);
        let mut chain: Vec<Source> = attribution
            .map(|found| found.chain.clone())
            .unwrap_or_default();
        let mut stance = attribution.map_or(Stance::Reported, |found| found.stance);
        if actors.is_empty() {
            actors = self.subject_of_participle(group.main, chosen);
        }
        if actors.is_empty() && kind == PloverType::Protest {
            actors.extend(self.hundreds(trigger));
        }
        if attribution.is_some_and(|found| self.is_own_deed(found))
            && actors.is_empty()
            && kind == PloverType::Assault
            && let Some(speaker) = chain.last()
        {
            // «تبنى التنظيم هجوما»
            actors.push(self.source_ref(speaker));
        }
        if statement {
            self.speaker_is_actor(kind, trigger, &mut chain, &mut actors, &mut stance);
        }
        let window = self.window(group);
        let date = self.date(group, &window);
        let place = self.place(group, &window, statement);
        let codes = self.codes(event, &members, &recipients, &figures, kind);
        let quote = self.quote(group, &figures, &window);
        let others: Vec<Span> = actors
            .iter()
            .map(|actor| actor.at.span)
            .chain(chain.iter().map(|link| link.span))
            .collect();
        crate::casualties::lend(words, &self.material.entities, &others, &mut figures);
        let casualties = self.casualties(&figures, date.as_ref());
        let persons =
            crate::persons::persons(self.words, &self.material.entities, &figures, &chain);
        let source_span = chain.last().map(|link| link.span);
        let substance = usize::from(place.is_some())
            + usize::from(date.is_some())
            + casualties.len()
            + actors.len()
            + recipients.len()
            - things;
        let definite = matches!(
            trigger.kind,
            TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle
        ) && (trigger.split.article
            || words.word(trigger.head).starts_with("ال")
            || trigger.split.suffix > 0)
            && !((self.breaks_out_anew(trigger) || self.is_told(trigger))
                && !(actors.is_empty() && place.is_none()));
        let rule = match &trigger.pattern {
            Some(pattern) => format!("events/{}.toml#{pattern}", event.id),
            None => format!("events/{}.toml#{}", event.id, voice(trigger.kind)),
        };
        let claim = Claim {
            v: 1,
            id: claim_id(&self.report.id, trigger.span, kind.as_str(), source_span),
            report: ReportRef {
                id: self.report.id.clone(),
                outlet: self.report.outlet.clone(),
                published: self.report.published.clone(),
                published_from: self.report.published_from,
                url: self.report.url.clone(),
                working_text: self.report.working_text.clone(),
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
                stance: if chain.is_empty() {
                    Stance::Reported
                } else {
                    stance
                },
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
        let general = matches!(
            trigger.kind,
            TriggerKind::Verb(VerbForm::Present) | TriggerKind::Passive(VerbForm::Present)
        ) && claim.date.is_none()
            && claim.casualties.is_empty();
        let counted = figures.iter().any(|(_, figure)| figure.counted);
        Ok(Draft {
            claim,
            counted,
            general,
            substance,
            definite,
            asserted,
        })
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
                        if !means.codes.is_empty() && best.is_none_or(|(rank, _)| means.rank > rank)
                        {
                            best = Some((means.rank, &means.codes));
                        }
                    }
                }
            }
            if let Some((_, means)) = best {
                codes = means;
            } else if codes == "violence"
                && members.iter().any(|&at| {
                    self.material.triggers[at]
                        .events
                        .iter()
                        .any(|&event| self.is_toll(event))
                })
            {
                let civilian = figures
                    .iter()
                    .any(|(_, figure)| figure.who == Who::Civilian)
                    || recipients
                        .iter()
                        .any(|recipient| recipient.sector.as_deref() == Some("CVL"));
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
        end = end
            .max(window.end.min(end + 1))
            .min(self.material.sentence.end);
        while start < end && words.any_sign(start) && !words.is_mark_of_quotation(start) {
            start += 1;
        }
        while end > start + 1
            && words.any_sign(end - 1)
            && !words.is_mark_of_quotation(end - 1)
            && !words.is_sign(end - 1, ')')
        {
            end -= 1;
        }
        words.doc.span(start..end)
    }
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
        (EntityKind::People(people), None) => {
            entries.people[usize::from(people)].who == "combatant"
        }
        _ => false,
    }
}
