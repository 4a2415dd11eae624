//! The main text of a page: what is left when menus, tickers, links and comments are gone.

use dom_smoothie::{Config, Readability};

use super::lines::{Line, lines};
use super::reduce::{Leave, Reduced, reduce};

/// A page of more elements is no report of a newspaper; the parser's work may grow faster than the page.
const MOST_ELEMENTS: usize = 20_000;
/// A report of a newspaper has some 20 KB of marks and text.
const LONGEST: usize = 2 << 20;
/// The parser adds each entity to its text on its own.
const MOST_ENTITIES: usize = 50_000;
/// Shorter texts are looked for again with fewer rules: short news are common.
const SHORT: usize = 140;
/// A line of so few words is no paragraph where nothing else tells what is text.
const FEWEST_WORDS: usize = 6;

/// The paragraphs; none where the page holds no report. `body` is the text in the page's metadata.
pub(super) fn main_text(html: &str, body: Option<&str>) -> Vec<String> {
    let text = extracted(html, Leave::FurnitureOut);
    if length(&text) >= SHORT {
        return text;
    }
    // what the page marks as furniture may be all that it has
    let all = extracted(html, Leave::All);
    let text = if length(&all) > 3 * length(&text) {
        all
    } else {
        text
    };
    let body = body.map(|body| paragraphs(lines(&body.replace('\n', "<br>"))));
    match body {
        Some(body) if length(&body) > 2 * length(&text) => body,
        Some(_) | None => text,
    }
}

fn length(text: &[String]) -> usize {
    text.iter().map(|line| line.chars().count()).sum()
}

fn extracted(html: &str, leave: Leave) -> Vec<String> {
    let reduced = reduce(html, leave);
    let text = readable(&reduced)
        .map(|content| paragraphs(lines(&content)))
        .unwrap_or_default();
    if !text.is_empty() {
        return text;
    }
    let mut found = lines(&reduced.html);
    found.retain(|line| line.text.split_whitespace().count() >= FEWEST_WORDS);
    paragraphs(found)
}

/// The marks of the part that reads like an article.
fn readable(reduced: &Reduced) -> Option<String> {
    let too_much = reduced.elements > MOST_ELEMENTS
        || reduced.html.len() > LONGEST
        || reduced.html.matches('&').count() > MOST_ENTITIES;
    if too_much {
        return None;
    }
    let config = Config {
        disable_json_ld: true,
        char_threshold: SHORT,
        max_elements_to_parse: 4 * MOST_ELEMENTS,
        ..Config::default()
    };
    let mut page = Readability::new(reduced.html.as_str(), None, Some(config)).ok()?;
    let article = page.parse().ok()?;
    Some(article.content.to_string())
}

/// The lines that are no links to other reports; none where most of them are: that is a list of reports.
fn paragraphs(mut lines: Vec<Line>) -> Vec<String> {
    let (linked, all) = lines.iter().fold((0, 0), |(linked, all), line| {
        (linked + line.linked, all + line.text.len())
    });
    if linked * 2 > all {
        return Vec::new();
    }
    lines.retain(|line| line.linked * 5 < line.text.len() * 4);
    lines.into_iter().map(|line| line.text).collect()
}
