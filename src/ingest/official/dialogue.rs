//! Recommendations inside the dialogue of a report: "Norway … recommended that Chad: (a) …; (b) …".
//!
//! They are read only where a sentence of the conclusions refers to them by the numbers of their
//! paragraphs; nothing else there is a recommendation of the Working Group.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::label::Label;
use super::ordinal::{latin, ordinal};
use super::references::Reference;
use crate::domain::StateCode;
use crate::domain::vocabulary::StateRegister;
use crate::text::pattern::pattern;

/// The letter of an item inside a paragraph.
static MARK: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[\s:;,.،؛：；])[(（]?(\p{L})[)）]\s*"));
/// Paragraphs that may be missing between two, where a page was not read well.
const MOST_MISSING: u32 = 10;
/// Most words of the name of a State.
const LONGEST_NAME: usize = 8;

/// The numbered paragraphs before the conclusions: place and text by number.
#[derive(Debug, Default)]
pub(super) struct Dialogue {
    paragraphs: BTreeMap<u32, (String, String)>,
}

/// A recommendation as it stands in the dialogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked {
    /// Where the paragraph stands.
    pub(super) place: String,
    /// Its number: `27 (a)`.
    pub(super) paragraph: String,
    /// The sentence that it goes on from: "It recommended that Chad:".
    pub(super) lead: String,
    /// Its words.
    pub(super) text: String,
    /// The State that speaks, by its code; `None` when the paragraph names none.
    pub(super) speaker: Option<StateCode>,
}

impl Dialogue {
    /// The paragraphs of texts in their order, each with its place; what has no number of its own
    /// belongs to the paragraph before it.
    pub(super) fn of<'a>(texts: impl Iterator<Item = (&'a str, &'a str)>) -> Self {
        let mut dialogue = Self::default();
        let mut last = 0;
        for (place, text) in texts {
            match ordinal(text) {
                (Label::Main(number), rest) if number > last && (last == 0 || number - last <= MOST_MISSING) => {
                    dialogue.paragraphs.insert(number, (place.to_owned(), rest.to_owned()));
                    last = number;
                }
                _ => dialogue.paragraphs.entry(last).or_default().1.push_str(&format!(" {text}")),
            }
        }
        dialogue
    }

    /// The recommendations that a reference means: the item, or all items of the paragraph.
    pub(super) fn asked(&self, reference: &Reference, own: Option<StateCode>, states: &StateRegister) -> Vec<Asked> {
        let Some((place, text)) = self.paragraphs.get(&reference.main) else { return Vec::new() };
        let points = points(text);
        let is_meant = |point: &&Point| reference.item.as_ref().is_none_or(|item| *item == point.letter);
        let asked = |point: &Point| {
            let before = &text[..points.first().map_or(0, |first| first.start)];
            let item = Some(point.letter.clone());
            Asked {
                place: format!("{place}, ({})", point.letter),
                paragraph: Reference { main: reference.main, item }.spelt(),
                lead: last_sentence(before).to_owned(),
                text: own_words(&text[point.from..point.end]).to_owned(),
                speaker: speaker(before, own, states),
            }
        };
        points.iter().filter(is_meant).map(asked).collect()
    }
}

/// An item inside a paragraph: its letter, where that stands, and where its words begin and end.
struct Point {
    letter: String,
    start: usize,
    from: usize,
    end: usize,
}

/// The lettered items of a paragraph, which count on from `a`.
fn points(text: &str) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for found in MARK.captures_iter(text) {
        let (Some(whole), Some(mark)) = (found.get(0), found.get(1)) else { continue };
        let next = char::from_digit(10 + points.len() as u32 % 26, 36).map(String::from);
        let letter = mark.as_str().chars().next().and_then(latin);
        let Some(letter) = letter.filter(|letter| Some(letter) == next.as_ref()) else { continue };
        if let Some(before) = points.last_mut() {
            before.end = whole.start();
        }
        points.push(Point { letter, start: whole.start(), from: whole.end(), end: text.len() });
    }
    points
}

/// An item without what other delegations say after its end, and without the mark of a list.
fn own_words(item: &str) -> &str {
    let is_end = |at: usize| {
        let word = item[..at].rsplit(' ').next().unwrap_or("");
        word.chars().count() > 3 && item[at + 1..].trim_start().starts_with(char::is_uppercase)
    };
    let end = item.match_indices(". ").map(|(at, _)| at).find(|at| is_end(*at)).unwrap_or(item.len());
    let text = item[..end].trim().trim_end_matches([';', ',', '.', '；', '؛', '。', ' ']);
    let joints = [" and", " et", " y", " и"];
    joints.iter().find_map(|joint| text.strip_suffix(joint)).unwrap_or(text).trim_end_matches([';', ',', ' '])
}

/// The State that speaks: the one that a sentence before the items begins with, an article before its
/// name or not; the nearest sentence first.
fn speaker(before: &str, own: Option<StateCode>, states: &StateRegister) -> Option<StateCode> {
    let named = |sentence: &str| {
        let words: Vec<&str> = sentence.split_whitespace().take(LONGEST_NAME).collect();
        let runs = (0..words.len().min(2)).flat_map(|from| (from + 1..=words.len()).rev().map(move |to| (from, to)));
        let mut names = runs.map(|(from, to)| words[from..to].join(" "));
        names.find_map(|name| states.find_name(name.trim_end_matches([',', ':']))).filter(|code| Some(*code) != own)
    };
    before.split(['.', '。']).rev().find_map(named)
}

fn last_sentence(text: &str) -> &str {
    let text = text.trim_end();
    text.rfind(". ").map_or(text, |at| text[at + 1..].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXTS: [(&str, &str); 3] = [
        (
            "line 1",
            "27. Norway thanked it. It recommended that Chad: (a) free all prisoners; and (b) end torture. Fiji spoke.",
        ),
        ("line 2", "28. Fiji recommended that Chad (a) dig wells."),
        ("line 3", "(b) build roads."),
    ];

    #[test]
    fn items_are_found_by_paragraph_and_letter() {
        let dialogue = Dialogue::of(TEXTS.into_iter());
        let (states, own) = (StateRegister::embedded(), "TCD".parse().ok());
        let asked = |main: u32, item: Option<&str>| {
            let reference = Reference { main, item: item.map(str::to_owned) };
            let line = |asked: &Asked| {
                let speaker = asked.speaker.map(String::from).unwrap_or_default();
                format!("{} {} {speaker}", asked.paragraph, asked.text)
            };
            dialogue.asked(&reference, own, states).iter().map(line).collect::<Vec<_>>()
        };
        assert_eq!(asked(27, Some("a")), ["27 (a) free all prisoners NOR"]);
        assert_eq!(asked(27, None), ["27 (a) free all prisoners NOR", "27 (b) end torture NOR"]);
        assert_eq!(asked(28, Some("b")), ["28 (b) build roads FJI"]);
        assert!(asked(28, Some("c")).is_empty() && asked(29, None).is_empty());
    }
}
