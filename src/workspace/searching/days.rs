//! Dates as people type them.

use jiff::civil::Date;

use crate::domain::day_number;
use crate::workspace::WorkspaceError;

/// The first day of a year, a month or a day as typed.
pub(in crate::workspace) fn first_day(text: &str) -> Result<i64, WorkspaceError> {
    date(text, |year, month| Date::new(year, month.unwrap_or(1), 1)).map(day_number)
}

/// The last day of a year, a month or a day as typed.
pub(in crate::workspace) fn last_day(text: &str) -> Result<i64, WorkspaceError> {
    date(text, |year, month| Date::new(year, month.unwrap_or(12), 1).map(Date::last_of_month)).map(day_number)
}

fn date(text: &str, complete: impl Fn(i16, Option<i8>) -> Result<Date, jiff::Error>) -> Result<Date, WorkspaceError> {
    let bad = || WorkspaceError::BadDate(text.to_owned());
    let parts: Vec<&str> = text.trim().split('-').collect();
    match parts.as_slice() {
        [year] => complete(year.parse().map_err(|_| bad())?, None).map_err(|_| bad()),
        [year, month] => {
            complete(year.parse().map_err(|_| bad())?, Some(month.parse().map_err(|_| bad())?)).map_err(|_| bad())
        }
        _ => text.trim().parse().map_err(|_| bad()),
    }
}
