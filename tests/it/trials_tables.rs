//! Tables as people keep them: headings of trackers, names of States with commas, numbers that a spreadsheet
//! has spoilt, merged and hidden cells, short texts of another language.

use std::collections::HashMap;

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::Value;

use crate::desk::{Desk, shared, trial_file};

/// A desk on a workspace about a State with a file of the trials imported; `None` when they are not there.
fn trial(file: &str, state: &str) -> Option<(Desk, Value)> {
    let path = trial_file(file)?;
    let desk = about(state);
    let report = desk.imported(&path.to_string_lossy());
    Some((desk, report))
}

fn about(state: &str) -> Desk {
    let desk = Desk::bare();
    let done = desk.weft(["init", "desk", "--state", state]);
    assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
    desk
}

/// A workspace with one table in it, and what was told of it.
fn table(state: &str, name: &str, content: impl AsRef<[u8]>) -> (Desk, Value) {
    let desk = about(state);
    let report = desk.imported(&desk.file(name, content));
    (desk, report)
}

/// The exported rows by their numbers.
fn by_number(desk: &Desk) -> HashMap<String, HashMap<String, String>> {
    desk.ok(["analyse"]);
    desk.export(["recommendations"]).into_iter().map(|row| (row["paragraph"].clone(), row)).collect()
}

/// One column of the exported rows, by their numbers.
fn column(desk: &Desk, name: &str, numbers: &[&str]) -> Vec<String> {
    let rows = by_number(desk);
    numbers.iter().map(|number| rows.get(*number).map_or("none", |row| row[name].as_str()).to_owned()).collect()
}

fn remarks(report: &Value) -> Vec<&str> {
    let remarks = report["remarks"].as_array().unwrap().iter();
    remarks.map(|remark| remark["code"].as_str().unwrap().trim_start_matches("ingest-remark-")).collect()
}

/// What was printed, without its line ends.
fn one_line(printed: &str) -> String {
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn workbook(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet().set_name("Recs").unwrap());
    book.save_to_buffer().unwrap()
}

fn heading(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (at, cell) in (0..).zip(cells) {
        sheet.write(row, at, *cell).unwrap();
    }
}

#[test]
fn a_column_of_mechanisms_holds_bodies() {
    let Some((desk, report)) = trial("t32-mechanism-heading.csv", "Peru") else { return };
    assert_eq!(column(&desk, "body", &["23 (a)", "14", "77", "121.3"]), ["CEDAW", "CCPR", "SR Torture", "UPR"]);
    assert!(!remarks(&report).contains(&"unused-column"), "{report}");
    assert!(desk.ok(["show", "77"]).contains("Ministry of Justice"), "who is responsible is kept");
}

#[test]
fn headings_of_trackers_are_known_in_other_languages() {
    let spanish = "Núm.;Mecanismo;Recomendación;Institución responsable;Estado de cumplimiento\n\
        12;CEDAW;Construir refugios para mujeres;Ministerio de la Mujer;En curso\n\
        40;Procedimientos especiales;Cerrar las celdas de aislamiento;Ministerio de Justicia;\n";
    let (desk, report) = table("Peru", "es.csv", spanish);
    assert_eq!(column(&desk, "mechanism", &["12", "40"]), ["treaty_body", "special_procedure"]);
    assert_eq!(remarks(&report), ["workspace-state", "unknown-entity"], "{report}");
    let russian = "Номер\tМеханизм\tРекомендация\tОтветственный орган\n7\tКПР ООН\tПостроить школы\tМинистерство\n";
    let (_, report) = table("Peru", "ru.tsv", russian);
    assert_eq!(
        remarks(&report),
        ["workspace-state", "unknown-entity", "not-understood", "mechanism-unknown"],
        "{report}"
    );
    let (desk, report) = table("Peru", "status.csv", "No,Recommendation,Status\n6.1,Build schools,Accepted\n");
    assert_eq!(column(&desk, "position", &["6.1"]), ["supported"]);
    assert_eq!(remarks(&report), ["workspace-state"], "a position speaks for the review: {report}");
}

