//! The pages, one a file: what the address says, a question, its answer as markup.

pub(super) mod clusters;
pub(super) mod help;
pub(super) mod history;
pub(super) mod parts;
pub(super) mod plan;
pub(super) mod record;
pub(super) mod review;
pub(super) mod search;
pub(super) mod start;
