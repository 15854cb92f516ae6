//! `weft links`.

use clap::{Subcommand, ValueEnum};

use super::shell::Shell;
use crate::domain::tag::{TagKind, Verdict};
use crate::i18n::Words;
use crate::reports::{EntityLinks, LinkAnswer, LinkLine, SdgLinks};
use crate::workspace::commands::JudgeTag;

/// Show links to SDG targets and entities, and decide on them
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Kind {
    Sdg,
    Lead,
    Support,
    Group,
    Issue,
    Action,
}

impl Kind {
    const fn tag(self) -> TagKind {
        match self {
            Self::Sdg => TagKind::SdgTarget,
            Self::Lead => TagKind::Lead,
            Self::Support => TagKind::Support,
            Self::Group => TagKind::Group,
            Self::Issue => TagKind::Issue,
            Self::Action => TagKind::Action,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Recommendations by SDG target
    Sdg,
    /// Recommendations by responsible entity
    Entities,
    /// Say that a value holds for a recommendation
    Accept {
        /// The recommendation, by any of its names
        record: String,
        /// What it speaks about
        kind: Kind,
        /// The value, such as 16.3 or justice
        value: String,
    },
    /// Say that a value does not hold for a recommendation
    Refuse {
        /// The recommendation, by any of its names
        record: String,
        /// What it speaks about
        kind: Kind,
        /// The value
        value: String,
    },
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let workspace = shell.workspace()?;
    let (record, kind, value, verdict) = match args.action {
        Action::Sdg => {
            let answer = shell.answer(&workspace, &SdgLinks {})?;
            return list(&answer, sdgs, shell);
        }
        Action::Entities => {
            let answer = shell.answer(&workspace, &EntityLinks {})?;
            return list(&answer, entities, shell);
        }
        Action::Accept { record, kind, value } => (record, kind, value, Verdict::Accepted),
        Action::Refuse { record, kind, value } => (record, kind, value, Verdict::Refused),
    };
    shell.carry_out(&workspace, &JudgeTag { record, kind: kind.tag(), value, verdict })
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
    shell.line(&format!("{linked} of {recommendations} recommendations are linked, {unlinked} are not"))?;
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
