//! XML of office files as a small tree: local names, attributes, children.
//!
//! Entities of a document type are never expanded, so that none can grow; depth and number of
//! elements are limited.

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Decoder, Reader, XmlVersion};

use crate::ingest::damage::Damage;

/// Deepest nesting; Word itself stays below 60.
const DEEPEST: usize = 200;
/// Most elements of one part.
const MOST: usize = 6_000_000;

/// An element.
#[derive(Debug, Default)]
pub(in crate::ingest) struct Element {
    /// Name without its prefix.
    pub(in crate::ingest) name: String,
    attributes: Vec<(String, String)>,
    /// Elements and texts in order.
    pub(in crate::ingest) children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug)]
pub(in crate::ingest) enum Node {
    /// An element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// The value of an attribute, by its name without prefix.
    pub(in crate::ingest) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The child elements.
    pub(in crate::ingest) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first child of that name.
    pub(in crate::ingest) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The value (`w:val`) of a child, as Word writes properties.
    pub(in crate::ingest) fn value(&self, name: &str) -> Option<&str> {
        self.child(name).and_then(|child| child.attribute("val"))
    }

    /// Whether a property is on: present, and not set to false.
    pub(in crate::ingest) fn is_on(&self, name: &str) -> bool {
        self.child(name).is_some_and(|child| !matches!(child.attribute("val"), Some("0" | "false" | "off" | "none")))
    }

    /// All text inside.
    pub(in crate::ingest) fn text(&self) -> String {
        self.children.iter().fold(String::new(), |mut all, node| {
            match node {
                Node::Text(text) => all.push_str(text),
                Node::Element(element) => all.push_str(&element.text()),
            }
            all
        })
    }
}

/// Parses a part.
///
/// # Errors
/// What is wrong and at which byte: not well-formed, cut off, too deep, too large.
pub(in crate::ingest) fn parse(text: &str) -> Result<Element, Damage> {
    let mut reader = Reader::from_str(text);
    let decoder = reader.decoder();
    let mut open = vec![Element::default()];
    let mut count = 0usize;
    loop {
        let event =
            reader.read_event().map_err(|e| Damage::Xml { cause: e.to_string(), byte: reader.error_position() })?;
        match event {
            Event::Start(start) => {
                count += 1;
                open.push(element(&start, decoder));
            }
            Event::Empty(start) => {
                count += 1;
                attach(&mut open, Node::Element(element(&start, decoder)));
            }
            Event::End(_) => {
                let done = open.pop().ok_or(Damage::StrayEnd)?;
                attach(&mut open, Node::Element(done));
            }
            Event::Text(text) => push_text(&mut open, &text.decode().map_err(Damage::said)?),
            Event::CData(data) => push_text(&mut open, &data.decode().map_err(Damage::said)?),
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(Damage::said)?;
                let character = reference.resolve_char_ref().map_err(Damage::said)?;
                let known = || resolve_predefined_entity(&name).map(str::to_owned);
                // An entity of the file's own is left out: it could stand for anything of any size.
                push_text(&mut open, &character.map(String::from).or_else(known).unwrap_or_default());
            }
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
        if open.len() > DEEPEST || count > MOST {
            return Err(Damage::Nested { deepest: DEEPEST, most: MOST });
        }
    }
    match open.len() {
        1 => Ok(open.pop().unwrap_or_default()),
        _ => Err(Damage::LeftOpen),
    }
}

fn element(start: &BytesStart<'_>, decoder: Decoder) -> Element {
    let local = |name: &[u8]| String::from_utf8_lossy(name).into_owned();
    let attributes = start
        .attributes()
        .with_checks(false)
        .flatten()
        .map(|a| {
            let value = a
                .decoded_and_normalized_value(XmlVersion::Implicit1_0, decoder)
                .map(std::borrow::Cow::into_owned)
                .unwrap_or_default();
            (local(a.key.local_name().as_ref()), value)
        })
        .collect();
    Element { name: local(start.local_name().as_ref()), attributes, children: Vec::new() }
}

fn attach(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn push_text(open: &mut [Element], text: &str) {
    let Some(parent) = open.last_mut().filter(|_| !text.is_empty()) else { return };
    match parent.children.last_mut() {
        Some(Node::Text(before)) => before.push_str(text),
        _ => parent.children.push(Node::Text(text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn names_lose_their_prefix_and_references_are_resolved() {
        let root = parse("<w:p a:x='1'><w:t>A &amp; B&#233;</w:t><w:b w:val='0'/></w:p>").unwrap();
        let p = root.child("p").unwrap();
        assert_eq!((p.text().as_str(), p.attribute("x")), ("A & Bé", Some("1")));
        assert!(!p.is_on("b"));
    }

    #[test]
    fn entities_of_the_file_are_not_expanded() {
        let bomb = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>";
        assert_eq!(parse(bomb).unwrap().text(), "");
    }

    #[test]
    fn cut_and_deep_parts_are_errors() {
        assert!(parse("<a><b>").is_err());
        assert!(parse(&"<a>".repeat(100_000)).is_err());
    }
}
