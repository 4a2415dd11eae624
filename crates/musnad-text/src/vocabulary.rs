use rustc_hash::FxHashMap;

/// The number of a folded word form in a [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(u32);

impl WordId {
    /// The position in the vocabulary.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// All folded word forms met so far, each with a number, so that what is known about a word is worked
/// out once and not for every token.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    ids: FxHashMap<Box<str>, WordId>,
    words: Vec<Box<str>>,
}

impl Vocabulary {
    /// The number of `folded`, which is new if it was never met.
    pub fn intern(&mut self, folded: &str) -> WordId {
        if let Some(&id) = self.ids.get(folded) {
            return id;
        }
        let id = WordId(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.words.push(folded.into());
        self.ids.insert(folded.into(), id);
        id
    }

    /// The folded form with this number.
    pub fn word(&self, id: WordId) -> &str {
        &self.words[id.index()]
    }

    /// The form at a position, in the order in which they were met.
    pub fn word_at(&self, index: usize) -> Option<&str> {
        self.words.get(index).map(AsRef::as_ref)
    }

    /// How many forms there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether no form was met.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Forgets all forms; the numbers given so far no longer hold.
    pub fn clear(&mut self) {
        self.ids.clear();
        self.words.clear();
    }
}
