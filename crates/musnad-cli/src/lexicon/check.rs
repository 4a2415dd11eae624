//! `musnad lexicon check`: faults of the data files, tests and rejects that fail.

use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::Path;
use std::time::Instant;

use musnad_coder::{Coder, check};
use musnad_lexicon::{Case, Entries, Fault, Lexicon, SourceFile, TestCase, read};

use crate::arguments::{CheckArguments, all_cores};
use crate::console::{Console, count};
use crate::knowledge;
use crate::output::print;
use crate::problem::{Ending, Failure};

/// Checks all files of a folder.
pub(crate) fn run(arguments: &CheckArguments, console: &Console) -> Result<Ending, Failure> {
    let start = Instant::now();
    let folder = arguments.folder.as_path();
    let files = knowledge::files(folder)?;
    let (own, cases, mut faults) = read(&files);
    let entries = if is_whole(&files) {
        own
    } else {
        over_embedded(own)?
    };
    faults.extend(entries.check_references());
    let mut out = lines(folder, &faults);
    let mut failed = Vec::new();
    if faults.is_empty() {
        let lexicon = knowledge::compile(entries)?;
        failed = failures(&lexicon, &cases);
        out += &lines(folder, &failed);
    }
    let tests = cases
        .iter()
        .filter(|case| matches!(case.case, Case::Test(_)))
        .count();
    let _ = writeln!(
        out,
        "{}, {}, {}: {} in {:.2} s",
        count(files.len(), "file"),
        count(tests, "test"),
        count(cases.len() - tests, "reject"),
        verdict(faults.len(), failed.len()),
        start.elapsed().as_secs_f64(),
    );
    print(&out)?;
    if !faults.is_empty() && !cases.is_empty() {
        console.note("the tests run when the files have no faults");
    }
    Ok(if faults.is_empty() && failed.is_empty() {
        Ending::AllRead
    } else {
        Ending::SomeFailed
    })
}

/// Whether the folder is a lexicon by itself: only that holds the codebook.
fn is_whole(files: &[SourceFile]) -> bool {
    files.iter().any(|file| file.path.contains("crosswalk"))
}

fn over_embedded(own: Entries) -> Result<Entries, Failure> {
    let mut entries = knowledge::embedded()?;
    entries.merge(own);
    Ok(entries)
}

/// The cases that fail, in the order of the files.
fn failures(lexicon: &Lexicon, cases: &[TestCase]) -> Vec<Fault> {
    let share = cases.len().div_ceil(all_cores().get()).max(1);
    std::thread::scope(|scope| {
        let threads: Vec<_> = cases
            .chunks(share)
            .map(|cases| scope.spawn(move || failures_of(lexicon, cases)))
            .collect();
        threads
            .into_iter()
            .flat_map(|thread| thread.join().unwrap_or_else(|defect| resume_unwind(defect)))
            .collect()
    })
}

fn failures_of(lexicon: &Lexicon, cases: &[TestCase]) -> Vec<Fault> {
    let mut coder = Coder::new(lexicon);
    let mut out = Vec::new();
    for case in cases {
        let result =
            catch_unwind(AssertUnwindSafe(|| check(&mut coder, case))).unwrap_or_else(|_| {
                coder = Coder::new(lexicon);
                Err("the coder has a defect and gave up on this sentence".to_owned())
            });
        if let Err(message) = result {
            let (line, column) = case.position;
            out.push(Fault {
                file: case.file.clone(),
                line,
                column,
                message,
            });
        }
    }
    out
}

fn lines(folder: &Path, faults: &[Fault]) -> String {
    faults.iter().fold(String::new(), |mut out, fault| {
        let _ = writeln!(out, "{}", knowledge::fault_line(folder, fault));
        out
    })
}

fn verdict(faults: usize, failed: usize) -> String {
    match (faults, failed) {
        (0, 0) => "all pass".to_owned(),
        (0, failed) => format!("{} failed", count(failed, "case")),
        (faults, _) => count(faults, "fault"),
    }
}
