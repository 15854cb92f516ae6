//! The analysis on disk, and how stale parts of it are made again.

use crate::store::KeptClusters;
use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::Path;

use serde::Serialize;

use crate::analysis::clusters::Granularity;
use crate::analysis::models::{Models, read_models};
use crate::analysis::{Analysis, RunCounts, Steering, analyse};
use crate::domain::{ClusterNumber, Recommendation, Step};
use crate::search::SearchIndex;
use crate::view::Decisions;
use crate::workspace::caches::cached::is_whole;
use crate::workspace::caches::granularity::states_of;
use crate::workspace::caches::state_files::StateFiles;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::{Workspace, WorkspaceError};

/// What `analyse` did.
#[derive(Debug, Clone, Serialize)]
pub struct AnalyseReport {
    /// Records, and how many were computed.
    #[serde(flatten)]
    pub work: RunCounts,
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
    fn of(analysis: &Analysis, work: RunCounts) -> Self {
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

/// How the analysis stands to the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnalysisStatus {
    /// It is of all that there is.
    Current,
    /// It was missing for this many records, and has been made.
    Made(u64),
    /// It knows all records; people have decided since on what it proposes.
    Behind,
}

/// The clusters that take no new records. Where the place of no record is known, as after the restore of
/// a backup of the first format, none is new: locks would empty the clusters that they guard.
fn locked(decisions: &Decisions, previous: Option<&Analysis>) -> BTreeSet<ClusterNumber> {
    let has_places = previous.is_some_and(|previous| !previous.clusters.placements.is_empty());
    let locks = decisions.locks.iter().filter(|(_, locked)| **locked && has_places);
    locks.map(|(number, _)| *number).collect()
}

impl Workspace {
    /// Makes the analysis where there is none, parts of it are gone, or records have come since.
    ///
    /// # Errors
    /// As the job [`Analyse`](crate::workspace::jobs::Analyse).
    pub fn bring_up(&self, progress: &dyn Progress) -> Result<AnalysisStatus, WorkspaceError> {
        let records = self.store.record_count()?;
        if let Ok(view) = self.view()
            && is_whole(&view.analysis)
            && view.analysis.tagged == records
        {
            return Ok(if self.is_stale(&view.analysis)? { AnalysisStatus::Behind } else { AnalysisStatus::Current });
        }
        let report = self.analyse(None, progress)?;
        Ok(if records == 0 { AnalysisStatus::Current } else { AnalysisStatus::Made(report.work.computed) })
    }

    /// Brings the analysis and the index up to date.
    ///
    /// `models` is a folder of model files; without it the models in the program are used.
    ///
    /// # Errors
    /// When models cannot be read, a fit fails, or the disk refuses.
    pub(in crate::workspace) fn analyse(
        &self,
        models: Option<&Path>,
        progress: &dyn Progress,
    ) -> Result<AnalyseReport, WorkspaceError> {
        let own;
        let models = match models {
            None => Models::embedded()?,
            Some(folder) => {
                own = read_models(folder)?;
                &own
            }
        };
        self.forget();
        progress.step(Step::ReadingRecords, 0, 0);
        if let Some(cached) = self.cached_head()
            && let Some(report) = self.nothing_new(&cached, models)?
        {
            return Ok(report);
        }
        let (cached, records) = rayon::join(|| self.cached(), || self.records());
        let (records, states) = (records?, self.state_files());
        let previous = self.previous(cached, models)?;
        let (mut analysis, work) = self.one_run(&records, previous, models, &states, progress)?;
        analysis.store = self.store.identity()?;
        progress.step(Step::Writing, 0, 0);
        self.keep_proposals(&analysis)?;
        let report = AnalyseReport {
            newly_placed: analysis.clusters.newly_placed.len() as u64,
            newly_made: analysis.clusters.newly_made.clone(),
            ..AnalyseReport::of(&analysis, work)
        };
        let index = SearchIndex::open(&self.index_folder())?;
        self.write_record_files(&mut analysis, &records)?;
        let (_, indexed) = self.index(index, records, &analysis, progress)?;
        states.place()?;
        self.write_cache(&analysis)?;
        self.forget();
        // Of many records it takes its time to let go of it: nobody waits for that.
        rayon::spawn(move || drop(analysis));
        Ok(AnalyseReport { indexed, ..report })
    }

