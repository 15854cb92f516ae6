//! What a document says of itself: symbol, State, session, body, date.
//!
//! Each is taken from where documents say it most plainly, and where they do not, from weaker signs
//! that are told to the user as guesses: the name of the file, the session of the Council.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dates::date;
use super::kind::DocumentKind;
use crate::domain::vocabulary::{BodyRegister, StateRegister, fold, session_of_council};
use crate::domain::{Body, Mechanism, Session, StateCode, Symbol};
use crate::ingest::document::Document;
use crate::ingest::{Context, SourceFile};
use crate::text::phrasebook::Phrase;

/// Pieces of text at the head that are looked at.
const OPENING: usize = 60;
/// A line that holds a symbol and not much else.
const SYMBOL_LINE: usize = 60;
/// So far into the first pieces of text a symbol is looked for.
const FIRST_LETTERS: usize = 160;
/// Most words of the name of a State.
const LONGEST_NAME: usize = 8;

fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a fixed pattern")
}

static SYMBOL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(?:A|E|CCPR|CEDAW|CAT|CRC|CRPD|CERD|CMW|CED)(?:/[A-Z0-9][A-Z0-9.\-]*){2,6}"));
/// The number of the session in symbols of documents of the review.
static WORKING_GROUP: LazyLock<Regex> = LazyLock::new(|| pattern(r"A/HRC/WG\.6/(\d{1,3})/"));
/// "UPR48_Slovenia", "upr34-…": how OHCHR names its files.
static FILE_SESSION: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\bupr[ _-]?(\d{1,2})(?:\D|$)"));

/// What a document says of itself.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// Symbol of the document that holds the recommendations: an addendum names its report.
    pub(super) symbol: Option<Symbol>,
    /// Symbol of the document itself.
    pub(super) own_symbol: Option<Symbol>,
    /// State under review or State party.
    pub(super) state: Option<StateCode>,
    /// Session of the Working Group.
    pub(super) session: Option<Session>,
    /// Body that speaks.
    pub(super) body: Option<Body>,
    /// Date of the document.
    pub(super) published: Option<Date>,
    /// Whether it calls itself a draft.
    pub(super) is_draft: bool,
    /// What was guessed, and from what.
    pub(super) guesses: Vec<String>,
}

impl Head {
    /// Reads the head of a document.
    pub(super) fn of(document: &Document, kind: DocumentKind, file: &SourceFile, context: &Context<'_>) -> Self {
        let opening = document.opening(OPENING);
        let mut lines: Vec<&str> = document.furniture.iter().map(String::as_str).collect();
        let titles = document.titles(OPENING);
        lines.extend(titles.iter().map(String::as_str));
        let own_symbol = symbol(document, &opening).or_else(|| context.given.symbol.clone());
        let mut head = Self {
            symbol: own_symbol.as_ref().map(|s| base(s, kind)),
            own_symbol,
            is_draft: Phrase::Draft.is_in(&stem(file)) || lines.iter().take(20).any(|line| Phrase::Draft.is_in(line)),
            published: opening.iter().take(25).find_map(|line| date(line)),
            ..Self::default()
        };
        head.body = body(&lines, head.symbol.as_ref(), kind);
        head.state = head.find_state(&lines, document, kind, file, context);
        if kind.is_upr() {
            head.session = head.find_session(&lines, file).or(context.given.session);
            if head.session.is_none() {
                head.guesses.push("the session of the review is not known; say it with --session N".to_owned());
            }
        }
        head
    }

    fn find_state(
        &mut self,
        lines: &[&str],
        document: &Document,
        kind: DocumentKind,
        file: &SourceFile,
        context: &Context<'_>,
    ) -> Option<StateCode> {
        let states = context.states;
        let of_symbol = || self.symbol.as_ref().and_then(Symbol::state).filter(|code| states.contains(*code));
        let title = |line: &&str| phrase_state(line, states, kind);
        let titled = || of_symbol().or_else(|| lines.iter().find_map(title));
        if kind == DocumentKind::Table {
            return titled().or(context.given.state).or(context.default_state);
        }
        let said = titled().or_else(|| alone(document, states));
        if said.is_some() {
            return said;
        }
        let guessed = |from: &str| format!("the document does not name its State; it was taken from {from}");
        let found = [
            (context.given.state, "the command"),
            (state_in(&stem(file), states), "the name of the file"),
            (context.default_state, "the workspace"),
            (state_in(&document.title, states), "the title in its properties"),
        ];
        let (code, from) = found.into_iter().find_map(|(code, from)| Some((code?, from)))?;
        self.guesses.push(guessed(from));
        Some(code)
    }

    fn find_session(&mut self, lines: &[&str], file: &SourceFile) -> Option<Session> {
        let titled =
            lines.iter().flat_map(|line| Phrase::SessionTitle.captures(line)).find_map(|c| c["session"].parse().ok());
        let in_symbol = |line: &&str| WORKING_GROUP.captures(line).and_then(|c| c[1].parse().ok());
        let said = titled.or_else(|| lines.iter().find_map(in_symbol)).map(Session);
        let symbol = self.symbol.clone();
        let council = || symbol.as_ref().and_then(Symbol::council).and_then(session_of_council);
        let of_file = || FILE_SESSION.captures(&file.name).and_then(|c| c[1].parse().ok()).map(Session);
        said.or_else(council).or_else(|| {
            let session = of_file()?;
            self.guesses.push(format!("the session {session} was taken from the name of the file"));
            Some(session)
        })
    }

