//! The engine panics over damage while it opens. That is caught and told as an error; its own words, which
//! nobody can act on, are kept back.

use std::panic::{set_hook, take_hook};
use std::sync::Once;

/// The thread on which the engine is opened.
pub(super) const OPENING: &str = "store-opening";
/// How the names of the engine's own threads begin.
const ENGINE: &str = "sled-";

/// Lets panics of the threads that open the engine pass unprinted, from now on; all others are told as they
/// were before. Set once: a hook is global to the process.
pub(super) fn keep_engine_quiet() {
    static SET: Once = Once::new();
    SET.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |panic| {
            if !std::thread::current().name().is_some_and(is_of_the_engine) {
                usual(panic);
            }
        }));
    });
}

fn is_of_the_engine(thread: &str) -> bool {
    thread == OPENING || thread.starts_with(ENGINE)
}

#[cfg(test)]
mod tests {
    use super::is_of_the_engine;

    #[test]
    fn threads_of_the_engine_are_told_from_others() {
        assert!(is_of_the_engine("store-opening") && is_of_the_engine("sled-io-3"));
        assert!(!is_of_the_engine("main") && !is_of_the_engine("store"));
    }
}
