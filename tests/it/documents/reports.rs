//! Reports of the Working Group: positions by their sentences, in any format and language.

use super::review::{by, exported, report};
use crate::desk::Desk;
use crate::paper::{Word, pdf};

#[test]
fn a_report_sets_positions_by_its_sentences() {
    let desk = Desk::new();
    let report_of = desk.imported(&desk.file("report.docx", report().bytes()));
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
        let mut command = desk.process();
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
