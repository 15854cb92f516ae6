//! The last plan of an office, in whatever table it holds it: outcomes, measures and indicators with who, when and how
//! far.
//!
//! `columns` knows what headings mean, in six languages; `layout` finds the heading rows and tells numbers from words
//! in the columns of levels; `levels` reads rows to a plan of up to three levels. Nothing is guessed: what is not
//! understood is named with its place.

mod columns;
mod layout;
mod leading_number;
mod levels;

pub use columns::PlanColumnMap;
pub use levels::{LastIndicator, LastMeasure, LastOutcome, LastPlan, UnreadCell};

use super::error::IngestError;
use super::fault::{MappingFault, UnreadContent};
use super::format::{DocumentFormat, Format};
use super::plain_tables::read_tables;
use super::source_file::SourceFile;
use crate::domain::Language;

/// Reads the plan in a file; `preferred` chooses between columns of the same meaning in several languages.
///
/// # Errors
/// When the file cannot be read, or no table of it is a plan.
pub fn read_plan(file: &SourceFile, map: &PlanColumnMap, preferred: Language) -> Result<LastPlan, IngestError> {
    // A page of the web says where its cells stand by spans that are not followed.
    if file.format == Format::Document(DocumentFormat::Html) {
        return Err(IngestError::UnknownFormat { path: file.path.clone(), seen: UnreadContent::WebPage });
    }
    let tables = read_tables(file)?;
    let cells = tables.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.iter().map(String::as_str));
    if let Some(mapping) = map.missing(cells) {
        let headers = tables.iter().flat_map(|table| table.rows.first()).map(|row| row.cells.join(", "));
        let fault = MappingFault::NoSuchHeader { headers: headers.collect::<Vec<_>>().join("; ") };
        return Err(IngestError::BadMapping { mapping, fault, fields: PlanColumnMap::fields() });
    }
    let laid_out: Vec<_> = tables.iter().map(|table| (table, layout::Layout::of(table, map, preferred))).collect();
    let mut plan = LastPlan::default();
    for (table, layout) in &laid_out {
        match layout {
            Some(layout) => plan.take(table, layout),
            None => plan.pass_over(table),
        }
    }
    plan.settle_dates();
    if plan.is_empty() {
        let headers = tables.iter().flat_map(|table| table.rows.first()).map(|row| row.cells.join(", "));
        let headers = headers.collect::<Vec<_>>().join("; ").chars().take(400).collect();
        return Err(IngestError::NoPlanColumn { path: file.path.clone(), headers });
    }
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use super::{LastPlan, PlanColumnMap, read_plan};
    use crate::domain::Language;
    use crate::ingest::SourceFile;

    fn plan_in(content: &str, language: Language) -> LastPlan {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.csv");
        std::fs::write(&path, content).unwrap();
        read_plan(&SourceFile::open(&path).unwrap(), &PlanColumnMap::default(), language).unwrap()
    }

    /// Outcomes, measures and indicators, counted.
    fn counts(plan: &LastPlan) -> (usize, usize, usize) {
        let measures = || plan.outcomes.iter().flat_map(|outcome| &outcome.measures);
        (plan.outcomes.len(), measures().count(), measures().map(|measure| measure.indicators.len()).sum())
    }

    const THREE: &str = "goal,goal_en,goal_fr,action,action_en,action_fr,indicator,indicator_en,indicator_fr,deadline_en,deadline_fr,responsible\n\
    G1,Safe homes,Foyers sûrs,G1.1,Open shelters,Ouvrir des refuges,G1.1.1,Shelters counted,Refuges comptés,Fall 2027,Automne 2027,MWF;MSP\n\
    G1,Safe homes,Foyers sûrs,G1.1,Open shelters,Ouvrir des refuges,G1.1.2,Places counted,Places comptées,Spring 2028,Printemps 2028,MWF\n\
    G1,Safe homes,Foyers sûrs,G1.2,Train judges,Former les juges,G1.2.1,Judges trained,Juges formés,Fall 2028,Automne 2028,MOJ\n\
    G2,Fair courts,Tribunaux équitables,G2.1,Hire clerks,Recruter,G2.1.1,Clerks hired,Recrutés,Fall 2029,Automne 2029,MOJ\n";

    #[test]
    fn three_levels_in_two_languages_are_read_in_the_language_that_is_preferred() {
        let plan = plan_in(THREE, Language::En);
        assert_eq!(counts(&plan), (2, 3, 4));
        let shelters = &plan.outcomes[0].measures[0];
        assert_eq!((shelters.number.as_str(), shelters.text.as_str()), ("G1.1", "Open shelters"));
        assert_eq!(shelters.lead, ["MWF", "MSP"]);
        assert_eq!(shelters.indicators[1].until, "Spring 2028");
        assert!(shelters.until.is_empty() && plan.unread.is_empty(), "{plan:?}");
        let plan = plan_in(THREE, Language::Fr);
        assert_eq!((counts(&plan), plan.outcomes[1].text.as_str()), ((2, 3, 4), "Tribunaux équitables"));
    }

    #[test]
    fn headings_over_rows_and_two_rows_of_headings_are_read_and_blank_cells_stand_for_those_above() {
        let content = "Plan of action,,,,\n\
    Activity,Responsible,Time frame,,Weather\n\
    ,,Start,End,\n\
    Objective 1: Safe homes,,,,\n\
    1.1 Open shelters,MWF,2026-01,Q2 2027,dry\n\
    ,MSP,,,\n\
    Objective 2: Fair courts,,,,\n\
    2.1 Hire clerks,MOJ,January 2027,ongoing,\n";
        let plan = plan_in(content, Language::En);
        assert_eq!(counts(&plan), (2, 2, 0), "{plan:?}");
        let shelters = &plan.outcomes[0].measures[0];
        assert_eq!((shelters.number.as_str(), shelters.text.as_str()), ("1.1", "Open shelters"));
        assert_eq!((shelters.from.as_str(), shelters.until.as_str()), ("2026-01", "Q2 2027"));
        assert_eq!(plan.outcomes[0].text, "Objective 1: Safe homes");
        assert_eq!(plan.unread.iter().map(|unread| unread.column.as_str()).collect::<Vec<_>>(), ["Weather"]);
    }

    #[test]
    fn plans_in_other_languages_are_read_and_what_is_no_plan_is_refused() {
        let spanish = "Objetivo;Acciones;Entidad responsable;Plazo;Estado de avance\nHogares seguros;Abrir refugios;MWF;2027;en curso\n";
        assert_eq!(counts(&plan_in(spanish, Language::Es)), (1, 1, 0));
        let arabic = "الهدف,الإجراء,الجهة المسؤولة,المؤشر\nبيوت آمنة,فتح ملاجئ,MWF,عدد الملاجئ\n";
        assert_eq!(counts(&plan_in(arabic, Language::Ar)), (1, 1, 1));
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        std::fs::write(&path, "name,age\nAda,36\n").unwrap();
        let refused = read_plan(&SourceFile::open(&path).unwrap(), &PlanColumnMap::default(), Language::En);
        assert!(refused.is_err());
    }
}
