//! Triggers: words that name an event, and whether they count where they stand.

mod context;
mod nominal;

use std::ops::Range;

use musnad_lexicon::{Item, Split, TriggerKind, VerbForm};
use musnad_model::Span;

use crate::entities::{Entity, EntityKind};
use crate::idioms::idiom_at;
use crate::words::{Hit, Words};

pub(crate) use context::word_matches;
use context::{context_allows, rest_after};
pub(crate) use nominal::is_accusing;
use nominal::{after_preposition, is_adjective, is_dual_verb, noun_position, participle_counts};

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
            .or_else(|| trigger_at(words, at, &tokens, around, lost))
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

/// The trigger that begins at `at`, when a word there names an event and its context allows it.
fn trigger_at(
    words: &Words,
    at: usize,
    sentence: &Range<usize>,
    around: &Surroundings,
    lost: &mut Vec<Lost>,
) -> Option<Trigger> {
    let end = sentence.end;
    let longest = words
        .hits(at)
        .iter()
        .filter(|hit| matches!(hit.sense.item, Item::Trigger(..)))
        .map(|hit| hit.tokens.len())
        .max()?;
    let inside = |ranges: &[Range<usize>]| ranges.iter().any(|range| range.contains(&at));
    if inside(around.times)
        || inside(around.places)
        || in_quoted_name(words, at)
        || in_a_name(words, at, longest, around)
    {
        return None;
    }
    if let Some(reason) = no_violence(words, at, end) {
        lost.extend(words.hits(at).iter().find_map(|hit| match hit.sense.item {
            Item::Trigger(event, _, 0) => Some(Lost {
                event,
                span: words.span(hit.tokens.clone(), hit.split),
                reason: reason.to_owned(),
            }),
            _ => None,
        }));
        return None;
    }
    let mut candidates: Vec<Candidate> = words
        .hits(at)
        .iter()
        .filter_map(|hit| candidate(words, at, end, hit, longest, around))
        .collect();
    let best_rank = candidates.iter().map(|candidate| candidate.rank).max()?;
    candidates.retain(|candidate| candidate.rank == best_rank);
    let kept = allowed(words, &candidates, end, around, lost);
    let first = kept.first()?;
    let (mut kind, mut may_be_passive) = reading(words, at, sentence, &kept);
    let dual =
        kind == TriggerKind::Masdar && is_dual_verb(words, at, first.event, first.split, around);
    if dual {
        (kind, may_be_passive) = (TriggerKind::Passive(VerbForm::Past), true);
    }
    if is_adjective(words, at, kind, first.split) {
        lost.push(Lost {
            event: first.event,
            span: first.span,
            reason: "an adjective of the noun before it".to_owned(),
        });
        return None;
    }
    let mut events: Vec<u16> = Vec::new();
    for candidate in &kept {
        if !events.contains(&candidate.event) {
            events.push(candidate.event);
        }
    }
    Some(Trigger {
        events,
        kind,
        may_be_passive,
        head: at,
        tokens: first.tokens.clone(),
        span: first.span,
        split: first.split,
        plural: first.plural || dual,
        pattern: None,
    })
}

/// Why a violent word is none where it stands: a court, a market or a match is spoken of.
fn no_violence(words: &Words, at: usize, end: usize) -> Option<&'static str> {
    const COURT: usize = 15;
    const GAME: usize = 12;
    // «نادي الأسير»: part of the name of somebody who speaks
    let in_name = |other: usize| {
        words.hits(other).iter().any(|hit| {
            hit.tokens.len() > 1 && matches!(hit.sense.item, Item::Actor(_) | Item::ActorShort(_))
        })
    };
    let near = |class: &str, reach: usize| {
        (at.saturating_sub(reach)..end.min(at + reach))
            .any(|other| words.in_class(other, class) && !in_name(other))
    };
    let executed = || {
        words.hits(at).iter().any(|hit| {
            matches!(hit.sense.item, Item::Trigger(event, ..) if words.lexicon.entries.events[usize::from(event)].codes == "execution")
        })
    };
    if executed() && near("judicial", COURT) {
        // «نفذ حكم الإعدام»
        return Some("the execution of a sentence of a court");
    }
    near("elsewhere", GAME).then_some("an accident, a market or a match is spoken of nearby")
}

/// «صحيفة "نداء الوطن"»: a word of an outlet's quoted name.
fn in_quoted_name(words: &Words, at: usize) -> bool {
    words.doc.quotations.iter().any(|quote| {
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
    })
}

/// Whether the word is part of a name, or the name or short form of an actor: «الجيش», «سبأ».
fn in_a_name(words: &Words, at: usize, longest: usize, around: &Surroundings) -> bool {
    around.entities.iter().any(|entity| {
        let part = entity.tokens.contains(&at)
            && (entity.name.as_ref().is_some_and(|name| name.contains(&at))
                || words.hits(entity.tokens.start).iter().any(|hit| {
                    matches!(hit.sense.item, Item::Actor(_))
                        && hit.tokens.contains(&at)
                        && hit.tokens.len() > longest
                }));
        let whole = entity.tokens.start == at
            && matches!(entity.kind, EntityKind::Actor(_))
            && words
                .hits(at)
                .iter()
                .any(|hit| matches!(hit.sense.item, Item::Actor(_) | Item::ActorShort(_)));
        part || whole
    })
}

