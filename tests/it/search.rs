//! Searching the demo.

use proptest::prelude::*;
use strum::VariantNames;
use weft::domain::vocabulary::StateRegister;
use weft::domain::{Facet, FacetValue, Language, Message, RecordId, Wording};
use weft::i18n::Words;
use weft::search::{
    Asking, FacetFilter, Marker, MatchReason, Origin, OtherName, Parts, SearchDocument, SearchError, SearchIndex,
    SearchRequest,
};

use crate::desk::Desk;

fn total(desk: &Desk, arguments: &[&str]) -> u64 {
    let all: Vec<&str> = ["search"].iter().chain(arguments).copied().collect();
    desk.json(all)["total"].as_u64().unwrap()
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
    let wrong = desk.run(["search", "--mechanism", "nonsense"]);
    assert!(
        wrong.stderr.contains("nothing has the mechanism 'nonsense'; there are: special_procedure"),
        "{}",
        wrong.stderr
    );
    assert!(total(&desk, &["--body", "CEDAW"]) > 0 && total(&desk, &["--group", "women_girls"]) > 0);
    assert!(total(&desk, &["--from", "2019", "--to", "2019-12"]) < total(&desk, &["--from", "2000"]));
    assert_eq!(desk.run(["search", "nosuchwordatall"]).code, 1, "nothing found is told by the exit code");
}

#[test]
fn fields_narrow_as_the_options_do() {
    let desk = Desk::demo();
    for (field, option) in [
        ("state:Saravia", ["--state", "XSV"]),
        ("position:noted", ["--position", "noted"]),
        ("cycle:1", ["--cycle", "1"]),
        ("sdg:16", ["--sdg", "16"]),
        ("body:CEDAW", ["--body", "CEDAW"]),
        ("group:women_girls", ["--group", "women_girls"]),
    ] {
        let by_option = total(&desk, &["torture OR women", option[0], option[1]]);
        assert!(by_option > 0, "{field}");
        assert_eq!(total(&desk, &[&format!("(torture OR women) {field}")]), by_option, "{field}");
    }
    let (cycles, first) = (total(&desk, &["cycle:1,2"]), total(&desk, &["cycle:1"]));
    assert_eq!(cycles, first + total(&desk, &["cycle:2"]), "values of a field are alternatives");
    assert_eq!(total(&desk, &["year:2019"]), total(&desk, &["--from", "2019", "--to", "2019"]));
    assert_eq!(total(&desk, &["NOT cycle:1"]) + first, total(&desk, &[]));
    let wrong = desk.run(["search", "mechanism:nonsense"]);
    assert!(wrong.stderr.contains("nothing has the mechanism 'nonsense'; there are: "), "{}", wrong.stderr);
}

#[test]
fn exact_forms_nearness_and_rough_words_are_told_apart() {
    let desk = Desk::demo();
    let (stem, exact) = (total(&desk, &["prisons"]), total(&desk, &["=prisons"]));
    assert!(exact > 0 && exact < stem, "{exact} of {stem}");
    let (both, near) = (total(&desk, &["torture protocol"]), total(&desk, &["torture NEAR/4 protocol"]));
    assert!(near > 0 && near <= both, "{near} of {both}");
    assert_eq!(total(&desk, &["torture NEAR/4 protocol"]), total(&desk, &["protocol NEAR/4 torture"]));
    assert!(total(&desk, &["tortur* NEAR/4 (protocol OR treaty)"]) >= near);
    assert!(total(&desk, &["tortur* NEAR/1 (protocol OR treaty)"]) < total(&desk, &["tortur* (protocol OR treaty)"]));
    assert_eq!(total(&desk, &["tortrue"]), 0);
    let told = desk.run(["search", "tortrue"]).stderr;
    assert!(told.contains("did you mean: torture"), "{told}");
    assert!(total(&desk, &["tortrue~"]) > 0);
}

#[test]
fn other_names_of_terms_are_found_and_named_unless_taken_literally() {
    let desk = Desk::demo();
    let answer = desk.json(["search", "OPCAT"]);
    assert_eq!(answer["widened"][0]["term"], "OPCAT");
    let wide = answer["total"].as_u64().unwrap();
    let full = total(&desk, &["\"Optional Protocol to the Convention against Torture\""]);
    assert!(wide > 0 && wide == full, "an instrument is found by any of its names: {wide}, {full}");
    assert!(total(&desk, &["OPCAT", "--literal"]) < wide);
}

