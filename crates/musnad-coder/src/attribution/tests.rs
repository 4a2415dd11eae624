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

#[test]
fn dropped_subject_goes_on_over_lines() {
    check(
        "قال مصدر أمني إن القصف قتل طفلا.\nوذكر أن القذائف أصابت السوق",
        &["مصدر أمني: reported", "مصدر أمني: reported"],
    );
}

#[test]
fn verb_inside_a_clause_takes_no_earlier_speaker() {
    check(
        "أفادت وكالة سانا بأن القصف قتل حارسا.\nثم نشرت صحيفة صورا قديمة، تظهر دمارا في موقع تعرض لقصف",
        &["وكالة سانا: reported"],
    );
}

#[test]
fn first_person_speaks_in_no_report() {
    check("ورغم ذلك أعتقد أن المسلحين قتلوا حارسا", &[]);
}

#[test]
fn a_name_may_stand_before_or_behind_a_long_role() {
    check(
        "ونقلت صحيفة تركية عن عز الدين كرم حاكم الإقليم القول إن المسلحين قتلوا حارسين",
        &["صحيفة تركية <- عز الدين كرم: reported"],
    );
    check(
        "وكان رئيس مجلس القضاء في محافظة الأنبار علي داوود أعلن مقتل حارس في القصف",
        &["علي داوود: reported"],
    );
}

#[test]
fn a_source_has_no_name_of_its_own() {
    check(
        "قتل حارس في الهجوم، حسبما أفاد مصدر رسمي أمس الأربعاء",
        &["مصدر رسمي: reported"],
    );
}

#[test]
fn whom_the_sentence_is_about_speaks_behind_fa() {
    check(
        "قال سامر المومني إن الجيش قتل طفلا. أما سعاد حداد وزيرة الإعلام فأعلنت أن الجنود قتلوا حارسا",
        &["سامر المومني: reported", "سعاد حداد: reported"],
    );
}

#[test]
fn capital_stands_for_its_government() {
    check("موسكو تعلن مقتل ثلاثة مسلحين في غارة", &["موسكو: reported"]);
    check("دمشق تنفي احتجاز صحفي", &["دمشق: denied"]);
    check("وصل الوفد من موسكو وقتل حارس", &[]);
}

#[test]
fn who_passes_it_on_stands_between_verb_and_colon() {
    check(
        "قال سامر المومني إن الجيش قتل طفلا. وقال بحسب صحيفة محلية: «الجنود قتلوا حارسا أمس»",
        &[
            "سامر المومني: reported",
            "صحيفة محلية <- سامر المومني: reported",
        ],
    );
    check(
        "قتل حارس في القصف وفقا لوكالة سانا",
        &["وكالة سانا: reported"],
    );
}

#[test]
fn marker_with_a_pronoun_names_the_speaker_so_far() {
    check(
        "قال ضابط إن الجنود قتلوا مسلحا. وبحسبه فإن المسلحين هاجموا القاعدة",
        &["ضابط: reported", "ضابط: reported"],
    );
    check(
        "أكد قائد الشرطة سامر حداد أن الجنود قتلوا مسلحا، حسب تصريحاته",
        &["سامر حداد: affirmed"],
    );
    check(
        "قالت الوزارة إن القصف قتل مسلحين، وفق مزاعمها",
        &["الوزارة: doubted"],
    );
}

#[test]
fn own_statement_is_no_further_link() {
    check(
        "قال الجيش إن القصف قتل مسلحين، حسب البيان",
        &["الجيش: reported"],
    );
    check(
        "قال الجيش إن القصف قتل مسلحين، وذلك في بيان وزع على الصحافيين المرافقين للوزير",
        &["الجيش: reported"],
    );
}

#[test]
fn social_network_is_where_it_was_written() {
    check(
        "أصيبت طفلة في القصف، وفق ما نشره الدفاع المدني عبر فيسبوك",
        &["الدفاع المدني: reported"],
    );
}

#[test]
fn headline_names_its_source_in_brackets() {
    check(
        "مقتل ستة مدنيين في قصف على شمال سوريا (المرصد)",
        &["المرصد: reported"],
    );
    check(
        "قتل ستة مدنيين في القصف.\nمسعف ينقل جرحى بعد قصف على السوق (المرصد)",
        &[],
    );
}

#[test]
fn outlet_goes_on_by_itself() {
    check(
        "زعم المتحدث أن القوات قتلت مسلحين، يأتي ذلك بعد غارات قتلت مدنيين",
        &["المتحدث: doubted"],
    );
}

#[test]
fn definite_deed_is_told() {
    check(
        "وزعم مصدر عسكري التصدي لعدوان جوي",
        &["مصدر عسكري: doubted"],
    );
}

#[test]
fn a_clause_without_and_is_the_opening_subjects() {
    check(
        "نفى البيان ذلك.\nوكانت الوزارة وزعت صورا يوم الخميس، زعمت فيها أن المسلحين قتلوا حارسا",
        &["الوزارة: doubted"],
    );
    check(
        "قال سامر حداد إن القصف قتل حارسا. وحول دور المراقبين في الهدنة، قال إن الجنود قتلوا شابا",
        &["سامر حداد: reported", "سامر حداد: reported"],
    );
}

#[test]
fn announced_by_nobody_is_none_of_the_agencys() {
    check(
        "وقالت وكالة محلية إن ضابطا قتل. وأعلن عن مقتل جندي آخر في هجوم أمس",
        &["وكالة محلية: reported"],
    );
}

