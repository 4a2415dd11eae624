//! Triggers: words that name an event, and whether they count where they stand.

use std::ops::Range;

use musnad_lexicon::{Item, Split, TriggerKind, VerbForm};
use musnad_model::Span;

use crate::entities::{Entity, EntityKind};
use crate::idioms::idiom_at;
use crate::words::{Words, same_word};

/// A word or words that name an event.
#[derive(Clone, Debug)]
pub(crate) struct Trigger {
    /// The event files that list it, best first.
    pub(crate) events: Vec<u16>,
    /// How it names the event.
    pub(crate) kind: TriggerKind,
    /// Whether the same form may also be the passive.
    pub(crate) may_be_passive: bool,
    /// The token of the verb or noun itself.
    pub(crate) head: usize,
    /// All tokens from the verb to the words that must follow it.
    pub(crate) tokens: Range<usize>,
    /// The bytes that are shown as the trigger.
    pub(crate) span: Span,
    /// What was split from its first word.
    pub(crate) split: Split,
    /// Whether the verb's ending names a plural subject.
    pub(crate) plural: bool,
    /// The pattern that found it, if one did.
    pub(crate) pattern: Option<String>,
}

/// A trigger that was met and does not count, with the reason.
#[derive(Clone, Debug)]
pub(crate) struct Lost {
    pub(crate) event: u16,
    pub(crate) span: Span,
    pub(crate) reason: String,
}

/// What stands around the triggers of a sentence.
pub(crate) struct Surroundings<'a> {
    pub(crate) entities: &'a [Entity],
    /// Tokens of place names.
    pub(crate) places: &'a [Range<usize>],
    /// Tokens of times.
    pub(crate) times: &'a [Range<usize>],
    /// Tokens of numbers.
    pub(crate) numbers: &'a [Range<usize>],
}

/// One way in which the lexicon reads the word at a place as a trigger.
#[derive(Clone)]
struct Candidate {
    event: u16,
    kind: TriggerKind,
    tokens: Range<usize>,
    span: Span,
    split: Split,
    plural: bool,
    /// A longer form is surer: 0 a word, 2 a phrase, 3 a verb with the words that must follow.
    rank: u8,
}

/// How far the words may stand from the verb that they go with, in tokens.
const LONGEST_GAP: usize = 9;

/// The triggers of the sentence `tokens`, in order, not overlapping.
pub(crate) fn triggers(
    words: &Words,
    tokens: Range<usize>,
    around: &Surroundings,
    lost: &mut Vec<Lost>,
) -> Vec<Trigger> {
    let mut out: Vec<Trigger> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        // a pattern says more than a word: «أطلقت القوات الرصاص على المتظاهرين»
        let found = idiom_at(words, at, &tokens, around)
            .filter(|idiom| {
                words.lexicon.entries.events[usize::from(idiom.events[0])]
                    .side
                    .is_none()
            })
            .or_else(|| trigger_at(words, at, tokens.end, around, lost))
            .or_else(|| idiom_at(words, at, &tokens, around));
        match found {
            Some(trigger) => {
                // «شن … غارات»: the noun belongs to the verb
                at += 1;
                if trigger.tokens.len() == trigger.tokens.end - trigger.head {
                    at = at.max(if trigger.tokens.end - trigger.tokens.start <= 3 {
                        trigger.tokens.end
                    } else {
                        at
                    });
                }
                out.push(trigger);
            }
            None => at += 1,
        }
    }
    drop_swallowed(&mut out);
    out
}

/// A noun that stands inside a verb of several words is no trigger of its own.
fn drop_swallowed(triggers: &mut Vec<Trigger>) {
    let spans: Vec<(usize, Span)> = triggers
        .iter()
        .map(|trigger| (trigger.head, trigger.span))
        .collect();
    triggers.retain(|trigger| {
        !spans.iter().any(|&(head, span)| {
            head != trigger.head && head < trigger.head && span.overlaps(trigger.span)
        })
    });
}

