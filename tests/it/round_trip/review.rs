//! Recommendations that go out to be decided on, and come back decided.

use std::collections::HashMap;

use super::{Rows, adds_up, at, book, change, changes, count, problems, rows_of, write};
use crate::desk::Desk;

/// The table of a cluster with several recommendations, and its number.
struct Review {
    desk: Desk,
    cluster: String,
    rows: Rows,
}

impl Review {
    fn new() -> Self {
        let desk = Desk::demo();
        let of_upr = |row: &HashMap<String, String>| row["mechanism"] == "upr" && row["kind"] == "recommendation";
        let all: Vec<_> = desk.export(["recommendations"]).into_iter().filter(of_upr).collect();
        let size = |cluster: &str| all.iter().filter(|row| row["cluster"] == cluster).count();
        let cluster = all.iter().map(|row| row["cluster"].clone()).max_by_key(|own| size(own)).unwrap();
        let out = desk.folder().join("out");
        let line = ["plan", "send", "--to", out.to_str().unwrap(), "--review", "The office", "--cluster", &cluster];
        let sent = desk.json(line);
        let rows = rows_of(&std::fs::read(sent[0]["file"].as_str().unwrap()).unwrap());
        Self { desk, cluster, rows }
    }

    fn receive(&self, rows: &Rows, more: &[&str]) -> serde_json::Value {
        let file = self.desk.file("back.xlsx", book(rows));
        let line: Vec<&str> = ["--json", "plan", "receive", &file].iter().chain(more).copied().collect();
        let done = self.desk.run(line);
        let answer = serde_json::from_str(&done.stdout).unwrap_or_else(|_| panic!("{}{}", done.stdout, done.stderr));
        adds_up(&answer);
        answer
    }

    /// The reference of the recommendation in a row.
    fn reference(&self, row: usize) -> String {
        self.rows[row][at(&self.rows, "recommendations")].split_once(": ").unwrap().0.to_owned()
    }

    fn record(&self, row: usize) -> HashMap<String, String> {
        let reference = self.reference(row);
        self.desk.export(["recommendations"]).into_iter().find(|own| own["reference"] == reference).unwrap()
    }
}

#[test]
fn a_table_for_decision_has_a_row_a_recommendation_and_unchanged_it_decides_nothing() {
    let review = Review::new();
    let rows = review.desk.export(["recommendations"]);
    let is_of_plan = |row: &&HashMap<String, String>| matches!(row["kind"].as_str(), "recommendation" | "pledge");
    let members = rows.iter().filter(is_of_plan).filter(|row| row["cluster"] == review.cluster).count();
    let answer = review.receive(&review.rows, &["--diff"]);
    assert_eq!((count(&answer, "sent"), count(&answer, "unchanged")), (members as u64, members as u64), "{answer}");
    assert!(changes(&answer).is_empty() && problems(&answer).is_empty(), "{answer}");
}

#[test]
fn what_is_written_in_it_is_decided_in_one_step_and_taken_back_in_one() {
    let review = Review::new();
    let before = [3, 4, 5].map(|row| review.record(row));
    let elsewhere =
        review.desk.export(["recommendations"]).into_iter().find(|row| {
            row["kind"] == "recommendation" && row["mechanism"] == "upr" && row["cluster"] != review.cluster
        });
    let elsewhere = elsewhere.unwrap();
    let mut rows = review.rows.clone();
    write(&mut rows, 3, "cluster", &elsewhere["cluster"]);
    write(&mut rows, 3, "lead_body", "Ministry of Foreign Affairs");
    let targets = format!("{}\n14.2", rows[4][at(&rows, "sdg_targets")]);
    write(&mut rows, 4, "sdg_targets", &targets);
    write(&mut rows, 4, "same_as", &elsewhere["reference"]);
    write(&mut rows, 5, "agreed", "yes");
    let answer = review.receive(&rows, &["--take", "all"]);
    assert!(problems(&answer).is_empty(), "{answer}");
    assert_eq!((count(&answer, "changed"), count(&answer, "taken")), (3, 5), "{answer}");
    let after = [3, 4, 5].map(|row| review.record(row));
    assert_eq!((&after[0]["cluster"], after[0]["lead_body"].as_str()), (&elsewhere["cluster"], "MFA"));
    assert!(after[1]["sdg_targets"].split('|').any(|code| code == "14.2"), "{:?}", after[1]);
    let there = review.desk.export(["recommendations"]).into_iter().find(|row| row["id"] == elsewhere["id"]);
    assert_eq!(after[1]["ask"], there.unwrap()["ask"], "the two are one ask");
    let card = review.desk.ok(["show", &review.reference(5)]);
    assert!(card.contains("decided by a person"), "{card}");
    assert_eq!(after[2]["lead"], before[2]["lead"], "a yes keeps what stands");
    let again = review.receive(&rows, &["--take", "all"]);
    assert_eq!(count(&again, "taken"), 0, "the same file again changes nothing: {again}");
    review.desk.ok(["undo"]);
    let undone = [3, 4, 5].map(|row| review.record(row));
    for (own, earlier) in undone.iter().zip(&before) {
        for column in ["cluster", "lead_body", "sdg_targets", "ask"] {
            assert_eq!(own[column], earlier[column], "{column}");
        }
    }
}

