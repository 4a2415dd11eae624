//! Persons: people whom the text names as victims, detained or witnesses.

use std::ops::Range;

use musnad_lexicon::{Item, Split};
use musnad_model::{Effect, LinkKind, Person, PersonRole, TextRef};
use musnad_text::TokenKind;

use crate::attribution::Source;
use crate::casualties::Figure;
use crate::entities::{Entity, EntityKind};
use crate::words::Words;

/// How far an age stands behind a name, in tokens.
const AGE_REACH: usize = 6;

/// The persons of a claim: those of its `figures`, in the order in which they are written out, those
/// listed behind a figure («هم: …»), and witnesses among its sources.
pub(crate) fn persons(
    words: &Words,
    entities: &[Entity],
    figures: &[(usize, Figure)],
    chain: &[Source],
) -> Vec<Person> {
    let mut out: Vec<Person> = Vec::new();
    for (at, (_, figure)) in figures.iter().enumerate() {
        let Some(role) = figure.effect.and_then(role_of) else {
            continue;
        };
        let own = figure
            .entity
            .map(|entity| &entities[entity])
            .filter(|entity| entity.name.is_some());
        for entity in own.into_iter().chain(listed(words, entities, figure)) {
            add(words, entity, role, Some(at), &mut out);
        }
    }
    for source in chain
        .iter()
        .filter(|source| source.kind == LinkKind::Witness)
    {
        let named = entities
            .iter()
            .find(|entity| entity.name.is_some() && entity.span.overlaps(source.span));
        if let Some(entity) = named {
            add(words, entity, PersonRole::Witness, None, &mut out);
        }
    }
    out
}

fn role_of(effect: Effect) -> Option<PersonRole> {
    Some(match effect {
        Effect::Killed | Effect::BodyRecovered => PersonRole::Killed,
        Effect::Injured => PersonRole::Injured,
        Effect::Detained => PersonRole::Detained,
        Effect::Abducted | Effect::Missing => PersonRole::Missing,
        Effect::Displaced => return None,
    })
}

fn add(
    words: &Words,
    entity: &Entity,
    role: PersonRole,
    casualty: Option<usize>,
    out: &mut Vec<Person>,
) {
    let Some(name) = entity.name.clone() else {
        return;
    };
    let text = &words.doc.text;
    if out
        .iter()
        .any(|person| person.at.span == entity.span && person.role == role)
    {
        return;
    }
    let age = age_behind(words, entity.tokens.end);
    out.push(Person {
        at: TextRef::new(text, entity.span),
        name: words
            .span(name.clone(), first_split(entity, &name))
            .of(text)
            .to_owned(),
        age: age.map(|(age, _)| age),
        sex: sex(words, entity, age.map(|(_, at)| at)).map(str::to_owned),
        role,
        casualty,
    });
}

/// A name without a title may have «و» attached.
fn first_split(entity: &Entity, name: &Range<usize>) -> Split {
    if name.start == entity.tokens.start {
        entity.split
    } else {
        Split::default()
    }
}

/// «قتل ثلاثة مدنيين هم: محمد علي وخالد عمر وسعاد حسن»: the names behind a figure.
fn listed<'e>(words: &Words, entities: &'e [Entity], figure: &Figure) -> Vec<&'e Entity> {
    const FARTHEST_MARK: usize = 8;
    const FARTHEST_NAME: usize = 12;
    let end = figure.tokens.end;
    let mark = (end..end + FARTHEST_MARK)
        .take_while(|&at| !words.is_sign(at, '.'))
        .find(|&at| {
            words.in_class(at, "each-of") && words.word(at).ends_with("هم")
                || matches!(words.word(at), "هما" | "وهما" | "هن" | "وهن")
        });
    let Some(mark) = mark else { return Vec::new() };
    let mut out: Vec<&Entity> = Vec::new();
    let mut last = mark + 1;
    for entity in entities
        .iter()
        .filter(|entity| entity.tokens.start > mark && entity.name.is_some())
    {
        let gap = last..entity.tokens.start;
        let broken = gap.len() > FARTHEST_NAME
            || gap
                .clone()
                .any(|at| words.is_sign(at, '.') || crate::entities::is_finite_verb(words, at));
        if broken {
            break;
        }
        last = entity.tokens.end;
        out.push(entity);
    }
    out
}

