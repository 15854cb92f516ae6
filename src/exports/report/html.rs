//! A report as one page without a script.

use std::io::Write;

use maud::{Markup, html};

use super::{ReportWriter, WordedBlock, WordedReport};
use crate::domain::{Coded, Values};
use crate::exports::ExportError;
use crate::exports::html_page::{HtmlPage, STYLE};
use crate::i18n::Words;

/// The report as HTML.
#[derive(Debug, Clone, Copy)]
pub struct ReportHtml;

impl ReportWriter for ReportHtml {
    fn write(&self, report: &WordedReport, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        Ok(out.write_all(page(report, words).into_string().as_bytes())?)
    }
}

fn page(report: &WordedReport, words: &Words) -> Markup {
    let page = HtmlPage { title: &report.title, language: words.language(), styles: &[STYLE] };
    page.around(&html! {
        header {
            h1 { (report.title) }
            @for line in &report.head { p { (line) } }
        }
        main {
            (sections(report))
            (listed("report-text-notes", &report.notes, words, true))
            (listed("report-text-left-out", &report.left_out, words, false))
        }
    })
}

fn sections(report: &WordedReport) -> Markup {
    let mut number = 0;
    html! {
        @for section in &report.sections {
            @if section.level == 1 { h2 { (section.heading) (mark(section.note)) } }
            @else { h3 { (section.heading) (mark(section.note)) } }
            @for block in &section.blocks {
                @match block {
                    WordedBlock::Paragraph(text) => p { ({ number += 1; number }) ". " bdi { (text) } },
                    WordedBlock::Quote(text) => blockquote { bdi { (text) } },
                    WordedBlock::Item(text) => p.item { "– " bdi { (text) } },
                    WordedBlock::Gap(text) => p.gap { em { (text) } },
                    WordedBlock::Table { columns, rows } => (table(columns, rows)),
                }
            }
        }
    }
}

fn mark(note: Option<usize>) -> Markup {
    html! {
        @if let Some(note) = note { " " sup { a id={ "mark-" (note) } href={ "#note-" (note) } { (note) } } }
    }
}

fn table(columns: &[String], rows: &[Vec<Vec<String>>]) -> Markup {
    html! {
        table {
            thead { tr { @for column in columns { th scope="col" { (column) } } } }
            tbody {
                @for row in rows {
                    tr { @for cell in row { td { @for line in cell { p { bdi { (line) } } } } } }
                }
            }
        }
    }
}

fn listed(code: &str, lines: &[String], words: &Words, is_of_notes: bool) -> Markup {
    html! {
        @if !lines.is_empty() {
            h2 { (words.coded(&Coded { code: code.to_owned(), values: Values::new() })) }
            ol {
                @for (at, line) in (1..).zip(lines) {
                    @if is_of_notes { li id={ "note-" (at) } { bdi { (line) } } } @else { li { bdi { (line) } } }
                }
            }
        }
    }
}
