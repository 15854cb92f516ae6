//! Paragraphs as people cite them: `para. 140.5`, `§ 11 (c)`, `recommendation 140.5 of 2019`,
//! `A/HRC/59/15, párr. 140.7`.
//!
//! What is no citation is read by others; here nothing is looked up.

use super::Paragraph;
use super::vocabulary::fold;

/// A paragraph that is cited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The paragraph, behind its document where that is named: `140.7`, `A/HRC/59/15 ¶140.7`.
    pub name: String,
    /// The year that the document or its review is said to be of.
    pub year: Option<i16>,
}

/// Words before the number of a paragraph, folded.
const WORDS: [&str; 33] = [
    "para",
    "paras",
    "paragraph",
    "paragraphs",
    "paragraphe",
    "paragraphes",
    "par",
    "parr",
    "parrafo",
    "parrafos",
    "rec",
    "recs",
    "recom",
    "recommendation",
    "recommendations",
    "recommandation",
    "recommandations",
    "recomendacion",
    "recomendaciones",
    "n",
    "no",
    "nr",
    "num",
    "number",
    "numero",
    "пункт",
    "п",
    "рекомендация",
    "الفقرة",
    "التوصية",
    "第",
    "建议",
    "段",
];
/// Words between a paragraph and what it is of, folded.
const LINKS: [&str; 12] = ["of", "in", "from", "de", "del", "du", "dans", "en", "au", "из", "от", "в"];
/// Signs that stand for such a word.
const SIGNS: [char; 2] = ['¶', '§'];
/// What ends a number in Chinese.
const ENDS: [char; 2] = ['段', '条'];
/// Years in which mechanisms have recommended anything.
const YEARS: std::ops::RangeInclusive<i16> = 1970..=2099;

/// A piece of a citation.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    /// A word or sign that says that a paragraph follows.
    Mark,
    /// A word between the paragraph and what it is of.
    Link,
    /// Anything else.
    Word(String),
}

impl Citation {
    /// Reads a citation; `None` when a text is anything else, a bare paragraph among it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut pieces = pieces(text);
        let year = year(&mut pieces);
        let first = pieces.iter().position(|piece| *piece == Piece::Mark);
        let last = pieces.iter().rposition(|piece| *piece == Piece::Mark);
        let (before, rest) = match (first, last) {
            (Some(first), Some(last)) => (words(&pieces[..first]), &pieces[last + 1..]),
            _ => (String::new(), pieces.as_slice()),
        };
        let link = rest.iter().position(|piece| *piece == Piece::Link);
        if first.is_none() && link.is_none() && year.is_none() {
            return None;
        }
        let (number, after) = rest.split_at(link.unwrap_or(rest.len()));
        let paragraph = Paragraph::parse(words(number).trim_end_matches(ENDS))?;
        let document = if before.is_empty() { words(after) } else { before };
        if document.is_empty() {
            return Some(Self { name: paragraph.to_string(), year });
        }
        document.contains('/').then(|| Self { name: format!("{document} ¶{paragraph}"), year })
    }
}

/// The year at the end, which goes with the words that lead to it.
fn year(pieces: &mut Vec<Piece>) -> Option<i16> {
    let Piece::Word(last) = pieces.last()? else { return None };
    let digits = last.trim_matches(['(', ')']);
    let year = digits.parse::<i16>().ok().filter(|year| digits.len() == 4 && YEARS.contains(year))?;
    pieces.pop();
    while pieces.last() == Some(&Piece::Link) {
        pieces.pop();
    }
    Some(year)
}

fn pieces(text: &str) -> Vec<Piece> {
    let spaced: String = text.chars().map(|c| if matches!(c, ',' | ';' | ':') { ' ' } else { c }).collect();
    spaced.replace(SIGNS, " ¶ ").split_whitespace().flat_map(piece).collect()
}

/// A word as a piece; where a mark stands before a number without a blank, as two.
fn piece(word: &str) -> Vec<Piece> {
    let (head, tail) = word.split_at(word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len()));
    // What stands in brackets is the letter of a sub-point, or a year.
    let folded = if head.starts_with('(') { String::new() } else { fold(head) };
    let is_mark = SIGNS.iter().any(|sign| head.starts_with(*sign)) || WORDS.contains(&folded.as_str());
    match (is_mark, tail.is_empty()) {
        (true, true) => vec![Piece::Mark],
        (true, false) => vec![Piece::Mark, Piece::Word(tail.to_owned())],
        (false, true) if LINKS.contains(&folded.as_str()) => vec![Piece::Link],
        (false, _) => vec![Piece::Word(word.to_owned())],
    }
}

/// The words among pieces.
fn words(pieces: &[Piece]) -> String {
    let words = pieces.iter().filter_map(|piece| match piece {
        Piece::Word(word) => Some(word.as_str()),
        Piece::Mark | Piece::Link => None,
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::Citation;

    fn read(text: &str) -> Option<(String, Option<i16>)> {
        Citation::parse(text).map(|cited| (cited.name, cited.year))
    }

    #[test]
    fn a_paragraph_is_cited_by_many_words_in_many_languages() {
        for text in [
            "para. 140.5",
            "Paragraph 140.5",
            "para140.5",
            "rec. 140.5",
            "Rec. no. 140.5",
            "recommendation 140.5",
            "¶ 140.5",
            "§ 140.5",
            "§140.5",
            "párrafo 140.5",
            "párr. 140.5",
            "par. 140.5",
            "recomendación 140.5",
            "recommandation n° 140.5",
            "paragraphe 140.5",
            "пункт 140.5",
            "第140.5段",
        ] {
            assert_eq!(read(text), Some(("140.5".to_owned(), None)), "{text}");
        }
        assert_eq!(read("párr. 11 (c)"), Some(("11 (c)".to_owned(), None)));
        assert_eq!(read("para. 11 (n)"), Some(("11 (n)".to_owned(), None)));
    }

    #[test]
    fn year_and_document_may_stand_beside_it() {
        for text in ["140.5 of 2019", "rec. 140.5 (2019)", "140.5 de 2019", "recommandation 140.5, 2019"] {
            assert_eq!(read(text), Some(("140.5".to_owned(), Some(2019))), "{text}");
        }
        for text in
            ["A/HRC/59/15, para. 140.5", "140.5 of A/HRC/59/15", "A/HRC/59/15 § 140.5", "para. 140.5 in A/HRC/59/15"]
        {
            assert_eq!(read(text), Some(("A/HRC/59/15 ¶140.5".to_owned(), None)), "{text}");
        }
        let whole = read("UPR A/HRC/59/15 párr. 140.5 de 2019");
        assert_eq!(whole, Some(("UPR A/HRC/59/15 ¶140.5".to_owned(), Some(2019))));
    }

    #[test]
    fn other_names_are_no_citations() {
        for text in
            ["140.5", "UPRI-19207", "UPR s10/PRY by NOR", "A/HRC/59/15", "recommendation", "para. 2030", "", "of"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
