//! The recommendation: the unit of everything in Weft.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::reference::Place;
use super::said::{Doubt, FollowUp, Said};
use super::{
    Body, Confidence, Cycle, Language, Mechanism, Paragraph, Position, PositionHistory, RecordId, Reference, Session,
    StateCode, Symbol, Tag,
};

/// What a record is.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, strum::IntoStaticStr,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// A recommendation.
    #[default]
    Recommendation,
    /// A concern or an observation.
    Concern,
    /// A voluntary pledge of the State.
    Pledge,
    /// Anything else a source holds: responses of the State, headings, remarks.
    Other,
}

impl Kind {
    /// The stable code used in exports.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// Whether a plan answers it: concerns and other remarks ask for nothing that a plan could measure.
    #[must_use]
    pub const fn is_of_plan(self) -> bool {
        matches!(self, Self::Recommendation | Self::Pledge)
    }
}

/// The text of a record in one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Exactly as the source has it.
    pub raw: String,
    /// Without markup, paragraph number and recommending States.
    pub clean: String,
}

/// Where a record was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Name of the file, without its folder.
    pub file: String,
    /// First sixteen hexadecimal digits of the file's BLAKE3 hash.
    pub file_hash: String,
    /// Row, item or page in the file.
    pub place: String,
    /// The identifier that the file gives the record (`row_id`, `AnnotationId`, …).
    pub source_id: Option<String>,
    /// What this source says of its own, where sources may differ.
    #[serde(default, skip_serializing_if = "Said::is_empty")]
    pub says: Said,
}

/// One recommendation, concern or pledge, from one or several sources.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Content-derived identifier.
    pub id: RecordId,
    /// What the record is.
    pub kind: Kind,
    /// Mechanism it comes from.
    pub mechanism: Mechanism,
    /// Body that made it.
    pub body: Body,
    /// Symbol of the document.
    pub symbol: Option<Symbol>,
    /// Paragraph in the document.
    pub paragraph: Option<Paragraph>,
    /// State under review or State party.
    pub state: Option<StateCode>,
    /// Name of the State that no table knows, as written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unknown_state: Option<String>,
    /// Recommending States, in the order of the source.
    pub recommending_states: Vec<StateCode>,
    /// Names of recommending States that no table knows, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unknown_states: Vec<String>,
    /// UPR session.
    pub session: Option<Session>,
    /// Position of the State under review.
    pub position: Position,
    /// Date of publication.
    pub published: Option<Date>,
    /// Text by language; never empty.
    pub texts: BTreeMap<Language, Text>,
    /// Tags that the sources state.
    pub tags: Vec<Tag>,
    /// Where it was read, first source first.
    pub sources: Vec<Source>,
    /// The follow-up report that the body asks for, with the day it is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<FollowUp>,
    /// What was not sure in reading it out of a document; empty where a source states all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub doubts: Vec<Doubt>,
    /// What the State stated of it after the review; `position` is the last of that. It is decided by people and laid
    /// over the record when it is read: the store holds none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub history: Option<Box<PositionHistory>>,
}

/// Longest identifier of a source that people can remember, in bytes.
const LONGEST_MEMORABLE: usize = 20;
/// Recommending States that stand in a name.
const NAMED_STATES: usize = 3;

impl Recommendation {
    /// The text in `preferred`, else in English, else in the first language there is.
    ///
    /// # Panics
    /// Never for records made by a reader: they hold at least one text.
    #[must_use]
    pub fn text(&self, preferred: Language) -> (Language, &Text) {
        let choose = |language: Language| self.texts.get(&language).map(|text| (language, text));
        choose(preferred)
            .or_else(|| choose(Language::En))
            .or_else(|| self.texts.iter().next().map(|(&language, text)| (language, text)))
            .expect("a record holds at least one text")
    }

    /// The text without markup, number and recommending States, in the language that [`text`](Self::text) chooses.
    #[must_use]
    pub fn clean_text(&self, preferred: Language) -> &str {
        &self.text(preferred).1.clean
    }

    /// How sure the reading is: the least sure of what is in doubt, 1 where nothing is.
    #[must_use]
    pub fn reading_confidence(&self) -> Confidence {
        let least = self.doubts.iter().map(|doubt| doubt.confidence.value()).fold(1.0, f32::min);
        Confidence::new(least)
    }

    /// The position at the review, whatever the State stated later.
    #[must_use]
    pub fn position_at_review(&self) -> Position {
        self.history.as_ref().map_or(self.position, |history| history.at_review)
    }

    /// Whether two sources state positions that do not agree.
    #[must_use]
    pub fn is_disputed(&self) -> bool {
        let stated: Vec<Position> = self.sources.iter().filter_map(|source| source.says.position).collect();
        stated.iter().any(|a| stated.iter().any(|b| !a.agrees_with(*b)))
    }

