//! Entities: actors and people, by name, by role, by a general word.
//!
//! A noun phrase is read from its head to its end: a number before it is not part of it, the words
//! that go with it are (idafa, adjectives, «من» and «في» complements, a quoted name).

use std::ops::Range;

use musnad_lexicon::{GrammaticalNumber, Item, NationForm, Split, TriggerKind, VerbForm};
use musnad_model::{LinkKind, Span};
use musnad_text::TokenKind;

use crate::words::{Hit, Words};

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EntityKind {
    /// An actor of the lexicon, by position.
    Actor(u16),
    /// A nation as an actor, by position.
    Nation(u16),
    /// A general word for people, by position.
    People(u16),
    /// A word for a source, by position.
    Source(u16),
    /// A named person.
    Person,
    /// A group that only its own words name («لواء …», «قبيلة …»).
    Group,
}

/// A noun phrase that names who acts, suffers or says.
#[derive(Clone, Debug)]
pub(crate) struct Entity {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Its bytes, the attached preposition outside.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: EntityKind,
    /// The name inside it, where a title stands before («العميد سعد معن»).
    pub(crate) name: Option<Range<usize>>,
    /// The actor that it belongs to or is part of («مسلحي قسد»), by position.
    pub(crate) party: Option<(u16, Range<usize>)>,
    /// What was split from its first word.
    pub(crate) split: Split,
    /// Number by its form.
    pub(crate) number: GrammaticalNumber,
    /// Whether it goes on a list («و…»).
    pub(crate) joined: bool,
}

/// Longest phrase that is read, in tokens.
const LONGEST: usize = 14;
/// Longest name of a person, in words.
const LONGEST_NAME: usize = 4;

/// All entities of the sentence `tokens`, in order, not overlapping. Tokens for which `taken` holds
/// (places, times) begin no entity.
pub(crate) fn entities(words: &Words, tokens: Range<usize>, taken: impl Fn(usize) -> bool) -> Vec<Entity> {
    let mut out = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        match entity_at(words, at, tokens.end, &taken) {
            Some(entity) => {
                at = entity.tokens.end.max(at + 1);
                out.push(entity);
            }
            None => at += 1,
        }
    }
    out
}

fn head_rank(item: Item) -> u8 {
    match item {
        Item::Actor(_) => 5,
        Item::ActorShort(_) => 4,
        Item::People(_) => 3,
        Item::Source(_) => 2,
        Item::Title(_) => 1,
        Item::Nation(_, NationForm::Name | NationForm::People) => 1,
        _ => 0,
    }
}

/// Whether a word here is a finite verb that the lexicon knows.
pub(crate) fn is_finite_verb(words: &Words, at: usize) -> bool {
    words.hits(at).iter().any(|hit| match hit.sense.item {
        Item::Trigger(_, TriggerKind::Verb(part) | TriggerKind::Passive(part), _) => part != VerbForm::Participle,
        Item::Reporting(_) => hit.sense.pos == musnad_lexicon::Pos::Verb,
        Item::Class(_) => hit.sense.pos == musnad_lexicon::Pos::Verb,
        _ => false,
    })
}

