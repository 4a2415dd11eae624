//! The built program: what it prints, says and how it ends.

#![expect(clippy::unwrap_used, reason = "a test may die and print")]

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

const RAID: &str = "قصفت طائرة حربية أمس سوق بلدة الأتارب، ما أدى إلى مقتل ثلاثة مدنيين.";

struct Bench {
    folder: tempfile::TempDir,
}

impl Bench {
    fn new() -> Self {
        Bench {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments)
            .stdin(Stdio::null())
            .output()
            .unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_musnad"));
        command.current_dir(self.folder.path()).args(arguments);
        command
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs the command and compares its exit code and what it says on stderr.
#[track_caller]
fn check(bench: &Bench, arguments: &[&str], code: i32, stderr: &str) {
    let output = bench.run(arguments);
    assert_eq!(
        (output.status.code(), err(&output).as_str()),
        (Some(code), stderr)
    );
}

fn record(id: usize) -> String {
    format!(
        "{{\"id\":\"r{id}\",\"text\":\"{RAID}\",\"published\":\"2018-12-09\",\"unknown\":[1]}}\n"
    )
}

fn claims(text: &str) -> Vec<serde_json::Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn a_report_becomes_claims_whose_spans_are_its_bytes() {
    let bench = Bench::new();
    bench.file("r.txt", RAID);
    let output = bench.run(&[
        "code",
        "r.txt",
        "--published",
        "2018-12-09",
        "--outlet",
        "جريدة",
    ]);
    assert_eq!(output.status.code(), Some(0));
    let claims = claims(&out(&output));
    assert!(!claims.is_empty());
    for claim in &claims {
        let trigger = &claim["trigger"];
        let at = |key: &str| usize::try_from(trigger[key].as_u64().unwrap()).unwrap();
        assert_eq!(RAID.get(at("start")..at("end")), trigger["text"].as_str());
        assert_eq!(claim["report"]["published"], "2018-12-09");
        assert_eq!(claim["report"]["outlet"], "جريدة");
    }
}

#[test]
fn output_keeps_the_order_of_the_input_whatever_the_jobs() {
    let bench = Bench::new();
    bench.file("r.jsonl", (0..60).map(record).collect::<String>());
    let one = out(&bench.run(&["code", "r.jsonl", "--jobs", "1"]));
    let four = out(&bench.run(&["code", "r.jsonl", "--jobs", "4"]));
    assert_eq!(one, four);
    let ids: Vec<String> = claims(&one)
        .iter()
        .map(|claim| claim["report"]["id"].as_str().unwrap().to_owned())
        .collect();
    let mut distinct = ids.clone();
    distinct.dedup();
    assert_eq!(
        distinct,
        (0..60).map(|id| format!("r{id}")).collect::<Vec<_>>()
    );
}

#[test]
fn a_broken_record_is_named_and_the_rest_goes_on() {
    let bench = Bench::new();
    let broken = "{\"id\":\"x\",\"text\":\"قصف\",\"published\":\"soon\"}\nnonsense\n";
    bench.file("r.jsonl", format!("{}{broken}{}", record(1), record(2)));
    let output = bench.run(&["code", "r.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        err(&output),
        "musnad: r.jsonl:2: report x: published: `soon` is neither a date nor an RFC 3339 time\n  \
         help: write a date as 2018-12-09, or a time with its zone as 2018-12-09T08:30:00+02:00\n\
         musnad: r.jsonl:3: not a JSON object\n  \
         help: a record is one JSON object on one line, with at least `text` or `html`: {\"id\":\"…\",\"text\":\"…\"}\n"
    );
    let text = out(&output);
    assert!(text.contains("\"r1\"") && text.contains("\"r2\""));
}

#[test]
fn input_that_cannot_be_read_is_named() {
    let bench = Bench::new();
    bench.file("binary.txt", b"ab\0c");
    bench.file("latin.txt", b"caf\xe9 d\xe9j\xe0 vu");
    std::fs::create_dir(bench.path().join("empty")).unwrap();
    check(
        &bench,
        &["code", "missing.txt"],
        1,
        "musnad: cannot read missing.txt: no such file or directory\n",
    );
    check(
        &bench,
        &["code", "binary.txt"],
        1,
        "musnad: binary.txt:1: no text: byte 2 of the file is NUL\n  help: give plain text, a web page or JSON Lines\n",
    );
    check(
        &bench,
        &["code", "latin.txt"],
        1,
        "musnad: latin.txt:1: neither UTF-8 (byte 3 fits no letter) nor another encoding of Arabic\n  \
         help: save the file as UTF-8; windows-1256, ISO-8859-6 and UTF-16 are read too\n",
    );
    check(
        &bench,
        &["code", "empty"],
        1,
        "musnad: empty holds no reports\n  help: in a folder, files that end in .txt, .html, .htm, .jsonl or .ndjson are read\n",
    );
}

/// «قصفت طائرة حربية …» on a page with a menu, its day in the metadata.
fn page() -> String {
    let more = "وأضاف المجلس المحلي أن فرق الدفاع المدني نقلت الجرحى إلى المشافي القريبة، وأن البحث عن عالقين تحت الأنقاض مستمر.";
    format!(
        "<!DOCTYPE html><html><head><title>قصف على الأتارب</title>\
         <meta property='article:published_time' content='2018-12-09T08:00:00+02:00'></head>\
         <body><nav><a href='/'>الرئيسية</a></nav><h1>قصف على الأتارب</h1>\
         <div class='body'><p>{RAID}</p><p>{more}</p></div></body></html>"
    )
}

#[test]
fn the_text_that_is_printed_is_that_of_the_offsets() {
    let bench = Bench::new();
    bench.file("page.html", page());
    bench.file("saved.txt", page());
    bench.file(
        "r.jsonl",
        format!("{}\n", serde_json::json!({"id": "p", "html": page()})),
    );
    let printed = bench.run(&["text", "page.html"]);
    let text = out(&printed);
    assert!(
        text.starts_with(&format!("قصف على الأتارب\n\n{RAID}")),
        "{text}"
    );
    assert!(err(&printed).contains("published 2018-12-09T08:00:00+02:00 (metadata)"));
    for file in ["page.html", "saved.txt", "r.jsonl"] {
        let found = claims(&out(&bench.run(&["code", file])));
        assert!(
            found
                .iter()
                .any(|claim| claim["date"]["earliest"] == "2018-12-08"),
            "{file}"
        );
        for claim in &found {
            let at = |key: &str| usize::try_from(claim["trigger"][key].as_u64().unwrap()).unwrap();
            assert_eq!(
                text.get(at("start")..at("end")),
                claim["trigger"]["text"].as_str(),
                "{file}"
            );
            assert_eq!(claim["report"]["published_from"], "metadata");
            let hash = claim["report"]["working_text"]["sha256"].as_str().unwrap();
            assert!(err(&printed).contains(hash), "{file}");
        }
    }
    let records = out(&bench.run(&["text", "page.html", "--format", "jsonl"]));
    bench.file("again.jsonl", &records);
    let again = claims(&out(&bench.run(&["code", "again.jsonl"])));
    let first = claims(&out(&bench.run(&["code", "page.html"])));
    assert_eq!(again[0]["id"], first[0]["id"]);
    assert_eq!(again[0]["report"]["published_from"], "metadata");
}

#[test]
fn a_flag_beats_the_page_and_the_dateline_comes_before_the_address() {
    let bench = Bench::new();
    bench.file("page.html", page());
    bench.file("r.txt", format!("الأحد 9 كانون الأول 2018\n{RAID}"));
    let report = |arguments: &[&str]| claims(&out(&bench.run(arguments)))[0]["report"].clone();
    let given = report(&["code", "page.html", "--published", "2018-12-20"]);
    assert_eq!(given["published"], "2018-12-20");
    assert_eq!(given["published_from"], "given");
    let found = report(&["code", "r.txt"]);
    assert_eq!(found["published"], "2018-12-09");
    assert_eq!(found["published_from"], "dateline");
    let table = out(&bench.run(&["code", "r.txt", "--format", "table"]));
    assert!(table.contains("published 2018-12-09 (dateline)"), "{table}");
}

#[test]
fn input_without_claims_is_noted() {
    let bench = Bench::new();
    bench.file("empty.txt", "");
    bench.file("empty.jsonl", "\n");
    bench.file("latin.jsonl", "{\"id\":\"a\",\"text\":\"nothing here\"}");
    check(
        &bench,
        &["code", "empty.txt"],
        0,
        "musnad: note: empty.txt is empty: no claims\n",
    );
    check(
        &bench,
        &["code", "empty.jsonl"],
        0,
        "musnad: note: empty.jsonl holds no reports\n",
    );
    check(
        &bench,
        &["code", "latin.jsonl"],
        0,
        "musnad: note: latin.jsonl:1: report a holds no Arabic: no claims\n",
    );
}

#[test]
fn a_report_over_the_limit_is_refused_by_name() {
    let bench = Bench::new();
    bench.file("big.txt", "قصف ".repeat((32 << 20) / 7 + 1));
    let line = format!(
        "{{\"id\":\"big\",\"text\":\"{}\"}}\n{}",
        "a".repeat(100 << 20),
        record(1)
    );
    bench.file("big.jsonl", line);
    let help = "  help: is it an archive of reports? give one file a report, or JSON Lines with one report a line\n";
    check(
        &bench,
        &["code", "big.txt"],
        1,
        &format!("musnad: big.txt has more than 32 MiB, the most that a report may have\n{help}"),
    );
    let output = bench.run(&["code", "big.jsonl"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        err(&output).starts_with("musnad: big.jsonl:1: the line has 100 MiB"),
        "{}",
        err(&output)
    );
    assert!(out(&output).contains("\"r1\""));
}

#[test]
fn wrong_usage_ends_with_two() {
    let bench = Bench::new();
    bench.file("r.txt", RAID);
    bench.file("sub/r.txt", RAID);
    for arguments in [
        &["code", "r.txt", "--published", "2018-02-30"][..],
        &["code", "r.txt", "--country", "Syria"],
        &["code", "r.txt", "--out", "r.txt"],
        &["code", ".", "--out", "claims.jsonl"],
        &["code", ".", "--out", "sub/claims.jsonl"],
        &["code", "r.txt", "--jobs", "0"],
        &["eval"],
        &["lexicon", "new", "reporting", "زعم"],
        &["nonsense"],
    ] {
        assert_eq!(bench.run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    assert_eq!(
        std::fs::read_to_string(bench.path().join("r.txt")).unwrap(),
        RAID
    );
}

#[test]
fn a_folder_is_read_in_the_order_of_its_paths() {
    let bench = Bench::new();
    bench.file("in/b.txt", RAID);
    bench.file("in/a/z.jsonl", record(1));
    bench.file("in/notes.md", RAID);
    let output = bench.run(&["code", "in", "--out", "claims.jsonl"]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""));
    let claims = claims(&std::fs::read_to_string(bench.path().join("claims.jsonl")).unwrap());
    assert_eq!(claims.first().unwrap()["report"]["id"], "r1");
    assert!(
        claims.last().unwrap()["report"]["id"]
            .as_str()
            .unwrap()
            .starts_with("r-")
    );
}

#[test]
fn a_table_line_holds_latin_first_and_arabic_last() {
    let bench = Bench::new();
    bench.file("r.txt", RAID);
    let table = out(&bench.run(&[
        "code",
        "r.txt",
        "--format",
        "table",
        "--published",
        "2018-12-09",
    ]));
    assert!(table.contains("ASSAULT"), "{table}");
    assert!(table.contains("killed 3"), "{table}");
    for line in table.lines() {
        let after = line.chars().skip_while(|c| !('ء'..='ي').contains(c));
        assert!(
            !after.into_iter().any(|c| c.is_ascii_alphabetic()),
            "{line}"
        );
    }
}

#[test]
fn a_closed_pipe_ends_quietly() {
    let bench = Bench::new();
    bench.file("r.jsonl", (0..3000).map(record).collect::<String>());
    let mut child = bench
        .command(&["code", "r.jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), err(&output).as_str()), (Some(0), ""));
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_with_whole_lines() {
    let bench = Bench::new();
    let mut child = bench
        .command(&["code", "-", "--input", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    input.write_all(record(1).as_bytes()).unwrap();
    input.flush().unwrap();
    let mut first = String::new();
    // claims come while the input stays open
    output.read_line(&mut first).unwrap();
    assert!(first.ends_with("}\n"));
    let start = Instant::now();
    Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(start.elapsed() < Duration::from_secs(5));
    let rest: Vec<String> = output.lines().map(Result::unwrap).collect();
    assert!(rest.iter().all(|line| line.ends_with('}')), "{rest:?}");
    drop(input);
}

#[test]
fn the_version_names_the_lexicon() {
    let version = out(&Bench::new().run(&["--version"]));
    let hash = version
        .trim()
        .strip_prefix("musnad 0.1.0+lexicon.")
        .unwrap_or("");
    assert!(
        hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()),
        "{version}"
    );
}

#[test]
fn the_schema_names_the_fields_of_a_claim() {
    let schema: serde_json::Value =
        serde_json::from_str(&out(&Bench::new().run(&["schema", "claim"]))).unwrap();
    for field in ["quote", "trigger", "plover", "attribution", "casualties"] {
        assert!(!schema["properties"][field].is_null(), "{field}");
    }
}

#[test]
fn explain_shows_every_stage() {
    let bench = Bench::new();
    bench.file("r.txt", RAID);
    let text = out(&bench.run(&["explain", "r.txt", "--published", "2018-12-09"]));
    for heading in [
        "tokens",
        "numbers",
        "times",
        "places",
        "attributions",
        "rules that fired",
        "rules that lost",
        "claims",
    ] {
        assert!(
            text.contains(&format!("── {heading}: ")),
            "{heading} in {text}"
        );
    }
}
