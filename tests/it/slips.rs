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
