//! The figures of `gold/score.py`: same matching, same facets.

use super::facets::Scores;
use super::gold::{GoldClaim, GoldPlace, GoldReport};
use super::matching::{Pair, find, overlap, pairs};
use super::names::same_name;
use super::prediction::{Casualty, Place, Prediction, Predictions};

const MATERIAL: [&str; 8] = [
    "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "PROTEST", "AID", "SANCTION", "AGREE",
];

/// Which of the parts of a matched claim are right.
#[derive(Clone, Copy, Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "five questions, each with yes or no"
)]
pub(crate) struct Agreement {
    /// The event type.
    pub(crate) kind: bool,
    /// The innermost source.
    pub(crate) source: bool,
    /// All links of the chain.
    pub(crate) chain: bool,
    /// The stance.
    pub(crate) stance: bool,
    /// The factuality.
    pub(crate) factuality: bool,
}

impl Agreement {
    /// How far `prediction` agrees with `gold`.
    pub(crate) fn of(gold: &GoldClaim, prediction: &Prediction) -> Agreement {
        let chain = prediction.chain();
        let source = match (gold.sources.last(), chain.last()) {
            (None, None) => true,
            (Some(source), Some(link)) => same_name(source, link),
            (None, Some(_)) | (Some(_), None) => false,
        };
        Agreement {
            kind: gold.plover == prediction.plover.kind,
            source,
            chain: gold.sources.len() == chain.len()
                && gold
                    .sources
                    .iter()
                    .zip(&chain)
                    .all(|(a, b)| same_name(a, b)),
            stance: prediction.stance() == gold.stance || gold.sources.is_empty(),
            factuality: prediction.factuality() == gold.factuality,
        }
    }

    /// Whether the claim is right as a whole.
    pub(crate) fn is_whole(self) -> bool {
        self.kind && self.source && self.stance && self.factuality
    }
}

/// Scores the claims of all reports.
pub(crate) fn score(gold: &[GoldReport], predictions: &Predictions) -> Scores {
    let mut scores = Scores::new(gold.len(), predictions.values().map(Vec::len).sum());
    for report in gold {
        let predicted = predictions.get(&report.id).map_or(&[][..], Vec::as_slice);
        let pairs = pairs(&report.claims, predicted, &report.text);
        scores.events(report, predicted, &pairs);
        let mut whole = 0;
        for &(at, other) in &pairs {
            let (claim, prediction) = (&report.claims[at], &predicted[other]);
            scores.claim(claim, prediction);
            whole += usize::from(Agreement::of(claim, prediction).is_whole());
        }
        scores.add(
            "whole claim",
            whole,
            predicted.len() - whole,
            report.claims.len() - whole,
        );
        scores.casualties(report, predicted);
    }
    scores
}

impl Scores {
    fn events(&mut self, report: &GoldReport, predicted: &[Prediction], pairs: &[Pair]) {
        for (facet, kinds) in [("event", None), ("material event", Some(MATERIAL))] {
            let keep = |kind: &str| kinds.is_none_or(|kinds| kinds.contains(&kind));
            let right = pairs
                .iter()
                .filter(|&&(at, other)| {
                    let kind = &report.claims[at].plover;
                    *kind == predicted[other].plover.kind && keep(kind)
                })
                .count();
            let spurious = predicted
                .iter()
                .filter(|prediction| keep(&prediction.plover.kind))
                .count()
                - right;
            let missed = report
                .claims
                .iter()
                .filter(|claim| keep(&claim.plover))
                .count()
                - right;
            self.add(facet, right, spurious, missed);
        }
    }

    fn claim(&mut self, gold: &GoldClaim, prediction: &Prediction) {
        let agreement = Agreement::of(gold, prediction);
        self.ask("source", agreement.source);
        self.ask("whole chain", agreement.chain);
        self.ask("factuality", agreement.factuality);
        if gold.sources.len() > 1 {
            self.ask("chain of two or more", agreement.chain);
        }
        if !gold.sources.is_empty() {
            self.ask("stance", agreement.stance);
        }
        let stance = if gold.sources.is_empty() {
            "reported"
        } else {
            &gold.stance
        };
        self.rare(
            "stance not reported",
            stance,
            prediction.stance(),
            "reported",
        );
        self.rare(
            "factuality not actual",
            &gold.factuality,
            prediction.factuality(),
            "actual",
        );
        if let Some(acled) = &gold.acled {
            let predicted = prediction
                .acled
                .as_ref()
                .and_then(|acled| acled.sub_event_type.as_ref());
            self.ask("ACLED sub-event", predicted == Some(acled));
        }
        for (facet, names, pieces) in [
            ("actors", &gold.actors, &prediction.actors),
            ("recipients", &gold.recipients, &prediction.recipients),
        ] {
            let pieces: Vec<&str> = pieces
                .iter()
                .flatten()
                .map(|piece| piece.text.as_str())
                .collect();
            let right = common_names(names, &pieces);
            self.add(facet, right, pieces.len() - right, names.len() - right);
        }
        self.place(gold.place.as_ref(), prediction.place.as_ref());
        self.date(gold, prediction);
    }

