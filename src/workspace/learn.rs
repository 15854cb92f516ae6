//! Learning from the workspace's own decisions, and taking that back.

use std::path::PathBuf;

use serde::Serialize;

use super::{Workspace, WorkspaceError};
use crate::analysis::learnt::{Example, LEARNT, Learnt};
use crate::analysis::models::Models;
use crate::analysis::{reading_of, tagging};
use crate::domain::tag::Verdict;
use crate::domain::vocabulary::value_number;
use crate::domain::{Recommendation, TagKind};

/// What was learnt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct LearnAnswer {
    /// Decisions on leads and themes.
    pub examples: usize,
    /// Accepted leads among them.
    pub leads: usize,
    /// Of these, how many the models in the program give by themselves.
    pub right_before: usize,
    /// How many are given with what was learnt from all other decisions.
    pub right_after: usize,
}

impl Workspace {
    fn learnt_file(&self) -> PathBuf {
        self.folder.join("learnt.bin")
    }

    fn learnt_before(&self) -> PathBuf {
        self.folder.join("learnt.before.bin")
    }

    /// What was learnt, with its hash; nothing where nobody asked to learn.
    ///
    /// # Errors
    /// When the file is damaged.
    pub(super) fn learnt(&self) -> Result<Option<(Learnt, String)>, WorkspaceError> {
        match std::fs::read(self.learnt_file()) {
            Ok(bytes) => Ok(Some(Learnt::from_bytes(&bytes)?)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Self::io(&self.learnt_file())(error)),
        }
    }

    /// Learns leads and themes from all decisions, and tells how well by leaving each out.
    ///
    /// # Errors
    /// When nobody has decided on a lead or theme yet, or the file cannot be written.
    pub fn learn(&self) -> Result<LearnAnswer, WorkspaceError> {
        let models = Models::embedded()?;
        let records = self.records()?;
        let decisions = self.decisions()?;
        let (mut examples, mut own) = (Vec::new(), Vec::new());
        for record in &records {
            let decided = decisions.tags.get(&record.id).into_iter().flatten();
            for (kind, value, verdict) in decided.filter(|(kind, ..)| LEARNT.contains(kind)) {
                let Some(number) = value_number(*kind, value) else { continue };
                examples.push(example(record, *kind, number, *verdict, models));
                own.push(tagging::tag(models.taggers(), &reading_of(record)).tags);
            }
        }
        if examples.is_empty() {
            return Err(WorkspaceError::NothingToLearn);
        }
        let learnt = Learnt::new(examples.clone());
        let mut answer = LearnAnswer { examples: examples.len(), ..LearnAnswer::default() };
        for (at, example) in examples.iter().enumerate().filter(|(_, e)| e.kind == TagKind::Lead && e.accepted) {
            let is_right =
                |tags: &[tagging::ModelTag]| tags.iter().any(|t| t.kind == TagKind::Lead && t.value == example.value);
            let mut after = own[at].clone();
            learnt.without(at).apply(&example.words, &mut after);
            answer.leads += 1;
            answer.right_before += usize::from(is_right(&own[at]));
            answer.right_after += usize::from(is_right(&after));
        }
        if self.learnt_file().exists() {
            std::fs::rename(self.learnt_file(), self.learnt_before()).map_err(Self::io(&self.learnt_file()))?;
        }
        super::files::write_whole(&self.learnt_file(), &learnt.to_bytes()?)?;
        Ok(answer)
    }

    /// Takes the last learning back: what was learnt before holds again, or nothing.
    ///
    /// # Errors
    /// When nothing was learnt, or the disk refuses.
    pub fn unlearn(&self) -> Result<(), WorkspaceError> {
        let (file, before) = (self.learnt_file(), self.learnt_before());
        if before.exists() {
            return std::fs::rename(&before, &file).map_err(Self::io(&file));
        }
        match std::fs::remove_file(&file) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(WorkspaceError::NothingLearnt),
            other => other.map_err(Self::io(&file)),
        }
    }
}

fn example(record: &Recommendation, kind: TagKind, value: u16, verdict: Verdict, models: &Models) -> Example {
    let words = models.space.features.plain_vector(&reading_of(record));
    Example { kind, value, accepted: verdict == Verdict::Accepted, words }
}
