//! Affected groups that a text names.

use std::sync::LazyLock;

use crate::domain::Language;
use crate::domain::vocabulary::groups as table;

use super::phrases::PhraseMatcher;

/// A group that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMention {
    /// Code in the group table.
    pub code: &'static str,
    /// The folded words that name it.
    pub words: String,
}

static MATCHERS: LazyLock<[PhraseMatcher; 6]> = LazyLock::new(|| {
    Language::ALL.map(|language| {
        let words = table().iter().enumerate().filter(|(_, group)| !group.code.starts_with("x_"));
        PhraseMatcher::new(
            words.flat_map(|(at, group)| group.words[language.index()].iter().map(move |w| (w.as_str(), at))),
        )
    })
});

/// The groups of persons that a folded text of `language` names, each once, in its order.
#[must_use]
pub fn groups(folded: &str, language: Language) -> Vec<GroupMention> {
    let mut mentions: Vec<GroupMention> = Vec::new();
    for hit in MATCHERS[language.index()].find(folded) {
        let code = table()[hit.value].code.as_str();
        if !mentions.iter().any(|m| m.code == code) {
            mentions.push(GroupMention { code, words: folded[hit.start..hit.end].to_owned() });
        }
    }
    mentions
}

/// Codes only, sorted, for comparing two texts.
#[must_use]
pub fn codes(mentions: &[GroupMention]) -> Vec<&'static str> {
    let mut codes: Vec<_> = mentions.iter().map(|m| m.code).collect();
    codes.sort_unstable();
    codes
}
