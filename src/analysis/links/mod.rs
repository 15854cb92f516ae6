//! Links from a recommendation to SDG targets and to types of entities: what the models see, what is settled
//! without them, and how sure a lead is.

mod features;
mod goal_words;
mod goals;
mod settled_cases;
mod sureness;

pub use features::{LinkFeatures, only_mandated};
pub use goal_words::{GoalWords, NearTarget, TargetWords, goal_tokens};
pub use goals::goals_of;
pub use settled_cases::settled_lead;
pub use sureness::rival;
