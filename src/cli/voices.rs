//! `weft assess` and `weft comment`.

use jiff::civil::Date;

use super::shell::Shell;
use crate::domain::plan::VoiceKind;
use crate::workspace::clock;
use crate::workspace::commands::plan::{AssessSubject, CommentOn, NamedSubject, SaidBy, ScaleName};

/// Who says it
#[derive(Debug, clap::Args)]
struct By {
    /// The name of whoever says it
    #[arg(long, value_name = "NAME")]
    by: String,
    /// What they are: state, entity, nhri, cso, un, committee, parliament
    #[arg(long, value_name = "KIND", value_parser = voice)]
    kind: VoiceKind,
    /// The day [default: today]
    #[arg(long, value_name = "DATE")]
    date: Option<Date>,
}

fn voice(text: &str) -> Result<VoiceKind, String> {
    text.to_lowercase().parse().map_err(|_| "write state, entity, nhri, cso, un, committee or parliament".to_owned())
}

impl By {
    fn said(self) -> SaidBy {
        let date = self.date.unwrap_or_else(clock::today);
        SaidBy { by: self.by, kind: self.kind, date: date.to_string() }
    }
}

/// A scale of assessments
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Scale {
    /// The words as they are
    Words,
    /// not_implemented, partly, fully or cannot_be_assessed
    Iri,
    /// A to E
    Grade,
}

/// Say how far a recommendation, a part of one, a cluster or a measure has come
#[derive(Debug, clap::Args)]
pub(super) struct AssessArgs {
    /// What: a recommendation, a lettered part as "140.7 (b)", all that ask the same as ask:140.7, a cluster as 3.1,
    /// or a key of the plan
    subject: String,
    /// The value
    value: String,
    #[command(flatten)]
    by: By,
    /// The scale [default: that which the value is of]
    #[arg(long, value_enum)]
    scale: Option<Scale>,
    /// What the assessment goes by
    #[arg(long, default_value = "", value_name = "TEXT")]
    evidence: String,
    /// Where that can be read
    #[arg(long, default_value = "", value_name = "URL")]
    link: String,
    /// The file that shows it
    #[arg(long, default_value = "", value_name = "PATH")]
    file: String,
    /// Up to which day evidence was looked at
    #[arg(long, value_name = "DATE")]
    until: Option<Date>,
}

/// Comment on a recommendation, a part of one, a cluster or a measure
#[derive(Debug, clap::Args)]
pub(super) struct CommentArgs {
    /// What: a recommendation, a lettered part as "140.7 (b)", all that ask the same as ask:140.7, a cluster as 3.1,
    /// or a key of the plan
    subject: String,
    /// What is said
    text: String,
    #[command(flatten)]
    by: By,
}

pub(super) fn assess(args: AssessArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let command = AssessSubject {
        subject: NamedSubject(args.subject),
        value: args.value,
        said: args.by.said(),
        scale: args.scale.map(|scale| match scale {
            Scale::Words => ScaleName::Words,
            Scale::Iri => ScaleName::Iri,
            Scale::Grade => ScaleName::Grade,
        }),
        evidence: args.evidence,
        link: args.link,
        file: args.file,
        until: args.until.map(|until| until.to_string()),
    };
    shell.carry_out(&shell.workspace()?, &command)
}

pub(super) fn comment(args: CommentArgs, shell: &mut Shell) -> anyhow::Result<u8> {
    let command = CommentOn { subject: NamedSubject(args.subject), text: args.text, said: args.by.said() };
    shell.carry_out(&shell.workspace()?, &command)
}
