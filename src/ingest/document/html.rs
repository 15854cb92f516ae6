//! HTML: headings, paragraphs, list items and tables to blocks.

use scraper::{ElementRef, Html};

use super::model::{Block, Cell, Document, Paragraph, Row};
use super::raised_mark::is_mark;
use crate::domain::FilePlace;

/// Deepest nesting that is followed; pages of people stay far below.
const DEEPEST: usize = 200;
/// Elements that hold no text of the page.
const SILENT: [&str; 9] = ["script", "style", "noscript", "template", "head", "nav", "footer", "svg", "iframe"];
/// Elements that begin a block of their own.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
];

/// Reads a page.
pub(super) fn read(text: &str) -> Document {
    let page = Html::parse_document(text);
    let mut reader = Reader::default();
    reader.walk(page.root_element(), 0);
    reader.close(None);
    Document { title: title_of(&page).unwrap_or_default(), blocks: reader.blocks, ..Document::default() }
}

fn title_of(page: &Html) -> Option<String> {
    let mut elements = page.root_element().descendants().filter_map(ElementRef::wrap);
    elements.find(|e| e.value().name() == "title").map(|e| one_line(&e.text().collect::<String>()))
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    text: String,
    /// The number that stands before what is open.
    number: Option<String>,
    paragraphs: usize,
    tables: usize,
    /// Whether a cell is read, in which each line says something of its own.
    is_cell: bool,
}

impl Reader {
    fn walk(&mut self, element: ElementRef<'_>, depth: usize) {
        if depth > DEEPEST {
            self.text.extend(element.text());
            return;
        }
        let mut items = 0;
        for child in element.children() {
            if let Some(text) = child.value().as_text() {
                self.text.push_str(text);
            }
            let Some(inner) = ElementRef::wrap(child) else { continue };
            match inner.value().name() {
                name if SILENT.contains(&name) => {}
                "sup" if is_mark(&self.text, &inner.text().collect::<String>()) => {}
                "br" if self.is_cell => self.close(None),
                "br" => self.text.push('\n'),
                "table" => {
                    self.close(None);
                    self.table(inner, depth + 1);
                }
                "li" => {
                    self.close(None);
                    self.number = number_of(inner, items);
                    items += 1;
                    self.walk(inner, depth + 1);
                    self.close(None);
                    self.number = None;
                }
                name if BLOCKS.contains(&name) => {
                    self.close(None);
                    self.walk(inner, depth + 1);
                    self.close(heading(name));
                }
                _ => self.walk(inner, depth + 1),
            }
        }
    }

    fn close(&mut self, heading: Option<u8>) {
        let text = one_line(&std::mem::take(&mut self.text));
        if !text.is_empty() {
            let number = self.number.take();
            self.paragraphs += 1;
            let place = FilePlace::Paragraph { number: self.paragraphs }.to_string();
            self.blocks.push(Block::Paragraph(Paragraph { place, heading, number, text }));
        }
    }

    fn table(&mut self, table: ElementRef<'_>, depth: usize) {
        self.tables += 1;
        let mut rows = Vec::new();
        own_rows(table, &mut rows);
        for (at, row) in rows.into_iter().enumerate() {
            let is_cell = |e: &ElementRef<'_>| matches!(e.value().name(), "td" | "th");
            let cells = row.children().filter_map(ElementRef::wrap).filter(is_cell).map(|c| cell(c, depth)).collect();
            let place = FilePlace::TableRow { table: self.tables, row: at + 1 }.to_string();
            self.blocks.push(Block::Row(Row { place, table: self.tables, cells }));
        }
    }
}

/// The rows of a table, not those of tables inside it.
fn own_rows<'a>(parent: ElementRef<'a>, rows: &mut Vec<ElementRef<'a>>) {
    for child in parent.children().filter_map(ElementRef::wrap) {
        match child.value().name() {
            "tr" => rows.push(child),
            "thead" | "tbody" | "tfoot" => own_rows(child, rows),
            _ => {}
        }
    }
}

