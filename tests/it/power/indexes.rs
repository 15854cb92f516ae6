//! Cuts while the index is made: searching makes it again and finds the same.

use std::fs;

use super::imports::SMALL;
use super::watch::{assert_passed, counted, watched};
use crate::desk::Desk;

const SEARCH: [&str; 3] = ["search", "torture", "--json"];

#[test]
fn an_index_that_was_cut_off_is_made_again_and_finds_the_same() {
    let desk = Desk::new();
    desk.with("small.csv", SMALL).import("small.csv");
    let found = |desk: &Desk| desk.json(["search", "torture"])["total"].clone();
    let wanted = found(&desk);
    assert!(wanted.as_u64() >= Some(2), "{wanted}");
    let held = counted(&desk, "before");
    fs::remove_dir_all(desk.workspace().join("index")).unwrap();
    let cuts = watched(&desk, &SEARCH);
    assert_passed(&cuts, &["search-index-emptied", "search-index-remembered", "search-index-committed"]);
    for cut in &cuts {
        assert_eq!(found(&cut.desk), wanted, "{}", cut.point);
        assert_eq!(counted(&cut.desk, cut.point), held, "{}: searching changes no truth", cut.point);
    }
}
