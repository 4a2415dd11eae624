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

/// Codes the file of a sample, and compares text and claims with those of its gold.
#[track_caller]
fn check_file(name: &str, flags: &[&str]) -> Vec<Value> {
    let path = corpus().join(name);
    let id = path.file_stem().unwrap().to_str().unwrap();
    let report = &gold()[id];
    let text = musnad(["text".as_ref(), path.as_os_str()]);
    assert_eq!(
        Some(text.as_str()),
        report["text"].as_str(),
        "text of {name}"
    );
    let flags = flags.iter().map(AsRef::as_ref);
    let coded = musnad(["code".as_ref(), path.as_os_str()].into_iter().chain(flags));
    let (found, expected) = (claims(&coded), claims_of_record(report));
    // whole lists would fill many screens
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected, "a claim of {name}");
    }
    assert_eq!(found.len(), expected.len(), "claims of {name}");
    coded
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn plain_files_are_read_as_their_gold_says() {
    let invented = ["--country", "SY", "--published", "2021-05-12"];
    check_file("sample-raid.txt", &invented);
    check_file("sample-protest.txt", &invented);
}

#[test]
fn pages_are_read_without_their_furniture_and_tell_their_day_and_outlet() {
    for (name, country) in [
        ("syria-afrin-hospital.html", "SY"),
        ("jerusalem-synagogue.html", "IL"),
    ] {
        let claims = check_file(name, &["--country", country]);
        let report = &gold()[name.trim_end_matches(".html")];
        let told = &claims[0]["report"];
        assert_eq!(told["outlet"], report["outlet"], "{name}");
        let day = told["published"].as_str().unwrap();
        assert!(day.starts_with(report["published"].as_str().unwrap()));
    }
}

#[test]
fn old_encodings_and_split_letters_are_read_and_the_dateline_tells_the_day() {
    let bytes = std::fs::read(corpus().join("sudan-sit-in.txt")).unwrap();
    assert!(String::from_utf8(bytes).is_err(), "it is in windows-1256");
    check_file("sudan-sit-in.txt", &["--country", "SD"]);
    check_file("syria-homs-college.txt", &["--country", "SY"]);
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
