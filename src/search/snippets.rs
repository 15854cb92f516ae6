//! Parts of texts with the words of the query marked.

use tantivy::snippet::SnippetGenerator;

use super::SearchError;
use super::index::SearchIndex;
use super::request::SearchRequest;
use crate::domain::Language;

/// Longest snippet, characters.
const SNIPPET: usize = 240;

impl SearchIndex {
    /// A part of the text with the words of the query between the marks.
    ///
    /// # Errors
    /// When the engine fails.
    pub fn snippet(
        &self,
        request: &SearchRequest,
        language: Language,
        text: &str,
        marks: (&str, &str),
    ) -> Result<String, SearchError> {
        let searcher = self.reader.searcher();
        let built = self.build(&request.read().0, request, &searcher)?;
        let mut generator = SnippetGenerator::create(&searcher, &*built, self.fields.text(language))?;
        generator.set_max_num_chars(SNIPPET);
        let snippet = generator.snippet(text);
        if snippet.fragment().is_empty() {
            return Ok(head(text));
        }
        let fragment = snippet.fragment();
        let (mut out, mut at) = (String::new(), 0);
        for range in snippet.highlighted().iter().filter(|r| r.end <= fragment.len()) {
            out.push_str(&fragment[at.min(range.start)..range.start]);
            out.push_str(marks.0);
            out.push_str(&fragment[range.clone()]);
            out.push_str(marks.1);
            at = range.end;
        }
        out.push_str(&fragment[at..]);
        let range = snippet.fragment_range();
        Ok(format!(
            "{}{}{}",
            if range.start > 0 { "…" } else { "" },
            out,
            if range.end < text.len() { "…" } else { "" }
        ))
    }
}

fn head(text: &str) -> String {
    let mut cut: String = text.chars().take(SNIPPET).collect();
    if cut.len() < text.len() {
        cut.push('…');
    }
    cut
}
