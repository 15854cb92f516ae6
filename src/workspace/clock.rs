//! The one door through which time and the user's name enter.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::{Asker, Stamp};

/// Now.
#[expect(clippy::disallowed_methods, reason = "this is the room where time enters")]
#[must_use]
pub fn now() -> Timestamp {
    Timestamp::now()
}

/// Today, in universal time.
#[must_use]
pub fn today() -> Date {
    now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// The account name that the system gives.
#[must_use]
pub fn user() -> String {
    let who = ["USER", "USERNAME", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok());
    who.unwrap_or_else(|| "unknown".to_owned())
}

/// Who acts, and when: the user of this computer, now.
#[must_use]
pub fn stamp() -> Stamp {
    Stamp { at: now(), who: user() }
}

/// A person who acts now.
#[must_use]
pub fn stamp_of(asker: &Asker) -> Stamp {
    Stamp { at: now(), who: asker.who.clone() }
}
