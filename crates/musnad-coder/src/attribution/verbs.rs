//! Reporting verbs and the participles that go on with them.

use std::ops::Range;

use musnad_lexicon::{Item, Pos};
use musnad_model::Stance;

use super::content::is_preposition;
use super::frames::Frames;
use super::sources::{Unknown, joined};
use super::{Attribution, Carry, Reader, Source, stance};
use crate::entities::EntityKind;
use crate::words::{Hit, PRONOUNS, Words};

/// How a reporting word stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Finite,
    /// «مشيرا إلى أن».
    Participle,
}

/// Longest chain: who passes on whom passes on whom.
const LONGEST_CHAIN: usize = 3;

impl Reader<'_, '_> {
    /// Reads the reporting verb at `at`, if there is one; the token to go on from.
    pub(super) fn verb(&mut self, at: usize, carry: &Carry) -> Option<usize> {
        if self.used.iter().any(|used| used.contains(&at)) {
            return None;
        }
        let words = self.words;
        let (hit, form) = words
            .hits(at)
            .iter()
            .filter(|hit| matches!(hit.sense.item, Item::Reporting(_)))
            .find_map(|hit| Some((hit, self.form(at, hit)?)))?;
        let after = hit.tokens.end;
        // the same word may belong to several entries: the first whose frame fits, one that names no
        // source before the others («يذكر أن»)
        for impersonal in [true, false] {
            for hit in words
                .hits(at)
                .iter()
                .filter(|other| other.tokens == hit.tokens)
            {
                let Item::Reporting(entry) = hit.sense.item else {
                    continue;
                };
                let frames = Frames::of(words.lexicon, entry);
                if frames.impersonal != impersonal || self.form(at, hit) != Some(form) {
                    continue;
                }
                let next = self.read(at..after, entry, frames, form, carry);
                if next.is_some() {
                    return next;
                }
            }
        }
        None
    }

    fn read(
        &mut self,
        verb: Range<usize>,
        entry: u16,
        frames: Frames,
        form: Form,
        carry: &Carry,
    ) -> Option<usize> {
        let (at, after) = (verb.start, verb.end);
        let words = self.words;
        let content = self.content(after, frames)?;
        let region = after..content.region_end;
        if !frames.is_met(region.clone().map(|token| words.word(token))) {
            return None;
        }
        // «يذكر أن», «تواردت أنباء عن»: no one says it but the outlet
        if frames.impersonal {
            let named = self
                .entities
                .iter()
                .any(|entity| region.contains(&entity.tokens.start) && !self.is_hearsay(entity));
            // inside somebody's words it is they who say so
            let inside = self.found.iter().any(|found| found.scope.contains(&at))
                && at > self.sentence.start;
            let apart = !inside || self.is_behind_contrast(at);
            if form != Form::Finite || region.len() > 4 || named {
                return None;
            }
            self.used.push(at..content.start);
            if !apart {
                return Some(content.start);
            }
            self.cut(at);
            self.outlets_own(at..after, entry, content.start);
            return Some(content.start);
        }
        // «لم تتبن أي جهة الهجوم», «لم تعلن أي جهة مسؤوليتها عنه»: nobody says anything
        let nobody = words.lexicon.entries.reporting[usize::from(entry)].own_deed
            || words.listed(after, "none-in-particular");
        if nobody && self.is_negated(at) {
            return None;
        }
        let chain = self.chain(at, region, frames, form, carry)?;
        self.used.push(at..content.start);
        if chain.is_empty() {
            self.cut(at);
            self.outlets_own(at..after, entry, content.start);
            return Some(content.start);
        }
        let chain = if let Some(outer) = self.enclosing(at, form) {
            joined(self.found[outer].chain.clone(), chain)
        } else {
            self.cut(at);
            chain
        };
        if self.main.is_none() {
            self.main = chain.last().cloned();
        }
        let stance = stance(&words.lexicon.entries.reporting[usize::from(entry)].stance);
        let negated = self.is_negated(at);
        self.found.push(Attribution {
            verb: Some(at..after),
            entry: Some(entry),
            stance: if negated { Stance::Reported } else { stance },
            unconfirmed: negated,
            chain,
            scope: content.start..self.sentence.end,
        });
        Some(content.start)
    }

