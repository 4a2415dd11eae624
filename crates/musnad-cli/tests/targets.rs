//! What the coder must reach on the development data that all who work on the project share. The
//! figures are those that were asked for; a change that falls below one fails here.

mod shared;

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use self::shared::shared;

fn scores(arguments: &[&Path], gsr: bool) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_musnad"));
    command.arg("eval");
    if gsr {
        command.arg("--gsr");
    }
    let out = command
        .args(arguments)
        .arg("--json")
        .output()
        .expect("musnad runs");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    serde_json::from_slice(&out.stdout).expect("the scores are JSON")
}

#[track_caller]
fn check(scores: &Value, floors: &[(&str, &str, f64)]) {
    let below: Vec<String> = floors
        .iter()
        .filter_map(|&(facet, measure, floor)| {
            let found = scores[facet][measure].as_f64().unwrap_or(0.0);
            (found < floor).then(|| format!("{facet}: {measure} {found:.3}, asked {floor}"))
        })
        .collect();
    assert!(below.is_empty(), "below the floor: {}", below.join("; "));
}

#[test]
fn the_report_that_started_it_all_is_read() {
    let Some(shared) = shared() else { return };
    check(
        &scores(&[&shared.join("gold/seed")], false),
        &[
            ("event", "f1", 0.85),
            ("whole claim", "f1", 0.70),
            ("casualty figure", "f1", 0.90),
            ("toll: who", "accuracy", 0.85),
            ("toll: part of another", "accuracy", 0.85),
            ("source", "accuracy", 0.90),
            ("chain of two or more", "accuracy", 0.80),
            ("stance not reported", "f1", 0.70),
            ("date", "f1", 0.85),
            ("place", "f1", 0.80),
        ],
    );
}

#[test]
fn reports_of_other_outlets_are_read() {
    let Some(shared) = shared() else { return };
    check(
        &scores(&[&shared.join("gold/dev")], false),
        &[
            ("event", "f1", 0.65),
            ("whole claim", "f1", 0.45),
            ("casualty figure", "f1", 0.75),
            ("toll: who", "accuracy", 0.80),
            ("toll: part of another", "accuracy", 0.80),
            ("source", "accuracy", 0.80),
            ("chain of two or more", "accuracy", 0.40),
            ("stance not reported", "f1", 0.50),
            ("factuality not actual", "f1", 0.50),
            ("date", "f1", 0.70),
            ("place", "f1", 0.70),
        ],
    );
}

#[test]
fn sentences_of_the_public_benchmark_are_read() {
    let Some(shared) = shared() else { return };
    check(
        &scores(&[&shared.join("gsr/assault.csv")], true),
        &[("ASSAULT", "f1", 0.60)],
    );
}
