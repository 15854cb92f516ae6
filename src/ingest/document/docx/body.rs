//! The body of a Word document to blocks.

use super::super::model::{Block, Cell, Paragraph, Row};
use super::super::raised_mark::is_mark;
use super::super::xml::{Element, Node};
use super::numbering::Numbering;
use super::styles::{ListPlace, Styles};
use crate::domain::FilePlace;

/// Longest text of a merged cell that is repeated for each of its rows, in bytes.
const LONGEST_REPEATED: usize = 20_000;

/// What is collected while the body is walked.
pub(super) struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    /// The blocks in reading order.
    pub(super) blocks: Vec<Block>,
    paragraphs: usize,
    tables: usize,
    /// Text of a paragraph whose end was deleted: it goes on in the next.
    carried: String,
}

impl<'a> Body<'a> {
    /// An empty body.
    pub(super) fn new(styles: &'a Styles, numbering: Numbering) -> Self {
        Self { styles, numbering, blocks: Vec::new(), paragraphs: 0, tables: 0, carried: String::new() }
    }

    /// Reads a body, a head or a note.
    pub(super) fn read(&mut self, root: &Element) {
        self.children(root);
        // A paragraph whose end was deleted may be the last.
        let text = std::mem::take(&mut self.carried).trim().to_owned();
        if !text.is_empty() {
            let place = FilePlace::Paragraph { number: self.paragraphs }.to_string();
            self.blocks.push(Block::Paragraph(Paragraph { place, text, ..Paragraph::default() }));
        }
    }

    fn children(&mut self, parent: &Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "p" => {
                    let paragraphs = self.paragraph(element);
                    self.blocks.extend(paragraphs.into_iter().map(Block::Paragraph));
                }
                "tbl" => self.table(element),
                "del" | "moveFrom" | "sectPr" => {}
                "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" | "smartTag" => self.children(element),
                _ => {}
            }
        }
    }

    /// A paragraph, and those of the text boxes that hang on it.
    fn paragraph(&mut self, element: &Element) -> Vec<Paragraph> {
        self.paragraphs += 1;
        let place = FilePlace::Paragraph { number: self.paragraphs }.to_string();
        let properties = element.child("pPr");
        let style = properties.and_then(|p| p.value("pStyle")).unwrap_or("Normal");
        let mut run = Inline::default();
        run.walk(element);
        let text = std::mem::take(&mut self.carried) + &run.text;
        if properties.and_then(|p| p.child("rPr")).is_some_and(|r| r.child("del").is_some()) {
            self.carried = text;
            return run.boxes.iter().flat_map(|inside| self.inside(inside)).collect();
        }
        let outline = properties.and_then(|p| p.value("outlineLvl")).and_then(|v| v.parse::<u8>().ok());
        let text = text.trim().to_owned();
        let number =
            self.list_place(properties, style).filter(|_| !text.is_empty()).and_then(|p| self.numbering.next(p));
        let heading = outline.filter(|level| *level < 9).map(|level| level + 1).or_else(|| self.styles.heading(style));
        let paragraph = Paragraph { place, heading, number, text };
        let boxes: Vec<Paragraph> = run.boxes.iter().flat_map(|inside| self.inside(inside)).collect();
        std::iter::once(paragraph).filter(|p| !p.text.is_empty()).chain(boxes).collect()
    }

    /// The paragraphs of a text box.
    fn inside(&mut self, element: &Element) -> Vec<Paragraph> {
        element.elements().filter(|e| e.name == "p").flat_map(|p| self.paragraph(p)).collect()
    }

    fn list_place(&self, properties: Option<&Element>, style: &str) -> Option<ListPlace> {
        let direct = properties.and_then(|p| p.child("numPr"));
        let of_style = self.styles.list(style);
        let number = |name: &str| direct.and_then(|d| d.value(name)).and_then(|v| v.parse::<u32>().ok());
        let list = number("numId").or(of_style.map(|s| s.list))?;
        let level = number("ilvl").map(|l| l as usize).or(of_style.map(|s| s.level)).unwrap_or(0);
        (list != 0).then_some(ListPlace { list, level })
    }

    fn table(&mut self, table: &Element) {
        self.tables += 1;
        let number = self.tables;
        let mut rows: Vec<Row> = Vec::new();
        for (at, row) in rows_of(table).into_iter().enumerate() {
            let cells = self.cells(row, rows.last());
            let place = FilePlace::TableRow { table: number, row: at + 1 }.to_string();
            rows.push(Row { place, table: number, cells });
        }
        self.blocks.extend(rows.into_iter().map(Block::Row));
    }

    fn cells(&mut self, row: &Element, above: Option<&Row>) -> Vec<Cell> {
        let mut cells = Vec::new();
        let mut column = 0;
        for cell in children_through_controls(row, "tc") {
            let properties = cell.child("tcPr");
            let span =
                properties.and_then(|p| p.value("gridSpan")).and_then(|v| v.parse().ok()).unwrap_or(1).clamp(1, 64);
            // A cell that is merged upwards holds what the one above holds.
            let merge = properties.and_then(|p| p.child("vMerge"));
            let goes_on = merge.is_some_and(|m| m.attribute("val").unwrap_or("continue") == "continue");
            let upper = above.filter(|_| goes_on).and_then(|row| row.columns().get(column).copied());
            let lines = match upper {
                // A cell that would fill the memory when it is repeated stands once.
                Some(cell) if cell.lines.iter().map(String::len).sum::<usize>() > LONGEST_REPEATED => Vec::new(),
                Some(cell) => cell.lines.clone(),
                None => self.lines(cell),
            };
            column += span;
            cells.push(Cell { span, lines });
        }
        cells
    }

    /// The lines of a cell; tables inside it give theirs too.
    fn lines(&mut self, cell: &Element) -> Vec<String> {
        let mut lines = Vec::new();
        for element in cell.elements() {
            match element.name.as_str() {
                "p" => lines.extend(self.paragraph(element).iter().map(Paragraph::full)),
                "tbl" => {
                    let inner = rows_of(element).into_iter().flat_map(|row| children_through_controls(row, "tc"));
                    let inner: Vec<&Element> = inner.collect();
                    lines.extend(inner.into_iter().flat_map(|cell| self.lines(cell)));
                }
                "sdt" | "sdtContent" | "ins" | "moveTo" => lines.extend(self.lines(element)),
                _ => {}
            }
        }
        lines.iter().flat_map(|line| line.split('\n')).map(|l| l.trim().to_owned()).filter(|l| !l.is_empty()).collect()
    }
}

