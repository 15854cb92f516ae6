//! Which format a file has, told from its first bytes and not from its name.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use super::encoding::decode;
use super::error::IngestError;
use super::fault::UnreadContent;
use super::format::{DocumentFormat, Format, TableFormat};

/// Bytes looked at.
const HEAD: u64 = 4096;
/// How much of an old office file is searched for the name of its stream.
const LARGEST_CONTAINER: u64 = 256 << 20;

/// Tells the format of a file.
///
/// # Errors
/// When the file cannot be read or is of no known format.
pub(super) fn detect(path: &Path) -> Result<Format, IngestError> {
    check_is_file(path)?;
    let io = |source| IngestError::Io { path: path.to_owned(), source };
    let mut head = Vec::new();
    File::open(path).map_err(io)?.take(HEAD).read_to_end(&mut head).map_err(io)?;
    let document = |format| Ok(Format::Document(format));
    match head.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => text_format(path, decode(&head).0.as_bytes()),
        [] => Err(IngestError::Empty { path: path.to_owned() }),
        [b'P', b'K', 3, 4, ..] => zip_format(path),
        [0xd0, 0xcf, 0x11, 0xe0, ..] if holds_word(path)? => document(DocumentFormat::Doc),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Ok(Format::Table(TableFormat::Workbook)),
        [b'%', b'P', b'D', b'F', ..] => document(DocumentFormat::Pdf),
        [b'{', b'\\', b'r', b't', b'f', ..] => document(DocumentFormat::Doc),
        _ => text_format(path, &head),
    }
}

/// Refuses what is no file: a pipe would be waited for, a device read for ever.
pub(super) fn check_is_file(path: &Path) -> Result<(), IngestError> {
    let found = path.metadata().map_err(|source| IngestError::Io { path: path.to_owned(), source })?;
    if found.is_file() { Ok(()) } else { Err(IngestError::NoFile { path: path.to_owned() }) }
}

/// A zip archive is what its parts say, whatever its name says.
fn zip_format(path: &Path) -> Result<Format, IngestError> {
    let io = |source| IngestError::Io { path: path.to_owned(), source };
    let Ok(archive) = ZipArchive::new(File::open(path).map_err(io)?) else {
        // Not whole: the name tells which reader will say what is wrong.
        let is_word = path.extension().is_some_and(|e| e.to_ascii_lowercase().to_string_lossy().starts_with("doc"));
        return Ok(if is_word { Format::Document(DocumentFormat::Docx) } else { Format::Table(TableFormat::Workbook) });
    };
    let has = |beginning: &str| archive.file_names().flatten().any(|name| name.starts_with(beginning));
    match () {
        () if has("word/") => Ok(Format::Document(DocumentFormat::Docx)),
        () if has("content.xml") && is_open_text(path) => Ok(Format::Document(DocumentFormat::Doc)),
        () if has("xl/") || has("content.xml") => Ok(Format::Table(TableFormat::Workbook)),
        () => Err(IngestError::UnknownFormat { path: path.to_owned(), seen: UnreadContent::Archive }),
    }
}

/// An OpenDocument text, not a sheet: its first part says so.
fn is_open_text(path: &Path) -> bool {
    let kind = || {
        let mut archive = ZipArchive::new(File::open(path).ok()?).ok()?;
        let mut kind = String::new();
        archive.by_name("mimetype").ok()?.take(HEAD).read_to_string(&mut kind).ok()?;
        Some(kind)
    };
    kind().is_some_and(|kind| kind.trim().starts_with("application/vnd.oasis.opendocument.text"))
}

/// Word and Excel of the nineties share a container; the name of the stream inside tells them apart.
fn holds_word(path: &Path) -> Result<bool, IngestError> {
    let io = |source| IngestError::Io { path: path.to_owned(), source };
    let stream: Vec<u8> = "WordDocument".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bytes = Vec::new();
    File::open(path).map_err(io)?.take(LARGEST_CONTAINER).read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes.windows(stream.len()).any(|window| window == stream))
}

fn text_format(path: &Path, head: &[u8]) -> Result<Format, IngestError> {
    let text = head.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(head);
    let mut visible = text.iter().filter(|b| !b.is_ascii_whitespace());
    let unknown = |seen| Err(IngestError::UnknownFormat { path: path.to_owned(), seen });
    match (visible.next(), visible.next()) {
        (Some(b'['), Some(b'{' | b']')) => Ok(Format::UhriJson),
        (Some(b'{'), Some(b'"')) => unknown(UnreadContent::JsonObject),
        (Some(b'<'), _) if looks_like_page(text) => Ok(Format::Document(DocumentFormat::Html)),
        (Some(b'<'), _) => unknown(UnreadContent::Xml),
        _ if looks_binary(text) => unknown(UnreadContent::Binary),
        _ if looks_like_prose(path, text) => Ok(Format::Document(DocumentFormat::Text)),
        _ => Ok(Format::Table(TableFormat::Delimited)),
    }
}

fn looks_like_page(head: &[u8]) -> bool {
    let lower = String::from_utf8_lossy(head).to_lowercase();
    let has_tag = |tag: &str| lower.contains(&format!("<{tag}>")) || lower.contains(&format!("<{tag} "));
    lower.contains("<!doctype html")
        || ["html", "body", "head", "p", "div", "table", "h1", "h2"].iter().any(|tag| has_tag(tag))
}

/// A text file is a table where its first lines have the same separators, prose otherwise.
fn looks_like_prose(path: &Path, head: &[u8]) -> bool {
    let is_named =
        |endings: &[&str]| path.extension().is_some_and(|e| endings.iter().any(|n| e.eq_ignore_ascii_case(n)));
    let text = String::from_utf8_lossy(head);
    let mut lines = text.split(['\n', '\r']).filter(|line| !line.trim().is_empty());
    let (first, second) = (lines.next().unwrap_or(""), lines.next().unwrap_or(""));
    let count = |line: &str, separator: char| line.matches(separator).count();
    let is_table = ['\t', ';', '|', ','].iter().any(|s| count(first, *s) > 0 && count(first, *s) <= count(second, *s));
    is_named(&["txt", "text", "md"]) && !is_table
}

/// Control characters other than blanks and line ends; UTF-16 text has zeros at every other place.
fn looks_binary(head: &[u8]) -> bool {
    let odd = head.iter().filter(|b| matches!(b, 1..=8 | 14..=31)).count();
    let zeros = head.iter().filter(|b| **b == 0).count();
    odd * 20 > head.len() || (zeros > 0 && zeros * 3 < head.len())
}
