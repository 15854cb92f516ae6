//! How does something differ between two cycles, sessions, States or other parts of the records?

use std::collections::BTreeSet;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::about::{About, LEAST};
use super::condition::{Condition, Wanted};
use super::field::{Field, Value};
use super::fields::Reader;
use super::intervals::{Interval, newcombe};
use super::moves::{AskMoves, moves};
use super::piece::Piece;
use super::resample::Resample;
use super::scope::{Gathered, Scope, Settled};
use super::tally::{Axes, ByState, Counts, Tally};
use super::titles::Titles;
use super::units::Units;
use crate::domain::{Asker, RecordId, StateCode};
use crate::view::{Question, Refusal, View};

/// A comparison of two parts of the records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareChange {
    /// What makes a row.
    pub rows: Field,
    /// The one part.
    pub from: Condition,
    /// The other.
    pub to: Condition,
    /// Of what the share is taken in each row; where nothing is named, the share is that of the row in its part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Condition>,
    /// Which States are compared.
    #[serde(default)]
    pub states: ComparedStates,
    /// Whether single asks are followed from the one part to the other.
    #[serde(default)]
    pub asks: FollowedAsks,
    /// What is counted.
    #[serde(flatten)]
    pub scope: Scope,
}

/// Which States are compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ComparedStates {
    /// All.
    #[default]
    All,
    /// Those with records in both parts.
    InBoth,
}

/// Whether single asks are followed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FollowedAsks {
    /// They are not: it takes a second reading of the texts.
    #[default]
    None,
    /// All of them are.
    All,
}

/// A comparison with what is to be known of it.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeAnswer {
    /// The question.
    pub question: CompareChange,
    /// What is to be known of it.
    pub about: About,
    /// All rows together: the share asked for, without it nothing to compare.
    pub total: Difference,
    /// The rows, `(none)` last.
    pub rows: Vec<ChangeRow>,
    /// What became of single asks, where they were followed.
    pub asks: Option<AskMoves>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangeRow {
    /// Its value.
    pub row: String,
    /// What it is called; `None` when the value says all.
    pub title: Option<String>,
    /// What was counted.
    #[serde(flatten)]
    pub difference: Difference,
}

/// Two shares and their difference, the second less the first, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Difference {
    /// Count in the one part.
    pub from_n: u64,
    /// Its denominator.
    pub from_of: u64,
    /// Count in the other part.
    pub to_n: u64,
    /// Its denominator.
    pub to_of: u64,
    /// The difference; `None` when a denominator is under 10.
    pub difference: Option<f64>,
    /// Lower end of Newcombe's interval.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// Lower end of the interval by resampling States; `None` when there is but one.
    pub cluster_low: Option<f64>,
    /// Upper end.
    pub cluster_high: Option<f64>,
}

impl Difference {
    /// The interval to go by, in points: that by States where there are several, else that of the one review.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        Interval::to_go_by([self.cluster_low, self.cluster_high], [self.low, self.high])
    }

    /// The difference of the sums of counts by State; `counts` holds n and denominator of the one part and of the
    /// other.
    fn of(counts: &[(usize, [u64; 4])], resample: &Resample) -> Self {
        let [from_n, from_of, to_n, to_of] = counts.iter().fold([0u64; 4], |mut sums, (_, own)| {
            sums.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
            sums
        });
        let plain = Self { from_n, from_of, to_n, to_of, ..Self::default() };
        if from_of < LEAST || to_of < LEAST {
            return plain;
        }
        let Interval { low, high } = newcombe((from_n, from_of), (to_n, to_of)).per_cent();
        let cluster = resample.interval(counts, difference).map(Interval::per_cent);
        Self {
            difference: difference([from_n, from_of, to_n, to_of]).map(|difference| difference * 100.0),
            low: Some(low),
            high: Some(high),
            cluster_low: cluster.map(|interval| interval.low),
            cluster_high: cluster.map(|interval| interval.high),
            ..plain
        }
    }
}

/// The second share less the first; `None` when one is of nothing.
fn difference([from_n, from_of, to_n, to_of]: [u64; 4]) -> Option<f64> {
    (from_of > 0 && to_of > 0).then(|| to_n as f64 / to_of as f64 - from_n as f64 / from_of as f64)
}

/// The two parts, counted.
struct Parts<'v> {
    from: Tally<'v>,
    to: Tally<'v>,
    /// The States of both, in the order of their codes.
    states: Vec<Option<StateCode>>,
}

impl Parts<'_> {
    /// What is counted of each State. With `of` the denominators are these, not the units of the row.
    fn counts(&self, counts: [&ByState; 2], of: Option<[&ByState; 2]>) -> Vec<(usize, [u64; 4])> {
        let one = |part: usize, state| {
            let own = counts[part].get(state);
            // Without a share every unit of a row counts, among all units of its part.
            of.map_or(own, |of| Counts { n: own.of, of: of[part].get(state).of })
        };
        let both = |state| {
            let (from, to) = (one(0, state), one(1, state));
            [from.n, from.of, to.n, to.of]
        };
        self.states.iter().map(|state| both(*state)).enumerate().collect()
    }
}

