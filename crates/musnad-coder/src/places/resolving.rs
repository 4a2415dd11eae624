//! Resolving: which place a name means, by the divisions, distances and places named around it.

use musnad_lexicon::{Gazetteer, Item, PlaceId, PlaceKind};
use musnad_model::Via;

use super::found::{Form, Found};
use super::scoring::{Countries, Evidence};
use super::stated::{container, distance_between, offset, radius_of};
use crate::words::Words;

/// Places so far apart are different readings, in metres.
const APART: f64 = 25_000.0;
/// A reading whose score comes so near to the best one is a rival.
const CLOSE: f64 = 4.0;

/// What a mention means.
#[derive(Clone, Debug, Default)]
pub(super) struct Resolution {
    /// The place itself.
    pub(super) id: Option<PlaceId>,
    /// Its point, or that of its parent.
    pub(super) point: Option<(f64, f64)>,
    /// Radius in metres, where the point is not the place's own.
    pub(super) metres: Option<u32>,
    /// How it was found.
    pub(super) via: Via,
    /// The division that the text says it lies in, where the place itself is unknown.
    pub(super) parent: Option<PlaceId>,
    /// Other places that fit as well.
    pub(super) rivals: Vec<PlaceId>,
    /// It turned out to be no place, or to stand for none.
    pub(super) dropped: bool,
}

/// Says for each mention what it means.
pub(super) fn resolve(
    words: &Words,
    found: &[Found],
    report_country: Option<&str>,
) -> Vec<Resolution> {
    let countries = Countries::new(words, found, report_country);
    let containers: Vec<Option<usize>> = (0..found.len())
        .map(|at| container(words, found, at))
        .collect();
    let resolver = Resolver {
        words,
        found,
        countries: &countries,
        containers: &containers,
    };
    let mut chosen = vec![None; found.len()];
    // the second round knows what the first one has settled around each name
    for _ in 0..2 {
        chosen = (0..found.len())
            .map(|at| resolver.choose(at, &chosen).map(|(id, _)| id))
            .collect();
    }
    let mut out: Vec<Resolution> = Vec::with_capacity(found.len());
    for (at, mention) in found.iter().enumerate() {
        let resolution = match mention.form {
            Form::Name => resolver.name(at, &chosen, &out),
            Form::Vague => Resolution {
                id: resolver.home_or_first(at),
                via: Via::Exact,
                ..Resolution::default()
            },
            Form::Anaphor(two) => resolver.anaphor(at, two, &chosen, &out),
        };
        out.push(resolution);
    }
    out
}

/// Resolves the mentions of one report.
pub(super) struct Resolver<'a> {
    pub(super) words: &'a Words<'a>,
    pub(super) found: &'a [Found],
    pub(super) countries: &'a Countries,
    pub(super) containers: &'a [Option<usize>],
}

