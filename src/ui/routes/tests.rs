//! What stands before every address, tried on each of them.

mod words;

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, Response, StatusCode, header};
use tempfile::TempDir;
use tower::ServiceExt;

use super::{DESCRIPTION, Desk, ENTER, HEALTH, router, routes};
use crate::domain::Language;
use crate::ui::api::described;
use crate::ui::upload::{ADD, REGISTER};
use crate::workspace::{DemoExtent, Silent, Workspace};

const PORT: u16 = 7417;
const HOST: &str = "127.0.0.1:7417";
const FORM: &str = "application/x-www-form-urlencoded";

/// A server over an empty workspace.
struct Server {
    router: Router,
    desk: Arc<Desk>,
    _folder: TempDir,
}

impl Server {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let workspace = Workspace::init(folder.path(), Some("Desk"), None, Language::En).unwrap();
        let desk = Arc::new(Desk::new(workspace, PORT));
        Self { router: router(Arc::clone(&desk)), desk, _folder: folder }
    }

    /// One over the workspace of the demo, which has something on every page.
    fn filled() -> Self {
        let folder = TempDir::new().unwrap();
        Workspace::demo(folder.path(), DemoExtent::WithoutPlan, &Silent).unwrap();
        let workspace = Workspace::open(folder.path()).unwrap();
        let desk = Arc::new(Desk::new(workspace, PORT));
        Self { router: router(Arc::clone(&desk)), desk, _folder: folder }
    }

    fn cookie(&self) -> String {
        format!("{}={}", self.desk.cookie, self.desk.key())
    }

    fn ask(&self, request: Request<Body>) -> Response<Body> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(self.router.clone().oneshot(request)).unwrap()
    }

    /// A request as the pages send it, with other headers in place of some.
    fn tried(&self, method: &Method, path: &str, headers: &[(&str, &str)]) -> Response<Body> {
        let cookie = self.cookie();
        let own =
            [("host", HOST), ("cookie", cookie.as_str()), ("origin", "http://127.0.0.1:7417"), ("content-type", FORM)];
        let is_other = |name: &str| headers.iter().any(|(other, _)| *other == name);
        let kept = own.iter().filter(|(name, _)| !is_other(name));
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in kept.chain(headers).filter(|(_, value)| !value.is_empty()) {
            request = request.header(*name, *value);
        }
        self.ask(request.body(Body::empty()).unwrap())
    }

    fn text(&self, path: &str) -> (StatusCode, String) {
        let answer = self.tried(&Method::GET, path, &[]);
        let status = answer.status();
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        let bytes = runtime.block_on(axum::body::to_bytes(answer.into_body(), 1 << 24)).unwrap();
        (status, String::from_utf8_lossy(&bytes).into_owned())
    }
}

#[test]
fn what_programs_read_is_described_and_nothing_else_is() {
    let described = described();
    let mut told: Vec<String> = described["paths"].as_object().unwrap().keys().cloned().collect();
    told.iter_mut().for_each(|path| *path = path.replace("{name}", "{of}").replace("{number}", "{of}"));
    let api = routes().into_iter().map(|(path, _)| path);
    let mut answered: Vec<String> = api.filter(|path| path.starts_with("/api/") && path != DESCRIPTION).collect();
    told.sort_unstable();
    answered.sort_unstable();
    assert_eq!(told, answered);
}

/// Every address with a name where one is wanted, but those that are open to all.
fn paths() -> Vec<String> {
    let all = routes().into_iter().map(|(path, _)| path.replace("{of}", "x").replace("{paragraph}", "1"));
    all.filter(|path| path != ENTER && path != HEALTH).collect()
}

/// Those of them that, when they are read, tell what would be written.
const TOLD_FIRST: [&str; 2] = ["/search/several", "/review/identical"];

