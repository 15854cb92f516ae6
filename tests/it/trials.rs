//! Small inputs of shapes that people hold or have had trouble with: those beside the checkout, when they are
//! there, and for each kind others, of another shape and language.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::Read;
use std::path::Path;

use calamine::{Reader, Xlsx, open_workbook};

use crate::desk::{Desk, trial_file};

type Pair = (String, String);

/// The table of a trial beside the checkout; says in one line that it is passed over where there is none.
fn trial(name: &str) -> Option<Vec<u8>> {
    trial_file(name).map(|file| std::fs::read(file).unwrap())
}

/// A table of recommendations to Peru: number, text and language of each.
fn table(rows: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["Paragraph", "State", "Recommending State", "Recommendation", "Language", "Session"]).unwrap();
    for (number, text, language) in rows.iter().copied() {
        writer.write_record([number, "Peru", "Chad", text, language, "42"]).unwrap();
    }
    writer.into_inner().unwrap()
}

fn desk_with(table: impl AsRef<[u8]>) -> Desk {
    let desk = Desk::new();
    desk.with("table.csv", table).import("table.csv");
    desk
}

/// The exported records by number.
fn records(desk: &Desk) -> BTreeMap<String, HashMap<String, String>> {
    desk.export(["recommendations"]).into_iter().map(|row| (row["paragraph"].clone(), row)).collect()
}

/// The pairs of numbers that one measure is said to answer.
fn same_asks(desk: &Desk) -> BTreeSet<Pair> {
    let numbers: HashMap<String, String> =
        desk.export(["recommendations"]).into_iter().map(|row| (row["id"].clone(), row["paragraph"].clone())).collect();
    let relations = desk.export(["relations"]).into_iter().filter(|row| row["kind"] != "overlap");
    let pair = |row: HashMap<String, String>| {
        let (a, b) = (numbers[&row["a_id"]].clone(), numbers[&row["b_id"]].clone());
        if a < b { (a, b) } else { (b, a) }
    };
    relations.map(pair).collect()
}

/// Whether one row of the plan shows all of these in its text.
fn is_shown_together(desk: &Desk, words: &[&str]) -> bool {
    let rows = desk.export(["plan", "--format", "csv"]);
    rows.iter().any(|row| words.iter().all(|word| row["Merged text"].contains(word)))
}

#[test]
fn asks_that_undo_each_other_or_are_about_other_things_are_never_one() {
    let Some(table) = trial("t13-pairs-that-differ.csv") else { return };
    let desk = desk_with(table);
    let same = same_asks(&desk);
    let apart = "1/2 1/3 8/9 9/2 9/3 14/15 16/17 26/27 28/29 18/19 6/7 10/11 12/13 24/25";
    for (one, other) in apart.split(' ').map(|pair| pair.split_once('/').unwrap()) {
        let (a, b) = (format!("120.{one}"), format!("120.{other}"));
        assert!(!same.contains(&(a.clone(), b.clone())) && !same.contains(&(b, a)), "{one} and {other}");
    }
    for words in [["14 years", "16 years"], ["4 per cent", "40 per cent"], ["30 per cent", "50 per cent"]] {
        assert!(is_shown_together(&desk, &words), "{words:?}");
    }
    assert!(is_shown_together(&desk, &["six months", "six weeks"]));
}

#[test]
fn asks_that_undo_each_other_are_told_apart_in_other_words_and_languages() {
    let desk = desk_with(table(&[
        ("1.1", "Restrict the use of pretrial detention to grave offences", "en"),
        ("1.2", "Expand the use of pretrial detention to grave offences", "en"),
        ("1.3", "Rétablir la peine capitale pour les crimes de guerre", "fr"),
        ("1.4", "Abolir la peine capitale pour les crimes de guerre", "fr"),
        ("1.5", "No expulsar a los menores no acompañados", "es"),
        ("1.6", "Expulsar a los menores no acompañados", "es"),
        ("1.7", "Снять запрет на мирные собрания", "ru"),
        ("1.8", "Сохранить запрет на мирные собрания", "ru"),
        ("1.9", "降低刑事责任年龄", "zh"),
        ("1.10", "提高刑事责任年龄", "zh"),
        ("1.11", "Fund 3 shelters for survivors of trafficking in each province", "en"),
        ("1.12", "Fund 30 shelters for survivors of trafficking in each province", "en"),
    ]));
    let same = same_asks(&desk);
    for (one, other) in [("1.1", "1.2"), ("1.3", "1.4"), ("1.5", "1.6"), ("1.7", "1.8"), ("1.9", "1.10")] {
        let pair = |a: &str, b: &str| (a.min(b).to_owned(), a.max(b).to_owned());
        assert!(!same.contains(&pair(one, other)), "{one} and {other}");
    }
    assert!(is_shown_together(&desk, &["Fund 3 shelters", "Fund 30 shelters"]));
}

