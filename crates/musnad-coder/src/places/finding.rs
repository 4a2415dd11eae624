//! Finding: which words of the report name a place, and how they are tied to the words around.

use std::ops::Range;

use musnad_lexicon::files::PlaceKindEntry;
use musnad_lexicon::{Item, NationForm, PlaceId, PlaceKind, Split, squeeze};
use musnad_text::TokenKind;

use super::Introduction;
use super::names::{self, Classes, has};
use crate::words::{Hit, Words};

/// A town of so many people is named without a cue.
const WELL_KNOWN: u32 = 20_000;

/// What a found piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// A name, known or not.
    Name,
    /// A wide area without a point: «الأراضي السورية».
    Vague,
    /// Stands for a place named before; `true` for two of them.
    Anaphor(bool),
}

/// A place in the text, not yet resolved.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// Tokens of the mention.
    pub(super) tokens: Range<usize>,
    /// What was split from its first token.
    pub(super) split: Split,
    /// First token, head word included.
    pub(super) lead: usize,
    /// Position of its head word in `place_kinds`.
    pub(super) head: Option<usize>,
    /// Position of the word for countryside, outskirts or part that stands before it.
    pub(super) around: Option<usize>,
    /// What was split from the first token of all, head word included.
    pub(super) lead_split: Split,
    /// Degrees of a bearing that stands before it.
    pub(super) bearing: Option<f64>,
    /// Places that bear the name.
    pub(super) candidates: Vec<PlaceId>,
    /// What it is.
    pub(super) form: Form,
    /// How it is tied to the words before.
    pub(super) introduced_by: Introduction,
    /// Whether it goes on with a list: «وX».
    pub(super) listed: bool,
    /// A common word that is only a place if the text says in which division it lies.
    pub(super) needs_context: bool,
    /// A small place's name without any cue: it is one if the report names it elsewhere with a cue.
    pub(super) needs_support: bool,
    /// Position of its sentence.
    pub(super) sentence: usize,
}

/// All places in the order of the text.
pub(super) fn find(words: &Words, avoid: &[Range<usize>]) -> Vec<Found> {
    let finder = Finder {
        words,
        classes: Classes::new(words),
        closed: closed(words, avoid),
    };
    let mut out: Vec<Found> = Vec::new();
    for (number, sentence) in words.doc.sentences.iter().enumerate() {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let previous = out.last().filter(|previous| previous.sentence == number);
            match finder.place_at(at, sentence.tokens.end, previous) {
                Some(mut found) => {
                    found.sentence = number;
                    found.listed = found.lead_split.conjunction.is_some();
                    at = found.tokens.end;
                    out.push(found);
                }
                None => at += 1,
            }
        }
    }
    let mut named_with_cue: Vec<PlaceId> = out
        .iter()
        .filter(|found| !found.needs_support && !found.needs_context)
        .flat_map(|found| found.candidates.iter().copied())
        .collect();
    named_with_cue.sort_unstable();
    out.retain(|found| {
        !found.needs_support
            || found
                .candidates
                .iter()
                .any(|id| named_with_cue.binary_search(id).is_ok())
    });
    out
}

/// For each token whether it is part of a time or of a longer name of an actor: «مجلس دير الزور العسكري».
fn closed(words: &Words, avoid: &[Range<usize>]) -> Vec<bool> {
    let mut closed = vec![false; words.doc.tokens.len()];
    for range in avoid {
        for at in range.clone() {
            if let Some(closed) = closed.get_mut(at) {
                *closed = true;
            }
        }
    }
    for at in 0..closed.len() {
        let actor = |item| matches!(item, Item::Actor(_) | Item::ActorShort(_));
        let Some(hit) = words.hit(at, actor).filter(|hit| hit.tokens.len() > 1) else {
            continue;
        };
        // «الولايات المتحدة» is an actor and a place
        let place = names::known(words, at, words.doc.tokens.len()).is_some_and(|known| {
            let is_country = |&id: &PlaceId| words.lexicon.gazetteer.kind(id) == PlaceKind::Country;
            known.tokens.end >= hit.tokens.end && known.ids.iter().any(is_country)
        });
        if !place {
            closed[hit.tokens.clone()].fill(true);
        }
    }
    closed
}

