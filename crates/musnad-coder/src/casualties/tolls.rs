//! Tolls: figures that run over time, figures of two effects, words that say more of a figure.

use std::ops::Range;

use musnad_lexicon::Item;
use musnad_model::{Effect, Who};

use super::{Figure, Material, context, effect, side};
use crate::events::Trigger;
use crate::words::Words;

/// «ارتفع عدد قتلى التنظيم … إلى 28»: the noun before the number tells the effect, and the figure is a
/// running toll. So is a figure «حتى الآن» so far.
pub(super) fn running(
    words: &Words,
    sentence: &Range<usize>,
    material: &Material,
    triggers: &[Trigger],
    figures: &mut [Figure],
    number: usize,
) {
    if is_so_far(words, sentence, &figures[number]) {
        figures[number].cumulative = true;
    }
    let Some(rise) = rise_before(words, sentence, figures[number].tokens.start) else {
        return;
    };
    let noun = (rise.start..figures[number].tokens.start)
        .rev()
        .find_map(|at| {
            let hit = words.hit(at, |item| matches!(item, Item::Casualty(_)))?;
            match hit.sense.item {
                Item::Casualty(entry) => Some((at, entry)),
                _ => None,
            }
        });
    let named = rise.clone().any(|at| words.in_class(at, "toll"))
        || (rise.end..figures[number].tokens.start).any(|at| words.in_class(at, "toll"));
    if noun.is_none() && !named {
        return;
    }
    figures[number].cumulative = true;
    // «ارتفع عدد القتلى الذين سقطوا في القصف إلى 5»: the toll tells of them, not what stands between
    if figures[number].trigger.is_none() {
        figures[number].trigger = triggers
            .iter()
            .position(|trigger| trigger.tokens.start < rise.end && rise.start < trigger.tokens.end);
    }
    // «ارتفاع حصيلة تفجير السوق إلى 66 شخصا»: a toll that names nothing else is of the killed
    if noun.is_none()
        && figures[number].effect.is_none()
        && let Some(at) = figures[number].trigger
    {
        figures[number].effect = triggers[at].events.iter().find_map(|&event| {
            words.lexicon.entries.events[usize::from(event)]
                .effect
                .as_deref()
                .and_then(effect)
        });
    }
    let Some((at, entry)) = noun else {
        // «ارتفعت خسائر التنظيم إلى 820 قتيلا»: the side stands behind the toll's own word
        let toll =
            (rise.start..figures[number].tokens.start).find(|&at| words.in_class(at, "toll"));
        if let Some(toll) = toll {
            context::of_losses(words, material, toll + 1..toll + 2, &mut figures[number]);
        }
        return;
    };
    if figures[number].effect.is_none() {
        figures[number].effect =
            effect(&words.lexicon.entries.casualties[usize::from(entry)].effect);
    }
    // the noun's own figure is this one
    let Some(donor) = figures
        .iter()
        .position(|other| other.tokens.contains(&at) && !other.counted)
    else {
        return;
    };
    let (party, kind) = (figures[donor].party, figures[donor].who);
    figures[number].party = figures[number].party.or(party);
    if figures[number].who == Who::Unknown {
        figures[number].who = kind;
    }
    figures[donor].effect = None;
}

/// The words from where a toll is named to where it moves: «حصيلة ضحاياه ارتفعت», «ارتفع».
fn rise_before(words: &Words, sentence: &Range<usize>, start: usize) -> Option<Range<usize>> {
    const FARTHEST: usize = 30;
    const NOUN_BEFORE: usize = 12;
    let from = start.saturating_sub(FARTHEST).max(sentence.start);
    // «في حصيلة أولية» tells of one incident; a toll runs where it moves
    let rise = (from..start)
        .rev()
        .find(|&at| words.in_class(at, "rise") && !words.in_class(at, "toll"))?;
    let blocked = (rise..start).any(|at| words.is_sign(at, '.') || words.is_sign(at, '؛'));
    if blocked {
        return None;
    }
    let subject = (rise.saturating_sub(NOUN_BEFORE).max(sentence.start)..rise)
        .rev()
        .take_while(|&at| !words.any_sign(at))
        .find(|&at| words.in_class(at, "toll"));
    Some(subject.unwrap_or(rise)..rise + 1)
}