/// `hit` as a trigger, when its form can stand where it does and the words that must follow it do.
fn candidate(
    words: &Words,
    at: usize,
    end: usize,
    hit: &Hit,
    longest: usize,
    around: &Surroundings,
) -> Option<Candidate> {
    let Item::Trigger(event, kind, rest) = hit.sense.item else {
        return None;
    };
    if rest == 0 && hit.tokens.len() < longest {
        return None;
    }
    let plural = hit.sense.number == musnad_lexicon::GrammaticalNumber::Plural;
    let stands = match kind {
        // «مدنيين اثنين»: a number is no verb of the same letters
        TriggerKind::Verb(_) | TriggerKind::Passive(_)
            if around.numbers.iter().any(|range| range.contains(&at)) =>
        {
            false
        }
        TriggerKind::Verb(part) | TriggerKind::Passive(part) => {
            verb_stands(words, at, hit, event, part, plural, around)
        }
        _ => hit.split.preposition != Some('س'),
    };
    // «اغتال مسلحون قاضيا»: a person, no dual
    let person = matches!(kind, TriggerKind::Verb(_))
        && words.word(at).ends_with('ا')
        && !is_accusing(words, at)
        && around
            .entities
            .iter()
            .any(|entity| entity.tokens.start == at);
    if !stands || person {
        return None;
    }
    let found = |tokens, span, rank| Candidate {
        event,
        kind,
        tokens,
        span,
        split: hit.split,
        plural,
        rank,
    };
    if rest == 0 {
        let span = words.span(hit.tokens.clone(), hit.split);
        let rank = if hit.tokens.len() > 1 { 2 } else { 0 };
        return Some(found(hit.tokens.clone(), span, rank));
    }
    let expected = &words.lexicon.rests[usize::from(rest) - 1];
    let follows = rest_after(words, hit.tokens.end, end, expected)?;
    let whole = hit.tokens.start..follows.end;
    let span = if follows.start == hit.tokens.end {
        words.span(whole.clone(), hit.split)
    } else if words.in_class(follows.start, "particle") {
        // «اتفقت مصر … على»: the preposition names nothing by itself
        words.span(hit.tokens.clone(), hit.split)
    } else {
        words.doc.span(follows)
    };
    // «شن هجوما كيميائيا» says more than «شن هجوما»
    let length = u8::try_from(expected.len()).unwrap_or(u8::MAX);
    Some(found(whole, span, 2_u8.saturating_add(length)))
}

/// Whether a finite verb or verbal participle can stand at `at`.
fn verb_stands(
    words: &Words,
    at: usize,
    hit: &Hit,
    event: u16,
    part: VerbForm,
    plural: bool,
    around: &Surroundings,
) -> bool {
    // «قتالا بريا»: an adjective of the noun before it, no dual
    if at > 0 && words.word(at).ends_with("يا") && words.word(at - 1).ends_with('ا') {
        return false;
    }
    match part {
        VerbForm::Short if !(at > 0 && words.in_class(at - 1, "negation")) => return false,
        VerbForm::Participle if !participle_counts(words, at, hit.split, around) => return false,
        VerbForm::Participle => {}
        // «الجيش» the army, «الأمن»: an article makes no verb; nor does one follow a preposition («من نصيب»)
        _ if hit.split.article || after_preposition(words, at, plural) => return false,
        _ => {}
    }
    // «التي تقدمها»: a verb that takes no object cannot have one
    let Item::Trigger(_, TriggerKind::Verb(_), 0) = hit.sense.item else {
        return true;
    };
    let roles = &words.lexicon.entries.events[usize::from(event)].roles;
    let takes_object = roles
        .recipient
        .iter()
        .chain(&roles.place)
        .any(|role| role == "object");
    hit.split.suffix == 0 || takes_object
}

/// The candidates that their context allows, the surest first; the others are noted in `lost`.
fn allowed<'c>(
    words: &Words,
    candidates: &'c [Candidate],
    end: usize,
    around: &Surroundings,
    lost: &mut Vec<Lost>,
) -> Vec<&'c Candidate> {
    // where verb and masdar are written alike the object tells for both
    let verbal = candidates.iter().any(|candidate| is_verbal(candidate.kind));
    let mut kept: Vec<(u8, &Candidate)> = Vec::new();
    for candidate in candidates {
        let tokens = &candidate.tokens;
        match context_allows(words, candidate.event, verbal, tokens, end, around) {
            Ok(strength) => kept.push((strength, candidate)),
            Err(reason) => lost.push(Lost {
                event: candidate.event,
                span: candidate.span,
                reason,
            }),
        }
    }
    kept.sort_by_key(|&(strength, _)| std::cmp::Reverse(strength));
    kept.into_iter().map(|(_, candidate)| candidate).collect()
}

/// How the first of `kept` names its event, and whether it may be the passive of a verb as well.
fn reading(
    words: &Words,
    at: usize,
    sentence: &Range<usize>,
    kept: &[&Candidate],
) -> (TriggerKind, bool) {
    let Candidate {
        event, kind, split, ..
    } = *kept[0];
    let nominal = kept.iter().find(|candidate| {
        matches!(
            candidate.kind,
            TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle
        )
    });
    // «قتل»: verb and masdar are written alike; with an article or preposition it is the masdar
    if let Some(nominal) = nominal
        && (split.article
            || split.preposition.is_some_and(|c| c != 'س')
            || noun_position(words, at, sentence, kept))
    {
        return (nominal.kind, false);
    }
    let mut active = kind;
    let mut may_be_passive = matches!(kind, TriggerKind::Passive(_));
    for candidate in kept.iter().filter(|candidate| candidate.event == event) {
        match (candidate.kind, active) {
            (TriggerKind::Passive(_), TriggerKind::Verb(_)) => may_be_passive = true,
            (TriggerKind::Verb(part), TriggerKind::Passive(_)) if part != VerbForm::Participle => {
                active = candidate.kind;
            }
            _ => {}
        }
    }
    (active, may_be_passive)
}

fn is_verbal(kind: TriggerKind) -> bool {
    matches!(kind, TriggerKind::Verb(_) | TriggerKind::Passive(_))
}
