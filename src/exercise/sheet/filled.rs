//! Sortings out of the tables of a file, with what is wrong in them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::card_rows::{of_bare_rows, of_card_rows};
use super::card_sort::of_card_sort;
use super::group_columns::of_group_columns;
use super::lists::of_lists;
use super::numbers::card_number;
use super::placed::Placed;
use crate::domain::vocabulary::fold;
use crate::domain::{Message, Values};
use crate::exercise::{Exercise, ExerciseKind, Sorting};
use crate::ingest::PlainTable;

/// What is wrong with a card in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "exercise-card-")]
pub enum CardFault {
    /// The exercise has no such card; it is left out.
    Unknown,
    /// It is in no group.
    Missing,
    /// It was placed before; where it came first holds.
    Twice,
}

/// A card that a sheet does not place as it should.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetFault {
    /// Who sorted.
    pub sheet: String,
    /// Name of the file.
    pub file: String,
    /// Where in the file; empty for what is missing.
    pub place: String,
    /// The card as it is written.
    pub card: String,
    /// What is wrong with it.
    pub fault: CardFault,
}

impl Message for SheetFault {
    fn code(&self) -> &'static str {
        self.fault.into()
    }

    fn values(&self) -> Values {
        [("sheet", &self.sheet), ("file", &self.file), ("place", &self.place), ("card", &self.card)]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.clone().into()))
            .collect()
    }
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledSheet {
    /// The sortings, in the order of the file.
    pub sortings: Vec<Sorting>,
    /// The cards that are not placed as they should be.
    pub faults: Vec<SheetFault>,
}

/// Reads the tables of a file by the key of its exercise: who sorted is called as the file is, without its ending,
/// where the tables do not say it. None where no layout fits.
#[must_use]
pub fn filled_sheet(file: &str, tables: &[PlainTable], key: &Exercise) -> Option<FilledSheet> {
    let name = file.rsplit_once('.').map_or(file, |(name, _)| name);
    let found = by_cards(tables, key).or_else(|| of_all(tables, of_lists))?;
    let several = found.iter().map(|(table, _)| *table).filter(|table| !table.is_empty()).count() > 1;
    let mut sheet = FilledSheet { sortings: Vec::new(), faults: Vec::new() };
    let mut by_sorter: Vec<(String, Vec<Placed>)> = Vec::new();
    for (table, placed) in found {
        let usual = if several && !table.is_empty() { table } else { name };
        for one in placed {
            let sorter = one.sorter.clone().unwrap_or_else(|| usual.to_owned());
            match by_sorter.iter_mut().find(|(known, _)| *known == sorter) {
                Some((_, all)) => all.push(one),
                None => by_sorter.push((sorter, vec![one])),
            }
        }
    }
    by_sorter.into_iter().for_each(|(sorter, placed)| sheet.take(sorter, &placed, file, key));
    (!sheet.sortings.is_empty()).then_some(sheet)
}

/// What the tables place, each with its name; lines are looked at only where no table does.
fn by_cards<'t>(tables: &'t [PlainTable], key: &Exercise) -> Option<Vec<(&'t str, Vec<Placed>)>> {
    of_all(tables, of_card_sort)
        .or_else(|| of_all(tables, |table| of_card_rows(table, key)))
        .or_else(|| of_all(tables, |table| of_group_columns(table).filter(|placed| places_once(placed))))
        .or_else(|| of_all(tables, |table| of_bare_rows(table, key)))
        .or_else(|| of_all(tables, of_group_columns))
}

fn of_all(
    tables: &[PlainTable],
    read: impl Fn(&PlainTable) -> Option<Vec<Placed>>,
) -> Option<Vec<(&str, Vec<Placed>)>> {
    let found = tables.iter().filter_map(|table| Some((table.name.as_str(), read(table)?)));
    Some(found.collect::<Vec<_>>()).filter(|found| !found.is_empty())
}

/// Whether no card stands twice: two columns of numbers may be groups, or cards with numbers for groups.
fn places_once(placed: &[Placed]) -> bool {
    let mut numbers: Vec<Option<usize>> = placed.iter().map(|placed| card_number(&placed.card)).collect();
    let all = numbers.len();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.len() == all
}

impl FilledSheet {
    /// Takes the cards that one sorter placed.
    fn take(&mut self, sorter: String, placed: &[Placed], file: &str, key: &Exercise) {
        let fault = |card: &str, place: &str, fault: CardFault| SheetFault {
            sheet: sorter.clone(),
            file: file.to_owned(),
            place: place.to_owned(),
            card: card.to_owned(),
            fault,
        };
        let mut groups: BTreeMap<usize, String> = BTreeMap::new();
        for Placed { card, group, place, .. } in placed {
            let number = card_number(card).filter(|number| key.card(*number).is_some());
            let group = group_of(group, key.kind);
            match number {
                None => self.faults.push(fault(card, place, CardFault::Unknown)),
                Some(_) if group.is_empty() => {}
                Some(number) if groups.contains_key(&number) => self.faults.push(fault(card, place, CardFault::Twice)),
                Some(number) => _ = groups.insert(number, group),
            }
        }
        let missing = key.cards.iter().filter(|card| !groups.contains_key(&card.number));
        self.faults.extend(missing.map(|card| fault(&card.number.to_string(), "", CardFault::Missing)));
        self.sortings.push(Sorting { name: sorter, groups });
    }
}

