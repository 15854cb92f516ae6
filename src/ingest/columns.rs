//! Columns by meaning: which header holds what, in whatever table.

use std::collections::HashMap;
use std::sync::LazyLock;

use strum::VariantNames;

use super::error::IngestError;
use super::fault::MappingFault;
use crate::domain::vocabulary::{Table, fold};
use crate::text::formula::unguarded;

/// What a column can hold; the names are those of `--map` and of the table of headers.
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
pub enum Column {
    /// Text of the recommendation.
    Text,
    /// State under review or State party.
    State,
    /// Recommending States.
    RecommendingStates,
    /// Body or committee.
    Body,
    /// Mechanism.
    Mechanism,
    /// Document symbol.
    Symbol,
    /// Paragraph.
    Paragraph,
    /// UPR session.
    Session,
    /// UPR cycle: it tells that the row is of the review; sessions decide which.
    Cycle,
    /// Position of the State.
    Position,
    /// Kind of record.
    Kind,
    /// Themes of OHCHR.
    Themes,
    /// Affected persons.
    Persons,
    /// SDGs.
    Sdgs,
    /// Issues of UPR Info.
    Issues,
    /// Action category.
    Action,
    /// Date of publication.
    Published,
    /// Identifier of the row.
    #[strum(serialize = "id")]
    SourceId,
    /// Language of the text.
    Language,
    /// Assessment of or comments on the implementation.
    Assessment,
    /// Who is to carry it out: the entities that are known become tags, and the words are kept as a remark of the
    /// source.
    Responsible,
    /// How far it is, kept likewise; in tables without a column of positions it may be one.
    Status,
    /// What known exports hold beside, which says nothing of a recommendation that is kept.
    Aside,
}

/// Headers as sources spell them, folded, from `corpora/reference/columns.csv`.
static BY_HEADER: LazyLock<HashMap<String, Column>> = LazyLock::new(|| {
    let table = Table::embedded("columns", include_str!("../../corpora/reference/columns.csv"));
    let mut headers = HashMap::new();
    for row in table.rows() {
        let column = Column::by_name(row.cell("field")).expect("the table names known fields");
        row.list("headers").iter().for_each(|header| _ = headers.insert(fold(header), column));
    }
    headers
});

impl Column {
    /// The name of the field as `--map` spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }

    /// All field names, joined with commas.
    #[must_use]
    pub fn names() -> String {
        Self::VARIANTS.join(", ")
    }

    fn by_name(name: &str) -> Option<Self> {
        name.parse().ok()
    }

    fn by_header(header: &str) -> Option<Self> {
        BY_HEADER.get(&fold(header)).copied()
    }
}

/// What the user says about headers: `text=Recomendación`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColumnMap {
    entries: Vec<(Column, String)>,
    is_optional: bool,
}

impl ColumnMap {
    /// Reads pairs such as `text=Recomendación`.
    ///
    /// # Errors
    /// When a pair has no `=` or names no field.
    pub fn parse<S: AsRef<str>>(pairs: &[S]) -> Result<Self, IngestError> {
        let mut entries = Vec::new();
        for pair in pairs.iter().map(AsRef::as_ref) {
            let (field, header) = pair.split_once('=').ok_or_else(|| bad_mapping(pair, MappingFault::NoEqualsSign))?;
            let column = Column::by_name(field.trim()).ok_or_else(|| bad_mapping(pair, MappingFault::NoSuchField))?;
            entries.push((column, header.trim().to_owned()));
        }
        Ok(Self { entries, is_optional: false })
    }

    /// The same mappings, where headers that a table does not have are no error.
    #[must_use]
    pub fn optional(self) -> Self {
        Self { is_optional: true, ..self }
    }

    /// The pairs as they were given, for remembering.
    #[must_use]
    pub fn pairs(&self) -> Vec<String> {
        self.entries.iter().map(|(column, header)| format!("{}={header}", column.name())).collect()
    }

    fn column_of(&self, header: &str) -> Option<Column> {
        let folded = fold(header);
        self.entries.iter().find(|(_, wanted)| fold(wanted) == folded).map(|(column, _)| *column)
    }

    /// A mapped header that the table does not have.
    fn missing<'a>(&'a self, headers: &[String]) -> Option<&'a str> {
        let has = |wanted: &str| headers.iter().any(|header| fold(header) == fold(wanted));
        let mut wanted = self.entries.iter().map(|(_, header)| header.as_str()).filter(|_| !self.is_optional);
        wanted.find(|header| !has(header))
    }
}

