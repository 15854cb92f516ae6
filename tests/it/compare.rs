//! Comparisons and overlaps: units, denominators, intervals, files, and the published figures.

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;

use serde_json::{Value, json};
use weft::domain::{Asker, Language, Role};
use weft::reports::{Compare, CompareAnswer, CompareChange, ComparedStates, Condition, Field, Scope, Unit};
use weft::view::{Question, View};
use weft::workspace::{Silent, Workspace};

use crate::desk::{Desk, shared};
use crate::memory::view_of;

/// Twelve texts of Peru's session 28, nine of them accepted, the last made by two States with two positions, and one
/// by nobody.
fn rows() -> Vec<String> {
    let row = |n: usize, by: &str, response: &str| {
        let number = n.min(12);
        format!("R-{n},Peru,Build school number {number} in the mountains,{by},{response},28")
    };
    let mut rows: Vec<String> = (1..=9).map(|n| row(n, "Chile", "Accepted")).collect();
    rows.extend((10..=11).map(|n| row(n, "Norway", "Noted")));
    rows.extend([row(12, "Chad", "Accepted"), row(13, "Chile", "Noted")]);
    rows.push("R-14,Peru,Mend the lighthouse of the harbour,,Accepted,28".to_owned());
    rows
}

fn table(rows: &[String]) -> String {
    format!("id,state,text,recommending state,response,session\n{}\n", rows.join("\n"))
}

fn desk_of(rows: &[String]) -> Desk {
    let desk = Desk::new();
    desk.with("rows.csv", table(rows)).import("rows.csv");
    desk
}

fn near(value: &Value, wanted: f64) {
    let found = value.as_f64().unwrap();
    assert!((found - wanted).abs() < 1e-7, "{found} is not {wanted}");
}

#[test]
fn a_unit_decides_what_is_counted_of_what() {
    let desk = desk_of(&rows());
    let ask = |unit: &str| {
        desk.json(["compare", "--rows", "state", "--share", "position=supported", "--unit", unit])["cells"][0].clone()
    };
    let pairs = ask("pair");
    assert_eq!((&pairs["row"], &pairs["n"], &pairs["of"]), (&json!("PER"), &json!(11), &json!(14)));
    near(&pairs["low"], 52.410_769_413_399_69);
    near(&pairs["high"], 92.428_613_287_306_82);
    assert_eq!(pairs["cluster_low"], Value::Null, "one State is no sample of States");
    let recommendations = ask("recommendation");
    assert_eq!((&recommendations["n"], &recommendations["of"]), (&json!(10), &json!(13)));
    let positions = desk.json(["compare", "--rows", "position"]);
    let found: Vec<(&str, u64)> = positions["cells"].as_array().unwrap().iter().map(count).collect();
    assert_eq!(found, [("noted", 2), ("partly_supported", 1), ("supported", 10)]);
}

/// The row of a cell with its count.
fn count(cell: &Value) -> (&str, u64) {
    (cell["row"].as_str().unwrap(), cell["n"].as_u64().unwrap())
}

#[test]
fn what_has_no_value_is_a_row_and_small_denominators_have_no_percentage() {
    let desk = desk_of(&rows());
    let answer = desk.json(["compare", "--rows", "recommender", "--share", "position=supported", "--unit", "pair"]);
    let cells = answer["cells"].as_array().unwrap();
    assert_eq!(cells.last().unwrap()["row"], "(none)");
    assert_eq!(cells.iter().map(|cell| cell["of"].as_u64().unwrap()).sum::<u64>(), 14, "nothing is dropped");
    let chad = cells.iter().find(|cell| cell["row"] == "TCD").unwrap();
    assert_eq!((&chad["of"], &chad["share"], &chad["low"]), (&json!(1), &Value::Null, &Value::Null));
    let chile = desk.json(["compare", "--rows", "state", "--unit", "pair", "--by", "Chile"]);
    assert_eq!(chile["about"]["units"], 10);
    let regions = desk.json(["compare", "--rows", "recommender_region", "--unit", "pair"]);
    let found: Vec<(&str, u64)> = regions["cells"].as_array().unwrap().iter().map(count).collect();
    assert_eq!(found, [("africa", 1), ("grulac", 10), ("weog", 2), ("(none)", 1)]);
}

