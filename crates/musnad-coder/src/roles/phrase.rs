//! What stands around a noun phrase: its preposition, its list, the noun that it belongs to.

use std::ops::Range;

use musnad_lexicon::{Item, TriggerKind};
use musnad_text::TokenKind;

use super::{Grammar, REACH, clause};
use crate::entities::{Entity, EntityKind, is_finite_verb};

impl Grammar<'_, '_> {
    /// The preposition before an entity: attached or the word before it.
    pub(super) fn preposition(&self, entity: &Entity) -> Option<String> {
        if let Some(attached) = entity.split.preposition {
            return Some(attached.to_string());
        }
        let mut before = entity.tokens.start;
        while before > self.sentence.start
            && (self.words.is_mark_of_quotation(before - 1) || self.counts(before - 1))
        {
            before -= 1;
        }
        // «على مواقع الجيش», «على جيب التنظيم»: the preposition stands before the noun that it belongs to
        let mut last = before.checked_sub(1)?;
        if last > self.sentence.start + 1
            && self.is_plain_noun(last)
            && entity.split.conjunction.is_none()
        {
            let attached = self
                .words
                .hits(last)
                .iter()
                .find_map(|hit| hit.split.preposition.filter(|&c| c != 'س'));
            if let Some(attached) = attached {
                return Some(attached.to_string());
            }
            if self.words.listed(last - 1, "preposition-of-construct") {
                last -= 1;
            }
        }
        let word = self.words.word(last);
        // «شنت كل من مصر وإسرائيل هجوما»
        if word == "من" && last > self.sentence.start && self.words.word(last - 1) == "كل" {
            return last
                .checked_sub(2)
                .filter(|&before| before >= self.sentence.start)
                .and_then(|before| self.governs_a_party(before))
                .map(str::to_owned);
        }
        self.governs_a_party(last).map(str::to_owned)
    }

    /// The preposition at `at`, «و» before it left out («وفي سوريا نفذ التحالف …»).
    fn governs_a_party(&self, at: usize) -> Option<&str> {
        let word = self.words.word(at);
        if self.words.listed(at, "governs-a-party") {
            return Some(word);
        }
        let bare = word.strip_prefix('و')?;
        (bare.chars().count() > 1 && self.words.lexicon.lists("governs-a-party", bare))
            .then_some(bare)
    }

    fn is_plain_noun(&self, at: usize) -> bool {
        self.words
            .token(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
            && !self.words.in_class(at, "particle")
            && !is_finite_verb(self.words, at)
            && self.words.hits(at).iter().all(|hit| {
                !matches!(
                    hit.sense.item,
                    Item::Trigger(..) | Item::Class(_) | Item::Reporting(_) | Item::Time(_)
                )
            })
    }

    /// Whether the token is part of a figure that stands before a noun.
    pub(super) fn counts(&self, at: usize) -> bool {
        self.figures.iter().any(|figure| figure.contains(&at))
    }

    /// Whether the token is a number, in digits or words.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.words
            .token(at)
            .is_some_and(|token| token.number().is_some())
            || self
                .words
                .hit(at, |item| matches!(item, Item::Numeral(_)))
                .is_some()
    }

    /// `first` and the entities that go on its list («A وB وC»).
    pub(super) fn with_joined(&self, first: usize) -> Vec<usize> {
        let mut out = vec![first];
        let mut end = self.entities[first].tokens.end;
        for (number, entity) in self.entities.iter().enumerate().skip(first + 1) {
            let near = (end..entity.tokens.start)
                .all(|at| self.words.any_sign(at) || self.words.word(at) == "و" || self.counts(at));
            let by_word =
                entity.tokens.start > end && self.words.word(entity.tokens.start - 1) == "و";
            let by_mark =
                entity.tokens.start > end + 1 && self.words.word(entity.tokens.start - 2) == "و";
            if !near || !(entity.joined || by_word || by_mark) || entity.split.preposition.is_some()
            {
                break;
            }
            out.push(number);
            end = entity.tokens.end;
        }
        out
    }

