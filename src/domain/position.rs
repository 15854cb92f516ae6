//! The position of the State under review on a UPR recommendation.
//!
//! A State supports or notes a recommendation; it cannot reject one (Human Rights Council
//! resolution 5/1, annex, para. 32). Weft keeps five positions and "none", and never folds them
//! into two.

use std::fmt;

use serde::{Deserialize, Serialize};
use strum::VariantArray;

use super::Coded;

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

    /// Reads the words used by UHRI, UPR Info, matrices and addenda.
    ///
    /// "Accepted" is read as supported and "Rejected" as noted, which is what the review allows.
    /// Returns `None` when the words name no position.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let plain: String = words.to_lowercase().chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
        let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(match plain.as_str() {
            "supported" | "accepted" | "support" | "accept" | "enjoys support" | "apoyada" | "aceptada"
            | "acceptée" | "appuyée" | "apoyadas" | "aceptadas" | "acceptées" | "appuyées" | "soutenue"
            | "soutenues" | "supports" | "accepts" => Self::Supported,
            "supported implemented"
            | "accepted implemented"
            | "already implemented"
            | "supported implemented or in process"
            | "implemented"
            | "in process" => Self::SupportedImplemented,
            "supported noted"
            | "noted supported"
            | "partly supported"
            | "partially supported"
            | "supported in part"
            | "accepted in part"
            | "partially accepted"
            | "parcialmente aceptada"
            | "parcialmente apoyada"
            | "aceptada parcialmente"
            | "apoyada parcialmente"
            | "aceptada en parte"
            | "aceptada tomada nota"
            | "apoyada anotada"
            | "apoyada tomada nota"
            | "aceptada anotada"
            | "partiellement acceptée"
            | "partiellement appuyée"
            | "acceptée partiellement"
            | "appuyée partiellement"
            | "acceptée en partie"
            | "acceptée notée"
            | "appuyée notée" => Self::PartlySupported,
            "noted" | "rejected" | "not supported" | "not accepted" | "anotada" | "tomada nota" | "notée"
            | "anotadas" | "notées" | "no aceptada" | "no apoyada" | "non acceptée" | "non appuyée"
            | "prise en note" | "rejetée" | "rechazada" => Self::Noted,
            "pending" | "to be examined" | "under examination" | "pendiente" | "en attente" => Self::Pending,
            "none" | "no position" => Self::None,
            _ => return None,
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
