//! Below the shells nobody knows that there is a command line.

use std::collections::BTreeSet;

use super::known::assert_known;
use super::source::{Taken, slashed, sources};

/// Rooms that speak to people.
const SPEAKING: [&str; 3] = ["i18n", "cli", "ui"];

/// Files with texts that still hold words of the command line.
const SPOKEN: &[&str] = &["training/fit/about.rs"];

/// Whether a text holds a command of the program or an option.
fn is_of_the_command_line(text: &str) -> bool {
    text.match_indices("weft ").any(|(at, _)| !text[..at].ends_with(|c: char| c.is_alphanumeric()))
        || text.match_indices(" --").any(|(at, _)| text[at + 3..].starts_with(char::is_alphabetic))
}

#[test]
fn no_text_below_the_shells_holds_words_of_the_command_line() {
    let mut found = BTreeSet::new();
    for (path, source) in sources() {
        let place = slashed(&path);
        let is_speaking = SPEAKING.iter().any(|room| place.starts_with(&format!("{room}/")));
        let texts = Taken::without_tests(&source).texts;
        if !is_speaking && texts.iter().any(|(_, text)| is_of_the_command_line(text)) {
            found.insert(place);
        }
    }
    let known = SPOKEN.iter().map(|place| (*place).to_owned()).collect();
    assert_known("words of the command line stand in i18n, cli and ui alone", &found, &known);
}

#[test]
fn commands_and_options_are_told_from_other_words() {
    assert!(is_of_the_command_line("make one with: weft init") && is_of_the_command_line("with --state"));
    assert!(!is_of_the_command_line("weft.toml") && !is_of_the_command_line("one -- two"));
}
