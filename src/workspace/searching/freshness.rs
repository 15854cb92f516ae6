//! How far what is searched is that of the records.

use crate::domain::{Coded, Message, Values};
use crate::search::SearchIndex;

/// How far the index is that of the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Freshness {
    /// It is.
    Current,
    /// There are no records yet.
    Empty,
    /// Another process is at work; what was last indexed is searched.
    Busy,
    /// It is, but this many records have not been analysed: they have the tags of their files only.
    Unanalysed(u64),
}

impl Freshness {
    /// How far an index is that of the records, where no other process is at work on them.
    pub(in crate::workspace) const fn of(index: &SearchIndex) -> Self {
        match index.stamp().origin.unanalysed {
            _ if index.is_empty() => Self::Empty,
            0 => Self::Current,
            many => Self::Unanalysed(many),
        }
    }

    /// What people should know of it; nothing where the index is that of the records.
    #[must_use]
    pub fn note(self) -> Option<Coded> {
        (self != Self::Current).then(|| Coded::from(&self))
    }
}

impl Message for Freshness {
    fn code(&self) -> &'static str {
        match self {
            Self::Current => "workspace-index-current",
            Self::Empty => "workspace-index-empty",
            Self::Busy => "workspace-index-busy",
            Self::Unanalysed(_) => "workspace-index-unanalysed",
        }
    }

    fn values(&self) -> Values {
        match self {
            Self::Unanalysed(records) => Values::from_iter([("records".to_owned(), (*records).into())]),
            Self::Current | Self::Empty | Self::Busy => Values::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Freshness;
    use crate::i18n::Words;

    #[test]
    fn people_are_told_of_every_index_that_is_not_that_of_the_records() {
        assert_eq!(Freshness::Current.note(), None);
        let said = |freshness: Freshness| freshness.note().map(|note| Words::english().coded(&note));
        let one = "1 record has not been analysed and has no cluster yet; run: weft analyse";
        assert_eq!(said(Freshness::Unanalysed(1)).as_deref(), Some(one));
        let many = "3 records have not been analysed and have no cluster yet; run: weft analyse";
        assert_eq!(said(Freshness::Unanalysed(3)).as_deref(), Some(many));
        for freshness in [Freshness::Empty, Freshness::Busy, Freshness::Current] {
            assert!(!Words::english().say(&freshness).starts_with("workspace-"), "{freshness:?}");
        }
    }
}
