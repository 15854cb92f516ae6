//! The one room that knows all below: opens a folder and carries out requests.
//!
//! Both shells, the command line and any other, turn input into the requests of this room and show
//! its answers; no rule of the domain stands in a shell. Truth lies in the store; index and analysis
//! are caches beside it that can be deleted.
//!
//! What can be asked for stands in `commands`, `jobs`, `lookups` and, as it goes over a wire, `request`. They are
//! carried out by `imports` (files on their way in), `searching` (the index), `caches` (the analysis and the view
//! of what holds), `written` (answers as files) `exchange` (tables that go out and come
//! back) and `backups` (ways back); `folder` holds what lies where and how
//! it is written.

mod backups;
mod caches;
pub mod clock;
pub mod commands;
mod decide;
mod demo;
mod error;
mod exchange;
mod folder;
mod held;
mod history;
mod imports;
pub mod jobs;
pub mod lookups;
mod open;
mod progress;
mod record_names;
pub mod request;
mod searching;
mod written;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

pub use crate::analysis::RunCounts;
use crate::domain::vocabulary::StateRegister;
pub use crate::ingest::{DocumentFacts, extract_pages, extract_sheets};
pub use crate::plan::PlanScope;
pub use crate::records::{Difference, FoldedRow, PositionReport, RecordField};
use crate::search::IndexStamp;
pub use crate::search::{Order, Snippet, ValueCount};
use crate::store::Store;
use crate::view::View;

pub use backups::backup::BackupAnswer;
pub use backups::originals::Originals;
pub use backups::verify::{VerifyAnswer, WorkspaceFault};
pub use caches::analysed::{AnalyseReport, AnalysisStatus};
pub use caches::learn::LearnAnswer;
pub use decide::Done;
pub use demo::{DemoAnswer, DemoExtent, DemoPlan};
pub use error::{WorkspaceError, Written};
pub use exchange::choice::Take;
pub use exchange::report::{ReturnReport, ToldProblem};
pub use exchange::sending::{Addressees, DispatchFormat, SentFile};
pub use folder::saved_search::SavedSearch;
pub use folder::settings::{ClusterSettings, OwnState, Settings};
pub use folder::settings_fault::SettingsFault;
pub use held::Held;
pub use history::{CommandLine, Consent, HistoryAnswer, HistoryLine, LastChange, TakenBack, UndoAnswer, UndoRequest};
pub use imports::difference::{FileDiff, RecordInShort};
pub use imports::files::files_of;
pub use imports::import::not_taken_into;
pub use imports::plan_report::{DifferentCell, PlanReport, Taken};
pub use imports::removal::{RemovalAnswer, RemovalRequest, TakingOut};
pub use imports::report::{FileKind, FileReport, RemarkCount, is_whole};
pub use open::begin_to_load_models;
pub use progress::{Progress, Silent};
pub use searching::count_table::{CountTable, TableRow};
pub use searching::finder::Finder;
pub use searching::freshness::Freshness;
pub use searching::like::{LikeAnswer, LikeHit};
pub use searching::saved_totals::SavedTotal;
pub use searching::search::{Hit, SearchAnswer, SearchQuery, StateNames};
pub use searching::value_titles::ValueTitles;
pub use written::answer::{ExportAnswer, Exported};
pub use written::exercise::{ExerciseAnswer, UsedFolder};
pub use written::exercise_score::score_sheets;
pub use written::export::{ExportRequest, PlanFormat, PlanRowKind, PlanTextFormat, RelationSpan};
pub use written::figure::FigureFormat;
pub use written::figure_question::FigureQuestion;
pub use written::file_format::{FileFormat, TableFormat};
pub use written::list_table::{ListCell, ListTable};
pub use written::overlap_tables::OverlapTable;
pub use written::report::{MatrixAnswer, ReportAnswer, ReportRequest};
pub use written::table_question::TableQuestion;

/// An open workspace; the only one of its folder.
pub struct Workspace {
    store: Arc<Store>,
    folder: PathBuf,
    settings: Settings,
    states: StateRegister,
    /// What holds now, once somebody has asked.
    view: Mutex<Option<Arc<View>>>,
    /// What held before the last decision: the next view goes on from it.
    earlier: Mutex<Option<Arc<View>>>,
    /// The index that was last found whole: all of it is read through once, and not at every search.
    whole_index: Mutex<Option<IndexStamp>>,
}
