//! A web page to the text of its report and to what it says of itself.

mod facts;
mod json_ld;
mod lines;
mod main_text;
mod markup;
mod metadata;
mod reduce;

use crate::Stamp;

/// What took the text out of a page: its name and version are kept with the text, for another version may
/// take another text.
pub const EXTRACTOR: &str = concat!(
    "musnad-text ",
    env!("CARGO_PKG_VERSION"),
    " + dom_smoothie 0.19.0"
);

/// A report that was read from a web page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The headline, a blank line and the main text, a paragraph a line: the text to which all offsets
    /// point. Empty where the page holds no report.
    pub text: String,
    /// The headline.
    pub title: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Its own address.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Stamp>,
}

impl Page {
    /// Reads a page. Broken marks are read as a browser reads them; nothing is an error.
    pub fn read(html: &str) -> Page {
        let facts = facts::Facts::of(html);
        let article = json_ld::article(&facts.json_ld).unwrap_or_default();
        let mut page = metadata::page(&facts, &article);
        let mut lines = main_text::main_text(html, article.body.as_deref());
        let named = page
            .title
            .as_deref()
            .zip(lines.first())
            .and_then(|(title, first)| metadata::without_name_in_front(title, first))
            .map(|(name, headline)| (name.to_owned(), headline.to_owned()));
        if let Some((name, headline)) = named {
            page.outlet = page.outlet.or(Some(name));
            page.title = Some(headline);
        }
        // the headline stands above already
        if page.title.is_some() && page.title == lines.first().cloned() {
            lines.remove(0);
        }
        if !lines.is_empty() {
            let headline = page.title.as_deref().map(|title| format!("{title}\n\n"));
            page.text = headline.unwrap_or_default() + &lines.join("\n");
        }
        page
    }
}
