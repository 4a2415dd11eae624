//! The lexicon that a command works with: the embedded one, or that with a folder's entries over it.

use std::path::{Path, PathBuf};

use musnad_lexicon::{Entries, Fault, Lexicon, SourceFile};

use crate::problem::{Failure, Problem, plain};

/// Version of the program with the hash of the embedded lexicon.
pub(crate) fn version() -> String {
    version_with(&musnad_data::hash())
}

/// Version of the program with the hash of a lexicon.
pub(crate) fn version_with(hash: &str) -> String {
    format!("{}+lexicon.{hash}", env!("CARGO_PKG_VERSION"))
}

/// The embedded lexicon, with the entries of `folder` added or put in the place of those of the same id.
pub(crate) fn lexicon(folder: Option<&Path>) -> Result<Lexicon, Failure> {
    let mut entries = embedded()?;
    let Some(folder) = folder else {
        return Ok(Lexicon::compile(entries, musnad_data::hash()));
    };
    let (own, _, mut faults) = musnad_lexicon::read(&files(folder)?);
    entries.merge(own);
    faults.extend(entries.check_references());
    refuse(folder, &faults)?;
    compile(entries)
}

/// The entries that the program brings along.
pub(crate) fn embedded() -> Result<Entries, Failure> {
    musnad_data::entries().map_err(|error| Problem::new(error.to_string()).into())
}

/// A lexicon of `entries`, named by their hash.
pub(crate) fn compile(mut entries: Entries) -> Result<Lexicon, Failure> {
    entries.strip_tests();
    let bytes = entries
        .to_bytes()
        .map_err(|error| Problem::new(error.to_string()))?;
    let hash = Entries::hash(&bytes);
    Ok(Lexicon::compile(entries, hash))
}

/// The data files below `folder`, in the order of their paths.
pub(crate) fn files(folder: &Path) -> Result<Vec<SourceFile>, Failure> {
    if !folder.is_dir() {
        let problem = Problem::new(format!("there is no folder {}", folder.display()));
        return Err(problem
            .help("name the folder of the data files, which holds `ar/`")
            .into());
    }
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    paths.sort();
    if paths.is_empty() {
        let problem = Problem::new(format!("{} holds no data files", folder.display()));
        return Err(problem
            .help("data files end in .toml or .csv; see data/README.md")
            .into());
    }
    let mut out = Vec::with_capacity(paths.len());
    for path in paths {
        let bytes = std::fs::read(&path).map_err(|error| unreadable(&path, &error))?;
        let name = path
            .strip_prefix(folder)
            .unwrap_or(&path)
            .to_string_lossy()
            .replace('\\', "/");
        out.push(SourceFile { path: name, bytes });
    }
    Ok(out)
}

/// How a fault of a file below `folder` is written.
pub(crate) fn fault_line(folder: &Path, fault: &Fault) -> String {
    let file = folder.join(&fault.file);
    format!(
        "{}:{}:{}: {}",
        file.display(),
        fault.line,
        fault.column,
        fault.message
    )
}

fn refuse(folder: &Path, faults: &[Fault]) -> Result<(), Failure> {
    if faults.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = faults
        .iter()
        .map(|fault| fault_line(folder, fault))
        .collect();
    let problem = Problem::new(format!(
        "the lexicon in {} has faults:\n{}",
        folder.display(),
        lines.join("\n")
    ));
    Err(problem
        .help(format!("musnad lexicon check {}", folder.display()))
        .into())
}

fn unreadable(path: &Path, error: &std::io::Error) -> Problem {
    Problem::new(format!("cannot read {}: {}", path.display(), plain(error)))
}

fn collect(folder: &Path, out: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let listing = std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    for entry in listing {
        let entry = entry.map_err(|error| unreadable(folder, &error))?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if path.is_dir() {
            collect(&path, out)?;
        } else if path
            .extension()
            .is_some_and(|ending| ending == "toml" || ending == "csv")
        {
            out.push(path);
        }
    }
    Ok(())
}