/// The rows of a table that have not been deleted.
pub(in crate::ingest) fn rows_of(table: &Element) -> Vec<&Element> {
    let mut rows = children_through_controls(table, "tr");
    rows.retain(|row| row.child("trPr").is_none_or(|p| p.child("del").is_none()));
    rows
}

/// Children of a name, looked for through content controls and tracked insertions.
pub(in crate::ingest) fn children_through_controls<'e>(parent: &'e Element, name: &str) -> Vec<&'e Element> {
    let mut found = Vec::new();
    for element in parent.elements() {
        match element.name.as_str() {
            found_name if found_name == name => found.push(element),
            "sdt" | "sdtContent" | "ins" | "moveTo" | "customXml" => {
                found.extend(children_through_controls(element, name));
            }
            _ => {}
        }
    }
    found
}

/// The text inside a paragraph, and the text boxes that hang on it.
#[derive(Default)]
struct Inline<'e> {
    text: String,
    boxes: Vec<&'e Element>,
}

impl<'e> Inline<'e> {
    fn walk(&mut self, parent: &'e Element) {
        for element in parent.elements() {
            match element.name.as_str() {
                "t" => element.children.iter().for_each(|node| self.push(node)),
                "tab" | "ptab" => self.text.push('\t'),
                "br" | "cr" => self.text.push('\n'),
                "noBreakHyphen" => self.text.push('-'),
                // Tracked changes are taken as accepted; field codes, hidden runs and what only old
                // versions of Word draw are no text.
                "del" | "moveFrom" | "delText" | "instrText" | "pPr" | "rPr" | "softHyphen" | "Fallback" => {}
                "r" if element.child("rPr").is_some_and(|p| p.is_on("vanish")) => {}
                "r" if self.is_mark(element) => {}
                "txbxContent" => self.boxes.push(element),
                _ => self.walk(element),
            }
        }
    }

    /// Whether a run is the raised mark of a footnote.
    fn is_mark(&self, run: &Element) -> bool {
        let is_raised = run.child("rPr").and_then(|p| p.value("vertAlign")).is_some_and(|at| at == "superscript");
        let text = || {
            let mut inside = Inline::default();
            inside.walk(run);
            inside.text
        };
        is_raised && is_mark(&self.text, &text())
    }

    fn push(&mut self, node: &Node) {
        if let Node::Text(text) = node {
            self.text.extend(text.chars().filter(|c| *c != '\u{ad}'));
        }
    }
}