fn trigger_at(
    words: &Words,
    at: usize,
    end: usize,
    around: &Surroundings,
    lost: &mut Vec<Lost>,
) -> Option<Trigger> {
    let hits = words.hits(at);
    let longest = hits
        .iter()
        .filter(|hit| matches!(hit.sense.item, Item::Trigger(..)))
        .map(|hit| hit.tokens.len())
        .max()?;
    if around.times.iter().any(|range| range.contains(&at))
        || around.places.iter().any(|range| range.contains(&at))
    {
        return None;
    }
    // part of a name: «قوات مكافحة الإرهاب», «وقف إطلاق النار» is longer and wins by itself
    // «نفذ حكم الإعدام»: an execution by sentence of a court is no assault
    let executed = hits.iter().any(|hit| {
        matches!(hit.sense.item, Item::Trigger(event, ..) if words.lexicon.entries.events[usize::from(event)].codes == "execution")
    });
    if executed
        && (at.saturating_sub(14)..end.min(at + 16)).any(|other| words.in_class(other, "judicial"))
    {
        return None;
    }
    // «صحيفة "نداء الوطن"»: a word of an outlet's quoted name
    let in_quoted_name = words.doc.quotations.iter().any(|quote| {
        let before = quote.tokens.start.checked_sub(2);
        quote.tokens.contains(&at)
            && (2..=3).contains(&quote.tokens.len())
            && before.is_none_or(|before| {
                words
                    .hit(before, |item| matches!(item, Item::Source(_)))
                    .is_some()
                    || words
                        .token(quote.tokens.start - 1)
                        .is_some_and(|mark| mark.line_before)
            })
            && quote
                .tokens
                .clone()
                .any(|other| words.hits(other).is_empty() && !words.any_sign(other))
    });
    if in_quoted_name {
        return None;
    }
    // the market, the match: a violent word there is a figure of speech
    let window = at.saturating_sub(12)..end.min(at + 12);
    let elsewhere = window
        .into_iter()
        .any(|other| words.in_class(other, "elsewhere"));
    let in_name = elsewhere
        || around.entities.iter().any(|entity| {
            entity.tokens.contains(&at)
                && (entity.name.as_ref().is_some_and(|name| name.contains(&at))
                    || words.hits(entity.tokens.start).iter().any(|hit| {
                        matches!(hit.sense.item, Item::Actor(_))
                            && hit.tokens.contains(&at)
                            && hit.tokens.len() > longest
                    }))
        });
    if in_name {
        return None;
    }
    // a word that is a name or short form of an actor is no verb: «الجيش», «سبأ»
    let is_actor = around
        .entities
        .iter()
        .any(|entity| entity.tokens.start == at && matches!(entity.kind, EntityKind::Actor(_)))
        && words
            .hits(at)
            .iter()
            .any(|hit| matches!(hit.sense.item, Item::Actor(_) | Item::ActorShort(_)));
    if is_actor {
        return None;
    }
    let mut candidates: Vec<Candidate> = Vec::new();
    for hit in hits {
        let Item::Trigger(event, kind, rest) = hit.sense.item else {
            continue;
        };
        let plural = hit.sense.number == musnad_lexicon::GrammaticalNumber::Plural;
        if rest == 0 && hit.tokens.len() < longest {
            continue;
        }
        if hit.split.preposition == Some('س')
            && !matches!(kind, TriggerKind::Verb(_) | TriggerKind::Passive(_))
        {
            continue;
        }
        if let TriggerKind::Verb(VerbForm::Short) | TriggerKind::Passive(VerbForm::Short) = kind
            && !(at > 0 && words.in_class(at - 1, "negation"))
        {
            continue;
        }
        // «التي تقدمها»: a verb that takes no object cannot have one
        let takes_object = {
            let roles = &words.lexicon.entries.events[usize::from(event)].roles;
            roles
                .recipient
                .iter()
                .chain(&roles.place)
                .any(|role| role == "object" || role.starts_with("prep:"))
                && roles
                    .recipient
                    .iter()
                    .chain(&roles.place)
                    .any(|role| role == "object")
        };
        // «اغتال مسلحون قاضيا»: a person, no dual
        let person = matches!(kind, TriggerKind::Verb(_))
            && words.word(at).ends_with('ا')
            && around
                .entities
                .iter()
                .any(|entity| entity.tokens.start == at);
        if person {
            continue;
        }
        if matches!(kind, TriggerKind::Verb(_))
            && hit.split.suffix > 0
            && !takes_object
            && rest == 0
        {
            continue;
        }
        // «الجيش» the army, «الأمن»: an article makes no verb; nor does one follow a preposition («من نصيب»)
        let finite = matches!(kind, TriggerKind::Verb(part) | TriggerKind::Passive(part) if part != VerbForm::Participle);
        if finite && (hit.split.article || after_preposition(words, at, plural)) {
            continue;
        }
        if let TriggerKind::Verb(VerbForm::Participle) = kind
            && !participle_counts(words, at, hit.split, around)
        {
            continue;
        }
        let (tokens, span, rank) = if rest == 0 {
            let span = words.span(hit.tokens.clone(), hit.split);
            (
                hit.tokens.clone(),
                span,
                if hit.tokens.len() > 1 { 2 } else { 0 },
            )
        } else {
            match rest_after(
                words,
                hit.tokens.end,
                end,
                &words.lexicon.rests[usize::from(rest) - 1],
            ) {
                Some(found) => {
                    let whole = hit.tokens.start..found.end;
                    let span = if found.start == hit.tokens.end {
                        words.span(whole.clone(), hit.split)
                    } else if words.in_class(found.start, "particle") {
                        // «اتفقت مصر … على»: the preposition names nothing by itself
                        words.span(hit.tokens.clone(), hit.split)
                    } else {
                        words.doc.span(found.clone())
                    };
                    // «شن هجوما كيميائيا» says more than «شن هجوما»
                    let length = u8::try_from(words.lexicon.rests[usize::from(rest) - 1].len())
                        .unwrap_or(u8::MAX);
                    (whole, span, 2_u8.saturating_add(length))
                }
                None => continue,
            }
        };
        candidates.push(Candidate {
            event,
            kind,
            tokens,
            span,
            split: hit.split,
            plural,
            rank,
        });
    }
    let best_rank = candidates.iter().map(|candidate| candidate.rank).max()?;
    candidates.retain(|candidate| candidate.rank == best_rank);
    // where verb and masdar are written alike the object tells for both
    let verbal = candidates.iter().any(|candidate| {
        matches!(
            candidate.kind,
            TriggerKind::Verb(_) | TriggerKind::Passive(_)
        )
    });
    let mut kept: Vec<(u8, usize)> = Vec::new();
    for (number, candidate) in candidates.iter().enumerate() {
        match context_allows(
            words,
            candidate.event,
            verbal,
            &candidate.tokens,
            end,
            around,
        ) {
            Ok(strength) => kept.push((strength, number)),
            Err(reason) => lost.push(Lost {
                event: candidate.event,
                span: candidate.span,
                reason,
            }),
        }
    }
    kept.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    let &(_, first) = kept.first()?;
    let Candidate {
        kind,
        tokens,
        span,
        split,
        plural,
        ..
    } = candidates[first].clone();
    let mut events: Vec<u16> = Vec::new();
    let mut may_be_passive = matches!(kind, TriggerKind::Passive(_));
    let mut kind = kind;
    for &(_, number) in &kept {
        let candidate = &candidates[number];
        if !events.contains(&candidate.event) {
            events.push(candidate.event);
        }
        match (candidate.kind, kind) {
            (TriggerKind::Passive(_), TriggerKind::Verb(_)) if candidate.event == events[0] => {
                may_be_passive = true;
            }
            (TriggerKind::Verb(part), TriggerKind::Passive(_))
                if candidate.event == events[0] && part != VerbForm::Participle =>
            {
                kind = candidate.kind;
            }
            // «مقتل»: a masdar before a verb of the same letters where a preposition or article stands
            _ => {}
        }
    }
    // «قتل»: verb and masdar are written alike; with an article or preposition it is the masdar
    let nominal = kept.iter().find(|(_, number)| {
        matches!(
            candidates[*number].kind,
            TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle
        )
    });
    if let Some(&(_, number)) = nominal
        && (split.article
            || split.preposition.is_some_and(|c| c != 'س')
            || noun_position(words, at, &candidates, &kept))
    {
        kind = candidates[number].kind;
        may_be_passive = false;
    }
    if is_adjective(words, at, kind, split) {
        lost.push(Lost {
            event: events[0],
            span,
            reason: "an adjective of the noun before it".to_owned(),
        });
        return None;
    }
    Some(Trigger {
        events,
        kind,
        may_be_passive,
        head: at,
        tokens,
        span,
        split,
        plural,
        pattern: None,
    })
}

