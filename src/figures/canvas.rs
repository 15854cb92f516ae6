//! What drawings are made of. Coordinates start where the language starts to read: in Arabic the canvas mirrors
//! places and anchors, and no letter.

use super::palette;
use super::svg::Element;
use crate::domain::{Direction, Language};
use crate::text::printable::printable;

/// Width of every figure, in pixels.
pub(super) const WIDTH: f64 = 700.0;
/// Room at the edges.
pub(super) const MARGIN: f64 = 16.0;
/// Sizes of letters, in pixels.
pub(super) const LARGE: f64 = 17.0;
pub(super) const BODY: f64 = 12.0;
pub(super) const SMALL: f64 = 11.0;

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A place: `x` from where one starts to read, `y` from the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Place {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// A rectangle by the corner at which one starts to read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Area {
    /// The middle of the rectangle, for a line of text of a size to stand in.
    pub(super) fn middle(self, size: f64) -> Place {
        Place { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 + size * 0.36 }
    }
}

/// A text as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Script {
    pub(super) anchor: Anchor,
    pub(super) size: f64,
    pub(super) ink: &'static str,
}

impl Script {
    /// Dark letters that start at their place.
    pub(super) const fn of(size: f64) -> Self {
        Self { anchor: Anchor::Start, size, ink: palette::INK }
    }

    /// The same at another end.
    pub(super) const fn anchored(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same in another ink.
    pub(super) const fn inked(self, ink: &'static str) -> Self {
        Self { ink, ..self }
    }
}

/// A drawing that grows.
#[derive(Debug)]
pub(super) struct Canvas {
    direction: Direction,
    drawn: Vec<Element>,
}

impl Canvas {
    /// An empty canvas for readers of a language.
    pub(super) const fn new(language: Language) -> Self {
        Self { direction: Direction::of(language), drawn: Vec::new() }
    }

    /// A place as it is counted from the left.
    fn left_of(&self, x: f64) -> f64 {
        match self.direction {
            Direction::LeftToRight => x,
            Direction::RightToLeft => WIDTH - x,
        }
    }

    /// Fills a rectangle.
    pub(super) fn fill(&mut self, area: Area, fill: &str) {
        self.drawn.push(self.rectangle(area, fill));
    }

    /// Fills a rectangle and draws its outline.
    pub(super) fn outlined(&mut self, area: Area, fill: &str, ink: &str) {
        self.drawn.push(self.rectangle(area, fill).with("stroke", ink));
    }

    fn rectangle(&self, area: Area, fill: &str) -> Element {
        let left = match self.direction {
            Direction::LeftToRight => area.x,
            Direction::RightToLeft => WIDTH - area.x - area.width,
        };
        let placed = Element::new("rect").at("x", left).at("y", area.y);
        placed.at("width", area.width.max(0.0)).at("height", area.height.max(0.0)).with("fill", fill)
    }

    /// Draws a line.
    pub(super) fn line(&mut self, from: Place, to: Place, ink: &str, thickness: f64) {
        let line = Element::new("line").at("x1", self.left_of(from.x)).at("y1", from.y);
        let line = line.at("x2", self.left_of(to.x)).at("y2", to.y);
        self.drawn.push(line.with("stroke", ink).at("stroke-width", thickness));
    }

    /// Draws a dot.
    pub(super) fn dot(&mut self, at: Place, radius: f64, fill: &str) {
        let dot = Element::new("circle").at("cx", self.left_of(at.x)).at("cy", at.y).at("r", radius);
        self.drawn.push(dot.with("fill", fill));
    }

    /// Writes a line of text; `at` is where it stands on its line.
    pub(super) fn write(&mut self, at: Place, script: Script, text: &str) {
        let anchor = match (script.anchor, self.direction) {
            (Anchor::Middle, _) => "middle",
            (Anchor::Start, Direction::LeftToRight) | (Anchor::End, Direction::RightToLeft) => "start",
            (Anchor::End, Direction::LeftToRight) | (Anchor::Start, Direction::RightToLeft) => "end",
        };
        let placed = Element::new("text").at("x", self.left_of(at.x)).at("y", at.y).with("text-anchor", anchor);
        let inked = placed.at("font-size", script.size).with("fill", script.ink);
        self.drawn.push(inked.saying(&self.isolated(text)));
    }

    /// Writes lines of text, one under the other; returns where the next would stand.
    pub(super) fn write_lines(&mut self, at: Place, script: Script, lines: &[String]) -> f64 {
        let step = script.size * 1.25;
        for (line, y) in lines.iter().zip((0u32..).map(|line| at.y + f64::from(line) * step)) {
            self.write(Place { x: at.x, y }, script, line);
        }
        at.y + lines.len() as f64 * step
    }

    /// What was drawn, in its order.
    pub(super) fn into_drawn(self) -> Vec<Element> {
        self.drawn
    }

    /// The text on one line. Among others that read from the right its own first letter says how it is read: the
    /// drawing as a whole stands from left to right.
    fn isolated(&self, text: &str) -> String {
        let text = printable(text).replace(['\n', '\t'], " ");
        match self.direction {
            Direction::RightToLeft if text.chars().any(char::is_alphabetic) => format!("\u{2068}{text}\u{2069}"),
            _ => text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Area, BODY, Canvas, Place, Script};
    use crate::domain::Language;

    fn drawn(language: Language) -> String {
        let mut canvas = Canvas::new(language);
        canvas.fill(Area { x: 20.0, y: 5.0, width: 100.0, height: 10.0 }, "#fff");
        canvas.write(Place { x: 20.0, y: 30.0 }, Script::of(BODY), "ماء");
        canvas.write(Place { x: 30.0, y: 30.0 }, Script::of(BODY).anchored(Anchor::End), "12");
        canvas.into_drawn().iter().map(super::Element::written).collect()
    }

    #[test]
    fn in_arabic_places_and_anchors_are_mirrored_and_letters_are_not() {
        let (left, right) = (drawn(Language::Fr), drawn(Language::Ar));
        assert!(left.contains("<rect x=\"20\"") && right.contains("<rect x=\"580\""), "{right}");
        assert!(left.contains("<text x=\"20\" y=\"30\" text-anchor=\"start\""), "{left}");
        assert!(right.contains("<text x=\"680\" y=\"30\" text-anchor=\"end\""), "{right}");
        assert!(right.contains("<text x=\"670\" y=\"30\" text-anchor=\"start\""), "{right}");
        assert!(right.contains("\u{2068}ماء\u{2069}") && right.contains(">12<") && left.contains(">ماء<"));
    }
}
