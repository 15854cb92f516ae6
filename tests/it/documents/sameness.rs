//! Several sources of one review are one record each, and records that are alike stay apart.

use std::collections::HashSet;

use super::review::{by, exported, list, report};
use crate::desk::Desk;
use crate::paper::Word;

#[test]
fn one_review_from_several_sources_is_not_doubled() {
    let rows = "id,state,text,recommending state,response,session\n\
        U1,Peru,Ratify the treaty on mines,Chile,Accepted,28\n\
        U2,Peru,Ratify the treaty on mines,Netherlands,Accepted,28\n\
        U3,Peru,Mend the roads to them,Egypt,Noted,28\n";
    for order in [["list.docx", "report.docx", "rows.csv"], ["rows.csv", "report.docx", "list.docx"]] {
        let desk = Desk::new();
        desk.file("list.docx", list().bytes());
        desk.file("report.docx", report().bytes());
        desk.file("rows.csv", rows);
        order.iter().for_each(|file| _ = desk.import(file));
        assert_eq!(desk.json(["verify"])["records"], 5, "{order:?}");
        assert_eq!(desk.json(["verify"])["faults"].as_array().map(Vec::len), Some(0));
        let rows = exported(&desk);
        let of = |id: &str| rows.iter().find(|row| row["source_id"] == id).unwrap();
        assert_eq!((of("U1")["paragraph"].as_str(), of("U2")["id"].as_str()), ("111.1", of("U1")["id"].as_str()));
        assert_eq!(of("U3")["text"], "Build schools in the mountains (Ghana); mend the roads to them", "{order:?}");
        let again: Vec<_> = order.iter().map(|file| desk.imported(file)).collect();
        assert!(again.iter().all(|report| report["new"] == 0 && report["changed"] == 0), "{again:?}");
    }
}

#[test]
fn decisions_follow_a_record_into_the_one_it_becomes_part_of() {
    let desk = Desk::new();
    let rows = "id,state,text,recommending state,response,session\n\
        U1,Peru,Ratify the treaty on mines,Chile,Accepted,28\n\
        U2,Peru,Ratify the treaty on mines,Netherlands,Accepted,28\n";
    desk.import(&desk.file("rows.csv", rows));
    desk.ok(["analyse"]);
    desk.ok(["correct", "U2", "--position", "noted"]);
    desk.import(&desk.file("list.docx", list().bytes()));
    assert_eq!(desk.json(["verify"])["records"], 2);
    assert_eq!(by(&exported(&desk), "111.1")["position"], "noted", "the decision has moved");
    assert!(desk.ok(["history"]).replace('\n', " ").contains("became part of it"));
    let history = desk.json(["history"]);
    let decided = history.as_array().unwrap().iter().rfind(|line| line["what"].get("decided").is_some()).unwrap();
    let name = decided["command"].as_str().unwrap();
    desk.ok(["undo", name]);
    assert_eq!(by(&exported(&desk), "111.1")["position"], "supported");
    assert_eq!(desk.run(["undo", name]).code, 2, "it is taken back once");
}

#[test]
fn rows_of_one_file_that_are_alike_stay_apart() {
    let desk = Desk::new();
    let word = Word::new().head("A/HRC/37/8").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "111.1 Strengthen measures to combat trafficking in women (Chile) (Ghana);",
    ]);
    desk.import(&desk.file("report.docx", word.bytes()));
    let rows = "id,state,text,recommending state,response,session\n\
        U1,Peru,Strengthen measures to combat trafficking in women,Chile,Accepted,28\n\
        U2,Peru,Strengthen measures to combat trafficking in children,Chile,Accepted,28\n";
    desk.import(&desk.file("rows.csv", rows));
    let rows = exported(&desk);
    assert_eq!(by(&rows, "111.1")["source_id"], "U1");
    assert_eq!(rows.len(), 2, "{rows:?}");
}

