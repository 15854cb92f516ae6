//! The demo: the documents of a fictional State, written for Weft, laid out as a ministry holds them.

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::export::{ExportRequest, PlanFormat};
use super::import_report::FileReport;
use super::import_request::ImportRequest;
use super::progress::Progress;
use super::{Workspace, WorkspaceError};
use crate::domain::vocabulary::fold;
use crate::domain::{Kind, Language, RecordId, Relation, SettledRecord};
use crate::reports::{Overview, overview};

/// Files of the demo by name.
const FILES: [(&str, &[u8]); 7] = [
    ("upr_saravia.csv", include_bytes!("../../corpora/demo/upr_saravia.csv")),
    ("uhri_saravia.json", include_bytes!("../../corpora/demo/uhri_saravia.json")),
    ("uhri_saravia.xlsx", include_bytes!("../../corpora/demo/uhri_saravia.xlsx")),
    ("thematic_list_saravia.docx", include_bytes!("../../corpora/demo/thematic_list_saravia.docx")),
    ("addendum_saravia.docx", include_bytes!("../../corpora/demo/addendum_saravia.docx")),
    ("weft.toml", include_bytes!("../../corpora/demo/weft.toml")),
    ("entities.csv", include_bytes!("../../corpora/demo/entities.csv")),
];

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
}

/// The overview with what a first look wants besides.
#[derive(Debug, Clone, Serialize)]
pub struct OverviewAnswer {
    /// Name of the workspace.
    pub name: String,
    /// Counts.
    pub overview: Overview,
    /// Largest clusters: number, title, records, asks.
    pub clusters: Vec<super::clusters::ClusterLine>,
    /// How many clusters there are.
    pub cluster_count: u64,
    /// Some asks that several mechanisms make, by text and references.
    pub shared_asks: Vec<(String, Vec<String>)>,
    /// A pair of recommendations that look alike and ask different things.
    pub trap: Option<(String, String)>,
}

impl Workspace {
    /// Builds the demo workspace in a folder: writes the files, imports, analyses, writes the plan.
    ///
    /// # Errors
    /// When the folder is not empty or cannot be written.
    pub fn demo(folder: &Path, progress: &dyn Progress) -> Result<DemoAnswer, WorkspaceError> {
        let is_used = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
        if is_used {
            return Err(WorkspaceError::NotEmpty(folder.to_owned()));
        }
        let sources = folder.join("documents");
        std::fs::create_dir_all(&sources).map_err(Self::io(&sources))?;
        for (name, bytes) in FILES {
            let is_setting = matches!(name, "weft.toml" | "entities.csv");
            let path = if is_setting { folder.join(name) } else { sources.join(name) };
            std::fs::write(&path, bytes).map_err(Self::io(&path))?;
        }
        let mut workspace = Self::open(folder)?;
        let files = FILES.iter().take(5).map(|(name, _)| sources.join(name)).collect();
        let imports = workspace.import(&ImportRequest { files, ..ImportRequest::default() }, progress)?;
        workspace.analyse(None, progress)?;
        let plan = folder.join("plan.xlsx");
        let request = ExportRequest::Plan { format: PlanFormat::Xlsx, state: None };
        workspace.export(&request, Some(plan.clone()), &mut std::io::sink())?;
        let docx = ExportRequest::Plan { format: PlanFormat::Docx, state: None };
        workspace.export(&docx, Some(folder.join("plan.docx")), &mut std::io::sink())?;
        Ok(DemoAnswer { folder: folder.to_owned(), imports, overview: workspace.overview()?, plan })
    }

    /// What an analyst wants to see first.
    ///
    /// # Errors
    /// When nothing was analysed yet.
    pub fn overview(&self) -> Result<OverviewAnswer, WorkspaceError> {
        let analysis = self.analysis()?;
        let decisions = self.decisions()?;
        let settled = self.settle_all(self.records()?, &analysis)?;
        let relations = self.relations(&analysis, &decisions)?;
        let asks = self.asks(&analysis, &decisions)?;
        let super::clusters::ClusterAnswer::List(mut clusters) =
            self.clusters(&super::clusters::ClusterRequest::List { theme: None })?
        else {
            return Err(WorkspaceError::NotAnalysed);
        };
        let cluster_count = clusters.len() as u64;
        clusters.sort_by_key(|c| (std::cmp::Reverse(c.records), c.number));
        clusters.truncate(12);
        let records = settled.into_iter().map(|s| (s.record.id, s)).collect();
        let counted = overview(&records, &asks, &relations);
        let mut shared: Vec<&crate::domain::Ask> =
            asks.iter().filter(|ask| mechanisms(&records, &ask.members) > 1).collect();
        shared.sort_by_key(|ask| (std::cmp::Reverse((mechanisms(&records, &ask.members), ask.members.len())), ask.id));
        let shared_asks = shared.iter().take(4).filter_map(|ask| {
            let text = records.get(&ask.representative)?.record.text(self.language).1.clean.clone();
            Some((text, ask.members.iter().filter_map(|id| Some(records.get(id)?.reference.clone())).collect()))
        });
        Ok(OverviewAnswer {
            name: self.settings.name.clone(),
            clusters,
            cluster_count,
            shared_asks: shared_asks.collect(),
            trap: trap(&records, &relations),
            overview: counted,
        })
    }
}

/// Longest text, in bytes, that is short enough to be compared at a glance.
const LONGEST_TRAP: usize = 130;

type Records = std::collections::BTreeMap<RecordId, crate::domain::SettledRecord>;

fn mechanisms(records: &Records, members: &[RecordId]) -> usize {
    let met: std::collections::BTreeSet<_> =
        members.iter().filter_map(|id| records.get(id)).map(|s| s.record.mechanism).collect();
    met.len()
}

/// The two short recommendations that are most alike and name different instruments.
fn trap(records: &Records, relations: &[Relation]) -> Option<(String, String)> {
    let related: HashSet<(RecordId, RecordId)> =
        relations.iter().filter(|r| r.kind.joins()).map(|r| (r.a, r.b)).collect();
    let ratifying: Vec<(&SettledRecord, &str, BTreeSet<String>)> = records
        .values()
        .filter(|s| s.instruments.len() == 1 && s.record.kind == Kind::Recommendation)
        .map(|s| (s, s.record.text(Language::En).1.clean.as_str()))
        .filter(|(_, text)| text.len() < LONGEST_TRAP && text.starts_with("Ratify"))
        .map(|(s, text)| (s, text, fold(text).split(' ').map(str::to_owned).collect()))
        .collect();
    let mut best: Option<(f64, String, String)> = None;
    for (at, (a, first, words)) in ratifying.iter().enumerate() {
        for (b, second, others) in &ratifying[at + 1..] {
            let likeness = words.intersection(others).count() as f64 / words.union(others).count() as f64;
            let apart = a.instruments != b.instruments && !related.contains(&(a.record.id, b.record.id));
            if apart && best.as_ref().is_none_or(|(most, ..)| likeness > *most) {
                best = Some((likeness, (*first).to_owned(), (*second).to_owned()));
            }
        }
    }
    best.map(|(_, first, second)| (first, second))
}
