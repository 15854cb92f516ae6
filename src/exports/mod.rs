//! Records, relations, plans, exercises, tables of answers and what is due as files: one format a file behind one
//! trait.
//!
//! Nothing is decided here; what is written was settled below. Headings and titles are words of the
//! catalogue that the caller hands in; columns of stable exports are codes. The two exports of records and
//! relations are stable: other programs read them. Cells that a spreadsheet would run as formulas
//! are neutralised, and what cannot be printed stands in no field of any format. Pages share the frame of `html_page`.

mod about_line;
mod answer_docx;
mod answer_html;
mod answer_picture;
mod answer_tables;
mod answer_xlsx;
mod calendar_ics;
mod caption;
mod cells;
mod dispatch;
mod docx_stream;
mod error;
mod exercise;
mod hits;
mod html_page;
mod lines;
mod matrix_docx;
mod measure_lines;
mod plan;
mod plan_document;
mod plan_docx;
mod plan_rows;
mod plan_xlsx;
mod records;
mod rejections;
mod relations;
mod report;
mod result_docx;
mod result_set;
mod result_xlsx;
mod sheet;
mod table;

pub use about_line::AboutLine;
pub use answer_docx::AnswerDocx;
pub use answer_html::AnswerHtml;
pub use answer_picture::AnswerPicture;
pub use answer_tables::{AnswerCell, AnswerCsv, AnswerJson, AnswerTable, AnswerTables, AnswerWriter, answer_metadata};
pub use answer_xlsx::AnswerXlsx;
pub use calendar_ics::write_calendar;
pub use dispatch::{
    AnswerLine, DispatchFile, ReturnAnswer, write_answer_html, write_answer_text, write_answer_xlsx,
    write_dispatch_docx, write_dispatch_xlsx,
};
pub use error::ExportError;
pub use exercise::{ExerciseFile, write_exercise};
pub use hits::HitRow;
pub use lines::{ExportRow, RowFormat, write_rows};
pub use matrix_docx::{FilledMatrix, MatrixAnswers, MatrixFault, MatrixReply, fill_matrix};
pub use plan::{PlanCsv, PlanJson, PlanWriter};
pub use plan_document::{PlanTextDocx, PlanTextHtml, PlanTextWriter, PlanTextXlsx};
pub use plan_docx::PlanDocx;
pub use plan_xlsx::PlanXlsx;
pub use records::{RecordRow, record_rows};
pub use rejections::RejectionRow;
pub use relations::RelationRow;
pub use report::{
    ReportCounts, ReportDocx, ReportHtml, ReportPlain, ReportWriter, WordedBlock, WordedReport, WordedSection,
    worded_reply,
};
pub use result_docx::ResultDocx;
pub use result_set::{CountLine, ResultCsv, ResultJson, ResultSet, ResultWriter, csv_metadata};
pub use result_xlsx::ResultXlsx;
pub use table::write_table;
