//! The compiled lexicon: every form of every entry, ready for lookup.

use musnad_text::{FurniturePhrases, fold};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::entries::Entries;
use crate::gazetteer::Gazetteer;
use crate::paradigm::{VerbForm, paradigm};
use crate::pattern::Pattern;

/// Which way a trigger names its event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TriggerKind {
    /// A verb; its subject is the actor.
    Verb(VerbForm),
    /// A verb in the passive; its subject is the recipient.
    Passive(VerbForm),
    /// A verbal noun.
    Masdar,
    /// Another noun that names the event.
    Noun,
    /// A passive participle.
    Participle,
}

/// How a nation is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NationForm {
    /// «تركيا».
    Name,
    /// «تركي», «تركية».
    Adjective,
    /// «أتراك».
    People,
}

/// Closed classes of function words that the coder asks for by name.
pub type Class = u16;

/// The entry behind a sense: its kind and its position in [`Entries`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "named after the lists of `Entries`")]
pub enum Item {
    Reporting(u16),
    ReportingPreposition(u16),
    Casualty(u16),
    People(u16),
    Source(u16),
    Title(u16),
    /// An actor's full name or alias.
    Actor(u16),
    /// A definite short form of an actor.
    ActorShort(u16),
    Nation(u16, NationForm),
    Means(u16),
    /// An event and how the word names it; the last number is 0, or 1 + the position in
    /// [`Lexicon::rests`] of the words that must follow.
    Trigger(u16, TriggerKind, u16),
    /// A month: position in `months`, position of its name.
    Month(u16, u16),
    Weekday(u16),
    Time(u16),
    Numeral(u16),
    Bound(u16),
    Class(u16),
    PlaceKind(u16),
    Bearing(u16),
    Unit(u16),
    /// A given name; `true` if it is also a common word.
    GivenName(bool),
    /// «أبو», «عبد»: begins or goes on with a name.
    NameHead,
}

/// What clitics a word takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Pos {
    /// و ف, س ل before a present, object pronouns.
    Verb,
    /// و ف ب ل ك, ال or a pronoun.
    Noun,
    /// و ف ب ل ك; its ال is its own.
    Name,
    /// و ف, and ب ل ك for some; no suffix.
    Particle,
}

/// Number by the word's own form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GrammaticalNumber {
    /// One, or a verb whose subject follows.
    #[default]
    Singular,
    /// Two: the form carries the number.
    Dual,
    /// Many.
    Plural,
}

/// One meaning of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sense {
    /// The entry.
    pub item: Item,
    /// What clitics it takes.
    pub pos: Pos,
    /// Number by its form.
    pub number: GrammaticalNumber,
}

/// A form of several words: the words after the first, and the meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Folded words after the first.
    pub rest: Box<[Box<str>]>,
    /// The meaning.
    pub sense: Sense,
}

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
    fn new(context: &crate::files::Context) -> ContextWords {
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
    words: FxHashMap<Box<str>, Vec<Sense>>,
    phrases: FxHashMap<Box<str>, Vec<Phrase>>,
    idioms: FxHashMap<Box<str>, Vec<(u16, u16)>>,
    hash: String,
}

