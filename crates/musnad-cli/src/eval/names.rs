//! Whether two names are loosely the same, by the scorer's rules.

use std::collections::BTreeSet;

/// Whether half of the words of the shorter name stand in the other.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (key(a), key(b));
    if a.is_empty() || b.is_empty() {
        return false;
    }
    2 * a.intersection(&b).count() >= a.len().min(b.len())
}

/// The words of a name: marks dropped, letters folded, no leading article.
fn key(name: &str) -> BTreeSet<String> {
    let bare: String = name
        .chars()
        .filter(|c| !matches!(c, '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{640}'))
        .map(|c| if is_letter_or_digit(c) { c } else { ' ' })
        .collect();
    bare.split_whitespace()
        .map(|word| {
            let folded: String = word
                .chars()
                .map(|c| match c {
                    'أ' | 'إ' | 'آ' => 'ا',
                    'ى' => 'ي',
                    'ة' => 'ه',
                    other => other,
                })
                .collect();
            match folded.strip_prefix("ال") {
                Some(rest) if rest.chars().count() > 2 => rest.to_owned(),
                Some(_) | None => folded,
            }
        })
        .collect()
}

/// Python's `isalnum`: unlike Rust's, marks and circled letters are none.
fn is_letter_or_digit(c: char) -> bool {
    let circled = matches!(c, '\u{24b6}'..='\u{24e9}' | '\u{1f130}'..='\u{1f149}' | '\u{1f150}'..='\u{1f169}' | '\u{1f170}'..='\u{1f189}');
    c.is_alphanumeric() && !circled && !unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: &str, b: &str, same: bool) {
        assert_eq!(same_name(a, b), same);
        assert_eq!(same_name(b, a), same);
    }

    #[test]
    fn half_of_the_shorter_name_is_enough() {
        check("قوات الأمن", "قوات الجيش", true);
        check("الجيش", "جيش", true);
        check("الأمن", "الجيش", false);
        check("مُدُن", "مدن", true);
        check("مدينة", "مدينه", true);
        check("", "جيش", false);
        check("«»", "«»", false);
    }

    #[test]
    fn a_short_word_keeps_its_article() {
        assert!(key("الدماء").contains("دماء"));
        assert!(key("الدم").contains("الدم"));
    }
}
