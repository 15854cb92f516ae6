//! Whether a paragraph of a treaty body or mandate holder asks something or observes something.
//!
//! A paragraph is a recommendation where a sentence has somebody who asks and a verb of asking after
//! it ("the Committee … recommends"), or words that ask by themselves ("the State party should").
//! Everything else is a concern or an observation, as UHRI calls it; sure where it says so.

use super::action::opening;
use super::language::identify;
use super::phrasebook::Phrase;
use crate::domain::Kind;
use crate::domain::vocabulary::fold;

/// What a paragraph is, and how sure that is (0 to 1).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ask {
    /// Recommendation or concern.
    pub kind: Kind,
    /// 0.9 and more where a sentence asks or observes outright, 0.7 where only its first verb speaks
    /// for a recommendation, 0.5 where nothing speaks for either.
    pub confidence: f32,
}

/// How sure a kind is for which no word speaks.
pub const GUESSED: f32 = 0.5;

/// Reads a paragraph without its number.
#[must_use]
pub fn ask_of(text: &str) -> Ask {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if sentences(&text).any(asks) {
        return Ask { kind: Kind::Recommendation, confidence: 0.95 };
    }
    if Phrase::Observes.is_in(&text) {
        return Ask { kind: Kind::Concern, confidence: 0.9 };
    }
    // A sub-point that stands alone asks by the verb it opens with: "Adopt a law".
    let folded = fold(&text);
    let first = opening(&folded, identify(&text)).verbs.into_iter().next();
    let opens = first.is_some_and(|verb| folded.strip_prefix("to ").unwrap_or(&folded).starts_with(&verb.words));
    let kind = if opens { Kind::Recommendation } else { Kind::Concern };
    Ask { kind, confidence: if opens { 0.7 } else { GUESSED } }
}

fn asks(sentence: &str) -> bool {
    if Phrase::Asks.is_in(sentence) {
        return true;
    }
    // The verb stands after the one who asks: "recommendations that the Committee made" is no ask.
    Phrase::AskingSubject.find(sentence).is_some_and(|(_, end)| Phrase::AskingVerb.is_in(&sentence[end..]))
}

/// Sentences, cut at a full stop before a blank; abbreviations cut too early do no harm here.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_end = |(at, c): (usize, char)| {
            let after = &rest[at + c.len_utf8()..];
            let ends = matches!(c, '。' | '؟') || (matches!(c, '.' | '?' | '!') && after.starts_with(' '));
            ends.then_some(at + c.len_utf8())
        };
        let end = rest.char_indices().find_map(is_end).unwrap_or(rest.len());
        let (sentence, tail) = rest.split_at(end);
        rest = tail;
        (!sentence.is_empty()).then_some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::ask_of;
    use crate::domain::Kind;

    #[test]
    fn asks_and_concerns_are_told_apart_in_each_language() {
        for (text, kind) in [
            ("The Committee recommends that the State party build schools.", Kind::Recommendation),
            (
                "Recalling its earlier views, the Committee strongly urges the State party to: (a) Build;",
                Kind::Recommendation,
            ),
            ("The State party should build schools.", Kind::Recommendation),
            ("The Committee is concerned that its previous recommendations were not carried out.", Kind::Concern),
            ("The Committee welcomes the new law on schools.", Kind::Concern),
            ("Le Comité recommande à l’État partie de bâtir des écoles.", Kind::Recommendation),
            ("Le Comité est préoccupé par le manque d’écoles.", Kind::Concern),
            ("El Comité insta al Estado parte a que construya escuelas.", Kind::Recommendation),
            ("Preocupa al Comité la falta de escuelas.", Kind::Concern),
            ("Комитет рекомендует государству-участнику строить школы.", Kind::Recommendation),
            ("توصي اللجنة الدولة الطرف ببناء المدارس.", Kind::Recommendation),
            ("Adopt a law on schools", Kind::Recommendation),
            ("委员会建议缔约国修建学校。", Kind::Recommendation),
        ] {
            assert_eq!(ask_of(text).kind, kind, "{text}");
        }
    }
}
