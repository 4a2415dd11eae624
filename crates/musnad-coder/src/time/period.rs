//! Periods: «منذ … حتى …», «من … إلى …», «خلال …», «قبل …».

use jiff::civil::Date;
use musnad_lexicon::{Item, Split};
use musnad_model::{Bound, Grain, RelativeDate};

use super::calendar::{self, Days};
use super::lookup::{Kind, Unit, is, meaning};
use super::{Found, Reader};

/// So many units of time.
#[derive(Clone, Copy)]
struct Amount {
    /// `None` for «أيام», «أكثر من أسبوعين».
    count: Option<i32>,
    unit: Unit,
    end: usize,
}

impl Reader<'_, '_> {
    /// A period that begins at `at`.
    pub(super) fn period(&self, at: usize) -> Option<Found> {
        self.since(at)
            .or_else(|| self.start_to_end(at))
            .or_else(|| self.until_alone(at))
            .or_else(|| self.during(at))
            .or_else(|| self.recent(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.definite_amount(at))
            .or_else(|| self.duration(at))
    }

    /// The end of the word of this kind at `at`, and what is split from it.
    fn opener(&self, at: usize, wanted: Kind) -> Option<(usize, Split)> {
        let ((), hit) = meaning(self.words, at, |kind, hit| {
            (kind == wanted && hit.split.suffix == 0).then_some(())
        })?;
        self.sentence
            .contains(&hit.tokens.end)
            .then_some((hit.tokens.end, hit.split))
    }

    /// «منذ ثلاثة أيام», «منذ الـ10 من أيلول الماضي», «منذ بداية الشهر», «منذ مساء الـ3 … حتى يوم أمس».
    fn since(&self, at: usize) -> Option<Found> {
        let (next, split) = self.opener(at, Kind::Since)?;
        let mut found = if let Some(amount) = self.amount(next) {
            let first = amount.count.and_then(|count| self.back(amount.unit, count));
            let relative = self.amount_relative(amount, -1);
            Found {
                earliest: first,
                relative,
                ..Found::new(at, amount.end, split, None, Grain::Period)
            }
        } else {
            let point = self
                .edge(next, true)
                .or_else(|| self.point(next))
                .or_else(|| self.bare_year(next))?;
            let first = match point.edge {
                Some((days, true)) => Some(days.0),
                Some((_, false)) => None,
                None => point.earliest,
            };
            Found {
                earliest: first,
                contextual: false,
                ..point
            }
        };
        found.from = at;
        found.split = split;
        found.grain = Grain::Period;
        found.edge = None;
        found.latest = self.published;
        if let Some((last, end)) = self.until(found.end) {
            (found.latest, found.end) = (last, end);
        }
        // half a period is none: without its first day the words are too vague
        if found.earliest.is_none() {
            found.latest = None;
        } else if found
            .latest
            .is_some_and(|last| found.earliest.is_some_and(|first| first > last))
        {
            found.latest = found.earliest;
        }
        found.running = true;
        Some(found)
    }

    /// «من ليلة الخميس ولغاية أمس الجمعة».
    fn start_to_end(&self, at: usize) -> Option<Found> {
        let (conjunction, prefix) = match self.word(at) {
            "من" => (None, 0),
            "ومن" => (Some('و'), 1),
            _ => return None,
        };
        let point = self.edge(at + 1, true).or_else(|| self.point(at + 1))?;
        let (last, end) = self.until(point.end)?;
        let first = match point.edge {
            Some((days, start)) => Some(days.0).filter(|_| start),
            None => point.earliest,
        };
        let days = first.zip(last).filter(|(first, last)| first <= last);
        let split = Split {
            conjunction,
            prefix,
            ..Split::default()
        };
        Some(Found {
            running: true,
            ..Found::new(at, end, split, days, Grain::Period)
        })
    }

    /// «حتى يوم أمس», «ولغاية الجمعة», «حتى الآن» behind the first day of a period.
    fn until(&self, at: usize) -> Option<(Option<Date>, usize)> {
        let (next, _) = self.opener(at, Kind::Until)?;
        if self.point(next).is_none()
            && let Some(end) = is(self.words, next, Kind::Now)
        {
            return Some((self.published, end));
        }
        let point = self
            .point(next)
            .or_else(|| self.bare_year(next))
            .or_else(|| self.edge(next, false))?;
        Some((point.latest, point.end))
    }

    /// «حتى الجمعة»: only the last day is told.
    fn until_alone(&self, at: usize) -> Option<Found> {
        let (_, split) = self.opener(at, Kind::Until)?;
        let word = self.word(at);
        if word.ends_with("الي")
            || self
                .number(at + 1)
                .is_some_and(|number| self.point(at + 1).is_none() && number.bound != Bound::Vague)
        {
            return None;
        }
        let (last, end) = self.until(at)?;
        Some(Found {
            latest: last,
            running: true,
            ..Found::new(at, end, split, None, Grain::Period)
        })
    }

    /// «خلال الـ24 ساعة الماضية», «خلال الأشهر الماضية», «خلال شهر واحد», «خلال الفترة ذاتها».
    fn during(&self, at: usize) -> Option<Found> {
        let (next, split) = self.opener(at, Kind::During)?;
        if self.word(at).ends_with("في") {
            return None;
        }
        let vague = |end| Found {
            running: true,
            ..Found::new(at, end, split, None, Grain::Period)
        };
        if let Some(end) =
            is(self.words, next, Kind::SamePeriod).or_else(|| is(self.words, next, Kind::Recent))
        {
            return Some(vague(end));
        }
        if let Some(amount) = self.definite_amount(next) {
            return Some(Found {
                from: at,
                split,
                ..amount
            });
        }
        if let Some(amount) = self.amount(next) {
            return Some(vague(amount.end));
        }
        if let Some(inner) = self.during(next).filter(|inner| inner.split.prefix == 0) {
            return Some(Found {
                from: at,
                split,
                ..inner
            });
        }
        let point = self
            .point(next)
            .or_else(|| self.edge(next, true))
            .or_else(|| self.bare_year(next))?;
        Some(Found {
            from: at,
            split,
            running: true,
            ..point
        })
    }

    /// «في الساعات الأخيرة», «مؤخرا».
    fn recent(&self, at: usize) -> Option<Found> {
        let (from_word, lead) = match self.word(at) {
            "في" => (at + 1, Some(Split::default())),
            "وفي" => (
                at + 1,
                Some(Split {
                    conjunction: Some('و'),
                    prefix: 1,
                    ..Split::default()
                }),
            ),
            _ => (at, None),
        };
        if !self.sentence.contains(&from_word) {
            return None;
        }
        let ((), hit) = meaning(self.words, from_word, |kind, _| {
            matches!(kind, Kind::Recent | Kind::SamePeriod).then_some(())
        })?;
        let split = lead.unwrap_or(hit.split);
        Some(Found::new(at, hit.tokens.end, split, None, Grain::Period))
    }

    /// «قبل أربعة أيام», «قبل نحو شهر», «قبل أكثر من أسبوعين».
    fn ago(&self, at: usize) -> Option<Found> {
        let (next, split) = self.opener(at, Kind::Ago)?;
        let amount = self.amount(next)?;
        // «قبل يوم من الاقتراع»: a day that only the story knows
        if self.word(amount.end) == "من" {
            return None;
        }
        let day = amount
            .count
            .filter(|_| matches!(amount.unit, Unit::Day | Unit::Week))
            .and_then(|count| self.back(amount.unit, count));
        let grain = match amount.unit {
            Unit::Day => Grain::Day,
            Unit::Week => Grain::Week,
            Unit::Month => Grain::Month,
            Unit::Year | Unit::Decade => Grain::Year,
            Unit::Minute | Unit::Hour => Grain::Hour,
        };
        let relative = self.amount_relative(amount, -1);
        Some(Found {
            relative,
            ..Found::new(at, amount.end, split, day.map(|day| (day, day)), grain)
        })
    }

    /// «لأكثر من عشرين يوما», «لثلاثة أيام»: how long it went on.
    fn duration(&self, at: usize) -> Option<Found> {
        let hit = self
            .words
            .hit(at, |item| matches!(item, Item::Bound(_) | Item::Numeral(_)))?;
        if hit.split.preposition != Some('ل') {
            return None;
        }
        let amount = self.amount(at)?;
        Some(Found::new(at, amount.end, hit.split, None, Grain::Period))
    }

    /// The day so many units before publication; months and years are too vague for days.
    fn back(&self, unit: Unit, count: i32) -> Option<Date> {
        let published = self.published?;
        match unit {
            Unit::Day => calendar::shift(published, count.checked_neg()?),
            Unit::Week => calendar::shift(published, count.checked_mul(-7)?),
            Unit::Hour => calendar::shift(published, -(count.checked_add(23)? / 24)),
            Unit::Minute | Unit::Month | Unit::Year | Unit::Decade => None,
        }
    }

    fn amount_relative(&self, amount: Amount, sign: i32) -> Option<RelativeDate> {
        if self.published.is_some() {
            return None;
        }
        let (unit, each) = amount.unit.model()?;
        Some(RelativeDate {
            unit,
            offset: amount.count?.saturating_mul(each).saturating_mul(sign),
        })
    }

    /// «أربعة أيام», «أسبوعين», «أكثر من أسبوعين», «أيام قليلة», «شهر واحد».
    fn amount(&self, at: usize) -> Option<Amount> {
        if !self.sentence.contains(&at) {
            return None;
        }
        if let Some(number) = self.number(at) {
            let (unit, end) = self.unit_word(number.tokens.end, |_| true)?;
            let exact = number
                .min
                .filter(|_| number.bound == Bound::Exact && number.min == number.max);
            return Some(Amount {
                count: exact.and_then(|count| i32::try_from(count).ok()),
                unit,
                end,
            });
        }
        let bound = self.words.hit(at, |item| matches!(item, Item::Bound(_)));
        let from = bound.map_or(at, |hit| hit.tokens.end);
        let ((unit, value), hit) = meaning(self.words, from, |kind, hit| match kind {
            Kind::Unit(unit, value) if !hit.split.article && hit.split.suffix == 0 => {
                Some((unit, value))
            }
            _ => None,
        })?;
        let mut end = hit.tokens.end;
        while let Some(next) =
            is(self.words, end, Kind::Few).filter(|_| self.sentence.contains(&end))
        {
            end = next;
        }
        if let Some(number) = self.number(end)
            && number.min == Some(1)
            && value == 1
        {
            end = number.tokens.end;
        }
        let count = Some(value).filter(|&value| value > 0 && bound.is_none());
        // «عام 2011» and «يوم السبت» are no lengths
        let named = value == 1
            && (self.digits(end).is_some()
                || self.point(end).is_some()
                || self.point(from).is_some());
        (!named).then_some(Amount { count, unit, end })
    }

    fn unit_word(&self, at: usize, fits: impl Fn(i32) -> bool) -> Option<(Unit, usize)> {
        let (unit, hit) = meaning(self.words, at, |kind, hit| match kind {
            Kind::Unit(unit, value) if hit.split.prefix == 0 && fits(value) => Some(unit),
            _ => None,
        })?;
        self.sentence
            .contains(&at)
            .then_some((unit, hit.tokens.end))
    }

    /// «الـ24 ساعة الماضية», «الأيام الثلاثة الماضية», «اليومين الماضيين», «الأشهر الماضية».
    fn definite_amount(&self, at: usize) -> Option<Found> {
        let (amount, split) = self.definite_units(at)?;
        if is(self.words, amount.end, Kind::Previous).is_none()
            || !self.sentence.contains(&amount.end)
        {
            return None;
        }
        let days: Option<Days> = amount
            .count
            .and_then(|count| match amount.unit {
                Unit::Month => calendar_back(self.published?, count),
                Unit::Year => calendar_back(self.published?, count.checked_mul(12)?),
                Unit::Decade | Unit::Minute => None,
                Unit::Hour | Unit::Day | Unit::Week => self.back(amount.unit, count),
            })
            .zip(self.published);
        let relative = self.amount_relative(amount, -1);
        let found = Found::new(at, amount.end + 1, split, days, Grain::Period);
        Some(Found {
            running: true,
            relative,
            ..found
        })
    }

    fn definite_units(&self, at: usize) -> Option<(Amount, Split)> {
        if let Some(number) = self.number(at) {
            let definite = self.word(at).contains("ال");
            let (unit, end) = self
                .unit_word(number.tokens.end, |_| true)
                .filter(|_| definite)?;
            let count = number.min.filter(|_| number.min == number.max);
            let split = self
                .words
                .hit(at, |item| matches!(item, Item::Numeral(_)))
                .map_or(Split::default(), |hit| hit.split);
            return Some((
                Amount {
                    count: count.and_then(|count| i32::try_from(count).ok()),
                    unit,
                    end,
                },
                split,
            ));
        }
        let ((unit, value), hit) = meaning(self.words, at, |kind, hit| match kind {
            Kind::Unit(unit, value) if hit.split.article && value != 1 => Some((unit, value)),
            _ => None,
        })?;
        let mut amount = Amount {
            count: Some(value).filter(|&value| value > 0),
            unit,
            end: hit.tokens.end,
        };
        if let Some(number) = self.number(amount.end) {
            amount.count = number
                .min
                .filter(|_| number.min == number.max)
                .and_then(|count| i32::try_from(count).ok());
            amount.end = number.tokens.end;
        } else if let Some(end) = is(self.words, amount.end, Kind::Few) {
            amount.end = end;
        }
        Some((amount, hit.split))
    }
}

/// The day so many months before `date`.
fn calendar_back(date: Date, months: i32) -> Option<Date> {
    date.checked_sub(jiff::Span::new().try_months(months).ok()?)
        .ok()
}
