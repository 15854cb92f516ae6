//! `weft links`.

use anyhow::{anyhow, bail};
use clap::{Subcommand, ValueEnum};

use super::cluster_decisions::meant;
use super::shell::Shell;
use crate::domain::tag::{TagKind, Verdict};
use crate::i18n::Words;
use crate::reports::{EntityLinks, LinkAnswer, LinkLine, SdgLinks};
use crate::workspace::Workspace;
use crate::workspace::commands::JudgeTag;

/// Show links to SDG targets and entities, and decide on them
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LinkKind {
    Sdg,
    Lead,
    Support,
    Group,
    Issue,
    Action,
    Topic,
}

impl LinkKind {
    const fn tag(self) -> TagKind {
        match self {
            Self::Sdg => TagKind::SdgTarget,
            Self::Lead => TagKind::Lead,
            Self::Support => TagKind::Support,
            Self::Group => TagKind::Group,
            Self::Issue => TagKind::Issue,
            Self::Action => TagKind::Action,
            Self::Topic => TagKind::Topic,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Recommendations by SDG target
    Sdg,
    /// Recommendations by responsible entity
    Entities,
    /// Say that a value holds for recommendations
    #[command(override_usage = ACCEPT)]
    Accept(Judged),
    /// Say that a value does not hold for recommendations and others that ask the same
    #[command(override_usage = REFUSE)]
    Refuse(Judged),
}

const ACCEPT: &str = "weft links accept [RECORD]... <KIND> <VALUE> [--cluster <CLUSTER>]";
const REFUSE: &str = "weft links refuse [RECORD]... <KIND> <VALUE> [--cluster <CLUSTER>]";

/// The recommendations, and what is said of them
#[derive(Debug, clap::Args)]
struct Judged {
    /// The recommendations, by any of their names; then sdg, lead, support, group, issue or action; last the
    /// value, such as 16.3, justice or a body of the register
    #[arg(required = true, num_args = 2.., value_names = ["RECORD", "KIND", "VALUE"])]
    words: Vec<String>,
    /// All recommendations of this cluster, by its number or title
    #[arg(long)]
    cluster: Option<String>,
}

impl Judged {
    /// The command; the last two words are the kind and the value.
    fn command(self, verdict: Verdict, workspace: &Workspace, shell: &Shell) -> anyhow::Result<JudgeTag> {
        let Self { words: mut records, cluster } = self;
        let (value, kind) = (records.pop().unwrap_or_default(), records.pop().unwrap_or_default());
        let kind = LinkKind::from_str(&kind, true).map_err(|_| anyhow!("'{kind}' is none of {}", kinds()))?;
        if records.is_empty() && cluster.is_none() {
            bail!("no recommendation is named before the kind and the value, and no --cluster");
        }
        let cluster = cluster.map(|wanted| meant(&wanted, workspace, shell)).transpose()?;
        Ok(JudgeTag { records, cluster, kind: kind.tag(), value, verdict })
    }
}

/// The kinds as they are written.
fn kinds() -> String {
    let names = LinkKind::value_variants().iter().filter_map(LinkKind::to_possible_value);
    names.map(|name| name.get_name().to_owned()).collect::<Vec<_>>().join(", ")
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let command = match args.action {
        Action::Sdg => {
            let answer = shell.answer(&workspace, &SdgLinks {})?;
            return list(&answer, sdgs, shell);
        }
        Action::Entities => {
            let answer = shell.answer(&workspace, &EntityLinks {})?;
            return list(&answer, entities, shell);
        }
        Action::Accept(judged) => judged.command(Verdict::Accepted, &workspace, shell)?,
        Action::Refuse(judged) => judged.command(Verdict::Refused, &workspace, shell)?,
    };
    shell.carry_out(&workspace, &command)
}

fn list(
    answer: &LinkAnswer,
    table: fn(&[LinkLine], &mut Shell) -> anyhow::Result<()>,
    shell: &mut Shell,
) -> anyhow::Result<u8> {
    if shell.json {
        return shell.json(&serde_json::json!({"list": answer}));
    }
    let LinkAnswer { lines, unlinked, recommendations, rejected } = answer;
    table(lines, shell)?;
    let linked = recommendations - unlinked;
    let are = if *unlinked == 1 { "is" } else { "are" };
    shell.line(&format!("{linked} of {recommendations} recommendations are linked, {unlinked} {are} not"))?;
    shell.line("Counted of recommendations alone, without concerns; one may count for several")?;
    for row in rejected {
        let reason = Words::english().sentence(&row.reason.code, &row.reason.values);
        shell.remark(&format!("{}, {}: {reason} ({})", row.file, row.place, row.raw));
    }
    shell.line("Reasons for one of them: weft show NAME")?;
    Ok(0)
}

fn sdgs(lines: &[LinkLine], shell: &mut Shell) -> anyhow::Result<()> {
    let row = |l: &LinkLine| vec![l.code.clone(), l.name.clone(), l.recommendations.to_string(), examples(l)];
    shell.table(&["SDG", "Title", "Recommendations", "Such as"], lines.iter().map(row).collect(), &[0, 3])
}

fn entities(lines: &[LinkLine], shell: &mut Shell) -> anyhow::Result<()> {
    let row = |l: &LinkLine| {
        let body = l.body.clone().unwrap_or_else(|| "(none in the register)".to_owned());
        vec![l.name.clone(), body, l.recommendations.to_string(), l.supporting.to_string(), examples(l)]
    };
    shell.table(&["Type", "In the register", "Lead", "Supporting", "Such as"], lines.iter().map(row).collect(), &[2, 4])
}

fn examples(line: &LinkLine) -> String {
    line.examples.first().cloned().unwrap_or_default()
}
