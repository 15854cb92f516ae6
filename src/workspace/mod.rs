//! The one room that knows all below: opens a folder and carries out requests.
//!
//! Both shells, the command line and any other, turn input into the requests of this room and show
//! its answers; no rule of the domain stands in a shell. Truth lies in the store; index and analysis
//! are caches beside it that can be deleted.

mod about_results;
mod about_table;
mod analysed;
mod auto_backup;
mod backup;
mod backups;
mod cached;
pub mod clock;
pub mod commands;
mod count_table;
mod dated;
mod days;
mod decide;
mod demo;
mod document_source;
mod documents;
mod error;
mod exercise;
mod exercise_score;
mod export;
mod export_answer;
mod export_figure;
mod export_table;
mod figure_question;
mod files;
mod finder;
mod folder;
mod folder_lock;
mod freshness;
mod granularity;
mod history;
mod import;
mod import_diff;
mod import_files;
mod import_known;
mod import_report;
mod indexed;
pub mod jobs;
mod key_file;
mod learn;
mod like;
pub mod lookups;
mod manifest;
mod named_clusters;
mod open;
mod originals;
mod own_files;
mod plain_data;
mod private;
mod progress;
mod record_names;
mod relations;
mod removal;
pub mod request;
mod restore;
mod result_set;
mod saved;
mod saved_search;
mod saved_totals;
mod search;
mod settings;
mod settings_fault;
mod state_files;
mod stoppable;
mod swap;
mod table_question;
mod value_titles;
mod verify;
mod views;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};

pub use crate::analysis::RunCounts;
use crate::domain::vocabulary::StateRegister;
pub use crate::ingest::{DocumentFacts, extract_pages, extract_sheets};
pub use crate::plan::PlanScope;
pub use crate::records::{Difference, FoldedRow, PositionReport, RecordField};
use crate::store::Store;
use crate::view::View;

pub use analysed::{AnalyseReport, AnalysisStatus};
pub use backup::BackupAnswer;
pub use count_table::{CountTable, TableRow};
pub use decide::Done;
pub use demo::DemoAnswer;
pub use error::{WorkspaceError, Written};
pub use exercise::{ExerciseAnswer, UsedFolder};
pub use exercise_score::score_sheets;
pub use export::{ExportRequest, PlanFormat, RelationSpan};
pub use export_answer::{ExportAnswer, Exported};
pub use export_figure::FigureFormat;
pub use export_table::TableFormat;
pub use figure_question::FigureQuestion;
pub use finder::Finder;
pub use freshness::Freshness;
pub use history::{CommandLine, Consent, HistoryAnswer, HistoryLine, TakenBack, UndoAnswer, UndoRequest};
pub use import_diff::{FileDiff, RecordInShort};
pub use import_files::files_of;
pub use import_report::{FileKind, FileReport, RemarkCount, is_whole};
pub use learn::LearnAnswer;
pub use like::{LikeAnswer, LikeHit};
pub use open::begin_to_load_models;
pub use originals::Originals;
pub use progress::{Progress, Silent};
pub use removal::{RemovalAnswer, RemovalRequest, TakingOut};
pub use result_set::ResultFormat;
pub use saved_search::SavedSearch;
pub use saved_totals::SavedTotal;
pub use search::{Hit, SearchAnswer, SearchQuery, StateNames};
pub use settings::{ClusterSettings, OwnState, Settings};
pub use settings_fault::SettingsFault;
pub use table_question::{OverlapTable, TableQuestion};
pub use value_titles::ValueTitles;
pub use verify::{VerifyAnswer, WorkspaceFault};

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
}
