//! Furniture: menus, tickers, share bars and links that stand around the text of a report.

use rustc_hash::FxHashSet;

use crate::{Document, ParagraphKind, TokenKind, Vocabulary, fold};

/// Phrases that mark furniture, as the data files give them.
#[derive(Clone, Debug, Default)]
pub struct FurniturePhrases {
    /// A line that begins with one of these is furniture («اقرأ أيضا»).
    line: Vec<Box<str>>,
    /// A line that is one of these, and what follows it, is furniture («مقالات ذات صلة»).
    tail: Vec<Box<str>>,
    /// A line that is one of these is furniture («الرئيسية»).
    whole: FxHashSet<Box<str>>,
}

/// Longest line of a menu or list of tags, in words.
const MENU_WORDS: usize = 4;
/// How many short lines in a row make a menu.
const MENU_LINES: usize = 4;
/// After a tail phrase, a paragraph of so many words that ends like a sentence is text again.
const TEXT_WORDS: usize = 25;

impl FurniturePhrases {
    /// Folds and keeps the phrases.
    pub fn new<'a>(
        line: impl IntoIterator<Item = &'a str>,
        tail: impl IntoIterator<Item = &'a str>,
        whole: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        FurniturePhrases {
            line: line.into_iter().map(|text| fold(text).into()).collect(),
            tail: tail.into_iter().map(|text| fold(text).into()).collect(),
            whole: whole.into_iter().map(|text| fold(text).into()).collect(),
        }
    }

    /// Marks the paragraphs of `document` that are furniture.
    pub(crate) fn mark(&self, document: &mut Document, vocabulary: &Vocabulary) {
        let lines: Vec<Line> = (0..document.paragraphs.len())
            .map(|at| Line::new(document, vocabulary, at))
            .collect();
        let mut furniture = vec![false; lines.len()];
        let mut in_tail = false;
        let longest = lines.iter().map(|line| line.words).max().unwrap_or(0);
        let mut seen_text = false;
        for (at, line) in lines.iter().enumerate() {
            seen_text |= line.words == longest || line.reads_like_text();
            if self.tail.iter().any(|phrase| line.starts_with(phrase)) && line.words <= 8 {
                furniture[at] = true;
                in_tail |= seen_text;
                continue;
            }
            if in_tail {
                if line.reads_like_text() {
                    in_tail = false;
                } else {
                    furniture[at] = true;
                    continue;
                }
            }
            furniture[at] = self.whole.contains(line.folded.as_str())
                || self.line.iter().any(|phrase| line.starts_with(phrase))
                || line.words == 0
                || (line.words > 3
                    && lines[..at]
                        .iter()
                        .rev()
                        .take(3)
                        .any(|above| above.folded == line.folded));
        }
        mark_menus(&lines, &mut furniture);
        mark_teasers(&lines, &mut furniture);
        mark_cut_leads(&lines, &mut furniture);
        // a text that is nothing but short lines (a headline, a caption) is still a text
        if furniture.iter().all(|&is| is) && longest >= 3 && lines.len() == 1 {
            furniture[0] = self.line.iter().any(|phrase| lines[0].starts_with(phrase));
        }
        for (paragraph, is) in document.paragraphs.iter_mut().zip(furniture) {
            if is {
                paragraph.kind = ParagraphKind::Furniture;
            }
        }
    }
}

/// Four or more short lines in a row without a full stop are a menu or tags.
fn mark_menus(lines: &[Line], furniture: &mut [bool]) {
    let mut start = 0;
    for at in 0..=lines.len() {
        let short = lines
            .get(at)
            .is_some_and(|line| line.words <= MENU_WORDS && !line.ends_in_stop && !line.has_number);
        if short {
            continue;
        }
        if at - start >= MENU_LINES {
            furniture[start..at].fill(true);
        }
        start = at + 1;
    }
}

/// A lead that is cut off («… بريف») and stands again in full below counts once, there.
fn mark_cut_leads(lines: &[Line], furniture: &mut [bool]) {
    const FEWEST_WORDS: usize = 8;
    const BELOW: usize = 4;
    for at in 0..lines.len() {
        let line = &lines[at];
        if line.words < FEWEST_WORDS {
            continue;
        }
        // the last words may be cut in the middle, or lead to the next page
        let Some((head, _)) = line
            .folded
            .char_indices()
            .nth(line.folded.chars().count() * 4 / 5)
        else {
            continue;
        };
        let Some(start) = line.folded.get(..head) else {
            continue;
        };
        let again = lines[at + 1..]
            .iter()
            .take(BELOW)
            .any(|below| below.words > line.words && below.folded.starts_with(start));
        if again {
            furniture[at] = true;
        }
    }
}

/// A label of one or two words between paragraphs, and the headline below it, lead to another report.
fn mark_teasers(lines: &[Line], furniture: &mut [bool]) {
    const LABEL_WORDS: usize = 2;
    const TEASER_WORDS: usize = 16;
    let Some(first_text) = lines.iter().position(Line::reads_like_text) else {
        return;
    };
    let last_text = lines
        .iter()
        .rposition(Line::reads_like_text)
        .unwrap_or(first_text);
    for at in 2..lines.len().saturating_sub(1) {
        let label =
            lines[at].words <= LABEL_WORDS && !lines[at].ends_in_stop && !lines[at].has_number;
        if !label || at <= first_text {
            continue;
        }
        furniture[at] = true;
        let below = &lines[at + 1];
        let goes_on = at + 2 <= last_text;
        if !below.ends_in_stop && below.words <= TEASER_WORDS && goes_on {
            furniture[at + 1] = true;
        }
    }
}

struct Line {
    folded: String,
    words: usize,
    ends_in_stop: bool,
    has_number: bool,
}

impl Line {
    fn new(document: &Document, vocabulary: &Vocabulary, at: usize) -> Self {
        let tokens = &document.tokens[document.paragraphs[at].tokens.clone()];
        let mut folded = String::new();
        for token in tokens
            .iter()
            .filter(|token| !matches!(token.kind, TokenKind::Sign(_)))
        {
            if !folded.is_empty() {
                folded.push(' ');
            }
            folded.push_str(vocabulary.word(token.word));
        }
        let last = tokens
            .iter()
            .rev()
            .find(|token| !matches!(token.kind, TokenKind::Sign('"' | '»' | '”')));
        Line {
            words: tokens
                .iter()
                .filter(|token| token.kind == TokenKind::Word)
                .count(),
            ends_in_stop: last.is_some_and(|token| {
                matches!(
                    token.kind,
                    TokenKind::Sign('.' | '؟' | '!' | '؛' | '،' | ':')
                )
            }),
            has_number: tokens.iter().any(|token| token.number().is_some()),
            folded,
        }
    }

    fn starts_with(&self, phrase: &str) -> bool {
        self.folded
            .strip_prefix(phrase)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    }

    fn reads_like_text(&self) -> bool {
        self.words >= TEXT_WORDS && self.ends_in_stop
    }
}
