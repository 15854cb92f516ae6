//! Paragraph styles: which are headings, and which carry a number.

use std::collections::HashMap;

use super::super::xml::Element;

/// Longest chain of styles based on each other; a longer one runs in a circle.
const LONGEST_CHAIN: usize = 24;

/// The headings of the document templates of the United Nations, by the folded name of the style.
const UN_HEADINGS: [(&str, u8); 8] =
    [("hmg", 1), ("hchg", 1), ("h1g", 2), ("h23g", 3), ("h4g", 4), ("h56g", 5), ("hch", 1), ("h1", 2)];

/// A place in a numbered list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// Number of the list; 0 takes the paragraph out of any list.
    pub(super) list: u32,
    /// Level in it, from 0.
    pub(super) level: usize,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<u32>,
    level: Option<usize>,
}

/// All paragraph styles by identifier.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// The list that a numbering style leads to.
    pub(super) list_of_numbering_style: HashMap<String, u32>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn of(part: &Element) -> Self {
        let mut all = Self::default();
        for element in part.elements().flat_map(Element::elements).filter(|e| e.name == "style") {
            let Some(id) = element.attribute("styleId") else { continue };
            let properties = element.child("pPr");
            let numbering = properties.and_then(|p| p.child("numPr"));
            let list = numbering.and_then(|n| n.value("numId")).and_then(|v| v.parse().ok());
            if element.attribute("type") == Some("numbering") {
                all.list_of_numbering_style.extend(list.map(|list| (id.to_owned(), list)));
                continue;
            }
            let style = Style {
                name: plain(element.value("name").unwrap_or(id)),
                based_on: element.value("basedOn").map(str::to_owned),
                outline: properties.and_then(|p| p.value("outlineLvl")).and_then(|v| v.parse().ok()),
                level: numbering.and_then(|n| n.value("ilvl")).and_then(|v| v.parse().ok()),
                list,
            };
            all.styles.insert(id.to_owned(), style);
        }
        all
    }

    /// The style and those it is based on, nearest first.
    fn chain<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Style> {
        let mut next = Some(id);
        let walk = std::iter::from_fn(move || {
            let style = self.styles.get(next?)?;
            next = style.based_on.as_deref();
            Some(style)
        });
        walk.take(LONGEST_CHAIN)
    }

    /// The level of the heading that a style makes, from 1.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| {
            let numbered = style.name.strip_prefix("heading").and_then(|n| n.parse::<u8>().ok());
            let of_un = || UN_HEADINGS.iter().find(|(name, _)| *name == style.name).map(|(_, level)| *level);
            let outlined = || style.outline.filter(|level| *level < 9).map(|level| level + 1);
            let title = || (style.name == "title").then_some(1);
            numbered.or_else(of_un).or_else(outlined).or_else(title)
        })
    }

    /// The list that a style puts its paragraphs in.
    pub(super) fn list(&self, id: &str) -> Option<ListPlace> {
        let list = self.chain(id).find_map(|style| style.list)?;
        let level = self.chain(id).find_map(|style| style.level).unwrap_or(0);
        Some(ListPlace { list, level })
    }
}

/// Lower case, letters and digits only: "_ H _Ch_G" and "HChG" are one style.
fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
