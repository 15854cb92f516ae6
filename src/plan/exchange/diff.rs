//! What was sent, what stands now and what has come back, side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{NewMeasure, ReturnDiff, RowCounts, SaidInReturn};
use super::checked::fault;
use super::columns::{Columns, Known, is_heading};
use super::dispatch_of::{OfDispatch, SaidOfReturn, dispatch_of};
use super::found::{Found, gathered};
use super::frame::Frame;
use super::problem::{Problem, ProblemKind};
use super::replies::Replies;
use super::review::cells_now;
use super::rows::{RowKind, Sent, words_of};
use super::same::plain;
use crate::domain::exchange::{
    Access, Audience, Dispatch, ReturnedFile, ReturnedRow, ReturnedTable, SheetColumn, SheetPart,
};
use crate::domain::plan::{PlanBook, PlanKey, SentTables};
use crate::domain::{RecordId, padded};
use crate::plan::names_of::PlanNames;
use crate::view::{Refusal, View};

/// Letters of a comment, at most; Excel's cells hold no more.
const LONGEST_COMMENT: usize = 32_767;

/// Lays a file that came back beside what was sent; `said` is what the user says of it.
///
/// # Errors
/// When no dispatch is known that it may be of, or the register cannot be read.
pub fn compare_return(file: &ReturnedFile, said: &SaidOfReturn, view: &View) -> Result<ReturnDiff, Refusal> {
    let OfDispatch { tables, is_certain } = dispatch_of(file, said, view.plan())?;
    // What went out in the words of a language comes back in them.
    let book = view.plan_in(tables.dispatch.language);
    let names = PlanNames::of(std::iter::empty(), view, tables.dispatch.language)?;
    let name = match &tables.dispatch.to {
        Audience::Entity(code) => names.body(code.as_str()),
        Audience::Consultation { name, .. } | Audience::Review { name, .. } => name.clone(),
    };
    let mut diffing = Diffing { tables, book, said: &said.columns, places: BTreeMap::new(), name, diff: empty(tables) };
    diffing.history(file);
    if !is_certain {
        let what = ProblemKind::NoNumber { dispatch: tables.key.to_string() };
        diffing.diff.problems.push(Problem { row: file.name.clone(), column: None, what });
    }
    let mut found = Vec::new();
    for table in &file.tables {
        found.extend(diffing.table(table));
    }
    diffing.rows(gathered(found), &names, view)?;
    diffing.margin_comments(file);
    diffing.outside(file, view);
    let at = |problem: &Problem| (padded(&problem.row), problem.column);
    diffing.diff.problems.sort_by_cached_key(at);
    Ok(diffing.diff)
}

fn empty(tables: &SentTables) -> ReturnDiff {
    ReturnDiff {
        dispatch: tables.key,
        to: tables.dispatch.to.clone(),
        counts: RowCounts { sent: tables.rows.len(), ..RowCounts::default() },
        not_returned_keys: Vec::new(),
        changes: Vec::new(),
        refusals: Vec::new(),
        comments: Vec::new(),
        new_measures: Vec::new(),
        problems: Vec::new(),
    }
}

/// A comparison under way.
struct Diffing<'a> {
    tables: &'a SentTables,
    book: &'a PlanBook,
    said: &'a [(SheetColumn, String)],
    /// Rows by their places.
    places: BTreeMap<String, PlanKey>,
    /// The name of whom the tables went to.
    name: String,
    diff: ReturnDiff,
}

