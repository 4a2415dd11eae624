//! When what was read counts as what a test expects, and how the difference is told.

use musnad_text::fold;

pub(super) fn same(expected: &str, found: &str, what: &str) -> Result<(), String> {
    if loosely_equal(expected, found) {
        Ok(())
    } else if found.is_empty() {
        Err(format!("no {what} was found in place of «{expected}»"))
    } else {
        Err(format!("the {what} is «{found}», not «{expected}»"))
    }
}

/// Whether half of the words of the shorter text stand in the other, letters folded.
pub(super) fn loosely_equal(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let bare: String = text
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { ' ' })
            .collect();
        bare.split_whitespace()
            .map(|word| musnad_lexicon::strip_article(&fold(word)).to_owned())
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let common = a.iter().filter(|word| b.contains(word)).count();
    common > 0 && 2 * common >= a.len().min(b.len())
}

/// The name that a value has in JSON.
pub(super) fn name<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(_) | Err(_) => String::new(),
    }
}

/// A count in words for people: 12, 5 to 7, at least 9.
pub(super) fn counted(min: Option<u64>, max: Option<u64>) -> String {
    match (min, max) {
        (Some(min), Some(max)) if min == max => min.to_string(),
        (Some(min), Some(max)) => format!("{min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "many".to_owned(),
    }
}
