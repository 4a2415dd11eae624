use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The event types of PLOVER.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "PLOVER's own names")]
pub enum PloverType {
    Assault,
    Coerce,
    Mobilize,
    Retreat,
    Protest,
    Threaten,
    Accuse,
    Reject,
    Request,
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Sanction,
}

/// A word that is not a PLOVER event type.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a PLOVER event type")]
pub struct ParseCodeError(pub String);

impl PloverType {
    /// All types, in PLOVER's order.
    pub const ALL: [PloverType; 16] = [
        PloverType::Assault,
        PloverType::Coerce,
        PloverType::Mobilize,
        PloverType::Retreat,
        PloverType::Protest,
        PloverType::Threaten,
        PloverType::Accuse,
        PloverType::Reject,
        PloverType::Request,
        PloverType::Agree,
        PloverType::Consult,
        PloverType::Support,
        PloverType::Concede,
        PloverType::Cooperate,
        PloverType::Aid,
        PloverType::Sanction,
    ];

    /// PLOVER's name in capitals.
    pub fn as_str(self) -> &'static str {
        match self {
            PloverType::Assault => "ASSAULT",
            PloverType::Coerce => "COERCE",
            PloverType::Mobilize => "MOBILIZE",
            PloverType::Retreat => "RETREAT",
            PloverType::Protest => "PROTEST",
            PloverType::Threaten => "THREATEN",
            PloverType::Accuse => "ACCUSE",
            PloverType::Reject => "REJECT",
            PloverType::Request => "REQUEST",
            PloverType::Agree => "AGREE",
            PloverType::Consult => "CONSULT",
            PloverType::Support => "SUPPORT",
            PloverType::Concede => "CONCEDE",
            PloverType::Cooperate => "COOPERATE",
            PloverType::Aid => "AID",
            PloverType::Sanction => "SANCTION",
        }
    }

    /// Whether the event is a deed, as against a statement (the codebook's "material" types).
    pub fn is_material(self) -> bool {
        matches!(
            self,
            PloverType::Assault
                | PloverType::Coerce
                | PloverType::Mobilize
                | PloverType::Retreat
                | PloverType::Protest
                | PloverType::Aid
                | PloverType::Sanction
                | PloverType::Agree
        )
    }
}

impl std::str::FromStr for PloverType {
    type Err = ParseCodeError;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        PloverType::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .ok_or_else(|| ParseCodeError(word.to_owned()))
    }
}

/// The 25 sub-event types of ACLED.
pub const ACLED_SUB_EVENTS: [&str; 25] = [
    "Armed clash",
    "Government regains territory",
    "Non-state actor overtakes territory",
    "Chemical weapon",
    "Air/drone strike",
    "Suicide bomb",
    "Shelling/artillery/missile attack",
    "Remote explosive/landmine/IED",
    "Grenade",
    "Sexual violence",
    "Attack",
    "Abduction/forced disappearance",
    "Peaceful protest",
    "Protest with intervention",
    "Excessive force against protesters",
    "Violent demonstration",
    "Mob violence",
    "Agreement",
    "Arrests",
    "Change to group/activity",
    "Disrupted weapons use",
    "Headquarters or base established",
    "Looting/property destruction",
    "Non-violent transfer of territory",
    "Other",
];
