//! Files that come back: read, laid beside what was sent and what stands, and taken over as one command each.

use std::path::Path;

use jiff::civil::Date;

use crate::domain::exchange::{Return, ReturnedCell, ReturnedFile, SheetColumn, Verdict};
use crate::domain::plan::PlanKey;
use crate::domain::vocabulary::fold;
use crate::domain::{Asker, padded};
use crate::i18n::Words;
use crate::ingest::{SourceFile, read_returned};
use crate::plan::exchange::{ChangedCell, NewMeasure, Problem, ProblemKind, ReturnDiff, SaidOfReturn, compare_return};
use crate::view::{Command, Noun, Refusal, View};
use crate::workspace::commands::plan::{TakeOver, is_known, named};
use crate::workspace::exchange::choice::{Choices, Take};
use crate::workspace::exchange::report::ReturnReport;
use crate::workspace::{Workspace, WorkspaceError};

/// A file that came back, beside what stands.
pub(in crate::workspace) struct Received {
    pub(in crate::workspace) file: ReturnedFile,
    pub(in crate::workspace) name: String,
    pub(in crate::workspace) diff: ReturnDiff,
    /// The day that it came back.
    on: Date,
}

impl Received {
    /// Reads a file and lays it beside what was sent and what stands; `said` is what the user says of it.
    ///
    /// # Errors
    /// When it cannot be read, or is of no dispatch that is known.
    pub(in crate::workspace) fn of(
        path: &Path,
        said: &SaidOfReturn,
        on: Date,
        view: &View,
        asker: &Asker,
    ) -> Result<Self, WorkspaceError> {
        let file = read_returned(&SourceFile::open(path)?)?;
        let mut diff = compare_return(&file, said, view)?;
        let name = diff.to.name().to_owned();
        new_measures(&mut diff, view);
        let mut received = Self { file, name, diff, on };
        received.try_cells(view, asker);
        Ok(received)
    }

    /// Cells and measures that would be refused where they are typed are problems too.
    fn try_cells(&mut self, view: &View, asker: &Asker) {
        let bare = self.bare();
        for mut cell in std::mem::take(&mut self.diff.changes) {
            if is_same_body(&cell, view) {
                cell.verdict = Verdict::Equal;
            }
            let refusals = self.diff.refusals.iter().filter(|refusal| refusal.key == cell.key).cloned().collect();
            let command = TakeOver { cells: vec![cell.clone()], refusals, ..bare.clone() };
            match command.decide(view, asker) {
                Ok(_) => self.diff.changes.push(cell),
                Err(refusal) => self.diff.problems.push(refused(&cell, &refusal)),
            }
        }
        for new in std::mem::take(&mut self.diff.new_measures) {
            let command = TakeOver { new: vec![new.clone()], ..bare.clone() };
            match command.decide(view, asker) {
                Ok(_) => self.diff.new_measures.push(new),
                Err(_) => {
                    let text = new.cells.get(&SheetColumn::Measure).cloned().unwrap_or_default();
                    let what = ProblemKind::NotTaken { text };
                    self.diff.problems.push(Problem { row: new.row.clone(), column: None, what });
                }
            }
        }
        self.diff.problems.sort_by_cached_key(|problem| (padded(&problem.row), problem.column));
    }

    /// Nothing of it as a command.
    fn bare(&self) -> TakeOver {
        let back = Return {
            file: self.file.name.clone(),
            by: self.file.by.clone(),
            saved: self.file.saved.clone(),
            on: self.on,
            cells: Vec::new(),
            said: Vec::new(),
        };
        TakeOver {
            dispatch: self.diff.dispatch,
            to: self.diff.to.clone(),
            name: self.name.clone(),
            hash: self.file.hash.clone(),
            back,
            cells: Vec::new(),
            refusals: Vec::new(),
            comments: Vec::new(),
            new: Vec::new(),
        }
    }

    /// All of it as a command.
    fn whole(&self) -> TakeOver {
        TakeOver {
            cells: self.diff.changes.clone(),
            refusals: self.diff.refusals.clone(),
            comments: self.diff.comments.clone(),
            new: self.diff.new_measures.clone(),
            ..self.bare()
        }
    }

