//! What holds for every text: spans are the quoted words, marks inside words change nothing, and the
//! same text gives the same claims.

use musnad_coder::Coder;
use musnad_lexicon::Lexicon;
use musnad_model::{Claim, Report, Span};
use proptest::prelude::*;

/// Our own sentences, each with another construction.
const SENTENCES: [&str; 14] = [
    "قتل خمسة مدنيين وأصيب سبعة آخرون بقصف لقوات النظام على بلدة كفرنبل بريف إدلب أمس.",
    "وقال مصدر طبي لوكالة محلية إن ثلاثة أطفال قتلوا في غارة جوية على سوق المدينة.",
    "زعمت صفحات محلية أن المجموعة سيطرت على القرية فجر الثلاثاء.",
    "ونفى متحدث باسم الجيش شن أي هجوم على المخيم.",
    "اعتقلت الشرطة عشرين متظاهرا في بغداد، بحسب ناشطين.",
    "ارتفع عدد قتلى التنظيم منذ بداية الشهر إلى 28 قتيلا من ضمنهم 3 قادة.",
    "اتهمت الوزارة «جماعات مسلحة» بخطف مهندس من بيته في البصرة يوم 4 آذار الماضي.",
    "انتشل الدفاع المدني تسع جثث من تحت الأنقاض في حي الزهور.",
    "دارت اشتباكات عنيفة بين الحوثيين والقوات الحكومية في محافظة تعز.",
    "وأضاف أن القوات انسحبت من المعبر، مشيرا إلى أن الهدنة بدأت مساء اليوم.",
    "طالبت المنظمة بوقف القصف ودعت إلى تحقيق دولي.",
    "نزحت مئات العائلات من ريف حماة الشمالي خلال الأيام الماضية.",
    "لم يقتل أي مدني في الضربة التي استهدفت مستودعا قرب دير الزور.",
    "تستعد القوات لاقتحام المدينة من ثلاثة محاور غدا.",
];

fn with_coder<T>(read: impl FnOnce(&mut Coder) -> T) -> T {
    let lexicon: Lexicon = musnad_data::lexicon().expect("the embedded lexicon is read");
    read(&mut Coder::new(&lexicon))
}

fn report(text: &str) -> Report {
    Report {
        id: "r".to_owned(),
        text: text.to_owned(),
        published: Some("2018-12-09".to_owned()),
        published_date: "2018-12-09".parse().ok(),
        country: Some("SY".to_owned()),
        ..Report::default()
    }
}

/// Every piece of text in a claim with the words that it shows.
fn pieces(claim: &Claim) -> Vec<(Span, String)> {
    let mut out = vec![
        (claim.quote.span, claim.quote.text.clone()),
        (claim.trigger.span, claim.trigger.text.clone()),
    ];
    let mut add = |at: &musnad_model::TextRef| out.push((at.span, at.text.clone()));
    claim.attribution.verb.iter().for_each(&mut add);
    claim
        .attribution
        .chain
        .iter()
        .for_each(|link| add(&link.at));
    claim
        .actors
        .iter()
        .chain(&claim.recipients)
        .for_each(|entity| add(&entity.at));
    claim.place.iter().for_each(|place| add(&place.at));
    claim.date.iter().for_each(|date| add(&date.at));
    claim
        .casualties
        .iter()
        .for_each(|casualty| add(&casualty.at));
    claim.persons.iter().for_each(|person| add(&person.at));
    out
}

fn check_spans(text: &str, claims: &[Claim]) {
    for claim in claims {
        for (span, words) in pieces(claim) {
            assert_eq!(
                text.get(span.start as usize..span.end as usize),
                Some(words.as_str()),
                "a span of {} does not hold its words",
                claim.rule
            );
        }
        assert!(
            claim.quote.span.contains(claim.trigger.span),
            "the trigger is outside the quote: {claim:?}"
        );
    }
}

