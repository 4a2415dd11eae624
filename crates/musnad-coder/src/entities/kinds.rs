//! What an entity is when it says something, and which actor it belongs to.

use musnad_model::LinkKind;

use super::{Entity, EntityKind};
use crate::words::Words;

impl Entity {
    /// The actor of the lexicon that it is or belongs to.
    pub(crate) fn actor(&self) -> Option<u16> {
        match (self.kind, &self.party) {
            (EntityKind::Actor(actor), _) => Some(actor),
            (_, Some((actor, _))) => Some(*actor),
            _ => None,
        }
    }

    /// The id of its word for a source.
    pub(crate) fn kind_id<'w>(&self, words: &Words<'w>) -> Option<&'w str> {
        match self.kind {
            EntityKind::Source(number) => {
                Some(&words.lexicon.entries.sources[usize::from(number)].id)
            }
            _ => None,
        }
    }

    /// What kind of source it is when it says something.
    pub(crate) fn link_kind(&self, words: &Words) -> LinkKind {
        let entries = &words.lexicon.entries;
        match self.kind {
            EntityKind::Actor(number) => {
                actor_link_kind(&entries.actors[usize::from(number)].r#type)
            }
            EntityKind::Nation(_) => LinkKind::Official,
            EntityKind::People(number) => {
                match entries.people[usize::from(number)].class.as_str() {
                    "activist" => LinkKind::Activist,
                    "medical" => LinkKind::Medical,
                    "journalist" => LinkKind::Media,
                    "official" => LinkKind::Official,
                    "combatant" => LinkKind::ArmedGroup,
                    _ => LinkKind::Local,
                }
            }
            EntityKind::Source(number) => {
                source_link_kind(&entries.sources[usize::from(number)].kind)
            }
            EntityKind::Person => LinkKind::Person,
            EntityKind::Group => LinkKind::Unnamed,
        }
    }
}

fn actor_link_kind(kind: &str) -> LinkKind {
    match kind {
        "state-force" => LinkKind::Military,
        "armed-group" | "coalition" => LinkKind::ArmedGroup,
        "government" | "political-body" | "international" => LinkKind::Official,
        "media" => LinkKind::Media,
        "monitor" => LinkKind::Monitor,
        "rescue" => LinkKind::Medical,
        "person" => LinkKind::Person,
        _ => LinkKind::Unnamed,
    }
}

fn source_link_kind(kind: &str) -> LinkKind {
    match kind {
        "outlet" => LinkKind::Outlet,
        "agency" => LinkKind::Agency,
        "official" => LinkKind::Official,
        "military" => LinkKind::Military,
        "armed_group" => LinkKind::ArmedGroup,
        "monitor" => LinkKind::Monitor,
        "medical" => LinkKind::Medical,
        "media" => LinkKind::Media,
        "local" => LinkKind::Local,
        "activist" => LinkKind::Activist,
        "witness" => LinkKind::Witness,
        "person" => LinkKind::Person,
        _ => LinkKind::Unnamed,
    }
}
