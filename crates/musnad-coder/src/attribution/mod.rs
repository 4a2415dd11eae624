//! Who says it: reporting verbs and markers, their sources, and how far each attribution reaches.
//!
//! `frames` (how an entry brings in what is said), `content` (where that begins), `sources` (who is
//! named), `subjects` (who is not named beside the verb), `verbs`, `markers` («بحسب …»), `accusers`
//! (what an accusation tells of), `tails` («وهو ما نفته …»), `reach` (where an attribution ends, what goes on).

mod accusers;
mod content;
mod frames;
mod markers;
mod reach;
mod sources;
mod subjects;
mod tails;
#[cfg(test)]
mod tests;
mod verbs;

use std::ops::Range;

use musnad_model::{LinkKind, Span, Stance};

use crate::entities::Entity;
use crate::words::Words;

/// One source of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Its words: a person without title, else the phrase.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: LinkKind,
    /// The actor of the lexicon, by position.
    pub(crate) actor: Option<u16>,
}

/// An attribution: who says what stands in `scope`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The verb or marker.
    pub(crate) verb: Option<Range<usize>>,
    /// Position of the entry in the lexicon; none for «X: …» and for accusations.
    pub(crate) entry: Option<u16>,
    /// How the last link is presented.
    pub(crate) stance: Stance,
    /// The verb itself is negated («لم يؤكد»).
    pub(crate) unconfirmed: bool,
    /// Outermost first.
    pub(crate) chain: Vec<Source>,
    /// The tokens that it covers.
    pub(crate) scope: Range<usize>,
}

impl Attribution {
    /// How close an attribution is to a token inside its scope: the latest start wins.
    pub(crate) fn nearness(&self) -> usize {
        self.scope.start
    }
}

/// What goes on from one sentence to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    /// The last speaker: the source of «وأضاف».
    speaker: Option<Source>,
    /// A quotation that is still open, with its attribution.
    open: Option<(usize, Attribution)>,
    /// The attribution with which the sentence before ended, and that sentence's end.
    last: Option<(usize, Attribution)>,
}

/// Reads the attributions of one sentence.
struct Reader<'a, 'w> {
    words: &'a Words<'w>,
    entities: &'a [Entity],
    sentence: Range<usize>,
    outlet: &'a str,
    found: Vec<Attribution>,
    /// The source of the sentence's first attribution: of «مشيرا».
    main: Option<Source>,
    /// Tokens that were read as sources; a marker inside is part of them.
    used: Vec<Range<usize>>,
}

/// The attributions of a sentence, in the order of their verbs. `outlet` is the folded name of the
/// publishing outlet, which is never a link.
pub(crate) fn attributions(
    words: &Words,
    entities: &[Entity],
    sentence: Range<usize>,
    outlet: &str,
    carry: &mut Carry,
) -> Vec<Attribution> {
    let mut reader = Reader {
        words,
        entities,
        sentence: sentence.clone(),
        outlet,
        found: Vec::new(),
        main: None,
        used: Vec::new(),
    };
    reader.go_on(carry);
    reader.headline();
    let mut at = sentence.start;
    while at < sentence.end {
        reader.end_before_remark(at);
        at = reader.verb(at, carry).unwrap_or_else(|| {
            reader.performer(at, carry);
            reader.tail(at);
            at + 1
        });
    }
    reader.markers(carry);
    reader.closing_bracket();
    reader.leave(carry);
    reader.found
}

/// The stance that a data file names.
pub(crate) fn stance(word: &str) -> Stance {
    match word {
        "affirmed" => Stance::Affirmed,
        "doubted" => Stance::Doubted,
        "denied" => Stance::Denied,
        _ => Stance::Reported,
    }
}
