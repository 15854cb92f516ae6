//! `weft figure`.

use std::path::PathBuf;

use clap::Subcommand;

use super::argument;
use super::compare::{Counting, written};
use super::overlap::Asked;
use super::shell::Shell;
use crate::reports::{Field, Lineages};
use crate::workspace::{ExportRequest, FigureFormat, FigureQuestion};

/// Draw answers: SVG for documents and print, PNG for slides, in en, fr, es or ar
///
/// Beside FILE stand its numbers, as FILE.csv, and what it was made from, as FILE.manifest.json.
/// Without --out the SVG goes to standard output.
///
/// weft figure overlap --out overlap.svg
/// weft figure cycles --state Egypt --language ar --out cycles.png
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Who speaks of what: matters by mechanism or body
    Overlap(OverlapArgs),
    /// Who asks the same: asks by those who make them together
    Combinations(OverlapArgs),
    /// Positions of the State by cycle of the review, with the share that is supported
    Cycles(CountedArgs),
    /// Positions of the State by another field
    Positions {
        /// What makes a row
        #[arg(long, value_name = "FIELD", default_value = "issue", value_parser = argument::read::<Field>)]
        rows: Field,
        #[command(flatten)]
        counted: CountedArgs,
    },
    /// What a State was asked again and again, with its positions
    Lineage {
        /// The State, by name or code [default: that of the workspace]
        #[arg(long)]
        state: Option<String>,
        /// Only the ratification of this instrument, by its code or name
        #[arg(long, value_name = "CODE")]
        instrument: Option<String>,
        #[command(flatten)]
        drawn: Drawn,
    },
    /// Measures by status over time: a bar a day on which something changed, the newest of them
    Status(Drawn),
    /// Themes and clusters by their sizes
    Themes(CountedArgs),
}

/// Where a figure goes, and how much of it is drawn.
#[derive(Debug, clap::Args)]
struct Drawn {
    /// The file: .svg or .png
    #[arg(long, short, value_name = "FILE")]
    out: Option<PathBuf>,
    /// How many rows or bars to draw, largest first
    #[arg(long, short = 'n', default_value_t = 20, value_name = "N")]
    limit: usize,
}

#[derive(Debug, clap::Args)]
struct OverlapArgs {
    #[command(flatten)]
    asked: Asked,
    #[command(flatten)]
    drawn: Drawn,
}

#[derive(Debug, clap::Args)]
struct CountedArgs {
    #[command(flatten)]
    counting: Counting,
    #[command(flatten)]
    drawn: Drawn,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let (question, out) = args.what.question();
    let format = out.as_deref().map_or(Ok(FigureFormat::Svg), FigureFormat::of)?;
    let request = ExportRequest::Figure { question, format };
    if let Some(file) = out {
        return written(request, file, shell);
    }
    let workspace = shell.workspace()?;
    shell.bring_up(&workspace)?;
    let asker = shell.asker(&workspace);
    let written = workspace.export_into(&request, shell.out(), &asker)?;
    Ok(u8::from(written.rows == 0))
}

impl What {
    /// The question, and where its figure goes.
    fn question(self) -> (FigureQuestion, Option<PathBuf>) {
        match self {
            Self::Overlap(OverlapArgs { asked, drawn: Drawn { out, limit: shown } }) => {
                (FigureQuestion::Overlap { question: asked.question(), shown }, out)
            }
            Self::Combinations(OverlapArgs { asked, drawn: Drawn { out, limit: shown } }) => {
                (FigureQuestion::Combinations { question: asked.question(), shown }, out)
            }
            Self::Cycles(CountedArgs { counting, drawn: Drawn { out, limit: shown } }) => {
                (FigureQuestion::Cycles { scope: counting.scope(), shown }, out)
            }
            Self::Positions { rows, counted: CountedArgs { counting, drawn: Drawn { out, limit: shown } } } => {
                (FigureQuestion::Positions { rows, scope: counting.scope(), shown }, out)
            }
            Self::Lineage { state, instrument, drawn: Drawn { out, limit } } => {
                (FigureQuestion::Lineage(Lineages { state, instrument, limit }), out)
            }
            Self::Status(Drawn { out, limit: shown }) => (FigureQuestion::Status { shown }, out),
            Self::Themes(CountedArgs { counting, drawn: Drawn { out, .. } }) => {
                (FigureQuestion::Themes { scope: counting.scope() }, out)
            }
        }
    }
}
