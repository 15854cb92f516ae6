//! Remarks: what was odd about a row or a file that was taken over all the same, and what of it was not used.

use serde::{Deserialize, Serialize};

use crate::domain::{Doubt, DoubtReason, Message, StateSign, Values, fields};
use crate::text::state_list::says_unknown;

/// Something odd about a row or a file, in the order of reports.
#[derive(
    Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-remark-")]
pub enum Remark {
    /// Rows that say the same as many others of the file, and are left out.
    Repeated {
        /// How many.
        rows: u64,
        /// How many of those that say the same are kept.
        most: u32,
    },
    /// No State is named, so the record is kept without one.
    NoState,
    /// A State that no table knows.
    UnknownState {
        /// As written.
        name: String,
    },
    /// A recommending State that no table knows: the record has none in its place.
    UnknownRecommendingState {
        /// As written.
        name: String,
    },
    /// A record of another State than the one that the workspace is about.
    OtherState {
        /// Name of its State.
        state: String,
        /// Name of the workspace's own.
        own: String,
    },
    /// No row says the State under review, and the rows were taken for those of the State that the workspace is
    /// about. It has one only where people have said so, in making it or in its settings: the rows are used as
    /// people want them, so this is told and makes no import less than whole.
    WorkspaceState {
        /// Name of the State.
        state: String,
        /// Rows taken for its own.
        rows: u64,
    },
    /// An issue that is not one of UPR Info's.
    UnknownIssue {
        /// As written.
        name: String,
    },
    /// An affected group that no table knows.
    UnknownGroup {
        /// As written.
        name: String,
    },
    /// An SDG that no table knows.
    UnknownSdg {
        /// As written.
        name: String,
    },
    /// A responsible entity that neither the register nor the catalogue has; it is kept in the words of the source.
    UnknownEntity {
        /// As written.
        name: String,
    },
    /// The document does not name its State.
    StateGuessed {
        /// What it was taken from.
        from: StateSign,
    },
    /// The session was taken from the name of the file.
    SessionGuessed {
        /// Number of the session.
        session: u16,
    },
    /// The session of the review is not known.
    NoSession,
    /// An addendum without a list of numbers that has a position.
    NoPositionList,
    /// No sentence of a list says which recommendations are supported.
    NoPositions,
    /// No numbered recommendation stands in the conclusions.
    NoItems,
    /// No numbered paragraph was found.
    NoParagraphs,
    /// Rows with an assessment in their last column, which is kept with the source.
    Assessments {
        /// How many.
        count: u64,
    },
    /// Paragraphs passed over, as comments or headings among the recommendations.
    CommentsPassed {
        /// How many.
        count: u64,
    },
    /// Paragraphs passed over, as introduction or before the recommendations.
    IntroductionPassed {
        /// How many.
        count: u64,
    },
    /// Numbers that a list does not have.
    NumbersMissing {
        /// The number that the list goes to.
        last: String,
        /// The first of those that are missing.
        numbers: Vec<String>,
        /// How many are missing beyond those.
        more: u64,
    },
    /// Numbers that stand more than once.
    NumbersRepeated {
        /// The first of them.
        numbers: Vec<String>,
        /// How many there are beyond those.
        more: u64,
    },
    /// A column whose heading says nothing that is known, so that its cells are not kept.
    UnusedColumn {
        /// The heading, as written.
        heading: String,
        /// Cells that hold something.
        cells: u64,
    },
    /// Words of a field that are not understood.
    NotUnderstood {
        /// Name of the field, as of `--map`.
        field: String,
        /// As written.
        words: String,
    },
    /// Rows that the sheet hides, as a filter does that was left on; they were read all the same.
    Hidden {
        /// Name of the sheet.
        sheet: String,
        /// Rows hidden in it.
        rows: u64,
    },
    /// A sheet that is hidden as a whole, which was not read.
    HiddenSheet {
        /// Name of the sheet.
        sheet: String,
        /// Its rows.
        rows: u64,
    },
    /// A sheet without a column of texts, such as a list of words to choose from.
    UnusedSheet {
        /// Name of the sheet.
        sheet: String,
        /// Its rows.
        rows: u64,
    },
    /// A name that no table knows was taken for that of the only State that is spelt nearly so.
    Misspelt {
        /// As written.
        name: String,
        /// The State that it was taken for.
        state: String,
    },
    /// A number that a spreadsheet has spoilt was read as another, as how it is shown or its neighbours tell.
    NumberMended {
        /// As it stands in the cell.
        written: String,
        /// What it was read as.
        number: String,
    },
    /// No field says where the recommendation comes from; its number is one of the review, or its table has a
    /// column of the review, so it was taken for one of it.
    ReviewAssumed,
    /// No field says where the recommendation comes from; a body is named elsewhere.
    MechanismElsewhere {
        /// The body.
        body: String,
        /// Where it is named.
        from: MechanismSign,
    },
    /// Nothing says where the recommendation comes from.
    MechanismUnknown,
    /// A text that is longer than what is read for clusters, duplicates and links; it is kept, shown and searched whole.
    LongText {
        /// Its characters.
        characters: u64,
        /// Characters that are read.
        read: u64,
    },
    /// A quote opens in the row and is never closed; its cells were told all the same.
    StrayQuote,
    /// A list whose lead-in is not understood.
    UnreadList {
        /// The lead-in, as written.
        lead_in: String,
        /// Items that were not taken, as far as they were counted.
        items: u64,
    },
    /// A position that is stated of recommendations which stand elsewhere, by the numbers of their paragraphs.
    PositionByReference {
        /// The sentence, as written.
        words: String,
    },
    /// A paragraph that counts on like a recommendation and was not taken.
    PassedOver {
        /// Its number.
        number: String,
        /// How it begins.
        text: String,
    },
    /// Nothing at all was taken from the file.
    NothingTaken,
    /// A footnote that speaks of a recommendation.
    Footnote {
        /// Where it stands.
        place: String,
        /// What it says.
        text: String,
    },
}

/// What the body of a row was taken from, where no field names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MechanismSign {
    /// Another cell of the row.
    Row,
    /// The name of the sheet.
    Sheet,
    /// The name of the file.
    FileName,
}

impl Remark {
    /// Whether it names something of the file that was not used, so that the import is not whole.
    #[must_use]
    pub fn is_unused(&self) -> bool {
        // Who writes that the State is not known has said all there is.
        if let Self::UnknownRecommendingState { name } = self {
            return !says_unknown(name);
        }
        matches!(
            self,
            Self::UnknownState { .. }
                | Self::Repeated { .. }
                | Self::UnknownIssue { .. }
                | Self::UnknownGroup { .. }
                | Self::UnknownSdg { .. }
                | Self::NoPositionList
                | Self::NoItems
                | Self::NoParagraphs
                | Self::NumbersMissing { .. }
                | Self::UnusedColumn { .. }
                | Self::NotUnderstood { .. }
                | Self::HiddenSheet { .. }
                | Self::UnreadList { .. }
                | Self::PositionByReference { .. }
                | Self::PassedOver { .. }
                | Self::NothingTaken
        )
    }
}

impl Message for Remark {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Remark {
    /// What it puts in doubt of every record of its document, if anything.
    pub(super) fn doubt(&self) -> Option<Doubt> {
        match self {
            Self::StateGuessed { from } => Some(Doubt::new(DoubtReason::StateElsewhere { from: *from }, 0.8)),
            Self::SessionGuessed { .. } => Some(Doubt::new(DoubtReason::SessionElsewhere, 0.8)),
            _ => None,
        }
    }
}
