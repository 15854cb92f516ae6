//! After a decision the records that it does not touch are taken over from before: they are as if all were settled anew.

use weft::domain::Position;
use weft::domain::tag::{TagKind, Verdict};
use weft::view::{Command, TagSource};
use weft::workspace::commands::{
    CorrectRecord, JudgeTag, MoveRecord, RelateRecords, RenameCluster, StateLaterPosition,
};
use weft::workspace::{Consent, UndoRequest, Workspace};

use crate::desk::Desk;

fn agrees(workspace: &Workspace, after: &str) {
    let view = workspace.view().unwrap();
    assert!(view.is_settled(), "nothing is settled anew after {after}");
    let anew = view.settled_by(TagSource::Final).unwrap();
    let carried = view.settled().unwrap();
    assert_eq!(carried.len(), anew.len());
    for (carried, anew) in carried.iter().zip(&anew) {
        assert_eq!(carried, anew, "after {after}");
    }
    // Those of single records are made anew each time.
    for own in carried.iter().step_by(7) {
        let all = view.relations().unwrap().iter().filter(|relation| relation.is_of(own.record.id));
        let mut of_one = view.relations_with(&own.record).unwrap();
        of_one.sort_by_key(|relation| (relation.a, relation.b));
        assert_eq!(all.cloned().collect::<Vec<_>>(), of_one, "after {after}");
    }
}

#[test]
fn what_is_carried_over_is_what_would_be_settled_anew() {
    let desk = Desk::demo();
    let rows = desk.export(["recommendations"]);
    let ids: Vec<String> = rows.iter().map(|row| row["id"].clone()).collect();
    let reviewed = rows.iter().find(|row| row["mechanism"] == "upr").unwrap()["id"].clone();
    let pair = desk.export(["relations", "--format", "csv"]).remove(0);
    let (one, other) = (pair["a_id"].clone(), pair["b_id"].clone());
    let workspace = Workspace::open(&desk.workspace()).unwrap();
    let asker = workspace.owner();
    workspace.view().unwrap().settled().unwrap();
    let decide = |command: &dyn Fn() -> bool, after: &str| {
        assert!(command(), "{after}");
        agrees(&workspace, after);
    };
    fn done<C: Command>(workspace: &Workspace, command: &C) -> bool {
        workspace.decide(command, &workspace.owner()).is_ok()
    }
    let tag = JudgeTag {
        records: vec![ids[3].clone()],
        cluster: None,
        kind: TagKind::SdgTarget,
        value: "16.9".to_owned(),
        verdict: Verdict::Accepted,
    };
    decide(&|| done(&workspace, &tag), "a tag");
    let moved = MoveRecord { records: vec![ids[5].clone()], to: "1.1".parse().unwrap() };
    decide(&|| done(&workspace, &moved), "a move");
    let corrected =
        CorrectRecord { record: one.clone(), position: Some(Position::Noted), text: Some("Do it".to_owned()) };
    decide(&|| done(&workspace, &corrected), "a correction");
    let later = StateLaterPosition {
        records: vec![reviewed],
        position: Position::Supported,
        on: "2027-03-01".to_owned(),
        source: "Report".to_owned(),
    };
    decide(&|| done(&workspace, &later), "a later position");
    let apart = RelateRecords { record: one, others: vec![other], kind: None };
    decide(&|| done(&workspace, &apart), "a pair");
    for _ in 0..5 {
        let (seen, request) = (workspace.seen().unwrap(), UndoRequest { command: None, consent: Consent::WithResting });
        workspace.undo(&asker, seen, &request).unwrap();
        agrees(&workspace, "an undo");
    }
}

#[test]
fn what_one_view_is_making_is_not_made_again_after_a_title() {
    let desk = Desk::demo();
    let workspace = Workspace::open(&desk.workspace()).unwrap();
    let before = workspace.view().unwrap();
    assert!(!before.is_settled());
    let rename = RenameCluster { number: "6.2".parse().unwrap(), title: "Violence at home".to_owned() };
    workspace.decide(&rename, &workspace.owner()).unwrap();
    let after = workspace.view().unwrap();
    before.settled().unwrap();
    assert!(after.is_settled(), "both wait for the same");
    assert!(std::ptr::eq(before.relations().unwrap(), after.relations().unwrap()));
    assert!(std::ptr::eq(before.asks().unwrap(), after.asks().unwrap()));
    agrees(&workspace, "a title");
}
