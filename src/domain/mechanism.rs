//! Human-rights mechanisms and the bodies that speak for them.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::Coded;

/// What stands for the body of a record of which nothing says where it comes from.
const UNKNOWN: &str = "Unknown";

/// The family a recommendation comes from.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Mechanism {
    /// Universal Periodic Review.
    Upr,
    /// Treaty bodies (committees).
    TreatyBody,
    /// Special procedures (mandate holders).
    SpecialProcedure,
    /// Regional systems, added by the user.
    Regional,
    /// National bodies, added by the user.
    National,
    /// Nothing says which.
    Unknown,
}

impl Mechanism {
    /// All mechanisms in the order used in tables.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The stable code used in exports and filters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The word for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("mechanism", self.code())
    }

    /// The English name that tables use, by which readers know it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Upr => "UPR",
            Self::TreatyBody => "Treaty bodies",
            Self::SpecialProcedure => "Special procedures",
            Self::Regional => "Regional",
            Self::National => "National",
            Self::Unknown => UNKNOWN,
        }
    }
}

impl fmt::Display for Mechanism {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A body by the short name UHRI uses: `CEDAW`, `UPR`, `SR Torture`, `WG Arbitrary detention`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Body(String);

impl Body {
    /// A body by its short name; blanks inside are folded.
    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(code.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// The UPR Working Group.
    #[must_use]
    pub fn upr() -> Self {
        Self("UPR".to_owned())
    }

    /// A body of which nothing is known.
    #[must_use]
    pub fn unknown() -> Self {
        Self(UNKNOWN.to_owned())
    }

    /// The short name.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The mechanism, read off the short name: special procedures begin with `SR`, `IE` or `WG`.
    #[must_use]
    pub fn mechanism(&self) -> Mechanism {
        match self.0.split(' ').next() {
            Some("UPR") => Mechanism::Upr,
            Some(UNKNOWN) => Mechanism::Unknown,
            Some("SR" | "IE" | "WG") => Mechanism::SpecialProcedure,
            _ => Mechanism::TreatyBody,
        }
    }
}

impl fmt::Display for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Body, Mechanism};

    #[test]
    fn a_body_tells_its_mechanism_and_one_that_is_not_known_tells_none() {
        assert_eq!(Body::upr().mechanism(), Mechanism::Upr);
        assert_eq!(Body::new("SR  Torture").mechanism(), Mechanism::SpecialProcedure);
        assert_eq!(Body::new("CEDAW").mechanism(), Mechanism::TreatyBody);
        assert_eq!(
            (Body::unknown().mechanism(), Body::new(Mechanism::Unknown.label())),
            (Mechanism::Unknown, Body::unknown())
        );
    }
}
