//! The marks of a page, one after the other: one pass in linear time, whatever the bytes.

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'h> {
    /// Text, its entities not decoded.
    Text(&'h str),
    /// `<name …>`.
    Open(Tag<'h>),
    /// `</name>`.
    Close(&'h str),
    /// All that stands in a script, a style or another element without marks of its own.
    Raw(Tag<'h>, &'h str),
}

/// An opening tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'h> {
    /// As written: compare without regard to case.
    pub(super) name: &'h str,
    /// All between the name and the `>`.
    attributes: &'h str,
}

impl<'h> Tag<'h> {
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// `<br/>`.
    pub(super) fn closes_itself(&self) -> bool {
        self.attributes.ends_with('/')
    }

    /// The value of an attribute, its entities not decoded; empty for one without a value.
    pub(super) fn attribute(&self, name: &str) -> Option<&'h str> {
        self.attributes()
            .find(|(key, _)| key.eq_ignore_ascii_case(name))
            .map(|(_, value)| value)
    }

    pub(super) fn attributes(&self) -> impl Iterator<Item = (&'h str, &'h str)> + use<'h> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest
                .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'))
                .unwrap_or(rest.len());
            // a lone `=` is a name of its own
            let (key, behind) = rest.split_at(end.max(1).min(rest.len()));
            let behind = behind.trim_ascii_start();
            let Some(value) = behind.strip_prefix('=') else {
                rest = behind;
                return Some((key, ""));
            };
            let value = value.trim_ascii_start();
            let (value, tail) = match value.as_bytes().first() {
                Some(b'"') => quoted(value, '"'),
                Some(b'\'') => quoted(value, '\''),
                _ => value.split_at(
                    value
                        .find(|c: char| c.is_ascii_whitespace())
                        .unwrap_or(value.len()),
                ),
            };
            rest = tail;
            Some((key, value))
        })
    }
}

fn quoted(value: &str, mark: char) -> (&str, &str) {
    let inside = value.get(1..).unwrap_or("");
    inside.split_once(mark).unwrap_or((inside, ""))
}

/// Elements in which a `<` opens nothing.
const RAW: [&str; 8] = [
    "script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes",
];

/// The pieces of `html` in order. Comments, declarations and what is cut off at the end are left out.
pub(super) fn pieces(html: &str) -> Pieces<'_> {
    Pieces {
        rest: html,
        inside: None,
    }
}

pub(super) struct Pieces<'h> {
    rest: &'h str,
    inside: Option<Tag<'h>>,
}

impl<'h> Iterator for Pieces<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        if let Some(tag) = self.inside.take() {
            let (raw, behind) = self.rest.split_at(end_of_raw(self.rest, tag.name));
            self.rest = behind;
            return Some(Piece::Raw(tag, raw));
        }
        loop {
            if self.rest.is_empty() {
                return None;
            }
            let mut start = 0;
            // a `<` that opens no tag is text
            let at = loop {
                let found = self.rest.get(start..)?.find('<').map(|at| start + at);
                match found {
                    Some(at) if opens_tag(self.rest, at) => break at,
                    Some(at) => start = at + 1,
                    None => break self.rest.len(),
                }
            };
            if at > 0 {
                let (text, behind) = self.rest.split_at(at);
                self.rest = behind;
                return Some(Piece::Text(text));
            }
            if let Some(piece) = self.tag() {
                return Some(piece);
            }
        }
    }
}

impl<'h> Pieces<'h> {
    /// The tag at the very start; `None` for a comment or a declaration, which are skipped.
    fn tag(&mut self) -> Option<Piece<'h>> {
        let html = self.rest;
        if let Some(comment) = html.strip_prefix("<!--") {
            // `<!-->` is a whole comment
            let behind = comment
                .strip_prefix('>')
                .or_else(|| comment.split_once("-->").map(|(_, behind)| behind));
            self.rest = behind.unwrap_or("");
            return None;
        }
        let end = end_of_tag(html);
        let (tag, behind) = html.split_at(end.min(html.len()));
        self.rest = behind.strip_prefix('>').unwrap_or(behind);
        if behind.is_empty() {
            return None;
        }
        let tag = tag.strip_prefix('<')?;
        if tag.starts_with(['!', '?']) {
            return None;
        }
        if let Some(name) = tag.strip_prefix('/') {
            return Some(Piece::Close(name_of(name)));
        }
        let name = name_of(tag);
        let attributes = tag.get(name.len()..)?;
        let tag = Tag { name, attributes };
        if RAW.iter().any(|raw| tag.is(raw)) {
            self.inside = Some(tag);
            return self.next();
        }
        Some(Piece::Open(tag))
    }
}

fn opens_tag(html: &str, at: usize) -> bool {
    match html.as_bytes().get(at + 1) {
        Some(b'!' | b'?') => true,
        Some(b'/') => html
            .as_bytes()
            .get(at + 2)
            .is_some_and(u8::is_ascii_alphabetic),
        Some(byte) => byte.is_ascii_alphabetic(),
        None => false,
    }
}

fn name_of(tag: &str) -> &str {
    let end = tag
        .find(|c: char| c.is_ascii_whitespace() || c == '/')
        .unwrap_or(tag.len());
    tag.get(..end).unwrap_or(tag)
}

/// The `>` that ends the tag at the start: not one within a quoted value.
fn end_of_tag(html: &str) -> usize {
    let mut open: Option<u8> = None;
    let mut after_equals = false;
    for (at, byte) in html.bytes().enumerate() {
        match (open, byte) {
            (Some(mark), _) if byte == mark => open = None,
            (None, b'>') => return at,
            (None, b'"' | b'\'') if after_equals => open = Some(byte),
            (Some(_) | None, _) => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    // as in a browser, a tag that never ends takes all that follows; to look for a better end could take
    // the square of the time
    html.len()
}

/// Where `</name` stands, or the end.
fn end_of_raw(html: &str, name: &str) -> usize {
    let mut start = 0;
    while let Some(at) = html.get(start..).and_then(|rest| rest.find("</")) {
        let at = start + at;
        let found = html.get(at + 2..at + 2 + name.len());
        if found.is_some_and(|found| found.eq_ignore_ascii_case(name)) {
            return at;
        }
        start = at + 2;
    }
    html.len()
}
