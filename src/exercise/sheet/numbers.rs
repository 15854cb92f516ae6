//! Numbers of cards as people write them.

/// The number of a card: `7`, `#7`, `7.`, also in the figures of Arabic.
pub(super) fn card_number(text: &str) -> Option<usize> {
    let text = text.trim().trim_start_matches('#').trim_end_matches(['.', ')']);
    let figures: Option<String> = text.chars().map(figure).collect();
    figures.filter(|figures| !figures.is_empty() && figures.len() < 6)?.parse().ok()
}

/// A figure as one of the first ten of Unicode.
fn figure(c: char) -> Option<char> {
    let from = |zero: u32| char::from_digit((c as u32).checked_sub(zero)?, 10);
    if c.is_ascii_digit() { Some(c) } else { from(0x0660).or_else(|| from(0x06f0)) }
}

/// The cards of a cell or a line that holds numbers of cards and nothing else; as they are written.
pub(super) fn card_list(text: &str) -> Option<Vec<String>> {
    let parts = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '،' | '؛' | '、' | '，'));
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let is_list = !parts.is_empty() && parts.iter().all(|part| card_number(part).is_some());
    is_list.then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::{card_list, card_number};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(["7", " #12 ", "3.", "٢٤"].map(card_number), [Some(7), Some(12), Some(3), Some(24)]);
        assert_eq!(["", "7a", "-1", "1.5", "1234567"].map(card_number), [None; 5]);
    }

    #[test]
    fn a_list_holds_numbers_and_nothing_else() {
        assert_eq!(card_list("1, 4;7").unwrap(), ["1", "4", "7"]);
        assert_eq!(card_list("١، ٢").unwrap(), ["١", "٢"]);
        assert_eq!((card_list("1 and 4"), card_list(" ")), (None, None));
    }
}
