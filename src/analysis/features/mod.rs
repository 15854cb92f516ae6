//! From readings to numbers: tokens, the weighted feature space, the latent space.

mod latent;
mod space;
mod sparse;
mod tokens;

pub use latent::LatentSpace;
pub use space::FeatureSpace;
pub use sparse::SparseVector;
pub use tokens::{is_plain, tokens};
