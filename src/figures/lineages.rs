//! What a State was asked again and again: a strip a chain, a box an occasion, with the position taken then.

use super::canvas::{Area, BODY, Canvas, MARGIN, Place, SMALL, Script, WIDTH};
use super::figure::{Draft, Figure, FigureTable, Foot, HEAD};
use super::label::Label;
use super::letters::{fitting, lines};
use super::palette::{FAINT, INK, PAPER, of_position};
use super::values::named;
use crate::domain::{LineageStep, Position, RecordId};
use crate::i18n::Words;
use crate::reports::{About, Field, LineageAnswer, LineageLine};

/// Boxes in a row of a strip.
const BOXES: usize = 5;
/// Room between boxes, in which a line leads from one to the next.
const GAP: f64 = 12.0;
/// Size of a box.
const WIDE: f64 = (WIDTH - 2.0 * MARGIN - 4.0 * GAP) / 5.0;
const HIGH: f64 = 56.0;
/// Width of the band that shows the position.
const BAND: f64 = 14.0;

/// Chains as they come; `about` tells of the data that they were found in.
#[must_use]
pub fn lineages(answer: &LineageAnswer, about: &About, words: &Words) -> Figure {
    let mut canvas = Canvas::new(words.language());
    let mut y = HEAD;
    for line in &answer.lines {
        y = strip(line, y, &mut canvas, words);
    }
    let (shown, all) = (answer.lines.len(), answer.total);
    let mut notes = Vec::new();
    if shown < all {
        notes.push(words.say(&Label::MoreRows { shown, all }));
    }
    let draft = Draft {
        title: words.say(&Label::TitleOfState { state: answer.state.clone() }),
        description: words.say(&Label::SaidOfChains { shown, all, records: answer.records }),
        canvas,
        end: y,
        table: table(&answer.lines, words),
        notes,
    };
    let of_state = About { records: answer.records as u64, states: 1, ..about.clone() };
    draft.framed(&Foot { unit: "record", denominator: "chains", about: &of_state }, words)
}

/// Draws a chain; returns where the next begins.
fn strip(line: &LineageLine, top: f64, canvas: &mut Canvas, words: &Words) -> f64 {
    let title = lines(&line.lineage.title, BODY, WIDTH - 2.0 * MARGIN, 2);
    let below = canvas.write_lines(Place { x: MARGIN, y: top }, Script::of(BODY), &title);
    let start = below - 6.0;
    for (at, step) in line.lineage.steps.iter().enumerate() {
        let (column, row) = (at % BOXES, at / BOXES);
        let x = MARGIN + column as f64 * (WIDE + GAP);
        let y = start + row as f64 * (HIGH + GAP);
        let area = Area { x, y, width: WIDE, height: HIGH };
        if column > 0 {
            let middle = y + HIGH / 2.0;
            canvas.line(Place { x: x - GAP, y: middle }, Place { x, y: middle }, INK, 2.0);
        }
        occasion(line, step, area, canvas, words);
    }
    let rows = line.lineage.steps.len().div_ceil(BOXES);
    start + rows as f64 * (HIGH + GAP) + 16.0
}

/// A box: when, which position, which records.
fn occasion(line: &LineageLine, step: &LineageStep, area: Area, canvas: &mut Canvas, words: &Words) {
    canvas.outlined(area, PAPER, FAINT);
    let share = area.height / step.positions.len().max(1) as f64;
    for (position, at) in step.positions.iter().zip((0u32..).map(f64::from)) {
        let band = Area { y: area.y + at * share, width: BAND, height: share, ..area };
        canvas.outlined(band, of_position(position.code()).fill, FAINT);
    }
    let (x, room) = (area.x + BAND + 5.0, area.width - BAND - 8.0);
    let said = [when(step, words), positions(step, words), names(line, step)];
    for (text, y) in said.iter().zip([14.0, 30.0, 46.0]) {
        canvas.write(Place { x, y: area.y + y }, Script::of(SMALL), &fitting(text, SMALL, room));
    }
}

