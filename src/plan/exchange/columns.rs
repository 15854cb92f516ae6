//! What the columns of a table that came back hold, wherever they stand now: by the codes that were sent with them, else
//! by marks in their headings, else by headings in six languages, else by what stands in them. Never by their place.

use std::collections::{BTreeMap, BTreeSet};

use super::problem::{Problem, ProblemKind};
use super::same::is_same;
use crate::domain::exchange::{ReturnedRow, ReturnedTable, SentRow, SheetColumn, column_of_code, column_of_heading};
use crate::domain::plan::PlanKey;
use crate::domain::vocabulary::fold;
use crate::text::plan_words::{answer_of, status_of};

/// Headings stand among the first rows; a title may stand above.
const HEADER_ROWS: usize = 30;
/// Known headings from which on a row is one of headings.
const HEADS: usize = 2;
/// Share of the rows of a column that hold what was sent in a field where the column is of that field.
const PROFILE: f64 = 0.5;
/// How much better that share is than for any other field.
const MARGIN: f64 = 0.2;
/// What stands before the code of a column in the name of an anchor.
const ANCHOR: &str = "_wc_";

/// What a user says of headings, and rows that were sent.
pub(super) struct Known<'a> {
    pub(super) said: &'a [(SheetColumn, String)],
    pub(super) sent: &'a BTreeMap<PlanKey, SentRow>,
}

/// Where each field stands.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns {
    /// Columns that hold keys, the one that is seen first.
    pub(super) keys: Vec<usize>,
    of: BTreeMap<SheetColumn, usize>,
}

impl Columns {
    /// Finds the columns of a table; `None` where it holds neither headings nor keys that were sent. What is not
    /// understood goes to `problems`.
    pub(super) fn find(table: &ReturnedTable, known: &Known<'_>, problems: &mut Vec<Problem>) -> Option<Self> {
        let mut columns = Self::default();
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        let width = table.rows.iter().map(|row| row.cells.len()).max()?;
        for meaning in [coded, anchored] {
            for row in table.rows.iter().take(HEADER_ROWS) {
                (0..width).for_each(|at| columns.take(meaning(row, at), at, &mut taken));
            }
        }
        let headings = table.rows.iter().take(HEADER_ROWS).find(|row| is_heading(row, known.said));
        for at in 0..width {
            let Some(heading) = headings.map(|row| row.text(at)).filter(|heading| !heading.is_empty()) else {
                continue;
            };
            if taken.contains(&at) {
                continue;
            }
            let meaning = said(heading, known.said).or_else(|| column_of_heading(heading));
            if meaning.is_some_and(|own| own != SheetColumn::Key && columns.of.contains_key(&own)) {
                problems.push(at_heading(table, meaning, ProblemKind::ColumnTwice));
                taken.insert(at);
                continue;
            }
            columns.take(meaning, at, &mut taken);
        }
        columns.by_content(table, known.sent, width, &mut taken);
        if columns.keys.is_empty() && columns.of.len() < HEADS {
            return None;
        }
        let left = (0..width).filter(|at| !taken.contains(at) && holds_words(table, *at));
        for at in left {
            let heading = headings.map_or("", |row| row.text(at)).to_owned();
            problems.push(at_heading(table, None, ProblemKind::NewColumn { heading }));
        }
        Some(columns)
    }

    /// The text of a field in a row; empty where there is no such column.
    pub(super) fn text<'r>(&self, row: &'r ReturnedRow, column: SheetColumn) -> &'r str {
        self.of.get(&column).map_or("", |at| row.text(*at))
    }

    /// Where a field stands.
    pub(super) fn place(&self, column: SheetColumn) -> Option<usize> {
        self.of.get(&column).copied()
    }

    /// Fields that have a column.
    pub(super) fn fields(&self) -> impl Iterator<Item = SheetColumn> {
        self.of.keys().copied()
    }

    fn take(&mut self, meaning: Option<SheetColumn>, at: usize, taken: &mut BTreeSet<usize>) {
        let Some(column) = meaning.filter(|_| !taken.contains(&at)) else { return };
        match (column, self.of.contains_key(&column)) {
            (SheetColumn::Key, _) => self.keys.push(at),
            (_, true) => return,
            (_, false) => _ = self.of.insert(column, at),
        }
        taken.insert(at);
    }

    /// Columns without a heading that is known, by what stands in them.
    fn by_content(
        &mut self,
        table: &ReturnedTable,
        sent: &BTreeMap<PlanKey, SentRow>,
        width: usize,
        taken: &mut BTreeSet<usize>,
    ) {
        for at in (0..width).filter(|at| !taken.contains(at)).collect::<Vec<_>>() {
            if holds_keys(table, at, sent) {
                self.take(Some(SheetColumn::Key), at, taken);
            }
        }
        let keyed: Vec<(&ReturnedRow, &SentRow)> =
            table.rows.iter().filter_map(|row| Some((row, sent.get(&self.any_key(row, sent)?)?))).collect();
        for at in (0..width).filter(|at| !taken.contains(at)).collect::<Vec<_>>() {
            let field = profile(&keyed, at).or_else(|| by_words(table, at));
            let field = field.filter(|field| !self.of.contains_key(field));
            self.take(field, at, taken);
        }
    }

    fn any_key(&self, row: &ReturnedRow, sent: &BTreeMap<PlanKey, SentRow>) -> Option<PlanKey> {
        self.keys.iter().filter_map(|at| row.text(*at).parse().ok()).find(|key| sent.contains_key(key))
    }
}

