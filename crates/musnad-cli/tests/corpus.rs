//! The samples in `corpus/`: they are read as their gold says, and no facet of what the coder makes of
//! them falls below the score that is noted.

#![expect(clippy::unwrap_used, reason = "a test may die")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;
use serde_json::Value;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus")
}

fn musnad<I: AsRef<std::ffi::OsStr>>(arguments: impl IntoIterator<Item = I>) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_musnad"))
        .args(arguments)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// The gold reports by id.
fn gold() -> BTreeMap<String, Value> {
    let files = std::fs::read_dir(corpus().join("gold")).unwrap();
    files
        .map(|file| {
            let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
            let report: Value = serde_json::from_str(&text).unwrap();
            (report["id"].as_str().unwrap().to_owned(), report)
        })
        .collect()
}

/// What `scripts/note_scores.py` writes.
#[derive(Deserialize)]
struct Noted {
    reports: u64,
    facet: Vec<Facet>,
}

#[derive(Deserialize)]
struct Facet {
    name: String,
    measure: String,
    noted: f64,
    items: u32,
}

impl Facet {
    /// How far the facet may fall: 0.01, or one item where one weighs more.
    fn margin(&self) -> f64 {
        (1.0 / f64::from(self.items.max(1))).max(0.01)
    }

    fn fallen(&self, scores: &Value) -> Option<String> {
        let found = scores[&self.name][&self.measure].as_f64().unwrap_or(0.0);
        (found < self.noted - self.margin()).then(|| {
            format!(
                "{}: {} {found:.3}, noted {:.3}",
                self.name, self.measure, self.noted
            )
        })
    }
}

#[test]
fn no_facet_falls_below_its_noted_score() {
    let noted = std::fs::read_to_string(corpus().join("scores.toml")).unwrap();
    let noted: Noted = toml::from_str(&noted).unwrap();
    let folder = corpus().join("gold");
    let scores = musnad(["eval".as_ref(), folder.as_os_str(), "--json".as_ref()]);
    let scores: Value = serde_json::from_str(&scores).unwrap();
    assert_eq!(scores["reports"].as_u64(), Some(noted.reports));
    assert!(!noted.facet.is_empty());
    let fallen: Vec<String> = noted
        .facet
        .iter()
        .filter_map(|facet| facet.fallen(&scores))
        .collect();
    assert!(
        fallen.is_empty(),
        "below the noted score: {}; `musnad eval corpus/gold --errors` lists what is wrong",
        fallen.join("; ")
    );
}

/// Claims without what depends on how the report came in.
fn claims(lines: &str) -> Vec<Value> {
    lines
        .lines()
        .map(|line| {
            let mut claim: Value = serde_json::from_str(line).unwrap();
            let fields = claim.as_object_mut().unwrap();
            fields.remove("id");
            fields.remove("report");
            claim
        })
        .collect()
}

/// What the coder makes of a gold report when it comes as a record.
fn claims_of_record(report: &Value) -> Vec<Value> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.jsonl");
    std::fs::write(&path, report.to_string()).unwrap();
    claims(&musnad(["code".as_ref(), path.as_os_str()]))
}

#[test]
fn records_are_those_of_the_gold() {
    let gold = gold();
    let wire = std::fs::read_to_string(corpus().join("wire.jsonl")).unwrap();
    for line in wire.lines() {
        let record: Value = serde_json::from_str(line).unwrap();
        let report = &gold[record["id"].as_str().unwrap()];
        for field in ["text", "outlet", "published", "country"] {
            assert_eq!(record[field], report[field], "{field} of {}", record["id"]);
        }
    }
}

#[test]
fn plain_files_are_read_as_their_gold_says() {
    let gold = gold();
    let files = ["syria-homs-college", "sample-raid", "sample-protest"];
    for id in files {
        let report = &gold[id];
        let field = |name: &str| report[name].as_str().unwrap();
        let path = corpus().join(id).with_extension("txt");
        let coded = musnad([
            "code".as_ref(),
            path.as_os_str(),
            "--published".as_ref(),
            field("published").as_ref(),
            "--outlet".as_ref(),
            field("outlet").as_ref(),
            "--country".as_ref(),
            field("country").as_ref(),
        ]);
        assert_eq!(claims(&coded), claims_of_record(report), "{id}");
    }
}

#[test]
fn every_gold_report_has_its_sample() {
    let wire = std::fs::read_to_string(corpus().join("wire.jsonl")).unwrap();
    for id in gold().keys() {
        let named = format!("\"id\": \"{id}\"");
        let has_file = ["txt", "html"]
            .iter()
            .any(|ending| corpus().join(id).with_extension(ending).is_file());
        assert!(has_file || wire.contains(&named), "{id} has no sample");
    }
}
