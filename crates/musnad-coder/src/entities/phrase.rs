//! How far a noun phrase reaches: idafa, adjectives, complements, a quoted name.

use std::ops::Range;

use musnad_lexicon::{GrammaticalNumber, Item, NationForm, TriggerKind};
use musnad_text::TokenKind;

use super::persons::{is_definite_deed, person_at, person_at_after_role};
use super::{Entity, EntityKind, head_rank, is_finite_verb};
use crate::words::{Hit, Words};

/// Longest phrase that is read, in tokens.
const LONGEST: usize = 14;

/// «42 شخصا في الرباط»: people by number, no office.
fn is_counted(words: &Words, head: usize) -> bool {
    head.checked_sub(1).is_some_and(|before| {
        words
            .token(before)
            .is_some_and(|token| token.number().is_some())
            || words
                .hit(before, |item| matches!(item, Item::Numeral(_)))
                .is_some()
    })
}

/// «اعتقلت قوات الاحتلال 15 فلسطينيا»: the number counts the people behind it.
fn counts_people(words: &Words, number: usize) -> bool {
    words
        .hit(number + 1, |item| {
            matches!(
                item,
                Item::People(_)
                    | Item::Casualty(_)
                    | Item::Nation(_, NationForm::Adjective | NationForm::People)
            )
        })
        .is_some_and(|hit| !hit.split.article && hit.split.conjunction.is_none())
}

