//! Numbers: digits, numerals in words and vague words, with what bounds them.

use std::ops::Range;

use musnad_lexicon::{Item, Split};
use musnad_model::{Bound, Span};
use musnad_text::TokenKind;

use crate::words::{Hit, Words};

/// A number of the text. Whether it counts anything is for the caller to say: ages, years, hours and
/// names of weapons and units hold numbers too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NumberMention {
    /// All its tokens, those of the bound included.
    pub(crate) tokens: Range<usize>,
    /// The bytes of `tokens`, attached prefixes left out.
    pub(crate) span: Span,
    /// At least so many.
    pub(crate) min: Option<u64>,
    /// At most so many.
    pub(crate) max: Option<u64>,
    /// How it is bounded.
    pub(crate) bound: Bound,
    /// Whether the text says «نحو» about.
    pub(crate) approximate: bool,
    /// The tokens of the numeral itself.
    pub(crate) value_tokens: Range<usize>,
}

/// All numbers of the document, in order, none overlapping another.
pub(crate) fn numbers(words: &Words) -> Vec<NumberMention> {
    let mut out = Vec::new();
    for sentence in &words.doc.sentences {
        let end = sentence.tokens.end;
        let mut at = sentence.tokens.start;
        while at < end {
            match step(words, at, sentence.tokens.clone()) {
                Step::Found(mention) => {
                    at = mention.tokens.end;
                    out.push(mention);
                }
                Step::Skip(next) => at = next,
            }
        }
    }
    out
}

/// The bound that stands at `from`, behind a number or behind the noun that it counts: «على الأقل».
pub(crate) fn bound_after(words: &Words, from: usize) -> Option<(Bound, Range<usize>)> {
    let (bound, hit) = bound_hit(words, from, "after")?;
    Some((bound, hit.tokens.clone()))
}

enum Step {
    Found(NumberMention),
    Skip(usize),
}

/// A numeral without its bounds.
struct Value {
    tokens: Range<usize>,
    split: Split,
    count: u64,
    /// The power of a thousand in whose unit the value is told: 1000 for «3 آلاف».
    scale: u64,
}

/// What stands before a number.
#[derive(Default)]
struct Before {
    next: usize,
    split: Option<Split>,
    at_least: bool,
    at_most: bool,
    about: bool,
}

fn step(words: &Words, at: usize, sentence: Range<usize>) -> Step {
    let before = bounds_before(words, at);
    if let Some(mention) = counted(words, at, &before, &sentence) {
        return Step::Found(mention);
    }
    if let Some(mention) = vague(words, at, &before) {
        return Step::Found(mention);
    }
    Step::Skip(uncounted_end(words, at).unwrap_or(at + 1))
}

/// A number or a range of two, from the first word of its bound on.
fn counted(
    words: &Words,
    at: usize,
    before: &Before,
    sentence: &Range<usize>,
) -> Option<NumberMention> {
    let from = before.next;
    let (first, second) = match range(words, from, sentence) {
        Some((first, second)) => (first, Some(second)),
        None => (value(words, from)?, None),
    };
    // «30 قتيلا على الأقل ومئة جريح»: the bound belongs to the number before it
    if from > at && first.split.conjunction.is_some() {
        return None;
    }
    let last = second.as_ref().unwrap_or(&first);
    if is_share(words, last.tokens.end) {
        return None;
    }
    let value_tokens = first.tokens.start..last.tokens.end;
    let mut tokens = at..last.tokens.end;
    let opener = range_opener(words, from).map(|(_, split)| split);
    let split = before.split.or(opener).unwrap_or(first.split);
    let (mut at_least, mut at_most, mut about) = (before.at_least, before.at_most, before.about);
    if let Some((bound, range)) = bound_after(words, tokens.end) {
        match bound {
            Bound::AtLeast => at_least = true,
            Bound::AtMost => at_most = true,
            Bound::About => about = true,
            Bound::Exact | Bound::Between | Bound::Vague => {}
        }
        tokens.end = range.end;
    }
    let low = first.count;
    let high = second.as_ref().map_or(low, |second| second.count);
    let (min, max, bound) = match (at_least, at_most) {
        (true, _) => (Some(low), None, Bound::AtLeast),
        (false, true) => (None, Some(high), Bound::AtMost),
        (false, false) if second.is_some() => (Some(low), Some(high), Bound::Between),
        (false, false) if about => (Some(low), Some(high), Bound::About),
        (false, false) => (Some(low), Some(high), Bound::Exact),
    };
    let span = words.span(tokens.clone(), split);
    Some(NumberMention {
        tokens,
        span,
        min,
        max,
        bound,
        approximate: about,
        value_tokens,
    })
}

