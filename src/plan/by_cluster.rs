//! The plan with a row a cluster: what is asked stands in it line by line, and short.

use std::collections::{BTreeMap, BTreeSet};

use super::document_measure::DocumentMeasure;
use super::row::{CellLine, PlanRow};
use super::table::{PlanDecided, PlanTable};
use crate::domain::{PlanColumn, RecordId, RowKey};

/// Letters of an ask in the row of its cluster: enough to know it by.
const SHORT: usize = 160;

/// Puts the rows of each cluster together, in the order in which clusters come.
#[must_use]
pub(super) fn by_cluster(table: PlanTable) -> PlanTable {
    let mut rows: Vec<PlanRow> = Vec::new();
    for group in table.rows.chunk_by(|a, b| a.lines(PlanColumn::Cluster) == b.lines(PlanColumn::Cluster)) {
        rows.push(together(group));
    }
    let decided = PlanDecided::of(&rows);
    PlanTable { rows, decided, ..table }
}

fn together(group: &[PlanRow]) -> PlanRow {
    let answers: BTreeSet<RecordId> = group.iter().flat_map(|row| row.answers.iter().copied()).collect();
    let mut cells: BTreeMap<PlanColumn, Vec<CellLine>> = BTreeMap::new();
    for row in group {
        for (column, lines) in &row.cells {
            let own = cells.entry(*column).or_default();
            match column {
                PlanColumn::Cluster | PlanColumn::Title => *own = lines.clone(),
                PlanColumn::MergedText => own.extend(lines.first().map(|line| shortened(line, row.answers.len()))),
                _ => lines.iter().for_each(|line| add(own, line)),
            }
        }
    }
    let mut measures: Vec<DocumentMeasure> = Vec::new();
    for measure in group.iter().flat_map(|row| &row.measures) {
        if !measures.iter().any(|own| own.key == measure.key) {
            measures.push(measure.clone());
        }
    }
    PlanRow { key: RowKey::of(&answers), answers, cells, measures }
}

/// Adds a line that is not there yet; what somebody has said stands for what a model proposes as well.
fn add(lines: &mut Vec<CellLine>, line: &CellLine) {
    let name = |line: &CellLine| match line {
        CellLine::Plain(name) | CellLine::Proposed(name) => Some(name.clone()),
        CellLine::Source(_) | CellLine::Either { .. } => None,
    };
    match lines.iter_mut().find(|own| *own == line || (name(own).is_some() && name(own) == name(line))) {
        Some(own) if own.is_proposed() && !line.is_proposed() => *own = line.clone(),
        Some(_) => {}
        None => lines.push(line.clone()),
    }
}

/// The beginning of an ask, to a whole word, with how many recommendations make it.
fn shortened(line: &CellLine, count: usize) -> CellLine {
    let CellLine::Plain(text) = line else { return line.clone() };
    let short = match text.char_indices().nth(SHORT) {
        None => text.clone(),
        Some((end, _)) => {
            let kept = &text[..end];
            let word = kept.rfind(char::is_whitespace).filter(|at| *at > 0).unwrap_or(end);
            format!("{}…", kept[..word].trim_end_matches([',', ';', ' ']))
        }
    };
    CellLine::Plain(if count > 1 { format!("– {short} (×{count})") } else { format!("– {short}") })
}

#[cfg(test)]
mod tests {
    use super::{CellLine, add, shortened};

    #[test]
    fn an_ask_is_cut_between_words_and_says_how_often_it_is_made() {
        let plain = |text: &str| CellLine::Plain(text.to_owned());
        assert_eq!(shortened(&plain("Build schools"), 3), plain("– Build schools (×3)"));
        let CellLine::Plain(long) = shortened(&plain(&"Build schools, ".repeat(30)), 1) else { panic!("a plain line") };
        assert!(long.ends_with("schools…") || long.ends_with("Build…"), "{long}");
        assert!(long.chars().count() < 170);
        assert_eq!(shortened(&plain(&"学".repeat(300)), 1), plain(&format!("– {}…", "学".repeat(160))));
    }

    #[test]
    fn what_somebody_has_said_outranks_the_same_as_a_proposal() {
        let mut lines = vec![CellLine::Proposed("Health".to_owned())];
        add(&mut lines, &CellLine::Plain("Health".to_owned()));
        add(&mut lines, &CellLine::Proposed("Health".to_owned()));
        assert_eq!(lines, [CellLine::Plain("Health".to_owned())]);
    }
}
