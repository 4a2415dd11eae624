//! Points in time: «فجر أمس», «مساء الثلاثاء», «الساعة الخامسة»; months and years are in `month`.

use musnad_lexicon::{Item, Split};
use musnad_model::{DoubtKind, Grain, PartOfDay, RelativeDate, TimeUnit};
use musnad_text::TokenKind;

use super::calendar::{self, Year};
use super::lookup::{self, Kind, Unit, is, meaning};
use super::month::{DISAGREE, TABULAR};
use super::{Found, Reader};

impl Reader<'_, '_> {
    /// A point that stands by itself, with the preposition that belongs to it.
    pub(super) fn point_in_text(&self, at: usize) -> Option<Found> {
        if self.behind_name_head(at) {
            return None;
        }
        self.point(at)
            .or_else(|| self.edge(at, false))
            .or_else(|| self.bare_year(at))
    }

    /// A day, a month, a year, or a part of a day.
    pub(super) fn point(&self, at: usize) -> Option<Found> {
        self.clock(at)
            .or_else(|| self.part_then_day(at))
            .or_else(|| self.core(at))
    }

    pub(super) fn core(&self, at: usize) -> Option<Found> {
        self.numeric_date(at)
            .or_else(|| self.day_offset(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| self.month(at))
            .or_else(|| self.unit(at))
            .or_else(|| self.year(at))
    }

    /// «الساعة 6:32 مساء», «الساعة الخامسة من فجر السبت».
    pub(super) fn clock(&self, at: usize) -> Option<Found> {
        let ((), hit) = meaning(self.words, at, |kind, hit| {
            (kind == Kind::Clock && self.words.word(hit.tokens.start).contains("ساعه"))
                .then_some(())
        })?;
        let split = hit.split;
        let (hour, mut end) = if let Some(hour) = self.digits(at + 1) {
            (u8::try_from(hour).ok().filter(|&hour| hour <= 24)?, at + 2)
        } else {
            let (hour, end) = self.ordinal(at + 1)?;
            (u8::try_from(hour).ok().filter(|&hour| hour <= 12)?, end)
        };
        if self.words.is_sign(end, ':') && self.digits(end + 1).is_some() {
            end += 2;
        }
        // «وتسع وخمسين دقيقة»
        let joined = end + usize::from(self.word(end) == "و");
        if let Some(minutes) = self.number(joined).map(|number| number.tokens.end)
            && lookup::unit_at(self.words, minutes) == Some(Unit::Minute)
        {
            end = minutes;
        }
        if let Some(((), hit)) = meaning(self.words, end, |kind, _| {
            matches!(kind, Kind::Unit(Unit::Minute, _)).then_some(())
        }) {
            end = hit.tokens.end;
        }
        let from_word = if self.word(end) == "من" {
            end + 1
        } else {
            end
        };
        // «الساعة 5» at the end of a line takes no «مساء» of the next
        let day = (from_word < self.sentence.end)
            .then(|| {
                self.part_then_day(from_word)
                    .or_else(|| self.core(from_word))
                    .or_else(|| self.part_of_clock(from_word))
            })
            .flatten();
        let mut found = match day.filter(|day| day.grain == Grain::Day || day.contextual) {
            Some(day) => Found {
                from: at,
                split,
                ..day
            },
            None => Found {
                contextual: true,
                ..self.today(at, end, split)
            },
        };
        let late = match found.part {
            Some(PartOfDay::Evening | PartOfDay::Afternoon) => hour < 12,
            Some(PartOfDay::Night) => (6..12).contains(&hour),
            Some(PartOfDay::Noon) => hour < 6,
            Some(PartOfDay::Dawn | PartOfDay::Morning) | None => false,
        };
        found.hour = Some(if late { hour + 12 } else { hour % 24 });
        found.grain = Grain::Hour;
        Some(found)
    }

    /// «مساء» behind an hour, whatever follows.
    pub(super) fn part_of_clock(&self, at: usize) -> Option<Found> {
        let (part, hit) = meaning(self.words, at, |kind, hit| match kind {
            Kind::Part(part) if hit.split.prefix == 0 => Some(part),
            _ => None,
        })?;
        let today = self.today(at, hit.tokens.end, hit.split);
        Some(Found {
            part: Some(part),
            contextual: true,
            ..today
        })
    }

    pub(super) fn today(&self, from: usize, end: usize, split: Split) -> Found {
        let days = self.published.map(|day| (day, day));
        let relative = self.relative(TimeUnit::Day, 0);
        Found {
            relative,
            ..Found::new(from, end, split, days, Grain::Day)
        }
    }

    pub(super) fn relative(&self, unit: TimeUnit, offset: i32) -> Option<RelativeDate> {
        self.published
            .is_none()
            .then_some(RelativeDate { unit, offset })
    }

    /// «فجر أمس», «بعد منتصف ليل اليوم الخميس»; alone «فجرا», «ساعات الصباح الأولى».
    pub(super) fn part_then_day(&self, at: usize) -> Option<Found> {
        let (part, hit) = meaning(self.words, at, |kind, _| match kind {
            Kind::Part(part) => Some(part),
            _ => None,
        })?;
        let next = hit.tokens.end;
        let next = if self.word(next) == "من" && self.core(next + 1).is_some() {
            next + 1
        } else {
            next
        };
        if self
            .words
            .token(next)
            .is_some_and(|token| !token.line_before)
            && let Some(day) = self
                .core(next)
                .filter(|day| matches!(day.grain, Grain::Day))
        {
            return Some(Found {
                from: at,
                split: hit.split,
                part: Some(part),
                ..day
            });
        }
        let last = hit.tokens.end - 1;
        let word = self.word(last);
        let adverb = hit.tokens.len() == 1 && !hit.split.article && hit.split.suffix == 0;
        let alone = if hit.tokens.len() > 1 {
            word.starts_with("ال")
        } else if hit.split.article {
            at > self.sentence.start && self.words.listed(at - 1, "before-an-hour")
        } else {
            adverb
                && (word.ends_with('ا')
                    || (word.ends_with("اء") && self.ends_phrase(hit.tokens.end)))
        };
        if !alone {
            return None;
        }
        let today = self.today(at, hit.tokens.end, hit.split);
        Some(Found {
            part: Some(part),
            contextual: true,
            ..today
        })
    }

    /// Whether no noun follows that would stand in the genitive.
    pub(super) fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.words.token(at).filter(|_| self.sentence.contains(&at)) else {
            return true;
        };
        token.kind != TokenKind::Word
            || self.words.in_class(at, "particle")
            || self
                .words
                .info(at)
                .readings
                .iter()
                .any(|reading| reading.split.prefix > 0)
    }

