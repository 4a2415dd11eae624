//! Places by name.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::files::PlaceRow;
use musnad_text::fold;

/// The position of a place in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub u32);

/// Rank of a place by its kind: how much it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the words of the data files")]
pub enum PlaceKind {
    Country,
    Region,
    Province,
    District,
    Subdistrict,
    City,
    Town,
    Village,
    /// Anything inside or beside a town: quarter, camp, crossing, field, base …
    Site,
}

impl PlaceKind {
    fn of(word: &str) -> PlaceKind {
        match word {
            "country" => PlaceKind::Country,
            "region" => PlaceKind::Region,
            "province" => PlaceKind::Province,
            "district" => PlaceKind::District,
            "subdistrict" => PlaceKind::Subdistrict,
            "city" => PlaceKind::City,
            "town" => PlaceKind::Town,
            "village" => PlaceKind::Village,
            _ => PlaceKind::Site,
        }
    }
}

/// The form under which a place's name is looked up: folded, hamza and the article of each word
/// dropped, words joined («البو كمال» and «البوكمال» are one).
pub fn squeeze(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    squeeze_into(&fold(name), &mut out);
    out
}

/// Appends the squeezed form of an already folded text.
pub(crate) fn squeeze_into(folded: &str, out: &mut String) {
    for word in folded.split(' ') {
        let bare = match word.strip_prefix("ال") {
            Some(bare) if bare.chars().count() >= 2 => bare,
            Some(_) | None => word,
        };
        out.extend(bare.chars().filter(|&c| c != 'ء' && c != '-'));
    }
}

/// Places by squeezed name.
#[derive(Debug, Default)]
pub struct Gazetteer {
    rows: Vec<PlaceRow>,
    kinds: Vec<PlaceKind>,
    parents: Vec<Option<PlaceId>>,
    names: FxHashMap<Box<str>, Vec<PlaceId>>,
    first_words: FxHashSet<Box<str>>,
}

impl Gazetteer {
    pub(crate) fn compile(rows: Vec<PlaceRow>) -> Gazetteer {
        let ids: FxHashMap<&str, u32> = rows
            .iter()
            .enumerate()
            .filter_map(|(at, row)| Some((row.id.as_str(), u32::try_from(at).ok()?)))
            .collect();
        let parents = rows
            .iter()
            .map(|row| ids.get(row.parent.as_str()).map(|&at| PlaceId(at)))
            .collect();
        let kinds = rows.iter().map(|row| PlaceKind::of(&row.kind)).collect();
        let mut names: FxHashMap<Box<str>, Vec<PlaceId>> = FxHashMap::default();
        let mut first_words: FxHashSet<Box<str>> = FxHashSet::default();
        let mut key = String::new();
        for (at, row) in rows.iter().enumerate() {
            let Ok(at) = u32::try_from(at) else { break };
            for name in std::iter::once(row.name_ar.as_str()).chain(row.variants_ar.split('|')) {
                let folded = fold(name);
                if folded.is_empty() {
                    continue;
                }
                key.clear();
                squeeze_into(&folded, &mut key);
                match names.get_mut(key.as_str()) {
                    Some(ids) if ids.contains(&PlaceId(at)) => {}
                    Some(ids) => ids.push(PlaceId(at)),
                    None => {
                        names.insert(key.as_str().into(), vec![PlaceId(at)]);
                    }
                }
                if let Some((first, _)) = folded.split_once(' ') {
                    key.clear();
                    squeeze_into(first, &mut key);
                    if !first_words.contains(key.as_str()) {
                        first_words.insert(key.as_str().into());
                    }
                }
            }
        }
        Gazetteer {
            rows,
            kinds,
            parents,
            names,
            first_words,
        }
    }

    /// The places of this squeezed name.
    pub fn named(&self, squeezed: &str) -> &[PlaceId] {
        self.names.get(squeezed).map_or(&[], Vec::as_slice)
    }

    /// Whether a name of several words begins with this squeezed word.
    pub fn begins_a_name(&self, squeezed_word: &str) -> bool {
        self.first_words.contains(squeezed_word)
    }

    /// The row of a place.
    pub fn row(&self, id: PlaceId) -> &PlaceRow {
        &self.rows[id.0 as usize]
    }

    /// The kind of a place.
    pub fn kind(&self, id: PlaceId) -> PlaceKind {
        self.kinds[id.0 as usize]
    }

    /// The division that it lies in.
    pub fn parent(&self, id: PlaceId) -> Option<PlaceId> {
        self.parents[id.0 as usize]
    }

    /// Whether `id` is `ancestor` or lies in it.
    pub fn lies_in(&self, id: PlaceId, ancestor: PlaceId) -> bool {
        let mut at = Some(id);
        for _ in 0..8 {
            match at {
                Some(place) if place == ancestor => return true,
                Some(place) => at = self.parent(place),
                None => return false,
            }
        }
        false
    }

    /// The first-level division that it is or lies in.
    pub fn province(&self, id: PlaceId) -> Option<PlaceId> {
        let mut at = Some(id);
        for _ in 0..8 {
            let place = at?;
            if self.kind(place) == PlaceKind::Province {
                return Some(place);
            }
            at = self.parent(place);
        }
        None
    }

    /// The divisions that it lies in, largest first, countries left out.
    pub fn divisions(&self, id: PlaceId) -> Vec<PlaceId> {
        let mut out = Vec::new();
        let mut at = self.parent(id);
        while let Some(place) = at
            && out.len() < 8
        {
            if self.kind(place) != PlaceKind::Country {
                out.push(place);
            }
            at = self.parent(place);
        }
        out.reverse();
        out
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The great-circle distance in metres of two points in degrees.
    pub fn metres(a: (f64, f64), b: (f64, f64)) -> f64 {
        let (lat_a, lon_a, lat_b, lon_b) = (
            a.0.to_radians(),
            a.1.to_radians(),
            b.0.to_radians(),
            b.1.to_radians(),
        );
        let half = ((lat_b - lat_a) / 2.0).sin().powi(2)
            + lat_a.cos() * lat_b.cos() * ((lon_b - lon_a) / 2.0).sin().powi(2);
        2.0 * 6_371_000.0 * half.sqrt().asin()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_whatever_their_spaces_and_articles() {
        assert_eq!(squeeze("البو كمال"), squeeze("البوكمال"));
        assert_eq!(squeeze("عين الأسد"), "عيناسد");
        assert_eq!(squeeze("صنعاء"), squeeze("صنعا"));
    }

    #[test]
    fn a_place_lies_in_its_divisions() {
        let row = |id: &str, kind: &str, parent: &str| PlaceRow {
            id: id.into(),
            kind: kind.into(),
            parent: parent.into(),
            name_ar: id.into(),
            ..PlaceRow::default()
        };
        let gazetteer = Gazetteer::compile(vec![
            row("p", "province", ""),
            row("d", "district", "p"),
            row("t", "town", "d"),
        ]);
        let town = PlaceId(2);
        assert!(gazetteer.lies_in(town, PlaceId(0)));
        assert_eq!(gazetteer.province(town), Some(PlaceId(0)));
        assert_eq!(gazetteer.divisions(town), [PlaceId(0), PlaceId(1)]);
        assert_eq!(gazetteer.named("t"), [town]);
    }
}
