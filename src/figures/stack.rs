//! What figures of stacked bars share: the legend over the bars, and a part of a bar with its number.

use super::canvas::{Anchor, Area, Canvas, MARGIN, Place, SMALL, Script, WIDTH};
use super::figure::HEAD;
use super::letters::width;
use super::palette::{FAINT, Look};

/// Writes what looks mean, in as many lines as they need; returns where bars begin.
pub(super) fn legend(looks: impl Iterator<Item = (Look, String)>, canvas: &mut Canvas) -> f64 {
    let (mut x, mut y) = (MARGIN, HEAD);
    for (look, said) in looks {
        let room = 24.0 + width(&said, SMALL) + 14.0;
        if x + room > WIDTH - MARGIN && x > MARGIN {
            (x, y) = (MARGIN, y + 20.0);
        }
        canvas.outlined(Area { x, y: y - 11.0, width: 18.0, height: 13.0 }, look.fill, FAINT);
        canvas.write(Place { x: x + 24.0, y }, Script::of(SMALL), &said);
        x += room;
    }
    y + 18.0
}

/// Draws a part of a bar with how many it stands for; a number that has no room stands in the table alone.
pub(super) fn part(area: Area, look: Look, count: u64, canvas: &mut Canvas) {
    canvas.outlined(area, look.fill, FAINT);
    let number = count.to_string();
    if width(&number, SMALL) + 4.0 <= area.width {
        canvas.write(area.middle(SMALL), Script::of(SMALL).anchored(Anchor::Middle).inked(look.ink), &number);
    }
}
