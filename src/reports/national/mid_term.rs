//! The mid-term report of the UPR, which is voluntary and has no form of its own: in the form of the matrix, as a table, or
//! by themes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::chapter::{Numbers, Themes, left_out};
use super::lines::{Lines, RepliesByNumber, ReplyText, assessed};
use super::reviewed::{Reviewed, number};
use super::text::{ReportBlock, ReportCell, ReportPiece, ReportSection, ReportText};
use crate::domain::{Asker, SettledRecord};
use crate::plan::issue_name;
use crate::view::{Question, Refusal, View};

/// How a mid-term report is laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MidTermForm {
    /// As the matrix of OHCHR: recommendation, position, themes, assessment and comments.
    #[default]
    Matrix,
    /// Number, recommendation, state, measures.
    Table,
    /// By themes, with the numbers under the headings.
    Themes,
}

/// The mid-term report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MidTermReport {
    /// How it is laid out.
    #[serde(default)]
    pub form: MidTermForm,
    /// The day that it says it is of.
    pub as_of: Date,
}

impl Question for MidTermReport {
    type Answer = ReportText;

    fn answer(&self, view: &View, asker: &Asker) -> Result<ReportText, Refusal> {
        let reviewed = Reviewed::of(view)?;
        let lines = Lines::of(view, asker.language)?;
        let themes = Themes::of(view, asker, &reviewed, &lines);
        let sections = match self.form {
            _ if reviewed.records.is_empty() => {
                let mut section = ReportSection::new(ReportPiece::said("follow-up"), 1);
                section.blocks.push(ReportBlock::Gap(ReportPiece::said("gap-review")));
                vec![section]
            }
            MidTermForm::Themes => {
                let sections = themes.sections.iter().map(|theme| theme.section(&lines, Numbers::UnderHeading));
                sections.collect()
            }
            MidTermForm::Matrix => vec![self.table(&reviewed, &lines, asker, matrix_row)],
            MidTermForm::Table => vec![self.table(&reviewed, &lines, asker, plain_row)],
        };
        Ok(ReportText {
            title: vec![ReportPiece::said("mid-term-title"), ReportPiece::text(view.registers.title(asker.language))],
            as_of: self.as_of,
            head: Vec::new(),
            limit: None,
            sections,
            left_out: left_out(&reviewed, &themes, asker),
            warnings: themes.warnings(&reviewed),
        })
    }
}

/// A row of a table.
type TableRow = Vec<ReportCell>;

impl MidTermReport {
    fn table(
        &self,
        reviewed: &Reviewed,
        lines: &Lines<'_>,
        asker: &Asker,
        row: fn(&SettledRecord, &Lines<'_>, &Asker) -> TableRow,
    ) -> ReportSection {
        let columns: &[&str] = match self.form {
            MidTermForm::Matrix => &["recommendation", "position", "themes", "assessment"],
            MidTermForm::Table | MidTermForm::Themes => &["number", "recommendation", "state", "measures"],
        };
        let columns = columns.iter().map(|code| ReportPiece::said(&format!("column-{code}"))).collect();
        let rows = reviewed.records.iter().map(|settled| row(settled, lines, asker)).collect();
        let mut section = ReportSection::new(ReportPiece::said("follow-up"), 1);
        section.blocks.push(ReportBlock::Table { columns, rows });
        section
    }
}

/// What stands where nothing was said.
fn or_gap(lines: ReportCell) -> ReportCell {
    if lines.is_empty() { vec![vec![ReportPiece::said("gap-reply")]] } else { lines }
}

fn position(settled: &SettledRecord) -> ReportCell {
    let restated = settled.record.history.as_ref().and_then(|history| history.word());
    vec![vec![ReportPiece::Said(restated.unwrap_or_else(|| settled.record.position.word()))]]
}

fn recommendation(settled: &SettledRecord, asker: &Asker) -> String {
    settled.record.clean_text(asker.language).to_owned()
}

fn matrix_row(settled: &SettledRecord, lines: &Lines<'_>, asker: &Asker) -> TableRow {
    let text = format!("{} {}", number(settled), recommendation(settled, asker));
    let theme = |name: &String| vec![ReportPiece::text(issue_name(name, asker.language))];
    vec![
        vec![vec![ReportPiece::text(text)]],
        position(settled),
        settled.issues.iter().map(theme).collect(),
        or_gap(lines.reply(settled.record.id).lines),
    ]
}

fn plain_row(settled: &SettledRecord, lines: &Lines<'_>, asker: &Asker) -> TableRow {
    let id = settled.record.id;
    let measures = lines.answering(id).into_iter().map(|measure| lines.sentence(measure)).collect();
    vec![
        vec![vec![ReportPiece::text(number(settled))]],
        vec![vec![ReportPiece::text(recommendation(settled, asker))]],
        or_gap(lines.assessed(id, None).into_iter().map(assessed).collect()),
        or_gap(measures),
    ]
}

/// What is said to each recommendation of the State, by its number: what the matrix of OHCHR is filled with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatrixReplies {}

impl Question for MatrixReplies {
    type Answer = RepliesByNumber;

    fn answer(&self, view: &View, asker: &Asker) -> Result<RepliesByNumber, Refusal> {
        let lines = Lines::of(view, asker.language)?;
        let state = view.registers.own_state.ok_or(Refusal::NoState)?;
        let mut all = RepliesByNumber::new();
        for settled in view.settled()?.iter().filter(|settled| settled.record.state == Some(state)) {
            let reply = lines.reply(settled.record.id);
            if let Some(paragraph) = settled.record.paragraph.as_ref().filter(|_| !reply.lines.is_empty()) {
                let texts = settled.record.texts.values().map(|text| text.clean.clone()).collect();
                all.entry(paragraph.to_string()).or_default().push(ReplyText { texts, ..reply });
            }
        }
        Ok(all)
    }
}
