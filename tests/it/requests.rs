//! Requests as they go over a wire, and work that is stopped.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};
use weft::domain::{Asker, Language, Role};
use weft::plan::Plan;
use weft::workspace::commands::RenameCluster;
use weft::workspace::jobs::{Analyse, Backup, Export, Import, Job, Learn, SaveSearch, Unlearn};
use weft::workspace::lookups::{History, Search};
use weft::workspace::request::{Ask, Do, Look, Request, Run};
use weft::workspace::{
    ExportRequest, PlanFormat, Progress, SavedSearch, SearchQuery, Silent, Workspace, WorkspaceError,
};

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

/// The answer to a request as it was sent, which reads back as it was written.
fn served(workspace: &mut Workspace, sent: Value) -> Value {
    let request: Request = serde_json::from_value(sent).unwrap();
    let written = serde_json::to_value(&request).unwrap();
    let back: Request = serde_json::from_value(written.clone()).unwrap();
    assert_eq!(serde_json::to_value(back).unwrap(), written);
    let asker = workspace.owner();
    workspace.serve(&request, &asker, &Silent).unwrap()
}

#[test]
fn searches_and_counts_go_over_the_wire() {
    let desk = Desk::demo();
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    let query = json!({"text": "torture", "limit": 2});
    let found = served(&mut workspace, json!({"look": {"search": {"query": query}}}));
    assert_eq!(found["hits"].as_array().map(Vec::len), Some(2));
    let typed = Search { query: SearchQuery { text: "torture".to_owned(), limit: 2, ..SearchQuery::default() } };
    let typed = workspace.look(&typed, &workspace.owner(), &Silent).unwrap();
    assert_eq!(found, serde_json::to_value(typed).unwrap());
    let count = json!({"query": query, "field": "mechanism", "across": "kind"});
    let counted = served(&mut workspace, json!({"look": {"count-by": count}}));
    assert_eq!((&counted["total"], &counted["facets"]), (&found["total"], &json!(["mechanism", "kind"])));
    let (record, reference) = (&found["hits"][0]["id"], &found["hits"][0]["reference"]);
    let like = served(&mut workspace, json!({"look": {"like": {"record": record, "query": {"limit": 1}}}}));
    assert_eq!((&like["reference"], like["hits"].as_array().map(Vec::len)), (reference, Some(1)));
    let misspelt = json!({"look": {"search": {"query": {"txt": "torture"}}}});
    assert!(serde_json::from_value::<Request>(misspelt).is_err());
}

#[test]
fn the_state_of_a_workspace_and_other_clusters_are_looked_up_over_the_wire() {
    let desk = Desk::demo();
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    assert_eq!(served(&mut workspace, json!({"look": {"verify": {}}}))["sound"], true);
    let clusters = served(&mut workspace, json!({"look": {"cluster-preview": {"clusters": {"themes": 5}}}}));
    assert!(clusters.as_array().is_some_and(|clusters| !clusters.is_empty()));
}

#[test]
fn what_was_done_is_looked_up_and_taken_back_over_the_wire() {
    let desk = Desk::demo();
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    let clusters = served(&mut workspace, json!({"ask": {"cluster-list": {}}}));
    let rename = json!({"rename-cluster": {"number": clusters[0]["number"], "title": "Lighthouses"}});
    let done = served(&mut workspace, json!({"do": {"command": rename}}));
    let newest = json!({"look": {"history": {"most": 1}}});
    let line = &served(&mut workspace, newest.clone())["lines"][0];
    assert_eq!((&line["command"], &line["is_taken_back"]), (&done["command"], &json!(false)));
    let preview = served(&mut workspace, json!({"do": {"command": {"undo": {"consent": "preview"}}}}));
    assert_eq!((&preview["command"]["id"], &preview["written"]), (&done["command"], &Value::Null));
    let undone = served(&mut workspace, json!({"do": {"command": {"undo": {"command": done["command"]}}}}));
    let line = &served(&mut workspace, newest)["lines"][0];
    assert_eq!((&line["command"], &line["undoes"]), (&undone["written"], &done["command"]));
}

#[test]
fn an_import_is_compared_made_and_taken_back_over_the_wire() {
    let desk = Desk::new();
    let file = desk.file("rows.csv", "id,state,text\nR-1,Peru,Build a school in the mountains\n");
    let import = json!({"files": [desk.folder().join(file)]});
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    let diffs = served(&mut workspace, json!({"look": {"import-diff": {"import": import}}}));
    assert_eq!(diffs[0]["new"].as_array().map(Vec::len), Some(1));
    assert_eq!(served(&mut workspace, json!({"run": {"import": import}}))[0]["new"], 1);
    let told = served(&mut workspace, json!({"do": {"command": {"remove-import": {"file": "rows.csv"}}}}));
    assert_eq!((&told["gone"], &told["written"]), (&json!(1), &Value::Null));
    let remove = json!({"remove-import": {"file": "rows.csv", "taking_out": "done"}});
    assert!(served(&mut workspace, json!({"do": {"command": remove}}))["written"].is_string());
    assert_eq!(served(&mut workspace, json!({"look": {"verify": {}}}))["records"], 0);
}

