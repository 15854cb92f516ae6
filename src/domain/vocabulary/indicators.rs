//! The library of indicators: what can be measured of ten rights, in Weft's own words, with the source that each
//! follows (OHCHR, Human Rights Indicators, 2012; the global indicators of the SDGs).
//!
//! Names stand in Arabic, English, French and Spanish; readers of Russian and Chinese see the English ones.

use std::sync::OnceLock;

use super::table::{Names, Row, Table};
use crate::domain::Language;
use crate::domain::plan::IndicatorType;

/// An indicator that can be taken into a plan.
#[derive(Debug, Clone)]
pub struct LibraryIndicator {
    /// Stable code, such as `tort-s1`.
    pub code: String,
    /// The right that it measures, in English.
    pub right: String,
    /// What it measures.
    pub kind: IndicatorType,
    /// The topics that it is for; one that ends in `*` stands for all that begin so.
    pub topics: Vec<String>,
    /// The SDG target that it serves.
    pub sdg: String,
    /// The unit of its values.
    pub unit: String,
    /// What its values are split by.
    pub split_by: Vec<String>,
    /// Where its definition comes from.
    pub source: String,
    /// What it is called.
    pub names: Names,
}

impl LibraryIndicator {
    /// Whether it is for a topic.
    #[must_use]
    pub fn is_for(&self, topic: &str) -> bool {
        self.topics.iter().any(|own| match own.strip_suffix('*') {
            Some(beginning) => topic.starts_with(beginning),
            None => own == topic,
        })
    }
}

/// The library, in the order of its table.
///
/// # Panics
/// Never: the table is part of the program and a test reads it.
pub fn library_indicators() -> &'static [LibraryIndicator] {
    static LIBRARY: OnceLock<Vec<LibraryIndicator>> = OnceLock::new();
    LIBRARY.get_or_init(|| {
        let table = Table::embedded("indicators", include_str!("../../../corpora/reference/indicators.csv"));
        table.rows().map(|row| of_row(&row)).collect()
    })
}

fn of_row(row: &Row<'_>) -> LibraryIndicator {
    let name = |language: Language| match language {
        Language::Ru | Language::Zh => row.cell("name_en").to_owned(),
        other => row.cell(&format!("name_{}", other.code())).to_owned(),
    };
    LibraryIndicator {
        code: row.cell("code").to_owned(),
        right: row.cell("right").to_owned(),
        kind: row.cell("type").parse().expect("the table holds types"),
        topics: row.list("topics"),
        sdg: row.cell("sdg").to_owned(),
        unit: row.cell("unit").to_owned(),
        split_by: row.list("by"),
        source: row.cell("source").to_owned(),
        names: Names(Language::ALL.map(name)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::library_indicators;
    use crate::domain::Language;
    use crate::domain::plan::IndicatorType;
    use crate::domain::vocabulary::{sdg_title, topic_groups, topics};

    #[test]
    fn ten_rights_have_each_kind_and_all_topics_and_targets_are_known() {
        let library = library_indicators();
        assert!(library.len() >= 60, "{}", library.len());
        let codes: BTreeSet<&str> = library.iter().map(|own| own.code.as_str()).collect();
        assert_eq!(codes.len(), library.len());
        let known: BTreeSet<&str> =
            topics().iter().map(|t| t.code.as_str()).chain(topic_groups().iter().map(|g| g.code.as_str())).collect();
        let mut kinds: BTreeMap<&str, BTreeSet<IndicatorType>> = BTreeMap::new();
        for own in library {
            kinds.entry(&own.right).or_default().insert(own.kind);
            assert!(sdg_title(&own.sdg, Language::En).is_some(), "{} {}", own.code, own.sdg);
            let is_known = |topic: &String| topic.ends_with('*') || known.contains(topic.as_str());
            assert!(own.topics.iter().all(is_known), "{} {:?}", own.code, own.topics);
            assert!(own.names.iter().all(|name| !name.is_empty()) && !own.source.is_empty(), "{}", own.code);
        }
        let whole = kinds.iter().filter(|(_, kinds)| kinds.len() == 3).count();
        assert!(whole >= 10, "{kinds:?}");
        assert!(library.iter().any(|own| own.is_for("RAT-CAT")));
    }
}
