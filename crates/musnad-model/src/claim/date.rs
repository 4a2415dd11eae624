//! When it happened, and how exact the days are.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::TextRef;

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
