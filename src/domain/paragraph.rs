//! Paragraph numbers inside a document: `140.7`, `67`, `11 (c)`.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A paragraph number in its canonical spelling: digits and dots, then letters in brackets.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Paragraph(String);

impl Paragraph {
    /// Reads `140.7`, `140.7.`, `para. 28`, `131-237`, `79(a)`, `11 (c) (ii)`, `1.140.7`.
    ///
    /// Each number has one to three digits, so that years are not taken for paragraphs.
    /// Returns `None` when anything else stands in the text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let lower = text.trim().to_lowercase();
        let bare = lower
            .trim_start_matches(['¶', ' '])
            .trim_start_matches("paragraph")
            .trim_start_matches("para")
            .trim_start_matches(['.', ' ', '¶']);
        let cut = bare.find('(').unwrap_or(bare.len());
        let (numbers, letters) = bare.split_at(cut);
        let numbers = canonical_numbers(numbers)?;
        let letters = canonical_letters(letters)?;
        Some(Self(if letters.is_empty() { numbers } else { format!("{numbers} {letters}") }))
    }

    /// The canonical spelling.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is a number of a report, with an item or a letter: a bare number may only count the rows of a table.
    #[must_use]
    pub fn is_of_report(&self) -> bool {
        self.0.contains(['.', '('])
    }

    /// The parts compared by number first, so that `140.9` comes before `140.10`.
    fn sort_key(&self) -> (Vec<u32>, &str) {
        let cut = self.0.find(' ').unwrap_or(self.0.len());
        let (numbers, letters) = self.0.split_at(cut);
        (numbers.split('.').filter_map(|n| n.parse().ok()).collect(), letters)
    }
}

fn canonical_numbers(text: &str) -> Option<String> {
    let joined = text.trim().trim_end_matches(['.', ':', ' ']).replace(['-', '–'], ".");
    let parts: Vec<&str> = joined.split('.').map(str::trim).collect();
    let short = |part: &&str| (1..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (parts.len() <= 3 && parts.iter().all(short)).then(|| parts.join("."))
}

fn canonical_letters(text: &str) -> Option<String> {
    let mut out = Vec::new();
    let mut rest = text.trim().trim_end_matches(['.', ':', ' ']);
    while let Some(open) = rest.strip_prefix('(') {
        let (inside, after) = open.split_once(')')?;
        let inside = inside.trim();
        let fits = (1..=4).contains(&inside.len()) && inside.bytes().all(|b| b.is_ascii_lowercase());
        out.push(fits.then(|| format!("({inside})"))?);
        rest = after.trim_start();
    }
    rest.is_empty().then(|| out.join(" "))
}

impl PartialOrd for Paragraph {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Paragraph {
    fn cmp(&self, other: &Self) -> Ordering {
        self.sort_key().cmp(&other.sort_key()).then_with(|| self.0.cmp(&other.0))
    }
}

impl fmt::Display for Paragraph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Paragraph;

    fn read(text: &str) -> Option<String> {
        Paragraph::parse(text).map(|p| p.to_string())
    }

    #[test]
    fn every_spelling_of_a_number_becomes_one() {
        for (text, expected) in [
            ("140.7", "140.7"),
            (" 140.7. ", "140.7"),
            ("para. 28:", "28"),
            ("131-237", "131.237"),
            ("79(a)", "79 (a)"),
            ("¶11 (c)(ii)", "11 (c) (ii)"),
        ] {
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn years_and_prose_are_no_paragraphs() {
        assert_eq!(read("2030"), None);
        assert_eq!(read("12 months"), None);
        assert_eq!(read(""), None);
    }

    #[test]
    fn paragraphs_sort_by_number() {
        let mut list: Vec<_> =
            ["140.10", "140.9", "11 (c)", "11 (b)"].iter().filter_map(|t| Paragraph::parse(t)).collect();
        list.sort();
        assert_eq!(list.iter().map(Paragraph::as_str).collect::<Vec<_>>(), ["11 (b)", "11 (c)", "140.9", "140.10"]);
    }
}
