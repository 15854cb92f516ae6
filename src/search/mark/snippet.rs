//! Parts of texts, and where in them the query is met. How that looks is for those who show it.

use std::ops::Range;

use serde::{Serialize, Serializer};

use super::marker::{Marker, Met, Parts, Why};
use crate::domain::Language;

/// Longest snippet, characters.
const SNIPPET: usize = 240;
/// Characters before the first mark.
const BEFORE: usize = 60;

/// Put around marks in data, which has no other way to show them.
const IN_DATA: &str = "**";

/// A part of a text, and where it meets the query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Snippet {
    /// The part, with `…` at an end where the text goes on.
    pub text: String,
    /// What meets the query: bytes of `text`, from left to right; no two touch.
    pub marks: Vec<Range<usize>>,
}

impl Snippet {
    /// The part with what is put before and after each mark.
    #[must_use]
    pub fn marked(&self, before: &str, after: &str) -> String {
        let mut out = String::with_capacity(self.text.len() + self.marks.len() * (before.len() + after.len()));
        let mut at = 0;
        for mark in &self.marks {
            out.extend([&self.text[at..mark.start], before, &self.text[mark.clone()], after]);
            at = mark.end;
        }
        out.push_str(&self.text[at..]);
        out
    }
}

/// One text, with two stars around each mark.
impl Serialize for Snippet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.marked(IN_DATA, IN_DATA))
    }
}

impl Marker<'_> {
    /// The part of a text that meets most of the query.
    #[must_use]
    pub fn snippet(&self, language: Language, text: &str, parts: Parts) -> Snippet {
        let met = merged(self.met(language, text, parts));
        let (from, to) = best_part(text, &met);
        let inside: Vec<&Met> = met.iter().filter(|met| from <= met.start && met.end <= to).collect();
        // Blanks after the last mark are left out, never one within it.
        let last = inside.last().map_or(from, |met| met.end);
        let end = last + text[last..to].trim_end().len();
        let before = if from > 0 { "…" } else { "" };
        let after = if to < text.len() { "…" } else { "" };
        let place = |at: usize| at - from + before.len();
        Snippet {
            text: format!("{before}{}{after}", &text[from..end]),
            marks: inside.iter().map(|met| place(met.start)..place(met.end)).collect(),
        }
    }
}

/// Marks that overlap or touch become one.
fn merged(met: Vec<Met>) -> Vec<Met> {
    let mut merged: Vec<Met> = Vec::new();
    for met in met {
        match merged.last_mut().filter(|last| met.start <= last.end) {
            Some(last) => last.end = last.end.max(met.end),
            None => merged.push(met),
        }
    }
    merged
}

/// The part of the text with most of the query, then with most marks, then the first.
fn best_part(text: &str, met: &[Met]) -> (usize, usize) {
    if text.chars().count() <= SNIPPET {
        return (0, text.len());
    }
    let parts = met.iter().map(|first| part_around(text, first.start));
    let worth = |(from, to): &(usize, usize)| {
        let inside: Vec<&Met> = met.iter().filter(|met| *from <= met.start && met.end <= *to).collect();
        let mut kinds: Vec<&Why> = inside.iter().map(|met| &met.why).collect();
        kinds.sort_unstable();
        kinds.dedup();
        (kinds.len(), inside.len())
    };
    // `max_by_key` takes the last of equals.
    parts.rev().max_by_key(worth).unwrap_or_else(|| part_around(text, 0))
}

/// A part that begins a little before a place, cut between words.
fn part_around(text: &str, place: usize) -> (usize, usize) {
    let back = text[..place].char_indices().rev().take(BEFORE).last().map_or(place, |(at, _)| at);
    let from = if back == 0 { 0 } else { next_word(text, back).min(place) };
    let end = text[from..].char_indices().nth(SNIPPET).map_or(text.len(), |(at, _)| from + at);
    if text[end..].chars().all(|c| !c.is_alphanumeric()) {
        return (from, text.len());
    }
    let cut = text[from..end].rfind(char::is_whitespace).map_or(end, |at| from + at);
    // Where there are no blanks, or one far back, it is cut where it must be.
    (from, if end - cut > (end - from) / 3 { end } else { cut })
}

/// The first letter after the next blank.
fn next_word(text: &str, at: usize) -> usize {
    let blank = text[at..].char_indices().take(BEFORE / 2).find(|(_, c)| c.is_whitespace());
    blank.map_or(at, |(offset, c)| at + offset + c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::{Marker, Parts, Snippet};
    use crate::domain::Language::{self, En, Zh};
    use crate::domain::vocabulary::StateRegister;
    use crate::search::find::{Asking, SearchRequest};
    use crate::search::index::SearchIndex;
    use crate::text::lexicon::Lexicon;

    fn snippet(query: &str, language: Language, text: &str) -> Snippet {
        let request = SearchRequest { query: query.to_owned(), ..SearchRequest::default() };
        let index = SearchIndex::in_memory().unwrap().with_lexicon(Lexicon::default());
        let asking = Asking::new(&index, StateRegister::embedded());
        let asked = asking.read(&request).unwrap();
        Marker::new(&asked, &asking).snippet(language, text, Parts::Direct)
    }

    fn marked(query: &str, text: &str) -> String {
        snippet(query, En, text).marked("[", "]")
    }

    #[test]
    fn marks_stand_around_forms_beginnings_and_rough_words() {
        let text = "Build schools, and train teachers.";
        assert_eq!(marked("school teach*", text), "Build [schools], and train [teachers].");
        assert_eq!(marked("shcools~", text), "Build [schools], and train teachers.");
        assert_eq!(marked("prison", text), text);
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_what_was_met() {
        let text = format!("{} schools and teachers {}", "early words ".repeat(40), "later words ".repeat(40));
        let shown = marked("teachers schools", &text);
        assert!(
            shown.starts_with('…') && shown.ends_with('…') && shown.contains("[schools] and [teachers]"),
            "{shown}"
        );
        assert!(shown.chars().count() < 260 && !shown.contains("word…"), "{shown}");
        let chinese = "继续努力保护人权".repeat(60);
        assert!(snippet("人权", Zh, &chinese).marked("[", "]").contains("[人权]"));
    }

    #[test]
    fn marks_are_bytes_of_the_part_and_stars_in_data() {
        let snippet = snippet("écoles", Language::Fr, "Bâtir des écoles.");
        assert_eq!(snippet.marks.iter().map(|mark| &snippet.text[mark.clone()]).collect::<Vec<_>>(), ["écoles"]);
        assert_eq!(serde_json::to_value(&snippet).unwrap(), "Bâtir des **écoles**.");
    }
}
