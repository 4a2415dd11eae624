//! How many places of the gold reports and of the list of hard toponyms come out right.

use std::path::{Path, PathBuf};

use musnad_lexicon::Gazetteer;

use super::most_specific;
use super::tests::with_places;

/// Right: within so many metres of the gold.
const RIGHT: f64 = 25_000.0;

/// The folder of shared yardsticks; `None`, with a message, where it is absent and this is not CI.
fn shared(below: &str) -> Option<PathBuf> {
    let path = Path::new("/work/shared").join(below);
    if path.exists() {
        return Some(path);
    }
    assert!(std::env::var("CI").is_err(), "{} is absent", path.display());
    eprintln!("skipped: {} is absent", path.display());
    None
}

struct Gold {
    text: String,
    at: usize,
    point: Option<(f64, f64)>,
}

fn gold_places(report: &serde_json::Value) -> Vec<Gold> {
    let text = report["text"].as_str().unwrap_or_default();
    let claims = report["claims"]
        .as_array()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let place = |claim: &serde_json::Value| {
        let place = claim["place"]["text"].as_str()?;
        let quote = claim["quote"].as_str()?;
        let in_text = text.find(quote)?;
        let at = quote
            .find(place)
            .map(|at| in_text + at)
            .or_else(|| text.find(place))?;
        let point = claim["place"]["lat"]
            .as_f64()
            .zip(claim["place"]["lon"].as_f64());
        Some(Gold {
            text: place.to_owned(),
            at,
            point,
        })
    };
    claims.iter().filter_map(place).collect()
}

#[test]
fn most_places_of_the_gold_reports_are_right() {
    let Some(folder) = shared("gold/dev") else {
        return;
    };
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    let (mut right, mut all) = (0_u32, 0_u32);
    for file in files {
        let report: serde_json::Value =
            serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
        let gold = gold_places(&report);
        with_places(
            report["text"].as_str().unwrap(),
            report["country"].as_str(),
            |_, mentions| {
                for gold in &gold {
                    all += 1;
                    let over: Vec<_> = mentions
                        .iter()
                        .filter(|mention| {
                            (mention.span.start as usize) < gold.at + gold.text.len()
                                && gold.at < mention.span.end as usize
                        })
                        .collect();
                    let got = over
                        .get(most_specific(&over))
                        .map(|mention| mention.place.lat.zip(mention.place.lon));
                    let fits = match (got, gold.point) {
                        (Some(Some(got)), Some(point)) => Gazetteer::metres(got, point) <= RIGHT,
                        (Some(None), None) => true,
                        _ => false,
                    };
                    if fits {
                        right += 1;
                    } else {
                        let name = file.file_name().unwrap().to_string_lossy().into_owned();
                        eprintln!(
                            "{name}: «{}» {:?} read as {:?}",
                            gold.text,
                            gold.point,
                            over.iter()
                                .map(|mention| (
                                    &mention.place.at.text,
                                    got,
                                    &mention.place.id,
                                    mention.place.via
                                ))
                                .collect::<Vec<_>>()
                        );
                    }
                }
            },
        );
    }
    let share = f64::from(right) / f64::from(all.max(1));
    eprintln!("gold places: {right} of {all} right ({share:.3})");
    assert!(share >= 0.85, "only {share:.3}");
}

#[test]
fn hard_toponyms_are_right_or_honestly_unknown() {
    let Some(file) = shared("data/toponyms.tsv") else {
        return;
    };
    let table = std::fs::read_to_string(file).unwrap();
    let (mut right, mut wrong, mut unknown) = (0_u32, 0_u32, 0_u32);
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let number = |at: usize| cells[at].parse::<f64>().ok();
        let point = number(3)
            .zip(number(4))
            .map(|point| (point, RIGHT))
            .or_else(|| Some((number(6).zip(number(7))?, number(8)? * 1000.0)));
        let Some((point, radius)) = point else {
            continue;
        };
        with_places(cells[9], Some(cells[0]), |_, mentions| {
            let at = cells[9].find(cells[1]).unwrap();
            let got = mentions
                .iter()
                .find(|mention| {
                    (mention.span.start as usize) < at + cells[1].len()
                        && at < mention.span.end as usize
                })
                .and_then(|mention| Some((mention.place.lat.zip(mention.place.lon)?, mention)));
            match got {
                None => {
                    eprintln!(
                        "{} ({}): unknown {:?}",
                        cells[1],
                        cells[2],
                        mentions
                            .iter()
                            .map(|m| &m.place.at.text)
                            .collect::<Vec<_>>()
                    );
                    unknown += 1;
                }
                Some((got, _)) if Gazetteer::metres(got, point) <= radius => right += 1,
                Some((_, mention)) => {
                    eprintln!("{} ({}): wrong, {:?}", cells[1], cells[2], mention.place);
                    wrong += 1;
                }
            }
        });
    }
    eprintln!("toponyms: {right} right, {wrong} wrong, {unknown} unknown");
    assert!(f64::from(right) >= 0.8 * f64::from(right + wrong + unknown));
    // a province has the point of its seat, as the gold reports and ACLED do; the list has its middle
    assert!(wrong <= 2);
}
