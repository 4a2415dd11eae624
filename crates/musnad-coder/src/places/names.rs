//! Names: where a name of a place begins and ends.

use std::ops::Range;

use musnad_lexicon::{Class, Item, NationForm, PlaceId, Split, TriggerKind, VerbForm};
use musnad_text::TokenKind;

use crate::words::Words;

/// Names in the gazetteer have at most so many words.
const LONGEST_NAME: usize = 6;

/// A name that the gazetteer holds.
pub(super) struct Known<'a> {
    pub(super) tokens: Range<usize>,
    pub(super) split: Split,
    pub(super) ids: &'a [PlaceId],
}

/// A name that no gazetteer holds: the tokens of the name and the end of its marks of quotation.
pub(super) struct Unknown {
    pub(super) name: Range<usize>,
    pub(super) end: usize,
    pub(super) split: Split,
}

/// The classes of `place_kinds.toml` and `grammar.toml` that finding asks for.
pub(super) struct Classes {
    pub(super) plural: Option<Class>,
    pub(super) dual: Option<Class>,
    pub(super) name_head: Option<Class>,
    pub(super) near: Option<Class>,
    pub(super) toward: Option<Class>,
    pub(super) inside: Option<Class>,
    pub(super) owner: Option<Class>,
    pub(super) not_name: Option<Class>,
    pub(super) adjective: Option<Class>,
    pub(super) vague: Option<Class>,
    pub(super) land: Option<Class>,
    pub(super) anaphor: Option<Class>,
    pub(super) said: Option<Class>,
    pub(super) common: Option<Class>,
}

impl Classes {
    pub(super) fn new(words: &Words) -> Classes {
        let class = |id| words.lexicon.class(id);
        Classes {
            plural: class("place-plural"),
            dual: class("place-dual"),
            name_head: class("place-name-head"),
            near: class("place-near"),
            toward: class("place-toward"),
            inside: class("place-inside"),
            owner: class("place-owner"),
            not_name: class("place-not-name"),
            adjective: class("place-adjective"),
            vague: class("place-vague"),
            land: class("place-land"),
            anaphor: class("place-anaphor"),
            said: class("place-said"),
            common: class("place-common"),
        }
    }

    /// Whether the class is one that only places ask for: it makes no word a common one.
    fn is_own(&self, class: Class) -> bool {
        [
            self.plural,
            self.dual,
            self.name_head,
            self.near,
            self.toward,
            self.inside,
            self.owner,
            self.adjective,
            self.vague,
            self.land,
            self.anaphor,
            self.said,
        ]
        .contains(&Some(class))
    }
}

/// Whether the word at `at` is of this class.
pub(super) fn has(words: &Words, at: usize, class: Option<Class>) -> bool {
    class.is_some_and(|class| {
        words
            .hit(at, |item| item == Item::Class(class))
            .is_some_and(|hit| hit.split.suffix == 0)
    })
}

/// The longest name of the gazetteer that begins at `at` and ends before `end`.
pub(super) fn known<'a>(words: &Words<'a>, at: usize, end: usize) -> Option<Known<'a>> {
    if words
        .token(at)
        .is_none_or(|token| token.kind != TokenKind::Word)
    {
        return None;
    }
    let gazetteer = &words.lexicon.gazetteer;
    let mut best: Option<Known<'a>> = None;
    for (key, split) in &words.info(at).place_keys {
        if split.suffix > 0 {
            continue;
        }
        let mut found = Some((at + 1, gazetteer.named(key))).filter(|(_, ids)| !ids.is_empty());
        if gazetteer.begins_a_name(key) {
            let mut name = key.to_string();
            for next in at + 1..end.min(at + LONGEST_NAME) {
                let token = words.token(next);
                if token.is_none_or(|token| token.kind != TokenKind::Word || token.line_before) {
                    break;
                }
                name.push_str(&words.info(next).squeezed);
                let ids = gazetteer.named(&name);
                if !ids.is_empty() {
                    found = Some((next + 1, ids));
                }
            }
        }
        if let Some((end, ids)) = found
            && best.as_ref().is_none_or(|best| end > best.tokens.end)
        {
            best = Some(Known {
                tokens: at..end,
                split: *split,
                ids,
            });
        }
    }
    best
}

/// Whether the text and a name of the place agree in having the article: «قائم» is not «القائم».
pub(super) fn agrees_in_article(words: &Words, known: &Known, id: PlaceId) -> bool {
    if known.tokens.len() > 1 {
        return true;
    }
    let word = words.word(known.tokens.start);
    let stem = word
        .char_indices()
        .nth(usize::from(known.split.prefix))
        .map_or("", |(at, _)| word.get(at..).unwrap_or(""));
    let definite = known.split.article || stem.starts_with("ال");
    let row = words.lexicon.gazetteer.row(id);
    // after «و», «ف» or «ب» only the usual name will do: «فرقة» is no «ف» and «رقة»
    let variants = if known.split.cost() == 0 {
        row.variants_ar.as_str()
    } else {
        ""
    };
    let mut names = std::iter::once(row.name_ar.as_str())
        .chain(variants.split('|').filter(|name| !name.is_empty()));
    // the names as they are written: «ألمانيا» begins with no article
    names.any(|name| {
        (name.starts_with("ال") || (stem.starts_with("ال") && name.starts_with('أ'))) == definite
    })
}

/// Whether a word that bears a place's name is also a common word or a name of persons. `split` is what
/// was split off to find the place: a reading that splits no more off counts.
pub(super) fn is_common(words: &Words, classes: &Classes, at: usize, split: Split) -> bool {
    words.hits(at).iter().any(|hit| {
        hit.tokens.len() == 1
            && hit.split.cost() <= split.cost()
            && match hit.sense.item {
                Item::Nation(..) | Item::Bearing(_) => false,
                // «قريتين» two villages, «القريتين» a town
                Item::PlaceKind(_) => !is_definite(words, at),
                Item::Class(class) => !classes.is_own(class),
                _ => true,
            }
    })
}

