//! How an entry of the lexicon brings in what is said.

use musnad_lexicon::{Element, Lexicon, Pattern};

use crate::words::same_word;

/// What the frames of one reporting entry allow.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each frame may have each trait"
)]
#[derive(Clone, Copy, Debug)]
pub(super) struct Frames<'l> {
    lexicon: &'l Lexicon,
    patterns: &'l [Pattern],
    /// What is said may follow the source at once («أكد المرصد مقتل …»).
    pub(super) bare: bool,
    /// «نقلت وكالة … عن …»: the word before who said it first.
    pub(super) relays: Option<&'static str>,
    /// More may stand between the source and «أن».
    pub(super) gap: bool,
    /// No frame names a source: no one says it but the outlet («يذكر أن»).
    pub(super) impersonal: bool,
    /// The source stands behind «في» («جاء في بيان أن»).
    pub(super) inside: bool,
    /// A further word must stand there («أصدر … بيانا»).
    requires: bool,
}

impl<'l> Frames<'l> {
    /// The frames of the reporting entry at this position of the lexicon.
    pub(super) fn of(lexicon: &'l Lexicon, entry: u16) -> Frames<'l> {
        let patterns = &lexicon.frames[usize::from(entry)];
        let mut frames = Frames {
            lexicon,
            patterns,
            bare: false,
            relays: None,
            gap: patterns.is_empty(),
            impersonal: !patterns.is_empty(),
            inside: false,
            requires: !patterns.is_empty(),
        };
        for pattern in patterns {
            frames.add(&pattern.elements);
        }
        frames
    }

    fn add(&mut self, elements: &[Element]) {
        let source = elements
            .iter()
            .position(|element| slot(element) == Some("source"));
        let via = elements.get(1).and_then(slot) == Some("via");
        self.impersonal &= source.is_none();
        let content = elements
            .iter()
            .position(|element| slot(element) == Some("content"));
        let before_speaker = || {
            ["عن", "الي"]
                .into_iter()
                .find(|word| elements.iter().any(|element| has_word(element, word)))
        };
        if via && let Some(word) = before_speaker() {
            self.relays = Some(word);
            self.gap = true;
        }
        if let Some(source) = source {
            self.gap |= elements[source..].contains(&Element::Gap);
            self.inside |= source > 0 && has_word(&elements[source - 1], "في");
        }
        self.requires &= elements
            .iter()
            .any(|element| is_required(self.lexicon, element));
        let Some(content) = content.filter(|&content| content > 0) else {
            return;
        };
        // «كذب … أنباء مقتل …»: words that must stand there, and those that may, are no bringers
        let passed = |element: &Element| {
            is_required(self.lexicon, element)
                || matches!(element, Element::Words { optional: true, .. })
        };
        let bare = elements[..content]
            .iter()
            .rposition(|element| !passed(element));
        self.bare |= bare == source && source.is_some();
    }

    /// Whether this folded word brings in what is said.
    pub(super) fn brings(self, word: &str) -> bool {
        self.lexicon.lists("bringer", word)
            && self.patterns.iter().any(|pattern| {
                let elements = &pattern.elements;
                elements
                    .iter()
                    .position(|element| slot(element) == Some("content"))
                    .and_then(|content| elements.get(content.checked_sub(1)?))
                    .is_some_and(|before| first_words(before).any(|expected| *expected == *word))
            })
    }

    /// Whether the words that the frames ask for are there.
    pub(super) fn is_met<'t>(self, mut region: impl Iterator<Item = &'t str>) -> bool {
        !self.requires
            || region.any(|word| {
                self.patterns
                    .iter()
                    .flat_map(|pattern| &pattern.elements)
                    .any(|element| is_required(self.lexicon, element) && has_word(element, word))
            })
    }
}

fn slot(element: &Element) -> Option<&str> {
    match element {
        Element::Slot { name, .. } => Some(name),
        Element::Words { .. } | Element::Gap | Element::Not(_) => None,
    }
}

/// The first words of an element's alternatives.
fn first_words(element: &Element) -> impl Iterator<Item = &str> {
    let any: &[_] = match element {
        Element::Words { any, .. } => any,
        Element::Slot { .. } | Element::Gap | Element::Not(_) => &[],
    };
    any.iter()
        .filter_map(|words| words.first())
        .map(|word| &**word)
}

fn has_word(element: &Element, wanted: &str) -> bool {
    first_words(element).any(|word| same_word(word, wanted) || same_word(wanted, word))
}

/// A word that is neither «فعل» itself, nor «أن», nor a preposition.
fn is_required(lexicon: &Lexicon, element: &Element) -> bool {
    matches!(
        element,
        Element::Words {
            optional: false,
            ..
        }
    ) && first_words(element).all(|word| {
        !matches!(word, "فعل" | ":")
            && !lexicon.lists("bringer", word)
            && !lexicon.lists("frame-particle", word)
    })
}
