//! Asks that can never be one, however alike their words are: to lower an age and not to lower it, to lift a
//! moratorium and to maintain it, the age of marriage and that of criminal responsibility, a treaty and its
//! amendments (`corpora/reference/opposites.csv`).
//!
//! A row of the table is one side of a set. Two texts are opposed where both take sides of one set and share
//! none. What stands far behind the opening of a text is no side of its ask, and is not looked at.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::clauses::clauses;
use super::phrases::{Hit, PhraseMatcher, leftmost};
use super::reading::Reading;
use super::tokens::stems;
use super::{boilerplate, stop_words};
use crate::domain::Language;
use crate::domain::vocabulary::Table;

/// Words of the opening of a text, and characters where a language has no blanks between words.
const OPENING_WORDS: usize = 30;
const OPENING_CHARACTERS: usize = 60;
/// Words of the head of an ask, in which its verb stands.
const HEAD_WORDS: usize = 8;
/// How far a word of denial stands before what it denies: words, and bytes where there are no blanks.
const BEFORE_WORDS: usize = 2;
const BEFORE_BYTES: usize = 6;

/// What a row of the table holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub(super) enum RowKind {
    /// An act; who is against it does not ask for the other side.
    Act,
    /// An act whose denial is the other side: not to lift is to maintain. Of several the first counts.
    Turn,
    /// What the act is about.
    Object,
    /// A part of a treaty that is ratified by itself: to name it is to ask something else.
    Part,
    /// Words that deny what follows them.
    Negation,
    /// Words that deny nothing though they begin like those that do.
    Idiom,
}

/// Whether a side is asked for or refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Polarity {
    Asked,
    Denied,
}

/// A side that a text takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Side {
    pub(super) set: u8,
    kind: RowKind,
    /// Row of the table.
    pub(super) row: u8,
    pub(super) polarity: Polarity,
}

/// Where an ask stands in all that has opposites.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stance {
    /// Sides in order, each once.
    sides: Vec<Side>,
    /// The stem of the word that it begins with; `None` when that is denied.
    verb: Option<String>,
    /// The stems of words at its beginning that it denies: "do not deport", "are not deported".
    denied: Vec<String>,
    /// How often its opening denies something.
    denials: u8,
}

/// How two asks are opposed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Opposition {
    /// The one undoes what the other asks for, or asks for a part of a treaty that the other does not name.
    Acts,
    /// They are about different things.
    Objects,
}

pub(super) struct Row {
    set: u8,
    pub(super) kind: RowKind,
    /// What the act is called: the first of its English phrases.
    pub(super) act: String,
}

pub(super) struct Book {
    pub(super) rows: Vec<Row>,
    /// By language: a matcher for what is taken in all sets, and one for denials.
    taken: [PhraseMatcher; 6],
    denials: [PhraseMatcher; 6],
}

pub(super) static BOOK: LazyLock<Book> = LazyLock::new(|| {
    let table = Table::embedded("opposites", include_str!("../../corpora/reference/opposites.csv"));
    let (mut names, mut rows): (Vec<&str>, Vec<Row>) = Default::default();
    let mut phrases: Vec<[Vec<String>; 6]> = Vec::new();
    for row in table.rows() {
        let name = row.cell("set");
        if !names.contains(&name) {
            names.push(name);
        }
        let set = names.iter().position(|known| *known == name).unwrap_or_default() as u8;
        let own = row.lists_by_language("phrases");
        let act = own[Language::En.index()].first().map(|phrase| phrase.trim_end_matches('*').to_owned());
        let kind: RowKind = row.cell("kind").parse().expect("the table names known kinds");
        rows.push(Row { set, kind, act: act.unwrap_or_default() });
        phrases.push(own);
    }
    let matcher = |language: Language, is_wanted: &dyn Fn(&Row) -> bool| {
        let wanted = rows.iter().enumerate().filter(|(_, row)| is_wanted(row));
        let of_row = |at: usize| phrases[at][language.index()].iter().map(move |phrase| (phrase.as_str(), at));
        PhraseMatcher::new(wanted.flat_map(|(at, _)| of_row(at)))
    };
    let taken = Language::ALL.map(|language| matcher(language, &|row: &Row| !row.is_denial()));
    let denials = Language::ALL.map(|language| matcher(language, &Row::is_denial));
    Book { rows, taken, denials }
});

