//! Bare names: places without a head word, told by the words around them.

use musnad_lexicon::{Item, PlaceId, PlaceKind, Split};
use musnad_text::TokenKind;

use super::Introduction;
use super::finding::Finder;
use super::found::{Form, Found};
use super::names::{self, has};

/// A town of so many people is named without a cue.
const WELL_KNOWN: u32 = 20_000;

impl Finder<'_> {
    /// A name without a head word.
    pub(super) fn bare_name(
        &self,
        at: usize,
        end: usize,
        previous: Option<&Found>,
    ) -> Option<Found> {
        let Some(known) = names::known(self.words, at, end) else {
            return self.named_by_brackets(at, end);
        };
        let gazetteer = &self.words.lexicon.gazetteer;
        // «فرقة» is no «ف» and «الرقة»
        let ids: Vec<PlaceId> = known
            .ids
            .iter()
            .copied()
            .filter(|&id| names::agrees_in_article(self.words, &known, id))
            .collect();
        if ids.is_empty() {
            return self.named_by_brackets(at, end);
        }
        if known.split.preposition == Some('ك')
            || ((self.follows_a_persons_name(at) || self.follows_a_double_name(at))
                && known.split.preposition.is_none())
        {
            return None;
        }
        let mut found = Self::found(known.tokens.clone(), known.split, &ids);
        let widest = ids
            .iter()
            .map(|&id| gazetteer.kind(id))
            .min()
            .unwrap_or(PlaceKind::Site);
        let introduction = self.introduction(at, known.split);
        let located = matches!(introduction, Introduction::In | Introduction::Near)
            || (known.split.preposition.is_none()
                && matches!(
                    introduction,
                    Introduction::On | Introduction::To | Introduction::From
                ));
        let listed = previous.is_some_and(|previous| {
            previous.form == Form::Name
                && (previous.tokens.end == at
                    || (previous.tokens.end + 1 == at && self.words.any_sign(at - 1)))
        });
        found.head = self.kind_in_brackets(found.tokens.end);
        let short = self.words.word(at).chars().count() <= 3 + usize::from(known.split.prefix);
        let wide = ids.iter().any(|&id| {
            gazetteer.kind(id) <= PlaceKind::Province || gazetteer.kind(id) == PlaceKind::City
        });
        let common = known.tokens.len() == 1
            && (names::is_common(self.words, &self.classes, at, known.split)
                || (!wide && !listed && self.looks_like_a_surname(at)));
        let accepted =
            if found.head.is_some() || self.opens_bracket_with_place(found.tokens.end, end) {
                true
            } else if common {
                located && wide && (!self.is_persons_name(at) || widest == PlaceKind::Country)
            } else if known.split.conjunction == Some('ف') {
                wide
            } else if known.split.preposition == Some('ل')
                || self.words.word(at).starts_with("وال") && known.split.conjunction.is_none()
            {
                wide || listed
            } else {
                found.needs_support = !(wide
                    || listed
                    || located
                    || self.is_well_known(&ids)
                    || self.is_noun_or_verb_of_event(at));
                wide || listed || located || !short
            };
        if !accepted {
            if !self.is_persons_name(at) && located {
                found.needs_context = true;
                return Some(found);
            }
            return None;
        }
        Some(found)
    }

    /// «العبيدي»: a family's name as often as a village's.
    fn looks_like_a_surname(&self, at: usize) -> bool {
        names::is_definite(self.words, at) && self.words.word(at).ends_with('ي')
    }

    fn is_well_known(&self, ids: &[PlaceId]) -> bool {
        let row = |&id: &PlaceId| self.words.lexicon.gazetteer.row(id);
        ids.iter()
            .map(row)
            .any(|row| row.population.is_some_and(|people| people >= WELL_KNOWN))
    }

    /// «قصف البوكمال», «استهدف البوكمال».
    fn is_noun_or_verb_of_event(&self, at: usize) -> bool {
        at > 0
            && self
                .words
                .hit(at - 1, |item| matches!(item, Item::Trigger(..)))
                .is_some_and(|hit| hit.split.suffix == 0)
    }

    fn is_persons_name(&self, at: usize) -> bool {
        self.words
            .hit(at, |item| {
                matches!(item, Item::GivenName(_) | Item::NameHead)
            })
            .is_some()
    }

    fn follows_a_persons_name(&self, at: usize) -> bool {
        at > 0
            && !self.words.doc.tokens[at].line_before
            // «على» is not Ali
            && !self.words.doc.tokens[at - 1].ends_in_maqsura
            && self
                .words
                .hit(at - 1, |item| matches!(item, Item::GivenName(_) | Item::NameHead | Item::Title(_)))
                .is_some_and(|hit| hit.split.suffix == 0)
    }

    /// «عبد الله العبيدي»: the second word of a given name stands before.
    fn follows_a_double_name(&self, at: usize) -> bool {
        at > 1
            && self
                .words
                .hit(at - 2, |item| item == Item::NameHead)
                .is_some_and(|hit| hit.tokens.len() == 1)
            && self
                .words
                .token(at - 1)
                .is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The kind that brackets after a name tell: «الكتف (منطقة في البوكمال)».
    pub(super) fn kind_in_brackets(&self, at: usize) -> Option<usize> {
        if !self.words.is_sign(at, '(') {
            return None;
        }
        self.head(at + 1)
            .filter(|(_, hit)| !hit.split.article)
            .map(|(head, _)| head)
    }

    /// «شارع الكورنيش (البوكمال)», «جديدة الشط (30 كلم شمال غرب بعقوبة)».
    fn opens_bracket_with_place(&self, at: usize, end: usize) -> bool {
        let is_distance = || {
            self.words
                .token(at + 1)
                .is_some_and(|token| token.number().is_some())
                && self
                    .words
                    .hit(at + 2, |item| matches!(item, Item::Unit(_)))
                    .is_some()
        };
        self.words.is_sign(at, '(')
            && (names::known(self.words, at + 1, end).is_some() || is_distance())
    }

    fn named_by_brackets(&self, at: usize, end: usize) -> Option<Found> {
        let unknown = names::unknown(self.words, &self.classes, at, end, true)?;
        let known_inside = self
            .opens_bracket_with_place(unknown.end, end)
            .then_some(())
            .filter(|()| unknown.name.len() <= 3);
        let head = self.kind_in_brackets(unknown.end);
        if head.is_none() && known_inside.is_none() {
            return None;
        }
        let mut found = Self::found(unknown.name, unknown.split, &[]);
        found.head = head;
        Some(found)
    }

    /// Further names after a head word in the plural: «قرى قاح وأطمة ودير حسان».
    pub(super) fn goes_on(&self, at: usize, end: usize, previous: Option<&Found>) -> Option<Found> {
        let previous = previous?;
        let head = previous.head.filter(|_| {
            has(self.words, previous.lead, self.classes.plural)
                || previous.lead == previous.tokens.start && previous.listed
        })?;
        let comma = previous.tokens.end + 1 == at && self.words.any_sign(at - 1);
        if previous.tokens.end != at && !comma {
            return None;
        }
        let mut split = Split::default();
        if let Some(rest) = self.words.word(at).strip_prefix('و')
            && rest.chars().count() >= 3
        {
            split = Split {
                conjunction: Some('و'),
                prefix: 1,
                ..split
            };
        } else if !comma {
            return None;
        }
        let known_word = self
            .words
            .hits(at)
            .iter()
            .any(|hit| !matches!(hit.sense.item, Item::GivenName(_) | Item::NameHead));
        if known_word {
            return None;
        }
        let unknown = names::unknown(self.words, &self.classes, at, end, true)?;
        let mut found = Self::found(unknown.name, split, &[]);
        found.head = Some(head);
        Some(found)
    }
}
