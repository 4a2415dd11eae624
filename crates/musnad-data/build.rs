//! Compiles the data files into the compact form that the program embeds.

use std::path::{Path, PathBuf};

use musnad_lexicon::{Entries, SourceFile, read};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let data = PathBuf::from(std::env::var("CARGO_MANIFEST_DIR")?).join("../../data");
    println!("cargo::rerun-if-changed={}", data.display());
    let mut paths = Vec::new();
    files_below(&data, &mut paths)?;
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let name = path
            .strip_prefix(&data)?
            .to_string_lossy()
            .replace('\\', "/");
        files.push(SourceFile {
            path: name,
            bytes: std::fs::read(&path)?,
        });
    }
    let (mut entries, _, mut faults) = read(&files);
    faults.extend(entries.check_references());
    if !faults.is_empty() {
        // cargo prints each by itself and fails
        for fault in &faults {
            println!("cargo::error=data/{fault}");
        }
        return Ok(());
    }
    entries.strip_tests();
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let bytes = entries.to_bytes()?;
    std::fs::write(out.join("lexicon.hash"), Entries::hash(&bytes))?;
    std::fs::write(out.join("lexicon.bin"), bytes)?;
    Ok(())
}

fn files_below(folder: &Path, out: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files_below(&path, out)?;
        } else if path
            .extension()
            .is_some_and(|ending| ending == "toml" || ending == "csv")
        {
            out.push(path);
        }
    }
    Ok(())
}
