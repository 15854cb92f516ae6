//! Thematic lists and matrices of the layouts that are met.

use super::review::{by, exported, list};
use crate::desk::Desk;
use crate::paper::Word;

#[test]
fn a_thematic_list_gives_numbers_states_positions_and_themes() {
    let desk = Desk::new();
    let report = desk.imported(&desk.file("list.docx", list().bytes()));
    assert_eq!((report["new"].as_u64(), report["kind"].as_str()), (Some(2), Some("thematic-list")));
    assert_eq!(report["about"], "Peru, cycle 3, session 28, A/HRC/37/8");
    let rejected = report["rejected"].as_array().unwrap();
    assert!(rejected.len() == 1 && rejected[0]["place"] == "table 1, row 7", "{rejected:?}");
    let rows = exported(&desk);
    let first = by(&rows, "111.1");
    assert_eq!(first["reference"], "UPR A/HRC/37/8 ¶111.1");
    assert_eq!((first["text"].as_str(), first["position"].as_str()), ("Ratify the treaty on mines", "supported"));
    assert_eq!((first["recommending_states"].as_str(), first["groups"].as_str()), ("CHL|NLD", "children"));
    assert_eq!((first["sdg_targets"].as_str(), first["state"].as_str()), ("16", "PER"));
    let second = by(&rows, "111.2");
    assert_eq!((second["position"].as_str(), second["recommending_states"].as_str()), ("partly_supported", "GHA|EGY"));
    assert_eq!(second["themes"], "Right to education|Right to development", "both rows of it count");
}

#[test]
fn the_older_layout_has_the_states_in_a_column() {
    let desk = Desk::new();
    let word = Word::new().head("UPR of Peru - Second Cycle\nThematic list of recommendations").table(&[
        &["Recommendation", "Recommending state/s", "Position", "Full list of rights/affected persons"],
        &["Right or area: 2.1. Acceptance of international norms"],
        &[
            "166.1. Sign the treaty on water (Turkey);\nSource of position: A/HRC/22/15/Add.1",
            "Turkey",
            "Noted",
            "2.1. Acceptance of international norms\nAffected persons:\n- general",
        ],
    ]);
    desk.import(&desk.file("matrix.docx", word.bytes()));
    let rows = exported(&desk);
    let row = by(&rows, "166.1");
    assert_eq!(
        (row["recommending_states"].as_str(), row["position"].as_str(), row["session"].as_str()),
        ("TUR", "noted", "14")
    );
    assert_eq!(row["themes"], "Ratification of & accession to international instruments");
}
