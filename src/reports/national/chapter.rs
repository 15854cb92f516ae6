//! The chapter of a national report on the follow-up to the last review (decision 17/119 of the Human Rights Council, part
//! D): by themes, with an endnote on each heading that lists the recommendations by their numbers.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::lines::{Lines, unanswered};
use super::reviewed::{Reviewed, is_supported, is_wholly_supported, number};
use super::text::{LeftOut, ReportBlock, ReportPiece, ReportSection, ReportText, WordLimit, said};
use crate::domain::plan::{Answering, Measure, PlanKey, Release};
use crate::domain::{Asker, ClusterNumber, Kind, Position, RecordId, SettledRecord};
use crate::plan::home_of;
use crate::view::{Question, Refusal, View};

/// Words of a national report, endnotes and the annexed matrix left out.
const LIMIT: usize = 10_700;

/// The chapter on follow-up of a national report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChapterReport {
    /// The day that it says it is of.
    pub as_of: Date,
}

impl Question for ChapterReport {
    type Answer = ReportText;

    fn answer(&self, view: &View, asker: &Asker) -> Result<ReportText, Refusal> {
        let reviewed = Reviewed::of(view)?;
        let lines = Lines::of(view, asker.language)?;
        let themes = Themes::of(view, asker, &reviewed, &lines);
        let mut sections = vec![introduction(&reviewed, &themes)];
        sections.extend(themes.sections.iter().map(|theme| theme.section(&lines, Numbers::InNote)));
        Ok(ReportText {
            title: vec![ReportPiece::said("chapter-title"), ReportPiece::text(view.registers.title(asker.language))],
            as_of: self.as_of,
            head: Vec::new(),
            limit: Some(WordLimit { words: LIMIT, source: said("limit-national-report", &[]) }),
            sections,
            left_out: left_out(&reviewed, &themes, asker),
            warnings: themes.warnings(&reviewed),
        })
    }
}

fn introduction(reviewed: &Reviewed, themes: &Themes<'_>) -> ReportSection {
    let mut section = ReportSection::new(ReportPiece::said("follow-up"), 1);
    let all = reviewed.records.len();
    if all == 0 {
        section.blocks.push(ReportBlock::Gap(ReportPiece::said("gap-review")));
        return section;
    }
    let answered = reviewed.records.iter().filter(|own| themes.answered.contains(&own.record.id)).count();
    let cycle = reviewed.cycle.map_or_else(String::new, |cycle| cycle.to_string());
    let values = [
        ("all", all.into()),
        ("supported", reviewed.count(is_wholly_supported).into()),
        ("partly", reviewed.count(|position| position == Position::PartlySupported).into()),
        ("noted", reviewed.count(|position| position == Position::Noted).into()),
        ("answered", answered.into()),
        ("cycle", cycle.into()),
    ];
    section.blocks.push(ReportBlock::Paragraph(vec![ReportPiece::with("received", &values)]));
    if themes.sections.is_empty() {
        section.blocks.push(ReportBlock::Gap(ReportPiece::said("gap-measures")));
    }
    section
}

/// Where the numbers of recommendations stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Numbers {
    /// In an endnote.
    InNote,
    /// Under the heading.
    UnderHeading,
}

/// Measures by themes, with the recommendations that each theme answers: every one stands once.
pub(super) struct Themes<'v> {
    pub(super) sections: Vec<Theme<'v>>,
    /// Recommendations of the review that some measure answers.
    pub(super) answered: BTreeSet<RecordId>,
}

/// A theme.
pub(super) struct Theme<'v> {
    title: String,
    measures: Vec<&'v Measure>,
    records: Vec<SettledRecord>,
}

