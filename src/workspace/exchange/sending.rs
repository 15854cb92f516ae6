//! Tables that go out: a file for each of those they go to, and one note of all of them in the journal.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::exchange::Audience;
use crate::domain::plan::{PlanKey, VoiceKind};
use crate::domain::{Asker, Language};
use crate::exports::{DispatchFile, write_dispatch_docx, write_dispatch_xlsx};
use crate::plan::exchange::{Outgoing, OutgoingSheets};
use crate::view::{Command, Question, Refusal, View, cluster_named};
use crate::workspace::commands::plan::SendTables;
use crate::workspace::folder::outputs::Outputs;
use crate::workspace::folder::whole_file::write_whole;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::written::export::keep_earlier;
use crate::workspace::{Workspace, WorkspaceError};

/// How a table that goes out is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DispatchFormat {
    /// A workbook.
    #[default]
    Xlsx,
    /// A Word document.
    Docx,
}

/// To whom tables are to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Addressees {
    /// These bodies, by code or name.
    Entities(Vec<String>),
    /// All bodies that lead or support a measure.
    All,
    /// Others who are consulted.
    Consultation {
        /// Their name.
        name: String,
        /// What they are.
        kind: VoiceKind,
    },
    /// Those who decide on what is proposed of recommendations.
    Review {
        /// Their name.
        name: String,
        /// The clusters that they go through, by number or title; all where none is named.
        clusters: Vec<String>,
    },
}

/// A file that went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SentFile {
    /// The number of the dispatch.
    pub dispatch: PlanKey,
    /// The name of whom it goes to.
    pub to: String,
    /// The file.
    pub file: PathBuf,
    /// How many rows it has.
    pub rows: usize,
    /// How many measures are not in it, since they are neither approved nor published.
    pub held_back: usize,
}

/// What is to be sent.
pub(in crate::workspace) struct Sending<'a> {
    pub(in crate::workspace) folder: &'a Path,
    pub(in crate::workspace) to: &'a Addressees,
    pub(in crate::workspace) format: DispatchFormat,
    pub(in crate::workspace) language: Language,
    /// The day that the files bear.
    pub(in crate::workspace) on: Date,
}

impl Workspace {
    /// Writes the files and notes what was sent: all of it, or nothing.
    ///
    /// # Errors
    /// When nobody of that name is known, there is nothing to send, the work is stopped, or the disk or the store
    /// refuses.
    pub(in crate::workspace) fn send_tables(
        &self,
        sending: &Sending<'_>,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<SentFile>, WorkspaceError> {
        let outputs = Outputs::of(&self.folder, &self.settings);
        outputs.check_folder(sending.folder)?;
        let view = self.view()?;
        let (mut decided, mut files, mut taken) = (Vec::new(), Vec::new(), std::collections::BTreeSet::new());
        for to in audiences(sending.to, &view, asker)? {
            go_on(progress)?;
            let command = sending.command(to, &self.settings.name, files.len(), &taken);
            taken.insert(command.file.clone());
            let outgoing = command.tables(&view, asker)?;
            let bytes = sending.written(&command, &outgoing, &view, &self.settings.name)?;
            decided.extend(command.decide(&view, asker)?);
            files.push((sent(&command, &outgoing, sending.folder, &view), bytes));
        }
        go_on(progress)?;
        std::fs::create_dir_all(sending.folder).map_err(Self::io(sending.folder))?;
        let mut written = Vec::new();
        let done = files.iter().try_for_each(|(sent, bytes)| {
            outputs.check(&sent.file, &[])?;
            keep_earlier(&sent.file)?;
            write_whole(&sent.file, bytes)?;
            written.push(&sent.file);
            Ok(())
        });
        // A file whose number is not on file could never come back.
        if let Err(error) = done.and_then(|()| self.apply(asker, view.seen, decided).map(drop)) {
            written.iter().for_each(|file| _ = std::fs::remove_file(file));
            return Err(error);
        }
        Ok(files.into_iter().map(|(sent, _)| sent).collect())
    }
}

