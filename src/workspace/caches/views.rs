//! The view of what holds now: made when somebody asks, kept until something changes.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};

use crate::analysis::learnt::Learnt;
use crate::analysis::models::Models;
use crate::analysis::{Analysis, ModelTag, RecordAnalysis};
use crate::domain::{
    Asker, ClusterNumber, Coded, EntityRegister, Event, Message, Recommendation, RecordId, Relation, Revision, Role,
    StateCode,
};
use crate::ingest::read_register;
use crate::store::{Store, StoreError};
use crate::view::{Decisions, Question, Refusal, Registers, Shelves, View};
use crate::workspace::caches::cached::{RecordFiles, is_whole};
use crate::workspace::caches::relations::RelationFiles;
use crate::workspace::{Workspace, WorkspaceError};

/// The folder of a workspace as a view reads it.
struct FolderShelves {
    revision: u64,
    store: Arc<Store>,
    /// Whether the analysis is of this revision, so that the names it knows are those of all records.
    is_current: bool,
    record_files: RecordFiles,
    relations: RelationFiles,
    entities: PathBuf,
    learnt: PathBuf,
}

impl FolderShelves {
    /// What was read, unless records have changed since the view was made.
    fn of_revision<T>(&self, read: impl FnOnce(&Store) -> Result<T, StoreError>) -> Result<T, Refusal> {
        let found = read(&self.store).map_err(|error| unreadable(&error))?;
        let now = self.store.revision().map_err(|error| unreadable(&error))?;
        if now == self.revision { Ok(found) } else { Err(Refusal::Moved) }
    }
}

impl Shelves for FolderShelves {
    fn records(&self) -> Result<Vec<Recommendation>, Refusal> {
        self.of_revision(Store::records)
    }

    fn record(&self, id: RecordId) -> Result<Option<Recommendation>, Refusal> {
        self.of_revision(|store| store.record(id))
    }

    fn tags(&self, id: RecordId) -> Result<Vec<ModelTag>, Refusal> {
        let analysed = self.record_files.tags(id).ok_or(Refusal::NotAnalysed)?;
        Ok(analysed.map(|analysed| analysed.tags).unwrap_or_default())
    }

    fn all_tags(&self) -> Result<BTreeMap<RecordId, RecordAnalysis>, Refusal> {
        self.record_files.all_tags().ok_or(Refusal::NotAnalysed)
    }

    fn named(&self, folded: &str) -> Result<Option<Vec<RecordId>>, Refusal> {
        Ok(if self.is_current { self.record_files.named(folded) } else { None })
    }

    fn relations(&self, state: Option<StateCode>) -> Result<Vec<Relation>, Refusal> {
        self.relations.read(state, None).ok_or(Refusal::NotAnalysed)
    }

    fn relations_of(&self, state: Option<StateCode>, id: RecordId) -> Result<Vec<Relation>, Refusal> {
        self.relations.read(state, Some(id)).ok_or(Refusal::NotAnalysed)
    }

    fn events(&self) -> Result<Vec<Event>, Refusal> {
        self.store.events().map_err(|error| unreadable(&error))
    }

    fn entities(&self) -> Result<EntityRegister, Refusal> {
        if !self.entities.exists() {
            return Ok(EntityRegister::default());
        }
        read_register(&self.entities).map_err(|error| unreadable(&error))
    }

    fn cluster_numbers(&self) -> Result<Vec<ClusterNumber>, Refusal> {
        let made = self.store.clusters().map_err(|error| unreadable(&error))?;
        Ok(made.clusters.into_iter().map(|cluster| cluster.number).collect())
    }

    fn learnt(&self) -> Result<Option<Learnt>, Refusal> {
        let models = Models::embedded().map_err(|error| unreadable(&error))?;
        Ok(crate::workspace::caches::learn::learnt_of(&self.learnt, models).map(|(learnt, _)| learnt))
    }
}

fn unreadable(error: &impl Message) -> Refusal {
    Refusal::Unreadable { cause: Coded::from(error) }
}

