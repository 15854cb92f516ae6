//! Language identification: script first, then a small model for Latin script.

use whichlang::Lang;

use crate::domain::Language;

/// Short Latin texts carry too little for the model: the commonest words decide, and without any of
/// them ("Ratify OPCAT") the text is read as English.
const SHORT: usize = 90;

/// The commonest words of each language that the other two do not have.
const COMMON: [(Language, &[&str]); 3] = [
    (Language::En, &["the", "of", "and", "to", "in", "for", "with", "its", "all", "by", "on", "against", "that", "as"]),
    (
        Language::Fr,
        &["le", "les", "des", "du", "et", "aux", "dans", "pour", "une", "au", "ses", "sur", "par", "contre"],
    ),
    (
        Language::Es,
        &["el", "los", "las", "del", "y", "para", "con", "una", "por", "sus", "al", "contra", "todas", "su"],
    ),
];

/// The language of a text among the six, by the script of most letters and, for Latin script, by
/// frequent letters.
#[must_use]
pub fn identify(text: &str) -> Language {
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
        Some((_, Some(language))) => language,
        _ => identify_latin(text, latin),
    }
}

fn identify_latin(text: &str, letters: usize) -> Language {
    if letters >= SHORT {
        return match whichlang::detect_language(text) {
            Lang::Fra => Language::Fr,
            Lang::Spa => Language::Es,
            _ => Language::En,
        };
    }
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphabetic());
    let count = |list: &[&str]| words().filter(|word| list.contains(word)).count();
    // On a tie the first, English, stands.
    let counts = COMMON.iter().rev().map(|(language, list)| (count(list), *language));
    counts.max_by_key(|(count, _)| *count).map_or(Language::En, |(_, language)| language)
}

#[cfg(test)]
mod tests {
    use super::identify;
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
}