/// Takes the words after the head into the phrase.
pub(super) fn extend(words: &Words, entity: &mut Entity, head: &Hit, end: usize) {
    let limit = end.min(entity.tokens.start + LONGEST);
    let full_name = matches!(
        head.sense.item,
        Item::Actor(_) | Item::Nation(_, NationForm::Name)
    );
    let mut definite = head.split.article
        || head.split.suffix > 0
        || full_name
        || matches!(head.sense.item, Item::ActorShort(_));
    let closed = closes_with_nun(words.word(head.tokens.start), head);
    let may_take_from = !definite && !full_name;
    let mut adjectives = 0;
    let mut at = entity.tokens.end;
    while at < limit {
        // a quoted name, or a quoted acronym after a long name
        if words.is_mark_of_quotation(at)
            || words.is_sign(at, '(')
            || words.is_sign(at, '-')
            || words.is_sign(at, '–')
        {
            match quoted(words, at, limit) {
                Some((inner, after)) => {
                    let actor = words.hit(inner.start, |item| {
                        matches!(item, Item::Actor(_) | Item::ActorShort(_))
                    });
                    let short_bracket = !words.is_mark_of_quotation(at);
                    // «… في سوريا (المرصد)»: who says it
                    let of_nation = matches!(entity.kind, EntityKind::Nation(_));
                    if short_bracket && (of_nation || (actor.is_none() && !full_name)) {
                        break;
                    }
                    // «نددت الولايات المتحدة "بأشد العبارات"»
                    let governed = words
                        .hits(inner.start)
                        .iter()
                        .any(|hit| hit.split.preposition.is_some())
                        || words.in_class(inner.start, "particle");
                    if actor.is_none() && governed {
                        break;
                    }
                    if let Some(hit) = actor
                        && let Item::Actor(_) | Item::ActorShort(_) = hit.sense.item
                        && entity.party.is_none()
                    {
                        entity.party = Some((words.actor(inner.start, hit).0, inner.clone()));
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
            if token.number().is_some()
                && entity.tokens.end == at
                && full_name_ends_open(words, at)
                && !counts_people(words, at)
            {
                at += 1;
                entity.tokens.end = at;
                continue;
            }
            break;
        }
        // «عميد كلية الطب», «مدير مستشفى …»: the institution of the office
        if at == head.tokens.end
            && entity.kind == EntityKind::Person
            && !definite
            && heads_a_place(words, at)
        {
            let named = words.word(at + 1).starts_with("ال")
                && at + 1 < limit
                && words
                    .hits(at + 1)
                    .iter()
                    .all(|hit| !matches!(hit.sense.item, Item::Class(_) | Item::Time(_)));
            at += 1 + usize::from(named);
            entity.tokens.end = at;
            definite = true;
            continue;
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
            .filter(|hit| {
                head_rank(hit.sense.item) > 0
                    || matches!(hit.sense.item, Item::Nation(_, NationForm::Adjective))
            })
            .filter(|hit| hit.split.conjunction.is_none() && hit.split.preposition.is_none())
            .max_by_key(|hit| (hit.tokens.len(), head_rank(hit.sense.item)));
        if let Some(hit) = hit {
            match hit.sense.item {
                // «قتل الجيش الإسرائيلي فلسطينيا»: the accusative is another's
                Item::Nation(_, NationForm::Adjective)
                    if definite && !hit.split.article && words.word(at).ends_with('ا') =>
                {
                    break;
                }
                Item::Nation(_, NationForm::Adjective) => {}
                // «تنظيم "داعش" المتطرف»
                Item::People(_) | Item::Source(_)
                    if matches!(entity.kind, EntityKind::Actor(_))
                        && definite
                        && words.listed(at, "adjective-of-a-group") => {}
                // «أطفال سوريين», «المدنيين السوريين»
                Item::Nation(_, NationForm::People)
                    if matches!(entity.kind, EntityKind::People(_))
                        && entity.tokens.len() == 1
                        && hit.split.article == head.split.article
                        && head.split.suffix == 0 => {}
                // idafa: an indefinite head takes a name or a definite noun
                Item::Actor(_) | Item::ActorShort(_) if !definite && !closed => {
                    if entity.party.is_none() {
                        entity.party = Some((words.actor(at, hit).0, hit.tokens.clone()));
                    }
                    definite = true;
                }
                Item::People(_) | Item::Source(_) | Item::Title(_)
                    if !closed && !definite && !is_finite_verb(words, at) =>
                {
                    if let Item::Title(_) = hit.sense.item
                        && let Some(name) = person_at(words, hit.tokens.end, limit)
                    {
                        entity.tokens.end = name.end;
                        entity.name = Some(name.clone());
                        break;
                    }
                    definite = hit.split.article;
                }
                // «مسلحون مجهولون»: of the same ending, and so of the first
                Item::People(_)
                    if closed
                        && matches!(entity.kind, EntityKind::People(_))
                        && same_ending(words.word(at - 1), words.word(at))
                        && !is_finite_verb(words, at) => {}
                // «العقيد الدكتور …»
                Item::Title(_)
                    if matches!(entity.kind, EntityKind::Person) || names_a_role(words, entity) => {
                }
                _ => break,
            }
        } else {
            if entity.name.is_none()
                && takes_a_name(words, entity)
                && let Some(name) = name_behind(words, entity, at, limit)
            {
                entity.tokens.end = name.end;
                entity.name = Some(name);
                break;
            }
            if adjectives >= 3
                || is_definite_deed(words, at)
                || disagrees(words, entity, at)
                || !reads_as_adjective(words, at, definite, closed)
            {
                break;
            }
            adjectives += 1;
        }
        at = hit.map_or(at + 1, |hit| hit.tokens.end);
        entity.tokens.end = at;
    }
    if entity.name.is_none()
        && takes_a_name(words, entity)
        && let Some(name) = name_behind(words, entity, entity.tokens.end, limit)
    {
        entity.tokens.end = name.end;
        entity.name = Some(name);
    }
}

fn same_ending(noun: &str, adjective: &str) -> bool {
    ["ون", "ين"]
        .iter()
        .any(|ending| noun.ends_with(ending) && adjective.ends_with(ending))
}

/// «الفرقة 30»: a number directly after a unit's word.
fn full_name_ends_open(words: &Words, at: usize) -> bool {
    let counted = |hit: &Hit| match hit.sense.item {
        Item::People(_) | Item::Casualty(_) => true,
        // «قوات التحالف 20 غارة», but «اللواء 19 بمحافظة …»
        Item::PlaceKind(_)
        | Item::Means(_)
        | Item::Trigger(_, TriggerKind::Noun | TriggerKind::Masdar, _) => {
            hit.split.preposition.is_none() && hit.split.conjunction.is_none()
        }
        _ => false,
    };
    words.token(at + 1).is_none_or(|next| {
        !matches!(next.kind, TokenKind::Word) || !words.hits(at + 1).iter().any(counted)
    }) && !words.token(at).is_some_and(|token| token.line_before)
}

/// Whether a plural or dual keeps its nun, so that no idafa can follow («مسلحون», «مدنيين»).
fn closes_with_nun(word: &str, head: &Hit) -> bool {
    matches!(head.sense.item, Item::People(_) | Item::Source(_))
        && head.sense.number != GrammaticalNumber::Singular
        && (word.ends_with("ون") || word.ends_with("ين") || word.ends_with("ان"))
}

fn takes_a_name(words: &Words, entity: &Entity) -> bool {
    // «مدير المرصد»: an office that stands for its holder
    if let EntityKind::Actor(actor) = entity.kind {
        let by_office = words
            .hit(entity.tokens.start, |item| {
                matches!(item, Item::Title(_) | Item::Source(_))
            })
            .is_some();
        return by_office && words.lexicon.entries.actors[usize::from(actor)].r#type == "person";
    }
    // «مصدر رسمي»: whoever is called a source is not named
    let unnamed = matches!(entity.kind, EntityKind::Source(number) if words.lexicon.entries.sources[usize::from(number)].kind == "unnamed");
    !unnamed
        && matches!(
            entity.kind,
            EntityKind::Person | EntityKind::People(_) | EntityKind::Source(_)
        )
        && entity.number == GrammaticalNumber::Singular
}

/// The name behind a role; behind «مراسل» words that are no given name are the paper's.
fn name_behind(words: &Words, entity: &Entity, at: usize, limit: usize) -> Option<Range<usize>> {
    let of_press = matches!(entity.kind, EntityKind::Source(number) if words.lexicon.entries.sources[usize::from(number)].kind == "media");
    let given = words
        .hit(at, |item| {
            matches!(item, Item::GivenName(_) | Item::NameHead)
        })
        .is_some();
    person_at_after_role(words, at, limit).filter(|_| given || !of_press)
}

fn names_a_role(words: &Words, entity: &Entity) -> bool {
    words
        .hit(entity.tokens.start, |item| matches!(item, Item::Title(_)))
        .is_some()
}

/// The words of a quotation or bracket that opens at `at`, and the token after it; short ones only.
fn quoted(words: &Words, at: usize, limit: usize) -> Option<(Range<usize>, usize)> {
    const LONGEST_QUOTED_NAME: usize = 6;
    if words.is_sign(at, '-') || words.is_sign(at, '–') {
        let hit = words.hit(at + 1, |item| matches!(item, Item::Actor(_)))?;
        return Some((hit.tokens.clone(), hit.tokens.end));
    }
    let closes = words.is_sign(at, '»')
        || words.is_sign(at, '”')
        || (words.is_sign(at, '"') && closes_by_spacing(words, at));
    if closes {
        return None;
    }
    let close = if words.is_sign(at, '(') {
        &[')'][..]
    } else {
        &['»', '”', '"', '“', '›'][..]
    };
    for end in at + 1..(at + 2 + LONGEST_QUOTED_NAME).min(limit + 1) {
        if close.iter().any(|&sign| words.is_sign(end, sign)) {
            return (end > at + 1).then_some((at + 1..end, end + 1));
        }
    }
    None
}

/// «"صحيفة جسر"، …»: a straight mark that stands right behind a word and before a space or a sign.
fn closes_by_spacing(words: &Words, at: usize) -> bool {
    let behind_word = words.token(at).is_some_and(|token| !token.space_before);
    let before_gap = words
        .token(at + 1)
        .is_none_or(|next| next.space_before || next.kind != TokenKind::Word);
    behind_word && before_gap
}

/// A complement of the phrase at `at`; the token after it.
fn complement(
    words: &Words,
    entity: &Entity,
    at: usize,
    limit: usize,
    indefinite: bool,
) -> Option<usize> {
    let word = words.word(at);
    let is_source = matches!(entity.kind, EntityKind::Source(_));
    let is_role = words
        .hit(entity.tokens.start, |item| {
            matches!(item, Item::Title(_) | Item::Source(_))
        })
        .is_some();
    let takes = match word {
        "من" => indefinite,
        // «الدكتور … في بيان»: what is said in a statement is no part of the office
        "في" => {
            is_role
                && entity.name.is_none()
                && !is_counted(words, entity.tokens.start)
                && !is_statement(words, at + 1)
                && !is_place(words, at + 1)
        }
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
    let definite_word =
        words.word(next).starts_with("ال") && words.token(next)?.kind == TokenKind::Word;
    let mut end = match hit {
        Some(hit) => hit.tokens.end,
        None if definite_word && word != "من" => next + 1,
        None if word == "باسم" => next + 1,
        None => return None,
    };
    // adjectives of the complement, an idafa inside it
    while end < limit.min(next + 5)
        && words
            .token(end)
            .is_some_and(|token| token.kind == TokenKind::Word)
    {
        let adjective = words.hit(end, |item| {
            matches!(
                item,
                Item::Nation(_, NationForm::Adjective) | Item::Actor(_) | Item::ActorShort(_)
            )
        });
        // «إليسا سميث» begins with no article
        let begins_name = words
            .hit(end, |item| matches!(item, Item::GivenName(_)))
            .is_some();
        let plain = words.word(end).starts_with("ال")
            && !begins_name
            && words.hits(end).iter().all(|hit| {
                !matches!(
                    hit.sense.item,
                    Item::Class(_) | Item::Time(_) | Item::Weekday(_)
                )
            });
        if adjective
            .is_some_and(|hit| hit.split.conjunction.is_none() && hit.split.preposition.is_none())
            || plain
        {
            end = adjective.map_or(end + 1, |hit| hit.tokens.end);
        } else {
            break;
        }
    }
    Some(end.min(limit))
}

/// «كلية», «مستشفى»: a noun before the name of a place, nothing attached to it.
fn heads_a_place(words: &Words, at: usize) -> bool {
    !is_finite_verb(words, at)
        && words
            .hit(at, |item| matches!(item, Item::PlaceKind(_)))
            .is_some_and(|hit| hit.split.preposition.is_none() && hit.split.conjunction.is_none())
}

/// «المدينة», «المنطقة»: where, not of what.
fn is_place(words: &Words, at: usize) -> bool {
    words
        .hit(at, |item| matches!(item, Item::PlaceKind(_)))
        .is_some_and(|hit| hit.split.article)
        && words.hit(at, |item| head_rank(item) > 0).is_none()
}

/// «بيان», «تقرير»: a word for what is published.
fn is_statement(words: &Words, at: usize) -> bool {
    words
        .hit(at, |item| {
            matches!(item, Item::Source(source) if words.lexicon.entries.sources[usize::from(source)].kind == "media")
        })
        .is_some()
}

/// «المسلحون القرية», «الانقلابيين الاستجابة»: a sound plural of men takes no feminine adjective; and what
/// is done («الاستهداف») is no adjective at all.
fn disagrees(words: &Words, entity: &Entity, at: usize) -> bool {
    let head = words.word(entity.tokens.start);
    let word = words.word(at);
    let of_men = entity.tokens.len() == 1 && (head.ends_with("ون") || head.ends_with("ين"));
    let deed = word.starts_with("ال")
        && !words.hits(at).is_empty()
        && words
            .hits(at)
            .iter()
            .all(|hit| matches!(hit.sense.item, Item::Trigger(_, TriggerKind::Masdar, _)));
    // «تركيا الحرب»: only the adjective of a nation goes on with its name
    let of_nation = matches!(entity.kind, EntityKind::Nation(_));
    // «الجنود الأتراك الرصاص»
    let weapon = words
        .hit(at, |item| matches!(item, Item::Means(_)))
        .is_some()
        && !word.ends_with('ه')
        && !word.ends_with('ي');
    of_nation || weapon || (of_men && word.ends_with('ه')) || deed
}

/// Whether an unknown word here goes on with the phrase as its adjective.
fn reads_as_adjective(words: &Words, at: usize, definite: bool, closed: bool) -> bool {
    let word = words.word(at);
    let article = word.starts_with("ال") && word.chars().count() > 3;
    if is_finite_verb(words, at) || words.in_class(at, "particle") || words.in_class(at, "relative")
    {
        return false;
    }
    let function_word = words.hits(at).iter().any(|hit| {
        matches!(
            hit.sense.item,
            Item::Time(_) | Item::Weekday(_) | Item::Month(..) | Item::Bearing(_) | Item::Numeral(_) | Item::Bound(_) | Item::ReportingPreposition(_) | Item::Casualty(_)
        ) || (hit.split.preposition.is_some() && !hit.split.article)
            || hit.split.conjunction.is_some()
            // «سكان محلية كرري», but «مصادر محلية»
            || (matches!(hit.sense.item, Item::PlaceKind(_)) && !(word.ends_with("يه") && ends_phrase(words, at + 1)))
            // «قوله», «القول إن»
            || (matches!(hit.sense.item, Item::Reporting(_))
                && (hit.split.suffix > 0 || (article && words.in_class(at + 1, "complementizer"))))
            // what stands in names of places stands in others as well
            || matches!(hit.sense.item, Item::Class(class) if !words.lexicon.entries.classes[usize::from(class)].id.starts_with("place-"))
    });
    if function_word {
        return false;
    }
    if article {
        return definite;
    }
    let trigger = words
        .hits(at)
        .iter()
        .any(|hit| matches!(hit.sense.item, Item::Trigger(..)));
    if definite || trigger {
        return false;
    }
    let ending = ["ه", "يه", "ين", "ون", "ات", "ي"]
        .iter()
        .any(|ending| word.ends_with(ending))
        || words.listed(at, "adjective-of-a-source");
    ending
        && !word.starts_with('ب')
        && !word.starts_with('ل')
        && (closed || word.chars().count() > 3)
}

/// Whether nothing that belongs to the phrase stands at `at`.
fn ends_phrase(words: &Words, at: usize) -> bool {
    words
        .token(at)
        .is_none_or(|token| token.kind != TokenKind::Word || token.line_before)
        || words.hits(at).iter().any(|hit| {
            hit.split.preposition == Some('ل')
                && matches!(hit.sense.item, Item::Source(_) | Item::Actor(_))
        })
        || words.in_class(at, "particle")
        || words.in_class(at, "complementizer")
        || is_finite_verb(words, at)
}
