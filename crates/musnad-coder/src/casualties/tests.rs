use std::fmt::Write as _;

use musnad_model::{Casualty, Claim, Effect, Report, Scope, Who};

use crate::Coder;

/// The claims of one report published on Sunday, 9 December 2018.
fn claims(text: &str) -> Vec<Claim> {
    let lexicon = musnad_data::lexicon().unwrap();
    let report = Report {
        id: "t".to_owned(),
        text: text.to_owned(),
        published_date: "2018-12-09".parse().ok(),
        country: Some("SY".to_owned()),
        ..Report::default()
    };
    Coder::new(&lexicon).code(&report).claims
}

fn shown(figure: &Casualty) -> String {
    let bound = |count: Option<u64>| count.map_or("_".to_owned(), |count| count.to_string());
    let effect = match figure.effect {
        Effect::Killed => "killed",
        Effect::Injured => "injured",
        Effect::Detained => "detained",
        Effect::Abducted => "abducted",
        Effect::Missing => "missing",
        Effect::Displaced => "displaced",
        Effect::BodyRecovered => "body",
    };
    let mut out = format!(
        "{}: {effect} {}..{}",
        figure.at.text,
        bound(figure.min),
        bound(figure.max)
    );
    match figure.who {
        Who::Civilian => out.push_str(" civilian"),
        Who::Combatant => out.push_str(" combatant"),
        Who::Unknown => {}
    }
    if let Some(party) = &figure.party {
        let _ = write!(out, " of {party}");
    }
    if figure.scope == Scope::Cumulative {
        out.push_str(" running");
    }
    if let Some(whole) = figure.subset_of {
        let _ = write!(out, " in {whole}");
    }
    out
}

/// `expected` holds `text: effect min..max [civilian|combatant] [of side] [running] [in whole]` of each
/// figure of the text's claims.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found: Vec<String> = claims(text)
        .iter()
        .flat_map(|claim| claim.casualties.iter().map(shown))
        .collect();
    assert_eq!(found, expected, "{text}");
}

/// `expected` are the children and women of the first figure.
#[track_caller]
fn check_parts(text: &str, expected: (Option<u64>, Option<u64>)) {
    let found = claims(text)
        .iter()
        .flat_map(|claim| &claim.casualties)
        .next()
        .map(|figure| (figure.children, figure.women));
    assert_eq!(found, Some(expected), "{text}");
}

#[test]
fn verb_may_stand_behind_the_people() {
    check(
        "أكد المجلس أن سبعة مدنيين قتلوا في غارة على سوق القرية",
        &["سبعة مدنيين: killed 7..7 civilian"],
    );
    check(
        "ثلاثة نجارين قتلوا بقصف على ورشتهم في حلب",
        &["ثلاثة نجارين: killed 3..3"],
    );
    check(
        "قال الطبيب إن خمسة جنود، لم تعرف أسماؤهم، قتلوا في كمين قرب تدمر",
        &["خمسة جنود: killed 5..5 combatant"],
    );
    check(
        "أربعة عمال قتلوا وأصيب تسعة آخرون في غارة على معمل بإدلب",
        &[
            "أربعة عمال: killed 4..4 civilian",
            "تسعة آخرون: injured 9..9 civilian",
        ],
    );
}

#[test]
fn one_number_may_bound_two_effects() {
    check(
        "مقتل وإصابة 14 مدنيا بقصف على معرة النعمان",
        &[
            "مقتل وإصابة 14 مدنيا: injured _..14 civilian",
            "مقتل وإصابة 14 مدنيا: killed _..14 civilian",
        ],
    );
    check(
        "أوقع القصف على دوما 30 قتيلا وجريحا",
        &[
            "30 قتيلا وجريحا: killed _..30",
            "30 قتيلا وجريحا: injured _..30",
        ],
    );
    check(
        "أسفرت الغارة عن عشرات القتلى والجرحى في الرقة",
        &[
            "عشرات القتلى والجرحى: killed _.._",
            "عشرات القتلى والجرحى: injured _.._",
        ],
    );
}

