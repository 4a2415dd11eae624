//! The lexicon's commands, as a person who adds a word uses them.

#![expect(clippy::unwrap_used, reason = "a test may die and print")]

use std::path::Path;
use std::process::{Command, Output, Stdio};

fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_musnad"))
        .current_dir(folder)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn words(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// A made-up verb, so that no entry of the project can know it.
const ENTRY: &str = "id = \"bazbaza\"\nlemma = \"بزبز\"\ngloss = \"say\"\nstance = \"doubted\"\ntone = \"distancing\"\n\
verb = [\n  \"بزبز / يبزبز\",\n]\n\
[[test]]\ntext = \"بزبزت صفحات محلية أن المجموعة قصفت القرية\"\nmatch = \"بزبزت\"\nsource = \"صفحات محلية\"\nstance = \"doubted\"\n\
[[reject]]\ntext = \"عاد الهدوء إلى القرية\"\nwhy = \"another word\"\n";

#[test]
fn a_word_is_added_without_building_anything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let new = "lexicon new reporting bazbaza --lexicon mine";
    let new: Vec<&str> = new.split(' ').collect();
    let made = run(path, &new);
    assert_eq!(made.status.code(), Some(0), "{}", words(&made));
    let file = path.join("mine/ar/reporting/bazbaza.toml");
    assert!(file.is_file());
    let again = run(path, &new);
    assert_eq!(again.status.code(), Some(1));

    // the empty file is refused with file, line and column
    let empty = run(path, &["lexicon", "check", "mine"]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(
        words(&empty).contains("mine/ar/reporting/bazbaza.toml:"),
        "{}",
        words(&empty)
    );

    std::fs::write(&file, ENTRY).unwrap();
    let checked = run(path, &["lexicon", "check", "mine"]);
    assert_eq!(checked.status.code(), Some(0), "{}", words(&checked));
    assert!(
        words(&checked).contains("1 file, 1 test, 1 reject: all pass in "),
        "{}",
        words(&checked)
    );

    let sentence = "بزبز ناشطون أن طائرة قصفت القرية";
    let tried = words(&run(
        path,
        &["lexicon", "try", sentence, "--lexicon", "mine"],
    ));
    assert!(
        tried.contains("reporting bazbaza") && tried.contains("(doubted)"),
        "{tried}"
    );
    let shown = words(&run(
        path,
        &["lexicon", "show", "bazbaza", "--lexicon", "mine"],
    ));
    assert!(
        shown.contains("mine/ar/reporting/bazbaza.toml:1") && shown.contains("يبزبزون"),
        "{shown}"
    );
}

#[test]
fn faults_and_failing_tests_name_file_line_and_column() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine/ar/reporting/bazbaza.toml");
    std::fs::create_dir_all(file.parent().unwrap()).unwrap();
    let check = |text: &str, expected: &str| {
        std::fs::write(&file, text).unwrap();
        let output = run(folder.path(), &["lexicon", "check", "mine"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(words(&output).contains(expected), "{}", words(&output));
    };
    check(
        &ENTRY.replace("stance = \"doubted\"\ntone", "stanse = \"doubted\"\ntone"),
        "bazbaza.toml:4:1: unknown field `stanse`",
    );
    check(
        &ENTRY.replace("عاد الهدوء", "بزبزت صفحة أن القتال عاد وعاد الهدوء"),
        "matched, but: another word",
    );
    check(
        &ENTRY.replace(
            "stance = \"doubted\"\n[[reject]]",
            "stance = \"denied\"\n[[reject]]",
        ),
        "stance is doubted",
    );
}

#[test]
fn an_unknown_id_is_answered_with_near_ones() {
    let folder = tempfile::tempdir().unwrap();
    let output = run(folder.path(), &["lexicon", "show", "strike-nothing"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        words(&output).contains("no entry `strike-nothing`"),
        "{}",
        words(&output)
    );
}
