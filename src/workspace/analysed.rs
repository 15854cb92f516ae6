//! The analysis on disk, and how stale parts of it are made again.

use std::path::Path;

use serde::Serialize;

use super::cluster_views::states_of;
use super::progress::Progress;
use super::settled::Decisions;
use super::{Workspace, WorkspaceError};
use crate::analysis::clusters::Granularity;
use crate::analysis::models::{Models, read_models};
use crate::analysis::{Analysis, CODE_VERSION, Steering, Work, analyse};
use crate::domain::ClusterNumber;
use crate::search::SearchIndex;

/// What `analyse` did.
#[derive(Debug, Clone, Serialize)]
pub struct AnalyseReport {
    /// Records, and how many were computed.
    #[serde(flatten)]
    pub work: Work,
    /// Documents written to the index.
    pub indexed: u64,
    /// Clusters there are.
    pub clusters: u64,
    /// Records newly placed in clusters that existed before.
    pub newly_placed: u64,
    /// Clusters proposed for new records beside older clusters.
    pub newly_made: Vec<ClusterNumber>,
    /// Relations of all kinds.
    pub relations: u64,
}

impl AnalyseReport {
    /// What there is after some work; nothing newly placed and nothing indexed.
    fn of(analysis: &Analysis, work: Work) -> Self {
        Self {
            work,
            indexed: 0,
            clusters: analysis.clusters.clusters.len() as u64,
            newly_placed: 0,
            newly_made: Vec::new(),
            relations: analysis.states.values().map(|s| s.pairs).sum(),
        }
    }
}

impl Workspace {
    /// Brings the analysis and the index up to date.
    ///
    /// `models` is a folder of model files; without it the models in the program are used.
    ///
    /// # Errors
    /// When models cannot be read, a fit fails, or the disk refuses.
    pub fn analyse(&self, models: Option<&Path>, progress: &dyn Progress) -> Result<AnalyseReport, WorkspaceError> {
        let own;
        let models = match models {
            None => Models::embedded()?,
            Some(folder) => {
                own = read_models(folder)?;
                &own
            }
        };
        progress.step("reading records", 0, 0);
        let (cached, records) = rayon::join(|| self.cached(), || self.records());
        if let Some(report) = cached.as_ref().map(|cached| self.nothing_new(cached, models)).transpose()?.flatten() {
            return Ok(report);
        }
        let records = records?;
        let previous = match cached {
            Some(cached) if cached.models == models.hash => Some(cached),
            // Without a cache the clusters that were made before still stand.
            _ => self.kept_clusters(models)?,
        };
        let step = |step, done, total| progress.step(step, done, total);
        let decisions = self.decisions()?;
        let locked = decisions.locks.iter().filter(|(_, locked)| **locked).map(|(number, _)| *number).collect();
        let learnt = self.learnt(models)?;
        let first_granularity = self.first_granularity(&decisions)?;
        let granularity = self.settings.clusters.granularity(states_of(&records)).or(first_granularity);
        let by_first_issue = first_granularity.is_some();
        let steering =
            Steering { locked: &locked, granularity, by_first_issue, learnt: learnt.as_ref(), progress: &step };
        let (analysis, work) = analyse(&records, self.store.revision()?, previous, models, steering)?;
        progress.step("writing", 0, 0);
        self.store.keep_clusters(&models.hash, &analysis.clusters.clusters)?;
        let placements: Vec<_> = analysis.clusters.placements.iter().map(|(id, number)| (*id, *number)).collect();
        self.store.keep_placements(&placements)?;
        let report = AnalyseReport {
            newly_placed: analysis.clusters.newly_placed.len() as u64,
            newly_made: analysis.clusters.newly_made.clone(),
            ..AnalyseReport::of(&analysis, work)
        };
        let index = SearchIndex::open(&self.index_folder())?;
        let (indexed, bytes) =
            rayon::join(|| self.index(index, records, &analysis, progress), || self.cache_bytes(&analysis));
        let (_, indexed) = indexed?;
        // Last: an interrupted run leaves the old cache, which is stale and says so.
        self.write_relations(&analysis)?;
        super::files::write_whole(&self.cache_file(), &bytes?)?;
        Ok(AnalyseReport { indexed, ..report })
    }

    /// What to report where neither records, decisions, models nor lessons have changed since `cached` was
    /// made and the index is of it; none where there is work.
    fn nothing_new(&self, cached: &Analysis, models: &Models) -> Result<Option<AnalyseReport>, WorkspaceError> {
        let compared: usize = cached.states.values().flat_map(|state| &state.asks).map(|ask| ask.members.len()).sum();
        let is_whole = compared == cached.records.len() && cached.clusters.placements.len() == cached.records.len();
        if cached.models != models.hash || self.is_stale(cached)? || !is_whole {
            return Ok(None);
        }
        let origin = SearchIndex::open(&self.index_folder())?.stamp().origin;
        let is_indexed = origin == self.origin(0)?;
        let work = Work { records: cached.records.len() as u64, ..Work::default() };
        Ok(is_indexed.then(|| AnalyseReport::of(cached, work)))
    }

    /// Where people have decided on clusters of the first versions, whose themes were issues, new ones
    /// keep to that, so that the numbers of the decisions mean what they meant.
    fn first_granularity(&self, decisions: &Decisions) -> Result<Option<Granularity>, WorkspaceError> {
        let is_decided =
            !(decisions.titles.is_empty() && decisions.locks.is_empty() && decisions.placements.is_empty());
        let is_older = self.store.clusters()?.1.iter().all(|cluster| cluster.issues.is_empty());
        Ok((is_decided && is_older).then(|| Granularity::for_states(2)))
    }

    fn kept_clusters(&self, models: &Models) -> Result<Option<Analysis>, WorkspaceError> {
        let (made_with, clusters) = self.store.clusters()?;
        let fits = made_with == models.hash && !clusters.is_empty();
        let placements = if fits { self.store.placements()? } else { Vec::new() };
        Ok(fits.then(|| Analysis::with_clusters(made_with, clusters, placements)))
    }

    /// The analysis on disk, if there is one that can be read; a damaged one, or one of another
    /// version, counts as none, and a State whose relations are missing as not analysed.
    pub(super) fn cached(&self) -> Option<Analysis> {
        let bytes = std::fs::read(self.cache_file()).ok()?;
        let mut analysis: Analysis = rmp_serde::from_slice(&bytes).ok()?;
        analysis.states.retain(|state, of_state| self.has_relations(*state, of_state.fingerprint));
        (analysis.code == CODE_VERSION).then_some(analysis)
    }

    /// The analysis, which must exist.
    ///
    /// # Errors
    /// [`WorkspaceError::NotAnalysed`] when it was never made.
    pub(super) fn analysis(&self) -> Result<Analysis, WorkspaceError> {
        self.cached().ok_or(WorkspaceError::NotAnalysed)
    }

    /// Whether records or decisions have changed since the analysis was made.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_stale(&self, analysis: &Analysis) -> Result<bool, WorkspaceError> {
        Ok(analysis.revision != self.store.revision()? || analysis.learnt != self.learnt_hash()?)
    }

    fn cache_bytes(&self, analysis: &Analysis) -> Result<Vec<u8>, WorkspaceError> {
        let path = self.cache_file();
        rmp_serde::to_vec(analysis).map_err(|e| WorkspaceError::BadSettings { path, reason: e.to_string() })
    }
}
