//! Below the shells nobody knows that there is a command line, and nobody speaks: what people read is made of
//! codes, in their language.

use std::collections::BTreeSet;

use super::known::assert_known;
use super::source::{Quoted, Taken, slashed, sources};

/// Rooms that speak to people.
const SPEAKING: [&str; 3] = ["i18n", "cli", "ui"];

/// Files with texts that still hold words of the command line.
const SPOKEN: &[&str] = &[];

/// Files with texts that hold them for good, and why.
const SPOKEN_FOR_GOOD: &[(&str, &str)] =
    &[("training/fit/about.rs", "the card of a model says by which option its figures were made")];

/// Files that still hold sentences for people.
const SENTENCES: &[&str] = &[];

/// Files, and folders that end in a slash, that hold sentences for good, and why.
const SENTENCES_FOR_GOOD: &[(&str, &str)] = &[
    ("analysis/clusters/phrases.rs", "words that are passed over in texts"),
    (
        "analysis/clusters/title_words.rs",
        "English titles of clusters, which are stored: other languages make theirs of codes",
    ),
    ("analysis/models/bundle.rs", "what serde says that it waits for; its messages are English"),
    ("analysis/packed.rs", "what serde says that it waits for; its messages are English"),
    ("domain/file_place.rs", "the names of places as they are stored, by which what is read again is known"),
    ("domain/position.rs", "words that are recognised in the cells of tables"),
    ("domain/settling.rs", "headings of OHCHR's list, which are data"),
    ("domain/taken_back.rs", "what serde says of data that are damaged; its messages are English"),
    ("domain/vocabulary/term.rs", "what serde says of data that are damaged; its messages are English"),
    ("ingest/json_table.rs", "what serde says that it waits for; its messages are English"),
    ("ingest/uhri_json.rs", "what serde says that it waits for; its messages are English"),
    ("store/engine.rs", "what the engine says of its lock, which is recognised"),
    ("text/boilerplate.rs", "words that are passed over in texts"),
    ("training/", "developers alone read what it says, and the cards of models, in English"),
];

/// Fewest words of a sentence.
const SENTENCE: usize = 3;

/// Signs of a pattern: what is recognised in texts is not said.
const SIGNS_OF_PATTERNS: [&str; 8] = ["(?", "\\b", "\\s", "\\d", "\\w", "|", "[^", "]+"];

/// Whether a text holds a command of the program or an option.
fn is_of_the_command_line(text: &str) -> bool {
    text.match_indices("weft ").any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric()))
        || text.match_indices(" --").any(|(at, _)| text[at + 3..].starts_with(char::is_alphabetic))
}

/// Whether a text has words of English in a row as sentences have them.
fn is_sentence(text: &str) -> bool {
    let is_word = |word: &str| {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
        !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '\''))
    };
    let is_pattern = SIGNS_OF_PATTERNS.iter().any(|sign| text.contains(sign));
    !is_pattern && text.split(' ').collect::<Vec<_>>().windows(SENTENCE).any(|words| words.iter().all(|w| is_word(w)))
}

/// Whether a text is for those who read the code: why something cannot be, or why a lint is let through.
fn is_for_developers(before: &str) -> bool {
    let before = before.trim_end();
    let statement = before.rsplit([';', '{', '}']).next().unwrap_or_default().trim_start();
    ["expect(", "reason =", "panic!(", "unreachable!("].iter().any(|end| before.ends_with(end))
        || ["assert", "debug_assert"].iter().any(|start| statement.starts_with(start))
}

/// The files below the shells with a text of which something is true.
fn files_below_the_shells(holds: impl Fn(&Taken, &Quoted) -> bool) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (path, source) in sources() {
        let place = slashed(&path);
        let is_speaking = SPEAKING.iter().any(|room| place.starts_with(&format!("{room}/")));
        let taken = Taken::without_tests(&source);
        if !is_speaking && taken.texts.iter().any(|quoted| holds(&taken, quoted)) {
            found.insert(place);
        }
    }
    found
}

#[test]
fn no_text_below_the_shells_holds_words_of_the_command_line() {
    let found = files_below_the_shells(|_, quoted| is_of_the_command_line(&quoted.text));
    let for_good = SPOKEN_FOR_GOOD.iter().map(|(place, _)| place);
    let known = SPOKEN.iter().chain(for_good).map(|place| (*place).to_owned()).collect();
    assert_known("words of the command line stand in i18n, cli and ui alone", &found, &known);
}

#[test]
fn no_text_below_the_shells_is_a_sentence_for_people() {
    let found = files_below_the_shells(|taken, quoted| {
        is_sentence(&quoted.text) && !is_for_developers(&taken.code[..quoted.at])
    });
    // Files of a folder that may hold them count as the folder.
    let folder =
        |place: &String| SENTENCES_FOR_GOOD.iter().find(|(good, _)| good.ends_with('/') && place.starts_with(good));
    let found =
        found.into_iter().map(|place| folder(&place).map_or(place.clone(), |(good, _)| (*good).to_owned())).collect();
    let for_good = SENTENCES_FOR_GOOD.iter().map(|(place, _)| place);
    let known = SENTENCES.iter().chain(for_good).map(|place| (*place).to_owned()).collect();
    assert_known("sentences for people stand in i18n, cli and ui alone", &found, &known);
}

#[test]
fn commands_and_options_are_told_from_other_words() {
    assert!(is_of_the_command_line("make one with: weft init") && is_of_the_command_line("with --state"));
    assert!(!is_of_the_command_line("weft.toml") && !is_of_the_command_line("one -- two"));
}

#[test]
fn sentences_are_told_from_codes_names_patterns_and_words_for_developers() {
    assert!(
        is_sentence("cannot read {path}") && is_sentence("no value, none at all: {0}") && is_sentence("it's cut off")
    );
    assert!(!is_sentence("store-held") && !is_sentence("Rights of the Child") && !is_sentence("one row"));
    assert!(!is_sentence(r"\bcalls? (?:up)?on the state") && !is_sentence("the state|this state party"));
    assert!(is_for_developers("let a = b.expect(") && is_for_developers("{ 1 };\n  debug_assert!(x > 1,"));
    assert!(is_for_developers("#[expect(dead_code, reason = ") && is_for_developers(".unwrap_or_else(|e| panic!("));
    assert!(!is_for_developers("assert!(x);\nformat!(") && !is_for_developers("let expected = f("));
}
