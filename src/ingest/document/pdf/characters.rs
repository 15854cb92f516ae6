//! The characters of a page as `pdf-extract` finds them, each with its place. No rule of reading stands
//! here.

use pdf_extract::{MediaBox, OutputDev, OutputError, Transform};

/// One character, or the few that one sign of a font stands for. Lengths are points of the page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Character {
    /// What it is.
    pub(super) text: String,
    /// Where it begins, from the left.
    pub(super) x: f64,
    /// Where it ends, from the left.
    pub(super) end: f64,
    /// Its base line, from the top.
    pub(super) y: f64,
    /// Its size; no number where the page is turned.
    pub(super) size: f64,
    /// Whether it is the first of what one instruction shows.
    pub(super) begins: bool,
}

/// Gathers the characters of one page in the order in which the page shows them.
#[derive(Debug, Default)]
pub(super) struct PageCharacters {
    /// What was shown.
    pub(super) list: Vec<Character>,
    height: f64,
    begins: bool,
}

impl OutputDev for PageCharacters {
    fn begin_page(
        &mut self,
        _page: u32,
        media_box: &MediaBox,
        _art_box: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.height = media_box.ury - media_box.lly;
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        // The side of a square of the area that the character takes.
        let across = font_size * place.m11 + font_size * place.m21;
        let down = font_size * place.m12 + font_size * place.m22;
        let size = (across * down).sqrt();
        let (x, y) = (place.m31, self.height - place.m32);
        let begins = std::mem::take(&mut self.begins);
        self.list.push(Character { text: text.to_owned(), x, end: x + width * size, y, size, begins });
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        self.begins = true;
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
