//! The index of a workspace, ready to be searched: brought up to date where records have changed
//! since it was made, made again where it is damaged, and used as it is while another process is at
//! work on the records.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use once_cell::sync::OnceCell;
use rayon::prelude::*;

use crate::analysis::{Analysis, CODE_VERSION};
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Entity, Language, Recommendation, Step};
use crate::ingest::read_register;
use crate::search::{Asking, IndexEntry, Origin, SearchIndex, TitledValue};
use crate::store::{Store, StoreError};
use crate::view::{Refusal, TagSource, ask_of, settled};
use crate::workspace::caches::relations::RelationFiles;
use crate::workspace::folder::layout::{INDEX, SETTINGS};
use crate::workspace::folder::settings::Settings;
use crate::workspace::folder::swap::recover;
use crate::workspace::progress::Progress;
use crate::workspace::searching::document_source::document_source;
use crate::workspace::searching::freshness::Freshness;
use crate::workspace::searching::named_clusters::named_clusters;
use crate::workspace::{Workspace, WorkspaceError};

/// Records made into documents at a time: enough for all cores, few enough for little memory.
const CHUNK: usize = 4096;

/// An index that can be searched, with the names that its workspace adds.
pub struct Finder {
    pub(in crate::workspace) index: SearchIndex,
    pub(in crate::workspace) settings: Settings,
    pub(in crate::workspace) states: StateRegister,
    /// The register of entities, by whose names they are found; empty where it cannot be read.
    pub(in crate::workspace) bodies: Vec<Entity>,
    /// Language of texts asked for in this run.
    pub(in crate::workspace) language: Option<Language>,
    pub(in crate::workspace) folder: PathBuf,
    /// Clusters and themes by their titles, read where a query or an answer needs them.
    pub(in crate::workspace) clusters: OnceCell<Vec<TitledValue>>,
    freshness: Freshness,
}

impl Finder {
    /// The finder of a workspace that is not open.
    ///
    /// # Errors
    /// When there is no workspace, or it is held and was never indexed, or the disk refuses.
    pub fn open(folder: &Path, language: Option<Language>, progress: &dyn Progress) -> Result<Self, WorkspaceError> {
        let settings_path = folder.join(SETTINGS);
        if !settings_path.exists() {
            return Err(WorkspaceError::NotFound(folder.to_owned()));
        }
        recover(folder)?;
        let settings = Settings::read(&settings_path)?;
        let index = SearchIndex::open_existing(&folder.join(INDEX));
        let store = Workspace::store_folder(folder);
        let is_current = |index: &SearchIndex| {
            let origin = index.stamp().origin;
            origin.analysis == CODE_VERSION && Store::resting(&store) == Some((origin.store, origin.revision))
        };
        let at_rest = |index: SearchIndex| (Freshness::of(&index), index);
        let (freshness, index) = match index {
            Some(index) if is_current(&index) => at_rest(index),
            Some(index) => match Workspace::open_at_once(folder) {
                Err(WorkspaceError::Store(StoreError::Held { .. })) => (Freshness::Busy, index),
                workspace => at_rest(workspace?.current_index(progress)?),
            },
            None => at_rest(Workspace::open(folder)?.current_index(progress)?),
        };
        Ok(Self::of(folder, index, settings, language, freshness))
    }

    fn of(
        folder: &Path,
        index: SearchIndex,
        settings: Settings,
        language: Option<Language>,
        freshness: Freshness,
    ) -> Self {
        // A register that cannot be read is told of where it is needed; searching is not held up by it.
        let bodies = read_register(&folder.join(&settings.entities)).map(|read| read.entities).unwrap_or_default();
        Self {
            index,
            states: settings.register(),
            bodies,
            settings,
            language,
            folder: folder.to_owned(),
            clusters: OnceCell::new(),
            freshness,
        }
    }