#[test]
fn rows_taken_for_the_state_of_the_workspace_are_counted_and_all_is_used() {
    let desk = about("Peru");
    let file = desk.file("silent.csv", "No,Session,Recommendation\n6.1,28,Build schools\n6.2,28,Mend roads\n");
    let done = desk.run(["import", &file]);
    let said = one_line(&done.stdout);
    assert!(said.contains("2 rows were taken as Peru, the State of the workspace"), "{said}");
    assert_eq!(done.code, 0, "people have said what the workspace is about");
    let (_, report) = table("Peru", "named.csv", "State,No,Session,Recommendation\nPeru,6.1,28,Build schools\n");
    assert!(remarks(&report).is_empty(), "{report}");
}

#[test]
fn a_row_that_names_no_state_among_rows_that_do_is_of_none() {
    let rows = "State,No,Session,Recommendation\nPeru,6.1,28,Build schools\n,6.2,28,Plant trees along the coast\n";
    let (desk, report) = table("Peru", "named.csv", rows);
    assert_eq!(column(&desk, "state", &["6.1", "6.2"]), ["PER", ""], "{report}");
    assert_eq!(remarks(&report), ["no-state"], "{report}");
    let rows = "Pays examiné;N°;Session;Recommandation\n;6.1;28;Construire des écoles\n";
    let (desk, report) = table("Peru", "vide.csv", rows);
    assert_eq!(column(&desk, "state", &["6.1"]), ["PER"], "{report}");
    assert_eq!(remarks(&report), ["workspace-state"], "an empty column names none: {report}");
}

#[test]
fn how_far_a_state_has_come_is_no_position_of_it() {
    for (heading, words) in [
        ("Status", "In progress"),
        ("Estado de cumplimiento", "En curso"),
        ("État d'avancement", "En cours"),
        ("Статус выполнения", "Выполняется"),
        ("Status", "Partially implemented"),
    ] {
        let rows = format!("No.,Recommendation,{heading},Session\n5.1,Build schools,{words},42\n");
        let (desk, _) = table("Peru", "tracker.csv", rows);
        assert_eq!(column(&desk, "position", &["5.1"]), ["none"], "{heading}: {words}");
        assert!(desk.ok(["show", "5.1"]).contains(words), "the words are kept");
    }
    let rows = "No.,Recommendation,Status,Session\n5.1,Build schools,Accepted,42\n5.2,Plant trees,Noted,42\n";
    let (desk, _) = table("Peru", "matrix.csv", rows);
    assert_eq!(column(&desk, "position", &["5.1", "5.2"]), ["supported", "noted"]);
}

#[test]
fn numbers_and_sessions_are_read_as_people_write_them_or_named() {
    let rows = "No.;Recommandation;Session\n140,8;Construire des écoles;3e cycle\n23 a);Planter des arbres;42\n\
        114.1 et 114.2;Former les juges;42\n";
    let (desk, report) = table("Peru", "liste.csv", rows);
    assert_eq!(column(&desk, "session", &["140.8", "23 (a)"]), ["", "42"]);
    assert_eq!(remarks(&report).iter().filter(|code| **code == "not-understood").count(), 2, "{report}");
    let (desk, report) =
        table("Peru", "spans.csv", "No.,Recommendation,Committee\n28-29,Build schools,CEDAW\n30,Plant trees,CEDAW\n");
    assert_eq!(column(&desk, "body", &["30", ""]), ["CEDAW", "CEDAW"], "{report}");
    assert!(remarks(&report).contains(&"not-understood"), "{report}");
}

#[test]
fn what_a_heading_calls_a_recommendation_is_one_unless_it_voices_concern() {
    let rows = "Comité,N°,Recommandation\nCEDAW,12,Réduire la surpopulation des foyers\n\
        CEDAW,14,Le Comité est préoccupé par le manque de foyers.\n";
    let (desk, _) = table("Peru", "liste.csv", rows);
    assert_eq!(column(&desk, "kind", &["12", "14"]), ["recommendation", "concern"]);
}

#[test]
fn notes_and_counts_under_a_table_are_no_recommendations() {
    let rows = "No.,State,Recommendation\n5.1,Peru,Build schools\n,,Total number of recommendations: 1\n\
        ,,\"Source: Ministry of Justice, May 2025\"\n,,* Changed after the review\n";
    let (desk, report) = table("Peru", "liste.csv", rows);
    assert_eq!(by_number(&desk).len(), 1, "{report}");
    assert_eq!(report["rejected"].as_array().unwrap().len(), 3, "{report}");
}

