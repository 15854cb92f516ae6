//! Dates of the plan: as precise as they were meant, with the words as they were written.

use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::period::Period;

/// When something is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanTime {
    /// Within this period.
    Within(Period),
    /// In a season of this year: which months that is hangs on the half of the world, so it is no date.
    Season(i16),
    /// For as long as anything is done, without an end.
    Continuous,
    /// The words say no time that is understood.
    Unread,
}

/// A date in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanDate {
    /// When it is.
    pub time: PlanTime,
    /// The words as they were written.
    pub words: String,
}

impl PlanDate {
    /// A period, in its printed form.
    #[must_use]
    pub fn within(period: Period) -> Self {
        Self { time: PlanTime::Within(period), words: period.to_string() }
    }

    /// The period; `None` where there is no end, or no time is understood.
    #[must_use]
    pub const fn period(&self) -> Option<Period> {
        match self.time {
            PlanTime::Within(period) => Some(period),
            PlanTime::Season(_) | PlanTime::Continuous | PlanTime::Unread => None,
        }
    }

    /// The day after which it is over for certain: of a season the last day of February after its year, since a
    /// northern winter ends then. `None` for what goes on without an end, and for what was not understood.
    #[must_use]
    pub fn last(&self) -> Option<Date> {
        match self.time {
            PlanTime::Within(period) => Some(period.last()),
            PlanTime::Season(year) => Date::new(year.checked_add(1)?, 3, 1).ok()?.yesterday().ok(),
            PlanTime::Continuous | PlanTime::Unread => None,
        }
    }

    /// Whether it is over on a day.
    #[must_use]
    pub fn is_over(&self, on: Date) -> bool {
        self.last().is_some_and(|last| last < on)
    }
}

/// The period in its printed form; nothing where there is none.
impl fmt::Display for PlanDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.period().map_or(Ok(()), |period| write!(f, "{period}"))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{PlanDate, PlanTime};

    #[test]
    fn a_date_is_over_when_its_last_day_is_gone_and_what_goes_on_never_is() {
        let quarter = PlanDate::within("2027-Q2".parse().unwrap());
        assert!(!quarter.is_over(date(2027, 6, 30)) && quarter.is_over(date(2027, 7, 1)));
        let season = PlanDate { time: PlanTime::Season(2027), words: "Fall 2027".to_owned() };
        assert_eq!((season.to_string().as_str(), season.last()), ("", Some(date(2028, 2, 29))));
        for time in [PlanTime::Continuous, PlanTime::Unread] {
            let open = PlanDate { time, words: "as long as it takes".to_owned() };
            assert_eq!((open.to_string().as_str(), open.is_over(date(2100, 1, 1))), ("", false));
        }
    }
}
