//! What a page says of itself outside of its main text, gathered in one pass.

use rustc_hash::FxHashMap;

use super::lines::append;
use super::markup::{Piece, Tag, pieces};

/// A longer text is no headline, byline or date.
const LONGEST_TEXT: usize = 600;
/// A longer block of JSON-LD describes no report.
const LONGEST_BLOCK: usize = 1 << 20;
/// So many headlines, times and blocks of JSON-LD are kept.
const MOST: usize = 50;

/// What was found, in the order of the page.
#[derive(Debug, Default)]
pub(super) struct Facts<'h> {
    /// `<meta>` by its property, name or itemprop in small letters; the first counts.
    meta: FxHashMap<String, String>,
    /// The blocks of JSON-LD, as they stand.
    pub(super) json_ld: Vec<&'h str>,
    /// `<link rel=canonical>`.
    pub(super) canonical: Option<String>,
    /// `<title>`.
    pub(super) title: Option<String>,
    /// The texts of the headings of the first rank.
    pub(super) headings: Vec<String>,
    /// `itemprop=headline`.
    pub(super) headline: Option<String>,
    /// Who wrote it, by the mark of an author.
    pub(super) byline: Option<String>,
    /// `<time>` that is marked as that of publication.
    pub(super) published: Option<String>,
    /// All other `<time>`, those below a heading of the first rank first.
    pub(super) times: Vec<String>,
    /// Texts of elements that are called a date.
    pub(super) dates: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Heading,
    Headline,
    Byline,
    Published,
    Time,
    Date,
}

struct Capture<'h> {
    name: &'h str,
    role: Role,
    depth: usize,
    text: String,
}

impl<'h> Facts<'h> {
    /// Reads a page.
    pub(super) fn of(html: &'h str) -> Self {
        let mut facts = Facts::default();
        let mut capture: Option<Capture> = None;
        for piece in pieces(html) {
            match piece {
                Piece::Raw(tag, raw) => facts.raw(&tag, raw),
                Piece::Text(text) => {
                    if let Some(open) = &mut capture
                        && open.text.len() <= LONGEST_TEXT
                    {
                        append(&mut open.text, text);
                    }
                }
                Piece::Open(tag) => {
                    if let Some(open) = &mut capture {
                        open.depth += usize::from(tag.is(open.name));
                        if !open.text.is_empty() && !open.text.ends_with(' ') {
                            open.text.push(' ');
                        }
                    }
                    facts.tag(&tag);
                    let inner = facts.role(&tag);
                    // `<div class=date><time>`: the inner mark says more
                    let replaces = capture
                        .as_ref()
                        .is_none_or(|open| open.role == Role::Date && open.text.trim().is_empty());
                    if let Some(role) = inner.filter(|_| replaces) {
                        capture = Some(Capture {
                            name: tag.name,
                            role,
                            depth: 1,
                            text: String::new(),
                        });
                    }
                }
                Piece::Close(name) => {
                    let Some(open) = &mut capture else { continue };
                    if name.eq_ignore_ascii_case(open.name) {
                        open.depth -= 1;
                        if open.depth == 0
                            && let Some(done) = capture.take()
                        {
                            facts.add(done.role, &done.text);
                        }
                    }
                }
            }
        }
        facts
    }

    /// The first of these `<meta>` that is there.
    pub(super) fn meta(&self, names: &[&str]) -> Option<&str> {
        names
            .iter()
            .find_map(|name| self.meta.get(*name))
            .map(String::as_str)
    }

    fn raw(&mut self, tag: &Tag, raw: &'h str) {
        if tag.is("title") {
            self.title = self.title.take().or_else(|| text(raw));
        }
        let is_ld = tag.is("script")
            && tag.attribute("type").is_some_and(|kind| {
                kind.trim()
                    .to_ascii_lowercase()
                    .starts_with("application/ld+json")
            });
        if is_ld && self.json_ld.len() < MOST && raw.len() <= LONGEST_BLOCK {
            self.json_ld.push(raw);
        }
    }

