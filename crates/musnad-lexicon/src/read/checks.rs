//! The checks that several kinds of data files share.

use rustc_hash::FxHashSet;

use super::{Case, CaseKind, Reader, TestCase};
use crate::fault::Fault;
use crate::files::{Reject, Test};

/// A data file while it is read.
#[derive(Clone, Copy)]
pub(super) struct DataFile<'a> {
    pub(super) path: &'a str,
    pub(super) text: &'a str,
}

impl DataFile<'_> {
    /// A fault at byte `at`.
    pub(super) fn fault_at(self, at: usize, message: impl Into<String>) -> Fault {
        Fault::at(self.path, self.text, at, message)
    }

    /// A fault where `word` stands first.
    pub(super) fn fault(self, word: &str, message: impl Into<String>) -> Fault {
        Fault::at_word(self.path, self.text, word, message)
    }
}

impl Reader {
    pub(super) fn cases(
        &mut self,
        file: DataFile<'_>,
        kind: CaseKind,
        id: Option<&str>,
        tests: &[Test],
        rejects: &[Reject],
    ) {
        if tests.is_empty() {
            self.faults.push(file.fault_at(0, "holds no [[test]]"));
        }
        if rejects.is_empty() {
            self.faults.push(file.fault_at(0, "holds no [[reject]]"));
        }
        let mut add = |sentence: &str, case: Case| {
            let Fault { line, column, .. } = file.fault(sentence, "");
            self.cases.push(TestCase {
                file: file.path.to_owned(),
                kind,
                id: id.map(str::to_owned),
                case,
                position: (line, column),
            });
        };
        for test in tests {
            add(&test.text, Case::Test(Box::new(test.clone())));
        }
        for reject in rejects {
            add(&reject.text, Case::Reject(reject.clone()));
        }
        for reject in rejects.iter().filter(|reject| reject.why.is_empty()) {
            self.fault(file, &reject.text, "a [[reject]] wants a `why`");
        }
        for test in tests {
            for part in [
                &test.r#match,
                &test.source,
                &test.via,
                &test.content,
                &test.actor,
                &test.recipient,
                &test.place,
            ]
            .into_iter()
            .flatten()
            {
                if !test.text.contains(part.as_str()) {
                    self.fault(file, part, format!("«{part}» is not in the sentence"));
                }
            }
        }
    }

    pub(super) fn fault(&mut self, file: DataFile<'_>, word: &str, message: impl Into<String>) {
        self.faults.push(file.fault(word, message));
    }

    pub(super) fn one_of(&mut self, file: DataFile<'_>, value: &str, allowed: &[&str]) {
        if !allowed.contains(&value) {
            self.fault(
                file,
                &format!("\"{value}\""),
                format!(
                    "unknown variant `{value}`, expected one of {}",
                    quoted(allowed)
                ),
            );
        }
    }

    pub(super) fn id_is_file_name(&mut self, file: DataFile<'_>, id: &str) {
        let name = file
            .path
            .rsplit('/')
            .next()
            .unwrap_or(file.path)
            .trim_end_matches(".toml");
        if name != id {
            self.fault(
                file,
                id,
                format!("id `{id}` is not the file's name `{name}`"),
            );
        }
    }

    pub(super) fn distinct<'a>(
        &mut self,
        file: DataFile<'_>,
        forms: impl IntoIterator<Item = &'a String>,
    ) {
        let mut seen = FxHashSet::default();
        for form in forms {
            let folded = musnad_text::fold(form);
            if folded.is_empty() {
                self.fault(file, form, "an empty form");
            } else if !seen.insert(folded) {
                self.fault(file, form, format!("«{form}» stands twice after folding"));
            }
        }
    }

    pub(super) fn verbs<'a>(
        &mut self,
        file: DataFile<'_>,
        verbs: impl IntoIterator<Item = &'a String>,
    ) {
        for verb in verbs {
            if verb.matches('/').count() != 1 {
                self.fault(
                    file,
                    verb,
                    format!("«{verb}» is not written `past / present`"),
                );
            }
        }
    }
}

fn quoted(words: &[&str]) -> String {
    words
        .iter()
        .map(|word| format!("`{word}`"))
        .collect::<Vec<_>>()
        .join(", ")
}
