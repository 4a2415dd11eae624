//! Who speaks where no one is named behind the verb: a subject before it, or the speaker so far.

use musnad_lexicon::{Item, Pos};
use musnad_model::LinkKind;
use musnad_text::TokenKind;

use super::content::is_preposition;
use super::sources::{Unknown, takes_a_name};
use super::{Carry, Reader, Source};
use crate::entities::{Entity, is_finite_verb};

/// How late in a sentence its subject may begin, in tokens.
const SUBJECT_REACH: usize = 4;

impl Reader<'_, '_> {
    /// «المرصد قال إن …», «المتحدث باسم الوزارة قال في بيان إنه», «وكان الجيش أعلن أن».
    pub(super) fn subject_before(&self, at: usize) -> Option<Source> {
        let joined = self
            .words
            .hit(at, |item| matches!(item, Item::Reporting(_)))
            .is_some_and(|hit| hit.split.conjunction.is_some());
        if joined {
            return self.topic(at);
        }
        let Some(subject) = self
            .phrase_right_before(at)
            .or_else(|| self.subject_of_clause(at))
        else {
            return self.capital_before(at);
        };
        // the name may stand before its apposition: «إياد البزم المتحدث باسم الوزارة قال»
        let named = self.entities.iter().rfind(|entity| {
            entity.name.is_some()
                && entity.tokens.end <= subject.tokens.start
                && entity.tokens.end + 3 >= subject.tokens.start
        });
        let unnamed_role = subject.name.is_none() && named.is_none() && subject.tokens.end + 1 < at;
        let name = unnamed_role
            .then(|| self.name_up_to(at, subject.tokens.end))
            .flatten()
            .filter(|_| takes_a_name(subject));
        Some(name.unwrap_or_else(|| self.source_of(named.unwrap_or(subject))))
    }

    /// «موسكو تعلن …»: a capital that stands for its government.
    fn capital_before(&self, at: usize) -> Option<Source> {
        let before = at
            .checked_sub(1)
            .filter(|&before| before >= self.sentence.start)?;
        let governed = before > self.sentence.start
            && is_preposition(self.words.lexicon, self.words.word(before - 1));
        (self.words.listed(before, "capital") && !governed).then(|| Source {
            span: self.words.doc.span(before..at),
            kind: LinkKind::Official,
            actor: None,
        })
    }

    /// «أما … فأعلن أن»: whom the sentence is about.
    fn topic(&self, at: usize) -> Option<Source> {
        let start = (self.sentence.start..at).find(|&token| !self.words.any_sign(token))?;
        let opens = self.words.in_class(start, "topic") && self.words.word(at).starts_with('ف');
        self.entities
            .iter()
            .find(|entity| opens && entity.tokens.start == start + 1)
            .map(|entity| self.source_of(entity))
    }

    fn phrase_right_before(&self, at: usize) -> Option<&Entity> {
        let mut before = at;
        while before > self.sentence.start
            && (self.words.is_mark_of_quotation(before - 1)
                || self.words.listed(before - 1, "before-a-verb")
                || self.is_time(before - 1)
                || self.words.is_sign(before - 1, ')'))
        {
            before -= 1;
        }
        self.entities.iter().rfind(|entity| {
            entity.tokens.end <= before
                && entity.tokens.end + 1 >= before
                && entity.tokens.start >= self.sentence.start
                && entity.split.preposition.is_none()
                && !self.words.is_sign(before - 1, '،')
                && !self.is_governed(entity)
        })
    }

    /// «… المدعومة من إيران أعلنت»: a preposition that stands apart.
    fn is_governed(&self, entity: &Entity) -> bool {
        entity.tokens.start > self.sentence.start
            && is_preposition(self.words.lexicon, self.words.word(entity.tokens.start - 1))
    }

    /// The noun phrase that begins the sentence, with no verb of its own before `at`.
    fn subject_of_clause(&self, at: usize) -> Option<&Entity> {
        let mut start = self.sentence.start;
        while start < at
            && (self.words.any_sign(start)
                || self.words.in_class(start, "copula")
                || self.words.listed(start, "opens-a-sentence"))
        {
            start += 1;
        }
        let subject = self
            .entities
            .iter()
            .find(|entity| entity.tokens.start == start && entity.split.preposition.is_none())?;
        let mut relative = false;
        for token in subject.tokens.end..at {
            relative |= self.words.in_class(token, "relative");
            let other_clause = self.words.in_class(token, "complementizer")
                || self.words.is_sign(token, ':')
                || self.words.is_sign(token, '.')
                || (!relative && is_finite_verb(self.words, token));
            if other_clause {
                return None;
            }
        }
        Some(subject)
    }

    /// The source of a verb whose subject is dropped, or of «مشيرا».
    pub(super) fn speaker_so_far(&self, carry: &Carry) -> Option<Source> {
        self.main.clone().or_else(|| carry.speaker.clone())
    }