/// Addresses that write, those that begin work among them, but for the one that takes files.
const WRITING: [&str; 36] = [
    "/settings/former-register",
    "/records/relate",
    "/sources/forget",
    "/review/later",
    "/review/place",
    "/settings/contrast",
    "/settings/state",
    "/settings/programs/add",
    "/settings/programs/remove",
    "/entry",
    "/lend",
    "/sources/demo",
    "/sources/take-out",
    "/jobs/stop",
    "/analyse",
    "/search/keep",
    "/search/forget",
    "/search/several",
    "/records/judge",
    "/records/move",
    "/clusters/rename",
    "/clusters/lock",
    "/clusters/accept",
    "/clusters/marked",
    "/clusters/merge",
    "/review/answer",
    "/review/identical",
    "/review/link",
    "/history/undo",
    "/settings/who",
    "/settings/language",
    "/settings/keys",
    "/settings/another",
    "/settings/back-up",
    "/settings/put-back",
    "/stop",
];

#[test]
fn other_names_of_the_computer_are_answered_by_nothing() {
    let server = Server::new();
    for path in paths() {
        for host in
            ["evil.example:7417", "127.0.0.1", "127.0.0.1:7418", "0.0.0.0:7417", "[::1]:7417", "localhost.:7417", ""]
        {
            let answer = server.tried(&Method::GET, &path, &[("host", host)]);
            assert_eq!(answer.status(), StatusCode::MISDIRECTED_REQUEST, "{path} {host}");
        }
        let twice = server.tried(&Method::GET, &path, &[("host", HOST), ("host", "evil.example")]);
        assert_eq!(twice.status(), StatusCode::MISDIRECTED_REQUEST, "{path}");
    }
    assert_eq!(server.tried(&Method::GET, "/help", &[("host", "localhost:7417")]).status(), StatusCode::OK);
}

