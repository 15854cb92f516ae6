//! Why a record was found: which parts of the query its text has, and which its fields.

use super::matching::Marker;
use crate::domain::Language;

impl Marker {
    /// What of the query stands in a text, each with how it was met, and the fields asked for.
    #[must_use]
    pub fn explain(&self, language: Language, text: &str, is_related: bool) -> Vec<String> {
        let mut why: Vec<String> = Vec::new();
        for met in self.met(language, text, is_related) {
            // A word of the text is named where another one stands for it.
            let named = if met.why.starts_with("for ") {
                format!("{} ({})", text[met.start..met.end].to_lowercase(), met.why)
            } else {
                met.why
            };
            if !why.contains(&named) {
                why.push(named);
            }
        }
        why.extend(self.fields());
        why
    }
}
