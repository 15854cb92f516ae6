//! What a form says that cannot be leads back to the form: what is wrong stands above it with a way to the field, what was
//! written is still there, and nothing was decided.

use crate::desk::Desk;
use crate::interface::Open;

/// Whether a page says what is wrong, with a link to the field, in which something is still written.
fn shows_slip(page: &str, field: &str, written: &str) {
    let main = page.split("<main").nth(1).unwrap();
    let title = page.split("<title>").nth(1).unwrap();
    assert!(title.starts_with("Error: "), "{title:.60}");
    let slip = main.split("id=\"slip\"").nth(1).unwrap_or_else(|| panic!("no summary in {main:.400}"));
    assert!(slip.contains(&format!("<a href=\"#{field}\">")), "{slip:.400}");
    let own = main.split('<').find(|tag| tag.contains(&format!("id=\"{field}\""))).unwrap();
    assert!(own.contains("aria-invalid=\"true\""), "{own}");
    assert!(own.contains(&format!("value=\"{written}\"")), "{own}");
    // The link leads to one place.
    assert_eq!(main.matches(&format!("id=\"{field}\"")).count(), 1, "{field}");
}

#[test]
fn a_wrong_name_in_a_form_leads_back_to_it_and_decides_nothing() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let before = open.json("/history.json")["total"].clone();
    let id = open.json("/search.json?q=torture")["hits"][0]["id"].as_str().unwrap().to_owned();
    let record = format!("/records/{id}");
    let judged = |kind: &str, field: &str, written: &str| {
        let form = format!("record={id}&kind={kind}&verdict=accept&{field}={written}&back={record}");
        open.slipped(&record, "/records/judge", &form)
    };
    shows_slip(&judged("lead", "lead", "Nobody"), "lead", "Nobody");
    shows_slip(&judged("support", "support", "Nobody"), "support", "Nobody");
    shows_slip(&judged("sdg", "target", "99.9"), "target", "99.9");
    shows_slip(&open.slipped(&record, "/records/move", &format!("record={id}&to=77.7")), "to", "77.7");
    shows_slip(&open.slipped(&record, "/records/move", &format!("record={id}&to=")), "to", "");
    shows_slip(
        &open.slipped(&record, "/records/relate", &format!("record={id}&answer=same&other=X-1")),
        "other",
        "X-1",
    );
    let itself = open.slipped(&record, "/records/relate", &format!("record={id}&answer=same&other={id}"));
    shows_slip(&itself, "other", &id);
    let cluster = "/clusters/6.2";
    shows_slip(&open.slipped(cluster, "/clusters/rename", "of=6.2&title=+"), "title", " ");
    shows_slip(&open.slipped(cluster, "/clusters/merge", "of=6.2&into=Moon"), "into", "Moon");
    let none = open.slipped(cluster, "/clusters/marked", "of=6.2&what=move&to=6.2");
    assert!(none.contains("no recommendation was named") && none.contains("id=\"slip\""));
    shows_slip(&open.slipped("/settings", "/settings/state", "own-state=Atlantis"), "own-state", "Atlantis");
    let sdg = "/review/sdg";
    let page = open.page(sdg);
    let waiting = page.split("name=\"record\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("record={waiting}&kind=sdg&queue=sdg&answer=ticked&other=99.9");
    shows_slip(&open.slipped(sdg, "/review/link", &form), "other", "99.9");
    assert_eq!(open.json("/history.json")["total"], before);
}

#[test]
fn what_was_ticked_stays_ticked_so_that_the_mended_form_decides_the_same() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let of = |page: &str, name: &str, is_meant: fn(&str) -> bool| -> Vec<String> {
        let is_box = |tag: &&str| tag.contains(&format!("name=\"{name}\"")) && tag.contains("checkbox");
        let values = page.split('<').filter(is_box).filter(|tag| is_meant(tag));
        values.map(|tag| tag.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()).collect()
    };
    let boxes = |page: &str, name: &str| of(page, name, |_| true);
    let ticks = |page: &str, name: &str| of(page, name, |tag| tag.contains(" checked"));
    let page = open.page("/review/sdg");
    let record = page.split("name=\"record\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let first = boxes(&page, "accept").remove(0);
    assert!(ticks(&page, "accept").is_empty(), "nothing is ticked beforehand");
    let form = format!("record={record}&kind=sdg&queue=sdg&answer=ticked&accept={first}&other=99.9");
    assert_eq!(ticks(&open.slipped("/review/sdg", "/review/link", &form), "accept"), [first]);
    let several = "/search/several?q=torture";
    let page = open.page(several);
    let total = page.split("data-total=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let out = boxes(&page, "out").remove(1);
    let form = format!("q=torture&total={total}&out={out}&what=move&to=Nowhere");
    assert_eq!(ticks(&open.slipped(several, "/search/several", &form), "out"), [out]);
    let members = open.page("/clusters/6.2");
    let marked = boxes(&members, "record").remove(1);
    let form = format!("of=6.2&record={marked}&what=move&to=Nowhere");
    assert_eq!(ticks(&open.slipped("/clusters/6.2", "/clusters/marked", &form), "record"), [marked]);
}

#[test]
fn a_slip_is_shown_once_and_on_the_page_of_its_form_alone() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let slipped = open.slipped("/settings", "/settings/state", "own-state=%22%3E%3Cscript%3E");
    assert!(slipped.contains("id=\"slip\"") && !slipped.contains("\"><script>"), "what was written is no markup");
    assert!(!open.page("/settings").contains("id=\"slip\""), "shown once");
    // Pages of others are no place to lead back to.
    for foreign in ["Referer: http://evil.example/settings\r\n", "Referer: http://127.0.0.1:1/settings\r\n", ""] {
        let answer = open.request_with("/settings/state", "own-state=Atlantis", foreign);
        assert!(answer.starts_with("HTTP/1.1 404") && answer.contains("role=\"alert\""), "{foreign}: {answer}");
    }
}
