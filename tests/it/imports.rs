//! Files in: all formats, their quirks, reports, idempotence.

use strum::VariantNames;
use weft::domain::{DoubtReason, Position, StateSign};
use weft::i18n::Words;
use weft::ingest::{
    Damage, DamagedPlace, DocumentFormat, DocumentKind, ExpectedFormat, IngestError, Limit, MappingFault,
    RejectionReason, Remark, TableFormat, UnreadContent,
};
use weft::records::{PositionsRejected, RecordField, UnresolvedReason};
use weft::reports::Missing;

use crate::desk::Desk;

const TIDY: &str = "row_id,state_under_review,text,recommending_state,response,action_category,issues,session\n\
    T-1,Peru,\"Ratify the Convention on the Rights of Persons with Disabilities\",Chile,Accepted,5,Disabilities|International instruments,14\n\
    T-2,Peru,Build a library in every village,\"Côte d'Ivoire\",Noted,5,Other,14\n";

fn records(desk: &Desk) -> u64 {
    desk.json(["verify"])["records"].as_u64().unwrap()
}

#[test]
fn a_table_is_read_row_by_row_with_its_labels() {
    let desk = Desk::new();
    let report = desk.imported(&desk.file("tidy.csv", TIDY));
    assert_eq!((report["rows"].as_u64(), report["new"].as_u64()), (Some(2), Some(2)));
    desk.ok(["analyse"]);
    let rows = desk.export(["recommendations"]);
    let first = rows.iter().find(|r| r["source_id"] == "T-1").unwrap();
    assert_eq!(first["state"], "PER");
    assert_eq!(first["recommending_states"], "CHL");
    assert_eq!(first["issues"], "Disabilities|International instruments");
    assert_eq!(first["position"], "supported");
    assert_eq!((first["session"].as_str(), first["cycle"].as_str()), ("14", "2"));
    let second = rows.iter().find(|r| r["source_id"] == "T-2").unwrap();
    assert_eq!((second["recommending_states"].as_str(), second["position"].as_str()), ("CIV", "noted"));
}

#[test]
fn importing_a_file_again_changes_nothing() {
    let desk = Desk::new();
    let file = desk.file("tidy.csv", TIDY);
    desk.import(&file);
    let before = desk.json(["history"]);
    let again = desk.imported(&file);
    assert_eq!(
        (again["new"].as_u64(), again["known"].as_u64(), again["changed"].as_u64()),
        (Some(0), Some(2), Some(0))
    );
    assert_eq!(desk.json(["history"]), before);
}

