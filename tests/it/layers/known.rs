//! Tables of what still breaks a rule: they can only shrink.

use std::collections::BTreeSet;
use std::fmt::Debug;

/// Fails where something breaks a rule that is not in the table, and where something is in the table that
/// no longer breaks it.
pub(super) fn assert_known<T: Ord + Debug>(rule: &str, found: &BTreeSet<T>, known: &BTreeSet<T>) {
    let new: Vec<_> = found.difference(known).collect();
    let mended: Vec<_> = known.difference(found).collect();
    assert!(new.is_empty(), "{rule}; these are new: {new:#?}");
    assert!(mended.is_empty(), "{rule}; these are mended, take them out of the table: {mended:#?}");
}

#[test]
fn a_table_may_neither_grow_nor_stay_behind() {
    let set = |names: &[&'static str]| -> BTreeSet<&'static str> { names.iter().copied().collect() };
    let fails = |found: &[&'static str], known: &[&'static str]| {
        std::panic::catch_unwind(|| assert_known("a rule", &set(found), &set(known))).is_err()
    };
    assert!(!fails(&["a"], &["a"]));
    assert!(fails(&["a", "b"], &["a"]) && fails(&["a"], &["a", "b"]));
}
