//! A page without what no reader needs and without what makes a parser slow: nesting, attributes and
//! formatting without bound.
//!
//! A parser of HTML keeps a stack of open elements and a list of open formatting, and looks through
//! both at nearly every tag: with 10,000 nested tags its work grows with the square of the page, and
//! what walks its tree may recurse. So the marks are bounded before it sees them, in one linear pass.

use rustc_hash::FxHashMap;

use super::markup::{Piece, Tag, pieces};

/// Deeper elements are read without their marks.
const DEEPEST: usize = 150;
/// A longer value of an attribute decides nothing.
const LONGEST_VALUE: usize = 300;

/// Stands for the end of a line: extraction may lose a `<br>`, and then two lines are one word. No text
/// holds this code point, which is no character.
pub(super) const LINE_END: char = '\u{fdd0}';

/// Elements that say how text looks: their text stays.
const FORMATTING: [&str; 21] = [
    "b",
    "big",
    "center",
    "code",
    "em",
    "fieldset",
    "font",
    "form",
    "frameset",
    "i",
    "nobr",
    "plaintext",
    "s",
    "small",
    "strike",
    "strong",
    "tt",
    "u",
    "label",
    "wbr",
    "legend",
];
/// Elements that hold no text of the report.
const NEVER: [&str; 22] = [
    "script",
    "style",
    "noscript",
    "iframe",
    "noembed",
    "noframes",
    "textarea",
    "template",
    "svg",
    "math",
    "select",
    "object",
    "applet",
    "video",
    "audio",
    "canvas",
    "button",
    "datalist",
    "map",
    "dialog",
    "marquee",
    "figcaption",
];
/// Elements that hold links to other pages.
const AROUND: [&str; 3] = ["nav", "aside", "footer"];
/// Elements that hold nothing.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "keygen",
];
/// Elements that the next of their kind closes.
const SELF_CLOSED: [&str; 14] = [
    "p", "li", "dd", "dt", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "rp", "rt",
    "optgroup",
];
/// Attributes by which the main text is told from the rest.
const ATTRIBUTES: [&str; 10] = [
    "class",
    "id",
    "href",
    "itemprop",
    "role",
    "dir",
    "rel",
    "hidden",
    "aria-hidden",
    "content",
];
/// Parts of a class or an id by which a caption, a share bar or a list of links is known.
const FURNITURE: [&str; 18] = [
    "caption",
    "share",
    "sharing",
    "social",
    "related",
    "breadcrumb",
    "ticker",
    "most-read",
    "mostread",
    "newsletter",
    "read-also",
    "readalso",
    "also-read",
    "print",
    "addtoany",
    "tags",
    "advert",
    "skip-link",
];

/// What is left out beside what holds no text at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leave {
    /// Menus, captions, share bars and links to other reports.
    FurnitureOut,
    /// Nothing: the page may have marked all of itself so.
    All,
}

/// A page for a parser.
#[derive(Debug)]
pub(super) struct Reduced {
    pub(super) html: String,
    /// How many elements are in it.
    pub(super) elements: usize,
}

/// Reduces a page.
pub(super) fn reduce(html: &str, leave: Leave) -> Reduced {
    let mut pass = Pass {
        leave,
        out: String::with_capacity(html.len() / 2),
        elements: 0,
        open: Vec::new(),
        names: FxHashMap::default(),
        counts: Vec::new(),
        skipped_from: None,
    };
    for piece in pieces(html) {
        pass.piece(piece);
    }
    Reduced {
        html: pass.out,
        elements: pass.elements,
    }
}

struct Pass {
    leave: Leave,
    out: String,
    elements: usize,
    /// Open elements, as numbers of names.
    open: Vec<usize>,
    /// Number of each name.
    names: FxHashMap<String, usize>,
    /// How many elements of each number are open.
    counts: Vec<usize>,
    /// How many elements were open before one that is left out.
    skipped_from: Option<usize>,
}

fn is_one_of(name: &str, list: &[&str]) -> bool {
    list.iter().any(|other| name.eq_ignore_ascii_case(other))
}

impl Pass {
    fn piece(&mut self, piece: Piece) {
        match piece {
            Piece::Text(text) if self.skipped_from.is_none() => self.text(text),
            Piece::Text(_) | Piece::Raw(..) => {}
            Piece::Open(tag) => self.open(&tag),
            Piece::Close(name) => self.close(name),
        }
    }

    fn text(&mut self, text: &str) {
        for (number, part) in text.split('<').enumerate() {
            if number > 0 {
                self.out.push_str("&lt;");
            }
            self.out.push_str(part);
        }
    }

