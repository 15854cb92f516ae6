//! Which format a file has, told from its first bytes and not from its name.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::{Format, IngestError, TableFormat};

/// Bytes looked at.
const HEAD: u64 = 4096;

/// Tells the format of a file.
///
/// # Errors
/// When the file cannot be read or is of no known format.
pub(super) fn detect(path: &Path) -> Result<Format, IngestError> {
    let io = |source| IngestError::Io { path: path.to_owned(), source };
    let mut head = Vec::new();
    File::open(path).map_err(io)?.take(HEAD).read_to_end(&mut head).map_err(io)?;
    let seen = match head.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => return Ok(Format::Table(TableFormat::Delimited)),
        [] => return Err(IngestError::Empty { path: path.to_owned() }),
        [b'P', b'K', 3, 4, ..] if !is_word(path) => return Ok(Format::Table(TableFormat::Workbook)),
        [0xd0, 0xcf, 0x11, 0xe0, ..] if !is_word(path) => return Ok(Format::Table(TableFormat::Workbook)),
        [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => "a Word document",
        [b'%', b'P', b'D', b'F', ..] => "a PDF document",
        [b'{', b'\\', b'r', b't', b'f', ..] => "a rich-text document",
        _ => return text_format(path, &head),
    };
    Err(IngestError::UnknownFormat { path: path.to_owned(), seen: seen.to_owned() })
}

fn is_word(path: &Path) -> bool {
    path.extension().is_some_and(|e| ["doc", "docx", "docm"].iter().any(|word| e.eq_ignore_ascii_case(word)))
}

fn text_format(path: &Path, head: &[u8]) -> Result<Format, IngestError> {
    let text = head.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(head);
    let mut visible = text.iter().filter(|b| !b.is_ascii_whitespace());
    let unknown = |seen: &str| Err(IngestError::UnknownFormat { path: path.to_owned(), seen: seen.to_owned() });
    match (visible.next(), visible.next()) {
        (Some(b'['), Some(b'{' | b']')) => Ok(Format::UhriJson),
        (Some(b'{'), Some(b'"')) => unknown("a JSON object, but not a UHRI export, which is an array"),
        (Some(b'<'), _) => unknown("a web page or XML document"),
        _ if looks_binary(text) => unknown("binary data"),
        _ => Ok(Format::Table(TableFormat::Delimited)),
    }
}

/// Control characters other than blanks and line ends; UTF-16 text has zeros at every other place.
fn looks_binary(head: &[u8]) -> bool {
    let odd = head.iter().filter(|b| matches!(b, 1..=8 | 14..=31)).count();
    let zeros = head.iter().filter(|b| **b == 0).count();
    odd * 20 > head.len() || (zeros > 0 && zeros * 3 < head.len())
}
