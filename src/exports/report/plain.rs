//! A report as plain text, with the marks that people type: for letters, and for other programs.

use std::io::Write;

use super::{ReportWriter, WordedBlock, WordedReport};
use crate::domain::{Coded, Values};
use crate::exports::ExportError;
use crate::i18n::Words;

/// The report as text.
#[derive(Debug, Clone, Copy)]
pub struct ReportPlain;

impl ReportWriter for ReportPlain {
    fn write(&self, report: &WordedReport, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        writeln!(out, "{}\n", report.title)?;
        report.head.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        let mut number = 0;
        for section in &report.sections {
            let note = section.note.map_or_else(String::new, |note| format!(" [{note}]"));
            writeln!(out, "\n{} {}{note}\n", "#".repeat(usize::from(section.level)), section.heading)?;
            for block in &section.blocks {
                match block {
                    WordedBlock::Paragraph(text) => {
                        number += 1;
                        writeln!(out, "{number}. {text}")?;
                    }
                    WordedBlock::Quote(text) => writeln!(out, "> {text}")?,
                    WordedBlock::Item(text) => writeln!(out, "   - {text}")?,
                    WordedBlock::Gap(text) => writeln!(out, "   {text}")?,
                    WordedBlock::Table { columns, rows } => {
                        writeln!(out, "{}", columns.join(" | "))?;
                        for row in rows {
                            let cells: Vec<String> = row.iter().map(|lines| lines.join(" ")).collect();
                            writeln!(out, "{}", cells.join(" | "))?;
                        }
                    }
                }
            }
        }
        listed("report-text-notes", &report.notes, words, out, |at| format!("[{}]", at + 1))?;
        listed("report-text-left-out", &report.left_out, words, out, |_| "-".to_owned())
    }
}

fn listed(
    code: &str,
    lines: &[String],
    words: &Words,
    out: &mut dyn Write,
    mark: impl Fn(usize) -> String,
) -> Result<(), ExportError> {
    if lines.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n# {}\n", words.coded(&Coded { code: code.to_owned(), values: Values::new() }))?;
    for (at, line) in lines.iter().enumerate() {
        writeln!(out, "{} {line}", mark(at))?;
    }
    Ok(())
}
