//! The fields of a record that are compared, and their values.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use crate::domain::{ClusterNumber, Message, StateCode, Values};

/// A field of a record.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Field {
    /// State under review or State party.
    State,
    /// Its regional group; observers are one of their own.
    Region,
    /// UPR session.
    Session,
    /// UPR cycle.
    Cycle,
    /// Mechanism.
    Mechanism,
    /// Body.
    Body,
    /// Recommending State.
    Recommender,
    /// Regional group of the recommending State.
    RecommenderRegion,
    /// Position of the State under review.
    Position,
    /// Action category, 1 to 5.
    Category,
    /// Issue of UPR Info.
    Issue,
    /// Theme of OHCHR.
    Theme,
    /// Group of persons.
    Group,
    /// SDG target, and its goal.
    Sdg,
    /// Type of entity, leading or supporting.
    Entity,
    /// Cluster.
    Cluster,
    /// Year of publication, or of the session.
    Year,
    /// Kind of record.
    Kind,
}

impl Field {
    /// All fields.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The name, as options and exports spell it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// Whether its values stand in an order of their own; those of others are shown most first.
    #[must_use]
    pub const fn is_ordered(self) -> bool {
        matches!(
            self,
            Self::Session | Self::Cycle | Self::Mechanism | Self::Position | Self::Category | Self::Year | Self::Kind
        )
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The words name no field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown-field")]
pub struct UnknownField(pub String);

impl Message for UnknownField {
    fn code(&self) -> &'static str {
        "unknown-field"
    }

    fn values(&self) -> Values {
        let known: Vec<&str> = Field::ALL.iter().map(|field| field.name()).collect();
        Values::from_iter([("given".to_owned(), self.0.as_str().into()), ("known".to_owned(), known.into())])
    }
}

impl FromStr for Field {
    type Err = UnknownField;

    /// Reads a name, whatever its case, with hyphens or underscores.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let name = text.trim().to_lowercase().replace('-', "_");
        let found = Self::ALL.iter().copied().find(|field| field.name() == name);
        found.ok_or_else(|| UnknownField(text.to_owned()))
    }
}

/// What stands for records that have no value of a field.
pub const NO_VALUE: &str = "(none)";

/// A value of a field; those of one field stand in the order in which they are read, none last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::reports) enum Value<'v> {
    /// A session, cycle or year.
    Number(u16),
    /// A State.
    State(StateCode),
    /// A cluster.
    Cluster(ClusterNumber),
    /// Goal, number of the target in it (0 for the goal itself), and both as they are written.
    Target(u8, u8, &'v str),
    /// A code or a name.
    Text(&'v str),
    /// The record has none.
    Nothing,
}

impl<'v> Value<'v> {
    /// An SDG target or goal by its code.
    pub(super) fn target(code: &'v str) -> Self {
        let (goal, target) = code.split_once('.').unwrap_or((code, "0"));
        // Targets that are letters stand behind those that are numbers.
        let letter = || target.bytes().next().map(|letter| letter | 0x80);
        Self::Target(goal.parse().unwrap_or(u8::MAX), target.parse().ok().or_else(letter).unwrap_or(u8::MAX), code)
    }

    /// The value as exports spell it.
    pub(in crate::reports) fn code(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::State(state) => state.to_string(),
            Self::Cluster(number) => number.to_string(),
            Self::Target(_, _, text) | Self::Text(text) => (*text).to_owned(),
            Self::Nothing => NO_VALUE.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Field, Value};

    #[test]
    fn fields_are_read_by_their_names() {
        for field in Field::ALL {
            assert_eq!(field.name().parse(), Ok(*field));
        }
        assert_eq!("Recommender-Region".parse(), Ok(Field::RecommenderRegion));
        assert!("colour".parse::<Field>().is_err());
    }

    #[test]
    fn values_stand_in_the_order_of_readers() {
        let mut targets = ["16.a", "4", "16.10", "16", "16.2"].map(Value::target);
        targets.sort_unstable();
        assert_eq!(targets.map(|target| target.code()), ["4", "16", "16.2", "16.10", "16.a"]);
        assert!(Value::Text("zz") < Value::Nothing && Value::Number(9) < Value::Number(10));
    }
}
