//! Actors, recipients and sources as they are written in a claim.

use musnad_lexicon::{TriggerKind, VerbForm};
use musnad_model::{EntityRef, Link, Name, PloverType, Stance, TextRef};

use super::{Writer, is_statement, plover_of};
use crate::attribution::Source;
use crate::entities::EntityKind;
use crate::events::Trigger;
use crate::roles::{Filler, Roles};

impl Writer<'_, '_> {
    /// A performative verb says itself what it does: its speaker is the actor, and the chain holds only
    /// who relays it.
    pub(super) fn speaker_is_actor(
        &self,
        kind: PloverType,
        trigger: &Trigger,
        chain: &mut Vec<Source>,
        actors: &mut Vec<EntityRef>,
        stance: &mut Stance,
    ) {
        let performative = matches!(
            kind,
            PloverType::Accuse
                | PloverType::Reject
                | PloverType::Request
                | PloverType::Threaten
                | PloverType::Support
        );
        if !performative {
            return;
        }
        let speaker = chain.last().cloned();
        if actors.is_empty() {
            let dropped_subject =
                matches!(trigger.kind, TriggerKind::Verb(_)) || trigger.split.suffix > 0;
            if dropped_subject && let Some(speaker) = speaker {
                actors.push(self.source_ref(&speaker));
                chain.pop();
                *stance = Stance::Reported;
            }
        } else if let Some(speaker) = speaker
            && actors.iter().any(|actor| {
                actor.at.span.overlaps(speaker.span)
                    || (actor.id.is_some() && actor.id == self.source_ref(&speaker).id)
            })
        {
            chain.pop();
            *stance = Stance::Reported;
        }
    }

    /// «تظاهر العمال … مطالبين», «دان الحزب القصف، داعيا»: a participle that goes on with the sentence has the
    /// subject of the protest or statement before it, with which it agrees.
    pub(super) fn subject_of_participle(
        &self,
        at: usize,
        chosen: &[(u16, Roles)],
    ) -> Vec<EntityRef> {
        const REACH: usize = 40;
        let triggers = &self.material.triggers;
        let trigger = &triggers[at];
        let statement = plover_of(self.words, chosen[at].0).is_some_and(is_statement);
        if !statement || trigger.kind != TriggerKind::Verb(VerbForm::Participle) {
            return Vec::new();
        }
        let feminine = self.words.word(trigger.head).ends_with('ه');
        let earlier = (0..at).rev().find(|&other| {
            let kind = plover_of(self.words, chosen[other].0);
            let form = self.words.word(triggers[other].head);
            let verb_is_feminine = form.ends_with('ت') || form.starts_with('ت');
            let agrees = match kind {
                Some(PloverType::Protest) => trigger.plural || feminine,
                Some(kind) => {
                    is_statement(kind)
                        && matches!(triggers[other].kind, TriggerKind::Verb(_))
                        && feminine == verb_is_feminine
                }
                None => false,
            };
            agrees
                && !chosen[other].1.actors.is_empty()
                && trigger.head - triggers[other].head <= REACH
                && self.same_voice(triggers[other].head, trigger.head)
        });
        earlier
            .map(|other| {
                let actors = &chosen[other].1.actors;
                actors.iter().map(|actor| self.entity_ref(actor)).collect()
            })
            .unwrap_or_default()
    }

    /// «تظاهر أمس المئات»: a definite number that stands for people, right behind the verb.
    pub(super) fn hundreds(&self, trigger: &Trigger) -> Option<EntityRef> {
        const FARTHEST: usize = 4;
        let words = self.words;
        let at = (trigger.tokens.end..trigger.tokens.end + FARTHEST)
            .take_while(|&at| !words.any_sign(at))
            .find(|&at| words.listed(at, "hundreds"))?;
        Some(EntityRef {
            at: TextRef::new(&words.doc.text, words.doc.span(at..at + 1)),
            ..EntityRef::default()
        })
    }

    pub(super) fn source_ref(&self, source: &Source) -> EntityRef {
        let mut out = EntityRef {
            at: TextRef::new(&self.words.doc.text, source.span),
            ..EntityRef::default()
        };
        if let Some(actor) = self.certain_actor(source) {
            self.name_actor(actor, &mut out);
        }
        out
    }

    /// The actor behind a source, where it is known for certain.
    pub(super) fn certain_actor(&self, source: &Source) -> Option<u16> {
        let at = self.words.token_at(source.span.start)?;
        source.actor.filter(|_| self.words.actor_is_certain(at))
    }

    pub(super) fn name_actor(&self, actor: u16, out: &mut EntityRef) {
        let actor = &self.words.lexicon.entries.actors[usize::from(actor)];
        out.id = Some(actor.id.clone());
        out.name = Some(Name {
            ar: actor.name.ar.clone(),
            en: actor.name.en.clone(),
        });
        out.sector = Some(actor.sector.clone()).filter(|sector| !sector.is_empty());
        out.country = Some(actor.country.clone()).filter(|country| !country.is_empty());
    }

    pub(super) fn entity_ref(&self, filler: &Filler) -> EntityRef {
        let entries = &self.words.lexicon.entries;
        match filler {
            Filler::Weapon(span, nation) => {
                let country =
                    nation.map(|nation| entries.nations[usize::from(nation)].iso3.clone());
                EntityRef {
                    at: TextRef::new(&self.words.doc.text, *span),
                    country,
                    ..EntityRef::default()
                }
            }
            Filler::Adjective(span, nation) => {
                let nation = &entries.nations[usize::from(*nation)];
                EntityRef {
                    at: TextRef::new(&self.words.doc.text, *span),
                    id: Some(format!("nation:{}", nation.id)),
                    name: Some(Name {
                        ar: nation.ar.clone(),
                        en: nation.en.clone(),
                    }),
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
                let mut out = EntityRef {
                    at: TextRef::new(&self.words.doc.text, span),
                    ..EntityRef::default()
                };
                match entity.kind {
                    EntityKind::Actor(actor)
                        if self.words.actor_is_certain(entity.tokens.start) =>
                    {
                        self.name_actor(actor, &mut out);
                    }
                    EntityKind::Actor(actor) => {
                        // which of the bearers of a short name is meant is not told
                        let sector = &entries.actors[usize::from(actor)].sector;
                        out.sector = Some(sector.clone()).filter(|sector| !sector.is_empty());
                    }
                    EntityKind::Nation(nation) => {
                        let nation = &entries.nations[usize::from(nation)];
                        out.id = Some(format!("nation:{}", nation.id));
                        out.name = Some(Name {
                            ar: nation.ar.clone(),
                            en: nation.en.clone(),
                        });
                        out.country = Some(nation.iso3.clone());
                    }
                    EntityKind::People(people) => {
                        let people = &entries.people[usize::from(people)];
                        out.id = Some(format!("people:{}", people.id));
                        out.sector.clone_from(&people.sector);
                    }
                    EntityKind::Source(source) => {
                        out.id = Some(format!(
                            "source:{}",
                            entries.sources[usize::from(source)].id
                        ));
                    }
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

    pub(super) fn link(&self, source: &Source) -> Link {
        let mut link = Link {
            at: TextRef::new(&self.words.doc.text, source.span),
            kind: source.kind,
            id: None,
            name: None,
        };
        if let Some(actor) = self.certain_actor(source) {
            let actor = &self.words.lexicon.entries.actors[usize::from(actor)];
            link.id = Some(actor.id.clone());
            link.name = Some(Name {
                ar: actor.name.ar.clone(),
                en: actor.name.en.clone(),
            });
        }
        link
    }
}