#[test]
fn a_table_of_a_committee_is_not_taken_for_one_of_the_review() {
    let rows = "Núm.;Observación;Referencia;Recomendación\n\
        12;En curso;CERD/C/PER/CO/22-23, párr. 12;Construir refugios para mujeres\n";
    let (desk, report) = table("Peru", "matriz.csv", rows);
    assert_eq!(column(&desk, "body", &["12"]), ["CERD"], "{report}");
    assert!(remarks(&report).contains(&"mechanism-elsewhere"), "{report}");
    let rows = "Núm.;Recomendación\n12;Construir refugios para mujeres\n";
    let (desk, _) = table("Peru", "observaciones_finales_CEDAW.csv", rows);
    assert_eq!(column(&desk, "mechanism", &["12"]), ["treaty_body"]);
    let (desk, report) = table("Peru", "matriz.csv", rows);
    assert_eq!(column(&desk, "mechanism", &["12"]), ["unknown"]);
    assert!(remarks(&report).contains(&"mechanism-unknown"), "{report}");
}

#[test]
fn who_is_responsible_in_a_table_leads() {
    let desk = about("Peru");
    let register = "code,name,short_name,type,mandate,contact\nMINJUS,Ministry of Justice and Peace,MJP,justice,,\n";
    std::fs::write(desk.workspace().join("entities.csv"), register).unwrap();
    let rows = "State,No,Session,Recommendation,Ministry responsible\n\
        Peru,6.1,28,Plant trees along the coast,Ministry of Justice and Peace; Ministry of Health\n\
        Peru,6.2,28,Plant trees in the hills,The Palace\n";
    let report = desk.imported(&desk.file("rows.csv", rows));
    assert_eq!(remarks(&report), ["unknown-entity"], "{report}");
    let rows = by_number(&desk);
    assert!(rows["6.1"]["lead"].contains("justice"), "{:?}", rows["6.1"]);
    assert!(rows["6.1"]["support"].contains("health"), "{:?}", rows["6.1"]);
    assert!(desk.ok(["show", "6.2"]).contains("The Palace"), "the words are kept");
}

#[test]
fn names_of_states_are_not_cut_at_their_commas() {
    let Some((desk, _)) = trial("t04-states-with-commas.csv", "Egypt") else { return };
    let numbers: Vec<String> = (1..=13).map(|item| format!("121.{item}")).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    let found = column(&desk, "recommending_states", &numbers);
    let expected = [
        "NOR|IRN|TCD",
        "KOR",
        "IRN|COD",
        "PRK|MDA",
        "BOL|VEN",
        "TZA|FSM|TLS",
        "BIH|ATG",
        "NLD|GBR",
        "PSE",
        "MKD",
        "VCT|KNA|STP",
        "NER|NGA",
    ];
    for (at, expected) in expected.iter().enumerate() {
        let sorted = |list: &str| {
            let mut codes: Vec<String> = list.split('|').map(str::to_owned).collect();
            codes.sort();
            codes
        };
        assert_eq!(sorted(&found[at]), sorted(expected), "{}", numbers[at]);
    }
    assert!(found[12].contains("NOR"), "{}", found[12]);
}

#[test]
fn old_formal_and_misspelt_names_of_states_are_found() {
    let french = "Numéro,État auteur,Recommandation\n\
        5.1,\"Congo, République démocratique du; Côte d’Ivoire et Norvège\",Construire des écoles\n\
        5.2,\"Royaume-Uni, Swaziland, Birmanie\",Former les juges\n";
    let (desk, _) = table("Togo", "fr.csv", french);
    let found = column(&desk, "recommending_states", &["5.1", "5.2"]);
    assert!(found[0].contains("CIV") && found[0].contains("NOR"), "{found:?}");
    assert!(found[1].contains("GBR") && found[1].contains("SWZ") && found[1].contains("MMR"), "{found:?}");
    let misspelt =
        "No,Recommending State,Recommendation\n5.1,Phillipines and Argentinia,Build schools\n5.2,Austrlia,Mend roads\n";
    let (desk, report) = table("Togo", "slips.csv", misspelt);
    let found = column(&desk, "recommending_states", &["5.1", "5.2"]);
    assert!(found[0].contains("PHL") && found[0].contains("ARG") && found[1].is_empty(), "{found:?}");
    assert!(remarks(&report).contains(&"misspelt"), "{report}");
}

