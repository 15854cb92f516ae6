//! How many units have each value of a field, or each pair of values of two, and which share of them has a third?

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::about::{About, LEAST};
use super::condition::{Condition, Wanted};
use super::field::{Field, Value};
use super::intervals::{Interval, wilson};
use super::resample::Resample;
use super::scope::{Scope, Settled};
use super::tally::{Axes, ByState, Counts, Tally};
use super::titles::Titles;
use super::units::Units;
use crate::domain::{Asker, StateCode};
use crate::view::{Question, Refusal, View};

/// A table of counts and shares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compare {
    /// What makes a row.
    pub rows: Field,
    /// What makes a column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Field>,
    /// Of what the share is taken; where nothing is named, shares are those of the cells in their rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Condition>,
    /// What is counted.
    #[serde(flatten)]
    pub scope: Scope,
}

/// A table with what is to be known of it.
#[derive(Debug, Clone, Serialize)]
pub struct CompareAnswer {
    /// The question.
    pub question: Compare,
    /// What is to be known of it.
    pub about: About,
    /// All units, each once.
    pub total: Measured,
    /// The cells in which there is anything, by row and column; `(none)` last.
    pub cells: Vec<CompareCell>,
}

/// A cell, or a row where there are no columns.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CompareCell {
    /// Value of the row.
    pub row: String,
    /// What it is called; `None` when the value says all.
    pub row_title: Option<String>,
    /// Value of the column; `None` when there are no columns.
    pub column: Option<String>,
    /// What it is called.
    pub column_title: Option<String>,
    /// What was counted.
    #[serde(flatten)]
    pub measured: Measured,
}

/// A count with its share, in per cent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Measured {
    /// Units that have what the share is taken of; units of the cell where no share is asked for.
    pub n: u64,
    /// The denominator: units of the cell; those of the row, or of the table, where no share is asked for.
    pub of: u64,
    /// The share; `None` when the denominator is under 10.
    pub share: Option<f64>,
    /// Lower end of the Wilson interval; `None` when no share is asked for.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Lower end of the interval by resampling States; `None` when there is but one.
    pub cluster_low: Option<f64>,
    /// Upper end.
    pub cluster_high: Option<f64>,
}

impl Measured {
    /// The interval to go by, in per cent: that by States where there are several, else that of the one review.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        Interval::to_go_by([self.cluster_low, self.cluster_high], [self.low, self.high])
    }

    /// A count in a denominator, without intervals.
    fn plain(n: u64, of: u64) -> Self {
        Self { n, of, share: (of >= LEAST).then(|| n as f64 * 100.0 / of as f64), ..Self::default() }
    }

    /// A share with its intervals.
    fn sampled(counts: &ByState, states: &Numbered<'_>) -> Self {
        let Counts { n, of } = counts.sum();
        let plain = Self::plain(n, of);
        if of < LEAST {
            return plain;
        }
        let Interval { low, high } = wilson(n, of).per_cent();
        let cluster = states.interval(counts).map(Interval::per_cent);
        Self {
            low: Some(low),
            high: Some(high),
            cluster_low: cluster.map(|interval| interval.low),
            cluster_high: cluster.map(|interval| interval.high),
            ..plain
        }
    }
}

/// The States of a table by their numbers, with their draws.
struct Numbered<'a> {
    states: Vec<Option<StateCode>>,
    resample: &'a Resample,
}

impl Numbered<'_> {
    fn interval(&self, counts: &ByState) -> Option<Interval> {
        let own = |state| {
            let Counts { n, of } = counts.get(state);
            [n, of, 0, 0]
        };
        let at = |state: Option<StateCode>| self.states.binary_search(&state).ok();
        let counted: Vec<(usize, [u64; 4])> = counts.states().filter_map(|s| Some((at(s)?, own(s)))).collect();
        self.resample.interval(&counted, |[n, of, ..]| (of > 0).then(|| n as f64 / of as f64))
    }
}

impl Question for Compare {
    type Answer = CompareAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let share = self.share.as_ref().map(|condition| Wanted::of(condition, view)).transpose()?;
        let settled = Settled::of(view, self.scope.tags)?;
        let asked = self.fields();
        let gathered = self.scope.gather(view, settled.all(), &asked)?;
        let about = About::of(&self.scope, view, settled.all(), &gathered, &asked);
        let units = Units::of(gathered.pieces, self.scope.unit);
        let reader = self.scope.reader(view);
        let tally = Tally::of(&units, Axes { rows: self.rows, columns: self.columns, share: share.as_ref(), reader });
        let resample = Resample::of(tally.all.states().count());
        let states = Numbered { states: tally.all.states().collect(), resample: &resample };
        let titles = Titles::new(view, asker.language);
        let cells = self.cells(&tally, &states, titles);
        let total = match share {
            Some(_) => Measured::sampled(&tally.all, &states),
            None => Measured::plain(tally.all.sum().of, tally.all.sum().of),
        };
        let comparisons = cells.iter().filter(|cell| cell.measured.low.is_some()).count() as u64;
        let about = About { units: units.len() as u64, ..about.with_intervals(comparisons) };
        Ok(CompareAnswer { question: self.clone(), about, total, cells })
    }
}

impl Compare {
    /// The fields that are read.
    fn fields(&self) -> Vec<Field> {
        let share = self.share.as_ref().map(|condition| condition.field);
        std::iter::once(self.rows).chain(self.columns).chain(share).collect()
    }

    fn cells<'v>(&self, tally: &Tally<'v>, states: &Numbered<'_>, titles: Titles<'_>) -> Vec<CompareCell> {
        let all = tally.all.sum().of;
        let placed: BTreeMap<(Value<'v>, Option<Value<'v>>), &ByState> = match self.columns {
            Some(_) => tally.cells.iter().map(|((row, column), counts)| ((*row, Some(*column)), counts)).collect(),
            None => tally.rows.iter().map(|(row, counts)| ((*row, None), counts)).collect(),
        };
        let of_row = |row: &Value<'v>| tally.rows.get(row).map_or(0, |counts| counts.sum().of);
        let measured = |row: &Value<'v>, counts: &ByState| match &self.share {
            Some(_) => Measured::sampled(counts, states),
            None => Measured::plain(counts.sum().of, if self.columns.is_some() { of_row(row) } else { all }),
        };
        let cell = |((row, column), counts): ((Value<'v>, Option<Value<'v>>), &ByState)| CompareCell {
            measured: measured(&row, counts),
            row_title: titles.of(self.rows, &row),
            column_title: self.columns.zip(column).and_then(|(field, column)| titles.of(field, &column)),
            row: row.code(),
            column: column.map(|column| column.code()),
        };
        placed.into_iter().collect::<Vec<_>>().into_par_iter().map(cell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Measured;

    #[test]
    fn small_denominators_have_no_percentage() {
        assert_eq!(Measured::plain(4, 9).share, None);
        assert_eq!(Measured::plain(4, 10).share, Some(40.0));
    }
}
