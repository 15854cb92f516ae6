//! `FIELD=VALUE`: what is held against the values of a unit.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::field::{Field, NO_VALUE, UnknownField, Value};
use crate::domain::vocabulary::{ThemeRegister, entity_type_named, fold, group_code, issue_number, issues, sdg_code};
use crate::domain::{ClusterNumber, Mechanism, Message, Position, StateCode, Values};
use crate::view::{Noun, Refusal, View};

/// A field and values of it, one of which is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// The field.
    pub field: Field,
    /// The values, as given; `none` wants what has no value.
    pub values: Vec<String>,
}

/// The words are no condition.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCondition {
    /// There is no such field.
    #[error(transparent)]
    Field(#[from] UnknownField),
    /// There is no sign of equality with a value behind it.
    #[error("bad-condition")]
    NoValue(String),
}

impl Message for BadCondition {
    fn code(&self) -> &'static str {
        match self {
            Self::Field(field) => field.code(),
            Self::NoValue(_) => "bad-condition",
        }
    }

    fn values(&self) -> Values {
        match self {
            Self::Field(field) => field.values(),
            Self::NoValue(given) => Values::from_iter([("given".to_owned(), given.as_str().into())]),
        }
    }
}

impl FromStr for Condition {
    type Err = BadCondition;

    /// Reads a field, `=`, and values parted by `|`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || BadCondition::NoValue(text.to_owned());
        let (field, values) = text.split_once('=').ok_or_else(bad)?;
        let field = field.parse()?;
        let values: Vec<String> =
            values.split('|').map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned).collect();
        if values.is_empty() { Err(bad()) } else { Ok(Self { field, values }) }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.field, self.values.join("|"))
    }
}

/// A condition whose values are known to the field.
#[derive(Debug)]
pub(in crate::reports) struct Wanted {
    pub(super) field: Field,
    wants: Vec<Want>,
}

/// A value that is wanted.
#[derive(Debug, PartialEq, Eq)]
enum Want {
    Nothing,
    State(StateCode),
    Numbers(RangeInclusive<u16>),
    Cluster(ClusterNumber),
    /// All clusters of a theme.
    Theme(u16),
    /// Support of the whole, implemented already or not.
    Support,
    Text(String),
}

impl Wanted {
    /// Reads the values of a condition.
    ///
    /// # Errors
    /// Values that the field cannot have.
    pub(in crate::reports) fn of(condition: &Condition, view: &View) -> Result<Self, Refusal> {
        let mut wants = Vec::new();
        for value in &condition.values {
            wants.extend(wants_of(condition.field, value, view)?);
        }
        Ok(Self { field: condition.field, wants })
    }

    /// Whether one of the values of a unit is wanted.
    pub(in crate::reports) fn holds(&self, values: &[Value<'_>]) -> bool {
        values.iter().any(|value| self.wants.iter().any(|want| want.is(value)))
    }
}

impl Want {
    fn is(&self, value: &Value<'_>) -> bool {
        match (self, value) {
            (Self::Nothing, Value::Nothing) => true,
            (Self::State(wanted), Value::State(state)) => wanted == state,
            (Self::Numbers(wanted), Value::Number(number)) => wanted.contains(number),
            (Self::Cluster(wanted), Value::Cluster(number)) => wanted == number,
            (Self::Theme(wanted), Value::Cluster(number)) => *wanted == number.theme,
            (Self::Support, Value::Text(code)) => {
                *code == Position::Supported.code() || *code == Position::SupportedImplemented.code()
            }
            (Self::Text(wanted), Value::Text(text) | Value::Target(_, _, text)) => wanted.eq_ignore_ascii_case(text),
            _ => false,
        }
    }
}

/// What a value of a condition wants; a word may stand for several issues or themes.
fn wants_of(field: Field, given: &str, view: &View) -> Result<Vec<Want>, Refusal> {
    if given == NO_VALUE || given.eq_ignore_ascii_case("none") {
        return Ok(vec![Want::Nothing]);
    }
    let unknown = || Refusal::unknown(Noun::CountedValue, format!("{field}={given}"));
    let text = |code: &str| Want::Text(code.to_owned());
    let one = |want: Option<Want>| want.map(|want| vec![want]).ok_or_else(unknown);
    match field {
        Field::Recommender if given.eq_ignore_ascii_case(super::fields::UNKNOWN) => Ok(vec![text(given)]),
        Field::State | Field::Recommender => Ok(vec![Want::State(view.state(given)?)]),
        Field::Region | Field::RecommenderRegion => one(region(given).map(text)),
        Field::Session | Field::Cycle | Field::Year => one(numbers(given).map(Want::Numbers)),
        Field::Mechanism => one(mechanism(given).map(text)),
        Field::Position => one(position(given)),
        Field::Category => one(given.parse::<u8>().ok().filter(|n| (1..=5).contains(n)).map(|_| text(given))),
        Field::Issue => some(issues_named(given).iter().map(|name| text(name)).collect(), unknown),
        Field::Theme => some(themes_named(given).iter().map(|name| text(name)).collect(), unknown),
        Field::Group => one(group_code(given).map(text)),
        Field::Sdg => one(sdg_code(given).map(text)),
        Field::Entity => one(entity_type_named(given).map(|entity| text(&entity.code))),
        Field::Cluster => one(cluster(given)),
        Field::Body | Field::Kind => Ok(vec![text(given)]),
    }
}

fn some(wants: Vec<Want>, unknown: impl Fn() -> Refusal) -> Result<Vec<Want>, Refusal> {
    if wants.is_empty() { Err(unknown()) } else { Ok(wants) }
}

/// A regional group by its code, or as UPR Info calls it.
fn region(given: &str) -> Option<&'static str> {
    match fold(given).as_str() {
        "africa" => Some("africa"),
        "asia" | "asia pacific" => Some("asia_pacific"),
        "eeg" | "eastern europe" => Some("eastern_europe"),
        "grulac" => Some("grulac"),
        "weog" => Some("weog"),
        "observer" | "observers" => Some(super::fields::OBSERVER),
        "unknown" => Some(super::fields::UNKNOWN),
        _ => None,
    }
}

