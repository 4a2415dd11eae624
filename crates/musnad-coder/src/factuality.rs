//! Whether it happened, by the words around a trigger.

use std::ops::Range;

use musnad_lexicon::{Item, TriggerKind, VerbForm};
use musnad_model::Factuality;

use crate::attribution::Attribution;
use crate::events::Trigger;
use crate::roles::clause;
use crate::words::Words;
use musnad_model::Stance;

/// How far a negation or an attempt reaches, in tokens.
const REACH: usize = 7;

/// How far behind a word of fear its object may stand, in tokens.
const FEARED_REACH: usize = 4;

/// The factuality of the event that `trigger` names. `others` are the tokens of the other triggers of
/// the sentence: a negation does not reach over them.
pub(crate) fn factuality(
    words: &Words,
    sentence: &Range<usize>,
    trigger: &Trigger,
    attribution: Option<&Attribution>,
    others: &[usize],
) -> Factuality {
    if let Some(attribution) = attribution {
        if attribution.stance == Stance::Denied {
            return Factuality::Negated;
        }
        if attribution.unconfirmed || is_held_likely(words, attribution, trigger.head) {
            return Factuality::Possible;
        }
    }
    let around = clause(words, trigger.head, sentence);
    let from = around.start.max(trigger.head.saturating_sub(REACH));
    // only what no other trigger stands between
    let last_other = others
        .iter()
        .filter(|&&other| other < trigger.head)
        .max()
        .map_or(0, |other| other + 1);
    let near = from.max(last_other)..trigger.head;
    if is_negated(words, &near, trigger) {
        return Factuality::Negated;
    }
    if let Some(governed) = governed_by_an(words, sentence, around.start, trigger.head) {
        return governed;
    }
    if is_future(words, &near, sentence, trigger) {
        return Factuality::Future;
    }
    if is_asked(words, sentence, trigger) {
        return Factuality::Possible;
    }
    if is_possible(
        words,
        around.start.max(trigger.head.saturating_sub(REACH + 3))..trigger.head,
        trigger,
    ) {
        return Factuality::Possible;
    }
    Factuality::Actual
}

/// «من المقرر أن يقصف», «يمكن أن يهاجم», «دون أن يقتل»: what governs «أن» and the present behind it.
fn governed_by_an(
    words: &Words,
    sentence: &Range<usize>,
    start: usize,
    head: usize,
) -> Option<Factuality> {
    const FARTHEST: usize = 5;
    let an = start.checked_sub(1).filter(|&an| an > sentence.start)?;
    let subjunctive = words.word(start).starts_with(['ي', 'ت', 'ن'])
        && crate::entities::is_finite_verb(words, start)
        && head <= start + REACH;
    if !subjunctive || !matches!(words.word(an), "ان" | "بان" | "لان") {
        return None;
    }
    if words.in_class(an - 1, "negation-noun") {
        return Some(Factuality::Negated);
    }
    let from = (an.saturating_sub(FARTHEST).max(sentence.start)..an)
        .rev()
        .take_while(|&at| !words.any_sign(at) && !words.in_class(at, "complementizer"))
        .last()?;
    let any = |classes: [&str; 2]| {
        (from..an).any(|at| classes.iter().any(|class| words.in_class(at, class)))
    };
    if any(["possible", "feared"]) {
        return Some(Factuality::Possible);
    }
    any(["attempt", "future"]).then_some(Factuality::Future)
}

/// «رجح المصدر أن …», «يعتقد مسؤولون أن …»: what is said, not what a relative clause in it adds.
fn is_held_likely(words: &Words, attribution: &Attribution, at: usize) -> bool {
    !attribution.chain.is_empty()
        && attribution
            .verb
            .as_ref()
            .is_some_and(|verb| words.in_class(verb.start, "possible"))
        && !(attribution.scope.start..at).any(|token| words.in_class(token, "relative"))
}

