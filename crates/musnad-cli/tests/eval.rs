//! `musnad eval` prints the figures of the scorers beside the gold reports.

#![expect(clippy::unwrap_used, reason = "a test may die")]

mod shared;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use self::shared::shared;

fn output(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(
        output.status.success(),
        "{command:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

fn musnad(arguments: &[&str]) -> String {
    output(Command::new(env!("CARGO_BIN_EXE_musnad")).args(arguments))
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn piece(text: &str, part: &Value) -> Value {
    let part = part.as_str().unwrap();
    let start = text.find(part).unwrap();
    json!({"start": start, "end": start + part.len(), "text": part})
}

/// The gold claims as predictions, each spoilt in another way, so that every facet has hits and misses.
fn spoilt_gold(folders: &[PathBuf]) -> String {
    let mut out = String::new();
    let mut turn = 0_usize;
    for folder in folders {
        let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        files.sort();
        for file in files {
            let report: Value =
                serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
            let body = report["text"].as_str().unwrap();
            for claim in report["claims"].as_array().unwrap() {
                turn += 1;
                if !turn.is_multiple_of(7) {
                    out.push_str(&prediction(&report, body, claim, turn).to_string());
                    out.push('\n');
                }
                if turn.is_multiple_of(11) {
                    out.push_str(&prediction(&report, body, claim, turn + 1).to_string());
                    out.push('\n');
                }
            }
        }
    }
    out
}

fn prediction(report: &Value, body: &str, claim: &Value, turn: usize) -> Value {
    let pieces = |list: &Value| -> Vec<Value> {
        list.as_array()
            .unwrap()
            .iter()
            .map(|part| piece(body, part))
            .collect()
    };
    let every = |number: usize| turn.is_multiple_of(number);
    let spoil = |wrong: &str, right: &Value, number: usize| {
        if every(number) {
            json!(wrong)
        } else {
            right.clone()
        }
    };
    let mut chain = pieces(&claim["sources"]);
    if every(4) {
        chain.pop();
    }
    let place = &claim["place"];
    let place = match place["lat"].as_f64() {
        _ if place.is_null() || every(9) => Value::Null,
        Some(lat) => {
            let lat = if every(3) { lat + 1.0 } else { lat + 0.1 };
            json!({"text": spoil("س", &place["text"], 5), "lat": lat, "lon": place["lon"]})
        }
        None => json!({"text": place["text"], "lat": null, "lon": null}),
    };
    let date = &claim["date"];
    let date = match date.is_null() {
        true if every(6) => json!({"text": "", "earliest": null, "latest": null}),
        true => Value::Null,
        false => {
            json!({"text": "", "earliest": spoil("2000-01-01", &date["start"], 5), "latest": date["end"]})
        }
    };
    let casualties: Vec<Value> = claim["casualties"]
        .as_array()
        .unwrap()
        .iter()
        .map(|toll| {
            let mut out = piece(body, &toll["text"]);
            for key in ["effect", "min", "who", "party", "scope", "subset_of"] {
                out[key] = toll[key].clone();
            }
            out["max"] = if every(5) {
                json!(1)
            } else {
                toll["max"].clone()
            };
            if every(3) {
                out["who"] = json!("unknown");
                out["subset_of"] = json!(0);
            }
            out
        })
        .collect();
    json!({
        "report": {"id": report["id"]}, "quote": piece(body, &claim["quote"]), "trigger": piece(body, &claim["trigger"]),
        "plover": {"type": spoil("COERCE", &claim["plover"], 6)},
        "acled": if claim["acled"].is_null() { Value::Null } else { json!({"sub_event_type": spoil("Other", &claim["acled"], 4)}) },
        "factuality": spoil("possible", &claim["factuality"], 8),
        "attribution": {"stance": spoil("doubted", &claim["stance"], 5), "chain": chain},
        "actors": if every(3) { vec![] } else { pieces(&claim["actors"]) }, "recipients": pieces(&claim["recipients"]),
        "place": place, "date": date, "casualties": casualties,
    })
}

#[test]
fn figures_are_those_of_the_gold_scorer() {
    let Some(shared) = shared() else { return };
    let folders = [shared.join("gold/dev"), shared.join("gold/seed")];
    let folder = tempfile::tempdir().unwrap();
    let claims = folder.path().join("claims.jsonl");
    std::fs::write(&claims, spoilt_gold(&folders)).unwrap();
    let scorer = shared.join("gold/score.py");
    for format in [&[][..], &["--json"]] {
        let arguments = [
            &[
                text(&folders[0]),
                text(&folders[1]),
                "--pred",
                text(&claims),
            ][..],
            format,
        ]
        .concat();
        let theirs = output(Command::new("python3").arg(&scorer).args(&arguments));
        let ours = musnad(&[&["eval"][..], &arguments].concat());
        if format.is_empty() {
            assert_eq!(ours, theirs);
        } else {
            let read = |text: &str| serde_json::from_str::<Value>(text).unwrap();
            assert_eq!(read(&ours), read(&theirs));
        }
    }
}

#[test]
fn coding_and_scoring_is_the_same_in_one_step_and_in_two() {
    let Some(shared) = shared() else { return };
    let gold = shared.join("gold/dev");
    let folder = tempfile::tempdir().unwrap();
    let records = folder.path().join("reports.jsonl");
    let claims = folder.path().join("claims.jsonl");
    let mut lines = String::new();
    for entry in std::fs::read_dir(&gold).unwrap() {
        let report: Value =
            serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
        lines.push_str(&report.to_string());
        lines.push('\n');
    }
    std::fs::write(&records, lines).unwrap();
    musnad(&["code", text(&records), "--out", text(&claims)]);
    let theirs = output(
        Command::new("python3")
            .arg(shared.join("gold/score.py"))
            .args([text(&gold), "--pred", text(&claims)]),
    );
    assert_eq!(musnad(&["eval", text(&gold)]), theirs);
}

#[test]
fn figures_are_those_of_the_sentence_scorer() {
    let Some(shared) = shared() else { return };
    let tables = [
        shared.join("gsr/assault.csv"),
        shared.join("gsr/protest.csv"),
    ];
    let folder = tempfile::tempdir().unwrap();
    let claims = folder.path().join("claims.jsonl");
    let scorer = shared.join("gsr/score.py");
    let sentences = output(
        Command::new("python3")
            .arg(&scorer)
            .args(&tables)
            .arg("--jsonl"),
    );
    let records = folder.path().join("sentences.jsonl");
    std::fs::write(&records, sentences).unwrap();
    musnad(&["code", text(&records), "--out", text(&claims)]);
    let theirs = output(
        Command::new("python3")
            .arg(&scorer)
            .args(&tables)
            .args(["--pred", text(&claims)]),
    );
    assert_eq!(
        musnad(&["eval", "--gsr", text(&tables[0]), text(&tables[1])]),
        theirs
    );
}

#[test]
fn errors_are_grouped_by_cause() {
    let Some(shared) = shared() else { return };
    let text = musnad(&["eval", text(&shared.join("gold/dev")), "--errors"]);
    assert!(text.contains("\nMISSED, "), "{text}");
    assert!(text.contains("\nSPURIOUS by "), "{text}");
}
