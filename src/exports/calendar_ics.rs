//! What is due as a calendar file (RFC 5545), for the calendars of computers and telephones.

use std::io::Write;

use icalendar::{Calendar, Component, Event, Property};
use jiff::civil::Date;

use super::ExportError;
use crate::i18n::Words;
use crate::plan::{DueKind, DueLine, PlanDues};

/// Writes what is not done as days; returns how many. The same dates give the same bytes: the stamp of each entry is
/// the day that was looked from, and a later file of the same plan takes the place of its entries by their keys.
///
/// # Errors
/// When the receiver refuses.
pub fn write_calendar(dues: &PlanDues, words: &Words, out: &mut dyn Write) -> Result<u64, ExportError> {
    let mut calendar = Calendar::empty();
    let head = [("VERSION", "2.0"), ("PRODID", "-//Weft//Plan//EN"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")];
    head.into_iter().for_each(|(name, value)| _ = calendar.append_property(Property::new(name, value)));
    let open = dues.lines.iter().filter(|line| !line.is_done);
    let mut written = 0;
    for line in open {
        calendar.push(event(line, dues.as_of, words));
        written += 1;
    }
    write!(out, "{calendar}")?;
    Ok(written)
}

fn event(line: &DueLine, stamp: Date, words: &Words) -> Event {
    let day = |date: Date| date.strftime("%Y%m%d").to_string();
    let kind: &str = line.kind.into();
    let called = if line.number.is_empty() { line.measure.to_string() } else { line.number.clone() };
    let next = line.date.tomorrow().unwrap_or(line.date);
    // An entry whose day moves stays the same entry; values of one indicator are told apart by theirs.
    let uid = match line.kind {
        DueKind::Value => format!("{}-{kind}-{}@weft", line.key, day(line.date)),
        DueKind::Measure | DueKind::Milestone | DueKind::Target => format!("{}-{kind}@weft", line.key),
    };
    let mut event = Event::new();
    event
        .uid(&uid)
        .summary(&format!("{called} · {}: {}", words.coded(&line.kind.word()), line.text))
        .add_property("DTSTAMP", format!("{}T000000Z", day(stamp)))
        .append_property(Property::new("DTSTART", day(line.date)).add_parameter("VALUE", "DATE").done())
        .append_property(Property::new("DTEND", day(next)).add_parameter("VALUE", "DATE").done());
    let lead = line.lead.join(", ");
    if !lead.is_empty() {
        event.description(&lead);
    }
    event.done()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::DueKind;
    use super::write_calendar;
    use crate::domain::PlanKey;
    use crate::i18n::Words;
    use crate::plan::{DueLine, PlanDues};

    #[test]
    fn what_is_open_stands_on_its_last_day_and_the_bytes_are_the_same_twice() {
        let key = PlanKey::minted(b"measure", |_| false);
        let line = |text: &str, is_done| DueLine {
            date: date(2027, 12, 31),
            words: "2027".to_owned(),
            kind: DueKind::Measure,
            key,
            measure: key,
            number: "M-1".to_owned(),
            text: text.to_owned(),
            lead: vec!["Ministry of Justice".to_owned()],
            is_done,
            is_late: false,
        };
        let lines = vec![line("Open shelters, in each region;\nthen count", false), line("Done", true)];
        let dues = PlanDues { as_of: date(2026, 1, 1), lines, undated: 0 };
        let (mut first, mut second) = (Vec::new(), Vec::new());
        assert_eq!(write_calendar(&dues, Words::english(), &mut first).unwrap(), 1);
        write_calendar(&dues, Words::english(), &mut second).unwrap();
        assert_eq!(first, second);
        let text = String::from_utf8(first).unwrap();
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
        for line in ["DTSTART;VALUE=DATE:20271231", "DTEND;VALUE=DATE:20280101", "DTSTAMP:20260101T000000Z"] {
            assert!(text.lines().any(|own| own.trim_end() == line), "{line} in {text}");
        }
        assert!(text.contains("Open shelters\\, in each region\\;\\nthen count"), "{text}");
    }
}
