//! Figures as they stand in documents: the drawing, what it says, how large it is.

/// A figure of an answer.
#[derive(Debug, Clone)]
pub struct AnswerPicture {
    /// Name of its sheet: at most 31 characters.
    pub name: String,
    /// What it shows, for those who do not see it.
    pub description: String,
    /// The drawing as SVG, with its title in it.
    pub svg: String,
    /// The drawing in pixels, as PNG; empty for pages, which draw the lines.
    pub png: Vec<u8>,
    /// Width in pixels of a page, of which there are 96 to an inch.
    pub width: u32,
    /// Height in pixels of a page.
    pub height: u32,
}

impl AnswerPicture {
    /// How large it is drawn where there is so much room, in pixels of a page: as it is, or smaller.
    pub(super) fn within(&self, width: u32, height: u32) -> Extent {
        let part = |room: u32, own: u32| f64::from(room) / f64::from(own.max(1));
        let scale = part(width, self.width).min(part(height, self.height)).min(1.0);
        Extent { width: f64::from(self.width) * scale, height: f64::from(self.height) * scale, scale }
    }
}

/// How large a picture is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Extent {
    /// Width in pixels of a page.
    pub(super) width: f64,
    /// Height in pixels of a page.
    pub(super) height: f64,
    /// The part of its own size that this is.
    pub(super) scale: f64,
}

#[cfg(test)]
mod tests {
    use super::AnswerPicture;

    #[test]
    fn a_picture_keeps_its_shape_and_is_never_made_larger() {
        let picture = AnswerPicture {
            name: String::new(),
            description: String::new(),
            svg: String::new(),
            png: Vec::new(),
            width: 700,
            height: 1400,
        };
        let small = picture.within(900, 700);
        assert_eq!((small.width, small.height, small.scale), (350.0, 700.0, 0.5));
        let own = picture.within(9000, 9000);
        assert_eq!((own.width, own.height), (700.0, 1400.0));
    }
}
