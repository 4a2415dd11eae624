//! The small language of `when` and `frames`.

use musnad_text::fold;

/// What may fill a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words of the data files")]
pub enum SlotKind {
    Actor,
    Place,
    Time,
    Number,
    People,
    Clause,
}

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// One of these words (each folded; a set or a choice may hold several), or of these in a row.
    Words {
        /// Folded words, each one or more words long.
        any: Vec<Vec<Box<str>>>,
        /// May be missing.
        optional: bool,
        /// Names the event.
        trigger: bool,
    },
    /// A slot that a mention fills.
    Slot {
        /// Name of the claim's field.
        name: Box<str>,
        /// What may fill it.
        kind: SlotKind,
        /// May be missing.
        optional: bool,
    },
    /// Skips up to the pattern's gap of words, never past the clause.
    Gap,
    /// Must not stand here.
    Not(Vec<Box<str>>),
}

/// A compiled pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Its elements in the order of the text.
    pub elements: Vec<Element>,
    /// Longest gap, in words.
    pub gap: usize,
}

/// A pattern that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("in the pattern `{pattern}`: {message}")]
pub struct PatternError {
    /// The pattern.
    pub pattern: String,
    /// What is wrong.
    pub message: String,
}

/// Default longest gap, in words.
const GAP: u8 = 8;

impl Pattern {
    /// Compiles `when`; `set` gives the forms of a set by its name.
    pub fn compile(
        when: &str,
        gap: Option<u8>,
        set: impl Fn(&str) -> Option<Vec<String>>,
    ) -> Result<Pattern, PatternError> {
        let error = |message: &str| PatternError {
            pattern: when.to_owned(),
            message: message.to_owned(),
        };
        let mut elements = Vec::new();
        let mut rest = when.trim();
        while !rest.is_empty() {
            let (piece, after) =
                next_piece(rest).ok_or_else(|| error("a bracket is not closed"))?;
            rest = after.trim_start();
            let (piece, optional) = match piece.strip_suffix('?') {
                Some(piece) => (piece, true),
                None => (piece, false),
            };
            if piece == "..." {
                elements.push(Element::Gap);
                continue;
            }
            if let Some(slot) = piece.strip_prefix('<') {
                let slot = slot
                    .strip_suffix('>')
                    .ok_or_else(|| error("a slot wants `<name:kind>`"))?;
                let (name, kind) = slot
                    .split_once(':')
                    .ok_or_else(|| error("a slot wants `<name:kind>`"))?;
                let kind = match kind {
                    "actor" => SlotKind::Actor,
                    "place" => SlotKind::Place,
                    "time" => SlotKind::Time,
                    "number" => SlotKind::Number,
                    "people" => SlotKind::People,
                    "clause" => SlotKind::Clause,
                    _ => {
                        return Err(error(
                            "unknown kind of slot, expected one of actor, place, time, number, people, clause",
                        ));
                    }
                };
                elements.push(Element::Slot {
                    name: name.into(),
                    kind,
                    optional,
                });
                continue;
            }
            if let Some(word) = piece.strip_prefix('!') {
                let any = choices(word, &set).ok_or_else(|| error("unknown set"))?;
                elements.push(Element::Not(any.into_iter().flatten().collect()));
                continue;
            }
            let (piece, trigger) = match piece.strip_prefix('^') {
                Some(piece) => (piece, true),
                None => (piece, false),
            };
            let any = choices(piece, &set).ok_or_else(|| error("unknown set"))?;
            if any.is_empty() {
                return Err(error("an empty choice"));
            }
            elements.push(Element::Words {
                any,
                optional,
                trigger,
            });
        }
        let first_words = elements.iter().position(|element| {
            matches!(
                element,
                Element::Words {
                    optional: false,
                    ..
                }
            )
        });
        let Some(first_words) = first_words else {
            return Err(error("a pattern wants at least one word"));
        };
        if !elements
            .iter()
            .any(|element| matches!(element, Element::Words { trigger: true, .. }))
            && let Element::Words { trigger, .. } = &mut elements[first_words]
        {
            *trigger = true;
        }
        Ok(Pattern {
            elements,
            gap: usize::from(gap.unwrap_or(GAP)),
        })
    }
}

/// The first piece of `text` and what comes after it.
fn next_piece(text: &str) -> Option<(&str, &str)> {
    let body = text.trim_start_matches(['^', '!']);
    let signs = text.len() - body.len();
    let end = if body.starts_with('(') {
        let close = body.find(')')? + 1;
        close + usize::from(body.get(close..)?.starts_with('?'))
    } else {
        body.find(char::is_whitespace).unwrap_or(body.len())
    };
    Some((text.get(..signs + end)?, text.get(signs + end..)?))
}

fn choices(piece: &str, set: &impl Fn(&str) -> Option<Vec<String>>) -> Option<Vec<Vec<Box<str>>>> {
    let body = piece
        .strip_prefix('(')
        .and_then(|piece| piece.strip_suffix(')'));
    let mut out = Vec::new();
    for word in body.map_or_else(
        || vec![piece],
        |body| body.split('|').map(str::trim).collect(),
    ) {
        match word.strip_prefix('@') {
            Some(name) => out.extend(set(name)?.iter().map(|form| words(form))),
            None => out.push(words(word)),
        }
    }
    out.retain(|words| !words.is_empty());
    Some(out)
}

fn words(form: &str) -> Vec<Box<str>> {
    if form == ":" {
        return vec![":".into()];
    }
    fold(form)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(Into::into)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compile(when: &str) -> Result<Pattern, PatternError> {
        Pattern::compile(when, None, |name| {
            (name == "recover").then(|| vec!["انتشل".to_owned(), "انتشال".to_owned()])
        })
    }

    #[test]
    fn sets_slots_gaps_and_choices() {
        let pattern = compile("@recover <actor:actor>? ... (جثة | جثث) من <place:place>");
        let elements = pattern.map(|pattern| pattern.elements).unwrap_or_default();
        assert_eq!(elements.len(), 6);
        assert!(
            matches!(&elements[0], Element::Words { any, trigger: true, .. } if any.len() == 2)
        );
        assert!(matches!(
            &elements[1],
            Element::Slot {
                optional: true,
                kind: SlotKind::Actor,
                ..
            }
        ));
        assert!(matches!(elements[2], Element::Gap));
    }

    #[test]
    fn wrong_patterns_say_why() {
        for (when, message) in [
            (
                "<a:thing> من",
                "unknown kind of slot, expected one of actor, place, time, number, people, clause",
            ),
            ("@nothing", "unknown set"),
            ("(من | في", "a bracket is not closed"),
            ("<a:actor>", "a pattern wants at least one word"),
        ] {
            assert_eq!(
                compile(when).err().map(|error| error.message).as_deref(),
                Some(message),
                "{when}"
            );
        }
    }
}
