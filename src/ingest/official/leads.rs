//! Which position a sentence gives to the recommendations that follow it.
//!
//! The part is tested before the whole ("partly supported"), the negative before the positive ("did
//! not enjoy the support") and the future tense last, because "will be examined" stands in sentences
//! of every kind. The phrases are those of `corpora/reference/positions.csv`.

use crate::domain::Position;
use crate::text::phrasebook::Phrase;

/// The phrases that set a position, in the order in which they are tested.
pub(super) const LEADS: [(Phrase, Position); 5] = [
    (Phrase::LeadPartly, Position::PartlySupported),
    (Phrase::LeadNoted, Position::Noted),
    (Phrase::LeadImplemented, Position::SupportedImplemented),
    (Phrase::LeadSupported, Position::Supported),
    (Phrase::LeadPending, Position::Pending),
];

/// The position that a sentence sets, if it sets one.
pub(super) fn lead_in(text: &str) -> Option<Position> {
    LEADS.into_iter().find_map(|(phrase, position)| phrase.is_in(text).then_some(position))
}

/// "(a) The following recommendations enjoy the support of …:" under "60. … its position is:".
pub(super) fn is_sub_lead(text: &str) -> bool {
    text.trim_end().ends_with([':', '：']) && lead_in(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::lead_in;
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
