//! Arrays of objects that are no export of UHRI: read as a table whose headings are the names of the fields.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::budget::Budget;
use super::damage::Damage;
use super::fault::{Limit, ReadFault};
use super::grid::Grid;

/// Most headings; an array whose objects have more names of fields is no table, and those beyond are passed over.
const MOST_HEADINGS: usize = 1_000;
/// Most values of a file, those inside of fields counted: a value of two bytes takes dozens in memory before it
/// is text.
const MOST_VALUES: usize = 16_000_000;

/// The names of the fields of the first object, sorted; `None` when there is no whole one.
pub(super) fn first_fields(text: impl std::io::Read) -> Option<Vec<String>> {
    let mut names = None;
    let mut json = serde_json::Deserializer::from_reader(text);
    // Whether more objects follow does not matter: they are an error here, after the names are known.
    let _ = json.deserialize_seq(FirstObject(&mut names));
    names
}

/// The objects of an array as the rows of a table; the first row holds the headings.
///
/// # Errors
/// When it is no array of objects, or beyond the limits.
pub(super) fn grid(bytes: &[u8], budget: &mut Budget) -> Result<Grid, ReadFault> {
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    if commas(bytes) >= MOST_VALUES {
        return Err(Limit::Cells { most: MOST_VALUES as u64 }.into());
    }
    let mut rows = Rows { budget, beyond: None, headings: Vec::new(), rows: Vec::new() };
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let read = json.deserialize_seq(&mut rows).and_then(|()| json.end());
    let Rows { beyond, headings, rows, .. } = rows;
    if let Some(limit) = beyond {
        return Err(limit.into());
    }
    read.map_err(Damage::said)?;
    let numbered =
        (1..).zip(rows).filter(|(_, row): &(u64, Vec<String>)| row.iter().any(|cell| !cell.trim().is_empty()));
    Ok(Grid { rows: std::iter::once((0, headings)).chain(numbered).collect(), ..Grid::default() })
}

/// The commas outside of texts, which stand between values.
fn commas(bytes: &[u8]) -> usize {
    let (mut count, mut is_text, mut is_escaped) = (0, false, false);
    for byte in bytes {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = is_text,
            b'"' => is_text = !is_text,
            b',' => count += usize::from(!is_text),
            _ => {}
        }
    }
    count
}

struct FirstObject<'a>(&'a mut Option<Vec<String>>);

impl<'de> Visitor<'de> for FirstObject<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let fields = items.next_element::<BTreeMap<String, IgnoredAny>>()?;
        *self.0 = fields.map(|fields| fields.into_keys().collect());
        Ok(())
    }
}

struct Rows<'a> {
    budget: &'a mut Budget,
    beyond: Option<Limit>,
    headings: Vec<String>,
    rows: Vec<Vec<String>>,
}

impl<'de> Visitor<'de> for &mut Rows<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Object(&mut *self))?.is_some() {}
        Ok(())
    }
}

/// One object, which becomes the next row.
struct Object<'a, 'b>(&'a mut Rows<'b>);

impl<'de> DeserializeSeed<'de> for Object<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Object<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the fields of a recommendation")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<(), A::Error> {
        let Rows { budget, beyond, headings, rows } = self.0;
        let mut refuse = |limit| {
            *beyond = Some(limit);
            A::Error::custom("it is beyond a limit")
        };
        let mut row = Vec::new();
        // An object without fields takes room too.
        budget.take_cells(1).map_err(&mut refuse)?;
        while let Some(name) = fields.next_key::<String>()? {
            let at = match headings.iter().position(|heading| *heading == name) {
                Some(at) => at,
                None if headings.len() < MOST_HEADINGS => {
                    headings.push(name);
                    headings.len() - 1
                }
                None => {
                    fields.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            let cell = cell(fields.next_value::<Value>()?);
            let width = (at + 1).saturating_sub(row.len());
            budget.take_text(cell.len()).and_then(|()| budget.take_cells(width)).map_err(&mut refuse)?;
            row.resize(row.len() + width, String::new());
            row[at] = cell;
        }
        rows.push(row);
        Ok(())
    }
}

/// A value as the text of a cell: lists one item a line, objects as they are written.
fn cell(value: Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text,
        Value::Array(items) => items.into_iter().map(cell).collect::<Vec<_>>().join("\n"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_rows_under_the_names_of_their_fields() {
        let text = r#"[{"No": 6.1, "States": ["Chile", "Peru"]}, {}, {"Text": "Build schools", "No": null}]"#;
        let grid = grid(text.as_bytes(), &mut Budget::of_a_table()).unwrap();
        let rows: Vec<(u64, String)> = grid.rows.into_iter().map(|(number, row)| (number, row.join("|"))).collect();
        let expected = [(0, "No|States|Text"), (1, "6.1|Chile\nPeru"), (3, "||Build schools")];
        assert_eq!(rows, expected.map(|(number, row)| (number, row.to_owned())));
        assert_eq!(first_fields(text.as_bytes()), Some(vec!["No".to_owned(), "States".to_owned()]));
        assert_eq!(first_fields(r#"[{"Text": "cut o"#.as_bytes()), None);
    }

    #[test]
    fn a_field_that_comes_late_is_kept_and_values_are_told_from_commas_of_texts() {
        let mut objects = vec![r#"{"No": 1}"#; 300];
        objects.push(r#"{"No": 2, "State": "Peru"}"#);
        let text = format!("[{}]", objects.join(","));
        let grid = grid(text.as_bytes(), &mut Budget::of_a_table()).unwrap();
        assert_eq!((grid.rows[0].1.join("|"), grid.rows[301].1.join("|")), ("No|State".into(), "2|Peru".into()));
        assert_eq!(commas(br#"[{"a": "x, \", y", "b": [1, 2]}, {}]"#), 3);
    }

    #[test]
    fn what_is_no_array_of_objects_or_beyond_a_limit_is_refused() {
        assert!(matches!(grid(br#"[{"a": 1}, 2]"#, &mut Budget::of_a_table()), Err(ReadFault::Damaged(_))));
        let beyond = grid(br#"[{"a": "longer"}]"#, &mut Budget::of(5, 100, 100)).unwrap_err();
        assert_eq!(beyond, ReadFault::Beyond(Limit::Cell { size: 1, most: 1 }));
    }
}
