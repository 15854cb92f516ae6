//! Labelled tables: what people have said of texts and pairs, as rows by the names of their columns.
//!
//! One kind of table a file. Nothing here knows what is fitted to them.

mod aligned;
mod labelled;
mod measured;
mod records;
mod rows;
mod sdg_texts;

pub use aligned::{AlignedRecord, read_aligned_records, read_aligned_titles};
pub use labelled::{
    JudgedIds, LabelledPair, LabelledText, judged_links, judged_pairs, read_labelled_pairs, read_labelled_texts,
    read_twice_labelled, twice_judged_links,
};
pub use measured::{GoalJudgement, TextPair, read_goal_judgements, read_text_groups, read_text_pairs};
pub use records::read_records;
pub use sdg_texts::{SdgText, read_aurora_queries, read_sdg_texts};
