//! Finding: which words of the report name a place, and how they are tied to the words around.

use std::ops::Range;

use musnad_lexicon::files::PlaceKindEntry;
use musnad_lexicon::{Item, NationForm, PlaceId, PlaceKind, Split, squeeze};
use musnad_text::TokenKind;

use super::Introduction;
use super::found::{Form, Found};
use super::names::{self, Classes};
use crate::words::{Hit, Words};

/// All places in the order of the text.
pub(super) fn find(words: &Words, avoid: &[Range<usize>]) -> Vec<Found> {
    let finder = Finder {
        words,
        classes: Classes::new(words),
        closed: closed(words, avoid),
    };
    let mut out: Vec<Found> = Vec::new();
    for (number, sentence) in words.doc.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let previous = out.last().filter(|previous| previous.sentence == number);
            match finder.place_at(at, sentence.tokens.end, previous) {
                Some(mut found) => {
                    found.sentence = number;
                    found.listed = found.lead_split.conjunction.is_some();
                    at = found.tokens.end;
                    out.push(found);
                }
                None => at += 1,
            }
        }
    }
    let mut named_with_cue: Vec<PlaceId> = out
        .iter()
        .filter(|found| !found.needs_support && !found.needs_context)
        .flat_map(|found| found.candidates.iter().copied())
        .collect();
    named_with_cue.sort_unstable();
    out.retain(|found| {
        !found.needs_support
            || found
                .candidates
                .iter()
                .any(|id| named_with_cue.binary_search(id).is_ok())
    });
    out
}

/// For each token whether it is part of a time or of a longer name of an actor: «مجلس دير الزور العسكري».
fn closed(words: &Words, avoid: &[Range<usize>]) -> Vec<bool> {
    let mut closed = vec![false; words.doc.tokens.len()];
    for range in avoid {
        for at in range.clone() {
            if let Some(closed) = closed.get_mut(at) {
                *closed = true;
            }
        }
    }
    for at in 0..closed.len() {
        let actor = |item| matches!(item, Item::Actor(_) | Item::ActorShort(_));
        let Some(hit) = words.hit(at, actor).filter(|hit| hit.tokens.len() > 1) else {
            continue;
        };
        // «الولايات المتحدة» is an actor and a place
        let place = names::known(words, at, words.doc.tokens.len()).is_some_and(|known| {
            let is_country = |&id: &PlaceId| words.lexicon.gazetteer.kind(id) == PlaceKind::Country;
            known.tokens.end >= hit.tokens.end && known.ids.iter().any(is_country)
        });
        if !place {
            closed[hit.tokens.clone()].fill(true);
        }
    }
    closed
}

/// Finds places in one report. Its methods stand by what they look for: here names that the gazetteer
/// holds and bearings, in `heads` what follows head words, in `bare` names alone.
pub(super) struct Finder<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) classes: Classes,
    pub(super) closed: Vec<bool>,
}

