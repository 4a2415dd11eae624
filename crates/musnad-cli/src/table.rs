//! Claims for people: a block for each. A line holds one Arabic string at most, at its end, so that no
//! terminal mixes directions.

use std::fmt::Write as _;

use musnad_coder::Coded;
use musnad_model::{
    Casualty, Claim, DateRef, EntityRef, LinkKind, Place, PublishedFrom, Report, Stance,
};
use serde::Serialize;

/// The claims of one report and, if asked for, what was not read.
pub(crate) fn report(report: &Report, coded: &Coded, leftovers: bool) -> String {
    let mut out = format!("═══ {}", report.id);
    // where nothing was given, the coder may have found the day
    let found = coded.claims.first().map(|claim| &claim.report);
    let (published, from) = match found {
        Some(found) => (&found.published, found.published_from),
        None => (&report.published, report.published_from),
    };
    if let Some(published) = published {
        let _ = write!(out, "  published {published}");
        if let Some(from) = from.filter(|&from| from != PublishedFrom::Given) {
            let _ = write!(out, " ({})", word(&from));
        }
    }
    if let Some(outlet) = &report.outlet {
        let _ = write!(out, "  {outlet}");
    }
    out.push('\n');
    if coded.claims.is_empty() {
        out.push_str("    no claims\n");
    }
    for (number, claim) in (1..).zip(&coded.claims) {
        let _ = write!(out, "\n{number:>3} {}", block(claim));
    }
    if leftovers {
        for leftover in &coded.leftovers {
            let words = one_line(leftover.span.of(&report.text));
            line(&mut out, "not read", &leftover.reason, &words);
        }
    }
    out.push('\n');
    out
}

/// One claim. The first line names the event.
pub(crate) fn block(claim: &Claim) -> String {
    let mut out = claim.plover.kind.as_str().to_owned();
    if let Some(mode) = &claim.plover.mode {
        let _ = write!(out, " {mode}");
    }
    if let Some(acled) = &claim.acled {
        let _ = write!(out, " · {}", acled.sub_event_type);
    }
    let _ = writeln!(out, " · {}", word(&claim.factuality));
    line(&mut out, "trigger", "", &claim.trigger.text);
    says(&mut out, claim);
    for actor in &claim.actors {
        line(&mut out, "actor", &entity(actor), &actor.at.text);
    }
    for recipient in &claim.recipients {
        line(
            &mut out,
            "recipient",
            &entity(recipient),
            &recipient.at.text,
        );
    }
    if let Some(found) = &claim.place {
        line(&mut out, "place", &place(found), &found.at.text);
    }
    if let Some(found) = &claim.date {
        line(&mut out, "date", &date(found), &found.at.text);
    }
    for toll in &claim.casualties {
        line(&mut out, "toll", &casualty(toll), &toll.at.text);
    }
    for person in &claim.persons {
        let age = person
            .age
            .map_or(String::new(), |age| format!(", age {age}"));
        line(
            &mut out,
            "person",
            &format!("{}{age}", word(&person.role)),
            &person.at.text,
        );
    }
    for doubt in &claim.doubts {
        line(&mut out, "doubt", &doubt.note, "");
    }
    line(&mut out, "quote", "", &one_line(&claim.quote.text));
    line(&mut out, "rule", &claim.rule, "");
    out
}

