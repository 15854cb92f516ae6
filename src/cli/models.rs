//! `weft models`.

use std::path::PathBuf;

use clap::Subcommand;

use super::shell::Shell;
use crate::domain::Step;
use crate::training::{
    Card, DataFolders, Figure, FittedOn, LexiconRequest, ModelFigures, TrainAnswer, TrainRequest, TrainingError,
    evaluate_models, learn_lexicon, model_cards, train_models,
};
use crate::workspace::jobs::{Job, Learn, Unlearn};
use crate::workspace::{LearnAnswer, Progress, WorkspaceError, clock};

/// List, measure and train the models
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Args)]
struct Data {
    /// Folder with upr_info/ and uhri/
    #[arg(long, value_name = "DIR")]
    data: PathBuf,
    /// Folder with labelled texts and pairs [default: gold, beside the data]
    #[arg(long, value_name = "DIR")]
    gold: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// The cards of the models
    List {
        /// Folder of models [default: those in the program]
        #[arg(long, value_name = "DIR")]
        models: Option<PathBuf>,
    },
    /// Measure models on the States that are held out
    ///
    /// The models in the program were fitted to all States: measure those of a folder trained with
    /// --without-held-out for figures that count.
    Evaluate {
        #[command(flatten)]
        data: Data,
        /// Folder of models [default: those in the program]
        #[arg(long, value_name = "DIR")]
        models: Option<PathBuf>,
    },
    /// Train all models and write them with their cards
    Train {
        #[command(flatten)]
        data: Data,
        /// Where models are written
        #[arg(long, default_value = "models", value_name = "DIR")]
        out: PathBuf,
        /// Keep the held-out States out of the written models
        #[arg(long)]
        without_held_out: bool,
    },
    /// Learn leads and themes from the decisions in this workspace
    ///
    /// What people accepted is suggested again for texts alike, and what they refused no more.
    Learn {
        /// Take the last learning back
        #[arg(long)]
        undo: bool,
    },
    /// Learn the term lexicon from texts in six languages, measure it and write it with its card
    Lexicon {
        /// Folder with uhri/ and sdg/
        #[arg(long, value_name = "DIR")]
        data: PathBuf,
        /// Where the lexicon is written
        #[arg(long, default_value = "models", value_name = "DIR")]
        out: PathBuf,
    },
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    match args.action {
        Action::List { models } => list(&model_cards(models.as_deref()).map_err(told)?, shell)?,
        Action::Evaluate { data, models } => {
            evaluated(&evaluate_models(&data.into_folders(), models.as_deref()).map_err(told)?, shell)?;
        }
        Action::Train { data, out, without_held_out } => {
            let fitted_on = if without_held_out { FittedOn::AllButHeldOut } else { FittedOn::AllStates };
            let request = TrainRequest { folders: data.into_folders(), out, fitted_on };
            let bar = shell.progress();
            trained(&train_models(&request, clock::today(), &steps(&*bar)).map_err(told)?, shell)?;
        }
        Action::Learn { undo: true } => {
            work(&Unlearn {}, shell)?;
            shell.line("The last learning is taken back. Next: weft analyse")?;
        }
        Action::Learn { undo: false } => {
            let answer = work(&Learn {}, shell)?;
            learnt(answer, shell)?;
        }
        Action::Lexicon { data, out } => {
            let bar = shell.progress();
            let measured = learn_lexicon(&LexiconRequest { data, out }, clock::today(), &steps(&*bar)).map_err(told)?;
            drop(bar);
            if shell.json {
                return shell.json(&measured);
            }
            figures(&measured, shell)?;
        }
    }
    Ok(0)
}

/// Does work on the workspace.
fn work<J: Job>(job: &J, shell: &Shell) -> Result<J::Report, WorkspaceError> {
    let mut workspace = shell.workspace()?;
    let asker = shell.asker(&workspace);
    workspace.run(job, &asker, &*shell.progress())
}

impl Data {
    fn into_folders(self) -> DataFolders {
        DataFolders { data: self.data, gold: self.gold }
    }
}

/// The steps of a training on a progress bar.
fn steps(bar: &dyn Progress) -> impl Fn(&'static str, u64, u64) + Sync {
    move |what, done, total| bar.step(Step::Fitting { what }, done, total)
}

/// What went wrong: failures of rooms below are said as they are everywhere.
fn told(error: TrainingError) -> anyhow::Error {
    match error {
        TrainingError::Ingest(error) => WorkspaceError::from(error).into(),
        TrainingError::Analysis(error) => WorkspaceError::from(error).into(),
        TrainingError::Search(error) => WorkspaceError::from(error).into(),
        own => own.into(),
    }
}

fn list(cards: &[Card], shell: &mut Shell) -> anyhow::Result<()> {
    if shell.json {
        return shell.json(&cards).map(drop);
    }
    for card in cards {
        shell.heading(&format!("{}  ({}, {})", card.name, card.date, card.hash))?;
        shell.paragraph(&card.purpose, 0)?;
        shell.paragraph(&format!("Fitted to {}. {}.", card.data, card.method), 0)?;
        figures(&card.figures, shell)?;
    }
    Ok(())
}

fn evaluated(measured: &[ModelFigures], shell: &mut Shell) -> anyhow::Result<()> {
    if shell.json {
        return shell.json(&measured).map(drop);
    }
    tables(measured, shell)
}

fn trained(answer: &TrainAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    if shell.json {
        return shell.json(answer).map(drop);
    }
    tables(&answer.figures, shell)?;
    shell.paragraph(&format!("\nHeld out: {}", answer.held_out.join(" ")), 0)?;
    shell.line(&format!("{} KB written to {}", answer.bytes >> 10, answer.folder.display()))
}

fn learnt(answer: LearnAnswer, shell: &mut Shell) -> anyhow::Result<()> {
    if shell.json {
        return shell.json(&answer).map(drop);
    }
    shell.paragraph(&format!("Decisions on leads and themes that were learnt from: {}.", answer.examples), 0)?;
    let LearnAnswer { leads, right_before, right_after, .. } = answer;
    if leads > 0 {
        let figures = format!(
            "Of {leads} accepted leads the program gives {right_before} by itself, and {right_after} once it has \
             learnt from the decisions on other asks."
        );
        shell.paragraph(&figures, 0)?;
    }
    shell.line("\nNext: weft analyse. To take it back: weft models learn --undo")
}

fn tables(measured: &[ModelFigures], shell: &mut Shell) -> anyhow::Result<()> {
    for ModelFigures { model, figures: list } in measured {
        shell.heading(model)?;
        figures(list, shell)?;
    }
    Ok(())
}

fn figures(figures: &[Figure], shell: &mut Shell) -> anyhow::Result<()> {
    for figure in figures {
        shell.line(&format!("  {:<28} {:.3}  of {}", figure.measure, figure.value, figure.of))?;
    }
    Ok(())
}