/// A number, or those from one to another: `1..5`.
fn numbers(given: &str) -> Option<RangeInclusive<u16>> {
    let number = |text: &str| text.trim().parse::<u16>().ok();
    match given.split_once("..") {
        Some((first, last)) => Some(number(first)?..=number(last)?),
        None => number(given).map(|number| number..=number),
    }
}

fn mechanism(given: &str) -> Option<&'static str> {
    let wanted = fold(given);
    let is_named = |m: &&Mechanism| fold(m.code()) == wanted || fold(m.label()) == wanted;
    Mechanism::ALL.iter().find(is_named).map(|mechanism| mechanism.code())
}

/// A position by its code, or in the words of any source; "supported" holds of what is implemented already too.
fn position(given: &str) -> Option<Want> {
    let by_code = Position::ALL.iter().copied().find(|position| position.code() == given);
    match by_code.or_else(|| Position::from_words(given))? {
        Position::Supported => Some(Want::Support),
        Position::None => Some(Want::Nothing),
        other => Some(Want::Text(other.code().to_owned())),
    }
}

fn cluster(given: &str) -> Option<Want> {
    let theme = || given.trim().parse().ok().map(Want::Theme);
    given.parse().ok().map(Want::Cluster).or_else(theme)
}

/// The issue of a name, or else those whose names hold the words.
fn issues_named(given: &str) -> Vec<&'static str> {
    match issue_number(given) {
        Some(at) => vec![issues()[at].name.as_str()],
        None => holding(given, issues().iter().map(|issue| issue.name.as_str())),
    }
}

/// The same for the themes of OHCHR's list in force; a label of another list stands for itself.
fn themes_named(given: &str) -> Vec<&str> {
    let names = || ThemeRegister::embedded().in_force().map(|theme| theme.name.as_str());
    match names().find(|name| fold(name) == fold(given)) {
        Some(name) => vec![name],
        None if ThemeRegister::embedded().find(given).is_some() => vec![given],
        None => holding(given, names()),
    }
}

fn holding<'n>(given: &str, names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let wanted = fold(given);
    names.filter(|name| fold(name).contains(&wanted)).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        BadCondition, Condition, Field, Value, Want, Wanted, cluster, issues_named, numbers, position, region,
    };
    use crate::domain::Position;

    #[test]
    fn a_condition_is_written_as_it_is_read() {
        let condition: Condition = "recommender-region = weog|Asia".parse().unwrap();
        assert_eq!((condition.field, condition.values.len()), (Field::RecommenderRegion, 2));
        assert_eq!(condition.to_string(), "recommender_region=weog|Asia");
        assert!(matches!("position=".parse::<Condition>(), Err(BadCondition::NoValue(_))));
        assert!(matches!("colour=red".parse::<Condition>(), Err(BadCondition::Field(_))));
    }

    #[test]
    fn values_are_known_by_the_names_that_sources_use() {
        assert_eq!(
            (region("EEG"), region("Observer"), region("Atlantis")),
            (Some("eastern_europe"), Some("observer"), None)
        );
        assert_eq!(position("Accepted"), Some(Want::Support));
        assert_eq!(numbers("1..5"), Some(1..=5));
        assert_eq!(cluster("12"), Some(Want::Theme(12)));
        assert_eq!(issues_named("women's rights"), ["Women's rights"]);
        assert!(issues_named("rights").len() > 1);
    }

    #[test]
    fn support_holds_of_what_is_implemented_already() {
        let wanted = Wanted { field: Field::Position, wants: vec![Want::Support] };
        let holds = |position: Position| wanted.holds(&[Value::Text(position.code())]);
        assert!(holds(Position::Supported) && holds(Position::SupportedImplemented));
        assert!(!holds(Position::PartlySupported) && !wanted.holds(&[Value::Nothing]));
    }
}
