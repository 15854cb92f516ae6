//! Links from a recommendation to SDG targets and to types of entities.

mod features;
mod goal_words;

pub use features::{LinkFeatures, only_mandated};
pub use goal_words::{GoalText, GoalWords, NearTarget};