#[test]
fn goals_and_leads_do_not_hang_on_one_word_out_of_its_context() {
    let Some(table) = trial("t15-sdg-false-friends.csv") else { return };
    let records = records(&desk_with(table));
    let targets = |number: &str| -> Vec<&str> { records[number]["sdg_targets"].split('|').collect() };
    for (number, wrong) in [("120.4", "6.1"), ("120.7", "4.1"), ("120.14", "2.1"), ("120.16", "1.4")] {
        assert!(!targets(number).contains(&wrong), "{number}: {:?}", targets(number));
    }
    assert!(targets("120.17").contains(&"6.3"), "{:?}", targets("120.17"));
    let lead = records["120.20"]["lead"].as_str();
    assert!(["justice", "interior_police", "prosecution"].contains(&lead), "{lead}");
}

#[test]
fn words_that_mislead_do_so_in_no_language() {
    let records = records(&desk_with(table(&[
        ("2.1", "Fermer les camps de rééducation", "fr"),
        ("2.2", "Investigar los asesinatos de defensoras de la tierra", "es"),
        ("2.3", "Forbid the water-boarding of detainees", "en"),
        ("2.4", "尊重囚犯绝食的权利", "zh"),
        ("2.5", "Dig wells so that each village has safe drinking water", "en"),
    ])));
    let targets = |number: &str| -> Vec<&str> { records[number]["sdg_targets"].split('|').collect() };
    for (number, wrong) in [("2.1", "4.1"), ("2.2", "1.4"), ("2.3", "6.1"), ("2.4", "2.1")] {
        assert!(!targets(number).contains(&wrong), "{number}: {:?}", targets(number));
    }
    assert_ne!(records["2.2"]["lead"], "agriculture_food");
    assert!(targets("2.5").contains(&"6.1"), "what does not mislead stays");
}

/// The numbers of the records that fit a query.
fn found(desk: &Desk, query: &str) -> BTreeSet<String> {
    let numbers: HashMap<String, String> =
        records(desk).into_iter().map(|(number, row)| (row["id"].clone(), number)).collect();
    let answer = desk.json(["search", query]);
    let hits = answer["hits"].as_array().unwrap().iter().filter(|hit| hit["is_related"] != true);
    hits.map(|hit| numbers[hit["id"].as_str().unwrap()].clone()).collect()
}

#[test]
fn joined_and_hyphenated_spellings_find_each_other() {
    let Some(table) = trial("t10-joined-spelling.csv") else { return };
    let desk = desk_with(table);
    for (query, expected) in [
        ("socioeconomic", "120.1 120.2"),
        ("socio-economic", "120.1 120.2"),
        ("illtreatment", "120.3"),
        ("ill-treatment", "120.3"),
        ("ill treatment", "120.3"),
        ("nonrefoulement", "120.4"),
        ("followup", "120.5"),
    ] {
        let found = found(&desk, query);
        assert!(expected.split(' ').all(|number| found.contains(number)), "{query}: {found:?}");
    }
}

#[test]
fn joined_spellings_and_both_chinese_scripts_are_found_in_every_language() {
    let desk = desk_with(table(&[
        ("3.1", "Encadrer la sous-traitance dans les mines", "fr"),
        ("3.2", "Развивать социально-трудовые службы", "ru"),
        ("3.3", "保護難民兒童", "zh"),
        ("3.4", "Prevent illtreatment in barracks", "en"),
        ("3.5", "Fund anti-corruption courts", "en"),
    ]));
    for (query, expected) in [
        ("soustraitance", "3.1"),
        ("sous-traitance", "3.1"),
        ("социальнотрудовые", "3.2"),
        ("难民儿童", "3.3"),
        ("難民兒童", "3.3"),
        ("ill-treatment", "3.4"),
        ("ill treatment", "3.4"),
        ("anticorruption courts", "3.5"),
        ("anticorrup*", "3.5"),
    ] {
        assert!(found(&desk, query).contains(expected), "{query}: {:?}", found(&desk, query));
    }
}

