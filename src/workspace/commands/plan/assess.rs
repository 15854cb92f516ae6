//! Somebody says how far something has come, or comments on it.

use serde::{Deserialize, Serialize};

use super::minting::{key_of, made, minted};
use super::named::planned;
use super::settable::day;
use crate::domain::plan::{
    AssessedSubject, AssessedValue, Assessment, Comment, Grade, PlanFact, PlanKind, PlanSubject, Voice, VoiceKind,
};
use crate::domain::vocabulary::fold;
use crate::domain::{Asker, ClusterNumber, Coded, Outcome};
use crate::text::plan_words::{iri_answer, iri_code};
use crate::view::{Command, Refusal, View};
use crate::workspace::commands::told;

/// What is assessed or commented on, as people name it: a recommendation, a lettered part of one as `140.7 (b)`, all
/// that ask the same as `ask:140.7`, a cluster as `3.1`, or something in the plan by its key or number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct NamedSubject(pub String);

/// Who says it, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidBy {
    /// The name.
    pub by: String,
    /// What they are.
    pub kind: VoiceKind,
    /// The day, as ISO 8601 has it.
    pub date: String,
}

/// What stands before a recommendation that stands for its ask.
const ASK: &str = "ask:";

/// A scale of assessments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScaleName {
    /// A nation's own words.
    Words,
    /// The Implementation of Recommendations Index.
    Iri,
    /// The grades of the follow-up procedure of committees.
    Grade,
}

/// Say how far something has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssessSubject {
    /// What.
    pub subject: NamedSubject,
    /// The value on its scale.
    pub value: String,
    /// Who says it.
    pub said: SaidBy,
    /// The scale; where none is given, that which the value is of.
    #[serde(default)]
    pub scale: Option<ScaleName>,
    /// What they go by.
    #[serde(default)]
    pub evidence: String,
    /// Where it can be read.
    #[serde(default)]
    pub link: String,
    /// The file that shows it.
    #[serde(default)]
    pub file: String,
    /// Up to which day evidence was looked at, as ISO 8601 has it.
    #[serde(default)]
    pub until: Option<String>,
}

/// Comment on something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommentOn {
    /// What.
    pub subject: NamedSubject,
    /// What is said.
    pub text: String,
    /// Who says it.
    pub said: SaidBy,
}

impl Command for AssessSubject {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let about = self.subject.found(view, asker)?;
        let assessment = Assessment {
            voice: self.said.voice()?,
            value: self.assessed()?,
            evidence: self.evidence.trim().to_owned(),
            link: self.link.trim().to_owned(),
            file: self.file.trim().to_owned(),
            until: self.until.as_deref().map(|until| day("until", until)).transpose()?,
        };
        let words = format!("{}{}{}", self.subject.0, self.said.by, self.said.date);
        // Who says it again on the same day corrects what was said.
        let is_again = |own: &&AssessedSubject| {
            let (before, now) = (&own.assessment.voice, &assessment.voice);
            let is_same_voice = before.kind == now.kind && fold(&before.by) == fold(&now.by) && before.on == now.on;
            own.subject == about && is_same_voice && own.assessment.value.scale() == assessment.value.scale()
        };
        let again = view.plan().assessments.iter().find(is_again).map(|own| own.key);
        let key = again.unwrap_or_else(|| minted(view, PlanKind::Assessment, &words));
        let facts = [PlanFact::About(about), PlanFact::Assessed(assessment)];
        Ok(made(key, PlanKind::Assessment, facts))
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        told("done-assessed", [("subject", self.subject.0.clone().into()), ("key", key_of(outcomes).into())])
    }
}

impl AssessSubject {
    fn assessed(&self) -> Result<AssessedValue, Refusal> {
        let value = self.value.trim();
        let wrong = |field: &str| Refusal::PlanValue { field: field.to_owned(), given: self.value.clone() };
        let iri = || iri_answer(value).map(AssessedValue::Iri);
        let bare = || iri_code(value).map(AssessedValue::Iri);
        let grade = || value.parse::<Grade>().ok().map(AssessedValue::Grade);
        match self.scale {
            _ if value.is_empty() => Err(Refusal::Blank),
            Some(ScaleName::Iri) => iri().ok_or_else(|| wrong("iri")),
            Some(ScaleName::Grade) => grade().ok_or_else(|| wrong("grade")),
            Some(ScaleName::Words) => Ok(AssessedValue::Words(value.to_owned())),
            // Without a scale only what is a value of one and nothing else is read so: "implemented" may be a nation's own.
            None => Ok(grade().or_else(bare).unwrap_or_else(|| AssessedValue::Words(value.to_owned()))),
        }
    }
}

impl Command for CommentOn {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let about = self.subject.found(view, asker)?;
        let text = self.text.trim();
        if text.is_empty() {
            return Err(Refusal::Blank);
        }
        let comment = Comment { voice: self.said.voice()?, text: text.to_owned() };
        let facts = [PlanFact::About(about), PlanFact::Said(comment)];
        Ok(made(minted(view, PlanKind::Comment, text), PlanKind::Comment, facts))
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        told("done-commented", [("subject", self.subject.0.clone().into()), ("key", key_of(outcomes).into())])
    }
}

impl SaidBy {
    fn voice(&self) -> Result<Voice, Refusal> {
        let by = self.by.trim();
        if by.is_empty() {
            return Err(Refusal::Blank);
        }
        Ok(Voice { by: by.to_owned(), kind: self.kind, on: day("date", &self.date)? })
    }
}

impl NamedSubject {
    fn found(&self, view: &View, asker: &Asker) -> Result<PlanSubject, Refusal> {
        let wanted = self.0.trim();
        if let Ok(key) = planned(wanted, view) {
            return Ok(PlanSubject::Plan(key));
        }
        if let Some(asked) = wanted.strip_prefix(ASK) {
            return Ok(PlanSubject::Ask(view.find_one(asked.trim())?.record.id));
        }
        let record = view.find_one(wanted);
        if let (Err(Refusal::Unknown { .. }), Some((whole, part))) = (&record, lettered(wanted)) {
            let record = view.find_one(whole)?.record;
            return Ok(PlanSubject::Part(record.id, part.to_owned()));
        }
        if let (Err(Refusal::Unknown { .. }), Ok(number)) = (&record, wanted.parse::<ClusterNumber>()) {
            return Ok(PlanSubject::Cluster(view.cluster(number, asker.language)?.number));
        }
        Ok(PlanSubject::Record(record?.record.id))
    }
}

/// A name and the letter of a part behind it: `140.7 (b)`.
fn lettered(name: &str) -> Option<(&str, &str)> {
    let (whole, part) = name.strip_suffix(')')?.rsplit_once('(')?;
    let is_letter = (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_lowercase());
    is_letter.then(|| (whole.trim(), part))
}
