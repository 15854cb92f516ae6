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
    // An acronym ("LGBTI persons") is a word of its own.
    let is_acronym = |piece: &str| piece.chars().skip(1).any(char::is_uppercase);
    let alphabetic = |piece: &str| !piece.is_empty() && piece.chars().all(char::is_alphabetic) && !is_acronym(piece);
    let tail = last.trim_end_matches([',', '.', ';', ':']);
    if !inner.iter().all(|piece| alphabetic(piece)) || !tail.chars().all(char::is_lowercase) || tail.is_empty() {
        return None;
    }
    let whole = format!("{}{last}", inner.concat());
    let bare = fold(&whole);
    let broken = inner.iter().chain([&tail]).any(|piece| is_impossible(&fold(piece)));
    (bare.len() >= SHORTEST && broken && !bare.contains(' ') && WORDS.contains(&bare)).then_some(whole)
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
