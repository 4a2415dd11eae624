//! A claim and its parts: one file for each question that it answers.

mod date;
mod doubt;
mod people;
mod place;
mod source;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::date::{DatePrecision, DateRef, Grain, PartOfDay, RelativeDate, TimeUnit};
pub use self::doubt::{Doubt, DoubtKind};
pub use self::people::{Bound, Casualty, Effect, Person, PersonRole, Scope, Who};
pub use self::place::{Place, PlacePrecision, Via};
pub use self::source::{Attribution, Link, LinkKind, Stance};
use crate::{PloverType, PublishedFrom, Span, WorkingText};

/// One source's statement that one event happened, did not, or will.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Claim {
    /// Version of this shape.
    pub v: u32,
    /// `c-` and 32 hexadecimal digits; the same for the same report, trigger, type and source.
    pub id: String,
    /// The report that it was read from.
    pub report: ReportRef,
    /// The clause that carries the claim.
    pub quote: TextRef,
    /// The word or words that name the event.
    pub trigger: TextRef,
    /// PLOVER codes.
    pub plover: Plover,
    /// ACLED codes; null where ACLED codes nothing.
    pub acled: Option<Acled>,
    /// Whether it happened, by the words of the claim.
    pub factuality: Factuality,
    /// Who says so.
    pub attribution: Attribution,
    /// Who did it.
    pub actors: Vec<EntityRef>,
    /// To whom it was done.
    pub recipients: Vec<EntityRef>,
    /// Where.
    pub place: Option<Place>,
    /// When.
    pub date: Option<DateRef>,
    /// How many.
    pub casualties: Vec<Casualty>,
    /// People who are named as victims, detained or witnesses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub persons: Vec<Person>,
    /// What is unclear in the text.
    pub doubts: Vec<Doubt>,
    /// The data file and rule that made the claim.
    pub rule: String,
    /// Version of the coder and hash of its lexicon.
    pub coder: String,
}

/// What a claim says of its report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReportRef {
    /// Id of the report.
    pub id: String,
    /// Publishing outlet.
    pub outlet: Option<String>,
    /// Publication date as given or found.
    pub published: Option<String>,
    /// How `published` is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published_from: Option<PublishedFrom>,
    /// Address.
    pub url: Option<String>,
    /// How the text to which the offsets point came from the bytes of the report; left out where it is
    /// these bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub working_text: Option<WorkingText>,
}

/// Event type, mode and auxiliary modes of PLOVER.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Plover {
    /// Event type.
    #[serde(rename = "type")]
    pub kind: PloverType,
    /// Mode, where one is known.
    pub mode: Option<String>,
    /// `negation`, `future`, `hypothetical`, `historical`.
    pub auxiliary: Vec<String>,
}

/// Event codes of ACLED.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Acled {
    /// Disorder type.
    pub disorder_type: String,
    /// Event type.
    pub event_type: String,
    /// Sub-event type.
    pub sub_event_type: String,
}

/// Whether the event happened, by the words of the claim.
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
pub enum Factuality {
    /// It happened.
    #[default]
    Actual,
    /// It did not.
    Negated,
    /// Planned, attempted or threatened.
    Future,
    /// It may have happened.
    Possible,
}

/// An actor or a recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EntityRef {
    /// The words that name it.
    #[serde(flatten)]
    pub at: TextRef,
    /// Id of the actor or of the generic class of people, where it is known.
    pub id: Option<String>,
    /// Name, where the actor is known.
    pub name: Option<Name>,
    /// PLOVER sector.
    pub sector: Option<String>,
    /// ISO 3166 three-letter code of the country.
    pub country: Option<String>,
}

/// A piece of the report: its span and the words under it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TextRef {
    /// Where it stands, in bytes.
    #[serde(flatten)]
    pub span: Span,
    /// The report's own words.
    pub text: String,
}

impl TextRef {
    /// The piece of `text` under `span`.
    pub fn new(text: &str, span: Span) -> Self {
        TextRef {
            span,
            text: span.of(text).to_owned(),
        }
    }
}

/// A name in Arabic and in English.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Name {
    /// Arabic form.
    pub ar: String,
    /// English form.
    pub en: String,
}
