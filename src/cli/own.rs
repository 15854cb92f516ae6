//! What is about the program itself, and what it does in processes of its own.

use std::path::PathBuf;

use clap::Subcommand;

use super::shell::Shell;
use crate::i18n::Words;

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
    /// Take the text out of a PDF, in a process of its own
    #[command(hide = true)]
    ReadPdf {
        /// The document
        document: PathBuf,
        /// Where the text goes
        out: PathBuf,
    },
    /// Take the text out of a XLS file, in a process of its own
    #[command(hide = true)]
    ReadXls {
        /// The book
        book: PathBuf,
        /// Where the text goes
        out: PathBuf,
    },
}

/// Does it; `tree` is the command line that is completed and described.
pub(super) fn run(command: Command, mut tree: clap::Command, shell: &mut Shell) -> anyhow::Result<u8> {
    match command {
        Command::Completions { shell: kind } => {
            let mut script = Vec::new();
            clap_complete::generate(kind, &mut tree, "weft", &mut script);
            shell.bytes(&script)
        }
        Command::ReadPdf { document, out } => {
            let read = crate::workspace::extract_pages(&document, &out);
            read.map_err(|damage| anyhow::Error::msg(Words::english().say(&damage)))?;
            Ok(0)
        }
        Command::ReadXls { book, out } => {
            let read = crate::workspace::extract_sheets(&book, &out);
            read.map_err(|damage| anyhow::Error::msg(Words::english().say(&damage)))?;
            Ok(0)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(tree).render(&mut page)?;
            shell.bytes(&page)
        }
    }
}
