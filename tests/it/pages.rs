//! What pages show and what is decided on them: numbers that agree, lists of which nothing is skipped, decisions that
//! change what was seen and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Reader, Xlsx, open_workbook_from_rs};
use rand::seq::SliceRandom;
use rand::{Rng, SeedableRng};
use serde_json::Value;

use crate::desk::Desk;
use crate::interface::Open;

/// The number in the first place of that name.
fn number(page: &str, name: &str) -> u64 {
    let text = page.split(&format!("{name}=\"")).nth(1).unwrap_or_else(|| panic!("{name}: {page}"));
    text.split('"').next().unwrap().parse().unwrap()
}

/// What a hidden field of a form on a page says.
fn hidden<'p>(form: &'p str, name: &str) -> &'p str {
    form.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap().split('"').next().unwrap()
}

fn rows_of_csv(bytes: &[u8]) -> u64 {
    let mut reader = csv::Reader::from_reader(bytes);
    let ids = reader.headers().unwrap().iter().position(|own| own == "reference").unwrap();
    reader.records().filter(|row| !row.as_ref().unwrap()[ids].is_empty()).count() as u64
}

/// The rows of the sheet of results that have a reference.
fn rows_of_xlsx(bytes: Vec<u8>) -> u64 {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let is_head = |row: &Vec<String>| row.iter().any(|cell| cell.eq_ignore_ascii_case("reference"));
    let sheets: Vec<Vec<Vec<String>>> = book
        .sheet_names()
        .iter()
        .map(|name| {
            let range = book.worksheet_range(name).unwrap();
            range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
        })
        .collect();
    let rows = sheets.iter().find(|rows| rows.iter().any(is_head)).unwrap_or_else(|| panic!("{sheets:?}"));
    let head = rows.iter().position(is_head).unwrap();
    let at = rows[head].iter().position(|cell| cell.eq_ignore_ascii_case("reference")).unwrap();
    rows[head + 1..].iter().filter(|row| !row[at].is_empty()).count() as u64
}

#[test]
fn fifty_searches_show_one_number_in_heading_data_and_files() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let words = ["", "torture", "women", "children+OR+prison", "%22right+to%22", "education", "judges", "law"];
    let fields =
        ["mechanism=upr", "position=noted", "position=supported", "cycle=3", "not.mechanism=upr", "not.position=noted"];
    let mut rng = rand_xoshiro::Xoshiro256PlusPlus::seed_from_u64(17);
    for _ in 0..50 {
        let mut chosen: BTreeSet<&str> = BTreeSet::new();
        (0..rng.gen_range(0..3)).for_each(|_| _ = chosen.insert(fields.choose(&mut rng).unwrap()));
        let asked: Vec<String> = chosen.iter().map(|own| (*own).to_owned()).collect();
        let asked = format!("?q={}&{}", words.choose(&mut rng).unwrap(), asked.join("&"));
        let asked = asked.trim_end_matches('&');
        let total = number(&open.page(&format!("/search{asked}")), "data-total");
        let data = open.json(&format!("/search.json{asked}"));
        assert_eq!(data["total"], total, "{asked}");
        let positions = data["facets"]["position"].as_array().unwrap();
        let counted: u64 = positions.iter().map(|row| row[1].as_u64().unwrap()).sum();
        // Where nothing fits, what comes near is counted, and the page says so.
        let of = if data["counts_related"] == true { data["related"].as_u64().unwrap() } else { total };
        assert_eq!(counted, of, "{asked}: {positions:?}");
        assert_eq!(rows_of_csv(&open.bytes(&format!("/search.csv{asked}"))), total, "{asked}");
        assert_eq!(rows_of_xlsx(open.bytes(&format!("/search.xlsx{asked}"))), total, "{asked}");
    }
}

#[test]
fn an_empty_search_says_so_and_values_that_no_record_has_are_called_that() {
    let open_desk = Desk::demo();
    let open = Open::on(&open_desk);
    assert!(open.page("/search").contains("Nothing is asked for yet"));
    let one = open.page("/search?position=noted");
    let positions = one.split("values that no record has").next().unwrap();
    assert!(positions.len() < one.len() && one.contains("Read as"), "{one}");
}