#[test]
fn two_parts_are_compared_with_the_interval_of_their_difference() {
    let mut rows = rows();
    let later = |n: usize| if n <= 10 { "Accepted" } else { "Noted" };
    rows.extend((1..=20).map(|n| format!("L-{n},Peru,Pave road number {n} to the coast,Chile,{},41", later(n))));
    let desk = desk_of(&rows);
    let change = ["compare", "change", "--rows", "state", "--from", "session=28", "--to", "cycle=4", "--unit", "pair"];
    let answer = desk.json(change.into_iter().chain(["--share", "position=supported", "--asks"]));
    let row = &answer["rows"][0];
    let counts = ["from_n", "from_of", "to_n", "to_of"].map(|name| row[name].as_u64().unwrap());
    assert_eq!(counts, [11, 14, 10, 20]);
    near(&row["difference"], -28.571_428_571_428_57);
    near(&row["low"], -52.960_657_000_840_16);
    near(&row["high"], 4.401_181_011_596_683);
    let asks = &answer["asks"];
    let count = |name: &str| asks[name].as_u64().unwrap();
    assert!(count("new") >= 1 && count("dropped") >= 1, "{asks}");
    let csv = desk.ok(change.into_iter().chain(["--csv"]));
    let header = "row,from_n,from_of,to_n,to_of,difference,low,high,cluster_low,cluster_high,unit\n";
    assert!(csv.starts_with(&format!("{header}PER,14,14,20,20,0.0000,")), "{csv}");
}

#[test]
fn the_same_question_on_the_same_rows_in_any_order_makes_the_same_bytes() {
    let written = |rows: &[String]| {
        let desk = desk_of(rows);
        desk.ok(["compare", "--rows", "recommender", "--columns", "position", "--unit", "pair", "--out", "table.csv"]);
        desk.ok(["compare", "--rows", "issue", "--share", "position=supported", "--out", "table.xlsx"]);
        ["table.csv", "table.csv-metadata.json", "table.xlsx"]
            .map(|name| std::fs::read(desk.folder().join(name)).unwrap())
    };
    let mut shuffled = rows();
    let first = written(&shuffled);
    shuffled.reverse();
    assert!(first == written(&shuffled));
    let metadata: Value = serde_json::from_slice(&first[1]).unwrap();
    let notes = metadata["notes"].as_array().unwrap();
    let note = |name: &str| notes.iter().find(|note| note["name"] == name).map(|note| note["value"].to_string());
    assert_eq!(note("Unit").unwrap(), "\"pairs of recommendation and recommending State\"");
    assert!(note("Version of the data").is_some() && note("Models").is_some() && note("Question").is_some());
    shuffled[0] = shuffled[0].replace("lighthouse", "Lighthouse");
    let changed = written(&shuffled);
    assert!(first[1] != changed[1], "one changed letter changes what the table says of its data");
}

#[test]
fn what_is_no_field_and_no_value_is_refused_by_name() {
    let desk = desk_of(&rows());
    for arguments in [
        vec!["compare", "--rows", "colour"],
        vec!["compare", "--rows", "state", "--share", "position=red"],
        vec!["compare", "--rows", "state", "--share", "position"],
        vec!["compare", "--rows", "state", "--state", "Atlantis"],
        vec!["compare", "--rows", "state", "--out", "table.pdf"],
        vec!["compare"],
    ] {
        let done = desk.run(&arguments);
        assert_eq!(done.code, 2, "{arguments:?}: {}{}", done.stdout, done.stderr);
    }
    let done = desk.run(["compare", "--rows", "state", "--share", "position=red"]);
    assert!(done.stderr.contains("position=red"), "{}", done.stderr);
}

