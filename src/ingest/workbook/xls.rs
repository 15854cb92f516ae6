//! Workbooks of Excel before 2007, read by a process of their own: the library takes such a file whole into memory,
//! lays out whatever lies between two corners of a sheet, and believes what the file says of its own size.

use std::path::Path;
use std::time::Duration;

use super::sheets::{Book, sheets};
use crate::ingest::budget::Budget;
use crate::ingest::damage::Damage;
use crate::ingest::fault::{Limit, ReadFault};
use crate::ingest::own_process::{keep_within, read};
use crate::ingest::process::Bounds;

/// What such a file begins with: the mark of a compound file.
const MARK: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/// The subcommand of this program that reads one.
const SUBCOMMAND: &str = "read-xls";
/// What the reader may take: the largest sheet that the format knows costs half a gigabyte.
const BOUNDS: Bounds = Bounds { time: Duration::from_secs(60), output: 0, memory: 1200 << 20 };

/// Whether a file is one of these.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(&MARK)
}

/// The sheets of such a file.
///
/// # Errors
/// When it is damaged or beyond the limits.
pub(super) fn book(bytes: &[u8]) -> Result<Book, ReadFault> {
    let folder = tempfile::tempdir().map_err(|e| Damage::NoFolder { cause: e.to_string() })?;
    let file = folder.path().join("book.xls");
    std::fs::write(&file, bytes).map_err(|e| Damage::NoFolder { cause: e.to_string() })?;
    let read = read(SUBCOMMAND, &file, BOUNDS)?;
    let outcome: Result<Book, Limit> = rmp_serde::from_slice(&read).map_err(Damage::said)?;
    Ok(outcome?)
}

/// Reads an XLS file in this process and writes its sheets to `out`, or the limit that it is beyond.
///
/// Meant for a process of its own: it ends the process when that takes too much time or memory, as does the one
/// that has started it.
///
/// # Errors
/// When the file cannot be read.
pub fn extract_sheets(path: &Path, out: &Path) -> Result<(), Damage> {
    keep_within(BOUNDS);
    let bytes = std::fs::read(path).map_err(Damage::said)?;
    let outcome = match sheets(bytes, &mut Budget::of_a_table()) {
        Ok(book) => Ok(book),
        Err(ReadFault::Beyond(limit)) => Err(limit),
        Err(ReadFault::Damaged(damage)) => return Err(*damage),
    };
    let written = rmp_serde::to_vec(&outcome).map_err(Damage::said)?;
    std::fs::write(out, written).map_err(Damage::said)
}