impl Row {
    const fn is_denial(&self) -> bool {
        matches!(self.kind, RowKind::Negation | RowKind::Idiom)
    }
}

impl Stance {
    /// The stance of a text.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let text = match reading.language {
            Language::En => clauses(&reading.english).main,
            _ => reading.folded.as_str(),
        };
        let opening = opening(text, reading.language);
        let sides = sides(opening, reading.language);
        let (verb, denied) = head(reading);
        Self { sides, verb, denied, denials: denials(opening, reading.language).len() as u8 }
    }

    fn of_set(&self, set: u8) -> &[Side] {
        let from = self.sides.partition_point(|side| side.set < set);
        let to = self.sides.partition_point(|side| side.set <= set);
        &self.sides[from..to]
    }

    /// Whether the one denies more than the other: of two that hardly differ in other words, "may not marry" is
    /// against "may marry".
    #[must_use]
    pub const fn denies_otherwise(&self, other: &Self) -> bool {
        self.denials != other.denials
    }

    fn denies(&self, other: &Self) -> bool {
        other.verb.as_ref().is_some_and(|verb| self.denied.contains(verb))
    }
}

/// How two asks are opposed; `None` where nothing says that they are.
#[must_use]
pub fn opposition(a: &Stance, b: &Stance) -> Option<Opposition> {
    let by_head = (a.denies(b) || b.denies(a)).then_some(Opposition::Acts);
    let in_set = |side: &Side| {
        let (of_a, of_b) = (a.of_set(side.set), b.of_set(side.set));
        let is_apart = !of_a.is_empty() && !of_b.is_empty() && !of_a.iter().any(|one| of_b.contains(one));
        match side.kind {
            RowKind::Part => (of_a != of_b).then_some(Opposition::Acts),
            RowKind::Object => is_apart.then_some(Opposition::Objects),
            _ => is_apart.then_some(Opposition::Acts),
        }
    };
    a.sides.iter().chain(&b.sides).filter_map(in_set).chain(by_head).max()
}

/// The beginning of a text that says what is asked.
pub(super) fn opening(text: &str, language: Language) -> &str {
    let end = match language {
        Language::Zh => text.char_indices().nth(OPENING_CHARACTERS).map(|(at, _)| at),
        _ => text.match_indices(' ').nth(OPENING_WORDS - 1).map(|(at, _)| at),
    };
    &text[..end.unwrap_or(text.len())]
}

/// The words of denial in a text.
pub(super) fn denials(text: &str, language: Language) -> Vec<Hit> {
    let book = &*BOOK;
    let hits = book.denials[language.index()].find(text).into_iter();
    hits.filter(|hit| book.rows[hit.value].kind == RowKind::Negation).collect()
}

/// What a text takes, set by set; in each from left to right, nothing inside of something longer.
pub(super) fn taken(text: &str, language: Language) -> Vec<Vec<Hit>> {
    let set = |hit: &Hit| BOOK.rows[hit.value].set;
    let mut hits = BOOK.taken[language.index()].find_all(text);
    hits.sort_by_key(set);
    hits.chunk_by(|a, b| set(a) == set(b)).map(|of_set| leftmost(of_set.iter().copied())).collect()
}

fn sides(text: &str, language: Language) -> Vec<Side> {
    let denials = denials(text, language);
    let mut sides = Vec::new();
    for hits in taken(text, language) {
        let is_turn = hits.first().is_some_and(|hit| BOOK.rows[hit.value].kind == RowKind::Turn);
        let most = if is_turn { 1 } else { hits.len() };
        sides.extend(hits.iter().take(most).map(|hit| side(hit, &denials, text, language)));
    }
    sides.sort_unstable();
    sides.dedup();
    sides
}

pub(super) fn side(hit: &Hit, denials: &[Hit], text: &str, language: Language) -> Side {
    let is_before = |denial: &Hit| {
        denial.end <= hit.start
            && match language {
                Language::Zh => hit.start - denial.end <= BEFORE_BYTES,
                _ => text[denial.end..hit.start].split_whitespace().count() <= BEFORE_WORDS,
            }
    };
    let Row { set, kind, .. } = BOOK.rows[hit.value];
    let is_act = matches!(kind, RowKind::Act | RowKind::Turn);
    let polarity = if is_act && denials.iter().any(is_before) { Polarity::Denied } else { Polarity::Asked };
    let own = Side { set, kind, row: hit.value as u8, polarity };
    if kind == RowKind::Turn && polarity == Polarity::Denied { turned(own) } else { own }
}