#[test]
fn a_comparison_goes_over_the_wire_as_it_is_asked() {
    let desk = desk_of(&rows());
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    workspace.bring_up(&Silent).unwrap();
    let filters = json!([{"field": "state", "values": ["PER"]}]);
    let asked = json!({"ask": {"compare": {"rows": "position", "unit": "pair", "filters": filters}}});
    let asker = workspace.owner();
    let answer = workspace.serve(&serde_json::from_value(asked).unwrap(), &asker, &Silent).unwrap();
    assert_eq!(answer["about"]["units"], 14);
    let again: Compare = serde_json::from_value(answer["question"].clone()).unwrap();
    assert_eq!((again.rows, again.scope.unit), (Field::Position, Unit::Pair));
}

#[test]
fn on_the_demo_tables_fit_the_terminal_and_overlaps_add_up() {
    let desk = Desk::demo();
    for arguments in [
        vec!["compare", "--rows", "recommender_region", "--share", "position=supported", "--unit", "pair"],
        vec!["compare", "--rows", "issue", "--columns", "cycle"],
        vec!["compare", "change", "--rows", "theme", "--from", "cycle=1", "--to", "cycle=3", "--tags", "model"],
        vec!["overlap"],
        vec!["overlap", "--rows", "body", "--columns", "cluster"],
    ] {
        let shown = desk.ok(&arguments);
        let widest = shown.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= 80, "{arguments:?}\n{shown}");
    }
    let answer = desk.json(["overlap"]);
    let number = |value: &Value| value.as_u64().unwrap();
    let combined: u64 = answer["combinations"].as_array().unwrap().iter().map(|one| number(&one["asks"])).sum();
    assert_eq!(combined, number(&answer["asks"]), "who makes an ask is told of every ask");
    for column in answer["columns"].as_array().unwrap() {
        let cells = answer["cells"].as_array().unwrap().iter().filter(|cell| cell["column"] == column["column"]);
        let (asks, made): (u64, u64) = cells
            .map(|cell| (number(&cell["asks"]), number(&cell["recommendations"])))
            .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
        assert!(asks >= number(&column["asks"]) && made == number(&column["recommendations"]), "{column}");
    }
    desk.ok(["overlap", "--out", "overlap.xlsx"]);
    assert!(desk.ok(["overlap", "--csv"]).starts_with("column,row,asks,recommendations\n"));
}

#[test]
fn opposite_acts_on_one_thing_are_listed_with_both_acts() {
    let desk = Desk::new();
    let rows = "id,state,text,recommending state,response,session\n\
        A-1,Peru,Abolish the harbour police,Chile,Noted,28\n\
        A-2,Peru,Reinstate the harbour police,Chad,Noted,28\n\
        A-3,Peru,Abolish the tax on lighthouses,Chad,Noted,28\n\
        A-4,Chile,Reinstate the tax on lighthouses,Chad,Noted,28\n";
    desk.with("rows.csv", rows).import("rows.csv");
    let csv = desk.ok(["overlap", "--table", "contradictions", "--csv"]);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!((lines.len(), lines[0]), (2, "a,b,act_a,act_b"), "two States do not contradict each other: {csv}");
    let acts: Vec<&str> = lines[1].split(',').skip(2).collect();
    assert!(acts == ["abolish", "reinstate"] || acts == ["reinstate", "abolish"], "{csv}");
}

/// The table of UPR Info as a view without an analysis: labels are those of the file.
#[expect(clippy::print_stderr, reason = "whoever runs the tests is told what was passed over")]
fn published() -> Option<(Desk, View)> {
    let file = shared().map(|data| data.join("upr_info/upr_info_recommendations.csv")).filter(|file| file.exists());
    if file.is_none() {
        eprintln!("skipped: the table of UPR Info is not beside the checkout");
    }
    let file: PathBuf = file?;
    let desk = Desk::new();
    desk.imported(&file.to_string_lossy());
    let view = view_of(&desk.workspace());
    Some((desk, view))
}

