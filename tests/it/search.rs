//! Searching the demo.

use proptest::prelude::*;
use weft::domain::{Language, RecordId};
use weft::search::{Facet, SearchDocument, SearchIndex, SearchRequest};

use crate::desk::Desk;

fn total(desk: &Desk, arguments: &[&str]) -> u64 {
    let all: Vec<&str> = ["search"].iter().chain(arguments).copied().collect();
    desk.json(&all)["total"].as_u64().unwrap()
}

#[test]
fn words_phrases_operators_and_filters_narrow_the_result() {
    let desk = Desk::demo();
    let torture = total(&desk, &["torture"]);
    assert!(torture > 5);
    let without = total(&desk, &["torture NOT protocol"]);
    let with = total(&desk, &["torture AND protocol"]);
    assert!(with > 0 && without > 0);
    assert_eq!(without + with, torture);
    assert_eq!(total(&desk, &["torture OR torture"]), torture);
    assert!(total(&desk, &["\"death penalty\""]) <= total(&desk, &["death penalty"]));
    assert!(total(&desk, &["discriminat*"]) >= total(&desk, &["discrimination"]));
    assert!(total(&desk, &["ratify"]) > 5);
    assert_eq!(total(&desk, &["ratifying"]), total(&desk, &["ratify"]), "words are found by their stems");
    let parts: u64 =
        ["upr", "treaty_body", "special_procedure"].iter().map(|m| total(&desk, &["torture", "--mechanism", m])).sum();
    assert_eq!(parts, torture);
    let supported = total(&desk, &["--position", "supported", "--cycle", "1"]);
    assert_eq!(supported, 35);
    assert_eq!(total(&desk, &["--state", "Saravia"]), total(&desk, &["--state", "XSV"]));
    assert!(total(&desk, &["--sdg", "16"]) > total(&desk, &["--sdg", "16.3"]) && total(&desk, &["--sdg", "16.3"]) > 0);
    let wrong = desk.run(&["search", "--mechanism", "nonsense"]);
    assert!(
        wrong.stderr.contains("nothing has the mechanism 'nonsense'; there are: special_procedure"),
        "{}",
        wrong.stderr
    );
    assert!(total(&desk, &["--body", "CEDAW"]) > 0 && total(&desk, &["--group", "women_girls"]) > 0);
    assert!(total(&desk, &["--from", "2019", "--to", "2019-12"]) < total(&desk, &["--from", "2000"]));
    assert_eq!(desk.run(&["search", "nosuchwordatall"]).code, 1, "nothing found is told by the exit code");
}

#[test]
fn six_languages_are_searched() {
    let desk = Desk::demo();
    for (language, words) in
        [("fr", "surpopulation"), ("es", "moratoria"), ("ru", "независимости"), ("ar", "التعليم"), ("zh", "减贫")]
    {
        let answer = desk.json(&["search", words, "-n", "50"]);
        let found = answer["hits"].as_array().unwrap().iter().any(|hit| hit["language"] == language);
        assert!(found, "{language}: {}", answer["total"]);
    }
}

#[test]
fn counts_add_up_and_snippets_mark_what_was_found() {
    let desk = Desk::demo();
    let answer = desk.json(&["search", "moratorium", "-n", "3"]);
    let sum: u64 = answer["facets"]["mechanism"].as_array().unwrap().iter().map(|pair| pair[1].as_u64().unwrap()).sum();
    assert_eq!(Some(sum), answer["total"].as_u64());
    let snippet = answer["hits"][0]["snippet"].as_str().unwrap();
    assert!(snippet.to_lowercase().contains("**moratorium**"), "{snippet}");
    let csv = desk.ok(&["search", "moratorium", "--csv"]);
    assert!(csv.starts_with("id,reference,state,position,cluster,language,text\n"), "{csv}");
}

#[test]
fn output_fits_eighty_columns_and_carries_no_colour_in_a_pipe() {
    let desk = Desk::demo();
    for command in
        [vec!["search", "torture"], vec!["clusters"], vec!["overview"], vec!["duplicates"], vec!["links", "entities"]]
    {
        let text = desk.ok(&command);
        assert!(!text.contains('\u{1b}'), "{command:?}");
        let widest = text.lines().max_by_key(|line| line.chars().count()).unwrap();
        assert!(widest.chars().count() <= 82, "{command:?}: {widest}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_query_makes_the_search_fail(query in "\\PC{0,40}", filter in "\\PC{0,12}") {
        let mut index = SearchIndex::in_memory().unwrap();
        let document = SearchDocument {
            id: RecordId(7),
            texts: vec![(Language::En, "Build schools \"now\" (all)".to_owned()), (Language::Zh, "继续努力".to_owned())],
            facets: vec![(Facet::Theme, "Right to education".to_owned())],
            day: Some(1),
        };
        index.update(std::iter::once(document)).unwrap();
        let filters = std::collections::BTreeMap::from([(Facet::Theme, vec![filter])]);
        for filters in [std::collections::BTreeMap::new(), filters] {
            let request = SearchRequest { query: query.clone(), filters, limit: 5, ..SearchRequest::default() };
            prop_assert!(index.search(&request).is_ok());
        }
        prop_assert!(index.snippet(&query, Language::En, "Build schools «now» é", ("[", "]")).is_ok());
    }
}
