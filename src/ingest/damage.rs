//! What breaks inside a damaged file, and where.

use std::fmt::Display;

use serde::Serialize;

use crate::domain::{Coded, Message, Values, fields};

/// Where a file breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-at-")]
pub enum DamagedPlace {
    /// The sheets of a workbook.
    Sheets,
    /// The parts of a package.
    Parts,
    /// The pages of a document.
    Pages,
    /// The text.
    Text,
    /// The headings of a table.
    Headings,
    /// The rows of a table.
    Rows,
    /// The objects of a list.
    Objects,
    /// A row.
    Row {
        /// Its number, from 1.
        row: u64,
    },
    /// A character of a text.
    Character {
        /// Its line, from 1.
        line: u64,
        /// Its column, from 1.
        column: u64,
    },
}

/// What is wrong there. Causes are in the words of a library or of the system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "ingest-damage-")]
pub enum Damage {
    /// What a library or another program said.
    Said {
        /// In its words.
        cause: String,
    },
    /// A table ends inside a quoted cell.
    OpenQuote,
    /// Quotes open in a table again and again and are never closed.
    StrayQuotes,
    /// Several sheets are one part of the workbook.
    SharedPart {
        /// Name of the part.
        name: String,
    },
    /// A sheet cannot be read.
    InSheet {
        /// Its name.
        name: String,
        /// In the words of the library.
        cause: String,
    },
    /// A part of a package cannot be read.
    InPart {
        /// Its name.
        name: String,
        /// What is wrong with it.
        reason: Box<Coded>,
    },
    /// A package without the part that holds its text.
    NoPart {
        /// Name of the part.
        name: String,
    },
    /// A document without a body.
    NoBody,
    /// An archive that is cut off or is none.
    NoArchive {
        /// In the words of the library.
        cause: String,
    },
    /// An archive of more parts than are read.
    ManyParts {
        /// How many it holds.
        count: usize,
        /// How many are read.
        most: usize,
    },
    /// A part that is small when it is packed and huge when it is unpacked.
    Bomb {
        /// Its name.
        name: String,
        /// How many times larger it grows.
        fold: u64,
    },
    /// A part beyond its size.
    LargePart {
        /// Its name.
        name: String,
        /// What it may have, in megabytes.
        most: u64,
    },
    /// XML that is not well-formed.
    Xml {
        /// In the words of the library.
        cause: String,
        /// Where, in bytes from the start.
        byte: u64,
    },
    /// An element that ends and never began.
    StrayEnd,
    /// XML that is too deep or too large.
    Nested {
        /// Levels that are read.
        deepest: usize,
        /// Elements that are read.
        most: usize,
    },
    /// XML that is cut off.
    LeftOpen,
    /// The parser panicked.
    GaveUp {
        /// What it said.
        cause: String,
    },
    /// The parser panicked and did not say why.
    GaveUpSilently,
    /// The parser took too long.
    Slow {
        /// What it may take, in seconds.
        seconds: u64,
    },
    /// The parser is gone and has left nothing.
    NoResult,
    /// The program that reads a PDF is this one, and it does not find itself.
    NoProgram {
        /// What the system said.
        cause: String,
    },
    /// There is no place for what the reader of PDF writes.
    NoFolder {
        /// What the system said.
        cause: String,
    },
    /// The reader of PDF left no text.
    NoOutput {
        /// What the system said.
        cause: String,
    },
    /// The reader of PDF cannot be started.
    NotStarted,
    /// The reader of PDF took too long.
    SlowReader {
        /// What it may take, in seconds.
        seconds: u64,
    },
    /// The reader of PDF took too much memory.
    Memory {
        /// What it may take, in megabytes.
        most: usize,
    },
    /// The reader of PDF failed and did not say why.
    NoReason,
    /// A PDF of more pages than are read.
    ManyPages {
        /// How many it has.
        count: usize,
        /// How many are read.
        most: usize,
    },
}

impl Damage {
    /// What a library said.
    pub(super) fn said(cause: impl Display) -> Self {
        Self::Said { cause: cause.to_string() }
    }

    /// The same, inside a part of a package.
    pub(super) fn in_part(self, name: &str) -> Self {
        Self::InPart { name: name.to_owned(), reason: Box::new(Coded::from(&self)) }
    }
}

impl Message for DamagedPlace {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Message for Damage {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Damage;
    use crate::domain::{Coded, Message};

    #[test]
    fn what_is_wrong_inside_a_part_stays_a_message_of_its_own() {
        let inside = Damage::in_part(Damage::Xml { cause: "no name".to_owned(), byte: 7 }, "styles.xml");
        let reason: Coded = serde_json::from_value(inside.values()["reason"].clone()).unwrap();
        assert_eq!((inside.code(), reason.code.as_str()), ("ingest-damage-in-part", "ingest-damage-xml"));
        assert_eq!(reason.values["byte"], 7);
    }
}
