//! Raised digits behind a word are marks of footnotes, and no part of it.

/// Units whose raised digit is a power.
const UNITS: [&str; 6] = ["m", "km", "cm", "mm", "dm", "hm"];
/// Most digits of a mark; several marks may stand in a row.
const LONGEST: usize = 8;

/// Whether raised text is the mark of a footnote, after the text that stands `before` it in its paragraph.
pub(super) fn is_mark(before: &str, raised: &str) -> bool {
    let raised = raised.trim();
    let is_of_signs = raised.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '*' | '†'));
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !raised.is_empty()
        && raised.len() <= LONGEST
        && is_of_signs
        && before.ends_with(|c: char| !c.is_whitespace())
        && !UNITS.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::is_mark;

    #[test]
    fn marks_of_footnotes_are_told_from_powers_and_ordinals() {
        assert!(is_mark("Law No. 189", "3") && is_mark("2030", "10") && is_mark("(Fiji, Ghana", "16"));
        assert!(!is_mark("40 m", "2") && !is_mark("the 2", "nd") && !is_mark("Build ", "3") && !is_mark("", "1"));
    }
}
