//! The shapes of the data files, as `data/README.md` describes them.

use serde::{Deserialize, Serialize};

macro_rules! shapes {
    ($($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident : $type:ty,)* })*) => {
        $(
            $(#[$meta])*
            #[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
            #[serde(deny_unknown_fields, default)]
            pub struct $name { $($(#[$field_meta])* #[doc = concat!("Key `", stringify!($field), "` of the file.")] pub $field: $type,)* }
        )*
    };
}

shapes! {
    /// A sentence that must be read so.
    pub struct Test {
        pub text: String,
        pub r#match: Option<String>,
        pub source: Option<String>,
        pub via: Option<String>,
        pub content: Option<String>,
        pub stance: Option<String>,
        pub count: Option<toml_value::Count>,
        pub bound: Option<String>,
        pub scope: Option<String>,
        pub id: Option<String>,
        pub actor: Option<String>,
        pub recipient: Option<String>,
        pub place: Option<String>,
        pub value: Option<String>,
        pub grain: Option<String>,
        pub published: Option<String>,
        pub factuality: Option<String>,
        pub subset: Vec<SubsetTest>,
    }
    /// A part of a figure in a test.
    pub struct SubsetTest {
        pub r#match: String,
        pub count: Option<u64>,
    }
    /// A sentence in which the entry must not be found.
    pub struct Reject {
        pub text: String,
        pub why: String,
        pub published: Option<String>,
    }
    /// Singular, dual and plural of a noun.
    pub struct NounForms {
        pub singular: Vec<String>,
        pub dual: Vec<String>,
        pub plural: Vec<String>,
    }
    /// `ar/reporting/*.toml`
    pub struct ReportingFile {
        pub id: String,
        pub lemma: String,
        pub gloss: String,
        pub stance: String,
        pub tone: String,
        /// Whether the speaker says that the deed is his own.
        pub own_deed: bool,
        pub verb: Vec<String>,
        pub masdar: Vec<String>,
        pub forms: Vec<String>,
        pub prepositions: Vec<String>,
        pub frames: Vec<String>,
        pub test: Vec<Test>,
        pub reject: Vec<Reject>,
    }
    /// `ar/casualties/*.toml`
    pub struct CasualtyFile {
        pub id: String,
        pub lemma: String,
        pub gloss: String,
        pub effect: String,
        pub who: String,
        pub event: String,
        pub forms: NounForms,
        pub test: Vec<Test>,
        pub reject: Vec<Reject>,
    }
    /// An entry of `ar/people.toml`.
    pub struct People {
        pub id: String,
        pub gloss: String,
        pub who: String,
        pub class: String,
        pub sector: Option<String>,
        pub forms: NounForms,
    }
    /// An entry of `ar/sources.toml`.
    pub struct SourceNoun {
        pub id: String,
        pub gloss: String,
        pub kind: String,
        pub forms: NounForms,
    }
    /// An entry of `ar/titles.toml`.
    pub struct Title {
        pub id: String,
        pub gloss: String,
        pub sort: String,
        pub forms: Vec<String>,
    }
    /// Arabic and English name.
    pub struct NamePair {
        pub ar: String,
        pub en: String,
    }
    /// Another name of an actor.
    pub struct Alias {
        pub text: String,
        pub kind: String,
        pub used_by: Option<String>,
        pub source: Option<String>,
    }
    /// Whom an actor belongs to.
    pub struct Affiliation {
        pub of: String,
        pub r#as: String,
        pub from: Option<String>,
        pub to: Option<String>,
        pub source: String,
    }
    /// An entry of `ar/actors/*.toml`.
    pub struct Actor {
        pub id: String,
        pub r#type: String,
        pub sector: String,
        pub country: String,
        pub inter: Option<u8>,
        pub wikidata: Option<String>,
        pub name: NamePair,
        pub alias: Vec<Alias>,
        pub affiliation: Vec<Affiliation>,
    }
    /// Adjectives of a nation.
    pub struct Adjective {
        pub masculine: String,
        pub feminine: String,
    }
    /// An entry of `ar/nations.toml`.
    pub struct Nation {
        pub id: String,
        pub iso3: String,
        pub en: String,
        pub ar: String,
        pub names: Vec<String>,
        pub adjective: Adjective,
        pub adjective_variants: Vec<String>,
        pub plural: Vec<String>,
    }
    /// An entry of `ar/means.toml`.
    pub struct Means {
        pub id: String,
        pub gloss: String,
        pub codes: String,
        pub rank: u8,
        pub forms: Vec<String>,
    }
    /// Triggers of an event by voice.
    pub struct Triggers {
        pub verb: Vec<String>,
        pub passive: Vec<String>,
        pub masdar: Vec<String>,
        pub noun: Vec<String>,
        pub participle: Vec<String>,
    }
    /// How an event's slots are filled.
    pub struct Roles {
        pub actor: Vec<String>,
        pub recipient: Vec<String>,
        pub place: Vec<String>,
    }
    /// Words beside a trigger that decide whether it counts.
    pub struct Context {
        pub needs_object: Vec<String>,
        pub before_not: Vec<String>,
        pub after_not: Vec<String>,
        pub after: Vec<String>,
    }
    /// An idiom. `noun`: its trigger is a noun of action, not a verb.
    pub struct PatternEntry {
        pub id: String,
        pub when: String,
        pub gap: Option<u8>,
        pub noun: bool,
    }
    /// `ar/events/*.toml`
    pub struct EventFile {
        pub id: String,
        pub gloss: String,
        pub codes: String,
        pub effect: Option<String>,
        pub side: Option<String>,
        pub factuality: Option<String>,
        pub triggers: Triggers,
        pub roles: Roles,
        pub context: Context,
        pub sets: std::collections::BTreeMap<String, Vec<String>>,
        pub pattern: Vec<PatternEntry>,
        pub test: Vec<Test>,
        pub reject: Vec<Reject>,
    }
    /// One way to write a month.
    pub struct MonthName {
        pub text: String,
        pub calendar: String,
        pub region: String,
    }
    /// A month.
    pub struct Month {
        pub id: String,
        pub number: i8,
        pub name: Vec<MonthName>,
    }
    /// A weekday, 1 is Monday.
    pub struct Weekday {
        pub id: String,
        pub number: i8,
        pub forms: Vec<String>,
    }
    /// A word of the grammar of time.
    pub struct TimeWord {
        pub id: String,
        pub kind: String,
        pub value: Option<i32>,
        pub part: Option<String>,
        pub unit: Option<String>,
        pub forms: Vec<String>,
    }
    /// A numeral.
    pub struct Numeral {
        pub id: String,
        pub value: u64,
        pub forms: Vec<String>,
    }
    /// A word that bounds or blurs a number.
    pub struct BoundWord {
        pub id: String,
        pub bound: String,
        pub position: String,
        pub forms: Vec<String>,
    }
    /// A closed class: function words and verbs (`forms`), and nouns, which also stand with an article or a
    /// pronoun (`nouns`).
    pub struct GrammarClass {
        pub id: String,
        pub gloss: String,
        pub forms: Vec<String>,
        pub nouns: Vec<String>,
    }
    /// Words that the coder compares letter by letter, with no clitic split and no meaning of their own.
    pub struct WordList {
        pub id: String,
        pub gloss: String,
        pub words: Vec<String>,
    }
    /// A head word of places.
    pub struct PlaceKindEntry {
        pub id: String,
        pub gloss: String,
        pub forms: Vec<String>,
        pub kinds: Vec<String>,
        pub scope: String,
        pub precision_m: Option<u32>,
    }
    /// A bearing.
    pub struct Bearing {
        pub id: String,
        pub degrees: f64,
        pub forms: Vec<String>,
    }
    /// A unit of length.
    pub struct LengthUnit {
        pub id: String,
        pub metres: f64,
        pub forms: Vec<String>,
    }
    /// Given names, by which names of persons are known.
    pub struct Names {
        pub given: Vec<String>,
        pub ambiguous: Vec<String>,
        pub surname_heads: Vec<String>,
    }
    /// Phrases of page furniture.
    pub struct Furniture {
        pub line: Vec<String>,
        pub tail: Vec<String>,
        pub whole: Vec<String>,
    }
}

impl NounForms {
    /// The forms of all numbers.
    pub fn all(&self) -> impl Iterator<Item = &String> {
        self.singular.iter().chain(&self.dual).chain(&self.plural)
    }
}

/// Values that a test may give in two ways.
pub mod toml_value {
    use serde::{Deserialize, Serialize};

    /// A number, or the words that hold it.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    pub enum Count {
        /// `count = 28`
        Number(u64),
        /// `count = "تسع"`
        Words(String),
    }
}

/// Files that hold a list of entries and the tests for all of them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ListFile {
    /// `ar/people.toml`
    pub people: Vec<People>,
    /// `ar/sources.toml`
    pub source: Vec<SourceNoun>,
    /// `ar/titles.toml`
    pub title: Vec<Title>,
    /// `ar/actors/*.toml`
    pub actor: Vec<Actor>,
    /// `ar/nations.toml`
    pub nation: Vec<Nation>,
    /// `ar/means.toml`
    pub means: Vec<Means>,
    /// `ar/time/months.toml`
    pub month: Vec<Month>,
    /// `ar/time/weekdays.toml`
    pub weekday: Vec<Weekday>,
    /// `ar/time/words.toml`
    pub time: Vec<TimeWord>,
    /// `ar/numbers.toml`
    pub number: Vec<Numeral>,
    /// `ar/numbers.toml`
    pub bound: Vec<BoundWord>,
    /// `ar/grammar.toml`
    pub class: Vec<GrammarClass>,
    /// `ar/grammar.toml`
    pub list: Vec<WordList>,
    /// `ar/place_kinds.toml`
    pub kind: Vec<PlaceKindEntry>,
    /// `ar/place_kinds.toml`
    pub bearing: Vec<Bearing>,
    /// `ar/place_kinds.toml`
    pub unit: Vec<LengthUnit>,
    /// `ar/furniture.toml`
    pub furniture: Option<Furniture>,
    /// `ar/names.toml`
    pub names: Option<Names>,
    /// Tests.
    pub test: Vec<Test>,
    /// Rejects.
    pub reject: Vec<Reject>,
}

/// A row of `places/*.csv`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PlaceRow {
    /// Id.
    pub id: String,
    /// Kind.
    pub kind: String,
    /// Id of the division that it lies in.
    #[serde(default)]
    pub parent: String,
    /// ISO 3166 two-letter code.
    #[serde(default)]
    pub country: String,
    /// Latitude in degrees.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// Radius in metres.
    pub precision_m: Option<u32>,
    /// People who live there.
    #[serde(default)]
    pub population: Option<u32>,
    /// Where the row comes from.
    #[serde(default)]
    pub source: String,
    /// English name.
    pub name_en: String,
    /// Arabic name.
    pub name_ar: String,
    /// Other Arabic names, divided by `|`.
    #[serde(default)]
    pub variants_ar: String,
}

/// A row of `codebook/crosswalk.csv`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrosswalkRow {
    /// Name of the row.
    pub codes: String,
    /// PLOVER event type.
    pub plover: String,
    /// PLOVER mode.
    pub mode: String,
    /// ACLED disorder type.
    pub acled_disorder: String,
    /// ACLED event type.
    pub acled_event: String,
    /// ACLED sub-event type.
    pub acled_sub: String,
}
