//! How far an attribution reaches: to another voice, over the end of a sentence, from a headline's colon.

use musnad_model::{LinkKind, Stance};

use super::{Attribution, Carry, Reader};

impl Reader<'_, '_> {
    /// Ends the attributions that reach over `at`, where another voice begins.
    pub(super) fn cut(&mut self, at: usize) {
        for found in &mut self.found {
            if found.scope.contains(&at) {
                found.scope.end = at;
            }
        }
    }

    /// «… يأتي ذلك بعد …»: outside of a quotation the outlet goes on by itself.
    pub(super) fn end_before_remark(&mut self, at: usize) {
        if at > self.sentence.start
            && self.words.in_class(at, "outlet-remark")
            && !self.is_inside_quotation(at)
        {
            self.cut(at);
        }
    }

    /// Whether a quotation that opened in this sentence reaches over `at`.
    pub(super) fn is_inside_quotation(&self, at: usize) -> bool {
        self.words
            .doc
            .quotations
            .iter()
            .any(|quote| quote.tokens.contains(&at) && quote.tokens.start > self.sentence.start)
    }

    /// «بينما», «فيما», «في حين»: another clause stands beside the one that was told.
    pub(super) fn is_contrast(&self, at: usize) -> bool {
        match self.words.word(at) {
            "بينما" | "فيما" => true,
            "في" => matches!(self.words.word(at + 1), "حين" | "المقابل"),
            _ => false,
        }
    }

    /// «… في حين تواردت أنباء»: right behind a contrast.
    pub(super) fn is_behind_contrast(&self, at: usize) -> bool {
        let from = at.saturating_sub(2).max(self.sentence.start);
        (from..at).any(|token| self.is_contrast(token))
    }

    /// «الجيش الأميركي: مقتل اثنين …» at the start of a line.
    pub(super) fn headline(&mut self) {
        let start = self.sentence.start;
        let Some(first) = self
            .entities
            .iter()
            .find(|entity| entity.tokens.start >= start)
        else {
            return;
        };
        let opens = first.tokens.start == start
            || (first.tokens.start == start + 1 && self.words.is_mark_of_quotation(start));
        let Some(colon) = self.colon_of_headline(first.tokens.end) else {
            return;
        };
        let between = first.tokens.end..colon;
        let topic = self.words.listed(start, "topic-country");
        if !opens || topic || self.is_outlet(first) {
            return;
        }
        // «شهود عيان لـ«الشروق»: …», «رويترز عن مسؤول: …»
        let second = self
            .entities
            .iter()
            .find(|entity| between.contains(&entity.tokens.start));
        let relayed = self.words.word(first.tokens.end) == "عن";
        let allowed = match second {
            Some(second) => relayed || self.is_via(second),
            None => between
                .clone()
                .all(|at| self.words.is_mark_of_quotation(at)),
        };
        if !allowed {
            return;
        }
        let own = self.source_of(first);
        let (chain, source) = match second.filter(|second| !self.is_outlet(second)) {
            Some(second) if relayed => {
                let speaker = self.source_of(second);
                (vec![own, speaker.clone()], speaker)
            }
            Some(second) => (vec![self.source_of(second), own.clone()], own),
            None => (vec![own.clone()], own),
        };
        self.main = Some(source);
        self.found.push(Attribution {
            verb: None,
            entry: None,
            stance: Stance::Reported,
            unconfirmed: false,
            chain,
            scope: colon + 1..self.sentence.end,
        });
    }

    /// The colon that follows the words from `from` on, if they can name who says it.
    fn colon_of_headline(&self, from: usize) -> Option<usize> {
        const LONGEST: usize = 7;
        (from..self.sentence.end.min(from + LONGEST)).find(|&at| self.words.is_sign(at, ':'))
    }

