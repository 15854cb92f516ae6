//! `weft history`, `weft undo`.

use super::shell::Shell;
use crate::domain::{Change, Event, Ruling, Verdict};

/// List what was done, newest last
#[derive(Debug, clap::Args)]
pub(super) struct HistoryArgs {
    /// How many to show
    #[arg(long, short = 'n', default_value_t = 30)]
    limit: usize,
}

/// Take back the newest decision, or all of a command that made several
#[derive(Debug, clap::Args)]
pub(super) struct UndoArgs {}

pub(super) fn history(args: HistoryArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let events = shell.workspace()?.history()?;
    let shown = &events[events.len().saturating_sub(args.limit)..];
    if shell.json {
        return shell.json(&shown);
    }
    for event in shown {
        shell.paragraph(&words(event), 0)?;
    }
    shell.line(&format!("{} of {} events", shown.len(), events.len()))?;
    Ok(0)
}

pub(super) fn undo(_args: UndoArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let undone = shell.workspace()?.undo()?;
    if shell.json {
        return shell.json(&serde_json::json!({"undone": undone}));
    }
    match undone.as_slice() {
        [one] => shell.line(&format!("Taken back: {one}"))?,
        many => shell.line(&format!("Taken back: {} decisions of one command", many.len()))?,
    }
    Ok(0)
}

fn words(event: &Event) -> String {
    let what = match &event.what {
        Change::Imported { file, rows, new, changed, .. } => {
            format!("imported {file}: {rows} rows, {new} new, {changed} changed")
        }
        Change::RecordChanged { id, field, before, after } => format!("{field} of {id}: '{before}' became '{after}'"),
        Change::Absorbed { id, into, reference } => {
            format!("{reference} ({id}) turned out to be {into} from another source and became part of it")
        }
        Change::Decided { subject, before, after } => {
            format!("{subject}: {} became {}", ruling(before.as_ref()), ruling(after.as_ref()))
        }
        Change::Restored { file } => format!("restored from {file}"),
    };
    format!("{}  {}  {what}", event.at.strftime("%Y-%m-%d %H:%M"), event.who)
}

fn ruling(ruling: Option<&Ruling>) -> String {
    match ruling {
        None => "open".to_owned(),
        Some(Ruling::Relation(Some(kind))) => kind.to_string(),
        Some(Ruling::Relation(None)) => "not related".to_owned(),
        Some(Ruling::Tag(Verdict::Accepted)) => "accepted".to_owned(),
        Some(Ruling::Tag(Verdict::Refused)) => "refused".to_owned(),
        Some(Ruling::Title(title)) => format!("'{title}'"),
        Some(Ruling::Locked(locked)) => if *locked { "locked" } else { "open" }.to_owned(),
        Some(Ruling::Cluster(number)) => format!("cluster {number}"),
        Some(Ruling::Position(position)) => position.code().to_owned(),
        Some(Ruling::Wording(text)) => format!("'{text}'"),
    }
}