    /// Entities after the trigger without a preposition: subject, object.
    pub(super) fn bare_after(&self, from: usize) -> Vec<usize> {
        let mut end = self.clause.end.min(from + REACH);
        // «اعتقلت كلا من: فلان وفلان»
        let each = end >= from + 2
            && self.words.word(end - 1) == "من"
            && self.words.word(end - 2).starts_with("كل");
        if each && self.words.is_sign(end, ':') {
            end = clause(self.words, end + 1, self.sentence).end;
        }
        // the next verb's nouns are its own: «قصف المدينة أدى إلى مقتل …»
        let end = (from..end)
            .find(|&at| {
                (at > from && self.trigger.tokens.end <= at && self.only_a_verb(at))
                    || self.words.in_class(at, "by-agent")
            })
            .unwrap_or(end);
        let mut out: Vec<usize> = Vec::new();
        let mut list_end = 0;
        let mut governed_until = usize::MAX;
        for (number, entity) in self.inside(from..end) {
            // a list counts once
            if number < list_end {
                continue;
            }
            // «وقوات الرئيس السابق علي عبدالله صالح»: says more of the one behind the preposition
            if entity.tokens.start == governed_until && self.is_person(entity) {
                continue;
            }
            if self.says_more(entity) || (!out.is_empty() && self.begins_a_clause(entity)) {
                break;
            }
            if self.introduced_by("accompany", entity)
                || self.introduced_by("jointly", entity)
                || self.of_another_event(entity)
                || self.describes_the_deed(entity)
                || self.is_whose_word_it_is(entity)
            {
                continue;
            }
            if self.preposition(entity).is_some() {
                if self.of_the_figure(entity) {
                    out.push(number);
                } else {
                    // «لقوات النظام والميليشيات»: what goes on the list stands behind the same preposition
                    let last = self.with_joined(number).last().copied().unwrap_or(number);
                    list_end = last + 1;
                    governed_until = self.entities[last].tokens.end;
                }
                continue;
            }
            out.push(number);
            list_end = self.with_joined(number).last().map_or(0, |last| last + 1);
        }
        out
    }

    /// «بحسب سكاي نيوز»: who says it.
    fn is_whose_word_it_is(&self, entity: &Entity) -> bool {
        entity.tokens.start > self.sentence.start
            && self
                .words
                .hit(entity.tokens.start - 1, |item| {
                    matches!(item, Item::ReportingPreposition(_))
                })
                .is_some()
    }

    /// «هجوما منسقا»: an adjective with the same tanwin, which by its letters may be a person as well.
    fn describes_the_deed(&self, entity: &Entity) -> bool {
        let at = entity.tokens.start;
        let noun = self.trigger.tokens.len() > 1
            || matches!(self.trigger.kind, TriggerKind::Masdar | TriggerKind::Noun);
        noun && at == self.trigger.tokens.end
            && entity.tokens.len() == 1
            && matches!(entity.kind, EntityKind::People(_) | EntityKind::Source(_))
            && self.words.word(at).ends_with('ا')
            && self.words.word(at - 1).ends_with('ا')
    }

    fn is_person(&self, entity: &Entity) -> bool {
        match entity.kind {
            EntityKind::Person => true,
            EntityKind::Actor(actor) => {
                self.words.lexicon.entries.actors[usize::from(actor)].r#type == "person"
            }
            _ => false,
        }
    }

    /// «… والاستخبارات تعرف»: the subject of another verb.
    fn begins_a_clause(&self, entity: &Entity) -> bool {
        let at = entity.tokens.end;
        let word = self.words.word(at);
        let present = self.words.hits(at).is_empty()
            && (word.starts_with('ي') || word.starts_with('ت'))
            && (4..=6).contains(&word.chars().count())
            && !word.ends_with('ه');
        entity.joined && at < self.sentence.end && (self.only_a_verb(at) || present)
    }

    /// «جميعهم نساء», «بينهم طفل»: says more of those named before.
    fn says_more(&self, entity: &Entity) -> bool {
        entity.tokens.start > 0
            && (self.words.in_class(entity.tokens.start - 1, "all-of-them")
                || self.words.in_class(entity.tokens.start - 1, "among"))
    }

    /// «لتوقيف محمد»: whom the noun of another event takes.
    fn of_another_event(&self, entity: &Entity) -> bool {
        let mut before = entity.tokens.start;
        while before > self.sentence.start
            && (self.words.is_mark_of_quotation(before - 1) || self.counts(before - 1))
        {
            before -= 1;
        }
        let Some(at) = before.checked_sub(1) else {
            return false;
        };
        !self.trigger.tokens.contains(&at)
            && !is_finite_verb(self.words, at)
            && !self.is_definite_deed(at)
            && entity.split.preposition.is_none()
            && self
                .words
                .hits(at)
                .iter()
                .any(|hit| matches!(hit.sense.item, Item::Trigger(_, TriggerKind::Masdar, _)))
    }

    /// «مواقع النظام» right behind the verb: the entity only says whose the place or thing is.
    pub(super) fn owns_what_was_struck(&self, entity: usize) -> bool {
        let start = self.entities[entity].tokens.start;
        let itself = matches!(self.entities[entity].kind, EntityKind::Source(_))
            && self.listed_noun(start, "struck-thing");
        let behind_it = start > self.trigger.tokens.end
            && self.entities[entity].split.preposition.is_none()
            && self.listed_noun(start - 1, "struck-thing");
        self.violent && (itself || behind_it)
    }