/// «… حتى الآن», «إلى اليوم»: the figure may still grow.
fn is_so_far(words: &Words, sentence: &Range<usize>, figure: &Figure) -> bool {
    const NEAR: usize = 6;
    let end = figure.tokens.end;
    (end..sentence.end.min(end + NEAR))
        .take_while(|&at| !words.any_sign(at))
        .any(|at| matches!(words.word(at), "حتي" | "الي") && words.word(at + 1) == "الان")
        // «9 آلاف جريح منذ اندلاع الحرب»
        || words.word(end) == "منذ" && figure.min.is_some_and(|count| count > 1)
}

/// «مقتل وإصابة 8», «قتل أو جرح 8»: the number bounds both together; «جثث 13 شخصا قتلوا»: they were
/// recovered and had been killed.
pub(super) fn both_effects(
    words: &Words,
    figures: &mut Vec<Figure>,
    triggers: &[Trigger],
    effects: &[Option<Effect>],
) {
    let mut more: Vec<Figure> = Vec::new();
    let mut moved: Vec<(usize, usize, usize)> = Vec::new();
    let subjects: Vec<(usize, usize)> = figures
        .iter()
        .filter_map(|figure| Some((figure.trigger?, figure.tokens.start)))
        .collect();
    let count = figures.len();
    for (number, figure) in figures.iter_mut().enumerate() {
        let Some(at) = figure.trigger else { continue };
        if let Some(before) = paired(words, figure, triggers, effects, at)
            && !subjects.iter().any(|&(trigger, _)| trigger == before)
        {
            // of «more than 8» together no part is bounded
            figure.min = None;
            figure.span = words
                .span(
                    triggers[before].head..triggers[before].head + 1,
                    triggers[before].split,
                )
                .cover(figure.span);
            more.push(Figure {
                effect: effects[before],
                trigger: Some(before),
                ..figure.clone()
            });
        }
        if figure.effect == Some(Effect::BodyRecovered)
            && let Some((killer, _)) = triggers.iter().enumerate().find(|(other, trigger)| {
                effects[*other] == Some(Effect::Killed)
                    && trigger.head >= figure.tokens.end
                    && trigger.head <= figure.tokens.end + 1
            })
        {
            moved.push((number, count + more.len(), killer));
            more.push(Figure {
                effect: Some(Effect::Killed),
                trigger: Some(killer),
                ..figure.clone()
            });
        }
    }
    // those among them are told of as killed
    for (whole, new, killer) in moved {
        for part in figures
            .iter_mut()
            .filter(|part| part.subset_of == Some(whole))
        {
            part.subset_of = Some(new);
            part.effect = Some(Effect::Killed);
            part.trigger = Some(killer);
        }
    }
    figures.extend(more);
}

/// The trigger that shares the figure with the one at `at`: «مقتل وإصابة 8», «قتل أو جرح 8». Not where it
/// has people of its own before it («3 مدنيين قتلوا وأصيب خمسة»).
fn paired(
    words: &Words,
    figure: &Figure,
    triggers: &[Trigger],
    effects: &[Option<Effect>],
    at: usize,
) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let (first, second) = (&triggers[before], &triggers[at]);
    let gap = first.tokens.end..second.head;
    let adjacent = gap.is_empty() && second.split.conjunction == Some('و')
        || gap.len() == 1 && matches!(words.word(gap.start), "او" | "و");
    let directly =
        figure.tokens.start >= second.head && figure.tokens.start <= second.tokens.end + 1;
    let own_people = first.plural
        || words.in_class(figure.tokens.end.saturating_sub(1), "others")
        || first.tokens.clone().any(|token| {
            words
                .hit(token, |item| matches!(item, Item::Casualty(_)))
                .is_some()
        });
    let shares =
        effects[before].is_some() && effects[before] != effects[at] && figure.effect == effects[at];
    (adjacent && directly && figure.counted && shares && !own_people).then_some(before)
}

/// «جميعهم نساء وأطفال», «معظمهم من المدنيين»: tells who the figure before is.
pub(super) fn all_of_them(
    words: &Words,
    sentence: &Range<usize>,
    figures: &mut [Figure],
    number: usize,
) {
    const NEAR: usize = 4;
    let end = figures[number].tokens.end;
    for at in end..sentence.end.min(end + NEAR) {
        if words.in_class(at, "all-of-them") || words.in_class(at, "most-of-them") {
            let noun = at + 1 + usize::from(words.word(at + 1) == "من");
            if let Some(found) = side::people_at(words, noun) {
                figures[number].who = found;
            }
            return;
        }
    }
}