#[test]
fn numbers_that_have_lost_a_zero_are_found_again() {
    let Some((desk, report)) = trial("t03-numeric-paragraph.xlsx", "Bolivia") else { return };
    let numbers: Vec<String> = (1..=12).map(|item| format!("140.{item}")).collect();
    let rows = by_number(&desk);
    assert!(numbers.iter().all(|number| rows.contains_key(number)), "{:?}", rows.keys());
    assert!(rows["140.10"]["text"].starts_with("Fund shelters"));
    assert_eq!(report["unsure"], 0);
}

#[test]
fn a_lost_zero_shows_in_the_order_of_rows_or_the_number_is_in_doubt() {
    let items = [6.1, 6.2, 6.3, 6.4, 6.5, 6.6, 6.7, 6.8, 6.9, 6.1, 6.11, 6.12];
    let ordered = workbook(|sheet| {
        heading(sheet, 0, &["Numéro", "Recommandation"]);
        for (row, item) in (1..).zip(items) {
            sheet.write(row, 0, item).unwrap();
            sheet.write(row, 1, format!("Construire l'école numéro {row} dans les villages")).unwrap();
        }
    });
    let (desk, report) = table("Togo", "ordre.xlsx", ordered);
    assert!(by_number(&desk)["6.10"]["text"].contains("numéro 10"));
    assert!(remarks(&report).contains(&"number-mended"), "{report}");
    assert_eq!(report["unsure"], 0, "{report}");
    let shuffled = workbook(|sheet| {
        heading(sheet, 0, &["No.", "Recommendation"]);
        for (row, item) in (1..).zip([6.5, 6.1, 6.12, 6.3]) {
            sheet.write(row, 0, item).unwrap();
            sheet.write(row, 1, format!("Build the school of village {row}")).unwrap();
        }
    });
    let (desk, report) = table("Togo", "order.xlsx", shuffled);
    assert!(report["unsure"].as_u64().unwrap() > 0, "{report}");
    assert!(one_line(&desk.run(["show", "--unsure"]).stdout).contains("may have lost a zero"));
}

#[test]
fn numbers_that_were_turned_into_days_are_numbers_again() {
    let Some((desk, _)) = trial("t03c-date-paragraph.xlsx", "Bolivia") else { return };
    let rows = by_number(&desk);
    assert!((1..=12).all(|item| rows.contains_key(&format!("6.{item}"))), "{:?}", rows.keys());
}

#[test]
fn days_are_read_by_what_they_share_or_named_as_not_read() {
    let day = |sheet: &mut Worksheet, row: u32, serial: f64, format: &str| {
        sheet.write_with_format(row, 0, serial, &Format::new().set_num_format(format)).unwrap();
        sheet.write(row, 1, format!("Construir la escuela de la aldea {row}")).unwrap();
    };
    // 1, 2 and 3 June 2026, as a program shows them that has read 6/1, 6/2 and 6/3.
    let shared = workbook(|sheet| {
        heading(sheet, 0, &["Número", "Recomendación"]);
        (1..=3).for_each(|row| day(sheet, row, 46_173.0 + f64::from(row), "d-mmm"));
    });
    let (desk, _) = table("Peru", "dias.xlsx", shared);
    let rows = by_number(&desk);
    assert!((1..=3).all(|item| rows.contains_key(&format!("6.{item}"))), "{:?}", rows.keys());
    let unknown = workbook(|sheet| {
        heading(sheet, 0, &["No.", "Recommendation"]);
        day(sheet, 1, 46_028.0, "d-mmm");
        day(sheet, 2, 46_500.0, "d-mmm");
    });
    let (_, report) = table("Peru", "days.xlsx", unknown);
    assert!(remarks(&report).contains(&"not-understood"), "{report}");
}

#[test]
fn merged_cells_of_a_workbook_hold_for_each_row() {
    let Some((desk, _)) = trial("t25-merged-cells.xlsx", "Peru") else { return };
    let numbers = ["111.1", "111.2", "111.3", "111.4"];
    assert_eq!(column(&desk, "session", &numbers), ["42"; 4]);
    assert_eq!(column(&desk, "recommending_states", &numbers), ["PRT", "PRT", "TCD", "TGO"]);
    assert_eq!(column(&desk, "position", &numbers), ["supported", "supported", "noted", "noted"]);
}

