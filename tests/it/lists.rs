//! What pages list, as files and for programs that were let in; what is set aside; two who decide on the same; the
//! register and the State of a workspace by pages.

use std::io::{Read, Write};
use std::net::TcpStream;

use serde_json::Value;

use crate::desk::Desk;
use crate::interface::Open;

/// Rows of a CSV file that begins with the mark of its letters.
fn rows(bytes: &[u8]) -> Vec<csv::StringRecord> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).expect("spreadsheets are told the letters");
    csv::Reader::from_reader(bytes).records().collect::<Result<_, _>>().unwrap()
}

/// The number that a page says first.
fn total(page: &str) -> usize {
    page.split("data-total=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
}

#[test]
fn every_list_is_had_whole_as_table_workbook_and_data() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    for list in ["/sources", "/clusters", "/review/sdg", "/review/entities", "/review/readings"] {
        let page = open.page(list);
        assert_eq!(rows(&open.bytes(&format!("{list}.csv"))).len(), total(&page), "{list}");
        assert_eq!(open.json(&format!("{list}.json")).as_array().unwrap().len(), total(&page), "{list}");
        assert!(open.bytes(&format!("{list}.xlsx")).starts_with(b"PK"), "{list}");
        let told = format!("link: <{list}.json>; rel=\"alternate\"");
        assert!(
            page.contains(&told) && (total(&page) == 0 || page.contains(&format!("href=\"{list}.xlsx\""))),
            "{list}: {page}"
        );
    }
    let events = open.json("/history.json")["total"].as_u64().unwrap() as usize;
    assert_eq!(rows(&open.bytes("/history.csv")).len(), events);
    let one = open.json("/clusters/6.2.json");
    assert_eq!(rows(&open.bytes("/clusters/6.2.csv")).len(), one["members"].as_array().unwrap().len());
    let id = one["members"][0]["id"].as_str().unwrap().to_owned();
    let card = open.json(&format!("/records/{id}.json"));
    assert_eq!(card["record"]["id"], id);
    assert!(open.request("GET", &format!("/records/{id}.csv"), "").starts_with("HTTP/1.1 404"), "a record is no list");
    // A record of a document, by symbol and paragraph.
    let (symbol, paragraph) =
        (card["record"]["symbol"].as_str().unwrap(), card["record"]["paragraph"].as_str().unwrap());
    let twin = open.json(&format!("/records/{}/{paragraph}.json", symbol.replace('/', "-")));
    assert_eq!(twin["record"]["id"], id);
    let named = open.page(&format!("/records/{}/{paragraph}", symbol.replace('/', "-")));
    assert!(
        named.contains(&format!("data-record=\"{id}\"")) && named.contains(&format!("{symbol}, para. {paragraph}"))
    );
}

