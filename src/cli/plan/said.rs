//! What people say of recommendations and measures, on a terminal.

use crate::cli::plural::plural;
use crate::cli::shell::{Shell, Tone};
use crate::domain::plan::{Assessment, Comment, IriAnswer};
use crate::i18n::Words;
use crate::plan::{Iri, IriClass, RecordPlan, Said};

/// What the plan says of a record; nothing where it says nothing.
pub(in crate::cli) fn of_record(plan: &RecordPlan, shell: &mut Shell) -> anyhow::Result<()> {
    if !plan.measures.is_empty() {
        shell.line(&format!("\n{}", Tone::Strong.paint("measures")))?;
    }
    for measure in &plan.measures {
        let number = if measure.number.is_empty() { String::new() } else { format!("{} ", measure.number) };
        shell.beside(&format!("  {}  ", measure.key), &format!("{number}{}", measure.text))?;
    }
    said(&plan.assessments, &plan.comments, shell)?;
    if let Some(iri) = &plan.iri {
        shell.paragraph(&index(iri), 2)?;
    }
    Ok(())
}

/// Assessments and comments, with who says it and when.
pub(super) fn said(
    assessments: &[Said<Assessment>],
    comments: &[Said<Comment>],
    shell: &mut Shell,
) -> anyhow::Result<()> {
    let words = Words::english();
    if !assessments.is_empty() || !comments.is_empty() {
        shell.line(&format!("\n{}", Tone::Strong.paint("assessments and comments")))?;
    }
    for Said { subject, said, .. } in assessments {
        let Assessment { voice, value, evidence, .. } = said;
        let evidence = if evidence.is_empty() { String::new() } else { format!(" ({evidence})") };
        let who = format!("{}, {}", voice.by, words.coded(&voice.kind.word()));
        let value = value.written().replace('_', " ");
        shell.paragraph(&format!("{}  {subject}: {value}, says {who}{evidence}", voice.on), 2)?;
    }
    for Said { subject, said: Comment { voice, text }, .. } in comments {
        let who = format!("{}, {}", voice.by, words.coded(&voice.kind.word()));
        shell.paragraph(&format!("{}  {subject}: \"{text}\" ({who})", voice.on), 2)?;
    }
    Ok(())
}

/// The index in a sentence, with those who could not tell.
fn index(iri: &Iri) -> String {
    let class: &str = iri.class.map_or("", |class| match class {
        IriClass::NotImplemented => IriAnswer::NotImplemented.code(),
        IriClass::Partly => "partly implemented",
        IriClass::Fully => "fully implemented",
    });
    let answers = plural(u64::from(iri.answers), "stakeholder");
    let silent = match iri.cannot_be_assessed {
        0 => String::new(),
        count => format!("; {count} could not assess it"),
    };
    match iri.mean {
        Some(mean) => format!("index {mean:.2} of {answers}: {}{silent}", class.replace('_', " ")),
        None => format!("no index{silent}"),
    }
}
