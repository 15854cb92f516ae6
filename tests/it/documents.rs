//! Documents in: thematic lists, Working Group reports, addenda, concluding observations, reports of
//! mandate holders, and what several of them say of one review.

use std::collections::{HashMap, HashSet};

use crate::desk::Desk;
use crate::paper::{Word, pdf};

type Row = HashMap<String, String>;

const HEAD: &str = "UPR of Peru (3rd Cycle – 28th Session)\nThematic list of recommendations";

/// A list in the layout of the third cycle, with a repeated row and an editors' remark.
fn list() -> Word {
    Word::new().head(HEAD).table(&[
        &["Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"],
        &["Theme: Acceptance of international norms"],
        &[
            "111.1 Ratify the treaty on mines (Chile) (Netherlands (Kingdom of the));\nSource of Position: A/HRC/37/8/Add.1 - Para.3",
            "Supported",
            "- Acceptance of international norms\nSDGs:\n- 16 - PEACE, JUSTICE AND STRONG INSTITUTIONS\nAffected persons:\n- general\n- Children",
            "",
        ],
        &["111.2. Build schools in the mountains (Ghana); mend the roads to them (Egypt);\nSource of Position: A/HRC/37/8/Add.1 - Para.4", "Supported/Noted", "- Right to education", "Begun"],
        &["Theme: Right to education"],
        &["111.2. Build schools in the mountains (Ghana); mend the roads to them (Egypt);\nSource of Position: A/HRC/37/8/Add.1 - Para.4", "Supported/Noted", "- Right to education\n- Right to development", "Begun"],
        &["Train more judges (Kenya);", "", "", ""],
    ])
}

fn report() -> Word {
    Word::new().head("A/HRC/37/8").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "Conclusions and/or recommendations .......... 111–114 12",
        "1. The review of Peru was held at the 3rd meeting.",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations will be examined by Peru, which will provide responses no later than the session in March:",
        "111.1 Ratify the treaty on mines (Chile) (Netherlands (Kingdom of the));",
        "111.2 Build schools in the mountains (Ghana); mend the roads to them (Egypt);",
        "111.3 Take measures to:",
        "(a) Plant trees;",
        "(b) Dig wells (Kenya).",
        "112. The recommendations listed below did not enjoy the support of Peru and would thus be noted:",
        "112.1 Move the capital (Chad).",
        "113. The delegation thanked all speakers.",
        "114. All conclusions and/or recommendations contained in the present report reflect the position of the submitting States.",
        "III. Voluntary pledges and commitments",
        "115. Peru pledged to plant a forest.",
        "Annex",
        "116. The delegation was headed by a minister.",
    ])
}

fn addendum() -> Word {
    Word::new().head("A/HRC/37/8/Add.1").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "Addendum",
        "Views on conclusions and/or recommendations, voluntary commitments and replies",
        "3. The Government accepts the following recommendations: 111.1.",
        "4. The following recommendations enjoy the support of Peru, which considers them already implemented: 111.2. 111.9.",
        "111.2 Schools were built in all valleys.",
        "5. Peru takes note of 112.1 and 111.3.",
    ])
}

fn exported(desk: &Desk) -> Vec<Row> {
    desk.ok(&["analyse"]);
    let mut rows = desk.export(&["recommendations"]);
    rows.sort_by_key(|row| row["reference"].clone());
    rows
}

fn by<'a>(rows: &'a [Row], paragraph: &str) -> &'a Row {
    rows.iter().find(|row| row["paragraph"] == paragraph).unwrap_or_else(|| panic!("no {paragraph}"))
}

#[test]
fn a_thematic_list_gives_numbers_states_positions_and_themes() {
    let desk = Desk::new();
    let report = desk.import(&desk.file("list.docx", list().bytes()));
    assert_eq!((report["new"].as_u64(), report["kind"].as_str()), (Some(2), Some("thematic-list")));
    assert_eq!(report["about"], "Peru, cycle 3, session 28, A/HRC/37/8");
    let rejected = report["rejected"].as_array().unwrap();
    assert!(rejected.len() == 1 && rejected[0]["place"] == "table 1, row 7", "{rejected:?}");
    let rows = exported(&desk);
    let first = by(&rows, "111.1");
    assert_eq!(first["reference"], "UPR A/HRC/37/8 ¶111.1");
    assert_eq!((first["text"].as_str(), first["position"].as_str()), ("Ratify the treaty on mines", "supported"));
    assert_eq!((first["recommending_states"].as_str(), first["groups"].as_str()), ("CHL|NLD", "children"));
    assert_eq!((first["sdg_targets"].as_str(), first["state"].as_str()), ("16", "PER"));
    let second = by(&rows, "111.2");
    assert_eq!((second["position"].as_str(), second["recommending_states"].as_str()), ("partly_supported", "GHA|EGY"));
    assert_eq!(second["themes"], "Right to education|Right to development", "both rows of it count");
}

