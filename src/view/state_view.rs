//! The view itself: what is at hand, and what is made of it on demand.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use once_cell::sync::OnceCell;
use rayon::prelude::*;

use super::naming::{folded, is_of_year, named, named_among};
use super::pairs::{ask_of, asks_of, decided_relations, weigh_positions};
use super::plans::Plans;
use super::settling::{TagSource, held_tags, settled, unique_reference};
use super::shelves::{Registers, Shelves};
use super::{Decisions, Noun, Refusal, clusters_of};
use crate::analysis::learnt::Learnt;
use crate::analysis::{Analysis, ModelTag};
use crate::domain::{
    Ask, Citation, Cluster, ClusterNumber, EntityRegister, Event, Language, NamedRecord, Position, Recommendation,
    RecordId, RecordMap, Relation, RelationKind, Revision, SettledRecord, StateCode, Tag, TagKind,
};

/// What holds at one revision.
pub struct View {
    /// Revision of the records, which caches are stamped with.
    pub revision: u64,
    /// Revision of the journal: who decides on this view says what they have seen by it.
    pub seen: Revision,
    /// Decisions in force.
    pub decisions: Arc<Decisions>,
    /// What the models propose.
    pub analysis: Arc<Analysis>,
    /// What things are called.
    pub registers: Registers,
    pub(super) shelves: Arc<dyn Shelves>,
    // Shared with views that hold the same: what one of them is making, the others wait for.
    pub(super) settled: Arc<OnceCell<Arc<Vec<SettledRecord>>>>,
    pub(super) asks: Arc<OnceCell<Vec<Ask>>>,
    pub(super) ask_of: Arc<OnceCell<RecordMap<RecordId>>>,
    pub(super) relations: Arc<OnceCell<Vec<Relation>>>,
    entities: OnceCell<EntityRegister>,
    clusters: [OnceCell<Vec<Cluster>>; Language::ALL.len()],
    pub(super) plans: Plans,
}

impl View {
    /// A view of what is at hand; everything else is read through `shelves` when it is asked for.
    #[must_use]
    pub fn new(
        revision: u64,
        seen: Revision,
        decisions: Arc<Decisions>,
        analysis: Arc<Analysis>,
        registers: Registers,
        shelves: Arc<dyn Shelves>,
    ) -> Self {
        Self {
            revision,
            seen,
            decisions,
            analysis,
            registers,
            shelves,
            settled: Arc::default(),
            asks: Arc::default(),
            ask_of: Arc::default(),
            relations: Arc::default(),
            entities: OnceCell::new(),
            clusters: Default::default(),
            plans: Plans::default(),
        }
    }

    /// This view with another plan: everything else stands in both.
    pub(super) fn with_plans(&self, plans: Plans) -> Self {
        let (decisions, analysis) = (Arc::clone(&self.decisions), Arc::clone(&self.analysis));
        let (registers, shelves) = (self.registers.clone(), Arc::clone(&self.shelves));
        let view = Self::new(self.revision, self.seen, decisions, analysis, registers, shelves);
        let (settled, asks, ask_of) = (self.settled.clone(), self.asks.clone(), self.ask_of.clone());
        Self { settled, asks, ask_of, relations: self.relations.clone(), plans, ..view }
    }

