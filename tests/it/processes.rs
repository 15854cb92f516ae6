//! What only processes show: who holds a workspace, a reader that has gone, and that a command prints the
//! same inside a test.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use crate::desk::{Desk, Done};
use crate::killing::table;

/// Rows of the file; several batches.
const ROWS: usize = 6_000;

#[test]
fn a_command_prints_the_same_in_a_process_of_its_own_and_inside_a_test() {
    let desk = Desk::demo();
    for arguments in [
        &["--workspace", "desk", "overview"][..],
        &["--workspace", "desk", "search", "torture", "--explain"],
        &["--workspace", "desk", "search", "torture", "--json"],
        &["--workspace", "desk", "show", "no such record"],
        &["--workspace", "nowhere", "verify"],
        &["search", "--help"],
        &["clusters", "--size", "many"],
        &["nonsense"],
    ] {
        let inside = desk.weft(arguments);
        let outside: Done = desk.process().args(&desk.line(arguments)[1..]).output().unwrap().into();
        assert_eq!(inside.stdout, outside.stdout, "{arguments:?}");
        assert_eq!(inside.stderr, outside.stderr, "{arguments:?}");
        assert_eq!(inside.code, outside.code, "{arguments:?}");
    }
}

#[test]
fn processes_that_only_read_leave_the_store_as_it_was() {
    let desk = Desk::demo();
    let run = |arguments: &[&str]| {
        let done = Done::from(desk.process().args(&desk.line(arguments)[1..]).output().unwrap());
        assert_eq!(done.code, 0, "{}", done.stderr);
        done.stdout
    };
    let store = desk.workspace().join("store");
    let (history, size) = (["--workspace", "desk", "history"], || std::fs::metadata(store.join("db")).unwrap().len());
    let (told, before) = (run(&history), size());
    for _ in 0..20 {
        run(&["--workspace", "desk", "plan", "check"]);
        assert!(!store.join("holder.pid").exists(), "nobody holds it");
    }
    assert_eq!((size(), run(&history)), (before, told));
    // What is decided after that stands on the same ground.
    run(&["--workspace", "desk", "clusters", "rename", "6.2", "Violence at home"]);
    assert!(run(&history).contains("Violence at home"));
    run(&["--workspace", "desk", "undo"]);
    run(&["--workspace", "desk", "verify"]);
}

#[test]
fn a_reader_that_has_gone_is_no_error() {
    let desk = Desk::demo();
    let mut command = desk.process();
    command.args(["--workspace", "desk", "search", "-n", "100", "--all"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let done = Done::from(child.wait_with_output().unwrap());
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
}

#[test]
fn a_second_process_is_told_who_holds_the_workspace() {
    let desk = Desk::new();
    let file = desk.file("large.csv", table(ROWS));
    let mut import = desk.process();
    import.args(["--workspace", "desk", "import", &file, "--json"]);
    let mut holder = import.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    // Stopped in the middle of its work, the first process keeps the lock.
    let mut lines = BufReader::new(holder.stderr.take().unwrap()).lines();
    lines.next().unwrap().unwrap();
    if !pause(holder.id()) {
        eprintln!("skipped: processes cannot be paused on this system");
        holder.kill().unwrap();
        holder.wait().unwrap();
        return;
    }
    let second = desk.child(["verify"]);
    assert_eq!(second.code, 3, "{}", second.stderr);
    assert!(second.stderr.contains(&format!("pid {}", holder.id())), "{}", second.stderr);
    assert!(second.stderr.contains("hint: wait until the other command is done"), "{}", second.stderr);
    holder.kill().unwrap();
    holder.wait().unwrap();
}

/// Stops a process without ending it; only Unix can.
fn pause(pid: u32) -> bool {
    cfg!(unix)
        && std::process::Command::new("kill").args(["-STOP", &pid.to_string()]).status().is_ok_and(|s| s.success())
}