/// What a claim says, without offsets, quoted texts and ids.
fn substance(claim: &Claim) -> String {
    let links: Vec<_> = claim
        .attribution
        .chain
        .iter()
        .map(|link| (link.kind, &link.id))
        .collect();
    let actors: Vec<_> = claim
        .actors
        .iter()
        .chain(&claim.recipients)
        .map(|actor| (&actor.id, &actor.country))
        .collect();
    let place = claim
        .place
        .as_ref()
        .map(|place| (&place.id, place.lat.map(f64::to_bits), place.via));
    let date = claim
        .date
        .as_ref()
        .map(|date| (date.earliest, date.latest, date.grain, date.hour));
    let casualties: Vec<_> = claim
        .casualties
        .iter()
        .map(|toll| {
            (
                toll.effect,
                toll.min,
                toll.max,
                toll.who,
                toll.scope,
                toll.subset_of,
                toll.since,
                toll.until,
            )
        })
        .collect();
    format!(
        "{:?} {:?} {:?} {links:?} {actors:?} {place:?} {date:?} {casualties:?} {:?} {} {}",
        claim.plover,
        claim.acled,
        claim.factuality,
        claim.attribution.stance,
        claim.rule,
        claim.doubts.len()
    )
}

/// Whether a mark between two letters leaves them joined: both must be Arabic letters and the first
/// one that joins to its left.
fn joins(left: char, right: char) -> bool {
    let letter = |c: char| ('\u{621}'..='\u{64a}').contains(&c) && c != 'ـ';
    letter(left) && letter(right) && !"اأإآٱدذرزوؤةىء".contains(left)
}

fn with_marks(text: &str, marks: &[String]) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut out = String::new();
    for (at, &letter) in letters.iter().enumerate() {
        out.push(letter);
        if let Some(&next) = letters.get(at + 1)
            && joins(letter, next)
            && !marks.is_empty()
        {
            out.push_str(&marks[at % marks.len()]);
        }
    }
    out
}

#[test]
fn the_sentences_are_coded() {
    with_coder(|coder| {
        let claims: usize = SENTENCES
            .iter()
            .map(|text| coder.code(&report(text)).claims.len())
            .sum();
        assert!(
            claims >= SENTENCES.len(),
            "only {claims} claims in {} sentences",
            SENTENCES.len()
        );
    });
}

#[test]
fn the_order_of_reports_changes_nothing() {
    let forward = with_coder(|coder| SENTENCES.map(|text| coder.code(&report(text))));
    let mut backward = with_coder(|coder| {
        let mut all: Vec<_> = SENTENCES
            .iter()
            .rev()
            .map(|text| coder.code(&report(text)))
            .collect();
        all.reverse();
        all
    });
    for (one, two) in forward.iter().zip(backward.drain(..)) {
        assert_eq!(*one, two);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn spans_are_the_quoted_words(order in proptest::collection::vec(0..SENTENCES.len(), 1..5), gap in "[ \n]{1,2}") {
        let text = order.iter().map(|&at| SENTENCES[at]).collect::<Vec<_>>().join(&gap);
        with_coder(|coder| check_spans(&text, &coder.code(&report(&text)).claims));
    }

    #[test]
    fn marks_inside_words_change_only_offsets_and_quoted_texts(
        at in 0..SENTENCES.len(),
        marks in proptest::collection::vec("[\u{64b}-\u{652}\u{640}\u{200f}\u{200d}]{0,2}", 1..7),
    ) {
        let marked = with_marks(SENTENCES[at], &marks);
        with_coder(|coder| {
            let plain = coder.code(&report(SENTENCES[at])).claims;
            let found = coder.code(&report(&marked)).claims;
            check_spans(&marked, &found);
            let said = |claims: &[Claim]| claims.iter().map(substance).collect::<Vec<_>>();
            assert_eq!(said(&plain), said(&found), "{marked}");
        });
    }

    #[test]
    fn any_text_is_read(text in "[\\PC\u{600}-\u{6ff}\u{fb50}-\u{fefc} \n.،«»\"]{0,300}") {
        with_coder(|coder| check_spans(&text, &coder.code(&report(&text)).claims));
    }

    #[test]
    fn any_order_of_known_words_is_read(
        pick in proptest::collection::vec((0..SENTENCES.len(), 0..24usize), 1..60),
        cut in 0..3usize,
    ) {
        let words: Vec<&str> = pick
            .iter()
            .filter_map(|&(sentence, word)| SENTENCES[sentence].split(' ').nth(word))
            .collect();
        let text = words.join([" ", "، ", ". "][cut]);
        with_coder(|coder| check_spans(&text, &coder.code(&report(&text)).claims));
    }
}
