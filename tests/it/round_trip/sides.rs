//! What both sides have changed, what is chosen, refused, and said by others.

use super::{Office, book, change, changes, count, problems, row_of, rows_of, write};
use crate::desk::Desk;

#[test]
fn replies_are_taken_over_as_one_command_and_the_same_file_again_changes_nothing() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let judges = row_of(&rows, office.judges());
    write(&mut rows, judges, "status", "Implemented");
    write(&mut rows, judges, "obstacles", "[clear]");
    write(&mut rows, judges, "answer", "yes");
    write(&mut rows, judges, "contact", "A. Clerk");
    write(&mut rows, judges, "comment", "All but two");
    let file = book(&rows);
    let answer = office.receive("back.xlsx", file.clone(), &["--take", "all"]);
    assert_eq!((count(&answer, "taken"), count(&answer, "changed")), (4, 1), "{answer}");
    let measure = office.measure(office.judges());
    assert_eq!((measure["status"].as_str(), measure["obstacles"].as_str()), ("implemented", ""));
    let shown = office.desk.ok(["plan", "show", office.judges()]);
    assert!(shown.contains("All but two") && shown.contains("accepted") && shown.contains("A. Clerk"), "{shown}");
    let again = office.receive("back.xlsx", file, &["--take", "all"]);
    assert_eq!((count(&again, "taken"), problems(&again)[0].as_str()), (0, "again"));
    assert_eq!(office.desk.ok(["plan", "show", office.judges()]), shown);
    office.desk.ok(["undo"]);
    office.desk.ok(["undo"]);
    let before = office.measure(office.judges());
    assert_eq!((before["status"].as_str(), before["obstacles"].as_str()), ("in_progress", "No rooms"));
}

#[test]
fn what_both_have_changed_is_a_conflict_and_nothing_is_lost_whichever_side_is_taken() {
    for (take, stands) in [("all", "Ours now"), ("ours", "Ours now"), ("none", "Ours now"), ("theirs", "Theirs now")] {
        let office = Office::new();
        let mut rows = rows_of(&office.send(&[]));
        let judges = row_of(&rows, office.judges());
        write(&mut rows, judges, "obstacles", "Theirs now");
        write(&mut rows, judges, "budget", "500 EUR");
        office.desk.ok(["plan", "set", office.judges(), "obstacles=Ours now", "status=implemented"]);
        let answer = office.receive("back.xlsx", book(&rows), &["--take", take]);
        let expected = [
            change("status", "in progress", "ours"),
            change("obstacles", "Theirs now", "conflict"),
            change("budget", "500 EUR", "theirs"),
        ];
        assert_eq!(changes(&answer), expected, "{answer}");
        let measure = office.measure(office.judges());
        assert_eq!((measure["obstacles"].as_str(), measure["status"].as_str()), (stands, "implemented"), "{take}");
        assert_eq!(measure["budget"].contains("500"), matches!(take, "all" | "theirs"), "{take}");
        let again = office.diff("back.xlsx", book(&rows));
        assert_eq!(problems(&again), ["again"], "what came back stays on file: {again}");
        let history = office.desk.ok(["history"]);
        assert!(history.contains("back.xlsx"), "{history}");
    }
}

#[test]
fn single_cells_are_chosen_by_a_list() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let judges = row_of(&rows, office.judges());
    write(&mut rows, judges, "obstacles", "Theirs now");
    write(&mut rows, judges, "budget", "500 EUR");
    let list = office.desk.file("choice.csv", format!("key,field,choice\n{},budget,theirs\n", office.judges()));
    let answer = office.receive("back.xlsx", book(&rows), &["--choose", &list]);
    assert_eq!(count(&answer, "taken"), 1);
    let measure = office.measure(office.judges());
    assert_eq!((measure["obstacles"].as_str(), measure["budget"].contains("500")), ("No rooms", true));
    let wrong = office.desk.file("wrong.csv", "key,field,choice\nM4KQ,budget,theirs\n");
    let refused = office.desk.run(["plan", "receive", "back.xlsx", "--choose", &wrong]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("row 2") && refused.stderr.contains("hint"), "{}", refused.stderr);
}

