//! The follow-up paragraph of concluding observations: which paragraphs, due when.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dates::{date, period};
use crate::domain::Paragraph;
use crate::text::pattern::pattern;
use crate::text::phrasebook::Phrase;

/// What a follow-up paragraph asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    /// Paragraphs, with a letter where only that sub-point is meant.
    pub(super) paragraphs: Vec<Paragraph>,
    /// The day the report is due.
    pub(super) due: Option<Date>,
}

static NUMBER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?((?:(?:,| and| et| y| à| to|\s?[–-])? ?\(?[a-z]\))*)"));
static LETTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"([–-]|à|to)? ?\(?([a-z])\)"));
/// "artículo 75, párrafo 1, del reglamento": a paragraph of the rules of procedure.
static RULE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:articles?|artículos?|rules?|règles?|reglas?) \d+ ?(?:\(\d+\))?,? ?(?:paragraph|paragraphe|párrafo|par\.|para\.|párr\.) \d+",
    )
});
/// What is not part of the list: descriptions in brackets, what follows "above".
static DESCRIPTION: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([^()]{3,}\)"));
static END: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\b(?:above|of the present|supra|ci-dessus|del presente|precedentes?|anteriores)\b"));

/// Longest run of paragraphs.
const LONGEST_RUN: u32 = 12;

/// Reads a paragraph without its number; `None` where it asks for no follow-up.
pub(super) fn request(text: &str, published: Option<Date>) -> Option<Request> {
    if !Phrase::FollowUp.is_in(text) {
        return None;
    }
    let text = RULE.replace_all(text, "");
    let list = Phrase::ParagraphList.captures(&text).map(|found| found["list"].to_owned()).max_by_key(String::len)?;
    let paragraphs = paragraphs(&list);
    // A stated day wins; else the period counts from the day of the document.
    let from_period = || published.and_then(|day| day.checked_add(period(&text)?).ok());
    let due = date(&text).or_else(from_period);
    (!paragraphs.is_empty()).then_some(Request { paragraphs, due })
}

fn paragraphs(list: &str) -> Vec<Paragraph> {
    let bare = DESCRIPTION.replace_all(list, "");
    let end = END.find(&bare).map_or(bare.len(), |m| m.start());
    let mut found = Vec::new();
    for number in NUMBER.captures_iter(&bare[..end]) {
        let first: u32 = number[1].parse().unwrap_or(0);
        let last = number.get(2).and_then(|m| m.as_str().parse().ok()).unwrap_or(first);
        let letters = letters(&number[3]);
        if letters.is_empty() {
            let run = first..=last.min(first + LONGEST_RUN).max(first);
            found.extend(run.filter_map(|n| Paragraph::parse(&n.to_string())));
        } else {
            found.extend(letters.iter().filter_map(|letter| Paragraph::parse(&format!("{first} ({letter})"))));
        }
    }
    found
}

/// The letters of sub-points: `(a) and (c)`, `a) et c)`, `(a)–(c)`.
fn letters(list: &str) -> Vec<char> {
    let mut letters: Vec<char> = Vec::new();
    for found in LETTER.captures_iter(list) {
        let letter = found[2].chars().next().unwrap_or('a');
        let from = letters.last().copied().filter(|_| found.get(1).is_some());
        letters.extend(from.map_or(letter..=letter, |from| char::from(from as u8 + 1)..=letter));
    }
    letters
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
        for (text, expected) in [
            (
                "The Committee requests the State party to provide, by 25 July 2026, information on follow-up to the recommendations on prisons and asylum (see paras. 3 (a)–(c) and 4 above).",
                ["3 (a)", "3 (b)", "3 (c)", "4"].as_slice(),
            ),
            (
                "Le Comité prie l’État partie de lui faire parvenir, le 25 juillet 2026 au plus tard, des renseignements sur la suite donnée à ses recommandations (voir par. 3 a) et 4 ci-dessus).",
                &["3 (a)", "4"],
            ),
            (
                "De conformidad con el artículo 75, párrafo 1, del reglamento, el Comité pide que el Estado parte facilite, a más tardar el 25 de julio de 2026, información sobre las recomendaciones formuladas en los párrafos 3 a) y 4.",
                &["3 (a)", "4"],
            ),
        ] {
            let found = request(text, None).unwrap();
            assert_eq!(found.paragraphs.iter().map(Paragraph::as_str).collect::<Vec<_>>(), expected, "{text}");
        }
        assert_eq!(request("The Committee recommends that the State party build schools.", Some(day)), None);
    }
}
