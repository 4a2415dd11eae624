//! What is unclear in the text.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Span;

/// What sort of thing is unclear.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DoubtKind {
    /// A date says "current" or "past" of a month that cannot be it.
    DateContradiction,
    /// A date lies after the day of publication though the event is told as past.
    DateAfterPublication,
    /// The parts of a figure are more than the whole.
    PartsExceedTotal,
    /// More than one place bears the name.
    PlaceAmbiguous,
    /// The voice of the verb can be read both ways.
    VoiceAmbiguous,
}

/// Something unclear in the text, kept on the record and shown to the reviewer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Doubt {
    /// What sort of thing.
    pub kind: DoubtKind,
    /// The words that give rise to it.
    pub spans: Vec<Span>,
    /// The ways in which it can be read; the first is the one taken.
    pub readings: Vec<String>,
    /// One sentence for the reviewer.
    pub note: String,
}
