use std::ops::Range;

use musnad_model::Span;

use crate::token::tokens;
use crate::{FurniturePhrases, Token, TokenKind, Vocabulary};

/// The text of a report, split into paragraphs, sentences and tokens. Spans point into `text`.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text itself, never changed.
    pub text: String,
    /// All tokens in order.
    pub tokens: Vec<Token>,
    /// Lines of the text that hold a token, in order; they cover all tokens.
    pub paragraphs: Vec<Paragraph>,
    /// Sentences in order, furniture left out.
    pub sentences: Vec<Sentence>,
    /// Quoted stretches in order of their opening sign.
    pub quotations: Vec<Quotation>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParagraphKind {
    /// Text of the report.
    Text,
    /// Menu, ticker, share bar, link: codes to nothing.
    Furniture,
}

/// A line of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Its tokens, as positions in [`Document::tokens`].
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: ParagraphKind,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, as positions in [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Its paragraph, as a position in [`Document::paragraphs`].
    pub paragraph: usize,
}

/// A stretch between quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The tokens between the marks, as positions in [`Document::tokens`].
    pub tokens: Range<usize>,
}

impl Document {
    /// Reads `text`, which must be shorter than 4 GiB: spans count in 32 bits. The caller refuses longer ones.
    /// New words are added to `vocabulary`.
    pub fn read(
        text: String,
        furniture: &FurniturePhrases,
        vocabulary: &mut Vocabulary,
    ) -> Document {
        let tokens = tokens(&text, vocabulary);
        let paragraphs = paragraphs(&tokens);
        let mut document = Document {
            text,
            tokens,
            paragraphs,
            sentences: Vec::new(),
            quotations: Vec::new(),
        };
        furniture.mark(&mut document, vocabulary);
        document.quotations = quotations(&document);
        document.sentences = sentences(&document);
        document
    }

    /// The words under `span`.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The span from the first to the last of `tokens`; empty at the text's start for no tokens.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span.cover(last.span),
            Some([only]) => only.span,
            Some([]) | None => Span::default(),
        }
    }
}

fn paragraphs(tokens: &[Token]) -> Vec<Paragraph> {
    let mut out = Vec::new();
    let mut start = 0;
    for at in 1..=tokens.len() {
        if tokens.get(at).is_none_or(|token| token.line_before) {
            if start < at.min(tokens.len()) {
                out.push(Paragraph {
                    tokens: start..at,
                    kind: ParagraphKind::Text,
                });
            }
            start = at;
        }
    }
    out
}

/// A stretch of so many tokens without a stop is cut, so that no stage's work grows with the square of
/// the text; real sentences are far shorter.
const LONGEST_SENTENCE: usize = 400;

fn sentences(document: &Document) -> Vec<Sentence> {
    let tokens = &document.tokens;
    let mut out = Vec::new();
    for (number, paragraph) in document.paragraphs.iter().enumerate() {
        if paragraph.kind == ParagraphKind::Furniture {
            continue;
        }
        let mut start = paragraph.tokens.start;
        let mut at = start;
        while at < paragraph.tokens.end {
            at += 1;
            if !ends_sentence(tokens, at - 1, paragraph.tokens.end) && at - start < LONGEST_SENTENCE
            {
                continue;
            }
            // closing marks belong to the sentence that they close
            while at < paragraph.tokens.end
                && matches!(
                    tokens[at].kind,
                    TokenKind::Sign('»' | '”' | ')' | '.' | '!' | '؟')
                )
                && !tokens[at].space_before
            {
                at += 1;
            }
            if at < paragraph.tokens.end && tokens[at].is_sign('"') && !tokens[at].space_before {
                at += 1;
            }
            out.push(Sentence {
                tokens: start..at,
                paragraph: number,
            });
            start = at;
        }
        if start < paragraph.tokens.end {
            out.push(Sentence {
                tokens: start..paragraph.tokens.end,
                paragraph: number,
            });
        }
    }
    out.retain(|sentence| {
        tokens[sentence.tokens.clone()]
            .iter()
            .any(|token| !matches!(token.kind, TokenKind::Sign(_)))
    });
    out
}

fn ends_sentence(tokens: &[Token], at: usize, end: usize) -> bool {
    match tokens[at].kind {
        TokenKind::Sign('!' | '؟' | '…' | '?' | '|') => true,
        TokenKind::Sign('.') => {
            let next = (at + 1 < end).then(|| &tokens[at + 1]);
            let Some(next) = next else { return true };
            // «26.5», «S.M», «د. فلان»
            let between_digits = at > 0
                && tokens[at - 1].number().is_some()
                && next.number().is_some()
                && !next.space_before;
            let initial = at > 0
                && tokens[at - 1].kind == TokenKind::Word
                && tokens[at - 1].span.len() <= 2
                && !tokens[at].space_before;
            !between_digits && !initial
        }
        TokenKind::Word | TokenKind::Number(_) | TokenKind::Sign(_) => false,
    }
}

fn quotations(document: &Document) -> Vec<Quotation> {
    let mut out = Vec::new();
    for paragraph in &document.paragraphs {
        let mut open: Option<(usize, char)> = None;
        for at in paragraph.tokens.clone() {
            let TokenKind::Sign(sign) = document.tokens[at].kind else {
                continue;
            };
            match (open, sign) {
                (None, '«' | '“' | '"' | '”' | '‹') => open = Some((at + 1, sign)),
                // marks are not nested: the first that closes ends the quotation
                (Some((start, mark)), '»' | '”' | '"' | '“' | '›') if closes(mark, sign) => {
                    if start < at {
                        out.push(Quotation { tokens: start..at });
                    }
                    open = None;
                }
                _ => {}
            }
        }
        if let Some((start, _)) = open
            && start < paragraph.tokens.end
        {
            out.push(Quotation {
                tokens: start..paragraph.tokens.end,
            });
        }
    }
    out
}

