//! What tags say something about.

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::Coded;

/// What a tag says something about.
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
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum TagKind {
    /// One of the 54 issues of UPR Info.
    Issue,
    /// A theme of OHCHR's current list.
    Theme,
    /// An affected group, by the codes of the group table.
    Group,
    /// An SDG target (`16.3`) or a bare goal (`4`).
    #[strum(serialize = "sdg")]
    SdgTarget,
    /// Action category of UPR Info, `1` to `5`.
    Action,
    /// An instrument named in the text, by the codes of the instrument table.
    Instrument,
    /// The type of entity that leads.
    Lead,
    /// A type of entity that takes part.
    Support,
    /// An element of a SMART recommendation that the text holds.
    Smart,
    /// The topic, by the codes of the topic table.
    Topic,
}

impl TagKind {
    /// All kinds.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The stable code used on the command line and in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The word for people, as it stands before its values.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("tag-kind", self.code())
    }
}
