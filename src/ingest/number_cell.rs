//! Numbers of recommendations as people write them into a cell: `140,8`, `23 a)`, `par. 27`, `Rec. 4`, `R3`.

use std::sync::LazyLock;

use regex::Regex;

use crate::domain::Paragraph;

/// What stands before a number and says no more than that it is one.
const BEFORE: &str = r"(?ix)^(?:
    paras?|paragraphs?|par|paragraphes?|párrs?|párrafos?|parr|parrafo|пункт|п|п-т|الفقرة|فقرة|第
    |recs?|recommendations?|recommandations?|recomendaci(?:ó|o)n(?:es)?|рек|рекомендация|التوصية|توصية|建议
    |nos?|nr|num|núm|n[°ºo]|№|r|\#|¶
)[.:\s]*(?:n[°ºo.]*\s*)?";

static NAMED: LazyLock<Regex> = LazyLock::new(|| Regex::new(BEFORE).expect("the pattern is one"));
/// A number and letters behind it: `23 a)`, `25 b) i)`, `26.a`, `23(a)`.
static LETTERED: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = r"^(\d{1,3}(?:\.\d{1,3})*)[\s.]*((?:\(?[a-z]{1,4}\)\s*)+|[a-z])$";
    Regex::new(pattern).expect("the pattern is one")
});
/// Two numbers with a comma between, as spreadsheets of most languages write a point.
static COMMA: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\d{1,3},\d{1,3}$").expect("the pattern is one"));
/// From one whole number to another.
static SPAN: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^(\d{1,3})\s*[-–]\s*(\d{1,3})$").expect("the pattern is one"));
/// A span of so few numbers may be one of paragraphs; one that is longer, or goes down, is a number and its item.
const FEW: u32 = 10;

/// A number as [`Paragraph::parse`] reads it, where it is one; else the cell as it stands.
pub(super) fn spelt(cell: &str) -> String {
    let plain: String = cell.trim().chars().map(western).collect();
    let bare = NAMED.find(&plain).map_or(plain.as_str(), |named| &plain[named.end()..]).trim();
    let bare = bare.trim_end_matches(['段', ' ']).trim_end_matches('.');
    let number = if COMMA.is_match(bare) {
        bare.replace(',', ".")
    } else if let Some(parts) = LETTERED.captures(&bare.to_lowercase()) {
        let letters = parts[2].split(|c: char| !c.is_ascii_lowercase()).filter(|letter| !letter.is_empty());
        format!("{} {}", &parts[1], letters.map(|letter| format!("({letter})")).collect::<Vec<_>>().join(" "))
    } else {
        bare.strip_suffix(')').filter(|number| !number.contains('(')).unwrap_or(bare).to_owned()
    };
    if Paragraph::parse(&number).is_some() { number } else { cell.trim().to_owned() }
}

/// Whether the numbers of a column that look like spans of paragraphs are spans: `28-29`, but not `131-7`, nor in a
/// column that has such ones.
pub(super) fn holds_spans<'a>(column: impl Iterator<Item = &'a str>) -> bool {
    let spans: Vec<(u32, u32)> = column.filter_map(span).collect();
    !spans.is_empty() && spans.iter().all(|(from, to)| from < to && to - from <= FEW)
}

/// The ends of what looks like a span.
pub(super) fn span(cell: &str) -> Option<(u32, u32)> {
    let ends = SPAN.captures(cell.trim())?;
    Some((ends[1].parse().ok()?, ends[2].parse().ok()?))
}

/// A digit of any script as a western one; the Arabic point as a point.
fn western(c: char) -> char {
    let from = |zero: u32| char::from_digit(c as u32 - zero, 10);
    let digit = match c {
        '\u{660}'..='\u{669}' => from(0x660),
        '\u{6f0}'..='\u{6f9}' => from(0x6f0),
        '\u{ff10}'..='\u{ff19}' => from(0xff10),
        '\u{66b}' => Some('.'),
        _ => None,
    };
    digit.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::{holds_spans, span, spelt};
    use crate::domain::Paragraph;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (cell, number) in [
            ("140,8", "140.8"),
            ("23 a)", "23 (a)"),
            ("25 b) i)", "25 (b) (i)"),
            ("26.a", "26 (a)"),
            ("par. 27", "27"),
            ("Párr. 14", "14"),
            ("2)", "2"),
            ("R3", "3"),
            ("Rec. 4", "4"),
            ("No. 5", "5"),
            ("N° 118.4", "118.4"),
            ("пункт 12", "12"),
            ("第 7 段", "7"),
            ("١١٤٫١", "114.1"),
            ("79(a)", "79 (a)"),
            ("140.10", "140.10"),
        ] {
            assert_eq!(Paragraph::parse(&spelt(cell)).map(|p| p.to_string()).as_deref(), Some(number), "{cell}");
        }
    }

    #[test]
    fn what_is_no_number_stands_as_it_was() {
        for cell in ["114.11 and 114.12", "06-Jan", "06/01/2026", "114/6", "Rights of women", "29 b) et c)", "1,234,5"]
        {
            assert_eq!(spelt(cell), cell);
            assert_eq!(Paragraph::parse(&spelt(cell)), None, "{cell}");
        }
    }

    #[test]
    fn spans_of_paragraphs_are_told_from_numbers_with_items() {
        assert!(holds_spans(["28-29", "30", "31 – 35"].into_iter()));
        assert!(!holds_spans(["131-132", "131-7"].into_iter()) && !holds_spans(["131-237"].into_iter()));
        assert_eq!(span("28 - 29"), Some((28, 29)));
    }
}
