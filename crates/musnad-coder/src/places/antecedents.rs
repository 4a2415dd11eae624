//! Antecedents: the place in which an unknown one lies, and the one that «المدينة» stands for.

use musnad_lexicon::{PlaceId, PlaceKind};
use musnad_model::Via;

use super::Introduction;
use super::found::Form;
use super::resolving::{Resolution, Resolver};
use super::scoring::Relation;

/// An antecedent or a parent is looked for among so many mentions before.
const REACH: usize = 40;
/// «المنطقة» stands for one of the last so many.
const NEAR_REACH: usize = 12;
impl Resolver<'_> {
    /// The place in which an unknown one lies: stated, named by it («جامعة الأنبار»), or named before.
    pub(super) fn parent(
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
            // where someone comes from is not where it happens
            let here = self.found[other].introduced_by != Introduction::From;
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
    pub(super) fn anaphor(
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
            // in «هجين شرقي دير الزور» it is Hajin
            let holds_another = other > 0 && self.containers[other - 1] == Some(other);
            if zone && (!told || holds_another || at - other > NEAR_REACH) {
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
