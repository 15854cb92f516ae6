//! Raised digits, which point at notes: told by their signs (`³`), taken out of lines.

use std::collections::BTreeSet;

use super::furniture::Lines;

/// The signs for raised digits, from nought.
const SIGNS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
/// Measures that are raised to a power: `km²`.
const MEASURES: [&str; 6] = ["m", "km", "cm", "mm", "dm", "ft"];

/// Digits as the signs for raised ones; none for any other text.
pub(super) fn raised(digits: &str) -> Option<String> {
    let sign = |c: char| c.to_digit(10).map(|digit| SIGNS[digit as usize]);
    if digits.is_empty() { None } else { digits.chars().map(sign).collect() }
}

/// Takes the raised digits out of the lines of a page; the numbers that they make, which are those of notes.
pub(super) fn take_raised(page: &mut Lines) -> BTreeSet<usize> {
    let mut numbers = BTreeSet::new();
    for (_, line) in page.iter_mut().filter(|(_, line)| line.contains(SIGNS)) {
        *line = without_raised(line, &mut numbers);
    }
    numbers
}

fn without_raised(line: &str, numbers: &mut BTreeSet<usize>) -> String {
    let mut text = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(SIGNS) {
        let (before, from) = rest.split_at(at);
        let end = from.find(|c: char| !SIGNS.contains(&c)).unwrap_or(from.len());
        let (signs, after) = from.split_at(end);
        text.push_str(before);
        rest = after;
        if is_power(&text, signs) {
            text.push_str(signs);
            continue;
        }
        let number = plain(signs);
        numbers.extend(number.parse::<usize>().ok());
        // With nothing before it, it is the number of a note itself.
        if text.is_empty() {
            text.push_str(&number);
            text.push(' ');
            rest = rest.trim_start();
        }
    }
    text.push_str(rest);
    text.trim_end().to_owned()
}

/// Whether it belongs to a measure of area or space.
fn is_power(before: &str, signs: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    matches!(signs, "²" | "³") && MEASURES.contains(&word)
}

fn plain(signs: &str) -> String {
    let digit = |c: char| SIGNS.iter().position(|sign| *sign == c).and_then(|at| char::from_digit(at as u32, 10));
    signs.chars().filter_map(digit).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Lines, raised, take_raised};

    #[test]
    fn raised_digits_leave_the_line_and_name_the_notes() {
        let lines = ["No. 189³ of the law (Norway)⁴;", "by 2030⁵ (Chad)", "112.4⁷ Train", "¹² See below.", "9 km² of"];
        let mut page: Lines = lines.iter().map(|line| (1, (*line).to_owned())).collect();
        let numbers = take_raised(&mut page);
        let read: Vec<&str> = page.iter().map(|(_, line)| line.as_str()).collect();
        let right = ["No. 189 of the law (Norway);", "by 2030 (Chad)", "112.4 Train", "12 See below.", "9 km² of"];
        assert_eq!(read, right);
        assert_eq!(numbers, BTreeSet::from([3, 4, 5, 7, 12]));
    }

    #[test]
    fn only_digits_are_raised() {
        assert_eq!((raised("30").as_deref(), raised("th"), raised("")), (Some("³⁰"), None, None));
    }
}
