//! The commands. Those that decide say what they did; taking something back tells what goes with it, and does it
//! as far as the request consents.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::commands::plan::{
    AddIndicator, AddMeasure, AddMilestone, AssessSubject, ClosePlan, CommentOn, LinkMeasure, ObserveValue,
    RemoveFromPlan, SendTables, SetInPlan, SetOutcome, TakeIndicator, TakeOver, UnlinkMeasure,
};
use super::super::commands::{
    AcceptCluster, AcceptIdentical, CorrectRecord, JudgeTag, JudgeTags, LockCluster, MergeClusters, MoveRecord,
    RelateRecords, RenameCluster, SplitCluster, StateLaterPosition,
};
use super::super::history::UndoRequest;
use super::super::imports::removal::RemovalRequest;
use super::super::written::plain_data::plain;
use super::super::{Workspace, WorkspaceError};
use crate::domain::{Asker, Revision};
use crate::view::Command;

/// The commands.
#[derive(Debug, Clone, Serialize, Deserialize, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the command of that name")]
pub enum Do {
    AcceptCluster(AcceptCluster),
    AcceptIdentical(AcceptIdentical),
    AddIndicator(AddIndicator),
    AddMeasure(AddMeasure),
    AddMilestone(AddMilestone),
    AssessSubject(AssessSubject),
    ClosePlan(ClosePlan),
    CommentOn(CommentOn),
    CorrectRecord(CorrectRecord),
    JudgeTag(JudgeTag),
    JudgeTags(JudgeTags),
    LinkMeasure(LinkMeasure),
    LockCluster(LockCluster),
    MergeClusters(MergeClusters),
    MoveRecord(MoveRecord),
    ObserveValue(ObserveValue),
    RelateRecords(RelateRecords),
    RemoveFromPlan(RemoveFromPlan),
    RemoveImport(RemovalRequest),
    RenameCluster(RenameCluster),
    SendTables(SendTables),
    SetInPlan(SetInPlan),
    SetOutcome(SetOutcome),
    SplitCluster(SplitCluster),
    StateLaterPosition(StateLaterPosition),
    TakeIndicator(TakeIndicator),
    TakeOver(TakeOver),
    Undo(UndoRequest),
    UnlinkMeasure(UnlinkMeasure),
}

impl Do {
    /// What was done, as plain data; `seen` is what whoever asks has looked at.
    ///
    /// # Errors
    /// As the typed command.
    pub(super) fn done(&self, desk: &Workspace, asker: &Asker, seen: Revision) -> Result<Value, WorkspaceError> {
        match self {
            Self::AcceptCluster(command) => told(command, desk, asker, seen),
            Self::AcceptIdentical(command) => told(command, desk, asker, seen),
            Self::AddIndicator(command) => told(command, desk, asker, seen),
            Self::AddMeasure(command) => told(command, desk, asker, seen),
            Self::AddMilestone(command) => told(command, desk, asker, seen),
            Self::AssessSubject(command) => told(command, desk, asker, seen),
            Self::ClosePlan(command) => told(command, desk, asker, seen),
            Self::CommentOn(command) => told(command, desk, asker, seen),
            Self::CorrectRecord(command) => told(command, desk, asker, seen),
            Self::JudgeTag(command) => told(command, desk, asker, seen),
            Self::JudgeTags(command) => told(command, desk, asker, seen),
            Self::LinkMeasure(command) => told(command, desk, asker, seen),
            Self::LockCluster(command) => told(command, desk, asker, seen),
            Self::MergeClusters(command) => told(command, desk, asker, seen),
            Self::MoveRecord(command) => told(command, desk, asker, seen),
            Self::ObserveValue(command) => told(command, desk, asker, seen),
            Self::RelateRecords(command) => told(command, desk, asker, seen),
            Self::RemoveFromPlan(command) => told(command, desk, asker, seen),
            Self::RemoveImport(request) => plain(&desk.remove_import(asker, request)?),
            Self::RenameCluster(command) => told(command, desk, asker, seen),
            Self::SendTables(command) => told(command, desk, asker, seen),
            Self::SetInPlan(command) => told(command, desk, asker, seen),
            Self::SetOutcome(command) => told(command, desk, asker, seen),
            Self::SplitCluster(command) => told(command, desk, asker, seen),
            Self::StateLaterPosition(command) => told(command, desk, asker, seen),
            Self::TakeIndicator(command) => told(command, desk, asker, seen),
            Self::TakeOver(command) => told(command, desk, asker, seen),
            Self::Undo(request) => plain(&desk.undo(asker, seen, request)?),
            Self::UnlinkMeasure(command) => told(command, desk, asker, seen),
        }
    }
}

fn told<C: Command>(command: &C, desk: &Workspace, asker: &Asker, seen: Revision) -> Result<Value, WorkspaceError> {
    plain(&desk.decide_seen(command, asker, seen)?)
}