#[test]
fn the_last_change_says_how_many_more_came_with_it() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let members = open.json("/clusters/6.2.json")["members"].clone();
    let ids: Vec<&str> = members.as_array().unwrap().iter().take(3).map(|own| own["id"].as_str().unwrap()).collect();
    let form: String = ids.iter().map(|id| format!("record={id}&")).collect();
    open.request("POST", "/records/move", &format!("{form}to=6.1"));
    let page = open.page("/");
    let standing = page.split("aria-label=\"Last change\"").nth(1).unwrap().split("</section>").next().unwrap();
    let more = standing.replace(['\u{2068}', '\u{2069}'], "");
    assert!(more.contains("and 2 more"), "{more}");
    // Of very many it does not tell a number that is not so.
    let total = number(&open.page("/search/several?mechanism=upr"), "data-total");
    assert!(total > 150, "{total}");
    open.request("POST", "/search/several", &format!("mechanism=upr&total={total}&what=move&to=6.1"));
    let page = open.page("/");
    let standing = page.split("aria-label=\"Last change\"").nth(1).unwrap().split("</section>").next().unwrap();
    let many = standing.replace(['\u{2068}', '\u{2069}'], "");
    assert!(many.contains("and more than 100 more"), "{many}");
}

#[test]
fn what_is_chosen_stands_in_a_line_goes_by_itself_and_can_be_left_out() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let all = number(&open.page("/search"), "data-total");
    let upr = open.page("/search?mechanism=upr");
    let without = open.page("/search?not.mechanism=upr");
    assert_eq!(number(&upr, "data-total") + number(&without, "data-total"), all);
    assert!(upr.contains("class=\"chosen\"") && upr.contains("href=\"/search\""), "the way back");
    assert!(open.page("/search?mechanism=upr&moon=full").contains("moon"), "what is not understood is named");
    assert!(open.page("/search").contains("id=\"choose-sdg\""), "many values have a box to look for one");
    let none = open.page("/search?q=zzzzz&mechanism=upr");
    assert_eq!(number(&none, "data-total"), 0);
    assert!(none.contains("href=\"/search?mechanism=upr\""), "what there would be without the words");
    let marked = open.page("/search?q=torture");
    assert!(marked.contains("<mark>torture</mark>"), "the words that were looked for are marked");
    let zero = open.page("/search?q=torture&position=noted");
    assert!(zero.contains("class=\"absent\""), "positions that no record has are shown");
}

#[test]
fn a_search_is_kept_under_a_name_and_forgotten_again() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let kept = open.request("POST", "/search/keep", "q=torture&position=noted&keep-as=Noted+on+torture");
    assert!(kept.starts_with("HTTP/1.1 303") && kept.contains("/search?q=torture&position=noted"), "{kept}");
    let list = open.page("/search");
    assert!(list.contains("Noted on torture") && list.contains("/search?q=torture&amp;position=noted"), "{list}");
    assert!(desk.ok(["searches"]).contains("Noted on torture"));
    open.request("POST", "/search/forget", "name=Noted+on+torture");
    assert!(!open.page("/search").contains("Noted on torture"));
}

#[test]
fn one_decision_on_all_that_is_found_leaves_out_what_is_ticked_and_is_one_undo() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let asked = "?q=torture&mechanism=upr";
    let page = open.page(&format!("/search/several{asked}"));
    let total = number(&page, "data-total");
    assert!(total > 4, "{total}");
    let ids: Vec<&str> = page.split("data-record=\"").skip(1).map(|own| own.split('"').next().unwrap()).collect();
    assert_eq!(ids.len() as u64, total);
    let before = open.json("/search.json?cluster=6.2")["total"].as_u64().unwrap();
    let form = format!(
        "seen={}&q=torture&mechanism=upr&total={total}&out={}&what=move&to=6.2+Some+title",
        Open::seen(&page),
        ids[2]
    );
    let history = open.json("/history.json")["total"].as_u64().unwrap();
    assert!(open.request("POST", "/search/several", &form).starts_with("HTTP/1.1 303"));
    let inside = |id: &str| open.page(&format!("/records/{id}")).contains("/clusters/6.2\"");
    let moved = ids.iter().filter(|id| inside(id)).count() as u64;
    assert_eq!(moved, total - 1);
    assert!(!inside(ids[2]));
    let last = open.page("/");
    assert!(last.contains(&format!("{}", total - 1)), "the number is said after it: {last}");
    desk.ok(["undo"]);
    assert_eq!(open.json("/search.json?cluster=6.2")["total"].as_u64().unwrap(), before);
    assert!(open.json("/history.json")["total"].as_u64().unwrap() > history);
    // A list that has changed since is shown again, and nothing is decided.
    let stale = form.replace(&format!("total={total}"), &format!("total={}", total + 1));
    let shown = open.request("POST", "/search/several", &stale);
    assert!(shown.contains("changed=yes"), "{shown}");
    assert_eq!(open.json("/search.json?cluster=6.2")["total"].as_u64().unwrap(), before);
}

/// The number of a cluster as people write it.
fn number_of(number: &Value) -> String {
    format!("{}.{}", number["theme"], number["cluster"])
}

