//! What those who received a row have written into it.

use std::collections::BTreeMap;

use super::answer::{ChangedCell, Refusal, SaidInReturn};
use super::cells::reply;
use super::checked::fault;
use super::found::Found;
use super::problem::{Problem, ProblemKind};
use super::same::{is_same, is_same_in_ascii, plain};
use super::weighed::weigh;
use crate::domain::exchange::{
    Access, Audience, Dispatch, SentRow, SheetCell, SheetColumn, SheetPart, Verdict, is_clearing,
};
use crate::domain::plan::{Acceptance, AssessedSubject, PlanBook, PlanKey, PlanSubject};
use crate::plan::names_of::PlanNames;
use crate::text::plan_words::answer_of;

/// Letters from which on a text may have been cut when it was sent.
const CUT: usize = 32_000;

/// The replies to one row.
pub(super) struct Replies<'a> {
    pub(super) key: PlanKey,
    pub(super) sent: &'a SentRow,
    pub(super) book: &'a PlanBook,
    name: &'a str,
    dispatch: &'a Dispatch,
    names: &'a PlanNames<'a>,
    pub(super) changes: Vec<ChangedCell>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) comments: Vec<SaidInReturn>,
    pub(super) problems: Vec<Problem>,
    /// The cells of the recommendation as they stand now, where the row is of one that is there.
    pub(super) record: Option<&'a BTreeMap<SheetColumn, String>>,
    /// Rows too many.
    pub(super) doubled: usize,
}

impl<'a> Replies<'a> {
    pub(super) fn of(
        key: PlanKey,
        sent: &'a SentRow,
        book: &'a PlanBook,
        name: &'a str,
        dispatch: &'a Dispatch,
        names: &'a PlanNames<'a>,
    ) -> Self {
        let (changes, refusals, comments, problems) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let record = None;
        Self { key, sent, book, name, dispatch, names, changes, refusals, comments, problems, record, doubled: 0 }
    }

    /// Whether somebody has written something.
    pub(super) fn is_changed(&self) -> bool {
        let by_them = self.changes.iter().any(|cell| cell.verdict != Verdict::Ours);
        by_them || !self.comments.is_empty() || !self.problems.is_empty()
    }

    /// Reads the rows that bear the key: one; several of values where each names another period.
    pub(super) fn read(&mut self, found: &[Found<'_>]) {
        let Some(first) = found.first() else { return };
        if !self.is_there() {
            self.tell(first, None, ProblemKind::Gone { key: self.key.to_string() });
            return;
        }
        self.shown(first);
        if self.sent.part == SheetPart::Indicators {
            return self.values(found);
        }
        // Where the row itself has come back, one that is only like it is no second of it.
        let certain: Vec<&Found<'_>> = found.iter().filter(|row| !row.is_probable).collect();
        let rows = if certain.is_empty() { found.iter().collect() } else { certain };
        let says = |row: &Found<'_>| -> Vec<String> {
            self.columns(Access::Reply).map(|column| plain(&row.text(column))).collect()
        };
        if rows[1..].iter().any(|row| says(row) != says(rows[0])) {
            self.doubled = rows.len();
            rows.iter().for_each(|row| self.tell(row, None, ProblemKind::KeyTwice { key: self.key.to_string() }));
            return;
        }
        self.doubled = rows.len() - 1;
        self.row(rows[0]);
    }

    fn is_there(&self) -> bool {
        let is_of_plan = self.book.measures.contains_key(&self.key) || self.book.indicators.contains_key(&self.key);
        is_of_plan || self.record.is_some()
    }

    fn columns(&self, wanted: Access) -> impl Iterator<Item = SheetColumn> + use<> {
        self.sent.part.columns().iter().filter(move |(_, access)| *access == wanted).map(|(column, _)| *column)
    }

    pub(super) fn tell(&mut self, row: &Found<'_>, column: Option<SheetColumn>, what: ProblemKind) {
        self.problems.push(Problem { row: row.place().to_owned(), column, what });
    }

    fn row(&mut self, row: &Found<'_>) {
        let answer = self.answer(row);
        for column in self.columns(Access::Reply) {
            let Some(cell) = row.cell(column) else { continue };
            let is_as_sent = cell.formula.is_empty() && is_same(column, self.sent.cell(column), &cell.text);
            // What was wrong when it went out is ours to mend.
            if let Some(what) = fault(column, &cell).filter(|_| !is_as_sent) {
                self.tell(row, Some(column), what);
                continue;
            }
            match (column, answer) {
                (SheetColumn::Comment, _) => self.comment(row, &cell),
                (SheetColumn::Answer, None) => {}
                // Why, and who instead, go with a refusal alone.
                (SheetColumn::Reason | SheetColumn::Instead, None | Some(false)) => {}
                _ => self.cell(row, column, &cell),
            }
        }
    }