    /// «مقتل ستة في قصف (المرصد)»: a headline whose source stands in brackets behind it.
    pub(super) fn closing_bracket(&mut self) {
        let Some(last) = self.sentence.end.checked_sub(1) else {
            return;
        };
        // further down brackets name who took the picture
        if self.sentence.start > 0 || !self.found.is_empty() || !self.words.is_sign(last, ')') {
            return;
        }
        let source = self.entities.iter().find(|entity| {
            let speaks = matches!(
                entity.link_kind(self.words),
                LinkKind::Monitor | LinkKind::Official | LinkKind::Medical | LinkKind::Unnamed
            );
            entity.tokens.end == last
                && entity.tokens.start > self.sentence.start + 2
                && self.words.is_sign(entity.tokens.start - 1, '(')
                && speaks
                && !self.is_outlet(entity)
        });
        if let Some(source) = source {
            let bracket = source.tokens.start - 1;
            let chain = vec![self.source_of(source)];
            self.found.push(Attribution {
                verb: None,
                entry: None,
                stance: Stance::Reported,
                unconfirmed: false,
                chain,
                scope: self.sentence.start..bracket,
            });
        }
    }

    /// Takes over what the sentence before left open.
    pub(super) fn go_on(&mut self, carry: &mut Carry) {
        if let Some((end, last)) = carry.last.take()
            && end == self.sentence.start
            && self.goes_on_untold()
        {
            self.found.push(Attribution {
                scope: self.sentence.clone(),
                ..last
            });
        }
        if let Some((end, open)) = carry.open.take() {
            let scope = self.sentence.start..end.min(self.sentence.end);
            self.found.push(Attribution {
                scope,
                ..open.clone()
            });
            if end > self.sentence.end {
                carry.open = Some((end, open));
            }
        }
    }

    /// «وقامت بإحراق …», «وبذلك ارتفعت …»: a sentence that has no meaning without the one before.
    fn goes_on_untold(&self) -> bool {
        let start = self.sentence.start;
        if self
            .words
            .token(start)
            .is_none_or(|token| token.line_before)
        {
            return false;
        }
        if matches!(self.words.word(start), "وبذلك" | "بذلك" | "وبهذا" | "بهذا") {
            return true;
        }
        let joined = self
            .words
            .hits(start)
            .iter()
            .any(|hit| hit.split.conjunction == Some('و'));
        let performs = ["perform", "attempt"]
            .iter()
            .any(|class| self.words.in_class(start, class));
        let feminine_or_plural =
            self.words.word(start).ends_with('ت') || self.words.word(start).ends_with("وا");
        let own_subject = self.entities.iter().any(|entity| {
            entity.tokens.start > start
                && entity.tokens.start <= start + 2
                && entity.split.preposition.is_none()
        });
        // «واستمرت الاشتباكات»
        let definite = self.words.word(start + 1).starts_with("ال");
        joined && performs && feminine_or_plural && !own_subject && !definite
    }

    /// Leaves what goes on in the next sentence.
    pub(super) fn leave(&self, carry: &mut Carry) {
        if carry.open.is_none() {
            carry.open = self.open_quotation();
        }
        let spoken = self.found.iter().rfind(|found| {
            found.verb.is_some() && found.entry.is_some() && !found.chain.is_empty()
        });
        let closing = self
            .found
            .iter()
            .filter(|found| found.scope.end + 1 >= self.sentence.end)
            .max_by_key(|found| found.nearness());
        carry.last = closing.map(|found| (self.sentence.end, found.clone()));
        if let Some(source) = spoken.and_then(|last| last.chain.last()) {
            carry.speaker = Some(self.main.clone().unwrap_or_else(|| source.clone()));
        } else if let Some(main) = &self.main
            && self.found.iter().all(|found| found.verb.is_some())
            && self
                .entities
                .iter()
                .any(|entity| entity.span.overlaps(main.span))
        {
            // «طالب النائب …» goes on as «وقال إن …»
            carry.speaker = Some(main.clone());
        }
    }

    /// A quotation that the sentence leaves open inside an attribution.
    fn open_quotation(&self) -> Option<(usize, Attribution)> {
        let quote = self.words.doc.quotations.iter().find(|quote| {
            quote.tokens.start > self.sentence.start
                && quote.tokens.start < self.sentence.end
                && quote.tokens.end > self.sentence.end
        })?;
        let found = self.found.iter().rfind(|found| {
            found.scope.contains(&quote.tokens.start) || found.scope.start == quote.tokens.start
        })?;
        Some((quote.tokens.end, found.clone()))
    }
}
