//! Casualty nouns without a number before them: «قتلى وجرحى», «جريحان», «جثة 13 شخصا».

use std::ops::Range;

use musnad_lexicon::{GrammaticalNumber, Item, TriggerKind};
use musnad_model::Effect;

use super::{Figure, Material, context, counted, effect, side};
use crate::events::Trigger;
use crate::numbers::bound_after;
use crate::words::{Hit, Words};

/// How far «دون», «لم» reach to a casualty noun, in tokens.
const NEGATION_REACH: usize = 8;
/// How far a verb of inflicting stands before the losses, in tokens.
const INFLICTED_REACH: usize = 8;

/// The figure of the casualty noun at `at`.
pub(super) fn casualty_noun(
    words: &Words,
    sentence: &Range<usize>,
    material: &Material,
    at: usize,
) -> Option<Figure> {
    let hit = words.hit(at, |item| matches!(item, Item::Casualty(_)))?;
    let Item::Casualty(entry) = hit.sense.item else {
        return None;
    };
    let entry = &words.lexicon.entries.casualties[usize::from(entry)];
    let singular = hit.sense.number == GrammaticalNumber::Singular;
    // «بين قتيل وجريح»: a sort, not a person
    let sort = singular && at > 0 && matches!(words.word(at - 1), "بين" | "مابين");
    let sort = sort
        || singular
            && at > 1
            && matches!(words.word(at - 2), "بين" | "مابين")
            && words
                .hit(at - 1, |item| matches!(item, Item::Casualty(_)))
                .is_some();
    // «إصابات مباشرة» are hits on a target
    let hits_on_target =
        words.in_class(hit.tokens.end, "direct-hit") && words.in_class(at, "unit-of-harm");
    // «مصابا بالاكتئاب», «المصابين بالسرطان»
    let ill = words.in_class(hit.tokens.end, "illness");
    if sort
        || ill
        || hits_on_target
        || singular && is_masdar(words, at, hit)
        || is_denied(words, sentence, at)
        || is_name(words, hit)
    {
        return None;
    }
    let inflicted = (at.saturating_sub(INFLICTED_REACH).max(sentence.start)..at)
        .rev()
        .find(|&before| words.in_class(before, "inflict-losses"));
    if words.in_class(at, "losses") && inflicted.is_none() && !in_ranks(words, hit.tokens.end) {
        return None;
    }
    // «راح ضحيتها 8»: the number is the verb's; «المحتجز بأحد السجون»: it counts something else
    let plain = |tokens: &Range<usize>| words.doc.span(tokens.clone());
    let number = material
        .number_at(hit.tokens.end)
        .filter(|number| hit.split.suffix == 0 && number.span == plain(&number.tokens));
    let bare = !hit.split.article && hit.split.suffix == 0;
    let count = match (&number, hit.sense.number) {
        (Some(number), _) => (number.min, number.max),
        (None, GrammaticalNumber::Dual) => (Some(2), Some(2)),
        (None, GrammaticalNumber::Singular) if bare => (Some(1), Some(1)),
        (None, GrammaticalNumber::Plural) if !hit.split.article || hit.split.suffix > 0 => {
            (None, None)
        }
        (None, GrammaticalNumber::Singular | GrammaticalNumber::Plural) => return None,
    };
    let mut figure = Figure::new(
        hit.tokens.clone(),
        words.doc.span(hit.tokens.clone()),
        count,
    );
    figure.counted = number.is_some() || hit.sense.number == GrammaticalNumber::Dual;
    figure.effect = effect(&entry.effect);
    figure.who = side::who(&entry.who);
    // «جثة 13 شخصا»
    if let Some(number) = number {
        figure.tokens.end = number.tokens.end;
        if let Some(entity) = material.entity_at(figure.tokens.end) {
            figure.tokens.end = material.entities[entity].tokens.end;
        }
        if let Some((bound, tokens)) = bound_after(words, figure.tokens.end) {
            figure.tokens.end = tokens.end;
            counted::limit(&mut figure, bound);
        }
    }
    // «طفلة مصابة», «مدني جريح»
    if figure.who == musnad_model::Who::Unknown
        && !hit.split.article
        && let Some(person) = material.entities.iter().find(|entity| {
            entity.tokens.contains(&at) && entity.tokens.start < at || entity.tokens.end == at
        })
    {
        figure.who = side::people_at(words, person.tokens.start).unwrap_or_default();
    }
    side::tell(words, material, sentence, &hit.tokens, &mut figure);
    if let Some(verb) = inflicted {
        context::of_losses(words, material, verb + 1..at, &mut figure);
    }
    figure.span = words.span(figure.tokens.clone(), hit.split);
    Some(figure)
}

/// «إصابة 7 …», «وفاة شاب»: the noun governs a figure and is none.
fn is_masdar(words: &Words, at: usize, hit: &Hit) -> bool {
    words.in_class(at, "unit-of-harm")
        || words.hits(at).iter().any(|other| {
            matches!(other.sense.item, Item::Trigger(_, TriggerKind::Masdar, _))
                && other.tokens.len() == hit.tokens.len()
        })
}