#[test]
fn the_older_layout_has_the_states_in_a_column() {
    let desk = Desk::new();
    let word = Word::new().head("UPR of Peru - Second Cycle\nThematic list of recommendations").table(&[
        &["Recommendation", "Recommending state/s", "Position", "Full list of rights/affected persons"],
        &["Right or area: 2.1. Acceptance of international norms"],
        &[
            "166.1. Sign the treaty on water (Turkey);\nSource of position: A/HRC/22/15/Add.1",
            "Turkey",
            "Noted",
            "2.1. Acceptance of international norms\nAffected persons:\n- general",
        ],
    ]);
    desk.import(&desk.file("matrix.docx", word.bytes()));
    let rows = exported(&desk);
    let row = by(&rows, "166.1");
    assert_eq!(
        (row["recommending_states"].as_str(), row["position"].as_str(), row["session"].as_str()),
        ("TUR", "noted", "14")
    );
    assert_eq!(row["themes"], "Ratification of & accession to international instruments");
}

#[test]
fn a_report_sets_positions_by_its_sentences() {
    let desk = Desk::new();
    let report_of = desk.import(&desk.file("report.docx", report().bytes()));
    assert_eq!(report_of["new"], 5, "{report_of}");
    let rows = exported(&desk);
    for (paragraph, position, states, kind) in [
        ("111.1", "pending", "CHL|NLD", "recommendation"),
        ("111.2", "pending", "GHA|EGY", "recommendation"),
        ("111.3", "pending", "KEN", "recommendation"),
        ("112.1", "noted", "TCD", "recommendation"),
        ("115", "none", "", "pledge"),
    ] {
        let row = by(&rows, paragraph);
        let found = (row["position"].as_str(), row["recommending_states"].as_str(), row["kind"].as_str());
        assert_eq!(found, (position, states, kind), "{paragraph}");
    }
    assert_eq!(by(&rows, "111.3")["text"], "Take measures to: (a) Plant trees; (b) Dig wells");
}

#[test]
fn the_same_report_as_pdf_reads_the_same_with_either_reader() {
    let lines = vec![
        "A/HRC/37/8",
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations enjoy the support of Peru:",
        "111.1 Ratify the treaty on mines and take every measure to rehabi-",
        "litate the soil (Chile)",
        "(Netherlands (Kingdom of the));",
        "111.2 Build schools in the mountains",
    ];
    let second = vec![
        "A/HRC/37/8",
        "and in the valleys (Ghana).",
        "112. The recommendations below were noted by Peru:",
        "112.1 Move the capital (Chad).",
        "2",
    ];
    let bytes = pdf(&[lines, second]);
    if std::process::Command::new("pdftotext").arg("-v").output().is_err() {
        eprintln!("pdftotext is not installed: only the reader of the program is tested");
    }
    for own in [false, true] {
        let desk = Desk::new();
        let file = desk.file("report.pdf", &bytes);
        let mut command = desk.weft();
        if own {
            command.env("WEFT_OWN_PDF_READER", "1");
        }
        let output = command.args(["--workspace", "desk", "import", &file]).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let rows = exported(&desk);
        assert_eq!(
            by(&rows, "111.1")["text"],
            "Ratify the treaty on mines and take every measure to rehabilitate the soil"
        );
        assert_eq!(by(&rows, "111.1")["recommending_states"], "CHL|NLD");
        assert_eq!(by(&rows, "111.2")["text"], "Build schools in the mountains and in the valleys");
        assert_eq!((by(&rows, "112.1")["position"].as_str(), rows.len()), ("noted", 3));
    }
}