impl Finder<'_> {
    fn place_at(&self, at: usize, end: usize, previous: Option<&Found>) -> Option<Found> {
        let token = self.words.token(at)?;
        if token.kind != TokenKind::Word || self.closed[at] {
            return None;
        }
        if at > 0 && !token.line_before && self.is_owner(at - 1) {
            return None;
        }
        let mut found = self
            .longer_name(at, end)
            .or_else(|| self.after_bearing(at, end));
        found = found
            .or_else(|| self.after_head(at, end))
            .or_else(|| self.vague(at, end));
        let mut found = found
            .or_else(|| self.bare_name(at, end, previous))
            .or_else(|| self.goes_on(at, end, previous))?;
        found.introduced_by = self.introduction(found.lead, found.lead_split);
        Some(found)
    }

    fn is_owner(&self, at: usize) -> bool {
        let Some(class) = self.classes.owner else {
            return false;
        };
        self.words
            .hit(at, |item| item == Item::Class(class))
            .is_some_and(|hit| !hit.split.article)
    }

    pub(super) fn found(tokens: Range<usize>, split: Split, candidates: &[PlaceId]) -> Found {
        Found {
            lead: tokens.start,
            lead_split: split,
            tokens,
            split,
            head: None,
            around: None,
            bearing: None,
            candidates: candidates.to_vec(),
            form: Form::Name,
            introduced_by: Introduction::Bare,
            listed: false,
            needs_context: false,
            needs_support: false,
            sentence: 0,
        }
    }

    pub(super) fn kind_entry(&self, head: usize) -> &PlaceKindEntry {
        &self.words.lexicon.entries.place_kinds[head]
    }

    /// The head word at `at`, without a pronoun.
    pub(super) fn head(&self, at: usize) -> Option<(usize, &Hit)> {
        let hit = self
            .words
            .hit(at, |item| matches!(item, Item::PlaceKind(_)))?;
        match hit.sense.item {
            Item::PlaceKind(head) if hit.split.suffix == 0 => Some((usize::from(head), hit)),
            _ => None,
        }
    }

    /// A name of several words that the gazetteer holds, its head word perhaps among them:
    /// «مخيم اليرموك», «شمال سيناء».
    fn longer_name(&self, at: usize, end: usize) -> Option<Found> {
        let known = names::known(self.words, at, end).filter(|known| known.tokens.len() > 1)?;
        if self.closed[known.tokens.clone()]
            .iter()
            .any(|&closed| closed)
        {
            return None;
        }
        let mut found = Self::found(known.tokens.clone(), known.split, known.ids);
        if let Some((head, hit)) = self.head(at) {
            // «بلدة الكرامة» stands in the gazetteer with its head: still a name after a head
            if !hit.split.article && self.kind_entry(head).scope == "same" {
                return None;
            }
            // the countryside of X has the point of X, unless a province is called so («ريف دمشق»)
            let is_province =
                |&id: &PlaceId| self.words.lexicon.gazetteer.kind(id) == PlaceKind::Province;
            if !hit.split.article
                && self.kind_entry(head).id == "countryside"
                && !known.ids.iter().any(is_province)
            {
                return None;
            }
            // «دير الزور» is no monastery
            let fits = |&id: &PlaceId| {
                let gazetteer = &self.words.lexicon.gazetteer;
                gazetteer.kind(id) == PlaceKind::Site
                    || self
                        .kind_entry(head)
                        .kinds
                        .contains(&gazetteer.row(id).kind)
            };
            found.head = Some(head).filter(|_| !hit.split.article && known.ids.iter().any(fits));
            found.head = found
                .head
                .or_else(|| self.kind_in_brackets(found.tokens.end));
        } else if !known.split.article {
            found.head = self.kind_in_brackets(found.tokens.end);
        }
        Some(found)
    }

    /// «شمال شرق بعقوبة», «شمالي البلاد», «الشمال السوري».
    fn after_bearing(&self, at: usize, end: usize) -> Option<Found> {
        let hit = self
            .words
            .hit(at, |item| matches!(item, Item::Bearing(_)))?;
        let Item::Bearing(number) = hit.sense.item else {
            return None;
        };
        let degrees = self.words.lexicon.entries.bearings[usize::from(number)].degrees;
        let next = hit.tokens.end;
        if next >= end || self.words.token(next).is_none_or(|token| token.line_before) {
            return None;
        }
        if hit.split.article {
            let nation = self.nation_adjective(next)?;
            let mut found = Self::found(at..next + 1, hit.split, &nation);
            found.form = Form::Vague;
            return Some(found);
        }
        let inner = self.inner(next, end)?;
        Some(Found {
            tokens: at..inner.tokens.end,
            lead: at,
            split: hit.split,
            lead_split: hit.split,
            bearing: Some(degrees),
            form: if self.is_wide(&inner) {
                Form::Vague
            } else {
                inner.form
            },
            ..inner
        })
    }

    /// A place directly after a word that asks for one.
    pub(super) fn inner(&self, at: usize, end: usize) -> Option<Found> {
        if self.closed.get(at).copied().unwrap_or(true) {
            return None;
        }
        let inner = self
            .longer_name(at, end)
            .or_else(|| self.after_bearing(at, end))
            .or_else(|| self.after_head(at, end))
            .or_else(|| self.vague(at, end))
            .or_else(|| {
                let known = names::known(self.words, at, end)?;
                Some(Self::found(known.tokens.clone(), known.split, known.ids))
            })?;
        (inner.split.conjunction.is_none() && inner.split.preposition.is_none()).then_some(inner)
    }

    /// Whether a place is so wide that its north or south has no point.
    fn is_wide(&self, found: &Found) -> bool {
        let gazetteer = &self.words.lexicon.gazetteer;
        found.form == Form::Vague
            || (!found.candidates.is_empty()
                && found.candidates.iter().all(|&id| {
                    matches!(gazetteer.kind(id), PlaceKind::Country)
                        || gazetteer.row(id).lat.is_none()
                }))
    }

    pub(super) fn nation_adjective(&self, at: usize) -> Option<Vec<PlaceId>> {
        let adjective = |item| matches!(item, Item::Nation(_, NationForm::Adjective));
        let hit = self
            .words
            .hit(at, adjective)
            .filter(|hit| hit.split.conjunction.is_none())?;
        let Item::Nation(number, _) = hit.sense.item else {
            return None;
        };
        let nation = &self.words.lexicon.entries.nations[usize::from(number)];
        Some(
            self.words
                .lexicon
                .gazetteer
                .named(&squeeze(&nation.ar))
                .to_vec(),
        )
    }
}