/// «حي الشهداء», «ساحة الشهداء»: with an article behind a place word it is a name.
fn is_name(words: &Words, hit: &Hit) -> bool {
    let start = hit.tokens.start;
    hit.split.article
        && start > 0
        && words
            .hit(start - 1, |item| matches!(item, Item::PlaceKind(_)))
            .is_some()
}

/// «دون وقوع إصابات», «لم ترد أنباء عن ضحايا», «لا خسائر بشرية».
fn is_denied(words: &Words, sentence: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(NEGATION_REACH).max(sentence.start);
    for before in (from..at).rev() {
        if ["negation-noun", "no-casualties", "negation"]
            .iter()
            .any(|class| words.in_class(before, class))
        {
            return true;
        }
        let stop = words.any_sign(before) && !words.is_mark_of_quotation(before)
            || ["result", "relative", "complementizer", "subordinator"]
                .iter()
                .any(|class| words.in_class(before, class));
        if stop {
            return false;
        }
    }
    false
}

/// «خسائر فادحة في صفوف …»: losses are people where they are told of an army's ranks; else only where
/// somebody inflicts or suffers them («كبدوا المهاجمين خسائر فادحة»).
fn in_ranks(words: &Words, end: usize) -> bool {
    words.word(end) == "في" && side::is_ranks(words, end + 1) || side::is_ranks(words, end - 1)
}

/// A trigger for each casualty noun that no event of the sentence governs: «5 قتلى في بغداد».
pub(crate) fn triggers_of_nouns(
    words: &Words,
    sentence: &Range<usize>,
    figures: &[Figure],
) -> Vec<Trigger> {
    let mut out: Vec<Trigger> = Vec::new();
    for figure in figures {
        if figure.effect.is_none() || figure.trigger.is_some() || figure.subset_of.is_some() {
            continue;
        }
        let noun = figure.tokens.clone().find_map(|at| {
            let hit = words.hit(at, |item| matches!(item, Item::Casualty(_)))?;
            let Item::Casualty(entry) = hit.sense.item else {
                return None;
            };
            Some((hit, words.lexicon.casualty_events[usize::from(entry)]?))
        });
        let Some((hit, event)) = noun else { continue };
        if tells_of_illness(words, sentence, figure) {
            continue;
        }
        // «المعتقلين», «النازحين» without a number are people, not news; so are «ضحايا الحرب»
        let deaths = matches!(
            figure.effect,
            Some(Effect::Killed | Effect::Injured | Effect::BodyRecovered)
        );
        // «أحد المصابين», «بعض الضحايا»: some of those spoken of before
        let of_known = hit.split.article && figure.min.is_none_or(|count| count == 1);
        if (!figure.counted || of_known) && (!deaths || !is_told(words, sentence, figure)) {
            continue;
        }
        // «ثلاثة رهائن», «50 أسيرا»: that they are held is no news by itself
        if matches!(
            figure.effect,
            Some(Effect::Abducted | Effect::Detained | Effect::Missing)
        ) {
            continue;
        }
        out.push(Trigger {
            events: vec![event],
            kind: TriggerKind::Noun,
            may_be_passive: false,
            head: figure.tokens.start,
            tokens: figure.tokens.start..hit.tokens.end.max(figure.tokens.start + 1),
            span: words.span(hit.tokens.clone(), hit.split),
            split: hit.split,
            plural: false,
            pattern: None,
        });
    }
    out
}

/// «12 حالة وفاة بفيروس كورونا»: an illness or a match is spoken of around the figure.
fn tells_of_illness(words: &Words, sentence: &Range<usize>, figure: &Figure) -> bool {
    const NEAR: usize = 8;
    let from = figure.tokens.start.saturating_sub(NEAR).max(sentence.start);
    (from..sentence.end.min(figure.tokens.end + NEAR))
        .any(|at| words.in_class(at, "illness") || words.in_class(at, "elsewhere"))
}

/// Whether people without a number are told of: they begin the sentence, go on such a beginning
/// («قتلى وجرحى»), or a word before says that they fell.
fn is_told(words: &Words, sentence: &Range<usize>, figure: &Figure) -> bool {
    const NEAR: usize = 7;
    let start = figure.tokens.start;
    let begins = (sentence.start..start).all(|at| {
        words.any_sign(at)
            || words
                .hit(at, |item| matches!(item, Item::Casualty(_)))
                .is_some()
    });
    let carried = (start.saturating_sub(NEAR).max(sentence.start)..start).any(|at| {
        ["result", "happen", "rise", "inflict-losses", "reports-of"]
            .iter()
            .any(|class| words.in_class(at, class))
            || words
                .hit(at, |item| matches!(item, Item::Casualty(_)))
                .is_some()
    });
    // «قتلى وجرحى من المتمردين سقطوا»
    let carried_after = (figure.tokens.start + 1..sentence.end.min(figure.tokens.end + NEAR))
        .take_while(|&at| !words.any_sign(at))
        .any(|at| words.in_class(at, "result"));
    begins || carried || carried_after
}
