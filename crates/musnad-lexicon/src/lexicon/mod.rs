//! The compiled lexicon: every form of every entry, ready for lookup.
//!
//! `sense` says what a form can mean, `forms` which forms each entry gives; the tables and the
//! questions that they answer stand here.

mod forms;
mod sense;

use musnad_text::{FurniturePhrases, fold};
use rustc_hash::{FxHashMap, FxHashSet};

pub use self::sense::{
    Class, GrammaticalNumber, Item, NationForm, Phrase, Pos, Sense, TriggerKind,
};
use crate::entries::Entries;
use crate::files::{Context, CrosswalkRow};
use crate::gazetteer::Gazetteer;
use crate::pattern::Pattern;

/// The words beside an event's triggers that decide whether it counts: phrases, each a list of folded
/// words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContextWords {
    /// Just before the trigger they make it something else.
    pub before_not: Vec<Vec<Box<str>>>,
    /// Just after it they make it something else.
    pub after_not: Vec<Vec<Box<str>>>,
    /// One of these must stand within the next words, if there are any.
    pub after: Vec<Vec<Box<str>>>,
}

impl ContextWords {
    fn new(context: &Context) -> ContextWords {
        let fold_all = |phrases: &[String]| {
            phrases
                .iter()
                .map(|phrase| fold(phrase).split(' ').map(Into::into).collect())
                .collect()
        };
        ContextWords {
            before_not: fold_all(&context.before_not),
            after_not: fold_all(&context.after_not),
            after: fold_all(&context.after),
        }
    }
}

/// The compiled lexicon.
#[derive(Debug)]
pub struct Lexicon {
    /// What the files say.
    pub entries: Entries,
    /// Places by name.
    pub gazetteer: Gazetteer,
    /// Frames of each reporting entry, compiled.
    pub frames: Vec<Vec<Pattern>>,
    /// Patterns of each event, compiled, with the id of each.
    pub patterns: Vec<Vec<(String, Pattern)>>,
    /// Context words of each event, folded.
    pub contexts: Vec<ContextWords>,
    /// Words that must follow a verb of several words, by number.
    pub rests: Vec<Vec<Box<str>>>,
    /// Phrases of furniture.
    pub furniture: FurniturePhrases,
    /// Position of the event that each casualty noun stands for.
    pub casualty_events: Vec<Option<u16>>,
    /// Position in the crosswalk of each event's codes.
    codes: FxHashMap<String, usize>,
    classes: FxHashMap<String, Class>,
    lists: FxHashMap<String, FxHashSet<String>>,
    /// The words of all lists.
    listed: FxHashSet<String>,
    words: FxHashMap<Box<str>, Vec<Sense>>,
    phrases: FxHashMap<Box<str>, Vec<Phrase>>,
    idioms: FxHashMap<Box<str>, Vec<(u16, u16)>>,
    hash: String,
}

/// The word without its article; words of fewer than two letters keep it.
pub fn strip_article(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(bare) if bare.chars().nth(1).is_some() => bare,
        Some(_) | None => word,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "no list of entries comes near 65,536"
)]
fn number(at: usize) -> u16 {
    at as u16
}

