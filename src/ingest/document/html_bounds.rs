//! Pages that are made to exhaust the parser, told from their tags before they are parsed.
//!
//! The parser of pages walks all open elements at each new one, opens formatting elements anew in each
//! paragraph, and compares each attribute of an element with the others: what it would do is added up here.
//! Source: HTML standard, 13.2.4.2 and 13.2.4.3.

use crate::ingest::fault::Limit;

/// Elements that only another tag closes; the others close each other, or hold nothing.
const LASTING: [&str; 18] = [
    "div",
    "span",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "ul",
    "ol",
    "dl",
    "blockquote",
    "pre",
    "table",
    "center",
    "fieldset",
    "form",
];
/// Elements that are opened anew in each paragraph until they are closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Most looks at open elements: some seconds.
const MOST_LOOKS: u64 = 1_000_000_000;
/// Most formatting elements that are made anew.
const MOST_COPIES: u64 = 2_000_000;
/// Most attributes of one element.
const MOST_ATTRIBUTES: usize = 5_000;

/// The limit that a page is beyond, if it is.
pub(super) fn beyond(page: &str) -> Option<Limit> {
    let (mut open, mut formatting, mut looks, mut copies) = (0u64, 0u64, 0u64, 0u64);
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..];
        let (length, attributes) = extent(tag);
        let (is_end, name) = name_of(&tag[..length]);
        let change = |count: u64| if is_end { count.saturating_sub(1) } else { count + 1 };
        if FORMATTING.contains(&name.as_str()) {
            formatting = change(formatting);
        } else if LASTING.contains(&name.as_str()) {
            open = change(open);
        }
        looks += open + formatting;
        copies += if is_end || FORMATTING.contains(&name.as_str()) { 0 } else { formatting };
        if looks > MOST_LOOKS || copies > MOST_COPIES || attributes > MOST_ATTRIBUTES {
            return Some(Limit::OpenElements);
        }
        rest = &tag[length..];
    }
    None
}

/// How long a tag is, up to its end, and about how many attributes it has; what stands between quotes ends
/// nothing.
fn extent(tag: &str) -> (usize, usize) {
    let (mut quote, mut attributes, mut before) = (None, 0, ' ');
    let is_tag = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
    for (at, c) in tag.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if !is_tag || c == '>' => return (at, attributes),
            None if matches!(c, '"' | '\'') && before == '=' => quote = Some(c),
            None => attributes += usize::from(c.is_whitespace() && !before.is_whitespace()),
        }
        before = c;
    }
    (tag.len(), attributes)
}

/// Whether a tag is an end, and the name of its element in lower case.
fn name_of(tag: &str) -> (bool, String) {
    let bare = tag.strip_prefix('/').unwrap_or(tag);
    let name = bare.chars().take_while(char::is_ascii_alphanumeric).take(LONGEST_NAME);
    (bare.len() < tag.len(), name.collect::<String>().to_ascii_lowercase())
}

/// Longer names are none of those that are counted.
const LONGEST_NAME: usize = 12;

#[cfg(test)]
mod tests {
    use super::beyond;

    #[test]
    fn pages_made_to_exhaust_are_told_by_their_tags() {
        let fonts = |count: usize| (0..count).map(|i| format!("<font color={i}>")).collect::<String>();
        assert!(beyond(&(fonts(3_000) + &"<p>x".repeat(3_000))).is_some());
        assert!(beyond(&"<div>".repeat(100_000)).is_some());
        let attributes: String = (0..6_000).map(|i| format!(" a{i}=1")).collect();
        assert!(beyond(&format!("<p{attributes}>x</p>")).is_some());
    }

    #[test]
    fn pages_of_people_are_read_however_long_they_are() {
        let page = "<div class=\"a > b\"><p>One <b>two</b> <font size=1>three</font><br></div><li>four".repeat(20_000);
        assert!(beyond(&page).is_none());
        assert!(beyond(&"<div>x".repeat(3_000)).is_none());
        assert!(beyond(&"a < b and c <3 d ".repeat(10_000)).is_none());
        assert!(beyond(&format!("<img alt='{}'>", "word ".repeat(9_000))).is_none());
    }
}
