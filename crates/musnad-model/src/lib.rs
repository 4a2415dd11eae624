//! The types that cross the doors of Musnad: reports, spans and claims.
//!
//! A [`Claim`] is one source's statement that one event happened, did not, or will. Every field that
//! was read from the report carries a [`Span`] of UTF-8 byte offsets into the report's text, so that
//! each can be walked back to the words that say so. This crate does no input or output, has no clock
//! and matches no text.

mod claim;
mod code;
mod report;
mod span;

pub use claim::{
    Acled, Attribution, Bound, Casualty, Claim, DatePrecision, DateRef, Doubt, DoubtKind, Effect,
    EntityRef, Factuality, Grain, Link, LinkKind, Name, PartOfDay, Person, PersonRole, Place,
    PlacePrecision, Plover, RelativeDate, ReportRef, Scope, Stance, TextRef, TimeUnit, Via, Who,
};
pub use code::{ACLED_SUB_EVENTS, ParseCodeError, PloverType};
pub use report::{
    PublishedFrom, Report, ReportId, WorkingText, claim_id, report_id_of_bytes, sha256_hex,
};
pub use span::Span;

/// The JSON schema of a claim, as `musnad schema claim` prints it.
pub fn claim_schema() -> serde_json::Value {
    schemars::schema_for!(Claim).to_value()
}
