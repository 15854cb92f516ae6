//! The follow-up paragraph of concluding observations: which paragraphs, due when.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dates::{date, period};
use crate::domain::Paragraph;
use crate::text::phrasebook::Phrase;

/// What a follow-up paragraph asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    /// Paragraphs, with a letter where only that sub-point is meant.
    pub(super) paragraphs: Vec<Paragraph>,
    /// The day the report is due.
    pub(super) due: Option<Date>,
}

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?((?:(?:,| and| et| y)? ?\([a-z]\))*)").expect("a fixed pattern")
});
static LETTER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\(([a-z])\)").expect("a fixed pattern"));
/// What is not part of the list: descriptions in brackets, what follows "above".
static DESCRIPTION: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\([^()]{3,}\)").expect("a fixed pattern"));
static END: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)\b(?:above|of the present|supra|ci-dessus|del presente|precedentes?|anteriores)\b")
        .expect("a fixed pattern")
});

/// Longest run of paragraphs.
const LONGEST_RUN: u32 = 12;

/// Reads a paragraph without its number; `None` where it asks for no follow-up.
pub(super) fn request(text: &str, published: Option<Date>) -> Option<Request> {
    if !Phrase::FollowUp.is_in(text) {
        return None;
    }
    let list = Phrase::ParagraphList.captures(text).map(|found| found["list"].to_owned()).max_by_key(String::len)?;
    let paragraphs = paragraphs(&list);
    // A stated day wins; else the period counts from the day of the document.
    let from_period = || published.and_then(|day| day.checked_add(period(text)?).ok());
    let due = date(text).or_else(from_period);
    (!paragraphs.is_empty()).then_some(Request { paragraphs, due })
}

fn paragraphs(list: &str) -> Vec<Paragraph> {
    let bare = DESCRIPTION.replace_all(list, "");
    let end = END.find(&bare).map_or(bare.len(), |m| m.start());
    let mut found = Vec::new();
    for number in NUMBER.captures_iter(&bare[..end]) {
        let first: u32 = number[1].parse().unwrap_or(0);
        let last = number.get(2).and_then(|m| m.as_str().parse().ok()).unwrap_or(first);
        let letters: Vec<&str> =
            LETTER.captures_iter(&number[3]).filter_map(|l| l.get(1)).map(|m| m.as_str()).collect();
        if letters.is_empty() {
            let run = first..=last.min(first + LONGEST_RUN).max(first);
            found.extend(run.filter_map(|n| Paragraph::parse(&n.to_string())));
        } else {
            found.extend(letters.iter().filter_map(|letter| Paragraph::parse(&format!("{first} ({letter})"))));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_and_days_are_taken() {
        let day: Date = "2026-03-23".parse().unwrap();
        let text = "The Committee requests the State party to provide, within 24 months of the adoption of the present concluding \
            observations, information on the implementation of the recommendations contained in paragraphs 11 (b) and (c), 13 (schools) and 15 above.";
        let found = request(text, Some(day)).unwrap();
        let spelt: Vec<&str> = found.paragraphs.iter().map(Paragraph::as_str).collect();
        assert_eq!(spelt, ["11 (b)", "11 (c)", "13", "15"]);
        assert_eq!(found.due.map(|d| d.to_string()).as_deref(), Some("2028-03-23"));
        let dated = "Le Comité demande à l’État partie de lui faire parvenir, le 4 mai 2027 au plus tard, des renseignements sur la suite donnée aux paragraphes 9 et 12.";
        assert_eq!(request(dated, None).unwrap().due.map(|d| d.to_string()).as_deref(), Some("2027-05-04"));
        assert_eq!(request("The Committee recommends that the State party build schools.", Some(day)), None);
    }
}
