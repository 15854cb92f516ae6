//! What tells a store from every other: counters of two stores can be equal, this cannot.

use rand::RngCore;
use rand::rngs::OsRng;

use super::{Store, StoreError};
use crate::domain::StoreIdentity;

/// Under `meta`: the identity.
const IDENTITY: &str = "identity";

impl Store {
    /// The identity of the store; caches of another count as none.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn identity(&self) -> Result<StoreIdentity, StoreError> {
        let found = self.meta.get(IDENTITY).map_err(|e| self.engine(&e))?;
        let number = found.map_or(0, |bytes| <[u8; 8]>::try_from(&bytes[..]).map_or(0, u64::from_be_bytes));
        Ok(StoreIdentity(number))
    }

    /// Draws the identity of a store that has none. It changes no record and no number that people see, so
    /// the same input still gives the same bytes.
    pub(super) fn draw_identity(&self) -> Result<(), StoreError> {
        if self.identity()? != StoreIdentity::default() {
            return Ok(());
        }
        let drawn = OsRng.next_u64().max(1);
        self.meta.insert(IDENTITY, &drawn.to_be_bytes()).map_err(|e| self.engine(&e))?;
        // Where the disk is full the store can still be read, and the identity goes out with the next change.
        let _ = self.flush();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::StoreIdentity;
    use crate::store::test_store::TestStore;

    #[test]
    fn a_store_keeps_its_identity_and_a_restored_one_has_another() {
        let (store, target) = (TestStore::new("identity"), TestStore::new("identity-other"));
        let own = store.identity().unwrap();
        assert_ne!(own, StoreIdentity::default());
        let file = store.folder().join("dump.jsonl");
        store.backup(&file, &[], &|| false).unwrap();
        target.restore(&file, &target.stamp("ben")).unwrap();
        assert_ne!(target.identity().unwrap(), own);
        assert_eq!(target.revision().unwrap(), 1, "revisions of restored stores are equal");
        assert_eq!(store.reopened().identity().unwrap(), own);
    }
}