impl Diffing<'_> {
    /// Whether the file was taken over before, or one that was saved after it.
    fn history(&mut self, file: &ReturnedFile) {
        let mut tell = |what| self.diff.problems.push(Problem { row: file.name.clone(), column: None, what });
        if let Some(back) = self.tables.returns.get(&file.hash) {
            tell(ProblemKind::Again { on: back.on.to_string() });
        }
        let others = self.tables.returns.iter().filter(|(hash, _)| **hash != file.hash).map(|(_, back)| &back.saved);
        let moment = |text: &str| text.parse::<jiff::Timestamp>().ok();
        let newest = others.max_by_key(|saved| moment(saved));
        if let Some(other) = newest.filter(|other| moment(other) > moment(&file.saved) && moment(&file.saved).is_some())
        {
            tell(ProblemKind::Older { saved: file.saved.clone(), other: other.clone() });
        }
    }

    /// The rows of a table that are known, or likely known; others are counted and told.
    fn table<'f>(&mut self, table: &'f ReturnedTable) -> Vec<Found<'f>> {
        let known = Known { said: self.said, sent: &self.tables.rows };
        let mut problems = Vec::new();
        let Some(columns) = Columns::find(table, &known, &mut problems) else {
            let bears_number = || table.rows.iter().flat_map(|row| &row.cells).any(|cell| self.is_own(&cell.text));
            if table.rows.len() > 1 && !bears_number() {
                let what = ProblemKind::OtherTable { name: table.name.clone() };
                self.diff.problems.push(Problem { row: table.rows[0].place.clone(), column: None, what });
            }
            return Vec::new();
        };
        self.diff.problems.extend(problems);
        let keys = table.rows.iter().flat_map(|row| columns.keys.iter().map(|at| row.text(*at)));
        let sent = Sent {
            dispatch: self.tables.key,
            rows: &self.tables.rows,
            book: self.book,
            present: keys.filter_map(|text| text.parse().ok()).collect(),
            words: words_of(&self.tables.rows),
        };
        let mut found: Vec<Found<'f>> = Vec::new();
        for row in table.rows.iter().filter(|row| !row.is_blank()) {
            let kind = sent.kind(row, &columns);
            if !matches!(kind, RowKind::Known(_)) && is_heading(row, self.said) {
                continue;
            }
            if let Some(last) = found.last_mut()
                && last.goes_on_in(row, &kind, &columns)
            {
                last.rows.push(row);
                self.places.insert(row.place.clone(), last.key);
                continue;
            }
            found.extend(self.row(row, kind, &columns));
        }
        self.columns_left_out(table, &columns, &found);
        found
    }

    /// Whether a text is the number of the dispatch, or holds it.
    fn is_own(&self, text: &str) -> bool {
        text.split_whitespace().any(|word| word.parse() == Ok(self.tables.key))
    }

    fn row<'f>(&mut self, row: &'f ReturnedRow, kind: RowKind, columns: &Columns) -> Option<Found<'f>> {
        let told = |what| Problem { row: row.place.clone(), column: None, what };
        match kind {
            RowKind::Passed => None,
            RowKind::Known(key) => {
                self.places.insert(row.place.clone(), key);
                Some(Found::of(key, row, columns, false))
            }
            RowKind::Probable(key) => {
                self.places.insert(row.place.clone(), key);
                self.diff.problems.push(told(ProblemKind::ProbablyRow { key: key.to_string() }));
                Some(Found::of(key, row, columns, true))
            }
            RowKind::New => {
                self.diff.counts.new += 1;
                self.new_measure(row, columns);
                None
            }
            RowKind::Unknown(what) => {
                self.diff.counts.unknown += 1;
                self.diff.problems.push(told(what));
                None
            }
        }
    }

    /// A measure that was added: what cannot be in one of its cells is told and left out.
    fn new_measure(&mut self, row: &ReturnedRow, columns: &Columns) {
        let mut cells = BTreeMap::new();
        for field in columns.fields() {
            let Some(cell) = columns.place(field).and_then(|at| row.cells.get(at)) else { continue };
            match fault(field, cell) {
                Some(what) => self.diff.problems.push(Problem { row: row.place.clone(), column: Some(field), what }),
                None if cell.text.trim().is_empty() => {}
                None => _ = cells.insert(field, cell.text.trim().to_owned()),
            }
        }
        if cells.contains_key(&SheetColumn::Measure) {
            self.diff.new_measures.push(NewMeasure { row: row.place.clone(), cells });
        }
    }

    /// Columns in which somebody could have written and that are not in the table any more.
    fn columns_left_out(&mut self, table: &ReturnedTable, columns: &Columns, found: &[Found<'_>]) {
        let parts: BTreeSet<SheetPart> =
            found.iter().filter_map(|own| self.tables.rows.get(&own.key)).map(|sent| sent.part).collect();
        let replies = parts.iter().flat_map(|part| part.columns()).filter(|(_, access)| *access == Access::Reply);
        let missing: BTreeSet<SheetColumn> =
            replies.map(|(column, _)| *column).filter(|column| columns.place(*column).is_none()).collect();
        let row = table.rows.first().map_or_else(|| table.name.clone(), |row| row.place.clone());
        let told = |column| Problem { row: row.clone(), column: Some(column), what: ProblemKind::NoColumn };
        self.diff.problems.extend(missing.into_iter().map(told));
    }

    /// Weighs every row that was sent.
    fn rows(
        &mut self,
        found: BTreeMap<PlanKey, Vec<Found<'_>>>,
        names: &PlanNames<'_>,
        view: &View,
    ) -> Result<(), Refusal> {
        let now = self.records_now(&found, view)?;
        for (key, sent) in &self.tables.rows {
            let Some(own) = found.get(key) else {
                self.diff.counts.not_returned += 1;
                self.diff.not_returned_keys.push(*key);
                continue;
            };
            let mut replies = Replies::of(*key, sent, self.book, &self.name, &self.tables.dispatch, names);
            replies.record = now.get(key);
            replies.read(own);
            let counts = &mut self.diff.counts;
            let certain = own.iter().filter(|row| !row.is_probable).count();
            counts.probable += own.len() - certain;
            counts.known += certain.saturating_sub(replies.doubled);
            counts.doubled += replies.doubled;
            if !replies.refusals.is_empty() {
                counts.refused += 1;
            } else if replies.is_changed() {
                counts.changed += 1;
            } else {
                counts.unchanged += 1;
            }
            self.diff.changes.extend(replies.changes);
            self.diff.refusals.extend(replies.refusals);
            self.diff.comments.extend(replies.comments);
            self.diff.problems.extend(replies.problems);
        }
        let counts = &mut self.diff.counts;
        counts.returned = counts.known + counts.probable + counts.new + counts.unknown + counts.doubled;
        Ok(())
    }

    /// The cells of the recommendations that have come back, as they stand now; without those that are gone.
    fn records_now(
        &self,
        found: &BTreeMap<PlanKey, Vec<Found<'_>>>,
        view: &View,
    ) -> Result<BTreeMap<PlanKey, BTreeMap<SheetColumn, String>>, Refusal> {
        let of_records = self.tables.rows.iter().filter(|(key, _)| found.contains_key(*key));
        let of_records: BTreeMap<RecordId, PlanKey> =
            of_records.filter_map(|(key, sent)| Some((sent.record?, *key))).collect();
        cells_now(&of_records, view, self.tables.dispatch.language)
    }

    /// What stands in the file and in none of its tables, but for what went out there.
    fn outside(&mut self, file: &ReturnedFile, view: &View) {
        let Dispatch { on, language, plan, name, .. } = &self.tables.dispatch;
        let plan = if plan.is_empty() { &view.registers.name } else { plan };
        let to = if name.is_empty() { &self.name } else { name };
        let frame = Frame { number: self.tables.key, plan, to, on: *on, language: *language };
        let sent: BTreeSet<String> = frame.lines().iter().map(|line| plain(line)).collect();
        let is_ours = |text: &str| text.trim().is_empty() || sent.contains(&plain(text));
        let outside = file.outside.iter().filter(|own| !is_ours(&own.text)).map(|own| Problem {
            row: own.place.clone(),
            column: None,
            what: ProblemKind::OutsideText { text: own.text.chars().take(LONGEST_COMMENT).collect() },
        });
        let whole = |what| Problem { row: file.name.clone(), column: None, what };
        let (pictures, boxed) = (file.pictures, file.boxed_tables);
        let pictures = (pictures > 0).then(|| whole(ProblemKind::Pictures { count: pictures }));
        let boxed = (boxed > 0).then(|| whole(ProblemKind::BoxedTables { count: boxed }));
        let problems: Vec<Problem> = outside.chain(pictures).chain(boxed).collect();
        self.diff.problems.extend(problems);
    }

    /// Comments that were set with the means of the program.
    fn margin_comments(&mut self, file: &ReturnedFile) {
        for comment in &file.comments {
            let by = if comment.by.is_empty() { self.name.clone() } else { comment.by.clone() };
            match self.places.get(&comment.place) {
                Some(_) if comment.text.chars().count() > LONGEST_COMMENT => {
                    let what = ProblemKind::TooLong { letters: comment.text.chars().count() };
                    self.diff.problems.push(Problem { row: comment.place.clone(), column: None, what });
                }
                Some(key) => self.diff.comments.push(SaidInReturn { key: *key, by, text: comment.text.clone() }),
                None => {
                    let what = ProblemKind::LooseComment { by, text: comment.text.clone() };
                    self.diff.problems.push(Problem { row: comment.place.clone(), column: None, what });
                }
            }
        }
    }
}
