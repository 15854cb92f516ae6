//! The interface as a process: it starts, lets one browser in, decides, is opened again, and ends.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

use serde_json::Value;

use crate::desk::Desk;

/// An interface that answers.
pub(crate) struct Open {
    child: Child,
    pub(crate) opened: Value,
    cookie: String,
}

impl Open {
    /// Starts one; nobody is let in yet.
    pub(crate) fn starting(desk: &Desk) -> Self {
        let arguments = ["--workspace", "desk", "ui", "--no-browser", "--port", "0"];
        let mut child = desk.process().args(arguments).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let opened: Value = serde_json::from_str(&line).unwrap_or_else(|_| panic!("{line}"));
        Self { child, opened, cookie: String::new() }
    }

    pub(crate) fn on(desk: &Desk) -> Self {
        let mut open = Self::starting(desk);
        let entry = open.opened["entry"].as_str().unwrap().to_owned();
        let answer = open.request("GET", &open.path(&entry), "");
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        let set = answer.lines().find_map(|line| line.strip_prefix("set-cookie: ")).unwrap();
        open.cookie = set.split(';').next().unwrap().to_owned();
        open
    }

    fn host(&self) -> String {
        self.opened["address"].as_str().unwrap().trim_start_matches("http://").trim_end_matches('/').to_owned()
    }

    fn path(&self, address: &str) -> String {
        address.replacen(&format!("http://{}", self.host()), "", 1)
    }

    pub(crate) fn request(&self, method: &str, path: &str, form: &str) -> String {
        let mut answer = String::new();
        self.sent(method, path, form, "").read_to_string(&mut answer).unwrap();
        answer
    }

    /// Sends a form as browsers do, which say on which page it stood, and gives that page as it is shown then.
    pub(crate) fn slipped(&self, from: &str, path: &str, form: &str) -> String {
        let answer = self.request_with(path, form, &format!("Referer: http://{}{from}\r\n", self.host()));
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        assert!(answer.contains(&format!("location: {from}\r\n")), "{answer}");
        self.page(from)
    }

    /// Sends a form with more lines in its head.
    pub(crate) fn request_with(&self, path: &str, form: &str, more: &str) -> String {
        let mut answer = String::new();
        self.sent("POST", path, form, more).read_to_string(&mut answer).unwrap();
        answer
    }