/// The number that a browser sets before an item of an ordered list, after so many items `before` it: `(a)` for
/// letters, else `1.`
fn number_of(item: ElementRef<'_>, before: usize) -> Option<String> {
    let list = item.parent().and_then(ElementRef::wrap).filter(|list| list.value().name() == "ol")?;
    let start: usize = list.value().attr("start").and_then(|v| v.parse().ok()).unwrap_or(1);
    let count = start.saturating_add(before);
    let style = list.value().attr("style").unwrap_or("");
    let in_letters =
        list.value().attr("type") == Some("a") || style.contains("lower-alpha") || style.contains("lower-latin");
    let letter = char::from(b'a' + u8::try_from(count.saturating_sub(1).min(25)).unwrap_or(0));
    Some(if in_letters { format!("({letter})") } else { format!("{count}.") })
}

fn cell(element: ElementRef<'_>, depth: usize) -> Cell {
    let span = element.value().attr("colspan").and_then(|v| v.parse().ok()).unwrap_or(1).clamp(1, 64);
    let mut inside = Reader { is_cell: true, ..Reader::default() };
    inside.walk(element, depth + 1);
    inside.close(None);
    let text = |block: Block| match block {
        Block::Paragraph(paragraph) => vec![paragraph.full()],
        Block::Row(row) => row.cells.into_iter().flat_map(|cell| cell.lines).collect(),
    };
    Cell { span, lines: inside.blocks.into_iter().flat_map(text).filter(|line| !line.is_empty()).collect() }
}

fn heading(name: &str) -> Option<u8> {
    name.strip_prefix('h').and_then(|level| level.parse().ok())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_keep_their_numbers_around_inner_lists_and_cells_their_lines() {
        let page = "<ol start=2><li>One</li><li>Two:<ol type=a><li>Build</li><li><p>Pay</p></li></ol></li><li>Three</li></ol>\
            <table><tr><td>Chile<br>Estonia</td></tr></table>";
        let document = read(page);
        let paragraphs: Vec<String> = document.paragraphs().map(Paragraph::full).collect();
        assert_eq!(paragraphs, ["2. One", "3. Two:", "(a) Build", "(b) Pay", "4. Three"]);
        let marked = read("<p>Law No. 189<sup>3</sup> of the 2<sup>nd</sup> of May, 40 m<sup>2</sup></p>");
        assert_eq!(marked.paragraphs().next().unwrap().full(), "Law No. 189 of the 2nd of May, 40 m2");
        let Some(Block::Row(row)) = document.blocks.last() else { panic!("a row is last") };
        assert_eq!(row.cells[0].lines, ["Chile", "Estonia"]);
    }

    #[test]
    fn headings_paragraphs_and_tables_become_blocks() {
        let page = read(
            "<title>T</title><h2>A. Aims</h2><p>One<br>two</p><ul><li>(a) Build</ul><table><tr><th colspan=2>x<td>y</table><script>no</script>",
        );
        let texts: Vec<String> = page.paragraphs().map(Paragraph::full).collect();
        assert_eq!(texts, ["A. Aims", "One two", "(a) Build"]);
        assert_eq!(page.paragraphs().next().unwrap().heading, Some(2));
        assert_eq!(page.rows().next().unwrap().cells[0].span, 2);
        assert_eq!(page.title, "T");
    }

    #[test]
    fn a_page_nested_without_end_is_read() {
        assert!(!read(&"<div>x".repeat(3000)).is_empty());
        let nested = format!("{}y{}", "<table><tr><td>".repeat(300), "</td></tr></table>".repeat(300));
        assert_eq!(read(&nested).rows().count(), 1);
    }

    #[test]
    fn ordered_lists_carry_their_letters() {
        let page = read("<p>4. It should:</p><ol type='a'><li>Build<li>Mend</ol>");
        let texts: Vec<String> = page.paragraphs().map(Paragraph::full).collect();
        assert_eq!(texts, ["4. It should:", "(a) Build", "(b) Mend"]);
    }
}
