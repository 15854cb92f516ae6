//! Years of publication in a query: one, or spans of them.

use super::tree::{Query, join};

/// Any of several years or spans of years.
pub(super) fn years(values: &[String]) -> Option<Query> {
    let spans: Option<Vec<Query>> = values.iter().flat_map(|value| value.split(',')).map(span).collect();
    join(spans?, Query::Or)
}

/// `2019`, `2019..2024` or `2019-2024`, `2019..`, `..2024`, `>2019`, `<2024`, `>=2019`, `<=2024`.
fn span(value: &str) -> Option<Query> {
    let number = |text: &str| text.trim().parse::<i16>().ok().filter(|year| (1900..=2200).contains(year));
    for (mark, from, to) in [(">=", 0, None), ("<=", 0, Some(())), (">", 1, None), ("<", -1, Some(()))] {
        if let Some(year) = value.strip_prefix(mark) {
            let year = Some(number(year)? + from);
            return Some(if to.is_some() { Query::Years(None, year) } else { Query::Years(year, None) });
        }
    }
    let (from, to) = value.split_once("..").or_else(|| value.split_once('-')).unwrap_or((value, value));
    let year = |text: &str| if text.is_empty() { Some(None) } else { number(text).map(Some) };
    match (year(from)?, year(to)?) {
        (Some(from), Some(to)) => Some(Query::Years(Some(from.min(to)), Some(from.max(to)))),
        (from, to) => Some(Query::Years(from, to)),
    }
}

#[cfg(test)]
mod tests {
    use super::Query::{Or, Years};
    use super::years;

    #[test]
    fn years_are_read_as_spans_with_open_ends() {
        let read = |text: &str| years(&[text.to_owned()]);
        assert_eq!(read("2019"), Some(Years(Some(2019), Some(2019))));
        assert_eq!(read("2024-2019"), Some(Years(Some(2019), Some(2024))));
        assert_eq!(read(">2018"), Some(Years(Some(2019), None)));
        assert_eq!(read("<=2024"), Some(Years(None, Some(2024))));
        assert_eq!(read("2001,2003.."), Some(Or(vec![Years(Some(2001), Some(2001)), Years(Some(2003), None)])));
        assert_eq!(read("2014-05"), None);
    }
}