/// What an address gives a program that bears a word.
fn read(open: &Open, method: &str, path: &str, word: &str) -> String {
    let host = open.opened["address"].as_str().unwrap().trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).unwrap();
    let bearer = if word.is_empty() { String::new() } else { format!("Authorization: Bearer {word}\r\n") };
    write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\n{bearer}Connection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn a_program_reads_once_it_was_let_in_writes_nothing_and_is_shut_out_again() {
    let desk = Desk::demo();
    let word = {
        let open = Open::on(&desk);
        assert!(read(&open, "GET", "/api/v1/clusters", "guessed").starts_with("HTTP/1.1 401"), "nobody was let in");
        let shown = open.request("POST", "/settings/programs/add", "name=Statistics");
        let word = shown.split("<code dir=\"ltr\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        assert_eq!(word.len(), 64, "{shown}");
        let settings = open.page("/settings");
        assert!(settings.contains("Statistics") && !settings.contains(&word), "the word is shown once");
        word
    };
    let kept = std::fs::read_to_string(desk.workspace().join("desk.json")).unwrap();
    assert!(kept.contains("Statistics") && !kept.contains(&word), "the word is kept nowhere");
    // At the next start too.
    let open = Open::on(&desk);
    let described: Value = serde_json::from_slice(&open.bytes("/api/v1/openapi.json")).unwrap();
    let id = open.json("/clusters/6.2.json")["members"][0]["id"].as_str().unwrap().to_owned();
    for path in described["paths"].as_object().unwrap().keys() {
        let path = path.replace("{name}", &id).replace("{number}", "6.2");
        let answer = read(&open, "GET", &path, &word);
        assert!(
            answer.starts_with("HTTP/1.1 200") && answer.contains("content-type: application/json"),
            "{path}: {answer}"
        );
        let refused = read(&open, "GET", &path, "");
        assert!(refused.starts_with("HTTP/1.1 401") && refused.contains("\r\n\r\n{\"error\":"), "{path}: {refused}");
    }
    assert!(read(&open, "GET", "/api/v1/search?q=torture&mechanism=upr", &word).contains("\"total\""));
    for (method, path) in
        [("GET", "/clusters"), ("GET", "/search.json"), ("POST", "/api/v1/search"), ("POST", "/clusters/rename")]
    {
        assert!(read(&open, method, path, &word).starts_with("HTTP/1.1 401"), "{method} {path}");
    }
    let settings = open.page("/settings");
    let hash = settings.split("name=\"program\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    open.request("POST", "/settings/programs/remove", &format!("program={hash}"));
    assert!(read(&open, "GET", "/api/v1/clusters", &word).starts_with("HTTP/1.1 401"), "it is shut out");
}

#[test]
fn what_is_set_aside_comes_last_and_stays_so_at_the_next_start() {
    let desk = Desk::demo();
    let record = |page: &str| {
        let form = page.split("action=\"/review/later\"").nth(1).unwrap();
        form.split("name=\"of\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let (first, open_then) = {
        let open = Open::on(&desk);
        let page = open.page("/review/sdg");
        let first = record(&page);
        let next = open.request("POST", "/review/later", &format!("queue=sdg&of={first}&at=0"));
        assert!(next.contains("location: /review/sdg?at=0"), "{next}");
        (first, total(&page))
    };
    let open = Open::on(&desk);
    let page = open.page("/review/sdg");
    assert_eq!(total(&page), open_then, "nothing is hidden");
    assert_ne!(record(&page), first);
    let last = open.page(&format!("/review/sdg?at={}", open_then - 1));
    assert_eq!(record(&last), first);
    assert!(last.contains("This one was set aside"), "{last}");
    assert!(open.request("POST", "/review/later", "queue=nothing&of=1").starts_with("HTTP/1.1 404"));
}

#[test]
fn two_who_decide_on_the_same_see_both_and_one_chooses() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let old = Open::seen(&open.page("/clusters/6.2"));
    let rename = |title: &str, seen: &str| {
        open.request("POST", "/clusters/rename", &format!("of=6.2&title={title}&seen={seen}"))
    };
    assert!(rename("First", &old).starts_with("HTTP/1.1 303"));
    let both = rename("Second", &old);
    assert!(both.starts_with("HTTP/1.1 409"), "{both}");
    let (yours, theirs) = both.split_once("Theirs, which holds now").unwrap();
    assert!(yours.contains("Second") && theirs.contains("First"), "{both}");
    assert!(yours.contains("action=\"/clusters/rename\"") && yours.contains("name=\"title\" value=\"Second\""));
    assert!(open.page("/clusters/6.2").contains("First"), "nothing was written");
    let seen = yours.split("name=\"seen\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(rename("Second", seen).starts_with("HTTP/1.1 303"), "who has seen both may decide");
    assert!(open.page("/clusters/6.2").contains("Second"));
}

#[test]
fn a_register_is_taken_whole_or_not_at_all_and_the_state_is_set() {
    let desk = Desk::new();
    let open = Open::on(&desk);
    let head = "code,name,short_name,type,mandate,contact\n";
    let mended = format!("{head}MOJ,Ministry of Justice,Justice,justice,,\n");
    let broken = format!("{mended}MOJ,Ministry of Health,Health,health,,\n");
    let refused = open.ended(&open.put("/settings/entities", "bodies.csv", &broken));
    assert!(refused.contains("role=\"alert\"") && refused.contains("row 3"), "{refused}");
    let kept = desk.workspace().join("entities.csv");
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), head, "nothing was changed");
    let taken = open.ended(&open.put("/settings/entities", "bodies.csv", &mended));
    assert!(taken.contains("1 bod"), "{taken}");
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), mended);
    assert_eq!(open.bytes("/settings/entities.csv"), mended.as_bytes());
    let backups = std::fs::read_dir(desk.workspace().join("backups")).unwrap().flatten();
    assert!(backups.into_iter().any(|own| own.file_name().to_string_lossy().starts_with("entities-")));
    assert!(open.page("/settings").contains("Nobody has said which State"));
    assert!(open.request("POST", "/settings/state", "own-state=Atlantis").starts_with("HTTP/1.1 404"));
    open.request("POST", "/search/keep", "q=torture&keep-as=On+torture");
    let job = open.request("POST", "/settings/state", "own-state=Slovenia");
    open.ended(job.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().trim());
    assert!(
        open.page("/settings").contains("It is of \u{2068}Slovenia\u{2069}")
            || open.page("/settings").contains("It is of Slovenia")
    );
    let settings = std::fs::read_to_string(desk.workspace().join("weft.toml")).unwrap();
    assert!(settings.contains("SVN") && settings.contains("On torture"), "what was kept since stays: {settings}");
}

