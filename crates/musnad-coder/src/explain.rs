//! How a report was read: plain data for people who ask why.

use jiff::civil::Date;
use musnad_lexicon::{Item, Lexicon, NationForm, Reading, TriggerKind, VerbForm};
use musnad_model::{Bound, Claim, Effect, Grain, Scope, Span, Stance};
use musnad_text::{ParagraphKind, TokenKind};

use crate::attribution::Attribution;
use crate::casualties::Figure;
use crate::entities::{Entity, EntityKind};
use crate::events::Lost;
use crate::numbers::NumberMention;
use crate::places::PlaceMention;
use crate::session::Leftover;
use crate::time::TimeMention;
use crate::words::Words;

/// How a report was read, stage by stage, in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// Every token.
    pub tokens: Vec<TokenNote>,
    /// Entries of the lexicon that were met.
    pub hits: Vec<HitNote>,
    /// Numbers.
    pub numbers: Vec<NumberNote>,
    /// Times.
    pub times: Vec<TimeNote>,
    /// Places.
    pub places: Vec<PlaceNote>,
    /// Who acts, suffers or says.
    pub entities: Vec<EntityNote>,
    /// Who says what.
    pub attributions: Vec<AttributionNote>,
    /// Figures of people.
    pub figures: Vec<FigureNote>,
    /// Rules that made a claim.
    pub fired: Vec<RuleNote>,
    /// Rules that were met and made none.
    pub lost: Vec<RuleNote>,
    /// The claims.
    pub claims: Vec<Claim>,
    /// What was not read.
    pub leftovers: Vec<Leftover>,
}

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenNote {
    /// Where it stands.
    pub span: Span,
    /// Its form for lookup.
    pub folded: String,
    /// Whether it stands in a menu, a link or another part of the page that is not read.
    pub furniture: bool,
    /// What it can be, in words.
    pub readings: Vec<String>,
}

/// What sort of entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "named after the lists of the lexicon")]
pub enum EntryKind {
    Reporting,
    Casualty,
    People,
    Source,
    Title,
    Actor,
    Nation,
    Means,
    Event,
    Month,
    Weekday,
    Time,
    Number,
    Bound,
    Grammar,
    PlaceKind,
    Bearing,
    Unit,
    GivenName,
}

impl EntryKind {
    /// Its name in small letters.
    pub fn as_str(self) -> &'static str {
        match self {
            EntryKind::Reporting => "reporting",
            EntryKind::Casualty => "casualty",
            EntryKind::People => "people",
            EntryKind::Source => "source",
            EntryKind::Title => "title",
            EntryKind::Actor => "actor",
            EntryKind::Nation => "nation",
            EntryKind::Means => "means",
            EntryKind::Event => "event",
            EntryKind::Month => "month",
            EntryKind::Weekday => "weekday",
            EntryKind::Time => "time",
            EntryKind::Number => "number",
            EntryKind::Bound => "bound",
            EntryKind::Grammar => "grammar",
            EntryKind::PlaceKind => "place kind",
            EntryKind::Bearing => "bearing",
            EntryKind::Unit => "unit",
            EntryKind::GivenName => "given name",
        }
    }
}

/// An entry of the lexicon that was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HitNote {
    /// Where, attached prefixes left out.
    pub span: Span,
    /// What sort of entry.
    pub kind: EntryKind,
    /// Its id; empty for given names.
    pub id: String,
    /// The entry's form: «verb, past», «short form»; empty where there is one only.
    pub form: &'static str,
}

/// A number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NumberNote {
    /// Where.
    pub span: Span,
    /// At least so many.
    pub min: Option<u64>,
    /// At most so many.
    pub max: Option<u64>,
    /// How it is bounded.
    pub bound: Bound,
}

/// A time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeNote {
    /// Where.
    pub span: Span,
    /// The first day.
    pub earliest: Option<Date>,
    /// The last day.
    pub latest: Option<Date>,
    /// The unit.
    pub grain: Grain,
}

/// A place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceNote {
    /// Where in the text.
    pub span: Span,
    /// Id in the gazetteer, where it is known.
    pub id: Option<String>,
    /// English name, where it is known.
    pub name: Option<String>,
    /// Latitude and longitude, where they are known.
    pub point: Option<(f64, f64)>,
}

