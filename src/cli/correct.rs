//! `weft correct`.

use super::shell::Shell;
use crate::domain::Position;
use crate::workspace::commands::{CorrectRecord, StateLaterPosition};

/// Correct the position or the wording of a recommendation, or state a later position of the State
///
/// A correction outranks every source and every later import; the sources keep what they said, and
/// `weft undo` takes the correction back.
///
/// A position with --on and --source is one that the State stated after its review: what it said
/// there stands beside it, the newest holds, and `weft compare --position-at` counts either:
///
/// weft correct 140.7 140.12 --position supported --on 2027-03-01 --source "Mid-term report"
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Args {
    /// Identifier, reference, or paragraph such as 140.7; several with --on
    #[arg(required = true)]
    names: Vec<String>,
    /// supported, supported_implemented, partly_supported, noted, pending, none
    #[arg(long, value_parser = position)]
    position: Option<Position>,
    /// The right words, without number and recommending States
    #[arg(long, conflicts_with = "on")]
    text: Option<String>,
    /// The day on which the State stated the position after its review, as 2027-03-01
    #[arg(long, value_name = "DATE", requires = "position", requires = "source")]
    on: Option<String>,
    /// Where it is stated: a report, a session, a note
    #[arg(long, requires = "on")]
    source: Option<String>,
}

fn position(words: &str) -> Result<Position, String> {
    let codes = || Position::ALL.iter().map(|position| position.code()).collect::<Vec<_>>().join(", ");
    Position::from_words(words).ok_or_else(|| format!("write one of: {}", codes()))
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let code = match (args.on, args.source, args.position) {
        (Some(on), Some(source), Some(position)) => {
            shell.carry_out(&workspace, &StateLaterPosition { records: args.names, position, on, source })?
        }
        _ => {
            let [record] = <[String; 1]>::try_from(args.names)
                .map_err(|names| anyhow::anyhow!("{} records are named: correct one at a time", names.len()))?;
            shell.carry_out(&workspace, &CorrectRecord { record, position: args.position, text: args.text })?
        }
    };
    shell.remark("Back: weft undo. Next: weft analyse");
    Ok(code)
}