#[test]
fn two_ministries_answer_one_row_and_a_refusal_goes_to_the_body_that_is_named() {
    let office = Office::new();
    let homes = office.keys[2].clone();
    let out = office.desk.folder().join("out");
    let send = |body: &str| {
        let sent = office.desk.json(["plan", "send", "--to", out.to_str().unwrap(), "--entity", body]);
        std::fs::read(sent[0]["file"].as_str().unwrap()).unwrap()
    };
    let mut rows = rows_of(&send("MWF"));
    let row = row_of(&rows, &homes);
    write(&mut rows, row, "answer", "no");
    write(&mut rows, row, "reason", "Shelters are social work");
    write(&mut rows, row, "instead", "Ministry of Social Protection");
    let taken = office.receive("women.xlsx", book(&rows), &["--take", "all"]);
    assert_eq!(count(&taken, "refused"), 1, "{taken}");
    assert_eq!(taken["refusals"][0]["proposed"], "Ministry of Social Protection");
    let checked = office.desk.ok(["plan", "show", &homes]);
    assert!(checked.contains("Shelters are social work"), "{checked}");
    let next = rows_of(&send("MSP"));
    let row = row_of(&next, &homes);
    let mut next = next;
    write(&mut next, row, "answer", "yes");
    let taken = office.receive("social.xlsx", book(&next), &["--take", "all"]);
    assert!(problems(&taken).is_empty(), "{taken}");
    assert!(office.measure(&homes)["lead"].contains("MSP"), "{:?}", office.measure(&homes));
    let again = office.desk.run(["plan", "send", "--to", out.to_str().unwrap(), "--entity", "MWF"]);
    assert!(again.code == 2 || !again.stdout.contains(&homes), "what was refused is not asked again: {}", again.stdout);
    let verdicts = office.desk.ok(["history"]);
    assert!(verdicts.contains("MWF") && verdicts.contains("refused"), "{verdicts}");
}

#[test]
fn a_consultation_shows_what_is_approved_and_brings_assessments_and_comments() {
    let office = Office::new();
    let out = office.desk.folder().join("out");
    let consult = ["plan", "send", "--to", out.to_str().unwrap(), "--consult", "Institute", "--kind", "nhri"];
    let refused = office.desk.run(consult);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("approved"), "{}", refused.stderr);
    office.desk.ok(["plan", "set", office.judges(), "release=approved", "remarks=secret", "contact=MOJ: A. Clerk"]);
    let sent = office.desk.json(consult);
    assert_eq!(sent[0]["held_back"], 2);
    let mut rows = rows_of(&std::fs::read(sent[0]["file"].as_str().unwrap()).unwrap());
    let all = rows.iter().flatten().cloned().collect::<Vec<_>>().join("\n");
    assert!(!all.contains("secret") && !all.contains("A. Clerk") && !all.contains("No rooms"), "{all}");
    let row = row_of(&rows, office.judges());
    write(&mut rows, row, "assessment", "partly implemented");
    write(&mut rows, row, "evidence", "Our visits in May");
    write(&mut rows, row, "comment", "Only in the capital");
    let answer = office.receive("institute.xlsx", book(&rows), &["--take", "all"]);
    assert!(problems(&answer).is_empty(), "{answer}");
    let said = office.desk.export(["plan", "--rows", "assessments", "--format", "csv"]);
    assert_eq!(said.len(), 1);
    assert_eq!(
        (said[0]["by"].as_str(), said[0]["kind"].as_str(), said[0]["value"].as_str()),
        ("Institute", "nhri", "partly")
    );
    assert!(office.desk.ok(["plan", "show", office.judges()]).contains("Only in the capital"));
    let again = office.diff("later.xlsx", book(&rows));
    let verdicts: Vec<String> = changes(&again).into_iter().map(|[.., verdict]| verdict).collect();
    assert!(verdicts.iter().all(|verdict| verdict == "equal"), "{again}");
}