fn asked<Q: Question>(question: &Q, view: &View) -> Q::Answer {
    let asker = Asker { who: "vera".to_owned(), role: Role::Reader, language: Language::En, edition: None };
    question.answer(view, &asker).unwrap()
}

fn condition(text: &str) -> Condition {
    text.parse().unwrap()
}

fn scope(unit: Unit, filters: &[&str]) -> Scope {
    Scope { unit, filters: filters.iter().map(|text| condition(text)).collect(), ..Scope::default() }
}

fn compared(view: &View, rows: Field, columns: Option<Field>, share: Option<&str>, scope: Scope) -> CompareAnswer {
    asked(&Compare { rows, columns, share: share.map(condition), scope }, view)
}

#[test]
fn the_published_figures_come_out_of_one_question_each() {
    let Some((_desk, view)) = published() else { return };
    let share = Some("position=supported");
    let units = |unit| compared(&view, Field::Mechanism, None, None, scope(unit, &[])).about.units;
    assert_eq!((units(Unit::Pair), units(Unit::Recommendation)), (24_150, 23_562));
    // Inside each regional group, sessions 1 to 5.
    let inside = scope(Unit::Pair, &["session=1..5"]);
    let answer = compared(&view, Field::Region, Some(Field::RecommenderRegion), share, inside.clone());
    assert_eq!(answer.about.units, 3_212);
    let own = answer.cells.iter().filter(|cell| Some(&cell.row) == cell.column.as_ref());
    let own: Vec<(&str, u64, u64)> = own.map(|c| (c.row.as_str(), c.measured.n, c.measured.of)).collect();
    let wanted = [("africa", 176, 193), ("asia_pacific", 171, 173), ("eastern_europe", 49, 87), ("grulac", 69, 88)];
    assert_eq!(own, [&wanted[..], &[("weog", 40, 151)]].concat());
    let regions = compared(&view, Field::RecommenderRegion, None, None, inside);
    let of = |name: &str| regions.cells.iter().find(|cell| cell.row == name).map(|cell| cell.measured.n);
    assert_eq!((of("observer"), of("unknown").or(of("(none)"))), (Some(46), Some(9)));
    let sessions = compared(&view, Field::Session, None, Some("category=5"), scope(Unit::Pair, &["session=16..19"]));
    let sessions: Vec<(u64, u64)> = sessions.cells.iter().map(|cell| (cell.measured.of, cell.measured.n)).collect();
    assert_eq!(sessions, [(900, 292), (1_674, 584), (1_747, 537), (2_039, 753)]);
    let egypt = compared(&view, Field::State, None, share, scope(Unit::Pair, &["state=Egypt", "session=20"])).total;
    assert_eq!((egypt.n, egypt.of), (224, 321));
    let rounded = [egypt.share, egypt.low, egypt.high].map(|value| format!("{:.1}", value.unwrap()));
    assert_eq!(rounded, ["69.8", "64.5", "74.5"]);
}

