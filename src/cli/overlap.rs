//! `weft overlap`.

use clap::ValueEnum;

use super::compare::{Filters, Output, give, named, notes};
use super::shell::{Shell, Tone};
use super::tags::Tags;
use crate::domain::Coded;
use crate::i18n::Words;
use crate::reports::{
    Contradiction, Equivalents, MadeBy, Matter, NO_VALUE, Overlap, OverlapAnswer, OverlapColumn, OverlapUnit,
};
use crate::workspace::{OverlapTable, TableQuestion};

/// Which mechanisms or bodies speak of the same matters, ask the same, and ask the opposite
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    asked: Asked,
    /// Which table goes into CSV, or is drawn
    #[arg(long, value_enum, default_value_t = TableName::Cells)]
    table: TableName,
    #[command(flatten)]
    output: Output,
}

/// What is asked, whatever becomes of the answer.
#[derive(Debug, clap::Args)]
pub(super) struct Asked {
    /// What makes a row
    #[arg(long, value_enum, default_value_t = Rows::Mechanism)]
    rows: Rows,
    /// What makes a column
    #[arg(long, value_enum, default_value_t = Columns::Theme)]
    columns: Columns,
    /// What is shown
    #[arg(long, value_enum, default_value_t = UnitName::Ask)]
    unit: UnitName,
    /// Whose tags
    #[arg(long, value_enum, default_value_t = Tags::Final)]
    tags: Tags,
    #[command(flatten)]
    filters: Filters,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Rows {
    Mechanism,
    Body,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Columns {
    /// Themes of OHCHR
    Theme,
    /// Issues of UPR Info
    Issue,
    Cluster,
    /// SDG targets and goals
    Sdg,
    /// Groups of persons
    Group,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UnitName {
    Ask,
    Recommendation,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TableName {
    /// By matter and maker
    Cells,
    /// Asks that several make
    Combinations,
    /// Pairs that ask for opposite acts
    Contradictions,
    /// Recommendations of the review with what treaty bodies and special procedures ask alike; rows,
    /// columns and unit say nothing of it
    Equivalents,
}

/// Contradictions on the terminal.
const CONTRADICTIONS: usize = 10;

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let (output, question) = (args.output, args.asked.question());
    let first = match args.table {
        TableName::Cells => OverlapTable::Cells,
        TableName::Combinations => OverlapTable::Combinations,
        TableName::Contradictions => OverlapTable::Contradictions,
        TableName::Equivalents => {
            let asked = Equivalents { tags: question.tags, filters: question.filters };
            return equivalents(asked, &output, shell);
        }
    };
    let file = TableQuestion::Overlap { question: question.clone(), first };
    give(&question, file, &output, shell, |answer, shell| {
        print(answer, output.limit, shell)?;
        Ok(u8::from(answer.recommendations == 0))
    })
}

/// The recommendations of the review with their equivalents, as a table to hand on.
fn equivalents(question: Equivalents, output: &Output, shell: &mut Shell) -> anyhow::Result<u8> {
    give(&question, TableQuestion::Equivalents(question.clone()), output, shell, |answer, shell| {
        let (full, with, all) = (answer.asked_in_full, answer.with_equivalents, answer.about.units);
        shell.paragraph(
            &format!(
                "Of {all} recommendations of the review {full} are asked by a treaty body or special procedure too, \
                 {with} whole or in part"
            ),
            0,
        )?;
        let found: Vec<_> = answer.recommendations.iter().filter(|own| !own.equivalents.is_empty()).collect();
        for own in found.iter().take(output.limit) {
            shell.line("")?;
            shell.paragraph(&Tone::Strong.paint(&own.recommendation.reference), 0)?;
            shell.paragraph(&own.recommendation.text, 2)?;
            for other in &own.equivalents {
                let relation = Words::english().coded(&Coded::word("relation", other.relation.code()));
                shell.paragraph(&format!("  {relation}: {}", other.recommendation.reference), 4)?;
                shell.paragraph(&Tone::Dim.paint(&format!("    {}", other.recommendation.text)), 4)?;
            }
        }
        if found.len() > output.limit {
            let left = found.len() - output.limit;
            shell.line(&Tone::Dim.paint(&format!("… {left} more: --limit {}, or --out FILE.docx", found.len())))?;
        }
        notes(&answer.about, shell)?;
        Ok(u8::from(with == 0))
    })
}

impl Asked {
    /// The question.
    pub(super) fn question(self) -> Overlap {
        Overlap {
            rows: match self.rows {
                Rows::Mechanism => MadeBy::Mechanism,
                Rows::Body => MadeBy::Body,
            },
            columns: match self.columns {
                Columns::Theme => Matter::Theme,
                Columns::Issue => Matter::Issue,
                Columns::Cluster => Matter::Cluster,
                Columns::Sdg => Matter::Sdg,
                Columns::Group => Matter::Group,
            },
            unit: match self.unit {
                UnitName::Ask => OverlapUnit::Ask,
                UnitName::Recommendation => OverlapUnit::Recommendation,
            },
            tags: self.tags.source(),
            filters: self.filters.conditions(),
        }
    }
}

fn print(answer: &OverlapAnswer, limit: usize, shell: &mut Shell) -> anyhow::Result<()> {
    let OverlapAnswer { question, about, asks, recommendations, .. } = answer;
    let states = if about.states == 1 { "State" } else { "States" };
    shell.line(&format!("{recommendations} recommendations to {} {states} make {asks} asks", about.states))?;
    matters(answer, limit, shell)?;
    together(answer, shell)?;
    let contradictions = &answer.contradictions;
    shell.heading(&format!("Opposite acts on one thing ({} pairs)", contradictions.len()))?;
    contradictions.iter().take(CONTRADICTIONS).try_for_each(|pair| one(pair, question.rows, shell))?;
    if contradictions.len() > CONTRADICTIONS {
        let left = contradictions.len() - CONTRADICTIONS;
        shell.line(&Tone::Dim.paint(&format!("… {left} more: --table contradictions --csv")))?;
    }
    notes(about, shell)
}

/// What is shown of a count.
fn shown(unit: OverlapUnit, asks: u64, recommendations: u64) -> u64 {
    match unit {
        OverlapUnit::Ask => asks,
        OverlapUnit::Recommendation => recommendations,
    }
}

/// Matter by matter, most first: how much there is, and who makes it.
fn matters(answer: &OverlapAnswer, limit: usize, shell: &mut Shell) -> anyhow::Result<()> {
    let (unit, field) = (answer.question.unit, answer.question.columns.field());
    let name = if unit == OverlapUnit::Ask { "asks" } else { "recommendations" };
    let mut columns: Vec<&OverlapColumn> = answer.columns.iter().collect();
    let size = |column: &OverlapColumn| shown(unit, column.asks, column.recommendations);
    columns.sort_by_key(|column| (column.column == NO_VALUE, std::cmp::Reverse(size(column))));
    let makers = |column: &OverlapColumn| {
        let cells = answer.cells.iter().filter(|cell| cell.column == column.column);
        let maker = |value: &str| named(answer.question.rows.field(), value, None);
        let said = cells.map(|cell| format!("{} {}", maker(&cell.row), shown(unit, cell.asks, cell.recommendations)));
        said.collect::<Vec<_>>().join(", ")
    };
    let row = |column: &OverlapColumn| {
        let title = named(field, &column.column, column.title.as_deref());
        vec![title, size(column).to_string(), makers(column)]
    };
    shell.line("")?;
    let rows = columns.iter().take(limit).map(|column| row(column)).collect();
    shell.table(&[field.name(), name, "made by"], rows, &[])?;
    if columns.len() > limit {
        shell.line(&Tone::Dim.paint(&format!("… {} more: --limit {}", columns.len() - limit, columns.len())))?;
    }
    Ok(())
}

/// The asks that several make.
fn together(answer: &OverlapAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    let field = answer.question.rows.field();
    let several: Vec<_> = answer.combinations.iter().filter(|one| one.combination.len() > 1).collect();
    let asks: u64 = several.iter().map(|one| one.asks).sum();
    shell.heading(&format!("Asks that several make ({asks} of {})", answer.asks))?;
    for one in several {
        let makers: Vec<String> = one.combination.iter().map(|maker| named(field, maker, None)).collect();
        shell.paragraph(&format!("{:>6}  {}", one.asks, makers.join(" + ")), 0)?;
    }
    Ok(())
}

fn one(pair: &Contradiction, rows: MadeBy, shell: &mut Shell) -> anyhow::Result<()> {
    let words = Words::english();
    let maker = |value: &str| named(rows.field(), value, None);
    let Contradiction { reference_a, reference_b, act_a, act_b, made_by_a, made_by_b, .. } = pair;
    for (reference, act, made_by) in [(reference_a, act_a, made_by_a), (reference_b, act_b, made_by_b)] {
        let act = words.coded(&Coded::from(act));
        shell.paragraph(&format!("{act}: {reference} ({})", maker(made_by)), 2)?;
    }
    shell.line("")
}