/// Who acts, suffers or says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityNote {
    /// Where.
    pub span: Span,
    /// What it is; `None` for a person or a group that only its own words name.
    pub kind: Option<EntryKind>,
    /// Whether it is a named person.
    pub person: bool,
    /// Id of its entry.
    pub id: Option<String>,
    /// The name inside it, where a title stands before.
    pub name: Option<Span>,
    /// Id of the actor that it belongs to.
    pub party: Option<String>,
}

/// Who says what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributionNote {
    /// The verb or marker.
    pub verb: Option<Span>,
    /// Id of its entry.
    pub entry: Option<String>,
    /// How the last source is presented.
    pub stance: Stance,
    /// The sources, outermost first.
    pub chain: Vec<Span>,
    /// What is said.
    pub content: Span,
}

/// A figure of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureNote {
    /// Where.
    pub span: Span,
    /// What happened to them, where it is told.
    pub effect: Option<Effect>,
    /// At least so many.
    pub min: Option<u64>,
    /// At most so many.
    pub max: Option<u64>,
    /// Whether the text says about.
    pub approximate: bool,
    /// One incident or a running toll.
    pub scope: Scope,
    /// Whether they are counted in another figure.
    pub subset: bool,
}

/// A rule and where it was met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleNote {
    /// Where.
    pub span: Span,
    /// Data file and rule.
    pub rule: String,
    /// Why it was dropped; empty where it was not.
    pub reason: String,
}

impl Explanation {
    /// What the lexicon says of the words.
    pub(crate) fn of_words(words: &Words) -> Self {
        let mut out = Explanation::default();
        for paragraph in &words.doc.paragraphs {
            for at in paragraph.tokens.clone() {
                let token = &words.doc.tokens[at];
                let readings = match token.kind {
                    TokenKind::Word => readings(words, at),
                    TokenKind::Number(value) => vec![format!("number {value}")],
                    TokenKind::Sign(_) => Vec::new(),
                };
                out.tokens.push(TokenNote {
                    span: token.span,
                    folded: words.word(at).to_owned(),
                    furniture: paragraph.kind == ParagraphKind::Furniture,
                    readings,
                });
                if paragraph.kind == ParagraphKind::Text {
                    let first = out.hits.len();
                    for hit in words.hits(at) {
                        let (kind, id, form) = entry(words.lexicon, hit.sense.item);
                        let span = words.span(hit.tokens.clone(), hit.split);
                        let note = HitNote {
                            span,
                            kind,
                            id: id.to_owned(),
                            form,
                        };
                        if !out.hits[first..].contains(&note) {
                            out.hits.push(note);
                        }
                    }
                }
            }
        }
        out
    }

    /// Adds what was found in the whole report.
    pub(crate) fn add_mentions(
        &mut self,
        numbers: &[NumberMention],
        times: &[TimeMention],
        places: &[PlaceMention],
    ) {
        self.numbers.extend(numbers.iter().map(|number| NumberNote {
            span: number.span,
            min: number.min,
            max: number.max,
            bound: number.bound,
        }));
        self.times.extend(times.iter().map(|time| TimeNote {
            span: time.span,
            earliest: time.earliest,
            latest: time.latest,
            grain: time.grain,
        }));
        self.places.extend(places.iter().map(|mention| PlaceNote {
            span: mention.span,
            id: mention.place.id.clone(),
            name: mention.place.name.as_ref().map(|name| name.en.clone()),
            point: mention.place.lat.zip(mention.place.lon),
        }));
    }

