//! Days of months, months and years: «5 آذار الماضي», «24/11/2021», «حزيران 2019», «الشهر الجاري».

use jiff::civil::Date;
use musnad_lexicon::Split;
use musnad_model::{DoubtKind, Grain, TimeUnit};

use super::calendar::{self, Calendar, Clash, Days, MonthDays, Year};
use super::lookup::{self, Kind, Unit, is, meaning};
use super::{Found, Reader};

pub(super) const DISAGREE: &str =
    "the words of the date do not agree with each other or with the day of publication";
pub(super) const AFTER: &str = "the date lies after the day of publication";
pub(super) const TABULAR: &str =
    "converted from the Hijri calendar by the tabular rule; may be a day off";

impl Reader<'_, '_> {
    /// The number of a day of the month: «3», «الـ3», «الثالث».
    pub(super) fn day_number(&self, at: usize) -> Option<(i8, usize)> {
        let digits = if self.word(at) == "ال" { at + 1 } else { at };
        if let Some(day) = self.digits(digits) {
            return Some((
                i8::try_from(day)
                    .ok()
                    .filter(|day| (1..=31).contains(day))?,
                digits + 1,
            ));
        }
        self.ordinal(at)
    }

    pub(super) fn ordinal(&self, at: usize) -> Option<(i8, usize)> {
        let (value, hit) = meaning(self.words, at, |kind, _| match kind {
            Kind::Ordinal(value) => Some(value),
            _ => None,
        })?;
        self.sentence
            .contains(&(hit.tokens.end - 1))
            .then_some((value, hit.tokens.end))
    }

    /// «13 تشرين الأول الجاري», «الـ3 من الشهر الجاري», «يومي 5 و6 آذار».
    pub(super) fn day_of_month(&self, at: usize) -> Option<Found> {
        let pair = is(self.words, at, Kind::UnitPair(Unit::Day));
        let behind = pair.or_else(|| self.behind_day_word(at));
        let first = behind.unwrap_or(at);
        let (low, mut next) = self.day_number(first)?;
        let mut high = low;
        if let Some((second, end)) = self.second_day(next).filter(|&(second, _)| second > low) {
            (high, next) = (second, end);
        }
        if self.word(next) == "من" {
            next += 1;
        }
        let split = if behind.is_some() || self.digits(first).is_none() {
            self.split(at)
        } else {
            Split::default()
        };
        if let Some((Unit::Month, offset, end)) = self.unit_with_modifier(next) {
            let days = self.published.and_then(|published| {
                let month = calendar::month(published, offset)?.0;
                let month = MonthDays {
                    calendar: Calendar::Gregorian,
                    month: month.month(),
                    days: None,
                }
                .in_year(month.year())?
                .0;
                MonthDays {
                    calendar: Calendar::Gregorian,
                    month: month.month(),
                    days: Some((low, high)),
                }
                .in_year(month.year())
            });
            let mut found = Found::new(at, end, split, days, Grain::Day);
            found.relative = self.relative(TimeUnit::Month, offset);
            if offset <= 0
                && self
                    .published
                    .is_some_and(|day| days.is_some_and(|days| days.0 > day))
            {
                found.doubt = days.map(|days| {
                    (
                        DoubtKind::DateAfterPublication,
                        vec![days.0.to_string()],
                        AFTER,
                    )
                });
            }
            return Some(found);
        }
        let next = self.behind_month_word(next).unwrap_or(next);
        self.month_tail(at, split, next, Some((low, high)))
    }

    /// «5 و6», «5-6», «5 إلى 6», «الخامس والسادس».
    pub(super) fn second_day(&self, at: usize) -> Option<(i8, usize)> {
        let joined = matches!(self.word(at), "و" | "الي" | "او" | "حتي")
            || ['-', '–']
                .into_iter()
                .any(|sign| self.words.is_sign(at, sign));
        if joined {
            return self.day_number(at + 1);
        }
        let (value, hit) = meaning(self.words, at, |kind, hit| match kind {
            Kind::Ordinal(value) if hit.split.conjunction == Some('و') => Some(value),
            _ => None,
        })?;
        Some((value, hit.tokens.end))
    }

