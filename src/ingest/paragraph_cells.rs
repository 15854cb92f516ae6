//! Numbers of paragraphs that a spreadsheet has turned into something else: `140.10` into the number 140.1,
//! `6.1` into a day.
//!
//! A lost zero shows in how the cell is shown (`0.00`) and in the order of the rows: after 140.9 comes 140.10.
//! Of all ways to read a column the cheapest is taken, by a small dynamic programme over its rows; where
//! another reading of a number costs hardly more, the number is in doubt.

use std::collections::{BTreeMap, BTreeSet};

use super::grid::{CellMark, DayOrder};

/// A number as it stands in its cell.
#[derive(Debug, Clone, Copy)]
pub(super) struct WrittenNumber<'a> {
    pub(super) text: &'a str,
    pub(super) mark: Option<CellMark>,
}

/// What a number is read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReadNumber {
    /// What stands in the cell.
    AsWritten,
    /// Another one, surely.
    Mended(String),
    /// What stands in the cell, though another is as likely.
    InDoubt,
    /// A day that may be any number.
    Unread,
}

/// A number that follows the one before costs nothing; one that is only higher; one that is not.
const HIGHER: u32 = 2;
const NOT_HIGHER: u32 = 5;
/// Beside another paragraph, or a cell that is no number, order tells nothing.
const ELSEWHERE: u32 = 1;
/// What it costs to read a number otherwise than it is shown, where cells of the column are shown differently.
const NOT_AS_SHOWN: u32 = 6;
/// The same where all are shown alike, and each zero that is added where nothing tells of zeros.
const ADDED: u32 = 1;
/// A reading is sure where the next best costs so much more.
const SURE: u32 = 3;
/// Most digits after the point.
const MOST_DIGITS: usize = 3;

