//! The sentence that a list of recommendations stands under, and the position that it gives them.
//!
//! A lead-in is known by what it says and by what follows it, not by a mark at its end: it may end in a
//! colon, a full stop or nothing.

use super::leads::{excepted, lead_in};
use super::line::Line;
use crate::domain::{NumberRange, Position};
use crate::text::phrasebook::Phrase;

/// The sentence that the items stand under.
#[derive(Debug, Clone, Default)]
pub(super) struct Lead {
    /// Where it stands.
    pub(super) place: String,
    /// Its words.
    pub(super) words: String,
    /// Number of its paragraph; 0 where it has none.
    pub(super) main: u32,
    /// What it says of its items; `None` where its words say nothing that is known.
    pub(super) position: Position,
    /// Whether single words of the sentence tell its position and no phrase of lead-ins: they may be about
    /// something else.
    pub(super) is_worded: bool,
    /// The numbers that it excepts, and the position that it gives them.
    excepted: (Vec<NumberRange>, Position),
    /// Whether it ends as only lead-ins of lists do.
    pub(super) is_list: bool,
    /// Items that were taken under it.
    pub(super) items: u64,
    /// Paragraphs under it that look like items and were not taken.
    pub(super) passed: u64,
    /// The last of its items that are numbered as paragraphs of the report; 0 where there is none.
    pub(super) flat: u32,
}

impl Lead {
    /// A numbered paragraph as a lead-in; `None` where it leads to nothing.
    ///
    /// A lead-in whose words are not understood must not inherit the position of the one before.
    pub(super) fn numbered(main: u32, text: &str, at: &Line, next: Option<&Line>) -> Option<Self> {
        let is_list = ends_as_lead(text);
        let opens = next.is_some_and(|next| next.opens_list(main));
        let speaks = speaks(text);
        let said = lead_in(text).filter(|_| speaks || (is_list && opens));
        let is_unclear = (speaks && (is_list || opens)) || (is_list && opens);
        // What is asked of the State is no position of it: "it was recommended that Chad accept …".
        let worded = || Position::in_sentence(text).filter(|_| opens && !Phrase::Recommended.is_in(text));
        let (position, is_worded) = match said {
            Some(position) => (position, false),
            None if is_unclear => worded().map_or((Position::None, false), |position| (position, true)),
            None => return None,
        };
        Some(Self { position, is_worded, ..Self::at(main, text, at) })
    }

    /// A paragraph or heading without a number as a lead-in: some reports number only the items.
    pub(super) fn unnumbered(main: u32, text: &str, at: &Line, next: Option<&Line>) -> Option<Self> {
        let opens = next.is_some_and(|next| next.opens_list(main));
        let said = lead_in(text).filter(|_| Phrase::RecommendationWord.is_in(text));
        let exact = || Position::from_words(text).filter(|position| opens && *position != Position::None);
        let is_unclear = speaks(text) && ends_as_lead(text) && opens;
        let position = said.or_else(exact).or_else(|| is_unclear.then_some(Position::None))?;
        Some(Self { position, ..Self::at(main, text, at) })
    }

    /// "(a) The following recommendations enjoy the support of …:" under "60. … its position is:".
    pub(super) fn lettered(main: u32, text: &str, at: &Line) -> Option<Self> {
        let position = lead_in(text).filter(|_| ends_as_lead(text))?;
        Some(Self { position, ..Self::at(main, text, at) })
    }

    /// What it says of an item, by the number of the item.
    pub(super) fn position_of(&self, paragraph: &str) -> Position {
        if self.excepts(paragraph) { self.excepted.1 } else { self.position }
    }

    /// Whether the position of an item is not known, or may be another.
    pub(super) fn is_unclear_for(&self, paragraph: &str) -> bool {
        self.is_worded || self.position_of(paragraph) == Position::None
    }

    fn excepts(&self, paragraph: &str) -> bool {
        let Some((main, item)) = paragraph.split_once('.') else { return false };
        let (Ok(main), Ok(item)) = (main.parse::<u32>(), item.parse::<u32>()) else { return false };
        let holds = |range: &NumberRange| range.main == Some(main) && (range.from..=range.to).contains(&item);
        self.excepted.0.iter().any(holds)
    }

    fn at(main: u32, text: &str, at: &Line) -> Self {
        let (place, words) = (at.place.clone(), text.to_owned());
        let excepted = excepted(text).unwrap_or_default();
        Self { place, words, main, excepted, is_list: ends_as_lead(text), ..Self::default() }
    }
}

/// Whether a text ends as a lead-in does.
fn ends_as_lead(text: &str) -> bool {
    text.trim_end().ends_with([':', '：'])
}

/// Whether a text speaks of recommendations.
fn speaks(text: &str) -> bool {
    Phrase::RecommendationWord.is_in(text) || Phrase::Recommended.is_in(text)
}

#[cfg(test)]
mod tests {
    use super::{Lead, Line};
    use crate::domain::Position;

    fn line(text: &str) -> Line {
        Line { text: text.to_owned(), ..Line::default() }
    }

    #[test]
    fn a_lead_in_needs_no_colon_where_a_list_follows() {
        let next = line("1. Build (Norway);");
        for (text, expected) in [
            ("The following recommendations will be examined by Peru.", Some(Position::Pending)),
            ("In the course of the discussion, it was recommended that Peru:", Some(Position::None)),
            ("The recommendations were these", Some(Position::None)),
            ("Au cours du débat, il a été recommandé au Pérou:", Some(Position::None)),
            ("En el debate se recomendó al Perú:", Some(Position::None)),
            ("В ходе обсуждения Перу было рекомендовано:", Some(Position::None)),
            ("ستنظر بيرو في التوصيات التالية", Some(Position::Pending)),
            ("秘鲁将审议下列建议。", Some(Position::Pending)),
            ("The delegation thanked all States.", None),
        ] {
            let found = Lead::numbered(87, text, &line(text), Some(&next)).map(|lead| lead.position);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn a_position_that_single_words_tell_is_marked() {
        let next = line("1. Build (Norway);");
        let is_worded = |text: &str| Lead::numbered(87, text, &line(text), Some(&next)).map(|lead| lead.is_worded);
        assert_eq!(is_worded("The following recommendations will be examined by Peru."), Some(false));
        assert_eq!(is_worded("With thanks for all support, the recommendations were"), Some(true));
    }

    #[test]
    fn a_sentence_that_nothing_follows_leads_only_where_it_states_a_position() {
        let next = line("88. The delegation spoke again.");
        let position = |text: &str| Lead::numbered(87, text, &line(text), Some(&next)).map(|lead| lead.position);
        assert_eq!(position("Peru thanked all for their recommendations."), None);
        assert_eq!(position("Recommendations 5 and 6 enjoy the support of Peru."), Some(Position::Supported));
    }

    #[test]
    fn a_heading_that_is_a_position_leads_to_its_items() {
        let next = line("87.1 Build (Norway);");
        let position = |text: &str| Lead::unnumbered(87, text, &line(text), Some(&next)).map(|lead| lead.position);
        assert_eq!(position("Noted"), Some(Position::Noted));
        assert_eq!(position("Recommendations on schools"), None);
    }
}
