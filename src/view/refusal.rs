//! Why a question has no answer, or a command decides nothing.

use serde::{Deserialize, Serialize};

use crate::domain::{ClusterNumber, Coded, Message, Values, fields};

/// What people can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Noun {
    /// A recommendation, observation or concern.
    Record,
    /// A cluster, by its number.
    Cluster,
    /// A theme, by its number or words of its name.
    Theme,
    /// A State.
    State,
    /// A value of a tag.
    Value,
    /// An instrument.
    Instrument,
    /// A search that was kept.
    SavedSearch,
    /// A value that records are counted by, with its field.
    CountedValue,
    /// A body of the State, or a type of entity.
    Body,
    /// Something in the plan, by its key or the office's number.
    Plan,
    /// A field of something in the plan.
    PlanField,
    /// An indicator of the library.
    LibraryIndicator,
    /// A closed edition of the plan.
    Edition,
    /// The desired outcome of a cluster.
    Outcome,
}

/// A refusal: a code with values, for which each shell has words and a hint.
#[derive(
    Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error, strum::IntoStaticStr, strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "refusal-")]
pub enum Refusal {
    /// The analysis has not been made, or parts of it are gone.
    #[error("refusal-not-analysed")]
    NotAnalysed,
    /// There is nothing of that name.
    #[error("refusal-unknown")]
    Unknown {
        /// What was looked for.
        what: Noun,
        /// Its name, as it was given.
        wanted: String,
    },
    /// Something is needed, and none was named.
    #[error("refusal-none-named")]
    NoneNamed {
        /// What is needed.
        what: Noun,
    },
    /// Several records have that name.
    #[error("refusal-ambiguous")]
    Ambiguous {
        /// The name, as it was given.
        wanted: String,
        /// How many have it.
        count: usize,
        /// The identifier of one of them.
        example: String,
    },
    /// No cluster has that title, or several have.
    #[error("refusal-cluster-name")]
    ClusterName {
        /// The title, as it was given.
        wanted: String,
        /// How many have it.
        count: usize,
        /// Those that have it, or else whose titles hold its words, with their numbers; the first of them.
        candidates: Vec<String>,
    },
    /// The record does not stand in that cluster.
    #[error("refusal-not-in-cluster")]
    NotInCluster {
        /// The record.
        record: String,
        /// The cluster.
        cluster: String,
    },
    /// A pair needs two.
    #[error("refusal-same-twice")]
    SameTwice {
        /// What was named twice.
        what: Noun,
        /// Its name.
        given: String,
    },
    /// A position is stated on what no review has made.
    #[error("refusal-no-position-due")]
    NoPositionDue {
        /// The record.
        record: String,
    },
    /// Neither a position nor a wording was given.
    #[error("refusal-nothing-to-correct")]
    NothingToCorrect {
        /// The record.
        record: String,
    },
    /// A title or a wording is blank.
    #[error("refusal-blank")]
    Blank,
    /// The workspace is about no single State, and none was named.
    #[error("refusal-no-state")]
    NoState,
    /// A locked cluster neither takes nor gives records, and keeps its title.
    #[error("refusal-locked")]
    Locked {
        /// The cluster.
        cluster: String,
    },
    /// People have decided on clusters by their numbers.
    #[error("refusal-clusters-decided")]
    ClustersDecided {
        /// How many decisions there are.
        count: usize,
    },
    /// What lies on disk cannot be read.
    #[error("refusal-unreadable")]
    Unreadable {
        /// Why.
        cause: Coded,
    },
    /// A value does not fit its field in the plan.
    #[error("refusal-plan-value")]
    PlanValue {
        /// The field, by its code.
        field: String,
        /// The value, as it was given.
        given: String,
    },
    /// A value is in another unit than its indicator.
    #[error("refusal-unit")]
    Unit {
        /// The value, as it was given.
        given: String,
        /// The unit of the indicator.
        unit: String,
    },
    /// A file is of no dispatch that is known.
    #[error("refusal-no-dispatch")]
    NoDispatch {
        /// Its name.
        file: String,
    },
    /// A file bears no number of a dispatch, and may be of one or of another.
    #[error("refusal-several-dispatches")]
    SeveralDispatches {
        /// Its name.
        file: String,
        /// The one.
        one: String,
        /// The other.
        other: String,
    },
    /// No paragraph of a document is known to be chosen for follow-up.
    #[error("refusal-no-follow-up")]
    NoFollowUp {
        /// The symbol of the document.
        symbol: String,
    },
    /// There is nothing to be sent to somebody.
    #[error("refusal-nothing-to-send")]
    NothingToSend {
        /// To whom.
        to: String,
        /// How many measures were held back, since they are neither approved nor published.
        held_back: usize,
    },
    /// The office's number is that of something else.
    #[error("refusal-number-taken")]
    NumberTaken {
        /// The number.
        number: String,
        /// The key of what has it.
        key: String,
    },
    /// Something in the plan is of another kind than what can be done with it.
    #[error("refusal-plan-kind")]
    PlanKind {
        /// Its key.
        key: String,
        /// The kind that is needed, by its code.
        needed: String,
    },
    /// It stands in a plan that was closed, and can only be read.
    #[error("refusal-closed-plan")]
    ClosedPlan {
        /// What was to be changed, by its key; `none` where the person reads a closed plan.
        key: String,
        /// The name of the edition.
        edition: String,
    },
    /// An edition of that name was closed already.
    #[error("refusal-edition-taken")]
    EditionTaken {
        /// The name.
        name: String,
    },
    /// There is no plan to close.
    #[error("refusal-nothing-to-close")]
    NothingToClose,
    /// Somebody has changed the records since the view was made.
    #[error("refusal-moved")]
    Moved,
}

impl Message for Refusal {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Refusal {
    /// There is nothing of that name; or no name was given.
    #[must_use]
    pub fn unknown(what: Noun, wanted: impl Into<String>) -> Self {
        let wanted = wanted.into();
        if wanted.trim().is_empty() { Self::NoneNamed { what } } else { Self::Unknown { what, wanted } }
    }

    /// The cluster is locked.
    #[must_use]
    pub fn locked(number: ClusterNumber) -> Self {
        Self::Locked { cluster: number.to_string() }
    }
}
