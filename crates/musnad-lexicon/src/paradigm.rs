//! Verb paradigms from two written forms, past and present (third person masculine singular).
//!
//! Only what unvocalised news text shows is made: persons and numbers in past and present, the short
//! forms after «لم» of hollow and defective verbs, and the active participle of derived patterns and
//! of sound pattern I. Forms come out folded.

use musnad_text::fold;

/// Which part of the paradigm a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VerbForm {
    /// Past.
    Past,
    /// Present.
    Present,
    /// The short form of a weak verb after «لم» («لم يصب»).
    Short,
    /// Active participle («متهما»).
    Participle,
}

/// A form of the paradigm: folded, with its part and whether its subject is plural by its own ending.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Inflected {
    /// Folded form.
    pub form: String,
    /// Part of the paradigm.
    pub part: VerbForm,
    /// Whether the ending names a plural or dual subject (قالوا): then no subject need follow.
    pub plural: bool,
    /// Whether it is first person (نقصف، قصفنا).
    pub first_person: bool,
}

fn is_weak(c: Option<&char>) -> bool {
    matches!(c, Some('ا' | 'ي' | 'و'))
}

/// All forms of the verb that is written `past` and `present`.
pub fn paradigm(past: &str, present: &str) -> Vec<Inflected> {
    // «بدأ»: a hamza stays where a weak letter falls
    let hamza = past.trim().ends_with('أ');
    let past = fold(past.trim());
    let present = fold(present.trim());
    let mut out = Vec::new();
    past_forms(&past, &mut out);
    if hamza {
        for (ending, plural, first) in [
            ("ت", false, false),
            ("وا", true, false),
            ("تا", true, false),
            ("نا", true, true),
        ] {
            push(
                &mut out,
                format!("{past}{ending}"),
                VerbForm::Past,
                plural,
                first,
            );
        }
        let stem = past.strip_suffix('ا').unwrap_or(&past);
        push(&mut out, format!("{stem}ووا"), VerbForm::Past, true, false);
    }
    present_forms(&present, &mut out);
    participles(&past, &present, &mut out);
    out.sort();
    out.dedup_by(|a, b| a.form == b.form && a.part == b.part);
    out
}

fn push(out: &mut Vec<Inflected>, form: String, part: VerbForm, plural: bool, first_person: bool) {
    if form.chars().count() >= 2 {
        out.push(Inflected {
            form,
            part,
            plural,
            first_person,
        });
    }
}

fn past_forms(past: &str, out: &mut Vec<Inflected>) {
    let letters: Vec<char> = past.chars().collect();
    let last = letters.last();
    let stem: String = letters[..letters.len().saturating_sub(1)].iter().collect();
    let mut add =
        |form: String, plural: bool, first: bool| push(out, form, VerbForm::Past, plural, first);
    add(past.to_owned(), false, false);
    match last {
        // «نفى» (folded نفي), «دعا»; «بقي» has the same letters and also keeps its ya
        Some('ي' | 'ا') => {
            add(format!("{stem}ت"), false, false);
            add(format!("{stem}وا"), true, false);
            add(format!("{stem}تا"), true, false);
            add(format!("{stem}يا"), true, false);
            add(format!("{stem}ين"), true, false);
            add(format!("{stem}ينا"), true, true);
            if last == Some(&'ي') {
                add(format!("{past}ت"), false, false);
            } else {
                add(format!("{stem}وا"), true, false);
                add(format!("{stem}ونا"), true, true);
            }
        }
        Some(_) => {
            add(format!("{past}ت"), false, false);
            add(format!("{past}وا"), true, false);
            // before an object the alef of the plural falls: «قتلوه»
            add(format!("{past}و"), true, false);
            // of three letters the dual is written like the masdar with tanwin («قصفا»)
            if letters.len() > 3 {
                add(format!("{past}ا"), true, false);
            }
            add(format!("{past}تا"), true, false);
            let middle = letters.len().checked_sub(2).and_then(|at| letters.get(at));
            if middle == Some(&'ا') && letters.len() > 2 {
                let short: String = letters
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| *at != letters.len() - 2)
                    .map(|(_, c)| c)
                    .collect();
                add(format!("{short}نا"), true, true);
                add(format!("{short}ت"), false, true);
            } else {
                add(format!("{past}نا"), true, true);
            }
        }
        None => {}
    }
}

fn present_forms(present: &str, out: &mut Vec<Inflected>) {
    let letters: Vec<char> = present.chars().collect();
    if letters.len() < 3 {
        return;
    }
    let body: String = letters[1..].iter().collect();
    let last = letters.last();
    let without_last: String = letters[1..letters.len() - 1].iter().collect();
    let mut short = Vec::new();
    let mut add =
        |form: String, plural: bool, first: bool| push(out, form, VerbForm::Present, plural, first);
    // «أقصف» is left out: its letters are those of other verbs' past («أضرب»), and news says «نقصف»
    for (prefix, first) in [('ي', false), ('ت', false), ('ن', true)] {
        add(format!("{prefix}{body}"), first, first);
    }
    for prefix in ['ي', 'ت'] {
        match last {
            Some('ي' | 'و' | 'ا') => {
                add(format!("{prefix}{without_last}ون"), true, false);
                add(format!("{prefix}{without_last}وا"), true, false);
                short.push(format!("{prefix}{without_last}"));
                add(format!("{prefix}{body}ان"), true, false);
            }
            Some(_) => {
                add(format!("{prefix}{body}ون"), true, false);
                add(format!("{prefix}{body}وا"), true, false);
                add(format!("{prefix}{body}و"), true, false);
                add(format!("{prefix}{body}ان"), true, false);
                add(format!("{prefix}{body}ا"), true, false);
                add(format!("{prefix}{body}ن"), true, false);
                // short form of a hollow verb: «لم يقل», «لم يصب»
                let middle = letters.len() - 2;
                if is_weak(letters.get(middle)) && letters.len() >= 4 {
                    let bare: String = letters[1..]
                        .iter()
                        .enumerate()
                        .filter(|(at, _)| at + 1 != middle)
                        .map(|(_, c)| c)
                        .collect();
                    short.push(format!("{prefix}{bare}"));
                }
            }
            None => {}
        }
    }
    for form in short {
        push(out, form, VerbForm::Short, false, false);
    }
}

