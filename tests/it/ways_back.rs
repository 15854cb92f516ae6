//! A way back from anything: backups hold all truth, a restore is whole or has not happened, caches of another
//! store never pass for fresh, and what a command writes never takes the place of the workspace's own files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use weft::domain::Message;
use weft::i18n::Words;
use weft::store::{BackupFault, VerifyFault};
use weft::workspace::{AnalysisStatus, SavedSearch, Silent, Workspace, WorkspaceFault};

use crate::desk::Desk;
use crate::folders;

const TWO: &str = "id,state,text\n1,Peru,Build schools in the mountains\n2,Peru,Abolish the death penalty\n";
const MORE: &str = "id,state,text\n3,Peru,Ratify the Convention against Torture\n4,Peru,Plant mangroves\n";

/// The names in a folder of the workspace that begin so, in their order.
fn names(desk: &Desk, folder: &str, beginning: &str) -> Vec<String> {
    let entries = fs::read_dir(desk.workspace().join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.filter(|name| name.starts_with(beginning)).collect();
    names.sort();
    names
}

/// The only original of a workspace.
fn original(desk: &Desk) -> PathBuf {
    desk.workspace().join("files").join(names(desk, "files", "").remove(0))
}

#[test]
fn caches_of_another_store_never_pass_for_fresh() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").ok(["backup", "two.jsonl"]);
    desk.with("more.csv", MORE).import("more.csv").ok(["backup", "four.jsonl"]);
    desk.ok(["restore", "two.jsonl"]);
    desk.analyse();
    let caches = ["cache", "index"].map(|name| (name, folders::read(&desk.workspace().join(name))));
    desk.ok(["restore", "four.jsonl"]);
    // Both stores have been restored, so their revisions are equal.
    for (name, files) in &caches {
        folders::write(files, &desk.workspace().join(name));
    }
    let fresh = Desk::new();
    fresh.with("two.csv", TWO).import("two.csv").with("more.csv", MORE).import("more.csv").analyse();
    let rows = |desk: &Desk| desk.export(["plan", "--format", "csv"]).len();
    let found = |desk: &Desk| desk.json(["search", "mangroves"])["total"].as_u64();
    assert!(found(&fresh) >= Some(1) && rows(&fresh) >= 2);
    assert_eq!((found(&desk), rows(&desk)), (found(&fresh), rows(&fresh)));
}

#[test]
fn an_analysis_with_a_part_gone_gives_no_table() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").analyse();
    for broken in [None, Some(&b""[..]), Some(&b"much too short"[..])] {
        let relations = desk.workspace().join("cache/relations/PER.bin");
        fs::remove_file(&relations).unwrap();
        if let Some(bytes) = broken {
            fs::write(&relations, bytes).unwrap();
        }
        let workspace = Workspace::open(&desk.workspace()).unwrap();
        let refused = workspace.view().err().unwrap();
        assert_eq!(refused.code(), "refusal-not-analysed");
        assert!(matches!(workspace.bring_up(&Silent).unwrap(), AnalysisStatus::Made(_)));
        assert!(workspace.view().is_ok());
        drop(workspace);
        desk.wait_for_the_engine();
    }
}

#[test]
fn what_is_written_takes_the_place_of_no_file_of_the_workspace_and_of_no_input() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").analyse();
    fs::write(desk.workspace().join("learnt.json"), "[]").unwrap();
    desk.ok(["backup"]);
    let backup = format!("desk/backups/{}", names(&desk, "backups", "weft-").remove(0));
    let original = format!("desk/files/{}", names(&desk, "files", "").remove(0));
    desk.with("odd.csv", "state,text\nPeru,\n");
    let before = folders::read(&desk.workspace());
    let own = ["desk/store/db", "desk/weft.toml", "desk/learnt.json", "desk/entities.csv"];
    let own = own.into_iter().chain([original.as_str(), backup.as_str()]);
    for file in own.clone() {
        for command in [
            &["backup", file][..],
            &["import", "odd.csv", "--rejections", file],
            &["export", "recommendations", "--out", file],
        ] {
            let done = desk.run(command);
            assert_eq!(done.code, 2, "{command:?}: {}", done.stdout);
            let is_told = ["belongs to the workspace", "cannot hold"].iter().any(|told| done.stderr.contains(told));
            assert!(is_told, "{command:?}: {}", done.stderr);
        }
    }
    let done = desk.run(["import", "odd.csv", "--rejections", "odd.csv"]);
    assert!(done.code == 2 && done.stderr.contains("is read by this command"), "{}", done.stderr);
    let done = desk.run(["backup", "desk/files"]);
    assert!(done.code == 2 && done.stderr.contains("a folder, a device or a pipe"), "{}", done.stderr);
    let after = folders::read(&desk.workspace());
    // The engine writes to its own file whenever it is opened.
    for file in own.filter(|file| *file != "desk/store/db") {
        let name = Path::new(file.strip_prefix("desk/").unwrap());
        assert_eq!(before[name], after[name], "{file}");
    }
    assert_eq!(fs::read_to_string(desk.folder().join("odd.csv")).unwrap(), "state,text\nPeru,\n");
    fs::remove_file(desk.workspace().join("learnt.json")).unwrap();
    assert_eq!(desk.json(["verify"])["sound"], true);
}