impl<'v> Themes<'v> {
    pub(super) fn of(view: &'v View, asker: &Asker, reviewed: &Reviewed, lines: &Lines<'v>) -> Self {
        let titles: BTreeMap<ClusterNumber, String> =
            view.clusters(asker.language).iter().map(|own| (own.number, own.theme_title.clone())).collect();
        let mut homes: BTreeMap<Option<ClusterNumber>, Vec<&Measure>> = BTreeMap::new();
        let of_review: BTreeSet<RecordId> = reviewed.records.iter().map(|own| own.record.id).collect();
        let answers = |measure: &&Measure| measure.answers.keys().any(|id| of_review.contains(id));
        for measure in lines.book.measures.values().filter(answers) {
            homes.entry(home_of(measure, view)).or_default().push(measure);
        }
        let (mut sections, mut answered): (Vec<Theme<'v>>, BTreeSet<RecordId>) = (Vec::new(), BTreeSet::new());
        // What stands in no cluster comes last.
        let loose = homes.remove(&None).map(|measures| (String::new(), measures));
        let by_cluster = homes.into_iter().map(|(home, measures)| {
            (home.and_then(|number| titles.get(&number)).cloned().unwrap_or_default(), measures)
        });
        for (title, mut measures) in by_cluster.chain(loose) {
            measures.sort_by_cached_key(|measure| measure.place());
            let records = named(&measures, reviewed, &mut answered);
            match sections.last_mut().filter(|theme| theme.title == title) {
                Some(theme) => {
                    theme.measures.extend(measures);
                    theme.records.extend(records);
                }
                None => sections.push(Theme { title, measures, records }),
            }
        }
        Self { sections, answered }
    }

    /// What whoever writes the report should look at: recommendations without a position or a session, measures that
    /// nobody has approved.
    pub(super) fn warnings(&self, reviewed: &Reviewed) -> Vec<crate::domain::Coded> {
        let is_open = |own: &&SettledRecord| {
            own.record.kind == Kind::Recommendation && matches!(own.record.position, Position::Pending | Position::None)
        };
        let open = reviewed.records.iter().filter(is_open).count();
        let drafts = self.sections.iter().flat_map(|theme| &theme.measures);
        let drafts = drafts.filter(|own| own.release != Release::Approved && !own.is_published).count();
        let counts =
            [(open, "warning-positions"), (drafts, "warning-drafts"), (reviewed.without_session, "warning-sessions")];
        let told = counts.into_iter().filter(|(count, _)| *count > 0);
        told.map(|(count, code)| said(code, &[("count", count.into())])).collect()
    }
}

/// The recommendations of a review that measures answer, each where it comes first.
fn named(measures: &[&Measure], reviewed: &Reviewed, answered: &mut BTreeSet<RecordId>) -> Vec<SettledRecord> {
    let ids: BTreeSet<RecordId> = measures
        .iter()
        .flat_map(|measure| &measure.answers)
        .filter(|(_, role)| **role != Answering::Context)
        .map(|(id, _)| *id)
        .collect();
    let is_new = |own: &&SettledRecord| ids.contains(&own.record.id) && answered.insert(own.record.id);
    reviewed.records.iter().filter(is_new).cloned().collect()
}

impl Theme<'_> {
    pub(super) fn section(&self, lines: &Lines<'_>, numbers: Numbers) -> ReportSection {
        let heading = match self.title.as_str() {
            "" => ReportPiece::said("loose"),
            title => ReportPiece::text(title),
        };
        let mut section = ReportSection::new(heading, 2);
        let list = self.numbers();
        match numbers {
            Numbers::InNote => section.note = Some(list).filter(|list| !list.is_empty()),
            Numbers::UnderHeading if !list.is_empty() => section.blocks.push(ReportBlock::Quote(list)),
            Numbers::UnderHeading => {}
        }
        let mut seen: BTreeSet<PlanKey> = BTreeSet::new();
        for measure in self.measures.iter().filter(|measure| seen.insert(measure.key)) {
            section.blocks.extend(lines.blocks(measure));
        }
        section
    }

    /// "Recommendations 121.1, 121.4. Noted: 121.7. (A/HRC/43/99)"
    fn numbers(&self) -> Vec<ReportPiece> {
        let of = |is_it: fn(Position) -> bool| -> Vec<String> {
            self.records.iter().filter(|own| is_it(own.record.position)).map(number).collect()
        };
        let (supported, noted) = (of(is_supported), of(|position| position == Position::Noted));
        let other = of(|position| !is_supported(position) && position != Position::Noted);
        let piece = |code: &str, list: Vec<String>| {
            (!list.is_empty()).then(|| ReportPiece::with(code, &[("numbers", list.join(", ").into())]))
        };
        let symbols: BTreeSet<String> =
            self.records.iter().filter_map(|own| own.record.symbol.as_ref().map(ToString::to_string)).collect();
        let symbols = Some(symbols).filter(|all| !all.is_empty());
        let symbols =
            symbols.map(|all| ReportPiece::text(format!("({})", all.into_iter().collect::<Vec<_>>().join("; "))));
        [piece("numbers", supported), piece("numbers-noted", noted), piece("numbers-open", other), symbols]
            .into_iter()
            .flatten()
            .collect()
    }
}

/// Recommendations that a report leaves out.
pub(super) fn left_out(reviewed: &Reviewed, themes: &Themes<'_>, asker: &Asker) -> Vec<LeftOut> {
    unanswered(reviewed.records.iter(), &themes.answered, asker.language)
}
