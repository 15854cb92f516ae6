//! Forms of words that stems do not bring together: irregular plurals, British and American
//! spellings, and what is done beside the doing of it ("ratify" and "ratification"); accents that
//! stemmers need and people leave out.
//!
//! A form is only ever compared with other forms, so a rule may change a word that it was not meant
//! for ("exercise" to "exercize") as long as it changes it everywhere.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::Language;
use crate::domain::vocabulary::Table;

static FORMS: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let table = Table::embedded("word_forms", include_str!("../../corpora/reference/word_forms.csv"));
    table.rows().map(|row| (row.cell("form").to_owned(), row.cell("base").to_owned())).collect()
});

/// Endings and those they are read as, for words of at least six letters: of nouns, then British ones.
const ENDINGS: [(&str, &str); 16] = [
    ("ifications", "ify"),
    ("ification", "ify"),
    ("isations", "izations"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("ouring", "oring"),
    ("oured", "ored"),
    ("ours", "ors"),
    ("our", "or"),
    ("tres", "ters"),
    ("tre", "ter"),
    ("ysing", "yzing"),
    ("ysed", "yzed"),
];

/// Shorter words are left alone: "rise", "hour", "four".
const SHORTEST: usize = 6;

/// The form by which a folded English word is compared.
#[must_use]
pub fn base_form(word: &str) -> Cow<'_, str> {
    if let Some(base) = FORMS.get(word) {
        return Cow::Borrowed(base.as_str());
    }
    if word.len() < SHORTEST {
        return Cow::Borrowed(word);
    }
    with_ending(word, &ENDINGS)
}

/// Endings of folded Spanish words whose accent the stemmer goes by.
const SPANISH: [(&str, &str); 9] = [
    ("ciones", "ción"),
    ("siones", "sión"),
    ("cion", "ción"),
    ("sion", "sión"),
    // Plurals of words that end in a consonant: "mujeres", "autoridades", "jueces".
    ("res", "r"),
    ("les", "l"),
    ("nes", "n"),
    ("des", "d"),
    ("ces", "z"),
];
/// Feminine participles, which the stemmer tells apart only with their accent, and plurals in -aux.
const FRENCH: [(&str, &str); 3] = [("ees", "e"), ("ee", "e"), ("aux", "al")];
/// Genitives of the plural that lose the vowel of their stem.
const RUSSIAN: [(&str, &str); 4] =
    [("пыток", "пытки"), ("девочек", "девочки"), ("попыток", "попытки"), ("семей", "семьи")];

/// The form of a folded word that is stemmed.
#[must_use]
pub fn search_form(folded: &str, language: Language) -> Cow<'_, str> {
    match language {
        Language::En => base_form(folded),
        // Letters that are written in two ways.
        Language::Ar => Cow::Owned(without_article(&folded.replace('ى', "ي").replace('ة', "ه")).to_owned()),
        Language::Es => with_ending(folded, &SPANISH),
        Language::Fr => with_ending(folded, &FRENCH),
        Language::Ru => RUSSIAN.iter().find(|(form, _)| *form == folded).map_or(Cow::Borrowed(folded), |r| r.1.into()),
        Language::Zh => Cow::Borrowed(folded),
    }
}

/// Arabic articles, alone and with what is written before them; the stemmer cuts other endings where
/// it has cut an article.
const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];

fn without_article(word: &str) -> &str {
    let rest = ARTICLES.iter().find_map(|article| word.strip_prefix(article));
    rest.filter(|rest| rest.chars().count() > 2).unwrap_or(word)
}

fn with_ending<'a>(word: &'a str, endings: &[(&str, &str)]) -> Cow<'a, str> {
    let ending = endings.iter().find_map(|(from, to)| Some((word.strip_suffix(from)?, to)));
    ending.map_or(Cow::Borrowed(word), |(head, to)| Cow::Owned(format!("{head}{to}")))
}

#[cfg(test)]
mod tests {
    use super::base_form;

    #[test]
    fn forms_of_one_word_come_together() {
        for (a, b) in [
            ("women", "woman"),
            ("ratification", "ratify"),
            ("abolition", "abolish"),
            ("people", "persons"),
            ("organisation", "organization"),
            ("labour", "labor"),
            ("centre", "center"),
            ("criminalise", "criminalize"),
            ("programmes", "program"),
        ] {
            assert_eq!(base_form(a), base_form(b), "{a}");
        }
        assert_ne!(base_form("hour"), base_form("hor"));
    }
}
