//! What is written in figures, as codes.

use serde::Serialize;

use crate::domain::{Coded, Message, Values, fields};

/// Words of a figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "figure-")]
pub(super) enum Label {
    /// The title.
    Title {
        /// Which figure it is.
        what: &'static str,
    },
    /// The title of a table of two fields.
    TitleOfTwo {
        /// The rows.
        rows: Coded,
        /// The columns.
        columns: Coded,
    },
    /// The title of a table of one field.
    TitleOfOne {
        /// The rows.
        rows: Coded,
    },
    /// The title of a difference.
    TitleOfChange {
        /// The rows.
        rows: Coded,
        /// The one part.
        from: String,
        /// The other part.
        to: String,
    },
    /// The title of the chains of a State.
    TitleOfState {
        /// Its name.
        state: String,
    },
    /// What the share is taken of, under a title.
    ShareOf {
        /// The condition.
        condition: String,
    },
    /// What rows and cells show, for those who do not see them.
    SaidOfTable {
        /// Rows shown.
        rows: usize,
        /// Columns shown.
        columns: usize,
        /// Units in all.
        units: u64,
    },
    /// The fullest cell of a table, for those who do not see it.
    SaidOfMost {
        /// Its row.
        row: String,
        /// Its column.
        column: String,
        /// What stands in it.
        count: u64,
    },
    /// Who makes asks together, for those who do not see it.
    SaidOfCombinations {
        /// Asks in all.
        asks: u64,
        /// Those that several make.
        several: u64,
    },
    /// What bars show, for those who do not see them.
    SaidOfBars {
        /// Bars.
        rows: usize,
        /// Units in all.
        units: u64,
        /// Units that are supported.
        supported: u64,
    },
    /// How measures stand, for those who do not see it.
    SaidOfStatus {
        /// Days shown.
        days: usize,
        /// Measures on the last day.
        measures: u64,
    },
    /// What chains show, for those who do not see them.
    SaidOfChains {
        /// Chains shown.
        shown: usize,
        /// Chains in all.
        all: usize,
        /// Records of the State.
        records: usize,
    },
    /// What a map of themes shows, for those who do not see it.
    SaidOfThemes {
        /// Themes.
        themes: usize,
        /// Clusters.
        clusters: usize,
        /// Units in all.
        units: u64,
    },
    /// Rows that are left out.
    MoreRows {
        /// Rows shown.
        shown: usize,
        /// Rows in all.
        all: usize,
    },
    /// Columns that are left out.
    MoreColumns {
        /// Columns shown.
        shown: usize,
        /// Columns in all.
        all: usize,
    },
    /// Heading of what all makers make together, each ask once.
    Altogether,
    /// What stands for records without a value.
    NoValue,
    /// A cycle of the review.
    Cycle {
        /// Its number.
        number: String,
    },
    /// A share with its interval.
    Interval {
        /// The share, in per cent.
        share: String,
        /// Lower end.
        low: String,
        /// Upper end.
        high: String,
    },
    /// A difference with its interval.
    Points {
        /// The difference, in points.
        difference: String,
        /// Lower end.
        low: String,
        /// Upper end.
        high: String,
    },
    /// Stands where a denominator is too small.
    Small,
    /// What the line under a bar shows.
    Whiskers,
    /// Intervals come from one review.
    Wilson,
    /// Intervals come from drawing States.
    Drawn,
    /// There is nothing to show.
    Nothing,
    /// The first line of the foot.
    Foot {
        /// The unit.
        unit: Coded,
        /// The denominator.
        denominator: Coded,
    },
    /// The second line of the foot.
    Source {
        /// Records that are counted.
        records: u64,
        /// States among them.
        states: u64,
        /// Version of the data.
        data: String,
        /// Hash over the models.
        models: String,
        /// Version of the program.
        version: &'static str,
    },
}

impl Message for Label {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::Label;
    use crate::domain::{Coded, Language};
    use crate::figures::FigureError;
    use crate::i18n::Words;

    #[test]
    fn every_label_has_words_in_the_languages_of_figures() {
        for language in [Language::En, Language::Fr, Language::Es, Language::Ar] {
            let words = Words::of(language);
            for code in Label::VARIANTS {
                assert!(words.knows(code), "{language}: {code}");
            }
        }
        assert!(FigureError::VARIANTS.iter().all(|code| Words::english().knows(code)));
    }

    #[test]
    fn a_foot_says_unit_and_denominator_in_words() {
        let unit = Coded::word("figure-unit", "pair");
        let denominator = Coded::word("figure-denominator", "all");
        let said = Words::english().say(&Label::Foot { unit, denominator });
        assert_eq!(
            said,
            "Unit: pairs of recommendation and recommending State. Denominator: all units that are counted."
        );
    }
}
