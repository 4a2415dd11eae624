//! «بحسب المرصد», «وفقا لمصادر», «حسبما أفاد شهود»: before what is said or after it.

use std::ops::Range;

use musnad_lexicon::{Item, Pos, Split};
use musnad_model::{LinkKind, Stance};
use musnad_text::TokenKind;

use super::sources::{Unknown, joined, leads_inwards};
use super::{Attribution, Carry, Reader, Source, stance};
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
    /// «البيان», «التصريح» and no more: of whoever speaks already.
    own_statement: bool,
}

impl Reader<'_, '_> {
    /// Where the marker that begins at `at` ends: one that says who passes it on («بحسب»).
    pub(super) fn marker_end(&self, at: usize) -> Option<usize> {
        let word = self.words.word(at);
        self.words
            .hit(at, |item| matches!(item, Item::ReportingPreposition(_)))
            .filter(|_| word != "في" && !leads_inwards(word))
            .map(|hit| hit.tokens.end)
    }

    pub(super) fn markers(&mut self, carry: &Carry) {
        let mut at = self.sentence.start;
        let mut boundary = self.sentence.start;
        while at < self.sentence.end {
            match self.marker(at, carry) {
                Some(marker) => {
                    at = marker.end.max(marker.tokens.end);
                    boundary = self.place(marker, boundary);
                }
                None => at += 1,
            }
        }
    }

