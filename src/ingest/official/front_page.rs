//! What the first page of a document says of the document: symbol, days, language.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dates::date;
use crate::domain::{Language, Symbol};
use crate::ingest::document::Document;
use crate::ingest::document_kind::DocumentKind;
use crate::text::language::identify;
use crate::text::pattern::pattern;
use crate::text::phrasebook::Phrase;

/// Pieces of paragraphs that tell the language of a document.
const SAMPLE: usize = 400;
/// Lines of a title page in which the day of the document stands.
const TITLE_LINES: usize = 25;
/// Longest line that is a date and little else, characters.
pub(super) const DATE_LINE: usize = 60;
/// A line that holds a symbol and not much else.
pub(super) const SYMBOL_LINE: usize = 60;
/// So far into the first pieces of text a symbol is looked for.
const FIRST_LETTERS: usize = 160;

static SYMBOL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:A|E|CCPR|CEDAW|CAT|CRC|CRPD|CERD|CMW|CED)(?:/[A-Z0-9][A-Z0-9.\-]*){2,6}"));

pub(super) fn language(document: &Document) -> Language {
    let paragraphs = document.paragraphs().filter(|paragraph| paragraph.heading.is_none());
    let sample: String = paragraphs.flat_map(|paragraph| [paragraph.full(), " ".to_owned()]).take(SAMPLE).collect();
    identify(&sample)
}

/// The day the document gives for itself, in a short line of its title page; else the day of its
/// adoption, else the first day it names.
pub(super) fn published(opening: &[String]) -> Option<Date> {
    let lines = || opening.iter().take(TITLE_LINES);
    let alone = lines().filter(|line| line.chars().count() < DATE_LINE).find_map(|line| date(line));
    alone.or_else(|| adopted(opening)).or_else(|| lines().find_map(|line| date(line)))
}

pub(super) fn adopted(opening: &[String]) -> Option<Date> {
    opening.iter().find_map(|line| Phrase::Adoption.find_all(line).into_iter().find_map(|(a, b)| date(&line[a..b])))
}

/// The symbol of the document: in its running heads, else alone on a line of its first page, else
/// the one that most sources of positions name.
pub(super) fn symbol(document: &Document, opening: &[String]) -> Option<Symbol> {
    let found =
        |line: &str| SYMBOL.find_iter(&line.to_uppercase()).filter_map(|m| Symbol::parse(m.as_str())).find(is_document);
    let short = |line: &&String| line.len() < SYMBOL_LINE;
    let alone = document.furniture.iter().filter(short).chain(opening.iter().take(15).filter(short));
    // Lines of a title page may have run together; the symbol still stands near its beginning.
    let first = |line: &String| found(&line.chars().take(FIRST_LETTERS).collect::<String>());
    alone
        .map(String::as_str)
        .find_map(found)
        .or_else(|| opening.iter().take(3).find_map(first))
        .or_else(|| most_named(document))
}

fn is_document(symbol: &Symbol) -> bool {
    !symbol.as_str().contains("/RES/") && !symbol.as_str().starts_with("A/HRC/WG.6/")
}

fn most_named(document: &Document) -> Option<Symbol> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let lines = document.rows().flat_map(|row| row.cells.iter().flat_map(|cell| cell.lines.iter()));
    for line in lines.filter(|line| Phrase::SourceOfPosition.is_in(line)) {
        if let Some(found) = SYMBOL.find(&line.to_uppercase()) {
            *counts.entry(report_of(found.as_str()).to_owned()).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(_, count)| *count).and_then(|(symbol, _)| Symbol::parse(&symbol))
}

/// The report that an addendum or a draft belongs to.
fn report_of(symbol: &str) -> &str {
    let cut = ["/ADD.", "/REV.", "/CORR."].iter().filter_map(|mark| symbol.find(mark)).min();
    cut.map_or(symbol, |at| &symbol[..at]).trim_end_matches(['.', '-'])
}

/// Recommendations of the review are cited by the report, wherever they were read.
pub(super) fn base(symbol: &Symbol, kind: DocumentKind) -> Symbol {
    let report = if kind.is_upr() { report_of(symbol.as_str()) } else { symbol.as_str() };
    Symbol::parse(report.trim_end_matches(['.', '-'])).unwrap_or_else(|| symbol.clone())
}

#[cfg(test)]
mod tests {
    use super::report_of;

    #[test]
    fn addenda_and_revisions_belong_to_their_report() {
        assert_eq!(report_of("A/HRC/59/15/ADD.1"), "A/HRC/59/15");
        assert_eq!(report_of("A/HRC/59/15"), "A/HRC/59/15");
    }
}
