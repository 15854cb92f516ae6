//! Why a record was found: which parts of the query its text has.

use super::analyser::Analyser;
use super::query::Query;
use super::request::SearchRequest;
use crate::domain::Language;
use crate::domain::vocabulary::fold;

/// The words, phrases and beginnings of a query that stand in a text, each with how it was met.
#[must_use]
pub fn matched(request: &SearchRequest, language: Language, text: &str) -> Vec<String> {
    let query = request.read().0;
    let stems: Vec<String> = tokens(Analyser::Stems(language), text);
    let words: Vec<String> = tokens(Analyser::Words, text);
    let mut found = Vec::new();
    walk(&query, language, &stems, &words, &mut found);
    found.dedup();
    found
}

fn tokens(analyser: Analyser, text: &str) -> Vec<String> {
    analyser.tokens(text).into_iter().map(|token| token.text).collect()
}

fn walk(query: &Query, language: Language, stems: &[String], words: &[String], found: &mut Vec<String>) {
    match query {
        Query::Word(term) | Query::Phrase(term) => {
            let own = tokens(Analyser::Stems(language), term);
            if stands(&own, stems) {
                found.push(format!("{term} (stem {})", own.join(" ")));
            }
        }
        Query::Exact(term) if stands(&tokens(Analyser::Words, term), words) => {
            found.push(format!("{term} (exact form)"))
        }
        Query::Prefix(head) => {
            let head = fold(head).replace(' ', "");
            found.extend(
                words.iter().filter(|word| word.starts_with(&head)).map(|word| format!("{word} (begins with {head})")),
            );
        }
        Query::Fuzzy(term) => found.push(format!("{term} (roughly)")),
        Query::Near(a, b, distance) => found.push(format!("{a} and {b} (at most {distance} words between)")),
        Query::Field(facet, values) => found.push(format!("{} {} (field)", facet.name(), values.join(", "))),
        Query::Years(..) => found.push("year (field)".to_owned()),
        Query::And(parts) | Query::Or(parts) => {
            parts.iter().for_each(|part| walk(part, language, stems, words, found));
        }
        Query::All | Query::Not(_) | Query::Exact(_) => {}
    }
}

/// Whether tokens stand next to each other among others.
fn stands(wanted: &[String], all: &[String]) -> bool {
    !wanted.is_empty() && all.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::matched;
    use crate::domain::Language;
    use crate::search::SearchRequest;

    fn request(query: &str, is_literal: bool) -> SearchRequest {
        SearchRequest { query: query.to_owned(), is_literal, ..SearchRequest::default() }
    }

    #[test]
    fn what_was_met_is_told_with_its_stem() {
        let found =
            matched(&request("women AND ratif* NOT torture", false), Language::En, "Ratify the treaty on each woman");
        assert_eq!(found, ["women (stem woman)", "ratify (begins with ratif)"]);
        assert_eq!(matched(&request("FGM", false), Language::En, "end female genital mutilation").len(), 1);
        assert_eq!(matched(&request("FGM", true), Language::En, "end female genital mutilation").len(), 0);
    }
}
