//! The language a query is written in, and its small words.

use super::tree::Query;
use crate::domain::Language;
use crate::text::language::identify;
use crate::text::lexicon::Lexicon;
use crate::text::stemming::stems_of;
use crate::text::stop_words::is_stop_word;

/// Languages that share a script; the first wins on a tie.
const LATIN: [Language; 3] = [Language::En, Language::Fr, Language::Es];

/// The language of the words of a query: told by the script, and in Latin script by the language in
/// which most of its words are known.
pub(super) fn query_language(query: &Query, lexicon: &Lexicon) -> Language {
    let words = query.all_words();
    if words.is_empty() {
        return Language::En;
    }
    let by_script = identify(&words.join(" "));
    if !LATIN.contains(&by_script) {
        return by_script;
    }
    let is_known = |word: &str, language| {
        is_stop_word(word, language) || stems_of(word, language).iter().any(|stem| lexicon.knows(stem, language))
    };
    let known = |language: Language| {
        let count = words.iter().filter(|word| is_known(word, language)).count();
        // Accents and small words tell more than a word that two languages share.
        (count, language == by_script)
    };
    LATIN.into_iter().rev().max_by_key(|language| known(*language)).unwrap_or(by_script)
}

/// The query without the small words that stand beside others; phrases keep theirs.
pub(super) fn without_small_words(query: Query, language: Language) -> Query {
    match query {
        Query::And(parts) => {
            let is_small = |part: &Query| matches!(part, Query::Word(word) if is_stop_word(word, language));
            let says_more = |part: &Query| !is_small(part) && !matches!(part, Query::Not(_));
            let keeps_all = !parts.iter().any(says_more);
            let kept = parts.into_iter().filter(|part| keeps_all || !is_small(part));
            let mut kept: Vec<Query> = kept.map(|part| without_small_words(part, language)).collect();
            if kept.len() == 1 { kept.remove(0) } else { Query::And(kept) }
        }
        Query::Or(parts) => Query::Or(parts.into_iter().map(|part| without_small_words(part, language)).collect()),
        Query::Not(inner) => Query::Not(Box::new(without_small_words(*inner, language))),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Query, query_language, without_small_words};
    use crate::domain::Language::{self, Ar, En, Es, Fr, Ru, Zh};
    use crate::text::lexicon::Lexicon;

    #[test]
    fn the_language_of_a_query_is_told_by_its_words() {
        for (query, language) in [
            ("torture", En),
            ("surpopulation carcerale", Fr),
            ("desalojos forzosos", Es),
            ("violence against women", En),
            ("violence contre les femmes", Fr),
            ("пытки", Ru),
            ("التعذيب", Ar),
            ("酷刑", Zh),
            ("state:SVN", En),
            ("tortura NO niños", Es),
        ] {
            assert_eq!(query_language(&Query::parse(query), Lexicon::embedded()), language, "{query}");
        }
    }

    #[test]
    fn small_words_are_left_out_beside_others_and_kept_in_phrases() {
        let read = |text, language: Language| without_small_words(Query::parse(text), language).to_string();
        assert_eq!(read("the rights of women", En), "rights AND women");
        assert_eq!(read("\"the rights of women\"", En), "\"the rights of women\"");
        assert_eq!(read("who can", En), "who AND can");
        assert_eq!(read("la tortura en las cárceles", Es), "tortura AND cárceles");
        assert_eq!(read("of NOT children", En), "of AND NOT children");
    }
}
