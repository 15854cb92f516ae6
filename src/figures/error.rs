//! What can go wrong when a figure becomes a picture.

use crate::domain::{Message, Values};

/// A figure could not be drawn in pixels.
#[derive(Debug, thiserror::Error, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case", prefix = "figure-")]
pub enum FigureError {
    /// The renderer refused it, or it is too large.
    #[error("figure-png")]
    Png(String),
}

impl Message for FigureError {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        let Self::Png(cause) = self;
        Values::from_iter([("cause".to_owned(), cause.as_str().into())])
    }
}