    /// The UPR cycle, if a session is known.
    #[must_use]
    pub fn cycle(&self) -> Option<Cycle> {
        self.session.map(Session::cycle)
    }

    /// The citable reference; see [`Reference`] for what stands in when symbol or paragraph lack.
    #[must_use]
    pub fn reference(&self) -> Reference {
        let place = self.paragraph.clone().map_or_else(|| Place::fragment(self.id), Place::Paragraph);
        Reference { body: self.body.clone(), document: self.document(), place }
    }

    /// What people call it, whatever other records there are: the reference; where no paragraph is known, an
    /// identifier that a file gives it, such as `UPRI-19207`, stands in place of the head of Weft's, or the
    /// recommending States stand before that.
    #[must_use]
    pub fn called(&self) -> String {
        let reference = self.reference();
        match (&reference.place, self.memorable_id(), self.called_by_states()) {
            (Place::Fragment(_), Some(own), _) => format!("{} {} {own}", reference.body, reference.document),
            (Place::Fragment(head), None, Some(name)) => format!("{name} #{head}"),
            _ => reference.to_string(),
        }
    }

    /// What people call it where neither a paragraph nor a file's identifier names it: document and
    /// recommending States, `UPR s10/PRY by NOR`. Several records may be called so.
    #[must_use]
    pub fn called_by_states(&self) -> Option<String> {
        let reference = self.reference();
        let is_nameless = matches!(reference.place, Place::Fragment(_)) && self.memorable_id().is_none();
        if !is_nameless || self.recommending_states.is_empty() {
            return None;
        }
        let states: Vec<String> = self.recommending_states.iter().take(NAMED_STATES).map(ToString::to_string).collect();
        let more = self.recommending_states.len() - states.len();
        let more = if more > 0 { format!("+{more}") } else { String::new() };
        Some(format!("{} {} by {}{more}", reference.body, reference.document, states.join("/")))
    }

    /// An identifier of a source that people can remember and that is more than a running number.
    fn memorable_id(&self) -> Option<&str> {
        let is_memorable = |id: &&str| {
            id.len() <= LONGEST_MEMORABLE
                && !id.contains(char::is_whitespace)
                && id.contains(|c: char| c.is_ascii_digit())
                && id.contains(char::is_alphabetic)
                && !is_uuid(id)
        };
        self.source_ids().into_iter().find(is_memorable)
    }

    fn document(&self) -> String {
        match (&self.symbol, self.session, self.state) {
            (Some(symbol), ..) => symbol.to_string(),
            (None, Some(session), Some(state)) => format!("s{session}/{state}"),
            (None, Some(session), None) => format!("s{session}/-"),
            (None, None, Some(state)) => format!("-/{state}"),
            (None, None, None) => "-/-".to_owned(),
        }
    }

    /// What tells the document of a record whose State is not known: its symbol, or else the file it stands in
    /// and what the file says of State and session. Records of other documents may be about another State.
    #[must_use]
    pub fn own_document(&self) -> String {
        if let Some(symbol) = &self.symbol {
            return symbol.to_string();
        }
        let file = self.sources.iter().map(|source| source.file_hash.as_str()).min().unwrap_or_default();
        let session = self.session.map(|session| session.to_string()).unwrap_or_default();
        [file, self.unknown_state.as_deref().unwrap_or_default(), &session].join("\t")
    }

    /// The identifiers of sources that are unique in the world: UUIDs. The running numbers of tables
    /// are not, and never match records.
    pub fn uuids(&self) -> impl Iterator<Item = &str> {
        self.sources.iter().filter_map(|source| source.source_id.as_deref()).filter(|id| is_uuid(id))
    }

    /// The identifiers that the sources gave, each once, in the order of their letters, which does not hang on
    /// the order of import.
    #[must_use]
    pub fn source_ids(&self) -> Vec<&str> {
        let mut ids: Vec<&str> = self.sources.iter().filter_map(|source| source.source_id.as_deref()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

/// Whether an identifier is a UUID as sources write it, with hyphens, which is unique in the world.
#[must_use]
pub fn is_uuid(id: &str) -> bool {
    id.parse::<uuid::fmt::Hyphenated>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_uuid;

    #[test]
    fn only_the_form_with_hyphens_is_a_uuid() {
        assert!(is_uuid("936da01f-9abd-4d9d-80c7-02af85c822a8") && is_uuid("936DA01F-9ABD-4D9D-80C7-02AF85C822A8"));
        for other in [
            "936da01f9abd4d9d80c702af85c822a8",
            "{936da01f-9abd-4d9d-80c7-02af85c822a8}",
            "12",
            "936da01f-9abd-4d9d-80c7-02af85c822ag",
        ] {
            assert!(!is_uuid(other), "{other}");
        }
    }
}
