//! The plan table as a file: one trait, one format a file.

use std::io::Write;

use strum::VariantArray;

use super::ExportError;
use super::caption::Caption;
use super::cells::{neutral, printable_value};
use super::measure_lines::{indicators, money, status, time};
use super::plan_document::PlanCaption;
use crate::domain::{PlanColumn, Position, PositionHistory};
use crate::i18n::Words;
use crate::plan::{CellLine, DocumentMeasure, PlanRow, PlanTable, SourceLine};
use crate::text::printable::printable;

/// A format of the plan table.
pub trait PlanWriter {
    /// Writes the whole table, with headings and other words in the language of `words`.
    ///
    /// # Errors
    /// When the receiver refuses or the format cannot hold the table.
    fn write(&self, plan: &PlanTable, words: &Words, out: &mut dyn Write) -> Result<(), ExportError>;
}

/// The title over the table.
pub(super) fn title(plan: &PlanTable, words: &Words) -> String {
    printable(&words.say(&Caption::PlanTitle { name: plan.name.clone() })).into_owned()
}

/// The heading of a column.
pub(super) fn heading(column: PlanColumn, words: &Words) -> String {
    words.coded(&column.word())
}

/// The text of a cell: its lines one below the other; what people write is empty still.
pub(super) fn text(row: &PlanRow, column: PlanColumn, words: &Words) -> String {
    lines(row, column, words).into_iter().map(|line| line.text).collect::<Vec<_>>().join("\n")
}

/// A line of a cell in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ShownLine {
    /// Its text, with nothing that a document could not hold.
    pub(super) text: String,
    /// Whether nobody has said so yet: documents set it in italics.
    pub(super) is_proposed: bool,
}

/// The lines of a cell; that of the key is one. What the measures of a row say of a column that records have as well
/// stands for what is proposed for those.
pub(super) fn lines(row: &PlanRow, column: PlanColumn, words: &Words) -> Vec<ShownLine> {
    if column == PlanColumn::Key {
        return vec![ShownLine { text: row.key.to_string(), is_proposed: false }];
    }
    let measured = measured(&row.measures, column, words);
    if !measured.is_empty() {
        let plain = |text: String| ShownLine { text: printable(&text).into_owned(), is_proposed: false };
        return measured.into_iter().map(plain).collect();
    }
    let line = |line: &CellLine| {
        let text = match line {
            CellLine::Plain(text) | CellLine::Proposed(text) => text.clone(),
            CellLine::Source(source) => source_line(source, words),
            CellLine::Either { one, other } => words.say(&Caption::Either { one: one.clone(), other: other.clone() }),
        };
        ShownLine { text: printable(&text).into_owned(), is_proposed: line.is_proposed() }
    };
    row.lines(column).iter().map(line).collect()
}

/// What measures say of a column; where there are several, each line says of which it speaks, but for bodies, which
/// stand once.
fn measured(measures: &[DocumentMeasure], column: PlanColumn, words: &Words) -> Vec<String> {
    let one = |text: &String| Some(text.clone()).filter(|text| !text.is_empty()).into_iter().collect();
    let said = |measure: &DocumentMeasure| -> Vec<String> {
        match column {
            PlanColumn::Measure => vec![measure.text.clone()],
            PlanColumn::Lead => measure.lead.clone(),
            PlanColumn::Supporting => measure.support.clone(),
            PlanColumn::TimeFrame => time(measure).into_iter().chain(measure.steps.clone()).collect(),
            PlanColumn::Indicator => indicators(measure, words),
            PlanColumn::Budget => money(measure, words),
            PlanColumn::Assistance => one(&measure.assistance),
            PlanColumn::Status => status(measure, words),
            _ => Vec::new(),
        }
    };
    let is_bodies = matches!(column, PlanColumn::Lead | PlanColumn::Supporting);
    let is_named = measures.len() > 1 || column == PlanColumn::Measure;
    let mut lines: Vec<String> = Vec::new();
    for measure in measures {
        for text in said(measure) {
            match is_bodies {
                true if lines.contains(&text) => {}
                false if is_named => lines.push(format!("{}: {text}", measure.called())),
                _ => lines.push(text),
            }
        }
    }
    lines
}

