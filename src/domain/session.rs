//! Sessions of the UPR Working Group and the cycles they belong to.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::vocabulary::Table;

/// A session of the UPR Working Group, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Session(pub u16);

/// A cycle of the UPR, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cycle(pub u8);

/// Words beside the numbers of cycles and sessions, from `corpora/reference/session_words.csv`.
struct SessionWords {
    /// What stands beside the number of a cycle.
    cycle: Vec<String>,
    /// The review in short, beside whose name the number of a cycle may stand.
    review: Vec<String>,
}

static WORDS: LazyLock<SessionWords> = LazyLock::new(|| {
    let table = Table::embedded("session_words", include_str!("../../corpora/reference/session_words.csv"));
    let words = |kind| table.of_kind(kind).lists_of_languages("words").into_iter().flatten().collect();
    SessionWords { cycle: words("cycle"), review: words("review") }
});

/// The review has few cycles so far, and many sessions.
const MOST_CYCLES: u16 = 8;

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

    /// Reads "28", "28th Session - Cycle 2" or "- Session 28": the first number that is not one of a cycle.
    ///
    /// `None` for "3rd cycle", "UPR 3", "2e EPU" and years, which name no session.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        let words: Vec<String> = words.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !word.is_empty()).collect();
        let is_among = |list: &[String], word: Option<&&str>| word.is_some_and(|word| list.iter().any(|w| w == word));
        let number = words.iter().enumerate().find_map(|(at, word)| {
            let number: u16 = word.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
            let beside = [words.get(at + 1), at.checked_sub(1).and_then(|at| words.get(at))];
            let review = if number <= MOST_CYCLES { WORDS.review.as_slice() } else { &[] };
            let is_of_cycle = beside.iter().any(|word| is_among(&WORDS.cycle, *word) || is_among(review, *word));
            (!is_of_cycle).then_some(number)
        })?;
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
        assert_eq!(Session::from_words("UPR 28"), Some(Session(28)));
        for cycle in ["cycle", "3e cycle", "3rd cycle", "ciclo 3", "2e EPU (2016)", "UPR 3", "2022", "XLII"] {
            assert_eq!(Session::from_words(cycle), None, "{cycle}");
        }
        for words in ["42", "42nd session", "Session 42 of the UPR", "42e session de l’EPU", "сессия 42", "الدورة 42"]
        {
            assert_eq!(Session::from_words(words), Some(Session(42)), "{words}");
        }
    }
}
