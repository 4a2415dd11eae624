use std::sync::OnceLock;

use musnad_lexicon::Lexicon;
use musnad_model::Report;

use crate::Coder;

fn lexicon() -> &'static Lexicon {
    static LEXICON: OnceLock<Lexicon> = OnceLock::new();
    LEXICON.get_or_init(|| musnad_data::lexicon().expect("the data compile"))
}

/// Whether the claim with this trigger has these actors and recipients, each list divided by «؛».
#[track_caller]
fn check(text: &str, trigger: &str, actors: &str, recipients: &str) {
    let report = Report {
        id: "test".to_owned(),
        text: text.to_owned(),
        ..Report::default()
    };
    let claims = Coder::new(lexicon()).code(&report).claims;
    let claim = claims
        .iter()
        .find(|claim| claim.trigger.text.contains(trigger))
        .unwrap_or_else(|| {
            panic!(
                "no claim at «{trigger}», but at {:?}",
                claims
                    .iter()
                    .map(|claim| &claim.trigger.text)
                    .collect::<Vec<_>>()
            )
        });
    let names = |list: &[musnad_model::EntityRef]| {
        list.iter()
            .map(|entity| entity.at.text.clone())
            .collect::<Vec<_>>()
            .join("؛")
    };
    assert_eq!(
        (
            names(&claim.actors).as_str(),
            names(&claim.recipients).as_str()
        ),
        (actors, recipients),
        "in «{text}»"
    );
}

#[test]
fn verb_subject_object() {
    check(
        "هاجم مسلحون دورية الشرطة في المدينة",
        "هاجم",
        "مسلحون",
        "دورية الشرطة",
    );
}

#[test]
fn subject_before_the_verb() {
    check(
        "القوات العراقية اعتقلت مسلحين في بعقوبة",
        "اعتقلت",
        "القوات العراقية",
        "مسلحين",
    );
}

#[test]
fn subject_before_an_aside() {
    check(
        "القوات العراقية والفصائل المساندة لها، اعتقلت سبعة مسلحين في بعقوبة",
        "اعتقلت",
        "القوات العراقية؛الفصائل المساندة",
        "مسلحين",
    );
}

#[test]
fn subject_behind_the_verb_though_another_stands_before() {
    check(
        "انهار الجيش العراقي حين هاجم تنظيم داعش مدينة الموصل",
        "هاجم",
        "تنظيم داعش",
        "",
    );
}

#[test]
fn passive_with_an_agent() {
    check("قتل جندي برصاص مسلحين قرب صيدا", "قتل", "مسلحين", "جندي");
}

#[test]
fn passive_behind_a_feminine_verb_has_its_own_subject() {
    check(
        "هاجمت جماعة مسلحة القرية وقتل مدنيون في السوق",
        "هاجمت",
        "جماعة مسلحة",
        "مدنيون",
    );
}

#[test]
fn weapon_and_whose_it_is() {
    check(
        "قتل رصاص الجيش الإسرائيلي طفلا في جنين",
        "قتل",
        "الجيش الإسرائيلي",
        "طفلا",
    );
}

#[test]
fn weapon_as_subject() {
    check(
        "المسيرات التركية استهدفت مقاتلين قرب كوباني",
        "استهدفت",
        "المسيرات التركية",
        "مقاتلين",
    );
}

#[test]
fn relative_of_a_deed_has_no_actor() {
    check("وقع قصف استهدف مدنيين في إدلب", "قصف", "", "مدنيين");
}

#[test]
fn attack_undergone() {
    check(
        "تعرضت دورية الشرطة لهجوم من قبل مسلحين في كركوك",
        "لهجوم",
        "مسلحين",
        "دورية الشرطة",
    );
}

#[test]
fn side_as_an_adjective_of_what_was_undergone() {
    check(
        "تعرضت قوات النظام لقصف إسرائيلي في حمص",
        "لقصف",
        "إسرائيلي",
        "قوات النظام",
    );
}

#[test]
fn attack_that_came_from() {
    check(
        "شهدت المدينة هجوما عنيفا من تنظيم داعش",
        "هجوم",
        "تنظيم داعش",
        "",
    );
}

#[test]
fn repelled_attack_is_the_attackers() {
    check(
        "صد الجيش اليمني هجوما شنه تنظيم القاعدة في أبين",
        "هجوم",
        "تنظيم القاعدة",
        "الجيش اليمني",
    );
}

#[test]
fn repelled_with_an_ally() {
    check(
        "تصدى الجيش السوري لهجوم تنظيم داعش في تدمر",
        "لهجوم",
        "تنظيم داعش",
        "الجيش السوري",
    );
}

