//! When the sessions of the UPR Working Group were held.

use std::sync::OnceLock;

use jiff::civil::Date;

use super::table::Table;
use crate::domain::{DaySpan, Session};

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

/// The days of a session: those it was held on; where they are not known, its year, without the days up to
/// the end of the last known session before it and from the first of the next one on. `None` where not even
/// the year is known.
#[must_use]
pub fn session_days(session: Session) -> Option<DaySpan> {
    let all = sessions();
    let at = all.iter().position(|entry| entry.session == session)?;
    if let (Some(first), Some(last)) = (all[at].start, all[at].end) {
        return Some(DaySpan { first, last });
    }
    let year = DaySpan::of_year(all[at].year?)?;
    // Sessions are held one after the other, in the order of their numbers.
    let after = all[..at].iter().rev().find_map(|entry| entry.end).and_then(|day| day.tomorrow().ok());
    let before = all[at + 1..].iter().find_map(|entry| entry.start).and_then(|day| day.yesterday().ok());
    let first = after.map_or(year.first, |day| day.max(year.first));
    let last = before.map_or(year.last, |day| day.min(year.last));
    Some(if first <= last { DaySpan { first, last } } else { year })
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
    use super::{session_days, session_of_council, session_on, sessions};
    use crate::domain::{DaySpan, Session};

    #[test]
    fn symbols_of_reports_lead_to_sessions() {
        assert_eq!(session_of_council(59), Some(Session(48)));
        assert_eq!(session_of_council(43), Some(Session(34)));
        assert_eq!(session_of_council(8), None);
        assert_eq!(session_on("2008-05-07".parse().unwrap()), Some(Session(2)));
        assert_eq!(session_on("2008-06-30".parse().unwrap()), None);
    }

    #[test]
    fn the_days_of_a_session_are_those_it_was_held_on_or_what_its_neighbours_leave_of_its_year() {
        let days = |session| session_days(Session(session)).map(|span| (span.first.to_string(), span.last.to_string()));
        let span = |first: &str, last: &str| Some((first.to_owned(), last.to_owned()));
        assert_eq!(days(14), span("2012-10-22", "2012-11-05"));
        assert_eq!(days(16), span("2013-01-01", "2013-12-31"), "no neighbour is known within its year");
        assert_eq!(days(49), span("2025-02-01", "2025-12-31"), "it came after the forty-eighth");
        assert_eq!(days(200), None);
    }

    #[test]
    fn every_session_whose_year_is_known_lies_in_that_year() {
        for entry in sessions() {
            assert_eq!(session_days(entry.session).and_then(DaySpan::year), entry.year, "{}", entry.session);
        }
    }
}
