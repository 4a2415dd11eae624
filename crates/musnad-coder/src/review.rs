//! The last look at a report's claims: repeats and background mentions go, doubts are noted.

use std::collections::BTreeSet;

use musnad_model::{Claim, Factuality, PloverType, Stance};

use crate::claims::Draft;
use crate::session::Leftover;
use crate::time::TimeMention;

/// The claims of a report from its drafts.
pub(crate) fn review(
    drafts: Vec<Draft>,
    times: &[TimeMention],
    leftovers: &mut Vec<Leftover>,
) -> Vec<Claim> {
    let mut out: Vec<Draft> = Vec::new();
    // a text that says of no violence that it happened only talks about it
    let tells = drafts.iter().any(|draft| {
        is_conflict(draft)
            && draft.asserted
            && !draft.definite
            && !draft.general
            && draft.substance > 0
    });
    for draft in drafts {
        if let Some(reason) = is_background(&draft, &out, tells) {
            leftovers.push(Leftover {
                span: draft.claim.trigger.span,
                reason: reason.to_owned(),
            });
            continue;
        }
        out.push(draft);
    }
    let mut seen = BTreeSet::new();
    let mut claims: Vec<Claim> = Vec::new();
    for draft in out {
        let mut claim = draft.claim;
        if !seen.insert(claim.id.clone()) {
            continue;
        }
        note_doubts(&mut claim, times);
        claims.push(claim);
    }
    claims
}

/// Why a draft is no claim of its own.
fn is_background(draft: &Draft, before: &[Draft], tells: bool) -> Option<&'static str> {
    let claim = &draft.claim;
    if is_violence(draft) && !draft.counted && claim.factuality == Factuality::Actual {
        let whole = !claim.actors.is_empty()
            && (claim.place.is_some() || claim.date.is_some() || !claim.recipients.is_empty());
        if !draft.asserted && (!tells || (draft.definite && !whole && claim.casualties.is_empty()))
        {
            return Some("a noun that only refers to an event");
        }
        if draft.general && !tells && claim.place.is_none() {
            return Some("told of in general");
        }
        if draft.definite && claim.casualties.is_empty() && !before.iter().any(is_violence) {
            return Some("a definite noun for an event that the text does not tell of");
        }
    }
    // «لم تتبن أي جهة الهجوم»: who did it is denied, not that it happened
    let unclaimed = is_violence(draft)
        && claim.factuality == Factuality::Negated
        && claim.attribution.stance != Stance::Denied
        && claim.actors.is_empty();
    if unclaimed && draft.definite && !draft.counted {
        return Some("a noun that only refers to an event");
    }
    // «خلال المظاهرة قال …»
    let protest =
        claim.plover.kind == PloverType::Protest && claim.factuality == Factuality::Actual;
    if protest && draft.definite && !draft.asserted && !draft.counted && claim.date.is_none() {
        return Some("a noun that only refers to an event");
    }
    let nominal_deed = claim.plover.kind != PloverType::Assault && claim.plover.kind.is_material();
    if nominal_deed && draft.definite && !draft.asserted && draft.substance == 0 {
        return Some("a noun that only refers to an event");
    }
    let same = |other: &&Draft| {
        other.claim.plover.kind == claim.plover.kind
            && other
                .claim
                .attribution
                .chain
                .last()
                .map(|link| &link.at.text)
                == claim.attribution.chain.last().map(|link| &link.at.text)
    };
    if draft.definite
        && draft.substance == 0
        && claim.factuality != Factuality::Future
        && before.iter().rev().take(20).any(|other| same(&other))
    {
        return Some("a second mention of an event that is coded already");
    }
    None
}

/// Violence, or coercion and protest, which are told of in reports of violence.
fn is_conflict(draft: &Draft) -> bool {
    matches!(
        draft.claim.plover.kind,
        PloverType::Assault | PloverType::Coerce | PloverType::Protest
    )
}

fn is_violence(draft: &Draft) -> bool {
    draft.claim.plover.kind == PloverType::Assault
}

fn note_doubts(claim: &mut Claim, times: &[TimeMention]) {
    if let Some(date) = &claim.date {
        for time in times.iter().filter(|time| time.span == date.at.span) {
            claim.doubts.extend(time.doubt.clone());
        }
    }
    for (number, casualty) in claim.casualties.iter().enumerate() {
        if let Some(whole) = casualty.subset_of
            && let (Some(part), Some(total)) = (casualty.min, claim.casualties[whole].max)
            && part > total
        {
            claim.doubts.push(musnad_model::Doubt {
                kind: musnad_model::DoubtKind::PartsExceedTotal,
                spans: vec![claim.casualties[whole].at.span, casualty.at.span],
                readings: vec![total.to_string(), part.to_string()],
                note: format!("figure {number} is part of figure {whole} and larger than it"),
            });
        }
    }
}
