//! Times: the words that say when, resolved against the day of publication.
//!
//! One grammar: a point (`point`: day, part of day, clock; `month`: day of a month, month; `year`: year, unit, edge) or a period (`period`: since,
//! until, during, ago). `calendar` does the arithmetic, `lookup` gives the data's words a type.

mod calendar;
mod lookup;
mod month;
mod period;
mod point;
#[cfg(test)]
mod tests;
mod year;

use std::ops::Range;

use jiff::civil::Date;
use musnad_lexicon::{Item, Split};
use musnad_model::{Doubt, DoubtKind, Grain, PartOfDay, RelativeDate, Span};

use self::calendar::Days;
use crate::numbers::NumberMention;
use crate::words::Words;

/// A time that the text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TimeMention {
    /// All its tokens.
    pub(crate) tokens: Range<usize>,
    /// The bytes of `tokens`, attached prefixes left out.
    pub(crate) span: Span,
    /// The first day that is meant; `None` where the words are too vague or only an end is told.
    pub(crate) earliest: Option<Date>,
    /// The last day that is meant.
    pub(crate) latest: Option<Date>,
    /// The unit of the interval.
    pub(crate) grain: Grain,
    /// The hour, where it is told.
    pub(crate) hour: Option<u8>,
    /// The part of the day, where it is told.
    pub(crate) part_of_day: Option<PartOfDay>,
    /// Set where the day of publication is unknown.
    pub(crate) relative: Option<RelativeDate>,
    /// A period over which a toll may run: «منذ …», «خلال …».
    pub(crate) running: bool,
    /// What does not fit.
    pub(crate) doubt: Option<Doubt>,
}

/// All times of the document, in order, none overlapping another, each as long as can be.
pub(crate) fn times(
    words: &Words,
    numbers: &[NumberMention],
    published: Option<Date>,
) -> Vec<TimeMention> {
    let mut out: Vec<TimeMention> = Vec::new();
    let mut last_day: Option<(usize, Date)> = None;
    for sentence in &words.doc.sentences {
        let reader = Reader {
            words,
            numbers,
            published,
            sentence: sentence.tokens.clone(),
        };
        // a time that runs over the end of its sentence is not read again in the next
        let read = out.last().map_or(0, |last| last.tokens.end);
        let mut at = sentence.tokens.start.max(read);
        while at < sentence.tokens.end {
            if let Some(name_end) = reader.name_end(at) {
                at = name_end;
                continue;
            }
            let Some(mut found) = reader.period(at).or_else(|| reader.point_in_text(at)) else {
                at += 1;
                continue;
            };
            // «الساعة الخامسة» belongs to the day of which the text just spoke; «فجرا» reaches less far
            let reach = usize::from(found.hour.is_some());
            if found.contextual
                && published.is_some()
                && let Some((_, day)) =
                    last_day.filter(|(paragraph, _)| paragraph + reach >= sentence.paragraph)
            {
                found.earliest = Some(day);
                found.latest = Some(day);
            }
            let single = found
                .earliest
                .filter(|_| found.earliest == found.latest && !found.running);
            if let Some(day) = single.filter(|_| !found.contextual) {
                last_day = Some((sentence.paragraph, day));
            }
            at = found.end;
            out.push(found.mention(words));
        }
    }
    same_periods(&mut out, words);
    out
}

/// «خلال الفترة ذاتها» is the last period named before.
fn same_periods(out: &mut [TimeMention], words: &Words) {
    let mut last: Option<Days> = None;
    for mention in out {
        let again = mention
            .tokens
            .clone()
            .any(|at| lookup::is(words, at, lookup::Kind::SamePeriod).is_some());
        if again {
            mention.earliest = last.map(|days| days.0);
            mention.latest = last.map(|days| days.1);
        } else if mention.running
            && let (Some(earliest), Some(latest)) = (mention.earliest, mention.latest)
        {
            last = Some((earliest, latest));
        }
    }
}

/// A time that was read, from token `from` up to `end`.
#[derive(Clone, Debug, Default)]
struct Found {
    from: usize,
    end: usize,
    split: Split,
    earliest: Option<Date>,
    latest: Option<Date>,
    grain: Grain,
    hour: Option<u8>,
    part: Option<PartOfDay>,
    relative: Option<RelativeDate>,
    running: bool,
    /// No day is told: it is that of publication or the one told before.
    contextual: bool,
    /// The days of which «مطلع», «أواخر» names an edge, and whether it is the first.
    edge: Option<(Days, bool)>,
    doubt: Option<(DoubtKind, Vec<String>, &'static str)>,
}

impl Found {
    fn new(from: usize, end: usize, split: Split, days: Option<Days>, grain: Grain) -> Found {
        let (earliest, latest) = (days.map(|days| days.0), days.map(|days| days.1));
        Found {
            from,
            end,
            split,
            earliest,
            latest,
            grain,
            ..Found::default()
        }
    }

    fn days(&self) -> Option<Days> {
        self.earliest.zip(self.latest)
    }

    fn mention(self, words: &Words) -> TimeMention {
        let tokens = self.from..self.end;
        let span = words.span(tokens.clone(), self.split);
        let doubt = self.doubt.map(|(kind, readings, note)| Doubt {
            kind,
            spans: vec![span],
            readings,
            note: note.to_owned(),
        });
        TimeMention {
            tokens,
            span,
            earliest: self.earliest,
            latest: self.latest,
            grain: self.grain,
            hour: self.hour,
            part_of_day: self.part,
            relative: self.relative,
            running: self.running,
            doubt,
        }
    }
}

/// Reads the times of one sentence.
struct Reader<'r, 'w> {
    words: &'r Words<'w>,
    numbers: &'r [NumberMention],
    published: Option<Date>,
    sentence: Range<usize>,
}

impl Reader<'_, '_> {
    /// The folded word at `at`; empty beyond the sentence.
    fn word(&self, at: usize) -> &str {
        if self.sentence.contains(&at) {
            self.words.word(at)
        } else {
            ""
        }
    }

    /// The digits at `at`, within the sentence.
    fn digits(&self, at: usize) -> Option<u64> {
        self.words
            .token(at)
            .filter(|_| self.sentence.contains(&at))?
            .number()
    }

    /// The number that begins at `at`.
    fn number(&self, at: usize) -> Option<&NumberMention> {
        let found = self
            .numbers
            .binary_search_by_key(&at, |number| number.tokens.start)
            .ok()?;
        self.numbers.get(found)
    }

    /// The end of a name of several words that hides a word of time: «اليوم السابع» is a paper.
    fn name_end(&self, at: usize) -> Option<usize> {
        let hit = self.words.hit(at, |item| {
            matches!(item, Item::Actor(_) | Item::ActorShort(_))
        })?;
        (hit.tokens.len() > 1).then_some(hit.tokens.end)
    }

    /// Whether the word before `at` makes a name of what follows: «سوق الأحد», «جبهة 14 آذار».
    fn behind_name_head(&self, at: usize) -> bool {
        let Some(before) = at
            .checked_sub(1)
            .filter(|before| self.sentence.contains(before))
        else {
            return false;
        };
        let head = lookup::meaning(self.words, before, |kind, hit| {
            (kind == lookup::Kind::NameHead && !hit.split.article).then_some(())
        });
        let given = self
            .words
            .hit(before, |item| matches!(item, Item::GivenName(_)));
        head.is_some() || given.is_some_and(|hit| hit.split == Split::default())
    }
}
