//! Where the headings of a plan stand, and which column holds what.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::{Heading, PlanColumnMap, SheetField, names_level};
use super::leading_number::is_leading_number;
use crate::domain::Language;
use crate::ingest::plain_tables::{PlainRow, PlainTable};

/// Headings stand among the first rows; a title may stand above.
const HEADER_ROWS: usize = 15;
/// Share of the cells of a column that look like numbers of an office where it holds numbers.
const NUMBERS: f64 = 0.8;
/// Letters of a number of an office, at most.
const LONGEST_NUMBER: usize = 14;

/// Where each field stands in the rows of one table.
#[derive(Debug)]
pub(super) struct Layout {
    /// The first row below the headings.
    pub(super) first: usize,
    columns: BTreeMap<SheetField, usize>,
    /// Levels whose words mostly begin with a number.
    pub(super) numbered: BTreeSet<SheetField>,
    /// Columns that hold no field, with their headings.
    pub(super) unused: Vec<(usize, String)>,
}

impl Layout {
    /// Finds the headings of a table; `None` when no row of it is one of a plan.
    pub(super) fn of(table: &PlainTable, map: &PlanColumnMap, preferred: Language) -> Option<Self> {
        let candidates = (0..table.rows.len().min(HEADER_ROWS)).flat_map(|at| [(at, 1), (at, 2)]);
        let laid_out = candidates.filter_map(|(at, rows)| {
            let headings = headings(&table.rows, at, rows)?;
            let below = &table.rows[at + rows..];
            // Headings go on in the next row: then one row is not all of them.
            let goes_on = below.first().is_some_and(|next| heads(next, map));
            (!goes_on).then(|| (at + rows, columns(&headings, below, map, preferred), headings))
        });
        let is_plan = |columns: &BTreeMap<SheetField, usize>| {
            let has = |field| columns.contains_key(&field);
            has(SheetField::Measure) || (has(SheetField::Indicator) && has(SheetField::Outcome))
        };
        // Of as many fields, one row of headings is likelier than two, and an earlier than a later.
        let best = laid_out
            .filter(|(_, columns, _)| is_plan(columns) && columns.len() > 1)
            .max_by_key(|(first, columns, _)| (columns.len(), std::cmp::Reverse(*first)));
        best.map(|(first, columns, headings)| Self {
            first,
            numbered: numbered(&table.rows[first..], &columns),
            unused: unused(&headings, &columns, map),
            columns,
        })
    }

    /// The first column that holds a level of the plan.
    pub(super) fn first_level(&self) -> usize {
        let levels = [SheetField::OutcomeNumber, SheetField::Outcome, SheetField::MeasureNumber, SheetField::Measure];
        levels.iter().filter_map(|field| self.columns.get(field)).min().copied().unwrap_or(0)
    }

    /// Whether the one text of a row stands over others: it is merged over several cells, it begins with the word for a
    /// level ("Objective 1"), or the table has a column of outcomes, in which it stands. Else it is a measure of which
    /// nothing more is said.
    pub(super) fn is_heading(&self, row: &PlainRow, text: &str) -> bool {
        let cells = row.cells.iter().filter(|cell| cell.trim() == text).count();
        let first = text.split(|c: char| !c.is_alphabetic()).find(|word| !word.is_empty()).unwrap_or_default();
        cells > 1 || names_level(first) || self.has(SheetField::Outcome)
    }

    pub(super) fn has(&self, field: SheetField) -> bool {
        self.columns.contains_key(&field)
    }

    /// The cell of a field; empty where there is none.
    pub(super) fn cell<'r>(&self, row: &'r PlainRow, field: SheetField) -> &'r str {
        self.columns.get(&field).and_then(|at| row.cells.get(*at)).map_or("", |cell| cell.trim())
    }
}

/// Cells with the words of headings from which on a row is one of headings.
const HEADS: usize = 2;

/// Whether a row is one of headings.
fn heads(row: &PlainRow, map: &PlanColumnMap) -> bool {
    let filled = || row.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty());
    let known = filled().filter(|cell| map.meaning(cell).is_some()).count();
    known >= HEADS && 2 * known >= filled().count()
}

