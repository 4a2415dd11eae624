use musnad_lexicon::files::Reject;
use musnad_lexicon::files::toml_value::Count;

use super::wording::loosely_equal;
use super::*;

fn verdict(kind: CaseKind, id: &str, case: Case) -> Result<(), String> {
    let lexicon = musnad_data::lexicon().unwrap();
    let case = TestCase {
        file: String::new(),
        kind,
        id: (!id.is_empty()).then(|| id.to_owned()),
        case,
        position: (1, 1),
    };
    check(&mut Coder::new(&lexicon), &case)
}

fn test(text: &str, part: &str) -> Test {
    Test {
        text: text.to_owned(),
        r#match: Some(part.to_owned()),
        ..Test::default()
    }
}

#[track_caller]
fn passes(kind: CaseKind, id: &str, test: Test) {
    assert_eq!(verdict(kind, id, Case::Test(Box::new(test))), Ok(()));
}

#[track_caller]
fn fails(kind: CaseKind, id: &str, test: Test, message: &str) {
    assert_eq!(
        verdict(kind, id, Case::Test(Box::new(test))),
        Err(message.to_owned())
    );
}

const SAID: &str = "زعمت صفحات محلية أن طائرة قصفت القرية";

#[test]
fn a_reporting_verb_is_held_to_its_source_and_stance() {
    let good = Test {
        source: Some("صفحات محلية".into()),
        stance: Some("doubted".into()),
        ..test(SAID, "زعمت")
    };
    passes(CaseKind::Reporting, "zaama", good.clone());
    let wrong = Test {
        stance: Some("affirmed".into()),
        ..good
    };
    fails(CaseKind::Reporting, "zaama", wrong, "stance is doubted");
    fails(
        CaseKind::Reporting,
        "qala",
        test(SAID, "زعمت"),
        "«زعمت» was read as zaama",
    );
    fails(
        CaseKind::Reporting,
        "zaama",
        test(SAID, "القرية"),
        "«القرية» attributes nothing",
    );
}

#[test]
fn a_figure_is_held_to_its_count_and_bound() {
    let text = "سقط 12 قتيلا في القصف";
    let figure = |count, bound: &str| Test {
        count: Some(Count::Number(count)),
        bound: Some(bound.to_owned()),
        ..test(text, "12 قتيلا")
    };
    passes(CaseKind::Casualty, "qatil", figure(12, "exact"));
    fails(
        CaseKind::Casualty,
        "qatil",
        figure(13, "exact"),
        "«12 قتيلا» was read as 12",
    );
    fails(
        CaseKind::Casualty,
        "qatil",
        figure(12, "about"),
        "the bound of «12 قتيلا» is exact",
    );
}

#[test]
fn an_event_is_held_to_its_file_and_slots() {
    let text = "شن التحالف الدولي غارة على الرقة";
    let event = |actor: &str| Test {
        actor: Some(actor.to_owned()),
        ..test(text, "غارة")
    };
    passes(CaseKind::Event, "air-strike", event("التحالف الدولي"));
    let message = "the actor is «التحالف الدولي», not «الجيش»";
    fails(CaseKind::Event, "air-strike", event("الجيش"), message);
    let message = "the claim is made by events/air-strike.toml#verb";
    fails(CaseKind::Event, "arrest", event("التحالف الدولي"), message);
}

#[test]
fn a_word_is_held_to_its_entry() {
    let text = "دمر قصف تركي منزلا في القرية";
    let nation = |id: &str| Test {
        id: Some(id.to_owned()),
        ..test(text, "تركي")
    };
    passes(CaseKind::Nations, "", nation("tr"));
    fails(CaseKind::Nations, "", nation("us"), "«تركي» was read as tr");
    fails(
        CaseKind::Means,
        "",
        test(text, "منزلا"),
        "«منزلا» was not read as means",
    );
}

#[test]
fn a_time_is_held_to_its_words_and_value() {
    let time = |value: &str| Test {
        value: Some(value.to_owned()),
        grain: Some("day".into()),
        published: Some("2018-12-09".into()),
        ..test("قصفت طائرة القرية فجر أمس", "فجر أمس")
    };
    passes(CaseKind::Time, "", time("2018-12-08"));
    fails(
        CaseKind::Time,
        "",
        time("2018-12-07"),
        "«فجر أمس» is 2018-12-08",
    );
}

#[test]
fn a_reject_fails_where_the_entry_is_found_after_all() {
    let reject = |text: &str| {
        Case::Reject(Reject {
            text: text.to_owned(),
            why: "a reason".into(),
            published: None,
        })
    };
    assert_eq!(
        verdict(CaseKind::Reporting, "zaama", reject("قتل زعيم المجموعة")),
        Ok(())
    );
    let found = Err("«زعمت» matched, but: a reason".to_owned());
    assert_eq!(verdict(CaseKind::Reporting, "zaama", reject(SAID)), found);
}

#[test]
fn names_are_the_same_where_half_of_the_words_are() {
    assert!(loosely_equal("التحالف الدولي", "تحالف دولي"));
    assert!(loosely_equal("مدنيين", "ثلاثة مدنيين"));
    assert!(!loosely_equal("الجيش", "الشرطة"));
    assert!(!loosely_equal("", ""));
}