fn is_negated(words: &Words, near: &Range<usize>, trigger: &Trigger) -> bool {
    // «لن نسكت»: the negation is part of the idiom
    if trigger
        .pattern
        .as_deref()
        .is_some_and(|pattern| pattern.starts_with("not-"))
    {
        return false;
    }
    for at in near.clone().rev() {
        if words.in_class(at, "negation") {
            // «لا يزال», «لا تزال»: it goes on
            let next = words.word(at + 1);
            let goes_on = next.ends_with("زال")
                || next.ends_with("زالون")
                || next.ends_with("زل")
                || next.ends_with("زالت")
                // «لا بد من تفجيرها»
                || next == "بد"
                // «لم تعرف هوية منفذي الهجوم»
                || words.listed(at + 1, "is-known")
                // «لم يعرف ما إذا كان …»
                || (at..trigger.head).any(|token| words.listed(token, "if"));
            // «لا» and «ليس» reach to the next noun or verb only
            return !goes_on
                && (trigger.head - at <= 4
                    || matches!(words.word(at), "لم" | "لن" | "ولم" | "ولن" | "ليس" | "وليس"));
        }
        // «عدم تعرضه للتعذيب»
        let nominal = matches!(
            trigger.kind,
            TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle
        ) || trigger.tokens.len() > 1;
        if nominal && trigger.head - at <= 2 && words.in_class(at, "negation-noun") {
            return true;
        }
    }
    false
}

fn is_future(
    words: &Words,
    near: &Range<usize>,
    sentence: &Range<usize>,
    trigger: &Trigger,
) -> bool {
    if trigger.split.preposition == Some('س') {
        return true;
    }
    // «تعرض القائد لمحاولة اغتيال»
    let attempted = words.in_class(trigger.head, "undergo")
        && (trigger.head + 1..trigger.tokens.end).any(|at| {
            words
                .class_hit(at, "attempt")
                .is_some_and(|hit| hit.tokens.start == at && words.word(at).contains("محاول"))
        });
    if attempted {
        return true;
    }
    if trigger.split.preposition == Some('ل') {
        let verb_present = matches!(
            trigger.kind,
            TriggerKind::Verb(VerbForm::Present) | TriggerKind::Passive(VerbForm::Present)
        );
        let masdar = trigger.kind == TriggerKind::Masdar;
        // «تعرض لقصف», «تصدى لهجوم», «نتيجة لقصف»: ل belongs to the verb before
        let governed =
            (trigger.head.saturating_sub(5).max(sentence.start)..trigger.head).any(|at| {
                ["undergo", "thwart", "cause", "result"]
                    .iter()
                    .any(|class| words.in_class(at, class))
                    || words
                        .hit(at, |item| matches!(item, Item::Reporting(_)))
                        .is_some()
                    || words.listed(at, "takes-li")
            }) || is_suffered(words, sentence, trigger.head);
        let indefinite_noun = !trigger.split.article;
        let happened = verb_present && tells_what_followed(words, sentence, trigger.head);
        if (verb_present || masdar) && !governed && indefinite_noun && !happened {
            return true;
        }
    }
    for at in near.clone().rev() {
        if trigger.head - at <= 4 && words.in_class(at, "purpose") {
            return true;
        }
        // «لشن هجوم», «لتنفيذ عمليات»
        let meant = words
            .class_hit(at, "performance")
            .is_some_and(|hit| hit.split.preposition == Some('ل'));
        // «سيؤدي إلى …»
        let to_come = words
            .hits(at)
            .iter()
            .any(|hit| hit.split.preposition == Some('س'));
        if (meant && trigger.head - at <= 3) || to_come {
            return true;
        }
        // «في التخطيط لهجمات», but «قرأوا الخطة وقاموا بمظاهرات»
        let attempted = words.class_hit(at, "attempt").is_some_and(|hit| {
            let definite = hit.split.article || hit.split.suffix > 0;
            // «ليرد الجيش»: the short present of «أراد» is also that of «رد»
            !words.in_class(at, "answer") && (!definite || trigger.head - at <= 2)
        });
        if attempted || words.in_class(at, "future") {
            return true;
        }
        let long_purpose = words.hits(at).iter().any(|hit| {
            hit.tokens.len() > 1
                && words
                    .lexicon
                    .class("purpose")
                    .is_some_and(|class| hit.sense.item == Item::Class(class))
                && hit.tokens.end <= trigger.head
        });
        if long_purpose {
            return true;
        }
    }
    let still_to_come = (trigger.tokens.end..sentence.end.min(trigger.tokens.end + 2)).any(|at| {
        words.hits(at).iter().any(|hit| {
            hit.split.preposition == Some('س') && matches!(hit.sense.item, Item::Class(_))
        })
    });
    if still_to_come {
        return true;
    }
    // «المعركة المقبلة»
    (trigger.tokens.end..sentence.end.min(trigger.tokens.end + 2)).any(|at| {
        words.in_class(at, "future")
            && !words
                .hits(at)
                .iter()
                .any(|hit| hit.split.conjunction.is_some())
    })
}

