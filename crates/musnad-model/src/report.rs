use jiff::civil::Date;
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
    /// Address of the report.
    pub url: Option<String>,
    /// Headline, as context; never holds spans.
    pub title: Option<String>,
    /// Byline, as context; never holds spans.
    pub byline: Option<String>,
    /// ISO 3166 two-letter code of the country that the report is about or comes from.
    pub country: Option<String>,
}

fn hex32(digest: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(32);
    for byte in digest.iter().take(16) {
        let _ = write!(out, "{byte:02x}");
    }
    out
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
