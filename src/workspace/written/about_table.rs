//! What a table of an answer is: all that a researcher needs to cite it and to make it again. The same question on
//! the same data says the same; no day stands in it.

use serde::Serialize;

use crate::domain::{Coded, Message, Values, fields};
use crate::exports::AboutLine;
use crate::i18n::Words;
use crate::reports::{About, Condition, Unit};
use crate::view::TagSource;

/// Something that is said of a table: the name of a line, or what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "about-table-")]
pub(in crate::workspace) enum AboutTable {
    /// The title.
    Title {
        /// What is asked: `compare`, `change`, `overlap` or `equivalents`.
        what: &'static str,
    },
    /// Name of a sheet.
    Sheet {
        /// What it holds.
        what: &'static str,
    },
    /// Line of the unit.
    Unit,
    /// Line of the rows.
    Rows,
    /// Line of the columns.
    Columns,
    /// Line of the share.
    Share,
    /// How many recommendations have an equivalent.
    WithEquivalents {
        /// Those that have one that asks the same.
        full: u64,
        /// Those that have one that asks the same or a part of it.
        with: u64,
        /// All.
        all: u64,
    },
    /// Line of the one part.
    From,
    /// Line of the other part.
    To,
    /// Line of the denominators.
    Denominator,
    /// Denominators are units of the cell.
    OfCell,
    /// Denominators are units of the row.
    OfRow,
    /// Denominators are all units.
    OfAll,
    /// Line of the filters.
    Filters,
    /// Line of how much was counted.
    Counted,
    /// How much was counted.
    Units {
        /// Units.
        units: u64,
        /// Records that they are made of.
        records: u64,
        /// States.
        states: u64,
    },
    /// Line of the tags.
    Tags,
    /// Whose tags.
    TagsOf {
        /// Person over file over model, or the model alone.
        tags: TagSource,
    },
    /// Line of what is to be known besides.
    ToBeKnown,
    /// Line of the version of the data.
    Version,
    /// Line of the models.
    Models,
    /// Line of the program.
    MadeWith,
    /// The program.
    Program {
        /// Its version.
        version: &'static str,
    },
    /// Line of the question as it is sent.
    Question,
    /// Line of the citation.
    Citation,
    /// How the table is cited. It bears no day: the versions tell which data it is of.
    Cited {
        /// The title.
        title: String,
        /// What was asked, by the names of its lines.
        asked: String,
        /// Units.
        units: u64,
        /// Name of the unit.
        unit: String,
        /// Records that they are made of.
        records: u64,
        /// States.
        states: u64,
        /// The version of the data.
        data: String,
        /// The models.
        models: String,
        /// The version of the program.
        version: &'static str,
    },
}

impl Message for AboutTable {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

/// The words of a unit.
fn unit_words(unit: Unit, words: &Words) -> String {
    words.coded(&Coded::word("unit", unit.code()))
}

/// The lines of a table of that title: those of its own after the unit, then what holds of all tables. Lines without a value are
/// left out.
pub(in crate::workspace) fn lines(
    title: &str,
    own: Vec<(AboutTable, String)>,
    filters: &[Condition],
    about: &About,
    question: String,
    words: &Words,
) -> Vec<AboutLine> {
    let filters: Vec<String> = filters.iter().map(ToString::to_string).collect();
    let notes: Vec<String> = about.notes.iter().map(|note| words.coded(note)).collect();
    let units = AboutTable::Units { units: about.units, records: about.records, states: about.states };
    let program = AboutTable::Program { version: env!("CARGO_PKG_VERSION") };
    let filtered = (AboutTable::Filters, filters.join("; "));
    let asked = own.iter().chain([&filtered]).filter(|(_, value)| !value.is_empty());
    let asked: Vec<String> = asked.map(|(line, value)| format!("{}: {value}", words.say(line))).collect();
    let cited = AboutTable::Cited {
        title: title.to_owned(),
        asked: asked.join("; "),
        units: about.units,
        unit: unit_words(about.unit, words),
        records: about.records,
        states: about.states,
        data: about.data.clone(),
        models: about.models.clone(),
        version: env!("CARGO_PKG_VERSION"),
    };
    let shared = [
        filtered,
        (AboutTable::Counted, words.say(&units)),
        (AboutTable::Tags, words.say(&AboutTable::TagsOf { tags: about.tags })),
        (AboutTable::ToBeKnown, notes.join(". ")),
        (AboutTable::Version, about.data.clone()),
        (AboutTable::Models, about.models.clone()),
        (AboutTable::MadeWith, words.say(&program)),
        (AboutTable::Question, question),
        (AboutTable::Citation, words.say(&cited)),
    ];
    let unit = (AboutTable::Unit, unit_words(about.unit, words));
    let all = std::iter::once(unit).chain(own).chain(shared);
    all.filter(|(_, value)| !value.is_empty()).map(|(line, value)| AboutLine::of(words.say(&line), value)).collect()
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::AboutTable;
    use crate::domain::Coded;
    use crate::i18n::Words;
    use crate::reports::{TableNote, Unit};

    #[test]
    fn everything_that_is_said_of_a_table_has_words() {
        for code in AboutTable::VARIANTS.iter().chain(TableNote::VARIANTS) {
            assert!(Words::english().knows(code), "{code}");
        }
        let words = Words::english();
        let units = AboutTable::Units { units: 321, records: 307, states: 1 };
        assert_eq!(words.say(&units), "321 units of 307 records to 1 State");
        assert_eq!(words.coded(&Coded::word("unit", Unit::Ask.code())), "asks");
        let cited = AboutTable::Cited {
            title: "Counts and shares".to_owned(),
            asked: "Rows: issue".to_owned(),
            units: 321,
            unit: "pairs".to_owned(),
            records: 307,
            states: 1,
            data: "d".to_owned(),
            models: "m".to_owned(),
            version: "1.0",
        };
        let said = "Counts and shares. Rows: issue. 321 pairs, of 307 records to 1 State. Weft 1.0, data d, models m.";
        assert_eq!(words.say(&cited), said);
        let note = TableNote::Labels { labels: 200, unmapped: 3, percent: "1.5".to_owned() };
        assert!(words.say(&note).starts_with("3 of 200 theme labels (1.5 %)"));
    }
}