#[test]
fn differences_are_those_of_the_literature_and_of_whole_states() {
    let Some((_desk, view)) = published() else { return };
    let change = |rows, from: &str, to: &str, share: Option<&str>, filters: &[&str]| {
        let (from, to, share) = (condition(from), condition(to), share.map(condition));
        let states = ComparedStates::InBoth;
        let asks = weft::reports::FollowedAsks::None;
        asked(&CompareChange { rows, from, to, share, states, asks, scope: scope(Unit::Pair, filters) }, &view)
    };
    let share = Some("position=supported");
    let shown = |found: weft::reports::Difference| {
        [found.difference, found.low, found.high].map(|value| format!("{:.1}", value.unwrap()))
    };
    let of_state = |state: &str| change(Field::State, "session=7", "session=20", share, &[state]).total;
    assert_eq!(shown(of_state("state=Egypt")), ["-9.2", "-16.7", "-0.9"]);
    assert_eq!(shown(of_state("state=Iran")), ["-15.6", "-24.1", "-6.8"]);
    let both = change(Field::Kind, "cycle=1", "cycle=2", share, &[]);
    assert_eq!(both.about.states, 62);
    let total = both.total;
    assert_eq!((total.from_n, total.from_of, total.to_n, total.to_of), (3_897, 5_861, 8_338, 11_257));
    assert_eq!(shown(total), ["7.6", "6.1", "9.0"]);
    // Other draws of States than those of the source: 2.1 to 13.5 there.
    assert!((total.cluster_low.unwrap() - 2.1).abs() < 0.6 && (total.cluster_high.unwrap() - 13.5).abs() < 0.6);
    let row = |rows, name: &str| {
        let answer = change(rows, "cycle=1", "cycle=2", None, &[]);
        shown(answer.rows.iter().find(|row| row.row == name).unwrap().difference)
    };
    assert_eq!(row(Field::Category, "5"), ["0.3", "-1.2", "1.7"]);
    assert_eq!(row(Field::Issue, "Women's rights"), ["2.9", "1.7", "4.1"]);
}

#[test]
fn recommendations_of_the_review_stand_beside_what_other_mechanisms_ask_alike() {
    let desk = Desk::demo();
    let records = desk.export(["recommendations"]);
    let of = |id: &str| records.iter().find(|row| row["id"] == id).unwrap();
    let is_review = |id: &str| of(id)["mechanism"] == "upr" && of(id)["kind"] == "recommendation";
    let is_other = |id: &str| {
        let is_asked = matches!(of(id)["kind"].as_str(), "recommendation" | "pledge");
        matches!(of(id)["mechanism"].as_str(), "treaty_body" | "special_procedure") && is_asked
    };
    let mut expected: BTreeSet<(String, String)> = BTreeSet::new();
    let relations = desk.export(["relations"]);
    let pairs = relations.iter().map(|row| (row["a_id"].clone(), row["b_id"].clone()));
    for (a, b) in pairs.flat_map(|(a, b)| [(a.clone(), b.clone()), (b, a)]) {
        expected.extend((is_review(&a) && is_other(&b)).then_some((a, b)));
    }
    for own in records.iter().filter(|row| is_review(&row["id"])) {
        let same = records.iter().filter(|row| row["ask"] == own["ask"] && is_other(&row["id"]));
        expected.extend(same.map(|other| (own["id"].clone(), other["id"].clone())));
    }
    let rows: Vec<HashMap<String, String>> = {
        let text = desk.ok(["overlap", "--table", "equivalents", "--csv"]);
        csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect()
    };
    let paired = rows.iter().filter(|row| !row["equivalent_id"].is_empty());
    let found: BTreeSet<(String, String)> =
        paired.map(|row| (row["id"].clone(), row["equivalent_id"].clone())).collect();
    assert!(found.len() > 20, "{}", found.len());
    assert_eq!(found, expected);
    let ids: BTreeSet<&String> = rows.iter().map(|row| &row["id"]).collect();
    let reviewed = records.iter().filter(|row| is_review(&row["id"])).count();
    assert_eq!(ids.len(), reviewed, "a recommendation without an equivalent has a row too");
    let supported = desk.json(["overlap", "--table", "equivalents", "--position", "supported"]);
    let count = |what: &str| supported[what].as_u64().unwrap();
    assert!(count("asked_in_full") > 0 && count("asked_in_full") < count("with_equivalents"), "most share a part");
    assert!(supported["recommendations"].as_array().unwrap().len() < reviewed);
    desk.ok(["overlap", "--table", "equivalents", "--language", "es", "--out", "letter.docx"]);
    assert!(desk.folder().join("letter.docx.manifest.json").exists());
    assert_eq!(desk.run(["overlap", "--table", "equivalents", "--out", "letter.svg"]).code, 2);
}