impl Question for CompareChange {
    type Answer = ChangeAnswer;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Self::Answer, Refusal> {
        let share = self.share.as_ref().map(|condition| Wanted::of(condition, view)).transpose()?;
        let settled = Settled::of(view, self.scope.tags)?;
        let asked = self.fields();
        let gathered = self.scope.gather(view, settled.all(), &asked)?;
        let reader = self.scope.reader(view);
        let [from, to] = self.parted(&gathered.pieces, reader, view)?;
        let both = Gathered { pieces: [from.as_slice(), to.as_slice()].concat(), ..gathered };
        let about = About::of(&self.scope, view, settled.all(), &both, &asked);
        let asks = (self.asks == FollowedAsks::All).then(|| moves(&from, &to));
        let axes = Axes { rows: self.rows, columns: None, share: share.as_ref(), reader };
        let [from, to] = [from, to].map(|pieces| Units::of(pieces, self.scope.unit));
        let units = (from.len() + to.len()) as u64;
        let [from, to] = [from, to].map(|units| Tally::of(&units, axes));
        let states: BTreeSet<Option<StateCode>> = from.all.states().chain(to.all.states()).collect();
        let parts = Parts { from, to, states: states.into_iter().collect() };
        let resample = Resample::of(parts.states.len());
        let titles = Titles::new(view, asker.language);
        let rows = self.rows_of(&parts, &resample, titles);
        let total = Difference::of(&parts.counts([&parts.from.all, &parts.to.all], None), &resample);
        let comparisons = rows.iter().filter(|row| row.difference.low.is_some()).count() as u64;
        let about = About { units, records: records(&both.pieces), ..about.with_intervals(comparisons) };
        Ok(ChangeAnswer { question: self.clone(), about, total, rows, asks })
    }
}

impl CompareChange {
    /// The fields that are read.
    fn fields(&self) -> Vec<Field> {
        let share = self.share.as_ref().map(|condition| condition.field);
        [self.rows, self.from.field, self.to.field].into_iter().chain(share).collect()
    }

    /// The pieces of the one part and of the other.
    fn parted<'v>(
        &self,
        pieces: &[Piece<'v>],
        reader: Reader<'_>,
        view: &View,
    ) -> Result<[Vec<Piece<'v>>; 2], Refusal> {
        let mut values = Vec::new();
        let mut part = |condition: &Condition| -> Result<Vec<Piece<'v>>, Refusal> {
            let wanted = Wanted::of(condition, view)?;
            let is_of = |piece: &&Piece<'v>| {
                reader.read(condition.field, std::slice::from_ref(*piece), &mut values);
                wanted.holds(&values)
            };
            Ok(pieces.iter().filter(is_of).copied().collect())
        };
        let mut parts = [part(&self.from)?, part(&self.to)?];
        if self.states == ComparedStates::InBoth {
            let [from, to] = [&parts[0], &parts[1]].map(|pieces| states(pieces));
            let both: BTreeSet<Option<StateCode>> = from.intersection(&to).copied().collect();
            parts.iter_mut().for_each(|part| part.retain(|piece| both.contains(&piece.settled.record.state)));
        }
        Ok(parts)
    }

    fn rows_of<'v>(&self, parts: &Parts<'v>, resample: &Resample, titles: Titles<'_>) -> Vec<ChangeRow> {
        let none = ByState::default();
        let denominators = self.share.is_none().then_some([&parts.from.all, &parts.to.all]);
        let values: BTreeSet<Value<'v>> = parts.from.rows.keys().chain(parts.to.rows.keys()).copied().collect();
        let row = |value: Value<'v>| {
            let counts = [&parts.from, &parts.to].map(|tally| tally.rows.get(&value).unwrap_or(&none));
            let difference = Difference::of(&parts.counts(counts, denominators), resample);
            ChangeRow { title: titles.of(self.rows, &value), row: value.code(), difference }
        };
        values.into_iter().collect::<Vec<_>>().into_par_iter().map(row).collect()
    }
}

fn states(pieces: &[Piece<'_>]) -> BTreeSet<Option<StateCode>> {
    pieces.iter().map(|piece| piece.settled.record.state).collect()
}

/// How many records pieces are of.
fn records(pieces: &[Piece<'_>]) -> u64 {
    pieces.iter().map(|piece| piece.settled.record.id).collect::<BTreeSet<RecordId>>().len() as u64
}

#[cfg(test)]
mod tests {
    use super::{Difference, Resample};

    #[test]
    fn a_difference_is_of_the_sums_and_one_state_is_not_resampled() {
        let found = Difference::of(&[(0, [135, 171, 224, 321])], &Resample::of(1));
        let near = |value: Option<f64>, wanted: f64| (value.unwrap() - wanted).abs() < 1e-9;
        assert!(near(found.difference, -9.165_436_956_878_182) && found.cluster_low.is_none(), "{found:?}");
        assert!(near(found.low, -16.714_062_432_986_736) && near(found.high, -0.933_659_356_507_983_4));
        let two = Difference::of(&[(0, [1, 5, 2, 4]), (1, [3, 6, 9, 9])], &Resample::of(2));
        assert_eq!((two.from_n, two.from_of, two.to_n, two.to_of), (4, 11, 11, 13));
        assert!(two.cluster_low.is_some_and(|low| low <= two.difference.unwrap()));
        assert_eq!(Difference::of(&[(0, [1, 9, 2, 400])], &Resample::of(1)).difference, None);
    }
}
