//! The article in a page's JSON-LD.

use serde_json::{Map, Value};

use super::facts::text;

/// What JSON-LD says of the article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Article {
    pub(super) headline: Option<String>,
    pub(super) published: Option<String>,
    pub(super) author: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) url: Option<String>,
    pub(super) body: Option<String>,
}

/// Types of schema.org that are one report.
const ARTICLES: [&str; 9] = [
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "LiveBlogPosting",
    "Article",
    "Report",
    "BlogPosting",
    "SocialMediaPosting",
];
/// A page itself: it may hold the day and the address.
const PAGES: [&str; 2] = ["WebPage", "ItemPage"];
/// So many objects of a page are looked at.
const MOST: usize = 500;

/// The article of the blocks, the page's own description where there is none. Blocks that are no JSON are
/// passed over.
pub(super) fn article(blocks: &[&str]) -> Option<Article> {
    let values: Vec<Value> = blocks.iter().filter_map(|block| parse(block)).collect();
    let objects = objects(&values);
    let of = |types: &[&str]| objects.iter().find(|object| is_of(object, types)).copied();
    let found = of(&ARTICLES).or_else(|| of(&PAGES))?;
    let string = |key: &str| found.get(key).and_then(Value::as_str).and_then(text);
    Some(Article {
        headline: is_of(found, &ARTICLES)
            .then(|| string("headline").or_else(|| string("name")))
            .flatten(),
        published: string("datePublished").or_else(|| string("dateCreated")),
        author: name(found.get("author"), &objects),
        publisher: name(found.get("publisher"), &objects),
        url: string("url").or_else(|| match found.get("mainEntityOfPage")? {
            Value::String(address) => text(address),
            Value::Object(page) => page.get("@id").and_then(Value::as_str).and_then(text),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
        }),
        body: found
            .get("articleBody")
            .and_then(Value::as_str)
            .map(str::to_owned),
    })
}

/// All objects of the blocks, those in lists and in `@graph` included.
fn objects(values: &[Value]) -> Vec<&Map<String, Value>> {
    let mut out = Vec::new();
    let mut waiting: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = waiting.pop() {
        if out.len() >= MOST {
            break;
        }
        match value {
            Value::Array(list) => waiting.extend(list.iter().rev()),
            Value::Object(object) => {
                out.push(object);
                waiting.extend(
                    ["mainEntity", "@graph"]
                        .iter()
                        .filter_map(|key| object.get(*key)),
                );
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    out
}

fn is_of(object: &Map<String, Value>, types: &[&str]) -> bool {
    let is = |value: &Value| {
        value.as_str().is_some_and(|found| {
            let found = found.rsplit(['/', ':']).next().unwrap_or(found);
            types.contains(&found)
        })
    };
    match object.get("@type") {
        Some(Value::Array(list)) => list.iter().any(is),
        Some(value) => is(value),
        None => false,
    }
}

/// A name that is written out, or that of the object that is pointed at.
fn name(value: Option<&Value>, objects: &[&Map<String, Value>]) -> Option<String> {
    match value? {
        Value::String(name) => text(name).filter(|name| !name.starts_with("http")),
        Value::Object(object) => {
            let named = |object: &Map<String, Value>| {
                object.get("name").and_then(Value::as_str).and_then(text)
            };
            named(object).or_else(|| {
                let id = object.get("@id")?;
                objects
                    .iter()
                    .filter(|other| other.get("@id") == Some(id))
                    .find_map(|other| named(other))
            })
        }
        Value::Array(list) => {
            let names: Vec<String> = list
                .iter()
                .take(10)
                .filter(|value| !value.is_array())
                .filter_map(|value| name(Some(value), objects))
                .collect();
            (!names.is_empty()).then(|| names.join("، "))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// Reads a block; what sites often break is mended: wrappers, bare line ends in strings, commas before a
/// bracket, half of a surrogate pair.
fn parse(block: &str) -> Option<Value> {
    let block = block.trim();
    let block = ["<![CDATA[", "//<![CDATA[", "/*<![CDATA[*/", "<!--"]
        .iter()
        .find_map(|wrapper| block.strip_prefix(wrapper))
        .unwrap_or(block);
    let block = ["/*]]>*/", "//]]>", "]]>", "-->", ";"]
        .iter()
        .fold(block.trim(), |block, wrapper| {
            block.strip_suffix(wrapper).unwrap_or(block).trim_end()
        });
    serde_json::from_str(block)
        .ok()
        .or_else(|| serde_json::from_str(&mended(block)).ok())
}

fn mended(block: &str) -> String {
    let mut out = String::with_capacity(block.len());
    let mut in_string = false;
    let mut escaped = false;
    let mut rest = block.chars();
    while let Some(letter) = rest.next() {
        if escaped {
            escaped = false;
            // both halves of a pair go: what they meant was no Arabic letter
            let is_surrogate = letter == 'u'
                && rest.as_str().get(..2).is_some_and(|start| {
                    matches!(
                        start.to_ascii_lowercase().as_bytes(),
                        [b'd', b'8'..=b'9' | b'a'..=b'f']
                    )
                });
            if is_surrogate {
                out.push_str("ufffd");
                rest.nth(3);
            } else {
                out.push(letter);
            }
            continue;
        }
        match letter {
            '"' => in_string = !in_string,
            '\\' if in_string => escaped = true,
            '}' | ']' if !in_string => {
                let end = out.trim_end().trim_end_matches(',').len();
                out.truncate(end);
            }
            _ => {}
        }
        out.push(if letter.is_ascii_control() {
            ' '
        } else {
            letter
        });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn headline(block: &str, expected: Option<&str>) {
        let found = article(&[block]).and_then(|article| article.headline);
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn broken_blocks_are_mended_or_passed_over() {
        headline(r#"{"@type":"NewsArticle","headline":"قصف"}"#, Some("قصف"));
        headline(
            "<![CDATA[{\"@type\":\"NewsArticle\",\"headline\":\"قصف\nليلي\",}]]>",
            Some("قصف ليلي"),
        );
        headline(
            r#"{"@type":"Article","headline":"قصف \ud83d"}"#,
            Some("قصف \u{fffd}"),
        );
        headline(
            r#"[{"@type":["Article","X"],"headline":"قصف"},];"#,
            Some("قصف"),
        );
        headline("{\"@type\":\"Article\",\"headline\":", None);
        headline(&"[".repeat(100_000), None);
    }
}