#[cfg(unix)]
#[test]
fn devices_are_refused_and_hold_nothing_up() {
    let desk = Desk::new();
    for command in [["import", "/dev/zero"], ["restore", "/dev/zero"], ["backup", "/dev/null"]] {
        let done = desk.run(command);
        assert_eq!(done.code, 2, "{command:?}");
        assert!(done.stderr.contains("a folder, a device or a pipe"), "{command:?}: {}", done.stderr);
        assert!(done.stderr.contains("hint:"), "{command:?}: {}", done.stderr);
    }
}

#[test]
fn restores_in_one_second_set_aside_side_by_side_and_leave_five_backups() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").ok(["backup", "two.jsonl"]);
    for _ in 0..7 {
        desk.ok(["restore", "two.jsonl"]);
    }
    assert_eq!(names(&desk, "", "before-restore-").len(), 7);
    let kept = names(&desk, "backups", "auto-");
    assert_eq!(kept.len(), 5, "{kept:?}");
    // Each restore makes one more, and the oldest goes: they are put aside first.
    for backup in &kept {
        fs::copy(desk.workspace().join("backups").join(backup), desk.folder().join(backup)).unwrap();
    }
    for backup in &kept {
        desk.ok(["restore", backup]);
        assert_eq!(desk.json(["verify"])["records"], 2, "{backup}");
    }
    assert!(names(&desk, "", "restoring").is_empty());
}

#[test]
fn a_backup_is_made_before_clusters_are_made_anew_and_before_a_store_is_upgraded() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").analyse();
    desk.ok(["clusters", "renew", "--themes", "2"]);
    assert_eq!(names(&desk, "backups", "auto-").len(), 1);
    let frozen = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/workspace-1");
    let desk = Desk::holding(&folders::read(&frozen));
    let held = desk.json(["verify"]);
    let made = names(&desk, "backups", "auto-");
    assert_eq!(made.len(), 1, "one for the upgrade, none for a store that is of this format");
    desk.ok(["restore", &format!("desk/backups/{}", made[0])]);
    let restored = desk.json(["verify"]);
    assert_eq!((&restored["records"], &restored["decisions"]), (&held["records"], &held["decisions"]));
}

#[test]
fn originals_go_along_with_a_backup_and_a_changed_one_is_found() {
    let (desk, other) = (Desk::new(), Desk::new());
    desk.with("two.csv", TWO).import("two.csv");
    assert_eq!(fs::read_to_string(original(&desk)).unwrap(), TWO);
    desk.ok(["backup", "dump.jsonl", "--originals"]);
    for name in ["dump.jsonl", "dump.jsonl-files"] {
        fs::rename(desk.folder().join(name), other.folder().join(name)).unwrap();
    }
    other.ok(["restore", "dump.jsonl"]);
    assert_eq!(fs::read_to_string(original(&other)).unwrap(), TWO);
    fs::write(original(&other), "other bytes").unwrap();
    let report = other.json(["verify"]);
    assert_eq!(report["sound"], false);
    assert_eq!(report["faults"][0]["code"], "workspace-fault-changed-original");
    other.with("two.csv", TWO).import("two.csv");
    assert_eq!(other.json(["verify"])["sound"], true, "importing it again mends it");
}

#[test]
fn damage_is_told_with_the_backup_that_mends_it() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").ok(["backup"]);
    let sound = names(&desk, "backups", "weft-").remove(0);
    desk.with("desk/backups/weft-00000000-000000.jsonl", "half a backup");
    fs::write(desk.workspace().join("learnt.json"), "{ not json").unwrap();
    let done = desk.run(["verify"]);
    assert_eq!(done.code, 2);
    for told in ["weft-00000000-000000.jsonl cannot be put back", "weft models learn", "would mend it", sound.as_str()]
    {
        assert!(done.stdout.contains(told), "{told}: {}", done.stdout);
    }
}

