//! Running an exercise: files into a folder, or sheets to figures.

use super::args::{Action, Args, ScoreArgs};
use super::print;
use crate::cli::shell::Shell;
use crate::workspace::jobs::MakeExercise;
use crate::workspace::score_sheets;

pub(in crate::cli) fn run(mut args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    if let Some(Action::Score(given)) = args.action.take() {
        return score(&given, shell);
    }
    let Some(job) = args.job() else { anyhow::bail!("no folder is named; name one with --to") };
    make(&job, shell)
}

fn make(job: &MakeExercise, shell: &mut Shell) -> anyhow::Result<u8> {
    let mut workspace = shell.workspace()?;
    shell.bring_up(&workspace)?;
    let asker = shell.asker(&workspace);
    let answer = workspace.run(job, &asker, &*shell.progress())?;
    if shell.json {
        return shell.json(&answer);
    }
    print::made(&answer, shell)?;
    Ok(0)
}

fn score(given: &ScoreArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let score = score_sheets(&given.key, &given.sheets)?;
    if shell.json {
        shell.json(&score)?;
    } else {
        print::score(&score, shell)?;
    }
    Ok(u8::from(!score.faults.is_empty()))
}
