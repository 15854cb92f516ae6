//! Counts by two fields as a table with one line a value of the first, one column a value of the second.

use std::collections::BTreeMap;

use crate::cli::shell::Shell;
use crate::search::CountRow;

/// Most columns of counts.
const MOST: usize = 6;
/// Width of the table, and of the names of its lines even where its columns leave less.
const WIDTH: usize = 78;
const NAME: usize = 26;
/// Width of a column of counts.
const COLUMN: usize = 8;

/// Prints the table of counts of a value of the first field and one of the second where its columns
/// fit; says whether it did.
pub(super) fn print(names: &[&str], cells: &[CountRow], shell: &mut Shell) -> anyhow::Result<bool> {
    let (lines, columns) = (order(cells, 0), order(cells, 1));
    if columns.len() > MOST || lines.is_empty() {
        return Ok(false);
    }
    let counts: BTreeMap<(&str, &str), u64> =
        cells.iter().map(|cell| ((cell.values[0].as_str(), cell.values[1].as_str()), cell.count)).collect();
    let room = WIDTH.saturating_sub(columns.len() * (COLUMN + 2)).max(NAME);
    let width = lines.iter().chain([&names[0]]).map(|line| line.chars().count()).max().unwrap_or(0).min(room);
    let heads: Vec<String> =
        columns.iter().map(|column| format!("{:>COLUMN$}", fit(column, COLUMN).trim_end())).collect();
    shell.line(&format!("\n{}  {}", fit(names[0], width), heads.join("  ")))?;
    for line in lines {
        let row: Vec<String> = columns
            .iter()
            .map(|column| format!("{:>COLUMN$}", counts.get(&(line, *column)).copied().unwrap_or(0)))
            .collect();
        shell.line(&format!("{}  {}", fit(line, width), row.join("  ")))?;
    }
    Ok(true)
}

/// The values of one field: numbers ascending, others with most records first.
fn order(cells: &[CountRow], at: usize) -> Vec<&str> {
    let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
    cells.iter().for_each(|cell| *sums.entry(cell.values[at].as_str()).or_default() += cell.count);
    let number = |value: &str| value.parse::<u32>().ok();
    let all_numbers = sums.keys().filter(|value| number(value).is_some()).count() + 1 >= sums.len();
    let mut values: Vec<(&str, u64)> = sums.into_iter().collect();
    values.sort_by(|a, b| {
        let by_number = (number(a.0).is_none(), number(a.0)).cmp(&(number(b.0).is_none(), number(b.0)));
        let by_count = b.1.cmp(&a.1).then_with(|| a.0.cmp(b.0));
        if all_numbers { by_number } else { by_count }
    });
    values.into_iter().map(|(value, _)| value).collect()
}

pub(super) fn fit(cell: &str, width: usize) -> String {
    if cell.chars().count() <= width {
        return format!("{cell:<width$}");
    }
    let cut: String = cell.chars().take(width.saturating_sub(1)).collect();
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::{CountRow, order};

    #[test]
    fn numbers_ascend_and_names_go_by_their_records() {
        let cell = |a: &str, b: &str, count| CountRow { values: vec![a.to_owned(), b.to_owned()], count };
        let cells = [cell("10", "noted", 5), cell("9", "supported", 7), cell("(none)", "noted", 1)];
        assert_eq!(order(&cells, 0), ["9", "10", "(none)"]);
        assert_eq!(order(&cells, 1), ["supported", "noted"]);
    }
}