#[test]
fn word_numbers_tracked_changes_and_hidden_text_are_resolved() {
    let desk = Desk::new();
    let numbering = "<numbering><abstractNum abstractNumId='3'><lvl ilvl='0'><start val='1'/><numFmt val='decimal'/><lvlText val='6.%1'/></lvl></abstractNum><num numId='7'><abstractNumId val='3'/></num></numbering>";
    let item = |inside: &str| {
        format!("<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='7'/></w:numPr></w:pPr>{inside}</w:p>")
    };
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let body = [
        item(&format!(
            "{}<w:ins>{}</w:ins><w:del><w:r><w:delText>Close</w:delText></w:r></w:del>{}",
            run("Build "),
            run("more "),
            run("schools (Chile);")
        )),
        item(&format!("{}<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>", run("Mend roads (Ghana);"))),
        item(&run("Dig wells (Kenya).")),
    ];
    let word = Word::new().head("A/HRC/63/7").raw(&body.concat()).part("word/numbering.xml", numbering);
    desk.import(&desk.file("Peru - Draft report.docx", word.bytes()));
    let rows = exported(&desk);
    let texts: Vec<(&str, &str)> = rows.iter().map(|r| (r["paragraph"].as_str(), r["text"].as_str())).collect();
    assert_eq!(texts, [("6.1", "Build more schools"), ("6.2", "Mend roads"), ("6.3", "Dig wells")]);
    assert_eq!((rows[0]["state"].as_str(), rows[0]["session"].as_str()), ("PER", "52"));
}

#[test]
fn an_addendum_answers_the_numbers_that_exist_and_lists_the_others() {
    let desk = Desk::new();
    let answer = desk.file("addendum.docx", addendum().bytes());
    let early = desk.run(&["import", &answer]);
    assert!(early.code == 1 && early.stdout.replace('\n', " ").contains("import the report"), "{}", early.stdout);
    desk.import(&desk.file("report.docx", report().bytes()));
    let taken = desk.import(&answer);
    assert_eq!(taken["positions"]["positions"]["supported_implemented"], 1, "{taken}");
    assert_eq!(taken["rejected"].as_array().unwrap().len(), 1, "111.9 does not exist: {taken}");
    let rows = exported(&desk);
    for (paragraph, position) in
        [("111.1", "supported"), ("111.2", "supported_implemented"), ("111.3", "noted"), ("112.1", "noted")]
    {
        assert_eq!(by(&rows, paragraph)["position"], position, "{paragraph}");
    }
    let history = desk.ok(&["history"]).replace('\n', " ");
    assert!(history.contains("'pending' became 'supported_implemented'"), "{history}");
    let shown = desk.ok(&["show", "111.2"]).replace('\n', " ");
    assert!(shown.contains("Schools were built in all valleys"), "{shown}");
    assert_eq!(desk.import(&answer)["changed"], 0, "taken over once");
}

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
        assert_eq!(desk.json(&["verify"])["records"], 5, "{order:?}");
        assert_eq!(desk.json(&["verify"])["faults"].as_array().map(Vec::len), Some(0));
        let rows = exported(&desk);
        let of = |id: &str| rows.iter().find(|row| row["source_id"] == id).unwrap();
        assert_eq!((of("U1")["paragraph"].as_str(), of("U2")["id"].as_str()), ("111.1", of("U1")["id"].as_str()));
        assert_eq!(of("U3")["text"], "Build schools in the mountains (Ghana); mend the roads to them", "{order:?}");
        let again: Vec<_> = order.iter().map(|file| desk.import(file)).collect();
        assert!(again.iter().all(|report| report["new"] == 0 && report["changed"] == 0), "{again:?}");
    }
}