#[test]
fn parties_of_a_clash() {
    check(
        "اندلعت اشتباكات بين قسد وتنظيم داعش",
        "اشتباكات",
        "قسد",
        "تنظيم داعش",
    );
}

#[test]
fn clash_with() {
    check(
        "اشتبكت الشرطة مع مسلحين في طرابلس",
        "اشتبكت",
        "الشرطة",
        "مسلحين",
    );
}

#[test]
fn owner_of_what_was_struck() {
    check(
        "قصفت طائرات إسرائيلية مواقع لحزب الله",
        "قصفت",
        "طائرات إسرائيلية",
        "حزب الله",
    );
}

#[test]
fn who_does_what_the_verb_leads_to() {
    check(
        "قامت القوات العراقية باعتقال سبعة صحفيين في بغداد",
        "اعتقال",
        "القوات العراقية",
        "صحفيين",
    );
}

#[test]
fn what_is_told_is_not_done_by_the_teller() {
    check(
        "أعلنت وزارة الدفاع مقتل خمسة جنود في سيناء",
        "مقتل",
        "",
        "جنود",
    );
}

#[test]
fn noun_that_a_verb_carries() {
    check(
        "شن الطيران الروسي غارات على مقاتلين في إدلب",
        "غارات",
        "الطيران الروسي",
        "مقاتلين",
    );
}

#[test]
fn carried_by_a_verb_behind_it() {
    check(
        "وقع هجوم نفذه تنظيم داعش في كركوك",
        "هجوم",
        "تنظيم داعش",
        "",
    );
}

#[test]
fn noun_of_another_event_keeps_its_people() {
    check(
        "اقتحمت الشرطة منزلا لتوقيف صحفي في تونس",
        "اقتحمت",
        "الشرطة",
        "",
    );
}

#[test]
fn violence_goes_on_with_its_actor() {
    check(
        "داهمت مجموعات مسلحة البلدة وسط إطلاق نار كثيف",
        "إطلاق نار",
        "مجموعات مسلحة",
        "",
    );
}

#[test]
fn a_number_with_min_has_no_sender() {
    check("قتل أكثر من سبعين شخصا في المدينة", "قتل", "", "شخصا");
}

#[test]
fn a_list_behind_a_preposition_is_no_subject() {
    check(
        "إن فصائل المعارضة السورية، قصفت بالمدفعية تجمعات لقوات النظام والميليشيات الإيرانية في الفوج",
        "قصفت",
        "فصائل المعارضة السورية",
        "قوات النظام؛الميليشيات الإيرانية",
    );
}

#[test]
fn a_pronoun_behind_that_stands_for_the_speaker() {
    check(
        "قالت المعارضة المسلحة إنها قصفت مواقع قوات النظام قرب حماة",
        "قصفت",
        "المعارضة المسلحة",
        "مواقع قوات النظام",
    );
}

#[test]
fn whose_the_struck_thing_is_suffers() {
    check(
        "قصفت مواقع قوات النظام قرب حماة",
        "قصفت",
        "",
        "مواقع قوات النظام",
    );
    check(
        "نفذت مقاتلات تركية غارات على مواقع لتنظيم داعش قرب سنجار",
        "غارات",
        "مقاتلات تركية",
        "تنظيم داعش",
    );
}

#[test]
fn a_definite_deed_is_the_verbs_subject() {
    check(
        "استهدف الهجوم حشدا من المصلين في الكرادة",
        "استهدف",
        "",
        "حشدا من المصلين",
    );
}

#[test]
fn a_carrying_noun_has_its_doer_behind_it() {
    check(
        "أصيب مدني إثر قيام الشرطة الاتحادية باستهداف سيارة في كركوك",
        "استهداف",
        "الشرطة الاتحادية",
        "مدني",
    );
}

#[test]
fn a_thing_is_struck_where_no_people_are() {
    check(
        "قصف الجيش الإسرائيلي سيارة مدنية على طريق صور",
        "قصف",
        "الجيش الإسرائيلي",
        "سيارة مدنية",
    );
    check(
        "قصف الجيش الإسرائيلي مدينة صور",
        "قصف",
        "الجيش الإسرائيلي",
        "",
    );
}

#[test]
fn the_dead_do_nothing() {
    check("ستة قتلى بغارة في مدينة صعدة", "غارة", "", "");
}

#[test]
fn an_adjective_of_the_deed_is_nobody() {
    check(
        "شنت كل من فرنسا وبريطانيا هجوما منسقا على مواقع داعش قرب الرقة",
        "هجوما",
        "فرنسا؛بريطانيا",
        "مواقع داعش",
    );
    check("هاجم المسلحون القرية وقتلوا جنديا", "هاجم", "المسلحون", "");
}

