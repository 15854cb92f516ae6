//! Whether values of groups add up to the value for all.

use rust_decimal::Decimal;

use crate::domain::plan::Observation;

/// The sum of the groups beside the value for all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SplitSum {
    /// What the groups add up to.
    pub sum: Decimal,
    /// Whether that is the value for all. Where it is not, neither is changed: groups may overlap, or leave some out.
    pub is_equal: bool,
}

/// The sum check of an observation; `None` where nothing is split, or the values cannot be added up.
#[must_use]
pub fn split_sum(observed: &Observation) -> Option<SplitSum> {
    let Observation::Value { value, split } = observed else { return None };
    let (all, mut sum) = (value.addend()?, Decimal::ZERO);
    if split.is_empty() {
        return None;
    }
    for group in split.values() {
        sum = sum.checked_add(group.addend()?)?;
    }
    Some(SplitSum { sum: sum.normalize(), is_equal: sum == all })
}

#[cfg(test)]
mod tests {
    use crate::domain::plan::Observation;
    use crate::text::quantities::quantity;

    use super::split_sum;

    fn observed(value: &str, unit: &str, split: &[(&str, &str)]) -> Observation {
        let read = |text: &str| quantity(text, unit).unwrap();
        Observation::Value {
            value: read(value),
            split: split.iter().map(|(group, value)| ((*group).to_owned(), read(value))).collect(),
        }
    }

    #[test]
    fn groups_are_added_up_and_a_total_is_never_invented() {
        let sum = split_sum(&observed("120", "cases", &[("female", "70"), ("male", "50")])).unwrap();
        assert!(sum.is_equal);
        let sum = split_sum(&observed("120", "cases", &[("female", "70"), ("male", "40.5")])).unwrap();
        assert_eq!((sum.sum.to_string().as_str(), sum.is_equal), ("110.5", false));
        let shares = observed("12/40", "%", &[("female", "8/20"), ("male", "4/20")]);
        assert!(split_sum(&shares).unwrap().is_equal);
        assert_eq!(split_sum(&observed("30%", "%", &[("female", "40%"), ("male", "20%")])), None);
        assert_eq!(split_sum(&Observation::Missing { reason: "not collected".to_owned() }), None);
    }
}
