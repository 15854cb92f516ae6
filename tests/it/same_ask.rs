//! Which records ask the same, said by hand: two that nobody proposed become one ask, an ask that stands in several clusters
//! is put into one, and each is taken back by one undo.

use serde_json::Value;

use crate::desk::Desk;
use crate::interface::Open;

fn ask_of(desk: &Desk, id: &str) -> String {
    let row = desk.export(["recommendations"]).into_iter().find(|row| row["id"] == id).unwrap();
    row["ask"].clone()
}

fn ids(found: &Value, most: usize) -> Vec<String> {
    let hits = found["hits"].as_array().unwrap().iter();
    hits.take(most).map(|hit| hit["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn two_that_nobody_proposed_are_made_one_ask_by_page_and_told_apart_again() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let one = ids(&open.json("/search.json?q=torture"), 1).remove(0);
    let other = ids(&open.json("/search.json?q=marriage"), 1).remove(0);
    assert_ne!(ask_of(&desk, &one), ask_of(&desk, &other));
    let page = open.page(&format!("/records/{one}"));
    let reference = open.json(&format!("/records/{other}.json"))["reference"].as_str().unwrap().to_owned();
    let form = format!("seen={}&record={one}&answer=same&other={}", Open::seen(&page), reference.replace(' ', "+"));
    assert!(
        open.request("POST", "/records/relate", &form).starts_with("HTTP/1.1 303"),
        "by its reference: {reference}"
    );
    assert_eq!(ask_of(&desk, &one), ask_of(&desk, &other));
    let joined = open.page(&format!("/records/{one}"));
    assert!(joined.contains(&format!("name=\"other\" value=\"{other}\"")), "the way to tell them apart stands at it");
    let apart = format!("seen={}&record={one}&answer=not-same&other={other}", Open::seen(&joined));
    assert!(open.request("POST", "/records/relate", &apart).starts_with("HTTP/1.1 303"));
    assert_ne!(ask_of(&desk, &one), ask_of(&desk, &other));
    desk.ok(["undo"]);
    assert_eq!(ask_of(&desk, &one), ask_of(&desk, &other));
}

#[test]
fn an_ask_in_several_clusters_is_put_into_one_and_is_one_row_of_the_plan() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let clusters = open.json("/clusters.json");
    let with_some = |cluster: &&Value| cluster["records"].as_u64().unwrap() > 3;
    let numbers: Vec<String> = clusters.as_array().unwrap().iter().filter(with_some).map(number).collect();
    let first = |number: &str| {
        let members = open.json(&format!("/clusters/{number}.json"))["members"].clone();
        members.as_array().unwrap().iter().find(|own| own["also_in"].is_null()).unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned()
    };
    let (one, other) = (first(&numbers[0]), first(&numbers[1]));
    open.request("POST", "/records/relate", &format!("record={one}&answer=same&other={other}"));
    let at_first = desk.export(["plan", "--format", "csv"]).len();
    open.request("POST", "/records/move", &format!("record={one}&to={}", numbers[2]));
    let rows = |desk: &Desk| desk.export(["plan", "--format", "csv"]).len();
    let before = rows(&desk);
    let page = open.page(&format!("/records/{one}"));
    assert_eq!(before, at_first + 1, "what a person has moved has a row of its own");
    assert!(page.contains("Put all of them into one"), "{page}");
    let members: Vec<&str> =
        page.split("name=\"record\" value=\"").skip(1).map(|own| own.split('"').next().unwrap()).collect();
    assert!(open.page(&format!("/clusters/{}", numbers[1])).contains("Also asked in cluster"));
    let gathered = page.split("action=\"/records/move\"").find(|form| form.contains("Put all of them")).unwrap();
    let own: Vec<&str> =
        gathered.split("name=\"record\" value=\"").skip(1).map(|own| own.split('"').next().unwrap()).collect();
    assert!(own.len() >= 2 && own.iter().all(|id| members.contains(id)), "{own:?}");
    let form: String = own.iter().map(|id| format!("record={id}&")).collect();
    assert!(open.request("POST", "/records/move", &format!("{form}to={}", numbers[0])).starts_with("HTTP/1.1 303"));
    assert_eq!(rows(&desk), before - 1, "a row less");
    assert!(!open.page(&format!("/records/{one}")).contains("Put all of them into one"));
    desk.ok(["undo"]);
    assert_eq!(rows(&desk), before);
}

fn number(cluster: &Value) -> String {
    format!("{}.{}", cluster["number"]["theme"], cluster["number"]["cluster"])
}

#[test]
fn what_is_thought_to_ask_the_same_and_is_a_row_of_its_own_says_so_with_both_answers() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let apart = "Thought to ask the same, and a row of its own";
    for id in ids(&open.json("/search.json?q=torture"), 8) {
        let (page, own) = (open.page(&format!("/records/{id}")), ask_of(&desk, &id));
        for related in page.split("<article class=\"record\" data-record=\"").skip(1) {
            let other = related.split('"').next().unwrap().to_owned();
            let is_one = ask_of(&desk, &other) == own;
            let article = related.split("</article>").next().unwrap();
            let (same, not) = (article.contains("value=\"same\""), article.contains("value=\"not-same\""));
            assert_eq!(same, !is_one, "{id} and {other}: {article}");
            assert_eq!(article.contains(apart), same && not, "{id} and {other}");
        }
    }
}