#[test]
fn each_encoding_and_separator_gives_the_same_records() {
    let texts = "Etat;Recommandation;Session\nCôte d'Ivoire;Protéger les réfugiés et améliorer l'accès à la santé;20\n";
    let tabs = texts.replace(';', "\t");
    let carriage = texts.replace('\n', "\r");
    let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(texts);
    let (mac, _, _) = encoding_rs::MACINTOSH.encode(&carriage);
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(texts.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let desk = Desk::new();
    assert_eq!(desk.imported(&desk.file("utf8.csv", texts))["new"], 1);
    for (name, bytes) in [
        ("marked.csv", ["\u{feff}", texts].concat().into_bytes()),
        ("tabs.tsv", tabs.into_bytes()),
        ("latin.csv", latin.into_owned()),
        ("mac.csv", mac.into_owned()),
        ("wide.csv", wide),
    ] {
        let report = desk.imported(&desk.file(name, bytes));
        assert_eq!((report["rows"].as_u64(), report["known"].as_u64()), (Some(1), Some(1)), "{name}: {report}");
    }
    assert_eq!(records(&desk), 1);
}

#[test]
fn unicode_text_of_any_script_is_a_table() {
    let text = "Государство\tТекст\nПеру\tПостроить школы во всех деревнях страны\n";
    let wide: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let desk = Desk::new();
    assert_eq!(desk.imported(&desk.file("wide.txt", wide))["new"], 1);
}

#[test]
fn another_language_edition_adds_a_text_and_changes_nothing_else() {
    let item = |text: &str| {
        format!(
            r#"[{{"Text":"{text}","Countries":["Peru"],"Body":"- UPR","Symbol":"A/HRC/59/15","AnnotationId":"0aa00000-0000-4000-8000-00000000000a","UprSession":["40th Session - Cycle 3"],"UprPositions":["Noted"],"UprRecommendingCountry":["Chile"]}}]"#
        )
    };
    let desk = Desk::new();
    desk.import(&desk.file("en.json", item("106.45 Build schools in all villages (Chile);")));
    desk.import(&desk.file("es.json", item("45. Construir escuelas en todas las aldeas (Chile);")));
    desk.ok(["analyse"]);
    let row = &desk.export(["recommendations"])[0];
    assert_eq!((row["paragraph"].as_str(), row["text"].as_str()), ("106.45", "Build schools in all villages"));
    let spanish = desk.ok(["--language", "es", "export", "recommendations"]);
    assert!(spanish.contains("Construir escuelas en todas las aldeas"), "{spanish}");
}

#[test]
fn unknown_headers_are_mapped_and_remembered() {
    let desk = Desk::new();
    let file = desk.file("odd.csv", "Land,Wortlaut\nPeru,Build schools in the mountains\n");
    let refused = desk.run(["import", &file]);
    assert_eq!(refused.code, 2);
    assert!(refused.stderr.contains("hint: say which column holds the text: --map"), "{}", refused.stderr);
    desk.ok(["import", &file, "--map", "text=Wortlaut", "--map", "state=Land"]);
    let later = desk.file("later.csv", "Land,Wortlaut\nPeru,Build bridges in the mountains\n");
    assert_eq!(desk.imported(&later)["new"], 1);
    let other = desk.file("other.csv", "State,Text\nPeru,Build ports on the coast\n");
    assert_eq!(desk.imported(&other)["new"], 1, "a remembered mapping does not stop other tables");
}

#[test]
fn rejected_rows_are_told_and_written_out() {
    let desk = Desk::new();
    let file = desk.file("gaps.csv", "state,text\nPeru,Build schools\nPeru,\nPeru,Annex\nAtlantis,Build harbours\n");
    let done = desk.run(["import", &file, "--rejections", "out.csv"]);
    assert_eq!(done.code, 1, "rows were rejected");
    assert!(done.stdout.contains("row 3: not taken, the row has no text"), "{}", done.stdout);
    assert!(done.stdout.contains("State 'Atlantis' is unknown"), "{}", done.stdout);
    let written = std::fs::read_to_string(desk.folder().join("out.csv")).unwrap();
    assert_eq!(written.lines().count(), 4, "{written}");
    assert!(written.contains("row 5,State 'Atlantis' is unknown,,unused"), "{written}");
    assert_eq!(records(&desk), 2, "a row of an unknown State is kept");
}

#[test]
fn json_and_workbook_of_the_same_records_are_not_doubled() {
    let desk = Desk::demo();
    let sources = desk.json(["overview"])["overview"]["records"].as_u64().unwrap();
    // 113 rows, 219 items and 62 rows, of which 25 stand in both exports.
    assert_eq!(sources, 113 + 219 + 62 - 25);
    let again = desk.imported("desk/documents/uhri_saravia.xlsx");
    assert_eq!((again["new"].as_u64(), again["known"].as_u64()), (Some(0), Some(62)));
}

#[test]
fn quirks_of_the_exports_are_undone() {
    let item = |id: &str, text: &str, body: &str, symbol: &str| {
        format!(
            r#"{{"Text":{text:?},"Countries":[],"Body":"{body}","Symbol":"{symbol}","AnnotationId":"{id}","AnnotationType":"- Recommendations","Themes":["Reservations"],"PublicationDate":"2012-03-01T00:00:00","Sdgs":["16.2 - Protect children from abuse"],"UprSession":[],"UprPositions":[],"UprRecommendingCountry":[]}}"#
        )
    };
    let json = format!(
        "[{},{}]",
        item(
            "0aa00000-0000-4000-8000-000000000001",
            "R 12. Improve&nbsp;heal thcare <b>now</b> [...]",
            "- CEDAW",
            "CEDAW/C/PER/CO/7"
        ),
        item(
            "0aa00000-0000-4000-8000-000000000002",
            "Right to education66.While noting progress, build schools",
            "- IE  Albinism",
            "A/HRC/1/2"
        ),
    );
    let desk = Desk::new();
    desk.import(&desk.file("uhri.json", json));
    desk.ok(["analyse"]);
    let rows = desk.export(["recommendations"]);
    let first = rows.iter().find(|r| r["source_id"].ends_with('1')).unwrap();
    assert_eq!(first["text"], "Improve healthcare now");
    assert_eq!((first["paragraph"].as_str(), first["state"].as_str()), ("12", "PER"));
    assert!(!first["themes"].contains("Reservations"), "the theme is an artefact before 2019");
    assert_eq!(first["reference"], "CEDAW CEDAW/C/PER/CO/7 ¶12");
    let second = rows.iter().find(|r| r["source_id"].ends_with('2')).unwrap();
    assert_eq!((second["body"].as_str(), second["mechanism"].as_str()), ("IE Albinism", "special_procedure"));
    assert_eq!(second["paragraph"], "66");
}

#[test]
fn a_newer_export_corrects_a_record_and_the_journal_tells() {
    let item = |position: &str| {
        format!(
            r#"[{{"Text":"140.7 Build schools (Chile);","Countries":["Peru"],"Body":"- UPR","Symbol":"A/HRC/59/15","AnnotationId":"0aa00000-0000-4000-8000-000000000009","AnnotationType":"- Recommendations","UprSession":["40th Session - Cycle 3"],"UprPositions":["{position}"],"UprRecommendingCountry":["Chile"]}}]"#
        )
    };
    let desk = Desk::new();
    desk.import(&desk.file("old.json", item("Noted")));
    let report = desk.imported(&desk.file("new.json", item("Supported")));
    assert_eq!(report["changed"], 1, "{report}");
    assert_eq!(report["differences"][0]["field"], "position");
    let history = desk.ok(["history"]).replace('\n', " ");
    assert!(history.contains("'Noted' became 'Supported'"), "{history}");
    assert_eq!(desk.imported(&desk.file("old.json", item("Noted")))["changed"], 0, "an old file changes nothing again");
}

#[test]
fn every_message_of_an_import_has_words() {
    let codes = [
        Damage::VARIANTS,
        DamagedPlace::VARIANTS,
        DoubtReason::VARIANTS,
        Missing::VARIANTS,
        DocumentFormat::VARIANTS,
        DocumentKind::VARIANTS,
        ExpectedFormat::VARIANTS,
        IngestError::VARIANTS,
        Limit::VARIANTS,
        MappingFault::VARIANTS,
        RejectionReason::VARIANTS,
        Remark::VARIANTS,
        TableFormat::VARIANTS,
        UnreadContent::VARIANTS,
        PositionsRejected::VARIANTS,
        RecordField::VARIANTS,
        UnresolvedReason::VARIANTS,
    ]
    .concat();
    let plain = ["ingest-file", "ingest-format-uhri-json", "ingest-kind-rows", "ingest-kind-not-read"];
    let class = |position: &Position| format!("records-class-{}", position.code().replace('_', "-"));
    let classes: Vec<String> = Position::ALL.iter().map(class).collect();
    let all = codes.iter().copied().chain(plain).chain(classes.iter().map(String::as_str));
    let without: Vec<&str> = all.filter(|code| !Words::english().knows(code)).collect();
    assert!(without.is_empty(), "codes without words: {without:?}");
}

#[test]
fn remarks_on_numbers_say_how_many_more_there_are() {
    let numbers = vec!["6.1".to_owned(), "6.2".to_owned()];
    let say = |more| Words::english().say(&Remark::NumbersRepeated { numbers: numbers.clone(), more });
    assert_eq!(say(0), "these numbers stand more than once: 6.1, 6.2");
    assert_eq!(say(3), "these numbers stand more than once: 6.1, 6.2 and 3 more");
    let guessed = Remark::StateGuessed { from: StateSign::FileName };
    assert_eq!(
        Words::english().say(&guessed),
        "the document does not name its State; it was taken from the name of the file"
    );
}

#[test]
fn remembering_a_mapping_leaves_the_rest_of_the_settings_as_it_stands() {
    let desk = Desk::new();
    let settings = desk.workspace().join("weft.toml");
    let before = std::fs::read_to_string(&settings).unwrap();
    let search = "[[searches]]\nname = \"Schools\"\nquery = \"schools\" # ours\n";
    std::fs::write(&settings, format!("# Our workspace\n{before}\n{search}")).unwrap();
    let file = desk.file("odd.csv", "Land,Wortlaut\nPeru,Build schools in the mountains\n");
    desk.ok(["import", &file, "--map", "text=Wortlaut", "--map", "state=Land"]);
    let after = std::fs::read_to_string(&settings).unwrap();
    assert!(after.starts_with("# Our workspace\n") && after.ends_with(search), "{after}");
    assert!(after.contains("columns = [\"text=Wortlaut\", \"state=Land\"]"), "{after}");
}