/// The word without its article; words of fewer than two letters keep it.
pub fn strip_article(word: &str) -> &str {
    match word.strip_prefix("ال") {
        Some(bare) if bare.chars().count() >= 2 => bare,
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
            words: FxHashMap::default(),
            phrases: FxHashMap::default(),
            idioms: FxHashMap::default(),
            hash,
            entries: Entries::default(),
        };
        lexicon.words.reserve(40_000);
        lexicon.reporting(&entries);
        lexicon.nouns(&entries);
        lexicon.names(&entries);
        lexicon.events(&entries);
        lexicon.closed_lists(&entries);
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
    pub fn crosswalk(&self, codes: &str) -> Option<&crate::files::CrosswalkRow> {
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

    fn add(&mut self, form: &str, sense: Sense) {
        let folded = fold(form);
        let mut words = folded.split(' ').filter(|word| !word.is_empty());
        let Some(first) = words.next() else { return };
        // «ألغام» folds to «الغام», whose first letters are no article
        let has_article = form.trim_start().starts_with("ال");
        let bare_first = if has_article {
            strip_article(first)
        } else {
            first
        };
        // «وفقا ل»: the last letter is attached to the next word of the text
        let rest: Box<[Box<str>]> = words
            .filter(|word| !matches!(*word, "ل" | "ب" | "ك"))
            .map(Into::into)
            .collect();
        if rest.is_empty() {
            // a noun is listed without its article, a name or particle as it is written
            let key = if sense.pos == Pos::Noun {
                bare_first
            } else {
                first
            };
            match self.words.get_mut(key) {
                Some(senses) => senses.push(sense),
                None => {
                    self.words.insert(key.into(), vec![sense]);
                }
            }
        } else {
            let phrase = Phrase { rest, sense };
            self.phrases
                .entry(bare_first.into())
                .or_default()
                .push(phrase);
        }
    }

    fn add_noun_forms(&mut self, forms: &crate::files::NounForms, item: Item) {
        for (list, number) in [
            (&forms.singular, GrammaticalNumber::Singular),
            (&forms.dual, GrammaticalNumber::Dual),
            (&forms.plural, GrammaticalNumber::Plural),
        ] {
            for form in list {
                self.add(
                    form,
                    Sense {
                        item,
                        pos: Pos::Noun,
                        number,
                    },
                );
            }
        }
    }

    /// Adds the paradigm of `verb`, written `past / present` with words after either that must follow.
    fn add_verb(&mut self, verb: &str, item: impl Fn(VerbForm, u16) -> Item) {
        let Some((past, present)) = verb.split_once('/') else {
            return;
        };
        let mut past_words = past.split_whitespace();
        let mut present_words = present.split_whitespace();
        let (Some(past), Some(present)) = (past_words.next(), present_words.next()) else {
            return;
        };
        let rest: Vec<Box<str>> = {
            let after: Vec<&str> = present_words.collect();
            let after = if after.is_empty() {
                past_words.collect()
            } else {
                after
            };
            after
                .iter()
                .map(|word| fold(word))
                .filter(|word| word.chars().count() > 1)
                .map(Into::into)
                .collect()
        };
        let rest = if rest.is_empty() {
            0
        } else {
            self.rests.push(rest);
            number(self.rests.len())
        };
        for form in paradigm(past, present) {
            let number = if form.plural {
                GrammaticalNumber::Plural
            } else {
                GrammaticalNumber::Singular
            };
            let pos = if form.part == VerbForm::Participle {
                Pos::Noun
            } else {
                Pos::Verb
            };
            let sense = Sense {
                item: item(form.part, rest),
                pos,
                number,
            };
            match self.words.get_mut(form.form.as_str()) {
                Some(senses) => senses.push(sense),
                None => {
                    self.words.insert(form.form.into(), vec![sense]);
                }
            }
        }
    }

    fn reporting(&mut self, entries: &Entries) {
        for (at, entry) in entries.reporting.iter().enumerate() {
            let item = Item::Reporting(number(at));
            for verb in &entry.verb {
                self.add_verb(verb, |_, _| item);
            }
            for form in &entry.masdar {
                self.add(
                    form,
                    Sense {
                        item,
                        pos: Pos::Noun,
                        number: GrammaticalNumber::Singular,
                    },
                );
            }
            for form in &entry.forms {
                self.add(
                    form,
                    Sense {
                        item,
                        pos: Pos::Verb,
                        number: GrammaticalNumber::Singular,
                    },
                );
            }
            let preposition = Item::ReportingPreposition(number(at));
            for form in &entry.prepositions {
                self.add(
                    form,
                    Sense {
                        item: preposition,
                        pos: Pos::Particle,
                        number: GrammaticalNumber::Singular,
                    },
                );
            }
            let frames = entry
                .frames
                .iter()
                .filter_map(|frame| Pattern::compile(&format!("فعل {frame}"), None, |_| None).ok());
            self.frames.push(frames.collect());
        }
    }

    fn nouns(&mut self, entries: &Entries) {
        for (at, entry) in entries.casualties.iter().enumerate() {
            self.add_noun_forms(&entry.forms, Item::Casualty(number(at)));
        }
        for (at, entry) in entries.people.iter().enumerate() {
            self.add_noun_forms(&entry.forms, Item::People(number(at)));
        }
        for (at, entry) in entries.sources.iter().enumerate() {
            self.add_noun_forms(&entry.forms, Item::Source(number(at)));
        }
        let noun = |item| Sense {
            item,
            pos: Pos::Noun,
            number: GrammaticalNumber::Singular,
        };
        for (at, entry) in entries.titles.iter().enumerate() {
            for form in &entry.forms {
                self.add(form, noun(Item::Title(number(at))));
            }
        }
        for (at, entry) in entries.means.iter().enumerate() {
            for form in &entry.forms {
                self.add(form, noun(Item::Means(number(at))));
            }
        }
        for (at, entry) in entries.place_kinds.iter().enumerate() {
            for form in &entry.forms {
                self.add(form, noun(Item::PlaceKind(number(at))));
            }
        }
        for (at, entry) in entries.bearings.iter().enumerate() {
            for form in &entry.forms {
                self.add(form, noun(Item::Bearing(number(at))));
            }
        }
        for (at, entry) in entries.units.iter().enumerate() {
            for form in &entry.forms {
                self.add(form, noun(Item::Unit(number(at))));
            }
        }
    }

    fn names(&mut self, entries: &Entries) {
        let name = |item| Sense {
            item,
            pos: Pos::Name,
            number: GrammaticalNumber::Singular,
        };
        for (at, actor) in entries.actors.iter().enumerate() {
            self.add(&actor.name.ar, name(Item::Actor(number(at))));
            for alias in &actor.alias {
                let item = if alias.kind == "short" {
                    Item::ActorShort(number(at))
                } else {
                    Item::Actor(number(at))
                };
                self.add(&alias.text, name(item));
            }
        }
        for (at, nation) in entries.nations.iter().enumerate() {
            let item = |form| Item::Nation(number(at), form);
            self.add(&nation.ar, name(item(NationForm::Name)));
            for form in &nation.names {
                self.add(form, name(item(NationForm::Name)));
            }
            let adjective = Sense {
                pos: Pos::Noun,
                ..name(item(NationForm::Adjective))
            };
            for form in [&nation.adjective.masculine, &nation.adjective.feminine]
                .into_iter()
                .chain(&nation.adjective_variants)
                .filter(|form| !form.is_empty())
            {
                self.add(form, adjective);
            }
            let people = Sense {
                pos: Pos::Noun,
                number: GrammaticalNumber::Plural,
                item: item(NationForm::People),
            };
            for form in &nation.plural {
                self.add(form, people);
            }
        }
    }

    fn events(&mut self, entries: &Entries) {
        for (at, event) in entries.events.iter().enumerate() {
            let at = number(at);
            for verb in &event.triggers.verb {
                self.add_verb(verb, |part, rest| {
                    Item::Trigger(at, TriggerKind::Verb(part), rest)
                });
            }
            for verb in &event.triggers.passive {
                self.add_verb(verb, |part, rest| match part {
                    // the active participle of a passive verb is nothing
                    VerbForm::Participle => Item::Trigger(at, TriggerKind::Verb(part), rest),
                    part => Item::Trigger(at, TriggerKind::Passive(part), rest),
                });
            }
            for (list, kind) in [
                (&event.triggers.masdar, TriggerKind::Masdar),
                (&event.triggers.noun, TriggerKind::Noun),
                (&event.triggers.participle, TriggerKind::Participle),
            ] {
                for form in list {
                    let sense = Sense {
                        item: Item::Trigger(at, kind, 0),
                        pos: Pos::Noun,
                        number: GrammaticalNumber::Singular,
                    };
                    self.add(form, sense);
                }
            }
            let patterns = event.pattern.iter().filter_map(|pattern| {
                let compiled = Pattern::compile(&pattern.when, pattern.gap, |name| {
                    event.sets.get(name).cloned()
                });
                Some((pattern.id.clone(), compiled.ok()?))
            });
            let patterns: Vec<(String, Pattern)> = patterns.collect();
            for (position, (_, pattern)) in patterns.iter().enumerate() {
                let forms = pattern.elements.iter().find_map(|element| match element {
                    crate::pattern::Element::Words {
                        any, trigger: true, ..
                    } => Some(any),
                    _ => None,
                });
                for first in forms.into_iter().flatten().filter_map(|form| form.first()) {
                    let starts = self.idioms.entry(first.clone()).or_default();
                    if !starts.contains(&(at, number(position))) {
                        starts.push((at, number(position)));
                    }
                }
            }
            self.patterns.push(patterns);
        }
    }

    fn closed_lists(&mut self, entries: &Entries) {
        let sense = |item, pos| Sense {
            item,
            pos,
            number: GrammaticalNumber::Singular,
        };
        for (at, month) in entries.months.iter().enumerate() {
            for (name, text) in month.name.iter().enumerate() {
                self.add(
                    &text.text,
                    sense(Item::Month(number(at), number(name)), Pos::Name),
                );
            }
        }
        for (at, day) in entries.weekdays.iter().enumerate() {
            for form in &day.forms {
                self.add(form, sense(Item::Weekday(number(at)), Pos::Name));
            }
        }
        for (at, word) in entries.time.iter().enumerate() {
            // «أمس» is also «الأمس», «الماضي» never without its article
            let pos = if word.forms.iter().all(|form| form.starts_with("ال")) {
                Pos::Name
            } else {
                Pos::Noun
            };
            for form in &word.forms {
                self.add(
                    form,
                    sense(
                        Item::Time(number(at)),
                        if form.starts_with("ال") {
                            Pos::Name
                        } else {
                            pos
                        },
                    ),
                );
            }
        }
        for (at, numeral) in entries.numbers.iter().enumerate() {
            for form in &numeral.forms {
                self.add(form, sense(Item::Numeral(number(at)), Pos::Noun));
            }
        }
        for (at, bound) in entries.bounds.iter().enumerate() {
            for form in &bound.forms {
                self.add(form, sense(Item::Bound(number(at)), Pos::Noun));
            }
        }
        for form in &entries.names.given {
            self.add(form, sense(Item::GivenName(false), Pos::Name));
        }
        for form in &entries.names.ambiguous {
            self.add(form, sense(Item::GivenName(true), Pos::Name));
        }
        for form in &entries.names.surname_heads {
            self.add(form, sense(Item::NameHead, Pos::Name));
        }
        for (at, class) in entries.classes.iter().enumerate() {
            let item = Item::Class(number(at));
            for form in &class.forms {
                if form.contains('/') {
                    self.add_verb(form, |_, _| item);
                } else {
                    self.add(form, sense(item, Pos::Particle));
                }
            }
            for noun in &class.nouns {
                self.add(noun, sense(item, Pos::Noun));
            }
        }
    }
}
