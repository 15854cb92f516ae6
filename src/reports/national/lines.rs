//! A measure in the words of a report: what is done, by whom, by when, how far it is, and what was measured.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::text::{ReportBlock, ReportPiece, said};
use crate::domain::plan::{Answering, Assessment, Indicator, Measure, Observation, PlanBook, PlanSubject, VoiceKind};
use crate::domain::{Language, RecordId, SettledRecord};
use crate::plan::PlanNames;
use crate::view::View;

/// What the lines of measures are made of.
pub(super) struct Lines<'v> {
    pub(super) book: &'v PlanBook,
    pub(super) names: PlanNames<'v>,
    pub(super) language: Language,
}

/// What is said to one recommendation in a matrix: lines of text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ReplyText {
    /// The texts of the recommendation, in each language that it is known in.
    pub texts: Vec<String>,
    /// The lines.
    pub lines: Vec<Vec<ReportPiece>>,
}

/// Replies by the number of the recommendation in its document.
pub type RepliesByNumber = BTreeMap<String, Vec<ReplyText>>;

impl<'v> Lines<'v> {
    /// The lines of some measures.
    ///
    /// # Errors
    /// When the register or records cannot be read.
    pub(super) fn of(view: &'v View, language: Language) -> Result<Self, crate::view::Refusal> {
        let book = view.plan_in(language);
        let names = PlanNames::of(std::iter::empty(), view, language)?;
        Ok(Self { book, names, language })
    }

    /// A measure as a paragraph with what hangs on it; what is missing is a gap.
    pub(super) fn blocks(&self, measure: &Measure) -> Vec<ReportBlock> {
        let mut blocks = vec![ReportBlock::Paragraph(self.sentence(measure))];
        for step in self.book.milestones_of(measure.key) {
            let until = step.until.as_ref().map_or_else(String::new, |until| format!(" ({})", until.words));
            blocks.push(ReportBlock::Item(vec![ReportPiece::text(format!("{}{until}", step.text))]));
        }
        for indicator in self.book.indicators_of(measure.key) {
            blocks.push(ReportBlock::Item(self.indicator(indicator)));
        }
        if !measure.obstacles.is_empty() {
            let obstacles = ReportPiece::with("obstacles", &[("text", measure.obstacles.clone().into())]);
            blocks.push(ReportBlock::Item(vec![obstacles]));
        }
        if let Some(help) = &measure.assistance {
            let help = ReportPiece::with("assistance", &[("text", help.words.clone().into())]);
            blocks.push(ReportBlock::Item(vec![help]));
        }
        blocks.extend(self.gaps(measure));
        blocks
    }

    /// "Open shelters. Lead: Ministry. Until: 2027. State: in progress."
    pub(super) fn sentence(&self, measure: &Measure) -> Vec<ReportPiece> {
        let mut pieces = vec![ReportPiece::text(ended(&measure.text))];
        let lead = self.names.bodies(&measure.lead).join(", ");
        if !lead.is_empty() {
            pieces.push(ReportPiece::with("lead", &[("names", lead.into())]));
        }
        let time = [measure.from.as_ref(), measure.until.as_ref()].map(|date| date.map_or("", |date| &date.words));
        match time {
            ["", ""] => {}
            ["", until] => pieces.push(ReportPiece::with("until", &[("date", until.into())])),
            [from, ""] => pieces.push(ReportPiece::with("from", &[("date", from.into())])),
            [from, until] => {
                pieces.push(ReportPiece::with("time", &[("from", from.into()), ("until", until.into())]));
            }
        }
        pieces.extend(status(measure));
        pieces
    }

    /// "Judges trained: 30% (2026-H1); target 100% (2028)".
    fn indicator(&self, own: &Indicator) -> Vec<ReportPiece> {
        let mut pieces = vec![ReportPiece::with("indicator", &[("name", own.name.clone().into())])];
        let valued = |code: &str, dated: &crate::domain::plan::DatedQuantity| {
            let date = dated.date.as_ref().map_or_else(String::new, |date| format!(" ({})", date.words));
            ReportPiece::with(code, &[("value", format!("{}{date}", dated.value).into())])
        };
        pieces.extend(own.baseline.as_ref().map(|dated| valued("baseline", dated)));
        pieces.extend(own.target.as_ref().map(|dated| valued("target", dated)));
        for (period, observed) in &own.observed {
            let value = match observed {
                Observation::Value { value, split } => {
                    let groups: Vec<String> = split.iter().map(|(group, value)| format!("{group} {value}")).collect();
                    let groups = if groups.is_empty() { String::new() } else { format!(" ({})", groups.join(", ")) };
                    format!("{value}{groups}")
                }
                Observation::Missing { reason } => format!("– ({reason})"),
            };
            let values = [("period", period.to_string().into()), ("value", value.into())];
            pieces.push(ReportPiece::with("value", &values));
        }
        pieces
    }

