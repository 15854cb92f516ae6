//! A figure in pixels, for slides and for programs that show no SVG.
//!
//! The font is part of the program, so that the same figure makes the same bytes on every machine: DejaVu Sans, which
//! holds Latin, Arabic, Cyrillic and Greek. Chinese it does not hold.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{Options, Tree};

use super::error::FigureError;

/// The font that is part of the program.
/// Most pixels of a picture: they are taken from memory at once.
const MOST: u64 = 64_000_000;
const FONT: &str = "DejaVu Sans";
/// Pixels for one of the figure: sharp on a projector, and 1400 wide.
const SCALE: f32 = 2.0;

/// Draws an SVG in pixels.
///
/// # Errors
/// When it is no SVG or too large.
pub fn png(svg: &str) -> Result<Vec<u8>, FigureError> {
    let options = Options { font_family: FONT.to_owned(), fontdb: fonts(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| FigureError::Png(error.to_string()))?;
    let size = tree.size();
    let pixels = |length: f32| (length * SCALE).ceil() as u32;
    let (width, height) = (pixels(size.width()), pixels(size.height()));
    let fits = u64::from(width) * u64::from(height) <= MOST;
    let pixmap = fits.then(|| Pixmap::new(width, height)).flatten();
    let mut pixmap = pixmap.ok_or_else(|| FigureError::Png(format!("{width}×{height}")))?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| FigureError::Png(error.to_string()))
}

/// The fonts that texts are drawn in; whatever an SVG names, there is one.
fn fonts() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut fonts = Database::new();
        fonts.load_font_source(Source::Binary(Arc::new(dejavu::sans::regular())));
        fonts.set_sans_serif_family(FONT);
        Arc::new(fonts)
    });
    Arc::clone(&FONTS)
}

#[cfg(test)]
mod tests {
    use super::png;

    fn square(text: &str) -> Vec<u8> {
        let text = format!("<text x=\"5\" y=\"20\" font-family=\"DejaVu Sans, sans-serif\">{text}</text>");
        png(&format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"60\" height=\"30\">{text}</svg>")).unwrap()
    }

    #[test]
    fn a_picture_is_made_twice_the_same_and_letters_of_arabic_are_in_it() {
        let (latin, arabic, blank) = (square("Water"), square("ماء"), square(""));
        assert!(latin.starts_with(b"\x89PNG") && latin == square("Water"));
        assert!(latin != blank && arabic != blank && arabic != latin);
    }

    #[test]
    fn what_is_no_svg_is_refused() {
        assert!(png("<p>no picture</p>").is_err());
    }
}
