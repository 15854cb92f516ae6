//! Fitting: from labelled texts and pairs to the models that the analysis applies.
//!
//! `models` fits them in order; a file each knows how one part of them is fitted. Seeds are fixed, so that
//! the same data give the same bytes.

mod about;
mod boosted;
mod calibrate;
mod classifier;
mod goal_words;
mod latent;
mod links;
mod models;
mod pairs;
mod space;
mod svm;
mod topics;

pub(super) use models::fit;
