//! Resolving: which place a name means, by the divisions, distances and places named around it.

use musnad_lexicon::{Gazetteer, Item, PlaceId, PlaceKind};
use musnad_model::Via;

use super::Introduction;
use super::finding::{Form, Found};
use super::scoring::{Countries, Evidence, Relation};
use crate::words::Words;

/// An antecedent or a parent is looked for among so many mentions before.
const REACH: usize = 40;
/// «المنطقة» stands for one of the last so many.
const NEAR_REACH: usize = 12;
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

struct Resolver<'a> {
    words: &'a Words<'a>,
    found: &'a [Found],
    countries: &'a Countries,
    containers: &'a [Option<usize>],
}

impl Resolver<'_> {
    fn gazetteer(&self) -> &Gazetteer {
        &self.words.lexicon.gazetteer
    }

    fn evidence<'b>(&'b self, chosen: &'b [Option<PlaceId>]) -> Evidence<'b> {
        Evidence {
            words: self.words,
            found: self.found,
            countries: self.countries,
            containers: self.containers,
            chosen,
        }
    }

    fn point(&self, id: PlaceId) -> Option<(f64, f64)> {
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

    fn best(
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

    /// The place in which an unknown one lies: stated, named by it («جامعة الأنبار»), or named before.
    fn parent(
        &self,
        at: usize,
        chosen: &[Option<PlaceId>],
        before: &[Resolution],
    ) -> Option<(PlaceId, (f64, f64))> {
        let located = |id: PlaceId| Some((id, self.point(id)?));
        let mut next = self.containers[at];
        for _ in 0..3 {
            let Some(container) = next else { break };
            if let Some(parent) = chosen[container].and_then(located) {
                return Some(parent);
            }
            // «(حي جنوبي الرقة)»: the quarter is unknown, the town is not
            if let Some((id, _)) = self.best(container, &self.found[container].candidates, chosen)
                && let Some(parent) = located(id)
            {
                return Some(parent);
            }
            next = self.containers[container];
        }
        let named_before = self.named_before(at, chosen, before);
        let wide: Vec<PlaceId> = self.found[at]
            .candidates
            .iter()
            .copied()
            .filter(|&id| {
                !matches!(
                    self.gazetteer().kind(id),
                    PlaceKind::Country | PlaceKind::Region
                )
            })
            .collect();
        let is_part = self.found[at].head.is_some_and(|head| {
            matches!(
                self.words.lexicon.entries.place_kinds[head].scope.as_str(),
                "part" | "thing"
            )
        });
        // streets and roads bear the names of other towns
        let named_for_others = self.found[at].head.is_some_and(|head| {
            matches!(
                self.words.lexicon.entries.place_kinds[head].id.as_str(),
                "street" | "road" | "mosque"
            )
        });
        if is_part && let Some((own, _)) = self.best(at, &wide, chosen) {
            // «شارع حلب» in another town is a street of that town
            let elsewhere = named_before.is_some_and(|(parent, _)| {
                let evidence = self.evidence(chosen);
                evidence.relation(own, parent, true) == Relation::Outside
                    && (named_for_others
                        || !matches!(
                            self.gazetteer().kind(own),
                            PlaceKind::Province | PlaceKind::City
                        ))
            });
            if !elsewhere && let Some(own) = located(own) {
                return Some(own);
            }
        }
        named_before
    }

    /// The nearest place before or in the same sentence in which an unknown one may lie.
    fn named_before(
        &self,
        at: usize,
        chosen: &[Option<PlaceId>],
        before: &[Resolution],
    ) -> Option<(PlaceId, (f64, f64))> {
        let usable = |other: usize, id: PlaceId| {
            let at_home = self
                .countries
                .home
                .as_ref()
                .is_none_or(|home| self.gazetteer().row(id).country == *home);
            let kind = self.gazetteer().kind(id);
            // where someone comes from or goes to is not where it happens
            let here = !matches!(
                self.found[other].introduced_by,
                Introduction::From | Introduction::To
            );
            (at_home && here && !matches!(kind, PlaceKind::Country | PlaceKind::Region))
                .then_some(())?;
            Some((id, self.point(id)?))
        };
        let same_sentence = |other: usize| self.found[other].sentence == self.found[at].sentence;
        let before_in_sentence = (0..at).rev().take_while(|&other| same_sentence(other));
        let after_in_sentence =
            (at + 1..self.found.len()).take_while(|&other| same_sentence(other));
        for other in before_in_sentence.chain(after_in_sentence) {
            if let Some(parent) = chosen[other].and_then(|id| usable(other, id)) {
                return Some(parent);
            }
        }
        for other in (at.saturating_sub(REACH)..at).rev() {
            let id = before
                .get(other)
                .and_then(|resolution| resolution.id.or(resolution.parent));
            if let Some(parent) = id.and_then(|id| usable(other, id)) {
                return Some(parent);
            }
        }
        None
    }

    /// The last place before that «المدينة» or «المنطقة» can stand for.
    fn anaphor(
        &self,
        at: usize,
        two: bool,
        chosen: &[Option<PlaceId>],
        before: &[Resolution],
    ) -> Resolution {
        let entries = &self.words.lexicon.entries.place_kinds;
        let head = self.found[at].head.map(|head| &entries[head]);
        let evidence = self.evidence(chosen);
        let stated = self.containers[at].and_then(|container| chosen[container]);
        let stands_for = |other: usize| {
            let resolution = &before[other];
            // «البلدتين الواقعتين في محافظة حلب»
            if let (Some(id), Some(stated)) = (resolution.id, stated)
                && evidence.relation(id, stated, true) == Relation::Outside
            {
                return false;
            }
            if resolution.dropped || self.found[other].form != Form::Name {
                return false;
            }
            // «المنطقة» may be half a continent: what it stands for was told as a place of events
            let zone = head.is_none_or(|head| head.id == "zone");
            let told = self.found[other].head.is_some()
                || matches!(
                    self.found[other].introduced_by,
                    Introduction::In | Introduction::On | Introduction::Near | Introduction::Of
                );
            if zone && (!told || at - other > NEAR_REACH) {
                return false;
            }
            let other_head = self.found[other].head.map(|head| &entries[head]);
            if let (Some(head), Some(other_head)) = (head, other_head)
                && head.id == other_head.id
            {
                return true;
            }
            let Some(id) = resolution.id else {
                return head.is_none_or(|head| head.id == "zone");
            };
            match head {
                None => self.gazetteer().kind(id) >= PlaceKind::District,
                Some(head)
                    if head.scope == "same" || head.id == "zone" || head.id == "province" =>
                {
                    head.kinds.contains(&self.gazetteer().row(id).kind)
                        && (head.id != "zone" || self.gazetteer().kind(id) >= PlaceKind::District)
                }
                Some(_) => false,
            }
        };
        let mut fitting = (at.saturating_sub(REACH)..at)
            .rev()
            .filter(|&other| stands_for(other));
        let last = fitting.next();
        let antecedent = if two {
            let first_of_two = fitting
                .next()
                .filter(|&other| last.is_some_and(|last| last - other <= 2));
            first_of_two.or(last)
        } else {
            last
        };
        match antecedent {
            Some(other) => Resolution {
                via: Via::Anaphor,
                rivals: Vec::new(),
                ..before[other].clone()
            },
            None => Resolution {
                dropped: true,
                ..Resolution::default()
            },
        }
    }
}

/// The mention after `at` in which it is said to lie: «بلدة ترمانين بريف إدلب», «هجين (شرقي دير الزور)».
fn container(words: &Words, found: &[Found], at: usize) -> Option<usize> {
    let (inner, next) = (&found[at], found.get(at + 1)?);
    if inner.sentence != next.sentence
        || next.listed
        || !matches!(next.form, Form::Name | Form::Vague)
    {
        return None;
    }
    let gap = inner.tokens.end..next.lead;
    if gap.len() > 7 || !gap.clone().all(|token| joins(words, token)) {
        return None;
    }
    let separated = gap
        .clone()
        .any(|token| words.is_sign(token, '،') || words.is_sign(token, ','));
    let bracketed = gap.clone().any(|token| words.is_sign(token, '('));
    let scope = next.head.map_or("", |head| {
        words.lexicon.entries.place_kinds[head].scope.as_str()
    });
    let wide = next.bearing.is_some()
        || next.around.is_some()
        || match scope {
            "area" => true,
            // «على طريق طرابلس»: the road does not lie there
            "part" | "thing" => false,
            _ => next
                .candidates
                .iter()
                .any(|&id| words.lexicon.gazetteer.kind(id) <= PlaceKind::Province),
        };
    let inside = matches!(next.introduced_by, Introduction::In | Introduction::Near);
    (bracketed || wide || (inside && !separated)).then_some(at + 1)
}

/// Whether a token can stand between a place and the division that it lies in.
fn joins(words: &Words, at: usize) -> bool {
    let Some(token) = words.token(at) else {
        return false;
    };
    if token.number().is_some() || words.is_mark_of_quotation(at) {
        return true;
    }
    if words.any_sign(at) {
        return ['(', ')', '/', '-', '–', '،', ',']
            .iter()
            .any(|&sign| words.is_sign(at, sign));
    }
    words.in_class(at, "place-lies-in")
        || words
            .hit(at, |item| {
                matches!(item, Item::PlaceKind(_) | Item::Unit(_) | Item::Bearing(_))
            })
            .is_some_and(|hit| hit.split.conjunction.is_none() && hit.split.suffix == 0)
}

/// A number and a unit of length among the tokens from `start` to `end`, in metres.
fn distance_between(words: &Words, start: usize, end: usize) -> Option<f64> {
    (start..end).find_map(|at| {
        let number = words.token(at)?.number()?;
        let hit = words.hit(at + 1, |item| matches!(item, Item::Unit(_)))?;
        let Item::Unit(unit) = hit.sense.item else {
            return None;
        };
        Some(
            f64::from(u32::try_from(number).ok()?)
                * words.lexicon.entries.units[usize::from(unit)].metres,
        )
    })
}

/// Reports round their distances: a third of it is the radius.
fn radius_of(metres: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    let radius = (metres / 3.0).clamp(2_000.0, 100_000.0) as u32;
    radius
}

/// The point at `metres` from `start` in the direction of `degrees`.
fn offset(start: (f64, f64), degrees: f64, metres: f64) -> (f64, f64) {
    let along = metres / 111_320.0;
    let angle = degrees.to_radians();
    let lat = start.0 + along * angle.cos();
    (
        lat,
        start.1 + along * angle.sin() / start.0.to_radians().cos(),
    )
}
