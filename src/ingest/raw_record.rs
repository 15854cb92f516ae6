//! A record in the making: the fields of one row as a source words them.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::domain::{Doubt, FollowUp, Language};

/// The fields of one row as a source words them; what a source does not have is empty.
#[derive(Debug, Clone, Default)]
pub(super) struct RawRecord {
    pub(super) source_id: String,
    pub(super) kind: String,
    /// Whether it stands under a heading that calls it a recommendation.
    pub(super) is_headed: bool,
    pub(super) body: String,
    pub(super) mechanism: String,
    pub(super) symbol: String,
    pub(super) paragraph: String,
    pub(super) states: Vec<String>,
    /// Whether the source lists the States of each of its records: one with none is about none of them alone.
    pub(super) lists_states: bool,
    pub(super) recommending: Vec<String>,
    pub(super) session: String,
    pub(super) cycle: String,
    pub(super) position: String,
    pub(super) published: String,
    pub(super) language: String,
    /// The language of the texts around it, which one too short to tell its own is in.
    pub(super) neighbours: Option<Language>,
    pub(super) text: String,
    pub(super) issues: Vec<String>,
    pub(super) themes: Vec<String>,
    pub(super) persons: Vec<String>,
    pub(super) sdgs: Vec<String>,
    pub(super) action: String,
    /// Who is to carry it out.
    pub(super) responsible: String,
    /// Short cells in which a body may be named where its own fields are empty.
    pub(super) elsewhere: Vec<String>,
    /// Name of the sheet, for the same.
    pub(super) sheet: String,
    /// Whether its table has a column that only tables of the UPR have, filled or not.
    pub(super) is_of_review: bool,
    /// What stands before the text and is part of the raw text only: the lead of a sub-point.
    pub(super) preamble: String,
    /// Heading that the text stands under.
    pub(super) heading: String,
    /// Where the position is stated.
    pub(super) position_source: String,
    /// What the source remarks on it.
    pub(super) comment: String,
    /// Whether it was read out of prose or a document, where nothing is stated field by field.
    pub(super) is_read: bool,
    /// Whether the document calls itself a draft.
    pub(super) is_draft: bool,
    /// The follow-up report that is asked for.
    pub(super) follow_up: Option<FollowUp>,
    /// What was not sure in reading it.
    pub(super) doubts: Vec<Doubt>,
}

impl RawRecord {
    /// The bytes of its longest field; of a list all together.
    pub(super) fn longest(&self) -> usize {
        let lists = [&self.states, &self.recommending, &self.issues, &self.themes, &self.persons, &self.sdgs];
        let of_list = |list: &&Vec<String>| list.iter().map(String::len).sum::<usize>();
        lists.iter().map(of_list).chain([self.text.len()]).max().unwrap_or_default()
    }

    /// A hash of what the row says: rows of the same hash are the same row again.
    pub(super) fn hash(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let own = [&self.source_id, &self.kind, &self.body, &self.mechanism, &self.symbol, &self.paragraph];
        let said = [&self.session, &self.cycle, &self.position, &self.published, &self.text, &self.comment];
        (own, said, &self.states, &self.recommending).hash(&mut hasher);
        ([&self.issues, &self.themes, &self.persons, &self.sdgs], &self.action, &self.responsible).hash(&mut hasher);
        let around = [&self.language, &self.preamble, &self.heading, &self.position_source, &self.sheet];
        (around, &self.elsewhere).hash(&mut hasher);
        hasher.finish()
    }
}
