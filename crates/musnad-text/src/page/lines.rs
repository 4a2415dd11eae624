//! The lines of text that a reader sees in a piece of a page.

use super::markup::{Piece, pieces};
use super::reduce::LINE_END;

/// Elements that stand in a line of text; all others begin a new line.
const INLINE: [&str; 33] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "wbr",
];

/// A line and how much of it leads elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Its text, entities decoded, runs of white space made one.
    pub(super) text: String,
    /// Bytes of it that stand in links.
    pub(super) linked: usize,
}

/// The lines of `html` that hold text, in order. What no reader sees is left out.
pub(super) fn lines(html: &str) -> Vec<Line> {
    let mut out = Vec::new();
    let mut line = Line::default();
    let mut in_link = false;
    for piece in pieces(html) {
        match piece {
            Piece::Text(text) => {
                for (number, text) in text.split(LINE_END).enumerate() {
                    if number > 0 {
                        end(&mut line, &mut out);
                    }
                    let before = line.text.len();
                    append(&mut line.text, text);
                    if in_link {
                        line.linked += line.text.len() - before;
                    }
                }
            }
            Piece::Raw(..) => {}
            Piece::Open(tag) if is_inline(tag.name) => {
                in_link |= tag.is("a");
            }
            Piece::Close(name) if is_inline(name) => {
                in_link &= !name.eq_ignore_ascii_case("a");
            }
            Piece::Open(tag) if tag.is("img") => {}
            Piece::Open(_) | Piece::Close(_) => end(&mut line, &mut out),
        }
    }
    end(&mut line, &mut out);
    out
}

fn is_inline(name: &str) -> bool {
    INLINE
        .iter()
        .any(|inline| name.eq_ignore_ascii_case(inline))
}

/// Decodes entities and adds the words; a no-break space stays what it is.
pub(super) fn append(out: &mut String, text: &str) {
    let text = html_escape::decode_html_entities(text);
    for letter in text.chars() {
        if matches!(letter, ' ' | '\n' | '\r' | '\t' | '\u{c}') {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !letter.is_control() {
            out.push(letter);
        }
    }
}

fn end(line: &mut Line, out: &mut Vec<Line>) {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}');
    let mut line = std::mem::take(line);
    line.text.truncate(line.text.trim_end().len());
    if !line.text.chars().all(is_blank) {
        out.push(line);
    }
}
