//! What an import asks of the store: the known records that the rows of a file may be joined to, and
//! those that an addendum answers.

use crate::domain::PositionList;
use crate::ingest::{SourceFile, SourceItems};
use crate::records::{AddendumFile, AnsweredRecommendations, KnownReviews, Outline, answer, is_answered};
use crate::workspace::{Workspace, WorkspaceError};

impl Workspace {
    /// The known records that rows of a file may be joined to.
    pub(in crate::workspace) fn known_reviews(
        &self,
        file: &SourceFile,
        items: &SourceItems,
    ) -> Result<KnownReviews, WorkspaceError> {
        if self.store.record_count()? == 0 {
            return Ok(KnownReviews::default());
        }
        let mut reviews = KnownReviews::of(Outline::of(&file.hash, items.records()));
        self.store.each_record(|record| {
            reviews.note(&record);
            Ok::<(), WorkspaceError>(())
        })?;
        reviews.reserve(&*self.store)?;
        Ok(reviews)
    }

    /// Resolves the numbers of an addendum against the recommendations of its report.
    pub(in crate::workspace) fn answered(
        &self,
        list: &PositionList,
        file: &SourceFile,
    ) -> Result<AnsweredRecommendations, WorkspaceError> {
        let mut answered = Vec::new();
        self.store.each_record(|record| {
            if is_answered(&record, list) {
                answered.push(record);
            }
            Ok::<(), WorkspaceError>(())
        })?;
        Ok(answer(list, answered, AddendumFile { name: &file.name, hash: &file.hash }))
    }
}
