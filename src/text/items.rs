//! The lettered items of a paragraph: "(a) …; (b) …", as committees ask for several measures at once.

use std::sync::LazyLock;

use regex::Regex;

/// A letter in brackets, or before one, at the beginning of an item.
static MARK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?:^|[\s:;,.])\(?(\p{L})\)\s*").expect("the pattern is well formed"));

/// The first letters of the alphabets that items are counted with.
const ALPHABETS: [&str; 4] = ["abcdefghijklmnop", "абвгдежзиклмн", "أبجدهوزحطي", "ابتثجحخد"];

/// The items of a text, in its order; empty when it counts no letters from the first on.
#[must_use]
pub(super) fn items(clean: &str) -> Vec<&str> {
    let marks: Vec<(char, usize, usize)> = MARK
        .captures_iter(clean)
        .filter_map(|found| {
            let (whole, letter) = (found.get(0)?, found.get(1)?);
            Some((letter.as_str().chars().next()?.to_lowercase().next()?, whole.start(), whole.end()))
        })
        .collect();
    let counted = ALPHABETS.iter().map(|alphabet| counted(&marks, alphabet)).max_by_key(Vec::len).unwrap_or_default();
    let ends = counted.iter().skip(1).map(|(start, _)| *start).chain([clean.len()]);
    counted.iter().zip(ends).map(|((_, from), to)| clean[*from..to.max(*from)].trim()).collect()
}

/// The marks that count on in an alphabet, from its first letter: where each begins and ends.
fn counted(marks: &[(char, usize, usize)], alphabet: &str) -> Vec<(usize, usize)> {
    let mut wanted = alphabet.chars();
    let mut next = wanted.next();
    let mut found = Vec::new();
    for (letter, start, end) in marks {
        if Some(*letter) == next {
            found.push((*start, *end));
            next = wanted.next();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::items;

    #[test]
    fn letters_that_count_on_begin_items() {
        let text = "The State party should (see para. (c)): (a) Mend the quay; (b) Paint the boats (c) Count the nets.";
        assert_eq!(items(text), ["Mend the quay;", "Paint the boats", "Count the nets."]);
        assert_eq!(items("a) Uno; b) Dos"), ["Uno;", "Dos"]);
        assert_eq!(items("а) Один; б) Два"), ["Один;", "Два"]);
        assert_eq!(items("أ) واحد ب) اثنان").len(), 2);
    }

    #[test]
    fn a_text_that_counts_nothing_has_none() {
        assert!(items("Ratify the treaty (b) of the sea").is_empty());
        assert!(items("").is_empty());
    }
}
