//! What a program that ends holds open of a workspace until then.

use std::sync::{Arc, PoisonError};

use super::Workspace;
use crate::store::Store;
use crate::view::View;

/// The open store of a workspace, with the view of it. As long as this is held, the folder cannot be opened
/// anew.
pub struct Held {
    store: Arc<Store>,
    /// Freed with the process too.
    _view: Option<Arc<View>>,
}

impl Workspace {
    /// Holds open what is open, beyond the workspace itself.
    #[must_use]
    pub fn held(&self) -> Held {
        let view = self.view.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Held { store: Arc::clone(&self.store), _view: view }
    }
}

impl Held {
    /// Lets go at the end of the process: without closing what was only read, and as always where something
    /// was written.
    ///
    /// Nothing may be asked of the workspace after it.
    pub fn leave(self) {
        if self.store.leave() {
            std::mem::forget(self);
        }
    }
}