#[test]
fn texts_that_say_the_same_are_shown_once_with_how_many_there_are() {
    let desk = Desk::demo();
    let folded = desk.ok(["search", "torture", "-n", "100"]);
    let all = desk.ok(["search", "torture", "-n", "100", "--all"]);
    let heads = |text: &str| text.split(" come near").next().unwrap().matches("cluster").count() as u64;
    let more: u64 = folded
        .lines()
        .filter_map(|line| line.trim().strip_prefix("and ")?.split(' ').next()?.parse::<u64>().ok())
        .sum();
    assert!(more > 0, "{folded}");
    assert_eq!(heads(&folded) + more, heads(&all), "{folded}");
    assert_eq!(heads(&all), total(&desk, &["torture"]));
}

#[test]
fn a_table_of_counts_agrees_with_searches() {
    let desk = Desk::demo();
    let table = desk.json(["search", "torture", "--count-by", "position,cycle"]);
    for row in table["rows"].as_array().unwrap() {
        let (position, cycle) = (row[0][0].as_str().unwrap(), row[0][1].as_str().unwrap());
        if position.is_empty() {
            continue;
        }
        let counted = total(&desk, &["torture", "--position", position, "--cycle", cycle]);
        assert_eq!(row[1].as_u64().unwrap(), counted, "{position} {cycle}");
    }
    let rows = desk.json(["search", "torture", "--count-by", "position"])["rows"].as_array().unwrap().clone();
    let sum: u64 = rows.iter().map(|row| row[1].as_u64().unwrap()).sum();
    assert_eq!(sum, total(&desk, &["torture"]), "records without a position have a row");
    let csv = desk.ok(["search", "torture", "--count-by", "mechanism", "--csv"]);
    assert!(csv.starts_with("mechanism,count\n"), "{csv}");
    let wrong = desk.run(["search", "torture", "--count-by", "colour"]);
    assert!(wrong.code > 1 && wrong.stderr.contains("there is no field 'colour'; fields are: "), "{}", wrong.stderr);
}

#[test]
fn results_come_in_the_order_asked_for_and_tell_why() {
    let desk = Desk::demo();
    let ids = |arguments: &[&str]| -> Vec<String> {
        let all: Vec<&str> = ["search", "torture", "-n", "100"].iter().chain(arguments).copied().collect();
        let hits = desk.json(all)["hits"].as_array().unwrap().clone();
        hits.iter().map(|hit| hit["cluster"].as_str().unwrap().to_owned()).collect()
    };
    let number = |cluster: &String| -> Vec<u32> { cluster.split('.').map(|part| part.parse().unwrap_or(0)).collect() };
    let by_cluster: Vec<Vec<u32>> = ids(&["--sort", "cluster", "--literal"]).iter().map(number).collect();
    assert!(by_cluster.is_sorted(), "{by_cluster:?}");
    assert_eq!(by_cluster.len(), ids(&["--sort", "date", "--literal"]).len());
    let told = desk.ok(["search", "torture", "-n", "3", "--explain"]);
    assert_eq!(told.matches("found by: torture (stem tortur)").count(), 3, "{told}");
}

/// Queries that no grammar takes.
const ILL_FORMED: &[&str] = &[
    "(",
    ")",
    "((torture",
    "torture)))",
    "\"",
    "\"torture",
    "=",
    "=\"",
    "*",
    "~",
    "-",
    "--",
    "AND",
    "OR",
    "NOT",
    "NOT NOT",
    "AND OR",
    "NEAR",
    "NEAR/5",
    "torture NEAR/",
    "torture NEAR/x",
    "torture NEAR/99999999999",
    "state:",
    "state:,",
    "year:",
    "year:soon",
    "year:..",
    "year:2024..2019",
    "year:99999",
    "unknown:x",
    "http://x",
    ":",
    "a:b:c",
    "\\",
    "[a TO b]",
    "{",
    "torture^2",
    "/x/",
    "+torture",
    "? ?",
    "“torture",
    "«",
    "!",
    "(((()))",
];

#[test]
fn ill_formed_queries_are_read_as_words_or_all() {
    let desk = Desk::demo();
    for query in ILL_FORMED {
        let run = desk.run(["search", "--json", "--", *query]);
        assert!(run.code <= 1, "{query}: {}", run.stderr);
        let answer: serde_json::Value = serde_json::from_str(&run.stdout).unwrap();
        assert!(answer["reading"].is_string(), "{query}");
    }
}