#[test]
fn settings_stand_in_the_history_and_a_register_of_before_is_put_back() {
    let desk = Desk::demo();
    let kept = desk.workspace().join("entities.csv");
    std::fs::write(&kept, "code,name,short_name,type,mandate,contact\n").unwrap();
    let open = Open::on(&desk);
    assert!(open.page("/review/entities").contains("types of bodies"), "nobody has named those of the State");
    let table = |name: &str| format!("code,name,short_name,type,mandate,contact\nB1,{name},,justice,,\n");
    for name in ["First", "Second"] {
        open.ended(&open.put("/settings/entities", &format!("{name}.csv"), &table(name)));
    }
    let page = open.page("/settings");
    let standing = page.split("aria-label=\"Last change\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(standing.contains("register of bodies") && standing.contains("Second.csv"), "{standing}");
    assert!(!standing.contains("/history/undo"), "a setting is set again: {standing}");
    let former = page.split("/settings/former-register").nth(1).expect("the newest register of before is first");
    let name = hidden_file(former);
    assert!(open.request("POST", "/settings/former-register", "file=..%2Fweft.toml").starts_with("HTTP/1.1 404"));
    let job = open.request("POST", "/settings/former-register", &format!("file={name}"));
    open.ended(job.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().trim());
    assert_eq!(std::fs::read_to_string(&kept).unwrap(), table("First"));
    let job = open.request("POST", "/settings/state", "own-state=Slovenia");
    open.ended(job.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().trim());
    let said: Vec<String> = rows(&open.bytes("/history.csv")).iter().map(|row| row[3].to_owned()).collect();
    let plain = |text: &String| text.replace(['\u{2068}', '\u{2069}'], "");
    assert!(plain(&said[0]).starts_with("State of the workspace: SVN"), "{:?}", &said[..2]);
    assert_eq!(said.iter().filter(|own| own.starts_with("register of bodies")).count(), 3);
    assert!(!open.page("/review/entities").contains("types of bodies"));
    // What was decided before is taken back as if nothing had been set.
    let undone = desk.process().args(["--workspace", "desk", "undo", "--preview"]).output().unwrap();
    let told = String::from_utf8_lossy(&undone.stdout);
    assert!(told.contains("import") && !told.contains("register of bodies"), "{undone:?}");
}

/// The file that a form names.
fn hidden_file(form: &str) -> String {
    form.split("name=\"file\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[test]
fn a_file_that_cannot_be_read_is_remembered_until_it_can_be() {
    let desk = Desk::new();
    {
        let open = Open::on(&desk);
        let failed = open.ended(&open.upload("broken.docx", "no document"));
        assert!(failed.contains("broken.docx"), "{failed}");
    }
    let open = Open::on(&desk);
    let listed = open.page("/sources");
    assert!(listed.contains("Could not be read") && listed.contains("broken.docx"), "{listed}");
    open.request("POST", "/sources/forget", "");
    assert!(!open.page("/sources").contains("broken.docx"));
}

#[test]
fn what_is_new_in_clusters_is_confirmed_or_moved() {
    let desk = Desk::demo();
    // A record like those of one cluster comes after the clusters were made.
    let members = desk.json(["clusters", "show", "6.2"]);
    let text = members["members"][0]["text"].as_str().unwrap();
    let row = |id: u8, text: &str| format!("N{id},Saravia,\"{}\",44\n", text.replace('"', "'"));
    let table = format!(
        "id,state,text,session\n{}{}",
        row(1, &format!("{text} in all regions")),
        row(2, &format!("{text} and report on it"))
    );
    let open = Open::on(&desk);
    open.ended(&open.upload("more.csv", &table));
    let page = open.page("/review/clusters");
    let before = total(&page);
    assert!(before > 0, "{page}");
    let listed = open.json("/review/clusters.json");
    assert_eq!(rows(&open.bytes("/review/clusters.csv")).len(), before);
    let first = &listed["clusters"][0];
    let number = &first["cluster"]["number"];
    let number = format!("{}.{}", number["theme"], number["cluster"]);
    let ids: Vec<String> = first["members"]
        .as_array()
        .unwrap()
        .iter()
        .map(|own| format!("shown={}", own["id"].as_str().unwrap()))
        .collect();
    let sent = open.request(
        "POST",
        "/review/place",
        &format!("of={number}&what=right&{}&seen={}", ids.join("&"), Open::seen(&page)),
    );
    assert!(sent.starts_with("HTTP/1.1 303"), "{sent}");
    assert_eq!(open.json("/review/clusters.json")["open"].as_u64().unwrap() as usize, before - ids.len());
    open.request(
        "POST",
        "/history/undo",
        &format!("command={}", open.json("/history.json?most=1")["lines"][0]["command"].as_str().unwrap()),
    );
    assert_eq!(open.json("/review/clusters.json")["open"], before);
}

#[test]
fn the_history_of_a_record_and_of_a_person_is_a_part_of_all() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let id = open.json("/clusters/6.2.json")["members"][0]["id"].as_str().unwrap().to_owned();
    open.request("POST", "/settings/who", "name=Amal&organisation=State");
    open.request("POST", "/records/move", &format!("record={id}&to=1.1"));
    let of_record = open.json(&format!("/history.json?record={id}"));
    assert!(of_record["total"].as_u64().unwrap() >= 1, "{of_record}");
    let of_person = open.json("/history.json?who=Amal+(State)");
    assert_eq!(of_person["total"], 1, "{of_person}");
    assert!(open.json("/history.json")["total"].as_u64() > of_record["total"].as_u64());
    assert!(of_record["lines"].as_array().unwrap().iter().all(|line| line.to_string().contains(&id)), "{of_record}");
}

#[test]
fn a_hundred_answers_are_there_after_the_program_was_killed_behind_each() {
    let desk = Desk::demo();
    for count in 0..100 {
        {
            let open = Open::on(&desk);
            let sent = open.request("POST", "/clusters/rename", &format!("of=6.2&title=Title+{count}"));
            assert!(sent.starts_with("HTTP/1.1 303"), "{count}: {sent}");
            // Here the process is killed.
        }
        assert!(!desk.workspace().join("store.damaged").exists());
    }
    let open = Open::on(&desk);
    let history = open.json("/history.json?most=100");
    let told: Vec<String> = history["lines"].as_array().unwrap().iter().map(ToString::to_string).collect();
    for count in 0..100 {
        assert!(told.iter().any(|line| line.contains(&format!("\"Title {count}\""))), "{count}");
    }
    assert!(open.page("/clusters/6.2").contains("Title 99"));
}

#[test]
fn one_of_five_is_taken_out_of_a_group_and_four_stay_one_ask() {
    let desk = Desk::new();
    let texts = ["Build a hospital in each province", "Open a school for nurses"];
    let row = |(at, text): (usize, &&str)| format!("R{at},Slovenia,{text},44\n");
    let rows: String = [texts[0]; 5].iter().chain([&texts[1]; 1]).enumerate().map(row).collect();
    // Five files of five reviews, so that nothing folds them into one record.
    let open = Open::on(&desk);
    for (at, line) in rows.lines().enumerate() {
        let line = line.replace(",44", &format!(",{}", 20 + at));
        let read = open.ended(&open.upload(&format!("review-{at}.csv"), &format!("id,state,text,session\n{line}\n")));
        assert!(!read.contains("role=\"alert\""), "{read}");
    }
    let group = open.json("/review/duplicates.json");
    assert!(group["ask"].is_object(), "{group} {}", open.page("/sources"));
    let ids: Vec<String> =
        group["ask"]["members"].as_array().unwrap().iter().map(|own| own["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids.len(), 5, "{group}");
    let main = group["main"].as_str().unwrap();
    let others: Vec<&String> = ids.iter().filter(|id| *id != main).collect();
    let (out, stay) = others.split_first().unwrap();
    let all_but: String = ids.iter().filter(|id| id != out).map(|id| format!("&other={id}")).collect();
    open.request("POST", "/review/answer", &format!("record={out}&answer=not-same{all_but}"));
    for id in stay {
        open.request("POST", "/review/answer", &format!("record={id}&answer=same&other={main}"));
    }
    let asks = desk_asks(&open);
    let of = |id: &str| asks.iter().find(|(_, member)| member == id).map(|(ask, _)| ask.clone());
    assert_eq!(asks.iter().filter(|(ask, _)| Some(ask) == of(main).as_ref()).count(), 4, "{asks:?}");
    assert!(of(out).is_none(), "the fifth asks for itself: {asks:?}");
    // It is remembered as refused, whatever is analysed anew.
    let done = open.request("POST", "/analyse", "");
    open.ended(done.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().trim());
    assert_eq!(desk_asks(&open), asks);
    assert_eq!(open.json("/review/duplicates.json")["open"], 0);
}

/// Asks that are made more than once, with each of their records.
fn desk_asks(open: &Open) -> Vec<(String, String)> {
    rows(&open.bytes("/review/duplicates.csv")).iter().map(|row| (row[0].to_owned(), row[1].to_owned())).collect()
}
