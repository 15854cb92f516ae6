//! A card as a sheet places it, before anything is checked.

/// A card in a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Placed {
    /// Who placed it, where the sheet says so.
    pub(super) sorter: Option<String>,
    /// The card as it is written.
    pub(super) card: String,
    /// The group as it is written; empty where the card was left out.
    pub(super) group: String,
    /// Where in the file.
    pub(super) place: String,
}
