//! `weft correct`.

use super::shell::Shell;
use crate::domain::Position;
use crate::workspace::commands::CorrectRecord;

/// Correct the position or the wording of a recommendation
///
/// A correction outranks every source and every later import; the sources keep what they said, and
/// `weft undo` takes the correction back.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Identifier, reference, or paragraph such as 140.7
    name: String,
    /// supported, supported_implemented, partly_supported, noted, pending, none
    #[arg(long, value_parser = position)]
    position: Option<Position>,
    /// The right words, without number and recommending States
    #[arg(long)]
    text: Option<String>,
}

fn position(words: &str) -> Result<Position, String> {
    let codes = || Position::ALL.iter().map(|position| position.code()).collect::<Vec<_>>().join(", ");
    Position::from_words(words).ok_or_else(|| format!("write one of: {}", codes()))
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let command = CorrectRecord { record: args.name, position: args.position, text: args.text };
    let code = shell.carry_out(&workspace, &command)?;
    shell.remark("Back: weft undo. Next: weft analyse");
    Ok(code)
}