    /// «قوات النظام قرية …»: an armed party with a place or thing right behind it.
    pub(super) fn strikes_a_place(&self, entity: usize) -> bool {
        let at = self.entities[entity].tokens.end;
        let place = self
            .words
            .hit(at, |item| matches!(item, Item::PlaceKind(_)))
            .is_some_and(|hit| hit.split.preposition.is_none() && hit.split.conjunction.is_none());
        (place || self.words.listed(at, "struck-thing-alone"))
            && crate::claims::is_armed_entity(self.words, &self.entities[entity])
    }

    /// Whether the token is a noun for what is done.
    fn names_a_deed(&self, at: usize) -> bool {
        !self.trigger.tokens.contains(&at)
            && self.words.hits(at).iter().any(|hit| {
                hit.split.preposition != Some('ل')
                    && matches!(
                        hit.sense.item,
                        Item::Trigger(_, TriggerKind::Masdar | TriggerKind::Noun, _)
                    )
            })
    }

    /// «الهجوم», «القصف»: a noun of violence with an article, which takes no idafa.
    pub(super) fn is_definite_deed(&self, at: usize) -> bool {
        self.words.hits(at).iter().any(|hit| match hit.sense.item {
            Item::Trigger(event, TriggerKind::Masdar | TriggerKind::Noun, _) => {
                hit.split.article && hit.split.preposition.is_none() && self.is_violence(event)
            }
            _ => false,
        })
    }

    /// «ثلاثة من عناصر داعش»: «من» behind a number is no preposition of the verb.
    fn of_the_figure(&self, entity: &Entity) -> bool {
        let start = entity.tokens.start;
        start >= 2 && self.words.word(start - 1) == "من" && self.counts(start - 2)
    }

    /// The first entity in `tokens` that this preposition brings in.
    pub(super) fn after_preposition(
        &self,
        preposition: &str,
        tokens: Range<usize>,
    ) -> Option<usize> {
        self.inside(tokens)
            .find(|(_, entity)| {
                self.preposition(entity)
                    .is_some_and(|found| found == preposition)
                    && !self.introduced_by("accompany", entity)
                    && !self.introduced_by("jointly", entity)
                    && !self.is_whom_others_follow(entity.tokens.start)
            })
            .map(|(number, _)| number)
    }

    /// «القوات الموالية للرئيس»: the name at `at` tells whose people were named before it.
    fn is_whom_others_follow(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| {
            self.words.in_class(before, "belonging")
                && self
                    .entities
                    .iter()
                    .any(|entity| entity.tokens.end == before)
        })
    }

    /// «مقرا للفرقة», «مواقع تابعة لميليشيا»: whose the thing is that was struck.
    pub(super) fn owner_of_object(&self, from: usize) -> Option<usize> {
        let end = self.clause.end.min(from + REACH);
        self.inside(from..end)
            .find(|(_, entity)| {
                let mut before = entity.tokens.start.saturating_sub(1);
                // «مقرا لـ"الحركة"»
                let apart = (before.saturating_sub(1)..=before)
                    .rev()
                    .find(|&at| !self.words.is_mark_of_quotation(at))
                    .filter(|&at| self.words.word(at) == "ل");
                if let Some(apart) = apart {
                    before = apart.saturating_sub(1);
                }
                (entity.split.preposition == Some('ل') || apart.is_some())
                    && before >= from
                    && self
                        .words
                        .token(before)
                        .is_some_and(|token| token.kind == TokenKind::Word)
                    && !self.words.in_class(before, "particle")
                    && !self.only_a_verb(before)
                    && !self.words.listed(before, "leads-to-no-owner")
                    && !self.is_whom_others_follow(before + 1)
                    // «قصف تزامن مع تحليق للطيران»: of another deed
                    && !(self.trigger.tokens.end..=before).any(|at| {
                        self.names_a_deed(at) && !self.is_definite_deed(at)
                    })
                    && !self.trigger.tokens.contains(&before)
                    && !self.entities.iter().any(|other| {
                        other.tokens.contains(&before)
                            && !matches!(other.kind, EntityKind::Source(_))
                    })
                    && self
                        .words
                        .hits(before)
                        .iter()
                        .all(|hit| !matches!(hit.sense.item, Item::Time(_)))
            })
            .map(|(number, _)| number)
    }

    /// The second party of «بين A … وB».
    pub(super) fn between(&self, first: usize) -> Option<usize> {
        let end = self.entities[first].tokens.end;
        self.entities
            .iter()
            .enumerate()
            .skip(first + 1)
            .take_while(|(_, entity)| entity.tokens.start < (end + 12).min(self.sentence.end))
            .find(|(_, entity)| {
                entity.joined
                    || (entity.tokens.start > 1
                        && (self.words.word(entity.tokens.start - 1) == "و"
                            || self.words.word(entity.tokens.start - 2) == "و"))
            })
            .map(|(number, _)| number)
    }
}
