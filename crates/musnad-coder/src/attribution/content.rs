//! Where what is said begins.

use std::ops::Range;

use musnad_lexicon::{Item, Lexicon, Pos, TriggerKind};
use musnad_text::TokenKind;

use super::Reader;
use super::frames::Frames;
use crate::entities::{EntityKind, is_finite_verb};

/// Longest stretch between a reporting verb and what is said, in tokens.
const LONGEST_REGION: usize = 45;
/// How far behind a word that brings in what is said its event may stand, in tokens.
const EVENT_REACH: usize = 20;
/// A quotation of more tokens is what is said; a shorter one may be a name.
const LONGEST_QUOTED_NAME: usize = 4;

/// Where the words between verb and content end, and where the content begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Content {
    pub(super) region_end: usize,
    pub(super) start: usize,
}

impl Reader<'_, '_> {
    /// What the verb that ends at `after` brings in.
    pub(super) fn content(&self, after: usize, frames: Frames) -> Option<Content> {
        let limit = self.sentence.end.min(after + LONGEST_REGION);
        let nearest = if frames.gap {
            limit
        } else {
            self.end_of_source(after) + 3
        };
        let mut brought: Option<Content> = None;
        let mut relative = false;
        let mut at = after;
        while at < limit {
            if let Some(end) = self.quoted_name(at) {
                at = end;
                continue;
            }
            if at > after && self.is_other_than_told(at) && !relative {
                break;
            }
            if self.begins_content(at, relative) {
                let region_end = brought
                    .filter(|content| content.start == at)
                    .map_or(at, |content| content.region_end);
                // «أشار إلى تقدم … يمكن أن …»: what was brought in comes first
                let told_before = brought.filter(|content| {
                    content.start < at && self.is_told_event(content.start, content.start)
                });
                let plain = told_before.unwrap_or(Content {
                    region_end,
                    start: at + 1,
                });
                return (at <= nearest)
                    .then(|| self.earlier_event(after, at, frames).unwrap_or(plain));
            }
            if at > after && self.ends_region(at, relative) {
                break;
            }
            relative |= self.words.in_class(at, "relative");
            if brought.is_none() {
                brought = self.brought(at, after, frames);
            }
            at += 1;
        }
        if let Some(content) = brought {
            let told = content.start..self.sentence.end.min(content.start + EVENT_REACH);
            return self.names_event(told).then_some(content);
        }
        if frames.bare {
            self.bare_content(after)
        } else {
            None
        }
    }

    /// «أن», a colon, or a quotation too long for a name.
    fn begins_content(&self, at: usize, relative: bool) -> bool {
        let words = self.words;
        if words.in_class(at, "complementizer") {
            // «الذي رفض أن …»
            let of_relative = relative && is_finite_verb(words, at - 1);
            return !self.is_other_than_told(at) && !of_relative;
        }
        if words.is_sign(at, ':') {
            let is_number = |at: usize| {
                words
                    .token(at)
                    .is_some_and(|token| token.number().is_some())
            };
            return !(at > 0 && is_number(at - 1) && is_number(at + 1));
        }
        self.opens_quotation(at)
            .is_some_and(|quote| quote.len() > LONGEST_QUOTED_NAME)
    }

    /// «إلا أنه», «قبل أن», «رغم أنها»: an «أن» that brings in another clause.
    fn is_other_than_told(&self, at: usize) -> bool {
        at > self.sentence.start
            && self.words.in_class(at, "complementizer")
            && self.words.listed(at - 1, "before-another-clause")
    }

    fn opens_quotation(&self, at: usize) -> Option<Range<usize>> {
        if !self.words.is_mark_of_quotation(at) {
            return None;
        }
        let quote = self
            .words
            .doc
            .quotations
            .iter()
            .find(|quote| quote.tokens.start == at + 1)?;
        Some(quote.tokens.clone())
    }

    /// A quotation that is the name of who says it: «قال "تجمع أهالي … في …" في بيان إن».
    fn quoted_name(&self, at: usize) -> Option<usize> {
        const LONGEST: usize = 10;
        let quote = self.opens_quotation(at)?;
        let names_someone = self
            .words
            .hit(quote.start, |item| {
                matches!(item, Item::Source(_) | Item::People(_) | Item::Actor(_))
            })
            .is_some();
        let goes_on = (quote.end + 1..self.sentence.end.min(quote.end + 14)).any(|token| {
            self.words.in_class(token, "complementizer") || self.words.is_sign(token, ':')
        });
        (quote.len() <= LONGEST && names_someone && goes_on && quote.end < self.sentence.end)
            .then_some(quote.end + 1)
    }

