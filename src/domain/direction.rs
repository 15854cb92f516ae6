//! How a language is read on a page.

use super::Language;

/// Where a language starts to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As Latin letters do.
    LeftToRight,
    /// As Arabic does.
    RightToLeft,
}

impl Direction {
    /// The direction of a language.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        match language {
            Language::Ar => Self::RightToLeft,
            _ => Self::LeftToRight,
        }
    }

    /// The value of the attribute `dir` of HTML.
    #[must_use]
    pub const fn attribute(self) -> &'static str {
        match self {
            Self::LeftToRight => "ltr",
            Self::RightToLeft => "rtl",
        }
    }
}
