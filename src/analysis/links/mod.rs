//! Links from a recommendation to SDG targets and to types of entities.

mod features;
mod goal_words;
mod goals;

pub use features::{LinkFeatures, only_mandated};
pub use goal_words::{GoalWords, NearTarget, TargetWords, goal_tokens};
pub use goals::goals_of;
