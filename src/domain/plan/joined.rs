//! Texts of several parts, of which some may be blank.

/// The parts that say something, with semicolons between.
#[must_use]
pub fn joined(parts: &[&str]) -> String {
    parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}