#[test]
fn what_was_learnt_and_is_damaged_holds_nothing_up_and_is_told_once() {
    let desk = Desk::demo();
    desk.ok(["links", "accept", "SAR-0001", "lead", "justice"]);
    desk.ok(["models", "learn"]);
    fs::write(desk.workspace().join("learnt.json"), [0xff, 0x00, b'{']).unwrap();
    for command in [&["overview"][..], &["clusters"], &["export", "plan", "--out", "plan.csv"], &["analyse"]] {
        let done = desk.run(command);
        assert_eq!(done.code, 0, "{command:?}: {}", done.stderr);
        assert_eq!(done.stderr.matches("weft models learn --undo").count(), 1, "{command:?}: {}", done.stderr);
    }
    desk.ok(["models", "learn", "--undo"]);
    assert!(!desk.run(["overview"]).stderr.contains("models learn"));
}

#[test]
fn lessons_that_are_gone_are_told_with_the_backup_that_holds_them() {
    let desk = Desk::demo();
    desk.ok(["links", "accept", "SAR-0001", "lead", "justice"]);
    desk.ok(["models", "learn"]);
    desk.ok(["backup"]);
    let backup = names(&desk, "backups", "weft-").remove(0);
    let learnt = desk.workspace().join("learnt.json");
    fs::remove_file(&learnt).unwrap();
    let said = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for command in [&["overview"][..], &["clusters"], &["gender"], &["history"]] {
        let told = said(&desk.run(command).stderr);
        assert_eq!(told.matches("learnt from decisions").count(), 1, "{command:?}: {told}");
    }
    let verified = desk.run(["verify"]);
    assert!(verified.code == 2 && verified.stdout.replace('\n', "").contains(&backup), "{}", verified.stdout);
    desk.ok(["models", "learn"]);
    assert!(learnt.exists() && !desk.run(["overview"]).stderr.contains("lesson"));
    fs::remove_file(&learnt).unwrap();
    desk.ok(["models", "learn", "--undo"]);
    assert!(!desk.run(["overview"]).stderr.contains("lesson"), "somebody said that they may go");
    assert_eq!(desk.run(["models", "learn", "--undo"]).code, 2, "nothing is left to take back");
}

#[test]
fn lessons_of_an_earlier_version_are_missed_too() {
    let desk = Desk::demo();
    desk.ok(["links", "accept", "SAR-0001", "lead", "justice"]);
    desk.ok(["models", "learn"]);
    let learnt = fs::read(desk.workspace().join("learnt.json")).unwrap();
    desk.ok(["models", "learn", "--undo"]);
    // As a version leaves it that notes nothing in the store.
    fs::write(desk.workspace().join("learnt.json"), learnt).unwrap();
    desk.ok(["overview"]);
    fs::remove_file(desk.workspace().join("learnt.json")).unwrap();
    assert!(desk.run(["overview"]).stderr.contains("lesson"));
}

#[test]
fn a_register_that_is_gone_is_told_in_every_view() {
    let desk = Desk::demo();
    assert!(!desk.run(["overview"]).stderr.contains("register"));
    fs::remove_file(desk.workspace().join("entities.csv")).unwrap();
    for command in [&["overview"][..], &["clusters"], &["history"]] {
        let told = desk.run(command).stderr;
        assert_eq!(told.matches("entities.csv").count(), 1, "{command:?}: {told}");
    }
}

#[test]
fn folders_of_the_names_that_a_restore_uses_are_left_alone() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").ok(["backup", "two.jsonl"]);
    let own = ["restoring", "restoring.part", "store.restoring"].map(|name| desk.workspace().join(name));
    for folder in &own {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("mine.txt"), "mine").unwrap();
    }
    desk.ok(["overview"]);
    let done = desk.run(["restore", "two.jsonl"]);
    assert!(done.code == 2 && done.stderr.contains("is in the way"), "{}", done.stderr);
    assert!(own.iter().all(|folder| folder.join("mine.txt").exists()));
    assert_eq!(desk.json(["verify"])["records"], 2);
    for (at, folder) in own.iter().enumerate() {
        fs::rename(folder, desk.workspace().join(format!("mine-{at}"))).unwrap();
    }
    desk.ok(["restore", "two.jsonl"]);
    assert!(names(&desk, "", "restoring").is_empty());
}

#[cfg(unix)]
#[test]
fn a_pipe_in_place_of_a_file_of_the_workspace_holds_nothing_up() {
    let whole = Desk::demo();
    whole.ok(["search", "schools"]);
    whole.wait_for_the_engine();
    let files = folders::read(&whole.workspace());
    let mut own = vec!["weft.toml", "learnt.json", "entities.csv", ".weft.lock", "cache/analysis.bin"];
    own.extend(["cache/tags.bin", "cache/names.bin", "index/meta.json", "store/db", "store/conf", "store/revision"]);
    for name in own {
        let desk = Desk::holding(&files);
        let place = desk.workspace().join(name);
        let _ = fs::remove_file(&place);
        assert!(std::process::Command::new("mkfifo").arg(&place).status().unwrap().success());
        for command in [&["overview"][..], &["search", "schools"], &["show", "121.1"], &["verify"], &["backup"]] {
            let done = desk.run(command);
            let is_told = done.code != 2 || done.stderr.contains("pipe") || done.stdout.contains("fault:");
            assert!(is_told, "{name}, {command:?}: {}{}", done.stdout, done.stderr);
        }
    }
}

