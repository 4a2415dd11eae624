//! What the data say of the words of time, as types.

use musnad_lexicon::Item;
use musnad_model::{PartOfDay, TimeUnit};

use super::calendar::Calendar;
use crate::words::{Hit, Words};

/// A unit of time. An hour is no unit of a resolved date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
}

impl Unit {
    /// The model's unit and how many of it one of these is.
    pub(super) fn model(self) -> Option<(TimeUnit, i32)> {
        match self {
            Unit::Minute | Unit::Hour => None,
            Unit::Day => Some((TimeUnit::Day, 1)),
            Unit::Week => Some((TimeUnit::Week, 1)),
            Unit::Month => Some((TimeUnit::Month, 1)),
            Unit::Year => Some((TimeUnit::Year, 1)),
            Unit::Decade => Some((TimeUnit::Year, 10)),
        }
    }
}

/// What a word of time does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    DayOffset(i32, Option<PartOfDay>),
    Part(PartOfDay),
    /// The number is 1, 2 for a dual, 0 for a plural.
    Unit(Unit, i32),
    UnitPair(Unit),
    Ordinal(i8),
    Previous,
    Current,
    Next,
    Since,
    Until,
    During,
    Ago,
    EdgeStart,
    EdgeOther,
    Clock,
    Recent,
    SamePeriod,
    Few,
    Now,
    NotToday,
    NameHead,
}

fn part(word: Option<&str>) -> Option<PartOfDay> {
    Some(match word? {
        "dawn" => PartOfDay::Dawn,
        "morning" => PartOfDay::Morning,
        "noon" => PartOfDay::Noon,
        "afternoon" => PartOfDay::Afternoon,
        "evening" => PartOfDay::Evening,
        "night" => PartOfDay::Night,
        _ => return None,
    })
}

fn unit(word: Option<&str>) -> Option<Unit> {
    Some(match word? {
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        _ => return None,
    })
}

fn kind(words: &Words, item: Item) -> Option<Kind> {
    let Item::Time(number) = item else {
        return None;
    };
    let entry = &words.lexicon.entries.time[usize::from(number)];
    let value = entry.value.unwrap_or(0);
    Some(match entry.kind.as_str() {
        "day-offset" => Kind::DayOffset(value, part(entry.part.as_deref())),
        "part-of-day" => Kind::Part(part(entry.part.as_deref())?),
        "unit" => Kind::Unit(unit(entry.unit.as_deref())?, value),
        "unit-pair" => Kind::UnitPair(unit(entry.unit.as_deref())?),
        "ordinal" => Kind::Ordinal(i8::try_from(value).ok()?),
        "previous" => Kind::Previous,
        "current" => Kind::Current,
        "next" => Kind::Next,
        "since" => Kind::Since,
        "until" => Kind::Until,
        "during" => Kind::During,
        "ago" => Kind::Ago,
        "edge-start" => Kind::EdgeStart,
        "edge-middle" | "edge-end" => Kind::EdgeOther,
        "clock" => Kind::Clock,
        "recent" => Kind::Recent,
        "same-period" => Kind::SamePeriod,
        "few" => Kind::Few,
        "now" => Kind::Now,
        "not-today" => Kind::NotToday,
        "name-head" => Kind::NameHead,
        _ => return None,
    })
}

/// The first meaning at `at` that `wanted` takes, the longest phrase first.
pub(super) fn meaning<'w, T>(
    words: &'w Words,
    at: usize,
    wanted: impl Fn(Kind, &Hit) -> Option<T>,
) -> Option<(T, &'w Hit)> {
    words
        .hits(at)
        .iter()
        .find_map(|hit| Some((wanted(kind(words, hit.sense.item)?, hit)?, hit)))
}

/// Whether the word at `at` is of this kind, and where it ends.
pub(super) fn is(words: &Words, at: usize, wanted: Kind) -> Option<usize> {
    meaning(words, at, |kind, _| (kind == wanted).then_some(())).map(|((), hit)| hit.tokens.end)
}

/// The unit at `at`.
pub(super) fn unit_at(words: &Words, at: usize) -> Option<Unit> {
    let unit = meaning(words, at, |kind, _| match kind {
        Kind::Unit(unit, _) => Some(unit),
        _ => None,
    });
    unit.map(|(unit, _)| unit)
}

/// A name of a month: its number, its calendar, and what was met.
pub(super) fn month_name<'w>(words: &'w Words, at: usize) -> Option<(i8, Calendar, &'w Hit)> {
    words.hits(at).iter().find_map(|hit| {
        let Item::Month(month, name) = hit.sense.item else {
            return None;
        };
        let month = &words.lexicon.entries.months[usize::from(month)];
        let hijri = month.name[usize::from(name)].calendar == "hijri";
        Some((
            month.number,
            if hijri {
                Calendar::Hijri
            } else {
                Calendar::Gregorian
            },
            hit,
        ))
    })
}

/// A name of a weekday: its number, 1 for Monday.
pub(super) fn weekday_name<'w>(words: &'w Words, at: usize) -> Option<(i8, &'w Hit)> {
    words.hits(at).iter().find_map(|hit| {
        let Item::Weekday(day) = hit.sense.item else {
            return None;
        };
        Some((words.lexicon.entries.weekdays[usize::from(day)].number, hit))
    })
}
