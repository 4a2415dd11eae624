//! The fused pass: folds, splits into tokens and joins split-letter spellings.

use musnad_model::Span;

use crate::fold::{Folded, class, expand};
use crate::{Vocabulary, WordId};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters.
    Word,
    /// Digits; thousands separators are read over. Saturates at `u64::MAX`.
    Number(u64),
    /// One sign.
    Sign(char),
}

/// A word, a number or a sign, with the bytes that it was read from.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each tells of another trait of the spelling"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// The bytes, marks inside included.
    pub span: Span,
    /// The folded form.
    pub word: WordId,
    /// What it is.
    pub kind: TokenKind,
    /// Whether the last letter is «ى», which tells «على» from «علي».
    pub ends_in_maqsura: bool,
    /// Whether the last letter is «ة», which is never the pronoun «ه».
    pub ends_in_ta_marbuta: bool,
    /// Whether a space or a line end stands before it.
    pub space_before: bool,
    /// Whether a line ends before it.
    pub line_before: bool,
}

impl Token {
    /// Whether it is this sign.
    pub fn is_sign(&self, sign: char) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    /// The value of a number.
    pub fn number(&self) -> Option<u64> {
        match self.kind {
            TokenKind::Number(value) => Some(value),
            TokenKind::Word | TokenKind::Sign(_) => None,
        }
    }
}

/// Longest run of signs over which a split-letter spelling is joined («قـ.ـصف», «قــ صف»), in
/// characters.
const LONGEST_SPLIT: usize = 3;

/// Splits `text` into tokens. Letters, digits and other signs never share a token.
pub(crate) fn tokens(text: &str, vocabulary: &mut Vocabulary) -> Vec<Token> {
    let mut scan = Scan {
        text,
        at: 0,
        vocabulary,
        folded: String::new(),
        out: Vec::with_capacity(text.len() / 9),
        space: true,
        line: true,
    };
    while scan.at < text.len() {
        scan.step();
    }
    scan.out
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    vocabulary: &'a mut Vocabulary,
    folded: String,
    out: Vec<Token>,
    space: bool,
    line: bool,
}

