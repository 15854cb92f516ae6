//! SVG as a tree of elements, every text escaped. No style sheets and no scripts: a page may forbid them.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

/// An element with what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    inside: Vec<Inside>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Inside {
    Element(Element),
    Text(String),
}

impl Element {
    /// An empty element.
    pub(super) const fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), inside: Vec::new() }
    }

    /// The same with an attribute.
    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// The same with a length or a coordinate.
    pub(super) fn at(self, name: &'static str, value: f64) -> Self {
        self.with(name, &coordinate(value))
    }

    /// The same with a text in it.
    pub(super) fn saying(mut self, text: &str) -> Self {
        self.inside.push(Inside::Text(text.to_owned()));
        self
    }

    /// The same with elements in it.
    pub(super) fn holding(mut self, elements: impl IntoIterator<Item = Self>) -> Self {
        self.inside.extend(elements.into_iter().map(Inside::Element));
        self
    }

    /// The element as text, an element a line.
    pub(super) fn written(&self) -> String {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
        self.write(&mut writer).expect("memory takes what is written into it");
        let mut text = String::from_utf8(writer.into_inner()).expect("only text was written");
        text.push('\n');
        text
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.inside.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for inside in &self.inside {
            match inside {
                Inside::Element(element) => element.write(writer)?,
                Inside::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// A length to one place: finer ones no screen shows, and the same ones are written the same on every machine.
pub(super) fn coordinate(value: f64) -> String {
    // A zero with a sign would be written with it.
    let rounded = (value * 10.0).round() / 10.0 + 0.0;
    rounded.to_string()
}

/// The texts of an SVG in their order, each with the name of its element; fails where it is not well formed.
#[cfg(test)]
pub(super) fn texts(svg: &str) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(svg);
    let (mut open, mut texts): (Vec<String>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    let mut said = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                open.push(String::from_utf8_lossy(start.name().as_ref()).into_owned());
                said.clear();
            }
            Event::End(_) => {
                let name = open.pop().unwrap();
                let is_said = matches!(name.as_str(), "text" | "title" | "desc");
                let text = said.replace(['\u{2068}', '\u{2069}'], "");
                texts.extend(is_said.then_some((name, text)));
                said.clear();
            }
            Event::Text(text) => said.push_str(&String::from_utf8_lossy(&text)),
            Event::GeneralRef(name) => {
                let name = String::from_utf8_lossy(&name).into_owned();
                said.push_str(quick_xml::escape::resolve_predefined_entity(&name).unwrap());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(open.is_empty(), "every element is closed");
    texts
}

#[cfg(test)]
mod tests {
    use super::{Element, coordinate, texts};

    #[test]
    fn texts_and_attributes_are_escaped_and_read_back_as_they_were() {
        let said = "Water & \"air\" <now>";
        let title = Element::new("title").saying(said);
        let svg = Element::new("svg").with("lang", "a\"<&").holding([title, Element::new("rect").at("x", 1.25)]);
        let written = svg.written();
        assert!(written.contains("&lt;now") && written.contains("x=\"1.3\"") && !written.contains("a\"<"), "{written}");
        assert_eq!(texts(&written), [("title".to_owned(), said.to_owned())]);
    }

    #[test]
    fn lengths_are_written_to_one_place_without_needless_signs() {
        assert_eq!([12.0, 0.04, -0.04, 7.66].map(coordinate), ["12", "0", "0", "7.7"]);
    }
}