/// Whether `sign` closes a quotation that `mark` opened; reports mix their marks («…").
fn closes(mark: char, sign: char) -> bool {
    match mark {
        '«' => matches!(sign, '»' | '"'),
        '“' | '”' => matches!(sign, '”' | '“' | '"'),
        '"' => matches!(sign, '"' | '”'),
        '‹' => sign == '›',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn phrases() -> FurniturePhrases {
        FurniturePhrases::new(["اقرأ أيضا"], ["مقالات ذات صلة"], ["الرئيسية"])
    }

    fn read(text: &str) -> Document {
        Document::read(text.to_owned(), &phrases(), &mut Vocabulary::default())
    }

    fn texts(document: &Document) -> Vec<&str> {
        document
            .sentences
            .iter()
            .map(|sentence| document.words(document.span(sentence.tokens.clone())))
            .collect()
    }

    #[test]
    fn sentences_end_at_stops_and_lines() {
        let document = read("قصف الجيش البلدة. قتل اثنان\nعاد الهدوء «أخيرا.» ثم انتهى");
        assert_eq!(
            texts(&document),
            [
                "قصف الجيش البلدة.",
                "قتل اثنان",
                "عاد الهدوء «أخيرا.»",
                "ثم انتهى"
            ]
        );
    }

    #[test]
    fn decimals_and_initials_do_not_end_a_sentence() {
        assert_eq!(texts(&read("قال د. سامر إن 2.5 طن وصلت")).len(), 1);
    }

    #[test]
    fn furniture_holds_no_sentence() {
        let document = read(
            "الرئيسية\nقتل ثلاثة مدنيين في قصف\nاقرأ أيضا: قصف آخر\nمقالات ذات صلة\nمقتل أربعة في غارة",
        );
        assert_eq!(texts(&document), ["قتل ثلاثة مدنيين في قصف"]);
    }

    #[test]
    fn a_menu_of_short_lines_holds_no_sentence() {
        let document =
            read("أخبار\nتحقيقات\nاقتصاد\nرأي\nقصفت طائرة بلدة في الريف وقتلت رجلا واحدا.");
        assert_eq!(
            texts(&document),
            ["قصفت طائرة بلدة في الريف وقتلت رجلا واحدا."]
        );
    }

    #[test]
    fn a_lead_that_is_cut_off_counts_once() {
        let lead = "قصفت طائرة حربية سوق البلدة القديمة فجر أمس وقتلت ثلاثة من الباعة في";
        let full = format!("{lead} السوق، بحسب سكان.");
        assert_eq!(texts(&read(&format!("{lead}\n{full}"))), [full.as_str()]);
    }

    #[test]
    fn marks_of_quotation_may_be_mixed() {
        let document = read("دعا «إلى التوقف\" فورا وقال “نعم”");
        let quoted: Vec<&str> = document
            .quotations
            .iter()
            .map(|quote| document.words(document.span(quote.tokens.clone())))
            .collect();
        assert_eq!(quoted, ["إلى التوقف", "نعم"]);
    }

    proptest! {
        #[test]
        fn tokens_are_in_order_and_inside(text in "[\\PC\u{600}-\u{6ff}\u{fb50}-\u{fefc} ـ.\n«»\"]{0,120}") {
            let document = read(&text);
            let mut last = 0;
            for token in &document.tokens {
                prop_assert!(token.span.start >= last && token.span.end > token.span.start);
                prop_assert!(text.get(token.span.start as usize..token.span.end as usize).is_some());
                last = token.span.end;
            }
        }

        #[test]
        fn paragraphs_cover_all_tokens(text in "[\u{627}-\u{64a} .\n]{0,120}") {
            let document = read(&text);
            let mut next = 0;
            for paragraph in &document.paragraphs {
                prop_assert_eq!(paragraph.tokens.start, next);
                next = paragraph.tokens.end;
            }
            prop_assert_eq!(next, document.tokens.len());
        }

        #[test]
        fn marks_inside_a_word_change_no_word(
            words in proptest::collection::vec("[بتثجحخسشصضطظعغفقكلمنهي]{2,7}", 1..6),
            marks in proptest::collection::vec("[\u{64b}-\u{652}\u{640}\u{200f}\u{200d}]{1,2}", 8),
        ) {
            let plain = words.join(" ");
            let mut marked = String::new();
            for (number, word) in words.iter().enumerate() {
                if number > 0 {
                    marked.push(' ');
                }
                for (at, c) in word.chars().enumerate() {
                    if at > 0 {
                        marked.push_str(&marks[(at + number) % marks.len()]);
                    }
                    marked.push(c);
                }
            }
            let mut vocabulary = Vocabulary::default();
            let one = Document::read(plain, &phrases(), &mut vocabulary);
            let two = Document::read(marked, &phrases(), &mut vocabulary);
            let words_of = |d: &Document| d.tokens.iter().map(|t| t.word).collect::<Vec<_>>();
            prop_assert_eq!(words_of(&one), words_of(&two));
        }
    }
}
