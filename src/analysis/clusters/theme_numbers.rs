//! Which theme an issue stands under in a workspace, and the number of each theme.

use std::collections::BTreeMap;

use ndarray::Array1;

use super::placed::Placed;
use super::themes::{IssueRecords, ThemeCount, theme_of, themes};
use crate::domain::ClusterDefinition;
use crate::domain::vocabulary::issues;

/// How themes that no cluster has yet are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbering {
    /// As everywhere: an issue or family has the same number in every workspace.
    Fixed,
    /// Behind those that there are.
    Running,
}

/// The themes of a workspace.
pub(super) struct ThemeNumbers {
    /// The issues of each theme by its number.
    known: BTreeMap<u16, Vec<u16>>,
    number_of: BTreeMap<usize, u16>,
    numbering: Numbering,
}

impl ThemeNumbers {
    /// The themes of clusters; where there are none, those that suit the records.
    pub(super) fn of(
        clusters: &[ClusterDefinition],
        records: &[&Placed<'_>],
        wanted: ThemeCount,
        numbering: Numbering,
    ) -> Self {
        let mut known: BTreeMap<u16, Vec<u16>> = BTreeMap::new();
        for cluster in clusters {
            known.entry(cluster.number.theme).or_insert_with(|| cluster.issues.clone());
        }
        if known.is_empty() {
            let made = themes(&counted(records), wanted).into_iter();
            known.extend(made.map(|(number, list)| (number, list.iter().map(|issue| *issue as u16).collect())));
        }
        let issues = known.iter().flat_map(|(number, list)| list.iter().map(|issue| (usize::from(*issue), *number)));
        Self { number_of: issues.collect(), known, numbering }
    }

    /// The theme of an issue; one that no theme has yet brings its family with it, or stands alone where every
    /// issue does.
    pub(super) fn of_issue(&mut self, issue: usize) -> u16 {
        if let Some(number) = self.number_of.get(&issue) {
            return *number;
        }
        let (wish, issues) = theme_of(issue, &self.known);
        let number = match self.numbering {
            Numbering::Fixed => wish,
            Numbering::Running => self.known.keys().next_back().copied().unwrap_or(0) + 1,
        };
        self.number_of.extend(issues.iter().map(|issue| (usize::from(*issue), number)));
        self.known.insert(number, issues);
        number
    }

    /// The theme of an issue, where one has it.
    pub(super) fn known(&self, issue: usize) -> Option<u16> {
        self.number_of.get(&issue).copied()
    }

    /// The issues of a theme.
    pub(super) fn issues(&self, number: u16) -> &[u16] {
        self.known.get(&number).map_or(&[], Vec::as_slice)
    }
}

fn counted(records: &[&Placed<'_>]) -> Vec<IssueRecords> {
    let mut all = vec![IssueRecords { count: 0, sum: Array1::zeros(0) }; issues().len()];
    for record in records {
        let of_issue = &mut all[record.issue];
        of_issue.sum = if of_issue.count == 0 { record.place.clone() } else { &of_issue.sum + record.place };
        of_issue.count += 1;
    }
    all
}
