//! Arguments of exercises.

use std::path::PathBuf;

use clap::Subcommand;

use crate::cli::argument;
use crate::exercise::{DrawExercise, ExerciseKind, Hidden, MOST_CARDS};
use crate::workspace::UsedFolder;
use crate::workspace::jobs::MakeExercise;

/// Write a sorting exercise for a room: handout, key, page for whoever leads it, cards for four tables
///
/// KIND is one of sort, duplicates, smart, indicators, position. The same data, seed and
/// wishes give the same files; --language en, fr, es or ar says in which language.
///
/// weft exercise --n 30 --seed 7 --to exercise
/// weft exercise score exercise/key.json group-a.xlsx group-b.docx
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(in crate::cli) struct Args {
    /// How many cards
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(3..=i64::from(MOST_CARDS)))]
    n: u16,
    /// Seed of the draw
    #[arg(long, default_value_t = 7)]
    seed: u64,
    /// Folder of the files; a new or an empty one
    #[arg(long, value_name = "DIR", required = true)]
    to: Option<PathBuf>,
    /// What groups are asked to do
    #[arg(long, default_value = "sort", value_parser = argument::read::<ExerciseKind>)]
    kind: ExerciseKind,
    /// What does not stand on the cards: states, mechanism, or both with a comma
    #[arg(long, value_name = "WHAT", value_delimiter = ',', value_parser = argument::read::<Hidden>)]
    hide: Vec<Hidden>,
    /// Only records of this State
    #[arg(long)]
    state: Option<String>,
    /// Write into a folder that holds files; what would be replaced is kept under another name
    #[arg(long)]
    again: bool,
    #[command(subcommand)]
    pub(super) action: Option<Action>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Action {
    /// Read filled sheets of several groups, however they are laid out, and say how far they agree
    Score(ScoreArgs),
}

/// The key and the sheets
#[derive(Debug, clap::Args)]
pub(super) struct ScoreArgs {
    /// The key.json that was written with the cards
    #[arg(value_name = "KEYFILE")]
    pub(super) key: PathBuf,
    /// Filled sheets: XLSX, DOCX, CSV, text
    #[arg(required = true, value_name = "SHEET")]
    pub(super) sheets: Vec<PathBuf>,
}

impl Args {
    /// The job; `None` when no folder is named.
    pub(super) fn job(self) -> Option<MakeExercise> {
        let draw = DrawExercise { kind: self.kind, cards: self.n, seed: self.seed, hide: self.hide, state: self.state };
        let used = if self.again { UsedFolder::Joined } else { UsedFolder::Refused };
        Some(MakeExercise { draw, folder: self.to?, used })
    }
}
