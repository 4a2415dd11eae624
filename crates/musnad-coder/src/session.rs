use musnad_lexicon::Lexicon;
use musnad_model::{Claim, Report, Span};
use musnad_text::{Document, Vocabulary};

use crate::words::{WordInfo, Words};

/// After so many word forms the cache is emptied between two reports, so that memory stays bounded
/// over an archive.
const LARGEST_CACHE: usize = 400_000;

/// Codes reports, one after the other. It keeps a cache of word forms, so one `Coder` is to be used
/// for many reports; each thread has its own.
pub struct Coder<'a> {
    lexicon: &'a Lexicon,
    vocabulary: Vocabulary,
    infos: Vec<WordInfo>,
}

/// Something violent or a figure that ended in no claim, with the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where it stands.
    pub span: Span,
    /// Why it was not coded.
    pub reason: String,
}

/// What was read from a report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coded {
    /// The claims, in the order of their triggers.
    pub claims: Vec<Claim>,
    /// What was not read.
    pub leftovers: Vec<Leftover>,
}

impl<'a> Coder<'a> {
    /// A coder that knows `lexicon`.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Coder { lexicon, vocabulary: Vocabulary::default(), infos: Vec::new() }
    }

    /// Codes one report.
    pub fn code(&mut self, report: &Report) -> Coded {
        if self.vocabulary.len() > LARGEST_CACHE {
            self.vocabulary.clear();
            self.infos.clear();
        }
        let doc = Document::read(report.text.clone(), &self.lexicon.furniture, &mut self.vocabulary);
        self.learn_words();
        let words = Words::new(&doc, self.lexicon, &self.vocabulary, &self.infos);
        let _ = words;
        Coded::default()
    }

    /// Looks up the word forms that are new.
    fn learn_words(&mut self) {
        for at in self.infos.len()..self.vocabulary.len() {
            if let Some(word) = self.vocabulary.word_at(at) {
                self.infos.push(WordInfo::new(self.lexicon, word));
            }
        }
    }
}