/// «الأحياء المحاصرة», «سيارة مفخخة»: a participle that goes with the noun before it tells of no event.
fn is_adjective(words: &Words, at: usize, kind: TriggerKind, split: Split) -> bool {
    let nominal = matches!(
        kind,
        TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle
    );
    let word = words.word(at);
    let bare = musnad_lexicon::strip_article(word);
    if !nominal
        || at == 0
        || !bare.starts_with('م')
        || split.preposition.is_some()
        || split.conjunction.is_some()
        || split.suffix > 0
    {
        return false;
    }
    let ending = bare.ends_with('ه')
        || bare.ends_with("ين")
        || bare.ends_with("ون")
        || kind == TriggerKind::Participle;
    if !ending || words.token(at).is_some_and(|token| token.line_before) {
        return false;
    }
    let before = words.word(at - 1);
    let noun_before = words
        .token(at - 1)
        .is_some_and(|token| token.kind == musnad_text::TokenKind::Word)
        && !words.in_class(at - 1, "particle")
        && !words.in_class(at - 1, "cause")
        && !crate::entities::is_finite_verb(words, at - 1)
        && words
            .hits(at - 1)
            .iter()
            .all(|hit| !matches!(hit.sense.item, Item::Reporting(_) | Item::Class(_)));
    if split.article {
        noun_before && before.contains("ال")
    } else {
        noun_before
            && kind == TriggerKind::Participle
            && words
                .hits(at - 1)
                .iter()
                .any(|hit| matches!(hit.sense.item, Item::PlaceKind(_) | Item::Means(_)))
    }
}

