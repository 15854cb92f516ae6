//! How a language is read on a page.

use std::borrow::Cow;

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

    /// A code as it stands in a sentence. Among letters that are read from the right, one of digits and a letter such as
    /// `16.a` would be turned round: it is set apart by the marks of Unicode's bidirectional algorithm (UAX 9, LRI and PDI).
    #[must_use]
    pub fn shown_code(self, code: &str) -> Cow<'_, str> {
        let is_turned = self == Self::RightToLeft && code.contains(|letter: char| letter.is_ascii_alphabetic());
        if is_turned { Cow::Owned(format!("\u{2066}{code}\u{2069}")) } else { Cow::Borrowed(code) }
    }
}

#[cfg(test)]
mod tests {
    use super::Direction::{LeftToRight, RightToLeft};

    #[test]
    fn codes_with_a_letter_are_set_apart_where_one_reads_from_the_right() {
        assert_eq!(RightToLeft.shown_code("16.a"), "\u{2066}16.a\u{2069}");
        assert_eq!((RightToLeft.shown_code("16.6"), LeftToRight.shown_code("16.a")), ("16.6".into(), "16.a".into()));
    }
}
