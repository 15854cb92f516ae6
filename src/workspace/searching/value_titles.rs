//! What the values of fields are called beside their codes: titles of clusters and goals, names of groups and
//! bodies.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::vocabulary::{Vocabulary, VocabularyTerm, sdg_title};
use crate::domain::{Facet, Language};
use crate::plan::body_name;
use crate::search::{TitledValue, Titles};
use crate::workspace::Workspace;
use crate::workspace::searching::finder::Finder;
use crate::workspace::searching::freshness::Freshness;
use crate::workspace::searching::named_clusters::named_clusters;

/// Titles of values by field; values that say all by themselves have none.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(transparent)]
pub struct ValueTitles(BTreeMap<Facet, BTreeMap<String, String>>);

impl ValueTitles {
    /// The title of a value, if it has one.
    #[must_use]
    pub fn title(&self, facet: Facet, value: &str) -> Option<&str> {
        self.0.get(&facet)?.get(value).map(String::as_str)
    }

    /// Whether no value has a title.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Finder {
    /// The titles of values, in the language of the reader. Those of clusters are not known while another
    /// process holds the records.
    pub(in crate::workspace) fn titles<'c>(&self, counted: impl Iterator<Item = (Facet, &'c str)>) -> ValueTitles {
        let language = self.reader_language();
        let mut titles: BTreeMap<Facet, BTreeMap<String, String>> = BTreeMap::new();
        for (facet, value) in counted.filter(|(_, value)| !value.is_empty()) {
            let title = match facet {
                Facet::Cluster => self.cluster_title(value),
                Facet::Sdg => sdg_title(value, language).map(str::to_owned),
                Facet::Group => VocabularyTerm::of(Vocabulary::Group, value).map(|term| term.name(language)),
                Facet::Topic => VocabularyTerm::of(Vocabulary::Topic, value).map(|term| term.name(language)),
                Facet::Entity => Some(body_name(value, &self.bodies, language)).filter(|name| name != value),
                _ => None,
            };
            if let Some(title) = title {
                titles.entry(facet).or_default().insert(value.to_owned(), title);
            }
        }
        ValueTitles(titles)
    }

    fn reader_language(&self) -> Language {
        self.language.unwrap_or(self.settings.language)
    }

    fn cluster_title(&self, number: &str) -> Option<String> {
        self.clusters().iter().find(|named| named.value == number).map(|named| named.title.clone())
    }

    /// The clusters and their themes, in the language of the reader. The index does not hold their titles: a
    /// cluster may be called something else without a record having changed.
    fn read_clusters(&self) -> Vec<TitledValue> {
        if self.freshness() == Freshness::Busy {
            return Vec::new();
        }
        let Ok(workspace) = Workspace::open(&self.folder) else { return Vec::new() };
        let Ok(view) = workspace.view() else { return Vec::new() };
        named_clusters(&view, self.reader_language())
    }
}

impl Titles for Finder {
    fn clusters(&self) -> &[TitledValue] {
        self.clusters.get_or_init(|| self.read_clusters())
    }
}