fn participles(past: &str, present: &str, out: &mut Vec<Inflected>) {
    let past: Vec<char> = past.chars().collect();
    let body: Vec<char> = present.chars().skip(1).collect();
    if body.len() < 3 {
        return;
    }
    // pattern I: three letters in the past, none of them the alef of pattern IV
    let pattern_one = past.len() == 3
        && body.len() == 3
        && !(past[0] == 'ا' && body[0] != 'ا')
        && present_of_one(&past, &body);
    let stem: String = if pattern_one {
        if body[1..].iter().any(|c| matches!(c, 'ا' | 'و' | 'ي')) {
            // defective: «دعا» داعي; hollow participles (قائل) are rare in news
            if is_weak(body.last()) {
                format!("{}ا{}ي", past[0], past[1])
            } else {
                return;
            }
        } else {
            format!("{}ا{}{}", past[0], past[1], past[2])
        }
    } else {
        format!("م{}", body.iter().collect::<String>())
    };
    // of three letters pattern II is written like pattern I: «هدد» مهدد, «حمل» محمل
    if pattern_one && !body.iter().any(|c| matches!(c, 'ا' | 'و' | 'ي')) {
        let second = format!("م{}", body.iter().collect::<String>());
        for ending in ["ا", "ه", "ين", "ون"] {
            push(
                out,
                format!("{second}{ending}"),
                VerbForm::Participle,
                ending.len() > 2,
                false,
            );
        }
    }
    let mut add = |form: String, plural: bool| push(out, form, VerbForm::Participle, plural, false);
    let weak = is_weak(stem.chars().last().as_ref()) && !pattern_one_sound(&stem);
    if weak {
        let short: String = stem.chars().take(stem.chars().count() - 1).collect();
        add(format!("{short}ا"), false);
        add(format!("{short}يا"), false);
        add(format!("{short}يه"), false);
        add(format!("{short}ين"), true);
        add(format!("{short}ون"), true);
        add(format!("{short}ي"), false);
    } else {
        add(stem.clone(), false);
        add(format!("{stem}ا"), false);
        add(format!("{stem}ه"), false);
        add(format!("{stem}ين"), true);
        add(format!("{stem}ون"), true);
        add(format!("{stem}ات"), true);
    }
}

/// Whether past and present are of pattern I: the same consonants in both.
fn present_of_one(past: &[char], body: &[char]) -> bool {
    past[0] == body[0]
}

fn pattern_one_sound(stem: &str) -> bool {
    !matches!(stem.chars().last(), Some('ي' | 'ا' | 'و'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(past: &str, present: &str, form: VerbForm, expected: &[&str]) {
        let forms = paradigm(past, present);
        for word in expected {
            let word = fold(word);
            assert!(
                forms
                    .iter()
                    .any(|found| found.form == word && found.part == form),
                "{word} is not in {forms:?}"
            );
        }
    }

    #[test]
    fn sound_verb() {
        check(
            "قصف",
            "يقصف",
            VerbForm::Past,
            &["قصف", "قصفت", "قصفوا", "قصفنا"],
        );
        check(
            "قصف",
            "يقصف",
            VerbForm::Present,
            &["يقصف", "تقصف", "يقصفون", "نقصف"],
        );
    }

    #[test]
    fn hollow_verb_has_a_short_form() {
        check("أصاب", "يصيب", VerbForm::Past, &["أصاب", "أصابت", "أصابوا"]);
        check("أصاب", "يصيب", VerbForm::Present, &["يصيب", "يصيبون"]);
        check("أصاب", "يصيب", VerbForm::Short, &["يصب", "تصب"]);
        check(
            "قال",
            "يقول",
            VerbForm::Present,
            &["يقول", "تقول", "يقولون"],
        );
        check("قال", "يقول", VerbForm::Short, &["يقل"]);
    }

    #[test]
    fn defective_verb_drops_its_last_letter() {
        check("نفى", "ينفي", VerbForm::Past, &["نفى", "نفت", "نفوا"]);
        check("نفى", "ينفي", VerbForm::Present, &["ينفي", "تنفي", "ينفون"]);
        check("دعا", "يدعو", VerbForm::Past, &["دعا", "دعت", "دعوا"]);
        check(
            "دعا",
            "يدعو",
            VerbForm::Participle,
            &["داعيا", "داعية", "داعين"],
        );
    }

    #[test]
    fn participles_of_derived_patterns() {
        check(
            "اتهم",
            "يتهم",
            VerbForm::Participle,
            &["متهما", "متهمة", "متهمين"],
        );
        check("أشار", "يشير", VerbForm::Participle, &["مشيرا", "مشيرة"]);
        check("أكد", "يؤكد", VerbForm::Participle, &["مؤكدا", "مؤكدين"]);
        check(
            "طالب",
            "يطالب",
            VerbForm::Participle,
            &["مطالبا", "مطالبين"],
        );
        check("لفت", "يلفت", VerbForm::Participle, &["لافتا", "لافتين"]);
        check(
            "هدد",
            "يهدد",
            VerbForm::Participle,
            &["مهددا", "مهددة", "مهددين"],
        );
    }
}
