//! Learning from the workspace's own decisions, and taking that back.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use serde_json::json;

use crate::analysis::learnt::{LEARNT, Learnt, Lesson, from_bytes, to_bytes};
use crate::analysis::models::Models;
use crate::analysis::tagging::tag;
use crate::analysis::{ModelTag, own_instrument, reading_of};
use crate::domain::tag::Verdict;
use crate::domain::vocabulary::value_number;
use crate::domain::{
    Coded, Fingerprint, Language, Recommendation, RecordId, RecordMap, TagKind, TagValue, TagVerdict, body_of, type_of,
};
use crate::store::read_file;
use crate::view::Decisions;
use crate::workspace::backups::listed::newest_with;
use crate::workspace::folder::layout::{BACKUPS, LEARNT_BEFORE, LEARNT_FILE};
use crate::workspace::folder::whole_file::write_own;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::{Workspace, WorkspaceError};

/// What was learnt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LearnAnswer {
    /// Decisions on leads and themes.
    pub examples: usize,
    /// Accepted leads among them.
    pub leads: usize,
    /// Of these, how many the models in the program give by themselves.
    pub right_before: usize,
    /// How many are given with what was learnt from all other asks.
    pub right_after: usize,
}

impl Workspace {
    pub(in crate::workspace) fn learnt_file(&self) -> PathBuf {
        self.folder.join(LEARNT_FILE)
    }

    fn learnt_before(&self) -> PathBuf {
        self.folder.join(LEARNT_BEFORE)
    }

    /// What was learnt in the words of these models, with its hash; nothing where nobody asked to learn, or
    /// where it cannot be read.
    pub(in crate::workspace) fn learnt(&self, models: &Models) -> Option<(Learnt, String)> {
        learnt_of(&self.learnt_file(), models)
    }

    /// The hash that an analysis made with what was learnt is stamped by; empty where nothing was, or where it
    /// cannot be read.
    pub(in crate::workspace) fn learnt_hash(&self) -> String {
        let read = lessons_of(&self.learnt_file()).ok().flatten();
        read.map_or_else(String::new, |(_, bytes)| Fingerprint::of(&bytes).to_string())
    }

    /// What is wrong with the file of what was learnt, to be told where views go on without it; `None` when it
    /// is sound or not there.
    #[must_use]
    pub fn learnt_fault(&self) -> Option<Coded> {
        let path = self.learnt_file().display().to_string();
        let (code, values) = match lessons_of(&self.learnt_file()) {
            Ok(Some(_)) => return None,
            Ok(None) => {
                let count = self.store.noted_lessons().ok().filter(|count| *count > 0)?;
                let backup = newest_with(&self.folder.join(BACKUPS), LEARNT_FILE);
                let backup = backup.map_or_else(|| "none".to_owned(), |backup| backup.display().to_string());
                (
                    "workspace-learnt-missing",
                    vec![("path", json!(path)), ("count", json!(count)), ("backup", json!(backup))],
                )
            }
            Err(fault) => {
                ("workspace-learnt-unreadable", vec![("path", json!(path)), ("reason", json!(Coded::from(&fault)))])
            }
        };
        let values = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        Some(Coded { code: code.to_owned(), values })
    }

    /// Notes in the store that there are lessons where earlier versions did not; a store that cannot be written
    /// goes without.
    pub(in crate::workspace) fn note_earlier_lessons(&self) {
        if matches!(self.store.noted_lessons(), Ok(0)) {
            let count = count_of(&self.learnt_file());
            if count > 0 {
                let _ = self.store.note_lessons(count);
            }
        }
    }

    /// Learns leads and themes from all decisions, and tells how well by leaving each ask out.
    ///
    /// # Errors
    /// When nobody has decided on a lead or theme yet, the work was stopped, or the file cannot be written.
    pub(in crate::workspace) fn learn(&self, progress: &dyn Progress) -> Result<LearnAnswer, WorkspaceError> {
        let models = Models::embedded()?;
        let records = self.records()?;
        let decisions = self.decisions()?;
        let asks = match self.cached() {
            Some(analysis) => self.view_of(Arc::new(analysis))?.ask_of()?.clone(),
            None => RecordMap::default(),
        };
        let lessons = lessons(&records, &decisions, &asks);
        if lessons.is_empty() {
            return Err(WorkspaceError::NothingToLearn);
        }
        let answer = measured(&lessons, &records, models);
        go_on(progress)?;
        let bytes = to_bytes(&lessons)?;
        // A damaged one is nothing that anybody wants to have back.
        let before = lessons_of(&self.learnt_file()).ok().flatten().map(|(_, before)| before);
        if before.as_ref() != Some(&bytes) {
            if let Some(before) = before {
                write_own(&self.learnt_before(), &before)?;
            }
            write_own(&self.learnt_file(), &bytes)?;
        }
        self.store.note_lessons(lessons.len() as u64)?;
        Ok(answer)
    }