    fn gaps(&self, measure: &Measure) -> Vec<ReportBlock> {
        let missing = [
            (measure.lead.is_empty(), "gap-lead"),
            (measure.until.is_none(), "gap-date"),
            (measure.status.is_none(), "gap-status"),
            (self.book.indicators_of(measure.key).is_empty() && measure.no_indicator.is_none(), "gap-indicator"),
        ];
        let gap = |code: &str| ReportBlock::Gap(ReportPiece::said(code));
        missing.into_iter().filter(|(is_missing, _)| *is_missing).map(|(_, code)| gap(code)).collect()
    }

    /// Measures that answer a record, in the order of their numbers.
    pub(super) fn answering(&self, id: RecordId) -> Vec<&'v Measure> {
        let answers = |own: &&Measure| own.answers.get(&id).is_some_and(|role| *role != Answering::Context);
        let mut found: Vec<&Measure> = self.book.measures.values().filter(answers).collect();
        found.sort_by_cached_key(|measure| measure.place());
        found
    }

    /// What was said of how far a record, or a lettered part of it, has come: the newest of each voice.
    pub(super) fn assessed(&self, id: RecordId, part: Option<&str>) -> Vec<&'v Assessment> {
        let subject = match part {
            Some(part) => PlanSubject::Part(id, part.to_owned()),
            None => PlanSubject::Record(id),
        };
        let mut newest: BTreeMap<(VoiceKind, &str), &Assessment> = BTreeMap::new();
        for own in self.book.assessments.iter().filter(|own| own.subject == subject) {
            let of =
                newest.entry((own.assessment.voice.kind, own.assessment.voice.by.as_str())).or_insert(&own.assessment);
            if own.assessment.voice.on >= of.voice.on {
                *of = &own.assessment;
            }
        }
        newest.into_values().collect()
    }

    /// What the State says to a record in its matrix: how far it is, then the measures.
    pub(super) fn reply(&self, id: RecordId) -> ReplyText {
        let own = self.assessed(id, None).into_iter().filter(|own| own.voice.kind == VoiceKind::State);
        let mut lines: Vec<Vec<ReportPiece>> = own.map(assessed).collect();
        lines.extend(self.answering(id).into_iter().map(|measure| self.sentence(measure)));
        ReplyText { texts: Vec::new(), lines }
    }

    /// The text of a record with its reference.
    pub(super) fn quoted(&self, settled: &SettledRecord) -> Vec<ReportPiece> {
        vec![ReportPiece::text(format!("{}: {}", settled.reference, settled.record.clean_text(self.language)))]
    }
}

/// "Partly implemented (Human Rights Institute, 2026-11-30): visits in May".
pub(super) fn assessed(own: &Assessment) -> Vec<ReportPiece> {
    let evidence = if own.evidence.is_empty() { String::new() } else { format!(": {}", own.evidence) };
    let values = [
        ("scale", own.value.scale().into()),
        ("value", own.value.written().into()),
        ("by", own.voice.by.clone().into()),
        ("date", own.voice.on.to_string().into()),
        ("evidence", evidence.into()),
    ];
    vec![ReportPiece::with("assessed", &values)]
}

fn status(measure: &Measure) -> Option<ReportPiece> {
    let said = measure.status.as_ref()?;
    Some(match said.status {
        Some(status) => ReportPiece::with("status", &[("status", status.code().into())]),
        None => ReportPiece::with("status-words", &[("words", said.words.clone().into())]),
    })
}

/// A text with a full stop where it has no end of its own.
fn ended(text: &str) -> String {
    let is_ended = text.trim_end().ends_with(['.', '!', '?', '。', '؟', ':']);
    if is_ended { text.trim().to_owned() } else { format!("{}.", text.trim()) }
}

/// Recommendations that no measure answers, as left out.
pub(super) fn unanswered<'r>(
    records: impl Iterator<Item = &'r SettledRecord>,
    answered: &BTreeSet<RecordId>,
    language: Language,
) -> Vec<super::text::LeftOut> {
    let left = records.filter(|settled| !answered.contains(&settled.record.id));
    left.map(|settled| super::text::LeftOut {
        reference: settled.reference.clone(),
        text: settled.record.clean_text(language).to_owned(),
        why: said("no-measure", &[]),
    })
    .collect()
}
