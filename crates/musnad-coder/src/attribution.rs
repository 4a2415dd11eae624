//! Who says it: reporting verbs and markers, their sources, and how far each attribution reaches.

use std::ops::Range;

use musnad_lexicon::{Element, Item, Pos};
use musnad_model::{LinkKind, Span, Stance};

use crate::entities::{Entity, EntityKind};
use crate::words::Words;

/// One source of a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Source {
    /// Its words: a person without title, else the phrase.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: LinkKind,
    /// The actor of the lexicon, by position.
    pub(crate) actor: Option<u16>,
}

/// An attribution: who says what stands in `scope`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Attribution {
    /// The verb or marker.
    pub(crate) verb: Option<Range<usize>>,
    /// Position of the entry in the lexicon; none for «X: …» and for accusations.
    pub(crate) entry: Option<u16>,
    /// How the last link is presented.
    pub(crate) stance: Stance,
    /// The verb itself is negated («لم يؤكد»).
    pub(crate) unconfirmed: bool,
    /// Outermost first.
    pub(crate) chain: Vec<Source>,
    /// The tokens that it covers.
    pub(crate) scope: Range<usize>,
}

/// What goes on from one sentence to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Carry {
    /// The last speaker: the source of «وأضاف».
    speaker: Option<Source>,
    /// A quotation that is still open, with its attribution.
    open: Option<(usize, Attribution)>,
}

/// Longest stretch between a reporting verb and what is said, in tokens.
const LONGEST_REGION: usize = 45;

struct Reader<'a, 'w> {
    words: &'a Words<'w>,
    entities: &'a [Entity],
    sentence: Range<usize>,
    outlet: &'a str,
    found: Vec<Attribution>,
    /// The source of the sentence's first attribution: of «مشيرا».
    main: Option<Source>,
    /// Tokens that were read as sources; a marker inside is part of them.
    used: Vec<Range<usize>>,
}

/// The attributions of a sentence, in the order of their verbs. `outlet` is the folded name of the
/// publishing outlet, which is never a link.
pub(crate) fn attributions(
    words: &Words,
    entities: &[Entity],
    sentence: Range<usize>,
    outlet: &str,
    carry: &mut Carry,
) -> Vec<Attribution> {
    let mut reader =
        Reader { words, entities, sentence: sentence.clone(), outlet, found: Vec::new(), main: None, used: Vec::new() };
    if let Some((end, open)) = carry.open.take() {
        let scope = sentence.start..end.min(sentence.end);
        reader.found.push(Attribution { scope, ..open.clone() });
        if end > sentence.end {
            carry.open = Some((end, open));
        }
    }
    reader.headline();
    let mut at = sentence.start;
    while at < sentence.end {
        at = reader.verb(at, carry).unwrap_or(at + 1);
    }
    reader.markers();
    if carry.open.is_none() {
        carry.open = reader.open_quotation();
    }
    if let Some(last) = reader.found.iter().rfind(|found| found.verb.is_some() && found.entry.is_some())
        && let Some(source) = last.chain.last()
    {
        carry.speaker = Some(reader.main.clone().unwrap_or_else(|| source.clone()));
    }
    reader.found
}

/// How an entry's content may be brought in beside «أن».
struct Frames {
    prepositions: Vec<Box<str>>,
    bare: bool,
    relays: bool,
}

