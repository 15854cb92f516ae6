//! The index of a workspace: kept up to date, searched, counted, named.

pub(super) mod count_table;
pub(super) mod days;
pub(super) mod document_source;
pub(super) mod finder;
pub(super) mod freshness;
pub(super) mod indexed;
pub(super) mod like;
pub(super) mod named_clusters;
pub(super) mod saved_totals;
pub(super) mod search;
pub(super) mod value_titles;
