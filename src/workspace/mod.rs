//! The one room that knows all below: opens a folder and carries out requests.
//!
//! Both shells, the command line and any other, turn input into the requests of this room and show
//! its answers; no rule of the domain stands in a shell. Truth lies in the store; index and analysis
//! are caches beside it that can be deleted.

mod analysed;
mod backup;
pub mod clock;
mod cluster_views;
mod clusters;
mod corrections;
mod days;
mod demo;
mod duplicates;
mod error;
mod export;
mod files;
mod finder;
mod gender;
mod import;
mod import_diff;
mod import_files;
mod import_known;
mod import_report;
mod import_request;
mod indexed;
mod learn;
mod like;
mod lineage;
mod links;
mod open;
mod progress;
mod relations;
mod result_set;
mod saved;
mod search;
mod settings;
mod settled;
mod show;
mod unsure;

use std::path::PathBuf;

use crate::domain::vocabulary::StateRegister;
use crate::domain::{Event, Subject};
pub use crate::ingest::{DocumentFacts, extract_pages};
pub use crate::records::{Difference, PositionReport, RecordField};
use crate::store::Store;

pub use crate::text::gender::GenderLens;
pub use analysed::AnalyseReport;
pub use backup::BackupAnswer;
pub use cluster_views::{Heading, HeadingLine, ThemeTree};
pub use clusters::{ClusterAnswer, ClusterLine, ClusterRequest, MemberLine};
pub use corrections::CorrectRequest;
pub use demo::{DemoAnswer, OverviewAnswer};
pub use duplicates::{AskLine, DuplicateAnswer, DuplicateRequest, PairLine};
pub use error::WorkspaceError;
pub use export::{ExportAnswer, ExportRequest, PlanFormat};
pub use finder::{Finder, Freshness};
pub use gender::{GenderAnswer, GenderCounts, GenderLine};
pub use import_diff::FileDiff;
pub use import_files::files_of;
pub use import_report::{FileKind, FileReport, RemarkCount, has_rejections};
pub use import_request::ImportRequest;
pub use learn::LearnAnswer;
pub use like::{LikeAnswer, LikeHit};
pub use lineage::{LineageAnswer, LineageLine};
pub use links::{LinkAnswer, LinkLine, LinkRequest};
pub use progress::{Progress, Silent};
pub use result_set::ResultFormat;
pub use saved::SavedSearch;
pub use search::{CountTable, Hit, SearchAnswer, SearchQuery, StateNames};
pub use settings::{ClusterSettings, OwnState, Settings};
pub use settled::TagSource;
pub use show::{RecordCard, RelatedRecord};
pub use unsure::{StatedPosition, UnsureLine};

/// An open workspace; the only one of its folder.
pub struct Workspace {
    store: Store,
    folder: PathBuf,
    settings: Settings,
    /// Language of texts in this run: that of the settings unless another was asked for.
    language: crate::domain::Language,
    states: StateRegister,
}

impl Workspace {
    /// All events of the journal, oldest first.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn history(&self) -> Result<Vec<Event>, WorkspaceError> {
        Ok(self.store.events()?)
    }

    /// Takes back the newest command of decisions; returns what they were about.
    ///
    /// # Errors
    /// When there is none.
    pub fn undo(&self) -> Result<Vec<Subject>, WorkspaceError> {
        Ok(self.store.undo(&clock::stamp())?)
    }
}