/// «أكثر من», «نحو», «ما لا يقل عن»: all that stand one after the other.
fn bounds_before(words: &Words, at: usize) -> Before {
    let mut before = Before {
        next: at,
        ..Before::default()
    };
    while let Some((bound, hit)) = bound_hit(words, before.next, "before") {
        // «30 قتيلا على الأقل ونحو 100 جريح»: what is joined begins another number
        if before.next > at && hit.split.conjunction.is_some() {
            return before;
        }
        match bound {
            Bound::AtLeast => before.at_least = true,
            Bound::AtMost => before.at_most = true,
            Bound::About => before.about = true,
            Bound::Exact | Bound::Between | Bound::Vague => return before,
        }
        before.split.get_or_insert(hit.split);
        before.next = hit.tokens.end;
    }
    before
}

fn bound_hit<'w>(words: &'w Words, at: usize, position: &str) -> Option<(Bound, &'w Hit)> {
    let bounds = &words.lexicon.entries.bounds;
    words.hits(at).iter().find_map(|hit| {
        let Item::Bound(number) = hit.sense.item else {
            return None;
        };
        let entry = &bounds[usize::from(number)];
        let bound = bound_of(&entry.bound);
        let bare = bound == Bound::Vague || !hit.split.article;
        let bare = bare && !is_feminine_pronoun(words, hit);
        (entry.position == position && hit.split.suffix == 0 && bare).then_some((bound, hit))
    })
}

fn bound_of(word: &str) -> Bound {
    match word {
        "at-least" => Bound::AtLeast,
        "at-most" => Bound::AtMost,
        "about" => Bound::About,
        _ => Bound::Vague,
    }
}

/// «عشرات», «عدد من», «عشرات الآلاف»: a number that is not told.
fn vague(words: &Words, at: usize, before: &Before) -> Option<NumberMention> {
    let hit = vague_hit(words, before.next)?;
    let mut end = hit.tokens.end;
    while let Some(more) = vague_hit(words, end).filter(|more| more.split.prefix == 0) {
        end = more.tokens.end;
    }
    let span = words.span(at..end, before.split.unwrap_or(hit.split));
    Some(NumberMention {
        tokens: at..end,
        span,
        min: None,
        max: None,
        bound: Bound::Vague,
        approximate: false,
        value_tokens: hit.tokens.start..end,
    })
}

fn vague_hit<'w>(words: &'w Words, at: usize) -> Option<&'w Hit> {
    bound_hit(words, at, "before")
        .filter(|(bound, _)| *bound == Bound::Vague)
        .map(|(_, hit)| hit)
}

/// Two numbers between which the true one lies: «ما بين 5 و7», «من 5 إلى 7», «5-7», «خمسة أو ستة».
fn range(words: &Words, at: usize, sentence: &Range<usize>) -> Option<(Value, Value)> {
    let opener = range_opener(words, at);
    let from = opener.map_or(at, |(next, _)| next);
    let first = value(words, from)?;
    let end = first.tokens.end;
    let found = if opener.is_some() && words.word(from - 1).ends_with("بين") {
        match behind_and(words, end) {
            Some(second) => (first, second),
            // «بين خمسة وعشرة» are two numbers, but «بين خمسة وعشرين» reads like 25
            None => halves(words, &first)?,
        }
    } else if words.word(end) == "الي" || words.word(end) == "او" || is_dash(words, end) {
        (first, value(words, end + 1)?)
    } else {
        return None;
    };
    let (mut first, second) = found;
    if second.scale > first.scale && first.count < second.count / second.scale {
        first.count = first.count.saturating_mul(second.scale);
    }
    let years = (1900..2100).contains(&first.count) && (1900..2100).contains(&second.count);
    let date = is_dash(words, end)
        && (is_dash(words, second.tokens.end) || is_dash(words, at.wrapping_sub(1)));
    // «ارتفعت من 5 إلى 7» tells two tolls, an old and a new
    let change = words.word(end) == "الي"
        && (sentence.start.max(at.saturating_sub(8))..at).any(|at| words.in_class(at, "rise"));
    (first.count < second.count && !years && !date && !change).then_some((first, second))
}

