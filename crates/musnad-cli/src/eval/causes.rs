//! Why claims were missed, spurious or different: grouped, the largest group first.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use musnad_coder::Leftover;
use musnad_lexicon::{Item, Lexicon};
use musnad_model::Span;

use super::gold::{GoldClaim, GoldReport};
use super::matching::{find, overlap, pairs};
use super::prediction::{Prediction, Predictions};
use super::score::{Agreement, common_names, distinct_figures, same_point};
use crate::table::one_line;

/// What was not read, by report.
pub(crate) type Leftovers = BTreeMap<String, Vec<Leftover>>;

/// Groups of lines by cause.
type Groups = BTreeMap<String, Vec<String>>;

/// All errors, grouped.
pub(crate) fn errors(
    gold: &[GoldReport],
    predictions: &Predictions,
    leftovers: &Leftovers,
    lexicon: &Lexicon,
) -> String {
    let mut groups = Groups::new();
    for report in gold {
        let predicted = predictions.get(&report.id).map_or(&[][..], Vec::as_slice);
        let left = leftovers.get(&report.id).map_or(&[][..], Vec::as_slice);
        of_report(report, predicted, left, lexicon, &mut groups);
    }
    print_groups(groups)
}

/// The groups as text.
pub(crate) fn print_groups(groups: Groups) -> String {
    let mut groups: Vec<(String, Vec<String>)> = groups.into_iter().collect();
    groups.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(&b.0)));
    let mut out = String::new();
    for (cause, lines) in groups {
        let _ = writeln!(out, "\n{cause}: {}", lines.len());
        for line in lines {
            let _ = writeln!(out, "   {line}");
        }
    }
    out
}

fn of_report(
    report: &GoldReport,
    predicted: &[Prediction],
    left: &[Leftover],
    lexicon: &Lexicon,
    groups: &mut Groups,
) {
    let mut add = |cause: String, line: String| {
        groups
            .entry(cause)
            .or_default()
            .push(format!("{}: {line}", report.id));
    };
    let pairs = pairs(&report.claims, predicted, &report.text);
    for (at, claim) in report.claims.iter().enumerate() {
        if pairs.iter().all(|&(gold, _)| gold != at) {
            let cause = why_missed(report, claim, left, lexicon);
            let line = format!(
                "{} [{}] {}",
                claim.plover,
                claim.trigger,
                beginning(&claim.quote)
            );
            add(format!("MISSED, {cause}"), line);
        }
    }
    for (at, prediction) in predicted.iter().enumerate() {
        if pairs.iter().all(|&(_, other)| other != at) {
            let trigger = prediction
                .trigger
                .as_ref()
                .map_or("", |piece| piece.text.as_str());
            let quote = prediction
                .quote
                .as_ref()
                .map_or("", |piece| piece.text.as_str());
            let line = format!(
                "{} [{trigger}] {}",
                prediction.plover.kind,
                beginning(quote)
            );
            add(format!("SPURIOUS by {}", prediction.rule), line);
        }
    }
    for &(at, other) in &pairs {
        let (claim, prediction) = (&report.claims[at], &predicted[other]);
        mismatches(claim, prediction, |cause, line| {
            add(cause, format!("{line}  | {}", beginning(&claim.quote)));
        });
    }
    missed_figures(report, predicted, add);
}

fn mismatches(claim: &GoldClaim, prediction: &Prediction, mut add: impl FnMut(String, String)) {
    let agreement = Agreement::of(claim, prediction);
    if !agreement.kind {
        add(
            format!(
                "WRONG TYPE, {} for {}",
                prediction.plover.kind, claim.plover
            ),
            format!("[{}] by {}", claim.trigger, prediction.rule),
        );
    }
    let chains = || {
        format!(
            "gold {} got {}",
            chain(&claim.sources),
            chain(&prediction.chain())
        )
    };
    if !agreement.source {
        let cause = match (claim.sources.is_empty(), prediction.chain().is_empty()) {
            (false, true) => "WRONG SOURCE, none found",
            (true, false) => "WRONG SOURCE, the outlet itself says it",
            _ => "WRONG SOURCE, another",
        };
        add(cause.to_owned(), chains());
    } else if !agreement.chain {
        add("WRONG CHAIN".to_owned(), chains());
    }
    if !agreement.stance {
        add(
            format!("WRONG STANCE, {} for {}", prediction.stance(), claim.stance),
            format!("[{}]", claim.trigger),
        );
    }
    if !agreement.factuality {
        add(
            format!(
                "WRONG FACTUALITY, {} for {}",
                prediction.factuality(),
                claim.factuality
            ),
            format!("[{}]", claim.trigger),
        );
    }
    let predicted = prediction
        .acled
        .as_ref()
        .and_then(|acled| acled.sub_event_type.as_deref());
    if let Some(acled) = &claim.acled
        && predicted != Some(acled)
    {
        add(
            format!("WRONG ACLED, {} for {acled}", predicted.unwrap_or("none")),
            format!("[{}]", claim.trigger),
        );
    }
    for (field, names, pieces) in [
        ("ACTORS", &claim.actors, &prediction.actors),
        ("RECIPIENTS", &claim.recipients, &prediction.recipients),
    ] {
        let pieces: Vec<&str> = pieces
            .iter()
            .flatten()
            .map(|piece| piece.text.as_str())
            .collect();
        if common_names(names, &pieces) < names.len().max(pieces.len()) {
            add(
                format!("WRONG {field}"),
                format!("[{}] gold {names:?} got {pieces:?}", claim.trigger),
            );
        }
    }
    place_and_date(claim, prediction, add);
}

