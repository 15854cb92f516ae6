//! The catalogue of entity types: kinds of bodies that answer for recommendations in any State.

use std::sync::OnceLock;

use super::table::{Names, Table};

/// A type of entity with words of its mandate.
#[derive(Debug, Clone)]
pub struct EntityType {
    /// Code, such as `interior_police`.
    pub code: String,
    /// Names in the six languages.
    pub names: Names,
    /// Ministry, agency, justice, parliament, independent or local.
    pub kind: String,
    /// Lower-case words of its mandate, in the order of the six languages.
    pub mandate: [Vec<String>; 6],
}

/// All entity types in the order of the catalogue.
#[must_use]
pub fn entity_types() -> &'static [EntityType] {
    static TYPES: OnceLock<Vec<EntityType>> = OnceLock::new();
    TYPES.get_or_init(|| {
        let table = Table::embedded("entities", include_str!("../../../corpora/reference/entities.csv"));
        table
            .rows()
            .map(|row| EntityType {
                code: row.cell("code").to_owned(),
                names: row.by_language("name"),
                kind: row.cell("kind").to_owned(),
                mandate: row.lists_by_language("mandate"),
            })
            .collect()
    })
}

/// The type with that code.
#[must_use]
pub fn entity_type(code: &str) -> Option<&'static EntityType> {
    entity_types().iter().find(|entity| entity.code == code)
}
