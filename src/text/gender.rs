//! The gender lens: whether a text names women or girls, and how.
//!
//! Named for themselves, or plainly meant (maternal and reproductive health), or only inside a list of groups
//! ("women, children, minorities and persons with disabilities"), or not named although the matter bears on
//! women and men unequally (family law, nationality, trafficking, prisons). Gender identity and couples of one
//! sex are another matter. Words: `corpora/reference/gender.csv`.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::groups::spans;
use super::phrases::{Hit, PhraseMatcher};
use crate::domain::Language;
use crate::domain::vocabulary::Table;

/// How women and girls stand in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum GenderLens {
    /// Named for themselves at least once, or plainly meant.
    Named,
    /// Named only as one of several groups.
    InList,
    /// Not named, although the matter has a gender dimension.
    Dimension,
    /// Neither.
    None,
}

/// Characters that may stand between two members of a list: a comma has been folded away, "and", "as
/// well as", "persons with".
const BETWEEN: usize = 14;
/// Groups that stand beside women in what counts as a list.
const OTHERS: usize = 2;

/// Kinds of phrases: their rows in the table.
const NAMED: usize = 0;
const MEANT: usize = 2;
/// Phrases that hold a word of another kind and say nothing of women and men.
const OTHER: usize = 3;

static MATCHERS: LazyLock<[PhraseMatcher; 6]> = LazyLock::new(|| {
    let table = Table::embedded("gender", include_str!("../../corpora/reference/gender.csv"));
    let lists: Vec<_> = table.rows().map(|row| row.lists_by_language("phrases")).collect();
    Language::ALL.map(|language| {
        let rows = lists.iter().enumerate();
        PhraseMatcher::new(rows.flat_map(|(at, row)| row[language.index()].iter().map(move |p| (p.as_str(), at))))
    })
});

/// Looks at a folded text.
#[must_use]
pub fn gender_lens(folded: &str, language: Language) -> GenderLens {
    let hits = hits(folded, language);
    if hits.iter().any(|hit| hit.value == MEANT) {
        return GenderLens::Named;
    }
    let named: Vec<&Hit> = hits.iter().filter(|hit| hit.value == NAMED).collect();
    if named.is_empty() {
        return if hits.is_empty() { GenderLens::None } else { GenderLens::Dimension };
    }
    let others = spans(folded, language, "women_girls");
    if named.iter().all(|hit| in_list(folded, hit, &others)) { GenderLens::InList } else { GenderLens::Named }
}

/// The phrases that say something of women and men.
fn hits(folded: &str, language: Language) -> Vec<Hit> {
    MATCHERS[language.index()].find(folded).into_iter().filter(|hit| hit.value != OTHER).collect()
}

/// The words of a folded text by which the lens tells: those that name or mean women or girls, else those of a
/// matter with a gender dimension; each once, in the order of the text.
#[must_use]
pub fn gender_words(folded: &str, language: Language) -> Vec<String> {
    let hits = hits(folded, language);
    let names = |hit: &Hit| matches!(hit.value, NAMED | MEANT);
    let is_named = hits.iter().any(names);
    let mut words: Vec<String> = Vec::new();
    for hit in hits.iter().filter(|hit| !is_named || names(hit)) {
        let word = hit.words(folded);
        if !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// Whether at least two other groups hang together with the name, one beside the other.
fn in_list(folded: &str, name: &Hit, others: &[(usize, usize)]) -> bool {
    let is_far = |from: usize, to: usize| folded.get(from..to).is_some_and(|gap| gap.chars().count() > BETWEEN);
    let (mut from, mut to, mut count) = (name.start, name.end, 0);
    for &(start, end) in others.iter().filter(|(start, _)| *start >= name.end) {
        if is_far(to, start) {
            break;
        }
        (to, count) = (end, count + 1);
    }
    for &(start, end) in others.iter().rev().filter(|(_, end)| *end <= name.start) {
        if is_far(end, from) {
            break;
        }
        (from, count) = (start, count + 1);
    }
    count >= OTHERS
}

#[cfg(test)]
mod tests {
    use super::{GenderLens, gender_lens, gender_words};
    use crate::domain::Language;
    use crate::domain::vocabulary::fold;

    #[test]
    fn women_alone_are_told_from_women_in_a_list() {
        let lens = |text: &str| gender_lens(&fold(text), Language::En);
        assert_eq!(lens("Protect women from violence"), GenderLens::Named);
        assert_eq!(lens("Protect women, children, minorities and persons with disabilities"), GenderLens::InList);
        assert_eq!(lens("Amend the nationality law"), GenderLens::Dimension);
        assert_eq!(lens("Build roads"), GenderLens::None);
        assert_eq!(gender_lens(&fold("Proteger a las mujeres"), Language::Es), GenderLens::Named);
    }

    #[test]
    fn women_are_meant_where_births_are_and_missing_where_prisons_are_and_gender_identity_is_another_matter() {
        let lens = |text: &str, language| gender_lens(&fold(text), language);
        assert_eq!(lens("Reduce maternal mortality", Language::En), GenderLens::Named);
        assert_eq!(lens("Ensure access to reproductive health", Language::En), GenderLens::Named);
        assert_eq!(lens("Reducir la mortalidad materna", Language::Es), GenderLens::Named);
        assert_eq!(lens("Mend the roofs of prisons", Language::En), GenderLens::Dimension);
        let identity = "End discrimination on grounds of sexual orientation and gender identity, and same-sex marriage";
        assert_eq!(lens(identity, Language::En), GenderLens::None);
        assert_eq!(lens("Combattre les préjugés fondés sur l'identité de genre", Language::Fr), GenderLens::None);
        assert_eq!(
            lens("Protect transgender women from violence, whatever their gender identity", Language::En),
            GenderLens::Named
        );
    }

    #[test]
    fn the_lens_says_by_which_words_it_tells() {
        let words = |text: &str| gender_words(&fold(text), Language::En);
        assert_eq!(words("Protect women, and women migrants, in the nationality law"), ["women"]);
        assert!(!words("Amend the nationality law").is_empty());
        assert!(words("Build roads").is_empty());
    }
}