impl Reader<'_, '_> {
    fn frames(&self, entry: u16) -> Frames {
        let mut frames = Frames { prepositions: Vec::new(), bare: false, relays: false };
        for pattern in &self.words.lexicon.frames[usize::from(entry)] {
            for pair in pattern.elements.windows(2) {
                match pair {
                    [Element::Words { any, .. }, Element::Slot { name, .. }] if &**name == "content" => {
                        frames.prepositions.extend(
                            any.iter()
                                .filter_map(|words| words.first())
                                .filter(|word| matches!(&***word, "الي" | "عن" | "علي" | "ب" | "من" | "قوله" | "قولها" | "قولهم" | "مفادها"))
                                .cloned(),
                        );
                    }
                    [Element::Slot { name: first, .. }, Element::Slot { name, .. }]
                        if &**name == "content" && &**first == "source" =>
                    {
                        frames.bare = true;
                    }
                    _ => {}
                }
            }
            let relays = pattern.elements.iter().any(|element| matches!(element, Element::Slot { name, .. } if &**name == "via"))
                && pattern.elements.iter().any(
                    |element| matches!(element, Element::Words { any, .. } if any.iter().any(|words| matches!(words.first().map(|word| &**word), Some("عن" | "الي")))),
                )
                && matches!(pattern.elements.get(1), Some(Element::Slot { name, .. }) if &**name == "via");
            frames.relays |= relays;
        }
        frames
    }

    /// «الجيش الأميركي: مقتل اثنين …» at the start of a line.
    fn headline(&mut self) {
        let start = self.sentence.start;
        let Some(first) = self.entities.iter().find(|entity| entity.tokens.start >= start) else { return };
        if first.tokens.start > start + 1 || (first.tokens.start == start + 1 && !self.words.is_mark_of_quotation(start)) {
            return;
        }
        let mut colon = first.tokens.end;
        while self.words.is_mark_of_quotation(colon) {
            colon += 1;
        }
        if colon >= self.sentence.end || !self.words.is_sign(colon, ':') {
            return;
        }
        let source = self.source_of(first);
        self.main = Some(source.clone());
        self.found.push(Attribution {
            verb: None,
            entry: None,
            stance: Stance::Reported,
            unconfirmed: false,
            chain: vec![source],
            scope: colon + 1..self.sentence.end,
        });
    }

    /// Reads the reporting verb at `at`, if there is one; the token to go on from.
    fn verb(&mut self, at: usize, carry: &Carry) -> Option<usize> {
        if self.used.iter().any(|used| used.contains(&at)) {
            return None;
        }
        let hit = self.words.hit(at, |item| matches!(item, Item::Reporting(_)))?;
        let Item::Reporting(entry) = hit.sense.item else { return None };
        let finite = hit.sense.pos == Pos::Verb;
        let participle = !finite && is_adverbial_participle(self.words.word(at)) && !hit.split.article;
        if !finite && !participle {
            return None;
        }
        let frames = self.frames(entry);
        let after = hit.tokens.end;
        let negated = self.is_negated(at);
        let content = self.content(after, &frames)?;
        let region = after..content.region_end;
        // «يذكر أن», «يشار إلى أن»: no one says it but the outlet
        if finite && region.is_empty() && self.is_impersonal(at) {
            self.cut(at);
            return Some(content.start);
        }
        let mut chain = Vec::new();
        if frames.relays
            && let Some(about) = (region.clone()).find(|&token| matches!(self.words.word(token), "عن"))
        {
            if let Some((mut outer, _)) = self.sources(after..about, true) {
                chain.append(&mut outer);
            }
            let (inner, _) = self.sources(about + 1..content.region_end, false)?;
            chain.extend(inner);
        } else if content.relayed_only {
            return None;
        } else {
            match self.sources(region.clone(), content.bare) {
                Some((sources, _)) => chain = sources,
                None if participle => chain.extend(self.main.clone().or_else(|| carry.speaker.clone())),
                None => match self.subject_before(at) {
                    Some(source) => chain.push(source),
                    None if frames.relays => return None,
                    None => chain.extend(
                        self.found.iter().rev().find_map(|found| found.chain.last().cloned()).filter(|_| participle).or_else(|| carry_source(self, carry)),
                    ),
                },
            }
        }
        if chain.is_empty() {
            return None;
        }
        self.used.push(at..content.start);
        let inside_quotation = self
            .words
            .doc
            .quotations
            .iter()
            .any(|quote| quote.tokens.contains(&at) && quote.tokens.start > self.sentence.start && quote.tokens.len() > 4);
        let nested_in = self.found.iter().rposition(|found| found.scope.contains(&at)).filter(|_| {
            !participle && (inside_quotation || (!self.starts_clause(at)))
        });
        match nested_in {
            Some(outer) => {
                let mut whole = self.found[outer].chain.clone();
                if whole.last().map(|link| link.span) != chain.first().map(|link| link.span) {
                    whole.extend(chain);
                }
                chain = whole;
            }
            None => self.cut(at),
        }
        if self.main.is_none() {
            self.main = chain.last().cloned();
        }
        let stance = stance(&self.words.lexicon.entries.reporting[usize::from(entry)].stance);
        self.found.push(Attribution {
            verb: Some(at..after),
            entry: Some(entry),
            stance: if negated { Stance::Reported } else { stance },
            unconfirmed: negated,
            chain,
            scope: content.start..self.sentence.end,
        });
        Some(content.start)
    }

