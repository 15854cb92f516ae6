//! What was found in a file is kept for those who look later. It is no truth: adding the file again makes it anew.

use std::path::PathBuf;

use super::report::FileReport;
use crate::store::read_file;
use crate::workspace::folder::private::make_folder;
use crate::workspace::folder::whole_file::write_own;
use crate::workspace::{Workspace, WorkspaceError};

/// The folder of the reports, in that of the caches.
const REPORTS: &str = "reports";

impl Workspace {
    /// Keeps what was found in a file. One that brought nothing says what an earlier reading said better: there all of
    /// it was new.
    /// A disk that refuses takes nothing from what was read: the page of the file says that nothing was kept.
    pub(super) fn keep_report(&self, hash: &str, report: &FileReport) {
        _ = self.try_to_keep(hash, report);
    }

    fn try_to_keep(&self, hash: &str, report: &FileReport) -> Result<(), WorkspaceError> {
        let path = self.report_file(hash);
        let is_again = report.new + report.changed == 0;
        let earlier = self.kept_report(hash)?.filter(|own| is_again && own.rejected.len() == report.rejected.len());
        if earlier.is_some() {
            return Ok(());
        }
        let folder = self.cache_folder().join(REPORTS);
        make_folder(&folder).map_err(Self::io(&folder))?;
        write_own(&path, &serde_json::to_vec(report).unwrap_or_default())
    }

    /// What was found in a file; `None` where it was not kept, or by a version that said it otherwise.
    pub(in crate::workspace) fn kept_report(&self, hash: &str) -> Result<Option<FileReport>, WorkspaceError> {
        let path = self.report_file(hash);
        if !path.exists() {
            return Ok(None);
        }
        Ok(serde_json::from_slice(&read_file(&path).map_err(Self::io(&path))?).ok())
    }

    fn report_file(&self, hash: &str) -> PathBuf {
        self.cache_folder().join(REPORTS).join(format!("{hash}.json"))
    }
}
