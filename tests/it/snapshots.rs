//! What the command line prints, to the letter: the words and the layout of every command on the demo.
//!
//! A change of what is printed shows in the snapshot that goes with it. They are made anew with
//! `INSTA_UPDATE=always cargo test --test it snapshots`, and read before they are committed.

use std::collections::HashMap;

use crate::desk::{Desk, Done};

/// Names of a snapshot that only this file gives.
fn assert_shows(name: &str, desk: &Desk, done: &Done) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.add_filter(&regex::escape(&desk.folder().to_string_lossy()), "[desk]");
    settings.add_filter(&regex::escape(env!("CARGO_PKG_VERSION")), "[version]");
    // Names of backups and of what a restore sets aside tell the time.
    settings.add_filter(r"\d{8}-\d{6}", "[time]");
    // Commands are named by the second they were given in.
    settings.add_filter(r"(?m)^[0-9a-hjkmnp-tv-z]{6}  \d{4}-\d\d-\d\d \d\d:\d\d  \S+", "[command]  [time]  [user]");
    settings.add_filter(r"(undo|takes back) [0-9a-hjkmnp-tv-z]{6}", "$1 [command]");
    settings.bind(|| insta::assert_snapshot!(name, told(done)));
}

/// All that a command left behind.
fn told(done: &Done) -> String {
    let err = if done.stderr.is_empty() { String::new() } else { format!("--- beside the data\n{}", done.stderr) };
    format!("{}{err}--- exit code {}\n", done.stdout, done.code)
}

/// Runs a command on a desk and compares what it says.
fn shows(name: &str, desk: &Desk, arguments: &[&str]) {
    assert_shows(name, desk, &desk.run(arguments));
}

/// The number of the first cluster.
fn first_cluster(desk: &Desk) -> String {
    let number = desk.json(["clusters"])["list"][0]["number"].clone();
    format!("{}.{}", number["theme"], number["cluster"])
}

#[test]
fn a_workspace_is_made_and_says_what_comes_next() {
    let desk = Desk::bare();
    assert_shows("init", &desk, &desk.weft(["init", "desk", "--state", "Peru"]));
    assert_shows("init_again", &desk, &desk.weft(["init", "desk"]));
    assert_shows("init_unknown_state", &desk, &desk.weft(["init", "other", "--state", "Atlantis"]));
}

#[test]
fn an_import_says_what_a_file_gave_and_what_was_not_taken() {
    let desk = Desk::new();
    let rows = "id,state,text,recommending state,response,session\n\
        R-1,Peru,Build schools,Chile,Accepted,28\nR-2,Peru,,Chile,Noted,28\nR-3,Atlantis,Build harbours,Chad,Noted,28\n";
    desk.with("rows.csv", rows);
    shows("import_with_rejections", &desk, &["import", "rows.csv", "--rejections", "not-taken.csv"]);
    let written = std::fs::read_to_string(desk.folder().join("not-taken.csv")).unwrap();
    insta::with_settings!({ prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!("import_rejections_file", written);
    });
    shows("import_again", &desk, &["import", "rows.csv"]);
    desk.with("changed.csv", rows.replace("Accepted", "Noted"));
    shows("import_diff", &desk, &["import", "--diff", "changed.csv"]);
    desk.with("headless.csv", "1,2,3\n4,5,6\n");
    shows("import_no_text", &desk, &["import", "headless.csv"]);
}

#[test]
fn the_demo_tells_what_it_made() {
    let desk = Desk::bare();
    assert_shows("demo", &desk, &desk.weft(["demo", "desk"]));
    assert_shows("demo_again", &desk, &desk.weft(["demo", "desk"]));
    shows("analyse_nothing_new", &desk, &["analyse"]);
    std::fs::remove_dir_all(desk.workspace().join("cache")).unwrap();
    shows("overview_not_analysed", &desk, &["overview"]);
    shows("analyse", &desk, &["analyse"]);
    shows("overview", &desk, &["overview"]);
}

