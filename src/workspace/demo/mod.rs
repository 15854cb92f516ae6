//! The demo: the documents of a fictional State, written for Weft, laid out as a ministry holds them.

mod plan;
mod returned;

use std::path::{Path, PathBuf};

use serde::Serialize;

pub use plan::DemoPlan;

use super::folder::layout::SETTINGS;
use super::folder::private::make_folder;
use super::folder::settings::Settings;
use super::folder::whole_file::write_own;
use super::imports::report::FileReport;
use super::jobs::{Analyse, Export, Import};
use super::progress::Progress;
use super::written::export::{ExportRequest, PlanFormat};
use super::{Workspace, WorkspaceError};
use crate::domain::Asker;
use crate::plan::Plan;
use crate::reports::{FirstLook, OverviewAnswer};

/// Files of the demo by name.
const FILES: [(&str, &[u8]); 7] = [
    ("upr_saravia.csv", include_bytes!("../../../corpora/demo/upr_saravia.csv")),
    ("uhri_saravia.json", include_bytes!("../../../corpora/demo/uhri_saravia.json")),
    ("uhri_saravia.xlsx", include_bytes!("../../../corpora/demo/uhri_saravia.xlsx")),
    ("thematic_list_saravia.docx", include_bytes!("../../../corpora/demo/thematic_list_saravia.docx")),
    ("addendum_saravia.docx", include_bytes!("../../../corpora/demo/addendum_saravia.docx")),
    ("weft.toml", include_bytes!("../../../corpora/demo/weft.toml")),
    ("entities.csv", include_bytes!("../../../corpora/demo/entities.csv")),
];

/// How many of them are documents; they come first.
const DOCUMENTS: usize = 5;

/// What the demo made.
#[derive(Debug, Clone, Serialize)]
pub struct DemoAnswer {
    /// Folder of the workspace.
    pub folder: PathBuf,
    /// What each file gave.
    pub imports: Vec<FileReport>,
    /// The overview.
    pub overview: OverviewAnswer,
    /// The plan table.
    pub plan: PathBuf,
    /// The plan of measures; `None` where it was left out.
    pub measures: Option<DemoPlan>,
}

/// How much the demo holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DemoExtent {
    /// Records, clusters and a plan with what came back of it.
    Whole,
    /// Records and clusters.
    WithoutPlan,
}

impl Workspace {
    /// Makes an empty workspace that of the demo: its settings and register, and its documents as files that were sent.
    ///
    /// # Errors
    /// When the workspace holds records; else as an import.
    pub fn read_demo_documents(
        &mut self,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<FileReport>, WorkspaceError> {
        let folder = self.folder.clone();
        // Settings and a register that somebody has written are not written over.
        let is_set = self.settings.state.is_some() || !self.register_is_blank();
        if is_set || self.store.record_count()? > 0 {
            return Err(WorkspaceError::NotEmpty(folder));
        }
        let io = Self::io(&folder);
        let sent = tempfile::tempdir_in(self.cache_folder()).map_err(&io)?;
        let documents = &FILES[..DOCUMENTS];
        for (name, bytes) in documents {
            std::fs::write(sent.path().join(name), bytes).map_err(&io)?;
        }
        for (name, bytes) in &FILES[DOCUMENTS..] {
            write_own(&folder.join(name), bytes)?;
        }
        self.settings = Settings::read(&folder.join(SETTINGS))?;
        self.states = self.settings.register();
        let files = documents.iter().map(|(name, _)| sent.path().join(name)).collect();
        self.run(&Import { files, ..Import::default() }, asker, progress)
    }

    /// Builds the demo workspace in a folder: writes the files, imports, analyses, plans, sends, receives, writes.
    ///
    /// # Errors
    /// When the folder is not empty or cannot be written.
    pub fn demo(folder: &Path, extent: DemoExtent, progress: &dyn Progress) -> Result<DemoAnswer, WorkspaceError> {
        let is_used = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
        if is_used {
            return Err(WorkspaceError::NotEmpty(folder.to_owned()));
        }
        let sources = folder.join("documents");
        make_folder(&sources).map_err(Self::io(&sources))?;
        for (name, bytes) in FILES {
            let is_setting = matches!(name, "weft.toml" | "entities.csv");
            let path = if is_setting { folder.join(name) } else { sources.join(name) };
            std::fs::write(&path, bytes).map_err(Self::io(&path))?;
        }
        let mut workspace = Self::open(folder)?;
        let files = FILES.iter().take(DOCUMENTS).map(|(name, _)| sources.join(name)).collect();
        let asker = workspace.owner();
        let imports = workspace.run(&Import { files, ..Import::default() }, &asker, progress)?;
        workspace.run(&Analyse::default(), &asker, progress)?;
        let plan = folder.join("plan.xlsx");
        for (format, file) in [(PlanFormat::Xlsx, plan.clone()), (PlanFormat::Docx, folder.join("plan.docx"))] {
            let what = ExportRequest::Plan { format, plan: Plan::default() };
            workspace.run(&Export { what, file }, &asker, progress)?;
        }
        let measures = match extent {
            DemoExtent::Whole => Some(workspace.demo_plan(folder, progress)?),
            DemoExtent::WithoutPlan => None,
        };
        let overview = workspace.ask(&FirstLook {}, &asker)?;
        Ok(DemoAnswer { folder: folder.to_owned(), imports, overview, plan, measures })
    }
}
