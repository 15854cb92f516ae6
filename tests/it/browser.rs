//! The pages in a browser: every check of `tests/browser`, with Debian's chromium where it is.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desk::Desk;
use crate::interface::Open;

/// The browser, where there is one.
fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].map(PathBuf::from);
    named.into_iter().chain(usual).find(|path| path.is_file())
}

/// Writes the pages that stand alone: the plan and a report of it, in English and Arabic.
fn write_pages(desk: &Desk) {
    let written = desk.folder().join("written");
    std::fs::create_dir_all(&written).unwrap();
    desk.ok(["plan", "outcome", "6.2", "Nobody lives in fear at home"]);
    desk.ok(["plan", "add", "Open a shelter in each province", "--for", "121.36", "SAR-0075", "--number", "M-1"]);
    desk.ok(["plan", "milestone", "M-1", "Sites chosen", "--until", "2026-12"]);
    desk.ok(["plan", "indicator", "M-1", "Provinces with a shelter", "--type", "process", "--unit", "%"]);
    for language in ["en", "ar"] {
        let file = |name: &str| written.join(format!("{name}-{language}.html")).to_str().unwrap().to_owned();
        let rows = ["export", "plan", "--rows", "measures", "--language", language, "--out"];
        desk.ok(rows.into_iter().chain([file("plan").as_str()]));
        desk.ok(["report", "chapter", "--language", language, "--out", &file("chapter")]);
    }
}

/// What is said where pages cannot be looked at.
const SKIPPED: &str = "skipped: no browser, or `npm ci` was not run in tests/browser: pages are not looked at";

/// The folder of the checks, and the browser; `None` where pages cannot be looked at.
fn looked_at() -> Option<(PathBuf, PathBuf)> {
    let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let found = chromium().filter(|_| checks.join("node_modules").is_dir())?;
    Some((checks, found))
}

/// Carries out the checks of a file; at least so many are to be made.
fn checked(name: &str, least: usize, desk: &Desk, (checks, chromium): &(PathBuf, PathBuf)) {
    let mut node = Command::new("node");
    node.arg(checks.join(name)).arg(desk.folder()).env("CHROMIUM", chromium).current_dir(checks);
    let done = node.output().unwrap();
    let told = String::from_utf8_lossy(&done.stdout);
    let fails: Vec<&str> = told.lines().filter(|line| !line.starts_with("holds")).collect();
    let held = told.lines().filter(|line| line.starts_with("holds")).count();
    assert!(done.status.success(), "{}\n{}", fails.join("\n"), String::from_utf8_lossy(&done.stderr));
    assert!(held >= least, "all of them were made: {held}");
}

/// Opens the interface, and leaves where it answers for the checks.
fn opened(desk: &Desk, name: &str, of: &Desk) -> Open {
    let open = Open::starting(of);
    std::fs::write(desk.folder().join(name), open.opened.to_string()).unwrap();
    open
}

#[test]
fn every_check_of_the_pages_in_a_browser_holds() {
    let Some(browser) = looked_at() else {
        println!("{SKIPPED}");
        return;
    };
    let desk = Desk::demo();
    write_pages(&desk);
    let _open = opened(&desk, "opened.json", &desk);
    checked("pages.mjs", 100, &desk, &browser);
}

#[test]
fn what_screen_readers_are_given_is_what_was_looked_through() {
    let Some(browser) = looked_at() else {
        println!("{SKIPPED}");
        return;
    };
    let desk = Desk::demo();
    let _open = opened(&desk, "opened.json", &desk);
    checked("trees.mjs", 90, &desk, &browser);
}

#[test]
fn the_ways_through_the_pages_are_short_and_lead_back() {
    let Some(browser) = looked_at() else {
        println!("{SKIPPED}");
        return;
    };
    let (desk, empty) = (Desk::demo(), Desk::new());
    let _open = opened(&desk, "opened.json", &desk);
    let _empty = opened(&desk, "empty.json", &empty);
    checked("journey.mjs", 30, &desk, &browser);
}
