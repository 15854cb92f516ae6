//! Taking over an addendum: its numbers against the records that there are.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Workspace, WorkspaceError};
use crate::domain::{Kind, Mechanism, Paragraph, Position, Recommendation, Said, Source};
use crate::ingest::{PositionList, Rejection, Resolution, SourceFile};
use crate::store::{Arrival, Voice};

/// What an addendum said, in counts, and what it left open.
#[derive(Debug, Clone, Default, Serialize)]
pub struct PositionReport {
    /// Numbers that it put into a class or commented on.
    pub statements: u64,
    /// Recommendations of the report that are in the workspace.
    pub recommendations: u64,
    /// Recommendations by position.
    pub positions: BTreeMap<String, u64>,
    /// Recommendations with a comment of the State.
    pub comments: u64,
    /// Numbers that are in no class.
    pub unnamed: Vec<String>,
}

/// Positions on their way into the store.
pub(super) struct Taken {
    pub(super) arrivals: Vec<Arrival>,
    pub(super) rejected: Vec<Rejection>,
    pub(super) report: PositionReport,
}

impl Workspace {
    /// Resolves the numbers of an addendum against the recommendations of its report.
    pub(super) fn resolve_positions(&self, list: &PositionList, file: &SourceFile) -> Result<Taken, WorkspaceError> {
        let mut records: BTreeMap<Paragraph, Vec<Recommendation>> = BTreeMap::new();
        self.store.each_record(|record| {
            if let Some(paragraph) = record.paragraph.clone().filter(|_| belongs(&record, list)) {
                records.entry(paragraph).or_default().push(record);
            }
            Ok::<(), WorkspaceError>(())
        })?;
        if records.is_empty() {
            return Ok(nothing_to_resolve(list, file));
        }
        let found = list.resolve(&records.keys().cloned().collect());
        let arrivals = records.into_iter().flat_map(|(paragraph, records)| {
            records
                .into_iter()
                .filter_map(|record| arrival(record, paragraph.as_str(), &found, list, file))
                .collect::<Vec<_>>()
        });
        Ok(Taken { arrivals: arrivals.collect(), rejected: rejected(&found, file), report: report(&found) })
    }
}

/// A recommendation of the report that an addendum answers.
fn belongs(record: &Recommendation, list: &PositionList) -> bool {
    let same_session = list.session.is_some() && record.session == list.session;
    let same_report = list.report.is_some() && record.symbol == list.report;
    record.mechanism == Mechanism::Upr
        && record.kind == Kind::Recommendation
        && record.state == Some(list.state)
        && (same_session || same_report)
}

fn nothing_to_resolve(list: &PositionList, file: &SourceFile) -> Taken {
    let report = list.report.as_ref().map_or_else(|| "its report".to_owned(), |symbol| format!("the report {symbol}"));
    let reason = format!(
        "no recommendation of {report} is here yet: import the report or the thematic list, then this file again"
    );
    let raw = format!("{} lists of numbers", list.statements.len());
    let rejected = vec![Rejection { file: file.name.clone(), place: "the whole addendum".to_owned(), reason, raw }];
    Taken { arrivals: Vec::new(), rejected, report: PositionReport::default() }
}

/// A record that says nothing but the position of the State, and its comment.
fn arrival(
    record: Recommendation,
    paragraph: &str,
    found: &Resolution,
    list: &PositionList,
    file: &SourceFile,
) -> Option<Arrival> {
    let stated = found.positions.get(paragraph);
    let comment = found.comments.get(paragraph);
    if stated.is_none() && comment.is_none() {
        return None;
    }
    let position = stated.map_or(Position::None, |(position, _)| *position);
    let place = stated.map_or_else(|| "comment".to_owned(), |(_, place)| place.clone());
    let says = Said {
        position: stated.map(|(position, _)| *position),
        position_source: list.symbol.as_ref().or(list.report.as_ref()).map(ToString::to_string),
        comment: comment.cloned(),
        ..Said::default()
    };
    let source = Source { file: file.name.clone(), file_hash: file.hash.clone(), place, source_id: None, says };
    let record = Recommendation { position, sources: vec![source], tags: Vec::new(), ..record };
    Some(Arrival { record, absorbs: Vec::new(), voice: Voice::State })
}

fn rejected(found: &Resolution, file: &SourceFile) -> Vec<Rejection> {
    let line = |unresolved: &crate::ingest::Unresolved| Rejection {
        file: file.name.clone(),
        place: unresolved.place.clone(),
        reason: format!("{}: {}", unresolved.number, unresolved.reason),
        raw: unresolved.number.clone(),
    };
    found.unresolved.iter().map(line).collect()
}

fn report(found: &Resolution) -> PositionReport {
    let mut positions: BTreeMap<String, u64> = BTreeMap::new();
    for (position, _) in found.positions.values() {
        *positions.entry(position.code().to_owned()).or_default() += 1;
    }
    PositionReport {
        statements: (found.positions.len() + found.unresolved.len()) as u64,
        recommendations: (found.positions.len() + found.unnamed.len()) as u64,
        positions,
        comments: found.comments.len() as u64,
        unnamed: found.unnamed.clone(),
    }
}
