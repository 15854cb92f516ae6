//! What the columns of a plan mean, by their headings in six languages.

use std::collections::HashMap;
use std::sync::LazyLock;

use strum::VariantNames;

use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};
use crate::ingest::error::IngestError;
use crate::ingest::fault::MappingFault;

/// What a column of a plan can hold; the names are those of `--map`.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[strum(serialize_all = "snake_case")]
pub(super) enum SheetField {
    /// The key of a measure that has come out of a plan before.
    Key,
    Outcome,
    OutcomeNumber,
    Measure,
    MeasureNumber,
    Indicator,
    IndicatorNumber,
    Recommendations,
    Lead,
    Support,
    From,
    Until,
    /// Beginning and end in one.
    Period,
    Status,
    Budget,
    Assistance,
    Obstacles,
    Remarks,
    Baseline,
    Target,
    Unit,
    Source,
    /// What the rows are ordered by; no level of the plan where there are outcomes.
    Theme,
}

impl SheetField {
    /// The number of a level whose words stand in another column.
    pub(super) const fn number(self) -> Option<Self> {
        match self {
            Self::Outcome => Some(Self::OutcomeNumber),
            Self::Measure => Some(Self::MeasureNumber),
            Self::Indicator => Some(Self::IndicatorNumber),
            _ => None,
        }
    }
}

/// Headings, folded, from `corpora/reference/plan_columns.csv`.
static BY_HEADING: LazyLock<HashMap<String, SheetField>> = LazyLock::new(|| {
    let table = Table::embedded("plan_columns", include_str!("../../../corpora/reference/plan_columns.csv"));
    let mut headings = HashMap::new();
    for row in table.rows() {
        let field: SheetField = row.cell("field").parse().expect("the table names known fields");
        row.list("headers").iter().for_each(|heading| _ = headings.insert(fold(heading), field));
    }
    headings
});

/// What a heading means, and in which language its column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) field: SheetField,
    /// The language that the heading itself names; `None` where it names none.
    pub(super) language: Option<Language>,
    /// Whether the user has said it.
    pub(super) is_mapped: bool,
}

/// Whether a word is the heading of outcomes or of what they are ordered by.
pub(super) fn names_level(word: &str) -> bool {
    matches!(BY_HEADING.get(&fold(word)), Some(SheetField::Outcome | SheetField::Theme))
}

/// What the user says about headings: `measure=Qué se hará`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanColumnMap {
    entries: Vec<(SheetField, String)>,
}

impl PlanColumnMap {
    /// The names of all fields, joined.
    pub(super) fn fields() -> String {
        SheetField::VARIANTS.join(", ")
    }

    /// Reads pairs such as `measure=Qué se hará`.
    ///
    /// # Errors
    /// When a pair has no `=` or names no field.
    pub fn parse<S: AsRef<str>>(pairs: &[S]) -> Result<Self, IngestError> {
        let entry = |pair: &str| {
            let bad = |fault| IngestError::BadMapping { mapping: pair.to_owned(), fault, fields: Self::fields() };
            let (field, heading) = pair.split_once('=').ok_or_else(|| bad(MappingFault::NoEqualsSign))?;
            let field = field.trim().parse().map_err(|_| bad(MappingFault::NoSuchField))?;
            Ok((field, fold(heading)))
        };
        let entries: Result<Vec<_>, IngestError> = pairs.iter().map(|pair| entry(pair.as_ref())).collect();
        Ok(Self { entries: entries? })
    }

    /// A heading that the user speaks of and that no table has.
    pub(super) fn missing<'h>(&self, headings: impl Iterator<Item = &'h str> + Clone) -> Option<String> {
        let has = |wanted: &String| headings.clone().any(|heading| fold(heading) == *wanted);
        self.entries.iter().map(|(_, wanted)| wanted).find(|wanted| !has(wanted)).cloned()
    }

    /// What a heading means; `None` where it is not known.
    pub(super) fn meaning(&self, heading: &str) -> Option<Heading> {
        let folded = fold(heading);
        let mapped = self.entries.iter().find(|(_, wanted)| *wanted == folded).map(|(field, _)| *field);
        let is_mapped = mapped.is_some();
        if let Some(field) = mapped.or_else(|| BY_HEADING.get(&folded).copied()) {
            return Some(Heading { field, language: None, is_mapped });
        }
        // "Measure (EN)", "deadline_fr": what remains is the heading, of one of its languages.
        let (bare, last) = folded.rsplit_once(' ')?;
        let language = Language::ALL.into_iter().find(|language| language.code() == last)?;
        BY_HEADING.get(bare).map(|field| Heading { field: *field, language: Some(language), is_mapped: false })
    }
}

#[cfg(test)]
mod tests {
    use super::{Heading, PlanColumnMap, SheetField};
    use crate::domain::Language;

    #[test]
    fn headings_are_known_in_six_languages_with_the_language_behind_them_and_as_the_user_says() {
        let map = PlanColumnMap::parse(&["measure=Qué se hará"]).unwrap();
        let plain = |field| Some(Heading { field, language: None, is_mapped: field == SheetField::Measure });
        for (heading, field) in [
            ("Responsible institutions", SheetField::Lead),
            ("Échéance", SheetField::Until),
            ("Indicadores", SheetField::Indicator),
            ("Срок исполнения", SheetField::Until),
            ("الجهة المسؤولة", SheetField::Lead),
            ("qué se hará", SheetField::Measure),
        ] {
            assert_eq!(map.meaning(heading), plain(field), "{heading}");
        }
        let french = Heading { field: SheetField::Until, language: Some(Language::Fr), is_mapped: false };
        assert_eq!(map.meaning("deadline_fr"), Some(french));
        assert_eq!(map.meaning("Weather"), None);
        assert!(PlanColumnMap::parse(&["measure"]).is_err() && PlanColumnMap::parse(&["weather=x"]).is_err());
    }
}
