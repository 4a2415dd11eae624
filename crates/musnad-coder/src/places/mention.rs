//! A resolved place as the claim shows it, with an honest precision.

use musnad_lexicon::{PlaceId, PlaceKind};
use musnad_model::{Doubt, DoubtKind, Name, Place, PlacePrecision, TextRef, Via};

use super::PlaceMention;
use super::found::{Form, Found};
use super::resolving::Resolution;
use crate::words::Words;

/// The mention for what was found; `None` where it turned out to be no place.
pub(super) fn mention(
    words: &Words,
    found: &Found,
    resolution: &Resolution,
) -> Option<PlaceMention> {
    if resolution.dropped {
        return None;
    }
    let gazetteer = &words.lexicon.gazetteer;
    let span = words.span(found.tokens.clone(), found.split);
    let row = resolution.id.map(|id| gazetteer.row(id));
    let parent = resolution.parent.map(|id| gazetteer.row(id));
    let doubt = ambiguity(words, found, resolution);
    let kind = match (found.form, resolution.id) {
        (Form::Vague, _) => Some(PlaceKind::Region),
        (_, Some(id)) if found.around.is_none() && found.bearing.is_none() => {
            Some(gazetteer.kind(id))
        }
        // the surroundings of a town hold more than a town
        (_, Some(id)) => Some(gazetteer.kind(id).min(PlaceKind::Subdistrict)),
        (_, None) => found
            .head
            .map(|head| kind_of_head(&words.lexicon.entries.place_kinds[head].scope)),
    };
    let place = Place {
        at: TextRef::new(&words.doc.text, span),
        id: row.map(|row| row.id.clone()),
        name: row.map(|row| Name {
            ar: row.name_ar.clone(),
            en: row.name_en.clone(),
        }),
        lat: resolution.point.map(|(lat, _)| lat),
        lon: resolution.point.map(|(_, lon)| lon),
        country: row
            .or(parent)
            .map(|row| row.country.clone())
            .filter(|country| !country.is_empty()),
        admin: divisions(words, resolution),
        precision: precision(words, found, resolution, kind),
        via: if resolution.point.is_none() && resolution.id.is_none() {
            Via::Unknown
        } else {
            resolution.via
        },
    };
    Some(PlaceMention {
        tokens: found.tokens.clone(),
        span,
        place,
        gazetteer_id: resolution.id,
        kind,
        anaphor: matches!(found.form, Form::Anaphor(_)),
        introduced_by: found.introduced_by,
        doubt,
    })
}

fn kind_of_head(scope: &str) -> PlaceKind {
    match scope {
        "same" => PlaceKind::Village,
        "area" => PlaceKind::Subdistrict,
        _ => PlaceKind::Site,
    }
}

fn divisions(words: &Words, resolution: &Resolution) -> Vec<String> {
    let gazetteer = &words.lexicon.gazetteer;
    let mut out: Vec<PlaceId> = Vec::new();
    if let Some(id) = resolution.id.or(resolution.parent) {
        out = gazetteer.divisions(id);
        if resolution.id.is_none() && gazetteer.kind(id) > PlaceKind::Country {
            out.push(id);
        }
    }
    out.iter()
        .map(|&id| gazetteer.row(id).name_en.clone())
        .collect()
}

/// ACLED: 1 town, 2 part of a region, 3 region. UCDP: 1 exact, 2 near, 3 district, 4 province, 5 wide
/// area, 6 country, 7 unknown.
fn precision(
    words: &Words,
    found: &Found,
    resolution: &Resolution,
    kind: Option<PlaceKind>,
) -> PlacePrecision {
    let gazetteer = &words.lexicon.gazetteer;
    let source = resolution.id.or(resolution.parent);
    let level = |id: PlaceId| match gazetteer.kind(id) {
        PlaceKind::Country => (3, 6),
        PlaceKind::Region => (3, 5),
        PlaceKind::Province => (3, 4),
        PlaceKind::District | PlaceKind::Subdistrict => (2, 3),
        PlaceKind::City | PlaceKind::Town | PlaceKind::Village | PlaceKind::Site => (1, 1),
    };
    let Some(id) = source.filter(|_| resolution.point.is_some()) else {
        let ucdp = match (found.form, source, kind) {
            (Form::Vague, Some(_), _) => 6,
            (_, Some(id), _) => level(id).1,
            (_, None, _) => 7,
        };
        return PlacePrecision {
            acled: 3,
            ucdp,
            metres: None,
        };
    };
    let (mut acled, mut ucdp) = level(id);
    let mut metres = resolution
        .metres
        .or(gazetteer.row(id).precision_m)
        .unwrap_or(5_000);
    let around = found
        .around
        .map(|head| &words.lexicon.entries.place_kinds[head]);
    if let Some(entry) = around {
        metres = metres.max(entry.precision_m.unwrap_or(5_000));
    }
    if found.bearing.is_some() && resolution.metres.is_none() {
        metres = metres.max(20_000);
    }
    if around.is_some_and(|entry| entry.scope == "area")
        || found.bearing.is_some()
        || resolution.via == Via::Parent
    {
        acled = acled.max(2);
        ucdp = ucdp.max(2);
    } else if around.is_some() {
        ucdp = ucdp.max(2);
    }
    if resolution.via == Via::Parent {
        metres = metres.max(5_000);
    }
    PlacePrecision {
        acled,
        ucdp,
        metres: Some(metres),
    }
}

fn ambiguity(words: &Words, found: &Found, resolution: &Resolution) -> Option<Doubt> {
    let first = resolution.id.filter(|_| !resolution.rivals.is_empty())?;
    let gazetteer = &words.lexicon.gazetteer;
    let label = |id: PlaceId| {
        let row = gazetteer.row(id);
        let divisions: Vec<&str> = gazetteer
            .divisions(id)
            .into_iter()
            .map(|id| gazetteer.row(id).name_en.as_str())
            .collect();
        format!(
            "{} ({}, {})",
            row.name_en,
            divisions.join(", "),
            row.country
        )
    };
    let readings = std::iter::once(first)
        .chain(resolution.rivals.iter().copied())
        .map(label)
        .collect();
    Some(Doubt {
        kind: DoubtKind::PlaceAmbiguous,
        spans: vec![words.span(found.tokens.clone(), found.split)],
        readings,
        note: "more than one place bears this name and the report does not say which is meant"
            .to_owned(),
    })
}
