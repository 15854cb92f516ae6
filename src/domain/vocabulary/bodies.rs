//! Treaty bodies, the UPR, and mandates of special procedures.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::fold::fold;
use super::table::{Names, Table};
use crate::domain::{Body, Symbol};

/// Words of the longest name that is looked for inside others.
const LONGEST_NAME: usize = 24;

/// A body with its names and the head of its symbols.
#[derive(Debug, Clone)]
pub struct BodyEntry {
    /// The body by its short name.
    pub body: Body,
    /// Code of the instrument it watches over, for treaty bodies.
    pub instrument: String,
    /// How its symbols begin.
    pub symbol_prefixes: Vec<String>,
    /// Official names.
    pub names: Names,
}

/// All bodies, found by name or by symbol.
pub struct BodyRegister {
    entries: Vec<BodyEntry>,
    by_name: HashMap<String, usize>,
}

impl BodyRegister {
    /// The bodies that ship with Weft.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static REGISTER: OnceLock<BodyRegister> = OnceLock::new();
        REGISTER.get_or_init(Self::load)
    }

    fn load() -> Self {
        let table = Table::embedded("bodies", include_str!("../../../corpora/reference/bodies.csv"));
        let mut register = Self { entries: Vec::new(), by_name: HashMap::new() };
        for row in table.rows() {
            let names = row.by_language("name");
            let mut spellings = row.list("variants");
            spellings.extend(names.iter().map(str::to_owned));
            spellings.push(row.cell("code").to_owned());
            for spelling in spellings {
                register.by_name.insert(fold(&spelling), register.entries.len());
            }
            register.entries.push(BodyEntry {
                body: Body::new(row.cell("code")),
                instrument: row.cell("instrument").to_owned(),
                symbol_prefixes: row.list("symbol_prefixes"),
                names,
            });
        }
        register
    }

    /// The body of a name, short or long, with or without the leading "- ".
    #[must_use]
    pub fn find(&self, name: &str) -> Option<&BodyEntry> {
        self.by_name.get(&fold(name.trim().trim_start_matches("- "))).map(|&at| &self.entries[at])
    }

    /// The bodies that a run of words names, in its order: each time the longest name.
    #[must_use]
    pub fn named_in(&self, words: &str) -> Vec<&BodyEntry> {
        let folded = fold(words);
        let words: Vec<&str> = folded.split(' ').collect();
        let (mut found, mut at) = (Vec::new(), 0);
        while at < words.len() {
            let most = LONGEST_NAME.min(words.len() - at);
            let longest = (1..=most).rev().find_map(|n| Some((*self.by_name.get(&words[at..at + n].join(" "))?, n)));
            match longest {
                Some((entry, length)) => {
                    found.push(&self.entries[entry]);
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The body whose symbols begin like this one; the longest beginning wins.
    #[must_use]
    pub fn of_symbol(&self, symbol: &Symbol) -> Option<&BodyEntry> {
        let fits = |entry: &BodyEntry| {
            entry.symbol_prefixes.iter().filter(|p| symbol.as_str().starts_with(p.as_str())).map(String::len).max()
        };
        self.entries
            .iter()
            .filter_map(|entry| Some((fits(entry)?, entry)))
            .max_by_key(|(length, _)| *length)
            .map(|(_, entry)| entry)
    }

    /// All bodies in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &BodyEntry> {
        self.entries.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::BodyRegister;
    use crate::domain::{Mechanism, Symbol};

    #[test]
    fn symbols_lead_to_their_bodies() {
        let register = BodyRegister::embedded();
        for (symbol, code) in [
            ("E/C.12/AUS/CO/6", "CESCR"),
            ("CCPR/C/USA/CO/4", "CCPR"),
            ("CRC/C/OPSC/PER/CO/1", "CRC-OP-SC"),
            ("CRC/C/PER/CO/6-7", "CRC"),
            ("CAT/OP/ALB/1", "SPT"),
            ("CAT/C/ALB/CO/2", "CAT"),
        ] {
            let found = register.of_symbol(&Symbol::parse(symbol).unwrap()).map(|e| e.body.code());
            assert_eq!(found, Some(code), "{symbol}");
        }
    }

    #[test]
    fn names_are_found_inside_other_words() {
        let register = BodyRegister::embedded();
        let named = |words| register.named_in(words).iter().map(|entry| entry.body.code()).collect::<Vec<_>>();
        assert_eq!(named("Informe del Comité contra la Tortura y de CRC-OP-AC"), ["CAT", "CRC-OP-AC"]);
        assert_eq!(named("nothing of the kind"), Vec::<&str>::new());
    }

    #[test]
    fn stray_blanks_and_long_names_are_understood() {
        let register = BodyRegister::embedded();
        assert_eq!(register.find("- IE  Albinism").unwrap().body.mechanism(), Mechanism::SpecialProcedure);
        assert_eq!(register.find("Committee on the Rights of the Child").unwrap().body.code(), "CRC");
    }
}
