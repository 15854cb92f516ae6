//! What a cell of a workbook holds: its text, and what the text does not say.

use calamine::{Data, DataRef, ExcelDateTime};
use jiff::civil::Date;

use crate::ingest::grid::{CellMark, DayOrder};

/// Most bytes of a number, a day or an error as text.
const SHORT: usize = 32;

/// How many bytes the text of a cell has at most.
pub(super) fn length(cell: &DataRef<'_>) -> usize {
    match cell {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
        DataRef::SharedString(text) => text.len(),
        DataRef::Empty => 0,
        _ => SHORT,
    }
}

/// Whole numbers without ".0"; days as ISO dates.
pub(super) fn text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        // A whole number is written much faster than one with places, of which a sheet may have millions.
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 && *number != 0.0 => {
            (*number as i64).to_string()
        }
        Data::Float(number) if *number == 0.0 => format!("{number:.0}"),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(moment) if is_day(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(span) => span.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    }
}

/// What the text of a cell does not say; `format` is how the file shows the number, such as `0.00`.
pub(super) fn mark(cell: &Data, format: Option<&str>) -> Option<CellMark> {
    let order = || format.map_or(DayOrder::Unknown, day_order);
    match cell {
        Data::Float(_) | Data::Int(_) if format.is_some_and(|format| format.contains('%')) => Some(CellMark::Share),
        Data::Float(number) if number.fract() != 0.0 => Some(CellMark::Number { places: format.and_then(places) }),
        Data::DateTime(moment) if is_day(moment) => {
            let (_, month, day, ..) = moment.to_ymd_hms_milli();
            Some(CellMark::Day { day, month, order: order() })
        }
        Data::DateTimeIso(text) => {
            let date: Date = text.get(..10)?.parse().ok()?;
            let part = |part: i8| u8::try_from(part).ok();
            Some(CellMark::Day { day: part(date.day())?, month: part(date.month())?, order: order() })
        }
        _ => None,
    }
}

/// Whether a cell holds a day of the calendar, not a span or a time of day alone.
fn is_day(moment: &ExcelDateTime) -> bool {
    moment.is_datetime() && moment.as_f64() >= 1.0
}

/// How many places `0.00` shows after the point; none for formats that show what there is.
fn places(format: &str) -> Option<u8> {
    let first = format.split(';').next()?;
    let zeros = first.split_once('.')?.1.chars().take_while(|c| *c == '0').count();
    u8::try_from(zeros).ok().filter(|zeros| *zeros > 0)
}

/// Which of day and month stands first in a format of figures without a year; what stands in brackets, such as
/// `[$-de-DE]`, shows nothing of the day.
fn day_order(format: &str) -> DayOrder {
    let shown = format.split('[').map(|part| part.split_once(']').map_or(part, |(_, shown)| shown));
    let format = shown.collect::<String>().to_lowercase();
    match (format.find('d'), format.find('m')) {
        _ if format.contains("mmm") || format.contains(['y', 'h']) => DayOrder::Unknown,
        (Some(day), Some(month)) if day < month => DayOrder::DayFirst,
        (Some(_), Some(_)) => DayOrder::MonthFirst,
        _ => DayOrder::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, ExcelDateTime, ExcelDateTimeType};

    use super::{day_order, mark, places, text};
    use crate::ingest::grid::{CellMark, DayOrder};

    fn moment(value: f64, kind: ExcelDateTimeType) -> Data {
        Data::DateTime(ExcelDateTime::new(value, kind, false))
    }

    #[test]
    fn days_are_written_as_iso_dates_and_spans_as_numbers() {
        assert_eq!(text(&moment(45_700.52, ExcelDateTimeType::DateTime)), "2025-02-12");
        assert_eq!(text(&moment(1.5, ExcelDateTimeType::TimeDelta)), "1.5");
        assert_eq!(text(&Data::Float(7.0)), "7");
        let written = [-3.0, 0.0, 999_999_999_999_999.0, 140.1].map(|number| text(&Data::Float(number)));
        assert_eq!(written, ["-3", "0", "999999999999999", "140.1"]);
    }

    #[test]
    fn numbers_and_days_carry_how_they_are_shown() {
        assert_eq!(mark(&Data::Float(140.1), Some("0.00")), Some(CellMark::Number { places: Some(2) }));
        assert_eq!(mark(&Data::Float(140.1), Some("General")), Some(CellMark::Number { places: None }));
        assert_eq!(mark(&Data::Float(140.0), Some("0.00")), None);
        let day = moment(46_028.0, ExcelDateTimeType::DateTime);
        assert_eq!(mark(&day, Some("d.m")), Some(CellMark::Day { day: 6, month: 1, order: DayOrder::DayFirst }));
        assert_eq!((places("#,##0.00;-0.0"), places("0")), (Some(2), None));
        assert_eq!(
            (day_order("m/d"), day_order("d-mmm"), day_order("dd.mm.yyyy")),
            (DayOrder::MonthFirst, DayOrder::Unknown, DayOrder::Unknown)
        );
        assert_eq!((day_order("[$-de-DE]m/d"), day_order("[$-cy-GB]d.m")), (DayOrder::MonthFirst, DayOrder::DayFirst));
    }
}