    /// «أمس», «يوم أمس», «اليوم (الخميس)», «أمس الاثنين 5 آذار».
    pub(super) fn day_offset(&self, at: usize) -> Option<Found> {
        let first = self.behind_day_word(at);
        let ((offset, part), hit) =
            meaning(self.words, first.unwrap_or(at), |kind, _| match kind {
                Kind::DayOffset(offset, part) => Some((offset, part)),
                _ => None,
            })?;
        let end = hit.tokens.end;
        let split = if first.is_some() {
            self.split(at)
        } else {
            hit.split
        };
        if hit.split.suffix > 0
            || is(self.words, end, Kind::NotToday).is_some()
            || self.after_that(at)
        {
            return None;
        }
        let day = self.published.and_then(|day| calendar::shift(day, offset));
        let mut found = Found::new(at, end, split, day.map(|day| (day, day)), Grain::Day);
        found.part = part;
        found.relative = self.relative(TimeUnit::Day, offset);
        self.apposed_weekday(&mut found);
        self.apposed_date(&mut found);
        Some(found)
    }

    /// «ذلك اليوم», «تلك الليلة», «كل يوم»: a day that only the story knows.
    pub(super) fn after_that(&self, at: usize) -> bool {
        at > self.sentence.start && self.words.listed(at - 1, "no-single-day")
    }

    /// The token behind «يوم» where a named day follows it.
    pub(super) fn behind_day_word(&self, at: usize) -> Option<usize> {
        let day = meaning(self.words, at, |kind, hit| {
            (matches!(kind, Kind::Unit(Unit::Day, 1))
                && !hit.split.article
                && hit.split.suffix == 0)
                .then_some(())
        });
        day.map(|((), hit)| hit.tokens.end)
            .filter(|&next| self.sentence.contains(&next))
    }

    /// What is split from the word at `at`, a word of time.
    pub(super) fn split(&self, at: usize) -> Split {
        self.words
            .hit(at, |item| {
                matches!(item, Item::Time(_) | Item::Weekday(_) | Item::Month(..))
            })
            .map_or(Split::default(), |hit| hit.split)
    }

    /// «اليوم (الخميس)», «أمس الاثنين»: the weekday of a day already told; a name beats a count.
    pub(super) fn apposed_weekday(&self, found: &mut Found) {
        let bracket = self.words.is_sign(found.end, '(');
        let at = found.end + usize::from(bracket);
        let Some((weekday, hit)) = lookup::weekday_name(self.words, at) else {
            return;
        };
        if !self.sentence.contains(&at) || hit.split.prefix > 0 {
            return;
        }
        found.end = hit.tokens.end;
        if bracket && self.words.is_sign(found.end, ')') {
            found.end += 1;
        }
        let Some((told, published)) = found.earliest.zip(self.published) else {
            return;
        };
        if told.weekday().to_monday_one_offset() != weekday
            && let Some(named) = calendar::weekday_before(published, weekday)
        {
            (found.earliest, found.latest) = (Some(named), Some(named));
            found.doubt = Some((
                DoubtKind::DateContradiction,
                vec![named.to_string(), told.to_string()],
                DISAGREE,
            ));
        }
    }

