//! Two numbers of one report with the same words and States, where they come in two files.
//!
//! The identifier of a record comes from its words, so that a row would fall on the known record of the other
//! number. The known one keeps its identifier, since decisions of people rest on it; the row takes one that says
//! its number. A file that holds both gives the plain identifier to the lower number: there each row finds the
//! record of its number, whichever came first.

use std::collections::HashMap;

use super::outline::Outline;
use crate::domain::{Paragraph, Recommendation, RecordId, Symbol};

/// Known records that rows of a file may be twins of.
#[derive(Debug, Default)]
pub(super) struct Twins {
    /// By their identifiers.
    known: HashMap<RecordId, Numbered>,
    /// By the identifiers that rows of their numbers have in a file with twins.
    by_number: HashMap<RecordId, RecordId>,
}

/// A known record with a number of a report.
#[derive(Debug)]
struct Numbered {
    symbol: Option<Symbol>,
    /// Its number, and those that its sources give it.
    numbers: Vec<Paragraph>,
}

impl Twins {
    /// Looks at a known record.
    pub(super) fn note(&mut self, record: &Recommendation, outline: &Outline) {
        let Some(number) = number(record) else { return };
        let apart = record.id.apart(number);
        if outline.ids.contains_key(&apart) {
            self.by_number.insert(apart, record.id);
        }
        if outline.ids.contains_key(&record.id) {
            let of_sources = record.sources.iter().filter_map(|source| source.says.paragraph.clone());
            let numbers = std::iter::once(number.clone()).chain(of_sources).collect();
            self.known.insert(record.id, Numbered { symbol: record.symbol.clone(), numbers });
        }
    }

    /// Gives a row its own identifier where the known record of its words has another number of the same report.
    pub(super) fn tell_apart(&self, record: &mut Recommendation) {
        let Some(number) = number(record) else { return };
        if self.known.get(&record.id).is_some_and(|known| known.is_twin(record, number)) {
            record.id = record.id.apart(number);
        }
    }

    /// The known record of the number that an identifier says.
    pub(super) fn of_number(&self, id: RecordId) -> Option<RecordId> {
        self.by_number.get(&id).copied()
    }
}

impl Numbered {
    /// Whether a row with that number is another recommendation. Without a symbol only numbers of one list are sure
    /// to be of one report.
    fn is_twin(&self, row: &Recommendation, number: &Paragraph) -> bool {
        let is_of_list = |own: &Paragraph| list(own) == list(number);
        self.symbol == row.symbol
            && !self.numbers.contains(number)
            && (row.symbol.is_some() || self.numbers.first().is_some_and(is_of_list))
    }
}

/// The number of a record in a report; drafts are numbered otherwise than what comes of them.
fn number(record: &Recommendation) -> Option<&Paragraph> {
    let is_draft = record.sources.iter().all(|source| source.says.is_draft);
    record.paragraph.as_ref().filter(|paragraph| !is_draft && paragraph.is_of_report())
}

/// The paragraph that the items of a list stand under.
fn list(number: &Paragraph) -> Option<&str> {
    number.as_str().split('.').next()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Twins;
    use crate::domain::{Body, Kind, Mechanism, Paragraph, Position, Recommendation, RecordId, Said, Session, Source};
    use crate::records::Outline;

    fn record(id: RecordId, number: &str, symbol: &str) -> Recommendation {
        let source = Source {
            file: "a".to_owned(),
            file_hash: "a".to_owned(),
            place: number.to_owned(),
            source_id: None,
            says: Said::default(),
        };
        Recommendation {
            id,
            kind: Kind::Recommendation,
            mechanism: Mechanism::Upr,
            body: Body::upr(),
            symbol: crate::domain::Symbol::parse(symbol),
            paragraph: Paragraph::parse(number),
            state: Some("PER".parse().unwrap()),
            unknown_state: None,
            recommending_states: Vec::new(),
            unknown_states: Vec::new(),
            session: Some(Session(28)),
            position: Position::None,
            published: None,
            texts: BTreeMap::new(),
            tags: Vec::new(),
            sources: vec![source],
            follow_up: None,
            doubts: Vec::new(),
            history: None,
        }
    }

    const PLAIN: RecordId = RecordId(1);

    /// The identifier that a row takes where a record is known.
    fn taken(known: &Recommendation, row: &Recommendation) -> RecordId {
        let (mut twins, mut row) = (Twins::default(), row.clone());
        twins.note(known, &Outline::of("b", std::iter::once(&row)));
        twins.tell_apart(&mut row);
        row.id
    }

    #[test]
    fn a_row_falls_on_no_record_of_another_number_of_its_report() {
        let (one, other) = (record(PLAIN, "7.3", "A/HRC/37/8"), record(PLAIN, "7.9", "A/HRC/37/8"));
        assert_eq!(taken(&one, &other), PLAIN.apart(other.paragraph.as_ref().unwrap()));
        assert_eq!(taken(&other, &one), PLAIN.apart(one.paragraph.as_ref().unwrap()));
        assert_eq!(taken(&one, &one), PLAIN);
    }

    #[test]
    fn numbers_of_other_documents_of_other_lists_and_of_rows_tell_nothing() {
        let known = record(PLAIN, "7.3", "A/HRC/37/8");
        assert_eq!(taken(&known, &record(PLAIN, "6.1", "")), PLAIN, "another source of one review");
        assert_eq!(taken(&known, &record(PLAIN, "9", "A/HRC/37/8")), PLAIN);
        assert_eq!(taken(&record(PLAIN, "7.3", ""), &record(PLAIN, "6.1", "")), PLAIN, "a draft, perhaps");
        assert_ne!(taken(&record(PLAIN, "7.3", ""), &record(PLAIN, "7.9", "")), PLAIN);
    }

    #[test]
    fn a_row_of_a_file_with_twins_finds_the_record_of_its_number() {
        let known = record(PLAIN, "7.9", "A/HRC/37/8");
        let apart = PLAIN.apart(known.paragraph.as_ref().unwrap());
        let mut twins = Twins::default();
        twins.note(&known, &Outline::of("b", std::iter::once(&record(apart, "7.9", "A/HRC/37/8"))));
        assert_eq!((twins.of_number(apart), twins.of_number(PLAIN)), (Some(PLAIN), None));
    }
}
