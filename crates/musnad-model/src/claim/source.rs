//! Who says it: the chain of sources and how the reporter presents the last one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Name, TextRef};

/// How the reporter presents the innermost source.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// «قال» said, «ذكر» mentioned.
    #[default]
    Reported,
    /// «أكد» confirmed.
    Affirmed,
    /// «زعم» alleged.
    Doubted,
    /// «نفى» the source denies the event.
    Denied,
}

/// Who says it: the stance and the chain of sources inside the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attribution {
    /// How the last link is presented.
    pub stance: Stance,
    /// The reporting verb, where there is one.
    pub verb: Option<TextRef>,
    /// Outermost first; the last one says it. Empty: the outlet itself says it.
    pub chain: Vec<Link>,
}

/// What kind of source a link is.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum LinkKind {
    Outlet,
    Agency,
    Official,
    Military,
    ArmedGroup,
    Monitor,
    Medical,
    Media,
    Local,
    Activist,
    Witness,
    Person,
    #[default]
    Unnamed,
}

/// One source of a chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// The words that name it.
    #[serde(flatten)]
    pub at: TextRef,
    /// What it is.
    pub kind: LinkKind,
    /// Id of the actor, where it is known.
    pub id: Option<String>,
    /// Name of the actor, where it is known.
    pub name: Option<Name>,
}
