//! Texts outside any workspace, as they are compared.

use crate::analysis::duplicates::Profile;
use crate::analysis::models::Taggers;
use crate::analysis::tagging::tag;
use crate::domain::RecordId;
use crate::text::Reading;

/// The profile of a text that is no record.
pub(super) fn profile(reading: &Reading, models: Taggers<'_>) -> Profile {
    Profile::new(RecordId(0), reading, &models.space.features, &tag(models, reading))
}