/// Whether a form that may be verb or noun stands where only a noun can: after a preposition, another
/// noun in idafa, or «عملية», «أعمال».
fn noun_position(words: &Words, at: usize, candidates: &[Candidate], kept: &[(u8, usize)]) -> bool {
    let verb = kept.iter().any(|(_, number)| {
        matches!(
            candidates[*number].kind,
            TriggerKind::Verb(_) | TriggerKind::Passive(_)
        )
    });
    if !verb {
        return true;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    if words.token(at).is_some_and(|token| token.line_before) {
        return false;
    }
    // «أن خطفه لا يخدم»: behind «أنّ» stands no past verb
    let behind_that = !(before > 0 && words.listed(before - 1, "before-a-past-verb"))
        && words.in_class(before, "complementizer")
        && matches!(words.word(before), "ان" | "بان" | "وان" | "لان")
        && candidates.iter().any(|candidate| {
            matches!(
                candidate.kind,
                TriggerKind::Verb(VerbForm::Past) | TriggerKind::Passive(VerbForm::Past)
            )
        });
    // «قتل وخطف»: a list of nouns
    let in_a_list = words
        .hits(at)
        .iter()
        .any(|hit| hit.split.conjunction == Some('و'))
        && words.hits(before).iter().any(|hit| {
            matches!(
                hit.sense.item,
                Item::Trigger(_, TriggerKind::Masdar | TriggerKind::Noun, _)
            )
        })
        && (words.word(before).starts_with("ال")
            || !crate::entities::is_finite_verb(words, before)
            || noun_before(words, before));
    // «كثفت القوات قصف الأحياء»: the clause has its verb already
    let clause = crate::roles::clause(words, at, &(0..at + 1));
    let has_verb = (clause.start..at).any(|earlier| {
        words.hits(earlier).iter().any(|hit| match hit.sense.item {
            Item::Trigger(_, TriggerKind::Verb(part) | TriggerKind::Passive(part), _) => {
                part != VerbForm::Participle
            }
            Item::Class(class) => {
                hit.sense.pos == musnad_lexicon::Pos::Verb
                    && words.lexicon.class("copula") != Some(class)
            }
            _ => false,
        }) && !words.in_class(earlier, "copula")
            && words.hits(earlier).iter().all(|hit| {
                !matches!(
                    hit.sense.item,
                    Item::People(_)
                        | Item::Trigger(
                            _,
                            TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle,
                            _
                        )
                )
            })
    });
    has_verb
        || behind_that
        || in_a_list
        || words.listed(before, "before-a-masdar")
        || words.in_class(before, "cause")
        || words.in_class(before, "purpose")
        || words.in_class(before, "negation-noun")
        || words
            .hit(before, |item| matches!(item, Item::Class(_)))
            .is_some_and(|hit| {
                words
                    .lexicon
                    .class("perform")
                    .is_some_and(|class| hit.sense.item == Item::Class(class))
                    && words
                        .token(at)
                        .is_some_and(|token| words.doc.words(token.span).ends_with(['ا', 'ً']))
            })
}

/// Whether a preposition stands right before the word, which then is no finite verb. «من» is also «who».
fn after_preposition(words: &Words, at: usize, plural: bool) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    if words.token(at).is_some_and(|token| token.line_before) {
        return false;
    }
    match words.word(before) {
        _ if words.listed(before, "before-no-finite-verb") => true,
        "علي" => words
            .token(before)
            .is_some_and(|token| token.ends_in_maqsura),
        "من" => plural && words.word(at).starts_with('ن'),
        _ => false,
    }
}

