//! Dates and periods in the words of documents.

use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use regex::Regex;

use crate::text::calendar::{CalendarKind, calendar_word};
use crate::text::pattern::pattern;
use crate::text::phrasebook::Phrase;

static DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)\b(\d{1,2})(?:er|º|st|nd|rd|th)?\.?\s+(?:de\s+)?(\p{L}+)\.?\s+(?:de\s+|of\s+)?(\d{4})\b")
});

/// The first date of a text, such as "8 April 2025" or "8 de abril de 2025".
pub(super) fn date(text: &str) -> Option<Date> {
    DAY.captures_iter(text).find_map(|found| {
        let month = calendar_word(CalendarKind::Month, &found[2])?;
        Date::new(found[3].parse().ok()?, month, found[1].parse().ok()?).ok()
    })
}

/// The first period of a text, such as "within one year" or "dans un délai de 24 mois".
pub(super) fn period(text: &str) -> Option<Span> {
    Phrase::Within.captures(text).find_map(|found| {
        let count = found["count"]
            .parse()
            .ok()
            .or_else(|| calendar_word(CalendarKind::Count, &found["count"]).map(i64::from))?;
        let unit = found["unit"].to_lowercase();
        let is_month = unit.starts_with('m');
        (1..=120).contains(&count).then(|| if is_month { count.months() } else { count.years() })
    })
}

#[cfg(test)]
mod tests {
    use super::{date, period};

    #[test]
    fn dates_and_periods_are_read_in_each_language() {
        for text in ["Distr.: General 8 April 2025", "le 8 avril 2025", "8 de abril de 2025", "8 апреля 2025"] {
            assert_eq!(date(text).map(|d| d.to_string()).as_deref(), Some("2025-04-08"), "{text}");
        }
        assert_eq!(date("31 February 2025"), None);
        assert_eq!(period("to provide, within one year, information").map(|p| p.get_years()), Some(1));
        assert_eq!(period("within 24 months of the adoption").map(|p| p.get_months()), Some(24));
        assert_eq!(period("dans un délai de deux ans").map(|p| p.get_years()), Some(2));
        assert_eq!(period("en el plazo de dos años").map(|p| p.get_years()), Some(2));
    }
}
