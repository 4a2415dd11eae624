//! Years, named units and their edges: «عام 2011», «الشهر الماضي», «مطلع العام».

use jiff::civil::Date;
use musnad_lexicon::Split;
use musnad_model::Grain;

use super::calendar::{self, Days, Year};
use super::lookup::{Kind, Unit, is, meaning};
use super::{Found, Reader};

impl Reader<'_, '_> {
    /// The token behind «م» and «هـ».
    pub(super) fn behind_era(&self, at: usize) -> usize {
        at + usize::from(matches!(self.word(at), "م" | "ه"))
    }

    pub(super) fn behind_year_word(&self, at: usize) -> Option<usize> {
        let year = meaning(self.words, at, |kind, hit| {
            let one = matches!(kind, Kind::Unit(Unit::Year, 1) | Kind::UnitPair(Unit::Year));
            (one && hit.split.suffix == 0).then_some(())
        });
        year.map(|((), hit)| hit.tokens.end)
    }

    /// «عام 2011», «العام 2015», «عامي 2013 و2014».
    pub(super) fn year(&self, at: usize) -> Option<Found> {
        let number = self.behind_year_word(at)?;
        let low = self.year_number(number)?;
        let mut end = self.behind_era(number + 1);
        let mut high = low;
        if is(self.words, at, Kind::UnitPair(Unit::Year)).is_some()
            && let Some(second) = self.year_number(end + 1).filter(|_| self.word(end) == "و")
        {
            high = second;
            end = self.behind_era(end + 2);
        }
        let days = (calendar::year(low)?.0, calendar::year(high)?.1);
        Some(Found::new(at, end, self.split(at), Some(days), Grain::Year))
    }

    /// A year in digits.
    pub(super) fn year_number(&self, at: usize) -> Option<i16> {
        let year = i16::try_from(self.digits(at)?).ok()?;
        (1900..=2100).contains(&year).then_some(year)
    }

    /// «في 2018», «منذ 2011»: only behind a preposition, and where it counts nothing.
    pub(super) fn bare_year(&self, at: usize) -> Option<Found> {
        let year = self.year_number(at)?;
        let led = at > self.sentence.start && self.words.listed(at - 1, "before-a-year");
        let split = self
            .words
            .token(at + 1)
            .is_none_or(|token| token.span.start > self.words.doc.tokens[at].span.end);
        let free = self.ends_phrase(at + 1)
            && !self.words.is_sign(at + 1, '/')
            && (split || self.words.any_sign(at + 1));
        (led && free).then(|| {
            Found::new(
                at,
                self.behind_era(at + 1),
                Split::default(),
                calendar::year(year),
                Grain::Year,
            )
        })
    }

    /// «الشهر الماضي», «هذا العام», «الأسبوع المقبل»: the unit and how many of it from now.
    pub(super) fn unit_with_modifier(&self, at: usize) -> Option<(Unit, i32, usize)> {
        let this = matches!(self.word(at), "هذا" | "هذه");
        let next = at + usize::from(this);
        if !self.sentence.contains(&next) {
            return None;
        }
        let (unit, hit) = meaning(self.words, next, |kind, hit| match kind {
            Kind::Unit(unit, 1) if hit.split.article && hit.split.suffix == 0 => Some(unit),
            _ => None,
        })?;
        let end = hit.tokens.end;
        if this {
            return Some((unit, 0, self.modifier(end).map_or(end, |(_, end)| end)));
        }
        // «العام قبل الماضي»
        if self.word(end) == "قبل"
            && let Some((Year::Previous, end)) = self.modifier(end + 1)
        {
            return Some((unit, -2, end));
        }
        let (year, end) = self.modifier(end)?;
        let offset = match year {
            Year::Previous => -1,
            Year::Next => 1,
            _ => 0,
        };
        Some((unit, offset, end))
    }

    pub(super) fn unit(&self, at: usize) -> Option<Found> {
        let (unit, offset, end) = self.unit_with_modifier(at)?;
        if self.word(at).starts_with("هذ") && unit == Unit::Day {
            return None;
        }
        let grain = match unit {
            Unit::Week => Grain::Week,
            Unit::Month => Grain::Month,
            Unit::Year => Grain::Year,
            Unit::Decade => Grain::Period,
            Unit::Minute | Unit::Hour | Unit::Day => return None,
        };
        let days = self
            .published
            .and_then(|published| unit_days(unit, offset, published));
        let mut found = Found::new(at, end, self.split(at), days, grain);
        found.relative = unit
            .model()
            .and_then(|(unit, each)| self.relative(unit, offset * each));
        Some(found)
    }

    /// «مطلع الشهر الجاري», «نهاية آذار»: too vague for days. `bare` allows «بداية الشهر».
    pub(super) fn edge(&self, at: usize, bare: bool) -> Option<Found> {
        let (start, hit) = meaning(self.words, at, |kind, hit| match kind {
            _ if hit.split.article || hit.split.suffix > 0 => None,
            Kind::EdgeStart => Some(true),
            Kind::EdgeOther => Some(false),
            _ => None,
        })?;
        let next = hit.tokens.end;
        let whole = |found: &Found| matches!(found.grain, Grain::Week | Grain::Month | Grain::Year);
        let inner = self
            .core(next)
            .filter(whole)
            .or_else(|| self.bare_unit(next).filter(|_| bare))?;
        Some(Found {
            from: at,
            split: hit.split,
            earliest: None,
            latest: None,
            edge: inner.days().map(|days| (days, start)),
            ..inner
        })
    }

    /// «الشهر» for the one that runs.
    pub(super) fn bare_unit(&self, at: usize) -> Option<Found> {
        let (unit, hit) = meaning(self.words, at, |kind, hit| match kind {
            Kind::Unit(unit, 1) if hit.split.article => Some(unit),
            _ => None,
        })?;
        let days = self
            .published
            .and_then(|published| unit_days(unit, 0, published));
        Some(Found::new(
            at,
            hit.tokens.end,
            hit.split,
            days,
            Grain::Period,
        ))
    }
}

fn unit_days(unit: Unit, offset: i32, published: Date) -> Option<Days> {
    match unit {
        Unit::Week => calendar::week(published, offset),
        Unit::Month => calendar::month(published, offset),
        Unit::Year => calendar::year(published.year().checked_add(i16::try_from(offset).ok()?)?),
        Unit::Minute | Unit::Hour | Unit::Day | Unit::Decade => None,
    }
}
