//! The plan of the demo: a last plan that comes in, tables that go out, and what the bodies of Saravia send back.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Serialize;

use super::returned::{Edits, write_returned};
use crate::domain::exchange::Audience;
use crate::domain::plan::{PlanKey, VoiceKind};
use crate::domain::{Asker, Language};
use crate::plan::{PlanCalendar, PlanCheck, PlanDocument, RuleFindings};
use crate::reports::ChapterReport;
use crate::workspace::commands::plan::{PlanCell, SetInPlan, Settable};
use crate::workspace::folder::private::make_folder;
use crate::workspace::jobs::{Export, ImportPlan, ReceivePlan, SendPlan, WriteCalendar, WriteReport};
use crate::workspace::lookups::ReturnCompared;
use crate::workspace::progress::Progress;
use crate::workspace::written::export::{ExportRequest, PlanTextFormat};
use crate::workspace::{
    Addressees, DispatchFormat, PlanReport, ReportRequest, ReturnReport, SentFile, Take, Workspace, WorkspaceError,
};

/// The last plan of the demo, and what comes back of the tables.
const LAST_PLAN: &[u8] = include_bytes!("../../../corpora/demo/last_plan_saravia.csv");
const RETURNED: &str = include_str!("../../../corpora/demo/returned_saravia.csv");
/// Bodies that tables go to, and who is consulted.
const BODIES: [&str; 2] = ["MOJ", "MWF"];
const CONSULTED: &str = "Ombudsperson";
/// Months without news after which a measure is asked about.
const MONTHS: u16 = 6;
/// The day that the demo plays on, so that whoever makes it sees what others see.
const PLAYED_ON: Date = jiff::civil::date(2026, 11, 16);

/// What the demo shows of the plan.
#[derive(Debug, Clone, Serialize)]
pub struct DemoPlan {
    /// The day that all of it is told of.
    pub as_of: Date,
    /// What came in with the last plan.
    pub import: PlanReport,
    /// Tables that went out.
    pub sent: Vec<SentFile>,
    /// What came back and was taken over.
    pub taken: Vec<ReturnReport>,
    /// What came back and waits for somebody to look at it.
    pub waiting: Vec<ReturnReport>,
    /// The file that waits.
    pub waiting_file: PathBuf,
    /// What the plan lacks.
    pub gaps: Vec<RuleFindings>,
    /// How many days are due.
    pub dues: usize,
    /// Files that were written.
    pub files: Vec<PathBuf>,
}

impl Workspace {
    /// Takes the demo's last plan in, sends tables out, takes over what comes back, and writes the files.
    pub(super) fn demo_plan(&mut self, folder: &Path, progress: &dyn Progress) -> Result<DemoPlan, WorkspaceError> {
        let asker = self.owner();
        let last = folder.join("documents").join("last_plan_saravia.csv");
        std::fs::write(&last, LAST_PLAN).map_err(Self::io(&last))?;
        let import = self.run(&ImportPlan { files: vec![last], columns: Vec::new() }, &asker, progress)?;
        self.approve(&asker)?;
        let (sent_to, returned) = (folder.join("sent"), folder.join("returned"));
        make_folder(&returned).map_err(Self::io(&returned))?;
        let consulted = Addressees::Consultation { name: CONSULTED.to_owned(), kind: VoiceKind::Nhri };
        let bodies = Addressees::Entities(BODIES.map(str::to_owned).to_vec());
        let (mut sent, on) = (Vec::new(), Some(PLAYED_ON));
        for to in [bodies, consulted] {
            let language = Some(Language::En);
            let job = SendPlan { folder: sent_to.clone(), to, format: DispatchFormat::Xlsx, language, on };
            sent.extend(self.run(&job, &asker, progress)?);
        }
        let files = self.play_bodies(&returned)?;
        let (justice, women, ombudsperson) = (&files["MOJ"], &files["MWF"], &files["OMB"]);
        let mut taken = Vec::new();
        let answer = returned.join("answer-to-the-ministry.html");
        for (file, answer) in [(justice, Some(answer)), (ombudsperson, None)] {
            let back = ReceivePlan {
                files: vec![file.clone()],
                columns: Vec::new(),
                take: Take::All,
                choose: None,
                answer,
                dispatch: None,
                on,
            };
            taken.extend(self.run(&back, &asker, progress)?);
        }
        let compared = ReturnCompared { files: vec![women.clone()], ..ReturnCompared::default() };
        let waiting = self.look(&compared, &asker, progress)?;
        let as_of = PLAYED_ON;
        Ok(DemoPlan {
            as_of,
            import,
            sent,
            taken,
            waiting,
            waiting_file: women.clone(),
            gaps: self.ask(&PlanCheck { months: MONTHS, ..PlanCheck::on(as_of) }, &asker)?.rules,
            dues: self.ask(&PlanCalendar { as_of }, &asker)?.lines.len(),
            files: self.demo_files(folder, &asker, progress)?,
        })
    }