/// Whether the word at `at`, a verb or a noun by its letters, follows a preposition.
fn noun_before(words: &Words, at: usize) -> bool {
    at > 0 && words.listed(at - 1, "before-a-noun")
        || words
            .hits(at)
            .iter()
            .any(|hit| hit.split.preposition.is_some_and(|c| c != 'س'))
}

/// An active participle counts where it goes on with a sentence («متهما»), not as a noun («المهاجم»).
fn participle_counts(words: &Words, at: usize, split: Split, around: &Surroundings) -> bool {
    if split.article || split.preposition.is_some() || split.suffix > 0 {
        return false;
    }
    let people = words.hits(at).iter().any(|hit| {
        matches!(
            hit.sense.item,
            Item::People(_) | Item::Title(_) | Item::Source(_) | Item::Actor(_)
        )
    });
    let word = words.word(at);
    let accusative = word.ends_with('ا');
    let after_comma = at > 0 && (words.is_sign(at - 1, '،') || words.is_sign(at - 1, ','));
    let in_entity = around
        .entities
        .iter()
        .any(|entity| entity.tokens.start < at && at < entity.tokens.end);
    // «اعتقلت متهما», «3 متهمين»: an object or a counted noun
    let governed = at > 0
        && (crate::entities::is_finite_verb(words, at - 1)
            || words
                .token(at - 1)
                .is_some_and(|token| token.number().is_some())
            || words
                .hit(at - 1, |item| {
                    matches!(item, Item::Numeral(_) | Item::Bound(_) | Item::Trigger(..))
                })
                .is_some());
    if people && (governed || (!accusative && !after_comma)) {
        return false;
    }
    // «قطعوا الطريق مطالبين …»: behind a definite noun, a name or a time an indefinite participle tells
    // how they did it
    let after_definite = at > 0
        && (words.word(at - 1).starts_with("ال")
            || around
                .places
                .iter()
                .chain(around.times)
                .any(|range| range.end == at));
    if after_definite
        && !people
        && (word.ends_with("ين") || word.ends_with('ه'))
        && word.starts_with('م')
    {
        return true;
    }
    (accusative && !in_entity)
        || (after_comma && (word.ends_with('ه') || word.ends_with("ين")))
        || (split.conjunction.is_some() && accusative)
}