fn entity_at(words: &Words, at: usize, end: usize, taken: &impl Fn(usize) -> bool) -> Option<Entity> {
    let token = words.token(at)?;
    if token.kind != TokenKind::Word {
        return None;
    }
    let best = words
        .hits(at)
        .iter()
        .filter(|hit| head_rank(hit.sense.item) > 0 && hit.split.preposition != Some('س'))
        .max_by_key(|hit| (hit.tokens.len(), head_rank(hit.sense.item)));
    if taken(at) && best.is_none_or(|hit| hit.tokens.len() == 1 && !matches!(hit.sense.item, Item::Actor(_) | Item::Nation(..))) {
        return None;
    }
    let person_of_nation = words
        .hit(at, |item| matches!(item, Item::Nation(_, NationForm::Adjective)))
        .filter(|hit| best.is_none() && stands_for_a_person(words, at, hit));
    let best = best.or(person_of_nation);
    let Some(hit) = best else {
        return person_at(words, at, end).map(|tokens| Entity {
            span: words.span(tokens.clone(), Split::default()),
            name: Some(tokens.clone()),
            tokens,
            kind: EntityKind::Person,
            party: None,
            split: Split::default(),
            number: GrammaticalNumber::Singular,
            joined: false,
        });
    };
    if ambiguous_with_verb(words, at, hit) {
        return None;
    }
    let kind = match hit.sense.item {
        Item::Actor(number) | Item::ActorShort(number) => EntityKind::Actor(number),
        Item::People(number) => EntityKind::People(number),
        Item::Source(number) => EntityKind::Source(number),
        Item::Nation(number, _) => EntityKind::Nation(number),
        Item::Title(_) => EntityKind::Person,
        _ => return None,
    };
    let split = hit.split;
    let mut entity = Entity {
        tokens: hit.tokens.clone(),
        span: Span::default(),
        kind,
        name: None,
        party: match kind {
            EntityKind::Actor(number) => Some((number, hit.tokens.clone())),
            _ => None,
        },
        split,
        number: hit.sense.number,
        joined: split.conjunction == Some('و'),
    };
    extend(words, &mut entity, hit, end);
    // a title without a name is no one, unless the word is also a general word for people
    if kind == EntityKind::Person && entity.name.is_none() {
        if entity.tokens.len() < 2 {
            return None;
        }
        entity.kind = EntityKind::Group;
    }
    entity.span = words.span(entity.tokens.clone(), split);
    Some(entity)
}

/// A one-word general noun that is also a finite verb here («قاتل», «شهد») counts only where a noun
/// must stand: with an article, a preposition or after a number.
fn ambiguous_with_verb(words: &Words, at: usize, hit: &Hit) -> bool {
    if hit.tokens.len() > 1 || matches!(hit.sense.item, Item::Actor(_) | Item::Nation(..)) {
        return false;
    }
    hit.split.preposition.is_none() && !hit.split.article && is_finite_verb(words, at) && {
        let before = at.checked_sub(1);
        !before.is_some_and(|before| {
            words.token(before).is_some_and(|token| token.number().is_some())
                || words.hit(before, |item| matches!(item, Item::Numeral(_) | Item::Bound(_))).is_some()
        })
    }
}

/// «قتل فلسطيني», «إصابة إسرائيلي»: an adjective of a nation behind a word for death, injury or arrest
/// is a person.
fn stands_for_a_person(words: &Words, at: usize, hit: &Hit) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    hit.split.cost() == 0
        && !hit.split.article
        && words.hits(before).iter().any(|hit| match hit.sense.item {
            Item::Trigger(event, ..) => words.lexicon.entries.events[usize::from(event)].effect.is_some(),
            _ => false,
        })
}

