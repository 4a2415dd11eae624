//! «بحسب المرصد», «وفقا لمصادر», «حسبما أفاد شهود»: before what is said or after it.

use std::ops::Range;

use musnad_lexicon::{Item, Pos};
use musnad_model::{LinkKind, Stance};
use musnad_text::TokenKind;

use super::sources::{Unknown, joined, leads_inwards};
use super::{Attribution, Reader, Source, stance};
use crate::entities::is_finite_verb;

/// A marker with its source.
struct Marker {
    tokens: Range<usize>,
    entry: u16,
    stance: Stance,
    chain: Vec<Source>,
    /// Where the phrase that names the source ends.
    end: usize,
    inwards: bool,
}

impl Reader<'_, '_> {
    pub(super) fn markers(&mut self) {
        let mut at = self.sentence.start;
        let mut boundary = self.sentence.start;
        while at < self.sentence.end {
            match self.marker(at) {
                Some(marker) => {
                    at = marker.end.max(marker.tokens.end);
                    boundary = self.place(marker, boundary);
                }
                None => at += 1,
            }
        }
    }

    fn marker(&mut self, at: usize) -> Option<Marker> {
        let words = self.words;
        let hit = words.hit(at, |item| matches!(item, Item::ReportingPreposition(_)))?;
        let Item::ReportingPreposition(entry) = hit.sense.item else {
            return None;
        };
        if self.used.iter().any(|used| used.contains(&at)) {
            return None;
        }
        let mut stance_of = entry;
        let mut after = hit.tokens.end;
        let verb_at = |at: usize| {
            words
                .hit(at, |item| matches!(item, Item::Reporting(_)))
                .filter(|hit| hit.sense.pos == Pos::Verb)
        };
        // «حسبما أكد …»: the verb is part of the marker or follows it
        let ma = usize::from(matches!(words.word(after), "ما"));
        if let Some(verb) = verb_at(after + ma) {
            after = verb.tokens.end;
        }
        if let Some(verb) = verb_at(after - 1).filter(|_| after - 1 > at)
            && let Item::Reporting(verb) = verb.sense.item
        {
            stance_of = verb;
        }
        let own = stance(&words.lexicon.entries.reporting[usize::from(entry)].stance);
        let stance = if own == Stance::Reported {
            stance(&words.lexicon.entries.reporting[usize::from(stance_of)].stance)
        } else {
            own
        };
        if self.is_pronoun(after) {
            // «على حد زعمه»: the source that is there already, seen with doubt
            if own != Stance::Reported
                && let Some(outer) = self
                    .found
                    .iter_mut()
                    .rfind(|found| found.scope.contains(&at))
            {
                outer.stance = own;
            }
            return None;
        }
        let end = self.end_of_marker(after);
        let relayed = (after..end).find(|&token| words.word(token) == "عن" && after > at + 1);
        let chain = match relayed {
            Some(about) => joined(
                self.sources(after..about, Unknown::Refused)
                    .unwrap_or_default(),
                self.sources(about + 1..end, Unknown::Refused)?,
            ),
            None => self.sources(
                after..end,
                if self.may_be_unknown(after) {
                    Unknown::Allowed
                } else {
                    Unknown::Refused
                },
            )?,
        };
        self.used.push(at..end);
        Some(Marker {
            tokens: at..hit.tokens.end,
            entry,
            stance,
            chain,
            end,
            inwards: leads_inwards(words.word(at)),
        })
    }

    /// «بحسب قوله», «حسب كلامها»: who it was is told elsewhere.
    fn is_pronoun(&self, at: usize) -> bool {
        let word = self.words.word(at);
        let known = self.entities.iter().any(|entity| entity.tokens.start == at);
        !known
            && !word.starts_with("ال")
            && ["ه", "ها", "هم", "هما", "هن"]
                .iter()
                .any(|ending| word.ends_with(ending))
    }

    /// A definite word may be a source that the lexicon does not know («حسب الأنباء»).
    fn may_be_unknown(&self, at: usize) -> bool {
        let definite = self.words.word(at).starts_with("ال");
        definite || self.words.is_mark_of_quotation(at)
    }

