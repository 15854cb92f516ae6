//! Stretches of time in a plan: a day, a month, a quarter, half a year, a year.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::message::{Message, Values, given};

/// How long a period is, and so how precisely a date is known that is said by it.
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
pub enum Precision {
    /// A day.
    Day,
    /// A month.
    Month,
    /// Three months that begin in January, April, July or October.
    Quarter,
    /// Six months that begin in January or July.
    HalfYear,
    /// A year.
    Year,
}

/// A stretch of time: its first day, and how long it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Period {
    first: Date,
    precision: Precision,
}

impl Period {
    /// The period of that length which a day lies in.
    #[must_use]
    pub fn of(day: Date, precision: Precision) -> Self {
        let (year, month) = (day.year(), day.month());
        let begins = |length: i8| 1 + (month - 1) / length * length;
        let (year, month, day) = match precision {
            Precision::Day => (year, month, day.day()),
            Precision::Month => (year, month, 1),
            Precision::Quarter => (year, begins(3), 1),
            Precision::HalfYear => (year, begins(6), 1),
            Precision::Year => (year, 1, 1),
        };
        Self { first: Date::new(year, month, day).unwrap_or(Date::MIN), precision }
    }

    /// The day.
    #[must_use]
    pub fn day(day: Date) -> Self {
        Self::of(day, Precision::Day)
    }

    /// Its first day.
    #[must_use]
    pub const fn first(self) -> Date {
        self.first
    }

    /// How long it is.
    #[must_use]
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// Its last day: what is due in it is late after that day.
    #[must_use]
    pub fn last(self) -> Date {
        let length = match self.precision {
            Precision::Day => return self.first,
            Precision::Month => 1,
            Precision::Quarter => 3,
            Precision::HalfYear => 6,
            Precision::Year => 12,
        };
        let next = self.first.checked_add(length.months());
        next.and_then(Date::yesterday).unwrap_or(Date::MAX)
    }
}

/// As ISO 8601 has it, cut to its precision: `2027-03-31`, `2027-03`, `2027`; quarters and half years, for which it
/// has no form that people know, as `2027-Q2` and `2027-H1`.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        match self.precision {
            Precision::Day => write!(f, "{}", self.first),
            Precision::Month => write!(f, "{year:04}-{month:02}"),
            Precision::Quarter => write!(f, "{year:04}-Q{}", (month - 1) / 3 + 1),
            Precision::HalfYear => write!(f, "{year:04}-H{}", (month - 1) / 6 + 1),
            Precision::Year => write!(f, "{year:04}"),
        }
    }
}

/// The text is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("bad-period")]
pub struct BadPeriod(pub String);

impl Message for BadPeriod {
    fn code(&self) -> &'static str {
        "bad-period"
    }

    fn values(&self) -> Values {
        given(&self.0)
    }
}

impl FromStr for Period {
    type Err = BadPeriod;

    /// Reads the printed form.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        read(text.trim()).ok_or_else(|| BadPeriod(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Period> {
    let (year, rest) = text.split_once('-').unwrap_or((text, ""));
    if text.ends_with('-') {
        return None;
    }
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year: i16 = year.parse().ok().filter(|_| is_year)?;
    let month = |month: i8| Date::new(year, month, 1).ok();
    let counted = |most: i8, months: i8| {
        let number = rest[1..].parse::<i8>().ok().filter(|number| (1..=most).contains(number))?;
        month((number - 1) * months + 1)
    };
    let (first, precision) = match rest.as_bytes() {
        [] => (month(1)?, Precision::Year),
        [b'Q' | b'q', _] => (counted(4, 3)?, Precision::Quarter),
        [b'H' | b'h', _] => (counted(2, 6)?, Precision::HalfYear),
        [_, _] => (month(rest.parse().ok()?)?, Precision::Month),
        _ => (text.parse().ok()?, Precision::Day),
    };
    Some(Period::of(first, precision))
}

/// The printed form, in every format.
impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use strum::VariantArray;

    use super::{Period, Precision};

    #[test]
    fn a_period_is_printed_and_ends_as_long_as_it_is() {
        for (day, precision, printed, last) in [
            (date(2028, 2, 29), Precision::Day, "2028-02-29", date(2028, 2, 29)),
            (date(2027, 3, 9), Precision::Month, "2027-03", date(2027, 3, 31)),
            (date(2027, 5, 9), Precision::Quarter, "2027-Q2", date(2027, 6, 30)),
            (date(2027, 7, 1), Precision::HalfYear, "2027-H2", date(2027, 12, 31)),
            (date(2027, 7, 1), Precision::Year, "2027", date(2027, 12, 31)),
        ] {
            let period = Period::of(day, precision);
            assert_eq!((period.to_string().as_str(), period.last()), (printed, last));
        }
    }

    #[test]
    fn every_period_reads_back() {
        let mut day = date(2026, 1, 1);
        while day.year() < 2028 {
            for precision in Precision::VARIANTS {
                let period = Period::of(day, *precision);
                assert!(period.first() <= day && day <= period.last(), "{period}");
                assert_eq!(period.to_string().parse(), Ok(period));
            }
            day = day.tomorrow().unwrap();
        }
        for wrong in ["", "27", "2027-13", "2027-Q5", "2027-H0", "2027-02-30", "-2027", "2027-", "2027é"] {
            assert!(wrong.parse::<Period>().is_err(), "{wrong}");
        }
        assert_eq!(Period::of(Date::MAX, Precision::Year).last(), Date::MAX);
    }
}
