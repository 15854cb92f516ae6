//! Which values of a field a unit has.

use super::field::{Field, Value};
use super::piece::{By, Piece};
use super::units::position_of;
use super::which::Which;
use crate::domain::vocabulary::{StateRegister, session_days};
use crate::domain::{DaySpan, Position, Recommendation, RegionalGroup, StateCode};

/// Who takes part in the review and is no member of the United Nations: the region "Observer" of UPR Info,
/// whichever group they sit with.
const OBSERVERS: [&str; 3] = ["EUU", "PSE", "VAT"];
/// The region of observers.
pub(super) const OBSERVER: &str = "observer";
/// A recommending State whose name no table knows, and its region.
pub(super) const UNKNOWN: &str = "unknown";

/// What is needed to read fields.
#[derive(Debug, Clone, Copy)]
pub(in crate::reports) struct Reader<'a> {
    pub(in crate::reports) states: &'a StateRegister,
    pub(in crate::reports) which: Which,
}

impl Reader<'_> {
    /// Puts the values of a field that a unit has into `values`, in their order, each once; [`Value::Nothing`]
    /// where it has none.
    pub(in crate::reports) fn read<'v>(self, field: Field, members: &[Piece<'v>], values: &mut Vec<Value<'v>>) {
        values.clear();
        match field {
            Field::Position => {
                let position = Some(position_of(members, self.which)).filter(|position| *position != Position::None);
                values.extend(position.map(|position| Value::Text(position.code())));
            }
            _ => members.iter().for_each(|piece| self.add(field, piece, values)),
        }
        values.sort_unstable();
        values.dedup();
        if values.is_empty() {
            values.push(Value::Nothing);
        }
    }

    fn add<'v>(self, field: Field, piece: &Piece<'v>, values: &mut Vec<Value<'v>>) {
        let (settled, record) = (piece.settled, &piece.settled.record);
        let texts = |of: &'v [String]| of.iter().map(|text| Value::Text(text));
        match field {
            Field::State => values.extend(record.state.map(Value::State)),
            Field::Region => values.extend(record.state.and_then(|state| self.region(state)).map(Value::Text)),
            Field::Session => values.extend(record.session.map(|session| Value::Number(session.0))),
            Field::Cycle => values.extend(record.cycle().map(|cycle| Value::Number(u16::from(cycle.0)))),
            Field::Mechanism => values.push(Value::Text(record.mechanism.code())),
            Field::Body => values.push(Value::Text(record.body.code())),
            Field::Recommender => add_recommenders(piece, |state| Some(Value::State(state)), values),
            Field::RecommenderRegion => {
                add_recommenders(piece, |state| self.region(state).map(Value::Text), values);
            }
            Field::Position => values.push(Value::Text(piece.position.code())),
            Field::Category => values.extend(settled.action.as_deref().map(Value::Text)),
            Field::Issue => values.extend(texts(&settled.issues)),
            Field::Theme => values.extend(texts(&settled.themes)),
            Field::Group => values.extend(texts(&settled.groups)),
            Field::Sdg => settled.sdg_targets.iter().for_each(|code| add_target(code, values)),
            Field::Entity => {
                let links = settled.lead.iter().map(|lead| &lead.link).chain(&settled.support);
                values.extend(links.map(|link| Value::Text(&link.entity_type)));
            }
            Field::Cluster => values.extend(settled.cluster.map(Value::Cluster)),
            Field::Year => values.extend(year(record).map(Value::Number)),
            Field::Kind => values.push(Value::Text(record.kind.code())),
        }
    }

    /// The code of a State's regional group.
    fn region(self, state: StateCode) -> Option<&'static str> {
        if OBSERVERS.contains(&state.as_str()) {
            return Some(OBSERVER);
        }
        match self.states.get(state)?.group {
            RegionalGroup::Africa => Some("africa"),
            RegionalGroup::AsiaPacific => Some("asia_pacific"),
            RegionalGroup::EasternEurope => Some("eastern_europe"),
            RegionalGroup::Grulac => Some("grulac"),
            RegionalGroup::Weog => Some("weog"),
            RegionalGroup::None => None,
        }
    }
}

fn add_recommenders<'v>(
    piece: &Piece<'v>,
    value: impl Fn(StateCode) -> Option<Value<'v>>,
    values: &mut Vec<Value<'v>>,
) {
    let record = &piece.settled.record;
    match piece.by {
        By::All => {
            values.extend(record.recommending_states.iter().filter_map(|state| value(*state)));
            values.extend(record.unknown_states.first().map(|_| Value::Text(UNKNOWN)));
        }
        By::State(state) => values.extend(value(state)),
        By::Unknown => values.push(Value::Text(UNKNOWN)),
        By::Nobody => {}
    }
}

/// A target with its goal, so that a goal counts each unit once.
fn add_target<'v>(code: &'v str, values: &mut Vec<Value<'v>>) {
    values.push(Value::target(code));
    values.extend(code.split_once('.').map(|(goal, _)| Value::target(goal)));
}

/// The year it was published, or in which its session was held.
fn year(record: &Recommendation) -> Option<u16> {
    let days = record.published.map(DaySpan::on).or_else(|| record.session.and_then(session_days));
    days.and_then(DaySpan::year).and_then(|year| u16::try_from(year).ok())
}