    fn end_of_marker(&self, after: usize) -> usize {
        (after..self.sentence.end)
            .find(|&token| {
                self.is_comma(token)
                    || ['.', '؛', ':']
                        .iter()
                        .any(|&sign| self.words.is_sign(token, sign))
                    || self.words.in_class(token, "complementizer")
                    || (token > after && self.words.in_class(token, "subordinator"))
                    || (token > after + 1
                        && self
                            .words
                            .hit(token, |item| matches!(item, Item::ReportingPreposition(_)))
                            .is_some_and(|hit| !leads_inwards(self.words.word(hit.tokens.start))))
            })
            .unwrap_or(self.sentence.end)
    }

    /// Puts the marker's attribution among the others; where the next marker's clause may begin.
    fn place(&mut self, marker: Marker, boundary: usize) -> usize {
        let at = marker.tokens.start;
        let fronted = self.is_fronted(&marker, boundary);
        let outer = self.found.iter().rposition(|found| {
            found.scope.contains(&at) || (fronted && found.scope.contains(&(marker.end + 1)))
        });
        // «تظاهرت عائلات، بحسب المرصد، مطالبة …»: the clause goes on behind it
        let clause_end = self.end_of_clause(marker.end);
        let mut scope = if fronted {
            marker.end + 1..self.sentence.end
        } else {
            boundary..clause_end
        };
        let chain = match outer {
            None => {
                if self.main.is_none() {
                    self.main = marker.chain.last().cloned();
                }
                marker.chain
            }
            Some(outer) => {
                let contrast = self
                    .last_contrast(self.found[outer].scope.start.max(boundary)..at)
                    .filter(|_| !fronted);
                if let Some(contrast) = contrast {
                    self.found[outer].scope.end = contrast;
                    scope = contrast..clause_end;
                    marker.chain
                } else {
                    if !fronted {
                        scope = self.found[outer].scope.start
                            ..clause_end.min(self.found[outer].scope.end);
                    }
                    let inside = self.found[outer].chain.clone();
                    let passes_on = marker.chain.last().is_some_and(|last| {
                        matches!(
                            last.kind,
                            LinkKind::Media | LinkKind::Agency | LinkKind::Outlet
                        )
                    });
                    let known = marker.chain.iter().any(|own| {
                        inside.iter().any(|link| {
                            link.span == own.span
                                || (own.actor.is_some() && link.actor == own.actor)
                        })
                    });
                    if known || inside.len() > 2 {
                        return marker.end;
                    }
                    if passes_on && !marker.inwards {
                        joined(marker.chain, inside)
                    } else {
                        joined(inside, marker.chain)
                    }
                }
            }
        };
        if !chain.is_empty() && !scope.is_empty() {
            self.found.push(Attribution {
                verb: Some(marker.tokens),
                entry: Some(marker.entry),
                stance: marker.stance,
                unconfirmed: false,
                chain,
                scope,
            });
        }
        if fronted { boundary } else { clause_end }
    }

    /// Whether what is said stands behind the marker.
    fn is_fronted(&self, marker: &Marker, boundary: usize) -> bool {
        let at = marker.tokens.start;
        let opening = (boundary..at).all(|token| {
            self.words.any_sign(token)
                || self
                    .words
                    .token(token)
                    .is_some_and(|token| token.kind == TokenKind::Word)
                    && at <= boundary + 1
        });
        opening && !self.names_event(boundary..at) && marker.end + 3 < self.sentence.end
    }

    /// Where the clause that goes on behind a marker ends: at a voice, a contrast or a joined verb.
    fn end_of_clause(&self, from: usize) -> usize {
        let words = self.words;
        if from + 2 >= self.sentence.end {
            return self.sentence.end;
        }
        (from..self.sentence.end)
            .find(|&at| {
                let joined = words
                    .hits(at)
                    .iter()
                    .any(|hit| hit.split.conjunction.is_some())
                    && is_finite_verb(words, at);
                let voice = words
                    .hit(at, |item| {
                        matches!(item, Item::Reporting(_) | Item::ReportingPreposition(_))
                    })
                    .is_some();
                let closed = ['.', '؛'].iter().any(|&sign| words.is_sign(at, sign));
                joined || voice || closed || words.in_class(at, "subordinator")
            })
            .unwrap_or(self.sentence.end)
    }

    /// The last «في حين», «بينما», «فيما» in `tokens`.
    fn last_contrast(&self, tokens: Range<usize>) -> Option<usize> {
        tokens.rev().find(|&at| self.is_contrast(at))
    }
}