/// The tokens of `rest` after a verb, within the gap and the clause.
fn rest_after(words: &Words, from: usize, end: usize, rest: &[Box<str>]) -> Option<Range<usize>> {
    let last = end.min(from + LONGEST_GAP);
    for start in from..last {
        // «نشر مقالا عن القوات»: it has its object already
        let topic = matches!(words.word(start), "عن" | "حول" | "مع")
            && rest
                .first()
                .is_some_and(|first| **first != *words.word(start));
        if topic {
            return None;
        }
        if start > from
            && (words.in_class(start, "complementizer")
                || words.is_sign(start, '.')
                || words.is_sign(start, '؛'))
        {
            return None;
        }
        let mut at = start;
        let all = rest.iter().all(|expected| {
            while words.is_mark_of_quotation(at) {
                at += 1;
            }
            let matches = at < end && word_matches(words, at, expected);
            at += 1;
            matches
        });
        if all {
            return Some(start..at);
        }
    }
    None
}

/// Whether the word at `at` is `expected`, prefixes, article, tanwin and pronoun aside.
pub(crate) fn word_matches(words: &Words, at: usize, expected: &str) -> bool {
    let word = words.word(at);
    if same_word(word, expected) {
        return true;
    }
    for prefix in ["ب", "ل", "و", "ف", "لل", "بال", "وال", "ك", "وب", "ول"] {
        if let Some(rest) = word.strip_prefix(prefix)
            && same_word(rest, expected)
        {
            return true;
        }
    }
    for suffix in ["ه", "ها", "هم"] {
        if let Some(rest) = word.strip_suffix(suffix)
            && expected.chars().count() > 2
            && (rest == expected
                || rest
                    .strip_suffix('ت')
                    .is_some_and(|bare| expected.strip_suffix('ه') == Some(bare)))
        {
            return true;
        }
    }
    false
}

/// Whether the event's context allows the trigger: how many of its conditions are met, or why not.
fn context_allows(
    words: &Words,
    event: u16,
    verbal: bool,
    tokens: &Range<usize>,
    end: usize,
    around: &Surroundings,
) -> Result<u8, String> {
    let entry = &words.lexicon.entries.events[usize::from(event)];
    let context = &entry.context;
    let phrases = &words.lexicon.contexts[usize::from(event)];
    let mut strength = u8::from(tokens.len() > 1);
    let mut before = tokens.start;
    while before > 0 && words.is_mark_of_quotation(before - 1) {
        before -= 1;
    }
    if let Some(phrase) = phrases
        .before_not
        .iter()
        .find(|phrase| ends_at(words, before, phrase))
    {
        return Err(format!(
            "«{}» before it makes it something else",
            phrase.join(" ")
        ));
    }
    let mut after = tokens.end;
    while words.is_mark_of_quotation(after) {
        after += 1;
    }
    // «يقتل الشاب وقته»: the object of a verb stands behind its subject
    let from = if verbal { tokens.start + 1 } else { after };
    let last = if verbal {
        object_reach(words, after, end)
    } else {
        after
    };
    let stands = |phrase: &[Box<str>]| (from..=last).any(|at| starts_at(words, at, end, phrase));
    if let Some(phrase) = phrases.after_not.iter().find(|phrase| stands(phrase)) {
        return Err(format!(
            "«{}» after it makes it something else",
            phrase.join(" ")
        ));
    }
    if !phrases.after.is_empty() {
        let near = (tokens.start + 1..end.min(after + 5)).any(|at| {
            phrases
                .after
                .iter()
                .any(|phrase| starts_at(words, at, end, phrase))
        });
        if !near {
            return Err("none of the words that must follow stands there".to_owned());
        }
        strength += 2;
    }
    if !context.needs_object.is_empty() {
        let met = context
            .needs_object
            .iter()
            .any(|kind| has_argument(words, kind, tokens, end, around));
        if !met {
            return Err(format!("no {} beside it", context.needs_object.join(", ")));
        }
        strength += 1;
    }
    Ok(strength)
}

