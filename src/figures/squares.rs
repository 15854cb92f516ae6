//! Areas in proportion to numbers, as near to squares as they can be: the squarified treemap of Bruls, Huizing and
//! van Wijk (2000).
//!
//! The crate `treemap` leaves the last number out of its sums, so that areas are not those of the numbers.

use super::canvas::Area;

/// Divides an area among numbers, which are all greater than zero and stand largest first; one area a number.
pub(super) fn squarified(numbers: &[f64], area: Area) -> Vec<Area> {
    let total: f64 = numbers.iter().sum();
    let scale = area.width * area.height / total.max(f64::MIN_POSITIVE);
    let sizes: Vec<f64> = numbers.iter().map(|number| number * scale).collect();
    let (mut areas, mut rest, mut open) = (Vec::with_capacity(sizes.len()), area, sizes.as_slice());
    while !open.is_empty() {
        let (strip, behind) = open.split_at(strip_length(open, rest.width.min(rest.height)));
        rest = lay(strip, rest, &mut areas);
        open = behind;
    }
    areas
}

/// How many sizes the next strip holds: as many as make its areas more like squares.
fn strip_length(sizes: &[f64], side: f64) -> usize {
    (1..sizes.len())
        .find(|length| worst(&sizes[..length + 1], side) > worst(&sizes[..*length], side))
        .unwrap_or(sizes.len())
}

/// The longest form of the areas of a strip along a side: 1 is a square.
fn worst(sizes: &[f64], side: f64) -> f64 {
    let sum: f64 = sizes.iter().sum();
    let form = |size: &f64| (side * side * size / (sum * sum)).max(sum * sum / (side * side * size));
    sizes.iter().map(form).fold(1.0, f64::max)
}

/// Lays a strip along the shorter side; returns what is left of the area.
fn lay(strip: &[f64], rest: Area, areas: &mut Vec<Area>) -> Area {
    let sum: f64 = strip.iter().sum();
    let mut along = 0.0;
    if rest.width >= rest.height {
        let width = sum / rest.height.max(f64::MIN_POSITIVE);
        for size in strip {
            let height = rest.height * size / sum;
            areas.push(Area { x: rest.x, y: rest.y + along, width, height });
            along += height;
        }
        Area { x: rest.x + width, width: (rest.width - width).max(0.0), ..rest }
    } else {
        let height = sum / rest.width.max(f64::MIN_POSITIVE);
        for size in strip {
            let width = rest.width * size / sum;
            areas.push(Area { x: rest.x + along, y: rest.y, width, height });
            along += width;
        }
        Area { y: rest.y + height, height: (rest.height - height).max(0.0), ..rest }
    }
}

#[cfg(test)]
mod tests {
    use super::{Area, squarified};

    #[test]
    fn areas_are_in_proportion_to_their_numbers_and_stay_inside() {
        let whole = Area { x: 10.0, y: 20.0, width: 600.0, height: 400.0 };
        let numbers = [6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0];
        let areas = squarified(&numbers, whole);
        assert_eq!(areas.len(), numbers.len());
        for (area, number) in areas.iter().zip(numbers) {
            assert!((area.width * area.height - number * 10_000.0).abs() < 1e-6, "{area:?}");
            assert!(area.x >= 10.0 - 1e-9 && area.x + area.width <= 610.0 + 1e-6, "{area:?}");
            assert!(area.y >= 20.0 - 1e-9 && area.y + area.height <= 420.0 + 1e-6, "{area:?}");
            let form = (area.width / area.height).max(area.height / area.width);
            assert!(form < 3.0, "{area:?}");
        }
        assert!(squarified(&[], whole).is_empty());
    }
}
