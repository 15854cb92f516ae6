//! The plan over a view: the table of asks that it begins with, and what people have written into it.
//!
//! `of_view` and `table` make the rows of asks, with `row`, `merged`, `bodies` and `names`; `filter` says which are wanted,
//! `measured` which measures they have already, `by_cluster` puts them together. Of what is written, `board`
//! shows how it stands, `entry` one measure or one record, `document` and `document_measure` the whole for reading, `lists` its rows for other
//! programs; `check` says what is missing, `due` what is due when, `propose` what could be measured, `iri` the index of
//! assessments. `editions` tells what the plan was when it was closed, `home` in which cluster a measure stands now.
//!
//! All of it are questions to a view: nothing is decided or written here, and no words are said but names from the
//! vocabularies in the language asked for; all else is codes.

mod board;
mod bodies;
mod by_cluster;
mod check;
mod document;
mod document_measure;
mod due;
mod editions;
mod entry;
pub mod exchange;
mod filter;
mod home;
mod iri;
mod lists;
mod measured;
mod merged;
mod names;
mod names_of;
mod of_view;
mod propose;
mod row;
mod scope;
mod smart_elements;
mod split;
mod table;

pub use board::{BoardCluster, BoardMeasure, PlanBoard, PlanOverview};
pub use bodies::{body_name, linked_body_name};
pub use check::{Finding, FindingPlace, PlanCheck, PlanFindings, PlanRule, RuleFindings};
pub use document::{DocumentCluster, DocumentTheme, PlanDocument, PlanText};
pub use document_measure::{DocumentIndicator, DocumentMeasure};
pub use due::{DueKind, DueLine, PlanCalendar, PlanDues, value_dues};
pub use editions::{EditionLine, PlanEditions};
pub use entry::{MeasureCard, PlanEntry, RecordPlan, Said, plan_of_record};
pub use filter::PlanFilter;
pub use home::{home_of, home_of_outcome, outcome_of, outcomes};
pub use iri::{Iri, IriClass, iri};
pub use lists::{AssessmentRow, IndicatorRow, MeasureRow, assessment_rows, indicator_rows, measure_rows, subject_name};
pub use merged::merged_text;
pub use names::issue_name;
pub use names_of::PlanNames;
pub use of_view::{Plan, PlanGrain};
pub use propose::{ClusterIndicators, ProposeIndicators, ProposedIndicator};
pub use row::{CellLine, PlanRow, SourceLine};
pub use scope::PlanScope;
pub use split::{SplitSum, split_sum};
pub use table::{PlanDecided, PlanTable};
