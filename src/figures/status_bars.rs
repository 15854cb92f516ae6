//! Measures by status over time: a bar a day on which something changed, as long as there were measures.

use super::canvas::{Area, BODY, Canvas, MARGIN, Place, SMALL, Script};
use super::figure::{Draft, Figure, FigureTable, Foot};
use super::label::Label;
use super::palette::{FAINT, of_status};
use super::stack;
use crate::domain::plan::Status;
use crate::i18n::Words;
use crate::reports::{About, StatusDay, StatusDays};

/// Where bars begin, and where the longest ends.
const LEFT: f64 = 120.0;
const RIGHT: f64 = 620.0;
/// Height of a row, and of the bar in it.
const ROW: f64 = 30.0;
const BAR: f64 = 22.0;

/// The newest days, as many as are to be shown, oldest first; `about` says what the workspace holds.
#[must_use]
pub fn status_over_time(answer: &StatusDays, about: &About, shown: usize, words: &Words) -> Figure {
    let all = answer.days.len();
    let days = &answer.days[all.saturating_sub(shown)..];
    let most = days.iter().map(measures).max().unwrap_or(0);
    let mut canvas = Canvas::new(words.language());
    let mut y = legend(days, &mut canvas, words);
    for day in days {
        draw(day, most, y, &mut canvas);
        y += ROW;
    }
    let mut notes = Vec::new();
    if days.is_empty() {
        notes.push(words.say(&Label::Nothing));
    }
    if days.len() < all {
        notes.push(words.say(&Label::MoreRows { shown: days.len(), all }));
    }
    let last = days.last().map_or(0, measures);
    let draft = Draft {
        title: words.say(&Label::Title { what: "status" }),
        description: words.say(&Label::SaidOfStatus { days: days.len(), measures: last }),
        canvas,
        end: y,
        table: table(days),
        notes,
    };
    draft.framed(&Foot { unit: "measure", denominator: "status", about }, words)
}

fn measures(day: &StatusDay) -> u64 {
    day.counts.iter().map(|count| count.measures).sum()
}

fn code(status: Option<Status>) -> &'static str {
    status.map_or("none", Status::code)
}

fn word(status: Option<Status>, words: &Words) -> String {
    status.map_or_else(|| words.say(&Label::NoValue), |status| words.coded(&status.word()))
}

/// What looks mean, of the statuses that there are; returns where bars begin.
fn legend(days: &[StatusDay], canvas: &mut Canvas, words: &Words) -> f64 {
    let mut all: Vec<Option<Status>> = days.iter().flat_map(|day| &day.counts).map(|count| count.status).collect();
    all.sort_unstable();
    all.dedup();
    stack::legend(all.into_iter().map(|status| (of_status(status), word(status, words))), canvas)
}

fn draw(day: &StatusDay, most: u64, y: f64, canvas: &mut Canvas) {
    let line = y + BAR / 2.0;
    canvas.write(Place { x: MARGIN, y: line + BODY * 0.36 }, Script::of(BODY), &day.day.to_string());
    let mut x = LEFT;
    for count in &day.counts {
        let part = count.measures as f64 / most.max(1) as f64 * (RIGHT - LEFT);
        stack::part(Area { x, y, width: part, height: BAR }, of_status(count.status), count.measures, canvas);
        x += part;
    }
    let all = Place { x: x + 8.0, y: line + SMALL * 0.36 };
    canvas.write(all, Script::of(SMALL).inked(FAINT), &measures(day).to_string());
}

fn table(days: &[StatusDay]) -> FigureTable {
    let row = |day: &StatusDay| -> Vec<Vec<String>> {
        let of = measures(day).to_string();
        let cells = |count: &crate::reports::StatusCount| {
            vec![day.day.to_string(), code(count.status).to_owned(), count.measures.to_string(), of.clone()]
        };
        day.counts.iter().map(cells).collect()
    };
    FigureTable { columns: vec!["day", "status", "measures", "of"], rows: days.iter().flat_map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::status_over_time;
    use crate::domain::plan::Status;
    use crate::figures::sample::about;
    use crate::figures::svg::texts;
    use crate::i18n::Words;
    use crate::reports::{StatusCount, StatusDay, StatusDays};

    #[test]
    fn the_newest_days_are_drawn_with_the_numbers_of_the_table() {
        let day = |day: &str, counts: &[(Option<Status>, u64)]| StatusDay {
            day: day.parse().unwrap(),
            counts: counts
                .iter()
                .map(|(status, measures)| StatusCount { status: *status, measures: *measures })
                .collect(),
        };
        let days = vec![
            day("2026-01-05", &[(None, 12)]),
            day("2026-02-07", &[(None, 4), (Some(Status::InProgress), 8)]),
            day("2026-03-09", &[(Some(Status::InProgress), 5), (Some(Status::Implemented), 7)]),
        ];
        let figure = status_over_time(&StatusDays { days }, &about(), 2, Words::english());
        assert_eq!(figure.table.rows[0], ["2026-02-07", "none", "4", "12"]);
        assert_eq!(figure.table.rows.len(), 4, "the first day is not among the newest two");
        let said: Vec<String> = texts(&figure.svg).into_iter().map(|(_, text)| text).collect();
        for text in ["2026-03-09", "5", "7", "12", "implemented", "(none)"] {
            assert!(said.iter().any(|one| one == text), "{text}: {said:?}");
        }
        assert!(figure.description.contains("12"), "{}", figure.description);
    }
}