#[test]
fn figures_of_a_list_have_their_own_nouns() {
    check(
        "أسفر الهجوم على الحاجز عن 4 قتلى و12 جريحا",
        &["4 قتلى: killed 4..4", "12 جريحا: injured 12..12"],
    );
    check(
        "سقط 30 قتيلا على الأقل ونحو مئة جريح في تفجير ببغداد",
        &[
            "30 قتيلا على الأقل: killed 30.._",
            "نحو مئة جريح: injured 100..100",
        ],
    );
    check(
        "تسبب القصف بمقتل رجل وإصابة طفلتين في سراقب",
        &["رجل: killed 1..1", "طفلتين: injured 2..2 civilian"],
    );
    check(
        "أدت غارة على سيارة إلى مقتل القيادي أبو عمر الحلبي وثلاثة من مرافقيه",
        &[
            "القيادي أبو عمر الحلبي: killed 1..1 combatant",
            "ثلاثة من مرافقيه: killed 3..3 combatant",
        ],
    );
}

#[test]
fn two_may_stand_behind_its_noun() {
    check(
        "أدى القصف إلى مقتل مدنيين اثنين في كفرنبل",
        &["مدنيين اثنين: killed 2..2 civilian"],
    );
}

#[test]
fn digits_said_again_in_words_are_one_figure() {
    check(
        "أصيب (7) سبعة جنود في كمين قرب درعا",
        &["سبعة جنود: injured 7..7 combatant"],
    );
}

#[test]
fn others_are_of_those_before() {
    check(
        "قتل جنديان وأصيب آخر في كمين قرب السخنة",
        &[
            "جنديان: killed 2..2 combatant",
            "آخر: injured 1..1 combatant",
        ],
    );
    check(
        "استشهد مدني وأصيب آخران بقصف على خان شيخون",
        &["مدني: killed 1..1 civilian", "آخران: injured 2..2 civilian"],
    );
    check(
        "مقتل امرأة وإصابة خمسة آخرين بقصف على عفرين",
        &[
            "امرأة: killed 1..1 civilian",
            "خمسة آخرين: injured 5..5 civilian",
        ],
    );
}

#[test]
fn those_among_are_part_of_the_figure_before() {
    check(
        "قتل 9 أشخاص بينهم 3 أطفال وامرأتان في قصف على أريحا",
        &[
            "9 أشخاص: killed 9..9",
            "3 أطفال: killed 3..3 civilian in 0",
            "امرأتان: killed 2..2 civilian in 0",
        ],
    );
    check(
        "قتل 4 مدنيين بينهم طفل وسيدة بقصف على جسر الشغور",
        &[
            "4 مدنيين: killed 4..4 civilian",
            "طفل: killed 1..1 civilian in 0",
            "سيدة: killed 1..1 civilian in 0",
        ],
    );
    check(
        "قتل عشرات المدنيين بينهم أطفال ونساء في قصف على حلب",
        &[
            "عشرات المدنيين: killed _.._ civilian",
            "أطفال ونساء: killed _.._ civilian in 0",
        ],
    );
    check(
        "أدت الغارات على المعصرة إلى مقتل اثنين منهم، وإصابة 7 آخرين",
        &["اثنين منهم: killed 2..2", "7 آخرين: injured 7..7"],
    );
    check(
        "خطفت الجبهة ستة عناصر من الفرقة بينهم قائدها",
        &[
            "ستة عناصر: abducted 6..6 combatant of الفرقة",
            "قائدها: abducted 1..1 combatant of الفرقة in 0",
        ],
    );
}

#[test]
fn children_and_women_are_told_of_the_whole() {
    check_parts(
        "قتل 9 أشخاص بينهم 3 أطفال وامرأتان في قصف على أريحا",
        (Some(3), Some(2)),
    );
    check_parts("أصيب ستة أطفال بقصف على مدرسة في سرمدا", (Some(6), None));
    check_parts("قتل خمسة عمال في قصف على معمل في سرمدا", (None, None));
}

#[test]
fn a_side_is_named_behind_the_people() {
    check(
        "مقتل 11 عنصرا من تنظيم داعش في غارة على الرقة",
        &["11 عنصرا من تنظيم داعش: killed 11..11 combatant of تنظيم داعش"],
    );
    check(
        "قتل ثمانية من مقاتلي حزب الله في كمين قرب القصير",
        &["ثمانية من مقاتلي حزب الله: killed 8..8 combatant of حزب الله"],
    );
    check(
        "سقوط قتلى وجرحى في صفوف قوات النظام في كمين قرب تدمر",
        &[
            "قتلى: killed _.._ combatant of قوات النظام",
            "جرحى في صفوف قوات النظام: injured _.._ combatant of قوات النظام",
        ],
    );
    check(
        "إصابة ستة عناصر للنظام في كمين قرب تدمر",
        &["ستة عناصر: injured 6..6 combatant of نظام"],
    );
}