    fn open(&mut self, tag: &Tag) {
        let name = tag.name;
        let shown = self.skipped_from.is_none();
        if is_one_of(name, &FORMATTING) {
            return;
        }
        if is_one_of(name, &VOID) {
            let is_break = tag.is("br") || tag.is("hr");
            if shown && is_break {
                self.end_line();
            }
            return;
        }
        if is_one_of(name, &SELF_CLOSED) {
            if shown {
                self.emit(tag);
                // cells of a table that lays out the page are joined in extraction
                if tag.is("td") || tag.is("th") {
                    self.end_line();
                }
            }
            return;
        }
        let depth = self.open.len();
        let left_out = is_one_of(name, &NEVER)
            || (self.leave == Leave::FurnitureOut
                && (is_one_of(name, &AROUND) || is_furniture(tag)));
        if tag.closes_itself() && left_out {
            return;
        }
        self.push(name);
        if !shown {
            return;
        }
        if left_out {
            self.skipped_from = Some(depth);
            self.end_line();
        } else if depth < DEEPEST {
            self.emit(tag);
        } else {
            // the line still ends here
            self.end_line();
        }
    }

    fn end_line(&mut self) {
        if !self.out.ends_with(LINE_END) {
            self.out.push(LINE_END);
        }
    }

    fn push(&mut self, name: &str) {
        let next = self.counts.len();
        let number = *self.names.entry(name.to_ascii_lowercase()).or_insert(next);
        if number == next {
            self.counts.push(0);
        }
        self.counts[number] += 1;
        self.open.push(number);
    }

    fn close(&mut self, name: &str) {
        if is_one_of(name, &FORMATTING) {
            return;
        }
        if is_one_of(name, &SELF_CLOSED) {
            if self.skipped_from.is_none() {
                self.emit_close(name);
            }
            return;
        }
        let number = match self.names.get(&name.to_ascii_lowercase()) {
            Some(&number) if self.counts[number] > 0 => number,
            Some(_) | None => return,
        };
        // what was not closed inside is closed with it
        while let Some(top) = self.open.pop() {
            self.counts[top] -= 1;
            if top == number {
                break;
            }
        }
        let depth = self.open.len();
        match self.skipped_from {
            Some(from) if depth > from => return,
            Some(from) => {
                self.skipped_from = None;
                if depth == from {
                    return;
                }
            }
            None => {}
        }
        self.close_at(depth, name);
    }

    fn close_at(&mut self, depth: usize, name: &str) {
        if depth < DEEPEST {
            self.emit_close(name);
        } else {
            self.end_line();
        }
    }

    fn emit(&mut self, tag: &Tag) {
        self.elements += 1;
        self.out.push('<');
        self.out.push_str(&tag.name.to_ascii_lowercase());
        let mut written = [false; ATTRIBUTES.len()];
        // a tag with a million attributes has none that matters behind the first hundred
        for (name, value) in tag.attributes().take(100) {
            let Some(at) = ATTRIBUTES
                .iter()
                .position(|known| name.eq_ignore_ascii_case(known))
            else {
                continue;
            };
            if written[at] || value.len() > LONGEST_VALUE {
                continue;
            }
            written[at] = true;
            self.out.push(' ');
            self.out.push_str(ATTRIBUTES[at]);
            self.out.push_str("=\"");
            self.out.push_str(&value.replace('"', "&quot;"));
            self.out.push('"');
        }
        self.out.push('>');
    }

    fn emit_close(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(&name.to_ascii_lowercase());
        self.out.push('>');
    }
}

/// Whether a class or an id says that this is no text of the report, or a style that nobody sees it.
fn is_furniture(tag: &Tag) -> bool {
    if tag.is("body") || tag.is("html") || tag.is("main") || tag.is("article") {
        return false;
    }
    if tag.attribute("hidden").is_some() {
        return true;
    }
    let hidden = tag.attribute("style").is_some_and(|style| {
        let style: String = style
            .chars()
            .take(LONGEST_VALUE)
            .filter(|c| !c.is_whitespace())
            .collect();
        style.to_ascii_lowercase().contains("display:none")
    });
    hidden
        || ["class", "id"].iter().any(|attribute| {
            let Some(value) = tag.attribute(attribute) else {
                return false;
            };
            value
                .split_ascii_whitespace()
                .take(20)
                .any(is_furniture_class)
        })
}

/// `social-share`, `article__related`, but not `shared-layout`: a part of the name is one of the words.
fn is_furniture_class(class: &str) -> bool {
    let class = class.to_ascii_lowercase();
    FURNITURE.iter().any(|word| {
        class.match_indices(word).any(|(at, _)| {
            let is_edge = |byte: Option<&u8>| byte.is_none_or(|byte| !byte.is_ascii_alphabetic());
            let bytes = class.as_bytes();
            let before = at.checked_sub(1).and_then(|at| bytes.get(at));
            let after = bytes.get(at + word.len());
            let plural = after == Some(&b's') && is_edge(bytes.get(at + word.len() + 1));
            is_edge(before) && (is_edge(after) || plural)
        })
    })
}
