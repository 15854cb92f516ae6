//! Names of operators and fields in the languages of the United Nations
//! (`corpora/reference/query_words.csv`), and what each of them means.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::vocabulary::{Table, fold};
use crate::domain::{Facet, Language};

/// What a word between others asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Operator {
    And,
    Or,
    Not,
    Near,
}

/// What the name of a field stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    /// Values of a facet.
    Facet(Facet),
    /// Years of publication, one or spans of them.
    Years,
}

/// Keys of the operators in the table.
const OPERATORS: [(&str, Operator); 4] =
    [("and", Operator::And), ("or", Operator::Or), ("not", Operator::Not), ("near", Operator::Near)];
/// Key of the field of years.
const YEAR: &str = "year";

/// Names of operators as they stand, and of fields folded, with what they mean.
struct Keywords {
    operators: HashMap<String, Operator>,
    fields: HashMap<String, String>,
}

static NAMES: LazyLock<Keywords> = LazyLock::new(|| {
    let table = Table::embedded("query_words", include_str!("../../../corpora/reference/query_words.csv"));
    let mut names = Keywords { operators: HashMap::new(), fields: HashMap::new() };
    for row in table.rows() {
        let operator = OPERATORS.into_iter().find(|(key, _)| *key == row.cell("key"));
        for name in Language::ALL.iter().flat_map(|language| row.list(language.code())) {
            match operator {
                Some((_, operator)) => _ = names.operators.insert(name, operator),
                None => _ = names.fields.insert(fold(&name), row.cell("key").to_owned()),
            }
        }
    }
    names
});

/// The operator of a name, spelt as the table has it.
pub(super) fn operator(name: &str) -> Option<Operator> {
    NAMES.operators.get(name).copied()
}

/// The key of a field by any of its names.
pub(super) fn field_key(name: &str) -> Option<&'static str> {
    let folded = fold(name);
    let found = NAMES.fields.get(&folded).or_else(|| NAMES.fields.get(folded.strip_prefix("ال")?));
    found.map(String::as_str)
}

/// The field of a name: the one place where names become fields. `None` if no field has the name.
pub(super) fn field(name: &str) -> Option<Field> {
    match field_key(name)? {
        YEAR => Some(Field::Years),
        key => Facet::of_name(key).map(Field::Facet),
    }
}

/// The facet of a name, as options and queries spell it, in any of the six languages.
#[must_use]
pub fn facet_of(name: &str) -> Option<Facet> {
    let name = name.trim();
    Facet::of_name(name).or_else(|| Facet::of_name(field_key(name)?))
}

#[cfg(test)]
mod tests {
    use super::{Field, NAMES, facet_of, field};
    use crate::domain::Facet;

    #[test]
    fn every_name_of_the_table_is_that_of_a_field() {
        for name in NAMES.fields.keys() {
            assert!(field(name).is_some(), "{name}");
        }
        assert_eq!(field("année"), Some(Field::Years));
        assert_eq!(field("país"), Some(Field::Facet(Facet::State)));
        assert_eq!(field("colour"), None);
    }

    #[test]
    fn a_facet_is_known_by_its_own_name_and_by_those_of_its_field() {
        assert_eq!(facet_of(" recommending_state "), Some(Facet::RecommendingState));
        assert_eq!(facet_of("cites"), Some(Facet::Instrument));
        assert_eq!(facet_of("année"), Some(Facet::Year));
        assert_eq!(facet_of("colour"), None);
    }
}
