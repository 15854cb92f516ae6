//! Which position a sentence gives to the recommendations that follow it.
//!
//! What is not decided yet is tested first ("do not yet enjoy"), the part before the whole ("partly supported"),
//! the negative before the positive ("did not enjoy the support") and the future tense last, because "will be
//! examined" stands in sentences
//! of every kind. The phrases are those of `corpora/reference/positions.csv`.

use super::number_lists::anywhere;
use crate::domain::{NumberRange, Position};
use crate::text::phrasebook::Phrase;

/// The phrases that set a position, in the order in which they are tested.
pub(super) const LEADS: [(Phrase, Position); 6] = [
    (Phrase::LeadUndecided, Position::Pending),
    (Phrase::LeadPartly, Position::PartlySupported),
    (Phrase::LeadNoted, Position::Noted),
    (Phrase::LeadImplemented, Position::SupportedImplemented),
    (Phrase::LeadSupported, Position::Supported),
    (Phrase::LeadPending, Position::Pending),
];

/// The position that a sentence sets, if it sets one.
///
/// What it says of others does not count: those it excepts, and those that stand elsewhere ("those that were
/// rejected are listed in paragraph 71").
pub(super) fn lead_in(text: &str) -> Option<Position> {
    let position = |words: &str| LEADS.into_iter().find_map(|(phrase, set)| phrase.is_in(words).then_some(set));
    let own = without_exceptions(first_statement(text));
    position(own).or_else(|| position(text))
}

/// The sentence up to a semicolon, where others are spoken of behind it.
fn first_statement(text: &str) -> &str {
    let cut = text.match_indices([';', '；', '؛']).find(|(at, _)| Phrase::Elsewhere.is_in(&text[*at..]));
    cut.map_or(text, |(at, _)| &text[..at])
}

/// The sentence up to the numbers that it excepts; an exception of parts is one of the whole sentence.
fn without_exceptions(text: &str) -> &str {
    match Phrase::LeadExcept.find(text) {
        Some((at, _)) if !Phrase::LeadPartly.is_in(text) && !anywhere(&text[at..]).is_empty() => &text[..at],
        _ => text,
    }
}

/// The numbers that a sentence excepts from what it says, and the position that it gives them.
pub(super) fn excepted(text: &str) -> Option<(Vec<NumberRange>, Position)> {
    let own = without_exceptions(text);
    let rest = text.get(own.len()..).filter(|rest| !rest.is_empty())?;
    let position = LEADS.into_iter().find_map(|(phrase, set)| phrase.is_in(rest).then_some(set));
    Some((anywhere(rest), position.unwrap_or_default()))
}

/// "(a) The following recommendations enjoy the support of …:" under "60. … its position is:".
pub(super) fn is_sub_lead(text: &str) -> bool {
    text.trim_end().ends_with([':', '：']) && lead_in(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::{excepted, lead_in};
    use crate::domain::Position::{self, Noted, PartlySupported, Pending, Supported, SupportedImplemented};

    fn check(cases: &[(&str, Position)]) {
        for (text, expected) in cases {
            assert_eq!(lead_in(text), Some(*expected), "{text}");
        }
    }

    #[test]
    fn english_french_and_spanish_sentences_are_told_apart() {
        check(&[
            ("The recommendations below enjoy the support of Peru:", Supported),
            ("The recommendations below enjoy the partial support of Peru:", PartlySupported),
            ("Peru accepts the recommendations below in part:", PartlySupported),
            ("Peru supports recommendation 5, except the second part thereof:", PartlySupported),
            ("The recommendations below did not enjoy the support of Peru and were noted:", Noted),
            ("Peru considers the recommendations below, which it supports, already implemented:", SupportedImplemented),
            ("The recommendations below will be examined by Peru:", Pending),
            ("Le Pérou accepte partiellement les recommandations ci-après :", PartlySupported),
            ("Le Pérou n’accepte que partiellement les recommandations ci-après :", PartlySupported),
            ("Les recommandations ci-après ont été examinées par le Pérou, qui y souscrit :", Supported),
            ("Las recomendaciones siguientes cuentan con el apoyo parcial del Perú:", PartlySupported),
            ("Las recomendaciones siguientes no cuentan con el apoyo del Perú:", Noted),
        ]);
    }

    #[test]
    fn what_a_sentence_says_of_others_is_not_said_of_all() {
        check(&[
            ("The recommendations below enjoy the support of Peru, except 70.2, which is noted:", Supported),
            (
                "Les recommandations ci-après ont été acceptées, à l'exception de la recommandation 41.2, dont il prend note :",
                Supported,
            ),
            ("Las recomendaciones han sido aceptadas, salvo la recomendación 63.2, de la que se toma nota:", Supported),
            (
                "The recommendations below have been accepted; those that were rejected are listed in paragraph 71:",
                Supported,
            ),
            ("Peru will respond to the following recommendations, which do not yet enjoy its support:", Pending),
            ("Recommendations under review", Pending),
            ("Recomendaciones en estudio", Pending),
        ]);
        let (numbers, position) = excepted("All are accepted, with the exception of 70.2, which is noted:").unwrap();
        assert_eq!((numbers.len(), position), (1, Noted));
        assert_eq!(excepted("All are accepted:"), None);
    }

    #[test]
    fn russian_chinese_and_arabic_sentences_are_told_apart() {
        check(&[
            ("Рекомендации, перечисленные ниже, пользуются его поддержкой:", Supported),
            ("Перу не поддерживает следующие рекомендации:", Noted),
            ("Следующие рекомендации не были поддержаны Перу:", Noted),
            ("Следующие рекомендации приняты Перу к сведению:", Noted),
            ("Перу частично поддерживает следующие рекомендации:", PartlySupported),
            ("下列建议得到秘鲁的支持：", Supported),
            ("下列建议未得到秘鲁的支持，因此已注意到：", Noted),
            ("下列建议未获得秘鲁的支持：", Noted),
            ("秘鲁注意到以下建议：", Noted),
            ("秘鲁部分支持下列建议：", PartlySupported),
            ("تؤيد بيرو التوصيات التالية:", Supported),
            ("لا تؤيد بيرو التوصيات التالية:", Noted),
            ("أحاطت بيرو علماً بالتوصيات التالية:", Noted),
        ]);
    }
}