fn extend(words: &Words, entity: &mut Entity, head: &Hit, end: usize) {
    let limit = end.min(entity.tokens.start + LONGEST);
    let full_name = matches!(head.sense.item, Item::Actor(_) | Item::Nation(_, NationForm::Name));
    let mut definite = head.split.article || head.split.suffix > 0 || full_name || matches!(head.sense.item, Item::ActorShort(_));
    let closed = closes_with_nun(words.word(head.tokens.start), head);
    let may_take_from = !definite && !full_name;
    let mut adjectives = 0;
    let mut at = entity.tokens.end;
    while at < limit {
        // a quoted name, or a quoted acronym after a long name
        if words.is_mark_of_quotation(at) || words.is_sign(at, '(') || words.is_sign(at, '-') || words.is_sign(at, '–') {
            match quoted(words, at, limit) {
                Some((inner, after)) => {
                    let actor = words.hit(inner.start, |item| matches!(item, Item::Actor(_) | Item::ActorShort(_)));
                    let short_bracket = !words.is_mark_of_quotation(at);
                    if short_bracket && actor.is_none() && !full_name {
                        break;
                    }
                    if let Some(hit) = actor
                        && let Item::Actor(number) | Item::ActorShort(number) = hit.sense.item
                        && entity.party.is_none()
                    {
                        entity.party = Some((number, inner.clone()));
                    }
                    if entity.kind == EntityKind::Person {
                        entity.kind = EntityKind::Group;
                    }
                    at = after;
                    entity.tokens.end = at;
                    definite = true;
                    continue;
                }
                None => break,
            }
        }
        let Some(token) = words.token(at) else { break };
        if token.kind != TokenKind::Word {
            // «الفرقة 30»
            if token.number().is_some() && entity.tokens.end == at && full_name_ends_open(words, at) {
                at += 1;
                entity.tokens.end = at;
                continue;
            }
            break;
        }
        // «من الفرقة», «في الطب الشرعي», «باسم الوزارة»
        if let Some(after) = complement(words, entity, at, limit, may_take_from) {
            at = after;
            entity.tokens.end = at;
            definite = true;
            continue;
        }
        let hit = words
            .hits(at)
            .iter()
            .filter(|hit| head_rank(hit.sense.item) > 0 || matches!(hit.sense.item, Item::Nation(_, NationForm::Adjective)))
            .filter(|hit| hit.split.conjunction.is_none() && hit.split.preposition.is_none())
            .max_by_key(|hit| (hit.tokens.len(), head_rank(hit.sense.item)));
        match hit {
            Some(hit) => match hit.sense.item {
                Item::Nation(_, NationForm::Adjective) => {}
                // idafa: an indefinite head takes a name or a definite noun
                Item::Actor(number) | Item::ActorShort(number) if !definite && !closed => {
                    if entity.party.is_none() {
                        entity.party = Some((number, hit.tokens.clone()));
                    }
                    definite = true;
                }
                Item::People(_) | Item::Source(_) | Item::Title(_) if !closed && !definite && !is_finite_verb(words, at) => {
                    if let Item::Title(_) = hit.sense.item
                        && let Some(name) = person_at(words, hit.tokens.end, limit)
                    {
                        entity.tokens.end = name.end;
                        entity.name = Some(name.clone());
                        break;
                    }
                    definite = hit.split.article;
                }
                // «العقيد الدكتور …»
                Item::Title(_) if matches!(entity.kind, EntityKind::Person) || names_a_role(words, entity) => {}
                _ => break,
            },
            None => {
                if entity.name.is_none()
                    && takes_a_name(entity)
                    && let Some(name) = person_at_after_role(words, at, limit)
                {
                    entity.tokens.end = name.end;
                    entity.name = Some(name);
                    break;
                }
                if adjectives >= 3 || !reads_as_adjective(words, at, definite, closed) {
                    break;
                }
                adjectives += 1;
            }
        }
        at = hit.map_or(at + 1, |hit| hit.tokens.end);
        entity.tokens.end = at;
    }
    if entity.name.is_none()
        && takes_a_name(entity)
        && let Some(name) = person_at_after_role(words, entity.tokens.end, limit)
    {
        entity.tokens.end = name.end;
        entity.name = Some(name);
    }
}

/// «الفرقة 30»: a number directly after a unit's word.
fn full_name_ends_open(words: &Words, at: usize) -> bool {
    words.token(at + 1).is_none_or(|next| {
        !matches!(next.kind, TokenKind::Word) || words.hits(at + 1).iter().all(|hit| !matches!(hit.sense.item, Item::People(_) | Item::Casualty(_)))
    }) && !words.token(at).is_some_and(|token| token.line_before)
}

/// Whether a plural or dual keeps its nun, so that no idafa can follow («مسلحون», «مدنيين»).
fn closes_with_nun(word: &str, head: &Hit) -> bool {
    matches!(head.sense.item, Item::People(_) | Item::Source(_))
        && head.sense.number != GrammaticalNumber::Singular
        && (word.ends_with("ون") || word.ends_with("ين") || word.ends_with("ان"))
}

fn takes_a_name(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Person | EntityKind::People(_) | EntityKind::Source(_))
        && entity.number == GrammaticalNumber::Singular
}

fn names_a_role(words: &Words, entity: &Entity) -> bool {
    words.hit(entity.tokens.start, |item| matches!(item, Item::Title(_))).is_some()
}

/// The words of a quotation or bracket that opens at `at`, and the token after it; short ones only.
fn quoted(words: &Words, at: usize, limit: usize) -> Option<(Range<usize>, usize)> {
    const LONGEST_QUOTED_NAME: usize = 6;
    if words.is_sign(at, '-') || words.is_sign(at, '–') {
        let hit = words.hit(at + 1, |item| matches!(item, Item::Actor(_)))?;
        return Some((hit.tokens.clone(), hit.tokens.end));
    }
    if words.is_sign(at, '»') || words.is_sign(at, '”') {
        return None;
    }
    let close = if words.is_sign(at, '(') { &[')'][..] } else { &['»', '”', '"', '“', '›'][..] };
    for end in at + 1..(at + 2 + LONGEST_QUOTED_NAME).min(limit + 1) {
        if close.iter().any(|&sign| words.is_sign(end, sign)) {
            return (end > at + 1).then_some((at + 1..end, end + 1));
        }
    }
    None
}