    /// Takes the last learning back: what was learnt before holds again, or nothing.
    ///
    /// # Errors
    /// When nothing was learnt, or the disk refuses.
    pub(in crate::workspace) fn unlearn(&self) -> Result<(), WorkspaceError> {
        let (file, before) = (self.learnt_file(), self.learnt_before());
        let is_missed = !file.exists() && self.store.noted_lessons()? > 0;
        if !file.exists() && !is_missed {
            return Err(WorkspaceError::NothingLearnt);
        }
        // Noted first: a cut in between leaves a file that the next who opens the workspace notes again.
        self.store.note_lessons(count_of(&before))?;
        if before.exists() {
            return std::fs::rename(&before, &file).map_err(Self::io(&file));
        }
        if is_missed {
            return Ok(());
        }
        std::fs::remove_file(&file).map_err(Self::io(&file))
    }
}

/// What the file holds, in the words of these models, with its hash; nothing where there is no file that can
/// be read.
pub(in crate::workspace) fn learnt_of(file: &Path, models: &Models) -> Option<(Learnt, String)> {
    let (lessons, bytes) = lessons_of(file).ok().flatten()?;
    Some((Learnt::of(&lessons, &models.space.features), Fingerprint::of(&bytes).to_string()))
}

/// Lessons, with the bytes that they were read from.
type ReadLessons = (Vec<Lesson>, Vec<u8>);

/// The lessons in a file; `None` when there is no file.
///
/// # Errors
/// When it cannot be read or is damaged.
fn lessons_of(file: &Path) -> Result<Option<ReadLessons>, WorkspaceError> {
    let Some(bytes) = bytes_of(file)? else { return Ok(None) };
    Ok(Some((from_bytes(&bytes)?, bytes)))
}

/// How many lessons a file holds; 0 where there is none that can be read.
fn count_of(file: &Path) -> u64 {
    lessons_of(file).ok().flatten().map_or(0, |(lessons, _)| lessons.len() as u64)
}

fn bytes_of(file: &Path) -> Result<Option<Vec<u8>>, WorkspaceError> {
    match read_file(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Workspace::io(file)(error)),
    }
}

/// All decisions on leads and themes, in the order of records.
fn lessons(records: &[Recommendation], decisions: &Decisions, asks: &RecordMap<RecordId>) -> Vec<Lesson> {
    let mut lessons = Vec::new();
    for record in records {
        let decided = decisions.tags.get(&record.id).into_iter().flatten();
        for TagVerdict { of: TagValue { kind, value }, verdict } in
            decided.filter(|said| LEARNT.contains(&said.of.kind))
        {
            let (accepted, is_lead) = (*verdict == Verdict::Accepted, *kind == TagKind::Lead);
            // Who does not want a body has said nothing of its type.
            if is_lead && !accepted && body_of(value).is_some() {
                continue;
            }
            let (language, text) = record.text(Language::En);
            lessons.push(Lesson {
                record: record.id,
                ask: asks.get(&record.id).copied().unwrap_or(record.id),
                kind: *kind,
                value: if is_lead { type_of(value).to_owned() } else { value.clone() },
                accepted,
                language,
                text: text.clean.clone(),
                own: own_instrument(record.body.code()).map(str::to_owned),
            });
        }
    }
    lessons
}

/// How many accepted leads are given before and after.
fn measured(lessons: &[Lesson], records: &[Recommendation], models: &Models) -> LearnAnswer {
    let learnt = Learnt::of(lessons, &models.space.features);
    let mut answer = LearnAnswer { examples: lessons.len(), ..LearnAnswer::default() };
    for lesson in lessons.iter().filter(|lesson| lesson.kind == TagKind::Lead && lesson.accepted) {
        let (before, after) = answers(lesson, &learnt, records, models);
        answer.leads += 1;
        answer.right_before += usize::from(before);
        answer.right_after += usize::from(after);
    }
    answer
}

/// Whether the models give an accepted lead, by themselves and with what other asks teach.
fn answers(lesson: &Lesson, learnt: &Learnt, records: &[Recommendation], models: &Models) -> (bool, bool) {
    let value = value_number(lesson.kind, &lesson.value);
    let is_right = |tags: &[ModelTag]| tags.iter().any(|t| t.kind == TagKind::Lead && Some(t.value) == value);
    let Ok(at) = records.binary_search_by_key(&lesson.record, |record: &Recommendation| -> RecordId { record.id })
    else {
        return (false, false);
    };
    let reading = reading_of(&records[at]);
    let own = tag(models.taggers(), &reading).tags;
    let mut after = own.clone();
    learnt.without(lesson.record, lesson.ask).apply(&models.space.features.plain_vector(&reading), &mut after);
    (is_right(&own), is_right(&after))
}
