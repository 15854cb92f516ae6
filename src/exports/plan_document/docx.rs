//! The plan as a Word document: a title page, contents, a heading for each theme and cluster, and under it the outcome,
//! the recommendations and a table of measures.

use std::io::{Cursor, Write};

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Hyperlink, HyperlinkType, LineSpacing, PageMargin, PageNum,
    PageOrientationType, Paragraph, Run, RunFonts, Shading, Style, StyleType, Table, TableCell, TableCellMargins,
    TableLayoutType, TableRow, WidthType,
};

use super::PlanTextWriter;
use super::caption::PlanCaption;
use super::lines::{
    COLUMNS, anchor, as_of, cells, cluster_title, outcomes, recommendations, rest, theme_title, title, unanswered,
};
use crate::domain::Direction;
use crate::exports::ExportError;
use crate::exports::docx_stream::{is_arabic, paragraph, turned, unnumbered};
use crate::i18n::Words;
use crate::plan::{DocumentCluster, DocumentMeasure, PlanText};

/// A4 across, in twentieths of a point.
const PAPER: (u32, u32) = (16_838, 11_906);
const MARGIN: i32 = 900;
/// Widths of the columns of measures; together what is left between the margins.
const WIDTHS: [usize; 9] = [1050, 3300, 1900, 1500, 1500, 1300, 2300, 1100, 1080];
/// Font sizes in half points.
const SMALL: usize = 16;
const BODY: usize = 20;
const LARGE: usize = 52;
/// Ground of headings.
const GROUND: &str = "D9E2F3";

/// The plan as DOCX.
#[derive(Debug, Clone, Copy)]
pub struct PlanTextDocx;

impl PlanTextWriter for PlanTextDocx {
    fn write(&self, plan: &PlanText, words: &Words, out: &mut dyn Write) -> Result<(), ExportError> {
        let page = Page { words, direction: Direction::of(words.language()) };
        let mut document = page.front(plan);
        for theme in &plan.themes {
            let heading =
                page.heading(&theme_title(theme, words), "Heading1").line_spacing(LineSpacing::new().before(480));
            document = document.add_paragraph(heading);
            for cluster in &theme.clusters {
                document = page.cluster(document, cluster);
            }
        }
        let mut frame = document.build();
        frame.document = turned(unnumbered(frame.document), page.direction);
        frame.footers = frame.footers.into_iter().map(unnumbered).collect();
        let mut bytes = Cursor::new(Vec::new());
        frame.pack(&mut bytes).map_err(|error| ExportError::Docx(error.to_string()))?;
        out.write_all(bytes.get_ref())?;
        Ok(())
    }
}

/// What every part of the document is written with.
struct Page<'w> {
    words: &'w Words,
    direction: Direction,
}

