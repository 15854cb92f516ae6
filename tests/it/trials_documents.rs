//! Small documents of shapes that go wrong: lead-ins, ordinals, positions said elsewhere, covers without a
//! title, plain numbers. Each kind is tried on the inputs beside the checkout, where they are, and on
//! others of another shape and language.

use std::collections::HashMap;

use crate::desk::{Desk, trial_file};
use crate::paper::Word;

type Row = HashMap<String, String>;

/// The text of an input beside the checkout.
fn trial(name: &str) -> Option<String> {
    trial_file(name).map(|file| std::fs::read_to_string(file).unwrap())
}

/// The records of a workspace: number and position of each, in the order of the numbers.
fn positions(desk: &Desk) -> Vec<String> {
    let mut rows = rows(desk);
    rows.sort_by_key(|row| row["paragraph"].clone());
    rows.iter().map(|row| format!("{} {}", row["paragraph"], row["position"])).collect()
}

fn rows(desk: &Desk) -> Vec<Row> {
    desk.ok(["analyse"]);
    desk.export(["recommendations"])
}

/// Positions of the records of one file.
fn of_file(name: &str, content: impl AsRef<[u8]>) -> Vec<String> {
    let desk = Desk::new();
    desk.import(&desk.file(name, content));
    positions(&desk)
}

fn of_lines(lines: &[&str]) -> Vec<String> {
    of_file("report.docx", Word::new().head("A/HRC/98/7").lines(lines).bytes())
}

