//! `musnad lexicon show`: an entry, where it stands and all its forms.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use musnad_lexicon::{Entries, Item, Lexicon};

use crate::arguments::ShowArguments;
use crate::knowledge;
use crate::output::print;
use crate::problem::{Ending, Failure, Problem};

/// An entry that bears the id.
struct Found {
    kind: &'static str,
    gloss: String,
    item: fn(Item) -> Option<u16>,
    at: usize,
}

/// Prints every entry with the id.
pub(crate) fn run(arguments: &ShowArguments) -> Result<Ending, Failure> {
    let folder = folder(arguments);
    let lexicon = knowledge::lexicon(folder.as_deref())?;
    let found = entries(&lexicon.entries, &arguments.id);
    if found.is_empty() {
        return Err(unknown(&lexicon.entries, &arguments.id).into());
    }
    let mut out = String::new();
    for entry in found {
        let place = folder
            .as_deref()
            .and_then(|folder| place(folder, &arguments.id))
            .unwrap_or_else(|| "the embedded lexicon".to_owned());
        let _ = writeln!(out, "{} {} in {place}", entry.kind, arguments.id);
        if !entry.gloss.is_empty() {
            let _ = writeln!(out, "  {}", entry.gloss);
        }
        let forms = forms(&lexicon, &entry);
        let _ = writeln!(
            out,
            "  {} forms, folded as they are looked up:",
            forms.len()
        );
        for form in forms {
            let _ = writeln!(out, "    {form}");
        }
    }
    print(&out)?;
    Ok(Ending::AllRead)
}

/// The folder given, or ./data where it is a lexicon.
fn folder(arguments: &ShowArguments) -> Option<PathBuf> {
    let here = Path::new("data");
    arguments
        .lexicon
        .clone()
        .or_else(|| here.join("ar").is_dir().then(|| here.to_owned()))
}

fn forms(lexicon: &Lexicon, entry: &Found) -> Vec<String> {
    lexicon.forms_of(|item| (entry.item)(item).map(usize::from) == Some(entry.at))
}

fn entries(entries: &Entries, id: &str) -> Vec<Found> {
    let mut out = Vec::new();
    macro_rules! look {
        ($list:ident, $kind:literal, $entry:ident => $gloss:expr, $item:pat => $position:expr) => {
            for (at, $entry) in entries
                .$list
                .iter()
                .enumerate()
                .filter(|(_, entry)| entry.id == id)
            {
                let item = |item| match item {
                    $item => Some($position),
                    _ => None,
                };
                out.push(Found {
                    kind: $kind,
                    gloss: $gloss,
                    item,
                    at,
                });
            }
        };
    }
    look!(reporting, "reporting", e => format!("{}, {}", e.gloss, e.stance), Item::Reporting(at) | Item::ReportingPreposition(at) => at);
    look!(casualties, "casualty", e => format!("{}, {}", e.gloss, e.effect), Item::Casualty(at) => at);
    look!(events, "event", e => format!("{}, codes {}", e.gloss, e.codes), Item::Trigger(at, ..) => at);
    look!(people, "people", e => e.gloss.clone(), Item::People(at) => at);
    look!(sources, "source", e => e.gloss.clone(), Item::Source(at) => at);
    look!(titles, "title", e => e.gloss.clone(), Item::Title(at) => at);
    look!(actors, "actor", e => e.name.en.clone(), Item::Actor(at) | Item::ActorShort(at) => at);
    look!(nations, "nation", e => e.en.clone(), Item::Nation(at, _) => at);
    look!(means, "means", e => e.gloss.clone(), Item::Means(at) => at);
    look!(months, "month", e => format!("month {}", e.number), Item::Month(at, _) => at);
    look!(weekdays, "weekday", e => format!("day {} of the week, 1 is Monday", e.number), Item::Weekday(at) => at);
    look!(time, "time word", e => e.kind.clone(), Item::Time(at) => at);
    look!(numbers, "numeral", e => e.value.to_string(), Item::Numeral(at) => at);
    look!(bounds, "bound", e => e.bound.clone(), Item::Bound(at) => at);
    look!(classes, "class of function words", e => e.gloss.clone(), Item::Class(at) => at);
    look!(place_kinds, "place kind", e => e.gloss.clone(), Item::PlaceKind(at) => at);
    out
}

/// The first line of the folder's files that gives the id.
fn place(folder: &Path, id: &str) -> Option<String> {
    let files = knowledge::files(folder).ok()?;
    for file in files {
        let Ok(text) = std::str::from_utf8(&file.bytes) else {
            continue;
        };
        for (number, line) in (1..).zip(text.lines()) {
            let Some(value) = line.trim_start().strip_prefix("id") else {
                continue;
            };
            let value = value.trim_start().strip_prefix('=').map(str::trim);
            if value
                .and_then(|value| value.strip_prefix('"'))
                .and_then(|value| value.split('"').next())
                == Some(id)
            {
                return Some(format!("{}:{number}", folder.join(&file.path).display()));
            }
        }
    }
    None
}

fn unknown(entries: &Entries, id: &str) -> Problem {
    let problem = Problem::new(format!("the lexicon has no entry `{id}`"));
    let known = entries
        .reporting
        .iter()
        .map(|entry| &entry.id)
        .chain(entries.events.iter().map(|entry| &entry.id))
        .chain(entries.casualties.iter().map(|entry| &entry.id))
        .chain(entries.actors.iter().map(|entry| &entry.id));
    let near: Vec<&str> = known
        .filter(|known| known.contains(id) || id.contains(known.as_str()))
        .map(String::as_str)
        .take(8)
        .collect();
    if near.is_empty() {
        problem.help("ids are the names of the files in data/ar, or stand as `id` in them")
    } else {
        problem.help(format!("near: {}", near.join(", ")))
    }
}
