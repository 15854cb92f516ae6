//! The citable reference of a recommendation: body, document, place in the document.
//!
//! `UPR A/HRC/59/15 ¶140.7` and `CESCR E/C.12/AUS/CO/6 ¶7` are complete references. Where a source
//! gives no symbol, session and State stand for the document (`UPR s20/SVN ¶108.3`); where it gives no
//! paragraph, the head of the record's identifier stands for the place (`#3fa2c14d`), which is unique. A
//! paragraph that several records of a document have is told apart by the same head behind it.
//! Recommending States may stand before a head (`UPR s20/SVN by NOR #3fa2c14d`): people remember them,
//! and the head alone decides.

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
        let (body, document) = without_states(head.trim()).rsplit_once(' ').ok_or_else(bad)?;
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

/// A head without the recommending States after its document: `by NOR`, `NOR/SWE/FIN+2`.
fn without_states(head: &str) -> &str {
    let Some((before, last)) = head.rsplit_once(' ') else { return head };
    let before = before.strip_suffix(" by").unwrap_or(before).trim_end();
    let ends_in_document = before.rsplit(' ').next().is_some_and(|word| word.contains('/'));
    let states = last.split('+').next().unwrap_or_default();
    let is_state = |part: &str| part.len() == 3 && part.bytes().all(|b| b.is_ascii_alphabetic());
    if ends_in_document && states.split('/').all(is_state) { before } else { head }
}

#[cfg(test)]
mod tests {
    use super::{Place, Reference};

    #[test]
    fn recommending_states_before_the_head_of_an_identifier_are_passed_over() {
        let plain: Reference = "UPR s10/PRY #4985e752".parse().unwrap();
        for text in
            ["UPR s10/PRY by NOR #4985e752", "UPR s10/PRY NOR #4985E752", "UPR s10/PRY by NOR/SWE/FIN+2 #4985e752"]
        {
            assert_eq!(text.parse::<Reference>(), Ok(plain.clone()), "{text}");
        }
        assert!(matches!(plain.place, Place::Fragment(_)));
        let torture: Reference = "SR Torture A/HRC/40/59/ADD.9 #a3762ed1".parse().unwrap();
        assert_eq!((torture.body.to_string().as_str(), torture.document.as_str()), ("SR Torture", "A/HRC/40/59/ADD.9"));
        assert!("UPR by NOR #4985e752".parse::<Reference>().is_err());
    }
}
