//! What those who received a row have written into it.

use super::answer::{ChangedCell, Refusal, SaidInReturn};
use super::cells::{observed_text, reply};
use super::checked::{fault, is_of_unit, period_of};
use super::found::Found;
use super::problem::{Problem, ProblemKind};
use super::same::{is_same, plain};
use super::weighed::weigh;
use crate::domain::exchange::{
    Access, Audience, Dispatch, SentRow, SheetCell, SheetColumn, SheetPart, Verdict, is_clearing,
};
use crate::domain::plan::{Acceptance, PlanBook, PlanKey, PlanSubject};
use crate::plan::names_of::PlanNames;
use crate::text::plan_words::answer_of;

/// Letters from which on a text may have been cut when it was sent.
const CUT: usize = 32_000;

/// What is told of a cell that holds nothing.
const BLANK: &str = "blank";

/// Letters from which on a text is told by those in ASCII.
const SHORTEST_IN_ASCII: usize = 20;

/// The replies to one row.
pub(super) struct Replies<'a> {
    key: PlanKey,
    sent: &'a SentRow,
    book: &'a PlanBook,
    name: &'a str,
    dispatch: &'a Dispatch,
    names: &'a PlanNames<'a>,
    pub(super) changes: Vec<ChangedCell>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) comments: Vec<SaidInReturn>,
    pub(super) problems: Vec<Problem>,
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
        Self { key, sent, book, name, dispatch, names, changes, refusals, comments, problems, doubled: 0 }
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
        if self.sent.part == SheetPart::Indicators {
            return found.iter().for_each(|row| self.values(row));
        }
        let says = |row: &Found<'_>| -> Vec<String> {
            self.columns(Access::Reply).map(|column| plain(&row.text(column))).collect()
        };
        if found.len() > 1 && found[1..].iter().any(|row| says(row) != says(first)) {
            self.doubled = found.len();
            found.iter().for_each(|row| self.tell(row, None, ProblemKind::KeyTwice { key: self.key.to_string() }));
            return;
        }
        self.doubled = found.len() - 1;
        self.row(first);
    }

    fn is_there(&self) -> bool {
        self.book.measures.contains_key(&self.key) || self.book.indicators.contains_key(&self.key)
    }

    fn columns(&self, wanted: Access) -> impl Iterator<Item = SheetColumn> + use<> {
        self.sent.part.columns().iter().filter(move |(_, access)| *access == wanted).map(|(column, _)| *column)
    }

    fn tell(&mut self, row: &Found<'_>, column: Option<SheetColumn>, what: ProblemKind) {
        self.problems.push(Problem { row: row.place().to_owned(), column, what });
    }

    fn row(&mut self, row: &Found<'_>) {
        self.shown(row);
        let is_refused = self.answer(row);
        for column in self.columns(Access::Reply) {
            let Some(cell) = row.cell(column) else { continue };
            if let Some(what) = fault(column, &cell) {
                self.tell(row, Some(column), what);
                continue;
            }
            match column {
                SheetColumn::Comment => self.comment(&cell),
                SheetColumn::Answer | SheetColumn::Reason | SheetColumn::Instead if is_refused.is_none() => {}
                _ => self.cell(row, column, &cell),
            }
        }
    }

    /// The answer of the body: whether it refuses; `None` where what it says does not hold together.
    fn answer(&mut self, row: &Found<'_>) -> Option<bool> {
        let (reason, proposed) = (row.text(SheetColumn::Reason), row.text(SheetColumn::Instead));
        let answer = answer_of(&row.text(SheetColumn::Answer));
        let was = |column: SheetColumn, text: &str| is_same(column, self.sent.cell(column), text);
        match answer {
            Some(Acceptance::Refused) if was(SheetColumn::Answer, "refused") => Some(true),
            Some(Acceptance::Refused) if reason.is_empty() => {
                self.tell(row, Some(SheetColumn::Reason), ProblemKind::NoReason);
                None
            }
            Some(Acceptance::Refused) => {
                self.refusals.push(Refusal { key: self.key, reason, proposed });
                Some(true)
            }
            None if !was(SheetColumn::Reason, &reason) || !was(SheetColumn::Instead, &proposed) => {
                self.tell(row, Some(SheetColumn::Answer), ProblemKind::AnswerLeftOut);
                None
            }
            _ => Some(false),
        }
    }

    fn cell(&mut self, row: &Found<'_>, column: SheetColumn, cell: &SheetCell) {
        let (theirs, sent) = (cell.text.trim(), self.sent.cell(column));
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
        });
    }

    /// What stands now.
    fn ours(&self, column: SheetColumn) -> String {
        if let SheetColumn::Assessment | SheetColumn::Evidence = column {
            let about = PlanSubject::Plan(self.key);
            let own =
                self.book.assessments.iter().find(|own| own.subject == about && own.assessment.voice.by == self.name);
            return own.map_or_else(String::new, |own| match column {
                SheetColumn::Evidence => own.assessment.evidence.clone(),
                _ => own.assessment.value.written().to_owned(),
            });
        }
        let body = match &self.dispatch.to {
            Audience::Entity(code) => Some(code.as_str()),
            Audience::Consultation { .. } => None,
        };
        let measure = self.book.measures.get(&self.key);
        measure.map_or_else(String::new, |measure| reply(measure, column, body, |code| self.names.body(code)))
    }

    fn comment(&mut self, cell: &SheetCell) {
        let text = cell.text.trim();
        if text.is_empty() || is_clearing(text) {
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
            if !text.is_empty() && !is_cut && !cell.is_continued && !is_kept {
                let heading = column.heading(self.dispatch.language);
                let said = SaidInReturn { key: self.key, by: self.name.to_owned(), text: format!("{heading}: {text}") };
                self.comments.push(said);
            }
        }
    }

    /// The value of an indicator in a period.
    fn values(&mut self, row: &Found<'_>) {
        let texts = [SheetColumn::Period, SheetColumn::Value, SheetColumn::Missing].map(|column| row.text(column));
        let [period, value, missing] = &texts;
        for column in [SheetColumn::Value, SheetColumn::Missing] {
            if let Some(what) = row.cell(column).as_ref().and_then(|cell| fault(column, cell)) {
                return self.tell(row, Some(column), what);
            }
        }
        if value.is_empty() && missing.is_empty() {
            if !period.is_empty() {
                self.tell(row, Some(SheetColumn::Value), ProblemKind::NoValue);
            }
            return;
        }
        let Some(of) = period_of(period) else {
            return self.tell(
                row,
                Some(SheetColumn::Period),
                ProblemKind::NoPeriod { text: if period.is_empty() { BLANK.to_owned() } else { period.clone() } },
            );
        };
        let Some(indicator) = self.book.indicators.get(&self.key) else { return };
        if !value.is_empty() && !is_of_unit(value, &indicator.unit) {
            let what = ProblemKind::OtherUnit { text: value.clone(), unit: indicator.unit.clone() };
            return self.tell(row, Some(SheetColumn::Value), what);
        }
        let ours = indicator.observed.get(&of).map_or_else(String::new, observed_text);
        let (field, theirs) =
            if value.is_empty() { (SheetColumn::Missing, missing) } else { (SheetColumn::Value, value) };
        let stands = is_of_same_value(&ours, theirs, &indicator.unit, field);
        let verdict = match (ours.is_empty(), stands) {
            (true, _) => Verdict::Theirs,
            (false, true) => Verdict::Equal,
            (false, false) => Verdict::Conflict,
        };
        self.changes.push(ChangedCell {
            key: self.key,
            part: SheetPart::Indicators,
            field,
            period: of.to_string(),
            sent: String::new(),
            ours,
            theirs: theirs.clone(),
            verdict,
            is_doubtful: row.is_probable,
            row: row.place().to_owned(),
            by: row.cell(field).map_or_else(String::new, |cell| cell.changed_by),
        });
    }
}

/// Whether two texts differ in nothing but letters beyond ASCII, which a program that writes CSV may have spoilt.
fn is_same_in_ascii(one: &str, other: &str) -> bool {
    let ascii = |text: &str| -> String { plain(text).chars().filter(char::is_ascii_alphanumeric).collect() };
    let (one, other) = (ascii(one), ascii(other));
    one.len() >= SHORTEST_IN_ASCII && one == other
}

/// Whether a value or a reason is the one that stands.
fn is_of_same_value(ours: &str, theirs: &str, unit: &str, field: SheetColumn) -> bool {
    let value = |text: &str| crate::text::quantities::quantity(text, unit).ok();
    match field {
        SheetColumn::Missing => ours == format!("– ({theirs})"),
        _ => value(theirs).is_some_and(|own| own.to_string() == ours),
    }
}