#[test]
fn six_languages_are_searched() {
    let desk = Desk::demo();
    for (language, words) in
        [("fr", "surpopulation"), ("es", "moratoria"), ("ru", "независимости"), ("ar", "التعليم"), ("zh", "减贫")]
    {
        let answer = desk.json(["search", words, "-n", "50"]);
        let found = answer["hits"]
            .as_array()
            .unwrap()
            .iter()
            .any(|hit| hit["language"] == language && hit["is_related"] == false);
        assert!(found, "{language}: {}", answer["total"]);
    }
}

#[test]
fn operators_fields_and_values_have_names_in_six_languages() {
    let desk = Desk::demo();
    let english = total(&desk, &["torture AND state:Saravia NOT cycle:1"]);
    assert!(english > 0);
    for query in [
        "torture ET état:Saravie SAUF cycle:1",
        "torture Y país:Saravia NO ciclo:1",
        "torture И государство:Саравия НЕ цикл:1",
        "torture و دولة:سارافيا ليس جولة:1",
        "torture 和 国家：萨拉维亚 非 周期:1",
    ] {
        assert_eq!(total(&desk, &[query]), english, "{query}");
    }
    assert_eq!(
        total(&desk, &["group:\"Personas con discapacidad\""]),
        total(&desk, &["group:persons_with_disabilities"])
    );
    assert_eq!(total(&desk, &["cycle:1,3"]), total(&desk, &["--cycle", "1,3"]));
    let theme = "theme:\"Prohibition of torture & ill-treatment (including cruel, inhuman or degrading treatment)\"";
    assert!(total(&desk, &[theme]) > 0, "a name with a comma is one value");
    assert_eq!(total(&desk, &["position:rejected"]), total(&desk, &["position:noted"]));
}

#[test]
fn other_languages_come_near_below_what_fits_and_are_counted_apart() {
    let desk = Desk::demo();
    let answer = desk.json(["search", "agressions contre les journalistes", "-n", "20"]);
    let hits = answer["hits"].as_array().unwrap();
    let near: Vec<bool> = hits.iter().map(|hit| hit["is_related"].as_bool().unwrap()).collect();
    assert!(near.is_sorted() && near.contains(&true), "what fits stands first: {near:?}");
    assert_eq!(near.iter().filter(|near| !**near).count() as u64, answer["total"].as_u64().unwrap());
    let english = hits.iter().find(|hit| hit["language"] == "en").unwrap();
    assert_eq!(english["matched"][0]["code"], "search-found-for", "{english}");
    let (without, all) = (total(&desk, &["violence NOT children"]), total(&desk, &["violence"]));
    assert!(without < all, "{without} of {all}");
    assert_eq!(total(&desk, &["violence SAUF enfants"]), without, "an exclusion holds in all languages");
    let literal = desk.json(["search", "agressions contre les journalistes", "--literal"]);
    assert_eq!(literal["related"], 0);
    let strict = desk.json(["search", "torture AND unicorns"]);
    assert_eq!((&strict["total"], &strict["related"]), (&0.into(), &0.into()), "AND asks for all words");
}

#[test]
fn small_words_and_elisions_do_not_narrow() {
    let desk = Desk::demo();
    assert_eq!(total(&desk, &["the rights of the child"]), total(&desk, &["rights child"]));
    assert!(total(&desk, &["\"rights of the child\""]) <= total(&desk, &["rights child"]));
    assert_eq!(total(&desk, &["l'égalité"]), total(&desk, &["egalite"]));
    assert_eq!(total(&desk, &["Türkiye"]), total(&desk, &["Turkiye"]));
    assert_eq!(total(&desk, &["woman"]), total(&desk, &["women"]));
}

#[test]
fn pages_join_without_gaps_or_repeats() {
    let desk = Desk::demo();
    let sorts = ["relevance", "date", "state", "reference", "cluster"];
    for (query, sort) in sorts.map(|sort| ("prison cells", sort)).into_iter().chain(sorts.map(|sort| ("cycle:1", sort)))
    {
        let ids = |from: usize, many: usize| -> Vec<String> {
            let (from, many) = (from.to_string(), many.to_string());
            let answer = desk.json(["search", query, "--sort", sort, "--offset", &from, "-n", &many]);
            let hits = answer["hits"].as_array().unwrap().clone();
            hits.iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect()
        };
        // Without words all have one score: the order is told by what settles ties.
        let whole = ids(0, 30);
        let pages = [ids(0, 7), ids(7, 7), ids(14, 16)].concat();
        assert_eq!(whole, pages, "{query} {sort}");
        let mut once = whole.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), whole.len(), "{query} {sort}");
    }
}

