//! Paragraph numbers that hide at the head of a text.

use std::sync::LazyLock;

use regex::Regex;

use crate::domain::Paragraph;
use crate::text::pattern::pattern;

/// A text without its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numbered<'a> {
    /// The number, if one was found.
    pub paragraph: Option<Paragraph>,
    /// A heading glued before the number.
    pub heading: Option<&'a str>,
    /// What follows.
    pub rest: &'a str,
}

/// "Recommendation No. 41, para. 81: 41. …"
static BY_ITEM: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^recommendations? no\.? ?(\d{1,3}),? para(?:graph)?\.? ?(\d{1,3})\s*:\s*"));
/// "para. 28: …", "Recommendations contained in para. 79(a): …", "Recommendation from para 3: …"
static BY_WORD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^(?:recommendations?[\w ]{0,40}?\b(?:in|from)\b )?(?:para(?:graph)?s?\.? ?)?(\d{1,3}(?:\.\d{1,3})?(?: ?\([a-z]{1,3}\))*)\s*:\s*",
    )
});
/// "137.197 Improve", "115.85 .Continue", "131-237 …", "166.1. Sign"
static TWO_PART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(\d{1,3}[.\-–]\d{1,3}(?:[.\-–]\d{1,3})?)(?: ?\(([a-z]{1,3})\))?\s*[.:)]*\s*(?:[^\d\s%]|$)")
});
/// "67. To continue", "25 (a). …", "4.The Committee"
static ONE_PART: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(\d{1,3})(?: ?\(([a-z]{1,3})\))?\s*(?:[.:)]+|-\s)\s*(?:[^\d\s%]|$)"));
/// "67 To continue": without a mark, a capital letter must follow.
static BARE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{1,3})(?: ?\(([a-z]{1,3})\))?\s+\p{Lu}"));
/// "Right to education66.While …", "Medical care 43. The Committee"
/// A heading may begin with a letter ("D.Other recommendations71. The") and hold articles in brackets.
static HEADED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^((?:[A-Z]\. ?)?\p{L}(?:[^\d.;:!?()]|\([^()]*(?:\([^()]*\)[^()]*)*\)){2,160}?) ?(\d{1,3})\.\s?(\p{Lu}\p{L}*[\s,'])",
    )
});
/// "(r) Ratify", "r) ratify"
static LETTERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\(?[a-z]{1,2}\)\s*"));

/// Takes the number from the head of a cleaned text.
///
/// A leading number counts as a paragraph only with one to three digits, so "2030 Agenda …" keeps
/// its first word.
#[must_use]
pub fn split_number(clean: &str) -> Numbered<'_> {
    if let Some(found) = BY_ITEM.captures(clean) {
        let rest = after_number(&clean[found[0].len()..]);
        return Numbered { paragraph: Paragraph::parse(&format!("{}.{}", &found[2], &found[1])), heading: None, rest };
    }
    if let Some(found) = BY_WORD.captures(clean) {
        let rest = after_number(&clean[found[0].len()..]);
        return Numbered { paragraph: Paragraph::parse(&found[1]), heading: None, rest };
    }
    let plain = [&TWO_PART, &ONE_PART, &BARE].into_iter().find_map(|shape| leading(shape, clean));
    plain.or_else(|| headed(clean)).unwrap_or_else(|| Numbered {
        paragraph: None,
        heading: None,
        rest: without_letter(clean),
    })
}

/// The text after a number that is repeated ("para. 79(a): 79(a). …").
fn after_number(text: &str) -> &str {
    let repeated = [&TWO_PART, &ONE_PART, &BARE].into_iter().find_map(|shape| leading(shape, text));
    repeated.map_or_else(|| without_letter(text), |numbered| numbered.rest)
}

fn leading<'a>(shape: &Regex, text: &'a str) -> Option<Numbered<'a>> {
    let found = shape.captures(text)?;
    let letter = found.get(2);
    let spelt = letter.map_or_else(|| found[1].to_owned(), |l| format!("{} ({})", &found[1], l.as_str()));
    let end = letter.or_else(|| found.get(1)).map_or(0, |m| m.end());
    let rest = text[end..].trim_start_matches(|c: char| c.is_whitespace() || ".:)-".contains(c));
    Some(Numbered { paragraph: Paragraph::parse(&spelt), heading: None, rest: without_letter(rest) })
}

fn headed(text: &str) -> Option<Numbered<'_>> {
    let found = HEADED.captures(text)?;
    let (heading, number, start) = (found.get(1)?, found.get(2)?, found.get(3)?);
    Some(Numbered {
        paragraph: Paragraph::parse(number.as_str()),
        heading: Some(heading.as_str().trim()),
        rest: &text[start.start()..],
    })
}

fn without_letter(text: &str) -> &str {
    LETTERED.find(text).map_or(text, |found| &text[found.end()..])
}

#[cfg(test)]
mod tests {
    use super::split_number;

    fn read(text: &str) -> (Option<String>, &str) {
        let numbered = split_number(text);
        (numbered.paragraph.map(|p| p.to_string()), numbered.rest)
    }

    #[test]
    fn all_shapes_of_numbers_are_found() {
        for (text, number, rest) in [
            ("137.197 Improve prisons", "137.197", "Improve prisons"),
            ("115.85 .Continue to build", "115.85", "Continue to build"),
            ("166.1. Sign the treaty", "166.1", "Sign the treaty"),
            ("67. To continue", "67", "To continue"),
            ("4.The Committee notes", "4", "The Committee notes"),
            ("para. 28: Build schools", "28", "Build schools"),
            ("Recommendation No. 41, para. 81: 41. Build", "81.41", "Build"),
            ("Recommendations contained in para. 79(a): 79(a). Build", "79 (a)", "Build"),
            ("Recommendation contained in 25(a): Build", "25 (a)", "Build"),
            ("131-237 مواصلة جهودها", "131.237", "مواصلة جهودها"),
            ("127.179继续努力", "127.179", "继续努力"),
            ("34- توصي اللجنة", "34", "توصي اللجنة"),
        ] {
            assert_eq!(read(text), (Some(number.to_owned()), rest), "{text}");
        }
    }

    #[test]
    fn a_heading_glued_to_the_number_is_set_apart() {
        let numbered = split_number("Right to education66.While noting the law, the Committee asks");
        assert_eq!(numbered.heading, Some("Right to education"));
        assert_eq!(numbered.paragraph.unwrap().as_str(), "66");
        assert!(numbered.rest.starts_with("While noting"));
    }

    #[test]
    fn headings_with_letters_and_articles_are_set_apart() {
        for text in [
            "D.Other recommendations71. The Committee asks",
            "Family environment (arts. 5, 18 (1) and 27 (4))71. While noting, it asks",
        ] {
            let numbered = split_number(text);
            assert_eq!(numbered.paragraph.map(|p| p.to_string()).as_deref(), Some("71"), "{text}");
        }
        assert_eq!(read("(1) Build schools").0, None, "a list mark is no paragraph");
    }

    #[test]
    fn years_shares_and_letters_are_no_paragraphs() {
        assert_eq!(read("2030 Agenda: carry it out"), (None, "2030 Agenda: carry it out"));
        assert_eq!(read("30% of seats for women"), (None, "30% of seats for women"));
        assert_eq!(read("5-year plan for schools"), (None, "5-year plan for schools"));
        assert_eq!(read("r) ratify OP-CAT"), (None, "ratify OP-CAT"));
    }
}
