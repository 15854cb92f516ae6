//! Colours that keep apart in grey print and for eyes that do not tell all colours: shades of one hue for how much,
//! and for positions the colours of Okabe and Ito (2008) with patterns over them.

use super::svg::Element;
use crate::domain::plan::Status;

/// Letters, and lines that matter.
pub(super) const INK: &str = "#1a1a1a";
/// Letters beside the matter; their contrast on paper is 7 to 1.
pub(super) const FAINT: &str = "#595959";
/// Lines that only lead the eye.
pub(super) const RULE: &str = "#bfbfbf";
/// The ground.
pub(super) const PAPER: &str = "#ffffff";
/// What is counted, where nothing else tells bars apart.
pub(super) const MARK: &str = "#0072b2";

/// From little to much, with the ink that is read on each: contrasts are 4.5 to 1 and more.
const SHADES: [Look; 7] = [
    Look { fill: "#deebf7", ink: INK },
    Look { fill: "#c6dbef", ink: INK },
    Look { fill: "#9ecae1", ink: INK },
    Look { fill: "#6baed6", ink: INK },
    Look { fill: "#4292c6", ink: INK },
    Look { fill: "#2171b5", ink: PAPER },
    Look { fill: "#084594", ink: PAPER },
];

/// Grounds of neighbouring themes; they carry no meaning.
pub(super) const TINTS: [&str; 4] = ["#e8f1f8", "#f7efe0", "#e5f2ec", "#f3eaf2"];

/// A colour or a pattern, with the ink that is read on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) fill: &'static str,
    pub(super) ink: &'static str,
}

/// The shade of a number among others; nothing has none.
pub(super) fn shade(number: f64, most: f64) -> Look {
    if number <= 0.0 || most <= 0.0 {
        return Look { fill: PAPER, ink: FAINT };
    }
    let steps = SHADES.len();
    let step = (number / most * steps as f64).ceil() as usize;
    SHADES[step.clamp(1, steps) - 1]
}

/// The look of a position by its code.
pub(super) fn of_position(code: &str) -> Look {
    match code {
        "supported" => Look { fill: MARK, ink: PAPER },
        "supported_implemented" => Look { fill: "url(#weft-implemented)", ink: INK },
        "partly_supported" => Look { fill: "url(#weft-partly)", ink: INK },
        "noted" => Look { fill: "url(#weft-noted)", ink: INK },
        "pending" => Look { fill: "url(#weft-pending)", ink: INK },
        _ => Look { fill: "#e6e6e6", ink: INK },
    }
}

/// The look of the status of a measure; without one it is grey.
pub(super) fn of_status(status: Option<Status>) -> Look {
    match status {
        Some(Status::Implemented) => of_position("supported"),
        Some(Status::PartlyImplemented) => of_position("partly_supported"),
        Some(Status::InProgress) => of_position("supported_implemented"),
        Some(Status::Planned) => of_position("pending"),
        Some(Status::NotStarted) => Look { fill: PAPER, ink: INK },
        Some(Status::NotPursued) => of_position("noted"),
        None => of_position(""),
    }
}

/// The patterns of positions: lines that rise, dots, level lines, lines that stand.
pub(super) fn patterns() -> Element {
    let rising = |ink: &str| stroke("M0 8L8 0", ink);
    let dots = |ink: &str| Element::new("circle").at("cx", 4.0).at("cy", 4.0).at("r", 1.5).with("fill", ink);
    Element::new("defs").holding([
        pattern("weft-implemented", "#56b4e9", rising("#a9d9f4")),
        pattern("weft-partly", "#bfe3d6", dots("#009e73")),
        pattern("weft-noted", "#e69f00", stroke("M0 2L8 2", "#f5cf7f")),
        pattern("weft-pending", "#f7f3b0", stroke("M2 0L2 8", "#c9be2b")),
    ])
}

fn stroke(path: &str, ink: &str) -> Element {
    Element::new("path").with("d", path).with("stroke", ink).at("stroke-width", 1.5)
}

fn pattern(id: &str, ground: &str, over: Element) -> Element {
    let ground = Element::new("rect").at("width", 8.0).at("height", 8.0).with("fill", ground);
    let pattern = Element::new("pattern").with("id", id).at("width", 8.0).at("height", 8.0);
    pattern.with("patternUnits", "userSpaceOnUse").holding([ground, over])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Look, PAPER, SHADES, of_position, patterns, shade};
    use crate::domain::Position;

    /// Luminance of a colour as WCAG 2 defines it.
    fn luminance(colour: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    #[test]
    fn more_is_darker_in_grey_too_and_every_number_can_be_read() {
        let greys: Vec<f64> = SHADES.iter().map(|look| luminance(look.fill)).collect();
        assert!(greys.windows(2).all(|pair| pair[0] > pair[1] + 0.02), "{greys:?}");
        for Look { fill, ink } in SHADES {
            let (a, b) = (luminance(fill), luminance(ink));
            assert!((a.max(b) + 0.05) / (a.min(b) + 0.05) >= 4.5, "{fill}");
        }
    }

    #[test]
    fn shades_go_from_the_least_to_the_most() {
        assert_eq!(shade(0.0, 9.0).fill, PAPER);
        assert_eq!((shade(1.0, 70.0), shade(70.0, 70.0)), (SHADES[0], SHADES[6]));
    }

    #[test]
    fn every_position_has_a_look_of_its_own_that_the_drawing_knows() {
        let fills: BTreeSet<&str> = Position::ALL.iter().map(|position| of_position(position.code()).fill).collect();
        assert_eq!(fills.len(), Position::ALL.len());
        let known = patterns().written();
        let ids = fills.iter().filter_map(|fill| fill.strip_prefix("url(#")?.strip_suffix(')'));
        assert!(ids.map(|id| format!("id=\"{id}\"")).all(|id| known.contains(&id)));
    }
}
