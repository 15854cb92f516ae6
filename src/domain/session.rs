//! Sessions of the UPR Working Group and the cycles they belong to.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A session of the UPR Working Group, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Session(pub u16);

/// A cycle of the UPR, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cycle(pub u8);

impl Session {
    /// The cycle of the session: 1–12 first, 13–26 second, 27–40 third, then fourteen sessions each.
    ///
    /// Source: calendar of the review, Human Rights Council decision 17/119 and resolution 51/30.
    #[must_use]
    pub const fn cycle(self) -> Cycle {
        match self.0 {
            0..=12 => Cycle(1),
            session => Cycle(2 + ((session - 13) / 14) as u8),
        }
    }

    /// Reads "28", "28th Session - Cycle 2" or "- Session 28"; the first number counts.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let digits: String =
            words.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
        let number: u16 = digits.parse().ok()?;
        (1..=200).contains(&number).then_some(Self(number))
    }
}

impl fmt::Display for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for Cycle {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.trim().parse().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::{Cycle, Session};

    #[test]
    fn sessions_fall_into_the_cycles_of_the_calendar() {
        for (session, cycle) in [(1, 1), (12, 1), (13, 2), (26, 2), (27, 3), (40, 3), (41, 4), (54, 4)] {
            assert_eq!(Session(session).cycle(), Cycle(cycle), "session {session}");
        }
    }

    #[test]
    fn session_labels_of_uhri_are_read() {
        assert_eq!(Session::from_words("- 28th Session - Cycle 2"), Some(Session(28)));
        assert_eq!(Session::from_words("cycle"), None);
    }
}
