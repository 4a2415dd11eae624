//! The lexicon and gazetteer of `data/`, compiled by this crate's build script and embedded.

use musnad_lexicon::{Entries, Lexicon, LexiconError};

static HASH: &str = include_str!(concat!(env!("OUT_DIR"), "/lexicon.hash"));
static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// What the embedded data files say.
///
/// # Errors
/// If the program was built wrong.
pub fn entries() -> Result<Entries, LexiconError> {
    Entries::from_bytes(BYTES)
}

/// The first eight hexadecimal digits of the SHA-256 of the embedded data.
pub fn hash() -> String {
    HASH.to_owned()
}

/// The embedded lexicon, compiled.
///
/// # Errors
/// If the program was built wrong.
pub fn lexicon() -> Result<Lexicon, LexiconError> {
    Ok(Lexicon::compile(entries()?, hash()))
}
