//! A line of JSON Lines to a report.

use jiff::civil::Date;
use jiff::fmt::temporal::Pieces;
use musnad_model::{PublishedFrom, Report, report_id_of_bytes};
use serde::{Deserialize, Deserializer};

use super::{Content, LARGEST_REPORT, not_utf8, too_large};
use crate::arguments::Context;
use crate::problem::Problem;

/// The fields of a record; all others are ignored.
#[derive(Deserialize)]
struct Record {
    #[serde(default, deserialize_with = "id")]
    id: Option<String>,
    text: Option<String>,
    html: Option<String>,
    published: Option<String>,
    published_from: Option<PublishedFrom>,
    outlet: Option<String>,
    url: Option<String>,
    title: Option<String>,
    byline: Option<String>,
    country: Option<String>,
}

/// An id is words, or a number of the caller's own list.
fn id<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged, expecting = "`id` must be a string or a whole number")]
    enum Id {
        Words(String),
        Number(i64),
    }
    Ok(Option::<Id>::deserialize(from)?.map(|id| match id {
        Id::Words(words) => words,
        Id::Number(number) => number.to_string(),
    }))
}

/// Reads one line, which begins at byte `start` of its file.
pub(crate) fn read(line: &[u8], origin: &str, start: u64, context: &Context) -> Content {
    let text = match std::str::from_utf8(line) {
        Ok(text) => text,
        Err(error) => {
            let at = start + error.valid_up_to() as u64;
            return Content::Problem(not_utf8(origin, at));
        }
    };
    // a list of values could pass for the fields in their order
    if !text.trim_start().starts_with('{') {
        let problem = Problem::new(format!("{origin}: not a JSON object")).help(RECORD_HELP);
        return Content::Problem(problem);
    }
    match serde_json::from_str::<Record>(text) {
        Ok(record) => report(record, origin, context),
        Err(error) => Content::Problem(not_a_record(origin, &error)),
    }
}

fn report(record: Record, origin: &str, context: &Context) -> Content {
    let Some(original) = record.text.as_ref().or(record.html.as_ref()) else {
        let problem = Problem::new(format!("{origin}: not a report: neither `text` nor `html`"));
        return Content::Problem(problem.help(RECORD_HELP));
    };
    let id = match &record.id {
        Some(id) if !id.is_empty() => id.clone(),
        Some(_) | None => report_id_of_bytes(original.as_bytes()),
    };
    let longest = record
        .text
        .as_ref()
        .map_or(0, String::len)
        .max(record.html.as_ref().map_or(0, String::len));
    if longest > LARGEST_REPORT {
        return Content::Problem(too_large(&format!("{origin}: report {id}")));
    }
    if original.trim().is_empty() {
        return Content::Note(format!("{origin}: report {id} is empty: no claims"));
    }
    let report = Report {
        id,
        outlet: record.outlet,
        published_from: record.published_from.filter(|_| record.published.is_some()),
        published: record.published,
        url: record.url,
        title: record.title,
        byline: record.byline,
        country: record.country,
        ..Report::default()
    };
    let name = format!("{origin}: report {}", report.id);
    // a text that is given is the text of the claims; the page then only says what else is known
    let read = match (record.text, record.html) {
        (Some(text), None) => Ok(Report { text, ..report }),
        (text, Some(html)) => {
            super::page::report(&name, &html, "UTF-8", report, context).map(|page| match text {
                Some(text) => Report {
                    text,
                    working_text: None,
                    ..page
                },
                None => page,
            })
        }
        (None, None) => Ok(report),
    };
    match read
        .and_then(|report| with_context(report, context).map_err(|problem| problem.at(origin)))
    {
        Ok(report) if report.text.is_empty() => super::page::empty(&name),
        Ok(report) => Content::Report(Box::new(report)),
        Err(problem) => Content::Problem(problem),
    }
}

/// The report with what the command line says where it does not say it itself.
pub(crate) fn with_context(mut report: Report, context: &Context) -> Result<Report, Problem> {
    if report.published.is_some() {
        report.published_from = report.published_from.or(Some(PublishedFrom::Given));
    } else if let Some(published) = &context.published {
        report.published = Some(published.clone());
        report.published_from = Some(PublishedFrom::Given);
    }
    report.outlet = report.outlet.or_else(|| context.outlet.clone());
    report.country = report.country.or_else(|| context.country.clone());
    if let Some(published) = &report.published {
        let date = publication_date(published).map_err(|reason| {
            Problem::new(format!("report {}: published: {reason}", report.id)).help(DATE_HELP)
        })?;
        report.published_date = Some(date);
    }
    if let Some(country) = &report.country {
        let code = country_code(country).ok_or_else(|| {
            Problem::new(format!(
                "report {}: country `{country}` is not two letters",
                report.id
            ))
            .help("countries are ISO 3166 codes of two letters: SY, IQ, YE")
        })?;
        report.country = Some(code);
    }
    Ok(report)
}