/// Where a range's first number stands, behind «بين», «ما بين» or «من», and what is attached to these.
fn range_opener(words: &Words, at: usize) -> Option<(usize, Split)> {
    let word = words.word(at);
    let (bare, conjunction) = match word.strip_prefix('و') {
        Some(bare) => (bare, Some('و')),
        None => (word, None),
    };
    let split = Split {
        conjunction,
        prefix: u8::from(conjunction.is_some()),
        ..Split::default()
    };
    match bare {
        "ما" | "فيما" if words.word(at + 1) == "بين" => Some((at + 2, split)),
        "بين" | "من" => Some((at + 1, split)),
        _ => None,
    }
}

/// The number behind «و», written apart before digits and attached to a word.
fn behind_and(words: &Words, at: usize) -> Option<Value> {
    if words.word(at) == "و" {
        return value(words, at + 1);
    }
    value(words, at).filter(|value| value.split.conjunction == Some('و'))
}

/// A compound taken apart again at its «و».
fn halves(words: &Words, whole: &Value) -> Option<(Value, Value)> {
    let at =
        whole.tokens.clone().skip(1).find(|&at| {
            numeral_hit(words, at).is_some_and(|hit| hit.split.conjunction == Some('و'))
        })?;
    let second = value(words, at).filter(|second| second.tokens.end == whole.tokens.end)?;
    let scale = whole.scale;
    let low = whole.count.checked_sub(second.count)?;
    Some((
        Value {
            tokens: whole.tokens.start..at,
            split: whole.split,
            count: low,
            scale,
        },
        second,
    ))
}

fn is_dash(words: &Words, at: usize) -> bool {
    words.is_sign(at, '-') || words.is_sign(at, '–') || words.is_sign(at, '—')
}

/// A numeral in digits, in words or in both, whatever bounds it.
fn value(words: &Words, at: usize) -> Option<Value> {
    let mut reader = Reader::default();
    let (mut split, mut next) = reader.first(words, at)?;
    while let Some(end) = reader
        .multiply(words, next)
        .or_else(|| reader.add(words, next))
    {
        next = end;
    }
    if words.word(at) == "ال" {
        split = Split::default();
    }
    let count = reader.total.saturating_add(reader.group);
    Some(Value {
        tokens: at..next,
        split,
        count,
        scale: reader.scale.max(1),
    })
}

/// Puts a compound numeral together: «ثلاثة آلاف ومئة وخمسة وعشرون».
#[derive(Default)]
struct Reader {
    total: u64,
    /// What stands before the next «ألف» or «مليون».
    group: u64,
    /// What is added must be smaller.
    room: u64,
    /// After a unit only a ten may follow.
    unit: bool,
    scale: u64,
    /// Tenths and so on of «2.5 مليون»: digits behind the point and their power of ten.
    fraction: Option<(u64, u64)>,
}