    /// Whether the records are settled, so that whoever asks for all of them does not wait.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.settled.get().is_some()
    }

    /// All records with their final tags, in the order of their identifiers.
    ///
    /// # Errors
    /// When records cannot be read.
    pub fn settled(&self) -> Result<&[SettledRecord], Refusal> {
        let made = self.settled.get_or_try_init(|| self.settled_by(TagSource::Final).map(Arc::new));
        made.map(|all| all.as_slice())
    }

    /// All records with the tags of one source, in the order of their identifiers; not kept.
    ///
    /// # Errors
    /// When records cannot be read.
    pub fn settled_by(&self, source: TagSource) -> Result<Vec<SettledRecord>, Refusal> {
        let asks = self.ask_of()?;
        let (records, tags) = (self.shelves.records()?, self.shelves.all_tags()?);
        let settle = |record: Recommendation| {
            let proposed = tags.get(&record.id).map(|analysed| analysed.tags.as_slice()).unwrap_or_default();
            let ask = asks.get(&record.id).copied().unwrap_or(record.id);
            self.settle(record, proposed, ask, source)
        };
        Ok(records.into_par_iter().map(settle).collect())
    }

    /// All records with the corrections of people, in the order of their identifiers; not kept.
    ///
    /// # Errors
    /// When records cannot be read.
    pub fn records(&self) -> Result<Vec<Recommendation>, Refusal> {
        let mut records = self.shelves.records()?;
        records.iter_mut().for_each(|record| self.decisions.correct(record));
        Ok(records)
    }

    /// One record with its final tags, without reading the others; `None` when there is no such record.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn record(&self, id: RecordId) -> Result<Option<SettledRecord>, Refusal> {
        if let Some(all) = self.settled.get() {
            return Ok(at(all, id).cloned());
        }
        let Some(record) = self.shelves.record(id)? else { return Ok(None) };
        let (ask, tags) = (self.ask_of_one(&record)?, self.shelves.tags(id)?);
        Ok(Some(self.settle(record, &tags, ask, TagSource::Final)))
    }

    /// The ask of one record, without looking through those of other States.
    fn ask_of_one(&self, record: &Recommendation) -> Result<RecordId, Refusal> {
        match self.ask_as_compared(record).filter(|_| self.ask_of.get().is_none()) {
            Some(ask) => Ok(ask.id),
            None => Ok(self.ask_of()?.get(&record.id).copied().unwrap_or(record.id)),
        }
    }

    /// All records that ask the same as one, with it, in the order of identifiers.
    ///
    /// # Errors
    /// When they cannot be read, or there is no such record.
    pub fn asking_the_same(&self, id: RecordId) -> Result<Vec<RecordId>, Refusal> {
        let missing = || Refusal::unknown(Noun::Record, id.to_string());
        let record = self.shelves.record(id)?.ok_or_else(missing)?;
        if let Some(ask) = self.ask_as_compared(&record) {
            return Ok(ask.members.clone());
        }
        let own = self.ask_of()?.get(&id).copied();
        let ask = self.asks()?.iter().find(|ask| Some(ask.id) == own);
        Ok(ask.map_or_else(|| vec![id], |ask| ask.members.clone()))
    }

    /// The ask of a record as its State's records were compared, where nobody has decided on any pair.
    fn ask_as_compared(&self, record: &Recommendation) -> Option<&Ask> {
        let state = self.analysis.states.get(&record.state).filter(|_| self.decisions.pairs.is_empty())?;
        state.asks.iter().find(|ask| ask.members.contains(&record.id))
    }

    /// Records with what people call them, by their identifiers, without their tags; those that are gone are left out.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn named(&self, ids: &BTreeSet<RecordId>) -> Result<BTreeMap<RecordId, NamedRecord>, Refusal> {
        let read = |id: &RecordId| -> Result<Option<(RecordId, NamedRecord)>, Refusal> {
            let Some(mut record) = self.shelves.record(*id)? else { return Ok(None) };
            self.decisions.correct(&mut record);
            let reference = unique_reference(&record, &self.analysis);
            Ok(Some((*id, NamedRecord { record, reference })))
        };
        let ids: Vec<&RecordId> = ids.iter().collect();
        ids.into_par_iter().filter_map(|id| read(id).transpose()).collect()
    }

    pub(super) fn settle(
        &self,
        mut record: Recommendation,
        proposed: &[ModelTag],
        ask: RecordId,
        source: TagSource,
    ) -> SettledRecord {
        self.decisions.correct(&mut record);
        settled(record, proposed, &self.analysis, &self.decisions, ask, source)
    }

    /// The tags of a record that hold, by kind, each with where it comes from.
    ///
    /// # Errors
    /// When what models say of it cannot be read.
    pub fn held(&self, record: &Recommendation) -> Result<Vec<Tag>, Refusal> {
        Ok(held_tags(record, &self.shelves.tags(record.id)?, &self.decisions))
    }

    /// The journal, oldest event first; not kept.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn events(&self) -> Result<Vec<Event>, Refusal> {
        self.shelves.events()
    }

    /// The topic that models give a record, by its place in the table; `None` where it has none.
    ///
    /// # Errors
    /// When what models say of it cannot be read.
    pub(super) fn topic(&self, id: RecordId) -> Result<Option<u16>, Refusal> {
        let tags = self.shelves.tags(id)?;
        Ok(tags.iter().find(|tag| tag.kind == TagKind::Topic).map(|tag| tag.value))
    }

    /// The asks, in the order of their identifiers.
    ///
    /// # Errors
    /// When relations that people have decided on cannot be read.
    pub fn asks(&self) -> Result<&[Ask], Refusal> {
        let make = || asks_of(&self.analysis, &self.decisions, |state| self.shelves.relations(state));
        self.asks.get_or_try_init(make).map(Vec::as_slice)
    }

    /// The ask of every record that has been compared.
    ///
    /// # Errors
    /// As [`View::asks`].
    pub fn ask_of(&self) -> Result<&RecordMap<RecordId>, Refusal> {
        let make = || ask_of(&self.analysis, &self.decisions, |state| self.shelves.relations(state));
        self.ask_of.get_or_try_init(make)
    }

    /// The relations of all States, with the decisions of persons in them, in the order of identifiers.
    ///
    /// # Errors
    /// When a State's relations cannot be read.
    pub fn relations(&self) -> Result<&[Relation], Refusal> {
        let make = || {
            let proposed: Result<Vec<Vec<Relation>>, Refusal> =
                self.analysis.states.keys().map(|state| self.shelves.relations(*state)).collect();
            let mut relations = decided_relations(proposed?.into_iter().flatten().collect(), &self.decisions);
            let positions = self.positions()?;
            weigh_positions(&mut relations, |id| positions.get(&id).copied());
            Ok(relations)
        };
        self.relations.get_or_try_init(make).map(Vec::as_slice)
    }

    /// The relations of one record, without reading those of other States.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn relations_with(&self, record: &Recommendation) -> Result<Vec<Relation>, Refusal> {
        // What was decided on a pair may hold for others of the same words.
        let proposed = if self.decisions.pairs.is_empty() {
            self.shelves.relations_of(record.state, record.id)?
        } else {
            self.shelves.relations(record.state)?
        };
        let mut relations = decided_relations(proposed, &self.decisions);
        relations.retain(|relation| relation.is_of(record.id));
        let mut positions = HashMap::from([(record.id, record.position_at_review())]);
        for relation in relations.iter().filter(|relation| relation.kind == RelationKind::Identical) {
            for id in [relation.a, relation.b] {
                positions.extend(self.record(id)?.map(|settled| (id, settled.record.position_at_review())));
            }
        }
        weigh_positions(&mut relations, |id| positions.get(&id).copied());
        Ok(relations)
    }

    /// The positions on all records at their reviews, with the corrections of people: what a State stated later makes
    /// no other recommendation of it.
    fn positions(&self) -> Result<HashMap<RecordId, Position>, Refusal> {
        if let Some(settled) = self.settled.get() {
            return Ok(settled.iter().map(|own| (own.record.id, own.record.position_at_review())).collect());
        }
        Ok(self.records()?.iter().map(|record| (record.id, record.position_at_review())).collect())
    }

    /// The clusters, in the order of their numbers, titled in a language.
    pub fn clusters(&self, language: Language) -> &[Cluster] {
        self.clusters[language.index()].get_or_init(|| clusters_of(&self.analysis, &self.decisions, language))
    }

    /// A cluster by its number.
    ///
    /// # Errors
    /// When there is none.
    pub fn cluster(&self, number: ClusterNumber, language: Language) -> Result<&Cluster, Refusal> {
        let all = self.clusters(language);
        let found = all.binary_search_by_key(&number, |cluster| cluster.number).ok().map(|at| &all[at]);
        found.ok_or_else(|| Refusal::unknown(Noun::Cluster, number.to_string()))
    }

    /// Numbers of all clusters that were ever made, with those that are empty now.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn cluster_numbers(&self) -> Result<Vec<ClusterNumber>, Refusal> {
        self.shelves.cluster_numbers()
    }

    /// The cluster of a record, without reading it; `None` when it stands in none.
    #[must_use]
    pub fn cluster_of(&self, id: RecordId) -> Option<ClusterNumber> {
        self.decisions.placements.get(&id).or_else(|| self.analysis.clusters.placements.get(&id)).copied()
    }

    /// The records of a State with the corrections of people, without reading those of others, in the order of their
    /// identifiers; all records where no State is named.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn records_of(&self, state: Option<StateCode>) -> Result<Vec<Recommendation>, Refusal> {
        let Some(compared) = state.and_then(|state| self.analysis.states.get(&Some(state))) else {
            let mut records = self.records()?;
            records.retain(|record| state.is_none() || record.state == state);
            return Ok(records);
        };
        let mut ids: Vec<RecordId> = compared.asks.iter().flat_map(|ask| ask.members.iter().copied()).collect();
        ids.sort_unstable();
        let read = ids.into_par_iter().filter_map(|id| self.shelves.record(id).transpose());
        let mut records: Vec<Recommendation> = read.collect::<Result<_, Refusal>>()?;
        records.iter_mut().for_each(|record| self.decisions.correct(record));
        Ok(records)
    }

    /// What was learnt from decisions, in the words of the models; `None` when nobody asked to learn.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn learnt(&self) -> Result<Option<Learnt>, Refusal> {
        self.shelves.learnt()
    }

    /// The register of entities.
    ///
    /// # Errors
    /// When the file is there and cannot be read.
    pub fn entities(&self) -> Result<&EntityRegister, Refusal> {
        self.entities.get_or_try_init(|| self.shelves.entities())
    }

    /// The records that a word of the user names, or else a citation of their paragraph; see the rules of
    /// `naming`.
    ///
    /// # Errors
    /// When there is none.
    pub fn find(&self, wanted: &str) -> Result<Vec<SettledRecord>, Refusal> {
        let mut found = self.called(wanted)?;
        if found.is_empty()
            && let Some(cited) = Citation::parse(wanted)
        {
            found = self.called(&cited.name)?;
            found.retain(|settled| is_of_year(&settled.record, cited.year));
        }
        if found.is_empty() { Err(Refusal::unknown(Noun::Record, wanted)) } else { Ok(found) }
    }

    fn called(&self, wanted: &str) -> Result<Vec<SettledRecord>, Refusal> {
        if wanted.len() == IDENTIFIER
            && let Ok(id) = wanted.parse::<RecordId>()
            && let Some(found) = self.record(id)?
        {
            return Ok(vec![found]);
        }
        Ok(match self.found_by_name(wanted)? {
            Some(found) => found,
            None => named(self.settled()?, wanted).into_iter().cloned().collect(),
        })
    }

    /// The records that have a name, without looking at the others; `None` when that does not do.
    fn found_by_name(&self, wanted: &str) -> Result<Option<Vec<SettledRecord>>, Refusal> {
        if self.settled.get().is_some() {
            return Ok(None);
        }
        let Some(ids) = self.shelves.named(&folded(wanted))? else { return Ok(None) };
        let mut candidates = Vec::with_capacity(ids.len());
        for id in ids {
            candidates.extend(self.record(id)?);
        }
        Ok(named_among(&candidates, wanted))
    }

    /// The one record that a word of the user names.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub fn find_one(&self, wanted: &str) -> Result<SettledRecord, Refusal> {
        let mut found = self.find(wanted)?;
        let own = |settled: &SettledRecord| settled.record.state == self.registers.own_state;
        if self.registers.own_state.is_some() && found.iter().filter(|settled| own(settled)).count() == 1 {
            found.retain(own);
        }
        match found.len() {
            1 => Ok(found.remove(0)),
            count => {
                let example = found[0].record.id.to_string();
                Err(Refusal::Ambiguous { wanted: wanted.to_owned(), count, example })
            }
        }
    }

    /// The State that a question about one State means where none is named: that of the workspace, or the only one whose
    /// records it holds.
    ///
    /// # Errors
    /// When records cannot be read.
    pub fn state_at_hand(&self) -> Result<Option<StateCode>, Refusal> {
        if self.registers.own_state.is_some() {
            return Ok(self.registers.own_state);
        }
        let mut states = self.settled()?.iter().filter_map(|settled| settled.record.state);
        let first = states.next();
        Ok(first.filter(|first| states.all(|state| state == *first)))
    }

    /// The State of a name.
    ///
    /// # Errors
    /// When no State has it.
    pub fn state(&self, name: &str) -> Result<StateCode, Refusal> {
        self.registers.states.find(name).ok_or_else(|| Refusal::unknown(Noun::State, name))
    }
}

/// Digits of an identifier.
const IDENTIFIER: usize = 16;

/// A record among others that stand in the order of their identifiers.
fn at(settled: &[SettledRecord], id: RecordId) -> Option<&SettledRecord> {
    settled.binary_search_by_key(&id, |s| s.record.id).ok().map(|at| &settled[at])
}
