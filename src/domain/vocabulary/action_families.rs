//! Families of action: what kind of measure a text asks for.
//!
//! Two asks with the same object differ when one asks for a moratorium and the other for prosecution.
//! Models are fitted to families by their number: a new family goes to the end and needs new models.

use std::ops::{BitAnd, BitOr, BitXor};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::table::{Names, Table};

/// A family of action, in the order of `corpora/reference/action_families.csv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, strum::IntoStaticStr, strum::VariantArray)]
#[strum(serialize_all = "kebab-case")]
pub enum ActionFamily {
    /// To become party to an instrument.
    Ratify,
    /// To sign one.
    Sign,
    /// To carry an instrument or recommendation into law and practice.
    Implement,
    /// To withdraw or review a reservation.
    Reservation,
    /// To suspend a practice.
    Moratorium,
    /// To end a practice in law.
    Abolish,
    /// To set up a body or mechanism.
    Establish,
    /// To look into what has happened.
    Investigate,
    /// To bring to justice.
    Prosecute,
    /// To make an act an offence.
    Criminalise,
    /// To take a law or an offence out of the books.
    Repeal,
    /// To review or reform a law.
    Amend,
    /// To make a law.
    AdoptLaw,
    /// To train officials.
    Train,
    /// To raise awareness.
    RaiseAwareness,
    /// Schools and what they teach.
    Educate,
    /// To make a plan, policy or programme.
    Plan,
    /// To collect data and study them.
    CollectData,
    /// To invite and receive visitors.
    Invite,
    /// To submit reports.
    Report,
    /// To cooperate and keep up a dialogue.
    Cooperate,
    /// To provide money and staff.
    Resources,
    /// To compensate and rehabilitate.
    Compensate,
    /// To set free.
    Release,
    /// To watch over places and practices.
    Monitor,
    /// To protect and shelter.
    Protect,
    /// To give access to services.
    Access,
    /// To consult and represent.
    Participate,
    /// To seek or give technical assistance.
    Assist,
    /// To share experience.
    Share,
}

/// What the table says of a family.
#[derive(Debug, Clone)]
pub struct ActionFamilyEntry {
    /// The family.
    pub family: ActionFamily,
    /// What is asked for, as a noun inside a sentence ("ratification"), in the six languages.
    pub names: Names,
    /// Lower-case English words that show it; a trailing `*` matches any ending.
    pub phrases: Vec<String>,
}

impl ActionFamily {
    /// All families, in the order of the table.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The code, such as `adopt-law`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

/// The table of families, in the order of [`ActionFamily::ALL`].
///
/// # Panics
/// Never: a test reads the table, which holds the families and no other.
#[must_use]
pub fn action_families() -> &'static [ActionFamilyEntry] {
    static FAMILIES: OnceLock<Vec<ActionFamilyEntry>> = OnceLock::new();
    FAMILIES.get_or_init(|| {
        let table = Table::embedded("action_families", include_str!("../../../corpora/reference/action_families.csv"));
        let rows: Vec<_> = table.rows().collect();
        assert_eq!(rows.len(), ActionFamily::ALL.len(), "the table of families holds each of them once");
        let entry = |(row, family): (super::table::Row<'_>, &ActionFamily)| {
            assert_eq!(row.cell("code"), family.code(), "the table of families keeps their order");
            ActionFamilyEntry { family: *family, names: row.by_language("name"), phrases: row.list("phrases_en") }
        };
        rows.into_iter().zip(ActionFamily::ALL).map(entry).collect()
    })
}

/// A set of families. By hand: what it does is one machine instruction each, and it is compared for
/// millions of pairs; a library would be asked for nothing more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionFamilies(u32);

impl ActionFamilies {
    /// The set that holds one family.
    #[must_use]
    pub const fn of(family: ActionFamily) -> Self {
        Self(1 << family as u32)
    }

    /// Whether the set holds a family.
    #[must_use]
    pub const fn contains(self, family: ActionFamily) -> bool {
        self.0 & Self::of(family).0 != 0
    }

    /// How many families the set holds, 0 to 30.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether the set holds none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The families of the set, in the order of the table.
    pub fn iter(self) -> impl Iterator<Item = ActionFamily> {
        ActionFamily::ALL.iter().copied().filter(move |family| self.contains(*family))
    }
}

impl FromIterator<ActionFamily> for ActionFamilies {
    fn from_iter<I: IntoIterator<Item = ActionFamily>>(families: I) -> Self {
        families.into_iter().fold(Self::default(), |set, family| set | Self::of(family))
    }
}

impl BitAnd for ActionFamilies {
    type Output = Self;

    /// What both sets hold.
    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl BitOr for ActionFamilies {
    type Output = Self;

    /// What either set holds.
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitXor for ActionFamilies {
    type Output = Self;

    /// What one set alone holds.
    fn bitxor(self, other: Self) -> Self {
        Self(self.0 ^ other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{ActionFamilies, ActionFamily, action_families};
    use crate::domain::Language;

    #[test]
    fn the_table_holds_every_family_with_names_in_six_languages() {
        assert_eq!(action_families().len(), 30);
        for entry in action_families() {
            assert!(!entry.phrases.is_empty(), "{:?}", entry.family);
            assert_eq!(entry.names.iter().count(), Language::ALL.len(), "{:?}", entry.family);
        }
        assert_eq!(ActionFamily::AdoptLaw.code(), "adopt-law");
    }

    #[test]
    fn sets_hold_what_they_were_given_in_the_order_of_the_table() {
        let one: ActionFamilies = [ActionFamily::Share, ActionFamily::Ratify].into_iter().collect();
        let other = ActionFamilies::of(ActionFamily::Ratify);
        assert_eq!(one.iter().collect::<Vec<_>>(), [ActionFamily::Ratify, ActionFamily::Share]);
        assert_eq!((one & other, one ^ other), (other, ActionFamilies::of(ActionFamily::Share)));
        assert!(one.len() == 2 && (one | other) == one && ActionFamilies::default().is_empty());
    }
}
