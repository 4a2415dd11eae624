use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{PloverType, Span};

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
    /// Publication date as given.
    pub published: Option<String>,
    /// Address.
    pub url: Option<String>,
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

/// How a place was found.
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
pub enum Via {
    /// The gazetteer holds this very name.
    Exact,
    /// The name is in no gazetteer: the coordinates are those of the place that it is said to lie in.
    Parent,
    /// «المدينة», «المنطقة»: stands for a place named before.
    Anaphor,
    /// No coordinates are known.
    #[default]
    Unknown,
}

/// Where the event happened, with honest precision.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The words that name it.
    #[serde(flatten)]
    pub at: TextRef,
    /// Gazetteer id, where it is known.
    pub id: Option<String>,
    /// Name in the gazetteer.
    pub name: Option<Name>,
    /// Latitude in degrees; null for countries, vague regions and unknown places.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// ISO 3166 two-letter code.
    pub country: Option<String>,
    /// Names of the divisions that it lies in, largest first.
    pub admin: Vec<String>,
    /// How exact the coordinates are.
    pub precision: PlacePrecision,
    /// How it was found.
    pub via: Via,
}

/// Precision of coordinates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlacePrecision {
    /// ACLED `geo_precision`, 1 (town) to 3 (region).
    pub acled: u8,
    /// UCDP `where_prec`, 1 (exact) to 7.
    pub ucdp: u8,
    /// Radius in metres.
    pub metres: Option<u32>,
}

/// The unit of a date's interval.
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
pub enum Grain {
    Hour,
    Day,
    Week,
    Month,
    Year,
    Period,
    #[default]
    Unknown,
}

/// A unit of relative time.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum TimeUnit {
    Day,
    Week,
    Month,
    Year,
}

/// A part of the day that the text names.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum PartOfDay {
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
}

/// A date that is not resolved because the publication date is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RelativeDate {
    /// Unit.
    pub unit: TimeUnit,
    /// How many units from the day of publication; negative is before.
    pub offset: i32,
}

/// When the event happened.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DateRef {
    /// The words that say when.
    #[serde(flatten)]
    pub at: TextRef,
    /// The earliest day on which the event can have happened; null where the words are too vague.
    #[schemars(with = "Option<String>")]
    pub earliest: Option<Date>,
    /// The latest day.
    #[schemars(with = "Option<String>")]
    pub latest: Option<Date>,
    /// Unit of the interval.
    pub grain: Grain,
    /// ACLED and UCDP codes of the interval's length.
    pub precision: DatePrecision,
    /// Hour of the day, where the text names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hour: Option<u8>,
    /// Part of the day, where the text names it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of_day: Option<PartOfDay>,
    /// Set where the publication date is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<RelativeDate>,
}

/// Precision of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DatePrecision {
    /// ACLED `time_precision`, 1 (day) to 3 (month).
    pub acled: u8,
    /// UCDP `date_prec`, 1 (day) to 5 (more than a month).
    pub ucdp: u8,
}

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
