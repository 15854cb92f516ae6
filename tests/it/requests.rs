//! Requests as they go over a wire, and work that is stopped.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::json;
use weft::domain::{Asker, Language, Role};
use weft::workspace::jobs::{Analyse, Backup, Export, Import, Job};
use weft::workspace::request::{Ask, Do, Request, Run};
use weft::workspace::{ExportRequest, PlanFormat, Progress, Silent, Workspace, WorkspaceError};

use crate::desk::Desk;

/// Stops the work when it has been asked so many times whether to go on.
struct StopAfter(AtomicU64);

impl StopAfter {
    fn looks(count: u64) -> Self {
        Self(AtomicU64::new(count))
    }
}

impl Progress for StopAfter {
    fn step(&self, _step: weft::domain::Step, _done: u64, _total: u64) {}

    fn is_stopped(&self) -> bool {
        self.0.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1)).is_err()
    }
}

fn stopped<J: Job>(workspace: &mut Workspace, job: &J, looks: u64) -> bool {
    let asker = workspace.owner();
    matches!(workspace.run(job, &asker, &StopAfter::looks(looks)), Err(WorkspaceError::Stopped))
}

#[test]
fn a_request_goes_over_the_wire_and_is_answered_as_the_typed_one() {
    let desk = Desk::demo();
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    let asker = workspace.owner();
    let sent = r#"{"ask": {"cluster-list": {}}}"#;
    let request: Request = serde_json::from_str(sent).unwrap();
    let answer = workspace.serve(&request, &asker, &Silent).unwrap();
    let typed = workspace.ask(&weft::reports::ClusterList::default(), &asker).unwrap();
    assert_eq!(answer, serde_json::to_value(typed).unwrap());
    let number = answer[0]["number"].clone();
    let seen = workspace.seen().unwrap();
    let rename =
        json!({"do": {"command": {"rename-cluster": {"number": number, "title": "Lighthouses"}}, "seen": seen}});
    let done = workspace.serve(&serde_json::from_value(rename.clone()).unwrap(), &asker, &Silent).unwrap();
    assert_eq!(done["changes"].as_array().map(Vec::len), Some(1));
    let back: Request = serde_json::from_value(rename.clone()).unwrap();
    assert_eq!(serde_json::to_value(back).unwrap(), rename, "what was sent reads back as it was");
}

#[test]
fn every_request_has_a_name_that_stays() {
    let names = [
        ("ask", <Ask as strum::VariantNames>::VARIANTS),
        ("do", <Do as strum::VariantNames>::VARIANTS),
        ("run", <Run as strum::VariantNames>::VARIANTS),
    ];
    let listed: Vec<String> =
        names.iter().flat_map(|(kind, all)| all.iter().map(move |name| format!("{kind} {name}"))).collect();
    insta::assert_snapshot!(listed.join("\n"));
}

#[test]
fn who_may_only_look_asks_and_exports_and_starts_no_work_that_changes_anything() {
    let desk = Desk::demo();
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    let reader = Asker { who: "vera".to_owned(), role: Role::Reader, language: Language::En };
    let export = Export {
        what: ExportRequest::Plan { format: PlanFormat::Csv, state: None },
        file: desk.workspace().join("for-vera.csv"),
    };
    assert!(workspace.run(&export, &reader, &Silent).is_ok());
    for outcome in [
        workspace.run(&Analyse::default(), &reader, &Silent).map(drop),
        workspace.run(&Import::default(), &reader, &Silent).map(drop),
    ] {
        assert!(matches!(outcome, Err(WorkspaceError::MayOnlyRead(who)) if who == "vera"));
    }
}

#[test]
fn an_import_that_is_stopped_keeps_whole_batches_and_goes_on_from_there() {
    let desk = Desk::new();
    let rows: String = (0..2_500).map(|n| format!("R-{n},Peru,Build school number {n} in the mountains\n")).collect();
    let file = desk.file("rows.csv", format!("id,state,text\n{rows}"));
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    let job = Import { files: vec![desk.folder().join(file)], ..Import::default() };
    // It looks once before the file is read, then before each batch of a thousand.
    assert!(stopped(&mut workspace, &job, 2));
    let asker = workspace.owner();
    let reports = workspace.run(&job, &asker, &Silent).unwrap();
    assert_eq!((reports[0].resumed_at, reports[0].new), (Some(1_000), 1_500));
}

#[test]
fn an_analysis_an_export_and_a_backup_that_are_stopped_leave_what_was_there() {
    let desk = Desk::demo();
    desk.import(&desk.file("late.csv", "id,state,text,session\nL-1,Saravia,Mend the lighthouse of the harbour,41\n"));
    let folder = desk.workspace();
    let mut workspace = Workspace::open(&folder).unwrap();
    assert!(stopped(&mut workspace, &Analyse::default(), 0));
    let asker = workspace.owner();
    let report = workspace.run(&Analyse::default(), &asker, &Silent).unwrap();
    assert_eq!(report.work.computed, 1);
    let file = folder.join("plan.csv");
    std::fs::write(&file, "measures of people").unwrap();
    let what = ExportRequest::Plan { format: PlanFormat::Csv, state: None };
    assert!(stopped(&mut workspace, &Export { what, file: file.clone() }, 0));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "measures of people");
    let file = folder.join("half.jsonl");
    assert!(stopped(&mut workspace, &Backup { file: Some(file.clone()), ..Backup::default() }, 7));
    assert!(!file.exists());
}