/// A complement of the phrase at `at`; the token after it.
fn complement(words: &Words, entity: &Entity, at: usize, limit: usize, indefinite: bool) -> Option<usize> {
    let word = words.word(at);
    let is_source = matches!(entity.kind, EntityKind::Source(_));
    let is_role = words.hit(entity.tokens.start, |item| matches!(item, Item::Title(_) | Item::Source(_))).is_some();
    let takes = match word {
        "من" => indefinite,
        "في" => is_role,
        "باسم" => is_source || is_role,
        _ => false,
    };
    if !takes {
        return None;
    }
    let next = at + 1;
    let open = usize::from(words.is_mark_of_quotation(next));
    if let Some((_, after)) = (open == 1).then(|| quoted(words, next, limit)).flatten() {
        return Some(after);
    }
    let hit = words
        .hits(next)
        .iter()
        .filter(|hit| head_rank(hit.sense.item) > 0)
        .max_by_key(|hit| hit.tokens.len());
    let definite_word = words.word(next).starts_with("ال") && words.token(next)?.kind == TokenKind::Word;
    let mut end = match hit {
        Some(hit) => hit.tokens.end,
        None if definite_word && word != "من" => next + 1,
        None if word == "باسم" => next + 1,
        None => return None,
    };
    // adjectives of the complement, an idafa inside it
    while end < limit.min(next + 5) && words.token(end).is_some_and(|token| token.kind == TokenKind::Word) {
        let adjective = words.hit(end, |item| matches!(item, Item::Nation(_, NationForm::Adjective) | Item::Actor(_) | Item::ActorShort(_)));
        let plain = words.word(end).starts_with("ال") && words.hits(end).iter().all(|hit| !matches!(hit.sense.item, Item::Class(_) | Item::Time(_) | Item::Weekday(_)));
        if adjective.is_some_and(|hit| hit.split.conjunction.is_none() && hit.split.preposition.is_none()) || plain {
            end = adjective.map_or(end + 1, |hit| hit.tokens.end);
        } else {
            break;
        }
    }
    Some(end.min(limit))
}

/// Whether an unknown word here goes on with the phrase as its adjective.
fn reads_as_adjective(words: &Words, at: usize, definite: bool, closed: bool) -> bool {
    let word = words.word(at);
    let article = word.starts_with("ال") && word.chars().count() > 3;
    if is_finite_verb(words, at) || words.in_class(at, "particle") || words.in_class(at, "relative") {
        return false;
    }
    let function_word = words.hits(at).iter().any(|hit| {
        matches!(
            hit.sense.item,
            Item::Class(_) | Item::Time(_) | Item::Weekday(_) | Item::Month(..) | Item::Bearing(_) | Item::Numeral(_) | Item::Bound(_) | Item::PlaceKind(_) | Item::ReportingPreposition(_) | Item::Casualty(_)
        ) || (hit.split.preposition.is_some() && !hit.split.article)
            || hit.split.conjunction.is_some()
    });
    if function_word {
        return false;
    }
    if article {
        return definite;
    }
    let trigger = words.hits(at).iter().any(|hit| matches!(hit.sense.item, Item::Trigger(..)));
    if definite || trigger {
        return false;
    }
    let ending = ["ه", "يه", "ين", "ون", "ات", "ي"].iter().any(|ending| word.ends_with(ending));
    ending && !word.starts_with('ب') && !word.starts_with('ل') && (closed || word.chars().count() > 3)
}

/// Whether a word can be part of a person's name: given names, «أبو», and words that the lexicon does
/// not know as anything else.
fn is_name_word(words: &Words, at: usize) -> bool {
    let Some(token) = words.token(at) else { return false };
    if token.kind != TokenKind::Word || token.line_before {
        return false;
    }
    let hits = words.hits(at);
    // «على» on, not «علي» Ali
    if token.ends_in_maqsura && words.in_class(at, "particle") {
        return false;
    }
    if hits.iter().any(|hit| matches!(hit.sense.item, Item::GivenName(_) | Item::NameHead) && hit.split.preposition.is_none() && hit.split.conjunction.is_none()) {
        return true;
    }
    if words.in_class(at, "particle") || words.in_class(at, "complementizer") {
        return false;
    }
    hits.is_empty() && !looks_like_a_verb(words.word(at))
}

