//! Real exports, when they lie beside the checkout.

use crate::desk::{Desk, shared};

#[test]
fn the_real_exports_are_read_without_loss_or_doubling() {
    let Some(data) = shared() else {
        eprintln!("skipped: no real data beside the checkout");
        return;
    };
    let desk = Desk::new();
    let files = [
        "uhri/export-full-en.json",
        "uhri/export_en.xlsx",
        "uhri/export-full-es.json",
        "upr_info/original/voluntary.xls",
        "upr_info/original/voluntary_macroman_cr.csv",
    ];
    let reports: Vec<_> = files.iter().map(|file| desk.imported(&data.join(file).to_string_lossy())).collect();
    let count = |at: usize, key: &str| reports[at][key].as_u64().unwrap();
    assert_eq!((count(0, "rows"), count(0, "new")), (441, 441));
    assert_eq!((count(1, "rows"), count(1, "new")), (441, 0), "the workbook holds the records of the JSON");
    assert_eq!(count(2, "new"), 0, "the Spanish edition adds texts, not records");
    assert_eq!((count(3, "rows"), count(4, "rows")), (947, 947));
    assert_eq!(count(4, "new"), 0, "the two pledge files hold the same pledges");
    assert!(reports.iter().all(|r| r["rejected"].as_array().unwrap().is_empty()));
    desk.ok(["analyse"]);
    assert!(desk.json(["search", "educación", "--state", "Honduras"])["searched"].as_u64().unwrap() > 1000);
}
