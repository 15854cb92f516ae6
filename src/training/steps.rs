//! How far a training has come.

/// Told of each step, how much of it is done, and how much there is; 0 where that is not known.
pub type Steps<'a> = &'a (dyn Fn(&'static str, u64, u64) + Sync);
