//! Which files a command line names.

use std::path::{Path, PathBuf};

use crate::problem::{Problem, plain};

/// The files in order; folders are replaced by the reports in them, sorted by path.
pub(crate) fn expand(files: &[PathBuf]) -> Vec<Result<PathBuf, Problem>> {
    let mut out = Vec::new();
    for path in files {
        if !path.is_dir() {
            out.push(Ok(path.clone()));
            continue;
        }
        let mut found = Vec::new();
        search(path, &mut found);
        found.sort_by(|a, b| key(a).cmp(key(b)));
        if found.is_empty() {
            out.push(Err(Problem::new(format!(
                "{} holds no reports",
                path.display()
            ))
            .help(
                "in a folder, files that end in .txt, .html, .htm, .jsonl or .ndjson are read",
            )));
        }
        out.extend(found.into_iter().map(|(path, problem)| match problem {
            Some(problem) => Err(problem),
            None => Ok(path),
        }));
    }
    out
}

/// Whether a file of a folder is read, by its ending.
pub(crate) fn is_report(path: &Path) -> bool {
    path.extension()
        .and_then(|ending| ending.to_str())
        .is_some_and(|ending| matches!(ending, "txt" | "html" | "htm" | "jsonl" | "ndjson"))
}

/// The bytes of all files; `None` where one is no plain file.
pub(crate) fn total_size(sources: &[Result<PathBuf, Problem>]) -> Option<u64> {
    let mut total = 0;
    for path in sources.iter().flatten() {
        if path.as_os_str() == "-" {
            return None;
        }
        // a missing file is named when its turn comes
        let Ok(facts) = std::fs::metadata(path) else {
            continue;
        };
        if !facts.is_file() {
            return None;
        }
        total += facts.len();
    }
    Some(total)
}

type Found = (PathBuf, Option<Problem>);

fn key(found: &Found) -> &Path {
    &found.0
}

fn search(folder: &Path, out: &mut Vec<Found>) {
    let unreadable = |error: &std::io::Error| {
        Some(Problem::new(format!(
            "cannot read {}: {}",
            folder.display(),
            plain(error)
        )))
    };
    let listing = match std::fs::read_dir(folder) {
        Ok(listing) => listing,
        Err(error) => return out.push((folder.to_owned(), unreadable(&error))),
    };
    for entry in listing {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                out.push((folder.to_owned(), unreadable(&error)));
                continue;
            }
        };
        let path = entry.path();
        // links to folders are not followed: they can lead in circles
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if is_folder {
            search(&path, out);
        } else if is_report(&path) && path.is_file() {
            out.push((path, None));
        }
    }
}
