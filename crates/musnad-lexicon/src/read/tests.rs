use super::*;

fn faults(path: &str, text: &str) -> Vec<String> {
    let file = SourceFile {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    read(&[file]).2.iter().map(ToString::to_string).collect()
}

const GOOD: &str = "id = \"zaama\"\nlemma = \"زعم\"\ngloss = \"claim\"\nstance = \"doubted\"\ntone = \"distancing\"\nverb = [\n  \"زعم / يزعم\",\n]\n[[test]]\ntext = \"زعمت صفحات أن المجموعة دخلت\"\nmatch = \"زعمت\"\n[[reject]]\ntext = \"قتل زعيم المجموعة\"\nwhy = \"a noun\"\n";

#[test]
fn a_good_file_has_no_fault() {
    assert_eq!(
        faults("ar/reporting/zaama.toml", GOOD),
        Vec::<String>::new()
    );
}

#[test]
fn faults_name_line_and_column() {
    let file = "ar/reporting/zaama.toml";
    let wrong = |from: &str, to: &str| faults(file, &GOOD.replace(from, to));
    assert!(
        wrong("stance", "stanse")[0]
            .starts_with("ar/reporting/zaama.toml:4:1: unknown field `stanse`, expected one of")
    );
    assert_eq!(
        wrong("doubted", "alleged")[0],
        "ar/reporting/zaama.toml:4:10: unknown variant `alleged`, expected one of `reported`, `affirmed`, `doubted`, `denied`"
    );
    assert_eq!(
        wrong("زعم / يزعم", "زعم\u{202e} / يزعم")[0],
        "ar/reporting/zaama.toml:7:7: form holds U+202E, which readers cannot see"
    );
    assert_eq!(
        wrong("match = \"زعمت\"", "match = \"زعموا\"")[0],
        "ar/reporting/zaama.toml:11:10: «زعموا» is not in the sentence"
    );
    assert_eq!(
        wrong("id = \"zaama\"", "id = \"zaam\"")[0],
        "ar/reporting/zaama.toml:1:7: id `zaam` is not the file's name `zaama`"
    );
}

#[test]
fn bytes_of_another_encoding_are_named_with_their_place() {
    let file = SourceFile {
        path: "ar/people.toml".to_owned(),
        bytes: b"a = 1\nb = \"\xc7\"".to_vec(),
    };
    assert_eq!(
        read(&[file]).2[0].to_string(),
        "ar/people.toml:2:6: not UTF-8: byte 11 of the file fits no letter"
    );
}

#[test]
fn a_form_stands_once_in_an_entry() {
    let twice = GOOD.replace("verb = [", "masdar = [\"إزعام\", \"ازعام\"]\nverb = [");
    assert_eq!(
        faults("ar/reporting/zaama.toml", &twice),
        ["ar/reporting/zaama.toml:6:21: «ازعام» stands twice after folding"]
    );
}

#[test]
fn a_file_without_tests_is_refused() {
    let bare = GOOD.split("[[test]]").next().unwrap_or("");
    assert_eq!(
        faults("ar/reporting/zaama.toml", bare),
        [
            "ar/reporting/zaama.toml:1:1: holds no [[test]]",
            "ar/reporting/zaama.toml:1:1: holds no [[reject]]"
        ]
    );
}
