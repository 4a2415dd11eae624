//! Checks and compiles the data files, and looks words, names and places up.
//!
//! The data files are given as path and bytes ([`SourceFile`]); [`read`] turns them into [`Entries`]
//! and names every [`Fault`] with line and column; [`Lexicon::compile`] makes the lookup tables.
//! What a sentence means is not known here.

mod analysis;
mod entries;
mod fault;
pub mod files;
mod gazetteer;
mod lexicon;
mod paradigm;
mod pattern;
mod read;

pub use analysis::{Reading, Split};
pub use entries::Entries;
pub use fault::{Fault, LexiconError};
pub use gazetteer::{Gazetteer, PlaceId, PlaceKind, squeeze};
pub use lexicon::{
    Class, ContextWords, GrammaticalNumber, Item, Lexicon, NationForm, Phrase, Pos, Sense,
    TriggerKind, strip_article,
};
pub use paradigm::{Inflected, VerbForm, paradigm};
pub use pattern::{Element, Pattern, PatternError, SlotKind};
pub use read::{Case, CaseKind, SourceFile, TestCase, read};
