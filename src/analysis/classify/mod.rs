//! Linear classifiers over the feature space: issues, action category, SDG targets, entities.

mod calibrate;
mod classifier;
mod linear;

pub use calibrate::Calibration;
pub use classifier::{Classifier, Prediction};
pub use linear::{Contribution, LinearModel};