#[test]
fn losses_are_people_only_where_they_are_inflicted() {
    check(
        "كبدت الفصائل المهاجمين خسائر فادحة في هجوم على مطار أبو الضهور",
        &["خسائر فادحة: killed _.._ combatant of المهاجمين"],
    );
    check("أدى القصف على المصنع إلى خسائر كبيرة في المعدات", &[]);
}

#[test]
fn none_told_is_no_figure() {
    check(
        "قصفت طائرات أطراف القرية قرب إدلب دون وقوع إصابات بشرية",
        &[],
    );
    check("انفجرت عبوة ناسفة في الباب ولم ترد أنباء عن ضحايا", &[]);
}

#[test]
fn a_toll_that_rises_is_running() {
    check(
        "ارتفعت حصيلة قتلى التفجير في مقديشو إلى 40 قتيلا",
        &["40 قتيلا: killed 40..40 running"],
    );
    check(
        "قال الوزير إن حصيلة ضحايا التفجير ارتفعت إلى 32 قتيلا",
        &["32 قتيلا: killed 32..32 running"],
    );
    check(
        "مقتل 9 مدنيين في حصيلة أولية لقصف على الباب",
        &["9 مدنيين: killed 9..9 civilian"],
    );
}

#[test]
fn what_counts_no_people_is_no_figure() {
    check(
        "قتل شاب عمره 22 عاما برصاص مجهولين في درعا",
        &["شاب: killed 1..1 civilian"],
    );
    check(
        "قتل أربعة شهداء من عائلة واحدة بقصف على سرمين",
        &["أربعة شهداء: killed 4..4 civilian"],
    );
    check(
        "قتل خمسة عناصر في غارة لطائرة بدون طيار قرب البوكمال",
        &["خمسة عناصر: killed 5..5 combatant"],
    );
}

#[test]
fn a_group_word_tells_no_number() {
    check(
        "استهدف صاروخ دبابة قرب سراقب ما أدى إلى مقتل طاقمها",
        &["طاقمها: killed _.._ combatant"],
    );
}

#[test]
fn fighters_take_the_side_that_was_hit() {
    check(
        "قصفت الطائرات الروسية مواقع لتنظيم داعش قرب تدمر ما أسفر عن مقتل 5 عناصر",
        &["5 عناصر: killed 5..5 combatant of تنظيم داعش"],
    );
    check(
        "مقتل جندي تركي في كمين قرب إدلب",
        &["جندي تركي: killed 1..1 combatant of تركي"],
    );
}

#[test]
fn people_of_a_period_are_a_running_toll() {
    check(
        "وثقت الشبكة مقتل 91 مدنيا بينهم 20 طفلا خلال شهر تشرين الأول الماضي",
        &[
            "91 مدنيا: killed 91..91 civilian running",
            "20 طفلا: killed 20..20 civilian running in 0",
        ],
    );
}

#[test]
fn an_event_that_only_tells_when_is_passed_over() {
    check(
        "قتل خلال المواجهات في حي التواهي 28 شخصا",
        &["28 شخصا: killed 28..28"],
    );
    check(
        "تسبب القصف بمقتل 43 شخصا وإصابة 29 بجروح في دار سعد",
        &["43 شخصا: killed 43..43", "29: injured 29..29"],
    );
}

#[test]
fn the_verb_stands_behind_two_people() {
    check(
        "قالت الشرطة إن شخصين على الأقل قتلا وأصيب ثلاثة آخرون قرب السوق",
        &["شخصين على الأقل: killed 2.._", "ثلاثة آخرون: injured 3..3"],
    );
    check(
        "أعلن المستشفى أن مدنيين اثنين قتلا في بلدة سرمين",
        &["مدنيين اثنين: killed 2..2 civilian"],
    );
    check(
        "قالت الوكالة إن أربعة عمال بينهم طفلان من قرية واحدة قتلوا في سبها",
        &[
            "أربعة عمال: killed 4..4 civilian",
            "طفلان: killed 2..2 civilian in 0",
        ],
    );
    check("رفعت الدولتان قتلا ذريعا إلى المحكمة", &[]);
}

#[test]
fn a_pronoun_leads_far_back_to_who_died() {
    check(
        "لقي جنديان حتفهما بانفجار لغم في العريش",
        &["جنديان: killed 2..2 combatant"],
    );
    check(
        "لقي ما لا يقل عن 12 شخصا من سكان القرى الواقعة على ضفة النهر مصرعهم برصاص مسلحين",
        &["ما لا يقل عن 12 شخصا من سكان: killed 12.._ civilian"],
    );
}

