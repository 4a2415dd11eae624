//! Who is named as the source in a stretch of words.

use std::ops::Range;

use musnad_lexicon::Item;
use musnad_model::LinkKind;
use musnad_text::TokenKind;

use super::content::is_preposition;
use super::{Reader, Source};
use crate::entities::{Entity, EntityKind, is_finite_verb, name_run};

/// Whether words that the lexicon does not know may be a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unknown {
    /// «تجمع لأهالي …» right behind the verb.
    Allowed,
    /// Only names and words that the lexicon knows.
    Refused,
}

impl Reader<'_, '_> {
    /// The sources named in `region`: the agency first, then the speaker. Empty where only the
    /// publishing outlet is named; `None` where nobody is.
    pub(super) fn sources(&self, region: Range<usize>, unknown: Unknown) -> Option<Vec<Source>> {
        if region.is_empty() {
            return None;
        }
        // «نقلا عن …», «بحسب …» between the source and what it says
        let marker = region.clone().skip(1).find_map(|at| {
            self.words
                .hit(at, |item| matches!(item, Item::ReportingPreposition(_)))
                .map(|hit| hit.tokens.clone())
        });
        if let Some(marker) = marker
            && self.words.word(marker.start) != "في"
            && let Some(first) = self.sources(region.start..marker.start, unknown)
        {
            let second = self
                .sources(marker.end..region.end, Unknown::Refused)
                .unwrap_or_default();
            return Some(if leads_inwards(self.words.word(marker.start)) {
                joined(first, second)
            } else {
                joined(second, first)
            });
        }
        let core = region.start..self.first_relative(&region);
        let via = self
            .entities_in(&region)
            .find(|entity| self.is_via(entity) || self.got_a_copy(entity));
        let mut speakers = self.entities_in(&core).filter(|entity| {
            via.is_none_or(|via| !std::ptr::eq(*entity, via))
                && !self.is_in_prepositional_phrase(entity, core.start)
        });
        let first = speakers.next();
        let outlet_only = first.is_some_and(|first| self.is_outlet(first));
        let mut out: Vec<Source> = via
            .filter(|via| !self.is_outlet(via))
            .map(|via| self.source_of(via))
            .into_iter()
            .collect();
        let names_via = !out.is_empty();
        let speaker = match first {
            Some(_) if outlet_only => None,
            Some(first) => self
                .name_before(&core, first)
                .or_else(|| Some(self.speaker(first, &core, &region, via))),
            None => match self.name_at(core.start, core.end) {
                Some(source) => Some(source),
                None if unknown == Unknown::Allowed => Some(self.unknown_phrase(&core, via)?),
                None if names_via => None,
                None => return None,
            },
        };
        out.extend(speaker);
        Some(out)
    }

