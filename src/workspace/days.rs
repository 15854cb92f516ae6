//! Dates as people type them and as the index counts them.

use jiff::civil::Date;

use super::WorkspaceError;

/// Days since 1 January 1970.
pub(super) fn day_number(date: Date) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    i64::from(epoch.until(date).map_or(0, |span| span.get_days()))
}

/// The date of a day, `2019-06-30`.
pub(super) fn date_of(day: i64) -> String {
    let days = jiff::Span::new().try_days(day);
    let date = days.and_then(|days| jiff::civil::date(1970, 1, 1).checked_add(days));
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// The first day of a year, a month or a day as typed.
pub(super) fn first_day(text: &str) -> Result<i64, WorkspaceError> {
    date(text, |year, month| Date::new(year, month.unwrap_or(1), 1)).map(day_number)
}

/// The last day of a year, a month or a day as typed.
pub(super) fn last_day(text: &str) -> Result<i64, WorkspaceError> {
    date(text, |year, month| Date::new(year, month.unwrap_or(12), 1).map(Date::last_of_month)).map(day_number)
}

fn date(text: &str, complete: impl Fn(i16, Option<i8>) -> Result<Date, jiff::Error>) -> Result<Date, WorkspaceError> {
    let bad =
        || WorkspaceError::BadArgument { what: "date such as 2019, 2019-06 or 2019-06-30", given: text.to_owned() };
    let parts: Vec<&str> = text.trim().split('-').collect();
    match parts.as_slice() {
        [year] => complete(year.parse().map_err(|_| bad())?, None).map_err(|_| bad()),
        [year, month] => {
            complete(year.parse().map_err(|_| bad())?, Some(month.parse().map_err(|_| bad())?)).map_err(|_| bad())
        }
        _ => text.trim().parse().map_err(|_| bad()),
    }
}