/// Reads the numbers of a column, in the order of its rows.
pub(super) fn read_numbers(column: &[WrittenNumber<'_>]) -> Vec<ReadNumber> {
    let mut found = vec![ReadNumber::AsWritten; column.len()];
    read_days(column, &mut found);
    let is_marked = column.iter().any(|number| number.mark.is_some());
    let mains = if is_marked { mains_in_doubt(column) } else { mains_without_zeros(column) };
    if !mains.is_empty() {
        read_zeros(column, &mains, &mut found);
    }
    if !is_marked {
        // Text may be as people wrote it: only what is sure is changed.
        let doubtful = found.iter_mut().filter(|number| **number == ReadNumber::InDoubt);
        doubtful.for_each(|number| *number = ReadNumber::AsWritten);
    }
    found
}

/// The paragraph and the digits after its point.
fn parts(text: &str) -> Option<(u32, &str)> {
    let (main, item) = text.trim().split_once('.')?;
    let fits = |part: &str| (1..=MOST_DIGITS).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    (fits(main) && fits(item)).then(|| Some((main.parse().ok()?, item)))?
}

/// Days as numbers, where the way they are shown, or what all of them share, tells which part comes first.
fn read_days(column: &[WrittenNumber<'_>], found: &mut [ReadNumber]) {
    let day = |number: &WrittenNumber<'_>| match number.mark {
        Some(CellMark::Day { day, month, order }) => Some((day, month, order)),
        _ => None,
    };
    let days: Vec<(u8, u8, DayOrder)> = column.iter().filter_map(day).collect();
    if days.is_empty() {
        return;
    }
    let mains: BTreeSet<u32> = column.iter().filter_map(|number| Some(parts(number.text)?.0)).collect();
    let order = order_of(&days, &mains);
    for (number, found) in column.iter().zip(found) {
        if let Some((day, month, own)) = day(number) {
            let order = if own == DayOrder::Unknown { order } else { own };
            *found = match order {
                DayOrder::DayFirst => ReadNumber::Mended(format!("{day}.{month}")),
                DayOrder::MonthFirst => ReadNumber::Mended(format!("{month}.{day}")),
                DayOrder::Unknown => ReadNumber::Unread,
            };
        }
    }
}

/// What comes first in the days of a column: the paragraph, which is one for all, or that of other cells.
fn order_of(days: &[(u8, u8, DayOrder)], mains: &BTreeSet<u32>) -> DayOrder {
    let of_day: BTreeSet<u32> = days.iter().map(|(day, ..)| u32::from(*day)).collect();
    let of_month: BTreeSet<u32> = days.iter().map(|(_, month, _)| u32::from(*month)).collect();
    match (of_day.len(), of_month.len()) {
        (1, 2..) => DayOrder::DayFirst,
        (2.., 1) => DayOrder::MonthFirst,
        _ if mains.is_empty() => DayOrder::Unknown,
        _ => match (of_day.is_subset(mains), of_month.is_subset(mains)) {
            (true, false) => DayOrder::DayFirst,
            (false, true) => DayOrder::MonthFirst,
            _ => DayOrder::Unknown,
        },
    }
}

/// The paragraphs of which cells hold numbers that may have lost a zero: one has a number of two digits, is
/// shown with two places, or has a number twice.
fn mains_in_doubt(column: &[WrittenNumber<'_>]) -> BTreeSet<u32> {
    let mut seen = BTreeSet::new();
    let in_doubt = column.iter().filter_map(|number| {
        let (main, item) = parts(number.text)?;
        let Some(CellMark::Number { places }) = number.mark else { return (item.len() > 1).then_some(main) };
        let is_repeated = !seen.insert((main, item));
        (item.len() > 1 || is_repeated || places.is_some_and(|places| places > 1)).then_some(main)
    });
    in_doubt.collect()
}

/// The same for text: a list that goes on to two digits, has a number twice and none with a zero at its end
/// has gone through a spreadsheet.
fn mains_without_zeros(column: &[WrittenNumber<'_>]) -> BTreeSet<u32> {
    let mut items: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (main, item) in column.iter().filter_map(|number| parts(number.text)) {
        items.entry(main).or_default().push(item);
    }
    items.retain(|_, items| {
        let distinct: BTreeSet<&str> = items.iter().copied().collect();
        distinct.len() < items.len()
            && items.iter().any(|item| item.len() > 1)
            && !items.iter().any(|item| item.ends_with('0'))
    });
    items.into_keys().collect()
}

/// What the numbers of a column tell together.
struct Shape {
    /// How many digits the items of a paragraph have at most, for those in doubt.
    digits: BTreeMap<u32, usize>,
    /// Whether the file tells numbers from text.
    is_marked: bool,
    /// Whether some numbers are shown otherwise than others.
    is_mixed: bool,
}

/// What a cell may be: its paragraph and the items, each with what it costs by itself. None for cells that are
/// no number.
struct Choices {
    main: Option<u32>,
    items: Vec<(String, u32)>,
}

fn read_zeros(column: &[WrittenNumber<'_>], mains: &BTreeSet<u32>, found: &mut [ReadNumber]) {
    let is_marked = column.iter().any(|number| number.mark.is_some());
    let shown: BTreeSet<Option<u8>> = column.iter().filter_map(|number| places(number.mark)).collect();
    let shape = Shape { digits: most_digits(column, mains), is_marked, is_mixed: shown.len() > 1 };
    let choices: Vec<Choices> = column.iter().map(|number| shape.choices(number)).collect();
    let there = costs(choices.iter(), step);
    let mut back = costs(choices.iter().rev(), |after, before| step(before, after));
    back.reverse();
    for (at, number) in column.iter().enumerate() {
        let Choices { main: Some(main), items } = &choices[at] else { continue };
        if items.len() < 2 {
            continue;
        }
        // The own cost of a choice is in both ways.
        let total = |choice: usize| there[at][choice] + back[at][choice] - items[choice].1;
        let mut order: Vec<usize> = (0..items.len()).collect();
        order.sort_by_key(|choice| total(*choice));
        let text = format!("{main}.{}", items[order[0]].0);
        let is_sure = total(order[1]) >= total(order[0]) + SURE;
        found[at] = match is_sure {
            true if text == number.text.trim() => ReadNumber::AsWritten,
            true => ReadNumber::Mended(text),
            false => ReadNumber::InDoubt,
        };
    }
}

fn places(mark: Option<CellMark>) -> Option<Option<u8>> {
    match mark {
        Some(CellMark::Number { places }) => Some(places),
        _ => None,
    }
}

/// How many digits the items of each paragraph have at most.
fn most_digits(column: &[WrittenNumber<'_>], mains: &BTreeSet<u32>) -> BTreeMap<u32, usize> {
    let mut digits: BTreeMap<u32, usize> = mains.iter().map(|main| (*main, 2)).collect();
    for (main, item) in column.iter().filter_map(|number| parts(number.text)) {
        digits.entry(main).and_modify(|most| *most = item.len().max(*most));
    }
    digits
}

impl Shape {
    fn choices(&self, number: &WrittenNumber<'_>) -> Choices {
        let Some((main, item)) = parts(number.text) else {
            return Choices { main: None, items: vec![(String::new(), 0)] };
        };
        let shown = places(number.mark);
        let may_have_lost = shown.is_some() || !self.is_marked;
        let most = self.digits.get(&main).copied().filter(|_| may_have_lost).unwrap_or(item.len());
        let as_shown = shown.flatten().map_or(item.len(), |places| usize::from(places).max(item.len()));
        let cost = |digits: usize| match shown {
            Some(_) if self.is_mixed && digits != as_shown => NOT_AS_SHOWN,
            Some(Some(_)) => u32::from(digits != as_shown) * ADDED,
            _ => (digits - item.len()) as u32 * ADDED,
        };
        let items = (item.len()..=most).map(|digits| (format!("{item:0<digits$}"), cost(digits))).collect();
        Choices { main: Some(main), items }
    }
}

/// For each cell what the cheapest way to each of its choices costs, from the first cell on.
fn costs<'a>(
    cells: impl Iterator<Item = &'a Choices>,
    step: impl Fn((&Choices, usize), (&Choices, usize)) -> u32,
) -> Vec<Vec<u32>> {
    let (mut all, mut before): (Vec<Vec<u32>>, Option<&Choices>) = (Vec::new(), None);
    for cell in cells {
        let way = |choice: usize| {
            let (Some(before), Some(ways)) = (before, all.last()) else { return 0 };
            let ways = ways.iter().enumerate().map(|(from, cost)| cost + step((before, from), (cell, choice)));
            ways.min().unwrap_or(0)
        };
        let ways = cell.items.iter().enumerate().map(|(choice, (_, own))| own + way(choice)).collect();
        all.push(ways);
        before = Some(cell);
    }
    all
}

/// What it costs that one cell follows another.
fn step(before: (&Choices, usize), after: (&Choices, usize)) -> u32 {
    if before.0.main.is_none() || before.0.main != after.0.main {
        return ELSEWHERE;
    }
    let item = |(cell, choice): (&Choices, usize)| cell.items[choice].0.parse().unwrap_or(0u32);
    match (item(before), item(after)) {
        (before, after) if after == before + 1 => 0,
        (before, after) if after > before => HIGHER,
        _ => NOT_HIGHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(cells: &[(&str, Option<CellMark>)]) -> Vec<String> {
        let column: Vec<WrittenNumber<'_>> = cells.iter().map(|&(text, mark)| WrittenNumber { text, mark }).collect();
        let said = |(read, number): (ReadNumber, &WrittenNumber<'_>)| match read {
            ReadNumber::AsWritten => number.text.to_owned(),
            ReadNumber::Mended(text) => text,
            ReadNumber::InDoubt => format!("{}?", number.text),
            ReadNumber::Unread => "unread".to_owned(),
        };
        read_numbers(&column).into_iter().zip(&column).map(said).collect()
    }

    fn shown(places: Option<u8>) -> Option<CellMark> {
        Some(CellMark::Number { places })
    }

    fn day(day: u8, month: u8, order: DayOrder) -> Option<CellMark> {
        Some(CellMark::Day { day, month, order })
    }

    #[test]
    fn a_lost_zero_shows_in_how_the_cell_is_shown() {
        let cells =
            [("140.2", shown(None)), ("140.1", shown(Some(2))), ("140.11", shown(Some(2))), ("140.3", shown(None))];
        assert_eq!(read(&cells), ["140.2", "140.10", "140.11", "140.3"]);
    }

    #[test]
    fn a_lost_zero_shows_in_the_order_of_the_rows() {
        let items: Vec<String> = (1..=21).map(|item| format!("140.{item}")).collect();
        let lost: Vec<&str> = items.iter().map(|item| item.trim_end_matches('0')).collect();
        for places in [None, Some(2)] {
            let cells: Vec<(&str, Option<CellMark>)> = lost.iter().map(|item| (*item, shown(places))).collect();
            assert_eq!(read(&cells), items, "{places:?}");
        }
        let text: Vec<(&str, Option<CellMark>)> = lost.iter().map(|item| (*item, None)).collect();
        assert_eq!(read(&text), items, "a table of text that went through a spreadsheet");
    }

    #[test]
    fn what_neither_tells_is_in_doubt_and_text_is_left_alone() {
        let cells = ["6.5", "6.1", "6.12", "6.3", "7.1"];
        let numbers: Vec<(&str, Option<CellMark>)> = cells.iter().map(|text| (*text, shown(None))).collect();
        assert!(read(&numbers)[1].ends_with('?'), "{:?}", read(&numbers));
        assert_eq!(read(&numbers)[4], "7.1", "no other number of the paragraph has two digits");
        let text: Vec<(&str, Option<CellMark>)> = cells.iter().map(|text| (*text, None)).collect();
        assert_eq!(read(&text), cells);
    }

    #[test]
    fn days_are_numbers_where_something_tells_their_order() {
        let first = [("2026-01-06", day(6, 1, DayOrder::DayFirst)), ("6.13", None)];
        assert_eq!(read(&first), ["6.1", "6.13"]);
        let shared = [("2026-06-01", day(1, 6, DayOrder::Unknown)), ("2026-06-02", day(2, 6, DayOrder::Unknown))];
        assert_eq!(read(&shared), ["6.1", "6.2"]);
        let beside = [("2026-01-06", day(6, 1, DayOrder::Unknown)), ("6.13", None)];
        assert_eq!(read(&beside), ["6.1", "6.13"]);
        let alone = [("2026-01-06", day(6, 1, DayOrder::Unknown)), ("2027-03-09", day(9, 3, DayOrder::Unknown))];
        assert_eq!(read(&alone), ["unread", "unread"]);
    }
}
