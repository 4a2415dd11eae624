use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::Span;

/// The name of a report on the record: the caller's own id, else `r-` and 32 hexadecimal digits.
pub type ReportId = String;

/// One published text and what is known about its publication.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The caller's id, or one made by [`report_id_of_bytes`].
    pub id: ReportId,
    /// The text to which all offsets point.
    pub text: String,
    /// Who published it: the implied first link of every chain.
    pub outlet: Option<String>,
    /// Publication date as given, a date or an RFC 3339 time.
    pub published: Option<String>,
    /// The civil date of `published`, against which relative dates are resolved.
    pub published_date: Option<Date>,
    /// How `published` is known; `None` where it is not.
    pub published_from: Option<PublishedFrom>,
    /// How `text` came from the bytes of the report; `None` where it is these bytes.
    pub working_text: Option<WorkingText>,
    /// Address of the report.
    pub url: Option<String>,
    /// Headline, as context; never holds spans.
    pub title: Option<String>,
    /// Byline, as context; never holds spans.
    pub byline: Option<String>,
    /// ISO 3166 two-letter code of the country that the report is about or comes from.
    pub country: Option<String>,
}

/// How the day of publication is known, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PublishedFrom {
    /// The caller said so.
    Given,
    /// The page says so in its metadata.
    Metadata,
    /// A line of the text that is a date and no sentence.
    Dateline,
    /// The address holds it: `/2018/12/09/`.
    Url,
}

/// The text to which all offsets point, where it is not the report's own bytes: decoded from another
/// encoding, or extracted from a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct WorkingText {
    /// SHA-256 of the text in UTF-8, as 64 hexadecimal digits.
    pub sha256: String,
    /// The encoding of the original bytes.
    pub decoder: String,
    /// What took the text out of a page, with its version; null for plain text.
    pub extractor: Option<String>,
}

impl WorkingText {
    /// That of `text`, which `decoder` and, for a page, `extractor` made.
    pub fn new(text: &str, decoder: &str, extractor: Option<&str>) -> Self {
        WorkingText {
            sha256: sha256_hex(text.as_bytes()),
            decoder: decoder.to_owned(),
            extractor: extractor.map(str::to_owned),
        }
    }
}

/// The SHA-256 of `bytes` as 64 hexadecimal digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(digest: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(digest.len() * 2);
    for byte in digest {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

fn hex32(digest: &[u8]) -> String {
    hex(digest.get(..16).unwrap_or(digest))
}

/// The id of a report without one of its own: `r-` and the first 32 hexadecimal digits of the SHA-256
/// of its original bytes.
pub fn report_id_of_bytes(bytes: &[u8]) -> ReportId {
    format!("r-{}", hex32(&Sha256::digest(bytes)))
}

/// The id of a claim: a hash of the report, the trigger's span, the event type and the span of the
/// innermost source, so that coding the same report again gives the same ids.
pub fn claim_id(report: &str, trigger: Span, event_type: &str, source: Option<Span>) -> String {
    let mut hash = Sha256::new();
    hash.update(report.as_bytes());
    hash.update([0]);
    hash.update(trigger.start.to_le_bytes());
    hash.update(trigger.end.to_le_bytes());
    hash.update(event_type.as_bytes());
    hash.update([0]);
    if let Some(source) = source {
        hash.update(source.start.to_le_bytes());
        hash.update(source.end.to_le_bytes());
    }
    format!("c-{}", hex32(&hash.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_stable_and_distinct() {
        assert_eq!(
            report_id_of_bytes(b"abc"),
            "r-ba7816bf8f01cfea414140de5dae2223"
        );
        let a = claim_id("r", Span::new(0, 4), "ASSAULT", None);
        assert_eq!(a, claim_id("r", Span::new(0, 4), "ASSAULT", None));
        assert_ne!(
            a,
            claim_id("r", Span::new(0, 4), "ASSAULT", Some(Span::new(0, 0)))
        );
        assert_eq!(a.len(), 34);
    }
}
