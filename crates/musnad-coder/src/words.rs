//! Words: what the lexicon says of every token, alone and as the start of a longer form.

use std::ops::Range;

use musnad_lexicon::{Item, Lexicon, Reading, Sense, Split, squeeze, strip_article};
use musnad_model::Span;
use musnad_text::{Document, Token, TokenKind, Vocabulary};

/// Pronouns of the third person as they are attached to a word.
pub(crate) const PRONOUNS: [&str; 5] = ["ه", "ها", "هم", "هما", "هن"];

/// What is known about a word form, worked out once.
#[derive(Debug, Default)]
pub(crate) struct WordInfo {
    /// Its readings, those with the least split off.
    pub(crate) readings: Box<[Reading]>,
    /// Stems that begin a phrase, with what was split off before each.
    phrase_starts: Box<[(Box<str>, Split)]>,
    /// Patterns whose trigger it may be, with what was split off.
    pub(crate) idioms: Box<[(u16, u16, Split)]>,
    /// Its form as part of a place's name.
    pub(crate) squeezed: Box<str>,
    /// Names under which it, or what is left after its prefixes, may stand in the gazetteer.
    pub(crate) place_keys: Box<[(Box<str>, Split)]>,
    /// The letters that it has.
    letters: Letters,
    /// Whether it stands in a word list of the grammar.
    listed: bool,
}

/// A set of letters, a bit each; letters may share a bit.
#[derive(Clone, Copy, Debug, Default)]
struct Letters(u64);

impl Letters {
    fn of(word: &str) -> Letters {
        Letters(
            word.bytes()
                .filter(|byte| byte & 0xC0 == 0x80)
                .fold(0, |set, byte| set | 1 << (byte & 0x3F)),
        )
    }

    /// Those that a form keeps where an article or a pronoun is added or taken away.
    fn kept_of(word: &str) -> u64 {
        const LOST: [u8; 3] = [0xA7, 0x84, 0x87]; // last bytes of «ا», «ل», «ه»
        const LOST_BITS: u64 =
            1 << (LOST[0] & 0x3F) | 1 << (LOST[1] & 0x3F) | 1 << (LOST[2] & 0x3F);
        Letters::of(word).0 & !LOST_BITS
    }
}

impl WordInfo {
    pub(crate) fn new(lexicon: &Lexicon, word: &str) -> WordInfo {
        let mut phrase_starts: Vec<(Box<str>, Split)> = Vec::new();
        let mut place_keys: Vec<(Box<str>, Split)> = Vec::new();
        let mut idioms: Vec<(u16, u16, Split)> = Vec::new();
        Lexicon::each_phrase_start(word, |stem, split| {
            if !lexicon.phrases(stem).is_empty()
                && !phrase_starts.iter().any(|(known, _)| **known == *stem)
            {
                phrase_starts.push((stem.into(), split));
            }
            for &(event, pattern) in lexicon.idioms(stem) {
                if !split.article
                    && !idioms
                        .iter()
                        .any(|known| (known.0, known.1) == (event, pattern))
                {
                    idioms.push((event, pattern, split));
                }
            }
            if split.preposition != Some('س') {
                let key = squeeze(stem);
                let known = place_keys.iter().any(|(known, _)| **known == *key);
                if !known
                    && (!lexicon.gazetteer.named(&key).is_empty()
                        || lexicon.gazetteer.begins_a_name(&key))
                {
                    place_keys.push((key.into(), split));
                }
            }
        });
        place_keys.sort_by_key(|(_, split)| split.cost());
        WordInfo {
            readings: lexicon.readings(word).into(),
            phrase_starts: phrase_starts.into(),
            idioms: idioms.into(),
            squeezed: squeeze(word).into(),
            place_keys: place_keys.into(),
            letters: Letters::of(word),
            listed: lexicon.lists_anywhere(word),
        }
    }
}

/// A form of the lexicon that was met: its tokens, what was split from the first, and its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) tokens: Range<usize>,
    pub(crate) split: Split,
    pub(crate) sense: Sense,
}

/// A document with what the lexicon says of its words.
pub(crate) struct Words<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) lexicon: &'a Lexicon,
    vocabulary: &'a Vocabulary,
    infos: &'a [WordInfo],
    hits: Vec<Hit>,
    /// For each token the range of its hits, the longest first.
    by_token: Vec<Range<u32>>,
    /// What the token is in its clause, worked out once.
    marks: Vec<Mark>,
    /// ISO 3166 three-letter code of the report's country; empty where unknown.
    country: String,
    /// Full names of actors in the order of the text: token and actor.
    named: Vec<(usize, u16)>,
}

