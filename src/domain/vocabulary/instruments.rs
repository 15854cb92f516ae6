//! International and regional instruments.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::table::{Names, Table};

/// An instrument with the facts that links are made from.
#[derive(Debug, Clone)]
pub struct Instrument {
    /// Short code, such as `OPCAT`.
    pub code: String,
    /// Code of the convention a protocol belongs to; empty for conventions.
    pub parent: String,
    /// The UPR Info issue of its subject; empty where it has none.
    pub issue: String,
    /// SDG targets of its subject.
    pub sdg_targets: Vec<String>,
    /// Entity type of the subject ministry; empty where there is none.
    pub subject_entity: String,
    /// Group codes of its subject.
    pub groups: Vec<String>,
    /// Whether States can become party to it; declarations and standards are not binding.
    pub is_binding: bool,
    /// Official names.
    pub names: Names,
    /// Short forms, case-sensitive.
    pub abbreviations: Vec<String>,
    /// Lower-case names by which texts call it, in the order of the six languages.
    pub phrases: [Vec<String>; 6],
}

/// All instruments.
pub struct InstrumentRegister {
    entries: Vec<Instrument>,
    by_code: HashMap<String, usize>,
}

impl InstrumentRegister {
    /// The instruments that ship with Weft.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static REGISTER: OnceLock<InstrumentRegister> = OnceLock::new();
        REGISTER.get_or_init(Self::load)
    }

    fn load() -> Self {
        let table = Table::embedded("instruments", include_str!("../../../corpora/reference/instruments.csv"));
        let entries: Vec<Instrument> = table
            .rows()
            .map(|row| Instrument {
                code: row.cell("code").to_owned(),
                parent: row.cell("parent").to_owned(),
                issue: row.cell("issue").to_owned(),
                sdg_targets: row.list("sdg_targets"),
                subject_entity: row.cell("subject_entity").to_owned(),
                groups: row.list("groups"),
                is_binding: row.cell("binding") == "yes",
                names: row.by_language("name"),
                abbreviations: row.list("abbreviations"),
                phrases: row.lists_by_language("phrases"),
            })
            .collect();
        let by_code = entries.iter().enumerate().map(|(at, entry)| (entry.code.clone(), at)).collect();
        Self { entries, by_code }
    }

    /// The instrument with that code.
    #[must_use]
    pub fn get(&self, code: &str) -> Option<&Instrument> {
        self.by_code.get(code).map(|&at| &self.entries[at])
    }

    /// All instruments in the order of the table.
    #[must_use]
    pub fn all(&self) -> &[Instrument] {
        &self.entries
    }
}