/// The text of a cell of the plan that ends in a note that it is cut.
fn cut_cell(desk: &Desk) -> String {
    desk.ok(["export", "plan", "--out", "plan.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(desk.folder().join("plan.xlsx")).unwrap();
    let sheet = book.worksheet_range("Plan").unwrap();
    let cells = sheet.rows().flatten().map(ToString::to_string);
    cells.max_by_key(|cell| cell.chars().count()).unwrap()
}

fn says_how_much_is_cut(desk: &Desk, number: &str) {
    let whole = records(desk)[number]["text"].chars().count();
    let cell = cut_cell(desk);
    let (kept, note) = cell.rsplit_once('\n').unwrap();
    let missing = whole - kept.chars().count();
    assert!(missing > 0 && note.contains(&format!("{missing} more characters")), "{missing}: {note}");
}

#[test]
fn a_text_that_no_cell_can_hold_says_how_much_of_it_is_cut() {
    let long = |sentence: &str, times: usize| format!("Build schools. {}", sentence.repeat(times));
    let english = long("Paint every classroom in the colour of the season. ", 700);
    let french = long("Peindre chaque salle à la couleur de la saison. ", 700);
    says_how_much_is_cut(&desk_with(table(&[("4.1", english.trim(), "en")])), "4.1");
    says_how_much_is_cut(&desk_with(table(&[("4.2", french.trim(), "fr")])), "4.2");
    let Some(table) = trial("t02-long-text.csv") else { return };
    says_how_much_is_cut(&desk_with(table), "120.1");
}

/// The texts of the records as they are, by number.
fn texts(desk: &Desk) -> BTreeMap<String, String> {
    let lines = desk.ok(["export", "recommendations", "--format", "json"]);
    let rows = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let told = |row: &serde_json::Value, name: &str| row[name].as_str().unwrap().to_owned();
    rows.map(|row| (told(&row, "paragraph"), told(&row, "text"))).collect()
}

/// What another workspace reads of the export of one.
fn read_back(desk: &Desk) -> Desk {
    desk.ok(["export", "recommendations", "--out", "own.csv"]);
    desk_with(std::fs::read(desk.folder().join("own.csv")).unwrap())
}

#[test]
fn an_export_read_back_has_the_texts_of_the_original() {
    let own = table(&[
        ("5.1", "= Construire des écoles", "fr"),
        ("5.2", "＝ 建设学校", "zh"),
        ("5.3", "'s-Gravenhage should fund schools", "en"),
        ("5.4", "- Build schools in each valley", "en"),
    ]);
    for table in [Some(own), trial("t16-formula-start.csv")].into_iter().flatten() {
        let desk = desk_with(table);
        let guarded = desk.ok(["export", "recommendations"]);
        for row in csv::Reader::from_reader(guarded.as_bytes()).records() {
            let row = row.unwrap();
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])), "{row:?}");
        }
        assert_eq!(texts(&read_back(&desk)), texts(&desk));
    }
}

/// The main part of a Word document.
fn document(path: &Path) -> String {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn what_cannot_be_printed_stands_in_no_export_and_on_no_terminal() {
    let text = "Build\u{1b}[2J schools \u{202e}and\u{2066} roads\u{fffe}\u{ffff}\u{fdd0} for\u{9b}31m all";
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["Paragraph", "State", "Recommendation", "Themes", "Source ID"]).unwrap();
    writer.write_record(["6.1", "Peru", text, "Roads\u{202e}\u{8}\u{ffff}", "a\u{1b}]0;x\u{7}\u{2067}"]).unwrap();
    let desk = desk_with(writer.into_inner().unwrap());
    let mut shown = vec![desk.ok(["analyse"]), desk.ok(["search", "schools"]), desk.ok(["clusters"])];
    for format in ["csv", "json"] {
        shown.push(desk.ok(["export", "recommendations", "--format", format]));
    }
    shown.push(desk.ok(["export", "plan", "--format", "csv"]));
    desk.ok(["export", "plan", "--out", "plan.docx"]);
    desk.ok(["search", "schools", "--out", "found.docx"]);
    shown.extend(["plan.docx", "found.docx"].map(|file| document(&desk.folder().join(file))));
    let is_wrong = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fffe}' | '\u{ffff}')
    };
    for text in shown {
        let wrong: Vec<char> = text.chars().filter(|c| is_wrong(*c)).collect();
        assert!(wrong.is_empty(), "{wrong:?} in {text}");
        assert!(!text.contains("\\u001b") && !text.contains("\\u0008"), "no escaped one either: {text}");
    }
}