/// What a token is in its clause.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    /// It has a reading in a closed class.
    class: bool,
    /// A clause begins with it.
    begins: bool,
    /// A clause ends before it.
    ends: bool,
}

impl<'a> Words<'a> {
    /// Looks all tokens up. `infos` holds an entry for each word of `vocabulary`.
    pub(crate) fn new(
        doc: &'a Document,
        lexicon: &'a Lexicon,
        vocabulary: &'a Vocabulary,
        infos: &'a [WordInfo],
    ) -> Words<'a> {
        let mut words = Words {
            doc,
            lexicon,
            vocabulary,
            infos,
            hits: Vec::with_capacity(doc.tokens.len() / 2),
            by_token: Vec::new(),
            marks: vec![Mark::default(); doc.tokens.len()],
            country: String::new(),
            named: Vec::new(),
        };
        words.by_token.reserve(doc.tokens.len());
        for at in 0..doc.tokens.len() {
            let start = words.hits.len();
            words.look_up(at);
            #[expect(
                clippy::cast_possible_truncation,
                reason = "a report over 32 MiB is refused at the door"
            )]
            words.by_token.push(start as u32..words.hits.len() as u32);
            words.marks[at].class = words.hits[start..]
                .iter()
                .any(|hit| matches!(hit.sense.item, Item::Class(_)));
        }
        words.mark_clauses();
        words
    }

    /// Tells the report's country (ISO 3166, two letters), by which names that several actors bear are
    /// told apart.
    pub(crate) fn in_country(mut self, country: Option<&str>) -> Self {
        if let Some(country) = country {
            let nation = self
                .lexicon
                .entries
                .nations
                .iter()
                .find(|nation| nation.id.eq_ignore_ascii_case(country));
            self.country = nation.map(|nation| nation.iso3.clone()).unwrap_or_default();
        }
        for at in 0..self.doc.tokens.len() {
            let full = self.hit(at, |item| matches!(item, Item::Actor(_)));
            if let Some(hit) = full
                && let (actor, true) = self.actor(at, hit)
            {
                self.named.push((at, actor));
            }
        }
        self
    }

    /// The actor that `hit` at token `at` names, and whether that is certain. A definite short form
    /// («التنظيم») is the last one named in full before it, else the first one named after it, else the
    /// one of the report's country.
    pub(crate) fn actor(&self, at: usize, hit: &Hit) -> (u16, bool) {
        let same = |item: Item| match (item, hit.sense.item) {
            (Item::Actor(number), Item::Actor(_))
            | (Item::ActorShort(number), Item::ActorShort(_)) => Some(number),
            _ => None,
        };
        let candidates: Vec<u16> = self
            .hits(at)
            .iter()
            .filter(|other| other.tokens == hit.tokens)
            .filter_map(|other| same(other.sense.item))
            .collect();
        let Some(&first) = candidates.first() else {
            return (0, false);
        };
        let short = matches!(hit.sense.item, Item::ActorShort(_));
        if candidates.len() == 1 && !short {
            return (first, true);
        }
        let is_candidate = |named: &&(usize, u16)| candidates.contains(&named.1);
        let before = self
            .named
            .iter()
            .rev()
            .filter(|named| named.0 < at)
            .find(is_candidate);
        let after = || {
            self.named
                .iter()
                .filter(|named| named.0 > at)
                .find(is_candidate)
        };
        if let Some(&(_, actor)) = before.or_else(after) {
            return (actor, true);
        }
        let of_country = |&&actor: &&u16| {
            !self.country.is_empty()
                && self.lexicon.entries.actors[usize::from(actor)].country == self.country
        };
        let mut domestic = candidates.iter().filter(of_country);
        match (domestic.next(), domestic.next()) {
            (Some(&actor), None) => (actor, true),
            (Some(&actor), Some(_)) => (actor, !short),
            (None, _) => (first, !short && candidates.len() == 1),
        }
    }

    /// Whether the actor named at token `at` is known for certain.
    pub(crate) fn actor_is_certain(&self, at: usize) -> bool {
        let best = self
            .hits(at)
            .iter()
            .filter(|hit| matches!(hit.sense.item, Item::Actor(_) | Item::ActorShort(_)))
            .max_by_key(|hit| (hit.tokens.len(), matches!(hit.sense.item, Item::Actor(_))));
        best.is_none_or(|hit| self.actor(at, hit).1)
    }

    /// The token that holds byte `at` of the text.
    pub(crate) fn token_at(&self, byte: u32) -> Option<usize> {
        self.doc
            .tokens
            .partition_point(|token| token.span.end <= byte)
            .into()
    }

    /// Notes where clauses begin and end: at signs, «أن», subordinators, relatives and finite verbs with
    /// «و» or «ف».
    fn mark_clauses(&mut self) {
        let subordinator = self.lexicon.class("subordinator");
        for at in 0..self.doc.tokens.len() {
            let sign = matches!(
                self.doc.tokens[at].kind,
                TokenKind::Sign('،' | ',' | '؛' | ':' | '.' | '…' | '|' | '؟' | '!')
            );
            let complementizer = self.in_class(at, "complementizer");
            let subordinates = self.in_class(at, "subordinator");
            let verb = crate::entities::is_finite_verb(self, at)
                && self
                    .hits(at)
                    .iter()
                    .any(|hit| hit.split.conjunction.is_some());
            if sign || complementizer || subordinates || self.in_class(at, "relative") {
                self.begin_after(at + 1);
            }
            let phrase_end = self
                .hits(at)
                .iter()
                .find(|hit| {
                    hit.tokens.len() > 1
                        && subordinator.is_some_and(|class| hit.sense.item == Item::Class(class))
                })
                .map(|hit| hit.tokens.end);
            if let Some(end) = phrase_end {
                self.begin_after(end);
            }
            self.marks[at].begins |= verb;
            self.marks[at].ends |= sign || complementizer || subordinates || verb;
        }
    }

    fn begin_after(&mut self, at: usize) {
        if let Some(mark) = self.marks.get_mut(at) {
            mark.begins = true;
        }
    }

    /// Whether a clause begins with the token at `at`.
    pub(crate) fn begins_clause(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(|mark| mark.begins)
    }

    /// Whether a clause ends before the token at `at`.
    pub(crate) fn ends_clause(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(|mark| mark.ends)
    }

    fn look_up(&mut self, at: usize) {
        if self.doc.tokens[at].kind != TokenKind::Word {
            return;
        }
        let info = &self.infos[self.doc.tokens[at].word.index()];
        let first = self.hits.len();
        for (stem, split) in &info.phrase_starts {
            for phrase in self.lexicon.phrases(stem) {
                let end = at + 1 + phrase.rest.len();
                if end > self.doc.tokens.len() {
                    continue;
                }
                let all = phrase.rest.iter().enumerate().all(|(number, expected)| {
                    let token = &self.doc.tokens[at + 1 + number];
                    token.kind == TokenKind::Word
                        && !token.line_before
                        && same_word(self.vocabulary.word(token.word), expected)
                });
                if all {
                    self.hits.push(Hit {
                        tokens: at..end,
                        split: *split,
                        sense: phrase.sense,
                    });
                }
            }
        }
        self.hits[first..]
            .sort_by(|a, b| b.tokens.end.cmp(&a.tokens.end).then(a.sense.cmp(&b.sense)));
        let ta_marbuta = self.doc.tokens[at].ends_in_ta_marbuta;
        for reading in &info.readings {
            // «ضربة» a blow is not «ضربه» he hit him
            if ta_marbuta && reading.split.suffix == 1 {
                continue;
            }
            self.hits.push(Hit {
                tokens: at..at + 1,
                split: reading.split,
                sense: reading.sense,
            });
        }
    }

    /// All hits that begin at token `at`, the longest first.
    pub(crate) fn hits(&self, at: usize) -> &[Hit] {
        match self.by_token.get(at) {
            Some(range) => &self.hits[range.start as usize..range.end as usize],
            None => &[],
        }
    }

    /// The first hit at `at` whose item `is` wanted.
    pub(crate) fn hit(&self, at: usize, is: impl Fn(Item) -> bool) -> Option<&Hit> {
        self.hits(at).iter().find(|hit| is(hit.sense.item))
    }

    /// Whether the token has a reading in this closed class.
    pub(crate) fn in_class(&self, at: usize, class: &str) -> bool {
        self.class_hit(at, class).is_some()
    }

    /// Whether the token is a word of this list of the grammar, letter by letter.
    pub(crate) fn listed(&self, at: usize, list: &str) -> bool {
        // most words are in no list: no need to ask which one is meant
        self.doc
            .tokens
            .get(at)
            .is_some_and(|token| self.infos[token.word.index()].listed)
            && self.lexicon.lists(list, self.word(at))
    }

    /// The hit of this closed class at `at`.
    pub(crate) fn class_hit(&self, at: usize, class: &str) -> Option<&Hit> {
        // most words are in no class: no need to ask which one is meant
        if !self.marks.get(at).is_some_and(|mark| mark.class) {
            return None;
        }
        let class = self.lexicon.class(class)?;
        self.hit(at, |item| item == Item::Class(class))
    }

    /// Whether the token has the letters of `form`, whatever is added to it or taken from its ends: a
    /// quick «no» for most words.
    pub(crate) fn may_be(&self, at: usize, form: &str) -> bool {
        self.doc.tokens.get(at).is_some_and(|token| {
            Letters::kept_of(form) & !self.infos[token.word.index()].letters.0 == 0
        })
    }

    /// The folded form of a token.
    pub(crate) fn word(&self, at: usize) -> &str {
        self.doc
            .tokens
            .get(at)
            .map_or("", |token| self.vocabulary.word(token.word))
    }

    /// The token at `at`.
    pub(crate) fn token(&self, at: usize) -> Option<&Token> {
        self.doc.tokens.get(at)
    }

    /// What is known about the word at `at`.
    pub(crate) fn info(&self, at: usize) -> &WordInfo {
        &self.infos[self.doc.tokens[at].word.index()]
    }

    /// Whether the token is this sign.
    pub(crate) fn is_sign(&self, at: usize, sign: char) -> bool {
        self.token(at).is_some_and(|token| token.is_sign(sign))
    }

    /// Whether the word is written with the mark of tanwin fatha.
    pub(crate) fn ends_in_tanwin(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            let text = self.doc.words(token.span);
            text.ends_with('\u{64b}') || text.ends_with("\u{64b}ا")
        })
    }

    /// Whether the token is a sign at all.
    pub(crate) fn any_sign(&self, at: usize) -> bool {
        self.token(at)
            .is_some_and(|token| matches!(token.kind, TokenKind::Sign(_)))
    }

    /// Whether the token opens or closes a quotation or bracket.
    pub(crate) fn is_mark_of_quotation(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            matches!(
                token.kind,
                TokenKind::Sign('«' | '»' | '"' | '“' | '”' | '‹' | '›' | '\'')
            )
        })
    }

    /// The bytes of `tokens` without the prefix that was split from the first: attached و ف ب ل ك stay
    /// outside a span.
    pub(crate) fn span(&self, tokens: Range<usize>, split: Split) -> Span {
        let span = self.doc.span(tokens);
        Span::new(span.start + self.prefix_bytes(span, split.prefix), span.end)
    }

    /// How many bytes of `span` the first `letters` letters and the marks after them take.
    fn prefix_bytes(&self, span: Span, letters: u8) -> u32 {
        if letters == 0 {
            return 0;
        }
        let text = span.of(&self.doc.text);
        let mut left = letters;
        let mut bytes = 0;
        for c in text.chars() {
            let is_letter = !musnad_text::fold(c.encode_utf8(&mut [0; 4])).is_empty();
            if left == 0 && is_letter {
                break;
            }
            if is_letter {
                left -= 1;
            }
            bytes += c.len_utf8();
        }
        u32::try_from(bytes).unwrap_or(0)
    }
}

/// Whether a word of the text is this word of a phrase, article and tanwin aside.
#[inline]
pub(crate) fn same_word(word: &str, expected: &str) -> bool {
    // most words differ in their last letter already; only a tanwin's alef may be more
    let last = |text: &str| text.as_bytes().last().copied();
    if last(word) != last(expected) && !word.ends_with('ا') {
        return false;
    }
    word == expected
        || strip_article(word) == strip_article(expected)
        // «الألغام», where «ألغام» begins with the letters of an article
        || strip_article(word) == expected
        || (word.len() == expected.len() + 'ا'.len_utf8() && word.ends_with('ا') && word.starts_with(expected))
}