    /// «قالت الوكالة … وأعلن عن مقتل جندي»: a masculine verb before «عن» is a passive, none of hers.
    pub(super) fn speaker_in_agreement(&self, at: usize, carry: &Carry) -> Option<Source> {
        let speaker = carry.speaker.clone()?;
        if self.words.word(at + 1) != "عن" {
            return Some(speaker);
        }
        let verb = self.words.word(at);
        let bare = verb.strip_prefix('و').unwrap_or(verb);
        let masculine = !bare.starts_with('ت') && !bare.ends_with('ت') && !bare.ends_with("وا");
        let first = self.words.token_at(speaker.span.start);
        let feminine = speaker.kind != LinkKind::Person
            && first
                .and_then(|first| self.words.token(first))
                .is_some_and(|token| token.ends_in_ta_marbuta);
        (!(masculine && feminine)).then_some(speaker)
    }

    /// «…، زعمت فيه أن»: a verb behind a comma without «و» is the sentence's subject's.
    pub(super) fn goes_on_without_and(&self, at: usize) -> bool {
        let joined = self
            .words
            .hits(at)
            .iter()
            .any(|hit| hit.split.conjunction.is_some());
        at > self.sentence.start && self.is_comma(at - 1) && !joined
    }

    /// Whose «مشيرا» or «متهما» it is: the speaker of the sentence, the subject of the last verb of
    /// saying, or the subject of the sentence.
    pub(super) fn speaker_of_participle(&self, at: usize, carry: &Carry) -> Option<Source> {
        if let Some(main) = &self.main {
            return Some(main.clone());
        }
        let says = (self.sentence.start..at).rev().find_map(|token| {
            self.words
                .hit(token, |item| matches!(item, Item::Reporting(_)))
                .filter(|hit| hit.sense.pos == Pos::Verb)?;
            // «بين», which is «between»
            if is_preposition(self.words.lexicon, self.words.word(token)) {
                return None;
            }
            let subject = self.entities.iter().find(|entity| {
                let governed =
                    is_preposition(self.words.lexicon, self.words.word(entity.tokens.start - 1));
                entity.split.preposition.is_none()
                    && entity.tokens.start > token
                    && entity.tokens.start <= token + 2
                    && entity.tokens.end <= at
                    && !governed
            })?;
            Some(self.subject_by_name(subject, at))
        });
        says.or_else(|| {
            self.entities
                .iter()
                .find(|entity| {
                    entity.split.preposition.is_none()
                        && entity.tokens.end <= at
                        && entity.tokens.start <= self.sentence.start + SUBJECT_REACH
                        && !self.is_dateline(entity)
                })
                .map(|subject| self.source_of(subject))
        })
        .or_else(|| self.opening_subject())
        .or_else(|| carry.speaker.clone())
    }

    /// «أعلن قائد القوات البحرية … سامر حداد، تدشين …، مشيرا»: the name ends the phrase of his office.
    fn subject_by_name(&self, subject: &Entity, limit: usize) -> Source {
        let office = takes_a_name(subject)
            && self
                .words
                .hit(subject.tokens.start, |item| matches!(item, Item::Title(_)))
                .is_some();
        let end = (subject.tokens.end..limit)
            .find(|&token| {
                self.is_comma(token)
                    || self.words.in_class(token, "complementizer")
                    || is_preposition(self.words.lexicon, self.words.word(token))
            })
            .unwrap_or(subject.tokens.end);
        office
            .then(|| self.sources(subject.tokens.start..end, Unknown::Refused))
            .flatten()
            .and_then(|mut chain| chain.pop())
            .unwrap_or_else(|| self.source_of(subject))
    }

    /// The subject with which the sentence opens, before or behind its verb.
    pub(super) fn opening_subject(&self) -> Option<Source> {
        let mut start = self.sentence.start;
        while start < self.sentence.end
            && (self.words.any_sign(start) || self.words.in_class(start, "copula"))
        {
            start += 1;
        }
        if is_finite_verb(self.words, start) {
            start += 1;
        }
        self.entities
            .iter()
            .find(|entity| entity.tokens.start == start && entity.split.preposition.is_none())
            .map(|entity| self.source_of(entity))
            .or_else(|| self.unknown_name_behind_copula(start))
    }

    /// «وكان كارتر أعرب …»: a word that the lexicon does not know, behind «كان».
    fn unknown_name_behind_copula(&self, at: usize) -> Option<Source> {
        let behind_copula = at > self.sentence.start && self.words.in_class(at - 1, "copula");
        let name = self
            .words
            .token(at)
            .is_some_and(|token| token.kind == TokenKind::Word)
            && self.words.hits(at).is_empty();
        (behind_copula && name).then(|| Source {
            span: self.words.doc.span(at..at + 1),
            kind: LinkKind::Person,
            actor: None,
        })
    }

    /// «دمشق – «القدس العربي»: …»: who wrote it is no source.
    fn is_dateline(&self, entity: &Entity) -> bool {
        let mut after = entity.tokens.end;
        while self.words.is_mark_of_quotation(after) || self.words.is_sign(after, ')') {
            after += 1;
        }
        self.words.is_sign(after, ':')
            || self.words.is_sign(after, '–')
            || self.words.is_sign(after, '-')
    }
}
