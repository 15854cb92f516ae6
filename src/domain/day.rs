//! Days as numbers, by which records are filtered and put in order, and spans of days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Day zero.
const FIRST: Date = jiff::civil::date(1970, 1, 1);

/// Days since 1 January 1970; negative before.
#[must_use]
pub fn day_number(date: Date) -> i64 {
    i64::from(FIRST.until(date).map_or(0, |span| span.get_days()))
}

/// The days in which something was held or published, as narrow as sources tell: one day, the days of a
/// session, or a year where no more is known. A day that no source gives is never made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySpan {
    /// The earliest day it can have been.
    pub first: Date,
    /// The latest day it can have been.
    pub last: Date,
}

impl DaySpan {
    /// One day.
    #[must_use]
    pub const fn on(day: Date) -> Self {
        Self { first: day, last: day }
    }

    /// A whole year; `None` where the calendar has no such year.
    #[must_use]
    pub fn of_year(year: i16) -> Option<Self> {
        Some(Self { first: Date::new(year, 1, 1).ok()?, last: Date::new(year, 12, 31).ok()? })
    }

    /// The year in which all its days lie; `None` where it reaches over the turn of a year.
    #[must_use]
    pub fn year(self) -> Option<i16> {
        (self.first.year() == self.last.year()).then(|| self.first.year())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{DaySpan, day_number};

    #[test]
    fn days_are_counted_from_1970_on() {
        assert_eq!(day_number(date(1970, 1, 1)), 0);
        assert_eq!(day_number(date(1969, 12, 31)), -1);
        assert_eq!(day_number(date(2019, 6, 30)), 18_077);
    }

    #[test]
    fn a_span_has_a_year_where_all_its_days_lie_in_it() {
        assert_eq!(DaySpan::on(date(2019, 6, 30)).year(), Some(2019));
        assert_eq!(DaySpan::of_year(2013).and_then(DaySpan::year), Some(2013));
        assert_eq!(DaySpan { first: date(2013, 12, 30), last: date(2014, 1, 3) }.year(), None);
        assert_eq!(DaySpan::of_year(i16::MAX), None);
    }
}