    /// Measures of the demo are approved, so that others may be consulted on them; targets are to be reached when their
    /// measure is done.
    fn approve(&self, asker: &Asker) -> Result<(), WorkspaceError> {
        let view = self.view()?;
        let book = view.plan();
        let set = |key: &PlanKey, field, value: &str| {
            let cells = vec![PlanCell { field, language: None, value: value.to_owned() }];
            self.decide(&SetInPlan { key: key.to_string(), cells }, asker).map(drop)
        };
        for key in book.measures.keys() {
            set(key, Settable::Release, "approved")?;
        }
        for (key, indicator) in book.indicators.iter().filter(|(_, own)| own.target.is_some()) {
            let until = book.measures.get(&indicator.measure).and_then(|measure| measure.until.as_ref());
            if let Some(until) = until.filter(|until| until.period().is_some()) {
                set(key, Settable::TargetDate, &until.words)?;
            }
        }
        Ok(())
    }

    /// Writes what the bodies send back, each in its own manner.
    fn play_bodies(&self, folder: &Path) -> Result<BTreeMap<&'static str, PathBuf>, WorkspaceError> {
        let view = self.view()?;
        let edits = Edits::read(RETURNED);
        let mut files = BTreeMap::new();
        for tables in view.plan().dispatches.values() {
            let (from, name) = match &tables.dispatch.to {
                Audience::Entity(code) if code == "MOJ" => ("MOJ", "justice.xlsx"),
                Audience::Entity(_) => ("MWF", "women-and-family.csv"),
                Audience::Consultation { .. } | Audience::Review { .. } => ("OMB", "ombudsperson.xlsx"),
            };
            let path = folder.join(name);
            write_returned(tables, &view, &edits.of(from), &path)?;
            files.insert(from, path);
        }
        Ok(files)
    }

    fn demo_files(
        &mut self,
        folder: &Path,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<PathBuf>, WorkspaceError> {
        let as_of = PLAYED_ON;
        let mut files = Vec::new();
        for (format, name) in [
            (PlanTextFormat::Docx, "measures.docx"),
            (PlanTextFormat::Xlsx, "measures.xlsx"),
            (PlanTextFormat::Html, "measures.html"),
        ] {
            let file = folder.join(name);
            let what = ExportRequest::PlanText { format, document: PlanDocument { as_of, entity: None } };
            self.run(&Export { what, file: file.clone() }, asker, progress)?;
            files.push(file);
        }
        let (calendar, chapter) = (folder.join("calendar.ics"), folder.join("chapter.docx"));
        self.run(&WriteCalendar { as_of, file: calendar.clone() }, asker, progress)?;
        let what = ReportRequest::Chapter(ChapterReport { as_of });
        self.run(&WriteReport { what, file: chapter.clone() }, asker, progress)?;
        files.extend([calendar, chapter]);
        Ok(files)
    }
}
