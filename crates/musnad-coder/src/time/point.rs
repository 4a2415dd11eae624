//! Points in time: «فجر أمس», «مساء الثلاثاء», «5 آذار الماضي», «حزيران 2019», «الشهر الجاري».

use jiff::civil::Date;
use musnad_lexicon::{Item, Split};
use musnad_model::{DoubtKind, Grain, PartOfDay, RelativeDate, TimeUnit};
use musnad_text::TokenKind;

use super::calendar::{self, Calendar, Clash, Days, MonthDays, Year};
use super::lookup::{self, Kind, Unit, is, meaning};
use super::{Found, Reader};

const DISAGREE: &str = "the words of the date do not agree with each other or with the day of publication";
const AFTER: &str = "the date lies after the day of publication";
const TABULAR: &str = "converted from the Hijri calendar by the tabular rule; may be a day off";

impl Reader<'_, '_> {
    /// A point that stands by itself, with the preposition that belongs to it.
    pub(super) fn point_in_text(&self, at: usize) -> Option<Found> {
        if self.behind_name_head(at) {
            return None;
        }
        self.point(at).or_else(|| self.edge(at, false)).or_else(|| self.bare_year(at))
    }

    /// A day, a month, a year, or a part of a day.
    pub(super) fn point(&self, at: usize) -> Option<Found> {
        self.clock(at).or_else(|| self.part_then_day(at)).or_else(|| self.core(at))
    }