#[test]
fn who_was_hurt_in_an_attack_did_not_do_it() {
    check(
        "أصيب شخص جراء هجوم مسلح استهدف صهريجا في الحسكة",
        "هجوم",
        "",
        "شخص",
    );
}

#[test]
fn a_bomb_is_no_party() {
    check(
        "انفجرت عبوة ناسفة استهدفت الضابط سامر العلي في سرمين",
        "انفجرت عبوة",
        "",
        "الضابط سامر العلي",
    );
}

#[test]
fn a_nation_goes_on_with_people() {
    check(
        "قتل الجيش التركي ثلاثة مدنيين سوريين قرب عفرين",
        "قتل",
        "الجيش التركي",
        "مدنيين سوريين",
    );
}

#[test]
fn both_sides_of_a_mutual_deed() {
    check(
        "وقع قصف متبادل بين قوات النظام وفصائل المعارضة السورية في إدلب",
        "قصف",
        "قوات النظام",
        "فصائل المعارضة السورية",
    );
}

#[test]
fn of_whom_is_not_from_whom() {
    check(
        "قتل شخص وأصيب آخرون من المدنيين في قصف على حلب",
        "قصف",
        "",
        "شخص",
    );
}

#[test]
fn whose_the_weapon_is_did_it() {
    check(
        "دمرت البوارج الحربية التابعة لقوات التحالف عشرة زوارق محملة بالأسلحة قبالة شقرة",
        "دمرت",
        "البوارج الحربية",
        "",
    );
}

#[test]
fn a_participle_has_the_subject_of_the_protest() {
    check(
        "تظاهر عمال المصنع في السويس أمس مطالبين الحكومة بدفع الأجور",
        "مطالبين",
        "عمال",
        "الحكومة",
    );
    check("تظاهر أمس المئات في ساحة التحرير", "تظاهر", "المئات", "");
}

#[test]
fn where_it_came_from_did_it() {
    check(
        "أصيب مدنيون بقصف صاروخي مصدره قوات سوريا الديمقراطية على مارع",
        "قصف",
        "قوات سوريا الديمقراطية",
        "مدنيون",
    );
}

#[test]
fn a_weapon_behind_the_carrying_verb_did_it() {
    check(
        "قتل مدني جراء قصف شنته طائرات حربية روسية على ريف إدلب",
        "قصف",
        "طائرات حربية روسية",
        "مدني",
    );
}

#[test]
fn an_armed_idafa_before_a_place_did_it() {
    check(
        "جرح طفل بعد استهداف قوات النظام بلدة النيرب بالمدفعية",
        "استهداف",
        "قوات النظام",
        "طفل",
    );
    check(
        "استهداف قوات النظام قرب النيرب",
        "استهداف",
        "",
        "قوات النظام",
    );
}

#[test]
fn the_target_of_an_attack_did_not_do_it() {
    check("كان المسجد هدفا لهجوم في لاهور", "هجوم", "", "");
}

#[test]
fn an_armed_party_before_a_figure_is_the_subject() {
    check(
        "الجيش الإسرائيلي اعتقل 40 فلسطينيا في الخليل",
        "اعتقل",
        "الجيش الإسرائيلي",
        "فلسطينيا",
    );
    check(
        "قتل ثلاثة عناصر من الجيش العراقي وجرح تسعة في تفجير في الطارمية",
        "تفجير",
        "",
        "عناصر من الجيش العراقي",
    );
}

#[test]
fn a_weapon_behind_that_is_the_subject() {
    check(
        "قال شهود إن طائرات حربية تركية شنت هجوما على مواقع حزب العمال الكردستاني قرب دهوك",
        "هجوما",
        "طائرات حربية تركية",
        "مواقع حزب العمال الكردستاني",
    );
    check(
        "وكانت طائرة روسية قد استهدفت مقاتلين قرب إدلب",
        "استهدفت",
        "طائرة روسية",
        "مقاتلين",
    );
}

#[test]
fn the_hurt_are_helped() {
    check("تم نقل الجرحى إلى مستشفى المدينة", "نقل", "", "الجرحى");
}

#[test]
fn the_number_of_raids_is_no_part_of_the_name() {
    check(
        "نفذت قوات التحالف الدولي 20 غارة على مواقع داعش قرب الرمادي",
        "غارة",
        "قوات التحالف الدولي",
        "مواقع داعش",
    );
}

#[test]
fn who_says_it_did_not_do_it() {
    check(
        "وقال ناشطون داهمت دوريات الشرطة منازل المهربين في البصرة",
        "داهمت",
        "دوريات الشرطة",
        "المهربين",
    );
}

#[test]
fn whom_others_follow_suffers_nothing() {
    check(
        "هاجمت الفصائل الموالية للرئيس حاجزا في عدن",
        "هاجمت",
        "الفصائل",
        "",
    );
}