impl Reader {
    fn first(&mut self, words: &Words, at: usize) -> Option<(Split, usize)> {
        let token = words.token(at)?;
        let article = token.kind == TokenKind::Word && words.word(at) == "ال";
        let digits = if article { at + 1 } else { at };
        let next = words.token(digits)?;
        if let Some(number) = next.number().filter(|_| !article || !next.line_before) {
            if let Some((fraction, power)) = decimals(words, digits) {
                // a measure unless it is told in millions
                numeral_hit(words, digits + 3).filter(|hit| numeral(words, hit) >= 1000)?;
                self.fraction = Some((fraction, power));
                self.take(number, true);
                return Some((Split::default(), digits + 3));
            }
            if is_part_of_decimal(words, digits) {
                return None;
            }
            self.take(number, true);
            return Some((Split::default(), digits + 1));
        }
        let hit = numeral_hit(words, at)?;
        let mut number = match hit.tokens.len() {
            1 => single_numerals(words, at).max()?,
            _ => numeral(words, hit),
        };
        // «آلاف» multiplies a number before it; alone it is vague
        if hit.tokens.len() == 1 && vague_hit(words, at).is_some() {
            return None;
        }
        if is_one_of(words, hit) && !starts_compound(words, hit) && !is_partitive(words, hit) {
            return None;
        }
        if hit.split.article && number >= 100 && numeral_hit(words, hit.tokens.end).is_none() {
            return None;
        }
        // «ألفا وخمسمئة» is a thousand in the accusative, «ألفا شخص» are two thousand
        if hit.tokens.len() == 1
            && words.word(at).ends_with('ا')
            && let Some(single) = single_numerals(words, at)
                .min()
                .filter(|&single| single < number)
            && (behind_and(words, at + 1).is_some() || ends_in_tanwin(words, at))
        {
            number = single;
        }
        if number >= 1000 {
            self.total = number;
            self.room = if number.is_multiple_of(1_000_000) {
                1_000_000
            } else {
                1000
            };
            self.scale = self.room;
        } else {
            self.take(number, false);
        }
        Some((hit.split, hit.tokens.end))
    }

    fn take(&mut self, number: u64, digits: bool) {
        self.group += number;
        self.unit = !digits && number < 10;
        self.room = if digits || !number.is_multiple_of(100) {
            0
        } else {
            100
        };
    }

    /// «آلاف», «ألفا», «مليون» right behind the number.
    fn multiply(&mut self, words: &Words, at: usize) -> Option<usize> {
        if self.group == 0 {
            return None;
        }
        let hit = numeral_hit(words, at)?;
        let by = single_numerals(words, at)
            .min()
            .filter(|_| hit.tokens.len() == 1)?;
        let plain = hit.split.prefix == 0 && !words.doc.tokens[at].line_before;
        if !plain || !matches!(by, 1000 | 1_000_000 | 1_000_000_000) {
            return None;
        }
        let part = self
            .fraction
            .take()
            .map_or(0, |(digits, power)| digits.saturating_mul(by) / power);
        self.total = self
            .total
            .saturating_add(self.group.saturating_mul(by))
            .saturating_add(part);
        (self.group, self.unit, self.room, self.scale) = (0, false, by, by);
        Some(at + 1)
    }

    /// «وعشرون», «و200».
    fn add(&mut self, words: &Words, at: usize) -> Option<usize> {
        if self.room == 0 && !self.unit {
            return None;
        }
        if words.word(at) == "و" {
            let number = words
                .token(at + 1)?
                .number()
                .filter(|&number| number < self.room)?;
            self.take(number, true);
            return Some(at + 2);
        }
        let hit = numeral_hit(words, at)?;
        let number = numeral(words, hit);
        let joined = hit.split.conjunction == Some('و')
            && hit.split.preposition.is_none()
            && !words.doc.tokens[at].line_before;
        let fits = if self.unit {
            (20..100).contains(&number) && number.is_multiple_of(10)
        } else {
            number < self.room
        };
        if !joined || !fits {
            return None;
        }
        self.take(number, false);
        Some(hit.tokens.end)
    }
}

/// The digits behind the point of a number at `at`, and ten to the power of how many they are.
fn decimals(words: &Words, at: usize) -> Option<(u64, u64)> {
    let point =
        words.is_sign(at + 1, '.') || words.is_sign(at + 1, '٫') || words.is_sign(at + 1, ',');
    let behind = words.token(at + 2)?;
    let tight = !words.doc.tokens[at + 1].space_before && !behind.space_before;
    let date = words.is_sign(at + 3, '.')
        && words
            .token(at + 4)
            .is_some_and(|token| token.number().is_some());
    let number = behind.number().filter(|_| point && tight && !date)?;
    Some((
        number,
        10u64.saturating_pow(u32::try_from(words.word(at + 2).len()).unwrap_or(1)),
    ))
}

