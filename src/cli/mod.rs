//! The command line: arguments to requests, answers to the terminal. One subcommand a file.
//!
//! Data goes to standard output, everything else to standard error. No rule of the domain stands
//! here.

mod analyse;
mod argument;
mod backup;
mod calendar;
mod cluster_decisions;
mod clusters;
mod compare;
mod correct;
mod demo;
mod duplicates;
mod exercise;
mod export;
mod figure;
mod gender;
mod icon;
mod import;
mod import_diff;
mod init;
mod interrupt;
mod journal;
mod lineage;
mod links;
mod models;
mod overlap;
mod overview;
mod own;
mod plan;
mod plural;
mod progress;
mod removal;
mod report;
mod search;
mod searches;
mod shell;
mod show;
mod shown;
mod tags;
mod terminal;
mod ui;
mod unsure;
mod voices;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::domain::Language;
use shell::Shell;
pub use terminal::Terminal;

/// Widest help, in columns.
const WIDEST_HELP: usize = 100;

/// Gathers, clusters and links human-rights recommendations; works offline in one folder.
#[derive(Debug, Parser)]
#[command(name = "weft", version, propagate_version = true, max_term_width = WIDEST_HELP)]
struct Cli {
    /// Folder of the workspace [default: the one that holds weft.toml, here or above]
    #[arg(long, short, global = true, env = "WEFT_WORKSPACE", value_name = "DIR")]
    workspace: Option<PathBuf>,
    /// Print JSON instead of text
    #[arg(long, global = true)]
    json: bool,
    /// Language of texts: ar, zh, en, fr, ru, es [default: that of the workspace]
    #[arg(long, global = true, value_name = "CODE", value_parser = argument::read::<Language>)]
    language: Option<Language>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    Import(import::Args),
    Analyse(analyse::Args),
    Overview(overview::Args),
    Search(Box<search::Args>),
    Searches(searches::Args),
    Show(show::Args),
    Correct(correct::Args),
    Clusters(clusters::Args),
    Duplicates(duplicates::Args),
    Lineage(lineage::Args),
    Compare(Box<compare::Args>),
    Overlap(Box<overlap::Args>),
    Gender(gender::Args),
    Links(links::Args),
    Plan(Box<plan::Args>),
    Assess(voices::AssessArgs),
    Comment(voices::CommentArgs),
    Calendar(calendar::Args),
    Report(report::Args),
    Exercise(Box<exercise::Args>),
    Figure(Box<figure::Args>),
    Export(export::Args),
    Backup(backup::BackupArgs),
    Restore(backup::RestoreArgs),
    Verify(backup::VerifyArgs),
    History(journal::HistoryArgs),
    Undo(journal::UndoArgs),
    Models(models::Args),
    Demo(demo::Args),
    Ui(ui::Args),
    #[command(flatten)]
    Own(own::Command),
}

/// Exit code for a command line that cannot be read.
const USAGE: u8 = 2;

/// Runs the program with its arguments, the first being its own name; returns the exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    interrupt::listen();
    let (code, shell) = done(arguments, Terminal::of_process());
    if let Some(shell) = shell {
        shell.leave();
    }
    code
}

/// Runs the program as its icon does: it opens the interface of the folder that is named, or of the one that is meant
/// where none is. What goes wrong is shown by the browser, since there is no terminal. Returns the exit code.
pub fn run_by_icon(named: Option<OsString>) -> u8 {
    let said = icon::Said::default();
    let code = run_in(icon::line(named), Terminal::of_streams(said.clone(), said.clone(), WIDEST_HELP));
    if code != 0 {
        said.show();
    }
    code
}

/// Runs the program as [`run`] does, on another terminal than that of the process.
///
/// What it finds and prints does not hang on the process, but for the current folder, which relative
/// names start from, and `WEFT_WORKSPACE` where `--workspace` is not given.
pub fn run_in(arguments: impl IntoIterator<Item = OsString>, terminal: Terminal) -> u8 {
    done(arguments, terminal).0
}

/// What a command line gave, with the shell that it ran in where it could be read.
fn done(arguments: impl IntoIterator<Item = OsString>, terminal: Terminal) -> (u8, Option<Shell>) {
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    // In the folder of a workspace the name of the program alone opens it.
    if arguments.len() == 1 && icon::is_at_hand() {
        arguments.push("ui".into());
    }
    let cli = match parsed(arguments, terminal.width) {
        Ok(cli) => cli,
        Err(error) => return (explained(&error, &terminal), None),
    };
    let mut shell = Shell::new(terminal, cli.workspace);
    (shell.json, shell.language) = (cli.json, cli.language);
    let code = dispatch(cli.command, &mut shell).unwrap_or_else(|error| shell.fail(&error));
    (code, Some(shell))
}

fn parsed(arguments: impl IntoIterator<Item = OsString>, width: Option<usize>) -> Result<Cli, clap::Error> {
    let mut command = Cli::command();
    if let Some(width) = width {
        command = command.term_width(width.min(WIDEST_HELP));
    }
    let mut matches = command.try_get_matches_from_mut(arguments)?;
    Cli::from_arg_matches_mut(&mut matches).map_err(|error| error.format(&mut command))
}

/// Prints help, version, or what is wrong with the arguments. The first two are no errors.
fn explained(error: &clap::Error, terminal: &Terminal) -> u8 {
    let stream = if error.use_stderr() { &terminal.err } else { &terminal.out };
    stream.say(&error.render().ansi().to_string());
    if error.use_stderr() { USAGE } else { 0 }
}

fn dispatch(command: Command, shell: &mut Shell) -> anyhow::Result<u8> {
    match command {
        Command::Init(args) => init::run(args, shell),
        Command::Import(args) => import::run(args, shell),
        Command::Analyse(args) => analyse::run(args, shell),
        Command::Overview(args) => overview::run(args, shell),
        Command::Search(args) => search::run(*args, shell),
        Command::Searches(args) => searches::run(args, shell),
        Command::Show(args) => show::run(args, shell),
        Command::Correct(args) => correct::run(args, shell),
        Command::Clusters(args) => clusters::run(args, shell),
        Command::Duplicates(args) => duplicates::run(args, shell),
        Command::Lineage(args) => lineage::run(args, shell),
        Command::Compare(args) => compare::run(*args, shell),
        Command::Overlap(args) => overlap::run(*args, shell),
        Command::Gender(args) => gender::run(args, shell),
        Command::Links(args) => links::run(args, shell),
        Command::Plan(args) => plan::run(*args, shell),
        Command::Assess(args) => voices::assess(args, shell),
        Command::Comment(args) => voices::comment(args, shell),
        Command::Calendar(args) => calendar::run(args, shell),
        Command::Report(args) => report::run(args, shell),
        Command::Exercise(args) => exercise::run(*args, shell),
        Command::Figure(args) => figure::run(*args, shell),
        Command::Export(args) => export::run(args, shell),
        Command::Backup(args) => backup::backup(args, shell),
        Command::Restore(args) => backup::restore(args, shell),
        Command::Verify(args) => backup::verify(args, shell),
        Command::History(args) => journal::history(args, shell),
        Command::Undo(args) => journal::undo(args, shell),
        Command::Models(args) => models::run(args, shell),
        Command::Demo(args) => demo::run(args, shell),
        Command::Ui(args) => ui::run(&args, shell),
        Command::Own(command) => own::run(command, Cli::command(), shell),
    }
}