#[test]
fn a_browser_that_was_not_let_in_reads_nothing_and_an_entry_works_once() {
    let server = Server::new();
    for path in paths() {
        for cookie in ["", "weft=1", "weft-00000000=0123456789abcdef0123456789abcdef"] {
            let answer = server.tried(&Method::GET, &path, &[("cookie", cookie)]);
            assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{path} {cookie}");
        }
    }
    let entry = server.desk.entry();
    let path = entry.strip_prefix("http://127.0.0.1:7417").unwrap();
    let first = server.tried(&Method::GET, path, &[("cookie", "")]);
    assert_eq!((first.status(), first.headers()[header::LOCATION].to_str().unwrap()), (StatusCode::SEE_OTHER, "/"));
    let cookie = first.headers()[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    assert_eq!(server.tried(&Method::GET, path, &[("cookie", "")]).status(), StatusCode::UNAUTHORIZED);
}

#[test]
fn nothing_is_written_but_by_forms_of_these_pages() {
    let server = Server::new();
    for path in WRITING {
        for (headers, status) in [
            (&[("origin", "")][..], StatusCode::FORBIDDEN),
            (&[("origin", "http://evil.example")], StatusCode::FORBIDDEN),
            (&[("origin", "null")], StatusCode::FORBIDDEN),
            (&[("origin", "http://localhost:9999")], StatusCode::FORBIDDEN),
            (&[("origin", "http://localhost:7417")], StatusCode::FORBIDDEN),
            (&[("sec-fetch-site", "same-site")], StatusCode::FORBIDDEN),
            (&[("sec-fetch-site", "cross-site"), ("origin", "")], StatusCode::FORBIDDEN),
            (&[("content-type", "text/plain")], StatusCode::UNSUPPORTED_MEDIA_TYPE),
            (&[("content-type", "application/json")], StatusCode::UNSUPPORTED_MEDIA_TYPE),
            (&[("content-type", "multipart/form-data; boundary=x")], StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ] {
            assert_eq!(server.tried(&Method::POST, path, headers).status(), status, "{path} {headers:?}");
        }
        let (before, get) = (server.text("/history.json").1, server.tried(&Method::GET, path, &[]));
        assert_eq!(server.text("/history.json").1, before, "reading writes nothing: {path}");
        assert!(get.status() != StatusCode::OK || TOLD_FIRST.contains(&path), "{path}");
    }
    // A form that is refused for its form has found somebody who takes forms.
    let takes = |path: &String| {
        let refused = [StatusCode::METHOD_NOT_ALLOWED, StatusCode::NOT_FOUND];
        !WRITING.contains(&path.as_str()) && !refused.contains(&server.tried(&Method::POST, path, &[]).status())
    };
    let listed: Vec<String> = paths().into_iter().filter(takes).collect();
    assert!(
        listed.iter().all(|path| [ADD, REGISTER].contains(&path.as_str())),
        "each address that writes is tried above: {listed:?}"
    );
}

#[test]
fn every_answer_says_what_a_browser_may_do_with_it() {
    let server = Server::new();
    for path in paths().into_iter().chain(["/no/such/page".to_owned()]) {
        for cookie in [server.cookie(), String::new()] {
            let answer = server.tried(&Method::GET, &path, &[("cookie", &cookie)]);
            let policy = answer.headers()[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
            assert!(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"), "{path}");
            assert_eq!(answer.headers()[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
            assert_eq!(answer.headers()["cross-origin-resource-policy"], "same-origin", "{path}");
            assert_eq!(answer.headers()[header::REFERRER_POLICY], "same-origin", "{path}");
        }
    }
}

#[test]
fn pages_take_whatever_stands_in_an_address_and_show_none_of_it_as_markup() {
    let server = Server::filled();
    let before = server.text("/history.json").1;
    for hostile in [
        "%3Cscript%3Ealert(1)%3C/script%3E",
        "%00",
        "%E2%80%AEabc",
        "*",
        "AND",
        "%22unclosed",
        "..%2F..%2Fetc%2Fpasswd",
    ] {
        for path in
            ["/search?q=", "/records/", "/clusters/", "/review/duplicates?at=", "/history?most=", "/plan?x=", "/"]
        {
            let (status, text) = server.text(&format!("{path}{hostile}"));
            assert!(!status.is_server_error(), "{path}{hostile}: {status} {text}");
            assert!(
                status != StatusCode::BAD_REQUEST,
                "the page has looked at what stands there: {path}{hostile} {text}"
            );
            let scripts = text.matches("<script").count();
            assert!(scripts <= 1 && !text.contains("<script>"), "no script but our own: {path}{hostile}");
        }
    }
    assert_eq!(server.text("/history.json").1, before);
}

#[test]
fn every_page_has_one_heading_one_main_part_and_one_place_for_what_has_changed() {
    let server = Server::filled();
    for path in [
        "/",
        "/search",
        "/clusters",
        "/clusters/6.2",
        "/review/duplicates",
        "/review/identical",
        "/review/sdg",
        "/review/entities",
        "/review/readings",
        "/search/several?q=torture",
        "/sources",
        "/plan",
        "/reports",
        "/history",
        "/settings",
        "/help",
        "/clusters/99.9",
    ] {
        let (status, text) = server.text(path);
        assert_eq!(
            status,
            if path.ends_with("99.9") { StatusCode::NOT_FOUND } else { StatusCode::OK },
            "{path}: {text}"
        );
        for once in ["<h1", "<main", "role=\"status\"", "data-revision"] {
            assert_eq!(text.matches(once).count(), 1, "{path} {once}: {text}");
        }
        assert!(!text.contains(">ui-") && !text.contains("\"ui-"), "every sentence has words: {path} {text}");
    }
}

/// The value of a colour in a part of the style sheet.
fn colour(part: &str, name: &str) -> [f64; 3] {
    let at = part.find(&format!("--{name}: #")).unwrap_or_else(|| panic!("{name}")) + name.len() + 5;
    let digits: String = part[at..].chars().take_while(char::is_ascii_hexdigit).collect();
    let pairs: Vec<String> = match digits.len() {
        3 => digits.chars().map(|digit| format!("{digit}{digit}")).collect(),
        _ => digits.as_bytes().chunks(2).map(|pair| String::from_utf8(pair.to_vec()).unwrap()).collect(),
    };
    [0, 1, 2].map(|at| f64::from(u8::from_str_radix(&pairs[at], 16).unwrap()) / 255.0)
}

/// Contrast by WCAG 2.2 (relative luminance).
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let light = |colour: [f64; 3]| {
        let linear = colour.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (a, b) = (light(one), light(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn colours_can_be_read_in_light_and_dark_and_nothing_goes_left_or_right() {
    let style = include_str!("../style.css");
    let (light, other) = style.split_once("prefers-color-scheme: dark").unwrap();
    let (dark, strong) = other.split_once(":root.contrast").unwrap();
    for part in [light, dark, strong] {
        for ground in ["paper", "card", "sunk"] {
            for ink in ["ink", "soft", "accent", "good", "bad", "upr", "tb", "sp", "other"] {
                let found = contrast(colour(part, ink), colour(part, ground));
                assert!(found >= 4.5, "{ink} on {ground}: {found:.2}");
            }
        }
        assert!(contrast(colour(part, "on-accent"), colour(part, "accent")) >= 4.5);
    }
    for physical in [
        "left:",
        "right:",
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "border-left",
        "text-align: left",
    ] {
        assert!(!style.contains(physical), "{physical}");
    }
}

const BOUNDARY: &str = "multipart/form-data; boundary=here";

impl Server {
    /// A form with one file, as the page of sources sends it.
    fn sent(&self, name: &str, content: &str, headers: &[(&str, &str)]) -> Response<Body> {
        let cookie = self.cookie();
        let own = [
            ("host", HOST),
            ("cookie", cookie.as_str()),
            ("origin", "http://127.0.0.1:7417"),
            ("content-type", BOUNDARY),
        ];
        let mut request = Request::builder().method(Method::POST).uri(ADD);
        let is_other = |name: &str| headers.iter().any(|(other, _)| *other == name);
        for (name, value) in
            own.iter().filter(|(name, _)| !is_other(name)).chain(headers).filter(|own| !own.1.is_empty())
        {
            request = request.header(*name, *value);
        }
        let body = format!(
            "--here\r\nContent-Disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n{content}\r\n--here--\r\n"
        );
        self.ask(request.body(Body::from(body)).unwrap())
    }

    /// What lies in the folder for what is sent.
    fn put_down(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.desk.folder.join("cache")).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
        names.filter(|name| name.starts_with("sent-")).collect()
    }
}

#[test]
fn files_from_elsewhere_are_refused_before_they_are_read_and_none_is_kept() {
    let server = Server::new();
    for (headers, status) in [
        (&[("origin", "http://evil.example")][..], StatusCode::FORBIDDEN),
        (&[("origin", "null")], StatusCode::FORBIDDEN),
        (&[("origin", "")], StatusCode::FORBIDDEN),
        (&[("cookie", "")], StatusCode::UNAUTHORIZED),
        (&[("content-type", FORM)], StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (&[("content-type", "text/plain")], StatusCode::UNSUPPORTED_MEDIA_TYPE),
        (&[("content-length", "1073741824")], StatusCode::PAYLOAD_TOO_LARGE),
    ] {
        assert_eq!(server.sent("a.csv", "text\nRatify\n", headers).status(), status, "{headers:?}");
        assert_eq!(server.put_down(), Vec::<String>::new(), "{headers:?}");
    }
    assert_eq!(server.sent("", "", &[]).status(), StatusCode::BAD_REQUEST, "a form without a file");
}

#[test]
fn no_address_that_is_read_changes_anything_whatever_stands_in_it() {
    let server = Server::filled();
    let before = server.text("/history.json").1;
    for path in paths() {
        for hostile in
            ["%3Cscript%3E", "..%2F..%2Fetc%2Fpasswd", "CON", "%00", "%E2%80%AEabc", "9999999999999999999999"]
        {
            for tried in [
                format!("{path}?q={hostile}&of={hostile}&at={hostile}&file={hostile}"),
                path.replace("/x", &format!("/{hostile}")),
            ] {
                let (status, text) = server.text(&tried);
                assert!(!status.is_server_error(), "{tried}: {status} {text}");
                // Data and files are never shown as pages: their kind says so.
                let is_data = path.contains('.') || path.starts_with("/api/");
                assert!(is_data || !text.contains("<script>"), "{tried}");
            }
        }
    }
    assert_eq!(server.text("/history.json").1, before);
}
