//! The position of the State under review on a UPR recommendation.
//!
//! A State supports or notes a recommendation; it cannot reject one (Human Rights Council
//! resolution 5/1, annex, para. 32). Weft keeps five positions and "none", and never folds them
//! into two.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::Coded;
use super::vocabulary::{PositionWord, position_words};

/// What the State under review has said of a recommendation.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Position {
    /// Enjoys the support of the State.
    Supported,
    /// Supported, and said to be implemented already or in process.
    SupportedImplemented,
    /// Parts supported, parts noted.
    PartlySupported,
    /// Noted.
    Noted,
    /// To be answered by a later session of the Council.
    Pending,
    /// No position exists: other mechanisms, pledges, or nothing known.
    #[default]
    None,
}

impl Position {
    /// All positions, strongest support first.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// The stable code used in exports and filters.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The words for people.
    #[must_use]
    pub fn word(self) -> Coded {
        Coded::word("position", self.code())
    }

    /// The words for people beside others: one that is to come and one that nobody has stated are both open.
    #[must_use]
    pub fn brief(self) -> Coded {
        Coded::word("position-brief", self.code())
    }

    /// Whether the State has still to say what it thinks, as far as is known.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Pending | Self::None)
    }

    /// Whether it is supported whole, implemented already or not.
    #[must_use]
    pub const fn is_support(self) -> bool {
        matches!(self, Self::Supported | Self::SupportedImplemented)
    }

    /// The English words of the review's own tables; empty where there is no position.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Supported => "Supported",
            Self::SupportedImplemented => "Supported (implemented or in process)",
            Self::PartlySupported => "Supported/Noted",
            Self::Noted => "Noted",
            Self::Pending => "Pending",
            Self::None => "",
        }
    }

    /// Whether two sources that say this and `other` agree: the finer class of support says no other
    /// than support, and a position that is pending or not stated contradicts none.
    #[must_use]
    pub const fn agrees_with(self, other: Self) -> bool {
        matches!(
            (self, other),
            (Self::Pending | Self::None, _)
                | (_, Self::Pending | Self::None)
                | (Self::Supported | Self::SupportedImplemented, Self::Supported | Self::SupportedImplemented)
                | (Self::PartlySupported, Self::PartlySupported)
                | (Self::Noted, Self::Noted)
        )
    }

    /// Whether this says more than `other` and agrees with it.
    #[must_use]
    pub const fn refines(self, other: Self) -> bool {
        self.agrees_with(other)
            && match other {
                Self::None => !matches!(self, Self::None),
                Self::Pending => !matches!(self, Self::None | Self::Pending),
                Self::Supported => matches!(self, Self::SupportedImplemented),
                _ => false,
            }
    }

    /// Reads the words used by UHRI, UPR Info, matrices and addenda, in all six languages.
    ///
    /// "Accepted" is read as supported and "Rejected" as noted, which is what the review allows.
    /// Returns `None` when the words name no position, or when one of them is not known: a cell must be
    /// understood as a whole.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let words = position_words(words);
        if words.contains(&PositionWord::Unknown) { None } else { Reading::of(&words).position() }
    }

    /// The position that a sentence speaks of, whatever else it says.
    #[must_use]
    pub fn in_sentence(text: &str) -> Option<Self> {
        Reading::of(&position_words(text)).position()
    }
}

/// What the words of a position say together.
#[derive(Debug, Default)]
struct Reading {
    supports: bool,
    refuses: bool,
    notes: bool,
    parts: usize,
    is_implemented: bool,
    is_pending: bool,
    is_absent: bool,
    is_hedged: bool,
    /// A "not" that has not met the word it turns round.
    is_open: bool,
    /// The "not" turns round "fully", not the support.
    leaves_a_part: bool,
    last: Option<Step>,
}

/// The last word that said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Refusal,
    Part,
    Other,
}

impl Reading {
    fn of(words: &[PositionWord]) -> Self {
        let mut reading = Self::default();
        words.iter().for_each(|word| reading.take(*word));
        reading
    }

    fn take(&mut self, word: PositionWord) {
        let step = match word {
            PositionWord::Filler | PositionWord::Unknown => return,
            PositionWord::Support => self.support(),
            // "N’appuie pas": the second word of the same negation.
            PositionWord::Not if self.last == Some(Step::Refusal) => Step::Refusal,
            PositionWord::Part => Step::Part,
            _ => Step::Other,
        };
        match word {
            PositionWord::Not => self.is_open |= step == Step::Other,
            PositionWord::Whole => self.leaves_a_part |= self.is_open,
            PositionWord::Part => self.parts += 1,
            PositionWord::Note => self.notes |= !self.is_open,
            PositionWord::Implemented => self.implemented(),
            PositionWord::Pending => (self.is_pending, self.is_open) = (true, false),
            PositionWord::Absent => self.is_absent = true,
            PositionWord::Hedge => self.is_hedged = true,
            PositionWord::Support | PositionWord::Filler | PositionWord::Unknown => {}
        }
        self.last = Some(step);
    }