    /// The token behind «شهر».
    pub(super) fn behind_month_word(&self, at: usize) -> Option<usize> {
        let month = meaning(self.words, at, |kind, hit| {
            (matches!(kind, Kind::Unit(Unit::Month, 1)) && hit.split.suffix == 0).then_some(())
        });
        month
            .map(|((), hit)| hit.tokens.end)
            .filter(|&next| self.sentence.contains(&next))
    }

    /// «حزيران 2019», «شهر آذار», «في نيسان»: a month without its day.
    pub(super) fn month(&self, at: usize) -> Option<Found> {
        let behind = self.behind_month_word(at);
        let found = self.month_tail(at, self.split(at), behind.unwrap_or(at), None)?;
        // «مارس», «آب», «رمضان» are words and names too
        let alone =
            found.end == behind.unwrap_or(at) + 1 || behind.is_none() && self.is_bare_month(&found);
        let led = at > self.sentence.start
            && (self.words.listed(at - 1, "before-a-month")
                || is(self.words, at - 1, Kind::EdgeStart).is_some()
                || is(self.words, at - 1, Kind::EdgeOther).is_some());
        (behind.is_some() || !alone || led).then_some(found)
    }

    pub(super) fn is_bare_month(&self, found: &Found) -> bool {
        lookup::month_name(self.words, found.from)
            .is_some_and(|(_, _, hit)| hit.tokens.end == found.end)
    }

    /// A month's name at `next`, its second name, its year.
    pub(super) fn month_tail(
        &self,
        from: usize,
        split: Split,
        next: usize,
        days: Option<(i8, i8)>,
    ) -> Option<Found> {
        if !self.sentence.contains(&next) {
            return None;
        }
        let (month, calendar, hit) = lookup::month_name(self.words, next)?;
        if next > from && hit.split.prefix > 0 {
            return None;
        }
        let mut end = hit.tokens.end;
        let mut other = None;
        if let Some((second, second_end)) = self.second_name(end, calendar) {
            other = Some(second).filter(|&second| second != month);
            end = second_end;
        }
        let (year, end) = self.year_of_month(end, calendar);
        let named = MonthDays {
            calendar,
            month,
            days,
        };
        let (resolved, clash) = named.resolve(year, self.published);
        let grain = if days.is_some() {
            Grain::Day
        } else {
            Grain::Month
        };
        let mut found = Found::new(from, end, split, resolved, grain);
        let show = |days: Days| reading(days, grain);
        found.doubt = match clash {
            Some(Clash::Contradiction(taken, second)) => {
                let readings = std::iter::once(taken).chain(second).map(show).collect();
                Some((DoubtKind::DateContradiction, readings, DISAGREE))
            }
            Some(Clash::AfterPublication) => Some((
                DoubtKind::DateAfterPublication,
                resolved.map(show).into_iter().collect(),
                AFTER,
            )),
            None => None,
        };
        if let Some(other) = other {
            let second = MonthDays {
                month: other,
                ..named
            }
            .resolve(year, self.published)
            .0;
            let readings = resolved.into_iter().chain(second).map(show).collect();
            found.doubt = Some((DoubtKind::DateContradiction, readings, DISAGREE));
        }
        if calendar == Calendar::Hijri && grain == Grain::Day && found.doubt.is_none() {
            let readings = resolved.map(show).into_iter().collect();
            found.doubt = Some((DoubtKind::DateContradiction, readings, TABULAR));
        }
        Some(found)
    }

    /// «/ نوفمبر», «(تموز)», «- ديسمبر»: the same month by its other name.
    pub(super) fn second_name(&self, at: usize, calendar: Calendar) -> Option<(i8, usize)> {
        let open = self.words.is_sign(at, '(');
        let sign = open
            || ['/', '-', '–', '،']
                .into_iter()
                .any(|sign| self.words.is_sign(at, sign));
        let next = at + usize::from(sign);
        if !self.sentence.contains(&next) || self.words.is_sign(at, '،') {
            return None;
        }
        let (month, second, hit) = lookup::month_name(self.words, next)?;
        let close = open && self.words.is_sign(hit.tokens.end, ')');
        (second == calendar
            && hit.split.prefix == 0
            && self.digits(hit.tokens.end).is_none_or(|n| n > 31 || !sign))
        .then_some((month, hit.tokens.end + usize::from(close)))
        .filter(|_| open == close)
    }

