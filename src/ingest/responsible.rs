//! Who answers for a recommendation, as a cell of a table names it.
//!
//! A body of the register stands behind its type, a type of the catalogue by its code; other names are left as
//! written.

use crate::domain::vocabulary::{entity_type_named, fold};
use crate::domain::{Entity, body_value};
use crate::text::state_list::named_in;

/// Those whom a cell names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Responsible {
    /// Values of tags, in the order of the cell, each once.
    pub(super) values: Vec<String>,
    /// Names that neither the register nor the catalogue has.
    pub(super) unknown: Vec<String>,
}

/// Reads a cell with one name or several.
pub(super) fn responsible(cell: &str, register: &[Entity]) -> Responsible {
    let mut found = Responsible::default();
    for named in named_in(cell, |words| value(words, register)) {
        match named {
            Ok(value) if !found.values.contains(&value) => found.values.push(value),
            Err(words) if words.chars().any(char::is_alphabetic) => found.unknown.push(words.to_owned()),
            _ => {}
        }
    }
    found
}

/// The value of a tag that a name stands for: the register of the State first, whose names are its own.
fn value(words: &str, register: &[Entity]) -> Option<String> {
    let folded = fold(words);
    if folded.is_empty() {
        return None;
    }
    let is_named =
        |entity: &&Entity| [&entity.name, &entity.short_name, &entity.code].into_iter().any(|own| fold(own) == folded);
    let body = register.iter().find(is_named).map(|entity| body_value(&entity.entity_type, &entity.code));
    body.or_else(|| entity_type_named(words).map(|found| found.code.clone()))
}

#[cfg(test)]
mod tests {
    use super::responsible;
    use crate::domain::Entity;

    fn register() -> Vec<Entity> {
        let entity = |code: &str, name: &str, entity_type: &str| Entity {
            code: code.to_owned(),
            name: name.to_owned(),
            short_name: String::new(),
            entity_type: entity_type.to_owned(),
            mandate: Vec::new(),
            contact: String::new(),
        };
        vec![
            entity("MINJUS", "Ministry of Justice and Human Rights", "justice"),
            entity("MIMP", "Ministerio de la Mujer y Poblaciones Vulnerables", "gender_women"),
        ]
    }

    #[test]
    fn names_are_those_of_the_register_then_those_of_the_catalogue() {
        let values = |cell: &str| responsible(cell, &register()).values;
        assert_eq!(values("Ministry of Justice and Human Rights"), ["justice/MINJUS"]);
        assert_eq!(values("minjus; Ministry of Health"), ["justice/MINJUS", "health"]);
        assert_eq!(
            values("Ministerio de la Mujer y Poblaciones Vulnerables, MINJUS"),
            ["gender_women/MIMP", "justice/MINJUS"]
        );
        assert_eq!(values("Ministère de la Santé et Ministère de la Justice"), ["health", "justice"]);
        assert_eq!(values("Ministry of Health / Ministry of Health"), ["health"]);
    }

    #[test]
    fn names_that_nobody_knows_are_left_as_written() {
        let found = responsible("Ministry of Magic and Wizards, Ministry of Health", &register());
        assert_eq!(
            (found.values, found.unknown),
            (vec!["health".to_owned()], vec!["Ministry of Magic and Wizards".to_owned()])
        );
        assert_eq!(responsible(" - ", &register()), super::Responsible::default());
    }
}
