//! What is printed fits the screen, whatever clusters are called.

use crate::desk::Desk;
use crate::program::COLUMNS;

/// A title that fits no line.
const LONG: &str = "Lighthouses, harbours, piers, canals, locks, weirs, dams, bridges, ferries, towpaths and all that \
                    belongs to them on both banks of the river";

#[test]
fn no_answer_has_a_line_that_is_wider_than_the_screen() {
    let desk = Desk::demo();
    for number in ["1.1", "6.1", "6.2", "7.1"] {
        desk.ok(["clusters", "rename", number, LONG]);
    }
    desk.ok(["clusters", "lock", "6.1"]);
    for line in [
        &["overview"][..],
        &["clusters"],
        &["clusters", "--themes", "5"],
        &["clusters", "--by", "sdg"],
        &["clusters", "--by", "entity"],
        &["clusters", "--by", "issue"],
        &["clusters", "show", "6.1"],
        &["clusters", "tree"],
        &["duplicates"],
        &["gender"],
        &["gender", "--list", "missing"],
        &["history"],
        &["lineage"],
        &["links", "entities"],
        &["links", "sdg"],
        &["show", "121.1"],
        &["show", "121.91"],
        &["show", "--unsure"],
    ] {
        let told = desk.run(line).stdout;
        assert!(!told.is_empty(), "{line:?}");
        let wide: Vec<&str> = told.lines().filter(|said| said.chars().count() > COLUMNS).collect();
        assert!(wide.is_empty(), "{line:?}: {wide:#?}");
    }
}
