//! Who works on the pages of one start: asked once, and written with everything that is decided.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::domain::{Asker, Language};
use crate::i18n::Words;

/// Letters of a name that are kept.
const LONGEST: usize = 80;

/// What was said on the pages.
#[derive(Debug)]
struct Said {
    /// Who decides: the account of this computer until a name was said.
    asker: Asker,
    /// Whether somebody has said who they are.
    is_named: bool,
    /// Whether keys decide.
    has_keys: bool,
}

/// Who works here.
#[derive(Debug)]
pub(super) struct Session {
    said: Mutex<Said>,
    /// The account of this computer.
    account: String,
    /// Whether the words are those that nobody writes.
    #[cfg(test)]
    pub(super) is_pseudo: std::sync::atomic::AtomicBool,
}

impl Session {
    /// Of the account of this computer.
    pub(super) fn of(owner: Asker) -> Self {
        let account = owner.who.clone();
        Self {
            said: Mutex::new(Said { asker: owner, is_named: false, has_keys: true }),
            account,
            #[cfg(test)]
            is_pseudo: std::sync::atomic::AtomicBool::default(),
        }
    }

    fn said(&self) -> MutexGuard<'_, Said> {
        self.said.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Who asks.
    pub(super) fn asker(&self) -> Asker {
        self.said().asker.clone()
    }

    /// Whether somebody has said who they are.
    pub(super) fn is_named(&self) -> bool {
        self.said().is_named
    }

    /// Says who works here, and for whom; a blank name stands for the account of this computer again.
    pub(super) fn name(&self, name: &str, organisation: &str) {
        let plain = |text: &str| -> String { text.split_whitespace().collect::<Vec<_>>().join(" ") };
        let (name, organisation) = (plain(name), plain(organisation));
        let who = if name.is_empty() || organisation.is_empty() { name } else { format!("{name} ({organisation})") };
        let mut said = self.said();
        said.is_named = !who.is_empty();
        said.asker.who = if who.is_empty() { self.account.clone() } else { who.chars().take(LONGEST).collect() };
    }

    /// The words of the pages.
    pub(super) fn words(&self) -> &'static Words {
        #[cfg(test)]
        if self.is_pseudo.load(std::sync::atomic::Ordering::Acquire) {
            return Words::pseudo();
        }
        Words::of(self.said().asker.language)
    }

    /// Chooses the language of the pages.
    pub(super) fn speak(&self, language: Language) {
        self.said().asker.language = language;
    }

    /// Turns keys on or off.
    pub(super) fn keys(&self, on: bool) {
        self.said().has_keys = on;
    }

    /// Whether keys decide.
    pub(super) fn has_keys(&self) -> bool {
        self.said().has_keys
    }
}
