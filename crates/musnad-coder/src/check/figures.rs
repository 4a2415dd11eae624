//! What a test expects of a casualty figure: its count, bound, scope and parts.

use musnad_lexicon::files::toml_value::Count;
use musnad_lexicon::files::{SubsetTest, Test};

use super::Sentence;
use super::wording::{counted, name};
use crate::explain::FigureNote;

impl Sentence<'_> {
    pub(super) fn casualty(&self, test: &Test) -> Result<(), String> {
        let figure = self.figure(test.r#match.as_ref(), test.count.as_ref())?;
        if let Some(bound) = &test.bound {
            let found = bound_of(figure);
            if found != bound {
                return Err(format!(
                    "the bound of «{}» is {found}",
                    figure.span.of(self.text)
                ));
            }
        }
        if let Some(scope) = &test.scope {
            // what a figure belongs to is settled in its claim, where there is one
            let in_claim = self
                .explanation
                .claims
                .iter()
                .flat_map(|claim| &claim.casualties)
                .find(|casualty| casualty.at.span.overlaps(figure.span))
                .map(|casualty| name(&casualty.scope));
            let found = in_claim.unwrap_or_else(|| name(&figure.scope));
            if found != *scope {
                return Err(format!(
                    "the scope of «{}» is {found}",
                    figure.span.of(self.text)
                ));
            }
        }
        for SubsetTest { r#match, count } in &test.subset {
            let part = self.figure(Some(r#match), count.map(Count::Number).as_ref())?;
            if !part.subset {
                return Err(format!(
                    "«{}» was not read as part of another figure",
                    part.span.of(self.text)
                ));
            }
        }
        Ok(())
    }

    /// The figure at `part` with this count.
    fn figure(&self, part: Option<&String>, count: Option<&Count>) -> Result<&FigureNote, String> {
        let wanted = self.expected(part);
        let here: Vec<&FigureNote> = self
            .explanation
            .figures
            .iter()
            .filter(|figure| figure.span.overlaps(wanted))
            .collect();
        let Some(first) = here.first() else {
            return Err(format!(
                "«{}» was not read as a figure",
                wanted.of(self.text)
            ));
        };
        let is_it = |figure: &&FigureNote| match count {
            None => true,
            Some(Count::Number(number)) => {
                figure.min == Some(*number) || figure.max == Some(*number)
            }
            Some(Count::Words(words)) => figure.span.overlaps(self.expected(Some(words))),
        };
        here.iter().copied().find(is_it).ok_or_else(|| {
            format!(
                "«{}» was read as {}",
                first.span.of(self.text),
                counted(first.min, first.max)
            )
        })
    }
}

fn bound_of(figure: &FigureNote) -> &'static str {
    match (figure.min, figure.max) {
        (None, None) => "vague",
        (Some(_), None) => "at-least",
        (None, Some(_)) => "at-most",
        (Some(_), Some(_)) if figure.approximate => "about",
        (Some(min), Some(max)) if min == max => "exact",
        (Some(_), Some(_)) => "between",
    }
}