/// What groups are told apart by: the words without case and signs; of the elements of SMART the letters, in any
/// order. A name of signs alone stays as it is.
fn group_of(written: &str, kind: ExerciseKind) -> String {
    if kind == ExerciseKind::Smart {
        let upper = written.to_uppercase();
        let are_letters = upper.chars().filter(|c| c.is_alphabetic()).all(|c| "SMART".contains(c));
        let letters: String = "SMART".chars().filter(|letter| are_letters && upper.contains(*letter)).collect();
        return if letters.is_empty() { written.trim().to_lowercase() } else { letters };
    }
    let folded = fold(written);
    if folded.is_empty() { written.trim().to_owned() } else { folded }
}

#[cfg(test)]
mod tests {
    use super::{CardFault, filled_sheet};
    use crate::exercise::card::tests::key_of;
    use crate::ingest::{PlainRow, PlainTable};

    fn table(rows: &[&[&str]]) -> Vec<PlainTable> {
        let row = |(at, cells): (usize, &&[&str])| PlainRow {
            place: format!("row {}", at + 1),
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        };
        vec![PlainTable { name: String::new(), rows: rows.iter().enumerate().map(row).collect() }]
    }

    /// Who sorted, then the groups of the cards 1 to 4.
    fn sorted(rows: &[&[&str]]) -> Vec<String> {
        let sheet = filled_sheet("file.csv", &table(rows), &key_of(&["a", "a", "b", "b"])).unwrap();
        assert!(sheet.faults.is_empty(), "{rows:?}: {:?}", sheet.faults);
        let groups =
            |sorting: &crate::exercise::Sorting| sorting.groups.values().cloned().collect::<Vec<_>>().join(" ");
        sheet.sortings.iter().map(|sorting| format!("{}: {}", sorting.name, groups(sorting))).collect()
    }

    #[test]
    fn a_sheet_is_read_however_it_is_laid_out() {
        let handout: &[&[&str]] = &[
            &["No.", "Recommendation", "Your group"],
            &["1", "Text 1. UPR s40", "Water"],
            &["2", "Text 2", "water "],
            &["3", "Text 3", "Land"],
            &["4", "Text 4", "Land"],
        ];
        assert_eq!(sorted(handout), ["file: water water land land"]);
        let columns: &[&[&str]] = &[&["Water", "Land"], &["1", "3, 4"], &["2", ""]];
        assert_eq!(sorted(columns), ["file: water water land land"]);
        let lists: &[&[&str]] = &[&["Our groups"], &["Water: 1", "2"], &["Land", "3", "4"]];
        assert_eq!(sorted(lists), ["file: water water land land"]);
        let numbers: &[&[&str]] = &[&["card", "group"], &["1", "1"], &["2", "1"], &["3", "2"], &["4", "2"]];
        assert_eq!(sorted(numbers), ["file: 1 1 2 2"]);
        let card_sort: &[&[&str]] = &[
            &["card_id", "card_label", "category_id", "category_label", "user_id"],
            &["1", "x", "1", "Water", "Ada"],
            &["2", "x", "1", "Water", "Ada"],
            &["3", "x", "2", "Land", "Ada"],
            &["4", "x", "2", "Land", "Ada"],
            &["1", "x", "9", "All", "Bo"],
            &["2", "x", "9", "All", "Bo"],
            &["3", "x", "9", "All", "Bo"],
            &["4", "x", "9", "All", "Bo"],
        ];
        assert_eq!(sorted(card_sort), ["Ada: 1 1 2 2", "Bo: 9 9 9 9"]);
    }

    #[test]
    fn cards_that_are_unknown_missing_or_twice_are_named_with_their_row() {
        let rows: &[&[&str]] = &[&["A: 1, 2, 9"], &["B: 2, 3"]];
        let sheet = filled_sheet("file.csv", &table(rows), &key_of(&["a", "a", "b", "b"])).unwrap();
        let faults: Vec<(&str, &str, CardFault)> =
            sheet.faults.iter().map(|fault| (fault.card.as_str(), fault.place.as_str(), fault.fault)).collect();
        let wanted =
            [("9", "row 1", CardFault::Unknown), ("2", "row 2", CardFault::Twice), ("4", "", CardFault::Missing)];
        assert_eq!(faults, wanted);
        assert_eq!(filled_sheet("file.csv", &table(&[&["Minutes of the day"]]), &key_of(&["a"])), None);
    }
}
