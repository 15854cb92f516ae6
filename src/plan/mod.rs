//! Rules of the plan: which rows it has and what stands in them.
//!
//! Takes settled records, clusters, asks and the register of entities as values; writes nothing.

mod table;

pub use table::{COLUMNS, PlanInput, PlanRow, PlanTable, body_name, merged_text, plan_table};
