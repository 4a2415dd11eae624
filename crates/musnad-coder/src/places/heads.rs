//! Head words: the names after «بلدة», «ريف», «محافظة», and head words that stand for a name.

use std::ops::Range;

use musnad_lexicon::files::PlaceKindEntry;
use musnad_lexicon::{Item, NationForm, PlaceId, PlaceKind, Split, squeeze};

use super::Introduction;
use super::finding::Finder;
use super::found::{Form, Found};
use super::names::{self, Known, has};
use crate::words::Hit;

/// A name after a head word, with the end of its marks of quotation.
struct HeadedName {
    tokens: Range<usize>,
    end: usize,
    split: Split,
    ids: Vec<PlaceId>,
}

impl Finder<'_> {
    /// A name after a head word: «بلدة هجين», «أطراف مدينة جسر الشغور», «قرية فلان».
    pub(super) fn after_head(&self, at: usize, end: usize) -> Option<Found> {
        let (head, hit) = self.head(at)?;
        let (lead, next) = (hit.tokens.start, hit.tokens.end);
        if hit.split.article {
            return self.definite_head(head, hit, end);
        }
        if next >= end
            || self
                .words
                .token(next)
                .is_none_or(|token| token.line_before || self.closed[next])
        {
            return None;
        }
        let entry = self.kind_entry(head);
        let name_only = entry.scope == "same";
        let known = self.known_after_head(next, end);
        if !name_only
            && !known
                .as_ref()
                .is_some_and(|known| self.fits_whole(known, entry))
            && let Some(outer) = self.around_a_place(head, hit, end)
        {
            return Some(outer);
        }
        let Some(name) = self.name_after_head(entry, next, end, known) else {
            // «بلدة لبنانية», «مناطق سورية»
            let nation = self.nation_adjective(next)?;
            let mut found = Self::found(lead..next + 1, hit.split, &nation);
            found.form = Form::Vague;
            return Some(found);
        };
        let mut found = if name_only {
            Self::found(name.tokens, name.split, &name.ids)
        } else {
            Self::found(
                lead..self.end_of_adjectives(name.end, end),
                hit.split,
                &name.ids,
            )
        };
        found.lead = lead;
        found.lead_split = hit.split;
        let is_country =
            |&id: &PlaceId| self.words.lexicon.gazetteer.kind(id) == PlaceKind::Country;
        if matches!(entry.id.as_str(), "countryside" | "outskirts" | "middle") {
            found.around = Some(head);
        } else if name_only && !name.ids.is_empty() && name.ids.iter().all(is_country) {
            // «ثاني مدن اليمن» names the country
            found.lead = found.tokens.start;
        } else {
            found.head = Some(head);
        }
        Some(found)
    }

    fn known_after_head(&self, next: usize, end: usize) -> Option<Known<'_>> {
        names::known(self.words, next, end)
            .filter(|known| known.split.conjunction.is_none() && known.split.preposition.is_none())
            .filter(|_| !has(self.words, next, self.classes.not_name))
            .filter(|known| known.tokens.len() > 1 || !self.is_only_adjective(next))
    }

    /// «محافظة دير الزور»: the name holds a word for a monastery, but there is none.
    fn fits_whole(&self, known: &Known, entry: &PlaceKindEntry) -> bool {
        let row = |&id: &PlaceId| self.words.lexicon.gazetteer.row(id);
        known.tokens.len() > 1
            && known
                .ids
                .iter()
                .map(row)
                .any(|row| entry.kinds.contains(&row.kind))
    }

    /// «أطراف مدينة جسر الشغور», «ريف بلدة سلقين», «مشفى مدينة الباب»: a head word before another.
    fn around_a_place(&self, head: usize, hit: &Hit, end: usize) -> Option<Found> {
        let (lead, next) = (hit.tokens.start, hit.tokens.end);
        if self
            .head(next)
            .is_some_and(|(_, inner)| inner.split.article)
        {
            return None;
        }
        let inner = self
            .inner(next, end)
            .filter(|inner| inner.head.is_some() || inner.bearing.is_some())?;
        let is_part = matches!(self.kind_entry(head).scope.as_str(), "part" | "thing");
        let (head, around) = if is_part {
            (Some(head), None)
        } else {
            (inner.head, Some(head))
        };
        Some(Found {
            tokens: lead..inner.tokens.end,
            lead,
            split: hit.split,
            lead_split: hit.split,
            head,
            around,
            ..inner
        })
    }

    /// The name after a head word, known or not.
    fn name_after_head(
        &self,
        entry: &PlaceKindEntry,
        next: usize,
        end: usize,
        known: Option<Known>,
    ) -> Option<HeadedName> {
        let begins_like_a_name = has(self.words, next, self.classes.name_head);
        let other_head = self
            .head(next)
            .is_some_and(|(_, inner)| !inner.split.article);
        let feminine = self.words.word(next - 1).ends_with('ه');
        let unknown = (entry.scope != "edge" && (!other_head || begins_like_a_name))
            .then(|| names::unknown(self.words, &self.classes, next, end, feminine))
            .flatten()
            .filter(|unknown| {
                entry.scope != "thing"
                    || names::looks_like_a_name(self.words, &self.classes, unknown)
            });
        // «تل البيعة»: longer than the hill that the gazetteer holds
        let longer = begins_like_a_name
            && unknown
                .as_ref()
                .is_some_and(|unknown| unknown.name.len() > 1);
        match (known, unknown) {
            (Some(known), _) if known.tokens.len() > 1 || !longer => Some(HeadedName {
                end: known.tokens.end,
                tokens: known.tokens,
                split: known.split,
                ids: known.ids.to_vec(),
            }),
            (_, Some(unknown)) => Some(HeadedName {
                tokens: unknown.name,
                end: unknown.end,
                split: unknown.split,
                ids: Vec::new(),
            }),
            (_, None) => None,
        }
    }

    /// «قاعدة تركية»: no name, whatever village bears it.
    fn is_only_adjective(&self, at: usize) -> bool {
        let of_form = |form| {
            self.words
                .hit(
                    at,
                    |item| matches!(item, Item::Nation(_, known) if known == form),
                )
                .is_some()
        };
        of_form(NationForm::Adjective) && !of_form(NationForm::Name)
    }

    /// «الشمالي الشرقي», «الدولي»: adjectives that belong to the name before them.
    fn end_of_adjectives(&self, mut at: usize, end: usize) -> usize {
        while at < end && !self.words.doc.tokens[at].line_before {
            let bearing = self
                .words
                .hit(at, |item| matches!(item, Item::Bearing(_)))
                .filter(|hit| hit.split.article);
            if let Some(bearing) = bearing.filter(|hit| hit.split.cost() == 0) {
                at = bearing.tokens.end;
            } else if has(self.words, at, self.classes.adjective)
                && self.words.word(at).starts_with("ال")
            {
                at += 1;
            } else {
                break;
            }
        }
        at
    }

    /// «العاصمة صنعاء», «الريف الحلبي الشمالي», «المدن السورية», and «المدينة» for one named before.
    fn definite_head(&self, head: usize, hit: &Hit, end: usize) -> Option<Found> {
        let (lead, next) = (hit.tokens.start, hit.tokens.end);
        let entry = self.kind_entry(head);
        let mut found = Self::found(lead..next, hit.split, &[]);
        found.head = Some(head);
        found.form = Form::Anaphor(has(self.words, lead, self.classes.dual));
        // «القطاع» is the name of a region
        if let Some(known) = names::known(self.words, lead, next) {
            let is_region =
                |&id: &PlaceId| self.words.lexicon.gazetteer.kind(id) == PlaceKind::Region;
            if !known.ids.is_empty() && known.ids.iter().all(is_region) {
                found.candidates = known.ids.to_vec();
                found.head = None;
                found.form = Form::Name;
                return Some(found);
            }
        }
        if entry.scope == "edge" {
            return self.edge_of(head, hit, end);
        }
        if next >= end
            || self
                .words
                .token(next)
                .is_none_or(|token| token.line_before || self.closed[next])
        {
            return Some(found);
        }
        if let Some(nation) = self.nation_adjective(next) {
            // «المدن السورية» lie in Syria, «القواعد الأميركية» do not lie in America
            if !matches!(entry.scope.as_str(), "same" | "area") {
                return None;
            }
            found.tokens.end = next + 1;
            found.candidates = nation;
            found.form = Form::Vague;
            return Some(found);
        }
        if entry.scope == "area"
            && let Some(ids) = self.place_of_adjective(next)
        {
            found.tokens.end = self.end_of_adjectives(next + 1, end);
            found.candidates = ids;
            found.form = Form::Name;
            found.around = found.head.take();
            return Some(found);
        }
        let apposed = names::known(self.words, next, end).filter(|known| known.split.cost() == 0);
        if entry.scope == "same"
            && let Some(known) = apposed
        {
            found.tokens = known.tokens.clone();
            found.split = known.split;
            found.head = Some(head);
            found.candidates = known.ids.to_vec();
            found.form = Form::Name;
            return Some(found);
        }
        if has(self.words, next, self.classes.said) {
            found.tokens.end = next + 1;
        } else if has(self.words, lead, self.classes.vague) {
            // «المناطق التي …», «القرى المحيطة»: stand for no one place
            let introduced = self.introduction(lead, hit.split);
            if !matches!(introduced, Introduction::In | Introduction::On) {
                return None;
            }
            found.form = Form::Vague;
        } else if entry.id == "zone" {
            // «المنطقة الوسطى»
            let end = self.end_of_adjectives(next, end);
            if end > next && !has(self.words, next, self.classes.said) {
                found.tokens.end = end;
                found.form = Form::Vague;
            }
        }
        Some(found)
    }

    /// «الضواحي الشمالية لهجين».
    fn edge_of(&self, head: usize, hit: &Hit, end: usize) -> Option<Found> {
        let at = self.end_of_adjectives(hit.tokens.end, end);
        let known = names::known(self.words, at, end)
            .filter(|known| known.split.preposition == Some('ل') && !self.closed[at])?;
        let mut found = Self::found(hit.tokens.start..known.tokens.end, hit.split, known.ids);
        found.around = Some(head);
        Some(found)
    }

    /// «الحلبي» of Aleppo.
    fn place_of_adjective(&self, at: usize) -> Option<Vec<PlaceId>> {
        let word = self.words.word(at).strip_prefix("ال")?;
        let stem = word.strip_suffix("يه").or_else(|| word.strip_suffix('ي'))?;
        if self
            .words
            .hit(at, |item| matches!(item, Item::Bearing(_)))
            .is_some()
        {
            return None;
        }
        let gazetteer = &self.words.lexicon.gazetteer;
        [stem.to_owned(), format!("{stem}ه"), format!("{stem}ا")]
            .iter()
            .map(|name| gazetteer.named(&squeeze(name)))
            .map(|ids| {
                ids.iter()
                    .copied()
                    .filter(|&id| gazetteer.kind(id) <= PlaceKind::City)
                    .collect::<Vec<_>>()
            })
            .find(|ids| !ids.is_empty())
    }

    /// «الأراضي السورية», «البلاد», «المكان».
    pub(super) fn vague(&self, at: usize, end: usize) -> Option<Found> {
        let hit_of = |class: Option<_>| {
            class
                .and_then(|class| self.words.hit(at, |item| item == Item::Class(class)))
                .filter(|hit| hit.split.suffix == 0)
        };
        if let Some(hit) = hit_of(self.classes.vague)
            && hit.tokens.end < end
            && let Some(nation) = self.nation_adjective(hit.tokens.end)
        {
            let mut found = Self::found(at..hit.tokens.end + 1, hit.split, &nation);
            found.form = Form::Vague;
            return Some(found);
        }
        if let Some(hit) = hit_of(self.classes.land) {
            let mut found = Self::found(hit.tokens.clone(), hit.split, &[]);
            found.form = Form::Vague;
            return Some(found);
        }
        let hit = hit_of(self.classes.anaphor)?;
        let mut found = Self::found(hit.tokens.clone(), hit.split, &[]);
        found.form = Form::Anaphor(false);
        if has(self.words, found.tokens.end, self.classes.said) {
            found.tokens.end += 1;
        }
        Some(found)
    }
}
