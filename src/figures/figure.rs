//! A figure: title over a drawing, foot under it, and its numbers as a table.

use super::canvas::{BODY, Canvas, LARGE, MARGIN, Place, SMALL, Script, WIDTH};
use super::label::Label;
use super::letters::lines;
use super::palette::{FAINT, PAPER, patterns};
use super::svg::Element;
use crate::domain::Coded;
use crate::i18n::Words;
use crate::reports::About;

/// Where drawings begin: two lines of title have room above.
pub(super) const HEAD: f64 = 62.0;
/// Fonts by which the figure is shown; the first is that of the pictures in pixels.
const FONTS: &str = "DejaVu Sans, Noto Sans, Segoe UI, Arial, sans-serif";

/// A figure that is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What it is called.
    pub title: String,
    /// What it shows, in words.
    pub description: String,
    /// The figure as SVG.
    pub svg: String,
    /// Width in pixels of a page.
    pub width: u32,
    /// Height in pixels of a page.
    pub height: u32,
    /// Its numbers: what is drawn stands here, and nothing is drawn that does not. A file keeps them beside the
    /// figure, because a picture in pixels has no place for them; a page shows them under it.
    pub table: FigureTable,
}

/// The numbers of a figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FigureTable {
    /// Names of the columns, which are stable.
    pub columns: Vec<&'static str>,
    /// Rows, each with as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A figure before title and foot are put around it.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) description: String,
    pub(super) canvas: Canvas,
    /// Where the drawing ends.
    pub(super) end: f64,
    pub(super) table: FigureTable,
    /// What is to be known besides, a sentence each.
    pub(super) notes: Vec<String>,
}

/// What stands under a figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Foot<'a> {
    /// Code of the unit.
    pub(super) unit: &'static str,
    /// Code of the denominator.
    pub(super) denominator: &'static str,
    /// What was counted.
    pub(super) about: &'a About,
}

impl Foot<'_> {
    fn sentences(&self, words: &Words) -> [String; 2] {
        let first = Label::Foot {
            unit: Coded::word("figure-unit", self.unit),
            denominator: Coded::word("figure-denominator", self.denominator),
        };
        let second = Label::Source {
            records: self.about.records,
            states: self.about.states,
            data: self.about.data.clone(),
            models: self.about.models.clone(),
            version: env!("CARGO_PKG_VERSION"),
        };
        [words.say(&first), words.say(&second)]
    }
}

impl Draft {
    /// The figure with title, description, foot.
    pub(super) fn framed(self, foot: &Foot<'_>, words: &Words) -> Figure {
        let Self { title, description, mut canvas, mut end, table, notes } = self;
        if table.rows.is_empty() {
            canvas.write(Place { x: MARGIN, y: end + BODY }, Script::of(BODY), &words.say(&Label::Nothing));
            end += 2.0 * BODY;
        }
        let room = WIDTH - 2.0 * MARGIN;
        let head = lines(&title, LARGE, room, 2);
        canvas.write_lines(Place { x: MARGIN, y: 26.0 }, Script::of(LARGE), &head);
        let mut y = end + 22.0;
        for sentence in notes.iter().chain(&foot.sentences(words)) {
            let wrapped = lines(sentence, SMALL, room, 4);
            y = canvas.write_lines(Place { x: MARGIN, y }, Script::of(SMALL).inked(FAINT), &wrapped) + 2.0;
        }
        let svg = root(&title, &description, canvas, y, words).written();
        Figure { title, description, svg, width: WIDTH.ceil() as u32, height: y.ceil() as u32, table }
    }
}

fn root(title: &str, description: &str, canvas: Canvas, height: f64, words: &Words) -> Element {
    let ground = Element::new("rect").at("width", WIDTH).at("height", height).with("fill", PAPER);
    let said = |name, text: &str| Element::new(name).saying(&crate::text::printable::printable(text));
    let size = format!("0 0 {} {}", super::svg::coordinate(WIDTH), super::svg::coordinate(height));
    Element::new("svg")
        .with("xmlns", "http://www.w3.org/2000/svg")
        .with("viewBox", &size)
        .at("width", WIDTH)
        .at("height", height)
        .with("role", "img")
        .with("lang", words.language().code())
        // The canvas has mirrored what is to be mirrored.
        .with("direction", "ltr")
        .with("font-family", FONTS)
        .holding([said("title", title), said("desc", description), patterns(), ground])
        .holding(canvas.into_drawn())
}

#[cfg(test)]
mod tests {
    use super::{Canvas, Draft, FigureTable, Foot, HEAD};
    use crate::domain::Language;
    use crate::figures::sample::about;
    use crate::figures::svg::texts;
    use crate::i18n::Words;

    fn drawn(title: &str, language: Language) -> super::Figure {
        let table = FigureTable { columns: vec!["n"], rows: vec![vec!["1".to_owned()]] };
        let (title, description, canvas) = (title.to_owned(), "Rows: 1".to_owned(), Canvas::new(language));
        let draft = Draft { title, description, canvas, end: HEAD, table, notes: Vec::new() };
        draft.framed(&Foot { unit: "pair", denominator: "row", about: &about() }, Words::of(language))
    }

    #[test]
    fn a_figure_says_what_it_is_to_those_who_do_not_see_it() {
        let figure = drawn("Water & <air>", Language::En);
        let said = texts(&figure.svg);
        let of = |name: &str| said.iter().find(|(element, _)| element == name).map(|(_, text)| text.as_str());
        assert_eq!((of("title"), of("desc")), (Some("Water & <air>"), Some("Rows: 1")));
        assert!(figure.svg.starts_with("<svg ") && figure.svg.contains("role=\"img\""), "{}", figure.svg);
    }

    #[test]
    fn the_foot_names_unit_denominator_data_and_program() {
        let figure = drawn("Water", Language::En);
        let said: String = texts(&figure.svg).into_iter().map(|(_, text)| text + " ").collect();
        for part in ["Unit: pairs", "Denominator:", "0123456789abcdef", "m-1", env!("CARGO_PKG_VERSION")] {
            assert!(said.contains(part), "{part}: {said}");
        }
    }

    #[test]
    fn in_arabic_the_title_stands_at_the_right() {
        let figure = drawn("الماء", Language::Ar);
        assert!(figure.svg.contains("<text x=\"684\" y=\"26\" text-anchor=\"end\""), "{}", figure.svg);
        assert!(figure.svg.contains("lang=\"ar\"") && figure.svg.contains("direction=\"ltr\""));
    }
}
