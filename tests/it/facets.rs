//! Counts by field: every value says of which level it is, and records without a value are counted too.

use serde_json::{Value, json};

use crate::desk::Desk;

/// The rows of a table whose first value is of a level.
fn of_level(table: &Value, level: &str) -> Vec<Value> {
    let rows = table["rows"].as_array().unwrap();
    rows.iter().filter(|row| row[2][0] == level).cloned().collect()
}

fn sum(rows: &[Value]) -> u64 {
    rows.iter().map(|row| row[1].as_u64().unwrap()).sum()
}

#[test]
fn themes_and_clusters_are_told_apart_and_each_counts_every_record_once() {
    let desk = Desk::demo();
    let table = desk.json(["search", "--count-by", "cluster,cycle"]);
    let (themes, clusters) = (of_level(&table, "theme"), of_level(&table, "cluster"));
    assert_eq!((sum(&themes), sum(&clusters)), (369, 369));
    assert_eq!(themes.len() + clusters.len(), table["rows"].as_array().unwrap().len());
    assert!(clusters.iter().all(|row| row[0][0].as_str().unwrap().contains('.') && row[3][0].is_string()));
    assert_eq!(clusters[0][2], json!(["cluster", null]));
    desk.ok(["clusters", "rename", "7.1", "Parents and children"]);
    let csv = desk.ok(["search", "--count-by", "cluster", "--csv"]);
    assert!(csv.starts_with("cluster,level,title,count\n"), "{csv}");
    assert!(csv.contains("\n7.1,cluster,Parents and children,9\n"), "{csv}");
    let text = desk.ok(["search", "--count-by", "cluster"]);
    let (themes, clusters) = (text.find("\nthemes ").unwrap(), text.find("\nclusters ").unwrap());
    assert!(themes < clusters && text[clusters..].contains("\n7.1  Parents and children "), "{text}");
}

#[test]
fn goals_and_targets_say_their_level_and_issues_and_themes_are_two_fields() {
    let desk = Desk::demo();
    let table = desk.json(["search", "torture", "--count-by", "sdg"]);
    assert!(!of_level(&table, "goal").is_empty() && !of_level(&table, "target").is_empty());
    let issues = desk.ok(["search", "torture", "--count-by", "issue", "--csv"]);
    assert!(issues.starts_with("issue,count\n"), "{issues}");
    assert!(issues.contains("Torture and other CID treatment,26\n"), "{issues}");
    let themes = desk.ok(["search", "torture", "--count-by", "theme", "--csv"]);
    assert!(themes.contains("National Preventive Mechanism (NPM),3\n"), "{themes}");
    assert!(!themes.contains("Torture and other CID treatment,"), "{themes}");
    let both = desk.ok(["search", "torture", "--count-by", "sdg,cluster", "--csv"]);
    assert!(both.starts_with("sdg,sdg_level,sdg_title,cluster,cluster_level,cluster_title,count\n"), "{both}");
}

#[test]
fn records_without_a_value_are_counted_in_every_field_and_every_form() {
    let desk = Desk::demo();
    let answer = desk.json(["search", "torture"]);
    let total = answer["total"].as_u64().unwrap();
    for field in ["mechanism", "body", "state", "cycle", "session", "position", "kind", "year"] {
        assert_eq!(sum(answer["facets"][field].as_array().unwrap()), total, "{field}");
    }
    let bodies = ["search", "mechanism:treaty_body", "--counts"];
    let answer = desk.json(bodies);
    assert_eq!(answer["facets"]["position"], json!([["", answer["total"]]]));
    let text = desk.ok(bodies);
    let none = format!("\nposition\n{:>9}  (none)\n", answer["total"].as_u64().unwrap());
    assert!(text.contains(&none), "{text}");
    let csv = desk.ok(["search", "mechanism:treaty_body", "--counts", "--csv"]);
    assert!(csv.starts_with("field,level,value,title,records\n"), "{csv}");
    assert!(csv.contains(&format!("\nposition,,,,{}\n", answer["total"])), "{csv}");
    let rows = desk.export(["recommendations"]);
    assert!(rows.iter().all(|row| row["position"].is_empty() == (row["mechanism"] != "upr")));
}

#[test]
fn a_search_that_finds_nothing_says_first_how_much_comes_near_and_by_which_words() {
    let desk = Desk::demo();
    let text = desk.ok(["search", "prevención de la tortura"]).replace('\n', " ");
    assert!(text.starts_with("0 of 369 records; "), "{text}");
    assert!(text.contains(" come near, the first by: torture (for tortura)"), "{text}");
    assert!(desk.ok(["search", "torture"]).starts_with("26 of 369 records\n"));
}
