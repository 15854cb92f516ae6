//! `weft clusters`.

use clap::Subcommand;
use serde::Serialize;

use super::cluster_decisions::{self, Decision};
use super::plural::plural;
use super::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::reports::{
    ClusterCard, ClusterLine, ClusterList, Heading, HeadingLine, Headings, MemberLine, ThemeTree, ThemeTrees,
};
use crate::workspace::jobs::Renew;
use crate::workspace::lookups::ClusterPreview;
use crate::workspace::{ClusterSettings, Workspace};

/// List clusters and decide on them
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only clusters of this theme, by its number or a word of its name
    #[arg(long, conflicts_with_all = ["by", "themes", "size"])]
    theme: Option<String>,
    /// Put the records under another heading than their theme
    #[arg(long, value_enum, value_name = "HEADING", conflicts_with_all = ["themes", "size"])]
    by: Option<By>,
    #[command(flatten)]
    fineness: Fineness,
    #[command(subcommand)]
    action: Option<Action>,
}

/// What records are put under
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum By {
    /// Themes and clusters
    Theme,
    /// SDG targets
    Sdg,
    /// Leading entities
    Entity,
    /// Issues of UPR Info
    Issue,
}

impl By {
    /// The heading; none for themes, under which clusters stand anyway.
    const fn heading(self) -> Option<Heading> {
        match self {
            Self::Theme => None,
            Self::Sdg => Some(Heading::Sdg),
            Self::Entity => Some(Heading::Entity),
            Self::Issue => Some(Heading::Issue),
        }
    }
}

/// How fine clusters are
#[derive(Debug, Clone, Copy, clap::Args)]
struct Fineness {
    /// Show what clusters in N themes would look like; nothing is kept
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=54))]
    themes: Option<u16>,
    /// Show what clusters of MIN to MAX asks would look like, such as 3..30; nothing is kept
    #[arg(long, value_name = "MIN..MAX", value_parser = sizes)]
    size: Option<(usize, usize)>,
}

impl Fineness {
    /// What is asked for; `None` if nothing is.
    fn settings(self) -> Option<ClusterSettings> {
        let settings = ClusterSettings {
            themes: self.themes.map(usize::from),
            least: self.size.map(|(least, _)| least),
            most: self.size.map(|(_, most)| most),
        };
        (settings != ClusterSettings::default()).then_some(settings)
    }
}

fn sizes(text: &str) -> Result<(usize, usize), String> {
    let parts = text.split_once("..").and_then(|(a, b)| Some((a.trim().parse().ok()?, b.trim().parse().ok()?)));
    let (least, most) = parts.ok_or("write two numbers, such as 3..30")?;
    let checked = ClusterSettings { least: Some(least), most: Some(most), themes: None }.check();
    checked.map(|()| (least, most)).map_err(|fault| Words::english().say(&fault))
}

#[derive(Debug, Subcommand)]
enum Action {
    /// How the clusters of a theme, or of all, hang together
    Tree {
        /// Only this theme, by its number or a word of its name
        theme: Option<String>,
    },
    /// Make the proposals anew, coarser or finer; refused once somebody has decided on a cluster
    Renew {
        #[command(flatten)]
        fineness: Fineness,
    },
    /// One cluster with its recommendations, grouped by ask
    Show {
        /// Number, such as 12.3, or title
        number: String,
    },
    #[command(flatten)]
    Decide(Decision),
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let mut workspace = shell.workspace()?;
    match args.action {
        None => look(args.theme, args.by, args.fineness, &workspace, shell),
        Some(action) => act(action, &mut workspace, shell),
    }
}

/// The list, under themes or other headings, or as a preview.
fn look(
    theme: Option<String>,
    by: Option<By>,
    fineness: Fineness,
    workspace: &Workspace,
    shell: &mut Shell,
) -> anyhow::Result<u8> {
    if let Some(clusters) = fineness.settings() {
        let lines = shell.look(workspace, &ClusterPreview { clusters })?;
        return listed("list", &lines, shell, |lines, shell| preview(lines, shell));
    }
    let Some(heading) = by.and_then(By::heading) else {
        let lines = shell.answer(workspace, &ClusterList { theme })?;
        return listed("list", &lines, shell, |lines, shell| list(lines, shell));
    };
    let groups = shell.answer(workspace, &Headings { heading })?;
    listed("groups", &groups, shell, |groups, shell| {
        groups.iter().try_for_each(|line| group(line, shell))?;
        let of = if heading == Heading::Entity { "; entities by their lead, not by their support" } else { "" };
        shell.paragraph(&Tone::Dim.paint(&format!("\n{COUNTED}; one may stand under several headings{of}")), 0)
    })
}

fn act(action: Action, workspace: &mut Workspace, shell: &mut Shell) -> anyhow::Result<u8> {
    match action {
        Action::Tree { theme } => {
            let trees = shell.answer(workspace, &ThemeTrees { theme })?;
            listed("tree", &trees, shell, |trees, shell| trees.iter().try_for_each(|tree| print_tree(tree, shell)))
        }
        Action::Show { number } => {
            let number = cluster_decisions::meant(&number, workspace, shell)?;
            let card = shell.answer(workspace, &ClusterCard { number })?;
            if shell.json {
                return shell.json(&card);
            }
            one(&card.cluster, &card.members, shell)?;
            Ok(0)
        }
        Action::Renew { fineness } => {
            let job = Renew { clusters: fineness.settings().unwrap_or_default() };
            let told = workspace.run(&job, &shell.asker(workspace), &*shell.progress())?;
            shell.told(&told)
        }
        Action::Decide(decision) => cluster_decisions::run(decision, workspace, shell),
    }
}

