//! The one trait behind which every source format stands.

use super::IngestError;
use super::intake::Intake;
use super::items::Recognition;

/// A format of files, which knows how to take rows out of one.
pub(super) trait SourceFormat {
    /// Hands everything in the file of the intake over to it, and says what the file is.
    ///
    /// # Errors
    /// When the file is damaged, beyond the limits, or of no kind that holds recommendations.
    fn read(&self, intake: &mut Intake<'_>) -> Result<Recognition, IngestError>;
}
