//! What a test expects of who says it: the source, the relay, the content, the stance.

use musnad_lexicon::TestCase;
use musnad_lexicon::files::Test;

use super::Sentence;
use super::wording::{loosely_equal, name, same};

impl Sentence<'_> {
    pub(super) fn reporting(&self, case: &TestCase, test: &Test) -> Result<(), String> {
        let wanted = self.expected(test.r#match.as_ref());
        let here: Vec<_> = self
            .explanation
            .attributions
            .iter()
            .filter(|attribution| attribution.verb.is_some_and(|verb| verb.overlaps(wanted)))
            .collect();
        let Some(found) = here
            .iter()
            .find(|found| found.entry == case.id)
            .or(here.first())
        else {
            return Err(format!("«{}» attributes nothing", wanted.of(self.text)));
        };
        if found.entry != case.id {
            let other = found.entry.as_deref().unwrap_or("no entry");
            return Err(format!("«{}» was read as {other}", wanted.of(self.text)));
        }
        if let Some(source) = &test.source {
            let got = found.chain.last().map_or("", |span| span.of(self.text));
            same(source, got, "source")?;
        }
        if let Some(via) = &test.via {
            let outer = found.chain.split_last().map_or(&[][..], |(_, outer)| outer);
            if !outer
                .iter()
                .any(|span| loosely_equal(via, span.of(self.text)))
            {
                let got: Vec<&str> = found.chain.iter().map(|span| span.of(self.text)).collect();
                return Err(format!(
                    "«{via}» is no link of the chain: {}",
                    got.join(" <- ")
                ));
            }
        }
        if test.content.is_some() && !found.content.overlaps(self.expected(test.content.as_ref())) {
            return Err(format!("content is «{}»", found.content.of(self.text)));
        }
        match &test.stance {
            Some(stance) if *stance != name(&found.stance) => {
                Err(format!("stance is {}", name(&found.stance)))
            }
            Some(_) | None => Ok(()),
        }
    }
}
