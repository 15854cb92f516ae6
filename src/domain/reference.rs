//! The citable reference of a recommendation: body, document, place in the document.
//!
//! `UPR A/HRC/59/15 ¶140.7` and `CESCR E/C.12/AUS/CO/6 ¶7` are complete references. Where a source
//! gives no symbol, session and State stand for the document (`UPR s20/SVN`); where it gives no
//! paragraph, the head of the record's identifier stands for the place (`#3fa2c14d`), so that a
//! reference is unique in either case.

use std::fmt;
use std::str::FromStr;

use super::message::{Message, Values, given};
use super::{Body, Paragraph, RecordId};

/// Where inside the document the recommendation stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// A numbered paragraph.
    Paragraph(Paragraph),
    /// No paragraph is known: the first eight hexadecimal digits of the record's identifier.
    Fragment(String),
}

/// A citable reference.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The body that made the recommendation.
    pub body: Body,
    /// Document symbol, or session and State (`s20/SVN`).
    pub document: String,
    /// Place in the document.
    pub place: Place,
}

impl Place {
    /// The fragment that stands for `id` where no paragraph is known.
    #[must_use]
    pub fn fragment(id: RecordId) -> Self {
        Self::Fragment(id.to_string().chars().take(8).collect())
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ", self.body, self.document)?;
        match &self.place {
            Place::Paragraph(paragraph) => write!(f, "¶{paragraph}"),
            Place::Fragment(head) => write!(f, "#{head}"),
        }
    }
}

/// The text is not `BODY DOCUMENT ¶PARAGRAPH` or `BODY DOCUMENT #FRAGMENT`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("bad-reference")]
pub struct BadReference(pub String);

impl Message for BadReference {
    fn code(&self) -> &'static str {
        "bad-reference"
    }

    fn values(&self) -> Values {
        given(&self.0)
    }
}

impl FromStr for Reference {
    type Err = BadReference;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || BadReference(text.to_owned());
        let cut = text.find(['¶', '#']).ok_or_else(bad)?;
        let (head, tail) = text.split_at(cut);
        let (body, document) = head.trim().rsplit_once(' ').ok_or_else(bad)?;
        if !document.contains('/') || body.trim().is_empty() {
            return Err(bad());
        }
        let place = match tail.strip_prefix('#') {
            Some(head) if head.len() == 8 && head.bytes().all(|b| b.is_ascii_hexdigit()) => {
                Place::Fragment(head.to_lowercase())
            }
            Some(_) => return Err(bad()),
            None => Place::Paragraph(Paragraph::parse(tail).ok_or_else(bad)?),
        };
        Ok(Self { body: Body::new(body), document: document.to_owned(), place })
    }
}
