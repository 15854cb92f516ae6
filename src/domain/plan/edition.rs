//! Editions of the plan: what the plan was when a period of it was closed.

use jiff::civil::Date;
use serde::Serialize;

use super::key::PlanKey;

/// A closed edition of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Its key.
    pub key: PlanKey,
    /// What people call it: the years that it covered, its title.
    pub name: String,
    /// The day on which it was closed.
    pub closed: Date,
}