/// The cycle, or the body where it was asked outside the review.
fn when(step: &LineageStep, words: &Words) -> String {
    match step.occasion.cycle {
        Some(cycle) => named(Field::Cycle, &cycle.0.to_string(), None, words),
        None => step.occasion.body.clone(),
    }
}

fn positions(step: &LineageStep, words: &Words) -> String {
    let word = |position: &Position| named(Field::Position, position.code(), None, words);
    step.positions.iter().map(word).collect::<Vec<_>>().join(" / ")
}

/// The records of an occasion; a star marks those that ask for other things too.
fn names(line: &LineageLine, step: &LineageStep) -> String {
    let name = |id: &RecordId| {
        let star = if line.lineage.shared.contains(id) { "*" } else { "" };
        format!("{}{star}", line.names.get(id).map_or("", String::as_str))
    };
    step.members.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn table(chains: &[LineageLine], words: &Words) -> FigureTable {
    let mut rows = Vec::new();
    for (line, number) in chains.iter().zip(1usize..) {
        for (step, at) in line.lineage.steps.iter().zip(1usize..) {
            let codes: Vec<&str> = step.positions.iter().map(|position| position.code()).collect();
            rows.push(vec![
                number.to_string(),
                line.lineage.title.clone(),
                at.to_string(),
                when(step, words),
                codes.join("|"),
                names(line, step),
            ]);
        }
    }
    FigureTable { columns: vec!["chain", "title", "step", "occasion", "positions", "records"], rows }
}

#[cfg(test)]
mod tests {
    use super::lineages;
    use crate::domain::{Cycle, Language, Lineage, LineageStep, Occasion, Position, RecordId};
    use crate::figures::sample::about;
    use crate::figures::svg::texts;
    use crate::i18n::Words;
    use crate::reports::{LineageAnswer, LineageLine};

    fn answer() -> LineageAnswer {
        let step = |cycle: u8, id: u64, position| LineageStep {
            occasion: Occasion { day: 0, cycle: Some(Cycle(cycle)), body: "UPR".to_owned() },
            members: vec![RecordId(id)],
            positions: vec![position],
        };
        let lineage = Lineage {
            title: "Mend harbours & <lighthouses>".to_owned(),
            instrument: String::new(),
            steps: vec![step(2, 1, Position::Noted), step(3, 2, Position::Supported)],
            shared: vec![RecordId(2)],
        };
        let names = [(RecordId(1), "122.5".to_owned()), (RecordId(2), "140.7".to_owned())].into_iter().collect();
        LineageAnswer {
            state: "Saravia".to_owned(),
            records: 40,
            total: 3,
            lines: vec![LineageLine { lineage, names, not_since: None }],
            topics: Vec::new(),
            missing_cycles: Vec::new(),
        }
    }

    #[test]
    fn a_chain_shows_its_occasions_positions_and_records() {
        let figure = lineages(&answer(), &about(), Words::english());
        let said: Vec<String> = texts(&figure.svg).into_iter().map(|(_, text)| text).collect();
        for text in ["Mend harbours & <lighthouses>", "cycle 2", "noted", "122.5", "cycle 3", "140.7*"] {
            assert!(said.iter().any(|one| one == text), "{text}: {said:?}");
        }
        assert_eq!(figure.table.rows[1][3..], ["cycle 3", "supported", "140.7*"]);
        assert!(said.iter().any(|text| text.contains("1 of 3")), "{said:?}");
    }

    #[test]
    fn in_arabic_the_first_occasion_stands_at_the_right() {
        let svg = lineages(&answer(), &about(), Words::of(Language::Ar)).svg;
        assert!(svg.contains("url(#weft-noted)"));
        let bands: Vec<&str> = svg.lines().filter(|line| line.contains("width=\"14\"")).collect();
        assert!(bands[0].contains("x=\"670\""), "{bands:?}");
    }
}