    fn entities_in<'s>(
        &'s self,
        region: &Range<usize>,
    ) -> impl Iterator<Item = &'s Entity> + use<'s> {
        let region = region.clone();
        self.entities
            .iter()
            .filter(move |entity| region.contains(&entity.tokens.start))
    }

    /// Where a relative clause behind the source begins: who is named in it does not speak.
    fn first_relative(&self, region: &Range<usize>) -> usize {
        (region.start + 1..region.end)
            .find(|&at| self.words.in_class(at, "relative"))
            .unwrap_or(region.end)
    }

    /// The name of the speaker whose role or word is `head`, or that itself.
    fn speaker(
        &self,
        head: &Entity,
        core: &Range<usize>,
        region: &Range<usize>,
        via: Option<&Entity>,
    ) -> Source {
        if head.name.is_some() {
            return self.source_of(head);
        }
        let named = self.entities_in(core).find(|entity| {
            self.is_person(entity)
                && entity.tokens.start >= head.tokens.end
                && via.is_none_or(|via| !std::ptr::eq(*entity, via))
                && !self.is_in_prepositional_phrase(entity, head.tokens.end)
                && (head.tokens.end..entity.tokens.start)
                    .all(|at| !self.words.listed(at, "parts-head-and-name"))
        });
        if let Some(named) = named.filter(|_| takes_a_name(head)) {
            return self.source_of(named);
        }
        self.name_at_the_end(region, head, via)
            .unwrap_or_else(|| self.joined_source(head))
    }

    /// A name, or a person whom the lexicon knows.
    fn is_person(&self, entity: &Entity) -> bool {
        let known = match entity.kind {
            EntityKind::Actor(actor) => {
                self.words.lexicon.entries.actors[usize::from(actor)].r#type == "person"
            }
            _ => false,
        };
        known || entity.name.is_some()
    }

    /// «أفادت زهرة آدم المسؤولة …»: a name before the role that the lexicon knows.
    fn name_before(&self, core: &Range<usize>, head: &Entity) -> Option<Source> {
        if head.tokens.start == core.start || head.name.is_some() {
            return None;
        }
        self.name_at(core.start, head.tokens.start)
            .or_else(|| self.unknown_name_before(core.start, head))
    }

    /// «إدفارد لوبيز حاكم الإقليم»: two to four words that the lexicon does not know, right before a role.
    fn unknown_name_before(&self, start: usize, head: &Entity) -> Option<Source> {
        let name = name_run(self.words, start, head.tokens.start);
        let whole = name.len() >= 2 && name.end == head.tokens.start;
        let first = self.words.word(start);
        let role = takes_a_name(head) && head.split.preposition.is_none() && !head.joined;
        (whole && role && !first.starts_with("ال")).then(|| Source {
            span: self.words.doc.span(name),
            kind: LinkKind::Person,
            actor: None,
        })
    }

    /// «رئيس مجلس القضاء في المحافظة علي داوود أعلن»: a name that ends at `at`, also one whose words mean
    /// something else.
    pub(super) fn name_up_to(&self, at: usize, from: usize) -> Option<Source> {
        const LONGEST: usize = 4;
        (from.max(at.saturating_sub(LONGEST))..at.saturating_sub(1)).find_map(|start| {
            let given = self
                .words
                .hit(start, |item| {
                    matches!(item, Item::GivenName(_) | Item::NameHead)
                })
                .is_some();
            let name = name_run(self.words, start, at);
            (given && name.len() >= 2 && name.end == at).then(|| Source {
                span: self.words.doc.span(name),
                kind: LinkKind::Person,
                actor: None,
            })
        })
    }

    /// A name at `at`: two words or more, the first a given name (also one that means something else);
    /// or a surname with article that the lexicon does not know («وأضاف الفهداوي أن»).
    pub(super) fn name_at(&self, at: usize, end: usize) -> Option<Source> {
        let words = self.words;
        let unknown = words.hits(at).iter().all(|hit| {
            matches!(
                hit.sense.item,
                Item::Class(_) | Item::GivenName(_) | Item::NameHead
            )
        }) && !words.in_class(at, "particle");
        let surname = unknown
            && words.word(at).starts_with("ال")
            && !words.word(at).ends_with("ات")
            && words.word(at).chars().count() > 4
            && at < end;
        let name = if surname {
            at..at + 1
        } else {
            words.hit(at, |item| {
                matches!(item, Item::GivenName(_) | Item::NameHead)
            })?;
            name_run(words, at, end)
        };
        (surname || name.len() >= 2).then(|| Source {
            span: words.doc.span(name),
            kind: LinkKind::Person,
            actor: None,
        })
    }

    /// Whether an entity hangs on a preposition and so does not speak («في مقر …», «من سبها»).
    fn is_in_prepositional_phrase(&self, entity: &Entity, from: usize) -> bool {
        if entity.split.preposition.is_some() {
            return !self.is_behind_marker(entity.tokens.start);
        }
        let mut before = entity.tokens.start;
        while before > from && self.words.is_mark_of_quotation(before - 1) {
            before -= 1;
        }
        if before <= from {
            return false;
        }
        if is_preposition(self.words.lexicon, self.words.word(before - 1)) {
            // «عدد من سكان …»
            let counted = before >= from + 2
                && self.words.word(before - 1) == "من"
                && self.is_quantity(before - 2);
            return !counted;
        }
        // one noun in construct between: «في مقر الحزب»
        let construct = self
            .words
            .token(before - 1)
            .is_some_and(|token| token.kind == TokenKind::Word)
            && !self.words.word(before - 1).starts_with("ال")
            && !self
                .entities
                .iter()
                .any(|other| other.tokens.contains(&(before - 1)));
        construct
            && before >= from + 2
            && is_preposition(self.words.lexicon, self.words.word(before - 2))
    }

    /// «وفقا لناشطين»: the ل belongs to the marker.
    fn is_behind_marker(&self, at: usize) -> bool {
        let mut end = at;
        while end > self.sentence.start && self.words.is_mark_of_quotation(end - 1) {
            end -= 1;
        }
        // «وفقا لما ذكرته …» has a verb between
        (end.saturating_sub(4).max(self.sentence.start)..end).any(|start| {
            self.words.hits(start).iter().any(|hit| {
                hit.tokens.end == end && matches!(hit.sense.item, Item::ReportingPreposition(_))
            })
        })
    }

    fn is_quantity(&self, at: usize) -> bool {
        self.words
            .hit(at, |item| matches!(item, Item::Numeral(_) | Item::Bound(_)))
            .is_some()
            || self.words.listed(at, "quantity")
    }

    /// Whether an entity is the paper or agency to which it was said: «لوكالة …», «إلى رويترز».
    pub(super) fn is_via(&self, entity: &Entity) -> bool {
        let attached = entity.split.preposition == Some('ل');
        let mut before = entity.tokens.start;
        while before > 0 && self.words.is_mark_of_quotation(before - 1) {
            before -= 1;
        }
        let apart = before > 0 && self.words.listed(before - 1, "said-to");
        // «وفقا لوكالة …»: the ل is the marker's; «في تصريح لوكالة …» was said to it
        let of_marker = attached
            && self.is_behind_marker(entity.tokens.start)
            && self.words.word(entity.tokens.start.saturating_sub(2)) != "في";
        // «في بيان للمكتب الإعلامي …»: whose statement it is
        let issuer = attached
            && self.entities.iter().any(|other| {
                other.tokens.end == entity.tokens.start
                    && other
                        .kind_id(self.words)
                        .is_some_and(|id| matches!(id, "statement" | "report" | "study"))
            });
        if issuer {
            return false;
        }
        // «في تصريحات نشرتها وكالة …»
        let published = before > 0
            && self
                .words
                .hit(before - 1, |item| matches!(item, Item::Reporting(_)))
                .is_some_and(|hit| hit.split.suffix > 0)
            && matches!(
                entity.link_kind(self.words),
                LinkKind::Media | LinkKind::Agency | LinkKind::Outlet
            );
        if !(attached || apart || published) || of_marker {
            return false;
        }
        // «وكالة هاوار للأنباء»: part of the agency's own name
        let own_name = attached
            && self.entities.iter().any(|other| {
                other.tokens.end <= entity.tokens.start
                    && other.tokens.end + 2 >= entity.tokens.start
                    // «في تصريح لوكالة …»
                    && other.kind_id(self.words) != Some("statement-tasrih")
                    && matches!(
                        other.link_kind(self.words),
                        LinkKind::Agency | LinkKind::Outlet | LinkKind::Media
                    )
            });
        if own_name {
            return false;
        }
        // «عبر فيسبوك», «عبر حسابه» say where it was written
        if self.is_social_network(entity) || entity.split.suffix > 0 {
            return false;
        }
        // «للصحافيين», «لمراسلنا»: people of the press are no link
        let press = |kind| {
            matches!(
                kind,
                LinkKind::Media | LinkKind::Agency | LinkKind::Outlet | LinkKind::Monitor
            )
        };
        let of_media = entity.party.as_ref().is_some_and(|(actor, _)| {
            matches!(
                self.words.lexicon.entries.actors[usize::from(*actor)]
                    .r#type
                    .as_str(),
                "media" | "monitor"
            )
        });
        (press(entity.link_kind(self.words)) && !self.is_plural_people(entity))
            || of_media
            || self.is_outlet(entity)
    }

    fn is_social_network(&self, entity: &Entity) -> bool {
        let EntityKind::Actor(actor) = entity.kind else {
            return false;
        };
        let id = self.words.lexicon.entries.actors[usize::from(actor)]
            .id
            .as_str();
        matches!(id, "twitter" | "facebook" | "telegram" | "youtube")
    }

    /// «في بيان تلقت وكالة … نسخة منه».
    fn got_a_copy(&self, entity: &Entity) -> bool {
        let copy = self.words.word(entity.tokens.end);
        entity.tokens.start > self.sentence.start
            && matches!(copy, "نسخه" | "نسخا")
            && matches!(
                entity.link_kind(self.words),
                LinkKind::Media | LinkKind::Agency | LinkKind::Outlet
            )
    }

    fn is_plural_people(&self, entity: &Entity) -> bool {
        matches!(entity.kind, EntityKind::Source(_) | EntityKind::People(_))
            && entity.number == musnad_lexicon::GrammaticalNumber::Plural
            && entity.party.is_none()
            && (self.words.word(entity.tokens.start).ends_with("ين")
                || self.words.word(entity.tokens.start).ends_with("ون"))
    }

    /// Whether an entity is the publishing outlet itself. Its correspondent is not.
    pub(super) fn is_outlet(&self, entity: &Entity) -> bool {
        if self.outlet.is_empty() || entity.name.is_some() {
            return false;
        }
        let names_outlet = |word: &str| {
            self.words
                .lexicon
                .senses(musnad_lexicon::strip_article(word))
                .iter()
                .any(|sense| match sense.item {
                    Item::Source(number) => matches!(
                        self.words.lexicon.entries.sources[usize::from(number)]
                            .kind
                            .as_str(),
                        "outlet" | "agency" | "monitor"
                    ),
                    _ => false,
                })
        };
        let folded = musnad_text::fold(self.words.doc.words(entity.span));
        let is_sign = |c: char| !c.is_alphanumeric();
        let mut own = 0;
        for word in folded
            .split([' ', '"', '«', '»', '“', '”', '(', ')'])
            .filter(|word| !word.is_empty() && !word.chars().all(is_sign))
        {
            let in_name = self.outlet.split(' ').any(|name| {
                musnad_lexicon::strip_article(name) == musnad_lexicon::strip_article(word)
            });
            if !in_name && !names_outlet(word) {
                return false;
            }
            own += usize::from(in_name);
        }
        own > 0
    }

    /// «الناطقة باسم العملية، ليلوى العبد الله»: a run of name words at the region's end, after a role.
    fn name_at_the_end(
        &self,
        region: &Range<usize>,
        head: &Entity,
        via: Option<&Entity>,
    ) -> Option<Source> {
        let is_role = takes_a_name(head)
            && self
                .words
                .hit(head.tokens.start, |item| matches!(item, Item::Title(_)))
                .is_some();
        if !is_role || self.is_person_of_note(head) {
            return None;
        }
        let mut end = region.end;
        if let Some(via) = via {
            end = end.min(via.tokens.start.saturating_sub(1));
        }
        let mut start = end;
        while start > head.tokens.start + 1 {
            let at = start - 1;
            let plain = self
                .words
                .token(at)
                .is_some_and(|token| token.kind == TokenKind::Word)
                && (self.words.hits(at).is_empty()
                    || self
                        .words
                        .hit(at, |item| {
                            matches!(item, Item::GivenName(_) | Item::NameHead)
                        })
                        .is_some());
            if !plain {
                break;
            }
            start = at;
        }
        let first = self.words.word(start);
        // «وصف الوزير … بالموافقة على اتفاق فيينا النووي بأنه»: no apposition
        let other_phrase = (head.tokens.end..start).any(|at| {
            self.words.hits(at).iter().any(|hit| {
                hit.split.preposition.is_some() && matches!(hit.sense.item, Item::Trigger(..))
            })
        });
        if other_phrase {
            return None;
        }
        let name = (2..=4).contains(&(end - start))
            && !first.starts_with("ال")
            && first.chars().count() > 2;
        name.then(|| Source {
            span: self.words.doc.span(start..end),
            kind: LinkKind::Person,
            actor: None,
        })
    }

    /// «رئيس الحكومة بنيامين نتنياهو»: a person whom the lexicon knows stands in the phrase.
    fn is_person_of_note(&self, head: &Entity) -> bool {
        head.party.as_ref().is_some_and(|(actor, _)| {
            self.words.lexicon.entries.actors[usize::from(*actor)].r#type == "person"
        })
    }

    /// Two sources joined by «و» are one span.
    fn joined_source(&self, head: &Entity) -> Source {
        let mut source = self.source_of(head);
        let can_join = |kind| {
            matches!(
                kind,
                EntityKind::Source(_) | EntityKind::People(_) | EntityKind::Actor(_)
            )
        };
        let next = self
            .entities
            .iter()
            .find(|entity| entity.tokens.start == head.tokens.end && entity.joined);
        if let Some(next) = next.filter(|next| can_join(next.kind) && can_join(head.kind)) {
            source.span = source.span.cover(next.span);
        }
        source
    }

    /// A phrase that the lexicon does not know as a source («تجمع لأهالي …»): up to the first
    /// preposition, comma or verb.
    pub(super) fn unknown_phrase(
        &self,
        region: &Range<usize>,
        via: Option<&Entity>,
    ) -> Option<Source> {
        const LONGEST_PHRASE: usize = 7;
        let mut start = region.start;
        while start < region.end && (self.words.is_mark_of_quotation(start) || self.is_time(start))
        {
            start += 1;
        }
        let mut end = start;
        while end < region.end.min(start + LONGEST_PHRASE) {
            let word = self.words.word(end);
            let stops = self.is_comma(end)
                || (end > start && self.words.listed(end, "said-how"))
                || (end > start && self.words.is_mark_of_quotation(end))
                || (end > start
                    && (self.words.in_class(end, "particle") && !matches!(word, "من" | "في")
                        || matches!(word, "في" if end > start + 2)))
                || self.is_time(end)
                || is_finite_verb(self.words, end)
                || via.is_some_and(|via| via.tokens.start <= end + 1);
            if stops {
                break;
            }
            end += 1;
        }
        let is_phrase = end > start
            && !self.words.in_class(start, "particle")
            && !is_preposition(self.words.lexicon, self.words.word(start))
            && self.is_phrase_word(start);
        is_phrase.then(|| Source {
            span: self.words.doc.span(start..end),
            kind: LinkKind::Unnamed,
            actor: None,
        })
    }

    pub(super) fn is_time(&self, at: usize) -> bool {
        self.words
            .hit(at, |item| matches!(item, Item::Time(_) | Item::Weekday(_)))
            .is_some()
    }

    fn is_phrase_word(&self, at: usize) -> bool {
        self.words
            .token(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
            && self
                .words
                .hits(at)
                .iter()
                .all(|hit| hit.split.preposition.is_none())
    }

    pub(super) fn source_of(&self, entity: &Entity) -> Source {
        let (span, kind, actor) = match (&entity.name, entity.kind) {
            (Some(name), _) => (self.words.doc.span(name.clone()), LinkKind::Person, None),
            (None, EntityKind::Actor(actor)) => {
                (entity.span, entity.link_kind(self.words), Some(actor))
            }
            (None, _) => (entity.span, entity.link_kind(self.words), None),
        };
        Source { span, kind, actor }
    }
}

/// «نقلا عن», «على لسان», «استنادا إلى» lead to who said it first; «بحسب» to who passes it on.
pub(super) fn leads_inwards(marker: &str) -> bool {
    matches!(marker, "نقلا" | "علي" | "استنادا")
}

/// One chain behind the other, a link named twice once.
pub(super) fn joined(outer: Vec<Source>, inner: Vec<Source>) -> Vec<Source> {
    let mut out = outer;
    for source in inner {
        let known = out.iter().any(|link| {
            link.span == source.span || (link.actor.is_some() && link.actor == source.actor)
        });
        if !known {
            out.push(source);
        }
    }
    out
}

/// Roles and words for people are named by what stands in apposition; forces and papers are not.
pub(super) fn takes_a_name(head: &Entity) -> bool {
    matches!(
        head.kind,
        EntityKind::Source(_) | EntityKind::People(_) | EntityKind::Person | EntityKind::Group
    )
}
