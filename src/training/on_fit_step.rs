//! How training tells how far it has come.

/// Called with a step, in words for developers, how much of it is done, and how much there is; 0 of 0 where
/// that is not known.
pub type OnFitStep<'a> = &'a (dyn Fn(&'static str, u64, u64) + Sync);