/// The other side of an act that has two and nothing between.
fn turned(side: Side) -> Side {
    let is_other = |(at, row): &(usize, &Row)| row.set == side.set && *at != usize::from(side.row);
    let other = BOOK.rows.iter().enumerate().find(is_other);
    Side { row: other.map_or(side.row, |(at, _)| at as u8), polarity: Polarity::Asked, ..side }
}

/// The verb of an ask and what it denies, by their stems.
fn head(reading: &Reading) -> (Option<String>, Vec<String>) {
    let language = reading.language;
    if language == Language::Zh {
        return (None, Vec::new());
    }
    let head = reading.core.split(' ').take(HEAD_WORDS).collect::<Vec<_>>().join(" ");
    let denials = denials(&head, language);
    let denied: Vec<String> = denials.iter().filter_map(|denial| first_stem(&head[denial.end..], language)).collect();
    let before = denials.first().map_or(head.as_str(), |denial| &head[..denial.start]);
    (first_stem(before, language), denied)
}

pub(super) fn first_stem(text: &str, language: Language) -> Option<String> {
    first_stems(text, language, 1).pop()
}

/// The stems of the first words of a text that are not small.
pub(super) fn first_stems(text: &str, language: Language, most: usize) -> Vec<String> {
    let is_small = |word: &str| match language {
        Language::En => boilerplate::is_stop_word(word),
        _ => stop_words::is_stop_word(word, language),
    };
    let words = text.split_whitespace().filter(|word| !is_small(word)).take(most);
    stems(&words.map(str::to_owned).collect::<Vec<_>>(), language)
}

#[cfg(test)]
mod tests {
    use super::{Opposition, Stance, opposition};
    use crate::domain::Language::{self, Ar, En, Es, Fr, Ru, Zh};
    use crate::text::reading::read;

    fn between(one: &str, other: &str, language: Language) -> Option<Opposition> {
        let stance = |text: &str| Stance::of(&read(text, language));
        let found = opposition(&stance(one), &stance(other));
        assert_eq!(found, opposition(&stance(other), &stance(one)), "the order says nothing");
        found
    }

    #[test]
    fn what_undoes_the_other_is_opposed_in_every_language() {
        for (one, other, language) in [
            ("Do not lower the voting threshold", "Lower the voting threshold", En),
            ("Raise the tax on tobacco", "Lower the tax on tobacco", En),
            ("Never expel unaccompanied minors", "Expel unaccompanied minors", En),
            ("Repeal the law criminalising vagrancy", "Criminalise vagrancy", En),
            ("Lever le moratoire sur les expulsions", "Maintenir le moratoire sur les expulsions", Fr),
            ("S'abstenir d'élargir la détention", "Élargir la détention", Fr),
            ("Restringir la jurisdicción militar", "Ampliar la jurisdicción militar", Es),
            ("Возобновить казни", "Прекратить казни", Ru),
            ("رفع سن المسؤولية", "خفض سن المسؤولية", Ar),
            ("降低投票门槛", "提高投票门槛", Zh),
        ] {
            assert_eq!(between(one, other, language), Some(Opposition::Acts), "{one} / {other}");
        }
    }

    #[test]
    fn other_objects_are_other_asks() {
        let crime = "Raise the minimum age of criminal responsibility";
        assert_eq!(between("Raise the minimum age of marriage", crime, En), Some(Opposition::Objects));
        let treaty = "Ratify the Rome Statute";
        assert_eq!(between("Ratify the Kampala amendments to the Rome Statute", treaty, En), Some(Opposition::Acts));
    }

    #[test]
    fn what_says_the_same_is_not_opposed() {
        for (one, other) in [
            ("Do not lift the moratorium on executions", "Maintain the moratorium on executions"),
            ("Refrain from criminalising defamation", "Decriminalise defamation"),
            ("Increase efforts to reduce maternal mortality", "Reduce maternal mortality"),
            ("Adopt the law without delay", "Adopt the law"),
            ("Raise the age of marriage to 18", "Raise the age of marriage to 16"),
        ] {
            assert_eq!(between(one, other, En), None, "{one} / {other}");
        }
    }
}
