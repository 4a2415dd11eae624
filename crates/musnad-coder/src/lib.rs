//! Reads an Arabic report and codes its claims.
//!
//! A pure function of report and lexicon: no clock, no files, no threads; the same bytes and the same
//! data give the same claims. One module a stage, in the order of the data's flow: `words` (what the
//! lexicon says of each token), `numbers`, `time`, `places`, `entities` (mentions), `attribution`
//! (who says), `events` and `roles` (what happened, who to whom), `casualties` (how many), `claims`.

mod session;
mod words;

pub use session::{Coded, Coder, Leftover};