    /// Ends the attributions that reach over `at`, where another voice begins.
    fn cut(&mut self, at: usize) {
        for found in &mut self.found {
            if found.scope.contains(&at) {
                found.scope.end = at;
            }
        }
    }

    /// Whether the verb at `at` begins a clause of its own: «و…», after a comma or a subordinator.
    fn starts_clause(&self, at: usize) -> bool {
        if at == self.sentence.start {
            return true;
        }
        let conjunction = self.words.hit(at, |item| matches!(item, Item::Reporting(_))).is_some_and(|hit| hit.split.conjunction.is_some());
        let before = at - 1;
        conjunction
            || self.words.is_sign(before, '،')
            || self.words.is_sign(before, ',')
            || self.words.is_sign(before, '؛')
            || self.words.in_class(before, "subordinator")
            || (before > self.sentence.start && self.words.hits(before - 1).iter().any(|hit| hit.tokens.end == at && matches!(hit.sense.item, Item::Class(_))))
    }

    fn is_negated(&self, at: usize) -> bool {
        at > self.sentence.start && self.words.in_class(at - 1, "negation")
    }

    fn is_impersonal(&self, at: usize) -> bool {
        let word = self.words.word(at);
        let bare = word.strip_prefix('و').unwrap_or(word);
        bare.starts_with('ي') && (at == self.sentence.start || self.starts_clause(at)) && !bare.ends_with("ون")
    }

    /// Where what is said begins.
    fn content(&self, after: usize, frames: &Frames) -> Option<Content> {
        let limit = self.sentence.end.min(after + LONGEST_REGION);
        let mut fallback: Option<Content> = None;
        let mut at = after;
        while at < limit {
            if self.words.in_class(at, "complementizer") {
                return Some(Content { region_end: fallback_end(&fallback, after, at), start: at + 1, bare: false, relayed_only: false });
            }
            if self.words.is_sign(at, ':') {
                return Some(Content { region_end: at, start: at + 1, bare: false, relayed_only: false });
            }
            if self.words.is_mark_of_quotation(at)
                && self.words.doc.quotations.iter().any(|quote| quote.tokens.start == at + 1 && quote.tokens.len() > 4)
            {
                return Some(Content { region_end: fallback_end(&fallback, after, at), start: at + 1, bare: false, relayed_only: false });
            }
            // a verb of its own subject: what is said was not found before it
            if at > after
                && self.words.hits(at).iter().any(|hit| {
                    matches!(hit.sense.item, Item::Reporting(_)) && hit.sense.pos == Pos::Verb && hit.split.conjunction.is_some()
                })
            {
                break;
            }
            if fallback.is_none() {
                let word = self.words.word(at);
                let attached = self.words.hits(at).iter().any(|hit| {
                    hit.split.preposition == Some('ب') && matches!(hit.sense.item, Item::Trigger(..))
                });
                let brought = frames.prepositions.iter().any(|preposition| **preposition == *word)
                    || (attached && frames.prepositions.iter().any(|preposition| &**preposition == "ب"));
                let in_a_phrase = matches!(word, "الي" | "من" | "علي") && at > after && self.is_complement_of_source(at);
                if brought && !in_a_phrase {
                    fallback = Some(Content {
                        region_end: at,
                        start: if attached { at } else { at + 1 },
                        bare: false,
                        relayed_only: false,
                    });
                }
            }
            at += 1;
        }
        if let Some(content) = fallback {
            let names_event = self.event_word_in(content.start..self.sentence.end.min(content.start + 12));
            return names_event.then_some(content);
        }
        if frames.bare {
            let mut start = after;
            if let Some(entity) = self.entities.iter().find(|entity| entity.tokens.start >= after && entity.tokens.start <= after + 2) {
                start = entity.tokens.end;
            }
            // «أمس», a mark of quotation
            let limit = self.sentence.end.min(start + 4);
            while start < limit {
                let event = self.words.hits(start).iter().any(|hit| {
                    matches!(hit.sense.item, Item::Trigger(_, musnad_lexicon::TriggerKind::Masdar | musnad_lexicon::TriggerKind::Noun, _))
                        && hit.split.preposition.is_none()
                });
                if event && start > after {
                    return Some(Content { region_end: start, start, bare: true, relayed_only: false });
                }
                start += 1;
            }
        }
        None
    }

