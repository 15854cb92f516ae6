//! Cuts during an analysis: it can be made again, and what had a cluster keeps it.

use std::collections::{BTreeMap, HashMap};

use super::imports::SMALL;
use super::watch::{assert_passed, counted, watched};
use crate::desk::Desk;

type Row = HashMap<String, String>;

const LATER: &str = "id,state,text,session\n\
    L-1,Peru,Plant mangroves along the coast,20\n\
    L-2,Peru,Ratify the Optional Protocol to the Convention against Torture,20\n";

/// Rows without what an analysis only proposes: a record that had no cluster may come into another.
fn without_clusters(mut rows: Vec<Row>) -> Vec<Row> {
    rows.iter_mut().for_each(|row| row.retain(|column, _| !matches!(column.as_str(), "theme_cluster" | "cluster")));
    rows
}

fn clusters(rows: &[Row]) -> BTreeMap<String, String> {
    rows.iter().map(|row| (row["id"].clone(), row["cluster"].clone())).collect()
}

/// Cuts off the analysis of a desk at every point it passes; `placed` are the records that have a cluster.
fn cut_off(desk: &Desk, points: &[&str], placed: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let held = counted(desk, "before");
    let cuts = watched(desk, &["analyse"]);
    assert_passed(&cuts, points);
    let rows = desk.export(["recommendations"]);
    let whole = clusters(&rows);
    let wanted = without_clusters(rows);
    for cut in &cuts {
        assert_eq!(counted(&cut.desk, cut.point), held, "{}: an analysis changes no truth", cut.point);
        let rows = cut.desk.analyse().export(["recommendations"]);
        let found = clusters(&rows);
        assert!(found.values().all(|cluster| !cluster.is_empty()), "{}: {found:?}", cut.point);
        assert!(placed.iter().all(|(id, cluster)| found[id] == *cluster), "{}: a record moved", cut.point);
        assert_eq!(without_clusters(rows), wanted, "{}", cut.point);
    }
    whole
}

#[test]
fn an_analysis_that_was_cut_off_is_made_again_and_moves_nothing() {
    let desk = Desk::new();
    desk.with("small.csv", SMALL).import("small.csv");
    let always: &[&str] = &[
        "store-clusters-inside",
        "store-placements-begin",
        "store-flush-noted",
        "workspace-state-placed",
        "workspace-whole-beside",
    ];
    let placed = cut_off(&desk, always, &BTreeMap::new());
    desk.with("later.csv", LATER).import("later.csv");
    let later = cut_off(&desk, always, &placed);
    assert!(placed.iter().all(|(id, cluster)| later[id] == *cluster), "a record moved");
}

#[test]
fn clusters_are_made_anew_or_stand_as_they_were() {
    let desk = Desk::new();
    desk.with("small.csv", SMALL).import("small.csv").analyse();
    let placed = |desk: &Desk| clusters(&desk.analyse().export(["recommendations"]));
    let before = placed(&desk);
    let renew = ["clusters", "renew", "--themes", "1"];
    let cuts = watched(&desk, &renew);
    assert_passed(&cuts, &["workspace-whole-done", "store-clusters-dropping", "store-flush-noted"]);
    let renewed = placed(&desk);
    assert_ne!(before, renewed);
    for cut in &cuts {
        let found = placed(&cut.desk);
        assert!(found == before || found == renewed, "{}: {found:?}", cut.point);
        cut.desk.ok(renew);
        assert_eq!(placed(&cut.desk), renewed, "{}", cut.point);
    }
}
