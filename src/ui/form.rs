//! What an address or a form says, by names.

use crate::domain::Revision;

/// Names with their values, in their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Form(pub(super) Vec<(String, String)>);

impl Form {
    /// The first value of a name; empty where there is none.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value.as_str())
    }

    /// All values of a name that are not blank.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let values = self.0.iter().filter(|(own, value)| own == name && !value.trim().is_empty());
        values.map(|(_, value)| value.trim().to_owned()).collect()
    }

    /// A number of a name; `otherwise` where there is none.
    pub(super) fn number(&self, name: &str, otherwise: usize) -> usize {
        self.get(name).parse().unwrap_or(otherwise)
    }

    /// The revision that the page was of on which a form stood.
    pub(super) fn seen(&self) -> Option<Revision> {
        self.get("seen").parse().ok().map(Revision)
    }

    /// The names that a page does not know.
    pub(super) fn unknown<'f>(&'f self, known: &[&str]) -> Vec<&'f str> {
        self.0.iter().map(|(name, _)| name.as_str()).filter(|name| !known.contains(name)).collect()
    }
}
