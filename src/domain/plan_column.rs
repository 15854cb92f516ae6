//! The columns of the plan table.
//!
//! What stands in them is for the room `plan` to say; headings are words of the catalogues, and widths
//! belong to those who write files.

use serde::{Deserialize, Serialize};

use super::Coded;

/// A column of the clustered implementation plan, in the order of the table; `VariantArray` lists
/// them.
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
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum PlanColumn {
    /// Number of the cluster.
    Cluster,
    /// Theme and title of the cluster.
    Title,
    /// The recommendations that the row answers.
    Recommendations,
    /// The text that stands for all, then what other sources add.
    MergedText,
    /// Issues.
    Themes,
    /// Affected groups.
    Groups,
    /// Targets and goals with short titles.
    SdgTargets,
    /// What will be done.
    Measure,
    /// Who answers for it.
    Lead,
    /// Who takes part.
    Supporting,
    /// From when until when, with steps on the way.
    TimeFrame,
    /// How it is measured.
    Indicator,
    /// Amount and source of money.
    Budget,
    /// What help is needed.
    Assistance,
    /// How far it has come.
    Status,
    /// Remarks.
    Remarks,
    /// The key of the row, by which a returned table is matched; last and small.
    Key,
}

impl PlanColumn {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The heading for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("plan-column", self.code())
    }

    /// Its place in the table, from 0.
    #[must_use]
    pub const fn place(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::PlanColumn;

    #[test]
    fn columns_know_their_place() {
        assert!(PlanColumn::VARIANTS.iter().enumerate().all(|(at, column)| column.place() == at));
        assert_eq!((PlanColumn::MergedText.code(), PlanColumn::MergedText.place()), ("merged-text", 3));
        assert_eq!((PlanColumn::Key.code(), PlanColumn::Key.place()), ("key", 16));
    }
}
