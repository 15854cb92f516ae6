//! Values by their titles, which people may change and the index does not hold.

use crate::domain::vocabulary::fold;

/// A value with what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitledValue {
    /// The value, as the index has it.
    pub value: String,
    /// Its title.
    pub title: String,
    /// The title, folded.
    own: String,
    /// The same behind the title of what it belongs to.
    whole: String,
}

/// Titles of values, read where a question needs them.
pub trait Titles: Sync {
    /// The clusters and their themes; empty when nothing is known of them.
    fn clusters(&self) -> &[TitledValue];
}

/// What is asked where nobody knows titles.
pub(in crate::search) struct NoTitles;

impl Titles for NoTitles {
    fn clusters(&self) -> &[TitledValue] {
        &[]
    }
}

impl TitledValue {
    /// A value with its title; `above` is the title of what it belongs to, blank where it stands for itself.
    #[must_use]
    pub fn new(value: String, title: String, above: &str) -> Self {
        let (own, whole) = (fold(&title), fold(&format!("{above} {title}")));
        Self { value, title, own, whole }
    }

    /// Whether the title, alone or behind the one above it, is a folded name.
    fn is_called(&self, folded: &str) -> bool {
        self.own == folded || self.whole == folded
    }

    /// Whether its title, with the one above it, holds all folded words, or words that begin so.
    fn has_words(&self, folded: &str) -> bool {
        folded.split(' ').all(|word| self.whole.split(' ').any(|own| own.starts_with(word)))
    }
}

/// The values that a folded name means: those that are called so, or, failing that, those whose titles hold its
/// words. A number means no title.
pub(super) fn titled<'t>(titles: &'t [TitledValue], folded: &str) -> Vec<&'t str> {
    if !folded.contains(char::is_alphabetic) {
        return Vec::new();
    }
    let that = |fits: fn(&TitledValue, &str) -> bool| -> Vec<&'t str> {
        titles.iter().filter(|named| fits(named, folded)).map(|named| named.value.as_str()).collect()
    };
    let called = that(TitledValue::is_called);
    if called.is_empty() { that(TitledValue::has_words) } else { called }
}

#[cfg(test)]
mod tests {
    use super::{TitledValue, titled};

    fn value(value: &str, above: &str, title: &str) -> TitledValue {
        TitledValue::new(value.to_owned(), title.to_owned(), above)
    }

    #[test]
    fn a_title_means_its_value_and_words_mean_all_whose_titles_hold_them() {
        let titles = [
            value("6", "", "Torture"),
            value("6.1", "Torture", "Prisons, 2030"),
            value("6.2", "Torture", "Death penalty"),
            value("7.1", "Children", "Death penalty"),
        ];
        let cases: [(&str, &[&str]); 7] = [
            ("torture", &["6"]),
            ("death penalty", &["6.2", "7.1"]),
            ("torture death penalty", &["6.2"]),
            ("prison tort", &["6.1"]),
            ("tortu", &["6", "6.1", "6.2"]),
            ("2030", &[]),
            ("zeppelin", &[]),
        ];
        for (given, expected) in cases {
            assert_eq!(titled(&titles, given), expected, "{given}");
        }
    }
}
