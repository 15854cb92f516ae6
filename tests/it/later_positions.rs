//! Positions that a State states after its review, beside those of the review.

use std::collections::HashMap;

use crate::desk::Desk;

const ROWS: &str = "id,state,text,recommending state,response,session,number\n\
    P1,Peru,Ratify the treaty on mines,Chile,Noted,28,111.1\n\
    P2,Peru,Build schools in the mountains,Ghana,Supported,28,111.2\n\
    P3,Peru,Train more judges in the provinces,Kenya,Noted,28,111.3\n";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.import(&desk.file("rows.csv", ROWS)).analyse();
    desk
}

fn counted(desk: &Desk, at: &str) -> HashMap<String, u64> {
    let table = desk.json(["compare", "--rows", "position", "--position-at", at]);
    let cells = table["cells"].as_array().unwrap();
    cells.iter().map(|cell| (cell["row"].as_str().unwrap().to_owned(), cell["n"].as_u64().unwrap())).collect()
}

#[test]
fn the_newest_position_holds_and_that_of_the_review_stands_beside_it() {
    let desk = desk();
    let state = |record: &str, position: &str, on: &str, source: &str| {
        desk.ok(["correct", record, "--position", position, "--on", on, "--source", source]);
    };
    state("111.1", "supported", "2027-03-01", "Report of March");
    // One that was stated before it comes in later, and holds for nothing.
    state("111.1", "partly_supported", "2026-01-15", "National report");
    let shown = desk.ok(["show", "111.1"]).replace('\n', " ");
    assert!(shown.contains("Supported (2027-03-01, Report of March; at the review: Noted)"), "{shown}");
    assert!(shown.contains("2026-01-15: Supported/Noted, stated in National report"), "{shown}");
    let rows = desk.export(["recommendations"]);
    let row = rows.iter().find(|row| row["source_id"] == "P1").unwrap();
    assert_eq!(row["position"], "supported");
    let plan = desk.ok(["export", "plan", "--format", "csv"]);
    assert!(plan.contains("Supported (2027-03-01, Report of March; at the review: Noted)"), "{plan}");
    assert_eq!(desk.export(["plan", "--format", "csv", "--position", "supported"]).len(), 2);
    assert_eq!(counted(&desk, "newest"), HashMap::from([("supported".to_owned(), 2), ("noted".to_owned(), 1)]));
    assert_eq!(counted(&desk, "first"), HashMap::from([("supported".to_owned(), 1), ("noted".to_owned(), 2)]));
    let note = desk.ok(["compare", "--rows", "position"]).replace('\n', " ");
    assert!(note.contains("after its review on 1 record"), "{note}");
}

#[test]
fn positions_on_several_recommendations_are_one_change_and_one_undo() {
    let desk = desk();
    desk.ok(["correct", "111.1", "111.3", "--position", "supported", "--on", "2027-03-01", "--source", "Report"]);
    assert_eq!(counted(&desk, "newest")["supported"], 3);
    let history = desk.ok(["history"]).replace('\n', " ");
    assert!(history.contains("of 2027-03-01") && history.contains("Supported, stated in Report"), "{history}");
    desk.import(&desk.file("again.csv", ROWS)).analyse();
    assert_eq!(counted(&desk, "newest")["supported"], 3, "it outlives another import");
    desk.ok(["undo"]);
    assert_eq!(counted(&desk, "newest"), counted(&desk, "first"));
}

#[test]
fn a_later_position_without_day_or_source_or_on_another_mechanism_is_refused() {
    let desk = desk();
    let part = |arguments: &[&str]| desk.run([&["correct", "111.1"], arguments].concat());
    assert_eq!(part(&["--position", "supported", "--on", "2027-03-01"]).code, 2);
    let unread = part(&["--position", "supported", "--on", "March", "--source", "Report"]);
    assert!(unread.code == 2 && unread.stderr.contains("March"), "{}", unread.stderr);
    let several = desk.run(["correct", "111.1", "111.2", "--position", "noted"]);
    assert!(several.code == 2 && several.stderr.contains("one at a time"), "{}", several.stderr);
    let committee = "id,state,text,mechanism,body,symbol,paragraph\n\
        C1,Peru,Ensure access to education,Treaty bodies,CRC,CRC/C/PER/CO/4,12\n";
    desk.import(&desk.file("committee.csv", committee)).analyse();
    let line = ["correct", "C1", "--position", "supported", "--on", "2027-03-01", "--source", "Report"];
    let refused = desk.run(line);
    assert!(refused.code == 2 && refused.stderr.contains("comes from no review"), "{}", refused.stderr);
}