/// An unknown word with a verb's ending or a preposition's look is no part of a name.
fn looks_like_a_verb(word: &str) -> bool {
    word.ends_with("وا") || (word.ends_with('ت') && word.chars().count() > 4) || word.chars().count() < 2
}

/// A person's name that begins at `at` with a given name.
pub(crate) fn person_at(words: &Words, at: usize, end: usize) -> Option<Range<usize>> {
    let first = words.hit(at, |item| matches!(item, Item::GivenName(false) | Item::NameHead))?;
    if first.split.cost() > 0 && first.split.conjunction.is_none() {
        // «لمحمد»: the preposition is outside the span, the name is the same
        let _ = first;
    }
    let name = name_run(words, at, end);
    // one given name alone is too little, unless «أبو» makes it a nom de guerre
    (name.len() >= 2).then_some(name)
}

/// A person's name after a word that calls for one: any run of name words.
fn person_at_after_role(words: &Words, at: usize, end: usize) -> Option<Range<usize>> {
    let has_given = words.hit(at, |item| matches!(item, Item::GivenName(_) | Item::NameHead)).is_some();
    let name = name_run(words, at, end);
    let definite_adjective = words.word(at).starts_with("ال");
    let enough = if has_given { 1 } else { 2 };
    (name.len() >= enough && (has_given || !definite_adjective)).then_some(name)
}

fn name_run(words: &Words, at: usize, end: usize) -> Range<usize> {
    let mut last = at;
    let mut heads = 0;
    while last < end && last - at < LONGEST_NAME + heads && is_name_word(words, last) {
        if last > at && words.token(last).is_some_and(|token| token.line_before) {
            break;
        }
        heads += usize::from(words.hit(last, |item| item == Item::NameHead).is_some());
        last += 1;
    }
    at..last
}

impl Entity {
    /// The actor of the lexicon that it is or belongs to.
    pub(crate) fn actor(&self) -> Option<u16> {
        match (self.kind, &self.party) {
            (EntityKind::Actor(actor), _) => Some(actor),
            (_, Some((actor, _))) => Some(*actor),
            _ => None,
        }
    }

    /// What kind of source it is when it says something.
    pub(crate) fn link_kind(&self, words: &Words) -> LinkKind {
        let entries = &words.lexicon.entries;
        match self.kind {
            EntityKind::Actor(number) => actor_link_kind(&entries.actors[usize::from(number)].r#type),
            EntityKind::Nation(_) => LinkKind::Official,
            EntityKind::People(number) => match entries.people[usize::from(number)].class.as_str() {
                "activist" => LinkKind::Activist,
                "medical" => LinkKind::Medical,
                "journalist" => LinkKind::Media,
                "official" => LinkKind::Official,
                "combatant" => LinkKind::ArmedGroup,
                _ => LinkKind::Local,
            },
            EntityKind::Source(number) => source_link_kind(&entries.sources[usize::from(number)].kind),
            EntityKind::Person => LinkKind::Person,
            EntityKind::Group => LinkKind::Unnamed,
        }
    }
}

fn actor_link_kind(kind: &str) -> LinkKind {
    match kind {
        "state-force" => LinkKind::Military,
        "armed-group" | "coalition" => LinkKind::ArmedGroup,
        "government" | "political-body" | "international" => LinkKind::Official,
        "media" => LinkKind::Media,
        "monitor" => LinkKind::Monitor,
        "rescue" => LinkKind::Medical,
        "person" => LinkKind::Person,
        _ => LinkKind::Unnamed,
    }
}

fn source_link_kind(kind: &str) -> LinkKind {
    match kind {
        "outlet" => LinkKind::Outlet,
        "agency" => LinkKind::Agency,
        "official" => LinkKind::Official,
        "military" => LinkKind::Military,
        "armed_group" => LinkKind::ArmedGroup,
        "monitor" => LinkKind::Monitor,
        "medical" => LinkKind::Medical,
        "media" => LinkKind::Media,
        "local" => LinkKind::Local,
        "activist" => LinkKind::Activist,
        "witness" => LinkKind::Witness,
        "person" => LinkKind::Person,
        _ => LinkKind::Unnamed,
    }
}