#[test]
fn searches_show_what_was_found_and_how() {
    let desk = Desk::demo();
    shows("search", &desk, &["search", "torture"]);
    shows("search_explained", &desk, &["search", "torture NOT protocol", "-n", "3", "--explain"]);
    shows("search_counted_by_one", &desk, &["search", "torture", "--count-by", "mechanism"]);
    shows("search_counted_by_two", &desk, &["search", "torture", "--count-by", "position,cycle"]);
    shows("search_counts_only", &desk, &["search", "moratorium", "--counts"]);
    shows("search_like", &desk, &["search", "--like", "121.1", "-n", "3"]);
    shows("search_misspelt", &desk, &["search", "tortrue"]);
    shows("search_unknown_value", &desk, &["search", "--mechanism", "nonsense"]);
    shows("search_saved", &desk, &["search", "torture", "-n", "1", "--save", "Torture"]);
    shows("searches", &desk, &["searches"]);
}

#[test]
fn a_record_is_shown_with_its_tags_reasons_and_sources() {
    let desk = Desk::demo();
    shows("show", &desk, &["show", "121.1"]);
    shows("show_unsure", &desk, &["show", "--unsure"]);
}

#[test]
fn clusters_are_listed_shown_and_drawn_as_trees() {
    let desk = Desk::demo();
    shows("clusters", &desk, &["clusters"]);
    shows("clusters_show", &desk, &["clusters", "show", &first_cluster(&desk)]);
    shows("clusters_tree", &desk, &["clusters", "tree", "1"]);
    shows("clusters_by_sdg", &desk, &["clusters", "--by", "sdg"]);
    shows("clusters_preview", &desk, &["clusters", "--themes", "5"]);
}

#[test]
fn repeats_chains_and_links_are_shown() {
    let desk = Desk::demo();
    shows("duplicates", &desk, &["duplicates", "-n", "4"]);
    shows("lineage", &desk, &["lineage", "-n", "4"]);
    shows("gender", &desk, &["gender", "--limit", "5"]);
    shows("links_sdg", &desk, &["links", "sdg"]);
    shows("links_entities", &desk, &["links", "entities"]);
}

#[test]
fn decisions_stand_in_the_journal_and_are_taken_back() {
    let desk = Desk::demo();
    let number = first_cluster(&desk);
    shows("clusters_rename", &desk, &["clusters", "rename", &number, "What we call it"]);
    shows("clusters_lock", &desk, &["clusters", "lock", &number]);
    shows("locked_cluster", &desk, &["clusters", "rename", &number, "Another"]);
    shows("links_accept", &desk, &["links", "accept", "SAR-0001", "sdg", "14.2"]);
    shows("correct", &desk, &["correct", "121.1", "--position", "noted"]);
    shows("clusters_renew_refused", &desk, &["clusters", "renew", "--themes", "9"]);
    shows("history", &desk, &["history"]);
    shows("undo", &desk, &["undo"]);
    shows("undo_more", &desk, &["undo"]);
}

#[test]
fn backups_and_checks_say_what_they_did() {
    let desk = Desk::demo();
    shows("verify", &desk, &["verify"]);
    shows("backup", &desk, &["backup", "dump.jsonl"]);
    shows("restore", &desk, &["restore", "dump.jsonl"]);
    shows("undo_nothing", &Desk::new(), &["undo"]);
}

#[test]
fn errors_say_what_is_wrong_and_what_can_be_done() {
    let desk = Desk::demo();
    shows("unknown_record", &desk, &["show", "999.9"]);
    shows("unknown_cluster", &desk, &["clusters", "show", "99.9"]);
    shows("unknown_instrument", &desk, &["lineage", "--instrument", "FOO"]);
    shows("bad_argument", &desk, &["clusters", "--size", "9..10"]);
    shows("bad_command", &desk, &["nonsense"]);
    shows("wrong_ending", &desk, &["export", "recommendations", "--out", "r.xlsx"]);
    shows("own_file", &desk, &["export", "plan", "--format", "csv", "--out", "desk/weft.toml"]);
    assert_shows("missing_workspace", &desk, &desk.weft(["--workspace", "nowhere", "verify"]));
}

#[test]
fn the_exports_begin_as_they_are_promised() {
    let desk = Desk::demo();
    for what in ["recommendations", "relations"] {
        let mut done = desk.run(["export", what]);
        done.stdout = done.stdout.lines().take(4).map(|line| format!("{line}\n")).collect();
        assert_shows(&format!("export_{what}"), &desk, &done);
    }
    let columns: HashMap<String, String> = desk.export(["recommendations"]).remove(0);
    assert_eq!(columns.len(), 29);
}
