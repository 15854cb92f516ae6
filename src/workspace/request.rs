//! Requests as they go over a wire: every question, command and job under its name, with its fields.
//!
//! In process the typed value is put to the workspace and its typed answer comes back; this form is for those
//! who sit elsewhere. `{"ask": {"cards": {…}}}` reads as it is said.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::commands::{
    AcceptCluster, CorrectRecord, JudgeTag, LockCluster, MergeClusters, MoveRecord, RelateRecords, RenameCluster,
    SplitCluster,
};
use super::jobs::{Analyse, Backup, Export, Import, Job, Renew};
use super::progress::Progress;
use super::{Workspace, WorkspaceError};
use crate::domain::{Asker, Revision};
use crate::plan::Plan;
use crate::reports::{
    Cards, ClusterCard, ClusterList, ClusterNamed, Compare, CompareChange, DuplicateList, EntityLinks, FirstLook,
    GenderLenses, Headings, Lineages, Overlap, SdgLinks, ThemeTrees, Unsure,
};
use crate::view::{Command, Question};

/// A question, a command or a job; what is none of these, such as searching, goes over no wire yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// A question, answered from what holds now.
    Ask(Ask),
    /// A command of somebody who has looked at a revision.
    Do {
        /// The command.
        command: Do,
        /// What whoever gives it has looked at; what holds now where it is not said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seen: Option<Revision>,
    },
    /// A job.
    Run(Run),
}

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
    DuplicateList(DuplicateList),
    EntityLinks(EntityLinks),
    FirstLook(FirstLook),
    GenderLenses(GenderLenses),
    Headings(Headings),
    Lineages(Lineages),
    Overlap(Overlap),
    Plan(Plan),
    SdgLinks(SdgLinks),
    ThemeTrees(ThemeTrees),
    Unsure(Unsure),
}

/// The commands.
#[derive(Debug, Clone, Serialize, Deserialize, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the command of that name")]
pub enum Do {
    AcceptCluster(AcceptCluster),
    CorrectRecord(CorrectRecord),
    JudgeTag(JudgeTag),
    LockCluster(LockCluster),
    MergeClusters(MergeClusters),
    MoveRecord(MoveRecord),
    RelateRecords(RelateRecords),
    RenameCluster(RenameCluster),
    SplitCluster(SplitCluster),
}

/// The jobs.
#[derive(Debug, Clone, Serialize, Deserialize, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
#[expect(missing_docs, reason = "each is the job of that name")]
pub enum Run {
    Analyse(Analyse),
    Backup(Backup),
    Export(Export),
    Import(Import),
    Renew(Renew),
}

impl Workspace {
    /// Carries out a request and answers with plain data.
    ///
    /// # Errors
    /// As the typed request would.
    pub fn serve(
        &mut self,
        request: &Request,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Value, WorkspaceError> {
        match request {
            Request::Ask(question) => self.answer_to(question, asker),
            Request::Do { command, seen } => self.done(command, asker, seen.map_or_else(|| self.seen(), Ok)?),
            Request::Run(job) => self.report_of(job, asker, progress),
        }
    }

    fn answer_to(&self, question: &Ask, asker: &Asker) -> Result<Value, WorkspaceError> {
        match question {
            Ask::Cards(question) => self.asked(question, asker),
            Ask::ClusterCard(question) => self.asked(question, asker),
            Ask::ClusterList(question) => self.asked(question, asker),
            Ask::ClusterNamed(question) => self.asked(question, asker),
            Ask::Compare(question) => self.asked(question, asker),
            Ask::CompareChange(question) => self.asked(question, asker),
            Ask::DuplicateList(question) => self.asked(question, asker),
            Ask::EntityLinks(question) => self.asked(question, asker),
            Ask::FirstLook(question) => self.asked(question, asker),
            Ask::GenderLenses(question) => self.asked(question, asker),
            Ask::Headings(question) => self.asked(question, asker),
            Ask::Lineages(question) => self.asked(question, asker),
            Ask::Overlap(question) => self.asked(question, asker),
            Ask::Plan(question) => self.asked(question, asker),
            Ask::SdgLinks(question) => self.asked(question, asker),
            Ask::ThemeTrees(question) => self.asked(question, asker),
            Ask::Unsure(question) => self.asked(question, asker),
        }
    }

    fn done(&self, command: &Do, asker: &Asker, seen: Revision) -> Result<Value, WorkspaceError> {
        match command {
            Do::AcceptCluster(command) => self.told(command, asker, seen),
            Do::CorrectRecord(command) => self.told(command, asker, seen),
            Do::JudgeTag(command) => self.told(command, asker, seen),
            Do::LockCluster(command) => self.told(command, asker, seen),
            Do::MergeClusters(command) => self.told(command, asker, seen),
            Do::MoveRecord(command) => self.told(command, asker, seen),
            Do::RelateRecords(command) => self.told(command, asker, seen),
            Do::RenameCluster(command) => self.told(command, asker, seen),
            Do::SplitCluster(command) => self.told(command, asker, seen),
        }
    }

    fn report_of(&mut self, job: &Run, asker: &Asker, progress: &dyn Progress) -> Result<Value, WorkspaceError> {
        match job {
            Run::Analyse(job) => self.ran(job, asker, progress),
            Run::Backup(job) => self.ran(job, asker, progress),
            Run::Export(job) => self.ran(job, asker, progress),
            Run::Import(job) => self.ran(job, asker, progress),
            Run::Renew(job) => self.ran(job, asker, progress),
        }
    }

    fn asked<Q: Question>(&self, question: &Q, asker: &Asker) -> Result<Value, WorkspaceError> {
        plain(&self.ask(question, asker)?)
    }

    fn told<C: Command>(&self, command: &C, asker: &Asker, seen: Revision) -> Result<Value, WorkspaceError> {
        plain(&self.decide_seen(command, asker, seen)?)
    }

    fn ran<J: Job>(&mut self, job: &J, asker: &Asker, progress: &dyn Progress) -> Result<Value, WorkspaceError> {
        plain(&self.run(job, asker, progress)?)
    }
}

/// An answer as plain data.
fn plain(answer: &impl Serialize) -> Result<Value, WorkspaceError> {
    serde_json::to_value(answer).map_err(|error| crate::exports::ExportError::Json(error).into())
}