#[test]
fn merged_headings_are_no_values_and_merged_blocks_are() {
    let plain = Format::new();
    let blocks = workbook(|sheet| {
        sheet.merge_range(0, 0, 0, 3, "Tableau de suivi", &plain).unwrap();
        heading(sheet, 1, &["Numéro", "Recommandation", "État auteur", "Position"]);
        sheet.merge_range(2, 0, 2, 3, "Thème : éducation", &plain).unwrap();
        for (row, number, text) in [(3, "8.1", "Construire des écoles"), (4, "8.2", "Former les juges")] {
            sheet.write(row, 0, number).unwrap();
            sheet.write(row, 1, text).unwrap();
        }
        sheet.merge_range(3, 2, 4, 2, "Tchad", &plain).unwrap();
        sheet.merge_range(3, 3, 4, 3, "Notée", &plain).unwrap();
    });
    let (desk, report) = table("Togo", "blocs.xlsx", blocks);
    assert_eq!(column(&desk, "recommending_states", &["8.1", "8.2"]), ["TCD", "TCD"]);
    assert_eq!(column(&desk, "position", &["8.1", "8.2"]), ["noted", "noted"]);
    assert_eq!((report["new"].as_u64(), report["rejected"].as_array().unwrap().len()), (Some(2), 1), "{report}");
}

#[test]
fn merges_hold_below_each_other_and_end_where_they_end() {
    let plain = Format::new();
    let steps = workbook(|sheet| {
        heading(sheet, 0, &["الرقم", "التوصية", "الدولة صاحبة التوصية", "الموقف"]);
        for (row, number, text) in [(1, "4.1", "بناء المدارس"), (2, "4.2", "تدريب القضاة"), (3, "4.3", "حماية الأطفال")]
        {
            sheet.write(row, 0, number).unwrap();
            sheet.write(row, 1, text).unwrap();
        }
        sheet.merge_range(1, 2, 2, 2, "النرويج", &plain).unwrap();
        sheet.merge_range(2, 3, 3, 3, "أحيط علما", &plain).unwrap();
        sheet.write(1, 3, "مقبولة").unwrap();
    });
    let (desk, _) = table("Egypt", "steps.xlsx", steps);
    let numbers = ["4.1", "4.2", "4.3"];
    assert_eq!(column(&desk, "recommending_states", &numbers), ["NOR", "NOR", ""]);
    assert_eq!(column(&desk, "position", &numbers), ["supported", "noted", "noted"]);
}

#[test]
fn hidden_rows_and_sheets_are_named_and_totals_are_none() {
    let Some((desk, report)) = trial("t05-hidden-rows.xlsx", "Bolivia") else { return };
    let rows = by_number(&desk);
    assert_eq!(rows.len(), 5, "{:?}", rows.keys());
    let said = desk.run(["import", &shared().unwrap().join("trials/t05-hidden-rows.xlsx").to_string_lossy()]);
    let said = one_line(&said.stdout);
    assert!(said.contains("2 hidden rows") && said.contains("1 hidden sheet"), "{said}");
    assert_eq!(report["rejected"][0]["reason"]["code"], "ingest-rejected-total", "{report}");
}

#[test]
fn totals_are_told_in_other_languages_and_hidden_rows_counted() {
    let hidden = workbook(|sheet| {
        heading(sheet, 0, &["Número", "Recomendación"]);
        heading(sheet, 1, &["9.1", "Construir escuelas"]);
        heading(sheet, 2, &["9.2", "Formar a los jueces"]);
        heading(sheet, 3, &["Total general", "2 recomendaciones"]);
        sheet.set_row_hidden(2).unwrap();
    });
    let (_, report) = table("Peru", "oculto.xlsx", hidden);
    assert_eq!((report["new"].as_u64(), remarks(&report).contains(&"hidden")), (Some(2), true), "{report}");
    let russian = "Номер;Рекомендация\n9.1;Построить школы\nИтого;1 рекомендация\n";
    let (_, report) = table("Peru", "ru.csv", russian);
    assert_eq!((report["new"].as_u64(), report["rejected"].as_array().unwrap().len()), (Some(1), 1), "{report}");
}

