//! Phrases of official documents, by what they tell: titles, sections, lead-ins, asks.
//!
//! The patterns stand in `corpora/reference/document_phrases.csv`, one a line with its language, so
//! that a language is added without code; those of positions stand beside the words of positions, in
//! `positions.csv`. They are regular expressions, matched without regard to case on text with single
//! blanks.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::{Captures, Regex, RegexBuilder};

use crate::domain::vocabulary::Table;

/// What a phrase tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::EnumString, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Phrase {
    /// Title of a thematic list of recommendations.
    TitleThematicList,
    /// Title of a report of the UPR Working Group.
    TitleWorkingGroup,
    /// The name of the review itself.
    ReviewName,
    /// The name of the Human Rights Council.
    CouncilName,
    /// Title of an addendum with the State's positions.
    TitleAddendum,
    /// Subtitle of an addendum: the State's views on conclusions and recommendations.
    TitleViews,
    /// Title of a document that holds no recommendations: replies, national reports, lists of issues.
    TitleOther,
    /// Title of concluding observations.
    TitleConcludingObservations,
    /// Title of a report of a mandate holder.
    TitleSpecialProcedure,
    /// A country visit; group `state`.
    Visit,
    /// A title or sentence that names the State; group `state`.
    StateTitle,
    /// A title that names cycle and session; groups `cycle`, `session`.
    SessionTitle,
    /// Heading of conclusions and recommendations.
    SectionConclusions,
    /// Heading of voluntary pledges.
    SectionPledges,
    /// Heading of an annex.
    SectionAnnex,
    /// Heading of an introduction.
    SectionIntroduction,
    /// The sentence that closes the conclusions.
    Disclaimer,
    /// The sentence in which a committee says when it adopted its observations.
    Adoption,
    /// Words that say: noted.
    LeadNoted,
    /// Words that say: supported in part.
    LeadPartly,
    /// Words that say: implemented already or in process.
    LeadImplemented,
    /// Words that say: supported.
    LeadSupported,
    /// Words that say: to be answered later.
    LeadPending,
    /// Words that say: not decided yet.
    LeadUndecided,
    /// Words that send to another place of the document: "are listed in paragraph 71".
    Elsewhere,
    /// Words that set numbers apart from a class: "with the exception of".
    LeadExcept,
    /// The word "recommendation".
    RecommendationWord,
    /// The verb of a sentence that leads to recommendations: "it was recommended that".
    Recommended,
    /// What stands before the numbers of paragraphs that a sentence refers to.
    ReferredParagraphs,
    /// Words of sentences whose paragraphs are those of a resolution, not of the report.
    ResolutionWord,
    /// Row of a thematic list that names a theme.
    ThemeRow,
    /// Line with the source of a position.
    SourceOfPosition,
    /// What stands before a remark of the editors.
    CommentLine,
    /// Line above affected persons.
    PersonsLine,
    /// Line above SDGs.
    SdgsLine,
    /// Who asks in a sentence of a treaty body or mandate holder.
    AskingSubject,
    /// The verb with which they ask.
    AskingVerb,
    /// Words that ask by themselves.
    Asks,
    /// Sentences about the procedure: a report was considered, observations were adopted.
    Procedure,
    /// Words that observe: concern, regret, welcome.
    Observes,
    /// The paragraph that asks for a follow-up report.
    FollowUp,
    /// Paragraph numbers in a follow-up paragraph; group `list`.
    ParagraphList,
    /// A period; groups `count`, `unit`.
    Within,
    /// Words of drafts.
    Draft,
}

impl Phrase {
    /// Whether the text has the phrase.
    #[must_use]
    pub fn is_in(self, text: &str) -> bool {
        patterns(self).iter().any(|pattern| pattern.is_match(text))
    }

    /// The first place of the phrase, by the order of the table.
    #[must_use]
    pub fn find(self, text: &str) -> Option<(usize, usize)> {
        patterns(self).iter().find_map(|pattern| pattern.find(text)).map(|found| (found.start(), found.end()))
    }

    /// All places of the phrase, in the order of the text, the longer first where two begin together.
    #[must_use]
    pub fn find_all(self, text: &str) -> Vec<(usize, usize)> {
        let all = patterns(self).iter().flat_map(|pattern| pattern.find_iter(text));
        let mut places: Vec<(usize, usize)> = all.map(|found| (found.start(), found.end())).collect();
        places.sort_unstable_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
        places
    }

    /// The phrase with its groups, for every pattern that fits.
    pub fn captures(self, text: &str) -> impl Iterator<Item = Captures<'_>> {
        patterns(self).iter().filter_map(move |pattern| pattern.captures(text))
    }
}

fn patterns(phrase: Phrase) -> &'static [Regex] {
    static BOOK: LazyLock<HashMap<Phrase, Vec<Regex>>> = LazyLock::new(|| {
        let phrases = Table::embedded("document_phrases", include_str!("../../corpora/reference/document_phrases.csv"));
        let positions = Table::embedded("positions", include_str!("../../corpora/reference/positions.csv"));
        let mut book: HashMap<Phrase, Vec<Regex>> = HashMap::new();
        for row in phrases.rows() {
            let phrase = row.cell("role").parse().expect("the table names known roles");
            book.entry(phrase).or_default().push(compiled(row.cell("pattern")));
        }
        // The other rows of positions are words, not patterns: their codes name no phrase.
        for row in positions.rows() {
            if let Ok(phrase) = row.cell("code").parse::<Phrase>() {
                book.entry(phrase).or_default().push(compiled(row.cell("words")));
            }
        }
        book
    });
    BOOK.get(&phrase).map_or(&[], Vec::as_slice)
}

fn compiled(pattern: &str) -> Regex {
    let pattern = RegexBuilder::new(pattern).case_insensitive(true).size_limit(64 << 20).build();
    pattern.expect("the table holds regular expressions")
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::{Phrase, patterns};

    #[test]
    fn every_role_has_patterns() {
        for phrase in Phrase::VARIANTS {
            assert!(!patterns(*phrase).is_empty(), "{phrase:?}");
        }
    }
}
