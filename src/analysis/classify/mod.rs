//! Linear classifiers over the feature space: issues, action category, SDG targets, entities.

mod calibrate;
mod classifier;
mod folds;
mod linear;
mod train;

pub use calibrate::Calibration;
pub use classifier::{Classifier, Prediction, TrainingSet};
pub use folds::{fold_of, is_held_out};
pub use linear::{Contribution, LinearModel};
pub use train::{SvmParams, Weighing};