    /// What an address gives, after its head.
    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        let mut answer = self.here(path);
        let head = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        assert!(answer.starts_with(b"HTTP/1.1 200"), "{path}: {}", String::from_utf8_lossy(&answer[..head]));
        answer.split_off(head + 4)
    }

    pub(crate) fn json(&self, path: &str) -> Value {
        serde_json::from_slice(&self.bytes(path)).unwrap()
    }

    fn sent(&self, method: &str, path: &str, form: &str, more: &str) -> TcpStream {
        let host = self.host();
        let mut stream = TcpStream::connect(&host).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n{more}\r\n{form}",
            self.cookie,
            form.len()
        )
        .unwrap();
        stream
    }

    /// Sends a file by the form of sources; the address of the work that begins.
    pub(crate) fn upload(&self, name: &str, content: &str) -> String {
        self.put("/sources/add", name, content)
    }

    /// Sends a file to an address; the address of the work that begins.
    pub(crate) fn put(&self, path: &str, name: &str, content: &str) -> String {
        let host = self.host();
        let body = format!(
            "--here\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{content}\r\n--here--\r\n"
        );
        let mut stream = TcpStream::connect(&host).unwrap();
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nCookie: {}\r\nContent-Type: multipart/form-data; boundary=here\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.cookie,
            body.len()
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let to = answer.lines().find_map(|line| line.strip_prefix("location: "));
        to.unwrap_or_else(|| panic!("{answer}")).trim().to_owned()
    }

    /// The page of work once it has ended, which nothing can be waited for but by asking again.
    pub(crate) fn ended(&self, job: &str) -> String {
        for _ in 0..600 {
            let page = self.page(job);
            if !page.contains("data-poll") {
                return page;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{job} did not end");
    }

    /// The answer of an address. A command beside it has the workspace still for a moment after its last word: it comes
    /// back when the system tells that a process has ended, which nothing can be waited for but by asking again.
    fn here(&self, path: &str) -> Vec<u8> {
        for _ in 0..100 {
            let mut answer = Vec::new();
            self.sent("GET", path, "", "").read_to_end(&mut answer).unwrap();
            if !answer.starts_with(b"HTTP/1.1 409") {
                return answer;
            }
            std::thread::sleep(std::time::Duration::from_millis(100));
        }
        panic!("{path} did not come back");
    }

    pub(crate) fn page(&self, path: &str) -> String {
        let answer = String::from_utf8(self.here(path)).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{path}: {answer}");
        answer
    }

    /// The revision that a page is of.
    pub(crate) fn seen(page: &str) -> String {
        page.split("data-revision=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
    }
}

#[test]
fn an_analyst_searches_renames_judges_and_takes_back_without_a_script() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let start = open.page("/");
    assert!(start.contains("Republic of Saravia") && start.contains("369 records"), "{start}");
    let found = open.page("/search?q=torture+position%3Anoted");
    let total: usize = found.split("data-total=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    let data = open.page("/search.json?q=torture+position%3Anoted");
    let data: Value = serde_json::from_str(data.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    assert_eq!(data["total"].as_u64(), Some(total as u64));
    let cluster = open.page("/clusters/6.2");
    let form = format!("of=6.2&title=Domestic+violence&seen={}", Open::seen(&cluster));
    assert!(open.request("POST", "/clusters/rename", &form).starts_with("HTTP/1.1 303"));
    let after = open.page("/clusters/6.2");
    assert!(after.contains("Domestic violence") && after.contains("Last change"), "{after}");
    let command = after.split("name=\"command\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(open.request("POST", "/history/undo", &format!("command={command}")).starts_with("HTTP/1.1 303"));
    assert!(!open.page("/clusters/6.2").contains("Domestic violence\""), "the title is as it was");
    let review = open.page("/review/duplicates");
    assert!(review.contains("Same") && review.contains("Not the same"), "{review}");
    assert!(open.request("GET", "/clusters/99.9", "").starts_with("HTTP/1.1 404"));
}

#[test]
fn what_was_decided_on_an_old_page_is_not_written_over_what_others_have_decided() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let old = Open::seen(&open.page("/clusters/6.2"));
    let rename = |title: &str, seen: &str| {
        open.request("POST", "/clusters/rename", &format!("of=6.2&title={title}&seen={seen}"))
    };
    assert!(rename("Mine", &old).starts_with("HTTP/1.1 303"));
    let late = rename("Theirs", &old);
    assert!(late.starts_with("HTTP/1.1 409") && late.contains("role=\"alert\""), "{late}");
    assert!(open.page("/clusters/6.2").contains("Mine"));
}

#[test]
fn a_second_start_opens_the_first_and_stop_ends_it() {
    let desk = Desk::demo();
    let mut open = Open::on(&desk);
    let again = desk.process().args(["--workspace", "desk", "ui", "--no-browser"]).output().unwrap();
    let again: Value = serde_json::from_slice(&again.stdout).unwrap_or_else(|_| panic!("{again:?}"));
    assert_eq!((&again["address"], &again["pid"]), (&open.opened["address"], &open.opened["pid"]));
    assert_ne!(again["entry"], open.opened["entry"]);
    let entered = open.request("GET", &open.path(again["entry"].as_str().unwrap()), "");
    assert!(entered.starts_with("HTTP/1.1 303"), "{entered}");
    let stopped = desk.process().args(["--workspace", "desk", "ui", "stop"]).output().unwrap();
    assert_eq!(stopped.status.code(), Some(0), "{stopped:?}");
    assert_eq!(open.child.wait().unwrap().code(), Some(0));
    assert!(!desk.workspace().join("run.json").exists());
    let none = desk.process().args(["--workspace", "desk", "ui", "stop"]).output().unwrap();
    assert_eq!(none.status.code(), Some(1), "{none:?}");
}

#[test]
fn commands_work_beside_an_open_interface_which_shows_what_they_did() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let before = open.page("/clusters/6.2");
    let run = |arguments: &[&str]| desk.process().args(["--workspace", "desk"]).args(arguments).output().unwrap();
    let renamed = run(&["clusters", "rename", "6.2", "Named at the terminal"]);
    assert_eq!(renamed.status.code(), Some(0), "{renamed:?}");
    let shown = run(&["clusters", "show", "6.2"]);
    assert!(String::from_utf8_lossy(&shown.stdout).contains("Named at the terminal"), "{shown:?}");
    let after = open.page("/clusters/6.2");
    assert!(after.contains("Named at the terminal") && !before.contains("Named at the terminal"), "{after}");
    let late = open.request("POST", "/clusters/lock", &format!("of=6.2&locked=yes&seen={}", Open::seen(&after)));
    assert!(late.starts_with("HTTP/1.1 303"), "{late}");
}

#[test]
fn a_workspace_comes_back_from_a_command_that_was_killed() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let mut borrower = open.sent("POST", "/lend", "", "");
    let mut line = String::new();
    BufReader::new(&mut borrower).read_line(&mut line).unwrap();
    assert!(line.starts_with("HTTP/1.1 200"), "{line}");
    let lent = open.request("GET", "/clusters/6.2", "");
    assert!(lent.starts_with("HTTP/1.1 409") && lent.contains("A command"), "{lent}");
    assert!(open.request("POST", "/lend", "").starts_with("HTTP/1.1 409"), "one at a time");
    drop(borrower);
    assert!(open.page("/clusters/6.2").contains("data-revision"));
}

#[test]
fn a_file_that_is_sent_is_read_in_and_taken_out_again() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let rows = "id,state,text,session\nN1,Saravia,Build a museum in each province,34\nN2,Saravia,,34\n";
    let job = open.upload("../../museum.csv", rows);
    // Meanwhile every page leads to the work, or shows what came of it.
    let other = open.request("GET", "/clusters", "");
    assert!(other.starts_with("HTTP/1.1 200") || other.contains(&format!("location: {job}")), "{other}");
    assert!(open.ended(&job).contains("museum.csv"));
    assert!(!desk.folder().join("museum.csv").exists(), "a name leads nowhere");
    let sources = open.page("/sources.json");
    let sources: Value = serde_json::from_str(sources.split("\r\n\r\n").nth(1).unwrap()).unwrap();
    let line = &sources[0];
    let counts = ["rows", "rejected", "new"].map(|name| line[name].as_u64().unwrap());
    assert_eq!((line["file"].as_str(), counts), (Some("museum.csv"), [2, 1, 1]));
    let hash = line["file_hash"].as_str().unwrap();
    let page = open.page(&format!("/sources/{hash}"));
    assert!(page.contains("2 rows: 1 taken over, 1 not taken over"), "{page}");
    assert!(open.page(&format!("/sources/not-taken.csv?of={hash}")).contains("museum.csv"));
    // The same file again is no error.
    assert!(open.ended(&open.upload("again.csv", rows)).contains("again.csv"));
    let before = open.page("/search?q=museum");
    assert!(before.contains("Build a <mark>museum</mark>"), "{before}");
    let out = open.request("POST", "/sources/take-out", &format!("of={hash}"));
    let job = out.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().trim().to_owned();
    assert!(open.ended(&job).contains("was taken out"));
    assert!(!open.page("/search?q=museum").contains("Build a <mark>museum</mark>"));
}

