//! Scoring: how well a place of the gazetteer fits what the report says around its name.

use std::collections::BTreeMap;

use musnad_lexicon::{Gazetteer, PlaceId, PlaceKind};

use super::found::Found;
use crate::words::Words;

/// A co-mention counts if it is this near, in metres.
const NEARBY: f64 = 50_000.0;
/// «جنوب بغداد» reaches so far, in metres.
const FAR: f64 = 450_000.0;
/// So many mentions before and after are looked at.
const WINDOW: usize = 12;
/// From this population on a town is known beyond its country.
const KNOWN_ABROAD: u32 = 200_000;

/// How a candidate lies to a stated division.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Inside,
    Near,
    Outside,
}

/// The countries that a report is about.
#[derive(Debug, Default)]
pub(super) struct Countries {
    /// The country of the report: given, or the one most named.
    pub(super) home: Option<String>,
    /// Countries named in the text.
    pub(super) named: Vec<String>,
}

impl Countries {
    pub(super) fn new(words: &Words, found: &[Found], report_country: Option<&str>) -> Countries {
        let gazetteer = &words.lexicon.gazetteer;
        let mut votes: BTreeMap<&str, u32> = BTreeMap::new();
        let mut named: Vec<String> = Vec::new();
        for found in found {
            let mut countries: Vec<&str> = found
                .candidates
                .iter()
                .map(|&id| gazetteer.row(id).country.as_str())
                .collect();
            countries.sort_unstable();
            countries.dedup();
            let is_country = found
                .candidates
                .iter()
                .any(|&id| gazetteer.kind(id) == PlaceKind::Country);
            let weight = if is_country { 2 } else { 3 };
            if let [only] = countries[..]
                && !only.is_empty()
            {
                *votes.entry(only).or_default() += weight;
                if is_country && !named.iter().any(|known| known == only) {
                    named.push(only.to_owned());
                }
            }
        }
        let most = votes
            .iter()
            .max_by_key(|(name, votes)| (**votes, std::cmp::Reverse(**name)));
        let home = report_country
            .map(str::to_ascii_uppercase)
            .or_else(|| most.map(|(name, _)| (*name).to_owned()));
        Countries { home, named }
    }
}

/// What is settled about the mentions of a report so far.
pub(super) struct Evidence<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) found: &'a [Found],
    pub(super) countries: &'a Countries,
    /// For each mention the one that it is said to lie in.
    pub(super) containers: &'a [Option<usize>],
    /// For each mention the point that a distance and a bearing give.
    pub(super) chosen: &'a [Option<PlaceId>],
}

