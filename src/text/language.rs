//! Language identification: script first, then a small model for Latin script.

use std::sync::LazyLock;

use whichlang::Lang;

use crate::domain::Language;
use crate::domain::vocabulary::Table;

/// Short Latin texts carry too little for the model: the commonest words decide, and without any of
/// them ("Ratify OPCAT") the text is read as English.
const SHORT: usize = 90;

/// The commonest words of each language of Latin script that the other two do not have, from
/// `corpora/reference/common_words.csv`.
static COMMON: LazyLock<[(Language, Vec<String>); 3]> = LazyLock::new(|| {
    let table = Table::embedded("common_words", include_str!("../../corpora/reference/common_words.csv"));
    let mut lists = table.lists_of_languages("words");
    [Language::En, Language::Fr, Language::Es].map(|language| (language, std::mem::take(&mut lists[language.index()])))
});

/// The language of a text among the six, by the script of most letters and, for Latin script, by
/// frequent letters.
#[must_use]
pub fn identify(text: &str) -> Language {
    told(text).unwrap_or(Language::En)
}

/// The same for a text among others, such as a cell of a column: one that is too short to tell by itself is
/// in the language of the others.
#[must_use]
pub fn identify_among(text: &str, others: Option<Language>) -> Language {
    told(text).or(others).unwrap_or(Language::En)
}

/// The language of most of the texts that tell theirs; `None` when they differ, or none tells it.
#[must_use]
pub fn common<'a>(texts: impl Iterator<Item = &'a str>) -> Option<Language> {
    let mut votes = Language::ALL.map(|language| (0usize, language));
    for language in texts.filter_map(told) {
        votes[language.index()].0 += 1;
    }
    let all: usize = votes.iter().map(|(count, _)| count).sum();
    votes.into_iter().find(|(count, _)| *count > 0 && count * 3 >= all * 2).map(|(_, language)| language)
}

/// The language that a text tells by itself.
fn told(text: &str) -> Option<Language> {
    let (mut arabic, mut han, mut cyrillic, mut latin) = (0usize, 0usize, 0usize, 0usize);
    for c in text.chars() {
        match c {
            '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{feff}' => arabic += 1,
            '\u{3400}'..='\u{9fff}' => han += 1,
            '\u{400}'..='\u{4ff}' => cyrillic += 1,
            c if c.is_alphabetic() => latin += 1,
            _ => {}
        }
    }
    // One Chinese character carries about as much as three letters.
    let counts =
        [(latin, None), (arabic, Some(Language::Ar)), (han * 3, Some(Language::Zh)), (cyrillic, Some(Language::Ru))];
    match counts.into_iter().max_by_key(|(count, _)| *count) {
        Some((0, _)) | None => None,
        Some((_, Some(language))) => Some(language),
        Some((_, None)) => told_in_latin(text, latin),
    }
}

fn told_in_latin(text: &str, letters: usize) -> Option<Language> {
    if letters >= SHORT {
        return Some(match whichlang::detect_language(text) {
            Lang::Fra => Language::Fr,
            Lang::Spa => Language::Es,
            _ => Language::En,
        });
    }
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphabetic());
    let count = |list: &[String]| words().filter(|word| list.iter().any(|common| common == word)).count();
    let counts = COMMON.each_ref().map(|(language, list)| (count(list), *language));
    let most = counts.iter().map(|(count, _)| *count).max().filter(|most| *most > 0)?;
    // On a tie the first stands.
    counts.into_iter().find(|(count, _)| *count == most).map(|(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::{common, identify, identify_among};
    use crate::domain::Language;

    #[test]
    fn each_of_the_six_is_recognised() {
        for (text, language) in [
            ("Continue efforts to protect the rights of all persons", Language::En),
            ("Poursuivre les efforts visant à protéger les droits de tous", Language::Fr),
            ("Continuar los esfuerzos por proteger los derechos de todos", Language::Es),
            ("продолжать усилия по защите прав человека", Language::Ru),
            ("مواصلة الجهود الرامية إلى حماية حقوق الإنسان", Language::Ar),
            ("继续努力保护人权 (CEDAW)", Language::Zh),
            ("Ratify OPCAT", Language::En),
            ("Continue efforts to combat poverty", Language::En),
            ("Decriminalize homosexual activity", Language::En),
            ("Ratificar el OP-CEDAW", Language::Es),
            ("Ratifier le protocole", Language::Fr),
        ] {
            assert_eq!(identify(text), language, "{text}");
        }
    }

    #[test]
    fn a_text_too_short_to_tell_is_in_the_language_of_its_column() {
        let column = ["Abolir la peine de mort", "Adopter une loi sur les prisons", "Ratifier le Statut de Rome"];
        assert_eq!(common(column.into_iter()), Some(Language::Fr));
        assert_eq!(identify_among("Abolir la peine de mort", Some(Language::Fr)), Language::Fr);
        assert_eq!(identify_among("Abolish the death penalty", Some(Language::Fr)), Language::En);
        assert_eq!(identify_among("Ratifier OPCAT", None), Language::En);
        let mixed = ["Protéger les juges", "Protect the judges"];
        assert_eq!(common(mixed.into_iter()), None);
        assert_eq!(common(["Зарегистрировать всех", "OPCAT"].into_iter()), Some(Language::Ru));
    }
}
