//! Links from a recommendation to SDG targets and to types of entities.

mod features;

pub use features::LinkFeatures;
