//! The families of action that a text asks for, as its verbs and nouns say.

use std::sync::LazyLock;

use super::phrases::PhraseMatcher;
use crate::domain::vocabulary::{ActionFamilies, action_families};

static MATCHER: LazyLock<PhraseMatcher> = LazyLock::new(|| {
    let entries = action_families().iter().enumerate();
    PhraseMatcher::new(entries.flat_map(|(at, entry)| entry.phrases.iter().map(move |phrase| (phrase.as_str(), at))))
});

/// The families of a folded English text.
#[must_use]
pub fn families(english: &str) -> ActionFamilies {
    MATCHER.find(english).into_iter().map(|hit| action_families()[hit.value].family).collect()
}

#[cfg(test)]
mod tests {
    use super::families;
    use crate::domain::vocabulary::{ActionFamilies, ActionFamily};

    #[test]
    fn a_moratorium_is_told_from_abolition() {
        assert!(families("establish a moratorium on executions").contains(ActionFamily::Moratorium));
        assert_eq!(families("abolish the death penalty"), ActionFamilies::of(ActionFamily::Abolish));
    }
}