struct Finder<'a> {
    words: &'a Words<'a>,
    classes: Classes,
    closed: Vec<bool>,
}

impl Finder<'_> {
    fn place_at(&self, at: usize, end: usize, previous: Option<&Found>) -> Option<Found> {
        let token = self.words.token(at)?;
        if token.kind != TokenKind::Word || self.closed[at] {
            return None;
        }
        if at > 0 && !token.line_before && self.is_owner(at - 1) {
            return None;
        }
        let mut found = self
            .longer_name(at, end)
            .or_else(|| self.after_bearing(at, end));
        found = found
            .or_else(|| self.after_head(at, end))
            .or_else(|| self.vague(at, end));
        let mut found = found
            .or_else(|| self.bare_name(at, end, previous))
            .or_else(|| self.goes_on(at, end, previous))?;
        found.introduced_by = self.introduction(found.lead, found.lead_split);
        Some(found)
    }

    fn is_owner(&self, at: usize) -> bool {
        let Some(class) = self.classes.owner else {
            return false;
        };
        self.words
            .hit(at, |item| item == Item::Class(class))
            .is_some_and(|hit| !hit.split.article)
    }

    fn found(tokens: Range<usize>, split: Split, candidates: &[PlaceId]) -> Found {
        Found {
            lead: tokens.start,
            lead_split: split,
            tokens,
            split,
            head: None,
            around: None,
            bearing: None,
            candidates: candidates.to_vec(),
            form: Form::Name,
            introduced_by: Introduction::Bare,
            listed: false,
            needs_context: false,
            needs_support: false,
            sentence: 0,
        }
    }

    fn kind_entry(&self, head: usize) -> &PlaceKindEntry {
        &self.words.lexicon.entries.place_kinds[head]
    }

    /// The head word at `at`, without a pronoun.
    fn head(&self, at: usize) -> Option<(usize, &Hit)> {
        let hit = self
            .words
            .hit(at, |item| matches!(item, Item::PlaceKind(_)))?;
        match hit.sense.item {
            Item::PlaceKind(head) if hit.split.suffix == 0 => Some((usize::from(head), hit)),
            _ => None,
        }
    }

    /// A name of several words that the gazetteer holds, its head word perhaps among them:
    /// «مخيم اليرموك», «شمال سيناء».
    fn longer_name(&self, at: usize, end: usize) -> Option<Found> {
        let known = names::known(self.words, at, end).filter(|known| known.tokens.len() > 1)?;
        if self.closed[known.tokens.clone()]
            .iter()
            .any(|&closed| closed)
        {
            return None;
        }
        let mut found = Self::found(known.tokens.clone(), known.split, known.ids);
        if let Some((head, hit)) = self.head(at) {
            // «بلدة الكرامة» stands in the gazetteer with its head: still a name after a head
            if !hit.split.article && self.kind_entry(head).scope == "same" {
                return None;
            }
            // the countryside of X has the point of X, unless a province is called so («ريف دمشق»)
            let is_province =
                |&id: &PlaceId| self.words.lexicon.gazetteer.kind(id) == PlaceKind::Province;
            if !hit.split.article
                && self.kind_entry(head).id == "countryside"
                && !known.ids.iter().any(is_province)
            {
                return None;
            }
            found.head = Some(head).filter(|_| !hit.split.article);
        } else if !known.split.article {
            found.head = self.kind_in_brackets(found.tokens.end);
        }
        Some(found)
    }

    /// «شمال شرق بعقوبة», «شمالي البلاد», «الشمال السوري».
    fn after_bearing(&self, at: usize, end: usize) -> Option<Found> {
        let hit = self
            .words
            .hit(at, |item| matches!(item, Item::Bearing(_)))?;
        let Item::Bearing(number) = hit.sense.item else {
            return None;
        };
        let degrees = self.words.lexicon.entries.bearings[usize::from(number)].degrees;
        let next = hit.tokens.end;
        if next >= end || self.words.token(next).is_none_or(|token| token.line_before) {
            return None;
        }
        if hit.split.article {
            let nation = self.nation_adjective(next)?;
            let mut found = Self::found(at..next + 1, hit.split, &nation);
            found.form = Form::Vague;
            return Some(found);
        }
        let inner = self.inner(next, end)?;
        Some(Found {
            tokens: at..inner.tokens.end,
            lead: at,
            split: hit.split,
            lead_split: hit.split,
            bearing: Some(degrees),
            form: if self.is_wide(&inner) {
                Form::Vague
            } else {
                inner.form
            },
            ..inner
        })
    }

    /// A place directly after a word that asks for one.
    fn inner(&self, at: usize, end: usize) -> Option<Found> {
        if self.closed.get(at).copied().unwrap_or(true) {
            return None;
        }
        let inner = self
            .longer_name(at, end)
            .or_else(|| self.after_bearing(at, end))
            .or_else(|| self.after_head(at, end))
            .or_else(|| self.vague(at, end))
            .or_else(|| {
                let known = names::known(self.words, at, end)?;
                Some(Self::found(known.tokens.clone(), known.split, known.ids))
            })?;
        (inner.split.conjunction.is_none() && inner.split.preposition.is_none()).then_some(inner)
    }

    /// Whether a place is so wide that its north or south has no point.
    fn is_wide(&self, found: &Found) -> bool {
        let gazetteer = &self.words.lexicon.gazetteer;
        found.form == Form::Vague
            || (!found.candidates.is_empty()
                && found.candidates.iter().all(|&id| {
                    matches!(gazetteer.kind(id), PlaceKind::Country)
                        || gazetteer.row(id).lat.is_none()
                }))
    }

    fn nation_adjective(&self, at: usize) -> Option<Vec<PlaceId>> {
        let adjective = |item| matches!(item, Item::Nation(_, NationForm::Adjective));
        let hit = self
            .words
            .hit(at, adjective)
            .filter(|hit| hit.split.conjunction.is_none())?;
        let Item::Nation(number, _) = hit.sense.item else {
            return None;
        };
        let nation = &self.words.lexicon.entries.nations[usize::from(number)];
        Some(
            self.words
                .lexicon
                .gazetteer
                .named(&squeeze(&nation.ar))
                .to_vec(),
        )
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

    fn after_head(&self, at: usize, end: usize) -> Option<Found> {
        let (head, hit) = self.head(at)?;
        let next = hit.tokens.end;
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
        let lead = hit.tokens.start;
        let with_head = |tokens: Range<usize>| if name_only { tokens } else { lead..tokens.end };
        // «أطراف مدينة جسر الشغور», «ريف بلدة سلقين»
        let known = names::known(self.words, next, end)
            .filter(|known| known.split.conjunction.is_none() && known.split.preposition.is_none())
            .filter(|_| !has(self.words, next, self.classes.not_name))
            .filter(|known| known.tokens.len() > 1 || !self.is_only_adjective(next));
        // «محافظة دير الزور»: no monastery
        let fits = known.as_ref().is_some_and(|known| {
            let row = |&id: &PlaceId| self.words.lexicon.gazetteer.row(id);
            known.tokens.len() > 1
                && known
                    .ids
                    .iter()
                    .map(row)
                    .any(|row| entry.kinds.contains(&row.kind))
        });
        if !name_only
            && !fits
            && self
                .head(next)
                .is_none_or(|(_, inner)| !inner.split.article)
            && let Some(inner) = self
                .inner(next, end)
                .filter(|inner| inner.head.is_some() || inner.bearing.is_some())
        {
            let is_part = matches!(entry.scope.as_str(), "part" | "thing");
            let (head, around) = if is_part {
                (Some(head), None)
            } else {
                (inner.head, Some(head))
            };
            return Some(Found {
                tokens: lead..inner.tokens.end,
                lead,
                split: hit.split,
                lead_split: hit.split,
                head,
                around,
                ..inner
            });
        }
        let feminine = self.words.word(next - 1).ends_with('ه');
        let unknown = || {
            if entry.scope == "edge"
                || self
                    .head(next)
                    .is_some_and(|(_, inner)| !inner.split.article)
                    && !has(self.words, next, self.classes.name_head)
            {
                return None;
            }
            names::unknown(self.words, &self.classes, next, end, feminine).filter(|unknown| {
                entry.scope != "thing"
                    || names::looks_like_a_name(self.words, &self.classes, unknown)
            })
        };
        let (name, name_end, split, ids) = match (known, unknown()) {
            // «تل البيعة»: longer than the hill that the gazetteer holds
            (Some(known), Some(unknown))
                if known.tokens.len() == 1
                    && unknown.name.len() > 1
                    && has(self.words, next, self.classes.name_head) =>
            {
                (unknown.name, unknown.end, unknown.split, Vec::new())
            }
            (Some(known), _) => (
                known.tokens.clone(),
                known.tokens.end,
                known.split,
                known.ids.to_vec(),
            ),
            (None, Some(unknown)) => (unknown.name, unknown.end, unknown.split, Vec::new()),
            (None, None) => {
                // «بلدة لبنانية», «مناطق سورية»
                let nation = self.nation_adjective(next)?;
                let mut found = Self::found(lead..next + 1, hit.split, &nation);
                found.form = Form::Vague;
                return Some(found);
            }
        };
        let mut tokens = with_head(name);
        if !name_only {
            tokens.end = name_end.max(tokens.end);
            tokens.end = self.end_of_adjectives(tokens.end, end);
        }
        let split = if name_only { split } else { hit.split };
        let mut found = Self::found(tokens, split, &ids);
        found.lead = lead;
        found.lead_split = hit.split;
        let all_countries = !ids.is_empty()
            && ids
                .iter()
                .all(|&id| self.words.lexicon.gazetteer.kind(id) == PlaceKind::Country);
        if matches!(entry.id.as_str(), "countryside" | "outskirts" | "middle") {
            found.around = Some(head);
        } else if name_only && all_countries {
            // «ثاني مدن اليمن» names the country
            found.lead = found.tokens.start;
        } else {
            found.head = Some(head);
        }
        Some(found)
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
            return None;
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
    fn vague(&self, at: usize, end: usize) -> Option<Found> {
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

    /// A name without a head word.
    fn bare_name(&self, at: usize, end: usize, previous: Option<&Found>) -> Option<Found> {
        let Some(known) = names::known(self.words, at, end) else {
            return self.named_by_brackets(at, end);
        };
        let gazetteer = &self.words.lexicon.gazetteer;
        // «فرقة» is no «ف» and «الرقة»
        let ids: Vec<PlaceId> = known
            .ids
            .iter()
            .copied()
            .filter(|&id| names::agrees_in_article(self.words, &known, id))
            .collect();
        if ids.is_empty() {
            return self.named_by_brackets(at, end);
        }
        if known.split.preposition == Some('ك')
            || ((self.follows_a_persons_name(at) || self.follows_a_double_name(at))
                && known.split.preposition.is_none())
        {
            return None;
        }
        let mut found = Self::found(known.tokens.clone(), known.split, &ids);
        let widest = ids
            .iter()
            .map(|&id| gazetteer.kind(id))
            .min()
            .unwrap_or(PlaceKind::Site);
        let introduction = self.introduction(at, known.split);
        let located = matches!(introduction, Introduction::In | Introduction::Near)
            || (known.split.preposition.is_none()
                && matches!(
                    introduction,
                    Introduction::On | Introduction::To | Introduction::From
                ));
        let listed = previous.is_some_and(|previous| {
            previous.form == Form::Name
                && (previous.tokens.end == at
                    || (previous.tokens.end + 1 == at && self.words.any_sign(at - 1)))
        });
        found.head = self.kind_in_brackets(found.tokens.end);
        let short = self.words.word(at).chars().count() <= 3 + usize::from(known.split.prefix);
        let wide = ids.iter().any(|&id| {
            gazetteer.kind(id) <= PlaceKind::Province || gazetteer.kind(id) == PlaceKind::City
        });
        let common = known.tokens.len() == 1
            && (names::is_common(self.words, &self.classes, at, known.split)
                || (!wide && !listed && self.looks_like_a_surname(at)));
        let accepted =
            if found.head.is_some() || self.opens_bracket_with_place(found.tokens.end, end) {
                true
            } else if common {
                located && wide && (!self.is_persons_name(at) || widest == PlaceKind::Country)
            } else if known.split.conjunction == Some('ف') {
                wide
            } else if known.split.preposition == Some('ل')
                || self.words.word(at).starts_with("وال") && known.split.conjunction.is_none()
            {
                wide || listed
            } else {
                found.needs_support = !(wide
                    || listed
                    || located
                    || self.is_well_known(&ids)
                    || self.is_noun_or_verb_of_event(at));
                wide || listed || located || !short
            };
        if !accepted {
            if !self.is_persons_name(at) && located {
                found.needs_context = true;
                return Some(found);
            }
            return None;
        }
        Some(found)
    }

    /// «العبيدي»: a family's name as often as a village's.
    fn looks_like_a_surname(&self, at: usize) -> bool {
        names::is_definite(self.words, at) && self.words.word(at).ends_with('ي')
    }

    fn is_well_known(&self, ids: &[PlaceId]) -> bool {
        let row = |&id: &PlaceId| self.words.lexicon.gazetteer.row(id);
        ids.iter()
            .map(row)
            .any(|row| row.population.is_some_and(|people| people >= WELL_KNOWN))
    }

    /// «قصف البوكمال», «استهدف البوكمال».
    fn is_noun_or_verb_of_event(&self, at: usize) -> bool {
        at > 0
            && self
                .words
                .hit(at - 1, |item| matches!(item, Item::Trigger(..)))
                .is_some_and(|hit| hit.split.suffix == 0)
    }

    fn is_persons_name(&self, at: usize) -> bool {
        self.words
            .hit(at, |item| {
                matches!(item, Item::GivenName(_) | Item::NameHead)
            })
            .is_some()
    }

    fn follows_a_persons_name(&self, at: usize) -> bool {
        at > 0
            && !self.words.doc.tokens[at].line_before
            // «على» is not Ali
            && !self.words.doc.tokens[at - 1].ends_in_maqsura
            && self
                .words
                .hit(at - 1, |item| matches!(item, Item::GivenName(_) | Item::NameHead | Item::Title(_)))
                .is_some_and(|hit| hit.split.suffix == 0)
    }

    /// «عبد الله العبيدي»: the second word of a given name stands before.
    fn follows_a_double_name(&self, at: usize) -> bool {
        at > 1
            && self
                .words
                .hit(at - 2, |item| item == Item::NameHead)
                .is_some_and(|hit| hit.tokens.len() == 1)
            && self
                .words
                .token(at - 1)
                .is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The kind that brackets after a name tell: «الكتف (منطقة في البوكمال)».
    fn kind_in_brackets(&self, at: usize) -> Option<usize> {
        if !self.words.is_sign(at, '(') {
            return None;
        }
        self.head(at + 1)
            .filter(|(_, hit)| !hit.split.article)
            .map(|(head, _)| head)
    }

    /// «شارع الكورنيش (البوكمال)», «جديدة الشط (30 كلم شمال غرب بعقوبة)».
    fn opens_bracket_with_place(&self, at: usize, end: usize) -> bool {
        let is_distance = || {
            self.words
                .token(at + 1)
                .is_some_and(|token| token.number().is_some())
                && self
                    .words
                    .hit(at + 2, |item| matches!(item, Item::Unit(_)))
                    .is_some()
        };
        self.words.is_sign(at, '(')
            && (names::known(self.words, at + 1, end).is_some() || is_distance())
    }

    fn named_by_brackets(&self, at: usize, end: usize) -> Option<Found> {
        let unknown = names::unknown(self.words, &self.classes, at, end, true)?;
        let known_inside = self
            .opens_bracket_with_place(unknown.end, end)
            .then_some(())
            .filter(|()| unknown.name.len() <= 3);
        let head = self.kind_in_brackets(unknown.end);
        if head.is_none() && known_inside.is_none() {
            return None;
        }
        let mut found = Self::found(unknown.name, unknown.split, &[]);
        found.head = head;
        Some(found)
    }

    /// Further names after a head word in the plural: «قرى قاح وأطمة ودير حسان».
    fn goes_on(&self, at: usize, end: usize, previous: Option<&Found>) -> Option<Found> {
        let previous = previous?;
        let head = previous.head.filter(|_| {
            has(self.words, previous.lead, self.classes.plural)
                || previous.lead == previous.tokens.start && previous.listed
        })?;
        let comma = previous.tokens.end + 1 == at && self.words.any_sign(at - 1);
        if previous.tokens.end != at && !comma {
            return None;
        }
        let mut split = Split::default();
        if let Some(rest) = self.words.word(at).strip_prefix('و')
            && rest.chars().count() >= 3
        {
            split = Split {
                conjunction: Some('و'),
                prefix: 1,
                ..split
            };
        } else if !comma {
            return None;
        }
        let known_word = self
            .words
            .hits(at)
            .iter()
            .any(|hit| !matches!(hit.sense.item, Item::GivenName(_) | Item::NameHead));
        if known_word {
            return None;
        }
        let unknown = names::unknown(self.words, &self.classes, at, end, true)?;
        let mut found = Self::found(unknown.name, split, &[]);
        found.head = Some(head);
        Some(found)
    }

    fn introduction(&self, at: usize, split: Split) -> Introduction {
        match split.preposition {
            Some('ب') => return Introduction::In,
            Some('ل') => return Introduction::To,
            Some(_) | None => {}
        }
        let mut before = at;
        while before > 0
            && (self.words.is_mark_of_quotation(before - 1) || self.words.is_sign(before - 1, '('))
        {
            before -= 1;
        }
        if before == 0 || self.words.doc.tokens[at].line_before || split.conjunction.is_some() {
            return Introduction::Bare;
        }
        for start in before.saturating_sub(3)..before {
            let ends_here = |class: Option<_>| {
                class.is_some_and(|class| {
                    self.words
                        .hit(start, |item| item == Item::Class(class))
                        .is_some_and(|hit| hit.tokens.end == before)
                })
            };
            if ends_here(self.classes.near) {
                return Introduction::Near;
            }
            if ends_here(self.classes.toward) {
                return Introduction::To;
            }
            if ends_here(self.classes.inside) {
                return Introduction::In;
            }
        }
        let last = &self.words.doc.tokens[before - 1];
        match self.words.word(before - 1).trim_start_matches('و') {
            "في" => Introduction::In,
            "علي" if last.ends_in_maqsura => Introduction::On,
            "الي" => Introduction::To,
            "من" => Introduction::From,
            _ if last.kind == TokenKind::Word && self.is_noun(before - 1) => Introduction::Of,
            _ => Introduction::Bare,
        }
    }

    fn is_noun(&self, at: usize) -> bool {
        use musnad_lexicon::TriggerKind::{Masdar, Noun, Participle};
        self.words
            .hit(at, |item| {
                matches!(
                    item,
                    Item::Trigger(_, Masdar | Noun | Participle, _)
                        | Item::PlaceKind(_)
                        | Item::People(_)
                        | Item::Title(_)
                )
            })
            .is_some_and(|hit| !hit.split.article)
    }
}
