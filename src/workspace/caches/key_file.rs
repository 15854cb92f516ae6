//! A file that is searched on disk: fixed entries in the order of their keys, and bytes behind them.
//!
//! One entry of it is found without reading the others. It begins with a hash of all that follows the head
//! (eight bytes, big-endian, as all numbers in it), by which whoever refers to it knows that it is the one
//! meant, the identity of the store that it was made from, and the number of entries; then keys and values,
//! eight bytes each; then the bytes.

use std::fs::File;
use std::io::{ErrorKind, Read, Result, Seek, SeekFrom};
use std::path::Path;

use crate::domain::{Fingerprint, StoreIdentity};
use crate::store::open_file;
use crate::workspace::WorkspaceError;
use crate::workspace::folder::whole_file::write_own;

/// Bytes before the entries.
const HEAD: u64 = 24;
/// Bytes of the hash.
const HASH: u64 = 8;
/// Bytes of an entry.
const ENTRY: u64 = 16;

/// A key and its value.
pub(in crate::workspace) type Entry = (u64, u64);

/// An open file.
pub(in crate::workspace) struct KeyFile {
    file: File,
    entries: u64,
    stamp: u64,
}

impl KeyFile {
    /// Writes the entries, in the order of their keys, and the bytes behind them; returns the stamp of the
    /// file.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(in crate::workspace) fn write(
        path: &Path,
        store: StoreIdentity,
        mut entries: Vec<Entry>,
        behind: &[u8],
    ) -> std::result::Result<u64, WorkspaceError> {
        entries.sort_unstable();
        let mut body = [store.0.to_be_bytes(), (entries.len() as u64).to_be_bytes()].concat();
        for (key, value) in entries {
            body.extend(key.to_be_bytes());
            body.extend(value.to_be_bytes());
        }
        body.extend(behind);
        let stamp = Fingerprint::of(&body).0;
        let mut bytes = stamp.to_be_bytes().to_vec();
        bytes.append(&mut body);
        write_own(path, &bytes)?;
        Ok(stamp)
    }

    /// Opens the file of a stamp; `None` when there is no such file.
    pub(in crate::workspace) fn open(path: &Path, stamp: u64) -> Option<Self> {
        let mut file = open_file(path).ok()?;
        let found = number(&mut file).ok()?;
        let _of_store = number(&mut file).ok()?;
        let entries = number(&mut file).ok()?;
        (found == stamp).then_some(Self { file, entries, stamp })
    }

    /// The values of a key, in their order.
    ///
    /// # Errors
    /// When the disk refuses or the file ends too soon.
    pub(in crate::workspace) fn values(&mut self, key: u64) -> Result<Vec<u64>> {
        let (mut low, mut high) = (0, self.entries);
        while low < high {
            let middle = low.midpoint(high);
            if self.entry(middle)?.0 < key { low = middle + 1 } else { high = middle }
        }
        let mut values = Vec::new();
        while low < self.entries {
            let (found, value) = self.entry(low)?;
            if found != key {
                break;
            }
            values.push(value);
            low += 1;
        }
        Ok(values)
    }

    /// The block that stands among the bytes behind the entries at a place.
    ///
    /// # Errors
    /// When the disk refuses or the file ends too soon.
    pub(in crate::workspace) fn block(&mut self, place: u64) -> Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(HEAD + self.entries * ENTRY + place))?;
        let mut length = [0; 4];
        self.file.read_exact(&mut length)?;
        let mut block = Vec::new();
        (&mut self.file).take(u32::from_be_bytes(length).into()).read_to_end(&mut block)?;
        Ok(block)
    }

    /// Whether the whole file is as it was written.
    pub(in crate::workspace) fn is_sound(&mut self) -> bool {
        self.rest().is_ok()
    }

    /// All that follows the hash.
    ///
    /// # Errors
    /// When the disk refuses, or the file is not as it was written.
    fn rest(&mut self) -> Result<Vec<u8>> {
        self.file.seek(SeekFrom::Start(HASH))?;
        let mut rest = Vec::new();
        self.file.read_to_end(&mut rest)?;
        if Fingerprint::of(&rest).0 == self.stamp { Ok(rest) } else { Err(ErrorKind::InvalidData.into()) }
    }

    /// All entries in the order of their keys, and the bytes behind them.
    ///
    /// # Errors
    /// When the disk refuses, or the file is not as it was written.
    pub(in crate::workspace) fn all(&mut self) -> Result<(Vec<Entry>, Vec<u8>)> {
        let rest = self.rest()?;
        let rest = rest.get((HEAD - HASH) as usize..).ok_or(ErrorKind::UnexpectedEof)?;
        let length = usize::try_from(self.entries * ENTRY).map_err(std::io::Error::other)?;
        let (entries, behind) = rest.split_at_checked(length).ok_or(ErrorKind::UnexpectedEof)?;
        let word = |bytes: &[u8]| u64::from_be_bytes(bytes.try_into().expect("a chunk has eight bytes"));
        let entry = |bytes: &[u8]| (word(&bytes[..8]), word(&bytes[8..]));
        Ok((entries.chunks_exact(ENTRY as usize).map(entry).collect(), behind.to_vec()))
    }

    fn entry(&mut self, at: u64) -> Result<Entry> {
        self.file.seek(SeekFrom::Start(HEAD + at * ENTRY))?;
        Ok((number(&mut self.file)?, number(&mut self.file)?))
    }
}

