//! A place in the text, found but not yet resolved.

use std::ops::Range;

use musnad_lexicon::{PlaceId, Split};

use super::Introduction;

/// What a found piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A name, known or not.
    Name,
    /// A wide area without a point: «الأراضي السورية».
    Vague,
    /// Stands for a place named before; `true` for two of them.
    Anaphor(bool),
}

/// A place in the text, not yet resolved.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Tokens of the mention.
    pub(super) tokens: Range<usize>,
    /// What was split from its first token.
    pub(super) split: Split,
    /// First token, head word included.
    pub(super) lead: usize,
    /// Position of its head word in `place_kinds`.
    pub(super) head: Option<usize>,
    /// Position of the word for countryside, outskirts or part that stands before it.
    pub(super) around: Option<usize>,
    /// What was split from the first token of all, head word included.
    pub(super) lead_split: Split,
    /// Degrees of a bearing that stands before it.
    pub(super) bearing: Option<f64>,
    /// Places that bear the name.
    pub(super) candidates: Vec<PlaceId>,
    /// What it is.
    pub(super) form: Form,
    /// How it is tied to the words before.
    pub(super) introduced_by: Introduction,
    /// Whether it goes on with a list: «وX».
    pub(super) listed: bool,
    /// A common word that is only a place if the text says in which division it lies.
    pub(super) needs_context: bool,
    /// A small place's name without any cue: it is one if the report names it elsewhere with a cue.
    pub(super) needs_support: bool,
    /// Position of its sentence.
    pub(super) sentence: usize,
}