const RECORD_HELP: &str = "a record is one JSON object on one line, with at least `text` or `html`: {\"id\":\"…\",\"text\":\"…\"}";

/// How a date of publication is written.
pub(crate) const DATE_HELP: &str =
    "write a date as 2018-12-09, or a time with its zone as 2018-12-09T08:30:00+02:00";

/// The civil date of a date or an RFC 3339 time.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn publication_date(value: &str) -> Result<Date, String> {
    let wrong = || format!("`{value}` is neither a date nor an RFC 3339 time");
    let mut parts = value.trim().splitn(2, ['T', 't', ' ']);
    let day: Vec<&str> = parts.next().unwrap_or("").split('-').collect();
    let all_digits = |part: &&str, length| {
        part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let [year, month, number] = day.as_slice() else {
        return Err(wrong());
    };
    if !(all_digits(year, 4) && all_digits(month, 2) && all_digits(number, 2)) {
        return Err(wrong());
    }
    let pieces = Pieces::parse(value.trim()).map_err(|_| {
        if parts.next().is_some() {
            wrong()
        } else {
            format!("there is no day `{value}`")
        }
    })?;
    Ok(pieces.date())
}

/// A country code of two letters, in capitals.
pub(crate) fn country_code(value: &str) -> Option<String> {
    let is_code = value.len() == 2 && value.bytes().all(|byte| byte.is_ascii_alphabetic());
    is_code.then(|| value.to_ascii_uppercase())
}

fn not_a_record(origin: &str, error: &serde_json::Error) -> Problem {
    let words = error.to_string();
    // serde_json adds the position; the line is ours
    let words = words.split(" at line ").next().unwrap_or("");
    let problem = if error.is_data() {
        format!("{origin}: not a report: {words}")
    } else if error.is_eof() {
        format!("{origin}: not JSON: the line ends within the record")
    } else {
        format!("{origin}:{}: not JSON: {words}", error.column())
    };
    Problem::new(problem).help(RECORD_HELP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: Option<&str>) {
        assert_eq!(
            publication_date(value)
                .ok()
                .map(|date| date.to_string())
                .as_deref(),
            expected
        );
    }

    #[test]
    fn a_publication_date_is_a_civil_date_or_that_of_a_time() {
        check("2018-12-09", Some("2018-12-09"));
        check("2018-12-09T23:30:00+03:00", Some("2018-12-09"));
        check("2018-12-09T23:30:00Z", Some("2018-12-09"));
        check("2018-12-09t08:30:00.5z", Some("2018-12-09"));
        check("2018-02-30", None);
        check("9/12/2018", None);
        check("2018-12", None);
        check("2018-12-09T99:00:00Z", None);
        check("2018-12-09 yesterday", None);
        check("", None);
    }

    fn first(line: &str, context: &Context) -> Content {
        read(line.as_bytes(), "f:1", 0, context)
    }

    #[test]
    fn a_field_of_the_record_beats_the_flag() {
        let context = Context {
            published: Some("2020-01-01".into()),
            outlet: Some("flag".into()),
            country: None,
        };
        let Content::Report(report) = first(
            "{\"text\":\"قصف\",\"published\":\"2018-12-09\",\"outlet\":null,\"x\":1}",
            &context,
        ) else {
            panic!("no report")
        };
        assert_eq!(
            report
                .published_date
                .map(|date| date.to_string())
                .as_deref(),
            Some("2018-12-09")
        );
        assert_eq!(report.outlet.as_deref(), Some("flag"));
        assert!(report.id.starts_with("r-"));
    }

    #[track_caller]
    fn problem(line: &str, expected: &str) {
        match first(line, &Context::default()) {
            Content::Problem(problem) => assert_eq!(problem.to_string(), expected),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn what_is_wrong_with_a_record_is_said() {
        problem(
            "{\"id\":\"a\"}",
            "f:1: not a report: neither `text` nor `html`",
        );
        problem(
            "{\"text\":5}",
            "f:1: not a report: invalid type: integer `5`, expected a string",
        );
        problem("[1]", "f:1: not a JSON object");
        problem(
            "{\"id\":\"a\",\"text\":\"ق\",\"published\":\"2018-13-09\"}",
            "f:1: report a: published: there is no day `2018-13-09`",
        );
    }
}