    /// «أمس السبت 5 آذار», «الجمعة (24/7/2015)»: the date of a day already told; it beats the day's name.
    pub(super) fn apposed_date(&self, found: &mut Found) {
        let mut at = found.end;
        if self.words.is_sign(at, '(') || self.words.is_sign(at, '،') || self.words.is_sign(at, ',')
        {
            at += 1;
        }
        let Some(date) = self.numeric_date(at).or_else(|| self.day_of_month(at)) else {
            return;
        };
        let bracket = self.words.is_sign(at - 1, '(') && at > found.end;
        found.end = date.end + usize::from(bracket && self.words.is_sign(date.end, ')'));
        // the weekday tells which day the Hijri date is, which the tabular rule may miss by one
        if let Some((told, named)) = found.earliest.zip(date.earliest)
            && date
                .doubt
                .as_ref()
                .is_some_and(|(_, _, note)| *note == TABULAR)
            && let Some(day) = [0, -1, 1]
                .into_iter()
                .filter_map(|shift| calendar::shift(named, shift))
                .find(|day| day.weekday() == told.weekday())
        {
            (found.earliest, found.latest, found.relative) = (Some(day), Some(day), None);
            return;
        }
        if let Some((told, named)) = found.earliest.zip(date.earliest)
            && told != named
            && found.relative.is_none()
        {
            found.doubt = Some((
                DoubtKind::DateContradiction,
                vec![named.to_string(), told.to_string()],
                DISAGREE,
            ));
        }
        if date.earliest.is_some() {
            (found.earliest, found.latest, found.relative) = (date.earliest, date.latest, None);
            found.doubt = found.doubt.take().or(date.doubt);
        }
    }

    /// «السبت», «يوم الأحد الماضي», «ليل السبت الأحد», «الجمعة المقبل».
    pub(super) fn weekday(&self, at: usize) -> Option<Found> {
        let pair = meaning(self.words, at, |kind, _| {
            (kind == Kind::UnitPair(Unit::Day)).then_some(())
        });
        let behind = pair
            .map(|((), hit)| hit.tokens.end)
            .or_else(|| self.behind_day_word(at));
        let first = behind.unwrap_or(at);
        let bracket = behind.is_none() && self.words.is_sign(first, '(');
        if bracket || !self.sentence.contains(&first) {
            return None;
        }
        let (weekday, hit) = lookup::weekday_name(self.words, first)?;
        if self.after_that(at) || (behind.is_some() && hit.split.prefix > 0) {
            return None;
        }
        let split = if behind.is_some() {
            self.split(at)
        } else {
            hit.split
        };
        let mut end = hit.tokens.end;
        let mut last = weekday;
        if let Some((next, next_end)) = self.second_weekday(end, weekday, pair.is_some()) {
            (last, end) = (next, next_end);
        }
        let length = (i32::from(last) - i32::from(weekday)).rem_euclid(7);
        let (year, mut end) = self.modifier(end).unwrap_or((Year::Open, end));
        let weeks = match year {
            // «السبت من الأسبوع الماضي»
            Year::Open => self.of_week(end).map(|(weeks, week_end)| {
                end = week_end;
                weeks
            }),
            _ => None,
        };
        let day = self.published.and_then(|published| match (year, weeks) {
            (_, Some(weeks)) => {
                let start = calendar::week(published, weeks)?.0;
                calendar::weekday_before(calendar::shift(start, 6)?, last)
            }
            (Year::Next, _) => calendar::weekday_before(calendar::shift(published, 7)?, last),
            (Year::Previous, _) => calendar::weekday_before(calendar::shift(published, -1)?, last),
            _ => calendar::weekday_before(published, last),
        });
        let days = day.and_then(|day| Some((calendar::shift(day, -length)?, day)));
        let mut found = Found::new(at, end, split, days, Grain::Day);
        if length == 0 {
            self.apposed_date(&mut found);
        }
        Some(found)
    }

    /// The second of two days: «السبت الأحد», «السبت - الأحد», «يومي السبت والاثنين».
    pub(super) fn second_weekday(&self, at: usize, first: i8, pair: bool) -> Option<(i8, usize)> {
        let sign = ['-', '–', '/']
            .into_iter()
            .any(|sign| self.words.is_sign(at, sign));
        let (next, hit) = lookup::weekday_name(self.words, at + usize::from(sign))?;
        let joined = if pair {
            hit.split.conjunction == Some('و')
        } else {
            hit.split.prefix == 0
        };
        let follows = next == first % 7 + 1;
        (joined && (follows || pair) && self.sentence.contains(&(hit.tokens.end - 1)))
            .then_some((next, hit.tokens.end))
    }

    pub(super) fn of_week(&self, at: usize) -> Option<(i32, usize)> {
        let from = if self.word(at) == "من" {
            at + 1
        } else {
            return None;
        };
        let (unit, offset, end) = self.unit_with_modifier(from)?;
        (unit == Unit::Week).then_some((offset, end))
    }

    /// «الماضي», «الجاري», «المقبل».
    pub(super) fn modifier(&self, at: usize) -> Option<(Year, usize)> {
        if !self.sentence.contains(&at) {
            return None;
        }
        let (year, hit) = meaning(self.words, at, |kind, hit| match kind {
            _ if hit.split.prefix > 0 => None,
            Kind::Previous => Some(Year::Previous),
            Kind::Current => Some(Year::Current),
            Kind::Next => Some(Year::Next),
            _ => None,
        })?;
        Some((year, hit.tokens.end))
    }
}