/// What is to be known of the table: how much of it has been decided, what is left out, of which day it is.
pub(super) fn about(plan: &PlanTable, words: &Words) -> String {
    let decided = plan.decided;
    let told = Caption::PlanDecided {
        recommendations: decided.recommendations,
        rows: decided.rows,
        leads: decided.leads,
        targets: decided.sdg_targets,
    };
    let left_out = (plan.filtered > 0).then(|| words.say(&Caption::PlanFiltered { count: plan.filtered }));
    let aside = (plan.aside > 0).then(|| words.say(&Caption::PlanAside { count: plan.aside }));
    let day = plan.as_of.map(|day| words.say(&Caption::PlanDay { date: day.to_string() }));
    let edition = PlanCaption::closed(plan.edition.as_ref()).map(|caption| words.say(&caption));
    let sentences = edition.into_iter().chain(day).chain([words.say(&told)]).chain(left_out).chain(aside);
    printable(&sentences.collect::<Vec<_>>().join(" ")).into_owned()
}

/// What a line says in a table without italics: a proposal bears a word that it is one.
fn marked(line: &ShownLine, words: &Words) -> String {
    match line.is_proposed {
        true => words.say(&Caption::PlanProposed { text: line.text.clone() }),
        false => line.text.clone(),
    }
}

/// "UPR A/HRC/43/99 ¶121.7 (Chile, Peru), supported; also in cluster 6.2".
pub(super) fn source_line(source: &SourceLine, words: &Words) -> String {
    let mut line = source.reference.clone();
    if !source.states.is_empty() {
        line.push_str(&format!(" ({})", source.states.join(", ")));
    }
    match source.history.as_ref().and_then(PositionHistory::word) {
        Some(said) => line.push_str(&format!(", {}", words.coded(&said))),
        None if source.position == Position::None => {}
        None => line.push_str(&format!(", {}", words.coded(&source.position.word()).to_lowercase())),
    }
    if let Some(number) = source.elsewhere {
        line.push_str(&format!("; {}", words.say(&Caption::AlsoIn { number: number.to_string() })));
    }
    line
}

/// The plan as one JSON object.
#[derive(Debug, Clone, Copy)]
pub struct PlanJson;

impl PlanWriter for PlanJson {
    fn write(&self, plan: &PlanTable, _: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        Ok(serde_json::to_writer_pretty(out, &printable_value(serde_json::to_value(plan)?))?)
    }
}

/// The plan as CSV.
#[derive(Debug, Clone, Copy)]
pub struct PlanCsv;

impl PlanWriter for PlanCsv {
    fn write(&self, plan: &PlanTable, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        // Without the mark Excel reads the file in the code page of the machine.
        out.write_all("\u{feff}".as_bytes())?;
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(PlanColumn::VARIANTS.iter().map(|column| heading(*column, words)))?;
        for row in &plan.rows {
            let cells = PlanColumn::VARIANTS.iter().map(|column| {
                let lines = lines(row, *column, words);
                lines.iter().map(|line| marked(line, words)).collect::<Vec<_>>().join("\n")
            });
            writer.write_record(cells.map(|cell| neutral(&cell)))?;
        }
        writer.flush()?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::source_line;
    use crate::domain::{ClusterNumber, Position};
    use crate::i18n::Words;
    use crate::plan::SourceLine;

    #[test]
    fn a_recommendation_stands_with_its_states_and_its_position() {
        let mut source = SourceLine {
            reference: "UPR A/HRC/43/99 ¶121.7".to_owned(),
            states: vec!["Chile".to_owned(), "Peru".to_owned()],
            position: Position::PartlySupported,
            history: None,
            elsewhere: None,
        };
        let line = |source: &SourceLine| source_line(source, Words::english());
        assert_eq!(line(&source), "UPR A/HRC/43/99 ¶121.7 (Chile, Peru), supported/noted");
        (source.states, source.position) = (Vec::new(), Position::None);
        assert_eq!(line(&source), "UPR A/HRC/43/99 ¶121.7");
        source.elsewhere = Some(ClusterNumber { theme: 6, cluster: 2 });
        assert_eq!(line(&source), "UPR A/HRC/43/99 ¶121.7; also in cluster 6.2");
    }
}
