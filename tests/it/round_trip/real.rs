//! Three matrices of one State, twenty measures made for it, sent to six bodies and back through LibreOffice.

use super::files::resaved_in;
use super::{adds_up, book, count, problems, row_of, rows_of, write};
use crate::desk::{Desk, shared};

const BODIES: [&str; 6] = ["justice", "interior_police", "education", "health", "labour_employment", "gender_women"];
const LISTS: [&str; 3] = [
    "UPR20__Slovenia_ThematicListRecommendations_E.docx",
    "UPR34_Slovenia_Thematic_list_of_Recommendations.docx",
    "upr48-slovenia-thematic-list-of-recommendatio.docx",
];

/// The workspace with its measures; the keys of these with the body that leads each.
fn planned(lists: &std::path::Path) -> (Desk, Vec<(String, &'static str)>) {
    let desk = Desk::bare();
    desk.weft(["init", "desk", "--state", "Slovenia"]);
    for name in LISTS {
        desk.import(lists.join(name).to_str().unwrap());
    }
    desk.analyse();
    let rows = desk.export(["recommendations"]);
    let is_supported = |row: &&std::collections::HashMap<String, String>| row["position"].starts_with("supported");
    let ids: Vec<&str> = rows.iter().filter(is_supported).map(|row| row["id"].as_str()).collect();
    let mut keys = Vec::new();
    for (at, body) in (0..20).zip(BODIES.iter().cycle()) {
        let text = format!("Measure {at} of the plan");
        let other = BODIES[(at + 1) % BODIES.len()];
        let (one, two) = (ids[at * 7], ids[at * 7 + 3]);
        let number = format!("1.{}0", at + 1);
        let arguments =
            ["plan", "add", &text, "--for", one, two, "--lead", body, "--support", other, "--number", &number];
        keys.push((desk.json(arguments)["key"].as_str().unwrap().to_owned(), *body));
    }
    (desk, keys)
}

/// What a body sends back: a state for each measure that it leads, one of them none, rows turned round, saved again by
/// LibreOffice; `None` where that is not installed.
fn filled(desk: &Desk, sent: &serde_json::Value, own: &[&String]) -> Option<Vec<u8>> {
    let mut rows = rows_of(&std::fs::read(sent["file"].as_str().unwrap()).unwrap());
    for (at, key) in own.iter().enumerate() {
        let row = row_of(&rows, key);
        write(&mut rows, row, "status", ["in progress", "planned", "50 %", "implemented"][at % 4]);
        write(&mut rows, row, "answer", "yes");
    }
    rows[3..].reverse();
    resaved_in(desk.folder(), &book(&rows), "xlsx", &["ods", "xlsx"])
}

#[test]
fn real_rows_come_back_from_six_bodies_and_add_up_before_and_after_renewal() {
    let Some(data) = shared() else { return };
    let lists = data.join("ohchr_thematic_lists/original");
    let (desk, keys) = planned(&lists);
    let out = desk.folder().join("out");
    let send = ["plan", "send", "--to", out.to_str().unwrap(), "--entity"];
    let sent = desk.json(send.into_iter().chain(BODIES));
    let sent = sent.as_array().unwrap();
    assert_eq!(sent.iter().map(|file| file["rows"].as_u64().unwrap()).sum::<u64>(), 40, "each leads and supports");
    desk.ok(["clusters", "renew"]);
    desk.import(lists.join(LISTS[2]).to_str().unwrap());
    let mut bodies = BODIES;
    bodies.sort_unstable();
    for (file, body) in sent.iter().zip(bodies) {
        let own: Vec<&String> = keys.iter().filter(|(_, lead)| *lead == body).map(|(key, _)| key).collect();
        let Some(saved) = filled(&desk, file, &own) else { return };
        let name = desk.file(&format!("{body}.xlsx"), saved);
        let done = desk.run(["--json", "plan", "receive", &name, "--take", "all"]);
        let answer: serde_json::Value =
            serde_json::from_str(&done.stdout).unwrap_or_else(|_| panic!("{}", done.stderr));
        adds_up(&answer);
        let rows = own.len() as u64;
        assert!(count(&answer, "known") >= rows, "{answer}");
        assert_eq!((count(&answer, "changed"), problems(&answer)), (rows, vec!["no-status".to_owned()]), "{answer}");
    }
    let measures = desk.export(["plan", "--rows", "measures", "--format", "csv"]);
    assert_eq!(measures.len(), 20);
    assert_eq!(measures.iter().filter(|row| !row["status"].is_empty()).count(), 20 - BODIES.len());
    assert!(measures.iter().all(|row| row["recommendation_ids"].split('|').count() == 2), "links stay");
}