#[test]
fn what_nobody_knows_is_told_with_its_row_and_the_rest_is_taken() {
    let review = Review::new();
    let mut rows = review.rows.clone();
    write(&mut rows, 3, "lead_body", "Ministry of Magic");
    write(&mut rows, 4, "cluster", "99.9");
    write(&mut rows, 5, "same_as", "999.999");
    write(&mut rows, 6, "agreed", "perhaps");
    let answer = review.receive(&rows, &["--diff"]);
    let told = problems(&answer);
    assert!(told.len() == 4 && told.contains(&"no-body".to_owned()), "{answer}");
    write(&mut rows, 6, "agreed", "no");
    assert_eq!(problems(&review.receive(&rows, &["--diff"])).len(), 4, "only a yes agrees");
    write(&mut rows, 3, "lead_body", "Ministry of Health");
    let answer = review.receive(&rows, &["--diff"]);
    assert_eq!(changes(&answer), [change("lead_body", "Ministry of Health", "theirs")], "{answer}");
}

#[test]
fn another_name_of_the_same_body_is_no_change_and_a_yes_is_of_what_was_seen() {
    let review = Review::new();
    let support = at(&review.rows, "support_bodies");
    let row = (3..review.rows.len()).find(|row| review.rows[*row][support].contains("Ministry of Justice")).unwrap();
    let mut rows = review.rows.clone();
    let renamed = rows[row][support].replace("Ministry of Justice", "MOJ");
    write(&mut rows, row, "support_bodies", &format!("{renamed}\nMinistry of Health"));
    let other = if row == 3 { 4 } else { 3 };
    write(&mut rows, other, "agreed", "yes");
    write(&mut rows, other, "lead_body", "Ministry of Magic");
    let before = review.record(other);
    let answer = review.receive(&rows, &["--take", "all"]);
    assert_eq!(problems(&answer).len(), 1, "{answer}");
    let after = review.record(row);
    assert!(after["support"].contains("justice") && after["support"].contains("health"), "{after:?}");
    let verdicts = review.desk.ok(["show", &review.reference(other)]);
    let lead = verdicts.lines().find(|line| line.starts_with("lead:")).unwrap_or_default().to_owned();
    assert!(!lead.contains("decided by a person"), "a lead that was struck out is not agreed to: {lead}");
    assert_eq!(review.record(other)["lead"], before["lead"]);
}

#[test]
fn a_file_that_bears_no_number_is_of_the_dispatch_that_is_said() {
    let review = Review::new();
    let out = review.desk.folder().join("again");
    let out = out.to_str().unwrap();
    let again = ["plan", "send", "--to", out, "--review", "Somebody else", "--cluster", &review.cluster];
    let other = review.desk.json(again)[0]["dispatch"].as_str().unwrap().to_owned();
    let mut rows = review.rows.clone();
    rows.remove(0);
    let of = |more: &[&str]| review.receive(&rows, more)["dispatch"].clone();
    assert_eq!(of(&["--diff", "--dispatch", &other]), other);
    let wrong = ["plan", "receive", "back.xlsx", "--dispatch", "M4KQ-7T9-X"];
    assert_eq!(review.desk.run(wrong).code, 2);
}
