//! Words that an export has split ("heal thcare", "program me s") put together again.
//!
//! Pieces are joined only where the whole is a word of the reference tables and at least one piece
//! cannot be a word of English at all, so that no two real words are ever glued ("drop out").

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
    known
});

/// The longest run of pieces that is tried.
const PIECES: usize = 3;
/// Shorter wholes are left alone.
const SHORTEST: usize = 6;

/// Joins split words of an English text.
#[must_use]
pub fn rejoin(clean: &str) -> String {
    let words: Vec<Piece<'_>> = clean.split(' ').map(Piece::of).collect();
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
                out.push(words[at].word.to_owned());
                at += 1;
            }
        }
    }
    out.join(" ")
}

/// A word with what of it is asked again and again: folding it each time would be most of the work of an import.
struct Piece<'a> {
    word: &'a str,
    /// Whether it may stand before another piece.
    is_inner: bool,
    /// Whether it may stand last.
    is_last: bool,
    /// Whether no English word is spelt like it, as a piece before others and as the last.
    is_broken_inner: bool,
    is_broken_last: bool,
}

impl<'a> Piece<'a> {
    fn of(word: &'a str) -> Self {
        // An acronym ("LGBTI persons") is a word of its own.
        let is_acronym = word.chars().skip(1).any(char::is_uppercase);
        let is_inner = !word.is_empty() && word.chars().all(char::is_alphabetic) && !is_acronym;
        let tail = word.trim_end_matches([',', '.', ';', ':']);
        let is_last = !tail.is_empty() && tail.chars().all(char::is_lowercase);
        Self {
            word,
            is_inner,
            is_last,
            is_broken_inner: is_inner && is_broken(word),
            is_broken_last: is_last && is_broken(tail),
        }
    }
}

fn join(pieces: &[Piece<'_>]) -> Option<String> {
    let (last, inner) = pieces.split_last()?;
    if !last.is_last || !inner.iter().all(|piece| piece.is_inner) {
        return None;
    }
    // Most words are whole, and need not be put together to be looked up.
    if !last.is_broken_last && !inner.iter().any(|piece| piece.is_broken_inner) {
        return None;
    }
    let whole: String = inner.iter().chain([last]).map(|piece| piece.word).collect();
    let bare = fold(&whole);
    (bare.len() >= SHORTEST && !bare.contains(' ') && WORDS.contains(&bare)).then_some(whole)
}

/// Whether no English word is spelt like a piece, however it is written.
fn is_broken(piece: &str) -> bool {
    // Small letters without accents fold to themselves.
    if piece.bytes().all(|byte| byte.is_ascii_lowercase()) { is_impossible(piece) } else { is_impossible(&fold(piece)) }
}

/// Whether no English word is spelt like this: a lone letter, no vowel, or an onset that cannot be
/// spoken ("thcare").
fn is_impossible(piece: &str) -> bool {
    const ONSETS: [&str; 10] = ["str", "spr", "spl", "scr", "thr", "shr", "sch", "chr", "phr", "squ"];
    let is_vowel = |c: char| "aeiouy".contains(c);
    let onset = piece.chars().take_while(|c| !is_vowel(*c)).count();
    match piece.chars().count() {
        1 => !matches!(piece, "a" | "i"),
        length if onset == length => true,
        _ => onset >= 3 && !ONSETS.iter().any(|known| piece.starts_with(known)),
    }
}

#[cfg(test)]
mod tests {
    use super::rejoin;

    #[test]
    fn capitals_and_marks_at_the_end_are_pieces_too() {
        assert_eq!(rejoin("Heal thcare; the Heal thcare."), "Healthcare; the Healthcare.");
        assert_eq!(rejoin("  two  blanks "), "  two  blanks ");
        let long = "access to heal thcare ".repeat(20_000);
        assert_eq!(rejoin(&long), "access to healthcare ".repeat(20_000));
    }

    #[test]
    fn split_words_are_joined_and_real_ones_left() {
        assert_eq!(rejoin("access to heal thcare, in rural areas"), "access to healthcare, in rural areas");
        assert_eq!(rejoin("program me s for children"), "programmes for children");
        for kept in [
            "the right to education of all",
            "reduce school drop out rates",
            "end extra judicial killings",
            "a road map",
            "the rights of LGBTI persons",
        ] {
            assert_eq!(rejoin(kept), kept);
        }
    }
}
