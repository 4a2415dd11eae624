//! A file that holds one report.

use std::path::Path;

use musnad_model::{Report, WorkingText, report_id_of_bytes};
use musnad_text::{DecodeError, Decoded, Shape, decode};

use super::{Content, page, record};
use crate::arguments::{Context, InputKind};
use crate::problem::Problem;

/// How many bytes tell a page from a text.
const START: usize = 1 << 10;

/// What a file holds by its ending.
pub(super) fn kind_by_ending(path: &Path) -> Option<InputKind> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "jsonl" | "ndjson" => Some(InputKind::Jsonl),
        "html" | "htm" => Some(InputKind::Html),
        _ => None,
    }
}

/// What a file holds by how it begins. A page that was saved as text is a page all the same.
pub(super) fn kind_by_start(path: &Path, start: &[u8]) -> InputKind {
    // letter by letter in any encoding: the NUL bytes of UTF-16 and all marks of byte order are passed over
    let start: String = start
        .iter()
        .take(START)
        .filter(|&&byte| byte != 0)
        .map(|&byte| char::from(byte.to_ascii_lowercase()))
        .collect();
    let marks = ['\u{ef}', '\u{bb}', '\u{bf}', '\u{ff}', '\u{fe}'];
    let mut start = start.trim_start_matches(marks).trim_start();
    let is_text = path.extension().is_some_and(|ending| ending == "txt");
    if start.starts_with('{') && !is_text {
        return InputKind::Jsonl;
    }
    // a page may begin with declarations and comments
    while start.starts_with("<?xml") || start.starts_with("<!--") {
        let end = if start.starts_with("<?") { "?>" } else { "-->" };
        match start.split_once(end) {
            Some((_, behind)) => start = behind.trim_start(),
            None => return InputKind::Text,
        }
    }
    let is_page = ["<!doctype html", "<html", "<head>", "<head ", "<body"]
        .iter()
        .any(|mark| start.starts_with(mark));
    if is_page {
        InputKind::Html
    } else {
        InputKind::Text
    }
}

/// The report of a file.
pub(super) fn report(name: &str, bytes: Vec<u8>, kind: InputKind, context: &Context) -> Content {
    let id = report_id_of_bytes(&bytes);
    let shape = match kind {
        InputKind::Html => Shape::Page,
        InputKind::Text | InputKind::Jsonl | InputKind::Auto => Shape::Plain,
    };
    let decoded = match decoded(name, bytes, shape) {
        Ok(decoded) => decoded,
        Err(problem) => return Content::Problem(problem),
    };
    let blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    if decoded.text.chars().all(blank) {
        return Content::Note(format!("{name} is empty: no claims"));
    }
    let report = Report {
        id,
        ..Report::default()
    };
    let report = if shape == Shape::Page {
        page::report(name, &decoded.text, decoded.decoder, report, context)
    } else {
        let is_original = decoded.decoder == "UTF-8";
        Ok(Report {
            working_text: (!is_original)
                .then(|| WorkingText::new(&decoded.text, decoded.decoder, None)),
            text: decoded.text,
            ..report
        })
    };
    match report.and_then(|report| record::with_context(report, context)) {
        Ok(report) if report.text.is_empty() => page::empty(name),
        Ok(report) => Content::Report(Box::new(report)),
        Err(problem) => Content::Problem(problem),
    }
}

fn decoded(name: &str, bytes: Vec<u8>, shape: Shape) -> Result<Decoded, Problem> {
    // the text is read by value: the lines before a fault are counted first, where there can be one
    let ends: Vec<usize> = match std::str::from_utf8(&bytes) {
        Ok(_) if !bytes.contains(&0) => Vec::new(),
        Ok(_) | Err(_) => bytes
            .iter()
            .enumerate()
            .filter_map(|(at, &byte)| (byte == b'\n').then_some(at))
            .collect(),
    };
    decode(bytes, shape).map_err(|error| {
        let place = |at: usize| format!("{name}:{}", 1 + ends.partition_point(|&end| end < at));
        match error {
            DecodeError::Binary { at } => Problem::new(format!(
                "{}: no text: byte {at} of the file is NUL",
                place(at)
            ))
            .help("give plain text, a web page or JSON Lines"),
            DecodeError::Unknown { at } => Problem::new(format!("{}: {error}", place(at)))
                .help("save the file as UTF-8; windows-1256, ISO-8859-6 and UTF-16 are read too"),
            _ => Problem::new(format!("{name}: {error}")).help("save the file as UTF-8"),
        }
    })
}
