//! Introductions: the word that ties a place to the words before it.

use musnad_lexicon::{Item, Split};
use musnad_text::TokenKind;

use super::Introduction;
use super::finding::Finder;

impl Finder<'_> {
    /// How the place whose first token is `at` is tied to the words before.
    pub(super) fn introduction(&self, at: usize, split: Split) -> Introduction {
        match split.preposition {
            Some('ب') => return Introduction::In,
            Some('ل') => return Introduction::To,
            Some(_) | None => {}
        }
        let mut before = at;
        while before > 0
            && (self.words.is_mark_of_quotation(before - 1) || self.words.is_sign(before - 1, '('))
        {
            before -= 1;
        }
        if before == 0 || self.words.doc.tokens[at].line_before || split.conjunction.is_some() {
            return Introduction::Bare;
        }
        for start in before.saturating_sub(3)..before {
            let ends_here = |class: Option<_>| {
                class.is_some_and(|class| {
                    self.words
                        .hit(start, |item| item == Item::Class(class))
                        .is_some_and(|hit| hit.tokens.end == before)
                })
            };
            if ends_here(self.classes.near) {
                return Introduction::Near;
            }
            if ends_here(self.classes.toward) {
                return Introduction::To;
            }
            if ends_here(self.classes.inside) {
                return Introduction::In;
            }
        }
        let last = &self.words.doc.tokens[before - 1];
        match self.words.word(before - 1).trim_start_matches('و') {
            "في" => Introduction::In,
            "علي" if last.ends_in_maqsura => Introduction::On,
            "الي" => Introduction::To,
            "من" => Introduction::From,
            _ if last.kind == TokenKind::Word && self.is_noun(before - 1) => Introduction::Of,
            _ => Introduction::Bare,
        }
    }

    fn is_noun(&self, at: usize) -> bool {
        use musnad_lexicon::TriggerKind::{Masdar, Noun, Participle};
        self.words
            .hit(at, |item| {
                matches!(
                    item,
                    Item::Trigger(_, Masdar | Noun | Participle, _)
                        | Item::PlaceKind(_)
                        | Item::People(_)
                        | Item::Title(_)
                )
            })
            .is_some_and(|hit| !hit.split.article)
    }
}
