//! Words that an export has split ("heal thcare", "program me s") put together again.
//!
//! Pieces are joined only where the whole is a word of the reference tables and at least one piece
//! is none, so that no two real words are ever glued.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::domain::vocabulary::{InstrumentRegister, Table, fold};

static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let terms = Table::embedded("terms", include_str!("../../corpora/reference/terms.csv"));
    let mut known = HashSet::new();
    let mut learn = |text: &str| known.extend(fold(text).split(' ').map(str::to_owned));
    terms.rows().for_each(|row| learn(row.cell("en")));
    InstrumentRegister::embedded().all().iter().for_each(|i| i.names.iter().for_each(&mut learn));
    crate::domain::vocabulary::issues().iter().for_each(|issue| learn(&issue.name));
    // Terms of two words are also written as one ("health care", "healthcare").
    let joined: Vec<String> =
        terms.rows().map(|row| fold(row.cell("en"))).filter(|t| t.matches(' ').count() == 1).collect();
    known.extend(joined.iter().map(|term| term.replace(' ', "")));
    for common in [
        "the", "of", "and", "to", "in", "for", "on", "by", "with", "its", "all", "that", "as", "at", "a", "is", "be",
        "or", "an", "it", "no", "me", "so",
    ] {
        known.insert(common.to_owned());
    }
    known
});

/// The longest run of pieces that is tried.
const PIECES: usize = 3;
/// Shorter wholes are left alone.
const SHORTEST: usize = 6;

/// Joins split words of an English text.
#[must_use]
pub fn rejoin(clean: &str) -> String {
    let words: Vec<&str> = clean.split(' ').collect();
    let mut out: Vec<String> = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let joined = (2..=PIECES).rev().find_map(|n| Some((n, join(words.get(at..at + n)?)?)));
        match joined {
            Some((pieces, whole)) => {
                out.push(whole);
                at += pieces;
            }
            None => {
                out.push(words[at].to_owned());
                at += 1;
            }
        }
    }
    out.join(" ")
}

fn join(pieces: &[&str]) -> Option<String> {
    let (last, inner) = pieces.split_last()?;
    let alphabetic = |piece: &str| !piece.is_empty() && piece.chars().all(char::is_alphabetic);
    let tail = last.trim_end_matches([',', '.', ';', ':']);
    if !inner.iter().all(|piece| alphabetic(piece)) || !tail.chars().all(char::is_lowercase) || tail.is_empty() {
        return None;
    }
    let whole = format!("{}{last}", inner.concat());
    let bare = fold(&whole);
    let broken = inner.iter().chain([&tail]).any(|piece| !WORDS.contains(&fold(piece)));
    (bare.len() >= SHORTEST && broken && !bare.contains(' ') && WORDS.contains(&bare)).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::rejoin;

    #[test]
    fn split_words_are_joined_and_real_ones_left() {
        assert_eq!(rejoin("access to heal thcare, in rural areas"), "access to healthcare, in rural areas");
        assert_eq!(rejoin("the right to education of all"), "the right to education of all");
    }
}