/// «قد يعودون ويهاجمون»: whether the present verb at `head` stands right behind «قد» at `at`, or goes on with
/// the verb that does.
fn carries_on(words: &Words, at: usize, head: usize) -> bool {
    at + 1 == head
        || crate::entities::is_finite_verb(words, at + 1)
            && (words
                .hits(head)
                .iter()
                .any(|hit| hit.split.conjunction == Some('و'))
                || words.listed(head - 1, "or"))
}

/// «هل قتل القائد؟»
fn is_asked(words: &Words, sentence: &Range<usize>, trigger: &Trigger) -> bool {
    (trigger.tokens.end..sentence.end).any(|at| words.is_sign(at, '؟'))
        && (sentence.start..trigger.head).any(|at| words.listed(at, "whether"))
}

/// «تتعرض مناطق … منذ سنوات لقصف»: the verb may stand far before its «ل».
fn is_suffered(words: &Words, sentence: &Range<usize>, at: usize) -> bool {
    const FARTHEST: usize = 40;
    (at.saturating_sub(FARTHEST).max(sentence.start)..at)
        .rev()
        .take_while(|&before| !words.in_class(before, "complementizer"))
        .any(|before| words.in_class(before, "undergo"))
}

/// «ليرد الجيش …» at the start of a sentence, «لتنفذ بعدها …»: what followed, not what was meant.
fn tells_what_followed(words: &Words, sentence: &Range<usize>, at: usize) -> bool {
    let begins = (sentence.start..at).all(|before| words.any_sign(before));
    begins || words.listed(at + 1, "afterwards")
}

/// «وكالة أنباء»: what names an agency leaves nothing open.
fn ends_a_name(words: &Words, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        words.hits(before).iter().any(|hit| {
            hit.tokens.contains(&at) && matches!(hit.sense.item, Item::Source(_) | Item::Actor(_))
        })
    })
}

fn is_possible(words: &Words, around: Range<usize>, trigger: &Trigger) -> bool {
    // «ضربة محتملة»
    let after = trigger.tokens.end..trigger.tokens.end + 2;
    if after
        .into_iter()
        .any(|at| words.token(at).is_some() && words.listed(at, "likely"))
    {
        return true;
    }
    let present = matches!(
        trigger.kind,
        TriggerKind::Verb(VerbForm::Present) | TriggerKind::Passive(VerbForm::Present)
    );
    // «صد أي هجوم»: none in particular
    let before = trigger.head.saturating_sub(1);
    if before >= around.start
        && !trigger.split.article
        && trigger.split.suffix == 0
        && words.listed(before, "none-in-particular")
    {
        return true;
    }
    around.clone().any(|at| {
        words.in_class(at, "possible") && !ends_a_name(words, at)
            || (present && words.word(at) == "قد" && carries_on(words, at, trigger.head))
            || words.listed(at, "if")
            || (trigger.head - at <= FEARED_REACH && words.in_class(at, "feared"))
    })
}
