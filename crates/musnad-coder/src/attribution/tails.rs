//! «…، وهو ما نفته الوزارة»: who confirms or denies what the clause before it tells.

use musnad_lexicon::{Item, Pos};
use musnad_model::Stance;

use super::sources::Unknown;
use super::{Attribution, Reader, stance};

/// Longest subject behind the verb, in tokens.
const LONGEST_SUBJECT: usize = 10;

impl Reader<'_, '_> {
    /// Reads «وهو ما أكدته …», «الأمر الذي نفاه …» at its verb: a clause that nobody else tells is theirs.
    pub(super) fn tail(&mut self, at: usize) {
        let words = self.words;
        let Some(hit) = words.hit(at, |item| matches!(item, Item::Reporting(_))) else {
            return;
        };
        let Item::Reporting(entry) = hit.sense.item else {
            return;
        };
        let stance = stance(&words.lexicon.entries.reporting[usize::from(entry)].stance);
        let told = hit.sense.pos == Pos::Verb
            && hit.split.suffix > 0
            && matches!(stance, Stance::Affirmed | Stance::Denied);
        if !told {
            return;
        }
        let Some(start) = self.start_of_tail(at) else {
            return;
        };
        let covered = self
            .found
            .iter()
            .any(|found| !found.chain.is_empty() && found.scope.start < start);
        let end = (at + 1..self.sentence.end.min(at + 1 + LONGEST_SUBJECT))
            .find(|&token| self.is_comma(token) || words.is_sign(token, '.'))
            .unwrap_or(self.sentence.end.min(at + 1 + LONGEST_SUBJECT));
        let chain = self.sources(at + 1..end, Unknown::Refused);
        if let Some(chain) = chain.filter(|chain| !covered && !chain.is_empty()) {
            self.found.push(Attribution {
                verb: Some(at..at + 1),
                entry: Some(entry),
                stance,
                unconfirmed: false,
                chain,
                scope: self.sentence.start..start,
            });
        }
    }

    /// Where «وهو ما», «وهو أمر», «الأمر الذي» before the verb at `at` begins.
    fn start_of_tail(&self, at: usize) -> Option<usize> {
        let start = at
            .checked_sub(2)
            .filter(|&start| start > self.sentence.start)?;
        let opens = self.words.listed(start, "refers-to-the-clause")
            && self.words.listed(start + 1, "what-is-told");
        opens.then_some(start)
    }
}
