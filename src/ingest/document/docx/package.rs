//! The zip archive of an office file, under limits: no bomb, no path, no part beyond its size.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::super::xml::{self, Element};
use crate::ingest::damage::Damage;

/// Most entries of an archive.
const MOST_ENTRIES: usize = 5_000;
/// Largest part, unpacked.
const LARGEST_PART: u64 = 128 << 20;
/// Most that may be unpacked of one archive.
const LARGEST_ALL: u64 = 384 << 20;
/// Text packs tenfold; a hundredfold and more is a bomb, if it is large at all.
const BOMB_RATIO: u64 = 200;
/// Parts up to this size are never called a bomb.
const SMALL: u64 = 4 << 20;

const RELATIONS: &str = "_rels/.rels";
const USUAL: &str = "word/document.xml";

/// An open archive.
pub(in crate::ingest) struct Package {
    archive: ZipArchive<Cursor<Vec<u8>>>,
    unpacked: u64,
}

impl Package {
    /// Opens an archive.
    pub(in crate::ingest) fn open(bytes: Vec<u8>) -> Result<Self, Damage> {
        let archive = ZipArchive::new(Cursor::new(bytes));
        let archive = archive.map_err(|e| Damage::NoArchive { cause: e.to_string() })?;
        if archive.len() > MOST_ENTRIES {
            return Err(Damage::ManyParts { count: archive.len(), most: MOST_ENTRIES });
        }
        Ok(Self { archive, unpacked: 0 })
    }

    /// The text of a part; `None` where there is no such part.
    pub(in crate::ingest) fn text(&mut self, name: &str) -> Result<Option<String>, Damage> {
        if self.archive.index_for_name(name).is_none() {
            return Ok(None);
        }
        let part = self.archive.by_name(name).map_err(|e| Damage::said(e).in_part(name))?;
        let packed = part.compressed_size();
        let mut bytes = Vec::new();
        // The size that the archive states is not believed: what comes out is counted.
        let read = part.take(LARGEST_PART + 1).read_to_end(&mut bytes);
        let read = read.map_err(|e| Damage::said(e).in_part(name))? as u64;
        self.unpacked += read;
        if read > SMALL && read / packed.max(1) > BOMB_RATIO {
            return Err(Damage::Bomb { name: name.to_owned(), fold: read / packed.max(1) });
        }
        if read > LARGEST_PART || self.unpacked > LARGEST_ALL {
            return Err(Damage::LargePart { name: name.to_owned(), most: LARGEST_PART >> 20 });
        }
        Ok(Some(
            encoding_rs::Encoding::for_bom(&bytes).unwrap_or((encoding_rs::UTF_8, 0)).0.decode(&bytes).0.into_owned(),
        ))
    }

    /// How many parts lie in some folders.
    pub(in crate::ingest) fn count_in(&self, folders: &[&str]) -> usize {
        let lies = |name: &str| !name.ends_with('/') && folders.iter().any(|folder| name.starts_with(folder));
        self.archive.file_names().flatten().filter(|name| lies(name)).count()
    }

    /// The names of parts that begin so and end in `.xml`, in order.
    pub(in crate::ingest) fn names(&self, beginnings: &[&str]) -> Vec<String> {
        let fits = |name: &String| name.ends_with(".xml") && beginnings.iter().any(|b| name.starts_with(b));
        let all = self.archive.file_names().flatten().map(std::borrow::Cow::into_owned);
        let mut names: Vec<String> = all.filter(fits).collect();
        names.sort();
        names
    }

    /// The part that holds the document, as the relations of the package say.
    pub(in crate::ingest) fn main_part(&mut self) -> Result<String, Damage> {
        let relations = self.text(RELATIONS)?.map(|text| xml::parse(&text)).transpose()?.unwrap_or_default();
        let mut all = relations.elements().flat_map(Element::elements);
        let main = all.find(|r| r.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")));
        let target = main.and_then(|r| r.attribute("Target")).unwrap_or(USUAL);
        Ok(target.trim_start_matches('/').to_owned())
    }
}
