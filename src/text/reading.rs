//! Everything the analysis wants to know of one text, read once.

use crate::domain::Language;
use crate::domain::vocabulary::fold;

use super::action::{Opening, opening};
use super::boilerplate;
use super::false_friends::{Piece, pieces};
use super::gloss::gloss;
use super::groups::{GroupMention, groups};
use super::instruments::{Mention, instruments, name};
use super::items::items;

/// Characters of a text that are read: half as long again as the longest paragraph of the mechanisms, so that only a text
/// that is no single recommendation is longer. What comes after them is kept, shown and searched, but costs an
/// analysis no time.
pub const LONGEST_READ: usize = 6_000;

/// One text, read.
#[derive(Debug, Clone)]
pub struct Reading {
    /// Language of the text.
    pub language: Language,
    /// The text folded (lower case, no accents, no punctuation).
    pub folded: String,
    /// The folded text, or its English gloss, with other words for those that mislead: what models see.
    pub english: String,
    /// The folded text without openers, references and citations: what is compared.
    pub core: String,
    /// Instruments named.
    pub instruments: Vec<Mention>,
    /// Groups of persons named.
    pub groups: Vec<GroupMention>,
    /// Verbs that open it.
    pub opening: Opening,
    /// Verbs that open its lettered items, in its order.
    pub items: Vec<Opening>,
}

/// Reads a cleaned text (without number and recommending States).
#[must_use]
pub fn read(clean: &str, language: Language) -> Reading {
    read_of_body(clean, language, None)
}

/// Reads a cleaned text of the treaty body that watches over the convention `own`.
#[must_use]
pub fn read_of_body(clean: &str, language: Language, own: Option<&str>) -> Reading {
    let clean = beginning(clean);
    let folded = fold(clean);
    let instruments = instruments(clean, own);
    let english = match language {
        Language::En => {
            boilerplate::without_frame(&pieces(&folded, language).into_iter().map(english_words).collect::<String>())
        }
        _ => {
            let named = instruments.iter().map(|mention| fold(&name(mention.code, Language::En)));
            std::iter::once(glossed(clean, &folded, language)).chain(named).collect::<Vec<_>>().join(" ")
        }
    };
    Reading {
        language,
        core: boilerplate::strip(&fold(&boilerplate::without_citations(clean)), language),
        groups: groups(&folded, language),
        opening: opening(&folded, language),
        items: items(clean).into_iter().map(|item| opening(&fold(item), language)).collect(),
        instruments,
        english,
        folded,
    }
}

/// The text as far as it is read.
fn beginning(clean: &str) -> &str {
    clean.char_indices().nth(LONGEST_READ).map_or(clean, |(end, _)| &clean[..end])
}

/// The English words of a piece of an English text.
fn english_words(piece: Piece<'_>) -> &str {
    match piece {
        Piece::Own(words) => words,
        Piece::Meant(words) => words,
    }
}

/// The English gloss of a text in another language, piece by piece where something in it misleads.
fn glossed(clean: &str, folded: &str, language: Language) -> String {
    let pieces = pieces(folded, language);
    if pieces.len() == 1 {
        return gloss(clean, language);
    }
    let words = pieces.into_iter().map(|piece| match piece {
        Piece::Own(text) => gloss(text, language),
        Piece::Meant(words) => words.to_owned(),
    });
    words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_READ, read};
    use crate::domain::Language;

    #[test]
    fn a_text_without_end_is_read_as_far_as_it_may_be_a_recommendation() {
        let long = "é ".repeat(LONGEST_READ);
        assert_eq!(read(&long, Language::En).folded, "e ".repeat(LONGEST_READ / 2).trim_end());
        let whole = "Build schools ".repeat(400);
        assert_eq!(read(&whole, Language::En).folded.matches("build").count(), 400);
    }
}
