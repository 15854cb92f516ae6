//! Tables go out: what was sent to whom stays on file, cell by cell.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::minting::{key_of, made, minted};
use crate::domain::exchange::{Audience, Dispatch, SheetPart};
use crate::domain::plan::{Acceptance, Measure, PlanFact, PlanKey, PlanKind, Responsibility};
use crate::domain::{Asker, Coded, Decision, Language, Outcome};
use crate::plan::exchange::{Outgoing, OutgoingSheets};
use crate::view::{Command, Question, Refusal, View};
use crate::workspace::commands::told;

/// Note that tables go out to somebody. Bodies whose task was only proposed are asked from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendTables {
    /// To whom.
    pub to: Audience,
    /// The day.
    pub on: Date,
    /// The language of the tables.
    pub language: Language,
    /// The name of the file.
    pub file: String,
}

impl SendTables {
    /// The number that the dispatch has, which stands in the file.
    pub(in crate::workspace) fn number(&self, view: &View) -> PlanKey {
        minted(view, PlanKind::Dispatch, &format!("{}{:?}", self.file, self.to))
    }

    /// What goes out.
    ///
    /// # Errors
    /// When there is nothing, or nobody of that name.
    pub(in crate::workspace) fn tables(&self, view: &View, asker: &Asker) -> Result<Outgoing, Refusal> {
        let asker = Asker { language: self.language, ..asker.clone() };
        let outgoing = OutgoingSheets { to: self.to.clone() }.answer(view, &asker)?;
        if outgoing.sheets.is_empty() {
            return Err(Refusal::NothingToSend { to: outgoing.name, held_back: outgoing.held_back });
        }
        Ok(outgoing)
    }
}

impl Command for SendTables {
    fn decide(&self, view: &View, asker: &Asker) -> Result<Vec<Outcome>, Refusal> {
        let outgoing = self.tables(view, asker)?;
        let dispatch = Dispatch {
            to: self.to.clone(),
            on: self.on,
            language: self.language,
            edition: Dispatch::EDITION,
            file: self.file.clone(),
            plan: view.registers.name.clone(),
            name: outgoing.name.clone(),
        };
        let rows = outgoing.sheets.iter().flat_map(|sheet| &sheet.rows);
        let rows = rows.map(|(key, row)| PlanFact::Row(*key, row.clone()));
        let facts = std::iter::once(PlanFact::Sent(dispatch)).chain(rows);
        let mut decided = made(self.number(view), PlanKind::Dispatch, facts);
        if let Audience::Entity(body) = &self.to {
            let measures = outgoing.sheets.iter().filter(|sheet| sheet.part != SheetPart::Indicators);
            let measures = measures.flat_map(|sheet| &sheet.rows).filter_map(|(key, _)| view.plan().measures.get(key));
            decided.extend(measures.flat_map(|measure| asked(measure, body)));
        }
        Ok(decided)
    }

    fn told(&self, _: &View, outcomes: &[Outcome]) -> Coded {
        let is_row = |outcome: &&Outcome| matches!(outcome.decision(), Some(Decision::Plan(_, PlanFact::Row(..))));
        let rows = outcomes.iter().filter(is_row).count();
        let values = [("key", key_of(outcomes).into()), ("file", self.file.clone().into()), ("rows", rows.into())];
        told("done-sent", values)
    }
}

/// The tasks of a body in a measure that were only proposed are sent now.
fn asked(measure: &Measure, body: &str) -> Vec<Outcome> {
    let sent = |task: &Responsibility| {
        (task.acceptance == Acceptance::Proposed)
            .then(|| Responsibility { acceptance: Acceptance::Sent, ..task.clone() })
    };
    let lead = measure.lead.get(body).and_then(sent).map(|task| PlanFact::Lead(body.to_owned(), task));
    let support = measure.support.get(body).and_then(sent).map(|task| PlanFact::Support(body.to_owned(), task));
    lead.into_iter().chain(support).map(|fact| Outcome::Set(Decision::Plan(measure.key, fact))).collect()
}
