//! Numbers that hold: what is left out is said, what is unknown is not made up, one thing is counted once.

use std::io::{Cursor, Read};

use serde_json::Value;

use crate::desk::Desk;

/// What a command prints, on one line.
fn told(desk: &Desk, line: &[&str]) -> String {
    desk.ok(line).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn total(desk: &Desk, words: &[&str]) -> u64 {
    let line: Vec<&str> = ["search", "--json"].iter().chain(words).copied().collect();
    let done = desk.run(&line);
    let answer: Value = serde_json::from_str(&done.stdout).unwrap_or_else(|_| panic!("{line:?}: {}", done.stderr));
    answer["total"].as_u64().unwrap()
}

/// Rows of two States in sessions whose days are known and in some of which only the year is.
const SESSIONS: &str = "row_id,state,text,recommending_state,session,position\n\
    S-14,Peru,Build schools for all,Chile,14,Supported\n\
    S-15,Peru,Repair all schools,Chile,15,Supported\n\
    S-16,Chad,Repair the roads,Chile,16,Noted\n\
    S-17,Chad,Widen the roads,Kenya,17,Noted\n\
    S-18,Chad,Light the roads,Kenya,18,Noted\n";

#[test]
fn a_minus_before_a_field_excludes_as_not_does() {
    let desk = Desk::demo();
    for field in ["position:noted", "cycle:1", "year:2014", "sdg:16", "body:CEDAW"] {
        let (all, with) = (total(&desk, &[]), total(&desk, &[field]));
        assert!(with > 0 && with < all, "{field}");
        for mark in ["NOT ", "-", "!", "\u{2212}", "- "] {
            assert_eq!(total(&desk, &["--", &format!("{mark}{field}")]), all - with, "{mark}{field}");
        }
        let without = total(&desk, &["--", &format!("torture NOT {field}")]);
        assert_eq!(total(&desk, &["--", &format!("torture -{field}")]), without, "{field}");
        assert_eq!(total(&desk, &["--", &format!("torture AND -{field}")]), without, "{field}");
    }
    assert_eq!(total(&desk, &["--", "-pays:Saravie"]), 0);
    let told = desk.run(["search", "--", "torture -position:noted"]).stdout;
    assert!(told.contains("searched: torture AND NOT position:noted"), "{told}");
}

#[test]
fn days_that_no_source_gives_are_not_made_up() {
    let desk = Desk::new();
    desk.import(&desk.file("a.csv", SESSIONS)).analyse();
    assert_eq!(total(&desk, &["--from", "2013", "--to", "2013"]), 3, "a year holds its sessions");
    assert_eq!(total(&desk, &["year:2013"]), 3);
    assert_eq!(total(&desk, &["--from", "2012-10", "--to", "2012-11"]), 1, "the days of session 14 are known");
    let spring = ["search", "--from", "2013-01", "--to", "2013-06"];
    let answer = desk.json(spring);
    assert_eq!(answer["total"], 0);
    assert_eq!(answer["notes"], serde_json::json!([{"note": "days_unknown", "text": 3}]));
    assert!(desk.run(spring).stderr.contains("3 records are left out"), "{}", desk.run(spring).stderr);
    let table = desk.json(["search", "--from", "2013-01", "--to", "2013-06", "--count-by", "state"]);
    assert_eq!(table["notes"][0]["text"], 3);
    for shown in [desk.ok(["search"]), desk.ok(["search", "--csv"]), desk.json(["search"]).to_string()] {
        assert!(!shown.contains("12-31") && !shown.contains("-01-01"), "{shown}");
        assert!(shown.contains("2013"), "{shown}");
    }
    let newest: Vec<String> = desk.json(["search", "--sort", "date"])["hits"]
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["session"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!((newest[0].as_str(), newest[4].as_str()), ("18", "14"), "{newest:?}");
}

#[test]
fn issues_and_themes_are_two_fields() {
    let desk = Desk::demo();
    let (issue, theme) = ("issue:\"Right to education\"", "theme:\"Right to education\"");
    let rows = desk.export(["recommendations"]);
    let having = |column: &str| {
        let has = |row: &&std::collections::HashMap<String, String>| {
            row[column].split('|').any(|value| value == "Right to education")
        };
        let ids: std::collections::BTreeSet<&String> = rows.iter().filter(has).map(|row| &row["id"]).collect();
        ids.len() as u64
    };
    assert_eq!((total(&desk, &[issue]), total(&desk, &[theme])), (having("issues"), having("themes")));
    assert_eq!(total(&desk, &["--issue", "Right to education"]), having("issues"));
    assert_eq!(total(&desk, &["--theme", "Right to education"]), having("themes"));
    let counted = desk.json(["search", "--count-by", "issue"]);
    let row = counted["rows"].as_array().unwrap().iter().find(|row| row[0][0] == "Right to education").unwrap();
    assert_eq!(row[1].as_u64(), Some(having("issues")));
    let wrong = desk.run(["search", "--theme", "Torture and other CID treatment"]);
    assert!(wrong.stderr.contains("--issue \"Torture and other CID treatment\""), "{}", wrong.stderr);
    assert_eq!(total(&desk, &["enjeu:\"Droit à l'éducation\""]), having("issues"), "in six languages");
}

/// Records whose State is not known, of two documents.
const STATELESS: &str = "row_id,state,text,recommending_state,session,symbol\n\
    B-1,,Build many houses for the poor,Chile,15,A/HRC/15/13\n\
    B-2,,Build many houses for the poor,Chile,16,A/HRC/38/14\n\
    B-3,,Build many houses for the poor now,Kenya,16,A/HRC/38/14\n";

#[test]
fn records_of_unknown_state_are_compared_within_their_document_only() {
    let desk = Desk::new();
    desk.import(&desk.file("a.csv", STATELESS));
    let report = desk.json(["analyse"]);
    assert_eq!(report["states"], 0, "what is not known is no State");
    let pairs = desk.export(["relations"]);
    let of: Vec<String> = pairs
        .iter()
        .map(|row| {
            let mut pair = [row["a_source_id"].as_str(), row["b_source_id"].as_str()];
            pair.sort_unstable();
            pair.join(" ")
        })
        .collect();
    assert_eq!(of, ["B-2 B-3"]);
    assert!(desk.export(["relations", "--across-states"]).len() == 1, "nor are they another State than any");
    assert_eq!(desk.json(["overview"])["overview"]["possible_pairs"], 1);
}

#[test]
fn identical_are_the_same_words_and_no_opposed_positions() {
    let desk = Desk::new();
    let text = "row_id,state,text,recommending_state,session,position\n\
        I-1,Peru,Ratify the Convention against Torture,Chile,14,Supported\n\
        I-2,Peru,\"Ratify  the convention, against torture!\",Kenya,28,Supported\n\
        I-3,Peru,Ratify the Convention against Torture,Chad,28,Noted\n\
        I-4,Peru,Continue its efforts to ratify the Convention against Torture,Spain,28,Supported\n";
    desk.import(&desk.file("a.csv", text)).analyse();
    let pairs = desk.export(["relations"]);
    let kind = |a: &str, b: &str| {
        let of = |row: &&std::collections::HashMap<String, String>| {
            let ids = [row["a_source_id"].as_str(), row["b_source_id"].as_str()];
            ids == [a, b] || ids == [b, a]
        };
        pairs.iter().find(of).map(|row| row["kind"].clone())
    };
    assert_eq!(kind("I-1", "I-2").as_deref(), Some("identical"), "case, marks and blanks tell nothing");
    assert_eq!(kind("I-1", "I-3").as_deref(), Some("near-identical"), "one is supported, the other noted");
    assert_ne!(kind("I-1", "I-4").as_deref(), Some("identical"), "the words are others");
    desk.ok(["correct", "I-3", "--position", "supported"]);
    let pairs = desk.export(["relations"]);
    let identical = pairs.iter().filter(|row| row["kind"] == "identical").count();
    assert_eq!(identical, 3, "a correction of the position counts: {pairs:?}");
}

#[test]
fn positions_that_are_unknown_are_no_noughts() {
    let desk = Desk::new();
    let text = "row_id,state,text,mechanism,body,recommending_state,session,position\n\
        P-1,Peru,Build schools,UPR,UPR,Chile,14,\n\
        P-2,Peru,Build roads,UPR,UPR,Chile,14,Noted\n\
        P-3,Peru,Build ports,Treaty bodies,CAT,,,\n";
    desk.import(&desk.file("a.csv", text)).analyse();
    let sources = desk.json(["overview"])["overview"]["sources"].clone();
    let of =
        |mechanism: &str| sources.as_array().unwrap().iter().find(|s| s["mechanism"] == mechanism).unwrap().clone();
    assert_eq!(
        (&of("upr")["unknown"], &of("upr")["noted"], &of("upr")["supported"]),
        (&1.into(), &1.into(), &0.into())
    );
    for name in ["supported", "partly_supported", "noted", "open", "unknown"] {
        assert!(of("treaty_body")[name].is_null(), "{name}: {sources}");
    }
    assert!(desk.ok(["overview"]).contains("Unknown"));
}

#[test]
fn json_and_text_agree_on_texts_that_are_alike() {
    let desk = Desk::demo();
    let answer = desk.json(["search", "torture", "-n", "100"]);
    let (texts, total) = (answer["texts"].as_u64().unwrap(), answer["total"].as_u64().unwrap());
    let shown = desk.ok(["search", "torture", "-n", "100"]);
    let heads = shown.split(" come near").next().unwrap().matches("cluster").count() as u64;
    assert_eq!(heads, texts, "{shown}");
    assert!(texts < total);
    let alike = answer["hits"].as_array().unwrap().iter().map(|hit| hit["alike"].as_u64().unwrap()).max();
    assert!(alike > Some(0), "what is not folded is counted all the same");
}

#[test]
fn workbooks_are_the_same_bytes_twice() {
    let desk = Desk::demo();
    let written = |line: &[&str]| {
        desk.ok(line);
        std::fs::read(desk.folder().join(line[line.len() - 1])).unwrap()
    };
    let made = |bytes: &[u8]| {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut properties = String::new();
        archive.by_name("docProps/core.xml").unwrap().read_to_string(&mut properties).unwrap();
        properties
    };
    for what in [&["export", "plan"][..], &["search", "torture"]] {
        let line = |file| [what, &["--out", file]].concat();
        let (one, other) = (written(&line("a.xlsx")), written(&line("b.xlsx")));
        assert!(one == other, "{what:?}");
        // Two workbooks of one second would be the same in any case.
        assert_eq!(made(&one).matches("1980-01-01T00:00:00Z").count(), 2, "{}", made(&one));
    }
}

#[test]
fn the_order_of_rows_changes_neither_records_nor_pairs() {
    let rows = [
        "A-1,Peru,Build schools,Chile,14,\"Right to education, Right to health\"\n",
        "A-2,Peru,Build schools,Chile,14,\"Right to food, Right to education\"\n",
        "A-3,Peru,Build schools,Chad,14,Right to education\n",
        "A-4,Peru,Build roads,Chad,14,\n",
    ];
    let exported = |order: &[usize]| {
        let desk = Desk::new();
        let rows: String = order.iter().map(|at| rows[*at]).collect();
        desk.import(&desk.file("a.csv", format!("row_id,state,text,recommending_state,session,issues\n{rows}")));
        desk.analyse();
        (desk.ok(["export", "recommendations"]), desk.ok(["export", "relations"]))
    };
    let once = exported(&[0, 1, 2, 3]);
    assert_eq!(once, exported(&[3, 1, 2, 0]));
    assert!(once.1.contains("A-1|A-2"), "{}", once.1);
}

#[test]
fn folded_rows_and_unknown_recommending_states_are_named() {
    let desk = Desk::new();
    let text = "row_id,state,text,recommending_state,session,issues\n\
        A-1,Peru,Build schools,(Unknown),14,Right to education\n\
        A-2,Peru,Build roads,Chile,14,\n\
        A-3,Peru,Build roads,Chile,14,Right to health\n";
    let report = desk.imported(&desk.file("a.csv", text));
    let folded = &report["folded"][0];
    assert_eq!((&folded["source_id"], &folded["with"]), (&"A-3".into(), &"A-2".into()), "{report}");
    assert_eq!(folded["brought"], serde_json::json!([["issue", "Right to health"]]));
    let said = report["remarks"].to_string();
    assert!(said.contains("unknown-recommending-state") && said.contains("(Unknown)"), "{said}");
    assert!(desk.imported("a.csv")["folded"].as_array().unwrap().is_empty(), "the same file again folds nothing");
    desk.analyse();
    assert_eq!((total(&desk, &["by:none"]), total(&desk, &["--", "-by:none"])), (1, 1));
    assert_eq!(total(&desk, &["by:Chile,none"]), 2);
}

#[test]
fn json_says_when_what_was_searched_is_not_analysed() {
    let desk = Desk::demo();
    assert!(desk.json(["search", "torture"])["note"].is_null());
    for cache in ["cache", "index"] {
        std::fs::remove_dir_all(desk.workspace().join(cache)).unwrap();
    }
    let note = desk.json(["search", "torture"])["note"].clone();
    assert_eq!(note["code"], "workspace-index-unanalysed");
    assert_eq!(note["values"]["records"], 369);
}

#[test]
fn totals_are_said_with_what_they_are_counted_of() {
    let desk = Desk::demo();
    let overview = told(&desk, &["overview"]);
    for said in ["asks are made more than once", "within one session or document only", "possible", "stand in two asks"]
    {
        assert!(overview.contains(said), "{said}: {overview}");
    }
    for (line, said) in [
        (&["lineage"][..], "A chain is what asks to join one treaty"),
        (&["duplicates"], "recommendations and pledges"),
        (&["clusters"], "concerns among them"),
        (&["clusters", "--by", "entity"], "by their lead"),
        (&["links", "sdg"], "without concerns"),
        (&["gender"], "without concerns"),
        (&["search", "torture"], "concerns among them"),
    ] {
        let told = told(&desk, line);
        assert!(told.contains(said), "{line:?}: {told}");
    }
    let plan = desk.ok(["export", "plan", "--format", "csv"]);
    let rows = csv::Reader::from_reader(plan.as_bytes()).records().count() as u64;
    assert_eq!(
        desk.json(["overview"])["overview"]["repeats"]["asks"].as_u64(),
        Some(rows),
        "asks are rows of the plan"
    );
}
