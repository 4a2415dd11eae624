//! Sentences of our own: who says what, by chain, verb and stance.

use musnad_model::Report;

use crate::Coder;

/// The attributions of a report as «outer <- inner: stance», the outlet's own left out.
fn read(text: &str, outlet: Option<&str>) -> Vec<String> {
    let lexicon = musnad_data::lexicon().expect("the embedded data read");
    let mut coder = Coder::new(&lexicon);
    let report = Report {
        id: "test".to_owned(),
        text: text.to_owned(),
        outlet: outlet.map(str::to_owned),
        ..Report::default()
    };
    let explanation = coder.explain(&report);
    let chains = explanation
        .attributions
        .iter()
        .filter(|attribution| !attribution.chain.is_empty());
    chains
        .map(|attribution| {
            let chain: Vec<&str> = attribution.chain.iter().map(|span| span.of(text)).collect();
            format!("{}: {:?}", chain.join(" <- "), attribution.stance).to_lowercase()
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(read(text, None), expected, "{text}");
}

#[test]
fn verb_names_its_subject() {
    check("قال شهود إن المسلحين قتلوا حارسا", &["شهود: reported"]);
    check(
        "وأكد المرصد السوري سقوط قذائف أدت إلى مقتل شخص",
        &["المرصد السوري: affirmed"],
    );
    check("أفاد ناشطون بأن القصف استهدف السوق", &["ناشطون: reported"]);
}

#[test]
fn noun_that_looks_like_a_verb_reports_nothing() {
    check("نشر الجيش قواته في المدينة", &[]);
    check("نقل المسعفون الجرحى إلى المشفى", &[]);
    check("يجب أن تقتل القوات المسلحين", &[]);
}

#[test]
fn agency_stands_outside_the_speaker() {
    check(
        "قال قائد ميداني لوكالة رويترز إن المسلحين قتلوا جنديا",
        &["وكالة رويترز <- قائد ميداني: reported"],
    );
    check(
        "نقلت وكالة سانا عن مصدر عسكري قوله إن المسلحين قتلوا جنديا",
        &["وكالة سانا <- مصدر عسكري: reported"],
    );
    check(
        "قالت وكالة سانا نقلا عن مصدر عسكري إن القصف قتل جنديا",
        &["وكالة سانا <- مصدر عسكري: reported"],
    );
}

#[test]
fn outlet_itself_is_no_link() {
    let text = "قال قائد ميداني لـ«الشروق» إن المسلحين قتلوا جنديا";
    assert_eq!(read(text, Some("صحيفة الشروق")), ["قائد ميداني: reported"]);
}

#[test]
fn name_stands_for_its_role() {
    check(
        "قال مدير المشفى سالم الحمود إن القصف قتل مريضا",
        &["سالم الحمود: reported"],
    );
    check(
        "وأكد الجربوعي أن القوات قتلت مسلحين",
        &["الجربوعي: affirmed"],
    );
}

#[test]
fn subject_may_stand_before_the_verb() {
    check(
        "وكان الجيش العراقي أعلن في بيان أن قواته قتلت مسلحين",
        &["الجيش العراقي: reported"],
    );
}

#[test]
fn dropped_subject_is_the_speaker_so_far() {
    check(
        "قال شهود إن المسلحين قتلوا حارسا. وأضافوا أن القصف أصاب السوق",
        &["شهود: reported", "شهود: reported"],
    );
    check(
        "قالت مصادر محلية إن القصف قتل حارسا، مشيرة إلى أن الجنود اعتقلوا شابا",
        &["مصادر محلية: reported", "مصادر محلية: reported"],
    );
}

#[test]
fn marker_stands_before_or_behind() {
    check(
        "قتل حارس في القصف بحسب مصادر طبية",
        &["مصادر طبية: reported"],
    );
    check("سقطت قذيفة على منزل وفقا لناشطين", &["ناشطين: reported"]);
    check("وبحسب شهود، فإن القصف قتل حارسا", &["شهود: reported"]);
    check("قصف الجيش البلدة، بحسب قوله، ردا على هجوم", &[]);
}

#[test]
fn nobody_says_what_is_to_be_mentioned() {
    check("يذكر أن القصف قتل حارسا قبل شهر", &[]);
    check("وتواردت الأنباء عن سقوط جرحى في السوق", &[]);
}

#[test]
fn accuser_is_the_source_of_what_he_tells() {
    check(
        "اتهمت الحكومة التركية المسلحين بقتل حارس",
        &["الحكومة التركية: reported"],
    );
}

#[test]
fn stance_is_that_of_the_verb() {
    check("زعم المتحدث أن القصف قتل مسلحين", &["المتحدث: doubted"]);
    check("نفى المتحدث أن الطائرات قصفت السوق", &["المتحدث: denied"]);
    check("قتل حارس بحسب ما أكد شهود", &["شهود: affirmed"]);
}
