//! What the tables of a dispatch hold: parts, columns, and what those who receive them may do with each.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A table of a dispatch.
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
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SheetPart {
    /// Measures that the body leads.
    Lead,
    /// Measures in which it takes part.
    Support,
    /// Indicators of the measures that it leads.
    Indicators,
    /// Measures on which others are consulted.
    Consultation,
    /// Recommendations with what is proposed of them, for those who decide on it.
    Review,
}

/// A column of the tables of a dispatch.
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
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SheetColumn {
    /// The key of the row.
    Key,
    /// The office's number of the measure.
    Number,
    /// Number and title of the cluster.
    Cluster,
    /// References and texts of what the measure answers.
    Recommendations,
    /// What is to be done.
    Measure,
    /// When it begins.
    From,
    /// When it is to be done.
    Until,
    /// How far it has come.
    Status,
    /// What stands in the way.
    Obstacles,
    /// What it costs.
    Budget,
    /// The help that it needs.
    Assistance,
    /// Whether the body takes its task on.
    Answer,
    /// Why it does not.
    Reason,
    /// Who should in its place.
    Instead,
    /// Who deals with it there.
    Contact,
    /// What is measured.
    Indicator,
    /// The unit of its values.
    Unit,
    /// Where things stood.
    Baseline,
    /// Where they are to stand.
    Target,
    /// The newest value that is known.
    Latest,
    /// The period of the value that is asked for.
    Period,
    /// The value.
    Value,
    /// Why there is none.
    Missing,
    /// How far it has come, as those who are consulted see it.
    Assessment,
    /// What they go by.
    Evidence,
    /// Anything else.
    Comment,
    /// Who leads a recommendation.
    LeadBody,
    /// Who supports it, one a line.
    SupportBodies,
    /// The SDG targets that it serves, one a line.
    SdgTargets,
    /// The recommendations that ask the same, one a line.
    SameAs,
    /// Whether the lead, support and targets that stand in the row are agreed to.
    Agreed,
}

/// What those who receive a table may do with a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It is shown; what is changed in it is told, and changes nothing.
    Shown,
    /// They write in it.
    Reply,
}

use Access::{Reply, Shown};
use SheetColumn as C;

const LEAD: &[(C, Access)] = &[
    (C::Key, Shown),
    (C::Number, Shown),
    (C::Cluster, Shown),
    (C::Recommendations, Shown),
    (C::Measure, Reply),
    (C::From, Reply),
    (C::Until, Reply),
    (C::Status, Reply),
    (C::Obstacles, Reply),
    (C::Budget, Reply),
    (C::Assistance, Reply),
    (C::Answer, Reply),
    (C::Reason, Reply),
    (C::Instead, Reply),
    (C::Contact, Reply),
    (C::Comment, Reply),
];

const SUPPORT: &[(C, Access)] = &[
    (C::Key, Shown),
    (C::Number, Shown),
    (C::Cluster, Shown),
    (C::Recommendations, Shown),
    (C::Measure, Shown),
    (C::From, Shown),
    (C::Until, Shown),
    (C::Status, Shown),
    (C::Answer, Reply),
    (C::Reason, Reply),
    (C::Instead, Reply),
    (C::Contact, Reply),
    (C::Comment, Reply),
];

const INDICATORS: &[(C, Access)] = &[
    (C::Key, Shown),
    (C::Measure, Shown),
    (C::Indicator, Shown),
    (C::Unit, Shown),
    (C::Baseline, Shown),
    (C::Target, Shown),
    (C::Latest, Shown),
    (C::Period, Reply),
    (C::Value, Reply),
    (C::Missing, Reply),
];

const CONSULTATION: &[(C, Access)] = &[
    (C::Key, Shown),
    (C::Number, Shown),
    (C::Cluster, Shown),
    (C::Recommendations, Shown),
    (C::Measure, Shown),
    (C::From, Shown),
    (C::Until, Shown),
    (C::Status, Shown),
    (C::Assessment, Reply),
    (C::Evidence, Reply),
    (C::Comment, Reply),
];

