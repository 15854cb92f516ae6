//! The pages, one a file: what the address says, a question, its answer as markup.

pub(super) mod clusters;
mod fields;
pub(super) mod help;
pub(super) mod history;
pub(super) mod jobs;
pub(super) mod parts;
pub(super) mod plan;
pub(super) mod record;
pub(super) mod reports;
pub(super) mod review;
pub(super) mod review_clusters;
pub(super) mod review_identical;
pub(super) mod review_later;
pub(super) mod review_links;
pub(super) mod review_readings;
pub(super) mod same_ask;
pub(super) mod search;
pub(super) mod settings;
pub(super) mod source;
pub(super) mod sources;
pub(super) mod start;

pub(super) use parts::encoded;