#[test]
fn a_yes_with_a_reason_is_no_refusal_and_the_answer_stays_with_what_belongs_to_it() {
    let office = Office::new();
    let answer = office.returned(|rows| {
        let law = row_of(rows, office.law());
        write(rows, law, "answer", "yes");
        write(rows, law, "reason", "Parliament must vote first");
    });
    assert_eq!(
        (changes(&answer), problems(&answer)),
        (vec![change("answer", "yes", "theirs")], vec!["answer-left-out".to_owned()])
    );
    let mut rows = rows_of(&office.send(&[]));
    let law = row_of(&rows, office.law());
    write(&mut rows, law, "answer", "no");
    write(&mut rows, law, "reason", "Not ours");
    office.desk.ok(["plan", "set", office.law(), "accepted=MOJ"]);
    let answer = office.receive("no.xlsx", book(&rows), &["--take", "all"]);
    assert_eq!(changes(&answer)[0], change("answer", "no", "conflict"), "{answer}");
    let shown = office.desk.ok(["plan", "show", office.law()]);
    assert!(shown.contains("accepted") && !shown.contains("Not ours"), "{shown}");
}

#[test]
fn a_body_that_leads_and_takes_part_answers_for_the_table_that_it_has() {
    let office = Office::new();
    office.desk.ok(["plan", "set", office.law(), "support=MOJ"]);
    let mut rows = rows_of(&office.send(&[]));
    let law = row_of(&rows, office.law());
    write(&mut rows, law, "answer", "yes");
    let file = book(&rows);
    office.receive("back.xlsx", file, &["--take", "all"]);
    let again = office.diff(
        "later.xlsx",
        book(&{
            write(&mut rows, law, "contact", "A. Clerk");
            rows
        }),
    );
    let verdicts: Vec<[String; 3]> = changes(&again);
    assert_eq!(verdicts, [change("answer", "yes", "equal"), change("contact", "A. Clerk", "theirs")], "{again}");
}

#[test]
fn the_same_file_again_writes_nothing_and_one_undo_takes_it_back() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let judges = row_of(&rows, office.judges());
    write(&mut rows, judges, "obstacles", "Money");
    office.receive("back.xlsx", book(&rows), &["--take", "all"]);
    office.receive("back.xlsx", book(&rows), &["--take", "all"]);
    office.desk.ok(["undo"]);
    assert_eq!(office.measure(office.judges())["obstacles"], "No rooms");
}

#[test]
fn of_several_files_none_is_taken_where_one_cannot_be_read_and_a_foreign_number_is_told() {
    let office = Office::new();
    let mut rows = rows_of(&office.send(&[]));
    let judges = row_of(&rows, office.judges());
    write(&mut rows, judges, "obstacles", "Money");
    let good = office.desk.file("good.xlsx", book(&rows));
    let bad = office.desk.file("bad.xlsx", "no workbook");
    let done = office.desk.run(["plan", "receive", &good, &bad, "--take", "all"]);
    assert_eq!((done.code, office.measure(office.judges())["obstacles"].as_str()), (2, "No rooms"));
    let foreign = Office::new().send(&["--language", "fr"]);
    let stranger = Desk::demo();
    stranger.ok(["plan", "add", "Other", "--for", "121.1", "--lead", "MOJ"]);
    let name = stranger.file("foreign.xlsx", foreign);
    let refused = stranger.run(["plan", "receive", &name]);
    assert!(refused.code == 2 && refused.stderr.contains("no dispatch"), "{}{}", refused.stdout, refused.stderr);
}

#[test]
fn a_second_consultation_is_no_conflict_with_the_first() {
    let office = Office::new();
    office.desk.ok(["plan", "set", office.judges(), "release=approved"]);
    let said = ["--by", "Institute", "--kind", "nhri", "--date", "2020-01-01", "--scale", "iri"];
    office.desk.ok(["assess", office.judges(), "partly"].into_iter().chain(said));
    let out = office.desk.folder().join("out");
    let consult = ["plan", "send", "--to", out.to_str().unwrap(), "--consult", "Institute", "--kind", "nhri"];
    let sent = office.desk.json(consult);
    let mut rows = rows_of(&std::fs::read(sent[0]["file"].as_str().unwrap()).unwrap());
    let row = row_of(&rows, office.judges());
    write(&mut rows, row, "assessment", "fully implemented");
    let answer = office.diff("second.xlsx", book(&rows));
    assert_eq!(changes(&answer), [change("assessment", "fully implemented", "theirs")], "{answer}");
}