/// Adds a block to the bytes that stand behind entries: its length in four bytes, then its bytes.
pub(in crate::workspace) fn push_block(behind: &mut Vec<u8>, block: &[u8]) {
    behind.extend((block.len() as u32).to_be_bytes());
    behind.extend(block);
}

/// The block at a place of the bytes that stand behind entries; `None` when they end too soon.
pub(in crate::workspace) fn block_of(behind: &[u8], place: usize) -> Option<&[u8]> {
    let (length, rest) = behind.get(place..)?.split_first_chunk::<4>()?;
    rest.get(..u32::from_be_bytes(*length) as usize)
}

fn number(file: &mut File) -> Result<u64> {
    let mut bytes = [0; 8];
    file.read_exact(&mut bytes)?;
    Ok(u64::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::{KeyFile, block_of, push_block};
    use crate::domain::StoreIdentity;

    #[test]
    fn entries_are_found_by_their_keys_and_bytes_by_their_places() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("keys.bin");
        let mut behind = Vec::new();
        ["one", "three"].iter().for_each(|word| push_block(&mut behind, word.as_bytes()));
        let stamp = KeyFile::write(&path, StoreIdentity(1), vec![(9, 7), (3, 0), (9, 1)], &behind).unwrap();
        let mut file = KeyFile::open(&path, stamp).unwrap();
        assert_eq!((file.values(9).unwrap(), file.values(3).unwrap()), (vec![1, 7], vec![0]));
        assert!(file.values(4).unwrap().is_empty() && file.values(10).unwrap().is_empty());
        assert_eq!((file.block(7).unwrap(), file.block(0).unwrap()), (b"three".to_vec(), b"one".to_vec()));
        assert_eq!((block_of(&behind, 7), block_of(&behind, 13)), (Some(&b"three"[..]), None));
        assert_eq!(file.all().unwrap(), (vec![(3, 0), (9, 1), (9, 7)], behind));
        assert!(KeyFile::open(&path, stamp + 1).is_none());
    }

    #[test]
    fn a_file_of_which_a_bit_has_changed_is_not_sound() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("keys.bin");
        let stamp = KeyFile::write(&path, StoreIdentity(1), vec![(3, 0), (9, 1)], b"behind").unwrap();
        let whole = std::fs::read(&path).unwrap();
        assert!(KeyFile::open(&path, stamp).unwrap().is_sound());
        for at in 8..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            std::fs::write(&path, bytes).unwrap();
            let mut file = KeyFile::open(&path, stamp).unwrap();
            assert!(!file.is_sound() && file.all().is_err(), "byte {at}");
        }
    }

    #[test]
    fn files_of_two_stores_that_hold_the_same_are_told_apart() {
        let folder = tempfile::TempDir::new().unwrap();
        let written = |store| KeyFile::write(&folder.path().join("keys.bin"), store, vec![(1, 2)], &[]).unwrap();
        assert_ne!(written(StoreIdentity(1)), written(StoreIdentity(2)));
    }
}