fn bad_mapping(mapping: &str, fault: MappingFault) -> IngestError {
    IngestError::BadMapping { mapping: mapping.to_owned(), fault, fields: Column::names() }
}

/// Where each field stands in the rows of one table.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    places: HashMap<Column, usize>,
    /// The headers as written.
    pub(super) headers: Vec<String>,
}

impl Layout {
    /// Reads a header row. A mapped header wins over a synonym; of two columns with one meaning the
    /// first wins (UPR Info has two called `Org`).
    pub(super) fn of(headers: &[String], map: &ColumnMap) -> Self {
        let mut places = HashMap::new();
        for (at, header) in headers.iter().enumerate() {
            if let Some(column) = map.column_of(header) {
                places.insert(column, at);
            }
        }
        for (at, header) in headers.iter().enumerate() {
            if let Some(column) = Column::by_header(header) {
                places.entry(column).or_insert(at);
            }
        }
        Self { places, headers: headers.to_vec() }
    }

    /// Fails when a mapping names a header that is not there.
    pub(super) fn check(&self, map: &ColumnMap) -> Result<(), IngestError> {
        match map.missing(&self.headers) {
            Some(header) => Err(bad_mapping(header, MappingFault::NoSuchHeader { headers: self.headers.join(", ") })),
            None => Ok(()),
        }
    }

    /// The columns that hold no field, with their headings: unknown ones, and those whose field stands in
    /// another column.
    pub(super) fn unused(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_used = |at: usize| self.places.values().any(|&used| used == at);
        let is_aside = |heading: &str| Column::by_header(heading).is_some_and(|column| column == Column::Aside);
        let headings = self.headers.iter().map(|heading| heading.trim()).enumerate();
        headings.filter(move |&(at, heading)| !heading.is_empty() && !is_used(at) && !is_aside(heading))
    }

    /// How many fields were recognised.
    pub(super) fn recognised(&self) -> usize {
        self.places.len()
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.places.contains_key(&column)
    }

    /// All fields with their columns, in the order of the columns.
    pub(super) fn fields(&self) -> Vec<(Column, usize)> {
        let mut fields: Vec<(Column, usize)> = self.places.iter().map(|(column, at)| (*column, *at)).collect();
        fields.sort_by_key(|(column, at)| (*at, *column));
        fields
    }

    /// The heading of a field as written; empty where there is none.
    pub(super) fn heading(&self, column: Column) -> &str {
        self.places.get(&column).and_then(|&at| self.headers.get(at)).map_or("", |heading| heading.trim())
    }

    /// The column in which a field stands.
    pub(super) fn place(&self, column: Column) -> Option<usize> {
        self.places.get(&column).copied()
    }

    /// The cell of a field, without blanks around it and without the apostrophe that keeps a spreadsheet from
    /// running it; empty where there is none.
    pub(super) fn cell<'a>(&self, row: &'a [String], column: Column) -> &'a str {
        self.places.get(&column).and_then(|&at| row.get(at)).map_or("", |cell| unguarded(cell.trim()).trim())
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, ColumnMap, Layout};

    fn headers(list: &[&str]) -> Vec<String> {
        list.iter().map(|h| (*h).to_owned()).collect()
    }

    #[test]
    fn synonyms_and_mappings_find_columns() {
        let map = ColumnMap::parse(&["text=Empfehlung"]).unwrap();
        let layout = Layout::of(&headers(&["Empfehlung", "SuR", "Org", "RS", "Org"]), &map);
        assert!(layout.has(Column::Text) && layout.has(Column::State) && layout.has(Column::RecommendingStates));
        assert!(layout.check(&ColumnMap::parse(&["text=nowhere"]).unwrap()).is_err());
    }

    #[test]
    fn a_cell_is_read_without_the_apostrophe_that_guards_it() {
        let layout = Layout::of(&headers(&["Text"]), &ColumnMap::default());
        let read = |cell: &str| layout.cell(&headers(&[cell]), Column::Text).to_owned();
        assert_eq!(read("'- Ratify"), "- Ratify");
        assert_eq!(read(" '＝1 "), "＝1");
        assert_eq!(read("'s-Hertogenbosch"), "'s-Hertogenbosch");
    }

    #[test]
    fn a_mapping_names_a_known_field() {
        assert!(ColumnMap::parse(&["colour=Red"]).is_err());
        assert!(ColumnMap::parse(&["text"]).is_err());
    }
}
