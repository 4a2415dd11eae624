//! Figures: how many people, what happened to them, whose they are.
//!
//! A figure is read in three steps. `counted`, `nouns` and `plain` find the people of a sentence: behind
//! a number, as a casualty noun, without a number. `side` tells who they are and whom they belong to.
//! `governing` and `tolls` tell what happened to them, and which figure is part of which.

use std::ops::Range;

use musnad_model::{Effect, Span, Who};

use crate::entities::{Entity, EntityKind};
use crate::numbers::NumberMention;
use crate::words::Words;

mod breakdown;
mod context;
mod counted;
mod governing;
mod lists;
mod nouns;
mod pairs;
mod plain;
mod sharing;
mod side;
#[cfg(test)]
mod tests;
mod tolls;

pub(crate) use breakdown::add_parts;
pub(crate) use context::lend;
pub(crate) use governing::govern;
pub(crate) use lists::named_after;
pub(crate) use nouns::triggers_of_nouns;
pub(crate) use plain::{adds_a_figure, object_behind, of_entity, share_people};
pub(crate) use side::is_armed;

/// A number of people, or people without a number.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// Its tokens, number and noun.
    pub(crate) tokens: Range<usize>,
    /// Its bytes.
    pub(crate) span: Span,
    pub(crate) min: Option<u64>,
    pub(crate) max: Option<u64>,
    pub(crate) approximate: bool,
    /// What happened to them: by its own noun, or by the trigger that governs it.
    pub(crate) effect: Option<Effect>,
    pub(crate) who: Who,
    /// The side that they belong to.
    pub(crate) party: Option<Span>,
    /// The figure of the same sentence in which they are counted.
    pub(crate) subset_of: Option<usize>,
    /// The trigger that governs it.
    pub(crate) trigger: Option<usize>,
    /// Whether the figure is a running toll by its own words.
    pub(crate) cumulative: bool,
    /// The entity that it counts.
    pub(crate) entity: Option<usize>,
    /// Whether a number stands in the text.
    pub(crate) counted: bool,
    /// How many children they are, where their own noun says that they are.
    pub(crate) children: Option<u64>,
    /// How many women they are, where their own noun says that they are.
    pub(crate) women: Option<u64>,
}

impl Figure {
    fn new(tokens: Range<usize>, span: Span, count: (Option<u64>, Option<u64>)) -> Figure {
        Figure {
            tokens,
            span,
            min: count.0,
            max: count.1,
            approximate: false,
            effect: None,
            who: Who::Unknown,
            party: None,
            subset_of: None,
            trigger: None,
            cumulative: false,
            entity: None,
            counted: false,
            children: None,
            women: None,
        }
    }
}

/// What the figures of a sentence are read from.
pub(crate) struct Material<'a> {
    pub(crate) entities: &'a [Entity],
    pub(crate) numbers: &'a [NumberMention],
    /// Tokens of times and places: a number inside counts no people.
    pub(crate) taken: &'a [Range<usize>],
}

impl Material<'_> {
    fn is_taken(&self, tokens: &Range<usize>) -> bool {
        self.taken
            .iter()
            .any(|range| range.start < tokens.end && tokens.start < range.end)
    }

    fn entity_at(&self, at: usize) -> Option<usize> {
        self.entities
            .iter()
            .position(|entity| entity.tokens.start == at)
    }

    /// The number that begins at `at`.
    fn number_at(&self, at: usize) -> Option<&NumberMention> {
        let first = self
            .numbers
            .partition_point(|number| number.tokens.start < at);
        self.numbers
            .get(first)
            .filter(|number| number.tokens.start == at)
    }
}

/// The figures of a sentence before their effect is known: numbers with the people that they count,
/// casualty nouns, people who are only said to be among others.
pub(crate) fn figures(words: &Words, sentence: &Range<usize>, material: &Material) -> Vec<Figure> {
    let mut out: Vec<Figure> = Vec::new();
    let first = material
        .numbers
        .partition_point(|number| number.tokens.start < sentence.start);
    let inside = material
        .numbers
        .iter()
        .skip(first)
        .take_while(|number| number.tokens.end <= sentence.end);
    for number in inside.filter(|number| !material.is_taken(&number.tokens)) {
        counted::counted(words, sentence, material, number, &mut out);
    }
    let joined: Vec<Figure> = out
        .iter()
        .filter_map(|figure| counted::joined_before_verb(words, material, figure))
        .collect();
    out.extend(joined);
    let is_new = |out: &[Figure], at: usize| !out.iter().any(|figure| figure.tokens.contains(&at));
    for at in sentence.clone() {
        if is_new(&out, at)
            && let Some(figure) = nouns::casualty_noun(words, sentence, material, at)
        {
            out.push(figure);
        }
    }
    for at in sentence.clone() {
        if is_new(&out, at) {
            lists::each_of(words, material, at, &mut out);
            lists::some_among(words, material, at, &mut out);
            out.extend(plain::others_after_trigger(words, sentence, material, at));
        }
    }
    out.sort_by_key(|figure| figure.tokens.start);
    drop_inner(&mut out);
    out
}

/// Of two figures that overlap the longer one stays; two effects of one figure both stay.
fn drop_inner(figures: &mut Vec<Figure>) {
    let known: Vec<(Range<usize>, Option<Effect>)> = figures
        .iter()
        .map(|figure| (figure.tokens.clone(), figure.effect))
        .collect();
    let mut number = 0;
    figures.retain(|figure| {
        let own = number;
        number += 1;
        !known.iter().enumerate().any(|(other, (range, effect))| {
            other != own
                && range.start <= figure.tokens.start
                && figure.tokens.end <= range.end
                && (range.len() > figure.tokens.len() || (other < own && *effect == figure.effect))
        })
    });
}

/// The effect that a data file names.
pub(crate) fn effect(word: &str) -> Option<Effect> {
    Some(match word {
        "killed" => Effect::Killed,
        "injured" => Effect::Injured,
        "detained" => Effect::Detained,
        "abducted" => Effect::Abducted,
        "missing" => Effect::Missing,
        "displaced" => Effect::Displaced,
        "body_recovered" => Effect::BodyRecovered,
        _ => return None,
    })
}

/// Whether people can be counted by this noun phrase.
fn counts_people(entity: &Entity) -> bool {
    match entity.kind {
        EntityKind::People(_)
        | EntityKind::Actor(_)
        | EntityKind::Nation(_)
        | EntityKind::Group
        | EntityKind::Source(_)
        | EntityKind::Person => true,
    }
}
