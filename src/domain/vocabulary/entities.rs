//! The catalogue of entity types: kinds of bodies that answer for recommendations in any State.

use std::sync::OnceLock;

use super::fold::fold;
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

/// The type of a code, or of a name in any of the six languages.
#[must_use]
pub fn entity_type_named(words: &str) -> Option<&'static EntityType> {
    let folded = fold(words);
    let is_named = |entity: &EntityType| spellings(entity).any(|spelling| spelling == folded);
    entity_type(words.trim()).or_else(|| entity_types().iter().find(|entity| is_named(entity)))
}

/// The types whose codes or names are most like some words, the likest first.
#[must_use]
pub fn nearest_entity_types(words: &str, most: usize) -> Vec<&'static EntityType> {
    let folded = fold(words);
    let likeness = |entity: &EntityType| {
        let alike = spellings(entity).map(|spelling| strsim::jaro_winkler(&spelling, &folded));
        alike.fold(0.0, f64::max)
    };
    let mut all: Vec<(f64, &EntityType)> = entity_types().iter().map(|entity| (likeness(entity), entity)).collect();
    // Of types that are equally like the words the order of the catalogue stands.
    all.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    all.into_iter().take(most).map(|(_, entity)| entity).collect()
}

/// The code and the names of a type, folded.
fn spellings(entity: &EntityType) -> impl Iterator<Item = String> {
    std::iter::once(fold(&entity.code)).chain(entity.names.iter().map(fold))
}

#[cfg(test)]
mod tests {
    use super::{entity_type_named, nearest_entity_types};

    #[test]
    fn a_type_is_found_by_code_and_by_name_in_any_language() {
        let code = |words| entity_type_named(words).map(|entity| entity.code.as_str());
        for words in ["justice", "Ministry of Justice", "Ministère de la Justice", "ministerio de justicia", "司法部"]
        {
            assert_eq!(code(words), Some("justice"), "{words}");
        }
        assert_eq!(code("Ministry of Magic"), None);
        let near: Vec<&str> =
            nearest_entity_types("Ministry of Justise", 3).into_iter().map(|e| e.code.as_str()).collect();
        assert_eq!((near.len(), near[0]), (3, "justice"));
    }
}
