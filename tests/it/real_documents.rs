//! Real documents, when they lie beside the checkout: every number, position and State as labelled.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::desk::{Desk, shared};

type Row = HashMap<String, String>;

fn table(path: &Path) -> Vec<Row> {
    let text = std::fs::read_to_string(path).unwrap();
    csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn plain(text: &str) -> String {
    let spaced: String = text.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn exported(desk: &Desk) -> HashMap<(String, String), Row> {
    desk.ok(["analyse"]);
    let rows = desk.export(["recommendations"]);
    rows.into_iter().map(|row| ((row["symbol"].clone(), row["paragraph"].clone()), row)).collect()
}

#[test]
fn the_labelled_thematic_lists_are_read_whole() {
    let Some(data) = shared() else {
        eprintln!("skipped: no real data beside the checkout");
        return;
    };
    let desk = Desk::new();
    let lists = data.join("ohchr_thematic_lists");
    for name in [
        "UPR20__Slovenia_ThematicListRecommendations_E.docx",
        "UPR34_Slovenia_Thematic_list_of_Recommendations.docx",
        "upr48-slovenia-thematic-list-of-recommendatio.docx",
        "EgyptMatriceRecommendations.docx",
    ] {
        desk.import(&lists.join("original").join(name).to_string_lossy());
    }
    let found = exported(&desk);
    let labelled = table(&lists.join("thematic_lists_labelled.csv"));
    assert_eq!((found.len(), labelled.len()), (932, 932));
    for row in labelled {
        let got = &found[&(row["report_symbol"].clone(), row["number"].clone())];
        let position = match row["position"].as_str() {
            "Supported/Noted" => "partly_supported",
            other => &other.to_lowercase(),
        };
        assert_eq!(got["position"], position, "{}", row["number"]);
        assert!(plain(&row["text"]).starts_with(&plain(&got["text"])), "{}: {}", row["number"], got["text"]);
        assert!(!got["recommending_states"].is_empty() && !got["themes"].is_empty(), "{}", row["number"]);
    }
    treaties_are_chained_over_three_cycles(&desk);
}

fn treaties_are_chained_over_three_cycles(desk: &Desk) {
    let chains: [(&str, &[&[&str]]); 4] = [
        (
            "STATELESS1961",
            &[&["115.17"], &["122.5", "122.6", "122.7", "122.8"], &["140.11", "140.12", "140.13", "140.14"]],
        ),
        ("OPICESCR", &[&["115.4"], &["122.1"], &["140.7", "140.8", "140.9", "140.10"]]),
        (
            "ICRMW",
            &[
                &["115.6", "115.11", "115.12"],
                &["122.2", "122.3", "122.4"],
                &["140.1", "140.2", "140.3", "140.4", "140.5", "140.6"],
            ],
        ),
        ("CED", &[&["115.5", "115.14", "115.15", "115.16"], &["121.1", "121.2"]]),
    ];
    for (code, expected) in chains {
        let answer = desk.json(["lineage", "--state", "SVN", "--instrument", code]);
        let line = &answer["lines"][0];
        let steps = line["steps"].as_array().unwrap();
        assert_eq!(steps.len(), expected.len(), "{code}: {line}");
        for (step, wanted) in steps.iter().zip(expected) {
            let ids = step["members"].as_array().unwrap().iter().map(|id| id.as_str().unwrap());
            let names: Vec<&str> = ids.map(|id| line["names"][id].as_str().unwrap()).collect();
            assert!(wanted.iter().all(|paragraph| names.contains(paragraph)), "{code}: {names:?}");
        }
        let shared: Vec<&str> = line["shared"]
            .as_array()
            .unwrap()
            .iter()
            .map(|id| line["names"][id.as_str().unwrap()].as_str().unwrap())
            .collect();
        let names_two = matches!(code, "STATELESS1961" | "OPICESCR");
        assert_eq!(shared.contains(&"122.9"), names_two, "{code}: {shared:?}");
        assert_eq!(line["not_since"].is_null(), code != "CED", "{code}");
    }
}

#[test]
fn the_reports_of_2026_are_read_whole() {
    let Some(data) = shared() else {
        eprintln!("skipped: no real data beside the checkout");
        return;
    };
    let desk = Desk::new();
    let reports = data.join("upr_wg_reports");
    let expected = table(&reports.join("wg52_recommendations.csv"));
    let files: HashSet<&String> = expected.iter().map(|row| &row["source_docx"]).collect();
    files.iter().for_each(|name| _ = desk.import(&reports.join("docx_2026").join(name).to_string_lossy()));
    desk.ok(["analyse"]);
    let rows = desk.export(["recommendations"]);
    let found: HashMap<(&str, &str), &Row> =
        rows.iter().map(|row| ((row["state"].as_str(), row["paragraph"].as_str()), row)).collect();
    let codes = HashMap::from([
        ("Belgium", "BEL"),
        ("Denmark", "DNK"),
        ("Estonia", "EST"),
        ("Mozambique", "MOZ"),
        ("Namibia", "NAM"),
    ]);
    let same = |row: &&Row| {
        let got = found.get(&(codes[row["state_under_review"].as_str()], row["paragraph"].as_str()));
        got.is_some_and(|got| plain(&got["text"]) == plain(&row["recommendation"]))
    };
    let read = expected.iter().filter(same).count();
    // One expected text was cut at a year in brackets.
    assert_eq!((rows.len(), read), (1420, 1419));
}

#[test]
fn slovenia_s_three_cycles_from_all_documents_are_not_doubled() {
    let Some(data) = shared() else {
        eprintln!("skipped: no real data beside the checkout");
        return;
    };
    let desk = Desk::new();
    let fourth = data.join("upr_wg_reports").join("slovenia_cycle4");
    for path in [
        data.join("upr_wg_reports").join("pdf").join("slovenia2014.pdf"),
        fourth.join("g2502644.pdf"),
        data.join("ohchr_thematic_lists").join("original").join("UPR34_Slovenia_Thematic_list_of_Recommendations.docx"),
        fourth.join("g2505828.pdf"),
    ] {
        desk.import(&path.to_string_lossy());
    }
    assert_eq!(desk.json(["verify"])["records"], 163 + 215 + 254);
    let found = exported(&desk);
    let count =
        |position: &str| found.values().filter(|r| r["symbol"] == "A/HRC/59/15" && r["position"] == position).count();
    assert_eq!((count("supported"), count("supported_implemented"), count("noted")), (178, 39, 37));
    for name in
        ["UPR20__Slovenia_ThematicListRecommendations_E.docx", "upr48-slovenia-thematic-list-of-recommendatio.docx"]
    {
        let report = desk.imported(&data.join("ohchr_thematic_lists").join("original").join(name).to_string_lossy());
        assert_eq!(report["new"], 0, "{name}");
    }
    let shown = desk.ok(["show", "140.11"]);
    assert!(["g2502644.pdf", "g2505828.pdf", "upr48-slovenia"].iter().all(|file| shown.contains(file)), "{shown}");
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let both = "SDG targets: 10 Reduced inequalities (from the file), 16.9 Universal legal identity and birth \
                registration (proposed, ";
    assert!(shown.contains(both), "a bare goal hides no target: {shown}");
}
