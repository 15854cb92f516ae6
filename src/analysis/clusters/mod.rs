//! Two levels of clusters: themes are issues or families of them, clusters are what the asks of one
//! theme fall into. Every record has a place; once made, clusters stay, new records join where they
//! belong, and what belongs nowhere makes new proposals.
//!
//! The way: `place` puts a text into the joined space, `themes` chooses the upper level, `tree` parts
//! the asks of a theme, `titles`, `phrases` and `nouns` name what came out, `set` keeps it all.

mod nouns;
mod phrases;
mod place;
mod set;
mod themes;
mod titles;
mod tree;

pub use place::place;
pub use set::{ClusterSet, Granularity, People, Placed, Sizes, joined_centres};
pub use themes::{ThemeCount, theme_title};
pub use titles::{TitleFacts, title_in};
pub use tree::Join;
