//! Values of indicators: numbers as they are, shares with what they are made of, yes or no, words.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A value of an indicator, a baseline or a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Quantity {
    /// A number, exact as it was written.
    Number(Decimal),
    /// A share in per cent, with the numbers that it is made of where these are known.
    Share {
        /// In per cent, from 0.
        percent: Decimal,
        /// How many of how many.
        of: Option<Parts>,
    },
    /// Whether something is done: what a structural indicator asks.
    Done(bool),
    /// Words, where there is nothing to count.
    Words(String),
}

/// What a share is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// How many.
    pub numerator: Decimal,
    /// Of how many; never 0.
    pub denominator: Decimal,
}

impl Parts {
    /// The share in per cent, rounded to two places.
    #[must_use]
    pub fn percent(self) -> Decimal {
        let percent = self.numerator.checked_mul(Decimal::ONE_HUNDRED);
        percent.and_then(|share| share.checked_div(self.denominator)).unwrap_or_default().round_dp(2).normalize()
    }
}

/// What kind of values an indicator has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum QuantityKind {
    /// Numbers.
    Number,
    /// Shares in per cent.
    Share,
    /// Done or not.
    Done,
    /// Words.
    Words,
}

impl QuantityKind {
    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }
}

impl Quantity {
    /// What kind it is of.
    #[must_use]
    pub const fn kind(&self) -> QuantityKind {
        match self {
            Self::Number(_) => QuantityKind::Number,
            Self::Share { .. } => QuantityKind::Share,
            Self::Done(_) => QuantityKind::Done,
            Self::Words(_) => QuantityKind::Words,
        }
    }

    /// What can be added up: numbers, and of shares how many there are.
    #[must_use]
    pub const fn addend(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Share { of: Some(parts), .. } => Some(parts.numerator),
            Self::Share { of: None, .. } | Self::Done(_) | Self::Words(_) => None,
        }
    }
}

/// As people write it: `37.5`, `37.5% (3/8)`, `yes`; words as they are.
impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Share { percent, of: None } => write!(f, "{percent}%"),
            Self::Share { percent, of: Some(Parts { numerator, denominator }) } => {
                write!(f, "{percent}% ({numerator}/{denominator})")
            }
            Self::Done(true) => f.write_str("yes"),
            Self::Done(false) => f.write_str("no"),
            Self::Words(words) => f.write_str(words),
        }
    }
}