/// The first form of a member that waits, with one of the two answers.
fn answered(open: &Open, page: &str, answer: &str) {
    let form = page.split("<form class=\"inline\" method=\"post\" action=\"/review/answer\">").skip(1);
    let form = form.map(|own| own.split("</form>").next().unwrap());
    let form = form.into_iter().find(|own| hidden(own, "answer") == answer).unwrap();
    let others: Vec<String> = form
        .split("name=\"other\" value=\"")
        .skip(1)
        .map(|own| format!("&other={}", own.split('"').next().unwrap()))
        .collect();
    let sent = format!(
        "seen={}&record={}&at=0&answer={answer}{}",
        hidden(form, "seen"),
        hidden(form, "record"),
        others.concat()
    );
    let done = open.request("POST", "/review/answer", &sent);
    assert!(done.starts_with("HTTP/1.1 303"), "{done}");
}

#[test]
fn a_queue_that_is_decided_to_its_end_has_shown_everything_that_was_open() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let count = open.json("/review/duplicates.json")["open"].as_u64().unwrap();
    let at = |place: u64| open.json(&format!("/review/duplicates.json?at={place}"))["ask"]["id"].to_string();
    let waiting: BTreeSet<String> = (0..count).map(at).collect();
    assert_eq!(waiting.len() as u64, count, "each stands once in the queue");
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for _ in 0..2_000 {
        let answer = open.json("/review/duplicates.json");
        if answer["ask"].is_null() {
            break;
        }
        seen.insert(answer["ask"]["id"].to_string());
        answered(&open, &open.page("/review/duplicates"), "same");
    }
    assert_eq!(open.json("/review/duplicates.json")["open"], 0);
    assert_eq!(seen, waiting);
}

#[test]
fn what_was_refused_does_not_come_back_with_a_new_analysis_or_the_same_file() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let page = open.page("/review/duplicates");
    let ask = open.json("/review/duplicates.json")["ask"].clone();
    let form = page.split("action=\"/review/answer\">").nth(1).unwrap();
    let record = hidden(form, "record").to_owned();
    answered(&open, &page, "not-same");
    let pairs = |desk: &Desk| -> BTreeSet<(String, String)> {
        let rows = desk.export(["relations"]);
        let is_joined = |row: &std::collections::HashMap<String, String>| {
            ["identical", "near_identical", "same_ask"].contains(&row["kind"].as_str())
        };
        rows.into_iter().filter(is_joined).map(|row| (row["a_id"].clone(), row["b_id"].clone())).collect()
    };
    let joined = |desk: &Desk| pairs(desk).iter().any(|(a, b)| *a == record || *b == record);
    let members: Vec<&Value> = ask["members"].as_array().unwrap().iter().collect();
    assert!(members.len() > 1 && !joined(&desk), "{record}");
    desk.ok(["analyse"]);
    assert!(!joined(&desk), "a new analysis");
    let demo = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpora/demo");
    for file in ["upr_saravia.csv", "uhri_saravia.json", "uhri_saravia.xlsx"] {
        desk.run(["import", demo.join(file).to_str().unwrap()]);
    }
    desk.ok(["analyse"]);
    assert!(!joined(&desk), "the same files again");
}

#[test]
fn one_event_in_the_middle_is_taken_back_and_those_after_it_stand() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let clusters = open.json("/clusters.json");
    let numbers: Vec<String> =
        clusters.as_array().unwrap().iter().take(10).map(|own| number_of(&own["number"])).collect();
    for (at, number) in numbers.iter().enumerate() {
        let done = open.request("POST", "/clusters/rename", &format!("of={number}&title=Title+{at}"));
        assert!(done.starts_with("HTTP/1.1 303"), "{done}");
    }
    let lines = open.json("/history.json")["lines"].clone();
    let all: Vec<Value> = lines.as_array().unwrap().clone();
    let fifth = all.iter().find(|line| line.to_string().contains("Title 4")).unwrap();
    let command = fifth["command"].as_str().unwrap();
    assert!(open.request("POST", "/history/undo", &format!("command={command}")).starts_with("HTTP/1.1 303"));
    let titles: BTreeMap<String, String> = open
        .json("/clusters.json")
        .as_array()
        .unwrap()
        .iter()
        .map(|own| (number_of(&own["number"]), own["title"].as_str().unwrap().to_owned()))
        .collect();
    for (at, number) in numbers.iter().enumerate() {
        assert_eq!(titles[number] == format!("Title {at}"), at != 4, "{number} {}", titles[number]);
    }
}