    /// Whether the body refuses; `None` where what it says does not hold together.
    fn answer(&mut self, row: &Found<'_>) -> Option<bool> {
        let (reason, proposed) = (row.text(SheetColumn::Reason), row.text(SheetColumn::Instead));
        let has_changed = |column: SheetColumn, text: &str| {
            !text.is_empty() && !is_clearing(text) && !is_same(column, self.sent.cell(column), text)
        };
        let says_why = has_changed(SheetColumn::Reason, &reason) || has_changed(SheetColumn::Instead, &proposed);
        match answer_of(&row.text(SheetColumn::Answer)) {
            Some(Acceptance::Refused)
                if is_same(SheetColumn::Answer, self.sent.cell(SheetColumn::Answer), "refused") =>
            {
                Some(true)
            }
            Some(Acceptance::Refused) if reason.is_empty() || is_clearing(&reason) => {
                self.tell(row, Some(SheetColumn::Reason), ProblemKind::NoReason);
                None
            }
            Some(Acceptance::Refused) => {
                self.refusals.push(Refusal { key: self.key, reason, proposed });
                Some(true)
            }
            _ => {
                if says_why {
                    self.tell(row, Some(SheetColumn::Answer), ProblemKind::AnswerLeftOut);
                }
                Some(false)
            }
        }
    }

    fn cell(&mut self, row: &Found<'_>, column: SheetColumn, cell: &SheetCell) {
        let (theirs, sent) = (cell.text.trim(), self.sent.cell(column));
        // A text that was cut on its way out is no other when it comes back cut.
        if sent.chars().count() > CUT {
            return;
        }
        let ours = self.ours(column);
        let Some(verdict) = weigh(column, sent, &ours, theirs) else { return };
        let reach = row.reach(cell);
        if reach > 0 && verdict != Verdict::Ours {
            self.tell(row, Some(column), ProblemKind::OverRows { rows: reach });
        }
        self.changes.push(ChangedCell {
            key: self.key,
            part: self.sent.part,
            field: column,
            period: String::new(),
            sent: sent.to_owned(),
            ours,
            theirs: theirs.to_owned(),
            verdict,
            is_doubtful: row.is_probable || reach > 0,
            row: row.place().to_owned(),
            by: cell.changed_by.clone(),
            apart: if column == SheetColumn::Agreed { self.apart(row) } else { Vec::new() },
        });
    }

    /// The columns of a row in which they have written something else, or that have changed here since.
    fn apart(&self, row: &Found<'_>) -> Vec<SheetColumn> {
        let differs = |column: &SheetColumn| {
            let (sent, theirs) = (self.sent.cell(*column), row.text(*column));
            let have_they = !theirs.is_empty() && !is_same(*column, sent, &theirs);
            have_they || !is_same(*column, sent, &self.ours(*column))
        };
        self.columns(Access::Reply).filter(|column| *column != SheetColumn::Agreed).filter(differs).collect()
    }

    /// What stands now; of what those who are consulted say, what they have said since the table went out.
    fn ours(&self, column: SheetColumn) -> String {
        if let Some(record) = self.record {
            return record.get(&column).cloned().unwrap_or_default();
        }
        if let SheetColumn::Assessment | SheetColumn::Evidence = column {
            let about = PlanSubject::Plan(self.key);
            let is_theirs = |own: &&AssessedSubject| {
                let voice = &own.assessment.voice;
                own.subject == about && voice.by == self.name && voice.on >= self.dispatch.on
            };
            let newest = self.book.assessments.iter().filter(is_theirs).max_by_key(|own| own.assessment.voice.on);
            return newest.map_or_else(String::new, |own| match column {
                SheetColumn::Evidence => own.assessment.evidence.clone(),
                _ => own.assessment.value.written().to_owned(),
            });
        }
        let body = match &self.dispatch.to {
            Audience::Entity(code) => Some(code.as_str()),
            Audience::Consultation { .. } | Audience::Review { .. } => None,
        };
        let measure = self.book.measures.get(&self.key);
        let part = self.sent.part;
        measure.map_or_else(String::new, |measure| reply(measure, part, column, body, |code| self.names.body(code)))
    }

    fn comment(&mut self, row: &Found<'_>, cell: &SheetCell) {
        let text = cell.text.trim();
        if text.is_empty() {
            return;
        }
        if row.reach(cell) > 0 && cell.is_continued {
            return;
        }
        let by = if cell.changed_by.is_empty() { self.name.to_owned() } else { cell.changed_by.clone() };
        self.comments.push(SaidInReturn { key: self.key, by, text: text.to_owned() });
    }

    /// What was changed where nothing was to be written: it is said, and changes nothing.
    fn shown(&mut self, row: &Found<'_>) {
        for column in self.columns(Access::Shown).filter(|column| *column != SheetColumn::Key) {
            let Some(cell) = row.cell(column).filter(|_| row.columns.place(column).is_some()) else { continue };
            let (text, sent) = (cell.text.trim(), self.sent.cell(column));
            let is_cut = sent.chars().count() > CUT;
            let is_kept = is_same(column, sent, text) || is_same_in_ascii(sent, text);
            if text.is_empty() || is_cut || cell.is_continued || is_kept {
                continue;
            }
            if let Some(what) = fault(SheetColumn::Comment, &cell) {
                self.tell(row, Some(column), what);
                continue;
            }
            let heading = column.heading(self.dispatch.language);
            let said = SaidInReturn { key: self.key, by: self.name.to_owned(), text: format!("{heading}: {text}") };
            self.comments.push(said);
        }
    }
}