#[test]
fn sources_that_disagree_are_listed_and_a_person_settles_it() {
    let desk = Desk::new();
    desk.import(&desk.file("list.docx", list().bytes()));
    let rows = "id,state,text,recommending state,response,session\nU1,Peru,Ratify the treaty on mines,Chile,Noted,28\n";
    let report = desk.import(&desk.file("rows.csv", rows));
    assert_eq!(
        (report["differences"][0]["field"].as_str(), report["differences"][0]["taken"].as_bool()),
        (Some("position"), Some(false))
    );
    assert!(desk.ok(&["show", "--unsure"]).replace('\n', " ").contains("sources do not agree on the position"));
    desk.ok(&["analyse"]);
    desk.ok(&["correct", "111.1", "--position", "noted", "--text", "Ratify the treaty on land mines"]);
    let corrected = exported(&desk);
    let row = by(&corrected, "111.1");
    assert_eq!((row["position"].as_str(), row["text"].as_str()), ("noted", "Ratify the treaty on land mines"));
    assert_eq!(desk.run(&["show", "--unsure"]).code, 1, "nothing is left to look at");
    desk.import(&desk.file("again.docx", list().lines(&["."]).bytes()));
    assert_eq!(by(&exported(&desk), "111.1")["position"], "noted", "a person outranks every source");
    desk.ok(&["undo"]);
    assert_eq!(by(&exported(&desk), "111.1")["position"], "supported");
}

#[test]
fn a_diff_shows_an_amended_report_and_changes_nothing() {
    let desk = Desk::new();
    desk.import(&desk.file("report.docx", report().bytes()));
    let before = desk.json(&["verify"]);
    let amended = Word::new().head("A/HRC/37/8").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "II. Conclusions and/or recommendations",
        "111. The following recommendations will be examined by Peru:",
        "111.1 Ratify the treaty on mines without delay (Chile) (Netherlands (Kingdom of the));",
        "111.2 Build schools in the mountains (Ghana); mend the roads to them (Egypt);",
        "111.4 Teach sign language (Fiji).",
    ]);
    let diff = desk.json(&["import", "--diff", &desk.file("amended.docx", amended.bytes())])[0].clone();
    assert_eq!(diff["same"], 1, "{diff}");
    assert_eq!(
        (diff["new"].as_array().unwrap().len(), diff["differences"].as_array().unwrap().len()),
        (1, 1),
        "{diff}"
    );
    assert_eq!(diff["missing"].as_array().unwrap().len(), 3, "111.3, 112.1 and the pledge: {diff}");
    assert_eq!(desk.json(&["verify"]), before);
}

#[test]
fn concluding_observations_give_paragraphs_points_and_the_follow_up() {
    let desk = Desk::new();
    let word = Word::new().head("CEDAW/C/PER/CO/9").lines(&[
        "Distr.: General 1 March 2022",
        "Concluding observations on the ninth periodic report of Peru",
        "A. Introduction",
        "1. The Committee considered the report.",
        "B. Principal areas of concern and recommendations",
        "Schools",
        "11. The Committee is concerned about the lack of schools.",
        "12. The Committee recommends that the State party: (a) Build schools; (b) Train teachers.",
        "Roads",
        "13. While noting the new law, the Committee urges the State party to mend roads.",
        "Follow-up",
        "14. The Committee requests the State party to provide, within two years, information on the steps taken to implement the recommendations contained in paragraphs 12 (a) and 13 above.",
    ]);
    let report = desk.import(&desk.file("cobs.docx", word.bytes()));
    assert_eq!(report["about"], "CEDAW, Peru, CEDAW/C/PER/CO/9", "{report}");
    let rows = exported(&desk);
    let found: Vec<(&str, &str, &str)> =
        rows.iter().map(|r| (r["paragraph"].as_str(), r["kind"].as_str(), r["text"].as_str())).collect();
    assert_eq!(
        found[..4],
        [
            ("11", "concern", "The Committee is concerned about the lack of schools."),
            ("12 (a)", "recommendation", "Build schools"),
            ("12 (b)", "recommendation", "Train teachers."),
            ("13", "recommendation", "While noting the new law, the Committee urges the State party to mend roads."),
        ]
    );
    assert_eq!((found[4].0, found.len()), ("14", 5));
    assert!(desk.ok(&["show", "12 (a)"]).contains("follow-up report: due 2024-03-01 (asked for in ¶ 14)"));
    assert!(!desk.ok(&["show", "12 (b)"]).contains("follow-up"));
}

