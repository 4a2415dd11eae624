//! Reads an Arabic report and codes its claims.
//!
//! A pure function of report and lexicon: no clock, no files, no threads; the same bytes and the same
//! data give the same claims. One module a stage, in the order of the data's flow: `words` (what the
//! lexicon says of each token), `numbers`, `time`, `places`, `entities` (mentions), `attribution`
//! (who says), `events` and `roles` (what happened, who to whom), `factuality`, `casualties` (how
//! many), `claims` (put together), `review` (repeats and doubts).

mod attribution;
mod casualties;
mod check;
mod claims;
mod entities;
mod events;
mod explain;
mod factuality;
mod idioms;
mod numbers;
mod persons;
mod places;
mod publication;
mod review;
mod roles;
mod session;
mod time;
mod words;

pub use check::check;
pub use explain::{
    AttributionNote, EntityNote, EntryKind, Explanation, FigureNote, HitNote, NumberNote,
    PlaceNote, RuleNote, TimeNote, TokenNote,
};
pub use session::{Coded, Coder, Leftover};