    fn core(&self, at: usize) -> Option<Found> {
        self.numeric_date(at)
            .or_else(|| self.day_offset(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.day_of_month(at))
            .or_else(|| self.month(at))
            .or_else(|| self.unit(at))
            .or_else(|| self.year(at))
    }

    /// «الساعة 6:32 مساء», «الساعة الخامسة من فجر السبت».
    fn clock(&self, at: usize) -> Option<Found> {
        let ((), hit) = meaning(self.words, at, |kind, hit| {
            (kind == Kind::Clock && self.words.word(hit.tokens.start).contains("ساعه")).then_some(())
        })?;
        let split = hit.split;
        let (hour, mut end) = match self.digits(at + 1) {
            Some(hour) => (u8::try_from(hour).ok().filter(|&hour| hour <= 24)?, at + 2),
            None => {
                let (hour, hit) = self.ordinal(at + 1)?;
                (u8::try_from(hour).ok().filter(|&hour| hour <= 12)?, hit)
            }
        };
        if self.words.is_sign(end, ':') && self.digits(end + 1).is_some() {
            end += 2;
        }
        if let Some((_, hit)) = meaning(self.words, end, |kind, _| {
            matches!(kind, Kind::Unit(Unit::Minute, _)).then_some(())
        }) {
            end = hit.tokens.end;
        }
        let from_word = if self.word(end) == "من" { end + 1 } else { end };
        let day = self
            .part_then_day(from_word)
            .or_else(|| self.core(from_word))
            .or_else(|| self.part_of_clock(from_word));
        let mut found = match day.filter(|day| day.grain == Grain::Day || day.contextual) {
            Some(day) => Found { from: at, split, ..day },
            None => Found { contextual: true, ..self.today(at, end, split) },
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
    fn part_of_clock(&self, at: usize) -> Option<Found> {
        let (part, hit) = meaning(self.words, at, |kind, hit| match kind {
            Kind::Part(part) if hit.split.prefix == 0 => Some(part),
            _ => None,
        })?;
        let today = self.today(at, hit.tokens.end, hit.split);
        Some(Found { part: Some(part), contextual: true, ..today })
    }

    fn today(&self, from: usize, end: usize, split: Split) -> Found {
        let days = self.published.map(|day| (day, day));
        let relative = self.relative(TimeUnit::Day, 0);
        Found { relative, ..Found::new(from, end, split, days, Grain::Day) }
    }

    fn relative(&self, unit: TimeUnit, offset: i32) -> Option<RelativeDate> {
        self.published.is_none().then_some(RelativeDate { unit, offset })
    }

    /// «فجر أمس», «بعد منتصف ليل اليوم الخميس»; alone «فجرا», «ساعات الصباح الأولى».
    fn part_then_day(&self, at: usize) -> Option<Found> {
        let (part, hit) = meaning(self.words, at, |kind, _| match kind {
            Kind::Part(part) => Some(part),
            _ => None,
        })?;
        let next = hit.tokens.end;
        let next = if self.word(next) == "من" && self.core(next + 1).is_some() { next + 1 } else { next };
        if self.words.token(next).is_some_and(|token| !token.line_before)
            && let Some(day) = self.core(next).filter(|day| matches!(day.grain, Grain::Day))
        {
            return Some(Found { from: at, split: hit.split, part: Some(part), ..day });
        }
        let last = hit.tokens.end - 1;
        let word = self.word(last);
        let adverb = hit.tokens.len() == 1 && !hit.split.article && hit.split.suffix == 0;
        let alone = if hit.tokens.len() > 1 {
            word.starts_with("ال")
        } else if hit.split.article {
            at > self.sentence.start && matches!(self.word(at - 1), "في" | "عند" | "منذ" | "حتي" | "مع")
        } else {
            adverb && (word.ends_with('ا') || (word.ends_with("اء") && self.ends_phrase(hit.tokens.end)))
        };
        if !alone {
            return None;
        }
        let today = self.today(at, hit.tokens.end, hit.split);
        Some(Found { part: Some(part), contextual: true, ..today })
    }

    /// Whether no noun follows that would stand in the genitive.
    fn ends_phrase(&self, at: usize) -> bool {
        let Some(token) = self.words.token(at).filter(|_| self.sentence.contains(&at)) else { return true };
        token.kind != TokenKind::Word
            || self.words.in_class(at, "particle")
            || self.words.info(at).readings.iter().any(|reading| reading.split.prefix > 0)
    }

    /// «أمس», «يوم أمس», «اليوم (الخميس)», «أمس الاثنين 5 آذار».
    fn day_offset(&self, at: usize) -> Option<Found> {
        let first = self.behind_day_word(at);
        let ((offset, part), hit) = meaning(self.words, first.unwrap_or(at), |kind, _| match kind {
            Kind::DayOffset(offset, part) => Some((offset, part)),
            _ => None,
        })?;
        let end = hit.tokens.end;
        let split = if first.is_some() { self.split(at) } else { hit.split };
        if hit.split.suffix > 0 || is(self.words, end, Kind::NotToday).is_some() || self.after_that(at) {
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
    fn after_that(&self, at: usize) -> bool {
        at > self.sentence.start && matches!(self.word(at - 1), "ذلك" | "تلك" | "كل" | "ايام" | "طوال")
    }

    /// The token behind «يوم» where a named day follows it.
    fn behind_day_word(&self, at: usize) -> Option<usize> {
        let day = meaning(self.words, at, |kind, hit| {
            (matches!(kind, Kind::Unit(Unit::Day, 1)) && !hit.split.article && hit.split.suffix == 0).then_some(())
        });
        day.map(|((), hit)| hit.tokens.end).filter(|&next| self.sentence.contains(&next))
    }

    /// What is split from the word at `at`, a word of time.
    pub(super) fn split(&self, at: usize) -> Split {
        self.words
            .hit(at, |item| matches!(item, Item::Time(_) | Item::Weekday(_) | Item::Month(..)))
            .map_or(Split::default(), |hit| hit.split)
    }

    /// «اليوم (الخميس)», «أمس الاثنين»: the weekday of a day already told; a name beats a count.
    fn apposed_weekday(&self, found: &mut Found) {
        let bracket = self.words.is_sign(found.end, '(');
        let at = found.end + usize::from(bracket);
        let Some((weekday, hit)) = lookup::weekday_name(self.words, at) else { return };
        if !self.sentence.contains(&at) || hit.split.prefix > 0 {
            return;
        }
        found.end = hit.tokens.end;
        if bracket && self.words.is_sign(found.end, ')') {
            found.end += 1;
        }
        let Some((told, published)) = found.earliest.zip(self.published) else { return };
        if told.weekday().to_monday_one_offset() != weekday
            && let Some(named) = calendar::weekday_before(published, weekday)
        {
            (found.earliest, found.latest) = (Some(named), Some(named));
            found.doubt = Some((DoubtKind::DateContradiction, vec![named.to_string(), told.to_string()], DISAGREE));
        }
    }

    /// «أمس السبت 5 آذار», «الجمعة (24/7/2015)»: the date of a day already told; it beats the day's name.
    fn apposed_date(&self, found: &mut Found) {
        let mut at = found.end;
        if self.words.is_sign(at, '(') || self.words.is_sign(at, '،') || self.words.is_sign(at, ',') {
            at += 1;
        }
        let Some(date) = self.numeric_date(at).or_else(|| self.day_of_month(at)) else { return };
        let bracket = self.words.is_sign(at - 1, '(') && at > found.end;
        found.end = date.end + usize::from(bracket && self.words.is_sign(date.end, ')'));
        if let Some((told, named)) = found.earliest.zip(date.earliest)
            && told != named
            && found.relative.is_none()
        {
            found.doubt = Some((DoubtKind::DateContradiction, vec![named.to_string(), told.to_string()], DISAGREE));
        }
        if date.earliest.is_some() {
            (found.earliest, found.latest, found.relative) = (date.earliest, date.latest, None);
            found.doubt = found.doubt.take().or(date.doubt);
        }
    }

    /// «السبت», «يوم الأحد الماضي», «ليل السبت الأحد», «الجمعة المقبل».
    fn weekday(&self, at: usize) -> Option<Found> {
        let pair = meaning(self.words, at, |kind, _| (kind == Kind::UnitPair(Unit::Day)).then_some(()));
        let behind = pair.map(|((), hit)| hit.tokens.end).or_else(|| self.behind_day_word(at));
        let first = behind.unwrap_or(at);
        let bracket = behind.is_none() && self.words.is_sign(first, '(');
        if bracket || !self.sentence.contains(&first) {
            return None;
        }
        let (weekday, hit) = lookup::weekday_name(self.words, first)?;
        if self.after_that(at) || (behind.is_some() && hit.split.prefix > 0) {
            return None;
        }
        let split = if behind.is_some() { self.split(at) } else { hit.split };
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
    fn second_weekday(&self, at: usize, first: i8, pair: bool) -> Option<(i8, usize)> {
        let sign = ['-', '–', '/'].into_iter().any(|sign| self.words.is_sign(at, sign));
        let (next, hit) = lookup::weekday_name(self.words, at + usize::from(sign))?;
        let joined = if pair { hit.split.conjunction == Some('و') } else { hit.split.prefix == 0 };
        let follows = next == first % 7 + 1;
        (joined && (follows || pair) && self.sentence.contains(&(hit.tokens.end - 1)))
            .then_some((next, hit.tokens.end))
    }

    fn of_week(&self, at: usize) -> Option<(i32, usize)> {
        let from = if self.word(at) == "من" { at + 1 } else { return None };
        let (unit, offset, end) = self.unit_with_modifier(from)?;
        (unit == Unit::Week).then_some((offset, end))
    }

    /// «الماضي», «الجاري», «المقبل».
    fn modifier(&self, at: usize) -> Option<(Year, usize)> {
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

    /// The number of a day of the month: «3», «الـ3», «الثالث».
    fn day_number(&self, at: usize) -> Option<(i8, usize)> {
        let digits = if self.word(at) == "ال" { at + 1 } else { at };
        if let Some(day) = self.digits(digits) {
            return Some((i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?, digits + 1));
        }
        self.ordinal(at)
    }

    fn ordinal(&self, at: usize) -> Option<(i8, usize)> {
        let (value, hit) = meaning(self.words, at, |kind, _| match kind {
            Kind::Ordinal(value) => Some(value),
            _ => None,
        })?;
        self.sentence.contains(&(hit.tokens.end - 1)).then_some((value, hit.tokens.end))
    }

    /// «13 تشرين الأول الجاري», «الـ3 من الشهر الجاري», «يومي 5 و6 آذار».
    fn day_of_month(&self, at: usize) -> Option<Found> {
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
        let split = if behind.is_some() || self.digits(first).is_none() { self.split(at) } else { Split::default() };
        if let Some((Unit::Month, offset, end)) = self.unit_with_modifier(next) {
            let days = self.published.and_then(|published| {
                let month = calendar::month(published, offset)?.0;
                let month = MonthDays { calendar: Calendar::Gregorian, month: month.month(), days: None }
                    .in_year(month.year())?
                    .0;
                MonthDays { calendar: Calendar::Gregorian, month: month.month(), days: Some((low, high)) }
                    .in_year(month.year())
            });
            let mut found = Found::new(at, end, split, days, Grain::Day);
            found.relative = self.relative(TimeUnit::Month, offset);
            if offset <= 0 && self.published.is_some_and(|day| days.is_some_and(|days| days.0 > day)) {
                found.doubt = days.map(|days| (DoubtKind::DateAfterPublication, vec![days.0.to_string()], AFTER));
            }
            return Some(found);
        }
        let next = self.behind_month_word(next).unwrap_or(next);
        self.month_tail(at, split, next, Some((low, high)))
    }

    /// «5 و6», «5-6», «5 إلى 6», «الخامس والسادس».
    fn second_day(&self, at: usize) -> Option<(i8, usize)> {
        let joined = matches!(self.word(at), "و" | "الي" | "او" | "حتي")
            || ['-', '–'].into_iter().any(|sign| self.words.is_sign(at, sign));
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
    fn behind_month_word(&self, at: usize) -> Option<usize> {
        let month = meaning(self.words, at, |kind, hit| {
            (matches!(kind, Kind::Unit(Unit::Month, 1)) && hit.split.suffix == 0).then_some(())
        });
        month.map(|((), hit)| hit.tokens.end).filter(|&next| self.sentence.contains(&next))
    }

    /// «حزيران 2019», «شهر آذار», «في نيسان»: a month without its day.
    fn month(&self, at: usize) -> Option<Found> {
        let behind = self.behind_month_word(at);
        let found = self.month_tail(at, self.split(at), behind.unwrap_or(at), None)?;
        // «مارس», «آب», «رمضان» are words and names too
        let alone = found.end == behind.unwrap_or(at) + 1 || behind.is_none() && self.is_bare_month(&found);
        let led = at > self.sentence.start
            && (matches!(self.word(at - 1), "في" | "منذ" | "خلال" | "حتي" | "من" | "وفي" | "ومنذ")
                || is(self.words, at - 1, Kind::EdgeStart).is_some()
                || is(self.words, at - 1, Kind::EdgeOther).is_some());
        (behind.is_some() || !alone || led).then_some(found)
    }

    fn is_bare_month(&self, found: &Found) -> bool {
        lookup::month_name(self.words, found.from).is_some_and(|(_, _, hit)| hit.tokens.end == found.end)
    }

    /// A month's name at `next`, its second name, its year.
    fn month_tail(&self, from: usize, split: Split, next: usize, days: Option<(i8, i8)>) -> Option<Found> {
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
        let named = MonthDays { calendar, month, days };
        let (resolved, clash) = named.resolve(year, self.published);
        let grain = if days.is_some() { Grain::Day } else { Grain::Month };
        let mut found = Found::new(from, end, split, resolved, grain);
        let show = |days: Days| reading(days, grain);
        found.doubt = match clash {
            Some(Clash::Contradiction(taken, second)) => {
                let readings = std::iter::once(taken).chain(second).map(show).collect();
                Some((DoubtKind::DateContradiction, readings, DISAGREE))
            }
            Some(Clash::AfterPublication) => {
                Some((DoubtKind::DateAfterPublication, resolved.map(show).into_iter().collect(), AFTER))
            }
            None => None,
        };
        if let Some(other) = other {
            let second = MonthDays { month: other, ..named }.resolve(year, self.published).0;
            let readings = resolved.into_iter().chain(second).map(show).collect();
            found.doubt = Some((DoubtKind::DateContradiction, readings, DISAGREE));
        }
        if calendar == Calendar::Hijri && resolved.is_some() && found.doubt.is_none() {
            let readings = resolved.map(show).into_iter().collect();
            found.doubt = Some((DoubtKind::DateContradiction, readings, TABULAR));
        }
        Some(found)
    }

    /// «/ نوفمبر», «(تموز)», «- ديسمبر»: the same month by its other name.
    fn second_name(&self, at: usize, calendar: Calendar) -> Option<(i8, usize)> {
        let open = self.words.is_sign(at, '(');
        let sign = open || ['/', '-', '–', '،'].into_iter().any(|sign| self.words.is_sign(at, sign));
        let next = at + usize::from(sign);
        if !self.sentence.contains(&next) || self.words.is_sign(at, '،') {
            return None;
        }
        let (month, second, hit) = lookup::month_name(self.words, next)?;
        let close = open && self.words.is_sign(hit.tokens.end, ')');
        (second == calendar && hit.split.prefix == 0 && self.digits(hit.tokens.end).is_none_or(|n| n > 31 || !sign))
            .then_some((month, hit.tokens.end + usize::from(close)))
            .filter(|_| open == close)
    }

    /// The year behind a month: «2019», «من عام 2019», «من العام الماضي», «الجاري».
    fn year_of_month(&self, at: usize, calendar: Calendar) -> (Year, usize) {
        if let Some((year, end)) = self.modifier(at) {
            return (year, end);
        }
        let mut next = at;
        if matches!(self.word(next), "من" | "ل") || self.words.is_sign(next, '،') || self.words.is_sign(next, ',') {
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
        match self.digits(number).and_then(|year| i16::try_from(year).ok()) {
            Some(year) if years.contains(&year) => (Year::Explicit(year), self.behind_era(number + 1)),
            _ => (Year::Open, at),
        }
    }

    /// The token behind «م» and «هـ».
    fn behind_era(&self, at: usize) -> usize {
        at + usize::from(matches!(self.word(at), "م" | "ه"))
    }

    fn behind_year_word(&self, at: usize) -> Option<usize> {
        let year = meaning(self.words, at, |kind, hit| {
            let one = matches!(kind, Kind::Unit(Unit::Year, 1) | Kind::UnitPair(Unit::Year));
            (one && hit.split.suffix == 0).then_some(())
        });
        year.map(|((), hit)| hit.tokens.end)
    }

    /// «عام 2011», «العام 2015», «عامي 2013 و2014».
    fn year(&self, at: usize) -> Option<Found> {
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
        let led = at > self.sentence.start
            && matches!(self.word(at - 1), "في" | "وفي" | "منذ" | "ومنذ" | "حتي" | "خلال");
        let split = self.words.token(at + 1).is_none_or(|token| token.span.start > self.words.doc.tokens[at].span.end);
        let free = self.ends_phrase(at + 1) && !self.words.is_sign(at + 1, '/') && (split || self.words.any_sign(at + 1));
        (led && free).then(|| Found::new(at, self.behind_era(at + 1), Split::default(), calendar::year(year), Grain::Year))
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

    fn unit(&self, at: usize) -> Option<Found> {
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
        let days = self.published.and_then(|published| unit_days(unit, offset, published));
        let mut found = Found::new(at, end, self.split(at), days, grain);
        found.relative = unit.model().and_then(|(unit, each)| self.relative(unit, offset * each));
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
        let inner = self.core(next).filter(whole).or_else(|| self.bare_unit(next).filter(|_| bare))?;
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
    fn bare_unit(&self, at: usize) -> Option<Found> {
        let (unit, hit) = meaning(self.words, at, |kind, hit| match kind {
            Kind::Unit(unit, 1) if hit.split.article => Some(unit),
            _ => None,
        })?;
        let days = self.published.and_then(|published| unit_days(unit, 0, published));
        Some(Found::new(at, hit.tokens.end, hit.split, days, Grain::Period))
    }

    /// «24/11/2021», «2021-11-24», «يوم 24/11».
    fn numeric_date(&self, at: usize) -> Option<Found> {
        let behind = self.behind_day_word(at);
        let first = behind.unwrap_or(at);
        let mut parts = [self.digits(first)?, 0, 0];
        let sign = ['/', '-', '.', '–'].into_iter().find(|&sign| self.words.is_sign(first + 1, sign))?;
        parts[1] = self.digits(first + 2)?;
        let mut end = first + 3;
        let third = self.digits(end + 1).filter(|_| self.words.is_sign(end, sign));
        let split = if behind.is_some() { self.split(at) } else { Split::default() };
        let Some(third) = third else {
            behind.filter(|_| sign == '/')?;
            let (day, month) = (i8::try_from(parts[0]).ok()?, i8::try_from(parts[1]).ok()?);
            let named = MonthDays { calendar: Calendar::Gregorian, month, days: Some((day, day)) };
            let days = named.resolve(Year::Open, self.published).0?;
            return Some(Found::new(at, end, split, Some(days), Grain::Day));
        };
        parts[2] = third;
        end = self.behind_era(end + 2);
        let day = civil(parts)?;
        let mut found = Found::new(at, end, split, Some((day, day)), Grain::Day);
        if self.published.is_some_and(|published| day > published) {
            found.doubt = Some((DoubtKind::DateAfterPublication, vec![day.to_string()], AFTER));
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

fn unit_days(unit: Unit, offset: i32, published: Date) -> Option<Days> {
    match unit {
        Unit::Week => calendar::week(published, offset),
        Unit::Month => calendar::month(published, offset),
        Unit::Year => calendar::year(published.year().checked_add(i16::try_from(offset).ok()?)?),
        Unit::Minute | Unit::Hour | Unit::Day | Unit::Decade => None,
    }
}

fn reading(days: Days, grain: Grain) -> String {
    match grain {
        Grain::Month => format!("{:04}-{:02}", days.0.year(), days.0.month()),
        _ if days.0 == days.1 => days.0.to_string(),
        _ => format!("{}/{}", days.0, days.1),
    }
}