#[test]
fn counts_add_up_and_snippets_mark_what_was_found() {
    let desk = Desk::demo();
    let answer = desk.json(["search", "moratorium", "-n", "3"]);
    let sum: u64 = answer["facets"]["mechanism"].as_array().unwrap().iter().map(|pair| pair[1].as_u64().unwrap()).sum();
    assert_eq!(Some(sum), answer["total"].as_u64());
    for goal in answer["trees"]["sdg"].as_array().unwrap() {
        let searched = total(&desk, &["moratorium", "--sdg", goal["value"].as_str().unwrap()]);
        assert_eq!(goal["count"].as_u64().unwrap(), searched, "a goal counts each record once: {goal}");
    }
    let snippet = answer["hits"][0]["snippet"].as_str().unwrap();
    assert!(snippet.to_lowercase().contains("**moratorium**"), "{snippet}");
    let csv = desk.ok(["search", "moratorium", "--csv"]);
    assert!(csv.starts_with("id,source_ids,reference,symbol,paragraph,kind,date,mechanism,"), "{csv}");
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

fn without_words(codes: &[&'static str]) -> Vec<&'static str> {
    codes.iter().copied().filter(|code| !Words::english().knows(code)).collect()
}

#[test]
fn every_reason_and_every_other_name_of_a_search_has_words() {
    assert_eq!(without_words(&[MatchReason::VARIANTS, OtherName::VARIANTS].concat()), [""; 0]);
    let words = Words::english();
    let field = MatchReason::Field { field: Facet::State, values: vec!["PER".to_owned(), "BOL".to_owned()] };
    assert_eq!(words.say(&field), "state PER, BOL (field)");
    let rough = MatchReason::Roughly { word: "woman".to_owned(), asked: "womna".to_owned() };
    assert_eq!(words.say(&rough), "woman (roughly womna)");
    let instrument = OtherName::Instrument { instrument: "OPCAT".to_owned() };
    assert_eq!(words.say(&instrument), "texts that name OPCAT in any way");
}

#[test]
fn every_failure_of_the_index_has_a_sentence_and_what_to_do() {
    assert_eq!(without_words(SearchError::VARIANTS), [""; 0]);
    let failure = SearchError::Damaged("cut off".to_owned());
    assert_eq!(failure.code(), failure.to_string());
    assert_eq!(Words::english().say(&failure), "a document in the index is damaged: cut off");
    assert!(Words::english().hint(&failure).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_query_makes_the_search_fail(query in "\\PC{0,40}", filter in "\\PC{0,12}") {
        let mut index = SearchIndex::in_memory().unwrap();
        let document = SearchDocument {
            id: RecordId(7),
            reference: "UPR A/HRC/1/1 ¶7".to_owned(),
            source_ids: vec!["seven".to_owned()],
            symbol: "A/HRC/1/1".to_owned(),
            paragraph: "7".to_owned(),
            place: String::new(),
            is_final: true,
            citation: "A/HRC/1/1 ¶7".to_owned(),
            texts: [(Language::En, "Build schools \"now\" (all)"), (Language::Zh, "继续努力")]
                .map(|(language, text)| Wording { language, text: text.to_owned() })
                .to_vec(),
            facets: vec![FacetValue::of(Facet::Theme, "Right to education")],
            published: None,
            days: None,
        };
        index.update(std::iter::once(document), Origin::default()).unwrap();
        let asking = Asking::new(&index, StateRegister::embedded());
        for filters in [Vec::new(), vec![FacetFilter { facet: Facet::Theme, values: vec![filter] }]] {
            let request = SearchRequest { query: query.clone(), filters, limit: 5, ..SearchRequest::default() };
            prop_assert!(asking.search(&asking.read(&request).unwrap()).is_ok());
        }
        let request = SearchRequest { query, ..SearchRequest::default() };
        let asked = asking.read(&request).unwrap();
        let snippet = Marker::new(&asked, &asking).snippet(Language::En, "Build schools «now» é", Parts::Direct);
        prop_assert_eq!(snippet.marked("[", "]").replace(['[', ']'], ""), "Build schools «now» é");
        prop_assert_eq!(snippet.text, "Build schools «now» é");
    }
}

#[test]
fn entities_are_found_by_the_names_that_the_register_gives_them() {
    let desk = Desk::demo();
    let total = |query: &str| desk.json(["search", "-n", "1", query])["total"].as_u64().unwrap();
    let of_type = total("entity:foreign_affairs");
    assert!(of_type > 0);
    assert_eq!((total("entity:MFA"), total("entity:\"Ministry of Foreign Affairs\"")), (of_type, of_type));
    assert_eq!(desk.run(["search", "entity:MFX"]).code, 1, "a name that no register has finds nothing");
}