    fn is_complement_of_source(&self, at: usize) -> bool {
        self.entities.iter().any(|entity| entity.tokens.start < at && at < entity.tokens.end)
    }

    fn event_word_in(&self, tokens: Range<usize>) -> bool {
        tokens.into_iter().any(|at| {
            self.words.hits(at).iter().any(|hit| matches!(hit.sense.item, Item::Trigger(..) | Item::Casualty(_)))
        })
    }

    /// The sources named in `region`: the agency first, then the speaker; and where the phrase ends.
    fn sources(&self, region: Range<usize>, bare: bool) -> Option<(Vec<Source>, usize)> {
        if region.is_empty() {
            return None;
        }
        let inside: Vec<&Entity> = self
            .entities
            .iter()
            .filter(|entity| entity.tokens.start >= region.start && entity.tokens.start < region.end)
            .collect();
        let via = inside.iter().copied().find(|entity| self.is_via(entity));
        let speakers: Vec<&Entity> =
            inside.iter().copied().filter(|entity| via.is_none_or(|via| !std::ptr::eq(*entity, via))).collect();
        let mut out = Vec::new();
        if let Some(via) = via
            && !self.is_outlet(via)
        {
            out.push(self.source_of(via));
        }
        let head = speakers.first().copied().filter(|entity| {
            entity.tokens.start <= region.start + 3 || !self.is_phrase_word(region.start)
        });
        let named = speakers.iter().copied().find(|entity| {
            entity.name.is_some() && self.before_prepositional_part(region.start, entity.tokens.start)
        });
        let tail = self.name_at_the_end(&region, head, via);
        let speaker = match (named, tail, head) {
            (Some(named), ..) => self.source_of(named),
            (None, Some(source), _) => source,
            (None, None, Some(head)) => self.joined_source(head),
            (None, None, None) => {
                if bare {
                    return None;
                }
                self.plain_phrase(&region, via)?
            }
        };
        out.push(speaker);
        let end = speakers.last().map_or(region.end, |last| last.tokens.end);
        Some((out, end))
    }

    /// A name after «في مقر …» is not the speaker's; one after «باسم», «مدير» or a comma is.
    fn before_prepositional_part(&self, from: usize, to: usize) -> bool {
        !(from..to).any(|at| {
            matches!(self.words.word(at), "بعد" | "خلال" | "عقب" | "اثر" | "بشان" | "حول" | "ضد" | "مع")
        })
    }