impl Lexicon {
    /// Makes the lookup tables. `hash` names the version of the data.
    pub fn compile(mut entries: Entries, hash: String) -> Lexicon {
        let gazetteer = Gazetteer::compile(std::mem::take(&mut entries.places));
        let furniture = FurniturePhrases::new(
            entries.furniture.line.iter().map(String::as_str),
            entries.furniture.tail.iter().map(String::as_str),
            entries.furniture.whole.iter().map(String::as_str),
        );
        let mut lexicon = Lexicon {
            gazetteer,
            furniture,
            frames: Vec::new(),
            patterns: Vec::new(),
            contexts: entries
                .events
                .iter()
                .map(|event| ContextWords::new(&event.context))
                .collect(),
            rests: Vec::new(),
            casualty_events: entries
                .casualties
                .iter()
                .map(|entry| {
                    entries
                        .events
                        .iter()
                        .position(|event| event.id == entry.event)
                        .map(number)
                })
                .collect(),
            codes: entries
                .crosswalk
                .iter()
                .enumerate()
                .map(|(at, row)| (row.codes.clone(), at))
                .collect(),
            classes: entries
                .classes
                .iter()
                .enumerate()
                .map(|(at, class)| (class.id.clone(), number(at)))
                .collect(),
            lists: entries
                .lists
                .iter()
                .map(|list| {
                    let words = list.words.iter().map(|word| fold(word)).collect();
                    (list.id.clone(), words)
                })
                .collect(),
            listed: entries
                .lists
                .iter()
                .flat_map(|list| &list.words)
                .map(|word| fold(word))
                .collect(),
            words: FxHashMap::default(),
            phrases: FxHashMap::default(),
            idioms: FxHashMap::default(),
            hash,
            entries: Entries::default(),
        };
        lexicon.words.reserve(40_000);
        lexicon.add_entries(&entries);
        lexicon.sort();
        lexicon.entries = entries;
        lexicon
    }

    /// Orders the senses of each form, and its phrases, the longest first.
    #[expect(
        clippy::iter_over_hash_type,
        reason = "each value is put in order by itself"
    )]
    fn sort(&mut self) {
        for senses in self.words.values_mut() {
            senses.sort_unstable();
            senses.dedup();
        }
        for phrases in self.phrases.values_mut() {
            phrases.sort_by(|a, b| b.rest.len().cmp(&a.rest.len()).then(a.sense.cmp(&b.sense)));
        }
    }

    /// Version of the data.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The number of a closed class; `None` where the data hold no such class.
    pub fn class(&self, id: &str) -> Option<Class> {
        self.classes.get(id).copied()
    }

    /// Whether a word list of the grammar holds this folded word, letter by letter. `false` too where
    /// the data hold no such list.
    pub fn lists(&self, id: &str, folded: &str) -> bool {
        self.lists.get(id).is_some_and(|list| list.contains(folded))
    }

    /// Whether any word list of the grammar holds this folded word.
    pub fn lists_anywhere(&self, folded: &str) -> bool {
        self.listed.contains(folded)
    }

    /// The meanings of a folded form, clitics not stripped.
    pub fn senses(&self, folded: &str) -> &[Sense] {
        self.words.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The phrases whose first word, without article, is `folded`; the longest first.
    pub fn phrases(&self, folded: &str) -> &[Phrase] {
        self.phrases.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The patterns whose trigger begins with this folded word: event and position of the pattern.
    pub fn idioms(&self, folded: &str) -> &[(u16, u16)] {
        self.idioms.get(folded).map_or(&[], Vec::as_slice)
    }

    /// The crosswalk row of these codes.
    pub fn crosswalk(&self, codes: &str) -> Option<&CrosswalkRow> {
        self.codes.get(codes).map(|&at| &self.entries.crosswalk[at])
    }

    /// All single-word forms; the order is not defined.
    pub fn forms(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(AsRef::as_ref)
    }

    /// All forms of the entry `item`, folded and sorted: what `musnad lexicon show` prints.
    pub fn forms_of(&self, is: impl Fn(Item) -> bool) -> Vec<String> {
        let mut out: Vec<String> = self
            .words
            .keys()
            .filter(|form| self.words[*form].iter().any(|sense| is(sense.item)))
            .map(ToString::to_string)
            .collect();
        let mut firsts: Vec<&Box<str>> = self.phrases.keys().collect();
        firsts.sort();
        for first in firsts {
            for phrase in self.phrases[first]
                .iter()
                .filter(|phrase| is(phrase.sense.item))
            {
                out.push(format!("{first} {}", phrase.rest.join(" ")));
            }
        }
        out.sort();
        out
    }
}
