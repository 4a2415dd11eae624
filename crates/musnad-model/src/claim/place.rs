//! Where it happened, and how exact the coordinates are.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Name, TextRef};

/// How a place was found.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Via {
    /// The gazetteer holds this very name.
    Exact,
    /// The name is in no gazetteer: the coordinates are those of the place that it is said to lie in.
    Parent,
    /// «المدينة», «المنطقة»: stands for a place named before.
    Anaphor,
    /// No coordinates are known.
    #[default]
    Unknown,
}

/// Where the event happened, with honest precision.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Place {
    /// The words that name it.
    #[serde(flatten)]
    pub at: TextRef,
    /// Gazetteer id, where it is known.
    pub id: Option<String>,
    /// Name in the gazetteer.
    pub name: Option<Name>,
    /// Latitude in degrees; null for countries, vague regions and unknown places.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// ISO 3166 two-letter code.
    pub country: Option<String>,
    /// Names of the divisions that it lies in, largest first.
    pub admin: Vec<String>,
    /// How exact the coordinates are.
    pub precision: PlacePrecision,
    /// How it was found.
    pub via: Via,
}

/// Precision of coordinates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PlacePrecision {
    /// ACLED `geo_precision`, 1 (town) to 3 (region).
    pub acled: u8,
    /// UCDP `where_prec`, 1 (exact) to 7.
    pub ucdp: u8,
    /// Radius in metres.
    pub metres: Option<u32>,
}
