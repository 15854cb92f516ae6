//! What has to be known of a table to read it, to cite it and to make it again.

use std::collections::{BTreeSet, HashSet};

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::piece::Piece;
use super::resample::{DRAWS, SEED};
use super::scope::{Gathered, Scope};
use super::units::Unit;
use super::version::data_version;
use super::which::Which;
use crate::domain::vocabulary::values;
use crate::domain::{Coded, Message, RecordId, SettledRecord, StateCode, TagKind, Values, fields};
use crate::view::{TagSource, View};

/// Fewer in a denominator make no percentage.
pub(super) const LEAST: u64 = 10;

/// What a table counts, of which data, and what is to be known of it.
#[derive(Debug, Clone, Serialize)]
pub struct About {
    /// The unit.
    pub unit: Unit,
    /// Whose tags.
    pub tags: TagSource,
    /// Fingerprint of the data; it does not hang on the order of rows and files.
    pub data: String,
    /// Hash over the models.
    pub models: String,
    /// Records that are counted.
    pub records: u64,
    /// Units that they make.
    pub units: u64,
    /// States under review, or States parties, among them.
    pub states: u64,
    /// How many intervals the table holds: of twenty that compare what is the same, one is likely to say otherwise.
    pub comparisons: u64,
    /// What is to be known besides.
    pub notes: Vec<Coded>,
}

/// Something that is to be known of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "compare-")]
pub enum TableNote {
    /// Records of other kinds fit and are not counted.
    OtherKinds {
        /// How many.
        records: u64,
    },
    /// Whoever has several values of a field counts for each.
    SeveralValues,
    /// Positions on one ask differ over time.
    PositionOfAsk {
        /// Which counts.
        which: Which,
    },
    /// The State stated other positions after its review.
    LaterPositions {
        /// On how many of the records.
        records: u64,
        /// Which counts.
        which: Which,
    },
    /// Small denominators have no percentage.
    Small {
        /// The least that has one.
        least: u64,
    },
    /// A single State was counted in full.
    FullCount,
    /// Several States were resampled.
    Resampled {
        /// How many States.
        states: u64,
        /// How often they were drawn.
        draws: u64,
        /// The seed of the draws.
        seed: u64,
    },
    /// How many intervals there are.
    Comparisons {
        /// How many.
        count: u64,
    },
    /// Labels of files are of several generations.
    Labels {
        /// Labels that are counted.
        labels: u64,
        /// Those that the crosswalk leads to no theme of the list in force.
        unmapped: u64,
        /// The same in per cent, to one place.
        percent: String,
    },
}

impl Message for TableNote {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl About {
    /// What is to be known of units of all records that were gathered.
    pub(in crate::reports) fn of(
        scope: &Scope,
        view: &View,
        settled: &[SettledRecord],
        gathered: &Gathered<'_>,
        asked: &[Field],
    ) -> Self {
        let states: BTreeSet<Option<StateCode>> = gathered.pieces.iter().map(|p| p.settled.record.state).collect();
        let mut notes = Vec::new();
        if gathered.others > 0 {
            notes.push(TableNote::OtherKinds { records: gathered.others });
        }
        if asked.iter().any(|field| has_several(*field, scope.unit)) {
            notes.push(TableNote::SeveralValues);
        }
        if scope.unit == Unit::Ask && asked.contains(&Field::Position) {
            notes.push(TableNote::PositionOfAsk { which: scope.positions });
        }
        if asked.contains(&Field::Position) {
            notes.extend(later_positions(gathered, scope.positions));
        }
        if asked.contains(&Field::Theme) {
            notes.extend(labels(&gathered.pieces));
        }
        Self {
            unit: scope.unit,
            tags: scope.tags,
            data: data_version(settled),
            models: view.analysis.models.clone(),
            records: gathered.records,
            units: 0,
            states: states.len() as u64,
            comparisons: 0,
            notes: notes.iter().map(Coded::from).collect(),
        }
    }

    /// Adds what is to be known of the intervals of a table.
    pub(super) fn with_intervals(mut self, comparisons: u64) -> Self {
        let mut notes = vec![TableNote::Small { least: LEAST }];
        if comparisons > 0 {
            notes.push(match self.states {
                1 => TableNote::FullCount,
                states => TableNote::Resampled { states, draws: DRAWS as u64, seed: SEED },
            });
        }
        if comparisons > 1 {
            notes.push(TableNote::Comparisons { count: comparisons });
        }
        self.comparisons = comparisons;
        self.notes.extend(notes.iter().map(Coded::from));
        self
    }
}

/// Whether a unit may have several values of a field.
const fn has_several(field: Field, unit: Unit) -> bool {
    match field {
        Field::Issue | Field::Theme | Field::Group | Field::Sdg | Field::Entity => true,
        Field::Recommender | Field::RecommenderRegion => !matches!(unit, Unit::Pair),
        Field::State | Field::Region | Field::Position => false,
        _ => matches!(unit, Unit::Ask),
    }
}

/// On how many records the State stated another position after its review; nothing where on none.
fn later_positions(gathered: &Gathered<'_>, which: Which) -> Option<TableNote> {
    let restated = gathered.pieces.iter().filter(|piece| piece.settled.record.history.is_some());
    let records: BTreeSet<RecordId> = restated.map(|piece| piece.settled.record.id).collect();
    (!records.is_empty()).then_some(TableNote::LaterPositions { records: records.len() as u64, which })
}

/// How many labels of themes the crosswalk left as they were; nothing where it left none.
fn labels(pieces: &[Piece<'_>]) -> Option<TableNote> {
    let in_force: HashSet<&str> = values(TagKind::Theme).iter().copied().collect();
    let themes = || pieces.iter().flat_map(|piece| &piece.settled.themes);
    let (labels, unmapped) = (themes().count(), themes().filter(|theme| !in_force.contains(theme.as_str())).count());
    (unmapped > 0).then(|| TableNote::Labels {
        labels: labels as u64,
        unmapped: unmapped as u64,
        percent: format!("{:.1}", unmapped as f64 * 100.0 / labels as f64),
    })
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::{Field, TableNote, Unit, has_several};

    #[test]
    fn every_note_has_a_code_of_one_prefix() {
        assert!(TableNote::VARIANTS.iter().all(|code| code.starts_with("compare-")));
    }

    #[test]
    fn a_pair_has_one_recommender_and_a_recommendation_may_have_several() {
        assert!(has_several(Field::Recommender, Unit::Recommendation) && !has_several(Field::Recommender, Unit::Pair));
        assert!(has_several(Field::Session, Unit::Ask) && !has_several(Field::Session, Unit::Recommendation));
    }
}
