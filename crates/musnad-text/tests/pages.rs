//! Pages in the layouts of Arabic sites, each with the text and the metadata that must come out. The texts
//! are made up. `NAME.html` is the page, byte for byte as a server sends it; `NAME.txt` the expected text
//! behind lines of expected metadata.
//!
//! `UPDATE_PAGES=1` writes what comes out in place of what is expected: read the difference.

#![expect(clippy::unwrap_used, reason = "a test may die")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use musnad_text::{Page, Shape, date_in_url, decode};
use proptest::prelude::*;

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let mut out: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "html"))
        .collect();
    out.sort();
    out
}

fn found(path: &Path) -> String {
    let decoded = decode(std::fs::read(path).unwrap(), Shape::Page).unwrap();
    let page = Page::read(&decoded.text);
    let in_url = || date_in_url(page.url.as_deref()?).map(|date| format!("{date} (address)"));
    let published = page.published.as_ref().map(|stamp| stamp.text.clone());
    let mut out = String::new();
    for (name, value) in [
        ("decoder", Some(decoded.decoder.to_owned())),
        ("title", page.title.clone()),
        ("byline", page.byline.clone()),
        ("outlet", page.outlet.clone()),
        ("url", page.url.clone()),
        ("published", published.or_else(in_url)),
    ] {
        writeln!(out, "{name}: {}", value.as_deref().unwrap_or("-")).unwrap();
    }
    writeln!(out, "\n{}", page.text).unwrap();
    out
}

#[test]
fn pages_give_their_text_and_metadata() {
    let pages = pages();
    assert!(pages.len() >= 20, "{} pages", pages.len());
    let update = std::env::var_os("UPDATE_PAGES").is_some();
    let mut wrong = Vec::new();
    for path in pages {
        let expected = path.with_extension("txt");
        let found = found(&path);
        if update {
            std::fs::write(&expected, &found).unwrap();
        } else if std::fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("── {}\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A page of the tags `open` so many times, a text, and the tags `close` so many times.
fn nested(open: &str, close: &str, times: usize) -> String {
    format!(
        "<html><body>{}<p>{}</p>{}</body></html>",
        open.repeat(times),
        "سقطت قذيفة على أطراف البلدة من دون أن توقع إصابات بين المدنيين. ".repeat(5),
        close.repeat(times)
    )
}

#[test]
fn a_page_without_bounds_is_read_in_time() {
    let distinct: String = (0..20_000).fold(String::new(), |mut out, number| {
        let _ = write!(out, "<x{number} a{number}>");
        out
    });
    for page in [
        nested("<div>", "</div>", 10_000),
        nested("<div>", "", 200_000),
        nested("<b id=1><font color=red><span>", "", 50_000),
        nested("<ul><li>", "</li></ul>", 10_000),
        nested("<table><tr><td>", "", 10_000),
        nested("<p><a href=x>", "", 15_000),
        nested("<p>نص</p>", "", 15_000),
        nested("<div><p>نص", "", 15_000),
        nested("نص<br>", "", 15_000),
        nested("<table><a>نص", "", 9_000),
        nested(&distinct, "", 1),
        nested("</div></p></x>", "", 60_000),
        nested("<!--", "", 60_000),
        nested("<a b=\">\" c='", "", 60_000),
        nested("<script>", "", 60_000),
        format!("<html><body><p {}>نص</p>", "a=b c ".repeat(200_000)),
        format!("<html><p>{}", "قصف ".repeat(1_000_000)),
        format!(
            "<script type='application/ld+json'>{}</script>",
            "[{\"a\":".repeat(100_000)
        ),
        "<".repeat(1_000_000),
        "&#xd800;&#x110000;&".repeat(10_000),
    ] {
        let start = Instant::now();
        let _ = Page::read(&page);
        let head: String = page.chars().take(40).collect();
        let took = start.elapsed();
        println!("{took:?} {head}");
        // unoptimised, on a busy machine; a page that takes the square of its length takes hours
        assert!(took.as_secs() < 30, "{head}: {took:?}");
    }
}

/// Marks and words in any order, whole and cut.
fn soup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "</?(div|p|table|tr|td|ul|li|a|b|h1|article|span|svg|title|time|br|img|figure|noscript|template|select|math|body|html)( (class|id|href|datetime|itemprop)=[\"']?[a-z#-]{0,8}[\"']?)?/?>?",
        "<!--|-->|<script>|</script>|<script type='application/ld\\+json'>|<!\\[CDATA\\[|<!DOCTYPE html>|<meta (name|property)=\"(og:title|date)\" content=\"\\PC{0,9}\">",
        "[ \\n.,،<>&;\"'=/#x0-9]{1,4}",
        "&(amp|nbsp|lt|#x?[0-9a-f]{1,6});?",
        "(قصف|قال ناشطون إن قذيفة سقطت، ولم ترد أنباء عن إصابات.|سوق الزهراء|\u{200f}|ـ){1,6}",
        "\\{\"@type\":\"(NewsArticle|x)\",\"headline\":\"(\\\\ud800|x)\"[},]",
    ];
    proptest::collection::vec(piece, 0..120).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_page_is_read(html in soup()) {
        let page = Page::read(&html);
        let line_end_left = page.text.contains('\u{fdd0}');
        prop_assert!(!line_end_left);
        prop_assert_eq!(&page, &Page::read(&html));
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for shape in [Shape::Plain, Shape::Page] {
            let _ = decode(bytes.clone(), shape);
        }
    }
}
