//! `musnad explain`: how a report was read, stage by stage.

use std::fmt::Write as _;

use musnad_coder::{Coder, EntryKind, Explanation};
use musnad_model::{Report, Span};

use crate::arguments::ExplainArguments;
use crate::code::only_report;
use crate::console::Console;
use crate::knowledge;
use crate::output::print;
use crate::problem::{Ending, Failure};
use crate::table::{block, one_line, word};

/// Explains the report of a file.
pub(crate) fn run(arguments: &ExplainArguments, console: &Console) -> Result<Ending, Failure> {
    let report = only_report(
        &arguments.file,
        arguments.input,
        arguments.context.clone(),
        console,
    )?;
    let Some(report) = report else {
        return Ok(Ending::AllRead);
    };
    let lexicon = knowledge::lexicon(arguments.lexicon.as_deref())?;
    let explanation = Coder::new(&lexicon).explain(&report);
    print(&text(&report, &explanation))?;
    Ok(Ending::AllRead)
}

/// All stages in the order in which the report was read.
pub(crate) fn text(report: &Report, explanation: &Explanation) -> String {
    let mut page = Page {
        text: &report.text,
        out: String::new(),
    };
    page.tokens(explanation);
    page.mentions(explanation);
    page.sayings(explanation);
    page.rules(explanation);
    page.heading("claims", explanation.claims.len());
    for (number, claim) in (1..).zip(&explanation.claims) {
        let _ = write!(page.out, "{number:>3} {}", block(claim));
    }
    page.heading("not read", explanation.leftovers.len());
    for leftover in &explanation.leftovers {
        page.line(leftover.span, &leftover.reason);
    }
    page.out
}

struct Page<'a> {
    text: &'a str,
    out: String,
}

impl Page<'_> {
    fn heading(&mut self, name: &str, count: usize) {
        let _ = writeln!(self.out, "── {name}: {count}");
    }

    /// Bytes and reading first, the Arabic words last.
    fn line(&mut self, span: Span, reading: &str) {
        let words = one_line(span.of(self.text));
        let place = format!("{}..{}", span.start, span.end);
        let _ = writeln!(self.out, "  {place:<13} {reading}  {words}");
    }

    fn tokens(&mut self, explanation: &Explanation) {
        self.heading("tokens", explanation.tokens.len());
        for token in &explanation.tokens {
            let reading = match (token.furniture, token.readings.is_empty()) {
                (true, _) => "furniture, not read".to_owned(),
                (false, true) => "·".to_owned(),
                (false, false) => token.readings.join(" | "),
            };
            self.line(token.span, &reading);
        }
        let hits = explanation
            .hits
            .iter()
            .filter(|hit| is_worth_showing(hit.kind));
        self.heading("entries that matched", hits.clone().count());
        for hit in hits {
            let form = if hit.form.is_empty() {
                String::new()
            } else {
                format!(" ({})", hit.form)
            };
            self.line(hit.span, &format!("{} {}{form}", hit.kind.as_str(), hit.id));
        }
    }

    fn mentions(&mut self, explanation: &Explanation) {
        self.heading("numbers", explanation.numbers.len());
        for number in &explanation.numbers {
            let bound = word(&number.bound).replace('_', " ");
            self.line(
                number.span,
                &format!("{} ({bound})", range(number.min, number.max)),
            );
        }
        self.heading("times", explanation.times.len());
        for time in &explanation.times {
            let day = |date: Option<jiff::civil::Date>| {
                date.map_or("?".to_owned(), |date| date.to_string())
            };
            let grain = word(&time.grain);
            self.line(
                time.span,
                &format!("{} to {} ({grain})", day(time.earliest), day(time.latest)),
            );
        }
        self.heading("places", explanation.places.len());
        for place in &explanation.places {
            let id = place.id.as_deref().unwrap_or("in no gazetteer");
            let name = place.name.as_deref().unwrap_or("");
            let point = place
                .point
                .map_or(String::new(), |(lat, lon)| format!(" ({lat:.3}, {lon:.3})"));
            self.line(place.span, &format!("{id} {name}{point}"));
        }
        self.heading("actors, people and sources", explanation.entities.len());
        for entity in &explanation.entities {
            let kind = match (entity.kind, entity.person) {
                (Some(kind), _) => kind.as_str(),
                (None, true) => "person",
                (None, false) => "group",
            };
            let id = entity.id.as_deref().unwrap_or("");
            let party = entity
                .party
                .as_ref()
                .map_or(String::new(), |party| format!(" of {party}"));
            self.line(entity.span, &format!("{kind} {id}{party}"));
        }
        self.heading("figures", explanation.figures.len());
        for figure in &explanation.figures {
            let effect = figure
                .effect
                .map_or("nothing told".to_owned(), |effect| word(&effect));
            let part = if figure.subset {
                ", part of another"
            } else {
                ""
            };
            let numbers = range(figure.min, figure.max);
            self.line(
                figure.span,
                &format!("{effect} {numbers}, {}{part}", word(&figure.scope)),
            );
        }
    }

    fn sayings(&mut self, explanation: &Explanation) {
        self.heading("attributions", explanation.attributions.len());
        for attribution in &explanation.attributions {
            let stance = word(&attribution.stance);
            let entry = attribution.entry.as_deref().unwrap_or("no verb");
            self.line(
                attribution.verb.unwrap_or_default(),
                &format!("{entry}, {stance}"),
            );
            for link in &attribution.chain {
                self.line(*link, "    <-");
            }
            self.line(attribution.content, "    says");
        }
    }

    fn rules(&mut self, explanation: &Explanation) {
        self.heading("rules that fired", explanation.fired.len());
        for rule in &explanation.fired {
            self.line(rule.span, &rule.rule);
        }
        self.heading("rules that lost", explanation.lost.len());
        for rule in &explanation.lost {
            self.line(rule.span, &format!("{}: {}", rule.rule, rule.reason));
        }
    }
}

/// Function words and numerals show in the tokens already.
fn is_worth_showing(kind: EntryKind) -> bool {
    !matches!(
        kind,
        EntryKind::Grammar
            | EntryKind::Number
            | EntryKind::GivenName
            | EntryKind::Bound
            | EntryKind::Unit
    )
}

fn range(min: Option<u64>, max: Option<u64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("{min} or more"),
        (None, Some(max)) => format!("up to {max}"),
        (None, None) => "no number".to_owned(),
    }
}
