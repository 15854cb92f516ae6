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
    /// Session of the Human Rights Council that adopts its outcomes; its number stands in the symbols
    /// of reports (`A/HRC/59/15`).
    pub council: Option<u16>,
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
                council: row.cell("council").parse().ok(),
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

/// The session of the Working Group whose outcomes a session of the Council adopts; `None` where
/// there is none or, as at the eighth, more than one.
#[must_use]
pub fn session_of_council(council: u16) -> Option<Session> {
    let mut adopted = sessions().iter().filter(|entry| entry.council == Some(council));
    let first = adopted.next()?;
    adopted.next().is_none().then_some(first.session)
}

/// The session of the Working Group in which a day lies.
#[must_use]
pub fn session_on(day: Date) -> Option<Session> {
    let holds =
        |entry: &&SessionEntry| entry.start.zip(entry.end).is_some_and(|(start, end)| (start..=end).contains(&day));
    sessions().iter().find(holds).map(|entry| entry.session)
}

#[cfg(test)]
mod tests {
    use super::{session_of_council, session_on};
    use crate::domain::Session;

    #[test]
    fn symbols_of_reports_lead_to_sessions() {
        assert_eq!(session_of_council(59), Some(Session(48)));
        assert_eq!(session_of_council(43), Some(Session(34)));
        assert_eq!(session_of_council(8), None);
        assert_eq!(session_on("2008-05-07".parse().unwrap()), Some(Session(2)));
        assert_eq!(session_on("2008-06-30".parse().unwrap()), None);
    }
}
