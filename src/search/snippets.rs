//! Parts of texts with what meets the query marked.

use super::matching::{Marker, Met, Why};
use crate::domain::Language;

/// Longest snippet, characters.
const SNIPPET: usize = 240;
/// Characters before the first mark.
const BEFORE: usize = 60;

impl Marker {
    /// A part of the text with the words that meet the query between the marks: the part that meets
    /// most of the query.
    #[must_use]
    pub fn snippet(&self, language: Language, text: &str, is_related: bool, marks: (&str, &str)) -> String {
        let met = merged(self.met(language, text, is_related));
        let (from, to) = best_part(text, &met);
        let mut out = String::from(if from > 0 { "…" } else { "" });
        let mut at = from;
        for met in met.iter().filter(|met| from <= met.start && met.end <= to) {
            out.push_str(&text[at..met.start]);
            out.push_str(marks.0);
            out.push_str(&text[met.start..met.end]);
            out.push_str(marks.1);
            at = met.end;
        }
        out.push_str(text[at..to].trim_end());
        if to < text.len() {
            out.push('…');
        }
        out
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
    use crate::domain::Language::{En, Zh};
    use crate::search::SearchRequest;
    use crate::search::matching::Marker;
    use crate::text::lexicon::Lexicon;

    fn snippet(query: &str, text: &str) -> String {
        let request = SearchRequest { query: query.to_owned(), ..SearchRequest::default() };
        Marker::new(&request, &Lexicon::default()).snippet(En, text, false, ("[", "]"))
    }

    #[test]
    fn marks_stand_around_forms_beginnings_and_rough_words() {
        let text = "Build schools, and train teachers.";
        assert_eq!(snippet("school teach*", text), "Build [schools], and train [teachers].");
        assert_eq!(snippet("shcools~", text), "Build [schools], and train teachers.");
        assert_eq!(snippet("prison", text), text);
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_what_was_met() {
        let text = format!("{} schools and teachers {}", "early words ".repeat(40), "later words ".repeat(40));
        let shown = snippet("teachers schools", &text);
        assert!(
            shown.starts_with('…') && shown.ends_with('…') && shown.contains("[schools] and [teachers]"),
            "{shown}"
        );
        assert!(shown.chars().count() < 260 && !shown.contains("word…"), "{shown}");
        let chinese = "继续努力保护人权".repeat(60);
        let marker =
            Marker::new(&SearchRequest { query: "人权".to_owned(), ..Default::default() }, &Lexicon::default());
        assert!(marker.snippet(Zh, &chinese, false, ("[", "]")).contains("[人权]"));
    }
}