#[test]
fn searches_are_kept_written_to_files_and_given_up_over_the_wire() {
    let desk = Desk::demo();
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    let search = json!({"name": "Torture", "query": "torture"});
    let before = served(&mut workspace, json!({"run": {"save-search": {"search": search}}}));
    assert_eq!(before, Value::Null);
    let kept = served(&mut workspace, json!({"look": {"saved-searches": {}}}));
    assert_eq!((&kept[0]["search"], &kept[0]["error"]), (&search, &Value::Null));
    let file = desk.folder().join("torture.json");
    let results = json!({"query": {"within": search}, "file": file});
    let written = served(&mut workspace, json!({"run": {"export-results": results}}));
    assert!(file.exists() && written["rows"] == kept[0]["total"], "{written} {kept}");
    let undated =
        SavedSearch { name: "Undated".to_owned(), from: Some("someday".to_owned()), ..SavedSearch::default() };
    let outcome = workspace.run(&SaveSearch { search: undated }, &workspace.owner(), &Silent);
    assert!(matches!(outcome, Err(WorkspaceError::BadDate(_))));
    assert_eq!(served(&mut workspace, json!({"run": {"remove-search": {"name": "Torture"}}})), search);
    assert_eq!(served(&mut workspace, json!({"look": {"saved-searches": {}}})), json!([]));
}

#[test]
fn every_request_has_a_name_that_stays() {
    let names = [
        ("ask", <Ask as strum::VariantNames>::VARIANTS),
        ("look", <Look as strum::VariantNames>::VARIANTS),
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
    let reader = Asker { who: "vera".to_owned(), role: Role::Reader, language: Language::En, edition: None };
    let export = Export {
        what: ExportRequest::Plan { format: PlanFormat::Csv, plan: Plan::default() },
        file: desk.workspace().join("for-vera.csv"),
    };
    assert!(workspace.run(&export, &reader, &Silent).is_ok());
    assert!(workspace.look(&History { most: 1, ..History::default() }, &reader, &Silent).is_ok());
    for outcome in [
        workspace.run(&Analyse::default(), &reader, &Silent).map(drop),
        workspace.run(&Import::default(), &reader, &Silent).map(drop),
        workspace.run(&Learn {}, &reader, &Silent).map(drop),
        workspace.run(&Unlearn {}, &reader, &Silent),
        workspace.run(&SaveSearch { search: SavedSearch::default() }, &reader, &Silent).map(drop),
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
fn what_was_seen_before_an_import_that_is_stopped_is_not_shown_after_it() {
    let desk = Desk::demo();
    let rows: String = (0..1_500).map(|n| format!("R-{n},Peru,Build school number {n} in the mountains\n")).collect();
    let file = desk.file("rows.csv", format!("id,state,text\n{rows}"));
    let mut workspace = Workspace::open(&desk.workspace()).unwrap();
    let before = workspace.view().unwrap().records().unwrap().len();
    workspace.view().unwrap().settled().unwrap();
    let job = Import { files: vec![desk.folder().join(file)], ..Import::default() };
    assert!(stopped(&mut workspace, &job, 2));
    let asker = workspace.owner();
    let command = RenameCluster { number: "6.2".parse().unwrap(), title: "Homes".to_owned() };
    let shown = |workspace: &Workspace| workspace.view().unwrap().settled().unwrap().len();
    assert_eq!(shown(&workspace), before + 1_000, "the batch that was written is there");
    workspace.decide(&command, &asker).unwrap();
    assert_eq!(shown(&workspace), before + 1_000, "and after a decision that touches no record");
    workspace.run(&Analyse::default(), &asker, &Silent).unwrap();
    assert_eq!(shown(&workspace), before + 1_000, "and after the analysis");
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
    let what = ExportRequest::Plan { format: PlanFormat::Csv, plan: Plan::default() };
    assert!(stopped(&mut workspace, &Export { what, file: file.clone() }, 0));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "measures of people");
    let file = folder.join("half.jsonl");
    assert!(stopped(&mut workspace, &Backup { file: Some(file.clone()), ..Backup::default() }, 7));
    assert!(!file.exists());
}