fn is_part_of_decimal(words: &Words, at: usize) -> bool {
    at >= 2
        && words
            .token(at - 2)
            .is_some_and(|token| token.number().is_some())
        && {
            let before = decimals(words, at - 2).is_some();
            let longer = at >= 4 && decimals(words, at - 4).is_none() && words.is_sign(at - 3, '.');
            before && !longer
        }
}

/// The end of what looks like a number and is none: a share, a measure with a point.
fn uncounted_end(words: &Words, at: usize) -> Option<usize> {
    if words.token(at)?.number().is_some() && decimals(words, at).is_some() {
        return Some(at + 3);
    }
    value(words, at)
        .filter(|value| is_share(words, value.tokens.end))
        .map(|value| value.tokens.end)
}

/// «50%», «50 في المئة», «50 بالمئة».
fn is_share(words: &Words, at: usize) -> bool {
    let hundred = |at: usize| {
        numeral_hit(words, at).is_some_and(|hit| hit.split.article && numeral(words, hit) == 100)
    };
    words.is_sign(at, '%')
        || words.is_sign(at, '٪')
        || (words.word(at) == "في" && hundred(at + 1))
        || (hundred(at)
            && numeral_hit(words, at).is_some_and(|hit| hit.split.preposition == Some('ب')))
}

/// The numeral that begins at `at`, the longest phrase first. Days of the week are none.
fn numeral_hit<'w>(words: &'w Words, at: usize) -> Option<&'w Hit> {
    let day = |item| matches!(item, Item::Weekday(_));
    let hit = words.hit(at, |item| matches!(item, Item::Numeral(_)))?;
    let definite_one = hit.split.article && is_one_of(words, hit);
    let pronoun = hit.split.suffix > 0 && !is_one_of(words, hit);
    let pronoun = pronoun || is_feminine_pronoun(words, hit);
    (!definite_one && !pronoun && words.hit(at, day).is_none()).then_some(hit)
}

/// «بعدها» is not «عدة» with a tanwin, which never stands behind a ta marbuta.
fn is_feminine_pronoun(words: &Words, hit: &Hit) -> bool {
    hit.split.suffix == 0 && words.word(hit.tokens.end - 1).ends_with("ها")
}

fn numeral(words: &Words, hit: &Hit) -> u64 {
    match hit.sense.item {
        Item::Numeral(number) => words.lexicon.entries.numbers[usize::from(number)].value,
        _ => 0,
    }
}

/// The values of a form that may be read in two ways: «ألفا» is a thousand or two.
fn single_numerals(words: &Words, at: usize) -> impl Iterator<Item = u64> {
    let one = words.hits(at).iter().filter(|hit| hit.tokens.len() == 1);
    one.filter(|hit| matches!(hit.sense.item, Item::Numeral(_)))
        .map(|hit| numeral(words, hit))
}

fn ends_in_tanwin(words: &Words, at: usize) -> bool {
    let text = words.doc.words(words.doc.tokens[at].span);
    text.ends_with('\u{64b}') || text.ends_with("\u{64b}ا")
}

/// «أحد», «إحدى».
fn is_one_of(words: &Words, hit: &Hit) -> bool {
    match hit.sense.item {
        Item::Numeral(number) => words.lexicon.entries.numbers[usize::from(number)].id == "one-of",
        _ => false,
    }
}

/// «أحد وعشرون».
fn starts_compound(words: &Words, hit: &Hit) -> bool {
    numeral_hit(words, hit.tokens.end).is_some_and(|next| {
        next.split.conjunction == Some('و') && matches!(numeral(words, next), 20..100)
    })
}

