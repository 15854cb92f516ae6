//! Files that come back: read, laid beside what was sent and what stands, and taken over as one command each.

use std::path::Path;

use crate::domain::Asker;
use crate::domain::exchange::{Audience, Return, ReturnedCell, ReturnedFile, SheetColumn};
use crate::i18n::Words;
use crate::ingest::{SourceFile, read_returned};
use crate::plan::exchange::{ChangedCell, NewMeasure, Problem, ProblemKind, ReturnDiff, compare_return};
use crate::view::{Command, Noun, Refusal, View};
use crate::workspace::commands::plan::{TakeOver, is_known, named};
use crate::workspace::exchange::choice::{Choices, Take};
use crate::workspace::exchange::report::ReturnReport;
use crate::workspace::{Workspace, WorkspaceError, clock};

/// A file that came back, beside what stands.
pub(in crate::workspace) struct Received {
    pub(in crate::workspace) file: ReturnedFile,
    pub(in crate::workspace) name: String,
    pub(in crate::workspace) diff: ReturnDiff,
}

impl Received {
    /// Reads a file and lays it beside what was sent and what stands; `columns` is what the user says of headings.
    ///
    /// # Errors
    /// When it cannot be read, or is of no dispatch that is known.
    pub(in crate::workspace) fn of(
        path: &Path,
        columns: &[(SheetColumn, String)],
        view: &View,
        asker: &Asker,
    ) -> Result<Self, WorkspaceError> {
        let file = read_returned(&SourceFile::open(path)?)?;
        let mut diff = compare_return(&file, columns, view)?;
        let name = match &diff.to {
            Audience::Entity(code) => code.clone(),
            Audience::Consultation { name, .. } => name.clone(),
        };
        new_measures(&mut diff, view);
        let mut received = Self { file, name, diff };
        received.try_cells(view, asker);
        Ok(received)
    }

    /// Cells that would be refused where they are typed are problems too.
    fn try_cells(&mut self, view: &View, asker: &Asker) {
        let cells = std::mem::take(&mut self.diff.changes);
        for cell in cells {
            let command = TakeOver { cells: vec![cell.clone()], comments: Vec::new(), new: Vec::new(), ..self.whole() };
            match command.decide(view, asker) {
                Ok(_) => self.diff.changes.push(cell),
                Err(refusal) => self.diff.problems.push(refused(&cell, &refusal)),
            }
        }
    }

    /// All of it as a command.
    fn whole(&self) -> TakeOver {
        let back = Return {
            file: self.file.name.clone(),
            by: self.file.by.clone(),
            saved: self.file.saved.clone(),
            on: clock::today(),
            cells: Vec::new(),
        };
        TakeOver {
            dispatch: self.diff.dispatch,
            to: self.diff.to.clone(),
            name: self.name.clone(),
            hash: self.file.hash.clone(),
            back,
            cells: self.diff.changes.clone(),
            refusals: self.diff.refusals.clone(),
            comments: self.diff.comments.clone(),
            new: self.diff.new_measures.clone(),
        }
    }

    /// What is taken of it; both sides of every cell stay on file.
    fn chosen(&self, take: Take, choices: &Choices) -> TakeOver {
        let mut command = self.whole();
        let is_taken = |cell: &ChangedCell| choices.takes(cell, take);
        let kept = |cell: &ChangedCell| ReturnedCell {
            key: cell.key,
            column: cell.field,
            theirs: cell.theirs.clone(),
            ours: cell.ours.clone(),
            verdict: cell.verdict,
            is_taken: is_taken(cell),
        };
        command.back.cells = command.cells.iter().map(kept).collect();
        command.cells.retain(|cell| is_taken(cell));
        let answers = |key| command.cells.iter().any(|cell| cell.key == key && cell.field == SheetColumn::Answer);
        command.refusals.retain(|refusal| answers(refusal.key));
        if matches!(take, Take::None | Take::Ours) {
            command.comments.clear();
            command.new.clear();
        }
        command
    }

    pub(in crate::workspace) fn report(&self, words: &Words) -> ReturnReport {
        ReturnReport::of(&self.file.name, &self.name, self.diff.clone(), words)
    }
}

impl Workspace {
    /// Takes over what came back, as one command.
    ///
    /// # Errors
    /// When others have decided on the same meanwhile, or the store refuses; then nothing was written.
    pub(in crate::workspace) fn take_over(
        &self,
        received: &Received,
        take: Take,
        choices: &Choices,
        asker: &Asker,
        view: &View,
    ) -> Result<usize, WorkspaceError> {
        let command = received.chosen(take, choices);
        self.decide_seen(&command, asker, view.seen)?;
        Ok(command.cells.len())
    }
}

/// Leaves out measures that stand already, and tells of recommendations that are not known.
fn new_measures(diff: &mut ReturnDiff, view: &View) {
    let text = |new: &NewMeasure| new.cells.get(&SheetColumn::Measure).cloned().unwrap_or_default();
    diff.new_measures.retain(|new| !is_known(&text(new), view));
    let mut seen = std::collections::BTreeSet::new();
    diff.new_measures.retain(|new| seen.insert(text(new)));
    for new in &diff.new_measures {
        let cell = new.cells.get(&SheetColumn::Recommendations).map_or("", String::as_str);
        for name in named(cell).into_iter().filter(|name| view.find_one(name).is_err()) {
            let what = ProblemKind::NoRecommendation { text: name };
            let column = Some(SheetColumn::Recommendations);
            diff.problems.push(Problem { row: new.row.clone(), column, what });
        }
    }
}

fn refused(cell: &ChangedCell, refusal: &Refusal) -> Problem {
    let text = cell.theirs.clone();
    let what = match refusal {
        Refusal::Unknown { what: Noun::Body, .. } => ProblemKind::NoBody { text },
        Refusal::Unit { unit, .. } => ProblemKind::OtherUnit { text, unit: unit.clone() },
        _ => ProblemKind::NotTaken { text },
    };
    Problem { row: cell.row.clone(), column: Some(cell.field), what }
}
