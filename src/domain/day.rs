//! Days as numbers, by which records are filtered and put in order.

use jiff::civil::Date;

/// Day zero.
const FIRST: Date = jiff::civil::date(1970, 1, 1);

/// Days since 1 January 1970; negative before.
#[must_use]
pub fn day_number(date: Date) -> i64 {
    i64::from(FIRST.until(date).map_or(0, |span| span.get_days()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::day_number;

    #[test]
    fn days_are_counted_from_1970_on() {
        assert_eq!(day_number(date(1970, 1, 1)), 0);
        assert_eq!(day_number(date(1969, 12, 31)), -1);
        assert_eq!(day_number(date(2019, 6, 30)), 18_077);
    }
}
