//! `weft search --count-by`: how many records have each value of a field, or each pair of values.

use anyhow::bail;

use super::cross::{self, fit};
use crate::cli::shell::Shell;
use crate::domain::Facet;
use crate::exports::write_table;
use crate::search::{CountRow, facet_of};
use crate::workspace::{CountTable, Finder, SearchAnswer, SearchQuery};

/// Fields that can be counted together.
const MOST: usize = 2;

pub(super) fn run(
    finder: &Finder,
    query: &SearchQuery,
    fields: &str,
    is_csv: bool,
    shell: &mut Shell,
) -> anyhow::Result<u8> {
    let table = finder.count_by(query, &facets(fields)?)?;
    if shell.json {
        shell.json(&table)?;
    } else if is_csv {
        csv(&table, shell)?;
    } else {
        print(&table, shell)?;
    }
    Ok(u8::from(table.total == 0))
}

fn facets(fields: &str) -> anyhow::Result<Vec<Facet>> {
    let known = || Facet::ALL.iter().map(|facet| facet.name()).collect::<Vec<_>>().join(", ");
    let mut facets = Vec::new();
    for name in fields.split(',').map(str::trim) {
        match facet_of(name) {
            Some(facet) if !facets.contains(&facet) => facets.push(facet),
            Some(_) => bail!("the field '{name}' is named twice; give two that differ"),
            None => bail!("there is no field '{name}'; fields are: {}", known()),
        }
    }
    if facets.len() > MOST {
        bail!("{} fields are too many for a table; give one or two", facets.len());
    }
    Ok(facets)
}

fn csv(table: &CountTable, shell: &mut Shell) -> anyhow::Result<()> {
    let header: Vec<&str> = table.facets.iter().map(|facet| facet.name()).chain(["count"]).collect();
    let rows = table.rows.iter().map(|row| row.values.iter().cloned().chain([row.count.to_string()]).collect());
    Ok(write_table(&header, rows, shell.out())?)
}

/// All counts of a search: field, value, records.
pub(super) fn csv_of_all(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let counts = answer.findings.facets.iter().filter(|_| !answer.findings.counts_related);
    let rows = counts.flat_map(|(facet, values)| {
        values.iter().map(|row| vec![facet.name().to_owned(), row.value.clone(), row.count.to_string()])
    });
    Ok(write_table(&["field", "value", "records"], rows, shell.out())?)
}

fn print(table: &CountTable, shell: &mut Shell) -> anyhow::Result<()> {
    shell.line(&format!("{} of {} records", table.total, table.searched))?;
    let names: Vec<&str> = table.facets.iter().map(|facet| facet.name()).collect();
    let rows: Vec<CountRow> = table.rows.iter().map(|row| named(table, row)).collect();
    if names.len() == 2 && cross::print(&names, &rows, shell)? {
        return Ok(());
    }
    let widths = widths(&rows, &names);
    let line = |cells: &[&str], count: &str| {
        let cells: Vec<String> = cells.iter().zip(&widths).map(|(cell, width)| fit(cell, *width)).collect();
        format!("{}  {count:>7}", cells.join("  "))
    };
    shell.line(&format!("\n{}", line(&names, "records")))?;
    for row in &rows {
        let values: Vec<&str> = row.values.iter().map(String::as_str).collect();
        shell.line(&line(&values, &row.count.to_string()))?;
    }
    Ok(())
}

/// A row as people read it: States by name, and not by code.
fn named(table: &CountTable, row: &CountRow) -> CountRow {
    let name = |(facet, value): (&Facet, &String)| match facet {
        _ if value.is_empty() => "(none)".to_owned(),
        Facet::State | Facet::RecommendingState => table.state_names.name(value).to_owned(),
        _ => value.clone(),
    };
    CountRow { values: table.facets.iter().zip(&row.values).map(name).collect(), count: row.count }
}

/// Widths of the columns: as wide as their values, but the table fits eighty columns.
fn widths(rows: &[CountRow], names: &[&str]) -> Vec<usize> {
    let most = 68 / names.len().max(1);
    let widest = |(at, name): (usize, &&str)| {
        let values = rows.iter().map(|row| row.values[at].chars().count());
        values.chain([name.chars().count()]).max().unwrap_or(0).min(most)
    };
    names.iter().enumerate().map(widest).collect()
}