    /// Adds what was found in a sentence.
    pub(crate) fn add_sentence(
        &mut self,
        words: &Words,
        entities: &[Entity],
        attributions: &[Attribution],
        figures: &[Figure],
        lost: &[Lost],
    ) {
        let lexicon = words.lexicon;
        let actor = |at: u16| {
            lexicon
                .entries
                .actors
                .get(usize::from(at))
                .map(|actor| actor.id.clone())
        };
        self.entities.extend(entities.iter().map(|entity| {
            let item = match entity.kind {
                EntityKind::Actor(at) => Some(Item::Actor(at)),
                EntityKind::Nation(at) => Some(Item::Nation(at, NationForm::Name)),
                EntityKind::People(at) => Some(Item::People(at)),
                EntityKind::Source(at) => Some(Item::Source(at)),
                EntityKind::Person | EntityKind::Group => None,
            };
            let found = item.map(|item| entry(lexicon, item));
            EntityNote {
                span: entity.span,
                kind: found.map(|(kind, ..)| kind),
                person: entity.kind == EntityKind::Person,
                id: found.map(|(_, id, _)| id.to_owned()),
                name: entity.name.clone().map(|tokens| words.doc.span(tokens)),
                party: entity.party.as_ref().and_then(|(at, _)| actor(*at)),
            }
        }));
        self.attributions
            .extend(attributions.iter().map(|attribution| {
                AttributionNote {
                    verb: attribution
                        .verb
                        .clone()
                        .map(|tokens| words.doc.span(tokens)),
                    entry: attribution.entry.and_then(|at| {
                        lexicon
                            .entries
                            .reporting
                            .get(usize::from(at))
                            .map(|entry| entry.id.clone())
                    }),
                    stance: attribution.stance,
                    chain: attribution.chain.iter().map(|source| source.span).collect(),
                    content: words.doc.span(attribution.scope.clone()),
                }
            }));
        self.figures.extend(figures.iter().map(|figure| FigureNote {
            span: figure.span,
            effect: figure.effect,
            min: figure.min,
            max: figure.max,
            approximate: figure.approximate,
            scope: if figure.cumulative {
                Scope::Cumulative
            } else {
                Scope::Incident
            },
            subset: figure.subset_of.is_some(),
        }));
        self.lost.extend(lost.iter().map(|lost| {
            let (_, id, _) = entry(lexicon, Item::Trigger(lost.event, TriggerKind::Noun, 0));
            RuleNote {
                span: lost.span,
                rule: format!("events/{id}.toml"),
                reason: lost.reason.clone(),
            }
        }));
    }

    /// Adds what came out in the end.
    pub(crate) fn add_claims(&mut self, claims: Vec<Claim>, leftovers: Vec<Leftover>) {
        self.fired.extend(claims.iter().map(|claim| RuleNote {
            span: claim.trigger.span,
            rule: claim.rule.clone(),
            reason: String::new(),
        }));
        // a trigger that was dropped in one reading may have counted in another
        self.lost.retain(|lost| {
            claims.iter().all(|claim| {
                claim.rule.split('#').next() != Some(&lost.rule)
                    || !claim.trigger.span.overlaps(lost.span)
            })
        });
        self.claims = claims;
        self.leftovers = leftovers;
    }
}

/// What the word at `at` can be, each once: verbs of one entry that differ in what follows look the same.
fn readings(words: &Words, at: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for reading in &words.info(at).readings {
        let description = describe(words.lexicon, reading);
        if !out.contains(&description) {
            out.push(description);
        }
    }
    out
}

fn describe(lexicon: &Lexicon, reading: &Reading) -> String {
    let (kind, id, form) = entry(lexicon, reading.sense.item);
    let mut out = String::new();
    for prefix in [reading.split.conjunction, reading.split.preposition]
        .into_iter()
        .flatten()
    {
        out.push(prefix);
        out.push_str("+ ");
    }
    if reading.split.article {
        out.push_str("ال+ ");
    }
    out.push_str(kind.as_str());
    for part in [id, form] {
        if !part.is_empty() {
            out.push(' ');
            out.push_str(part);
        }
    }
    if reading.split.suffix > 0 {
        out.push_str(" +pronoun");
    }
    out
}