#[test]
fn a_mandate_holder_s_report_is_read_from_its_recommendations_on() {
    let desk = Desk::new();
    let text = "A/HRC/52/34/Add.1\n\nReport of the Special Rapporteur on the right to education\n\nVisit to Peru\n\n\
        I. Introduction\n\n1. The Special Rapporteur visited schools.\n\n\
        V. Conclusions and recommendations\n\n80. The Special Rapporteur welcomes the new law.\n\n\
        81. The Special Rapporteur recommends that the Government:\n\n(a) Build schools;\n\n(b) Pay teachers.\n";
    let report = desk.import(&desk.file("visit.txt", text));
    assert_eq!(report["kind"], "special-procedure-report", "{report}");
    let rows = exported(&desk);
    let found: Vec<(&str, &str)> = rows.iter().map(|r| (r["paragraph"].as_str(), r["kind"].as_str())).collect();
    assert_eq!(found, [("80", "concern"), ("81 (a)", "recommendation"), ("81 (b)", "recommendation")]);
    assert_eq!((rows[0]["body"].as_str(), rows[0]["state"].as_str()), ("SR Education", "PER"));
}

#[test]
fn french_and_spanish_documents_are_read() {
    let desk = Desk::new();
    let french = Word::new().head("A/HRC/37/8").lines(&[
        "Rapport du Groupe de travail sur l’Examen périodique universel",
        "Pérou",
        "II. Conclusions et/ou recommandations",
        "111. Les recommandations ci-après recueillent l’adhésion du Pérou :",
        "111.1 Bâtir des écoles (Pays-Bas (Royaume des)) ;",
        "112. Les recommandations ci-après n’ont pas recueilli l’adhésion du Pérou, qui en a donc pris note :",
        "112.1 Déplacer la capitale (Tchad).",
    ]);
    desk.import(&desk.file("rapport.docx", french.bytes()));
    let spanish = "CRC/C/PER/CO/6\n\nObservaciones finales sobre el sexto informe periódico del Perú\n\nEducación\n\n\
        20. Preocupa al Comité la falta de escuelas.\n\n21. El Comité recomienda al Estado parte que:\n\na) Construya escuelas;\n\nb) Forme maestros.\n";
    desk.import(&desk.file("observaciones.txt", spanish));
    let rows = exported(&desk);
    assert_eq!(
        (by(&rows, "111.1")["position"].as_str(), by(&rows, "111.1")["recommending_states"].as_str()),
        ("supported", "NLD")
    );
    assert_eq!((by(&rows, "112.1")["position"].as_str(), by(&rows, "111.1")["language"].as_str()), ("noted", "fr"));
    assert_eq!(
        (by(&rows, "21 (b)")["text"].as_str(), by(&rows, "20")["kind"].as_str()),
        ("Forme maestros.", "concern")
    );
}

#[test]
fn a_folder_is_sorted_out_and_what_cannot_be_read_is_listed() {
    let desk = Desk::new();
    std::fs::create_dir(desk.folder().join("inbox")).unwrap();
    desk.file("inbox/a-addendum.docx", addendum().bytes());
    desk.file("inbox/report.docx", report().bytes());
    desk.file("inbox/letter.txt", "Dear colleague\n\nplease find the report.\n");
    desk.file("inbox/~$report.docx", "lock");
    let done = desk.run(&["import", "inbox"]);
    assert_eq!(done.code, 1, "{}{}", done.stdout, done.stderr);
    assert!(done.stdout.contains("not read") && done.stdout.contains("letter.txt"), "{}", done.stdout);
    let rows = exported(&desk);
    assert_eq!(by(&rows, "111.1")["position"], "supported", "the addendum was read after the report");
}

#[test]
fn a_document_that_names_no_state_says_so_and_takes_it_from_the_user() {
    let desk = Desk::new();
    let word = Word::new().lines(&["6.1 Build schools (Chile);", "6.2 Mend roads (Ghana);", "6.3 Dig wells (Kenya)."]);
    let file = desk.file("report.docx", word.bytes());
    let refused = desk.run(&["import", &file]);
    assert!(refused.code == 2 && refused.stderr.contains("hint: say it: --state"), "{}", refused.stderr);
    desk.ok(&["import", &file, "--state", "Peru", "--symbol", "A/HRC/63/7"]);
    let rows = exported(&desk);
    assert_eq!(rows[0]["reference"], "UPR A/HRC/63/7 ¶6.1");
}