    /// Whether another clause begins, so that nothing behind it belongs to the verb.
    fn ends_region(&self, at: usize, relative: bool) -> bool {
        let words = self.words;
        // «(د. ب. أ)», «السورية.نت»: a stop inside a name
        let within_name = words.word(at - 1).chars().count() == 1
            || words
                .token(at + 1)
                .is_some_and(|next| next.kind == TokenKind::Word && !next.space_before);
        let stop = words.is_sign(at, '.') && !within_name;
        if words.is_sign(at, '؛') || stop || words.is_sign(at, '؟') {
            return true;
        }
        // «في وقت سابق» says when
        let subordinator = words.in_class(at, "subordinator")
            && !words.listed(at, "within-a-clause")
            && !words.listed(at + 2, "earlier-or-later");
        let joined = words
            .hits(at)
            .iter()
            .any(|hit| hit.split.conjunction.is_some() && is_verb(hit.sense));
        let after_comma = self.is_comma(at - 1);
        let reporting = self
            .words
            .hit(at, |item| matches!(item, Item::Reporting(_)))
            .is_some();
        // «، عبر صفحتها»: no «expressed»
        let says_more = after_comma
            && reporting
            && !is_preposition(words.lexicon, words.word(at))
            && !relative
            && (is_finite_verb(words, at) || is_adverbial_participle(words.word(at)));
        subordinator || joined || says_more
    }

    /// Content that a preposition brings in («أشار إلى مقتل …», «أفاد بسقوط …»).
    fn brought(&self, at: usize, after: usize, frames: Frames) -> Option<Content> {
        let word = self.words.word(at);
        let attached = frames.brings("ب")
            && self.words.hits(at).iter().any(|hit| {
                hit.split.preposition == Some('ب') && matches!(hit.sense.item, Item::Trigger(..))
            });
        let in_a_phrase =
            matches!(word, "الي" | "من" | "علي") && at > after && self.is_inside_entity(at);
        if in_a_phrase || !(attached || frames.brings(word)) {
            return None;
        }
        Some(Content {
            region_end: at,
            start: if attached { at } else { at + 1 },
        })
    }

    fn is_inside_entity(&self, at: usize) -> bool {
        self.entities
            .iter()
            .any(|entity| entity.tokens.start < at && at < entity.tokens.end)
    }

    /// «وثق التقرير قتل …», «رصد المرصد، أمس، اندلاع …», «إدارة … تعلن مقتل …».
    fn bare_content(&self, after: usize) -> Option<Content> {
        const LONGEST_ADJUNCT: usize = 10;
        let mut source_end = self.end_of_source(after);
        while source_end > after && self.words.is_mark_of_quotation(source_end) {
            source_end += 1;
        }
        let limit = self.sentence.end.min(source_end + LONGEST_ADJUNCT);
        let start = (source_end..limit).find(|&at| self.can_be_told(at, source_end))?;
        let told = start..self.sentence.end.min(start + EVENT_REACH);
        self.names_event(told).then_some(Content {
            region_end: start,
            start,
        })
    }

    /// «أعلن الجيش مقتل خمسة موضحا أن …»: an event that is told before «أن».
    fn earlier_event(&self, after: usize, at: usize, frames: Frames) -> Option<Content> {
        let source_end = self.end_of_source(after);
        let start = (source_end..at)
            .find(|&token| self.is_told_event(token, source_end))
            .filter(|_| frames.bare)?;
        let of_source = self
            .entities
            .iter()
            .any(|entity| entity.tokens.contains(&start));
        (!of_source).then_some(Content {
            region_end: start,
            start,
        })
    }

    /// An event's noun without article and preposition; right behind the source any such noun.
    fn can_be_told(&self, at: usize, source_end: usize) -> bool {
        let words = self.words;
        if words
            .token(at)
            .is_none_or(|token| token.kind != TokenKind::Word)
        {
            return false;
        }
        if words.word(at).starts_with("ال") {
            return at == source_end && self.is_definite_deed(at);
        }
        if self.is_told_event(at, source_end) {
            return true;
        }
        let plain = words.hits(at).iter().all(|hit| {
            hit.split.preposition.is_none()
                && !matches!(
                    hit.sense.item,
                    Item::Time(_)
                        | Item::Weekday(_)
                        | Item::Month(..)
                        | Item::Numeral(_)
                        | Item::ReportingPreposition(_)
                )
        });
        let function_word = [
            "particle",
            "complementizer",
            "relative",
            "subordinator",
            "negation",
            "copula",
        ]
        .iter()
        .any(|class| words.in_class(at, class));
        at == source_end
            && plain
            && !function_word
            && !is_finite_verb(words, at)
            && !self
                .entities
                .iter()
                .any(|entity| entity.tokens.contains(&at))
    }

