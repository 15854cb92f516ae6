//! The questions.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::super::written::plain_data::plain;
use super::super::{Workspace, WorkspaceError};
use crate::domain::Asker;
use crate::exercise::DrawExercise;
use crate::plan::{Plan, PlanBoard, PlanCalendar, PlanCheck, PlanDocument, PlanEditions, PlanEntry, ProposeIndicators};
use crate::reports::{
    Cards, ClusterCard, ClusterList, ClusterNamed, Compare, CompareChange, DuplicateList, EntityLinks, FirstLook,
    GenderLenses, Headings, IdenticalAsks, Lineages, Overlap, SdgLinks, StatusHistory, ThemeTrees, Unsure,
};
use crate::view::Question;

/// The questions.
#[derive(Debug, Clone, Serialize, Deserialize, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the question of that name")]
pub enum Ask {
    Cards(Cards),
    ClusterCard(ClusterCard),
    ClusterList(ClusterList),
    ClusterNamed(ClusterNamed),
    Compare(Compare),
    CompareChange(CompareChange),
    DrawExercise(DrawExercise),
    DuplicateList(DuplicateList),
    EntityLinks(EntityLinks),
    FirstLook(FirstLook),
    GenderLenses(GenderLenses),
    Headings(Headings),
    IdenticalAsks(IdenticalAsks),
    Lineages(Lineages),
    Overlap(Overlap),
    Plan(Plan),
    PlanBoard(PlanBoard),
    PlanCalendar(PlanCalendar),
    PlanCheck(PlanCheck),
    PlanDocument(PlanDocument),
    PlanEditions(PlanEditions),
    PlanEntry(PlanEntry),
    ProposeIndicators(ProposeIndicators),
    SdgLinks(SdgLinks),
    StatusHistory(StatusHistory),
    ThemeTrees(ThemeTrees),
    Unsure(Unsure),
}

impl Ask {
    /// The answer as plain data.
    ///
    /// # Errors
    /// As the typed question.
    pub(super) fn answered(&self, desk: &Workspace, asker: &Asker) -> Result<Value, WorkspaceError> {
        match self {
            Self::Cards(question) => asked(question, desk, asker),
            Self::ClusterCard(question) => asked(question, desk, asker),
            Self::ClusterList(question) => asked(question, desk, asker),
            Self::ClusterNamed(question) => asked(question, desk, asker),
            Self::Compare(question) => asked(question, desk, asker),
            Self::CompareChange(question) => asked(question, desk, asker),
            Self::DrawExercise(question) => asked(question, desk, asker),
            Self::DuplicateList(question) => asked(question, desk, asker),
            Self::EntityLinks(question) => asked(question, desk, asker),
            Self::FirstLook(question) => asked(question, desk, asker),
            Self::GenderLenses(question) => asked(question, desk, asker),
            Self::Headings(question) => asked(question, desk, asker),
            Self::IdenticalAsks(question) => asked(question, desk, asker),
            Self::Lineages(question) => asked(question, desk, asker),
            Self::Overlap(question) => asked(question, desk, asker),
            Self::Plan(question) => asked(question, desk, asker),
            Self::PlanBoard(question) => asked(question, desk, asker),
            Self::PlanCalendar(question) => asked(question, desk, asker),
            Self::PlanCheck(question) => asked(question, desk, asker),
            Self::PlanDocument(question) => asked(question, desk, asker),
            Self::PlanEditions(question) => asked(question, desk, asker),
            Self::PlanEntry(question) => asked(question, desk, asker),
            Self::ProposeIndicators(question) => asked(question, desk, asker),
            Self::SdgLinks(question) => asked(question, desk, asker),
            Self::StatusHistory(question) => asked(question, desk, asker),
            Self::ThemeTrees(question) => asked(question, desk, asker),
            Self::Unsure(question) => asked(question, desk, asker),
        }
    }
}

fn asked<Q: Question>(question: &Q, desk: &Workspace, asker: &Asker) -> Result<Value, WorkspaceError> {
    plain(&desk.ask(question, asker)?)
}
