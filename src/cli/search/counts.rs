//! `weft search --count-by`: how many records have each value of a field, or each pair of values.

use std::collections::BTreeSet;

use anyhow::bail;

use super::cross::{self, fit};
use crate::cli::shell::Shell;
use crate::domain::{Facet, FacetLevel};
use crate::exports::write_table;
use crate::i18n::Words;
use crate::search::{CountRow, ValueCount, facet_of};
use crate::workspace::{CountTable, Finder, SearchAnswer, SearchQuery, TableRow};

/// Fields that can be counted together.
const MOST: usize = 2;

/// How a table of counts is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CountForm {
    /// For people.
    Table,
    /// For programs.
    Csv,
}

pub(super) fn run(
    finder: &Finder,
    query: &SearchQuery,
    fields: &str,
    form: CountForm,
    shell: &mut Shell,
) -> anyhow::Result<u8> {
    let table = finder.count_by(query, &facets(fields)?)?;
    table.notes.iter().filter(|_| !shell.json).for_each(|note| shell.remark(&Words::english().say(note)));
    if shell.json {
        shell.json(&table)?;
    } else if form == CountForm::Csv {
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

/// Columns of a table for programs: a field's value, then its level and its title where values have them.
fn csv(table: &CountTable, shell: &mut Shell) -> anyhow::Result<()> {
    let titled: Vec<bool> =
        (0..table.facets.len()).map(|at| table.rows.iter().any(|row| row.titles[at].is_some())).collect();
    let leveled: Vec<bool> = table.facets.iter().map(|facet| FacetLevel::exist_in(*facet)).collect();
    let is_one = |of: &[bool]| of.iter().filter(|has| **has).count() == 1;
    let mut header: Vec<String> = Vec::new();
    for (at, facet) in table.facets.iter().enumerate() {
        let column = |what: &str, is_one: bool| {
            if is_one { what.to_owned() } else { format!("{}_{what}", facet.name()) }
        };
        header.push(facet.name().to_owned());
        header.extend(leveled[at].then(|| column("level", is_one(&leveled))));
        header.extend(titled[at].then(|| column("title", is_one(&titled))));
    }
    header.push("count".to_owned());
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    let rows = table.rows.iter().map(|row| cells(table, row, &titled));
    Ok(write_table(&header, rows, shell.out())?)
}

fn cells(table: &CountTable, row: &TableRow, titled: &[bool]) -> Vec<String> {
    let mut cells = Vec::new();
    for (at, facet) in table.facets.iter().enumerate() {
        cells.push(row.values[at].clone());
        if FacetLevel::exist_in(*facet) {
            cells.push(row.levels[at].map(|level| level.code().to_owned()).unwrap_or_default());
        }
        if titled[at] {
            cells.push(row.titles[at].clone().unwrap_or_default());
        }
    }
    cells.push(row.count.to_string());
    cells
}

/// All counts of a search: field, level, value, title, records.
pub(super) fn csv_of_all(answer: &SearchAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let counts = answer.findings.facets.iter().filter(|_| !answer.findings.counts_related);
    let row = &|facet: Facet, row: &ValueCount| {
        let level = FacetLevel::of(facet, &row.value).map(FacetLevel::code).unwrap_or_default();
        let title = answer.titles.title(facet, &row.value).unwrap_or_default();
        [facet.name(), level, &row.value, title, &row.count.to_string()].map(str::to_owned).to_vec()
    };
    let rows = counts.flat_map(|(facet, values)| values.iter().map(move |value| row(*facet, value)));
    Ok(write_table(&["field", "level", "value", "title", "records"], rows, shell.out())?)
}

fn print(table: &CountTable, shell: &mut Shell) -> anyhow::Result<()> {
    shell.line(&format!("{} of {} records", table.total, table.searched))?;
    let mut sections = vec![Vec::new()];
    for at in 0..table.facets.len() {
        let levels = levels(table, at);
        let longer = |section: &Vec<Option<FacetLevel>>| {
            levels.iter().map(|level| [section.as_slice(), &[*level]].concat()).collect::<Vec<_>>()
        };
        sections = sections.iter().flat_map(longer).collect();
    }
    sections.iter().try_for_each(|section| print_section(table, section, shell))
}

/// The levels that occur among the values of a field, coarser ones first; one `None` when the field has no levels.
fn levels(table: &CountTable, at: usize) -> Vec<Option<FacetLevel>> {
    let levels: BTreeSet<FacetLevel> = table.rows.iter().filter_map(|row| row.levels[at]).collect();
    if levels.is_empty() { vec![None] } else { levels.into_iter().map(Some).collect() }
}

/// The rows of one level of each field; records without a value stand under each.
fn print_section(table: &CountTable, section: &[Option<FacetLevel>], shell: &mut Shell) -> anyhow::Result<()> {
    let is_of = |row: &&TableRow| {
        section.iter().enumerate().all(|(at, level)| row.values[at].is_empty() || row.levels[at] == *level)
    };
    let rows: Vec<&TableRow> = table.rows.iter().filter(is_of).collect();
    if rows.is_empty() && !table.rows.is_empty() {
        return Ok(());
    }
    let name = |(facet, level): (&Facet, &Option<FacetLevel>)| {
        level.map_or_else(|| facet.name().to_owned(), |level| Words::english().coded(&level.word()))
    };
    let names: Vec<String> = table.facets.iter().zip(section).map(name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if names.len() == MOST {
        // Over a column there is room for a number, not for a title.
        let short: Vec<CountRow> = rows.iter().map(|row| named(table, row, 1)).collect();
        if cross::print(&names, &short, shell)? {
            return Ok(());
        }
    }
    let rows: Vec<CountRow> = rows.iter().map(|row| named(table, row, MOST)).collect();
    list(&names, &rows, shell)
}

fn list(names: &[&str], rows: &[CountRow], shell: &mut Shell) -> anyhow::Result<()> {
    let widths = widths(rows, names);
    let line = |cells: &[&str], count: &str| {
        let cells: Vec<String> = cells.iter().zip(&widths).map(|(cell, width)| fit(cell, *width)).collect();
        format!("{}  {count:>7}", cells.join("  "))
    };
    shell.line(&format!("\n{}", line(names, "records")))?;
    for row in rows {
        let values: Vec<&str> = row.values.iter().map(String::as_str).collect();
        shell.line(&line(&values, &row.count.to_string()))?;
    }
    Ok(())
}

/// A row as people read it: States by name, and not by code; the first values with their titles.
fn named(table: &CountTable, row: &TableRow, with_titles: usize) -> CountRow {
    let name = |at: usize| {
        let (value, title) = (&row.values[at], row.titles[at].as_ref().filter(|_| at < with_titles));
        match (table.facets[at], title) {
            _ if value.is_empty() => "(none)".to_owned(),
            (Facet::State | Facet::RecommendingState, _) => table.state_names.name(value).to_owned(),
            (_, Some(title)) => format!("{value}  {title}"),
            _ => value.clone(),
        }
    };
    CountRow { values: (0..row.values.len()).map(name).collect(), count: row.count }
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
