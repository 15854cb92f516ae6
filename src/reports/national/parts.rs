//! The lettered parts of a paragraph of concluding observations.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::pattern::pattern;

static LETTER: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[\s;:,.])\(([a-z])\)\s"));

/// A lettered part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// Its letter.
    pub(super) letter: String,
    /// Its text.
    pub(super) text: String,
}

/// What stands before the first part, and the parts: letters count on from `a`, others are no parts.
pub(super) fn parts(text: &str) -> (String, Vec<Part>) {
    let mut next = b'a';
    let mut starts = Vec::new();
    for found in LETTER.captures_iter(text) {
        let letter = &found[1];
        if letter.as_bytes() == [next] {
            let at = found.get(1).map_or(0, |group| group.start() - 1);
            starts.push((at, letter.to_owned()));
            next += 1;
        }
    }
    if starts.len() < 2 {
        return (text.trim().to_owned(), Vec::new());
    }
    let head = text[..starts[0].0].trim().to_owned();
    let ends = starts.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
    let of = starts.iter().zip(ends).map(|((at, letter), end)| {
        let own = text[at + 3..end].trim().trim_end_matches(" and").trim_end_matches([';', ',']).trim();
        Part { letter: letter.clone(), text: own.to_owned() }
    });
    (head, of.collect())
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn letters_that_count_on_begin_parts_and_others_do_not() {
        let (head, all) =
            parts("The State should: (a) Repeal the law; (b) Train judges (see (f) above); and (c) Report.");
        assert_eq!(head, "The State should:");
        let letters: Vec<&str> = all.iter().map(|part| part.letter.as_str()).collect();
        assert_eq!((letters, all[0].text.as_str()), (vec!["a", "b", "c"], "Repeal the law"));
        assert_eq!(parts("See article 4 (a) of the law.").1, []);
    }
}
