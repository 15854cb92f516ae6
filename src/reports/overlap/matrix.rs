//! Asks and recommendations by matter and by who makes them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use super::contradictions::{Contradiction, contradictions};
use crate::domain::{Asker, RecordId, SettledRecord};
use crate::reports::compare::{About, Condition, Field, Scope, Settled, Titles, Unit, Units, Value, Which};
use crate::view::{Question, Refusal, TagSource, View};

/// Who speaks of what, with whom, and against whom.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overlap {
    /// What makes a row.
    #[serde(default)]
    pub rows: MadeBy,
    /// What makes a column.
    #[serde(default)]
    pub columns: Matter,
    /// What is shown first; both are counted.
    #[serde(default)]
    pub unit: OverlapUnit,
    /// Whose tags.
    #[serde(default)]
    pub tags: TagSource,
    /// What must hold of a record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Condition>,
}

/// Who makes recommendations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MadeBy {
    /// Mechanisms.
    #[default]
    Mechanism,
    /// Bodies.
    Body,
}

impl MadeBy {
    /// The field that it is read from.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Mechanism => Field::Mechanism,
            Self::Body => Field::Body,
        }
    }

    /// Who makes a record.
    fn of(self, settled: &SettledRecord) -> &str {
        match self {
            Self::Mechanism => settled.record.mechanism.code(),
            Self::Body => settled.record.body.code(),
        }
    }
}

/// What recommendations are about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// Themes of OHCHR.
    #[default]
    Theme,
    /// Issues of UPR Info.
    Issue,
    /// Clusters.
    Cluster,
    /// SDG targets and goals.
    Sdg,
    /// Groups of persons.
    Group,
}

impl Matter {
    /// The field that it is read from.
    #[must_use]
    pub const fn field(self) -> Field {
        match self {
            Self::Theme => Field::Theme,
            Self::Issue => Field::Issue,
            Self::Cluster => Field::Cluster,
            Self::Sdg => Field::Sdg,
            Self::Group => Field::Group,
        }
    }
}

/// What is shown first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverlapUnit {
    /// Asks.
    #[default]
    Ask,
    /// Recommendations.
    Recommendation,
}

/// What overlaps.
#[derive(Debug, Clone, Serialize)]
pub struct OverlapAnswer {
    /// The question.
    pub question: Overlap,
    /// What is to be known of it.
    pub about: About,
    /// Asks in all.
    pub asks: u64,
    /// Recommendations in all.
    pub recommendations: u64,
    /// The columns, `(none)` last.
    pub columns: Vec<OverlapColumn>,
    /// The cells in which there is anything, by column and row.
    pub cells: Vec<OverlapCell>,
    /// The asks by who makes them; they add up to all asks.
    pub combinations: Vec<Combination>,
    /// Pairs that ask for opposite acts on one thing.
    pub contradictions: Vec<Contradiction>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverlapColumn {
    /// Its value.
    pub column: String,
    /// What it is called; `None` when the value says all.
    pub title: Option<String>,
    /// Asks in it, each once.
    pub asks: u64,
    /// Recommendations in it.
    pub recommendations: u64,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OverlapCell {
    /// Value of the column.
    pub column: String,
    /// Value of the row.
    pub row: String,
    /// Asks of the column that the row makes, alone or with others.
    pub asks: u64,
    /// Its recommendations in the column.
    pub recommendations: u64,
}

/// Who makes asks together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Combination {
    /// The rows, in their order.
    pub combination: Vec<String>,
    /// Asks that all of them make, and no other.
    pub asks: u64,
}

/// How much of something there is.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    asks: u64,
    recommendations: u64,
}

/// Who makes an ask, and what it is about.
#[derive(Debug, Default)]
struct AskValues<'v> {
    rows: BTreeSet<Value<'v>>,
    columns: BTreeSet<Value<'v>>,
}

/// All that is counted.
#[derive(Debug, Default)]
struct Counted<'v> {
    asks: HashMap<RecordId, AskValues<'v>>,
    columns: BTreeMap<Value<'v>, Count>,
    cells: BTreeMap<(Value<'v>, Value<'v>), Count>,
    combinations: BTreeMap<Vec<Value<'v>>, u64>,
}

impl<'v> Counted<'v> {
    /// Takes a recommendation of an ask.
    fn take(&mut self, ask: RecordId, rows: &[Value<'v>], columns: &[Value<'v>]) {
        let made = self.asks.entry(ask).or_default();
        made.rows.extend(rows);
        made.columns.extend(columns);
        for column in columns {
            self.columns.entry(*column).or_default().recommendations += 1;
            rows.iter().for_each(|row| self.cells.entry((*column, *row)).or_default().recommendations += 1);
        }
    }

