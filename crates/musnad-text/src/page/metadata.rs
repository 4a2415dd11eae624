//! Headline, byline, outlet, address and day of publication of a page, each from the surest place.

use crate::{Stamp, stamp};

use super::Page;
use super::facts::Facts;
use super::json_ld::Article;

/// What stands between a headline and the name of the outlet in a title.
const BETWEEN: [&str; 6] = [" | ", " - ", " – ", " — ", " :: ", " » "];
/// The name of an outlet has at most so many words.
const OUTLET_WORDS: usize = 5;

/// All but the text.
pub(super) fn page(facts: &Facts, article: &Article) -> Page {
    let named = article.publisher.clone().or_else(|| {
        facts
            .meta(&["og:site_name", "application-name"])
            .map(str::to_owned)
    });
    let title = headline(facts, article, named.as_deref());
    let outlet = named.or_else(|| {
        let (_, tail) = without_outlet(facts.title.as_deref()?, None);
        let heading = title.as_deref()?;
        let tail = tail?;
        facts
            .title
            .as_deref()
            .is_some_and(|whole| whole.starts_with(heading))
            .then(|| tail.to_owned())
    });
    Page {
        text: String::new(),
        byline: byline(facts, article),
        url: url(facts, article),
        published: published(facts, article),
        title,
        outlet,
    }
}

/// The heading that the reader sees, where the metadata says that it is the headline; a headline in
/// metadata may be cut or reworded for search engines.
fn headline(facts: &Facts, article: &Article, outlet: Option<&str>) -> Option<String> {
    let said = article
        .headline
        .as_deref()
        .or(facts.headline.as_deref())
        .or_else(|| facts.meta(&["og:title", "twitter:title", "dc.title"]))
        .or(facts.title.as_deref());
    let Some(said) = said else {
        return facts.headings.first().cloned();
    };
    let seen = facts.headings.iter().find(|heading| {
        let cut = said.trim_end_matches(['.', '…', ' ']);
        heading.chars().count() >= 10 && (said.contains(heading.as_str()) || heading.contains(cut))
    });
    if let Some(seen) = seen {
        return Some(seen.clone());
    }
    // every page of a small site may bear the name of the site
    if let [only] = facts.headings.as_slice()
        && said.split_whitespace().count() < 4
        && only.split_whitespace().count() >= 4
    {
        return Some(only.clone());
    }
    Some(without_outlet(said, outlet).0.to_owned())
}

/// A title without the name of the outlet, and that name.
fn without_outlet<'t>(title: &'t str, outlet: Option<&str>) -> (&'t str, Option<&'t str>) {
    let found = BETWEEN
        .iter()
        .filter_map(|sign| title.rsplit_once(sign))
        .min_by_key(|(_, tail)| tail.len());
    match found {
        Some((head, tail))
            if outlet == Some(tail.trim())
                || (tail.split_whitespace().count() <= OUTLET_WORDS
                    && head.split_whitespace().count() >= 3) =>
        {
            (head.trim(), Some(tail.trim()))
        }
        Some(_) | None => (title, None),
    }
}

fn byline(facts: &Facts, article: &Article) -> Option<String> {
    let is_name = |name: &&str| !name.starts_with("http") && name.chars().count() <= 100;
    article
        .author
        .as_deref()
        .or_else(|| {
            facts
                .meta(&["author", "article:author", "dc.creator", "byl"])
                .filter(is_name)
        })
        .or(facts.byline.as_deref())
        .filter(is_name)
        .map(str::to_owned)
}

fn url(facts: &Facts, article: &Article) -> Option<String> {
    [
        facts.canonical.as_deref(),
        facts.meta(&["og:url"]),
        article.url.as_deref(),
    ]
    .into_iter()
    .flatten()
    .find(|url| url.starts_with("https://") || url.starts_with("http://"))
    .map(str::to_owned)
}

/// JSON-LD, then `<meta>`, then `<time>`, then what is called a date.
fn published(facts: &Facts, article: &Article) -> Option<Stamp> {
    const NAMES: [&str; 14] = [
        "article:published_time",
        "og:article:published_time",
        "datepublished",
        "og:published_time",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "dc.date.issued",
        "dcterms.created",
        "dc.date",
        "date",
    ];
    let said = article.published.as_deref().and_then(stamp);
    said.or_else(|| {
        NAMES
            .iter()
            .find_map(|name| facts.meta(&[name]).and_then(stamp))
    })
    .or_else(|| facts.published.as_deref().and_then(stamp))
    .or_else(|| facts.times.iter().find_map(|time| stamp(time)))
    .or_else(|| facts.dates.iter().find_map(|date| stamp(date)))
}

/// The headline, where a title is the name of the outlet and the first line of the text: «وكالة الضفة - …».
pub(super) fn without_name_in_front<'t>(title: &'t str, first: &str) -> Option<(&'t str, &'t str)> {
    BETWEEN.iter().find_map(|sign| {
        let (name, headline) = title.split_once(sign)?;
        (headline.trim() == first).then(|| (name.trim(), headline.trim()))
    })
}