/// How far from `after` the object of a verb may begin: behind a subject of one or two words.
fn object_reach(words: &Words, after: usize, end: usize) -> usize {
    const LONGEST_SUBJECT: usize = 2;
    let mut at = after;
    while at < end.min(after + LONGEST_SUBJECT)
        && !words.any_sign(at)
        && !words.in_class(at, "particle")
        && !words.ends_clause(at)
    {
        at += 1;
    }
    at
}

fn has_argument(
    words: &Words,
    kind: &str,
    tokens: &Range<usize>,
    end: usize,
    around: &Surroundings,
) -> bool {
    const NEAR_AFTER: usize = 14;
    const NEAR_BEFORE: usize = 7;
    let mut to = end.min(tokens.end + NEAR_AFTER);
    if let Some(stop) = (tokens.end..to).find(|&at| words.in_class(at, "complementizer")) {
        to = stop;
    }
    let window = tokens.start.saturating_sub(NEAR_BEFORE)..to;
    let after = tokens.start..to;
    match kind {
        "place" => {
            around
                .places
                .iter()
                .any(|place| after.contains(&place.start) || window.contains(&place.start))
                || after.clone().any(|at| {
                    words
                        .hit(at, |item| matches!(item, Item::PlaceKind(_)))
                        .is_some()
                })
        }
        "weapon" => after.clone().any(|at| {
            words
                .hit(at, |item| matches!(item, Item::Means(_)))
                .is_some()
        }),
        "armed" => around.entities.iter().any(|entity| {
            let after = entity.tokens.start >= tokens.end
                && entity.tokens.start <= tokens.end + 2
                && entity.split.preposition.is_none();
            let before = entity.tokens.end <= tokens.start && entity.tokens.end + 3 >= tokens.start;
            (after || before) && crate::claims::is_armed_entity(words, entity)
        }),
        // asked of the roles, which are not filled yet
        "recipient" => true,
        "people" => around
            .entities
            .iter()
            .any(|entity| window.contains(&entity.tokens.start)),
        "actor" => {
            around
                .entities
                .iter()
                .any(|entity| window.contains(&entity.tokens.start))
                || after.clone().any(|at| {
                    words
                        .hit(at, |item| matches!(item, Item::Nation(..)))
                        .is_some()
                })
        }
        _ => false,
    }
}

fn starts_at(words: &Words, at: usize, end: usize, phrase: &[Box<str>]) -> bool {
    at + phrase.len() <= end
        && phrase
            .iter()
            .enumerate()
            .all(|(number, word)| word_matches(words, at + number, word))
}

fn ends_at(words: &Words, at: usize, phrase: &[Box<str>]) -> bool {
    at.checked_sub(phrase.len()).is_some_and(|start| {
        phrase
            .iter()
            .enumerate()
            .all(|(number, word)| word_matches(words, start + number, word))
    })
}
