//! Topics of a text: the cues that it shows, weighed by their rarity and by the issues that it likely has.
//!
//! `weights` is what was counted of the cues, `found` puts the topics of one text in order. What shows a
//! topic at all is a matter of [`crate::text::topics`].

mod found;
mod weights;

pub use found::{FoundTopic, topics_of};
pub use weights::TopicWeights;
