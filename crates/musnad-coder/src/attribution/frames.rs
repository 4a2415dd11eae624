//! How an entry of the lexicon brings in what is said.

use musnad_lexicon::{Element, Pattern};

use crate::words::same_word;

/// Words that bring in what is said in place of «أن» («أشار إلى», «كشف عن»), folded.
const BRINGERS: [&str; 14] = [
    "الي",
    "عن",
    "علي",
    "ب",
    "من",
    "قوله",
    "قولها",
    "قولهم",
    "مفادها",
    "ما",
    "فيه",
    "فيها",
    "يظهر",
    "تظهر",
];

/// What the frames of one reporting entry allow.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each frame may have each trait"
)]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frames {
    /// A bit for each word of [`BRINGERS`].
    bringers: u16,
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

impl Frames {
    pub(super) fn of(patterns: &[Pattern]) -> Frames {
        let mut frames = Frames {
            impersonal: !patterns.is_empty(),
            requires: !patterns.is_empty(),
            gap: patterns.is_empty(),
            ..Frames::default()
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
                .find(|word| elements.iter().any(|element| has_word(element, &[word])))
        };
        if via && let Some(word) = before_speaker() {
            self.relays = Some(word);
            self.gap = true;
        }
        if let Some(source) = source {
            self.gap |= elements[source..].contains(&Element::Gap);
            self.inside |= source > 0 && has_word(&elements[source - 1], &["في"]);
        }
        self.requires &= elements.iter().any(is_required);
        let Some(content) = content.filter(|&content| content > 0) else {
            return;
        };
        let before = &elements[content - 1];
        // «كذب … أنباء مقتل …»: words that must stand there, and those that may, are no bringers
        let passed = |element: &Element| {
            is_required(element) || matches!(element, Element::Words { optional: true, .. })
        };
        let bare = elements[..content]
            .iter()
            .rposition(|element| !passed(element));
        self.bare |= bare == source && source.is_some();
        if let Element::Words { any, .. } = before {
            for word in any.iter().filter_map(|words| words.first()) {
                if let Some(number) = BRINGERS.iter().position(|bringer| **bringer == **word) {
                    self.bringers |= 1 << number;
                }
            }
        }
    }

    /// Whether this folded word brings in what is said.
    pub(super) fn brings(self, word: &str) -> bool {
        BRINGERS
            .iter()
            .position(|bringer| *bringer == word)
            .is_some_and(|number| self.bringers & (1 << number) != 0)
    }

    /// Whether the words that the frames ask for are there.
    pub(super) fn is_met<'t>(
        self,
        patterns: &[Pattern],
        mut region: impl Iterator<Item = &'t str>,
    ) -> bool {
        !self.requires
            || region.any(|word| {
                patterns
                    .iter()
                    .flat_map(|pattern| &pattern.elements)
                    .any(|element| is_required(element) && has_word(element, &[word]))
            })
    }
}

fn slot(element: &Element) -> Option<&str> {
    match element {
        Element::Slot { name, .. } => Some(name),
        Element::Words { .. } | Element::Gap | Element::Not(_) => None,
    }
}

fn has_word(element: &Element, wanted: &[&str]) -> bool {
    match element {
        Element::Words { any, .. } => any.iter().filter_map(|words| words.first()).any(|word| {
            wanted
                .iter()
                .any(|wanted| same_word(word, wanted) || same_word(wanted, word))
        }),
        Element::Slot { .. } | Element::Gap | Element::Not(_) => false,
    }
}

/// A word that is neither «فعل» itself, nor «أن», nor a preposition.
fn is_required(element: &Element) -> bool {
    let Element::Words {
        any,
        optional: false,
        ..
    } = element
    else {
        return false;
    };
    any.iter().filter_map(|words| words.first()).all(|word| {
        !BRINGERS.contains(&&**word)
            && !matches!(
                &**word,
                "فعل" | "ان" | "بان" | ":" | "في" | "ل" | "مع" | "هل" | "اذا" | "انه"
            )
    })
}
