//! How wide a text is, and what of it fits. An estimate: SVG is laid out by whoever shows it, in the font at hand.

/// Widths of letters in parts of their size, taken from DejaVu Sans, the widest of the fonts that figures name.
const NARROW: f64 = 0.34;
const USUAL: f64 = 0.62;
const CAPITAL: f64 = 0.7;
const WIDE: f64 = 0.95;

/// What ends a text that is cut.
const CUT: char = '…';

/// The width of a text in letters of a size.
pub(super) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(letter).sum::<f64>() * size
}

/// The width of a letter of size 1.
const fn letter(c: char) -> f64 {
    match c {
        // Marks above and below letters take no room.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{65f}' => 0.0,
        ' ' | '.' | ',' | ':' | ';' | '\'' | '!' | '|' | 'i' | 'j' | 'l' | 't' | 'f' | 'I' | '(' | ')' | '-' | 'ا' => {
            NARROW
        }
        'm' | 'w' | 'M' | 'W' | '%' | '\u{1100}'.. => WIDE,
        'A'..='Z' => CAPITAL,
        _ => USUAL,
    }
}

/// The text as far as it fits, and a sign where it is cut.
pub(super) fn fitting(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let (mut used, mut kept) = (letter(CUT) * size, String::new());
    for c in text.chars() {
        used += letter(c) * size;
        if used > room {
            break;
        }
        kept.push(c);
    }
    format!("{}{CUT}", kept.trim_end())
}

/// The text in lines that fit, `most` of them; what does not fit into the last is cut. A line breaks at blanks and
/// behind hyphens.
pub(super) fn lines(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_inclusive([' ', '-', '\n', '\t']) {
        let is_last = lines.len() == most;
        match lines.last_mut() {
            // What is too much for the last line is cut with it.
            Some(line) if is_last || width(line, size) + width(word.trim_end(), size) <= room => line.push_str(word),
            _ => lines.push(word.to_owned()),
        }
    }
    lines.iter().map(|line| fitting(line.trim(), size, room)).collect()
}

#[cfg(test)]
mod tests {
    use super::{fitting, lines, width};

    #[test]
    fn what_does_not_fit_is_cut_and_says_so() {
        assert_eq!(fitting("Water", 10.0, 100.0), "Water");
        let cut = fitting("Independence of the judiciary", 10.0, 80.0);
        assert!(cut.starts_with("Indep") && cut.ends_with('…') && width(&cut, 10.0) <= 80.0, "{cut}");
    }

    #[test]
    fn lines_break_at_blanks_and_hyphens_and_the_last_is_cut() {
        assert_eq!(lines("CRC-OP-AC", 10.0, 45.0, 2), ["CRC-OP-", "AC"]);
        let of = lines("the harbours and the lighthouses of the northern coast", 10.0, 110.0, 2);
        assert!(of.len() == 2 && of[1].ends_with('…'), "{of:?}");
        assert!(lines("", 10.0, 50.0, 2).is_empty());
    }
}
