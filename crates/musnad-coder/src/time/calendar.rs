//! Arithmetic of days, months and years. Nothing here reads text.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// First and last day, both inclusive.
pub(super) type Days = (Date, Date);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Calendar {
    Gregorian,
    Hijri,
}

/// Which year of a month is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// «2019».
    Explicit(i16),
    /// «من العام الماضي» is -1.
    Offset(i16),
    /// «الماضي», «الفائت».
    Previous,
    /// «الجاري».
    Current,
    /// «المقبل».
    Next,
    /// Nothing is said.
    Open,
}

/// What is wrong with a month and its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clash {
    /// Taken as the first days, though the words may mean the second.
    Contradiction(Days, Option<Days>),
    /// It lies after publication.
    AfterPublication,
}

/// A month, or days of it, of some calendar.
#[derive(Clone, Copy, Debug)]
pub(super) struct MonthDays {
    pub(super) calendar: Calendar,
    pub(super) month: i8,
    /// First and last day of the month that are meant; `None` for all of it.
    pub(super) days: Option<(i8, i8)>,
}

impl MonthDays {
    /// The days in that year; `None` where the month has no such day.
    pub(super) fn in_year(self, year: i16) -> Option<Days> {
        match self.calendar {
            Calendar::Gregorian => {
                let first = Date::new(year, self.month, 1).ok()?;
                match self.days {
                    None => Some((first, first.last_of_month())),
                    Some((low, high)) => {
                        let low = Date::new(year, self.month, low).ok()?;
                        let high = Date::new(year, self.month, high).ok()?;
                        (low <= high).then_some((low, high))
                    }
                }
            }
            Calendar::Hijri => {
                let length = hijri_month_length(year, self.month);
                let (low, high) = self.days.unwrap_or((1, length));
                // the tabular month may be a day shorter than the one that was seen
                (1 <= low && low <= high && high <= 30).then(|| {
                    Some((
                        hijri_day(year, self.month, low)?,
                        hijri_day(year, self.month, high)?,
                    ))
                })?
            }
        }
    }

    /// The days that are meant in a report of `published`, and what does not fit.
    pub(super) fn resolve(
        self,
        year: Year,
        published: Option<Date>,
    ) -> (Option<Days>, Option<Clash>) {
        let Some(published) = published else {
            return match year {
                Year::Explicit(year) => (self.in_year(year), None),
                Year::Offset(_) | Year::Previous | Year::Current | Year::Next | Year::Open => {
                    (None, None)
                }
            };
        };
        let (this_year, this_month) = match self.calendar {
            Calendar::Gregorian => (published.year(), published.month()),
            Calendar::Hijri => hijri_of(published),
        };
        let late = |days: Option<Days>| days.is_some_and(|(first, _)| first > published);
        let after = |days: Option<Days>| (days, late(days).then_some(Clash::AfterPublication));
        match year {
            Year::Explicit(year) => after(self.in_year(year)),
            Year::Offset(offset) => {
                let days = self.in_year(this_year.saturating_add(offset));
                if offset > 0 {
                    (days, None)
                } else {
                    after(days)
                }
            }
            Year::Open => (
                self.last_before(this_year, |days| days.0 <= published),
                None,
            ),
            Year::Next => {
                let days = (this_year..=this_year.saturating_add(8))
                    .filter_map(|year| self.in_year(year))
                    .find(|days| days.0 > published);
                (days, None)
            }
            Year::Previous if self.days.is_none() => {
                let started = MonthDays {
                    month: this_month,
                    ..self
                }
                .in_year(this_year);
                (
                    self.last_before(this_year, |days| started.is_none_or(|now| days.1 < now.0)),
                    None,
                )
            }
            Year::Previous => {
                let days = self.last_before(this_year, |days| days.0 <= published);
                let current = self.month == this_month && days == self.in_year(this_year);
                let clash = days.filter(|_| current).map(|days| {
                    Clash::Contradiction(days, self.in_year(this_year.saturating_sub(1)))
                });
                (days, clash)
            }
            Year::Current if self.month == this_month => after(self.in_year(this_year)),
            Year::Current => {
                let days = self.last_before(this_year, |days| days.0 <= published);
                let other = MonthDays {
                    month: this_month,
                    ..self
                }
                .in_year(this_year);
                (days, days.map(|days| Clash::Contradiction(days, other)))
            }
        }
    }