fn place_and_date(claim: &GoldClaim, prediction: &Prediction, mut add: impl FnMut(String, String)) {
    let (gold, got) = (claim.place.as_ref(), prediction.place.as_ref());
    let same_words = gold
        .zip(got)
        .is_some_and(|(a, b)| super::names::same_name(&a.text, &b.text));
    let near = same_point(gold, got);
    let lines = || {
        let point = |text: &str, lat: Option<f64>, lon: Option<f64>| match lat.zip(lon) {
            Some((lat, lon)) => format!("{text} ({lat:.2}, {lon:.2})"),
            None => text.to_owned(),
        };
        let gold = gold.map_or("none".to_owned(), |place| {
            point(&place.text, place.lat, place.lon)
        });
        let got = got.map_or("none".to_owned(), |place| {
            point(&place.text, place.lat, place.lon)
        });
        format!("[{}] gold {gold} got {got}", claim.trigger)
    };
    if (gold.is_some() || got.is_some()) && !same_words && !near {
        add("WRONG PLACE".to_owned(), lines());
    } else if gold.is_some_and(|place| place.lat.is_some()) && !near {
        add("WRONG COORDINATES".to_owned(), lines());
    }
    let got = prediction
        .date
        .as_ref()
        .map(|date| (&date.earliest, &date.latest));
    let gold = claim.date.as_ref().map(|date| (&date.start, &date.end));
    let vague = gold.is_some_and(|(start, _)| start.is_none());
    if gold != got && !vague {
        let words = |date: Option<(&Option<String>, &Option<String>)>| match date {
            Some((from, to)) => {
                format!(
                    "{}..{}",
                    from.as_deref().unwrap_or("null"),
                    to.as_deref().unwrap_or("null")
                )
            }
            None => "none".to_owned(),
        };
        add(
            "WRONG DATE".to_owned(),
            format!(
                "[{}] gold {} got {}",
                claim.trigger,
                words(gold),
                words(got)
            ),
        );
    }
}

/// Why no claim was made: no word of the trigger is known, or it was known and dropped.
fn why_missed(
    report: &GoldReport,
    claim: &GoldClaim,
    left: &[Leftover],
    lexicon: &Lexicon,
) -> String {
    let quote = find(&report.text, &claim.quote, None);
    let trigger = find(&report.text, &claim.trigger, quote);
    if let Some(leftover) = left
        .iter()
        .find(|leftover| overlap(Some(leftover.span), trigger))
    {
        return format!("trigger known but dropped: {}", leftover.reason);
    }
    match known_event(&claim.trigger, lexicon) {
        Some(event) => format!("trigger known ({event}) but no claim was made"),
        None => "no trigger known".to_owned(),
    }
}

/// The first event that a word of `trigger` can name.
fn known_event<'a>(trigger: &str, lexicon: &'a Lexicon) -> Option<&'a str> {
    trigger.split_whitespace().find_map(|word| {
        lexicon
            .readings(&musnad_text::fold(word))
            .into_iter()
            .find_map(|reading| match reading.sense.item {
                Item::Trigger(event, ..) => lexicon
                    .entries
                    .events
                    .get(usize::from(event))
                    .map(|event| event.id.as_str()),
                _ => None,
            })
    })
}

fn missed_figures(
    report: &GoldReport,
    predicted: &[Prediction],
    mut add: impl FnMut(String, String),
) {
    let figures = distinct_figures(predicted);
    let mut matched: Vec<Span> = Vec::new();
    for claim in &report.claims {
        let quote = find(&report.text, &claim.quote, None);
        for toll in &claim.casualties {
            let span = find(&report.text, &toll.text, quote);
            matched.extend(span);
            let near: Vec<_> = figures
                .iter()
                .filter(|figure| overlap(span, figure.span()))
                .collect();
            let same = |figure: &&&super::prediction::Casualty| {
                (
                    &figure.effect,
                    figure.min,
                    figure.max,
                    figure.scope.as_ref(),
                ) == (&toll.effect, toll.min, toll.max, Some(&toll.scope))
            };
            if near.iter().any(same) {
                continue;
            }
            let bound =
                |number: Option<i64>| number.map_or("null".to_owned(), |number| number.to_string());
            let gold = format!(
                "{} {}-{} {}",
                toll.effect,
                bound(toll.min),
                bound(toll.max),
                toll.scope
            );
            match near.first() {
                None => add(
                    "FIGURE MISSED".to_owned(),
                    format!("{gold} [{}]", toll.text),
                ),
                Some(figure) => {
                    let field = if figure.effect != toll.effect {
                        "effect"
                    } else if (figure.min, figure.max) != (toll.min, toll.max) {
                        "number"
                    } else {
                        "scope"
                    };
                    let scope = figure.scope.as_deref().unwrap_or("none");
                    let got = format!(
                        "{} {}-{} {scope}",
                        figure.effect,
                        bound(figure.min),
                        bound(figure.max)
                    );
                    add(
                        format!("FIGURE, wrong {field}"),
                        format!("gold {gold} got {got} [{}]", toll.text),
                    );
                }
            }
        }
    }
    for figure in figures {
        if matched
            .iter()
            .all(|&span| !overlap(Some(span), figure.span()))
        {
            let words = figure.span().map_or("", |span| span.of(&report.text));
            add(
                "FIGURE SPURIOUS".to_owned(),
                format!("{} [{}]", figure.effect, one_line(words)),
            );
        }
    }
}

fn chain<T: AsRef<str>>(links: &[T]) -> String {
    if links.is_empty() {
        return "[outlet]".to_owned();
    }
    let links: Vec<&str> = links.iter().map(AsRef::as_ref).collect();
    format!("[{}]", links.join(" <- "))
}

fn beginning(words: &str) -> String {
    one_line(words).chars().take(110).collect()
}
