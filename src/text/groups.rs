//! Affected groups that a text names.

use std::sync::LazyLock;

use crate::domain::Language;
use crate::domain::vocabulary::{Table, groups as table};

use super::phrases::{Hit, PhraseMatcher};

/// A group that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupMention {
    /// Code in the group table.
    pub code: &'static str,
    /// The folded words that name it.
    pub words: String,
}

static MATCHERS: LazyLock<[PhraseMatcher; 6]> = LazyLock::new(|| {
    let exceptions = Table::embedded("group_exceptions", include_str!("../../corpora/reference/group_exceptions.csv"));
    let exceptions = exceptions.rows().next().map(|row| row.lists_by_language("phrases")).unwrap_or_default();
    Language::ALL.map(|language| {
        let words = table().iter().enumerate().filter(|(_, group)| !group.code.starts_with("x_"));
        let named = words.flat_map(|(at, group)| group.words[language.index()].iter().map(move |w| (w.as_str(), at)));
        let others = exceptions[language.index()].iter().map(|phrase| (phrase.as_str(), NO_GROUP));
        PhraseMatcher::new(named.chain(others))
    })
});

/// The value of phrases that hold the word for a group and name none: "minor offences".
const NO_GROUP: usize = usize::MAX;

/// The groups of persons that a folded text of `language` names, each once, in its order.
#[must_use]
pub fn groups(folded: &str, language: Language) -> Vec<GroupMention> {
    let mut mentions: Vec<GroupMention> = Vec::new();
    for hit in named(folded, language) {
        let code = table()[hit.value].code.as_str();
        if !mentions.iter().any(|m| m.code == code) {
            mentions.push(GroupMention { code, words: folded[hit.start..hit.end].to_owned() });
        }
    }
    mentions
}

/// Stretches of a folded text that name groups other than `but`, neighbours in order.
pub(super) fn spans(folded: &str, language: Language, but: &str) -> Vec<(usize, usize)> {
    named(folded, language).filter(|hit| table()[hit.value].code != but).map(|hit| (hit.start, hit.end)).collect()
}

fn named(folded: &str, language: Language) -> impl Iterator<Item = Hit> {
    MATCHERS[language.index()].find(folded).into_iter().filter(|hit| hit.value != NO_GROUP)
}

/// Words for those who are children in one text and young people in another, from
/// `corpora/reference/adolescents.csv`.
static ADOLESCENT_WORDS: LazyLock<[PhraseMatcher; 6]> = LazyLock::new(|| {
    let words = Table::embedded("adolescents", include_str!("../../corpora/reference/adolescents.csv"));
    let matcher = |words: Vec<String>| PhraseMatcher::new(words.iter().map(|word| (word.as_str(), 0)));
    words.lists_of_languages("words").map(matcher)
});

/// Codes sorted, as two texts are compared by them: adolescents are children, whatever word names them.
#[must_use]
pub fn compared_codes(mentions: &[GroupMention], folded: &str, language: Language) -> Vec<&'static str> {
    let mut codes = codes(mentions);
    let matcher = &ADOLESCENT_WORDS[language.index()];
    if matcher.find(folded).is_empty() {
        return codes;
    }
    let is_other_word = |mention: &GroupMention| !matcher.find(&mention.words).is_empty();
    let adolescent = mentions.iter().filter(|mention| is_other_word(mention)).map(|mention| mention.code);
    let adolescent: Vec<&str> = adolescent.collect();
    codes.retain(|code| !adolescent.contains(code));
    codes.extend(children());
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The code of children, from the table.
fn children() -> Option<&'static str> {
    table().iter().map(|group| group.code.as_str()).find(|code| *code == "children")
}

/// Codes only, sorted, for comparing two texts.
#[must_use]
pub fn codes(mentions: &[GroupMention]) -> Vec<&'static str> {
    let mut codes: Vec<_> = mentions.iter().map(|m| m.code).collect();
    codes.sort_unstable();
    codes
}

#[cfg(test)]
mod tests {
    use super::{codes, compared_codes, groups};
    use crate::domain::Language;
    use crate::domain::vocabulary::fold;

    #[test]
    fn adolescents_are_children_where_texts_are_compared() {
        let of = |text: &str, language| {
            let folded = fold(text);
            compared_codes(&groups(&folded, language), &folded, language)
        };
        assert_eq!(of("Protect children and adolescents", Language::En), of("Protect children", Language::En));
        assert_eq!(of("Protect teenagers", Language::En), ["children"]);
        assert_eq!(of("Stop adolescent smoking", Language::En), ["children"]);
        assert_eq!(of("Proteger a los adolescentes", Language::Es), ["children"]);
        assert_eq!(of("Build schools for youth", Language::En), ["youth"]);
    }

    #[test]
    fn a_word_for_a_group_inside_another_term_names_no_group() {
        let of = |text: &str, language| codes(&groups(&fold(text), language));
        assert_eq!(of("Publish children’s books for all", Language::En), Vec::<&str>::new());
        assert_eq!(of("End fines for minor offences", Language::En), Vec::<&str>::new());
        assert_eq!(of("Protect minors", Language::En), ["children"]);
        assert_eq!(of("Penas por delitos menores", Language::Es), Vec::<&str>::new());
    }
}