    /// «زعم المصدر التصدي لهجوم»: a definite verbal noun right behind the source.
    fn is_definite_deed(&self, at: usize) -> bool {
        let masdar = self.words.hits(at).iter().any(|hit| {
            hit.split.preposition.is_none()
                && matches!(hit.sense.item, Item::Trigger(_, TriggerKind::Masdar, _))
        });
        (masdar || self.words.listed(at, "told-deed"))
            && !self
                .entities
                .iter()
                .any(|entity| entity.tokens.contains(&at))
    }

    fn is_told_event(&self, at: usize, source_end: usize) -> bool {
        let event = self.words.hits(at).iter().any(|hit| {
            hit.split.preposition.is_none()
                && hit.split.conjunction.is_none()
                && !hit.split.article
                && matches!(
                    hit.sense.item,
                    Item::Trigger(_, TriggerKind::Masdar | TriggerKind::Noun, _)
                )
        });
        let governed =
            at > source_end && is_preposition(self.words.lexicon, self.words.word(at - 1));
        let definite = self.words.word(at).starts_with("ال");
        event && !governed && !definite
    }

    /// Where the phrase that names the source ends, if one stands at `after`.
    fn end_of_source(&self, after: usize) -> usize {
        // «الإدارة تعلن مقتل …»: the source stands before the verb
        if self.is_told_event(after, after)
            && !self
                .entities
                .iter()
                .any(|entity| entity.tokens.contains(&after))
        {
            return after;
        }
        let Some(entity) = self
            .entities
            .iter()
            .find(|entity| entity.tokens.start >= after && entity.tokens.start <= after + 2)
        else {
            // «أكد الشعباني وصول …»: a surname that the lexicon does not know
            let surname = self.name_at(after, self.sentence.end).is_some()
                && self.words.word(after).starts_with("ال");
            return after + usize::from(surname);
        };
        if entity.split.preposition.is_some() {
            return after;
        }
        // a name in apposition
        let next = self.entities.iter().find(|next| {
            next.tokens.start >= entity.tokens.end && next.tokens.start <= entity.tokens.end + 1
        });
        match next {
            Some(next) if next.kind == EntityKind::Person && next.split.preposition.is_none() => {
                next.tokens.end
            }
            Some(_) | None => entity.tokens.end,
        }
    }

    /// Whether a word there names an event or its victims.
    pub(super) fn names_event(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|at| {
            self.words
                .hits(at)
                .iter()
                .any(|hit| matches!(hit.sense.item, Item::Trigger(..) | Item::Casualty(_)))
                || self.words.token(at).is_some() && !self.words.info(at).idioms.is_empty()
        })
    }

    /// Whether an adverbial participle can stand at `at`: behind a comma or quotation, or in «ا».
    pub(super) fn goes_on_with_participle(&self, at: usize) -> bool {
        let word = self.words.word(at);
        let apart = at == self.sentence.start
            || self.is_comma(at - 1)
            || self.words.any_sign(at - 1)
            || word.starts_with('و');
        is_adverbial_participle(word) && (apart || word.ends_with('ا'))
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.words.is_sign(at, '،') || self.words.is_sign(at, ',')
    }
}

fn is_verb(sense: musnad_lexicon::Sense) -> bool {
    match sense.item {
        Item::Trigger(_, TriggerKind::Verb(part) | TriggerKind::Passive(part), _) => {
            part != musnad_lexicon::VerbForm::Participle
        }
        Item::Reporting(_) => sense.pos == Pos::Verb,
        _ => false,
    }
}

/// Prepositions that stand apart, folded.
pub(super) fn is_preposition(lexicon: &Lexicon, word: &str) -> bool {
    let bare = word
        .strip_prefix(['و', 'ف'])
        .filter(|bare| bare.chars().count() > 1)
        .unwrap_or(word);
    lexicon.lists("preposition", word) || lexicon.lists("preposition", bare)
}

/// «مشيرا», «مؤكدة», «لافتين»: the accusative participle that goes on with what a source says.
pub(super) fn is_adverbial_participle(word: &str) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    let second_is_alef = bare.chars().nth(1) == Some('ا');
    let ends = bare.ends_with('ا') || bare.ends_with('ه') || bare.ends_with("ين");
    (bare.starts_with('م') || second_is_alef) && ends
}