    /// What the publishing outlet says itself has no chain.
    fn outlets_own(&mut self, verb: Range<usize>, entry: u16, start: usize) {
        self.found.push(Attribution {
            verb: Some(verb),
            entry: Some(entry),
            stance: Stance::Reported,
            unconfirmed: false,
            chain: Vec::new(),
            scope: start..self.sentence.end,
        });
    }

    /// Whose words they are; empty where only the publishing outlet is named.
    fn chain(
        &self,
        at: usize,
        region: Range<usize>,
        frames: Frames,
        form: Form,
        carry: &Carry,
    ) -> Option<Vec<Source>> {
        let words = self.words;
        if let Some(about) = frames
            .relays
            .and_then(|word| region.clone().find(|&token| words.word(token) == word))
        {
            let outer = match self.sources(region.start..about, Unknown::Refused) {
                Some(outer) => outer,
                None => self.subject_before(at).into_iter().collect(),
            };
            let inner = self.sources(about + 1..region.end, Unknown::Allowed)?;
            return Some(joined(outer, inner));
        }
        let region = if frames.inside {
            let inside = region.clone().find(|&token| words.word(token) == "في")?;
            inside + 1..region.end
        } else {
            region
        };
        let right_behind = region
            .clone()
            .next()
            .is_some_and(|token| !is_preposition(words.lexicon, words.word(token)));
        // «اكد قائم مقام القضاء دلف الكبيسي ان»: «أن» shows where the source's words end
        let introduced = words.in_class(region.end, "complementizer")
            && region.len() >= 2
            && !words.word(region.start).ends_with('ا')
            && !words.word(region.start).starts_with('ب')
            && !self
                .entities
                .iter()
                .any(|entity| region.contains(&entity.tokens.start));
        let unknown = if right_behind && form == Form::Finite && (!frames.bare || introduced) {
            Unknown::Allowed
        } else {
            Unknown::Refused
        };
        let dropped = || {
            let before = if form == Form::Finite {
                self.subject_before(at)
            } else {
                None
            };
            // «نشرت صحيفة صورا … تظهر دمارا»: a verb inside a clause has its subject there
            let begins = self.starts_clause(at) && !self.goes_with_noun_before(at)
                || (self.sentence.start..at).all(|token| words.any_sign(token));
            before.or_else(|| {
                if !begins {
                    self.main.clone()
                } else if self.goes_on_without_and(at) {
                    self.main
                        .clone()
                        .or_else(|| self.opening_subject())
                        .or_else(|| carry.speaker.clone())
                } else {
                    self.main
                        .clone()
                        .or_else(|| self.speaker_in_agreement(at, carry))
                }
                .filter(|_| frames.relays.is_none())
            })
        };
        // «وكانت الحكومة أكدت تزامنا مع … أنها»: nobody right behind the verb, somebody before it
        let behind =
            self.entities.iter().any(|entity| {
                region.contains(&entity.tokens.start) && entity.tokens.start <= at + 2
            }) || self.name_at(region.start, region.end).is_some();
        if !behind
            && form == Form::Finite
            && let Some(before) = self.subject_before(at)
        {
            let via = self
                .sources(region.clone(), Unknown::Refused)
                .filter(|_| self.names_only_agency(&region));
            return Some(joined(via.unwrap_or_default(), vec![before]));
        }
        // «وقال بحسب صحيفة …: »: who passes it on stands there, who says it does not
        if let Some(after) = self.marker_end(region.start)
            && form == Form::Finite
        {
            let via = self.sources(after..region.end, Unknown::Refused)?;
            return Some(joined(via, dropped().into_iter().collect()));
        }
        match self.sources(region.clone(), unknown) {
            // «وقال لوكالة …»: only the agency stands there
            Some(chain) if chain.len() == 1 && self.names_only_agency(&region) => {
                Some(joined(chain, dropped().into_iter().collect()))
            }
            Some(chain) => Some(chain),
            None if form == Form::Participle => self
                .speaker_of_participle(at, carry)
                .map(|source| vec![source]),
            // «حيث سجل مقتل شخصين»: a passive, nobody's words
            None if at > self.sentence.start
                && words.in_class(at - 1, "subordinator")
                && !words.listed(at - 1, "within-a-clause")
                && !introduced_content(words, region.end) =>
            {
                None
            }
            None => dropped().map(|source| vec![source]),
        }
    }