    /// Counts the asks, once all recommendations are taken.
    fn count_asks(&mut self) {
        for made in self.asks.values() {
            *self.combinations.entry(made.rows.iter().copied().collect()).or_default() += 1;
            for column in &made.columns {
                self.columns.entry(*column).or_default().asks += 1;
                made.rows.iter().for_each(|row| self.cells.entry((*column, *row)).or_default().asks += 1);
            }
        }
    }
}

impl Question for Overlap {
    type Answer = OverlapAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let scope = Scope {
            unit: Unit::Recommendation,
            tags: self.tags,
            positions: Which::default(),
            filters: self.filters.clone(),
        };
        let fields = [self.rows.field(), self.columns.field()];
        let settled = Settled::of(view, self.tags)?;
        let gathered = scope.gather(view, settled.all(), &fields)?;
        let about = About::of(&scope, view, settled.all(), &gathered, &fields);
        let records: Vec<&SettledRecord> = gathered.pieces.iter().map(|piece| piece.settled).collect();
        let units = Units::of(gathered.pieces, Unit::Recommendation);
        let reader = scope.reader(view);
        let (mut rows, mut columns, mut counted) = (Vec::new(), Vec::new(), Counted::default());
        for members in units.iter() {
            reader.read(fields[0], members, &mut rows);
            reader.read(fields[1], members, &mut columns);
            counted.take(members[0].settled.ask, &rows, &columns);
        }
        counted.count_asks();
        let recommendations = units.len() as u64;
        Ok(OverlapAnswer {
            question: self.clone(),
            about: About { units: recommendations, ..about },
            asks: counted.asks.len() as u64,
            recommendations,
            columns: self.columns_of(&counted, Titles::new(view, asker.language)),
            cells: cells(&counted),
            combinations: combinations(&counted),
            contradictions: contradictions(&records, |settled| self.rows.of(settled).to_owned()),
        })
    }
}

impl Overlap {
    fn columns_of(&self, counted: &Counted<'_>, titles: Titles<'_>) -> Vec<OverlapColumn> {
        let column = |(value, count): (&Value<'_>, &Count)| OverlapColumn {
            column: value.code(),
            title: titles.of(self.columns.field(), value),
            asks: count.asks,
            recommendations: count.recommendations,
        };
        counted.columns.iter().map(column).collect()
    }
}

fn cells(counted: &Counted<'_>) -> Vec<OverlapCell> {
    let cells = counted.cells.iter().map(|((column, row), count)| OverlapCell {
        column: column.code(),
        row: row.code(),
        asks: count.asks,
        recommendations: count.recommendations,
    });
    cells.collect()
}

/// Those of most makers first, then those of most asks.
fn combinations(counted: &Counted<'_>) -> Vec<Combination> {
    let all = counted
        .combinations
        .iter()
        .map(|(makers, asks)| Combination { combination: makers.iter().map(Value::code).collect(), asks: *asks });
    let mut all: Vec<Combination> = all.collect();
    all.sort_by_key(|one| std::cmp::Reverse((one.combination.len(), one.asks)));
    all
}

#[cfg(test)]
mod tests {
    use super::{Counted, RecordId, Value, cells, combinations};

    #[test]
    fn an_ask_counts_for_each_who_makes_it_and_once_in_its_column() {
        let mut counted = Counted::default();
        let (upr, committee) = (Value::Text("upr"), Value::Text("treaty_body"));
        counted.take(RecordId(1), &[upr], &[Value::Text("water")]);
        counted.take(RecordId(1), &[committee], &[Value::Text("water")]);
        counted.take(RecordId(2), &[upr], &[Value::Nothing]);
        counted.count_asks();
        let found: Vec<_> = cells(&counted).into_iter().map(|c| (c.column, c.row, c.asks, c.recommendations)).collect();
        let cell = |column: &str, row: &str| (column.to_owned(), row.to_owned(), 1, 1);
        assert_eq!(found, [cell("water", "treaty_body"), cell("water", "upr"), cell("(none)", "upr")]);
        assert_eq!((counted.columns[&Value::Text("water")].asks, counted.asks.len()), (1, 2));
        let made: Vec<_> = combinations(&counted).into_iter().map(|c| (c.combination.len(), c.asks)).collect();
        assert_eq!(made, [(2, 1), (1, 1)], "combinations add up to the asks");
    }
}