/// An unknown name that begins at `at`, after a head word. `feminine` is the head's gender: an adjective
/// agrees with it.
pub(super) fn unknown(
    words: &Words,
    classes: &Classes,
    at: usize,
    end: usize,
    feminine: bool,
) -> Option<Unknown> {
    if words.is_mark_of_quotation(at) {
        let close = (at + 1..end.min(at + 6)).find(|&next| words.is_mark_of_quotation(next))?;
        let inside_is_words = (at + 1..close).all(|next| is_word(words, next));
        return (close > at + 1 && inside_is_words).then(|| Unknown {
            name: at + 1..close,
            end: close + 1,
            split: Split::default(),
        });
    }
    if !may_begin(words, classes, at, feminine) {
        return None;
    }
    let mut last = at;
    let mut definite_seen = is_definite(words, at);
    while last + 1 < end && last < at + 3 {
        let head = has(words, last, classes.name_head) || begins_persons_name(words, last);
        let definite = is_definite(words, last + 1);
        let goes_on = if head {
            may_begin(words, classes, last + 1, feminine)
        } else {
            definite && !definite_seen && may_follow(words, classes, last + 1)
        };
        if !goes_on {
            break;
        }
        definite_seen |= definite;
        last += 1;
    }
    Some(Unknown {
        name: at..last + 1,
        end: last + 1,
        split: Split::default(),
    })
}

/// Whether an unknown name is quoted, definite, or begins as names do.
pub(super) fn looks_like_a_name(words: &Words, classes: &Classes, unknown: &Unknown) -> bool {
    let first = unknown.name.start;
    let people = |item| {
        matches!(
            item,
            Item::People(_) | Item::Actor(_) | Item::Casualty(_) | Item::Means(_)
        )
    };
    if unknown.end == unknown.name.end && words.hit(first, people).is_some() {
        return false;
    }
    unknown.end > unknown.name.end
        || is_definite(words, first)
        || has(words, first, classes.name_head)
        || begins_persons_name(words, first)
        || unknown.name.len() > 1
}

fn begins_persons_name(words: &Words, at: usize) -> bool {
    words
        .hit(at, |item| {
            matches!(item, Item::NameHead | Item::GivenName(false))
        })
        .is_some()
}

pub(super) fn is_definite(words: &Words, at: usize) -> bool {
    words.word(at).starts_with("ال")
}

fn is_word(words: &Words, at: usize) -> bool {
    words
        .token(at)
        .is_some_and(|token| token.kind == TokenKind::Word)
}

/// Whether a word can begin the name after a head word.
fn may_begin(words: &Words, classes: &Classes, at: usize, feminine: bool) -> bool {
    let Some(token) = words.token(at) else {
        return false;
    };
    let word = words.word(at);
    if token.kind != TokenKind::Word || token.line_before || word.chars().count() < 2 {
        return false;
    }
    if has(words, at, classes.not_name) {
        return false;
    }
    if has(words, at, classes.name_head)
        || has(words, at, classes.common)
        || begins_persons_name(words, at)
    {
        return true;
    }
    let definite = is_definite(words, at);
    // «بلدة حدودية», «حي سكني»: an adjective that agrees with the head
    if !definite && (word.ends_with("يه") || (!feminine && word.ends_with('ي'))) {
        return false;
    }
    words
        .hits(at)
        .iter()
        .all(|hit| hit.tokens.len() > 1 || allowed(hit.sense.item, definite, hit.split))
}

/// Whether a definite word can go on with a name: «تل البيعة».
fn may_follow(words: &Words, classes: &Classes, at: usize) -> bool {
    let Some(token) = words.token(at) else {
        return false;
    };
    token.kind == TokenKind::Word
        && !token.line_before
        && !has(words, at, classes.not_name)
        && !words.word(at).starts_with("الذ")
        && words.hits(at).iter().all(|hit| {
            hit.tokens.len() > 1
                || (allowed(hit.sense.item, true, hit.split)
                    && !matches!(hit.sense.item, Item::Bearing(_) | Item::Nation(..)))
        })
}

/// Whether a word with this meaning can still be a name after a head word.
fn allowed(item: Item, definite: bool, split: Split) -> bool {
    match item {
        Item::GivenName(_) | Item::NameHead | Item::PlaceKind(_) => split.conjunction.is_none(),
        // «ساحة الحرية», «حي العمال», «حي التأميم»
        Item::People(_)
        | Item::Source(_)
        | Item::Title(_)
        | Item::Casualty(_)
        | Item::Means(_)
        | Item::Numeral(_)
        | Item::Trigger(_, TriggerKind::Masdar | TriggerKind::Noun | TriggerKind::Participle, _) => {
            definite && split.conjunction.is_none() && split.preposition.is_none()
        }
        Item::Trigger(_, TriggerKind::Verb(form) | TriggerKind::Passive(form), _) => {
            // an unvowelled name may look like a verb of the past
            definite && form == VerbForm::Participle
        }
        Item::Nation(_, NationForm::Name) => true,
        Item::Nation(_, NationForm::Adjective | NationForm::People)
        | Item::Reporting(_)
        | Item::ReportingPreposition(_)
        | Item::Actor(_)
        | Item::ActorShort(_)
        | Item::Month(..)
        | Item::Weekday(_)
        | Item::Time(_)
        | Item::Bound(_)
        | Item::Class(_)
        | Item::Bearing(_)
        | Item::Unit(_) => false,
    }
}
