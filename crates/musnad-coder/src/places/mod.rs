//! Places: finds the names of places in a report and says where they lie.
//!
//! [`finding`] reads the words (head words, prepositions, known names), [`resolving`] chooses among the
//! places that bear a name by what the report says around it. A place that stays unknown says so.

mod antecedents;
mod bare;
mod finding;
mod found;
mod heads;
mod introduction;
mod mention;
mod names;
mod resolving;
mod scoring;
mod stated;

use std::ops::Range;

use musnad_lexicon::{PlaceId, PlaceKind};
use musnad_model::{Doubt, Place, Span};

use crate::words::Words;

/// How a place is tied to the words before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Introduction {
    /// «في», «ب».
    In,
    /// «على».
    On,
    /// «إلى», «باتجاه».
    To,
    /// «من».
    From,
    /// «قرب», «بالقرب من».
    Near,
    /// Idafa or apposition: «قصف حلب».
    Of,
    /// Nothing that says it.
    #[default]
    Bare,
}

/// A name of a place in the text, or a word that stands for one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PlaceMention {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its bytes, attached prepositions left out.
    pub(crate) span: Span,
    /// What is known about it.
    pub(crate) place: Place,
    /// Its row in the gazetteer; for an anaphor that of the place it stands for.
    pub(crate) gazetteer_id: Option<PlaceId>,
    /// How much it holds.
    pub(crate) kind: Option<PlaceKind>,
    /// Whether it stands for a place that was named before: «المدينة».
    pub(crate) anaphor: bool,
    /// How it is tied to the words before it.
    pub(crate) introduced_by: Introduction,
    /// What is unclear about it.
    pub(crate) doubt: Option<Doubt>,
}

/// The places that the report names, in the order of the text; none overlap. `avoid` holds the tokens
/// of times, which are no places («نيسان» is April and a village).
pub(crate) fn places(
    words: &Words,
    avoid: &[Range<usize>],
    report_country: Option<&str>,
) -> Vec<PlaceMention> {
    let found = finding::find(words, avoid);
    let resolutions = resolving::resolve(words, &found, report_country);
    found
        .iter()
        .zip(resolutions)
        .filter_map(|(found, resolution)| mention::mention(words, found, &resolution))
        .collect()
}

/// The position of the most specific of several nested places: a point before its town, a town before
/// its province; the first of equals. An empty list gives 0.
pub(crate) fn most_specific(mentions: &[&PlaceMention]) -> usize {
    let specific = |mention: &PlaceMention| {
        let kind = mention.kind.unwrap_or(if mention.anaphor {
            PlaceKind::Country
        } else {
            PlaceKind::Town
        });
        (mention.place.lat.is_some(), kind)
    };
    let mut best = 0;
    for (at, mention) in mentions.iter().enumerate().skip(1) {
        if specific(mention) > specific(mentions[best]) {
            best = at;
        }
    }
    best
}

#[cfg(test)]
mod measure;
#[cfg(test)]
mod tests;
