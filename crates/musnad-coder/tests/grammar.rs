//! The classes and word lists of `data/ar/grammar.toml` that the coder asks for by name are there, and
//! each list is asked for: a slip in a name would switch a rule off without a word.

#![expect(clippy::unwrap_used, reason = "a test may die")]

use std::collections::BTreeSet;
use std::path::Path;

fn sources(folder: &Path, out: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, out);
        } else {
            out.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// The names that stand as text inside the parentheses of calls of `function`.
fn asked<'s>(source: &'s str, function: &str) -> BTreeSet<&'s str> {
    source
        .split(function)
        .skip(1)
        .flat_map(|call| {
            let mut depth = 1_usize;
            let end = call.find(|c| {
                depth = match c {
                    '(' => depth + 1,
                    ')' => depth - 1,
                    _ => depth,
                };
                depth == 0
            });
            call[..end.unwrap_or(0)].split('"').skip(1).step_by(2)
        })
        .collect()
}

#[test]
fn every_name_that_is_asked_for_is_in_the_data() {
    let mut source = String::new();
    sources(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut source,
    );
    let lexicon = musnad_data::lexicon().unwrap();
    let classes: BTreeSet<&str> = lexicon
        .entries
        .classes
        .iter()
        .map(|class| &*class.id)
        .collect();
    let lists: BTreeSet<&str> = lexicon.entries.lists.iter().map(|list| &*list.id).collect();

    let asked_classes = &asked(&source, "in_class(") | &asked(&source, "class_hit(");
    assert!(asked_classes.len() > 20, "{asked_classes:?}");
    assert_eq!(
        asked_classes.difference(&classes).collect::<Vec<_>>(),
        [&""; 0]
    );

    let asked_lists = &(&asked(&source, ".listed(") | &asked(&source, ".lists("))
        | &asked(&source, ".listed_noun(");
    assert_eq!(asked_lists, lists);
}