impl Resolver<'_> {
    pub(super) fn gazetteer(&self) -> &Gazetteer {
        &self.words.lexicon.gazetteer
    }

    pub(super) fn evidence<'b>(&'b self, chosen: &'b [Option<PlaceId>]) -> Evidence<'b> {
        Evidence {
            words: self.words,
            found: self.found,
            countries: self.countries,
            containers: self.containers,
            chosen,
        }
    }

    pub(super) fn point(&self, id: PlaceId) -> Option<(f64, f64)> {
        let row = self.gazetteer().row(id);
        row.lat.zip(row.lon)
    }

    fn home_or_first(&self, at: usize) -> Option<PlaceId> {
        self.found[at].candidates.first().copied()
    }

    /// Candidates whose kind fits the head word; all where none does and the head is that of a town.
    fn candidates(&self, at: usize) -> Vec<PlaceId> {
        let found = &self.found[at];
        let Some(head) = found.head else {
            return found.candidates.clone();
        };
        let entry = &self.words.lexicon.entries.place_kinds[head];
        // a row that is named with its head word («مخيم اليرموك») fits whatever its kind
        if found.tokens.start == found.lead && self.names_head(at) {
            return found.candidates.clone();
        }
        let fits = |id: &PlaceId| entry.kinds.contains(&self.gazetteer().row(*id).kind);
        let fitting: Vec<PlaceId> = found.candidates.iter().copied().filter(fits).collect();
        if !fitting.is_empty() || matches!(entry.scope.as_str(), "part" | "thing") {
            return fitting;
        }
        let smaller = |id: &PlaceId| self.gazetteer().kind(*id) != PlaceKind::Country;
        found.candidates.iter().copied().filter(smaller).collect()
    }

    /// Whether the gazetteer's name holds the head word.
    fn names_head(&self, at: usize) -> bool {
        let found = &self.found[at];
        found.tokens.len() > 1
            && self.words.hit(found.lead, |item| {
                matches!(item, Item::PlaceKind(head) if Some(usize::from(head)) == found.head)
            }).is_some()
            && super::names::known(self.words, found.tokens.start, found.tokens.end)
                .is_some_and(|known| known.tokens == found.tokens && known.ids == found.candidates)
    }

    /// The best candidate and those that come near to it.
    fn choose(&self, at: usize, chosen: &[Option<PlaceId>]) -> Option<(PlaceId, Vec<PlaceId>)> {
        if self.found[at].form != Form::Name {
            return None;
        }
        self.best(at, &self.candidates(at), chosen)
    }

    pub(super) fn best(
        &self,
        at: usize,
        candidates: &[PlaceId],
        chosen: &[Option<PlaceId>],
    ) -> Option<(PlaceId, Vec<PlaceId>)> {
        let evidence = self.evidence(chosen);
        let target = self.target(at, chosen);
        let mut scored: Vec<(f64, PlaceId)> = candidates
            .iter()
            .filter_map(|&id| Some((evidence.score(at, id, target)?, id)))
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let &(best_score, best) = scored.first()?;
        let rivals = scored[1..]
            .iter()
            .filter(|(score, id)| {
                best_score - score <= CLOSE
                    && self
                        .point(best)
                        .zip(self.point(*id))
                        .is_some_and(|(a, b)| Gazetteer::metres(a, b) > APART)
            })
            .map(|&(_, id)| id)
            .collect();
        Some((best, rivals))
    }

    /// The point that «(60 كلم) شمال شرق بعقوبة» after the name gives.
    fn target(&self, at: usize, chosen: &[Option<PlaceId>]) -> Option<(f64, f64)> {
        let next = self.containers[at]?;
        let bearing = self.found[next].bearing?;
        let metres = distance_between(self.words, self.found[at].tokens.end, self.found[next].lead)
            .or_else(|| self.distance_after(next))?;
        Some(offset(self.point(chosen[next]?)?, bearing, metres))
    }

    fn distance_after(&self, at: usize) -> Option<f64> {
        let end = self.found[at].tokens.end;
        self.words
            .is_sign(end, '(')
            .then(|| distance_between(self.words, end, end + 5))
            .flatten()
    }

    /// What a name means.
    fn name(&self, at: usize, chosen: &[Option<PlaceId>], before: &[Resolution]) -> Resolution {
        let found = &self.found[at];
        let contained = self.containers[at].is_some();
        if found.needs_context && !contained {
            return Resolution {
                dropped: true,
                ..Resolution::default()
            };
        }
        if let Some((id, rivals)) = self.choose(at, chosen) {
            let mut out = Resolution {
                id: Some(id),
                point: self.point(id),
                via: Via::Exact,
                rivals,
                ..Resolution::default()
            };
            if let (Some(bearing), Some(metres), Some(point)) =
                (found.bearing, self.distance_after(at), out.point)
            {
                out.point = Some(offset(point, bearing, metres));
                out.metres = Some(radius_of(metres));
            }
            return out;
        }
        if found.head.is_none() && !contained {
            // a name of small places in other countries only: more likely a word than a place
            return Resolution {
                dropped: true,
                ..Resolution::default()
            };
        }
        if let Some(target) = self.target(at, chosen) {
            let parent = self.containers[at].and_then(|next| chosen[next]);
            let metres = self.containers[at]
                .and_then(|next| {
                    distance_between(self.words, found.tokens.end, self.found[next].lead)
                })
                .map(radius_of);
            return Resolution {
                point: Some(target),
                metres,
                via: Via::Parent,
                parent,
                ..Resolution::default()
            };
        }
        match self.parent(at, chosen, before) {
            Some((parent, point)) => {
                let metres = self.gazetteer().row(parent).precision_m;
                Resolution {
                    point: Some(point),
                    metres,
                    via: Via::Parent,
                    parent: Some(parent),
                    ..Resolution::default()
                }
            }
            None => Resolution::default(),
        }
    }
}