#[test]
fn age_is_no_saying() {
    check(
        "قتلت القوات طفلا يبلغ من العمر 12 عاما في أول أيام الشهر بقصف استهدف منزله",
        &[],
    );
}

#[test]
fn to_the_world_nobody_speaks() {
    check("وهذا ما يثبت للعالم أن الجيش قتل حارسا", &[]);
}

#[test]
fn a_source_named_again_is_one_link() {
    check(
        "قال مصدر عسكري إن القصف قتل تسعة مسلحين، حسب المصدر",
        &["مصدر عسكري: reported"],
    );
}

#[test]
fn participle_is_that_of_the_officers_name() {
    check(
        "أعلن قائد القوات البحرية الفريق سامر حداد، تدشين جسر بين المدينتين، مشيرا إلى أن الجنود قتلوا مسلحا",
        &["سامر حداد: reported"],
    );
}

#[test]
fn documented_deed_stands_behind_a_quoted_name() {
    check(
        "ووثق «الدفاع المدني» استجابة فرقه منذ بداية الشهر لأكثر من 20 هجوما",
        &["الدفاع المدني: affirmed"],
    );
}

#[test]
fn headline_names_a_link_before_its_colon() {
    check(
        "شهود عيان لوكالة سانا: مسلحون اقتحموا القرية وقتلوا مزارعا",
        &["وكالة سانا <- شهود عيان: reported"],
    );
    check(
        "رويترز عن مسؤول أمني: مقتل جندي في هجوم",
        &["رويترز <- مسؤول أمني: reported"],
    );
}

#[test]
fn country_of_a_headline_is_its_topic() {
    check("العراق: مسلحون يقتلون جنديا في هجوم", &[]);
    check(
        "المرصد السوري: مقتل ستة في غارة",
        &["المرصد السوري: reported"],
    );
}

#[test]
fn clause_is_confirmed_or_denied_behind_it() {
    check(
        "خطف مسلحون ثمانية جنود، وهو أمر نفته وزارة الدفاع",
        &["وزارة الدفاع: denied"],
    );
    check(
        "قتل جندي في الهجوم، وهو ما أكدته قيادة الشرطة",
        &["قيادة الشرطة: affirmed"],
    );
    check(
        "قال ناشطون إن الطائرات قصفت السوق، وهو ما نفته وزارة الدفاع",
        &["ناشطون: reported"],
    );
    check("قصفت الطائرات السوق وهو مزدحم بالناس", &[]);
}

#[test]
fn who_is_no_press_cites_the_press() {
    check(
        "أفادت حركة المقاومة بأن الجنود قتلوا قائدا، وذلك نقلا عن وكالة رويترز",
        &[
            "حركة المقاومة: reported",
            "وكالة رويترز <- حركة المقاومة: reported",
        ],
    );
}

#[test]
fn whoever_asks_goes_on_to_say() {
    check(
        "ودعا الوزير سامر حداد إلى وقف النار. وأضاف أن القصف قتل حارسا",
        &["سامر حداد: reported", "سامر حداد: reported"],
    );
}

#[test]
fn between_is_no_verb() {
    check(
        "اشتباكات بين الفصائل في المدينة سقط فيها عدد من القتلى",
        &[],
    );
    check("وبين المصدر أن الجيش قتل حارسا", &["المصدر: reported"]);
}

#[test]
fn a_statement_is_of_whom_it_names() {
    check(
        "وجاء في بيان للمكتب الإعلامي أن الطائرات قتلت حارسا",
        &["بيان: reported"],
    );
}

#[test]
fn among_them_is_no_verb() {
    check(
        "واستجابت فرق الإنقاذ لهجوم أدى إلى جرح 82 بينهم 44 امرأة، وقصف السوق",
        &[],
    );
}

#[test]
fn on_its_page_is_no_verb() {
    check(
        "أفادت «مؤسسة الدفاع المدني» أمس الأحد، عبر صفحتها الرسمية بأن طائرة قتلت حارسا",
        &["مؤسسة الدفاع المدني: reported"],
    );
}

#[test]
fn words_before_that_name_an_unknown_source() {
    check(
        "قال جهاز الشرطة إن جنديا قتل. بدوره، أكد قائم مقام القضاء دلف الكبيسي أن الجنود قتلوا مسلحا",
        &["جهاز الشرطة: reported", "دلف الكبيسي: affirmed"],
    );
    check(
        "قال سامر حداد إن الجنود قتلوا شابا. وأكد مجددا أن القصف قتل حارسا",
        &["سامر حداد: reported", "سامر حداد: affirmed"],
    );
}

#[test]
fn a_new_subject_ends_what_was_said() {
    check(
        "قالت وزارة الصحة إن شخصا قتل. واستمرت الاشتباكات حيث قتل ثلاثة مقاتلين",
        &["وزارة الصحة: reported"],
    );
}

#[test]
fn a_statement_to_an_agency_is_passed_on_by_it() {
    check(
        "أكد سامر حداد الناطق باسم الرئاسة في تصريح لوكالة سانا أن القصف قتل شابا",
        &["وكالة سانا <- سامر حداد: affirmed"],
    );
}

#[test]
fn who_claims_the_deed_is_its_source() {
    check(
        "تبنى تنظيم داعش هجوما على حاجز في كركوك",
        &["تنظيم داعش: affirmed"],
    );
    check("لم تتبن أي جهة الهجوم على الحاجز", &[]);
    check("ولم تعلن أي جهة مسؤوليتها عن الهجوم", &[]);
}