    /// A rare value counts as F1: always the common one must not look good.
    fn rare(&mut self, facet: &'static str, gold: &str, predicted: &str, common: &str) {
        let right = gold == predicted && predicted != common;
        let spurious = predicted != common && gold != predicted;
        let missed = gold != common && gold != predicted;
        self.add(
            facet,
            usize::from(right),
            usize::from(spurious),
            usize::from(missed),
        );
    }

    fn place(&mut self, gold: Option<&GoldPlace>, predicted: Option<&Place>) {
        let near = same_point(gold, predicted);
        let same_words = gold
            .zip(predicted)
            .is_some_and(|(gold, predicted)| same_name(&gold.text, &predicted.text));
        if same_words || near {
            self.add("place", 1, 0, 0);
        } else {
            self.add(
                "place",
                0,
                usize::from(predicted.is_some()),
                usize::from(gold.is_some()),
            );
        }
        if gold.is_some_and(|gold| gold.lat.is_some()) {
            self.ask("geocode within 25 km", near);
        }
    }

    fn date(&mut self, gold: &GoldClaim, prediction: &Prediction) {
        let predicted = prediction.date.as_ref();
        match gold.date.as_ref().map(|date| (&date.start, &date.end)) {
            Some((start @ Some(_), end)) => {
                if predicted.is_some_and(|date| date.earliest == *start && date.latest == *end) {
                    self.add("date", 1, 0, 0);
                } else {
                    self.add("date", 0, usize::from(predicted.is_some()), 1);
                }
            }
            None if predicted.is_some() => self.add("date", 0, 1, 0),
            // a time too vague for days: no date and any date are both right
            Some((None, _)) | None => {}
        }
    }

    /// Casualty figures count wherever they stand.
    fn casualties(&mut self, report: &GoldReport, predicted: &[Prediction]) {
        let figures = distinct_figures(predicted);
        let mut used = vec![false; figures.len()];
        let (mut right, mut asked) = (0, 0);
        for claim in &report.claims {
            let quote = find(&report.text, &claim.quote, None);
            for toll in &claim.casualties {
                asked += 1;
                let span = find(&report.text, &toll.text, quote);
                let found = figures.iter().enumerate().position(|(at, figure)| {
                    !used[at]
                        && overlap(span, figure.span())
                        && (&toll.effect, toll.min, toll.max, Some(&toll.scope))
                            == (
                                &figure.effect,
                                figure.min,
                                figure.max,
                                figure.scope.as_ref(),
                            )
                });
                let Some(at) = found else { continue };
                used[at] = true;
                right += 1;
                let figure = figures[at];
                self.ask("toll: who", figure.who.as_ref() == Some(&toll.who));
                if let Some(party) = toll.party.as_deref().filter(|party| !party.is_empty()) {
                    self.ask(
                        "toll: party",
                        figure
                            .party
                            .as_deref()
                            .is_some_and(|found| same_name(party, found)),
                    );
                }
                self.ask(
                    "toll: part of another",
                    toll.subset_of.is_none() == figure.subset_of.is_none(),
                );
            }
        }
        self.add(
            "casualty figure",
            right,
            figures.len() - right,
            asked - right,
        );
    }
}

/// Predicted figures, one that stands in several claims once.
pub(crate) fn distinct_figures(predicted: &[Prediction]) -> Vec<&Casualty> {
    let mut out: Vec<&Casualty> = Vec::new();
    for figure in predicted
        .iter()
        .flat_map(|prediction| prediction.casualties.iter().flatten())
    {
        let key = |figure: &Casualty| (figure.start, figure.end, figure.effect.clone());
        if out.iter().all(|known| key(known) != key(figure)) {
            out.push(figure);
        }
    }
    out
}

/// How many names of `gold` have a partner of their own in `predicted`.
pub(crate) fn common_names(gold: &[String], predicted: &[&str]) -> usize {
    let mut used = vec![false; predicted.len()];
    for name in gold {
        if let Some(at) =
            (0..predicted.len()).find(|&at| !used[at] && same_name(name, predicted[at]))
        {
            used[at] = true;
        }
    }
    used.into_iter().filter(|&used| used).count()
}

/// Whether two places lie within 25 km.
pub(crate) fn same_point(gold: Option<&GoldPlace>, predicted: Option<&Place>) -> bool {
    let point = |lat: Option<f64>, lon: Option<f64>| lat.zip(lon);
    let gold = gold.and_then(|place| point(place.lat, place.lon));
    let predicted = predicted.and_then(|place| point(place.lat, place.lon));
    gold.zip(predicted)
        .is_some_and(|(a, b)| kilometres(a, b) <= 25.0)
}

fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (lat_a, lon_a) = (a.0.to_radians(), a.1.to_radians());
    let (lat_b, lon_b) = (b.0.to_radians(), b.1.to_radians());
    let north = ((lat_b - lat_a) / 2.0).sin().powi(2);
    let east = lat_a.cos() * lat_b.cos() * ((lon_b - lon_a) / 2.0).sin().powi(2);
    6371.0 * 2.0 * (north + east).sqrt().asin()
}
