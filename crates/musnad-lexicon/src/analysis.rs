//! Clitic-aware lookup: a word is taken apart only where the lexicon knows the stem.

use crate::lexicon::{Item, Lexicon, Pos, Sense, TriggerKind, strip_article};
use crate::paradigm::VerbForm;

/// What was split from a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Split {
    /// «و» or «ف».
    pub conjunction: Option<char>,
    /// «ب», «ل», «ك», or «س» of the future.
    pub preposition: Option<char>,
    /// «ال».
    pub article: bool,
    /// Letters of an attached pronoun.
    pub suffix: u8,
    /// The alef of tanwin was split off («هجوما»).
    pub tanwin: bool,
    /// How many letters stand before the stem, the article not counted.
    pub prefix: u8,
}

impl Split {
    /// How much was split off: names and whole words are tried first.
    pub fn cost(&self) -> u8 {
        u8::from(self.conjunction.is_some())
            + u8::from(self.preposition.is_some())
            + u8::from(self.suffix > 0)
    }
}

/// One meaning of a word with what was split from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reading {
    /// What was split off.
    pub split: Split,
    /// The meaning of the stem.
    pub sense: Sense,
}

const SUFFIXES: [&str; 11] = [
    "ه", "ها", "هم", "هما", "هن", "نا", "كم", "ي", "ك", "ا", "ني",
];

impl Lexicon {
    /// All readings of a folded word, those with the least split off; sorted.
    pub fn readings(&self, word: &str) -> Vec<Reading> {
        let mut out = Vec::new();
        each_stem(word, |stem, split| {
            for &sense in self.senses(stem) {
                // «أيدي» hands, not «أيّد» with «me»: a verb takes «ني»
                let object_of_first_person =
                    sense.pos == Pos::Verb && split.suffix == 1 && word.ends_with(['ي', 'ك']);
                if legal(sense, split) && !object_of_first_person {
                    out.push(Reading { split, sense });
                }
            }
        });
        let least = out
            .iter()
            .map(|reading| reading.split.cost())
            .min()
            .unwrap_or(0);
        out.retain(|reading| reading.split.cost() == least);
        out.sort_unstable();
        out.dedup();
        out
    }

    /// Calls `visit` with every stem that can begin a phrase (article and tanwin stripped) and what was
    /// split off before it.
    pub fn each_phrase_start(word: &str, mut visit: impl FnMut(&str, Split)) {
        each_prefix(word, |rest, split| {
            visit(rest, split);
            if let Some(bare) = rest.strip_suffix('ا')
                && bare.chars().count() >= 3
            {
                visit(bare, split);
            }
        });
    }
}

/// Calls `visit` with every stem of the word that clitics allow, whether known or not.
fn each_stem(word: &str, mut visit: impl FnMut(&str, Split)) {
    let mut buffer = String::with_capacity(word.len() + 4);
    if word.starts_with("ال") {
        // a name keeps its article
        visit(word, Split::default());
    }
    each_prefix(word, |rest, split| {
        if !split.article {
            visit(rest, split);
            // «للتنظيم»: the name keeps its article, which the spelling has swallowed
        } else if split.preposition == Some('ل')
            || split.conjunction.is_some()
            || split.preposition.is_some()
        {
            buffer.clear();
            buffer.push_str("ال");
            buffer.push_str(rest);
            let kept = Split {
                article: false,
                ..split
            };
            visit(&buffer, kept);
            visit(rest, split);
        } else {
            visit(rest, split);
        }
        for suffix in SUFFIXES {
            let Some(stem) = rest.strip_suffix(suffix) else {
                continue;
            };
            if stem.chars().count() < 2 {
                continue;
            }
            // tanwin costs nothing
            let letters = if suffix == "ا" {
                0
            } else {
                u8::try_from(suffix.chars().count()).unwrap_or(1)
            };
            if letters > 0 && split.article {
                continue;
            }
            let split = Split {
                suffix: letters,
                tanwin: letters == 0,
                ..split
            };
            visit(stem, split);
            if letters > 0
                && let Some(bare) = stem.strip_suffix('ا')
            {
                // «تبناها»: the ya of a defective verb is written as alef before an object
                buffer.clear();
                buffer.push_str(bare);
                buffer.push('ي');
                visit(&buffer, split);
            }
            if letters > 0
                && let Some(bare) = stem.strip_suffix('ت')
            {
                // «مدينتهم»: the ta marbuta is written open before a pronoun
                buffer.clear();
                buffer.push_str(bare);
                buffer.push('ه');
                visit(&buffer, split);
            }
            if letters > 0 && stem.ends_with(['ا', 'و']) {
                // «حلفاؤه», «حلفائه»: the hamza before a pronoun
                buffer.clear();
                buffer.push_str(stem.strip_suffix('و').unwrap_or(stem));
                buffer.push('ء');
                visit(&buffer, split);
            }
            if letters > 0 && stem.ends_with('ي') {
                buffer.clear();
                buffer.push_str(stem.strip_suffix('ي').unwrap_or(stem));
                buffer.push('ء');
                visit(&buffer, split);
            }
        }
    });
}