    /// "Not accepted or supported" refuses both words.
    fn support(&mut self) -> Step {
        if self.is_open && self.leaves_a_part {
            self.parts += 1;
        } else if self.is_open || self.last == Some(Step::Refusal) {
            (self.refuses, self.is_open) = (true, false);
            return Step::Refusal;
        } else {
            self.supports = true;
        }
        self.is_open = false;
        Step::Other
    }

    /// "Not yet implemented" says nothing of the support, "partly implemented" no more than "in process".
    fn implemented(&mut self) {
        if self.is_open {
            self.is_open = false;
            return;
        }
        self.is_implemented = true;
        if self.last == Some(Step::Part) {
            self.parts -= 1;
        }
    }

    const fn position(&self) -> Option<Position> {
        let is_refused = self.notes || self.refuses;
        Some(match () {
            () if self.is_hedged || self.is_open => return None,
            () if self.parts > 0 || (self.supports && is_refused) => Position::PartlySupported,
            () if is_refused => Position::Noted,
            () if self.is_implemented => Position::SupportedImplemented,
            () if self.supports => Position::Supported,
            () if self.is_pending => Position::Pending,
            () if self.is_absent => Position::None,
            () => return None,
        })
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Position;

    #[test]
    fn accepted_means_supported_and_rejected_means_noted() {
        assert_eq!(Position::from_words("Accepted"), Some(Position::Supported));
        assert_eq!(Position::from_words(" Rejected. "), Some(Position::Noted));
        assert_eq!(Position::from_words("Supported/Noted"), Some(Position::PartlySupported));
        assert_eq!(Position::from_words("Voluntary Pledge"), None);
    }

    #[test]
    fn negation_part_and_state_of_work_are_read_by_the_words_together() {
        use Position::{Noted, PartlySupported, Pending, Supported, SupportedImplemented};
        for (words, expected) in [
            ("Not accepted", Noted),
            ("Does not enjoy the support of Côte d’Ivoire", Noted),
            ("Took note", Noted),
            ("No aceptada", Noted),
            ("Non acceptée", Noted),
            ("N’appuie pas", Noted),
            ("не принята", Noted),
            ("принята к сведению", Noted),
            ("غير مقبولة", Noted),
            ("أحيط بها علماً", Noted),
            ("不接受", Noted),
            ("注意到", Noted),
            ("Peru accepts", Supported),
            ("Aceptada", Supported),
            ("поддержана", Supported),
            ("تحظى بتأييد الدولة", Supported),
            ("得到支持", Supported),
            ("Accepted, not yet implemented", Supported),
            ("Accepted in part", PartlySupported),
            ("Not fully accepted", PartlySupported),
            ("Partiellement acceptée", PartlySupported),
            ("Aceptada / tomada nota", PartlySupported),
            ("частично принята", PartlySupported),
            ("مقبولة جزئياً", PartlySupported),
            ("部分接受", PartlySupported),
            ("Accepted (already implemented)", SupportedImplemented),
            ("Aceptada, en proceso de aplicación", SupportedImplemented),
            ("Acceptée, en cours de mise en œuvre", SupportedImplemented),
            ("Under consideration", Pending),
            ("Pendiente de examen", Pending),
            ("на рассмотрении", Pending),
            ("قيد النظر", Pending),
            ("待审议", Pending),
        ] {
            assert_eq!(Position::from_words(words), Some(expected), "{words}");
        }
        for words in ["A", "N", "no", "Not implemented", "Accepted in principle", "Schools were implemented", ""] {
            assert_eq!(Position::from_words(words), None, "{words}");
        }
    }

    #[test]
    fn finer_positions_agree_and_opposed_ones_do_not() {
        use Position::{None, Noted, PartlySupported, Pending, Supported, SupportedImplemented};
        assert!(SupportedImplemented.refines(Supported) && !Supported.refines(SupportedImplemented));
        assert!(Supported.refines(Pending) && Noted.refines(None) && !Pending.refines(Noted));
        assert!(!Noted.agrees_with(Supported) && !PartlySupported.agrees_with(Noted) && Pending.agrees_with(Noted));
    }

    #[test]
    fn codes_read_back_as_positions() {
        for position in Position::ALL {
            assert_eq!(Position::from_words(position.code()), Some(*position));
        }
    }
}