fn offset(at: usize) -> u32 {
    // a report over 32 MiB is refused at the door
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The class of a sign; that of the first letter where it stands for several.
fn first_class(c: char) -> Folded {
    match expand(c) {
        Some(mut letters) => letters.next().map_or(Folded::Other, class),
        None => class(c),
    }
}

impl Scan<'_> {
    fn peek(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    fn step(&mut self) {
        let Some(c) = self.peek(self.at) else { return };
        match first_class(c) {
            Folded::Letter(_) => self.word(),
            Folded::Tatweel => match self.behind_marks(self.at) {
                (_, Some(Folded::Letter(_))) => self.word(),
                // an ornament
                (end, _) => self.at = end,
            },
            Folded::Digit(_) => self.number(),
            Folded::Space => {
                self.space = true;
                self.at += c.len_utf8();
            }
            Folded::Line => {
                self.space = true;
                self.line = true;
                self.at += c.len_utf8();
            }
            Folded::Other => {
                let end = self.at + c.len_utf8();
                self.folded.clear();
                self.folded.push(c);
                self.push(self.at, end, TokenKind::Sign(c), ' ');
                self.at = end;
            }
            // a mark that belongs to no word
            Folded::Drop => self.at += c.len_utf8(),
        }
    }

    /// Where the tatweel and marks at `at` end, and what stands there.
    fn behind_marks(&self, mut at: usize) -> (usize, Option<Folded>) {
        while let Some(c) = self.peek(at) {
            match first_class(c) {
                Folded::Tatweel | Folded::Drop => at += c.len_utf8(),
                other => return (at, Some(other)),
            }
        }
        (at, None)
    }

    fn word(&mut self) {
        let start = self.at;
        let mut end = start;
        let mut letters_in_fragment = 0;
        let mut after_tatweel = false;
        let mut last = ' ';
        self.folded.clear();
        while let Some(c) = self.peek(self.at) {
            if let Some(letters) = expand(c) {
                let before = self.folded.len();
                for letter in letters {
                    if let Folded::Letter(letter) = class(letter) {
                        self.folded.push(letter);
                    }
                }
                if self.folded.len() == before {
                    // «ﹷ» is a tatweel with its vowel sign
                    if first_class(c) != Folded::Tatweel {
                        break;
                    }
                    after_tatweel = true;
                    self.at += c.len_utf8();
                    end = self.at;
                    continue;
                }
                letters_in_fragment += 1;
                after_tatweel = false;
                last = match c {
                    '\u{feef}' | '\u{fef0}' => 'ى',
                    '\u{fe93}' | '\u{fe94}' => 'ة',
                    other => other,
                };
                self.at += c.len_utf8();
                end = self.at;
                continue;
            }
            match class(c) {
                Folded::Letter(letter) => {
                    self.folded.push(letter);
                    letters_in_fragment += 1;
                    after_tatweel = false;
                    last = c;
                    self.at += c.len_utf8();
                    end = self.at;
                }
                Folded::Drop => {
                    self.at += c.len_utf8();
                    // a mark of direction at the end of a word is not part of it
                    if matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}') {
                        end = self.at;
                    }
                }
                Folded::Tatweel => {
                    after_tatweel = true;
                    self.at += c.len_utf8();
                    end = self.at;
                }
                Folded::Space | Folded::Other => {
                    match self.split_goes_on(after_tatweel, letters_in_fragment) {
                        Some(next) => {
                            self.at = next;
                            letters_in_fragment = 0;
                        }
                        None => break,
                    }
                }
                Folded::Digit(_) | Folded::Line => break,
            }
        }
        if self.folded.is_empty() {
            return;
        }
        self.push(start, end, TokenKind::Word, last);
    }

    /// Where a word whose letters were split to dodge a censor goes on: after tatweel and up to
    /// three dots or one space, before a letter or another tatweel.
    fn split_goes_on(&self, after_tatweel: bool, letters: usize) -> Option<usize> {
        if !after_tatweel || self.is_mark_of_the_hijra() {
            return None;
        }
        let mut at = self.at;
        let mut spaces = 0;
        let mut dots = 0;
        for _ in 0..LONGEST_SPLIT {
            match self.peek(at) {
                Some('.' | '·' | '•' | '*' | '/') => {
                    dots += 1;
                    at += self.peek(at).map_or(0, char::len_utf8);
                }
                Some(c) if class(c) == Folded::Space => {
                    spaces += 1;
                    at += c.len_utf8();
                }
                _ => break,
            }
        }
        if spaces > 1 || (spaces == 0 && dots == 0) {
            return None;
        }
        match self.peek(at).map(class) {
            Some(Folded::Tatweel)
                if matches!(self.behind_marks(at), (_, Some(Folded::Letter(_)))) =>
            {
                Some(at)
            }
            // «طفـ.ل», «قــ صف»: no tatweel on the other side, so the left part must be a fragment
            Some(Folded::Letter(_)) if dots > 0 || letters <= 3 => Some(at),
            _ => None,
        }
    }

    /// «1440هـ الموافق»: the letter right behind a year stands for its calendar.
    fn is_mark_of_the_hijra(&self) -> bool {
        let behind_number = || {
            self.out
                .last()
                .is_some_and(|before| before.number().is_some())
        };
        self.folded == "ه" && !self.space && behind_number()
    }

    fn number(&mut self) {
        let start = self.at;
        let mut value = 0u64;
        self.folded.clear();
        while let Some(c) = self.peek(self.at) {
            match class(c) {
                Folded::Digit(digit) => {
                    value = value.saturating_mul(10).saturating_add(u64::from(digit));
                    self.folded.push(char::from(b'0' + digit));
                    self.at += c.len_utf8();
                }
                _ if matches!(c, ',' | '٬' | '،')
                    && self.three_digits_after(self.at + c.len_utf8()) =>
                {
                    self.at += c.len_utf8();
                }
                _ => break,
            }
        }
        self.push(start, self.at, TokenKind::Number(value), ' ');
    }

    /// Whether exactly three digits follow: then the sign before them divides thousands.
    fn three_digits_after(&self, mut at: usize) -> bool {
        let mut digits = 0;
        while let Some(c) = self.peek(at) {
            if !matches!(class(c), Folded::Digit(_)) {
                break;
            }
            digits += 1;
            at += c.len_utf8();
        }
        digits == 3
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind, last: char) {
        let word = self.vocabulary.intern(&self.folded);
        self.out.push(Token {
            span: Span::new(offset(start), offset(end)),
            word,
            kind,
            ends_in_maqsura: last == 'ى',
            ends_in_ta_marbuta: last == 'ة',
            space_before: self.space,
            line_before: self.line,
        });
        self.space = false;
        self.line = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut vocabulary = Vocabulary::default();
        let found = tokens(text, &mut vocabulary);
        let words: Vec<&str> = found
            .iter()
            .map(|token| vocabulary.word(token.word))
            .collect();
        assert_eq!(words, expected);
    }

    #[test]
    fn letters_and_digits_part() {
        check("منذ الـ3 من", &["منذ", "ال", "3", "من"]);
    }

    #[test]
    fn split_letters_are_joined() {
        check("قـ.ـتـ.ل طفـ.ل", &["قتل", "طفل"]);
        check("قــ صــ ـف يستهدف", &["قصف", "يستهدف"]);
        check("عـ ـمـ ـلـ ـيـ ـة جديدة", &["عمليه", "جديده"]);
        check("«داعـ.ـش» هنا", &["«", "داعش", "»", "هنا"]);
        check("1440هـ الموافق", &["1440", "ه", "الموافق"]);
    }

    #[test]
    fn every_presentation_form_is_read_over() {
        for c in '\u{fb50}'..='\u{fefc}' {
            let text = format!("كت{c}ب ـ{c} {c}د");
            let found = tokens(&text, &mut Vocabulary::default());
            let end = found.last().map(|token| token.span.end as usize);
            assert_eq!(end, Some(text.len()), "{c:?}");
        }
        check("قتـ\u{fe77}ل \u{fe77}", &["قتل"]);
    }

    #[test]
    fn a_particle_before_a_quote_stands_alone() {
        check("لـ«قسد»", &["ل", "«", "قسد", "»"]);
        check("و«قسد»", &["و", "«", "قسد", "»"]);
    }

    #[test]
    fn words_after_a_stop_are_not_joined() {
        check("انتهت. ثم بدأت", &["انتهت", ".", "ثم", "بدات"]);
    }

    #[test]
    fn thousands_are_one_number() {
        let mut vocabulary = Vocabulary::default();
        let found = tokens("1,700 و26.5 و١٢٣", &mut vocabulary);
        let numbers: Vec<u64> = found.iter().filter_map(Token::number).collect();
        assert_eq!(numbers, [1700, 26, 5, 123]);
    }

    #[test]
    fn spans_cover_the_marks_inside() {
        let text = "هُجُوماً كبيراً";
        let mut vocabulary = Vocabulary::default();
        let found = tokens(text, &mut vocabulary);
        assert_eq!(found[0].span.of(text), "هُجُوماً");
        assert_eq!(vocabulary.word(found[0].word), "هجوما");
    }
}
