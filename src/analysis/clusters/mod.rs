//! Two levels of clusters: themes are issues or families of them, clusters are what the asks of one
//! theme fall into. Every record has a place; once made, clusters stay, new records join where they
//! belong, and what belongs nowhere makes new proposals.
//!
//! The way: `place` puts a text into the joined space, `themes` chooses the upper level. The asks of one State are
//! put together by topic (`by_topic`, `topic_asks`, `topic_groups`, `act_parts`; `left_topics` says what the rest is mostly about), those of many
//! are parted by nearness
//! (`tree`) and named by the topic that sets each apart (`group_topics`). `titles` (with `title_facts`, `title_terms`, `title_words`, `title_in`), `topic_titles`, `phrases` and `nouns` name what came out, `set` keeps it all.

mod act_parts;
mod by_topic;
mod group_topics;
mod left_topics;
mod nouns;
mod phrases;
mod place;
mod placed;
mod set;
mod theme_numbers;
mod themes;
mod title_facts;
mod title_in;
mod title_terms;
mod title_words;
mod titles;
mod topic_asks;
mod topic_groups;
mod topic_homes;
mod topic_titles;
mod tree;

pub use place::place;
pub use placed::Placed;
pub use set::{ClusterSet, Granularity, People, Sizes, joined_centres};
pub use themes::{ThemeCount, theme_title};
pub use title_facts::TitleFacts;
pub use title_in::title_in;
pub use topic_homes::{TopicHome, topic_homes};
pub use topic_titles::whole_topic_title;
pub use tree::Join;
