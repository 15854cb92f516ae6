//! The characters of a page to its lines: where a line ends, where a blank stands, which digits are raised.
//!
//! The order of the page is kept but for columns. Lines end and blanks stand where `pdf-extract` would
//! put them; its own output knows no sizes, so a raised digit would end a line or stick to the word.

use super::characters::Character;
use super::columns::in_reading_order;
use super::raised::raised;

/// A raised digit is smaller than the line by at least this.
const SMALLER: f64 = 0.85;
/// How far above the line it stands, in sizes of the line.
const RISE: std::ops::RangeInclusive<f64> = 0.15..=0.8;
/// How far from the end of the word, in sizes of the line.
const DISTANCE: std::ops::RangeInclusive<f64> = -0.3..=0.6;

/// The text of a page, with raised digits as the signs for those (`³`).
pub(super) fn text(characters: Vec<Character>) -> String {
    let mut pen = Pen::default();
    in_reading_order(characters).iter().for_each(|character| pen.write(character));
    pen.text
}

#[derive(Default)]
struct Pen {
    text: String,
    /// The last character on the base line.
    last: Option<Character>,
    /// Where the text ends; behind raised digits where they follow.
    end: f64,
}

impl Pen {
    fn write(&mut self, character: &Character) {
        if let Some(digits) = raised(&character.text).filter(|_| self.stands_above(character)) {
            self.text.push_str(&digits);
            self.end = character.end;
            return;
        }
        if character.begins {
            self.part(character);
        }
        self.text.push_str(&character.text);
        self.end = character.end;
        self.last = Some(character.clone());
    }

    /// Whether a character stands smaller and higher just behind the last one.
    fn stands_above(&self, character: &Character) -> bool {
        let Some(last) = &self.last else { return false };
        character.size < last.size * SMALLER
            && RISE.contains(&((last.y - character.y) / last.size))
            && DISTANCE.contains(&((character.x - self.end) / last.size))
    }

    /// What parts the character from the last one: a line end, a blank line, a blank.
    fn part(&mut self, character: &Character) {
        let y = self.last.as_ref().map_or(0.0, |last| last.y);
        let end = if self.last.is_some() { self.end } else { f64::MAX };
        let moved = (character.y - y).abs();
        if moved > character.size * 1.5 {
            self.text.push('\n');
        }
        if character.x < end && moved > character.size * 0.5 {
            self.text.push('\n');
        }
        if character.x > end + character.size * 0.1 {
            self.text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Character, text};

    /// Characters of one instruction, five points each at size 10.
    fn shown(words: &str, x: f64, y: f64, size: f64) -> Vec<Character> {
        let width = size / 2.0;
        let at = |(place, c): (usize, char)| {
            let x = x + place as f64 * width;
            Character { text: c.to_string(), x, end: x + width, y, size, begins: place == 0 }
        };
        words.chars().enumerate().map(at).collect()
    }

    #[test]
    fn a_small_digit_above_the_line_is_raised_and_the_line_goes_on() {
        let page = [
            shown("No. 189", 72.0, 100.0, 10.0),
            shown("3", 107.0, 96.0, 6.0),
            shown(" of the law", 110.0, 100.0, 10.0),
            shown("next", 72.0, 112.0, 10.0),
        ];
        let read = text(page.concat());
        assert_eq!(read.trim_start_matches('\n'), "No. 189³ of the law\nnext");
    }

    #[test]
    fn a_small_digit_on_the_line_or_before_its_text_is_none() {
        let page = [
            shown("H", 72.0, 100.0, 10.0),
            shown("2", 77.0, 102.0, 6.0),
            shown("O", 80.0, 100.0, 10.0),
            shown("4", 72.0, 140.0, 6.0),
            shown(" Joint statement", 75.0, 143.0, 9.0),
        ];
        let read = text(page.concat());
        assert_eq!(read.trim_start_matches('\n'), "H2O\n\n4 Joint statement");
    }
}
