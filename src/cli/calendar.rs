//! `weft calendar`.

use std::path::PathBuf;

use jiff::civil::Date;

use super::plural::plural;
use super::shell::{Shell, Tone};
use crate::i18n::Words;
use crate::plan::{DueLine, PlanCalendar};
use crate::workspace::clock;
use crate::workspace::jobs::WriteCalendar;

/// What is due in the plan, and what is late
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The day to look from [default: today]
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// What is done or reported, too
    #[arg(long)]
    all: bool,
    /// Write it as a calendar file, for the calendars of computers and telephones
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
}

pub(super) fn run(args: Args, shell: &mut Shell) -> anyhow::Result<u8> {
    let mut workspace = shell.workspace()?;
    let as_of = args.as_of.unwrap_or_else(clock::today);
    if let Some(file) = args.ics {
        shell.bring_up(&workspace)?;
        let job = WriteCalendar { as_of, file: file.clone() };
        let written = workspace.run(&job, &shell.asker(&workspace), &*shell.progress())?;
        shell.remark(&format!("{} written to {}", plural(written, "date"), file.display()));
        return Ok(0);
    }
    let mut dues = shell.answer(&workspace, &PlanCalendar { as_of })?;
    if shell.json {
        return shell.json(&dues);
    }
    if !args.all {
        dues.lines.retain(|line| !line.is_done);
    }
    let (late, coming): (Vec<DueLine>, Vec<DueLine>) = dues.lines.into_iter().partition(|line| line.is_late);
    for (heading, lines) in [("Late", &late), ("Due", &coming)] {
        if !lines.is_empty() {
            shell.heading(&format!("{heading} (as of {as_of})"))?;
        }
        lines.iter().try_for_each(|line| print(line, shell))?;
    }
    if dues.undated > 0 {
        let undated = plural(dues.undated as u64, "measure");
        shell.line(&Tone::Dim.paint(&format!("\nWithout a date that could be read: {undated}: weft plan check")))?;
    }
    Ok(u8::from(late.is_empty() && coming.is_empty()))
}

fn print(line: &DueLine, shell: &mut Shell) -> anyhow::Result<()> {
    let kind = Words::english().coded(&line.kind.word());
    let number = if line.number.is_empty() { line.key.to_string() } else { format!("{} {}", line.number, line.key) };
    let lead = if line.lead.is_empty() { String::new() } else { format!(" ({})", line.lead.join(", ")) };
    shell.beside(&format!("  {}  {kind:<9}  {number}  ", line.date), &format!("{}{lead}", line.text))
}