    /// What is taken of it; both sides of every cell stay on file.
    fn chosen(&self, take: Take, choices: &Choices) -> TakeOver {
        let mut command = self.whole();
        let is_taken = |cell: &ChangedCell| choices.takes(cell, take);
        // Why, and who instead, go with the answer that they belong to.
        let answers: Vec<PlanKey> = command
            .cells
            .iter()
            .filter(|cell| cell.field == SheetColumn::Answer && choices.takes(cell, take))
            .map(|cell| cell.key)
            .collect();
        let of_answer = |cell: &ChangedCell| {
            let is_part = matches!(cell.field, SheetColumn::Reason | SheetColumn::Instead);
            let refuses = self.diff.refusals.iter().any(|refusal| refusal.key == cell.key);
            !is_part || !refuses || answers.contains(&cell.key)
        };
        let is_taken = |cell: &ChangedCell| is_taken(cell) && of_answer(cell);
        let kept = |cell: &ChangedCell| ReturnedCell {
            key: cell.key,
            column: cell.field,
            period: cell.period.clone(),
            by: cell.by.clone(),
            theirs: cell.theirs.clone(),
            ours: cell.ours.clone(),
            verdict: cell.verdict,
            is_taken: is_taken(cell),
        };
        command.back.cells = command.cells.iter().map(kept).collect();
        command.back.said = self.said();
        command.cells.retain(|cell| is_taken(cell));
        command.refusals.retain(|refusal| answers.contains(&refusal.key));
        if matches!(take, Take::None | Take::Ours) {
            command.comments.clear();
            command.new.clear();
        }
        command
    }

    /// Comments and new measures, one a line.
    fn said(&self) -> Vec<String> {
        let comments = self.diff.comments.iter().map(|own| format!("{} {}: {}", own.key, own.by, own.text));
        let text = |new: &NewMeasure| new.cells.get(&SheetColumn::Measure).cloned().unwrap_or_default();
        let new = self.diff.new_measures.iter().map(|own| format!("{}: {}", own.row, text(own)));
        comments.chain(new).collect()
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
    ) -> Result<Taken, WorkspaceError> {
        let command = received.chosen(take, choices);
        choices.check(&received.diff.changes)?;
        let known = view.plan().dispatches.get(&received.diff.dispatch);
        let is_again = known.is_some_and(|tables| tables.returns.contains_key(&received.file.hash));
        let taken = Taken { cells: command.cells.len(), comments: command.comments.len(), new: command.new.len() };
        // The same file again changes nothing, not even what is on file of it.
        if is_again && command.cells.is_empty() && command.new.is_empty() {
            return Ok(Taken::default());
        }
        self.decide_seen(&command, asker, view.seen)?;
        Ok(taken)
    }
}

/// How much of a file was taken over.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::workspace) struct Taken {
    pub(in crate::workspace) cells: usize,
    pub(in crate::workspace) comments: usize,
    pub(in crate::workspace) new: usize,
}

/// Whether two names of a body name the same one.
fn is_same_body(cell: &ChangedCell, view: &View) -> bool {
    let code = |name: &str| view.body_code(name.trim()).ok();
    cell.field == SheetColumn::Instead && code(&cell.ours).is_some() && code(&cell.ours) == code(&cell.theirs)
}

/// Leaves out measures that stand already, and tells of recommendations that are not known.
fn new_measures(diff: &mut ReturnDiff, view: &View) {
    let text = |new: &NewMeasure| new.cells.get(&SheetColumn::Measure).cloned().unwrap_or_default();
    let mut seen = std::collections::BTreeSet::new();
    let (new, standing): (Vec<NewMeasure>, Vec<NewMeasure>) = std::mem::take(&mut diff.new_measures)
        .into_iter()
        .partition(|new| !is_known(&text(new), view) && seen.insert(fold(&text(new))));
    diff.new_measures = new;
    diff.problems.extend(standing.iter().map(|new| Problem {
        row: new.row.clone(),
        column: Some(SheetColumn::Measure),
        what: ProblemKind::MeasureStands { text: text(new) },
    }));
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
        Refusal::Unknown { .. } if matches!(cell.field, SheetColumn::LeadBody | SheetColumn::SupportBodies) => {
            ProblemKind::NoBody { text }
        }
        Refusal::Unit { unit, .. } => ProblemKind::OtherUnit { text, unit: unit.clone() },
        _ => ProblemKind::NotTaken { text },
    };
    Problem { row: cell.row.clone(), column: Some(cell.field), what }
}