const REVIEW: &[(C, Access)] = &[
    (C::Key, Shown),
    (C::Recommendations, Shown),
    (C::Cluster, Reply),
    (C::LeadBody, Reply),
    (C::SupportBodies, Reply),
    (C::SdgTargets, Reply),
    (C::SameAs, Reply),
    (C::Agreed, Reply),
];

impl SheetPart {
    /// Its columns in their order. The tables of a consultation have none of what is internal: obstacles, money, help,
    /// contacts, replies of bodies, remarks.
    #[must_use]
    pub const fn columns(self) -> &'static [(SheetColumn, Access)] {
        match self {
            Self::Lead => LEAD,
            Self::Support => SUPPORT,
            Self::Indicators => INDICATORS,
            Self::Consultation => CONSULTATION,
            Self::Review => REVIEW,
        }
    }

    /// What those who receive it may do with a column; `None` where it has none of that name.
    #[must_use]
    pub fn access(self, column: SheetColumn) -> Option<Access> {
        self.columns().iter().find(|(own, _)| *own == column).map(|(_, access)| *access)
    }

    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

impl SheetColumn {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The things that a cell of such a column names, one a line or between semicolons: of targets the codes, since
    /// their titles are for reading.
    #[must_use]
    pub fn things(self, text: &str) -> BTreeSet<String> {
        let lines = text.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty());
        let thing = |line: &str| match self {
            Self::SdgTargets => line.split_whitespace().next().unwrap_or_default().to_owned(),
            _ => line.to_owned(),
        };
        lines.map(thing).collect()
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::{Access, SheetColumn, SheetPart};

    /// Every field that an audience sees.
    fn seen(part: SheetPart) -> Vec<&'static str> {
        part.columns().iter().map(|(column, _)| column.code()).collect()
    }

    #[test]
    fn each_audience_sees_what_is_listed_here_and_nothing_else() {
        let measure = ["key", "number", "cluster", "recommendations", "measure", "from", "until", "status"];
        let own = ["answer", "reason", "instead", "contact", "comment"];
        let lead = ["obstacles", "budget", "assistance"];
        assert_eq!(seen(SheetPart::Lead), [&measure[..], &lead, &own].concat());
        assert_eq!(seen(SheetPart::Support), [&measure[..], &own].concat());
        assert_eq!(seen(SheetPart::Consultation), [&measure[..], &["assessment", "evidence", "comment"]].concat());
        let review = ["key", "recommendations", "cluster", "lead_body", "support_bodies", "sdg_targets", "same_as"];
        assert_eq!(seen(SheetPart::Review), [&review[..], &["agreed"]].concat());
        let internal = ["obstacles", "budget", "assistance", "answer", "reason", "instead", "contact"];
        assert!(seen(SheetPart::Consultation).iter().all(|column| !internal.contains(column)));
    }

    #[test]
    fn a_cell_names_things_and_targets_by_their_codes() {
        let things = |column: SheetColumn, text| column.things(text).into_iter().collect::<Vec<_>>();
        assert_eq!(things(SheetColumn::SdgTargets, "5.2 End violence\n 4; 5.2"), ["4", "5.2"]);
        assert_eq!(things(SheetColumn::SupportBodies, "Ministry of Health\n\n"), ["Ministry of Health"]);
    }

    #[test]
    fn keys_are_never_written_and_every_column_stands_in_a_table() {
        for part in SheetPart::VARIANTS {
            assert_eq!(part.access(SheetColumn::Key), Some(Access::Shown), "{part:?}");
        }
        let stands = |column: &SheetColumn| SheetPart::VARIANTS.iter().any(|part| part.access(*column).is_some());
        assert!(SheetColumn::VARIANTS.iter().all(stands));
    }
}
