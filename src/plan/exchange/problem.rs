//! What is wrong with a table that came back, and where.

use serde::{Deserialize, Serialize};

use crate::domain::exchange::SheetColumn;
use crate::domain::{Message, Values, fields};

/// Something that was not taken, with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The row, or the table where it concerns all of it.
    pub row: String,
    /// The column; `None` where it concerns the row.
    pub column: Option<SheetColumn>,
    /// What is wrong.
    pub what: ProblemKind,
}

/// What is wrong; the words say how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "exchange-")]
pub enum ProblemKind {
    /// The key that is seen and the one that is not are of different rows.
    KeysDisagree {
        /// The one that is seen.
        seen: String,
        /// The one that is not.
        hidden: String,
    },
    /// Several rows have one key and say different things.
    KeyTwice {
        /// The key.
        key: String,
    },
    /// The row is of another dispatch.
    OtherDispatch {
        /// The key.
        key: String,
        /// The dispatch.
        dispatch: String,
    },
    /// What stands in place of the key is none.
    NoKey {
        /// What stands there.
        text: String,
    },
    /// The row is none that was sent, and no new measure.
    UnknownRow {
        /// What stands in it.
        text: String,
    },
    /// The row is likely one that was sent: to be confirmed.
    ProbablyRow {
        /// The key.
        key: String,
    },
    /// A column that was sent is not there.
    NoColumn,
    /// Two columns have the same meaning.
    ColumnTwice,
    /// A column was not sent and is not known.
    NewColumn {
        /// Its heading.
        heading: String,
    },
    /// A text stands beside the tables.
    OutsideText {
        /// The text.
        text: String,
    },
    /// Pictures, which are not read.
    Pictures {
        /// How many.
        count: usize,
    },
    /// Tables in text boxes, which are not read.
    BoxedTables {
        /// How many.
        count: usize,
    },
    /// A table holds nothing that was sent.
    OtherTable {
        /// Its name.
        name: String,
    },
    /// One cell stands for several rows: to be confirmed.
    OverRows {
        /// How many.
        rows: u32,
    },
    /// A formula that leads elsewhere, or came to nothing.
    Formula {
        /// The formula.
        formula: String,
    },
    /// A cell that is longer than Excel holds.
    TooLong {
        /// Its letters.
        letters: usize,
    },
    /// No state of a measure.
    NoStatus {
        /// What stands there.
        text: String,
    },
    /// Something else than a yes where one may agree.
    NotAgreed {
        /// What stands there.
        text: String,
    },
    /// Neither yes nor no.
    NoAnswer {
        /// What stands there.
        text: String,
    },
    /// A date that can be read in two ways, or in none.
    NoDate {
        /// What stands there.
        text: String,
    },
    /// A refusal without a reason.
    NoReason,
    /// A reason or another body is named, and the task is not refused.
    AnswerLeftOut,
    /// A body that is not known.
    NoBody {
        /// What stands there.
        text: String,
    },
    /// A value without a period, or with one that is none.
    NoPeriod {
        /// What stands there.
        text: String,
    },
    /// A value of another unit.
    OtherUnit {
        /// What stands there.
        text: String,
        /// The unit that is asked for.
        unit: String,
    },
    /// A period without a value and without a reason.
    NoValue,
    /// A recommendation that is not known, in a new row.
    NoRecommendation {
        /// What stands there.
        text: String,
    },
    /// The file was saved before one that has been taken over.
    Older {
        /// When it was saved.
        saved: String,
        /// When the other was.
        other: String,
    },
    /// The file has been taken over already.
    Again {
        /// When.
        on: String,
    },
    /// What stands there is refused, as it would be where it is typed.
    NotTaken {
        /// What stands there.
        text: String,
    },
    /// What stands there says nothing: a dash, "n/a".
    SaysNothing {
        /// What stands there.
        text: String,
    },
    /// A value and a reason for none stand side by side.
    ValueAndReason,
    /// What stands there cannot be taken away.
    NoClearing,
    /// A measure of these words stands already.
    MeasureStands {
        /// The words.
        text: String,
    },
    /// A comment that hangs on no row.
    LooseComment {
        /// Who wrote it.
        by: String,
        /// What it says.
        text: String,
    },
    /// The file bears no number; it was taken for one of several dispatches.
    NoNumber {
        /// The dispatch.
        dispatch: String,
    },
    /// What it was about is no longer in the plan.
    Gone {
        /// The key.
        key: String,
    },
}

impl Message for ProblemKind {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
