//! Two levels of clusters: the theme is the first issue of a text, the cluster is structure inside
//! the theme. Every record has a place; once made, clusters stay and only new records are placed.

mod partition;
mod place;
mod set;
mod titles;

pub use partition::cluster_count;
pub use place::place;
pub use set::{ClusterSet, Placed};
