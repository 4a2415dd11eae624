//! Bytes to [`Document`]: one pass folds, splits into tokens and remembers where every word stands.
//!
//! Folding is for lookup only: the text itself is never changed, and every token carries the bytes
//! that it was read from. This crate knows letters, not words: what a word means is the lexicon's
//! business, and the phrases that mark furniture are handed in as [`FurniturePhrases`].

mod document;
mod fold;
mod furniture;
mod token;
mod vocabulary;

pub use document::{Document, Paragraph, ParagraphKind, Quotation, Sentence};
pub use fold::{fold, fold_into};
pub use furniture::FurniturePhrases;
pub use token::{Token, TokenKind};
pub use vocabulary::{Vocabulary, WordId};
