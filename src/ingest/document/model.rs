//! What every document becomes: blocks in reading order, each with its place.

/// A document as text: no fonts, no pages, nothing but what was said and where.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Document {
    /// Title in the properties of the file; often empty or left over from another document.
    pub(in crate::ingest) title: String,
    /// Running heads and feet, each once: symbols and titles stand there.
    pub(in crate::ingest) furniture: Vec<String>,
    /// The body in reading order.
    pub(in crate::ingest) blocks: Vec<Block>,
    /// Footnotes and endnotes.
    pub(in crate::ingest) notes: Vec<Paragraph>,
}

/// A piece of the body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ingest) enum Block {
    /// A paragraph or a heading.
    Paragraph(Paragraph),
    /// A row of a table.
    Row(Row),
}

/// A paragraph or a heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Paragraph {
    /// Where it stands: "paragraph 12", "page 3, line 14".
    pub(in crate::ingest) place: String,
    /// Level of a heading, from 1; none for text.
    pub(in crate::ingest) heading: Option<u8>,
    /// The number that the word processor sets before it and that is not in the text.
    pub(in crate::ingest) number: Option<String>,
    /// The text; line breaks inside are kept.
    pub(in crate::ingest) text: String,
}

/// A row of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Row {
    /// Where it stands: "table 1, row 12".
    pub(in crate::ingest) place: String,
    /// Running number of the table, from 1.
    pub(in crate::ingest) table: usize,
    /// The cells.
    pub(in crate::ingest) cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ingest) struct Cell {
    /// How many columns it covers, at least one.
    pub(in crate::ingest) span: usize,
    /// Its lines: one a paragraph or line break, blank ones left out.
    pub(in crate::ingest) lines: Vec<String>,
}

impl Paragraph {
    /// The text with its number before it.
    pub(in crate::ingest) fn full(&self) -> String {
        match &self.number {
            Some(number) => format!("{number} {}", self.text.trim()),
            None => self.text.trim().to_owned(),
        }
    }
}

impl Cell {
    /// The lines joined with blanks.
    pub(in crate::ingest) fn text(&self) -> String {
        self.lines.join(" ")
    }
}

impl Row {
    /// The cells spread over the columns they cover: a cell of three columns stands thrice.
    pub(in crate::ingest) fn columns(&self) -> Vec<&Cell> {
        self.cells.iter().flat_map(|cell| std::iter::repeat_n(cell, cell.span.clamp(1, WIDEST))).collect()
    }
}

/// Longer pieces of text are no titles.
const LONGEST_TITLE: usize = 300;
/// No table of these documents is wider; a span beyond it is a made-up file.
const WIDEST: usize = 64;

impl Document {
    /// All paragraphs of the body, outside tables.
    pub(in crate::ingest) fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            Block::Row(_) => None,
        })
    }

    /// All rows of all tables.
    pub(in crate::ingest) fn rows(&self) -> impl Iterator<Item = &Row> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Row(row) => Some(row),
            Block::Paragraph(_) => None,
        })
    }

    /// The first `count` pieces of text of the body, cells of tables included.
    pub(in crate::ingest) fn opening(&self, count: usize) -> Vec<String> {
        let lines = self.blocks.iter().flat_map(|block| match block {
            Block::Paragraph(paragraph) => vec![paragraph.full()],
            Block::Row(row) => row.cells.iter().flat_map(|cell| cell.lines.iter().cloned()).collect(),
        });
        lines.filter(|line| !line.trim().is_empty()).take(count).collect()
    }

    /// The first pieces of text, and neighbours joined: titles run over two or three lines.
    pub(in crate::ingest) fn titles(&self, count: usize) -> Vec<String> {
        let opening = self.opening(count);
        let joined = (2..=3).flat_map(|run| opening.windows(run).map(|lines| lines.join(" ")).collect::<Vec<_>>());
        let joined: Vec<String> = joined.filter(|title| title.len() < LONGEST_TITLE).collect();
        opening.iter().cloned().chain(joined).collect()
    }

    /// Whether nothing at all was found.
    pub(in crate::ingest) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}