impl Page<'_> {
    /// Styles, title page and contents.
    fn front(&self, plan: &PlanText) -> Docx {
        let heading = |id: &str, name: &str, size: usize, level: usize| {
            let style = Style::new(id, StyleType::Paragraph).name(name).size(size).bold().color("1F4E79");
            style.based_on("Normal").next("Normal").outline_lvl(level)
        };
        let margins = PageMargin {
            top: MARGIN,
            left: MARGIN,
            bottom: MARGIN,
            right: MARGIN,
            header: 400,
            footer: 400,
            gutter: 0,
        };
        let foot = Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
        let name = title(plan, self.words);
        let mut document = Docx::new()
            .page_size(PAPER.0, PAPER.1)
            .page_orient(PageOrientationType::Landscape)
            .page_margin(margins)
            .default_fonts(RunFonts::new().ascii("Calibri").hi_ansi("Calibri").cs("Arial"))
            .default_size(BODY)
            .add_style(heading("Heading1", "heading 1", 32, 0))
            .add_style(heading("Heading2", "heading 2", 26, 1))
            .footer(Footer::new().add_paragraph(foot));
        (0..6).for_each(|_| document = std::mem::take(&mut document).add_paragraph(Paragraph::new()));
        let large = self.plain().add_run(Run::new().add_text(name).size(LARGE).bold());
        document = document.add_paragraph(large).add_paragraph(self.paragraph(&as_of(plan, self.words)));
        if let Some(rest) = rest(plan, self.words) {
            document = document.add_paragraph(self.paragraph(&rest));
        }
        let new_page = || Paragraph::new().add_run(Run::new().add_break(BreakType::Page));
        let contents =
            self.plain().add_run(Run::new().add_text(self.words.say(&PlanCaption::Contents)).size(32).bold());
        document = document.add_paragraph(new_page()).add_paragraph(contents);
        for theme in &plan.themes {
            let name = Run::new().add_text(theme_title(theme, self.words)).bold();
            document = document.add_paragraph(self.plain().add_run(name));
            for cluster in theme.clusters.iter().filter(|cluster| cluster.number.is_some()) {
                let name = Run::new().add_text(cluster_title(cluster, self.words)).color("1F4E79");
                let link = Hyperlink::new(anchor(cluster), HyperlinkType::Anchor).add_run(name);
                document = document.add_paragraph(self.plain().indent(Some(360), None, None, None).add_hyperlink(link));
            }
        }
        document.add_paragraph(new_page())
    }

    fn cluster(&self, document: Docx, cluster: &DocumentCluster) -> Docx {
        let words = self.words;
        let mut document = document;
        if cluster.number.is_some() {
            let title = cluster_title(cluster, words);
            let heading = self.heading(&title, "Heading2").line_spacing(LineSpacing::new().before(300).after(60));
            // What the contents lead to.
            let (id, name) = (anchor_number(cluster), anchor(cluster));
            document = document.add_paragraph(heading.add_bookmark_start(id, name).add_bookmark_end(id));
        }
        for outcome in outcomes(cluster, words) {
            document = document.add_paragraph(self.plain().add_run(Run::new().add_text(outcome).bold()));
        }
        let sources = recommendations(cluster, words);
        if !sources.is_empty() {
            let line =
                format!("{} ({}): {}", words.say(&PlanCaption::Recommendations), sources.len(), sources.join("; "));
            document = document.add_paragraph(self.plain().add_run(Run::new().add_text(line).size(SMALL)));
        }
        if let Some(unanswered) = unanswered(cluster, words) {
            document =
                document.add_paragraph(self.plain().add_run(Run::new().add_text(unanswered).size(SMALL).italic()));
        }
        if cluster.measures.is_empty() {
            let none = Run::new().add_text(words.say(&PlanCaption::NoMeasure)).italic();
            return document.add_paragraph(self.plain().add_run(none));
        }
        document.add_table(self.measures(cluster)).add_paragraph(Paragraph::new())
    }

    fn measures(&self, cluster: &DocumentCluster) -> Table {
        let head = COLUMNS.iter().zip(WIDTHS).map(|(column, width)| {
            let run = Run::new().add_text(self.words.say(column)).size(SMALL).bold();
            let shading = Shading::new().fill(GROUND);
            TableCell::new().width(width, WidthType::Dxa).shading(shading).add_paragraph(self.plain().add_run(run))
        });
        let mut rows = vec![TableRow::new(head.collect()).cant_split()];
        rows.extend(cluster.measures.iter().map(|measure| self.row(measure)));
        Table::new(rows)
            .set_grid(WIDTHS.to_vec())
            .layout(TableLayoutType::Fixed)
            .width(WIDTHS.iter().sum(), WidthType::Dxa)
            .margins(TableCellMargins::new().margin(40, 70, 40, 70))
    }

    fn row(&self, measure: &DocumentMeasure) -> TableRow {
        let cell = |(lines, width): (&Vec<String>, usize)| {
            let mut cell = TableCell::new().width(width, WidthType::Dxa);
            for line in lines {
                cell = cell.add_paragraph(self.line(line).add_run(Run::new().add_text(line).size(SMALL)));
            }
            // A cell without a paragraph makes a document that Word calls damaged.
            if lines.is_empty() { cell.add_paragraph(Paragraph::new()) } else { cell }
        };
        TableRow::new(cells(measure, self.words).iter().zip(WIDTHS).map(cell).collect())
    }

    /// A heading, which stays with what it is over.
    fn heading(&self, text: &str, style: &str) -> Paragraph {
        self.paragraph(text).style(style).keep_next(true)
    }

    fn paragraph(&self, text: &str) -> Paragraph {
        self.plain().add_run(Run::new().add_text(text))
    }

    /// A paragraph for a text: in a page that is read from the right, one without a letter of that script keeps its own
    /// direction and stands at the right.
    fn line(&self, text: &str) -> Paragraph {
        match self.direction {
            Direction::RightToLeft if !is_arabic(text) => Paragraph::new().align(AlignmentType::Right),
            _ => self.plain(),
        }
    }

    /// A paragraph in the direction of the language.
    fn plain(&self) -> Paragraph {
        paragraph(self.direction)
    }
}

/// The number of the bookmark of a cluster.
fn anchor_number(cluster: &DocumentCluster) -> usize {
    cluster.number.map_or(0, |number| usize::from(number.theme) * 1_000 + usize::from(number.cluster))
}
