//! Workspaces of every released format open and read as they did.

use std::fs;
use std::path::Path;

use crate::desk::Desk;
use crate::folders;

#[test]
fn a_workspace_of_format_one_opens_with_all_it_held() {
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/workspace-1");
    let desk = Desk::holding(&folders::read(&frozen));
    let report = desk.json(["verify"]);
    assert_eq!(report["sound"], true, "{report}");
    assert_eq!((report["records"].as_u64(), report["decisions"].as_u64()), (Some(6), Some(2)));
    desk.ok(["analyse"]);
    let rows = desk.export(["recommendations"]);
    let ratify = rows.iter().find(|r| r["source_id"] == "F-1").unwrap();
    assert_eq!(ratify["reference"].split(' ').next(), Some("UPR"));
    assert_eq!(
        ratify["sdg_targets"].split('|').filter(|s| *s == "4.7").count(),
        1,
        "an accepted link stays: {ratify:?}"
    );
    let clusters = desk.ok(["clusters"]);
    assert!(clusters.contains("Treaties we have not joined"), "a title that a person gave stays: {clusters}");
    assert!(desk.ok(["history"]).contains("imported frozen.csv: 6 rows, 6 new"));
}

#[test]
fn a_store_of_a_newer_format_is_refused_and_left_alone() {
    let desk = Desk::new();
    desk.import(&desk.file("a.csv", "state,text\nPeru,Build schools\n"));
    {
        let db = sled::open(desk.workspace().join("store")).unwrap();
        db.open_tree("meta").unwrap().insert("schema", &99u16.to_be_bytes()).unwrap();
        db.flush().unwrap();
    }
    let done = desk.run(["verify"]);
    assert_eq!(done.code, 2);
    assert!(
        done.stderr.contains("format 99") && done.stderr.contains("hint: install the newer version"),
        "{}",
        done.stderr
    );
}

#[test]
fn a_backup_restores_what_was_there_and_a_changed_one_is_refused() {
    let desk = Desk::new();
    let file = desk.file("a.csv", "id,state,text\n1,Peru,Build schools\n2,Peru,Build roads\n");
    desk.import(&file);
    desk.ok(["backup", "dump.jsonl"]);
    desk.import(&desk.file("b.csv", "state,text\nPeru,Build ports\n"));
    desk.ok(["restore", "dump.jsonl"]);
    assert_eq!(desk.json(["verify"])["records"], 2);
    assert_eq!(desk.json(["verify"])["sound"], true);
    assert_eq!(desk.imported(&file)["known"], 2, "a restored workspace knows its files");
    let dump = fs::read_to_string(desk.folder().join("dump.jsonl")).unwrap();
    for (name, text, says) in [
        ("changed.jsonl", dump.replace("roads", "doors"), "do not fit"),
        ("cut.jsonl", dump[..dump.len() / 2].to_owned(), "line"),
        ("other.jsonl", "{\"line\":\"end\"}\n".to_owned(), "line 1"),
    ] {
        let done = desk.run(["restore", &desk.file(name, text)]);
        assert_eq!(done.code, 2, "{name}");
        assert!(
            done.stderr.contains(says) && done.stderr.contains("the workspace is as it was"),
            "{name}: {}",
            done.stderr
        );
        assert_eq!(desk.json(["verify"])["records"], 2, "{name}");
    }
}

#[test]
fn a_store_that_was_cut_short_is_reported_but_never_believed() {
    for part in [0, 1, 3] {
        let desk = Desk::new();
        let rows: String = (0..3000).map(|n| format!("Peru,Build school number {n}\n")).collect();
        desk.import(&desk.file("a.csv", format!("state,text\n{rows}")));
        let db = desk.workspace().join("store").join("db");
        let length = fs::metadata(&db).unwrap().len();
        let cut = length.checked_div(part).unwrap_or(0);
        fs::OpenOptions::new().write(true).open(&db).unwrap().set_len(cut).unwrap();
        // In a process of its own: over a damaged file the engine panics on threads that all share.
        let done = desk.child(["verify"]);
        if part == 1 {
            assert_eq!(done.code, 0, "nothing was cut: {}", done.stderr);
        } else {
            let told = done.stderr.contains("hint:") || done.stdout.contains("fault");
            assert!(done.code == 2 && told, "cut to {cut}: {} {}{}", done.code, done.stdout, done.stderr);
            assert!(!done.stderr.contains("panicked"), "cut to {cut}: {}", done.stderr);
        }
    }
}
