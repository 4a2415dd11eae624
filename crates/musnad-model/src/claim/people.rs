//! To whom it happened: figures of casualties and people who are named.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::TextRef;

/// What happened to the people of a figure.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Effect {
    Killed,
    Injured,
    Detained,
    Abducted,
    Missing,
    Displaced,
    BodyRecovered,
}

/// Who the people of a figure are.
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
pub enum Who {
    Civilian,
    Combatant,
    #[default]
    Unknown,
}

/// Whether a figure belongs to one incident or is a running toll of a period.
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
pub enum Scope {
    /// One incident.
    #[default]
    Incident,
    /// A running toll of a period.
    Cumulative,
}

/// How the number of a figure is bounded.
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
pub enum Bound {
    /// «28».
    #[default]
    Exact,
    /// «9 على الأقل», «أكثر من 9».
    AtLeast,
    /// «حتى 30», «قتل أو جرح 8».
    AtMost,
    /// «نحو 20».
    About,
    /// «بين 5 و7».
    Between,
    /// «عشرات»: no number.
    Vague,
}

/// A casualty figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Casualty {
    /// The words with the number and the noun.
    #[serde(flatten)]
    pub at: TextRef,
    /// What happened to them.
    pub effect: Effect,
    /// At least so many; null where open.
    pub min: Option<u64>,
    /// At most so many; null where open.
    pub max: Option<u64>,
    /// True for «نحو» about.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
    /// Who they are.
    pub who: Who,
    /// The side they belong to, in the report's words.
    pub party: Option<String>,
    /// One incident or a running toll.
    pub scope: Scope,
    /// First day of a running toll.
    #[schemars(with = "Option<String>")]
    pub since: Option<Date>,
    /// Last day of a running toll.
    #[schemars(with = "Option<String>")]
    pub until: Option<Date>,
    /// Index in the same list of the figure in which these people are counted.
    pub subset_of: Option<usize>,
    /// How many of them are children, where told.
    pub children: Option<u64>,
    /// How many of them are women, where told.
    pub women: Option<u64>,
}

/// What a named person is in the event.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum PersonRole {
    Killed,
    Injured,
    Detained,
    Missing,
    Witness,
}

/// A person who is named as a victim, detained or a witness.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// The words that name them.
    #[serde(flatten)]
    pub at: TextRef,
    /// The name without title and age.
    pub name: String,
    /// Age in years, where told.
    pub age: Option<u8>,
    /// `male` or `female`, where the words tell.
    pub sex: Option<String>,
    /// What happened to them.
    pub role: PersonRole,
    /// Index of the figure that they belong to.
    pub casualty: Option<usize>,
}
