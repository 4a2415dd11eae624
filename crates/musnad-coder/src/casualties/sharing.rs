//! What figures share: a verb behind a list, a side behind a pair, the sort of people of those before.

use musnad_model::Who;

use super::Figure;
use super::governing::Governor;

impl Governor<'_, '_> {
    /// «25 حوثيا و10 من رجال المقاومة قتلوا»: those named before with «و» share the verb.
    pub(super) fn list_before_verb(&self, figures: &mut [Figure]) {
        for number in (1..figures.len()).rev() {
            let (first, second) = (&figures[number - 1], &figures[number]);
            let Some(at) = second.trigger else { continue };
            let shares = first.effect.is_none()
                && first.counted
                && self.triggers[at].head >= second.tokens.end
                && first.tokens.end + 2 >= second.tokens.start
                && self.is_joined(second);
            if shares {
                let effect = second.effect;
                figures[number - 1].effect = effect;
                figures[number - 1].trigger = Some(at);
            }
        }
    }

    /// «قتلى وجرحى من المتمردين»: the side stands once behind both.
    pub(super) fn shared_side(&self, figures: &mut [Figure]) {
        for number in (1..figures.len()).rev() {
            let (first, second) = (&figures[number - 1], &figures[number]);
            let pair = first.party.is_none()
                && first.entity.is_none()
                && second.entity.is_none()
                && first.tokens.end == second.tokens.start
                && first.counted == second.counted
                && self.is_joined(second);
            if pair && matches!(first.who, Who::Unknown) {
                let (who, party) = (second.who, second.party);
                figures[number - 1].who = who;
                figures[number - 1].party = party;
            }
        }
    }

    /// «ألف قتيل و9 آلاف جريح منذ دخولهم المدينة»: what runs for the second runs for the first.
    pub(super) fn shared_time(&self, figures: &mut [Figure]) {
        for number in (1..figures.len()).rev() {
            let (first, second) = (&figures[number - 1], &figures[number]);
            figures[number - 1].cumulative |= second.cumulative
                && first.counted
                && first.effect.is_some()
                && first.tokens.end + 1 >= second.tokens.start
                && self.is_joined(second);
        }
    }

    /// «وجرح 18 آخرون», «وجرح أربعة»: others of the same people.
    pub(super) fn same_people(&self, figures: &mut [Figure], number: usize, whole: Option<usize>) {
        const NEAR: usize = 8;
        let figure = &figures[number];
        let Some(whole) = whole.filter(|_| number > 0) else {
            return;
        };
        let others = self
            .words
            .in_class(figure.tokens.end.saturating_sub(1), "others")
            || figure.tokens.len() == 1 && figure.counted;
        let near = figures[number - 1].tokens.end + NEAR >= figure.tokens.start;
        if figure.entity.is_some() || figure.who != Who::Unknown || !others || !near {
            return;
        }
        figures[number].who = figures[whole].who;
        figures[number].party = figures[number].party.or(figures[whole].party);
    }
}
