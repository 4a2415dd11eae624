//! How many of a figure are children and women.

use musnad_lexicon::Item;
use musnad_model::Casualty;

use super::Figure;
use crate::words::Words;

/// Sets what the figure's own noun at `at` says: «6 أطفال» are six children.
pub(super) fn own(words: &Words, at: usize, figure: &mut Figure) {
    let Some(count) = figure.min.filter(|_| figure.min == figure.max) else {
        return;
    };
    let Some(hit) = words.hit(at, |item| matches!(item, Item::People(_))) else {
        return;
    };
    let Item::People(people) = hit.sense.item else {
        return;
    };
    match words.lexicon.entries.people[usize::from(people)]
        .class
        .as_str()
    {
        "child" => figure.children = Some(count),
        // «والده» his father has nearly the letters of «والدة» a mother
        "woman" if !ends_in_his(words, at) => figure.women = Some(count),
        _ => {}
    }
}

fn ends_in_his(words: &Words, at: usize) -> bool {
    words
        .token(at)
        .is_some_and(|token| words.doc.words(token.span).ends_with('ه'))
}

/// Gives the whole what its parts are: «13 شخصا بينهم 6 أطفال و4 نساء».
pub(crate) fn add_parts(casualties: &mut [Casualty]) {
    for part in 0..casualties.len() {
        let (children, women) = (casualties[part].children, casualties[part].women);
        let Some(whole) = casualties[part].subset_of.filter(|&whole| whole < part) else {
            continue;
        };
        let whole = &mut casualties[whole];
        if let Some(children) = children {
            whole.children = Some(whole.children.unwrap_or(0) + children);
        }
        if let Some(women) = women {
            whole.women = Some(whole.women.unwrap_or(0) + women);
        }
    }
}