#[test]
fn decisions_follow_a_record_into_the_one_it_becomes_part_of() {
    let desk = Desk::new();
    let rows = "id,state,text,recommending state,response,session\n\
        U1,Peru,Ratify the treaty on mines,Chile,Accepted,28\n\
        U2,Peru,Ratify the treaty on mines,Netherlands,Accepted,28\n";
    desk.import(&desk.file("rows.csv", rows));
    desk.ok(&["analyse"]);
    desk.ok(&["correct", "U2", "--position", "noted"]);
    desk.import(&desk.file("list.docx", list().bytes()));
    assert_eq!(desk.json(&["verify"])["records"], 2);
    assert_eq!(by(&exported(&desk), "111.1")["position"], "noted", "the decision has moved");
    assert!(desk.ok(&["history"]).replace('\n', " ").contains("became part of it"));
    desk.ok(&["undo"]);
    assert_eq!(by(&exported(&desk), "111.1")["position"], "supported");
    assert_eq!(desk.run(&["undo"]).code, 2, "it is taken back once");
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
fn a_diff_of_an_addendum_shows_the_positions_it_would_set() {
    let desk = Desk::new();
    desk.import(&desk.file("report.docx", report().bytes()));
    let diff = desk.json(&["import", "--diff", &desk.file("addendum.docx", addendum().bytes())])[0].clone();
    let positions = diff["differences"].as_array().unwrap();
    assert_eq!(positions.iter().filter(|d| d["field"] == "position" && d["taken"] == true).count(), 3, "{diff}");
    assert_eq!(desk.run(&["import", "--diff", "addendum.docx"]).code, 0);
}

#[test]
fn what_a_document_says_of_its_state_outranks_the_command() {
    let desk = Desk::new();
    let bare = Word::new().lines(&["6.1 Build schools (Chile);", "6.2 Mend roads (Ghana);", "6.3 Dig wells (Kenya)."]);
    let (named, unnamed) = (desk.file("report.docx", report().bytes()), desk.file("bare.docx", bare.bytes()));
    desk.ok(&["import", &named, &unnamed, "--state", "Togo", "--symbol", "A/HRC/63/7"]);
    let rows = exported(&desk);
    assert_eq!((by(&rows, "111.1")["state"].as_str(), by(&rows, "6.1")["state"].as_str()), ("PER", "TGO"));
    assert_eq!(
        (by(&rows, "111.1")["symbol"].as_str(), by(&rows, "6.1")["symbol"].as_str()),
        ("A/HRC/37/8", "A/HRC/63/7")
    );
}

#[test]
fn lists_inside_a_paragraph_have_positions_of_their_own() {
    let desk = Desk::new();
    let word = Word::new().head("A/HRC/37/8").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Peru",
        "II. Conclusions and/or recommendations",
        "111. The recommendations were examined by Peru. Its position is as follows:",
        "(a) The following recommendations enjoy the support of Peru:",
        "111.1 Plant trees (Chile);",
        "(b) Peru takes note of:",
        "111.2 Move the capital (Chad).",
    ]);
    desk.import(&desk.file("report.docx", word.bytes()));
    let rows = exported(&desk);
    let positions: Vec<&str> = ["111.1", "111.2"].iter().map(|number| by(&rows, number)["position"].as_str()).collect();
    assert_eq!((positions, rows.len()), (vec!["supported", "noted"], 2));
}

#[test]
fn a_chinese_report_is_read_up_to_the_sentence_that_closes_it() {
    let desk = Desk::new();
    let word = Word::new().head("A/HRC/37/8").lines(&[
        "普遍定期审议工作组报告",
        "秘鲁",
        "二. 结论和/或建议",
        "111. 下列建议得到秘鲁的支持：",
        "111.1 修建学校(智利)；",
        "112. 下列建议未得到秘鲁的支持，因此已注意到：",
        "112.1 迁都(乍得)。",
        "113. 本报告所载的所有结论和/或建议反映提交国的立场。",
    ]);
    desk.import(&desk.file("report.docx", word.bytes()));
    let rows = exported(&desk);
    assert_eq!(
        (by(&rows, "111.1")["position"].as_str(), by(&rows, "112.1")["position"].as_str()),
        ("supported", "noted")
    );
    assert_eq!((by(&rows, "111.1")["language"].as_str(), rows.len()), ("zh", 2));
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
        desk.ok(&["analyse"]);
        let shown = desk.ok(&["show", "111.1"]);
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