/// «أحد الجنود», «أحدهم»: one of several, as against «لم يصب أحد» nobody was hurt.
fn is_partitive(words: &Words, hit: &Hit) -> bool {
    let next = hit.tokens.end;
    let noun = words
        .token(next)
        .is_some_and(|token| token.kind == TokenKind::Word && !token.line_before);
    let particle = || words.in_class(next, "particle") || words.in_class(next, "relative");
    hit.split.suffix > 0 || (noun && words.word(next).chars().count() > 2 && !particle())
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::OnceLock;

    use musnad_lexicon::Lexicon;
    use musnad_text::{Document, Vocabulary};

    use super::*;
    use crate::words::WordInfo;

    /// Calls `read` with the words of `text`, looked up in the real data.
    pub(crate) fn with_words<T>(text: &str, read: impl FnOnce(&Words) -> T) -> T {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        let lexicon = LEXICON.get_or_init(|| musnad_data::lexicon().unwrap());
        let mut vocabulary = Vocabulary::default();
        let doc = Document::read(text.to_owned(), &lexicon.furniture, &mut vocabulary);
        let infos: Vec<WordInfo> = (0..vocabulary.len())
            .filter_map(|at| vocabulary.word_at(at))
            .map(|word| WordInfo::new(lexicon, word))
            .collect();
        read(&Words::new(&doc, lexicon, &vocabulary, &infos))
    }

    /// `expected` is `text: min..max bound` for each number, `_` for an open end.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = with_words(text, |words| {
            numbers(words)
                .iter()
                .map(|number| {
                    let side = |n: Option<u64>| n.map_or("_".to_owned(), |n| n.to_string());
                    let about = if number.approximate { " about" } else { "" };
                    format!(
                        "{}: {}..{}{about}",
                        words.doc.words(number.span),
                        side(number.min),
                        side(number.max)
                    )
                })
                .collect::<Vec<_>>()
        });
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn digits_are_numbers() {
        check("قتل 28 جنديا و١٢ مسلحا", &["28: 28..28", "١٢: 12..12"]);
        check("فر 1,700 ساكن من البلدة", &["1,700: 1700..1700"]);
        check("وصول الـ30 أسيرا", &["الـ30: 30..30"]);
    }

    #[test]
    fn thousands_and_millions_multiply_digits() {
        check("نزح 3 آلاف ساكن", &["3 آلاف: 3000..3000"]);
        check("نزح 12 ألفا أمس", &["12 ألفا: 12000..12000"]);
        check("نزح 2.5 مليون إنسان", &["2.5 مليون: 2500000..2500000"]);
        check("نزح 3 آلاف و200 إنسان", &["3 آلاف و200: 3200..3200"]);
    }

    #[test]
    fn numerals_in_words_are_read_in_every_gender_and_case() {
        check("قتل ثلاثة جنود وأربع نساء", &["ثلاثة: 3..3", "أربع: 4..4"]);
        check("أصيب خمسة وعشرون حارسا", &["خمسة وعشرون: 25..25"]);
        check("أصيبت خمس وعشرين فتاة", &["خمس وعشرين: 25..25"]);
        check("اعتقلوا ستة عشر طالبا", &["ستة عشر: 16..16"]);
        check("اعتقلوا اثنتي عشرة طالبة", &["اثنتي عشرة: 12..12"]);
        check("قتل مئة وثلاثة حراس", &["مئة وثلاثة: 103..103"]);
        check(
            "قتل مائة وخمسة وعشرون حارسا",
            &["مائة وخمسة وعشرون: 125..125"],
        );
        check(
            "نزح من القرية ألفين وخمسمئة ساكن",
            &["ألفين وخمسمئة: 2500..2500"],
        );
        check(
            "فر خمسة عشر ألفا ومئتا ساكن",
            &["خمسة عشر ألفا ومئتا: 15200..15200"],
        );
        check("وصل مئة ألف نازح", &["مئة ألف: 100000..100000"]);
        check("أحد وعشرون حارسا", &["أحد وعشرون: 21..21"]);
    }

    #[test]
    fn one_thousand_and_two_thousand_are_told_apart() {
        check("فر ألفا ساكن", &["ألفا: 2000..2000"]);
        check("اعتقلوا ألفا وخمسمئة ساكن", &["ألفا وخمسمئة: 1500..1500"]);
        check("أحصوا ألفاً من السكان", &["ألفاً: 1000..1000"]);
    }

    #[test]
    fn attached_prefixes_stay_outside() {
        check("قتل مدني وثلاثة جنود", &["ثلاثة: 3..3"]);
        check(
            "تقدر الخسائر بنحو عشرين قذيفة",
            &["نحو عشرين: 20..20 about"],
        );
    }

    #[test]
    fn bounds_before_the_number() {
        check("قتل أكثر من عشرة", &["أكثر من عشرة: 10.._"]);
        check("إصابة ما لا يقل عن 7 حراس", &["ما لا يقل عن 7: 7.._"]);
        check("قتل نحو 20 حارسا", &["نحو 20: 20..20 about"]);
        check("وصل ما يصل إلى 30 حارسا", &["ما يصل إلى 30: _..30"]);
        check("وصل حتى 30 حارسا", &["حتى 30: _..30"]);
        check("قتل أقل من 10 حراس", &["أقل من 10: _..10"]);
    }

    #[test]
    fn bounds_after_the_number() {
        check("ارتفع عدد القتلى إلى 9 على الأقل", &["9 على الأقل: 9.._"]);
        check("قتل 9 تقريبا", &["9 تقريبا: 9..9 about"]);
        check(
            "سقط 30 قتيلا على الأقل ومئة جريح",
            &["30: 30..30", "مئة: 100..100"],
        );
        let behind_noun = with_words("قتل تسعة حراس على الأقل", |words| {
            bound_after(words, 3)
        });
        assert_eq!(behind_noun, Some((Bound::AtLeast, 3..5)));
    }

    #[test]
    fn two_numbers_make_a_range() {
        check("قتل ما بين 5 و7 حراس", &["ما بين 5 و7: 5..7"]);
        check("قتل من 5 إلى 7 حراس", &["من 5 إلى 7: 5..7"]);
        check("قتل بين خمسة وعشرة حراس", &["بين خمسة وعشرة: 5..10"]);
        check("قتل بين خمسة وعشرين حارسا", &["بين خمسة وعشرين: 5..20"]);
        check("نزح بين 5 و7 آلاف ساكن", &["بين 5 و7 آلاف: 5000..7000"]);
        check("قتل 5-7 حراس", &["5-7: 5..7"]);
        check("قتل خمسة أو ستة حراس", &["خمسة أو ستة: 5..6"]);
    }

    #[test]
    fn a_toll_that_rose_is_no_range() {
        check("ارتفعت الحصيلة من 5 إلى 7 قتلى", &["5: 5..5", "7: 7..7"]);
    }

    #[test]
    fn vague_words_have_no_number() {
        check("قتل عشرات المدنيين", &["عشرات: _.._"]);
        check("إصابة العشرات بجروح", &["العشرات: _.._"]);
        check("اعتقل عددا من الشبان", &["عددا من: _.._"]);
        check("نزح عشرات الآلاف من السكان", &["عشرات الآلاف: _.._"]);
        check("اعتقل العديد من الشبان", &["العديد من: _.._"]);
        check("بلغ عدد القتلى خمسة", &["خمسة: 5..5"]);
        check("سقط آلاف الضحايا", &["آلاف: _.._"]);
        check("وبعدها انسحبوا من البلدة", &[]);
    }

    #[test]
    fn one_of_several_is_one() {
        check("قتل أحد الحراس", &["أحد: 1..1"]);
        check("قتلت إحدى الممرضات", &["إحدى: 1..1"]);
        check("لم يصب أحد في الحادث", &[]);
        check("قتل أحدهم", &["أحدهم: 1..1"]);
    }

    #[test]
    fn shares_and_measures_with_a_point_are_no_counts() {
        check("تضرر 50% من البيوت", &[]);
        check("تضرر 30 في المئة من البيوت", &[]);
        check("على بعد 2.5 كيلومتر", &[]);
        check("انتخب الثاني في القائمة", &[]);
    }

    #[test]
    fn days_and_dates_are_no_ranges() {
        check("وصل الاثنين إلى المدينة", &[]);
        check(
            "في 2021-11-24 صباحا",
            &["2021: 2021..2021", "11: 11..11", "24: 24..24"],
        );
    }
}