/// «(14 عاما)», «52 سنة», «البالغ من العمر 14 عاما»: the age behind a name, and where it stands.
fn age_behind(words: &Words, end: usize) -> Option<(u8, usize)> {
    const OLDEST: u64 = 115;
    for at in end..end + AGE_REACH {
        let token = words.token(at)?;
        if let TokenKind::Sign(sign) = token.kind
            && !matches!(sign, '(' | '،' | ',' | '-' | '–' | '"')
        {
            return None;
        }
        let Some(number) = number_at(words, at) else {
            if token.kind == TokenKind::Word && !leads_to_age(words, at) {
                return None;
            }
            continue;
        };
        let unit = |at: usize| {
            words.hit(at, |item| matches!(item, Item::Time(time) if words.lexicon.entries.time[usize::from(time)].unit.as_deref() == Some("year"))).is_some()
        };
        let bracketed = at > 0 && words.is_sign(at - 1, '(') && words.is_sign(at + 1, ')');
        let age = u8::try_from(number)
            .ok()
            .filter(|_| number <= OLDEST && (unit(at + 1) || bracketed));
        return age.map(|age| (age, at));
    }
    None
}

fn number_at(words: &Words, at: usize) -> Option<u64> {
    words.token(at)?.number()
}

/// «البالغ من العمر», «ذو», «عمره».
fn leads_to_age(words: &Words, at: usize) -> bool {
    words.in_class(at, "age")
}

/// Sex by the word before the name («الطفلة», «السيدة») or by the age's own word («البالغة»).
fn sex(words: &Words, entity: &Entity, age_at: Option<usize>) -> Option<&'static str> {
    let start = entity.tokens.start;
    let titled = entity.name.as_ref().is_some_and(|name| name.start > start);
    if titled {
        if let Some(hit) = words.hit(start, |item| matches!(item, Item::People(_)))
            && let Item::People(people) = hit.sense.item
            && words.lexicon.entries.people[usize::from(people)].class == "woman"
        {
            return Some("female");
        }
        let word = words.word(start);
        let person = matches!(
            entity.kind,
            EntityKind::Person | EntityKind::People(_) | EntityKind::Source(_)
        );
        return person.then_some(if word.ends_with('ه') || words.in_class(start, "female") {
            "female"
        } else {
            "male"
        });
    }
    let behind = age_at
        .and_then(|at| (entity.tokens.end..at).find(|&token| words.in_class(token, "age")))?;
    let word = words.word(behind);
    word.contains("بالغ").then_some(if word.ends_with('ه') {
        "female"
    } else {
        "male"
    })
}

#[cfg(test)]
mod tests {
    use musnad_model::Report;

    use crate::Coder;

    /// `expected` holds `name role [age] [sex]` of each person.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let lexicon = musnad_data::lexicon().unwrap();
        let report = Report {
            id: "t".to_owned(),
            text: text.to_owned(),
            country: Some("SY".to_owned()),
            ..Report::default()
        };
        let claims = Coder::new(&lexicon).code(&report).claims;
        let found: Vec<String> = claims
            .iter()
            .flat_map(|claim| &claim.persons)
            .map(|person| {
                let role = serde_json::to_value(person.role).unwrap();
                let age = person.age.map_or(String::new(), |age| format!(" {age}"));
                let sex = person
                    .sex
                    .as_deref()
                    .map_or(String::new(), |sex| format!(" {sex}"));
                format!("{} {}{age}{sex}", person.name, role.as_str().unwrap())
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_named_victim_has_age_and_sex() {
        check(
            "قتلت الطفلة سعاد محمود (9 أعوام) بقصف على سرمين",
            &["سعاد محمود killed 9 female"],
        );
        check(
            "استشهد الشاب خالد عمر (22 عاما) برصاص قناص في درعا",
            &["خالد عمر killed 22 male"],
        );
        check(
            "أصيب محمد حسن البالغ من العمر 14 عاما بانفجار لغم في دير الزور",
            &["محمد حسن injured 14 male"],
        );
    }

    #[test]
    fn a_rank_is_no_part_of_the_name() {
        check(
            "قتل العميد سامر محمود في كمين قرب تدمر",
            &["سامر محمود killed male"],
        );
    }

    #[test]
    fn a_person_without_a_title_has_no_sex() {
        check("مقتل محمد حسن برصاص مجهولين في درعا", &["محمد حسن killed"]);
    }

    #[test]
    fn a_detained_person_is_named() {
        check(
            "اعتقلت قوات الأمن الناشط خالد حسن في السويداء",
            &["خالد حسن detained male"],
        );
    }
}
