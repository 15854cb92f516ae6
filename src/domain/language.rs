//! The six official languages of the United Nations, in the order A-C-E-F-R-S.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

use super::message::{Message, Values, given};

/// An official language of the United Nations.
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
    strum::EnumCount,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Language {
    /// Arabic.
    Ar,
    /// Chinese.
    Zh,
    /// English.
    En,
    /// French.
    Fr,
    /// Russian.
    Ru,
    /// Spanish.
    Es,
}

impl Language {
    /// All six, in the order used by the United Nations.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] =
        *<Self as VariantArray>::VARIANTS.first_chunk().expect("the variants are as many as are counted");

    /// The ISO 639-1 code, two lower-case letters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Position in [`Language::ALL`], 0 to 5.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The given code names none of the six languages.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown-language")]
pub struct UnknownLanguage(pub String);

impl Message for UnknownLanguage {
    fn code(&self) -> &'static str {
        "unknown-language"
    }

    fn values(&self) -> Values {
        given(&self.0)
    }
}

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        let wanted = code.trim().to_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == wanted).ok_or(UnknownLanguage(wanted))
    }
}