    fn marker(&mut self, at: usize, carry: &Carry) -> Option<Marker> {
        let words = self.words;
        let hit = words.hit(at, |item| matches!(item, Item::ReportingPreposition(_)))?;
        let Item::ReportingPreposition(entry) = hit.sense.item else {
            return None;
        };
        if self.used.iter().any(|used| used.contains(&at)) {
            return None;
        }
        // «وبحسبه فإن …»: of whoever spoke before
        if hit.split.suffix > 0 {
            return Some(Marker {
                tokens: hit.tokens.clone(),
                entry,
                stance: Stance::Reported,
                chain: vec![self.speaker_so_far(carry)?],
                end: hit.tokens.end,
                inwards: false,
                own_statement: false,
            });
        }
        // «وذلك في بيان تم توزيعه على …»: the statement's author stands right behind it or nowhere
        let published = words
            .hit(hit.tokens.end, |item| matches!(item, Item::Reporting(_)))
            .is_some();
        let apart = words.word(at) == "في"
            && !published
            && !self
                .entities
                .iter()
                .any(|entity| (hit.tokens.end..hit.tokens.end + 2).contains(&entity.tokens.start));
        if apart {
            return None;
        }
        let mut stance_of = entry;
        let mut after = hit.tokens.end;
        // «وفقا لـ"…"»
        if words.word(after) == "ل" {
            after += 1;
        }
        let verb_at = |at: usize| {
            words
                .hit(at, |item| matches!(item, Item::Reporting(_)))
                .filter(|hit| hit.sense.pos == Pos::Verb)
        };
        let names_source = |at: usize| self.entities.iter().any(|entity| entity.tokens.start == at);
        // «حسبما أكد …»: the verb is part of the marker or follows it
        let ma = usize::from(matches!(words.word(after), "ما"));
        // «حسبما أفاد مصدر …»: the source's word can look like a verb's participle
        if let Some(verb) = verb_at(after + ma).filter(|_| !names_source(after + ma)) {
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
        // «وفق زعمه», «وفق مزاعمه»: the pronoun stands on the marker's own last word
        let on_marker = hit.tokens.len() > 1
            && verb_at(hit.tokens.end - 1).is_none()
            && self.is_pronoun(hit.tokens.end - 1);
        if on_marker {
            after = hit.tokens.end - 1;
        }
        if on_marker || self.is_pronoun(after) {
            // «وفق زعمه»: the source that is there already, seen with doubt
            let own = if own == Stance::Reported {
                self.stance_of_noun(after)
            } else {
                own
            };
            if own != Stance::Reported
                && let Some(outer) = self
                    .found
                    .iter_mut()
                    .rfind(|found| found.scope.contains(&at))
            {
                outer.stance = own;
            }
            self.close_before_contrast(at, after + 1);
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
            None => match self.unknown_at(after, end) {
                Some(source) => vec![source],
                None => self.sources(
                    after..end,
                    if self.may_be_unknown(after) {
                        Unknown::Allowed
                    } else {
                        Unknown::Refused
                    },
                )?,
            },
        };
        self.used.push(at..end);
        let own_statement = self.is_bare_statement(after..end);
        Some(Marker {
            own_statement,
            tokens: at..hit.tokens.end,
            entry,
            stance,
            chain,
            end,
            inwards: leads_inwards(words.word(at)),
        })
    }

    /// The stance of a reporting noun («مزاعم»).
    fn stance_of_noun(&self, at: usize) -> Stance {
        let hit = self
            .words
            .hit(at, |item| matches!(item, Item::Reporting(_)));
        match hit.map(|hit| hit.sense.item) {
            Some(Item::Reporting(entry)) => {
                stance(&self.words.lexicon.entries.reporting[usize::from(entry)].stance)
            }
            _ => Stance::Reported,
        }
    }

    /// «…، وفق مزاعمه، إلا أن …»: what stands against it is no longer his.
    fn close_before_contrast(&mut self, at: usize, after: usize) {
        let contrast = after + usize::from(self.is_comma(after));
        let against = self.words.in_class(contrast, "subordinator");
        if !against || self.is_inside_quotation(contrast) || contrast >= self.sentence.end {
            return;
        }
        for found in &mut self.found {
            if found.scope.contains(&at) && found.scope.end > contrast {
                found.scope.end = contrast;
            }
        }
    }

    /// «بحسب قوله», «حسب تصريحاته»: who it was is told elsewhere.
    fn is_pronoun(&self, at: usize) -> bool {
        let word = self.words.word(at);
        let known = self.entities.iter().any(|entity| {
            let speech = entity.kind_id(self.words).is_some_and(|id| {
                matches!(
                    id,
                    "statement" | "statement-tasrih" | "testimony" | "information"
                )
            });
            entity.tokens.start == at && !speech
        });
        let ta_marbuta = self
            .words
            .token(at)
            .is_some_and(|token| token.ends_in_ta_marbuta);
        !known
            && !ta_marbuta
            && !word.starts_with("ال")
            && crate::words::PRONOUNS
                .iter()
                .any(|ending| word.ends_with(ending))
    }

    /// «مصدر مطلع … حسب المصدر»: a bare definite word for the source that was named before.
    fn is_named_again(&self, own: &Source, link: &Source) -> bool {
        let entity_of = |source: &Source| {
            self.entities
                .iter()
                .find(|entity| entity.span == source.span)
        };
        match (entity_of(own), entity_of(link)) {
            (Some(again), Some(first)) => {
                again.tokens.len() == 1
                    && again.split.article
                    && again.kind_id(self.words).is_some()
                    && again.kind_id(self.words) == first.kind_id(self.words)
            }
            _ => false,
        }
    }

    /// «تقرير», «بيان»: what is read is no press that passes on.
    fn is_document(&self, source: &Source) -> bool {
        self.entities
            .iter()
            .filter(|entity| entity.span.overlaps(source.span))
            .filter_map(|entity| entity.kind_id(self.words))
            .any(|id| {
                matches!(
                    id,
                    "statement"
                        | "statement-tasrih"
                        | "report"
                        | "document"
                        | "study"
                        | "investigation"
                        | "information"
                        | "testimony"
                        | "figures"
                        | "recording"
                )
            })
    }

    /// Whether the speaker is somebody who can issue a statement, no document itself.
    fn issues_statements(&self, outer: usize) -> bool {
        self.found[outer]
            .chain
            .last()
            .is_some_and(|last| !matches!(last.kind, LinkKind::Media | LinkKind::Unnamed))
    }

    /// «البيان» alone, with the article of what was mentioned before.
    fn is_bare_statement(&self, tokens: Range<usize>) -> bool {
        self.entities.iter().any(|entity| {
            entity.tokens.start == tokens.start
                && entity.tokens.len() == 1
                && entity.split.article
                && entity
                    .kind_id(self.words)
                    .is_some_and(|id| matches!(id, "statement" | "statement-tasrih"))
        })
    }

    /// «وفق المعطيات الأولية عن …»: a definite phrase that the lexicon does not know, right behind the
    /// marker, before anybody who is named farther on.
    fn unknown_at(&self, after: usize, end: usize) -> Option<Source> {
        let known = self
            .entities
            .iter()
            .any(|entity| entity.tokens.contains(&after));
        let word = self.words.word(after);
        if word.starts_with("لل") && !known && self.words.hits(after).is_empty() {
            // «وفقا للخزرجي»
            let split = Split {
                preposition: Some('ل'),
                prefix: 2,
                ..Split::default()
            };
            return Some(Source {
                span: self.words.span(after..after + 1, split),
                kind: LinkKind::Person,
                actor: None,
            });
        }
        (word.starts_with("ال") && !known && self.name_at(after, end).is_none())
            .then(|| self.unknown_phrase(&(after..end), None))
            .flatten()
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
            // «… (حسب البيان)»: the speaker's own
            Some(outer) if marker.own_statement && self.issues_statements(outer) => {
                return marker.end;
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
                        ) && (marker.own_statement || !self.is_document(last))
                    });
                    let known = marker.chain.iter().any(|own| {
                        inside.iter().any(|link| {
                            link.span == own.span
                                || (own.actor.is_some() && link.actor == own.actor)
                                || self.is_named_again(own, link)
                        })
                    });
                    if known || inside.len() > 2 {
                        return marker.end;
                    }
                    // «أفادت الحركة …، وذلك نقلا عن رويترز»: no movement cites an agency
                    let of_press = inside.last().is_some_and(|last| {
                        matches!(
                            last.kind,
                            LinkKind::Media | LinkKind::Agency | LinkKind::Outlet
                        )
                    });
                    if passes_on && !(marker.inwards && of_press) {
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
