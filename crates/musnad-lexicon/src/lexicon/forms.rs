//! Which forms each entry of the data files gives, and what they mean.

use musnad_text::fold;

use super::{
    GrammaticalNumber, Item, Lexicon, NationForm, Phrase, Pos, Sense, TriggerKind, number,
    strip_article,
};
use crate::entries::Entries;
use crate::files::NounForms;
use crate::paradigm::{VerbForm, paradigm};
use crate::pattern::{Element, Pattern};

/// A sense in the singular, as most forms have it.
fn sense(item: Item, pos: Pos) -> Sense {
    Sense {
        item,
        pos,
        number: GrammaticalNumber::Singular,
    }
}

impl Lexicon {
    /// Adds all forms of all entries.
    pub(super) fn add_entries(&mut self, entries: &Entries) {
        self.reporting(entries);
        self.nouns(entries);
        self.names(entries);
        self.events(entries);
        self.closed_lists(entries);
    }

    /// Adds a form as it is written in a data file, of one word or more.
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
            self.add_word(key, sense);
        } else {
            let phrase = Phrase { rest, sense };
            self.phrases
                .entry(bare_first.into())
                .or_default()
                .push(phrase);
        }
    }

    /// Adds a meaning to a folded form of one word.
    fn add_word(&mut self, folded: &str, sense: Sense) {
        match self.words.get_mut(folded) {
            Some(senses) => senses.push(sense),
            None => {
                self.words.insert(folded.into(), vec![sense]);
            }
        }
    }

    fn add_all<'a>(&mut self, forms: impl IntoIterator<Item = &'a String>, sense: Sense) {
        for form in forms {
            self.add(form, sense);
        }
    }

    fn add_noun_forms(&mut self, forms: &NounForms, item: Item) {
        for (list, number) in [
            (&forms.singular, GrammaticalNumber::Singular),
            (&forms.dual, GrammaticalNumber::Dual),
            (&forms.plural, GrammaticalNumber::Plural),
        ] {
            let pos = Pos::Noun;
            self.add_all(list, Sense { item, pos, number });
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
            self.add_word(&form.form, sense);
        }
    }

    fn reporting(&mut self, entries: &Entries) {
        for (at, entry) in entries.reporting.iter().enumerate() {
            let item = Item::Reporting(number(at));
            for verb in &entry.verb {
                self.add_verb(verb, |_, _| item);
            }
            self.add_all(&entry.masdar, sense(item, Pos::Noun));
            self.add_all(&entry.forms, sense(item, Pos::Verb));
            let preposition = Item::ReportingPreposition(number(at));
            self.add_all(&entry.prepositions, sense(preposition, Pos::Particle));
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
        let noun = |item| sense(item, Pos::Noun);
        for (at, entry) in entries.titles.iter().enumerate() {
            self.add_all(&entry.forms, noun(Item::Title(number(at))));
        }
        for (at, entry) in entries.means.iter().enumerate() {
            self.add_all(&entry.forms, noun(Item::Means(number(at))));
        }
        for (at, entry) in entries.place_kinds.iter().enumerate() {
            self.add_all(&entry.forms, noun(Item::PlaceKind(number(at))));
        }
        for (at, entry) in entries.bearings.iter().enumerate() {
            self.add_all(&entry.forms, noun(Item::Bearing(number(at))));
        }
        for (at, entry) in entries.units.iter().enumerate() {
            self.add_all(&entry.forms, noun(Item::Unit(number(at))));
        }
    }

    fn names(&mut self, entries: &Entries) {
        let name = |item| sense(item, Pos::Name);
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
            self.add_all(&nation.names, name(item(NationForm::Name)));
            let adjectives = [&nation.adjective.masculine, &nation.adjective.feminine]
                .into_iter()
                .chain(&nation.adjective_variants)
                .filter(|form| !form.is_empty());
            self.add_all(adjectives, sense(item(NationForm::Adjective), Pos::Noun));
            let people = Sense {
                number: GrammaticalNumber::Plural,
                ..sense(item(NationForm::People), Pos::Noun)
            };
            self.add_all(&nation.plural, people);
            // «سوريان»; «سوريين» is written like the plural
            let two = Sense {
                number: GrammaticalNumber::Dual,
                ..people
            };
            let masculine = &nation.adjective.masculine;
            if masculine.ends_with('ي') {
                for ending in ["ان", "تان", "تين"] {
                    self.add(&format!("{masculine}{ending}"), two);
                }
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
                self.add_all(list, sense(Item::Trigger(at, kind, 0), Pos::Noun));
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
                    Element::Words {
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
        for (at, month) in entries.months.iter().enumerate() {
            for (name, text) in month.name.iter().enumerate() {
                let item = Item::Month(number(at), number(name));
                self.add(&text.text, sense(item, Pos::Name));
            }
        }
        for (at, day) in entries.weekdays.iter().enumerate() {
            self.add_all(&day.forms, sense(Item::Weekday(number(at)), Pos::Name));
        }
        for (at, word) in entries.time.iter().enumerate() {
            for form in &word.forms {
                // «أمس» is also «الأمس», «الماضي» never without its article
                let pos = if form.starts_with("ال") {
                    Pos::Name
                } else {
                    Pos::Noun
                };
                self.add(form, sense(Item::Time(number(at)), pos));
            }
        }
        for (at, numeral) in entries.numbers.iter().enumerate() {
            self.add_all(&numeral.forms, sense(Item::Numeral(number(at)), Pos::Noun));
        }
        for (at, bound) in entries.bounds.iter().enumerate() {
            self.add_all(&bound.forms, sense(Item::Bound(number(at)), Pos::Noun));
        }
        let names = &entries.names;
        self.add_all(&names.given, sense(Item::GivenName(false), Pos::Name));
        self.add_all(&names.ambiguous, sense(Item::GivenName(true), Pos::Name));
        self.add_all(&names.surname_heads, sense(Item::NameHead, Pos::Name));
        for (at, class) in entries.classes.iter().enumerate() {
            let item = Item::Class(number(at));
            for form in &class.forms {
                if form.contains('/') {
                    self.add_verb(form, |_, _| item);
                } else {
                    self.add(form, sense(item, Pos::Particle));
                }
            }
            self.add_all(&class.nouns, sense(item, Pos::Noun));
        }
    }
}