    /// One run, steered by what people have decided and what was learnt from it.
    fn one_run(
        &self,
        records: &[Recommendation],
        previous: Option<Analysis>,
        models: &Models,
        states: &StateFiles,
        progress: &dyn Progress,
    ) -> Result<(Analysis, RunCounts), WorkspaceError> {
        let step = |step, done, total| {
            progress.step(step, done, total);
            if progress.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let decisions = self.decisions()?;
        let locked = locked(&decisions, previous.as_ref());
        let learnt = self.learnt(models);
        let first_granularity = self.first_granularity(&decisions)?;
        let steering = Steering {
            locked: &locked,
            decided: &decisions.placements,
            granularity: self.settings.clusters.granularity(states_of(records)).or(first_granularity),
            by_first_issue: first_granularity.is_some(),
            learnt: learnt.as_ref(),
            states,
            progress: &step,
        };
        let outcome = analyse(records, self.store.revision()?, previous, models, steering);
        go_on(progress)?;
        Ok(outcome?)
    }

    /// What to report where neither records, decisions, models nor lessons have changed since `cached` was
    /// made and the index is of it; `None` when there is work.
    fn nothing_new(&self, cached: &Analysis, models: &Models) -> Result<Option<AnalyseReport>, WorkspaceError> {
        if cached.models != models.hash || self.is_stale(cached)? || !is_whole(cached) {
            return Ok(None);
        }
        let origin = SearchIndex::open(&self.index_folder())?.stamp().origin;
        let is_indexed = origin == self.origin(0)?;
        let work = RunCounts { records: cached.tagged, ..RunCounts::default() };
        Ok(is_indexed.then(|| AnalyseReport::of(cached, work)))
    }

    /// Where people have decided on clusters of the first versions, whose themes were issues, new ones
    /// keep to that, so that the numbers of the decisions mean what they meant.
    fn first_granularity(&self, decisions: &Decisions) -> Result<Option<Granularity>, WorkspaceError> {
        let is_decided =
            !(decisions.titles.is_empty() && decisions.locks.is_empty() && decisions.placements.is_empty());
        let is_older = self.store.clusters()?.clusters.iter().all(|cluster| cluster.issues.is_empty());
        Ok((is_decided && is_older).then(|| Granularity::for_states(2)))
    }

    /// What the run goes on from: the cache of the same models; without it the clusters that were made
    /// before still stand.
    fn previous(&self, cached: Option<Analysis>, models: &Models) -> Result<Option<Analysis>, WorkspaceError> {
        match cached {
            Some(cached) if cached.models == models.hash => Ok(Some(cached)),
            _ => self.kept_clusters(models),
        }
    }

    /// Keeps the proposed clusters and who stands in them: the cache may be deleted, these may not.
    fn keep_proposals(&self, analysis: &Analysis) -> Result<(), WorkspaceError> {
        self.store.keep_clusters(&analysis.models, &analysis.clusters.clusters)?;
        let placements: Vec<_> = analysis.clusters.placements.iter().map(|(id, number)| (*id, *number)).collect();
        Ok(self.store.keep_placements(&placements)?)
    }

    fn kept_clusters(&self, models: &Models) -> Result<Option<Analysis>, WorkspaceError> {
        let KeptClusters { models: made_with, clusters } = self.store.clusters()?;
        let fits = made_with == models.hash && !clusters.is_empty();
        let placements = if fits { self.store.placements()? } else { Vec::new() };
        Ok(fits.then(|| Analysis::with_clusters(made_with, clusters, placements)))
    }

    /// All records with the corrections of people, in the order of their identifiers.
    pub(in crate::workspace) fn records(&self) -> Result<Vec<Recommendation>, WorkspaceError> {
        let mut records = self.store.records()?;
        let decisions = self.decisions()?;
        if decisions.corrects_any() {
            records.iter_mut().for_each(|record| decisions.correct(record));
        }
        Ok(records)
    }

    /// Whether records or decisions have changed since the analysis was made.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn is_stale(&self, analysis: &Analysis) -> Result<bool, WorkspaceError> {
        Ok(analysis.revision != self.store.revision()? || analysis.learnt != self.learnt_hash())
    }
}
