//! Folding: the one spelling under which all spellings of a word are looked up.

use unicode_normalization::UnicodeNormalization;

/// What folding does with a character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Folded {
    /// Part of a word, under this letter.
    Letter(char),
    /// A decimal digit.
    Digit(u8),
    /// Dropped: vowel signs, tatweel, joiners, marks of direction.
    Drop,
    /// Tatweel: dropped like a mark, but it also tells split-letter spellings.
    Tatweel,
    /// Space of any kind but a line end.
    Space,
    /// End of a line.
    Line,
    /// Anything else, a token of its own.
    Other,
}

/// Classes of one character. Presentation forms that stand for several letters are given by
/// [`expand`] first.
#[expect(clippy::match_same_arms, reason = "a table reads best by kind of sign")]
pub(crate) fn class(c: char) -> Folded {
    match c {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' => Folded::Letter('ا'),
        'ى' | 'ي' | 'ئ' | 'ی' | 'ې' => Folded::Letter('ي'),
        'ة' | 'ه' | 'ہ' | 'ھ' | 'ە' | 'ۀ' | 'ۃ' => Folded::Letter('ه'),
        'و' | 'ؤ' => Folded::Letter('و'),
        'ك' | 'ک' | 'ڪ' => Folded::Letter('ك'),
        'ب'..='غ' | 'ف'..='ن' => Folded::Letter(c),
        'ء' => Folded::Letter('ء'),
        'ـ' => Folded::Tatweel,
        // combining hamza and madda (decomposed letters), vowel signs, Koranic signs
        '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{610}'..='\u{61a}' | '\u{6d6}'..='\u{6ed}' => {
            Folded::Drop
        }
        // joiners, marks of direction, soft hyphen, byte-order mark
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{ad}'
        | '\u{61c}' => Folded::Drop,
        '0'..='9' => Folded::Digit(c as u8 - b'0'),
        '٠'..='٩' => Folded::Digit(digit(c, '٠')),
        '۰'..='۹' => Folded::Digit(digit(c, '۰')),
        '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => Folded::Line,
        ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{3000}' | '\u{1680}' => {
            Folded::Space
        }
        'پ' | 'چ' | 'ژ' | 'گ' | 'ڤ' | 'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' => Folded::Letter(c),
        'a'..='z' => Folded::Letter(c),
        'A'..='Z' => Folded::Letter(c.to_ascii_lowercase()),
        _ if c.is_ascii() => Folded::Other,
        _ if c.is_alphabetic() => Folded::Letter(c),
        _ if c.is_whitespace() => Folded::Space,
        _ => Folded::Other,
    }
}

/// The value of a digit of the row that begins with `zero`.
fn digit(c: char, zero: char) -> u8 {
    u8::try_from(u32::from(c) - u32::from(zero)).unwrap_or(0)
}

/// The letters that a presentation form (U+FB50..U+FEFC) stands for; `None` for any other sign.
pub(crate) fn expand(c: char) -> Option<impl Iterator<Item = char>> {
    matches!(c, '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
        .then(|| std::iter::once(c).nfkc())
}

/// Appends the folded letters of `text` to `out`; marks are dropped, any run of other signs becomes
/// one space.
pub fn fold_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match expand(c) {
            Some(letters) => letters.for_each(|c| fold_char(c, out)),
            None => fold_char(c, out),
        }
    }
}

fn fold_char(c: char, out: &mut String) {
    match class(c) {
        Folded::Letter(c) => out.push(c),
        Folded::Digit(digit) => out.push(char::from(b'0' + digit)),
        Folded::Drop | Folded::Tatweel => {}
        Folded::Space | Folded::Line | Folded::Other => {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        }
    }
}

/// The folded form of `text`: أإآٱ→ا, ى ئ→ي, ة→ه, ؤ→و, Persian letters and all digits to the usual
/// ones; vowel signs, tatweel, joiners and marks of direction dropped; words divided by one space.
///
/// ```
/// assert_eq!(musnad_text::fold("الـهُجُومِ على إدلب"), "الهجوم علي ادلب");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(fold(text), expected);
    }

    #[test]
    fn hamza_and_ya_forms_are_one() {
        check("أُعلنَ إعلانٌ آخرُ على يدِ مسؤولٍ", "اعلن اعلان اخر علي يد مسوول");
    }

    #[test]
    fn presentation_forms_are_letters() {
        check("ﺍﻟﻼﺟﺌﻮﻥ ﷲ", "اللاجيون الله");
    }

    #[test]
    fn persian_letters_and_digits() {
        check("کرکوک ۱۲ ٣٤", "كركوك 12 34");
    }

    #[test]
    fn composed_and_decomposed_are_one() {
        let text = "أؤئآ";
        assert_eq!(fold(&text.nfd().collect::<String>()), fold(text));
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(text in "[\\PC\u{600}-\u{6ff}\u{fb50}-\u{fefc} \n]{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
