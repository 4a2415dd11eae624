//! Bytes to [`Document`]: one pass folds, splits into tokens and remembers where every word stands.
//!
//! Folding is for lookup only: the text itself is never changed, and every token carries the bytes
//! that it was read from. This crate knows letters, not words: what a word means is the lexicon's
//! business, and the phrases that mark furniture are handed in as [`FurniturePhrases`].

mod decode;
mod document;
mod fold;
mod furniture;
#[cfg(feature = "html")]
mod page;
mod stamp;
mod token;
mod vocabulary;

pub use decode::{DecodeError, Decoded, Shape, decode};
pub use document::{Document, Paragraph, ParagraphKind, Quotation, Sentence};
pub use fold::{fold, fold_into};
pub use furniture::FurniturePhrases;
#[cfg(feature = "html")]
pub use page::{EXTRACTOR, Page};
pub use stamp::{Stamp, date_in_url, stamp};
pub use token::{Token, TokenKind};
pub use vocabulary::{Vocabulary, WordId};
