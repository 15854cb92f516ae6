//! `weft plan send`.

use std::path::PathBuf;

use crate::cli::plural::plural;
use crate::cli::shell::Shell;
use crate::domain::plan::VoiceKind;
use crate::workspace::jobs::SendPlan;
use crate::workspace::{Addressees, DispatchFormat, SentFile, Workspace};

#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder that the files go to
    #[arg(long, value_name = "FOLDER")]
    to: PathBuf,
    /// To these bodies, by code or name
    #[arg(long, value_name = "CODE", num_args = 1.., required_unless_present_any = ["all", "consult", "review"])]
    entity: Vec<String>,
    /// To all bodies that lead or support a measure
    #[arg(long, conflicts_with = "entity")]
    all: bool,
    /// For comments, to somebody outside: measures that are approved or published
    #[arg(long, value_name = "NAME", conflicts_with_all = ["entity", "all"])]
    consult: Option<String>,
    /// What those who are consulted are: nhri, cso, un, committee, parliament
    #[arg(long, default_value = "cso", requires = "consult", value_parser = kind)]
    kind: VoiceKind,
    /// To whoever decides on clusters, leads, support, SDG targets and what asks the same: a row a
    /// recommendation
    #[arg(long, value_name = "NAME", conflicts_with_all = ["entity", "all", "consult"])]
    review: Option<String>,
    /// With --review, only the recommendations of this cluster, by number or title
    #[arg(long, value_name = "CLUSTER", requires = "review")]
    cluster: Vec<String>,
    /// How the tables are written
    #[arg(long, value_enum, default_value = "xlsx")]
    format: Format,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A workbook
    Xlsx,
    /// A Word document
    Docx,
}

fn kind(text: &str) -> Result<VoiceKind, String> {
    text.to_lowercase().parse().map_err(|_| "write nhri, cso, un, committee or parliament".to_owned())
}

pub(super) fn run(args: Args, workspace: &mut Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    shell.bring_up(workspace)?;
    let to = match (args.consult, args.review) {
        (Some(name), _) => Addressees::Consultation { name, kind: args.kind },
        (None, Some(name)) => Addressees::Review { name, clusters: args.cluster },
        (None, None) if args.all => Addressees::All,
        (None, None) => Addressees::Entities(args.entity),
    };
    let format = match args.format {
        Format::Xlsx => DispatchFormat::Xlsx,
        Format::Docx => DispatchFormat::Docx,
    };
    let job = SendPlan { folder: args.to, to, format, language: shell.language, on: None };
    let sent = workspace.run(&job, &shell.asker(workspace), &*shell.progress())?;
    if shell.json {
        return shell.json(&sent);
    }
    sent.iter().try_for_each(|file| print(file, shell))?;
    shell.remark("What was sent is kept cell by cell. When a table comes back: weft plan receive FILE");
    Ok(0)
}

fn print(file: &SentFile, shell: &mut Shell) -> anyhow::Result<()> {
    let rows = plural(file.rows as u64, "row");
    shell.paragraph(&format!("{}  {}: {rows}, {}", file.dispatch, file.to, file.file.display()), 0)?;
    if file.held_back > 0 {
        let held = plural(file.held_back as u64, "measure");
        shell.paragraph(
            &format!("{held} held back, neither approved nor published: weft plan set KEY release=approved"),
            2,
        )?;
    }
    Ok(())
}