    /// The last one that `fits`; leap days are looked for over eight years.
    fn last_before(self, this_year: i16, fits: impl Fn(&Days) -> bool) -> Option<Days> {
        (0..=8)
            .filter_map(|back| self.in_year(this_year.saturating_sub(back)))
            .find(fits)
    }
}

/// All days of a year.
pub(super) fn year(year: i16) -> Option<Days> {
    Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
}

/// All days of the month that lies so many months from that of `date`.
pub(super) fn month(date: Date, offset: i32) -> Option<Days> {
    let first = date
        .first_of_month()
        .checked_add(Span::new().try_months(offset).ok()?)
        .ok()?;
    Some((first, first.last_of_month()))
}

/// The week, Saturday to Friday, that lies so many weeks from that of `date`.
pub(super) fn week(date: Date, offset: i32) -> Option<Days> {
    let back = date.weekday().since(Weekday::Saturday);
    let first = shift(
        date,
        offset.saturating_mul(7).saturating_sub(i32::from(back)),
    )?;
    Some((first, shift(first, 6)?))
}

/// So many days from `date`.
pub(super) fn shift(date: Date, days: i32) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The last such weekday on or before `date`.
pub(super) fn weekday_before(date: Date, weekday: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    shift(date, -i32::from(date.weekday().since(weekday)))
}

/// Days before the first of Muharram of `year` since the first day of the tabular calendar.
fn hijri_days_before(year: i64) -> i64 {
    (year - 1) * 354 + (3 + 11 * year).div_euclid(30)
}

fn hijri_month_length(year: i16, month: i8) -> i8 {
    let leap = (14 + 11 * i32::from(year)).rem_euclid(30) < 11;
    if month % 2 == 1 || (month == 12 && leap) {
        30
    } else {
        29
    }
}

/// A day of the tabular Islamic calendar; the calendar that is seen or decreed may differ by a day.
pub(super) fn hijri_day(year: i16, month: i8, day: i8) -> Option<Date> {
    // 1 Muharram 1 is 19 July 622 in the Gregorian calendar
    let epoch = Date::new(622, 7, 19).ok()?;
    let months = i64::from(month - 1);
    let days =
        hijri_days_before(i64::from(year)) + 29 * months + (months + 1) / 2 + i64::from(day - 1);
    epoch.checked_add(days.days()).ok()
}

/// Year and month of the tabular Islamic calendar in which `date` lies.
fn hijri_of(date: Date) -> (i16, i8) {
    // a lunar year is some 354.37 days
    let guess = i16::try_from((i32::from(date.year()) - 622) * 33 / 32).unwrap_or(1);
    for year in (guess - 1..=guess + 2).rev() {
        for month in (1..=12).rev() {
            if hijri_day(year, month, 1).is_some_and(|first| first <= date) {
                return (year, month);
            }
        }
    }
    (guess, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn hijri_days_are_converted_by_the_tabular_rule() {
        assert_eq!(hijri_day(1, 1, 1), Some(date(622, 7, 19)));
        assert_eq!(hijri_day(1445, 9, 1), Some(date(2024, 3, 11)));
        // the decreed calendar of Saudi Arabia began this month a day earlier
        assert_eq!(hijri_day(1436, 10, 1), Some(date(2015, 7, 18)));
        assert_eq!(hijri_of(date(2015, 7, 26)), (1436, 10));
    }

    #[test]
    fn weeks_begin_on_saturday() {
        assert_eq!(
            week(date(2018, 12, 9), -1),
            Some((date(2018, 12, 1), date(2018, 12, 7)))
        );
    }

    #[test]
    fn a_weekday_is_the_last_one_up_to_that_day() {
        assert_eq!(
            weekday_before(date(2018, 12, 9), 6),
            Some(date(2018, 12, 8))
        );
        assert_eq!(
            weekday_before(date(2018, 12, 9), 7),
            Some(date(2018, 12, 9))
        );
    }
}
