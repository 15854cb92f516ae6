//! Documents made for tests: Word files from paragraphs and rows, PDF files from lines.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SPACE: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

/// A Word file under construction.
#[derive(Default)]
pub(crate) struct Word {
    body: String,
    parts: Vec<(String, String)>,
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn paragraph(text: &str) -> String {
    let runs: Vec<String> =
        text.split('\n').map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(line))).collect();
    format!("<w:p><w:r>{}</w:r></w:p>", runs.join("<w:br/>"))
}

impl Word {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Paragraphs as they stand.
    pub(crate) fn lines(mut self, lines: &[&str]) -> Self {
        self.body.extend(lines.iter().map(|line| paragraph(line)));
        self
    }

    /// Raw XML of the body.
    pub(crate) fn raw(mut self, xml: &str) -> Self {
        self.body.push_str(xml);
        self
    }

    /// A table; a row of one cell is merged over all columns, `\n` in a cell begins a paragraph.
    pub(crate) fn table(mut self, rows: &[&[&str]]) -> Self {
        let width = rows.iter().map(|row| row.len()).max().unwrap_or(1);
        self.body.push_str("<w:tbl>");
        for row in rows {
            let span = if row.len() == 1 {
                format!("<w:tcPr><w:gridSpan w:val=\"{width}\"/></w:tcPr>")
            } else {
                String::new()
            };
            let cell = |text: &&str| {
                let paragraphs: String = text.split('\n').map(paragraph).collect();
                format!("<w:tc>{span}{paragraphs}</w:tc>")
            };
            self.body.push_str(&format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>()));
        }
        self.body.push_str("</w:tbl>");
        self
    }

    /// The running head.
    pub(crate) fn head(self, text: &str) -> Self {
        let xml = format!("<w:hdr {SPACE}>{}</w:hdr>", paragraph(text));
        self.part("word/header1.xml", &xml)
    }

    /// Another part of the file; its root needs no namespace.
    pub(crate) fn part(mut self, name: &str, xml: &str) -> Self {
        self.parts.push((name.to_owned(), xml.to_owned()));
        self
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        let document = format!("<w:document {SPACE}><w:body>{}</w:body></w:document>", self.body);
        let own = [("word/document.xml".to_owned(), document)];
        for (name, text) in own.iter().chain(&self.parts) {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// A PDF of pages of lines, in Helvetica, Latin letters only.
pub(crate) fn pdf(pages: &[Vec<&str>]) -> Vec<u8> {
    let line = |text: &&str| format!("{} 0 -14 Td\n", shown(text));
    let stream =
        |lines: &Vec<&str>| format!("BT /F1 10 Tf 72 760 Td\n{}ET", lines.iter().map(line).collect::<String>());
    pdf_of_streams(&pages.iter().map(stream).collect::<Vec<_>>())
}

/// The instruction that shows a text.
pub(crate) fn shown(text: &str) -> String {
    format!("({}) Tj", text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)"))
}

/// A PDF of pages as they are shown; `F1` is Helvetica.
pub(crate) fn pdf_of_streams(pages: &[String]) -> Vec<u8> {
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned(), String::new()];
    objects.push("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned());
    let mut kids = Vec::new();
    for stream in pages {
        objects.push(format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()));
        let content = objects.len();
        kids.push(format!("{} 0 R", content + 1));
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        ));
    }
    objects[1] = format!("<< /Type /Pages /Count {} /Kids [{}] >>", kids.len(), kids.join(" "));
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let table = out.len();
    let entries: String = places.iter().map(|place| format!("{place:010} 00000 n \n")).collect();
    let size = objects.len() + 1;
    out.extend(format!("xref\n0 {size}\n0000000000 65535 f \n{entries}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF").bytes());
    out
}