/// The kind, id and form of an entry.
fn entry(lexicon: &Lexicon, item: Item) -> (EntryKind, &str, &'static str) {
    let entries = &lexicon.entries;
    macro_rules! id {
        ($list:ident, $at:expr) => {
            entries
                .$list
                .get(usize::from($at))
                .map_or("", |entry| entry.id.as_str())
        };
    }
    match item {
        Item::Reporting(at) => (EntryKind::Reporting, id!(reporting, at), ""),
        Item::ReportingPreposition(at) => (EntryKind::Reporting, id!(reporting, at), "marker"),
        Item::Casualty(at) => (EntryKind::Casualty, id!(casualties, at), ""),
        Item::People(at) => (EntryKind::People, id!(people, at), ""),
        Item::Source(at) => (EntryKind::Source, id!(sources, at), ""),
        Item::Title(at) => (EntryKind::Title, id!(titles, at), ""),
        Item::Actor(at) => (EntryKind::Actor, id!(actors, at), ""),
        Item::ActorShort(at) => (EntryKind::Actor, id!(actors, at), "short form"),
        Item::Nation(at, NationForm::Name) => (EntryKind::Nation, id!(nations, at), ""),
        Item::Nation(at, NationForm::Adjective) => {
            (EntryKind::Nation, id!(nations, at), "adjective")
        }
        Item::Nation(at, NationForm::People) => (EntryKind::Nation, id!(nations, at), "people"),
        Item::Means(at) => (EntryKind::Means, id!(means, at), ""),
        Item::Trigger(at, kind, _) => (EntryKind::Event, id!(events, at), trigger_form(kind)),
        Item::Month(at, _) => (EntryKind::Month, id!(months, at), ""),
        Item::Weekday(at) => (EntryKind::Weekday, id!(weekdays, at), ""),
        Item::Time(at) => (EntryKind::Time, id!(time, at), ""),
        Item::Numeral(at) => (EntryKind::Number, id!(numbers, at), ""),
        Item::Bound(at) => (EntryKind::Bound, id!(bounds, at), ""),
        Item::Class(at) => (EntryKind::Grammar, id!(classes, at), ""),
        Item::PlaceKind(at) => (EntryKind::PlaceKind, id!(place_kinds, at), ""),
        Item::Bearing(at) => (EntryKind::Bearing, id!(bearings, at), ""),
        Item::Unit(at) => (EntryKind::Unit, id!(units, at), ""),
        Item::GivenName(_) => (EntryKind::GivenName, "", ""),
        Item::NameHead => (EntryKind::GivenName, "", "head"),
    }
}

fn trigger_form(kind: TriggerKind) -> &'static str {
    match kind {
        TriggerKind::Verb(VerbForm::Past) => "verb, past",
        TriggerKind::Verb(VerbForm::Present) => "verb, present",
        TriggerKind::Verb(VerbForm::Short) => "verb, short",
        TriggerKind::Verb(VerbForm::Participle) => "verb, participle",
        TriggerKind::Passive(_) => "passive",
        TriggerKind::Masdar => "masdar",
        TriggerKind::Noun => "noun",
        TriggerKind::Participle => "participle",
    }
}

#[cfg(test)]
mod tests {
    use musnad_model::Report;

    use super::*;
    use crate::Coder;

    fn explain(text: &str) -> Explanation {
        let lexicon = musnad_data::lexicon().unwrap();
        let report = Report {
            id: "r".into(),
            text: text.into(),
            ..Report::default()
        };
        Coder::new(&lexicon).explain(&report)
    }

    #[test]
    fn readings_say_what_was_split_off() {
        let explanation = explain("وبالقصف");
        assert!(
            explanation.tokens[0]
                .readings
                .iter()
                .any(|reading| reading.starts_with("و+ ب+ ال+ event "))
        );
    }

    #[test]
    fn the_claims_are_those_of_coding() {
        let text = "قصفت طائرة حربية سوق القرية وقتلت ثلاثة مدنيين";
        let lexicon = musnad_data::lexicon().unwrap();
        let report = Report {
            id: "r".into(),
            text: text.into(),
            ..Report::default()
        };
        let coded = Coder::new(&lexicon).code(&report);
        let explanation = explain(text);
        assert!(!coded.claims.is_empty());
        assert_eq!(
            (explanation.claims, explanation.leftovers),
            (coded.claims, coded.leftovers)
        );
        assert!(
            explanation
                .fired
                .iter()
                .all(|rule| rule.rule.starts_with("events/"))
        );
    }
}