    /// What stands in the tag itself.
    fn tag(&mut self, tag: &Tag<'h>) {
        if tag.is("link") {
            let rel = tag.attribute("rel").unwrap_or("");
            if rel.eq_ignore_ascii_case("canonical") {
                self.canonical = self
                    .canonical
                    .take()
                    .or_else(|| text(tag.attribute("href")?));
            }
        }
        if !tag.is("meta") {
            return;
        }
        let Some(content) = tag.attribute("content").and_then(text) else {
            return;
        };
        for key in ["property", "name", "itemprop"] {
            if let Some(name) = tag.attribute(key)
                && name.len() < 60
            {
                let name = name.trim().to_ascii_lowercase();
                self.meta.entry(name).or_insert_with(|| content.clone());
            }
        }
    }

    fn role(&mut self, tag: &Tag<'h>) -> Option<Role> {
        let property = tag.attribute("itemprop").unwrap_or("");
        if tag.is("time") || property.eq_ignore_ascii_case("datePublished") {
            let marked = property.eq_ignore_ascii_case("datePublished")
                || tag.attribute("pubdate").is_some();
            let role = if marked { Role::Published } else { Role::Time };
            let value = tag
                .attribute("datetime")
                .or_else(|| tag.attribute("content"));
            return match value.and_then(text) {
                Some(value) => {
                    self.add(role, &value);
                    None
                }
                None => Some(role),
            };
        }
        if property.eq_ignore_ascii_case("headline") {
            return Some(Role::Headline);
        }
        if tag.is("h1") {
            return Some(Role::Heading);
        }
        let is_author = property.eq_ignore_ascii_case("author")
            || tag
                .attribute("rel")
                .is_some_and(|rel| rel.eq_ignore_ascii_case("author"));
        let classes = tag.attribute("class").unwrap_or("");
        let part_is = |words: &[&str]| {
            classes
                .split(|c: char| !c.is_ascii_alphanumeric())
                .take(40)
                .any(|part| words.iter().any(|word| part.eq_ignore_ascii_case(word)))
        };
        if classes.len() > LONGEST_TEXT || tag.is("body") || tag.is("html") {
            return None;
        }
        if is_author || part_is(&["byline", "author"]) {
            return Some(Role::Byline);
        }
        (part_is(&["published", "datetime", "dateline"]) || is_date(classes)).then_some(Role::Date)
    }

    fn add(&mut self, role: Role, found: &str) {
        let found = found.trim();
        if found.is_empty() || found.len() > LONGEST_TEXT {
            return;
        }
        let found = found.to_owned();
        match role {
            Role::Heading if self.headings.len() < MOST => self.headings.push(found),
            Role::Headline => {
                self.headings.push(found.clone());
                self.headline = self.headline.take().or(Some(found));
            }
            Role::Byline => self.byline = self.byline.take().or(Some(found)),
            Role::Published => self.published = self.published.take().or(Some(found)),
            // a ticker above the headline has its own times
            Role::Time if self.headings.len() == 1 && self.times.len() < MOST => {
                self.times.insert(0, found);
            }
            Role::Time if self.times.len() < MOST => self.times.push(found),
            Role::Date if self.dates.len() < MOST => self.dates.push(found),
            Role::Heading | Role::Time | Role::Date => {}
        }
    }
}

/// `date`, `NewsDate`, `post-date`; an update is a later day.
fn is_date(classes: &str) -> bool {
    classes
        .split(|c: char| !c.is_ascii_alphanumeric())
        .take(40)
        .map(str::to_ascii_lowercase)
        .any(|part| part.ends_with("date") && !part.ends_with("update"))
}

/// The text of a value, entities decoded.
pub(super) fn text(value: &str) -> Option<String> {
    let mut out = String::new();
    append(&mut out, value);
    let trimmed = out.trim();
    (!trimmed.is_empty()).then(|| trimmed.to_owned())
}
