//! Closed vocabularies by number: what models and caches store instead of words.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{InstrumentRegister, ThemeRegister, entity_types, goals, groups, issues, targets, topics};
use crate::domain::TagKind;

/// All values of a kind, in a fixed order; empty for kinds that models do not give.
#[must_use]
pub fn values(kind: TagKind) -> &'static [&'static str] {
    static VALUES: OnceLock<Vec<(TagKind, Vec<&'static str>)>> = OnceLock::new();
    let all = VALUES.get_or_init(|| TagKind::ALL.iter().map(|kind| (*kind, list(*kind))).collect());
    all.iter().find(|(k, _)| *k == kind).map_or(&[], |(_, values)| values)
}

fn list(kind: TagKind) -> Vec<&'static str> {
    match kind {
        TagKind::Issue => issues().iter().map(|issue| issue.name.as_str()).collect(),
        TagKind::Group => groups().iter().map(|group| group.code.as_str()).collect(),
        TagKind::Lead | TagKind::Support => entity_types().iter().map(|entity| entity.code.as_str()).collect(),
        TagKind::Instrument => InstrumentRegister::embedded().all().iter().map(|i| i.code.as_str()).collect(),
        TagKind::Action => vec!["1", "2", "3", "4", "5"],
        TagKind::SdgTarget => {
            static GOALS: [&str; 17] =
                ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17"];
            debug_assert_eq!(goals().len(), GOALS.len());
            GOALS.into_iter().chain(targets().iter().map(|target| target.code.as_str())).collect()
        }
        TagKind::Theme => ThemeRegister::embedded().in_force().map(|theme| theme.name.as_str()).collect(),
        TagKind::Smart => vec!["specific", "measurable", "assignable", "relevant", "time-bound"],
        TagKind::Topic => topics().iter().map(|topic| topic.code.as_str()).collect(),
    }
}

/// The number of a value of a kind.
#[must_use]
pub fn value_number(kind: TagKind, value: &str) -> Option<u16> {
    static NUMBERS: OnceLock<HashMap<TagKind, HashMap<&'static str, u16>>> = OnceLock::new();
    let numbers = NUMBERS.get_or_init(|| TagKind::ALL.iter().map(|kind| (*kind, numbered(*kind))).collect());
    numbers.get(&kind)?.get(value).copied()
}

fn numbered(kind: TagKind) -> HashMap<&'static str, u16> {
    (0u16..).zip(values(kind)).map(|(number, value)| (*value, number)).collect()
}

#[cfg(test)]
mod tests {
    use super::{value_number, values};
    use crate::domain::TagKind;

    #[test]
    fn every_value_of_a_kind_has_the_number_of_its_place() {
        for kind in TagKind::ALL {
            for (at, value) in values(*kind).iter().enumerate() {
                assert_eq!(value_number(*kind, value).map(usize::from), Some(at), "{value}");
            }
            assert_eq!(value_number(*kind, "no value"), None);
        }
    }
}