impl Workspace {
    /// What holds now.
    ///
    /// # Errors
    /// [`Refusal::NotAnalysed`] when the analysis was never made or a part of it is gone; when the store cannot
    /// be read.
    pub fn view(&self) -> Result<Arc<View>, WorkspaceError> {
        let mut kept = self.view.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(view) = kept.as_ref() {
            return Ok(Arc::clone(view));
        }
        let earlier = self.earlier.lock().unwrap_or_else(PoisonError::into_inner).take();
        let made = match earlier {
            Some(earlier) => {
                let made = self.view_of(Arc::clone(&earlier.analysis))?.with_asks_of(&earlier);
                made.with_settled_of(earlier)
            }
            None => self.first_view()?,
        };
        let view = Arc::new(made);
        *kept = Some(Arc::clone(&view));
        Ok(view)
    }

    /// The first view since the workspace was opened: what models propose is read beside what was decided.
    fn first_view(&self) -> Result<View, WorkspaceError> {
        let at = self.revisions()?;
        let (head, decisions) = rayon::join(|| self.cached_head(), || self.decisions());
        let analysis = head.filter(is_whole).ok_or(Refusal::NotAnalysed)?;
        self.view_with(Arc::new(analysis), at, decisions?)
    }

    /// What holds now, with the edition of the plan that a person reads.
    ///
    /// # Errors
    /// As [`Workspace::view`], and when there is no such edition.
    pub(in crate::workspace) fn view_of_asker(&self, asker: &Asker) -> Result<Arc<View>, WorkspaceError> {
        let view = self.view()?;
        Ok(match &asker.edition {
            Some(edition) => Arc::new(view.reading(edition)?),
            None => view,
        })
    }

    /// A view with that analysis; not kept.
    pub(in crate::workspace) fn view_of(&self, analysis: Arc<Analysis>) -> Result<View, WorkspaceError> {
        let at = self.revisions()?;
        self.view_with(analysis, at, self.decisions()?)
    }

    /// The revision of the records and that of the journal, read before all else: what comes in between is not held for
    /// seen, and refused where it is read.
    fn revisions(&self) -> Result<(u64, Revision), WorkspaceError> {
        Ok((self.store.revision()?, self.store.seen()?))
    }

    fn view_with(
        &self,
        analysis: Arc<Analysis>,
        (revision, seen): (u64, Revision),
        decisions: Decisions,
    ) -> Result<View, WorkspaceError> {
        let shelves = FolderShelves {
            revision,
            store: Arc::clone(&self.store),
            is_current: analysis.revision == revision,
            record_files: RecordFiles::of(&self.cache_folder(), &analysis),
            relations: RelationFiles::of(self, &analysis),
            entities: self.folder.join(&self.settings.entities),
            learnt: self.learnt_file(),
        };
        Ok(View::new(revision, seen, Arc::new(decisions), analysis, self.registers(), Arc::new(shelves)))
    }

    fn registers(&self) -> Registers {
        let folder = std::path::absolute(&self.folder).unwrap_or_else(|_| self.folder.clone());
        let of_folder = folder.file_name().map(|name| name.to_string_lossy());
        Registers {
            is_named: of_folder.is_none_or(|name| name != self.settings.name),
            name: self.settings.name.clone(),
            own_state: self.settings.state,
            states: self.states.clone(),
        }
    }

    pub(in crate::workspace) fn decisions(&self) -> Result<Decisions, WorkspaceError> {
        Ok(Decisions::of(self.store.decisions()?))
    }

    /// Drops the kept view: records or the analysis have changed.
    pub(in crate::workspace) fn forget(&self) {
        *self.view.lock().unwrap_or_else(PoisonError::into_inner) = None;
        *self.earlier.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Drops the kept view: decisions have changed, and nothing else.
    pub(in crate::workspace) fn outdate(&self) {
        let view = self.view.lock().unwrap_or_else(PoisonError::into_inner).take();
        if view.is_some() {
            *self.earlier.lock().unwrap_or_else(PoisonError::into_inner) = view;
        }
    }

    /// The answer to a question, from what holds now.
    ///
    /// # Errors
    /// When the question does not fit, or nothing was analysed yet.
    pub fn ask<Q: Question>(&self, question: &Q, asker: &Asker) -> Result<Q::Answer, WorkspaceError> {
        Ok(question.answer(&*self.view_of_asker(asker)?, asker)?)
    }

    /// The person at this machine, who reads the language of the workspace.
    #[must_use]
    pub fn owner(&self) -> Asker {
        Asker {
            who: crate::workspace::clock::user(),
            role: Role::Owner,
            language: self.settings.language,
            edition: None,
        }
    }
}
