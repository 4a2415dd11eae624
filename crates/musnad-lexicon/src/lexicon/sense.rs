//! What a form can mean: the entry behind it, and what clitics it takes.

use crate::paradigm::VerbForm;

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

/// The number of a class of function words, for which the coder asks by name.
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
    /// [`Lexicon::rests`](crate::Lexicon::rests) of the words that must follow.
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