#[test]
fn short_rows_are_in_the_language_of_their_column() {
    let Some((desk, _)) = trial("t18-french-short.csv", "Togo") else { return };
    let numbers: Vec<String> = (1..=8).map(|item| format!("124.{item}")).collect();
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    assert_eq!(column(&desk, "language", &numbers), ["fr"; 8]);
}

#[test]
fn a_spanish_column_and_rows_of_another_language_keep_theirs() {
    let spanish =
        "Número;Recomendación\n3.1;Ratificar OPCAT\n3.2;Construir escuelas para las niñas\n3.3;Proteger a los jueces\n";
    let (desk, _) = table("Peru", "es.csv", spanish);
    assert_eq!(column(&desk, "language", &["3.1", "3.2", "3.3"]), ["es"; 3]);
    let mixed = "No,Recommendation\n3.1,Build schools for the girls\n3.2,Protéger les juges et les avocats\n3.3,Protect all of the judges\n3.4,Train the police\n";
    let (desk, _) = table("Peru", "mixed.csv", mixed);
    assert_eq!(column(&desk, "language", &["3.1", "3.2", "3.4"]), ["en", "fr", "en"]);
}

#[test]
fn a_table_of_numbers_and_positions_sets_those_of_known_recommendations() {
    let (desk, _) = table(
        "Peru",
        "list.csv",
        "No,Session,Recommendation\n6.1,40,Build schools\n6.2,40,Mend roads\n6.10,40,Plant trees\n",
    );
    let report =
        desk.imported(&desk.file("positions.csv", "number;position\n6.1;Supported\n6.2;Noted\n6.10;perhaps\n"));
    assert_eq!(column(&desk, "position", &["6.1", "6.2", "6.10"]), ["supported", "noted", "none"], "{report}");
    assert_eq!(report["rejected"].as_array().unwrap().len(), 1, "{report}");
    desk.import(&desk.file("later.csv", "No,Session,Recommendation\n6.1,20,Open libraries\n6.2,20,Mend bridges\n"));
    let report = desk.imported(&desk.file("unclear.csv", "number;position\n6.1;Noted\n6.2;Noted\n"));
    assert_eq!(report["rejected"][0]["reason"]["code"], "records-positions-many-reviews", "{report}");
    let odd = "state;session;number;position\nAtlantis;40;6.1;Noted\nPeru;third;6.1;Noted\nPeru;40;6.2;Supported\n";
    let report = desk.imported(&desk.file("odd.csv", odd));
    let codes = report["rejected"].as_array().unwrap().iter().map(|row| row["reason"]["code"].as_str().unwrap());
    let expected = ["ingest-rejected-unknown-state", "ingest-rejected-unclear-session"];
    assert_eq!(codes.collect::<Vec<_>>(), expected, "one row says nothing of the others: {report}");
}

#[test]
fn objects_with_other_fields_are_rows_of_a_table() {
    let json = r#"[{"Numéro": "4.1", "Recommandation": "Construire des écoles", "État auteur": ["Tchad", "Norvège"]},
        {"Numéro": "4.2", "Recommandation": "Former les juges", "Avis": "oui"}]"#;
    let (desk, report) = table("Togo", "lignes.json", json);
    assert_eq!(column(&desk, "recommending_states", &["4.1"]), ["TCD|NOR"]);
    assert_eq!(remarks(&report), ["workspace-state", "unused-column", "review-assumed"], "{report}");
}

#[test]
fn errors_of_formulas_and_lone_quotes_are_named_with_their_rows() {
    let text = "No,Recommendation,Position,Session\n5.1,Build schools,#N/A,40\n5.2,#REF!,Noted,40\n5.3,\"Mend roads,Noted,40\n5.4,Plant trees,Noted,40\n";
    let (desk, report) = table("Peru", "errors.csv", text);
    assert_eq!(column(&desk, "text", &["5.1", "5.3", "5.4"]), ["Build schools", "Mend roads", "Plant trees"]);
    assert_eq!(report["rejected"][0]["place"], "row 3", "{report}");
    let places = |code: &str| {
        let all = report["remarks"].as_array().unwrap();
        all.iter().find(|remark| remark["code"] == code).map(|remark| remark["places"][0].clone())
    };
    assert_eq!(places("ingest-remark-stray-quote"), Some("row 4".into()));
    assert_eq!(places("ingest-remark-not-understood"), Some("row 2".into()));
}
