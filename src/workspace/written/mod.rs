//! Answers as files: tables, figures, results and exercises, each with all that is needed to cite it and to make it
//! again.

pub(super) mod about_results;
pub(super) mod about_table;
pub(super) mod answer;
mod answer_cells;
mod answered;
mod compare_tables;
pub(super) mod exercise;
pub(super) mod exercise_score;
pub(super) mod export;
pub(super) mod figure;
pub(super) mod figure_question;
pub(super) mod file_format;
pub(super) mod list_table;
pub(super) mod manifest;
pub(super) mod overlap_tables;
pub(super) mod plain_data;
pub(super) mod report;
mod result_set;
pub(super) mod stoppable;
pub(super) mod table;
pub(super) mod table_question;