fn coded(row: &ReturnedRow, at: usize) -> Option<SheetColumn> {
    column_of_code(row.text(at))
}

fn anchored(row: &ReturnedRow, at: usize) -> Option<SheetColumn> {
    let anchors = row.cells.get(at)?.anchors.iter();
    anchors.filter_map(|name| name.strip_prefix(ANCHOR)?.parse().ok()).next()
}

/// The column that a text names as its code, as the user says, or as a heading in any of six languages.
pub(super) fn meaning_of(text: &str, map: &[(SheetColumn, String)]) -> Option<SheetColumn> {
    column_of_code(text).or_else(|| said(text, map)).or_else(|| column_of_heading(text))
}

fn said(heading: &str, said: &[(SheetColumn, String)]) -> Option<SheetColumn> {
    let folded = fold(heading);
    said.iter().find(|(_, own)| fold(own) == folded).map(|(column, _)| *column)
}

/// Whether a row is one of headings, or of codes.
pub(super) fn is_heading(row: &ReturnedRow, map: &[(SheetColumn, String)]) -> bool {
    let filled = || (0..row.cells.len()).filter(|at| !row.text(*at).is_empty());
    let is_known = |at: &usize| said(row.text(*at), map).is_some() || column_of_heading(row.text(*at)).is_some();
    let known = filled().filter(is_known).count();
    let is_marked = (0..row.cells.len()).any(|at| coded(row, at).is_some() || anchored(row, at).is_some());
    is_marked || (known >= HEADS && 2 * known >= filled().count())
}

fn holds_words(table: &ReturnedTable, at: usize) -> bool {
    table.rows.iter().any(|row| !row.text(at).is_empty())
}

/// Whether most of what stands in a column are keys that were sent.
fn holds_keys(table: &ReturnedTable, at: usize, sent: &BTreeMap<PlanKey, SentRow>) -> bool {
    let filled: Vec<&str> = table.rows.iter().map(|row| row.text(at)).filter(|text| !text.is_empty()).collect();
    let is_sent = |text: &&&str| text.parse::<PlanKey>().is_ok_and(|key| sent.contains_key(&key));
    !filled.is_empty() && 2 * filled.iter().filter(is_sent).count() > filled.len()
}

/// The field whose cells, as they were sent, stand in a column; `None` where none or more than one may be it.
fn profile(keyed: &[(&ReturnedRow, &SentRow)], at: usize) -> Option<SheetColumn> {
    let fields: BTreeSet<SheetColumn> = keyed.iter().flat_map(|(_, sent)| sent.cells.keys().copied()).collect();
    let share = |field: SheetColumn| {
        let filled: Vec<_> = keyed.iter().filter(|(_, sent)| !sent.cell(field).is_empty()).collect();
        let same = filled.iter().filter(|(row, sent)| is_same(field, sent.cell(field), row.text(at))).count();
        if filled.is_empty() { 0.0 } else { same as f64 / filled.len() as f64 }
    };
    let mut shares: Vec<(f64, SheetColumn)> = fields.into_iter().map(|field| (share(field), field)).collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let second = shares.get(1).map_or(0.0, |(share, _)| *share);
    shares.first().filter(|(best, _)| *best >= PROFILE && best - second >= MARGIN).map(|(_, field)| *field)
}

/// The field whose words alone stand in a column: states, or answers.
fn by_words(table: &ReturnedTable, at: usize) -> Option<SheetColumn> {
    let filled: Vec<&str> = table.rows.iter().map(|row| row.text(at)).filter(|text| !text.is_empty()).collect();
    let all = |is_one: fn(&str) -> bool| !filled.is_empty() && filled.iter().all(|text| is_one(text));
    if all(|text| status_of(text).is_some()) {
        return Some(SheetColumn::Status);
    }
    all(|text| answer_of(text).is_some()).then_some(SheetColumn::Answer)
}

fn at_heading(table: &ReturnedTable, column: Option<SheetColumn>, what: ProblemKind) -> Problem {
    let row = table.rows.first().map_or_else(|| table.name.clone(), |row| row.place.clone());
    Problem { row, column, what }
}