#[test]
fn a_side_stands_once_for_two_harms() {
    check(
        "سقط 25 قتيلا وجريحا من قوات النظام في هجوم لداعش",
        &[
            "25 قتيلا وجريحا: killed _..25 combatant of قوات النظام",
            "25 قتيلا وجريحا: injured _..25 combatant of قوات النظام",
        ],
    );
    check(
        "مقتل عنصر وإصابة آخرين بصفوف قوات النظام في درعا",
        &[
            "عنصر: killed 1..1 combatant of قوات النظام",
            "آخرين: injured _.._ combatant of قوات النظام",
        ],
    );
    check(
        "قتل قيادي كبير في تنظيم داعش في غارة",
        &["قيادي كبير في تنظيم داعش: killed 1..1 combatant of تنظيم داعش"],
    );
}

#[test]
fn what_was_tried_and_cost_lives_happened() {
    check(
        "نجا الضابط من محاولة اغتيال أسفرت عن مقتل ثلاثة جنود",
        &["ثلاثة جنود: killed 3..3 combatant"],
    );
    check("تعرض الضابط لمحاولة اغتيال فاشلة في درعا", &[]);
}

#[test]
fn harm_befalls_whom_the_noun_names() {
    check(
        "مقتل أربعة نازحين بقصف على مخيم قرب الباب",
        &["أربعة نازحين: killed 4..4 civilian"],
    );
    check("استشهد أسيران في سجن عوفر", &["أسيران: killed 2..2"]);
    check(
        "أسفرت المعارك عن سقوط قتلى وأسرى في صفوف الجيش السوري",
        &[
            "قتلى: killed _.._ combatant of الجيش السوري",
            "أسرى: detained _.._ combatant of الجيش السوري",
        ],
    );
    check("بلغ عدد المصابين بالكوليرا 300 مريض", &[]);
}

#[test]
fn a_list_takes_a_figure_apart() {
    check(
        "أدت الغارات إلى مقتل 12 مدنيا، هم 7 أطفال و5 نساء",
        &[
            "12 مدنيا: killed 12..12 civilian",
            "7 أطفال: killed 7..7 civilian in 0",
            "5 نساء: killed 5..5 civilian in 0",
        ],
    );
    check(
        "قال المسعفون إن 4 أطفال وامرأتين أصيبوا بقصف على سرمين",
        &[
            "4 أطفال: injured 4..4 civilian",
            "امرأتين: injured 2..2 civilian",
        ],
    );
}

#[test]
fn numbers_since_an_event_run() {
    check(
        "سقط ألف قتيل و9 آلاف جريح منذ دخول المتمردين المدينة",
        &[
            "ألف قتيل: killed 1000..1000 running",
            "9 آلاف جريح: injured 9000..9000 running",
        ],
    );
    check(
        "أصيبت امرأة بقصف على سرمين في إطار التصعيد الذي تشهده المنطقة منذ أشهر",
        &["امرأة: injured 1..1 civilian"],
    );
}

#[test]
fn a_force_stands_in_the_name_of_its_people() {
    check(
        "مقتل اثنين من عناصر الشرطة وإصابة آخرين في تفجير",
        &[
            "اثنين من عناصر الشرطة: killed 2..2 combatant of الشرطة",
            "آخرين: injured _.._ combatant of الشرطة",
        ],
    );
}

#[test]
fn a_verb_may_stand_before_dead_or_wounded() {
    check(
        "قالت المصادر إن 30 مدنيا سقطوا بين قتيل وجريح بقصف على البلدة",
        &[
            "30 مدنيا سقطوا بين قتيل وجريح: killed _..30 civilian",
            "30 مدنيا سقطوا بين قتيل وجريح: injured _..30 civilian",
        ],
    );
    check(
        "قتل مالا يقل عن 11 جنديا بانفجار لغم",
        &["مالا يقل عن 11 جنديا: killed 11.._ combatant"],
    );
}

#[test]
fn illness_and_sport_harm_nobody() {
    check("سجلت الوزارة 12 حالة وفاة جديدة بفيروس كورونا", &[]);
    check("ارتفع عدد المصابين بفيروس كورونا إلى 350 مصابا", &[]);
    check("أصيب لاعبان في المباراة", &[]);
}