/// An answer as JSON under its name, or as people read it.
fn listed<A: Serialize>(
    name: &str,
    answer: &A,
    shell: &mut Shell,
    print: impl Fn(&A, &mut Shell) -> anyhow::Result<()>,
) -> anyhow::Result<u8> {
    if shell.json {
        return shell.json(&serde_json::json!({ name: answer }));
    }
    print(answer, shell)?;
    Ok(0)
}

/// What records are counted.
const COUNTED: &str = "Records of all kinds are counted, concerns among them";
/// Clusters shown under a heading.
const SHOWN: usize = 6;

fn group(line: &HeadingLine, shell: &mut Shell) -> anyhow::Result<()> {
    let name = if line.code.is_empty() { "none".to_owned() } else { format!("{} {}", line.code, line.name) };
    let counts = format!("{}, {}", plural(line.records, "record"), plural(line.asks, "ask"));
    shell.heading(&format!("{}  ({counts})", name.trim()))?;
    for share in line.clusters.iter().take(SHOWN) {
        shell.beside(&format!("  {:<7}{:>5}  ", share.number.to_string(), share.records), &share.title)?;
    }
    let left = line.clusters.len().saturating_sub(SHOWN);
    if left == 0 {
        return Ok(());
    }
    shell.line(&Tone::Dim.paint(&format!("  … {}", plural(left as u64, "more cluster"))))
}

fn preview(lines: &[ClusterLine], shell: &mut Shell) -> anyhow::Result<()> {
    shell
        .paragraph("A preview: nothing is kept. To make clusters so: weft clusters renew with the same options.", 0)?;
    list(lines, shell)
}

/// A theme with its clusters, nearest ones together, the distance of each join.
fn print_tree(tree: &ThemeTree, shell: &mut Shell) -> anyhow::Result<()> {
    shell.heading(&format!("{} {}", tree.number, tree.theme))?;
    let root = (tree.leaves.len() + tree.joins.len()).saturating_sub(1);
    branch(tree, root, 0, shell)
}

fn branch(tree: &ThemeTree, node: usize, depth: usize, shell: &mut Shell) -> anyhow::Result<()> {
    let indent = "  ".repeat(depth + 1);
    if let Some(leaf) = tree.leaves.get(node) {
        return shell.beside(&format!("{indent}{}  ", leaf.number), &leaf.title);
    }
    let join = tree.joins[node - tree.leaves.len()];
    shell.line(&Tone::Dim.paint(&format!("{indent}+ {:.2} apart", join.height)))?;
    branch(tree, join.a, depth + 1, shell)?;
    branch(tree, join.b, depth + 1, shell)
}

fn list(lines: &[ClusterLine], shell: &mut Shell) -> anyhow::Result<()> {
    let records: u64 = lines.iter().map(|line| line.records).sum();
    let mut theme = "";
    for line in lines {
        if theme != line.theme {
            theme = &line.theme;
            let of_theme: u64 = lines.iter().filter(|l| l.theme == line.theme).map(|l| l.records).sum();
            shell.line("")?;
            // A theme of several families is called by all of them, which takes several lines.
            let title = format!("{} {}  ({of_theme})", line.number.theme, line.theme);
            shell.paragraph(&Tone::Heading.paint(&title), 0)?;
        }
        let lock = if line.locked { " [locked]" } else { "" };
        let new = if line.is_new { " [new]" } else { "" };
        let title = format!("{}{lock}{new}", line.title);
        shell.beside(&format!("  {:<7}{:>5}  ", line.number.to_string(), line.records), &title)?;
        let rest = line.key_phrases.iter().skip(1).take(4).cloned().collect::<Vec<_>>().join(", ");
        if !rest.is_empty() {
            shell.paragraph(&Tone::Dim.paint(&rest), 16)?;
        }
    }
    shell.line(&format!("\n{} clusters, {records} records. One of them: weft clusters show NUMBER", lines.len()))?;
    shell.line(&Tone::Dim.paint(COUNTED))
}

fn one(line: &ClusterLine, members: &[MemberLine], shell: &mut Shell) -> anyhow::Result<()> {
    shell.heading(&format!("{}  {}: {}", line.number, line.theme, line.title))?;
    let counts = format!("{}, {}", plural(line.records, "record"), plural(line.asks, "ask"));
    shell.paragraph(&format!("{counts}; {}", line.key_phrases.join(", ")), 0)?;
    if let Some(number) = line.named_after {
        shell.paragraph(&format!("called as a person has called cluster {number} of the same topic"), 0)?;
    }
    let mut ask = None;
    for member in members {
        if ask != Some(member.ask) {
            ask = Some(member.ask);
            let count = members.iter().filter(|m| m.ask == member.ask).count();
            shell.line("")?;
            let mut said: Vec<String> =
                (count > 1).then(|| format!("one ask, {count} recommendations")).into_iter().collect();
            said.extend(also_in(member));
            if !said.is_empty() {
                shell.paragraph(&Tone::Strong.paint(&said.join("; ")), 0)?;
            }
        }
        shell.line(&format!("  {}", member.reference))?;
        shell.paragraph(&member.text, 4)?;
    }
    Ok(())
}

/// Where else the ask of a member stands: the plan has one row for it, in one cluster.
fn also_in(member: &MemberLine) -> Option<String> {
    let numbers: Vec<String> = member.also_in.iter().map(ToString::to_string).collect();
    let word = if numbers.len() == 1 { "cluster" } else { "clusters" };
    (!numbers.is_empty()).then(|| format!("the same is asked in {word} {}", numbers.join(", ")))
}
