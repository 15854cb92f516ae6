//! What a text speaks of in terms that different words share: "prisons" and "places of detention"
//! are one concept, "consider" and "take steps to" are none.
//!
//! Concepts are the rows of `corpora/reference/concepts.csv`, the English terms of the thesaurus, and
//! for every other word of meaning its stem. Words of tone (the row without a name) are dropped:
//! they never set two asks apart.

use std::sync::LazyLock;

use super::boilerplate::is_stop_word;
use super::phrases::PhraseMatcher;
use super::tokens::stems;
use crate::domain::Language;
use crate::domain::vocabulary::Table;

struct Concepts {
    names: Vec<String>,
    matcher: PhraseMatcher,
}

static CONCEPTS: LazyLock<Concepts> = LazyLock::new(|| {
    let own = Table::embedded("concepts", include_str!("../../corpora/reference/concepts.csv"));
    let thesaurus = Table::embedded("thesaurus", include_str!("../../corpora/reference/thesaurus.csv"));
    let mut rows: Vec<(String, Vec<String>)> =
        own.rows().map(|row| (row.cell("concept").to_owned(), row.list("phrases"))).collect();
    rows.extend(thesaurus.rows().map(|row| (row.cell("key").to_owned(), row.list("en"))));
    let phrases = rows.iter().enumerate().flat_map(|(at, (_, list))| list.iter().map(move |p| (p.as_str(), at)));
    Concepts { matcher: PhraseMatcher::new(phrases), names: rows.iter().map(|(name, _)| name.clone()).collect() }
});

/// The concepts of a folded English text, in order, with repetitions; `#name` for those of a table.
#[must_use]
pub fn concepts(english: &str) -> Vec<String> {
    let concepts = &*CONCEPTS;
    let (mut found, mut at) = (Vec::new(), 0);
    for hit in concepts.matcher.find(english) {
        words(&english[at..hit.start], &mut found);
        at = hit.end;
        let name = &concepts.names[hit.value];
        if !name.is_empty() {
            found.push(format!("#{name}"));
        }
    }
    words(&english[at..], &mut found);
    found
}

fn words(part: &str, into: &mut Vec<String>) {
    let list: Vec<String> = part.split_whitespace().filter(|word| !is_stop_word(word)).map(str::to_owned).collect();
    into.extend(stems(&list, Language::En));
}

#[cfg(test)]
mod tests {
    use super::concepts;

    #[test]
    fn words_of_one_meaning_are_one_concept_and_tone_is_none() {
        assert_eq!(concepts("consider improving prisons"), concepts("take steps on places of detention"));
        assert_eq!(concepts("abolish capital punishment"), ["#end", "#death_penalty"]);
        assert_eq!(concepts("plant trees"), ["plant", "tree"]);
    }
}
