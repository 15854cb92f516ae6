//! The national register of entities: who there is to lead, to support and to be asked.

use super::{Entity, Rejection};

/// The national register of entities, as it was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EntityRegister {
    /// Entities in the order of the file.
    pub entities: Vec<Entity>,
    /// Rows that were not taken, each with its reason.
    pub rejections: Vec<Rejection>,
}
