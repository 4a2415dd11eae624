//! A web page to a report.

use musnad_model::Report;

use super::Content;
use crate::arguments::Context;
use crate::problem::Problem;

/// The report with the text of the page and with what the page says of itself where neither the record nor
/// the command line says it.
#[cfg(feature = "html")]
pub(super) fn report(
    name: &str,
    html: &str,
    decoder: &str,
    report: Report,
    context: &Context,
) -> Result<Report, Problem> {
    use std::panic::catch_unwind;

    use musnad_model::{PublishedFrom, WorkingText};
    use musnad_text::{EXTRACTOR, Page};

    // a defect of the extractor costs this page only
    let page = catch_unwind(|| Page::read(html)).map_err(|_| {
        Problem::new(format!(
            "{name}: the reader of pages has a defect and gave up on it"
        ))
        .help("please report this with the page; the rest was read")
    })?;
    let given = report.published.is_some() || context.published.is_some();
    let stamp = page.published.filter(|_| !given);
    Ok(Report {
        working_text: Some(WorkingText::new(&page.text, decoder, Some(EXTRACTOR))),
        text: page.text,
        published_from: stamp.as_ref().map(|_| PublishedFrom::Metadata),
        published: report.published.or(stamp.map(|stamp| stamp.text)),
        outlet: report
            .outlet
            .or_else(|| context.outlet.clone())
            .or(page.outlet),
        url: report.url.or(page.url),
        title: report.title.or(page.title),
        byline: report.byline.or(page.byline),
        ..report
    })
}

/// Without the feature `html` a page is refused.
#[cfg(not(feature = "html"))]
pub(super) fn report(
    name: &str,
    _html: &str,
    _decoder: &str,
    _report: Report,
    _context: &Context,
) -> Result<Report, Problem> {
    Err(Problem::new(format!(
        "{name} is a web page, and this program was built without reading pages"
    ))
    .help("save its text as .txt"))
}

/// A page without a text.
pub(super) fn empty(name: &str) -> Content {
    Content::Note(format!(
        "{name}: the page holds no text of a report: no claims"
    ))
}