/// outlet <- agency <- speaker (doubted), a line each.
fn says(out: &mut String, claim: &Claim) {
    let attribution = &claim.attribution;
    let outlet = claim.report.outlet.as_deref().unwrap_or("");
    let last = attribution.chain.len();
    if last == 0 {
        line(
            out,
            "source",
            if outlet.is_empty() {
                "the outlet itself"
            } else {
                "the outlet itself:"
            },
            outlet,
        );
        return;
    }
    line(
        out,
        "source",
        if outlet.is_empty() {
            "the outlet"
        } else {
            "outlet"
        },
        outlet,
    );
    for (number, link) in (1..).zip(&attribution.chain) {
        let kind = word::<LinkKind>(&link.kind).replace('_', " ");
        let name = link
            .name
            .as_ref()
            .map_or(String::new(), |name| format!(", {}", name.en));
        let stance = match attribution.stance {
            _ if number < last => String::new(),
            Stance::Reported => " (reported)".to_owned(),
            Stance::Affirmed => " (affirmed)".to_owned(),
            Stance::Doubted => " (doubted)".to_owned(),
            Stance::Denied => " (denied)".to_owned(),
        };
        line(out, "", &format!("<- {kind}{name}{stance}"), &link.at.text);
    }
}

fn entity(entity: &EntityRef) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if let Some(name) = &entity.name {
        parts.push(&name.en);
    }
    let codes: Vec<&str> = [entity.country.as_deref(), entity.sector.as_deref()]
        .into_iter()
        .flatten()
        .collect();
    let codes = codes.join(" ");
    let mut out = parts.join(", ");
    if !codes.is_empty() {
        let _ = write!(out, "{}[{codes}]", if out.is_empty() { "" } else { " " });
    }
    out
}

fn place(place: &Place) -> String {
    let mut out = place
        .name
        .as_ref()
        .map_or(String::new(), |name| name.en.clone());
    for division in place.admin.iter().rev() {
        let _ = write!(out, "{}{division}", if out.is_empty() { "" } else { ", " });
    }
    if let Some(country) = &place.country {
        let _ = write!(out, "{}{country}", if out.is_empty() { "" } else { ", " });
    }
    match (place.lat, place.lon) {
        (Some(lat), Some(lon)) => {
            let _ = write!(out, " ({lat:.3}, {lon:.3}");
            if let Some(metres) = place.precision.metres {
                let _ = write!(out, " ±{} km", f64::from(metres) / 1000.0);
            }
            out.push(')');
        }
        _ => out.push_str(" (no coordinates)"),
    }
    out.trim_start().to_owned()
}

fn date(date: &DateRef) -> String {
    let mut out = match (date.earliest, date.latest) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => match &date.relative {
            Some(relative) => {
                format!(
                    "{:+} {} from publication, which is not known",
                    relative.offset,
                    word(&relative.unit)
                )
            }
            None => "not told".to_owned(),
        },
    };
    if let Some(hour) = date.hour {
        let _ = write!(out, " {hour:02}h");
    }
    if let Some(part) = &date.part_of_day {
        let _ = write!(out, " {}", word(part));
    }
    out
}

fn casualty(toll: &Casualty) -> String {
    let about = if toll.approximate { "about " } else { "" };
    let count = match (toll.min, toll.max) {
        (Some(min), Some(max)) if min == max => format!("{about}{min}"),
        (Some(min), Some(max)) => format!("{about}{min} to {max}"),
        (Some(min), None) => format!("{min} or more"),
        (None, Some(max)) => format!("up to {max}"),
        (None, None) => "number not told".to_owned(),
    };
    let mut out = format!(
        "{} {count}, {}",
        word(&toll.effect).replace('_', " "),
        word(&toll.who)
    );
    if let (Some(since), Some(until)) = (toll.since, toll.until) {
        let _ = write!(out, ", {since} to {until}");
    }
    let scope = word(&toll.scope);
    if scope != "incident" {
        let _ = write!(out, ", {scope}");
    }
    if toll.subset_of.is_some() {
        out.push_str(", part of another figure");
    }
    out
}

fn line(out: &mut String, label: &str, latin: &str, arabic: &str) {
    let gap = if latin.is_empty() || arabic.is_empty() {
        ""
    } else {
        "  "
    };
    let _ = writeln!(out, "    {label:<10}{latin}{gap}{arabic}");
}

/// The name that a value has in JSON.
pub(crate) fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

/// The words without line ends.
pub(crate) fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
