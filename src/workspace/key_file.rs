//! A file that is searched on disk: fixed entries in the order of their keys, and bytes behind them.
//!
//! One entry of it is found without reading the others. It begins with a hash of all that follows the head
//! (eight bytes, big-endian, as all numbers in it), by which whoever refers to it knows that it is the one
//! meant, the identity of the store that it was made from, and the number of entries; then keys and values,
//! eight bytes each; then the bytes.

use std::fs::File;
use std::io::{BufReader, Read, Result, Seek, SeekFrom};
use std::path::Path;

use serde::de::DeserializeOwned;

use super::WorkspaceError;
use super::files::write_own;
use crate::domain::{Fingerprint, StoreIdentity};
use crate::store::open_file;

/// Bytes before the entries.
const HEAD: u64 = 24;
/// Bytes of an entry.
const ENTRY: u64 = 16;

/// A key and its value.
pub(super) type Entry = (u64, u64);

/// An open file.
pub(super) struct KeyFile {
    file: File,
    entries: u64,
}

impl KeyFile {
    /// Writes the entries, in the order of their keys, and the bytes behind them; returns the stamp of the
    /// file.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(super) fn write(
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

    /// Opens the file of a stamp; none if there is no such file.
    pub(super) fn open(path: &Path, stamp: u64) -> Option<Self> {
        let mut file = open_file(path).ok()?;
        let found = number(&mut file).ok()?;
        let _of_store = number(&mut file).ok()?;
        let entries = number(&mut file).ok()?;
        (found == stamp).then_some(Self { file, entries })
    }

    /// The values of a key, in their order.
    ///
    /// # Errors
    /// When the disk refuses or the file ends too soon.
    pub(super) fn values(&mut self, key: u64) -> Result<Vec<u64>> {
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

    /// What stands among the bytes behind the entries from a place on.
    ///
    /// # Errors
    /// When the disk refuses or the bytes are damaged.
    pub(super) fn read_at<T: DeserializeOwned>(&mut self, place: u64) -> Result<T> {
        self.file.seek(SeekFrom::Start(HEAD + self.entries * ENTRY + place))?;
        rmp_serde::from_read(BufReader::new(&mut self.file)).map_err(std::io::Error::other)
    }

    /// All entries in the order of their keys, and the bytes behind them.
    ///
    /// # Errors
    /// When the disk refuses or the file ends too soon.
    pub(super) fn all(&mut self) -> Result<(Vec<Entry>, Vec<u8>)> {
        self.file.seek(SeekFrom::Start(HEAD))?;
        let mut rest = Vec::new();
        self.file.read_to_end(&mut rest)?;
        let length = usize::try_from(self.entries * ENTRY).map_err(std::io::Error::other)?;
        let (entries, behind) = rest.split_at_checked(length).ok_or(std::io::ErrorKind::UnexpectedEof)?;
        let word = |bytes: &[u8]| u64::from_be_bytes(bytes.try_into().expect("a chunk has eight bytes"));
        let entry = |bytes: &[u8]| (word(&bytes[..8]), word(&bytes[8..]));
        Ok((entries.chunks_exact(ENTRY as usize).map(entry).collect(), behind.to_vec()))
    }

    fn entry(&mut self, at: u64) -> Result<Entry> {
        self.file.seek(SeekFrom::Start(HEAD + at * ENTRY))?;
        Ok((number(&mut self.file)?, number(&mut self.file)?))
    }
}

fn number(file: &mut File) -> Result<u64> {
    let mut bytes = [0; 8];
    file.read_exact(&mut bytes)?;
    Ok(u64::from_be_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::KeyFile;
    use crate::domain::StoreIdentity;

    #[test]
    fn entries_are_found_by_their_keys_and_bytes_by_their_places() {
        let folder = tempfile::TempDir::new().unwrap();
        let path = folder.path().join("keys.bin");
        let behind = [rmp_serde::to_vec("one").unwrap(), rmp_serde::to_vec("two").unwrap()].concat();
        let stamp = KeyFile::write(&path, StoreIdentity(1), vec![(9, 4), (3, 0), (9, 1)], &behind).unwrap();
        let mut file = KeyFile::open(&path, stamp).unwrap();
        assert_eq!((file.values(9).unwrap(), file.values(3).unwrap()), (vec![1, 4], vec![0]));
        assert!(file.values(4).unwrap().is_empty() && file.values(10).unwrap().is_empty());
        assert_eq!(
            (file.read_at::<String>(4).unwrap(), file.read_at::<String>(0).unwrap()),
            ("two".into(), "one".into())
        );
        assert_eq!(file.all().unwrap(), (vec![(3, 0), (9, 1), (9, 4)], behind));
        assert!(KeyFile::open(&path, stamp + 1).is_none());
    }

    #[test]
    fn files_of_two_stores_that_hold_the_same_are_told_apart() {
        let folder = tempfile::TempDir::new().unwrap();
        let written = |store| KeyFile::write(&folder.path().join("keys.bin"), store, vec![(1, 2)], &[]).unwrap();
        assert_ne!(written(StoreIdentity(1)), written(StoreIdentity(2)));
    }
}