/// Calls `visit` with what is left of the word after every legal chain of prefixes.
fn each_prefix(word: &str, mut visit: impl FnMut(&str, Split)) {
    for conjunction in [None, Some('و'), Some('ف')] {
        let Some(after) = without(word, conjunction) else {
            continue;
        };
        for preposition in [None, Some('ب'), Some('ل'), Some('ك'), Some('س')] {
            let Some(rest) = without(after, preposition) else {
                continue;
            };
            if rest.chars().count() < 2 {
                continue;
            }
            let prefix = u8::from(conjunction.is_some()) + u8::from(preposition.is_some());
            let split = Split {
                conjunction,
                preposition,
                article: false,
                suffix: 0,
                tanwin: false,
                prefix,
            };
            visit(rest, split);
            let bare = strip_article(rest);
            if bare.len() < rest.len() {
                visit(
                    bare,
                    Split {
                        article: true,
                        ..split
                    },
                );
            }
            // «لل» is ل and an article whose alef is not written
            if preposition == Some('ل')
                && let Some(bare) = rest.strip_prefix('ل')
                && bare.chars().count() >= 2
            {
                visit(
                    bare,
                    Split {
                        article: true,
                        prefix: prefix + 1,
                        ..split
                    },
                );
            }
        }
    }
}

fn without(word: &str, prefix: Option<char>) -> Option<&str> {
    match prefix {
        None => Some(word),
        Some(c) => word.strip_prefix(c),
    }
}

/// Whether a stem of this sense may carry what was split off.
fn legal(sense: Sense, split: Split) -> bool {
    match sense.pos {
        Pos::Verb => {
            !split.article
                && !split.tanwin
                && match split.preposition {
                    None => true,
                    Some('س' | 'ل') => is_present(sense.item),
                    Some(_) => false,
                }
        }
        Pos::Noun => split.preposition != Some('س'),
        Pos::Name => !split.article && split.suffix == 0 && split.preposition != Some('س'),
        Pos::Particle => !split.article && !split.tanwin && split.preposition != Some('س'),
    }
}

fn is_present(item: Item) -> bool {
    match item {
        Item::Trigger(_, TriggerKind::Verb(part) | TriggerKind::Passive(part), _) => {
            matches!(part, VerbForm::Present | VerbForm::Short)
        }
        // the other verbs do not remember their part; few of them clash
        Item::Reporting(_) | Item::Class(_) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entries::Entries;
    use crate::files::{Actor, EventFile, NamePair, People, Triggers};

    fn lexicon() -> Lexicon {
        let mut entries = Entries::default();
        entries.people.push(People {
            id: "resident".into(),
            ..People::default()
        });
        entries.people[0].forms.singular = vec!["مدينة".into(), "لجنة".into()];
        entries.people[0].forms.plural = vec!["حلفاء".into()];
        entries.events.push(EventFile {
            id: "attack".into(),
            triggers: Triggers {
                verb: vec!["هاجم / يهاجم".into()],
                masdar: vec!["هجوم".into()],
                ..Triggers::default()
            },
            ..EventFile::default()
        });
        entries.actors.push(Actor {
            id: "group".into(),
            name: NamePair {
                ar: "التنظيم".into(),
                en: "Group".into(),
            },
            ..Actor::default()
        });
        Lexicon::compile(entries, String::new())
    }

    #[track_caller]
    fn check(
        word: &str,
        conjunction: Option<char>,
        preposition: Option<char>,
        article: bool,
        suffix: u8,
    ) {
        let readings = lexicon().readings(&musnad_text::fold(word));
        assert!(
            readings.iter().any(|reading| {
                let split = reading.split;
                (
                    split.conjunction,
                    split.preposition,
                    split.article,
                    split.suffix,
                ) == (conjunction, preposition, article, suffix)
            }),
            "{readings:?}"
        );
    }

    #[test]
    fn clitics_are_split_where_the_stem_is_known() {
        check("هجوماً", None, None, false, 0);
        check("وبالهجوم", Some('و'), Some('ب'), true, 0);
        check("للهجوم", None, Some('ل'), true, 0);
        check("هجومهم", None, None, false, 2);
        check("سيهاجم", None, Some('س'), false, 0);
        check("فهاجموا", Some('ف'), None, false, 0);
        check("مدينتهم", None, None, false, 2);
        check("حلفاؤه", None, None, false, 1);
        check("للتنظيم", None, Some('ل'), false, 0);
        check("والتنظيم", Some('و'), None, false, 0);
    }

    #[test]
    fn a_whole_word_is_not_split() {
        assert!(
            lexicon()
                .readings("لجنه")
                .iter()
                .all(|reading| reading.split == Split::default())
        );
        assert!(lexicon().readings("بلجيكا").is_empty());
        assert!(lexicon().readings("سهجوم").is_empty());
    }
}