    /// «أنباء», «معلومات»: nobody in particular.
    fn is_hearsay(&self, entity: &crate::entities::Entity) -> bool {
        entity
            .kind_id(self.words)
            .is_some_and(|id| matches!(id, "news-item" | "information" | "rumour"))
    }

    /// «وقال لوكالة …», «وأضاف في تصريح نشرته وكالة …»: whether nobody but the paper or agency to which
    /// it was said is named.
    fn names_only_agency(&self, region: &Range<usize>) -> bool {
        self.entities
            .iter()
            .find(|entity| {
                region.contains(&entity.tokens.start)
                    && !(entity.tokens.start > region.start
                        && self.words.word(entity.tokens.start - 1) == "في")
            })
            .is_some_and(|entity| self.is_via(entity))
    }

    /// How the word at `at` is used, if it reports at all.
    fn form(&self, at: usize, hit: &Hit) -> Option<Form> {
        let words = self.words;
        let Item::Reporting(entry) = hit.sense.item else {
            return None;
        };
        let word = words.word(at);
        let verbs = &words.lexicon.entries.reporting[usize::from(entry)].verb;
        if hit.sense.pos != Pos::Verb || looks_like_a_participle(word, verbs) {
            let adverbial = self.goes_on_with_participle(at)
                && !hit.split.article
                && hit.split.preposition.is_none();
            let governed =
                at > self.sentence.start && is_preposition(words.lexicon, words.word(at - 1));
            return (adverbial && !governed).then_some(Form::Participle);
        }
        let governed = at > self.sentence.start
            && is_preposition(words.lexicon, words.word(at - 1))
            && hit.split.conjunction.is_none();
        // «تجمع أهالي …» is a noun here; «أفاد ناشطون» is no body whose acronym is «أفاد»
        let is_noun = hit.split.conjunction.is_none()
            && self.entities.iter().any(|entity| {
                let acronym =
                    entity.tokens.len() == 1 && matches!(entity.kind, EntityKind::Actor(_));
                let in_name = entity.name.as_ref().is_some_and(|name| name.contains(&at));
                entity.tokens.contains(&at) && !in_name && !acronym
            });
        let short = is_short_present(word, verbs) && !self.is_negated(at);
        let first_person = is_first_person(word, verbs) || self.begins_with_my_hamza(at, verbs);
        let says = !first_person && !self.tells_a_measure(at) && !self.is_between(at);
        (!governed && !is_noun && !short && says).then_some(Form::Finite)
    }

    /// «بين», which is «between» unless «أن» follows soon.
    fn is_between(&self, at: usize) -> bool {
        const NEAR: usize = 8;
        let word = self.words.word(at);
        let lexicon = self.words.lexicon;
        // «بينهم», «بينها»
        let with_pronoun = PRONOUNS.iter().any(|pronoun| {
            word.strip_suffix(pronoun)
                .is_some_and(|bare| is_preposition(lexicon, bare))
        });
        (is_preposition(lexicon, word) || with_pronoun)
            && !(at + 1..self.sentence.end.min(at + NEAR))
                .take_while(|&token| !self.is_comma(token))
                .any(|token| self.words.in_class(token, "complementizer"))
    }

    /// «يبلغ من العمر 12 عاما»: no «informs».
    fn tells_a_measure(&self, at: usize) -> bool {
        self.words
            .class_hit(at + 1, "age")
            .is_some_and(|hit| hit.tokens.len() > 1)
    }

    /// «أعتقد» beside «اعتقد / يعتقد»: only «I» puts a hamza on the verb's first letter.
    fn begins_with_my_hamza(&self, at: usize, verbs: &[String]) -> bool {
        let text = self.words.doc.words(self.words.doc.span(at..at + 1));
        text.trim_start_matches(['و', 'ف']).starts_with('أ')
            && !verbs.is_empty()
            && verbs.iter().all(|verb| verb.starts_with('ا'))
    }

    fn is_negated(&self, at: usize) -> bool {
        at > self.sentence.start && self.words.in_class(at - 1, "negation")
    }

