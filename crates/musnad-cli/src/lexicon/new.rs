//! `musnad lexicon new`: a data file with empty fields and comments in Arabic.

use std::fs::OpenOptions;
use std::io::Write;

use crate::arguments::{NewArguments, NewKind};
use crate::console::Console;
use crate::output::print;
use crate::problem::{Ending, Failure, Problem, plain};

/// Writes the file; one that is there is never touched.
pub(crate) fn run(arguments: &NewArguments, console: &Console) -> Result<Ending, Failure> {
    let id = &arguments.id;
    let is_id = !id.is_empty()
        && id.bytes().all(|byte| {
            byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_'
        });
    if !is_id {
        let problem = Problem::new(format!("`{id}` cannot be an id"));
        return Err(Failure::Usage(
            problem.help("use small Latin letters, digits and hyphens: air-strike"),
        ));
    }
    let (folder, skeleton) = match arguments.kind {
        NewKind::Reporting => ("ar/reporting", REPORTING),
        NewKind::Casualty => ("ar/casualties", CASUALTY),
        NewKind::Event => ("ar/events", EVENT),
    };
    let folder = arguments.lexicon.join(folder);
    let path = folder.join(format!("{id}.toml"));
    let failed = |error: &std::io::Error| {
        let problem = Problem::new(format!("cannot write {}: {}", path.display(), plain(error)));
        match error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                problem.help("open it and add to it, or choose another id")
            }
            _ => problem,
        }
    };
    std::fs::create_dir_all(&folder).map_err(|error| failed(&error))?;
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
        .map_err(|error| failed(&error))?;
    file.write_all(skeleton.replace("@ID@", id).as_bytes())
        .map_err(|error| failed(&error))?;
    print(&format!("{}\n", path.display()))?;
    console.line(&format!(
        "fill it in, then: musnad lexicon check {}",
        arguments.lexicon.display()
    ));
    Ok(Ending::AllRead)
}

const REPORTING: &str = include_str!("skeletons/reporting.toml");
const CASUALTY: &str = include_str!("skeletons/casualty.toml");
const EVENT: &str = include_str!("skeletons/event.toml");

#[cfg(test)]
mod tests {
    use musnad_lexicon::{SourceFile, read};

    /// An empty file is refused for its empty fields only: its keys are all known.
    #[track_caller]
    fn check(path: &str, skeleton: &str) {
        let file = SourceFile {
            path: path.to_owned(),
            bytes: skeleton.replace("@ID@", "new-id").into_bytes(),
        };
        let faults: Vec<String> = read(&[file]).2.iter().map(ToString::to_string).collect();
        assert!(
            faults
                .iter()
                .all(|fault| !fault.contains("unknown field") && !fault.contains("invalid")),
            "{faults:?}"
        );
        assert!(
            faults.iter().any(|fault| fault.contains("why")),
            "{faults:?}"
        );
    }

    #[test]
    fn skeletons_have_known_keys_only() {
        check("ar/reporting/new-id.toml", super::REPORTING);
        check("ar/casualties/new-id.toml", super::CASUALTY);
        check("ar/events/new-id.toml", super::EVENT);
    }
}