    /// Whether an entity is the paper or agency to which it was said: «لوكالة …», «إلى رويترز».
    fn is_via(&self, entity: &Entity) -> bool {
        let attached = entity.split.preposition == Some('ل');
        let mut before = entity.tokens.start;
        while before > 0 && self.words.is_mark_of_quotation(before - 1) {
            before -= 1;
        }
        let apart = before > 0 && matches!(self.words.word(before - 1), "ل" | "الي" | "مع" | "لدي" | "عبر");
        if !attached && !apart {
            return false;
        }
        matches!(entity.link_kind(self.words), LinkKind::Media | LinkKind::Agency | LinkKind::Outlet)
            || entity.party.as_ref().is_some_and(|(actor, _)| self.words.lexicon.entries.actors[usize::from(*actor)].r#type == "media")
            || self.is_outlet(entity)
    }

    /// Whether an entity is the publishing outlet itself.
    fn is_outlet(&self, entity: &Entity) -> bool {
        if self.outlet.is_empty() {
            return false;
        }
        let folded = musnad_text::fold(self.words.doc.words(entity.span));
        let generic = |word: &str| {
            !self.words.lexicon.senses(musnad_lexicon::strip_article(word)).iter().any(|sense| matches!(sense.item, Item::Source(_)))
        };
        let words: Vec<&str> = folded.split(' ').filter(|word| generic(word)).collect();
        !words.is_empty() && words.iter().all(|word| self.outlet.split(' ').any(|name| musnad_lexicon::strip_article(name) == musnad_lexicon::strip_article(word)))
    }

    fn is_phrase_word(&self, at: usize) -> bool {
        self.words.token(at).is_some_and(|token| token.kind == musnad_text::TokenKind::Word)
            && !self.words.in_class(at, "particle")
    }

    /// «الناطقة باسم العملية، ليلوى العبد الله»: a run of name words at the region's end, after a role.
    fn name_at_the_end(&self, region: &Range<usize>, head: Option<&Entity>, via: Option<&Entity>) -> Option<Source> {
        let head = head?;
        let is_role = matches!(head.kind, EntityKind::Source(_) | EntityKind::Person | EntityKind::People(_) | EntityKind::Group)
            && self.words.hit(head.tokens.start, |item| matches!(item, Item::Title(_))).is_some();
        if !is_role {
            return None;
        }
        let mut end = region.end;
        if let Some(via) = via {
            end = end.min(via.tokens.start.saturating_sub(1));
        }
        // «… أمس», «… في بيان»
        let mut start = end;
        while start > head.tokens.start + 1 {
            let at = start - 1;
            let plain = self.words.token(at).is_some_and(|token| token.kind == musnad_text::TokenKind::Word)
                && (self.words.hits(at).is_empty()
                    || self.words.hit(at, |item| matches!(item, Item::GivenName(_) | Item::NameHead)).is_some());
            if !plain {
                break;
            }
            start = at;
        }
        let length = end - start;
        let adjectives = (start..end).all(|at| self.words.word(at).starts_with("ال"));
        ((2..=4).contains(&length) && !adjectives && self.words.word(start).chars().count() > 2 && !self.words.word(start).starts_with("ال")).then(|| Source {
            span: self.words.doc.span(start..end),
            kind: LinkKind::Person,
            actor: None,
        })
    }

    /// Two sources joined by «و» are one span.
    fn joined_source(&self, head: &Entity) -> Source {
        let mut source = self.source_of(head);
        if head.name.is_none()
            && let Some(next) = self.entities.iter().find(|entity| entity.tokens.start == head.tokens.end && entity.joined)
            && matches!(next.kind, EntityKind::Source(_) | EntityKind::People(_) | EntityKind::Actor(_))
            && matches!(head.kind, EntityKind::Source(_) | EntityKind::People(_) | EntityKind::Actor(_))
        {
            source.span = source.span.cover(next.span);
        }
        source
    }

    /// A phrase that the lexicon does not know as a source («تجمع لأهالي …»): up to the first
    /// preposition, comma or verb.
    fn plain_phrase(&self, region: &Range<usize>, via: Option<&Entity>) -> Option<Source> {
        const LONGEST_PHRASE: usize = 7;
        let mut start = region.start;
        while start < region.end && (self.words.is_mark_of_quotation(start) || self.words.hit(start, |item| matches!(item, Item::Time(_) | Item::Weekday(_))).is_some()) {
            start += 1;
        }
        let mut end = start;
        while end < region.end.min(start + LONGEST_PHRASE) {
            let word = self.words.word(end);
            let stops = self.words.is_sign(end, '،')
                || self.words.is_sign(end, ',')
                || (end > start && (self.words.in_class(end, "particle") && !matches!(word, "من" | "في") || matches!(word, "في" if end > start + 2)))
                || self.words.hit(end, |item| matches!(item, Item::Time(_) | Item::Weekday(_))).is_some()
                || crate::entities::is_finite_verb(self.words, end)
                || via.is_some_and(|via| via.tokens.start <= end + 1);
            if stops {
                break;
            }
            end += 1;
        }
        (end > start && !self.words.in_class(start, "particle") && self.is_phrase_word(start)).then(|| Source {
            span: self.words.doc.span(start..end),
            kind: LinkKind::Unnamed,
            actor: None,
        })
    }

    fn source_of(&self, entity: &Entity) -> Source {
        let (span, kind, actor) = match (&entity.name, entity.kind) {
            (Some(name), _) => (self.words.doc.span(name.clone()), LinkKind::Person, None),
            (None, EntityKind::Actor(actor)) => (entity.span, entity.link_kind(self.words), Some(actor)),
            (None, _) => (entity.span, entity.link_kind(self.words), None),
        };
        Source { span, kind, actor }
    }

    /// «المرصد قال إن …», «المتحدث باسم الوزارة قال في بيان إنه»: the phrase that ends right before the
    /// verb.
    fn subject_before(&self, at: usize) -> Option<Source> {
        let mut before = at;
        while before > self.sentence.start
            && (self.words.is_mark_of_quotation(before - 1)
                || matches!(self.words.word(before - 1), "قد" | "الذي" | "التي" | "الذين" | "كان" | "كانت")
                || self.words.is_sign(before - 1, ')'))
        {
            before -= 1;
        }
        let subject = self.entities.iter().rfind(|entity| entity.tokens.end <= before && entity.tokens.end + 1 >= before && entity.tokens.end > self.sentence.start)?;
        let verb_joined = self.words.hit(at, |item| matches!(item, Item::Reporting(_))).is_some_and(|hit| hit.split.conjunction.is_some());
        if verb_joined || subject.split.preposition.is_some() || subject.tokens.start < self.sentence.start {
            return None;
        }
        // the name may stand before its apposition: «إياد البزم المتحدث باسم الوزارة قال»
        let named = self.entities.iter().rfind(|entity| {
            entity.name.is_some() && entity.tokens.end <= subject.tokens.start && entity.tokens.end + 3 >= subject.tokens.start
        });
        Some(self.source_of(named.unwrap_or(subject)))
    }

    /// «بحسب المرصد», «وفقا لمصادر», «حسبما أفاد شهود»: before what is said or after it.
    fn markers(&mut self) {
        let mut at = self.sentence.start;
        let mut boundary = self.sentence.start;
        while at < self.sentence.end {
            let Some(hit) = self.words.hit(at, |item| matches!(item, Item::ReportingPreposition(_))) else {
                at += 1;
                continue;
            };
            let Item::ReportingPreposition(entry) = hit.sense.item else { break };
            let (start, mut after) = (at, hit.tokens.end);
            at = after;
            if self.used.iter().any(|used| used.contains(&start)) {
                continue;
            }
            if self.words.hit(after, |item| matches!(item, Item::Reporting(_))).is_some_and(|hit| hit.sense.pos == Pos::Verb) {
                after += 1;
            } else if matches!(self.words.word(after), "ما") && self.words.hit(after + 1, |item| matches!(item, Item::Reporting(_))).is_some() {
                after += 2;
            }
            let end = (after..self.sentence.end)
                .find(|&token| {
                    self.words.is_sign(token, '،') || self.words.is_sign(token, ',') || self.words.is_sign(token, '.')
                        || self.words.is_sign(token, '؛') || self.words.in_class(token, "complementizer") || self.words.is_sign(token, ':')
                })
                .unwrap_or(self.sentence.end);
            let first = self.entities.iter().any(|entity| entity.tokens.start >= after && entity.tokens.start <= after + 2);
            let known_source_word = first || self.is_phrase_word(after);
            let Some((mut chain, source_end)) = (if known_source_word { self.sources(after..end, !first && self.words.hits(after).iter().any(|hit| matches!(hit.sense.item, Item::Class(_)))) } else { None }) else {
                continue;
            };
            let stance = stance(&self.words.lexicon.entries.reporting[usize::from(entry)].stance);
            let fronted = start <= boundary + 1 && !self.event_word_in(boundary..start) && end + 3 < self.sentence.end;
            let scope = if fronted { end + 1..self.sentence.end } else { boundary..start };
            if let Some(outer) = self.found.iter().rposition(|found| found.scope.contains(&start) || (fronted && found.scope.contains(&scope.start))) {
                let mut whole = self.found[outer].chain.clone();
                let same = whole.iter().any(|link| chain.iter().any(|own| own.span == link.span || (own.actor.is_some() && own.actor == link.actor)));
                if same {
                    continue;
                }
                whole.append(&mut chain);
                let scope = if fronted { scope } else { self.found[outer].scope.start..start };
                self.found.push(Attribution { verb: Some(start..hit.tokens.end), entry: Some(entry), stance, unconfirmed: false, chain: whole, scope });
            } else {
                if self.main.is_none() {
                    self.main = chain.last().cloned();
                }
                self.found.push(Attribution { verb: Some(start..hit.tokens.end), entry: Some(entry), stance, unconfirmed: false, chain, scope });
            }
            if !fronted {
                boundary = source_end.max(at);
            }
            at = at.max(after);
        }
    }

    /// A quotation that the sentence leaves open inside an attribution.
    fn open_quotation(&self) -> Option<(usize, Attribution)> {
        let quote = self.words.doc.quotations.iter().find(|quote| {
            quote.tokens.start > self.sentence.start && quote.tokens.start < self.sentence.end && quote.tokens.end > self.sentence.end
        })?;
        let found = self.found.iter().rfind(|found| found.scope.contains(&quote.tokens.start) || found.scope.start == quote.tokens.start)?;
        Some((quote.tokens.end, found.clone()))
    }
}

fn carry_source(reader: &Reader, carry: &Carry) -> Option<Source> {
    carry.speaker.clone().or_else(|| reader.main.clone())
}

struct Content {
    region_end: usize,
    start: usize,
    bare: bool,
    relayed_only: bool,
}

/// Where the region of the source ends: at a preposition right before «أن» («أشار المرصد إلى أن»).
fn fallback_end(fallback: &Option<Content>, after: usize, at: usize) -> usize {
    match fallback {
        Some(content) if content.start == at => content.region_end,
        _ => at.max(after),
    }
}

/// The stance that a data file names.
pub(crate) fn stance(word: &str) -> Stance {
    match word {
        "affirmed" => Stance::Affirmed,
        "doubted" => Stance::Doubted,
        "denied" => Stance::Denied,
        _ => Stance::Reported,
    }
}

/// «مشيرا», «مؤكدة», «لافتين»: the accusative participle that goes on with what a source says.
fn is_adverbial_participle(word: &str) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    bare.starts_with('م') && (bare.ends_with('ا') || bare.ends_with('ه') || bare.ends_with("ين"))
        || bare.ends_with('ا') && bare.chars().nth(1) == Some('ا')
        || (bare.chars().nth(1) == Some('ا') && (bare.ends_with("ه") || bare.ends_with("ين")))
}

impl Attribution {
    /// How close an attribution is to a token inside its scope: the latest start wins.
    pub(crate) fn nearness(&self) -> usize {
        self.scope.start
    }
}