    /// A question to the index, by the names of States that its workspace knows.
    pub(in crate::workspace) fn asking(&self) -> Asking<'_> {
        Asking::new(&self.index, &self.states).with_bodies(&self.bodies).with_titles(self)
    }

    /// How far what is searched is that of the records.
    #[must_use]
    pub const fn freshness(&self) -> Freshness {
        self.freshness
    }
}

impl Workspace {
    /// The finder of an open workspace; texts are shown in the language that a query asks for.
    ///
    /// # Errors
    /// When the index cannot be brought up to date.
    pub fn finder(&self, progress: &dyn Progress) -> Result<Finder, WorkspaceError> {
        let index = self.current_index(progress)?;
        let freshness = Freshness::of(&index);
        // This workspace holds the store: a second one could not be opened to read them.
        let clusters = self.view().map(|view| named_clusters(&view, self.settings.language)).unwrap_or_default();
        let finder = Finder::of(&self.folder, index, self.settings.clone(), None, freshness);
        Ok(Finder { clusters: OnceCell::with_value(clusters), ..finder })
    }

    /// Has the index read through once more before it is searched again: a search in it has failed.
    pub(in crate::workspace) fn doubt_index(&self) {
        *self.whole_index.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// The index, brought up to date where records or decisions have changed since it was made.
    fn current_index(&self, progress: &dyn Progress) -> Result<SearchIndex, WorkspaceError> {
        let known = self.whole_index.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let index = SearchIndex::open_knowing(&self.index_folder(), known.as_ref())?;
        *self.whole_index.lock().unwrap_or_else(PoisonError::into_inner) = Some(index.stamp().clone());
        let origin = index.stamp().origin;
        if (Origin { unanalysed: 0, ..origin }) == self.origin(0)? {
            return Ok(index);
        }
        let analysis = self.cached().unwrap_or_default();
        Ok(self.index(index, self.records()?, &analysis, progress)?.0)
    }

    /// Writes records with their final tags into the index; returns it and how many have changed.
    pub(in crate::workspace) fn index(
        &self,
        mut index: SearchIndex,
        records: Vec<Recommendation>,
        analysis: &Analysis,
        progress: &dyn Progress,
    ) -> Result<(SearchIndex, u64), WorkspaceError> {
        let total = records.len() as u64;
        let unanalysed = records.iter().filter(|record| !analysis.records.contains_key(&record.id)).count() as u64;
        let decisions = self.decisions()?;
        let relations = RelationFiles::of(self, analysis);
        let proposed = |state| relations.read(state, None).ok_or(Refusal::NotAnalysed);
        let asks = ask_of(analysis, &decisions, proposed)?;
        let held = index.sources();
        let entry = |record: Recommendation| {
            let source = document_source(&record, analysis, &decisions);
            if source.is_some() && held.get(&record.id).copied() == source {
                return IndexEntry::Unchanged(record.id);
            }
            let ask = asks.get(&record.id).copied().unwrap_or(record.id);
            let proposed = analysis.records.get(&record.id).map(|made| made.tags.as_slice()).unwrap_or_default();
            let settled = settled(record, proposed, analysis, &decisions, ask, TagSource::Final);
            IndexEntry::of(crate::workspace::searching::indexed::document(&settled), source)
        };
        let mut records = records.into_iter();
        let chunks = std::iter::from_fn(|| {
            progress.step(Step::Indexing, total - records.len() as u64, total);
            let chunk: Vec<Recommendation> = records.by_ref().take(CHUNK).collect();
            (!chunk.is_empty()).then(|| chunk.into_par_iter().map(&entry).collect::<Vec<IndexEntry>>())
        });
        let written = index.update_entries(chunks.flatten(), self.origin(unanalysed)?)?;
        Ok((index, written))
    }

    /// What an index made now is made from.
    pub(in crate::workspace) fn origin(&self, unanalysed: u64) -> Result<Origin, WorkspaceError> {
        let (store, revision) = (self.store.identity()?, self.store.revision()?);
        Ok(Origin { store, revision, analysis: CODE_VERSION, unanalysed })
    }
}