/// Those to whom tables go.
fn audiences(to: &Addressees, view: &View, asker: &Asker) -> Result<Vec<Audience>, Refusal> {
    let book = view.plan();
    match to {
        Addressees::Entities(names) => {
            let mut codes: Vec<String> = names
                .iter()
                .map(|name| match view.body_code(name) {
                    // A plan may name bodies that are in no register.
                    Err(Refusal::Unknown { .. }) if book.measures.values().any(|own| own.is_of(Some(name))) => {
                        Ok(name.clone())
                    }
                    found => found,
                })
                .collect::<Result<_, Refusal>>()?;
            codes.sort();
            codes.dedup();
            Ok(codes.into_iter().map(Audience::Entity).collect())
        }
        Addressees::All => {
            let tasks = book.measures.values().flat_map(|own| own.lead.iter().chain(&own.support));
            let named = tasks.flat_map(|(code, task)| [code.clone(), task.instead.clone()]);
            let codes: std::collections::BTreeSet<String> = named.filter(|code| !code.is_empty()).collect();
            let has_rows = |to: &Audience| -> bool {
                let sheets = OutgoingSheets { to: to.clone() }.answer(view, asker);
                sheets.is_ok_and(|outgoing| !outgoing.sheets.is_empty())
            };
            let all: Vec<Audience> = codes.into_iter().map(Audience::Entity).filter(has_rows).collect();
            if all.is_empty() {
                return Err(Refusal::NothingToSend { to: "none".to_owned(), held_back: 0 });
            }
            Ok(all)
        }
        Addressees::Consultation { name, kind } if !name.trim().is_empty() => {
            Ok(vec![Audience::Consultation { name: name.trim().to_owned(), kind: *kind }])
        }
        Addressees::Review { name, clusters } if !name.trim().is_empty() => {
            let named = clusters.iter().map(|wanted| cluster_named(view, wanted, asker.language));
            let clusters = named.collect::<Result<_, Refusal>>()?;
            Ok(vec![Audience::Review { name: name.trim().to_owned(), clusters }])
        }
        Addressees::Consultation { .. } | Addressees::Review { .. } => Err(Refusal::Blank),
    }
}

impl Sending<'_> {
    /// The command for one of those it goes to; two whose names come to the same name of a file are told apart.
    fn command(
        &self,
        to: Audience,
        plan: &str,
        place: usize,
        taken: &std::collections::BTreeSet<String>,
    ) -> SendTables {
        let on = self.on;
        let whom = to.name();
        let ending = match self.format {
            DispatchFormat::Xlsx => "xlsx",
            DispatchFormat::Docx => "docx",
        };
        let name = format!("{}-{}-{on}", in_file_names(plan), in_file_names(whom));
        let own = format!("{name}.{ending}");
        let file = if taken.contains(&own) { format!("{name}-{}.{ending}", place + 1) } else { own };
        SendTables { to, on, language: self.language, file }
    }

    fn written(
        &self,
        command: &SendTables,
        outgoing: &Outgoing,
        view: &View,
        plan: &str,
    ) -> Result<Vec<u8>, WorkspaceError> {
        let file = DispatchFile {
            number: command.number(view),
            plan: plan.to_owned(),
            to: outgoing.name.clone(),
            on: command.on,
            language: self.language,
            sheets: &outgoing.sheets,
        };
        let mut bytes = Vec::new();
        match self.format {
            DispatchFormat::Xlsx => write_dispatch_xlsx(&file, &mut bytes)?,
            DispatchFormat::Docx => write_dispatch_docx(&file, &mut bytes)?,
        }
        Ok(bytes)
    }
}

fn sent(command: &SendTables, outgoing: &Outgoing, folder: &Path, view: &View) -> SentFile {
    SentFile {
        dispatch: command.number(view),
        to: outgoing.name.clone(),
        file: folder.join(&command.file),
        rows: outgoing.sheets.iter().map(|sheet| sheet.rows.len()).sum(),
        held_back: outgoing.held_back,
    }
}

/// Letters and digits, small, with dashes between: what every file system takes.
fn in_file_names(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase();
    joined.chars().take(60).collect()
}
