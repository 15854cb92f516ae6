//! That something was learnt, though the lessons lie in a file beside the store: where that file is gone, this alone
//! still tells. It is no cause of a proposal and changes no revision.

use super::{Store, StoreError};

/// Under `meta`: how many lessons were learnt last.
const LESSONS: &str = "lessons";

impl Store {
    /// Notes how many lessons the file beside the store holds; 0 where there is none.
    ///
    /// # Errors
    /// When the engine fails, or the store may not be written.
    pub fn note_lessons(&self, count: u64) -> Result<(), StoreError> {
        self.check_writable()?;
        self.meta.insert(LESSONS, &count.to_be_bytes()).map_err(|e| self.engine(&e))?;
        self.flush()
    }

    /// How many lessons there should be; 0 where nothing was learnt.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn noted_lessons(&self) -> Result<u64, StoreError> {
        let found = self.meta.get(LESSONS).map_err(|e| self.engine(&e))?;
        Ok(found.map_or(0, |bytes| <[u8; 8]>::try_from(&bytes[..]).map_or(0, u64::from_be_bytes)))
    }
}

#[cfg(test)]
mod tests {
    use crate::store::test_store::TestStore;

    #[test]
    fn lessons_are_remembered_and_change_no_revision() {
        let store = TestStore::new("lessons");
        let before = (store.revision().unwrap(), store.seen().unwrap());
        assert_eq!(store.noted_lessons().unwrap(), 0);
        store.note_lessons(3).unwrap();
        assert_eq!(store.noted_lessons().unwrap(), 3);
        assert_eq!((store.revision().unwrap(), store.seen().unwrap()), before);
        store.note_lessons(0).unwrap();
        assert_eq!(store.noted_lessons().unwrap(), 0);
    }
}