impl Evidence<'_> {
    fn gazetteer(&self) -> &Gazetteer {
        &self.words.lexicon.gazetteer
    }

    /// How well `candidate` fits mention `at`; `None` where the text rules it out. `target` is the point
    /// that a stated distance and bearing give.
    pub(super) fn score(
        &self,
        at: usize,
        candidate: PlaceId,
        target: Option<(f64, f64)>,
    ) -> Option<f64> {
        let found = &self.found[at];
        let row = self.gazetteer().row(candidate);
        let kind = self.gazetteer().kind(candidate);
        let mut score = self.of_country(candidate, &found.candidates)?;
        if let Some(container) =
            self.containers[at].filter(|&container| self.is_larger(container, kind))
        {
            score += match self.relation_to_mention(candidate, container) {
                Relation::Inside => 60.0,
                Relation::Near => 30.0,
                Relation::Outside => return None,
            };
        }
        if let (Some(target), Some(lat), Some(lon)) = (target, row.lat, row.lon) {
            score += (60.0 - Gazetteer::metres(target, (lat, lon)) / 1000.0).max(-40.0);
        }
        score += self.of_surroundings(at, candidate);
        score += f64::from(row.population.unwrap_or(0).max(1)).log10();
        score += self.of_kind(found, &row.kind, kind);
        Some(score)
    }

    /// Whether a mention can hold a place of this kind: no country lies in another («السعودية لليمن»).
    fn is_larger(&self, container: usize, kind: PlaceKind) -> bool {
        let outer = self.chosen[container].map(|id| self.gazetteer().kind(id));
        kind > PlaceKind::Region
            && outer.is_none_or(|outer| outer < kind || kind >= PlaceKind::City)
    }

    /// How well the country of `candidate` fits the report; `None` where the name more likely means a place
    /// at home. `namesakes` are all the places of that name.
    fn of_country(&self, candidate: PlaceId, namesakes: &[PlaceId]) -> Option<f64> {
        let row = self.gazetteer().row(candidate);
        let kind = self.gazetteer().kind(candidate);
        let Some(home) = &self.countries.home else {
            return Some(0.0);
        };
        if row.country == *home || row.country.is_empty() {
            return Some(40.0);
        }
        if self.countries.named.contains(&row.country) {
            return Some(15.0);
        }
        let known_abroad = kind <= PlaceKind::Province
            || (kind == PlaceKind::City
                && row.population.is_none_or(|people| people >= KNOWN_ABROAD));
        // «رام الله»: a town of a name that no place at home has
        let only_there = matches!(kind, PlaceKind::City | PlaceKind::Town)
            && row.population.is_some()
            && namesakes
                .iter()
                .all(|&other| self.gazetteer().row(other).country == row.country);
        (known_abroad || only_there).then_some(0.0)
    }

    fn relation_to_mention(&self, candidate: PlaceId, container: usize) -> Relation {
        let settled = self.chosen[container];
        let ids = settled.as_slice();
        let ids = if ids.is_empty() {
            &self.found[container].candidates[..]
        } else {
            ids
        };
        let outer = &self.found[container];
        let wide = outer.around.is_some() || outer.bearing.is_some();
        ids.iter()
            .map(
                |&id| match (self.relation(candidate, id, wide), outer.bearing) {
                    (Relation::Outside, Some(bearing)) => self.lies_towards(candidate, id, bearing),
                    (relation, _) => relation,
                },
            )
            .min_by_key(|relation| match relation {
                Relation::Inside => 0,
                Relation::Near => 1,
                Relation::Outside => 2,
            })
            .unwrap_or(Relation::Near)
    }

    /// How `candidate` lies to `division`; `wide` where its surroundings are meant.
    pub(super) fn relation(&self, candidate: PlaceId, division: PlaceId, wide: bool) -> Relation {
        let gazetteer = self.gazetteer();
        let (row, outer) = (gazetteer.row(candidate), gazetteer.row(division));
        let same_country = row.country == outer.country || outer.country.is_empty();
        if candidate == division {
            return Relation::Near;
        }
        if gazetteer.lies_in(candidate, division) {
            return Relation::Inside;
        }
        if gazetteer.kind(division) == PlaceKind::Country {
            return if same_country {
                Relation::Inside
            } else {
                Relation::Outside
            };
        }
        let (Some(lat), Some(lon), Some(lat_outer), Some(lon_outer)) =
            (row.lat, row.lon, outer.lat, outer.lon)
        else {
            return if same_country {
                Relation::Near
            } else {
                Relation::Outside
            };
        };
        let metres = Gazetteer::metres((lat, lon), (lat_outer, lon_outer));
        let province = gazetteer.province(candidate);
        let within = |limit: f64| {
            if metres <= limit {
                Relation::Near
            } else {
                Relation::Outside
            }
        };
        match gazetteer.kind(division) {
            PlaceKind::Province if province.is_some() => {
                within(if wide { 15_000.0 } else { 5_000.0 })
            }
            PlaceKind::Province | PlaceKind::Region => {
                within(f64::from(outer.precision_m.unwrap_or(50_000)) + 40_000.0)
            }
            _ if metres <= 40_000.0 => Relation::Inside,
            _ if province.is_some() && province == gazetteer.province(division) => {
                within(130_000.0)
            }
            _ => Relation::Outside,
        }
    }

    /// «محافظة ذي قار جنوب بغداد»: far from Baghdad, but south of it.
    fn lies_towards(&self, candidate: PlaceId, from: PlaceId, bearing: f64) -> Relation {
        let (row, outer) = (self.gazetteer().row(candidate), self.gazetteer().row(from));
        let (Some(from), Some(to)) = (outer.lat.zip(outer.lon), row.lat.zip(row.lon)) else {
            return Relation::Outside;
        };
        let (north, east) = (to.0 - from.0, (to.1 - from.1) * from.0.to_radians().cos());
        let off = (east.atan2(north).to_degrees() - bearing).rem_euclid(360.0);
        let same_way = off <= 68.0 || off >= 292.0;
        if same_way && row.country == outer.country && Gazetteer::metres(from, to) <= FAR {
            Relation::Near
        } else {
            Relation::Outside
        }
    }

    /// Provinces and places that are named nearby.
    fn of_surroundings(&self, at: usize, candidate: PlaceId) -> f64 {
        let gazetteer = self.gazetteer();
        let row = gazetteer.row(candidate);
        let (mut province, mut near) = (0.0_f64, 0.0_f64);
        let paragraph = |at: usize| self.words.doc.sentences[self.found[at].sentence].paragraph;
        for other in at.saturating_sub(WINDOW)..(at + WINDOW + 1).min(self.found.len()) {
            let Some(id) = self.chosen[other].filter(|&id| other != at && id != candidate) else {
                continue;
            };
            let outer = gazetteer.row(id);
            if gazetteer.kind(id) > PlaceKind::Country && gazetteer.lies_in(candidate, id) {
                province = province.max(if self.found[other].sentence == self.found[at].sentence {
                    15.0
                } else if paragraph(other) == paragraph(at) {
                    8.0
                } else {
                    4.0
                });
            }
            if let (Some(lat), Some(lon), Some(lat_outer), Some(lon_outer)) =
                (row.lat, row.lon, outer.lat, outer.lon)
                && Gazetteer::metres((lat, lon), (lat_outer, lon_outer)) <= NEARBY
            {
                near = (near + 4.0).min(12.0);
            }
        }
        province + near
    }

    /// How well the kind of a row fits the head word.
    fn of_kind(&self, found: &Found, word: &str, kind: PlaceKind) -> f64 {
        let entries = &self.words.lexicon.entries.place_kinds;
        if let Some(head) = found.head.or(found.around) {
            let kinds = &entries[head].kinds;
            let rank = kinds.iter().position(|known| known == word);
            // populations weigh up to seven: the countryside of Homs is that of the province
            return rank.map_or(-9.0, |rank| {
                12.0 - 4.0 * f64::from(u8::try_from(rank.min(4)).unwrap_or(4))
            });
        }
        let wide = found.bearing.is_some();
        match kind {
            PlaceKind::Country => 12.0,
            PlaceKind::Province => {
                if wide {
                    10.0
                } else {
                    5.0
                }
            }
            PlaceKind::City => {
                if wide {
                    1.0
                } else {
                    7.0
                }
            }
            PlaceKind::Region => 4.0,
            PlaceKind::Town => 3.0,
            PlaceKind::District | PlaceKind::Subdistrict | PlaceKind::Village => 1.0,
            PlaceKind::Site => 0.0,
        }
    }
}
