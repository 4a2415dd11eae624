//! Verb, noun or adjective: what a word with the letters of several is where it stands.

use std::ops::Range;

use musnad_lexicon::{Item, Split, TriggerKind, VerbForm};

use super::{Candidate, Surroundings, is_verbal};
use crate::entities::EntityKind;
use crate::words::Words;

/// «إن شخصين قتلا»: of three letters the dual is written like the masdar with tanwin; behind two people to
/// whom something happens it is the verb.
pub(super) fn is_dual_verb(
    words: &Words,
    at: usize,
    event: u16,
    split: Split,
    around: &Surroundings,
) -> bool {
    const NEAR: usize = 3;
    let harm = words.lexicon.entries.events[usize::from(event)]
        .effect
        .is_some();
    let bare = split.cost() == 0 && words.word(at).ends_with('ا') && !words.ends_in_tanwin(at);
    harm && bare
        && around.entities.iter().any(|entity| {
            let gap = entity.tokens.end..at;
            let pair = ["ين", "ان"]
                .iter()
                .any(|ending| words.word(entity.tokens.start).ends_with(ending));
            matches!(entity.kind, EntityKind::People(_))
                && entity.tokens.end <= at
                && gap.len() <= NEAR
                && pair
                && gap.into_iter().all(|token| !words.any_sign(token))
        })
}

/// «الأحياء المحاصرة», «سيارة مفخخة»: a participle that goes with the noun before it tells of no event.
pub(super) fn is_adjective(words: &Words, at: usize, kind: TriggerKind, split: Split) -> bool {
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
pub(super) fn noun_position(
    words: &Words,
    at: usize,
    sentence: &Range<usize>,
    kept: &[&Candidate],
) -> bool {
    let verb = kept.iter().any(|candidate| is_verbal(candidate.kind));
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
        && kept.iter().any(|candidate| {
            matches!(
                candidate.kind,
                TriggerKind::Verb(VerbForm::Past) | TriggerKind::Passive(VerbForm::Past)
            )
        });
    // «كثفت القوات قصف الأحياء»: the clause has its verb already
    let clause = crate::roles::clause(words, at, sentence);
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
        || in_a_list_of_nouns(words, at)
        || governs_a_masdar(words, before)
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

/// «بعد قتل», «بعمليات خطف»: whether the word at `at` stands before a noun of action, a preposition of one
/// letter aside.
fn governs_a_masdar(words: &Words, at: usize) -> bool {
    words.listed(at, "before-a-masdar")
        || words
            .word(at)
            .strip_prefix(['ب', 'ل', 'و'])
            .is_some_and(|bare| words.lexicon.lists("before-a-masdar", bare))
}

/// «عمليات قتل وذبح وخطف»: whether the word goes on a list of nouns.
fn in_a_list_of_nouns(words: &Words, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let joined = words
        .hits(at)
        .iter()
        .any(|hit| hit.split.conjunction == Some('و'));
    let after_masdar = words.hits(before).iter().any(|hit| {
        matches!(
            hit.sense.item,
            Item::Trigger(_, TriggerKind::Masdar | TriggerKind::Noun, _)
        )
    });
    joined
        && after_masdar
        && (words.word(before).starts_with("ال")
            || !crate::entities::is_finite_verb(words, before)
            || noun_before(words, before)
            || (before > 0 && governs_a_masdar(words, before - 1))
            || in_a_list_of_nouns(words, before))
}

/// Whether a preposition stands right before the word, which then is no finite verb. «من» is also «who».
pub(super) fn after_preposition(words: &Words, at: usize, plural: bool) -> bool {
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
pub(super) fn participle_counts(
    words: &Words,
    at: usize,
    split: Split,
    around: &Surroundings,
) -> bool {
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
    // «متهما الحكومة بأنها …»
    if is_accusing(words, at) {
        return true;
    }
    // «قصفت قوات النظام مدينة سرمدا»: a town, nobody who condemns
    let place = words
        .hit(at, |item| matches!(item, Item::PlaceKind(_)))
        .is_some();
    if place && !accusative {
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

/// «متهما الحكومة», «متهمين أطرافا»: a participle with its object, not the person who stands accused.
pub(crate) fn is_accusing(words: &Words, at: usize) -> bool {
    words.listed(at, "accusing")
        && !words.token(at).is_some_and(|token| token.line_before)
        && words.hits(at + 1).iter().any(|hit| {
            hit.split.conjunction.is_none()
                && hit.split.preposition.is_none()
                && matches!(
                    hit.sense.item,
                    Item::People(_)
                        | Item::Actor(_)
                        | Item::ActorShort(_)
                        | Item::Source(_)
                        | Item::Title(_)
                )
        })
}