#[test]
fn a_backup_is_written_and_put_back_by_pages() {
    let desk = Desk::demo();
    let open = Open::on(&desk);
    let begun =
        |answer: String| answer.lines().find_map(|line| line.strip_prefix("location: ")).unwrap().trim().to_owned();
    open.ended(&begun(open.request("POST", "/settings/back-up", "")));
    let seen = Open::seen(&open.page("/clusters/6.2"));
    let renamed = open.request("POST", "/clusters/rename", &format!("of=6.2&title=After+the+backup&seen={seen}"));
    assert!(renamed.starts_with("HTTP/1.1 303"), "{renamed}");
    let settings = open.page("/settings");
    let name = settings.split("name=\"file\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(open.request("POST", "/settings/put-back", "file=..%2F..%2Fweft.toml").starts_with("HTTP/1.1 404"));
    let done = open.ended(&begun(open.request("POST", "/settings/put-back", &format!("file={name}"))));
    assert!(done.contains(&name), "{done}");
    assert!(!open.page("/clusters/6.2").contains("After the backup"));
}

#[test]
fn the_icon_opens_the_folder_that_is_dropped_on_it_and_tells_a_second_start_where() {
    let desk = Desk::demo();
    let program = std::path::Path::new(env!("CARGO_BIN_EXE_weft-desk"));
    let folder = desk.workspace();
    // Nowhere is there a browser that it could open.
    let mut first = std::process::Command::new(program).arg(&folder).env("PATH", "").spawn().unwrap();
    let placed = folder.join("run.json");
    for _ in 0..600 {
        if placed.exists() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    assert!(placed.exists(), "it answers");
    let second = std::process::Command::new(program).arg(&folder).env("PATH", "").status().unwrap();
    assert!(second.success(), "a second start opens the first");
    desk.ok(["ui", "stop"]);
    assert!(first.wait().unwrap().success() && !placed.exists());
}
