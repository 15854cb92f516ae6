//! Why numbers of an addendum could not be taken over.

use serde::{Deserialize, Serialize};

use crate::domain::{Coded, Message, Position, Values, fields};

/// A number that could not be resolved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// Where it stands.
    pub place: String,
    /// As written.
    pub number: String,
    /// Why.
    pub reason: UnresolvedReason,
}

/// Why a number could not be resolved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "records-unresolved-")]
pub enum UnresolvedReason {
    /// A run that is too long to be meant.
    RunTooLong,
    /// The report has no such number.
    NoSuchNumber,
    /// Several paragraphs of the report have such a number.
    ManyParagraphs {
        /// The paragraphs.
        paragraphs: Vec<u32>,
    },
    /// Of a run, the report does not have all.
    NotInReport {
        /// Those that it does not have.
        numbers: Vec<String>,
    },
    /// It is set apart from its class and given no position.
    SetApart,
    /// It stands in several classes.
    ManyClasses {
        /// How many.
        count: usize,
        /// The classes, as messages.
        classes: Vec<Coded>,
    },
}

/// Why something of an addendum was not taken over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "records-positions-")]
pub enum PositionsRejected {
    /// A number that could not be resolved.
    Number {
        /// As written.
        number: String,
        /// Why, as a message.
        reason: Coded,
    },
    /// No recommendation of its report is known.
    NoReport,
    /// Nothing says which review is meant, and several have these numbers.
    ManyReviews {
        /// Their symbols or sessions.
        reviews: Vec<String>,
    },
    /// No recommendation of the report that it names is known.
    NoSuchReport {
        /// Symbol of the report.
        report: String,
    },
}

/// A class of recommendations as a message, such as `records-class-noted`.
pub(super) fn class(position: Position) -> Coded {
    let code = format!("records-class-{}", position.code().replace('_', "-"));
    Coded { code, values: Values::new() }
}

impl Message for UnresolvedReason {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Message for PositionsRejected {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