#[test]
fn what_repeats_word_for_word_is_accepted_at_once_after_a_look_and_taken_back_at_once() {
    let desk = Desk::demo();
    let text = "Establish an independent mechanism that visits every place of detention twice a year";
    let rows: String = (1..=3).map(|at| format!("x{at},Saravia,{},140.{at},{text}\n", 20 + at)).collect();
    desk.import(&desk.file("same.csv", format!("id,state,session,paragraph,text\n{rows}")));
    desk.analyse();
    let open = Open::on(&desk);
    let page = open.page("/review/identical");
    let asks = number(&page, "data-total");
    assert!(asks > 0 && page.contains("visits every place of detention"), "{page}");
    let waiting = open.json("/review/duplicates.json")["open"].as_u64().unwrap();
    let other = open.request("POST", "/review/identical", &format!("asks={}", asks + 1));
    assert!(other.starts_with("HTTP/1.1 409"), "others than were shown are not accepted: {other}");
    assert!(open.request("POST", "/review/identical", &format!("asks={asks}")).starts_with("HTTP/1.1 303"));
    let left = open.json("/review/duplicates.json")["open"].as_u64().unwrap();
    assert_eq!(left, waiting - asks);
    assert!(open.page("/review/identical").contains("waits for an answer"));
    desk.ok(["undo"]);
    assert_eq!(open.json("/review/duplicates.json")["open"].as_u64().unwrap(), waiting);
}

#[test]
fn a_target_and_a_body_that_nobody_proposed_are_added_by_pages() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let id = open.json("/search.json?q=torture")["hits"][0]["id"].as_str().unwrap().to_owned();
    let target =
        open.request("POST", "/records/judge", &format!("record={id}&kind=sdg&verdict=accept&target=14.7+Increase"));
    assert!(target.starts_with("HTTP/1.1 303"), "{target}");
    let lead = open.request(
        "POST",
        "/records/judge",
        &format!("record={id}&kind=lead&verdict=accept&lead=Ministry+of+Justice"),
    );
    assert!(lead.starts_with("HTTP/1.1 303"), "{lead}");
    let rows = desk.export(["recommendations"]);
    let row = rows.iter().find(|row| row["id"] == id).unwrap();
    assert!(row["sdg_targets"].split('|').any(|own| own == "14.7"), "{row:?}");
    let nobody = open.request("POST", "/records/judge", &format!("record={id}&kind=lead&verdict=accept&lead=Nobody"));
    assert!(nobody.starts_with("HTTP/1.1 404"), "{nobody}");
}

#[test]
fn what_the_file_says_stands_on_the_record_and_is_no_proposal() {
    let desk = Desk::demo();
    let rows = "id,state,text,session,SDG\nF1,Saravia,Protect children from violence at home and at school,34,16.2\n";
    desk.import(&desk.file("official.csv", rows));
    desk.analyse();
    let open = Open::on(&desk);
    let found = open.json("/search.json?q=%22violence+at+home+and+at+school%22");
    let id = found["hits"][0]["id"].as_str().expect("it is found").to_owned();
    let page = open.page(&format!("/records/{id}"));
    let holds = page.split("What holds").nth(1).unwrap_or_else(|| panic!("{page}")).split("Proposed").next().unwrap();
    assert!(holds.contains("16.2") && holds.contains("(from the file)"), "{holds}");
    let proposed = page.split(">Proposed<").nth(1).unwrap().split("Add what nobody").next().unwrap();
    assert!(!proposed.contains("SDG targets: 16.2"), "{proposed}");
    // What is refused there holds no more.
    let form = format!("record={id}&kind=sdg_target&value=16.2&verdict=refuse&back=/records/{id}");
    let kind = holds.split("name=\"kind\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(open.request("POST", "/records/judge", &form.replace("sdg_target", kind)).starts_with("HTTP/1.1 303"));
    let after = open.page(&format!("/records/{id}"));
    let holds = after.split("What holds").nth(1).map_or("", |rest| rest.split(">Proposed<").next().unwrap());
    assert!(!holds.contains("16.2"), "{holds}");
}

#[test]
fn a_target_that_is_added_by_itself_refuses_nothing_that_was_proposed() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let page = open.page("/review/sdg");
    let record = page.split("name=\"record\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let shown = page.split("name=\"shown\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = format!("record={record}&kind=sdg&queue=sdg&answer=ticked&shown={shown}&other=17.19");
    let before = open.json("/history.json")["total"].as_u64().unwrap();
    assert!(open.request("POST", "/review/link", &form).starts_with("HTTP/1.1 303"));
    assert_eq!(open.json("/history.json")["total"].as_u64().unwrap(), before + 1, "one value is decided");
    assert!(
        open.page("/review/sdg").contains(&format!("name=\"shown\" value=\"{shown}\"")),
        "what was proposed waits still"
    );
}
