//! Rules of the plan: which rows it has and what stands in them.
//!
//! A question to a view; the table is made of settled records, clusters, asks and the register of entities
//! as values. Writes nothing and
//! says no words of its own: names come from the vocabularies in the language asked for, all else is
//! codes.

mod bodies;
mod merged;
mod names;
mod of_view;
mod row;
mod scope;
mod table;

pub use bodies::{body_name, linked_body_name};
pub use merged::merged_text;
pub use of_view::Plan;
pub use row::{CellLine, PlanRow, SourceLine};
pub use scope::PlanScope;
pub use table::{PlanInput, PlanTable, plan_table};
