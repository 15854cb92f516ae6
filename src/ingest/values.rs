//! Values of cells: lists, dates, kinds.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use crate::domain::Kind;

/// The items of a cell with one value a line, each with or without "- ", or joined with `|`.
#[must_use]
pub(super) fn lines(cell: &str) -> Vec<String> {
    cell.split(['\n', '\r', '|'])
        .map(|item| item.trim().trim_start_matches("- ").trim())
        .filter(|item| !item.is_empty() && *item != "-")
        .map(str::to_owned)
        .collect()
}

/// The issues of a cell: UPR Info joins them with commas, the tidy table with `|`.
#[must_use]
pub(super) fn issues(cell: &str) -> Vec<String> {
    cell.split(['|', ',']).map(str::trim).filter(|issue| !issue.is_empty()).map(str::to_owned).collect()
}

/// A date written as ISO date or date-time, as day/month/year, or as an Excel serial number.
#[must_use]
pub(super) fn published(cell: &str) -> Option<Date> {
    let text = cell.trim();
    if let Ok(serial) = text.parse::<f64>() {
        return excel_serial(serial);
    }
    let day = text.split(['T', ' ']).next()?;
    if let Ok(date) = day.parse::<Date>() {
        // UHRI writes 1900-01-01 where it knows no date.
        return (date.year() > 1945).then_some(date);
    }
    let parts: Vec<i16> = day.split(['/', '.']).map_while(|part| part.parse().ok()).collect();
    match parts.as_slice() {
        &[day, month, year] if year > 1945 => Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok(),
        _ => None,
    }
}

/// Days since 30 December 1899, as Excel counts for all dates after February 1900.
fn excel_serial(serial: f64) -> Option<Date> {
    let in_range = (16_438.0..80_000.0).contains(&serial);
    let days = in_range.then_some(serial as i64)?;
    date(1899, 12, 30).checked_add(days.days()).ok()
}

/// The kind that the words of a source name; `None` for missing or GUID-like types.
#[must_use]
pub(super) fn kind(words: &str) -> Option<Kind> {
    let plain = words.trim().trim_start_matches("- ").to_lowercase();
    Some(match plain.as_str() {
        "recommendations" | "recommendation" => Kind::Recommendation,
        "concerns/observations" | "concerns" | "concern" | "observations" | "observation" => Kind::Concern,
        "voluntary pledge" | "voluntary pledges" | "pledge" => Kind::Pledge,
        "others" | "other" => Kind::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{lines, published};

    #[test]
    fn dates_of_all_sources_are_read() {
        for (cell, expected) in [
            ("2025-02-12T00:00:00", Some("2025-02-12")),
            ("45700", Some("2025-02-12")),
            ("45700.52", Some("2025-02-12")),
            ("12/02/2025", Some("2025-02-12")),
            ("1900-01-01T00:00:00", None),
            ("soon", None),
        ] {
            assert_eq!(published(cell).map(|d| d.to_string()).as_deref(), expected, "{cell}");
        }
    }

    #[test]
    fn cells_with_many_values_are_split() {
        assert_eq!(lines("- Right to health\r\n- Poverty"), ["Right to health", "Poverty"]);
        assert_eq!(lines("A|B| "), ["A", "B"]);
    }
}