    /// The attribution inside of which the verb at `at` stands and whose words it is part of.
    fn enclosing(&self, at: usize, form: Form) -> Option<usize> {
        let inside_quotation = self.words.doc.quotations.iter().any(|quote| {
            quote.tokens.contains(&at)
                && quote.tokens.start > self.sentence.start
                && quote.tokens.len() > 4
        });
        let outer = self
            .found
            .iter()
            .rposition(|found| found.scope.contains(&at))?;
        let nested = form == Form::Finite && (inside_quotation || !self.starts_clause(at));
        (nested && self.found[outer].chain.len() < LONGEST_CHAIN).then_some(outer)
    }

    /// «… صورا التقطتها أقمار، تظهر دمارا»: a present without «و» behind a comma tells of a noun before it.
    fn goes_with_noun_before(&self, at: usize) -> bool {
        let joined = self
            .words
            .hits(at)
            .iter()
            .any(|hit| hit.split.conjunction.is_some());
        let present = self.words.word(at).starts_with(['ي', 'ت']);
        at > self.sentence.start && self.is_comma(at - 1) && present && !joined
    }

    /// Whether the verb at `at` begins a clause of its own: «و…», after a comma or a subordinator.
    fn starts_clause(&self, at: usize) -> bool {
        if at == self.sentence.start {
            return true;
        }
        let joined = self
            .words
            .hit(at, |item| matches!(item, Item::Reporting(_)))
            .is_some_and(|hit| hit.split.conjunction.is_some());
        let before = at - 1;
        joined
            || self.is_comma(before)
            || self.words.is_sign(before, '؛')
            || self.words.in_class(before, "subordinator")
            || (before > self.sentence.start
                && self
                    .words
                    .hits(before - 1)
                    .iter()
                    .any(|hit| hit.tokens.end == at && matches!(hit.sense.item, Item::Class(_))))
    }
}

/// Whether «أن», a colon, a quotation or a preposition stands where the content begins.
fn introduced_content(words: &Words, at: usize) -> bool {
    words.in_class(at, "complementizer")
        || words.any_sign(at)
        || is_preposition(words.lexicon, words.word(at))
        || words
            .hits(at)
            .iter()
            .any(|hit| hit.split.preposition.is_some())
}

/// «مؤكدة», «مبينة»: listed beside the verbs, yet no finite form.
fn looks_like_a_participle(word: &str, verbs: &[String]) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    bare.starts_with('م') && !verbs.is_empty() && !verbs.iter().any(|verb| verb.starts_with('م'))
}

/// «يجب», which is «must» and no «answers»: the short present stands behind «لم» only.
fn is_short_present(word: &str, verbs: &[String]) -> bool {
    let bare = word
        .strip_prefix(['و', 'ف'])
        .filter(|bare| bare.starts_with(['ي', 'ت', 'ن']))
        .unwrap_or(word);
    let bare = ["ون", "ين", "ان", "وا"]
        .iter()
        .find_map(|ending| bare.strip_suffix(ending))
        .unwrap_or(bare);
    let Some(stem) = bare.strip_prefix(['ي', 'ت', 'ن']) else {
        return false;
    };
    !verbs.is_empty()
        && verbs.iter().all(|verb| {
            let (past, present) = verb.split_once('/').unwrap_or((verb, ""));
            let past = musnad_text::fold(past.trim());
            let present = musnad_text::fold(present.trim());
            let full = present.strip_prefix('ي').unwrap_or(&present);
            let past_stem: String = past.chars().take(2).collect();
            let defective = full
                .strip_suffix('ي')
                .or_else(|| full.strip_suffix('و'))
                .unwrap_or(full);
            // «فند»: the letter taken for «and» can be the verb's own
            !stem.starts_with(defective)
                && !bare.starts_with(&past_stem)
                && !word.starts_with(&past_stem)
        })
}

/// «أؤكد», «أعقب»: whoever speaks in the first person speaks inside a quotation that has its source.
fn is_first_person(word: &str, verbs: &[String]) -> bool {
    let bare = word.strip_prefix('و').unwrap_or(word);
    bare.starts_with('ا')
        && verbs.iter().all(|verb| {
            let past = musnad_text::fold(verb.split('/').next().unwrap_or_default().trim());
            let past = past.split(' ').next().unwrap_or_default();
            let stem: String = past.chars().take(2).collect();
            // the second letter tells «اكد» from «اوكد»
            !bare.starts_with(&stem)
        })
}