    /// The document in a few words: State, cycle, session, symbol.
    pub(super) fn about(&self, states: &StateRegister) -> String {
        let mut words: Vec<String> = Vec::new();
        words.extend(self.body.as_ref().filter(|b| b.code() != "UPR").map(ToString::to_string));
        words.extend(self.state.map(|code| states.name(code)));
        words.extend(self.session.map(|s| format!("cycle {}, session {s}", s.cycle())));
        words.extend(self.symbol.as_ref().map(ToString::to_string));
        words.join(", ")
    }
}

/// The symbol of the document: in its running heads, else alone on a line of its first page, else
/// the one that most sources of positions name.
fn symbol(document: &Document, opening: &[String]) -> Option<Symbol> {
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

/// A State that stands alone on a line under the title; cells of tables name recommending States.
fn alone(document: &Document, states: &StateRegister) -> Option<StateCode> {
    let lines = document
        .furniture
        .iter()
        .map(String::as_str)
        .chain(document.paragraphs().take(OPENING).map(|p| p.text.as_str()));
    lines.into_iter().find_map(|line| states.find_name(line.trim().trim_end_matches(['*', ' ', '.'])))
}

/// The report that an addendum or a draft belongs to.
fn report_of(symbol: &str) -> &str {
    let cut = ["/ADD.", "/REV.", "/CORR."].iter().filter_map(|mark| symbol.find(mark)).min();
    cut.map_or(symbol, |at| &symbol[..at]).trim_end_matches(['.', '-'])
}

/// Recommendations of the review are cited by the report, wherever they were read.
fn base(symbol: &Symbol, kind: DocumentKind) -> Symbol {
    let report = if kind.is_upr() { report_of(symbol.as_str()) } else { symbol.as_str() };
    Symbol::parse(report.trim_end_matches(['.', '-'])).unwrap_or_else(|| symbol.clone())
}

fn body(lines: &[&str], symbol: Option<&Symbol>, kind: DocumentKind) -> Option<Body> {
    let register = BodyRegister::embedded();
    if kind.is_upr() {
        return Some(Body::upr());
    }
    if let Some(entry) = symbol.and_then(|s| register.of_symbol(s)) {
        return Some(entry.body.clone());
    }
    // The longest name that stands in a title wins: "… on the rights of persons with disabilities".
    let is_report = kind == DocumentKind::SpecialProcedureReport;
    let is_title = |line: &&&str| {
        let phrase = if is_report { Phrase::TitleSpecialProcedure } else { Phrase::TitleConcludingObservations };
        phrase.is_in(line) || (!is_report && line.len() < SYMBOL_LINE * 2)
    };
    let titles: Vec<String> = lines.iter().take(OPENING).filter(is_title).map(|line| fold(line)).collect();
    let is_speaker = |body: &Body| (body.mechanism() == Mechanism::SpecialProcedure) == is_report;
    let speakers = register.iter().filter(|entry| is_speaker(&entry.body));
    let named = speakers.flat_map(|entry| entry.names.iter().map(move |name| (fold(name), entry)));
    let stands = |name: &str| name.len() > 8 && titles.iter().any(|title| title.contains(name));
    let found = named.filter(|(name, _)| stands(name)).max_by_key(|(name, _)| name.len());
    found.map(|(_, entry)| entry.body.clone())
}

fn phrase_state(line: &str, states: &StateRegister, kind: DocumentKind) -> Option<StateCode> {
    let phrases: &[Phrase] = match kind {
        DocumentKind::SpecialProcedureReport => &[Phrase::Visit],
        DocumentKind::Table => &[],
        _ => &[Phrase::StateTitle],
    };
    phrases.iter().flat_map(|phrase| phrase.captures(line)).find_map(|found| {
        let name = found["state"].trim().trim_end_matches(['*', ' ', ',', '.']);
        states.find_name(name).or_else(|| state_in(name, states))
    })
}

fn stem(file: &SourceFile) -> String {
    file.path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The longest name of a State among the words of a text.
fn state_in(text: &str, states: &StateRegister) -> Option<StateCode> {
    let spaced = text.replace(['_', '-', '.'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let longest = LONGEST_NAME.min(words.len());
    let windows = (1..=longest).rev().flat_map(|length| words.windows(length));
    windows.filter(|window| window.concat().len() > 3).find_map(|window| states.find_name(&window.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addenda_and_revisions_belong_to_their_report() {
        assert_eq!(report_of("A/HRC/59/15/ADD.1"), "A/HRC/59/15");
        assert_eq!(report_of("A/HRC/59/15"), "A/HRC/59/15");
    }

    #[test]
    fn a_state_is_found_among_words() {
        let states = StateRegister::embedded();
        assert_eq!(state_in("Estonia - Draft report after adoption", states).map(String::from).as_deref(), Some("EST"));
        assert_eq!(state_in("UPR34_Bosnia_and_Herzegovina_list", states).map(String::from).as_deref(), Some("BIH"));
        assert_eq!(state_in("matrix of 2020", states), None);
    }
}