/// Codes of what was odd in a file.
fn remarks(report: &serde_json::Value) -> Vec<String> {
    let all = report["remarks"].as_array().cloned().unwrap_or_default();
    all.iter().map(|remark| remark["code"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_list_is_read_under_any_lead_in() {
    for (name, position) in [("t22-ordinals-full-stop.txt", "pending"), ("t22c-it-was-recommended.txt", "none")] {
        let Some(text) = trial(name) else { continue };
        let expected = ["87.1", "87.2", "87.3"].map(|number| format!("{number} {position}"));
        assert_eq!(of_file("report.txt", text), expected, "{name}");
    }
}

#[test]
fn lead_ins_and_ordinals_of_other_shapes_and_languages_are_read() {
    let french = [
        "Rapport du Groupe de travail sur l’Examen périodique universel",
        "Togo",
        "II. Conclusions et/ou recommandations",
        "87. Au cours du débat, il a été recommandé au Togo :",
        "(1) Ouvrir des écoles (Norvège) ;",
        "(2) Creuser des puits (Tchad).",
    ];
    assert_eq!(of_lines(&french), ["87.1 none", "87.2 none"]);
    let russian = [
        "Доклад Рабочей группы по универсальному периодическому обзору",
        "Того",
        "II. Выводы и/или рекомендации",
        "87. Следующие рекомендации будут рассмотрены Того.",
        "а) построить новые школы (Норвегия);",
        "б) вырыть новые колодцы (Чад).",
    ];
    assert_eq!(of_lines(&russian), ["87 (a) pending", "87 (b) pending"]);
    let chinese = [
        "普遍定期审议工作组报告",
        "多哥",
        "二. 结论和/或建议",
        "87. 下列建议得到多哥的支持",
        "1、修建学校(挪威)；",
        "2、打井(乍得)。",
    ];
    assert_eq!(of_lines(&chinese), ["87.1 supported", "87.2 supported"]);
    let flat = [
        "Informe del Grupo de Trabajo sobre el Examen Periódico Universal",
        "Togo",
        "II. Conclusiones y/o recomendaciones",
        "87. Las recomendaciones siguientes no cuentan con el apoyo del Togo:",
        "88. Construir más escuelas (Noruega);",
        "89. Cavar muchos pozos (Chad).",
    ];
    assert_eq!(of_lines(&flat), ["88 noted", "89 noted"]);
}

#[test]
fn what_counts_like_a_recommendation_and_is_not_taken_is_named() {
    let desk = Desk::new();
    let word = Word::new().head("A/HRC/98/7").lines(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Togo",
        "II. Conclusions and/or recommendations",
        "86. Build more schools (Norway);",
        "87. The recommendations below enjoy the support of Togo:",
        "dig wells in all villages;",
        "88. The delegation spoke.",
    ]);
    let report = desk.imported(&desk.file("report.docx", word.bytes()));
    let codes = remarks(&report);
    for code in ["ingest-remark-passed-over", "ingest-remark-unread-list", "ingest-remark-no-items"] {
        assert!(codes.iter().any(|found| found == code), "{code}: {report}");
    }
    assert_eq!(desk.run(["import", "report.docx"]).code, 1);
}

#[test]
fn a_lead_in_that_excepts_some_gives_them_what_it_says_of_them() {
    let report = [
        "Report of the Working Group on the Universal Periodic Review",
        "Togo",
        "II. Conclusions and/or recommendations",
        "70. The following recommendations enjoy the support of Togo, except 70.2, which is noted:",
        "70.1 Build (Norway);",
        "70.2 Mend (Chad);",
        "70.3 Paint (Fiji).",
    ];
    assert_eq!(of_lines(&report), ["70.1 supported", "70.2 noted", "70.3 supported"]);
}

#[test]
fn a_table_in_word_goes_by_its_own_column_of_mechanisms() {
    let rows = [
        &["No.", "Mechanism", "Recommendation", "Budget"][..],
        &["12", "CEDAW", "Adopt a law on shelters", "5"],
        &["14", "Human Rights Committee", "Reduce crowding", ""],
        &["118.1", "UPR", "Train judges", ""],
    ];
    let desk = Desk::new();
    let report = desk.imported(&desk.file("list.docx", Word::new().table(&rows).bytes()));
    let of = |number: &str| rows_by(&desk)[number]["body"].clone();
    assert_eq!([of("12"), of("14"), of("118.1")], ["CEDAW", "CCPR", "UPR"]);
    assert!(remarks(&report).contains(&"ingest-remark-unused-column".to_owned()), "{report}");
}

fn rows_by(desk: &Desk) -> HashMap<String, Row> {
    rows(desk).into_iter().map(|row| (row["paragraph"].clone(), row)).collect()
}

#[test]
fn positions_by_reference_are_given_to_what_they_refer_to() {
    if let Some(text) = trial("t34-rejected-by-reference.txt") {
        let expected = ["114.1 supported", "114.2 supported", "27 (a) noted", "27 (b) noted", "28 (a) noted"];
        assert_eq!(of_file("report.txt", text), expected);
    }
    let french = [
        "Rapport du Groupe de travail sur l’Examen périodique universel",
        "Togo",
        "I. Résumé",
        "27. La Norvège a recommandé au Togo : a) d’ouvrir des écoles ; b) de creuser des puits.",
        "II. Conclusions et/ou recommandations",
        "87. Les recommandations figurant au paragraphe 27 b) n’ont pas recueilli l’adhésion du Togo.",
    ];
    assert_eq!(of_lines(&french), ["27 (b) noted"]);
    let items = [
        "Report of the Working Group on the Universal Periodic Review",
        "Togo",
        "II. Conclusions and/or recommendations",
        "87. In the course of the discussion, the following recommendations were made to Togo:",
        "(a) Build schools (Norway);",
        "(b) Dig wells (Chad).",
        "88. Togo supports the recommendation in paragraph 87 (a) and will answer the other in due time.",
    ];
    assert_eq!(of_lines(&items), ["87 (a) supported", "87 (b) none"]);
}

#[test]
fn a_reference_that_leads_nowhere_is_named() {
    let desk = Desk::new();
    let word = Word::new().head("A/HRC/98/7").lines(&[
        "Informe del Grupo de Trabajo sobre el Examen Periódico Universal",
        "Togo",
        "II. Conclusiones y/o recomendaciones",
        "87. Las recomendaciones siguientes cuentan con el apoyo del Togo:",
        "1. Construir escuelas (Noruega).",
        "88. Las recomendaciones de los párrafos 40 a) y 41 no cuentan con el apoyo del Togo.",
    ]);
    let report = desk.imported(&desk.file("report.docx", word.bytes()));
    assert!(remarks(&report).contains(&"ingest-remark-position-by-reference".to_owned()), "{report}");
    assert_eq!(positions(&desk), ["87.1 supported"]);
    assert_eq!(desk.run(["import", "report.docx"]).code, 1);
}

#[test]
fn two_numbers_with_the_same_text_are_two_records() {
    if let Some(text) = trial("t35-same-text-two-numbers.txt") {
        let expected = ["86.1", "86.2", "86.3", "86.4"].map(|number| format!("{number} pending"));
        assert_eq!(of_file("report.txt", text), expected);
    }
    let lines = [
        "Informe del Grupo de Trabajo sobre el Examen Periódico Universal",
        "Togo",
        "II. Conclusiones y/o recomendaciones",
        "87. Las recomendaciones siguientes cuentan con el apoyo del Togo:",
        "87.1 Construir escuelas (Noruega);",
        "87.2 Cavar pozos (Chad);",
        "88. Las recomendaciones siguientes no cuentan con el apoyo del Togo:",
        "88.1 Construir escuelas (Noruega).",
    ];
    assert_eq!(of_lines(&lines), ["87.1 supported", "87.2 supported", "88.1 noted"]);
    let table = "Symbol,Paragraph,State,Recommending State,Recommendation,Session\n\
        A/HRC/98/7,87 (b),Togo,Chad,Creuser des puits,20\n\
        A/HRC/98/7,87 (a),Togo,Chad,Creuser des puits,20\n";
    let desk = Desk::new();
    let file = desk.file("rows.csv", table);
    assert_eq!(desk.imported(&file)["new"], 2);
    let before = rows(&desk);
    assert_eq!(desk.imported(&file)["new"], 0, "{before:?}");
    assert_eq!(positions(&desk).len(), 2);
}

#[test]
fn a_report_is_known_by_several_signs() {
    if let Some(text) = trial("t31-cover-without-title.txt") {
        assert_eq!(of_file("report.txt", text), ["52.1 supported", "52.2 supported"]);
    }
    let spanish = [
        "CONSEJO DE DERECHOS HUMANOS",
        "Togo",
        "II. CONCLUSIONES Y/O RECOMENDACIONES",
        "52. Las recomendaciones siguientes cuentan con el apoyo del Togo:",
        "1. Construir más escuelas (Noruega).",
    ];
    assert_eq!(of_lines(&spanish), ["52.1 supported"]);
    let french = [
        "Examen périodique universel",
        "Togo",
        "52. Les recommandations ci-après seront examinées par le Togo.",
        "a) Ouvrir des écoles (Norvège).",
    ];
    assert_eq!(of_lines(&french), ["52 (a) pending"]);
    let desk = Desk::new();
    let letter = Word::new().lines(&["Examen périodique universel", "Togo", "Le Togo remercie le Conseil."]);
    assert_ne!(desk.run(["import", &desk.file("lettre.docx", letter.bytes())]).code, 0);
}

#[test]
fn an_addendum_may_number_recommendations_without_their_paragraph() {
    let (Some(report), Some(addendum)) = (trial("t23-report.txt"), trial("t23-addendum-plain-numbers.txt")) else {
        return;
    };
    let desk = Desk::new();
    desk.file("report.txt", report);
    desk.json(["import", "--session", "20", "report.txt"]);
    let taken = desk.imported(&desk.file("addendum.txt", addendum));
    assert_eq!(taken["positions"]["comments"], 2, "{taken}");
    let expected = [
        "115.1 supported",
        "115.2 supported",
        "115.3 supported_implemented",
        "115.4 noted",
        "115.5 supported",
        "115.6 noted",
    ];
    assert_eq!(positions(&desk), expected);
}

/// A report of Togo with six recommendations, and what an addendum makes of their positions.
fn answered(addendum: &[&str]) -> (Vec<String>, String) {
    let desk = Desk::new();
    let items: Vec<String> = ["Norway", "Chad", "Benin", "Fiji", "Ghana", "Iceland"]
        .iter()
        .zip(["Build schools", "Dig wells", "Mend roads", "Plant trees", "Train judges", "Print maps"])
        .zip(1..)
        .map(|((state, ask), number)| format!("115.{number} {ask} ({state});"))
        .collect();
    let head = [
        "Report of the Working Group on the Universal Periodic Review",
        "Togo",
        "II. Conclusions and/or recommendations",
        "115. The following recommendations will be examined by Togo:",
    ];
    let lines: Vec<&str> = head.into_iter().chain(items.iter().map(String::as_str)).collect();
    desk.import(&desk.file("report.docx", Word::new().head("A/HRC/98/7").lines(&lines).bytes()));
    let answer = Word::new().head("A/HRC/98/7/Add.1").lines(addendum);
    let done = desk.run(["import", &desk.file("addendum.docx", answer.bytes())]);
    (positions(&desk), done.stdout.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[test]
fn plain_numbers_are_read_in_other_languages_and_with_the_class_after_the_list() {
    let french = [
        "Rapport du Groupe de travail sur l’Examen périodique universel",
        "Togo",
        "Additif",
        "Observations sur les conclusions et/ou recommandations",
        "Recommandations 4 et 6 : notées",
        "Le Togo accepte les recommandations 1 à 3 et 5.",
        "Rec. 4 La loi ne le permet pas.",
    ];
    let spanish = [
        "Informe del Grupo de Trabajo sobre el Examen Periódico Universal",
        "Togo",
        "Adición",
        "Opiniones sobre las conclusiones y/o recomendaciones",
        "Las recomendaciones 4 y 6 no cuentan con nuestro apoyo.",
        "El Togo acepta las recomendaciones siguientes: 1, 2, 3 y 5",
    ];
    let expected =
        ["115.1 supported", "115.2 supported", "115.3 supported", "115.4 noted", "115.5 supported", "115.6 noted"];
    assert_eq!(answered(&french).0, expected);
    assert_eq!(answered(&spanish).0, expected);
}

#[test]
fn an_addendum_that_gives_no_position_says_so() {
    let (_, told) = answered(&[
        "Report of the Working Group on the Universal Periodic Review",
        "Togo",
        "Addendum",
        "The Government thanks all delegations.",
    ]);
    assert!(told.contains("positions on 6 recommendations: none was read"), "{told}");
}

#[test]
fn words_of_positions_in_a_table_are_read_or_named() {
    if let Some(text) = trial("t30-position-words.csv") {
        let desk = Desk::new();
        desk.import(&desk.file("rows.csv", text));
        let found: HashMap<String, String> =
            rows(&desk).into_iter().map(|row| (row["paragraph"].clone(), row["position"].clone())).collect();
        for (position, numbers) in [
            ("supported", &["1"][..]),
            ("noted", &["2", "3", "4", "8", "13"]),
            ("partly_supported", &["5", "12", "14"]),
            ("pending", &["6", "7"]),
            ("supported_implemented", &["9", "16"]),
            ("none", &["10", "11", "15"]),
        ] {
            numbers.iter().for_each(|number| assert_eq!(found[*number], position, "{number}"));
        }
        let unsure = desk.ok(["show", "--unsure"]);
        assert!(unsure.contains("'A'") && unsure.contains("'N'") && unsure.contains("'no'"), "{unsure}");
    }
    let spanish = "Párrafo;Estado;Recomendación;Posición;Sesión\n\
        7.1;Perú;Construir escuelas (Noruega);No aceptada;42\n\
        7.2;Perú;Cavar pozos (Chad);Aceptada, en proceso de aplicación;42\n\
        7.3;Perú;Formar jueces (Fiji);Aceptada con gusto;42\n";
    assert_eq!(of_file("filas.csv", spanish), ["7.1 noted", "7.2 supported_implemented", "7.3 none"]);
    let russian = "Пункт;Государство;Рекомендация;Позиция;Сессия\n\
        7.1;Перу;Построить школы (Норвегия);не принята;42\n\
        7.2;Перу;Вырыть колодцы (Чад);частично поддержана;42\n";
    assert_eq!(of_file("rows.csv", russian), ["7.1 noted", "7.2 partly_supported"]);
}
