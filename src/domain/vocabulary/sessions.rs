//! When the sessions of the UPR Working Group were held.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::table::Table;
use crate::domain::Session;

/// A session with what is known of its dates.
#[derive(Debug, Clone)]
pub struct SessionEntry {
    /// Number of the session.
    pub session: Session,
    /// Year, if it is known.
    pub year: Option<i16>,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
}

/// The sessions in order.
#[must_use]
pub fn sessions() -> &'static [SessionEntry] {
    static SESSIONS: OnceLock<Vec<SessionEntry>> = OnceLock::new();
    SESSIONS.get_or_init(|| {
        let table = Table::embedded("sessions", include_str!("../../../corpora/reference/sessions.csv"));
        table
            .rows()
            .map(|row| SessionEntry {
                session: Session(row.cell("session").parse().expect("sessions are numbered")),
                year: row.cell("year").parse().ok(),
                start: row.cell("start").parse().ok(),
                end: row.cell("end").parse().ok(),
            })
            .collect()
    })
}

/// The last day of a session, or the last of its year where only the year is known.
#[must_use]
pub fn session_date(session: Session) -> Option<Date> {
    let entry = sessions().iter().find(|entry| entry.session == session)?;
    entry.end.or_else(|| Date::new(entry.year?, 12, 31).ok())
}