/// The headings of a table where they take one row or two; those of two are read together and each alone.
fn headings(rows: &[PlainRow], at: usize, count: usize) -> Option<Vec<Vec<String>>> {
    let rows = rows.get(at..at + count)?;
    let width = rows.iter().map(|row| row.cells.len()).max()?;
    let cell = |row: &PlainRow, column: usize| row.cells.get(column).map_or("", |cell| cell.trim()).to_owned();
    let of_column = |column: usize| match rows {
        [upper, lower] => {
            let (upper, lower) = (cell(upper, column), cell(lower, column));
            // The lower is the finer of the two; where it is blank the upper stands over both.
            if lower.is_empty() { vec![upper] } else { vec![format!("{upper} {lower}"), lower] }
        }
        _ => vec![cell(&rows[0], column)],
    };
    Some((0..width).map(of_column).collect())
}

fn columns(
    headings: &[Vec<String>],
    below: &[PlainRow],
    map: &PlanColumnMap,
    preferred: Language,
) -> BTreeMap<SheetField, usize> {
    let mut found: BTreeMap<SheetField, Vec<(usize, Heading)>> = BTreeMap::new();
    for (at, variants) in headings.iter().enumerate() {
        let meaning = variants.iter().find_map(|heading| map.meaning(heading));
        let Some(heading) = meaning.filter(|_| below.iter().any(|row| !cell(row, at).is_empty())) else { continue };
        let number = heading.field.number().filter(|_| heading.language.is_none() && holds_numbers(below, at));
        let field = number.unwrap_or(heading.field);
        found.entry(field).or_default().push((at, heading));
    }
    let choose = |columns: &[(usize, Heading)]| {
        let mapped = columns.iter().find(|(_, heading)| heading.is_mapped);
        let own = || columns.iter().find(|(_, heading)| heading.language == Some(preferred));
        mapped
            .or_else(own)
            .or_else(|| columns.iter().find(|(_, heading)| heading.language.is_none()))
            .or(columns.first())
            .map(|(at, _)| *at)
    };
    let mut chosen: BTreeMap<SheetField, usize> =
        found.iter().filter_map(|(field, columns)| Some((*field, choose(columns)?))).collect();
    // A level that has numbers alone goes by them.
    for field in [SheetField::Outcome, SheetField::Measure, SheetField::Indicator] {
        if let (false, Some(number)) = (chosen.contains_key(&field), field.number())
            && let Some(at) = chosen.get(&number).copied()
            && number != SheetField::MeasureNumber
        {
            chosen.insert(field, at);
        }
    }
    chosen
}

/// The levels whose words mostly begin with a number.
fn numbered(below: &[PlainRow], columns: &BTreeMap<SheetField, usize>) -> BTreeSet<SheetField> {
    let is_numbered = |at: usize| {
        let filled: Vec<&str> = below.iter().map(|row| cell(row, at)).filter(|cell| !cell.is_empty()).collect();
        let leads = |cell: &&&str| cell.split_whitespace().next().is_some_and(is_leading_number);
        !filled.is_empty() && 2 * filled.iter().filter(leads).count() >= filled.len()
    };
    let levels = [SheetField::Outcome, SheetField::Measure, SheetField::Indicator];
    levels.into_iter().filter(|level| columns.get(level).is_some_and(|at| is_numbered(*at))).collect()
}

/// Whether a column holds numbers of an office: short words with a digit, hardly one of them with a blank.
fn holds_numbers(below: &[PlainRow], at: usize) -> bool {
    let filled: Vec<&str> = below.iter().map(|row| cell(row, at)).filter(|cell| !cell.is_empty()).collect();
    let is_number = |cell: &&&str| {
        let is_short = cell.chars().count() <= LONGEST_NUMBER && !cell.contains(' ');
        is_short && cell.chars().any(|c| c.is_ascii_digit())
    };
    !filled.is_empty() && filled.iter().filter(is_number).count() as f64 >= NUMBERS * filled.len() as f64
}

fn cell(row: &PlainRow, at: usize) -> &str {
    row.cells.get(at).map_or("", |cell| cell.trim())
}

/// The columns that hold no field. Those whose field stands in another column in the language that is read are none.
fn unused(
    headings: &[Vec<String>],
    columns: &BTreeMap<SheetField, usize>,
    map: &PlanColumnMap,
) -> Vec<(usize, String)> {
    let is_read = |at: usize| columns.values().any(|used| *used == at);
    // The same in another language is no loss; a second column of one meaning is.
    let has_meaning = |variants: &[String]| {
        variants.iter().filter_map(|heading| map.meaning(heading)).any(|heading| heading.language.is_some())
    };
    let named = headings.iter().enumerate();
    let left = named.filter(|(at, variants)| !is_read(*at) && !has_meaning(variants));
    left.map(|(at, variants)| (at, variants[0].clone())).filter(|(_, heading)| !heading.is_empty()).collect()
}
