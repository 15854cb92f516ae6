//! Answers as figures: SVG text for pages, documents and print, PNG for slides.
//!
//! Pure: an answer of `reports` and the words of a language go in, a [`Figure`] comes out, to the byte the same for
//! the same answer. A figure is read without its colours: every number stands in it or in its table, positions have
//! patterns beside their colours, shades of one hue become darker as they become more. Its foot says what was
//! counted, of what, from which data. In Arabic a figure is mirrored whole, axes and time with it; only
//! `canvas` knows. Nothing is counted here and no file is written.
//!
//! `svg` writes elements, `canvas` draws with them, `palette` holds colours, `letters` measures text, `figure` puts
//! title and foot around a drawing. `heat_map`, `dot_plot`, `squares` and `stack` are drawings for several figures; each
//! figure has its file. Drawn by plain arithmetic: the libraries for charts that are kept give pictures for screens,
//! without roles, patterns, mirrored layouts or the same bytes everywhere.

mod bars;
mod canvas;
mod changed;
mod combinations;
mod compared;
mod dot_plot;
mod error;
mod figure;
mod heat_map;
mod label;
mod letters;
mod lineages;
mod makers;
mod overlap;
mod palette;
mod png;
#[cfg(test)]
mod sample;
mod squares;
mod stack;
mod status_bars;
mod svg;
mod themes;
mod values;

pub use bars::{Stack, cycles, positions};
pub use changed::changed;
pub use combinations::combinations;
pub use compared::compared;
pub use error::FigureError;
pub use figure::{Figure, FigureTable};
pub use lineages::lineages;
pub use overlap::overlap;
pub use png::png;
pub use status_bars::status_over_time;
pub use themes::themes;
