//! Which row of a table that came back is which of those that were sent.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Columns;
use super::problem::ProblemKind;
use crate::domain::exchange::{ReturnedRow, SentRow, SheetColumn, SheetPart};
use crate::domain::plan::{PlanBook, PlanKey};
use crate::domain::vocabulary::fold;

/// How alike a row without a key is to the one that it likely is, and how much less to any other.
const ALIKE: f64 = 0.9;
const LEAD: f64 = 0.1;
/// What stands before the key of a row in the name of an anchor.
const ANCHOR: &str = "_w";

/// What a row is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RowKind {
    /// One that was sent.
    Known(PlanKey),
    /// Likely one that was sent.
    Probable(PlanKey),
    /// A measure that was added.
    New,
    /// Neither.
    Unknown(ProblemKind),
    /// A title, a repeated heading: no row.
    Passed,
}

/// The rows that were sent, and the plan that they are of.
pub(super) struct Sent<'a> {
    pub(super) dispatch: PlanKey,
    pub(super) rows: &'a BTreeMap<PlanKey, SentRow>,
    pub(super) book: &'a PlanBook,
    /// Keys that stand in the file: another row is not taken for theirs.
    pub(super) present: BTreeSet<PlanKey>,
    /// The words of each row, by which one without a key is told.
    pub(super) words: BTreeMap<PlanKey, BTreeMap<SheetColumn, BTreeSet<String>>>,
}

/// Fields by whose words a row is told.
const TELLING: [SheetColumn; 4] =
    [SheetColumn::Number, SheetColumn::Recommendations, SheetColumn::Measure, SheetColumn::Indicator];

/// The words of each row that was sent, by field.
pub(super) fn words_of(
    rows: &BTreeMap<PlanKey, SentRow>,
) -> BTreeMap<PlanKey, BTreeMap<SheetColumn, BTreeSet<String>>> {
    let of =
        |sent: &SentRow| TELLING.iter().map(|field| (*field, words(sent.cell(*field)).into_iter().collect())).collect();
    rows.iter().map(|(key, sent)| (*key, of(sent))).collect()
}

impl Sent<'_> {
    /// What a row is. Two keys that disagree are a row that was copied or written over: it is neither.
    pub(super) fn kind(&self, row: &ReturnedRow, columns: &Columns) -> RowKind {
        let texts = || columns.keys.iter().map(|at| row.text(*at)).filter(|text| !text.is_empty());
        let mut keys: Vec<PlanKey> = texts().filter_map(|text| text.parse().ok()).collect();
        keys.extend(anchored(row));
        let (seen, other) = (keys.first().copied(), keys.iter().find(|key| Some(**key) != keys.first().copied()));
        match (seen, other) {
            (Some(seen), Some(hidden)) => {
                RowKind::Unknown(ProblemKind::KeysDisagree { seen: seen.to_string(), hidden: hidden.to_string() })
            }
            (Some(key), None) if self.rows.contains_key(&key) => RowKind::Known(key),
            (Some(key), None) => self.elsewhere(key),
            (None, _) => self.keyless(row, columns, texts().next()),
        }
    }

    /// One text with the number of the dispatch.
    fn is_headline(&self, row: &ReturnedRow) -> bool {
        let mut filled = row.cells.iter().filter(|cell| !cell.text.trim().is_empty());
        let bears_number = |text: &str| text.split_whitespace().any(|word| word.parse() == Ok(self.dispatch));
        filled.next().is_some_and(|cell| bears_number(&cell.text)) && filled.next().is_none()
    }

    /// A key that is none of this dispatch.
    fn elsewhere(&self, key: PlanKey) -> RowKind {
        let has =
            |tables: &&crate::domain::plan::SentTables| tables.key != self.dispatch && tables.rows.contains_key(&key);
        let other = self.book.dispatches.values().find(has).map(|tables| tables.key.to_string());
        RowKind::Unknown(match other {
            Some(dispatch) => ProblemKind::OtherDispatch { key: key.to_string(), dispatch },
            None => ProblemKind::NoKey { text: key.to_string() },
        })
    }

    fn keyless(&self, row: &ReturnedRow, columns: &Columns, text: Option<&str>) -> RowKind {
        if self.is_headline(row) || (is_title(row) && columns.text(row, SheetColumn::Measure).is_empty()) {
            return RowKind::Passed;
        }
        if let Some(key) = self.most_alike(row, columns) {
            return RowKind::Probable(key);
        }
        match text {
            Some(text) => RowKind::Unknown(ProblemKind::NoKey { text: text.to_owned() }),
            None if is_new_measure(row, columns) => RowKind::New,
            None => RowKind::Unknown(ProblemKind::UnknownRow { text: whole(row) }),
        }
    }

    /// The row that was sent whose words are nearly those of this one, with a clear lead.
    fn most_alike(&self, row: &ReturnedRow, columns: &Columns) -> Option<PlanKey> {
        let fields: Vec<SheetColumn> = TELLING.into_iter().filter(|field| columns.place(*field).is_some()).collect();
        let own: BTreeSet<String> = fields.iter().flat_map(|field| words(columns.text(row, *field))).collect();
        if own.is_empty() {
            return None;
        }
        let likeness = |sent: &BTreeMap<SheetColumn, BTreeSet<String>>| {
            let theirs: BTreeSet<&String> = fields.iter().filter_map(|field| sent.get(field)).flatten().collect();
            let shared = own.iter().filter(|word| theirs.contains(word)).count();
            shared as f64 / (own.len() + theirs.len() - shared) as f64
        };
        // A copy of a row that is there is a new one; of an indicator, its next period.
        let is_free = |key: &PlanKey| {
            let is_value = self.rows.get(key).is_some_and(|sent| sent.part == SheetPart::Indicators);
            is_value || !self.present.contains(key)
        };
        let free = self.words.iter().filter(|(key, _)| is_free(key));
        let mut alike: Vec<(f64, PlanKey)> = free.map(|(key, sent)| (likeness(sent), *key)).collect();
        alike.sort_by(|a, b| b.0.total_cmp(&a.0));
        let second = alike.get(1).map_or(0.0, |(share, _)| *share);
        alike.first().filter(|(best, _)| *best >= ALIKE && best - second >= LEAD).map(|(_, key)| *key)
    }
}

/// Whether a row without a key adds a measure: only those who lead measures do, in the table of these.
fn is_new_measure(row: &ReturnedRow, columns: &Columns) -> bool {
    let own = [SheetColumn::Obstacles, SheetColumn::Budget, SheetColumn::Assistance];
    own.iter().any(|column| columns.place(*column).is_some()) && !columns.text(row, SheetColumn::Measure).is_empty()
}

/// The keys in the names of anchors of a row.
fn anchored(row: &ReturnedRow) -> Vec<PlanKey> {
    let names = row.cells.iter().flat_map(|cell| &cell.anchors);
    names.filter_map(|name| name.strip_prefix(ANCHOR)?.parse().ok()).collect()
}

fn words(text: &str) -> Vec<String> {
    fold(text).split_whitespace().map(str::to_owned).collect()
}

/// One text over all of a row: a title that somebody has put in.
fn is_title(row: &ReturnedRow) -> bool {
    let texts: BTreeSet<&str> = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    texts.len() == 1 && row.cells.iter().position(|cell| !cell.text.trim().is_empty()) == Some(0)
}

/// All that stands in a row.
pub(super) fn whole(row: &ReturnedRow) -> String {
    let texts: Vec<&str> = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty()).collect();
    texts.join(" | ")
}