#[test]
fn a_crafted_backup_changes_nothing() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").ok(["backup", "dump.jsonl"]);
    let dump = fs::read_to_string(desk.folder().join("dump.jsonl")).unwrap();
    let settings = fs::read_to_string(desk.workspace().join("weft.toml")).unwrap();
    let record = dump.lines().find(|line| line.contains("\"line\":\"record\"")).unwrap().to_owned();
    let document = dump.lines().find(|line| line.contains("weft.toml")).unwrap().to_owned();
    let empty = record.replacen("\"sources\":[", "\"sources\":[],\"passed\":[", 1);
    for (name, crafted) in [
        ("twice", resealed(&dump, &format!("{document}\n{document}"), &document)),
        ("own", resealed(&dump, &document.replace("entities.csv", "store"), &document)),
        ("learnt", resealed(&dump, &document.replace("entities.csv", "learnt.json"), &document)),
        ("double", resealed(&dump, &format!("{record}\n{record}"), &record)),
        ("empty", resealed(&dump, &empty, &record)),
        ("longer", format!("{dump}more\n")),
    ] {
        desk.file(&format!("{name}.jsonl"), crafted);
        let done = desk.run(["restore", &format!("{name}.jsonl")]);
        assert_eq!(done.code, 2, "{name}: {}", done.stdout);
        assert_eq!(desk.json(["verify"])["sound"], true, "{name}");
        assert_eq!(fs::read_to_string(desk.workspace().join("weft.toml")).unwrap(), settings, "{name}");
    }
    assert!(names(&desk, "", "before-restore-").is_empty(), "nothing was swapped");
}

/// A dump with a line put in the place of another, whose counts and hash fit again.
fn resealed(dump: &str, line: &str, instead_of: &str) -> String {
    let (body, end) = dump.trim_end().rsplit_once('\n').unwrap();
    let body = format!("{}\n", body.replacen(instead_of, line, 1));
    let mut end: serde_json::Value = serde_json::from_str(end).unwrap();
    end["records"] = body.lines().filter(|line| line.contains("\"line\":\"record\"")).count().into();
    end["blake3"] = blake3::hash(body.as_bytes()).to_hex().as_str().into();
    format!("{body}{end}\n")
}

#[test]
fn searches_that_are_saved_at_once_are_all_kept() {
    let desk = Desk::new();
    let wanted: BTreeSet<String> = (0..16).map(|number| format!("search {number}")).collect();
    std::thread::scope(|scope| {
        for name in &wanted {
            let folder = desk.workspace();
            scope.spawn(move || {
                let search = SavedSearch { name: name.clone(), query: "schools".to_owned(), ..SavedSearch::default() };
                Workspace::save_search(&folder, &search).unwrap();
            });
        }
    });
    let saved = Workspace::saved_searches(&desk.workspace()).unwrap().into_iter().map(|search| search.name);
    assert_eq!(saved.collect::<BTreeSet<_>>(), wanted);
}

#[test]
fn a_store_that_takes_no_mark_is_read() {
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv");
    // As on a full disk: the file that tells who holds the store cannot be written.
    fs::create_dir(desk.workspace().join("store").join("holder.pid")).unwrap();
    assert_eq!(desk.json(["verify"])["sound"], true);
    assert!(desk.json(["search", "schools"])["total"].as_u64() >= Some(1));
}

#[cfg(unix)]
#[test]
fn a_workspace_is_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    desk.with("two.csv", TWO).import("two.csv").analyse();
    desk.ok(["backup"]);
    let mode = |name: &str| desk.workspace().join(name).metadata().unwrap().permissions().mode() & 0o777;
    for folder in ["", "store", "files", "backups", "cache", "index"] {
        assert_eq!(mode(folder), 0o700, "{folder}");
    }
    let backup = format!("backups/{}", names(&desk, "backups", "weft-").remove(0));
    for file in ["weft.toml", "entities.csv", backup.as_str()] {
        assert_eq!(mode(file), 0o600, "{file}");
    }
    fs::set_permissions(desk.workspace().join("files"), fs::Permissions::from_mode(0o755)).unwrap();
    desk.ok(["verify"]);
    assert_eq!(mode("files"), 0o750, "others are kept out of what an earlier version made");
}

#[test]
fn every_fault_has_a_sentence() {
    use strum::VariantNames;
    let all = [WorkspaceFault::VARIANTS, VerifyFault::VARIANTS, BackupFault::VARIANTS].concat();
    let missing: Vec<_> = all.into_iter().filter(|code| !Words::english().knows(code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