#[test]
fn two_numbers_with_the_same_words_are_two_records_in_however_many_files_they_come() {
    let head = "state,number,text,recommending state,response,session,document\n";
    let row = |number: &str| format!("Peru,{number},Build schools in the mountains,Chile,Accepted,28,A/HRC/37/8\n");
    let (low, high, both) = (row("111.3"), row("111.9"), row("111.3") + &row("111.9"));
    for files in [vec![&both], vec![&low, &high], vec![&high, &low], vec![&high, &both], vec![&low, &both]] {
        let desk = Desk::new();
        for (at, rows) in files.iter().enumerate() {
            desk.import(&desk.file(&format!("rows-{at}.csv"), format!("{head}{rows}")));
        }
        let mut numbers: Vec<String> = exported(&desk).iter().map(|row| row["paragraph"].clone()).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(
            (numbers, &desk.json(["verify"])["records"]),
            (vec!["111.3".into(), "111.9".into()], &2.into()),
            "{files:?}"
        );
        let again = desk.imported(&desk.file("again.csv", format!("{head}{both}\n")));
        assert_eq!((&again["new"], &again["changed"]), (&0.into(), &0.into()), "{files:?}: {again}");
    }
}

#[test]
fn two_languages_of_one_report_are_one_record_even_where_words_are_few() {
    let english = Word::new().head("A/HRC/37/8").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations will be examined by Peru:",
        "111.1 Abolish the death penalty (Chile);",
    ]);
    let french = Word::new().head("A/HRC/37/8").lines(&[
        "Rapport du Groupe de travail sur l’Examen périodique universel",
        "Pérou",
        "II. Conclusions et/ou recommandations",
        "111. Les recommandations ci-après seront examinées par le Pérou, qui y répondra en temps voulu :",
        "111.1 Abolir la peine de mort (Chili) ;",
    ]);
    for order in [["en.docx", "fr.docx"], ["fr.docx", "en.docx"]] {
        let desk = Desk::new();
        let [en, fr] =
            [("en.docx", english.bytes()), ("fr.docx", french.bytes())].map(|(name, bytes)| desk.file(name, bytes));
        order.iter().for_each(|name| _ = desk.import(if *name == "en.docx" { &en } else { &fr }));
        desk.ok(["analyse"]);
        let shown = desk.ok(["show", "111.1"]);
        assert!(shown.contains("[en] Abolish") && shown.contains("[fr] Abolir"), "{order:?}: {shown}");
    }
}

#[test]
fn the_number_of_a_draft_never_stands_beside_the_symbol_of_the_final_report() {
    let desk = Desk::new();
    let draft = Word::new().head("Draft report of the Working Group on the Universal Periodic Review").lines(&[
        "UPR of Peru (3rd Cycle – 28th Session)",
        "Peru",
        "II. Conclusions and/or recommendations",
        "6. The following recommendations will be examined by Peru:",
        "6.3 Plant trees on the slopes of the mountains (Chile);",
    ]);
    desk.import(&desk.file("draft.docx", draft.bytes()));
    let rows = "id,state,text,recommending state,response,session,document\n\
        U1,Peru,Plant trees on the slopes of the mountains,Chile,Accepted,28,A/HRC/37/8\n";
    desk.import(&desk.file("rows.csv", rows));
    let rows = exported(&desk);
    assert_eq!((rows.len(), rows[0]["symbol"].as_str(), rows[0]["paragraph"].as_str()), (1, "A/HRC/37/8", ""));
}

#[test]
fn a_row_for_each_state_finds_its_record_where_a_draft_named_one_of_them() {
    let desk = Desk::new();
    let lines =
        |number: &str, states: &str| format!("{number} Extend a standing invitation to all mandate holders {states};");
    let draft = Word::new().head("Draft report of the Working Group on the Universal Periodic Review").lines(&[
        "UPR of Peru (3rd Cycle – 28th Session)",
        "Peru",
        "II. Conclusions and/or recommendations",
        "6. The following recommendations will be examined by Peru:",
        &lines("6.3", "(Latvia)"),
    ]);
    let last = Word::new().head("A/HRC/37/8").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations will be examined by Peru:",
        &lines("111.1", "(Latvia) (Costa Rica)"),
    ]);
    desk.import(&desk.file("draft.docx", draft.bytes()));
    desk.import(&desk.file("report.docx", last.bytes()));
    let rows = "id,state,text,recommending state,response,session\n\
        U1,Peru,Extend a standing invitation to all mandate holders,Latvia,Accepted,28\n\
        U2,Peru,Extend a standing invitation to all mandate holders,Costa Rica,Accepted,28\n";
    desk.import(&desk.file("rows.csv", rows));
    let rows = exported(&desk);
    let ids: HashSet<&str> = rows.iter().map(|row| row["id"].as_str()).collect();
    let states: HashSet<&str> = rows.iter().map(|row| row["recommending_states"].as_str()).collect();
    assert_eq!((ids.len(), states), (1, HashSet::from(["LVA|CRI"])), "{rows:?}");
}