    /// The year behind a month: «2019», «من عام 2019», «من العام الماضي», «الجاري».
    pub(super) fn year_of_month(&self, at: usize, calendar: Calendar) -> (Year, usize) {
        if let Some((year, end)) = self.modifier(at) {
            return (year, end);
        }
        let mut next = at;
        if matches!(self.word(next), "من" | "ل")
            || self.words.is_sign(next, '،')
            || self.words.is_sign(next, ',')
        {
            next += 1;
        }
        if let Some((Unit::Year, offset, end)) = self.unit_with_modifier(next) {
            return (i16::try_from(offset).map_or(Year::Open, Year::Offset), end);
        }
        let number = self.behind_year_word(next).unwrap_or(next);
        let years = match calendar {
            Calendar::Gregorian => 1900..=2100,
            Calendar::Hijri => 1300..=1500,
        };
        match self
            .digits(number)
            .and_then(|year| i16::try_from(year).ok())
        {
            Some(year) if years.contains(&year) => {
                (Year::Explicit(year), self.behind_era(number + 1))
            }
            _ => (Year::Open, at),
        }
    }

    /// «24/11/2021», «2021-11-24», «يوم 24/11».
    pub(super) fn numeric_date(&self, at: usize) -> Option<Found> {
        let behind = self.behind_day_word(at);
        let first = behind.unwrap_or(at);
        let mut parts = [self.digits(first)?, 0, 0];
        let sign = ['/', '-', '.', '–']
            .into_iter()
            .find(|&sign| self.words.is_sign(first + 1, sign))?;
        parts[1] = self.digits(first + 2)?;
        let mut end = first + 3;
        let third = self
            .digits(end + 1)
            .filter(|_| self.words.is_sign(end, sign));
        let split = if behind.is_some() {
            self.split(at)
        } else {
            Split::default()
        };
        let Some(third) = third else {
            behind.filter(|_| sign == '/')?;
            let (day, month) = (i8::try_from(parts[0]).ok()?, i8::try_from(parts[1]).ok()?);
            let named = MonthDays {
                calendar: Calendar::Gregorian,
                month,
                days: Some((day, day)),
            };
            let days = named.resolve(Year::Open, self.published).0?;
            return Some(Found::new(at, end, split, Some(days), Grain::Day));
        };
        parts[2] = third;
        end = self.behind_era(end + 2);
        if let Some(day) = hijri(parts) {
            let doubt = Some((DoubtKind::DateContradiction, vec![day.to_string()], TABULAR));
            return Some(Found {
                doubt,
                ..Found::new(at, end, split, Some((day, day)), Grain::Day)
            });
        }
        let day = civil(parts)?;
        let mut found = Found::new(at, end, split, Some((day, day)), Grain::Day);
        if self.published.is_some_and(|published| day > published) {
            found.doubt = Some((
                DoubtKind::DateAfterPublication,
                vec![day.to_string()],
                AFTER,
            ));
        }
        Some(found)
    }
}

/// Year first where the first number can be nothing else, else the day before the month.
fn civil(parts: [u64; 3]) -> Option<Date> {
    let short = |number: u64| i8::try_from(number).ok();
    let make = |year: u64, month: u64, day: u64| {
        let year = match year {
            0..=69 => year + 2000,
            1900..=2100 => year,
            _ => return None,
        };
        Date::new(i16::try_from(year).ok()?, short(month)?, short(day)?).ok()
    };
    match parts {
        [year @ 1900..=2100, month, day] => make(year, month, day),
        [day, month, year] => make(year, month, day).or_else(|| make(year, day, month)),
    }
}

/// «1436/10/1» of the Hijri calendar.
fn hijri(parts: [u64; 3]) -> Option<Date> {
    let ([year @ 1300..=1500, month @ 1..=12, day @ 1..=30]
    | [day @ 1..=30, month @ 1..=12, year @ 1300..=1500]) = parts
    else {
        return None;
    };
    calendar::hijri_day(
        i16::try_from(year).ok()?,
        i8::try_from(month).ok()?,
        i8::try_from(day).ok()?,
    )
}

fn reading(days: Days, grain: Grain) -> String {
    match grain {
        Grain::Month => format!("{:04}-{:02}", days.0.year(), days.0.month()),
        _ if days.0 == days.1 => days.0.to_string(),
        _ => format!("{}/{}", days.0, days.1),
    }
}
