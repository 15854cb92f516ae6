//! A file that an address gives, and what a browser does with it.

/// A file that an address gives.
pub(super) struct Download {
    /// Its name.
    pub(super) name: String,
    /// What it is, of a fixed list.
    pub(super) kind: &'static str,
    /// What it holds.
    pub(super) bytes: Vec<u8>,
    /// What a browser does with it.
    pub(super) disposition: &'static str,
}

impl Download {
    /// A file that a browser saves and never shows.
    pub(super) const fn to_save(name: String, kind: &'static str, bytes: Vec<u8>) -> Self {
        Self { name, kind, bytes, disposition: "attachment" }
    }

    /// A picture of our own making, which stands in a page.
    pub(super) const fn to_look_at(name: String, kind: &'static str, bytes: Vec<u8>) -> Self {
        Self { name, kind, bytes, disposition: "inline" }
    }
}
