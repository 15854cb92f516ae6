//! What a document says of itself: symbol, State, session, body, date.
//!
//! Each is taken from where documents say it most plainly, and where they do not, from weaker signs
//! that are told to the user as guesses: the name of the file, the session of the Council.

use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::dates::date;
use super::front_page::{DATE_LINE, SYMBOL_LINE, adopted, base, language, published, symbol};
use crate::domain::vocabulary::{BodyRegister, StateRegister, fold, session_of_council, session_on};
use crate::domain::{Body, Language, Mechanism, Session, StateCode, StateSign, Symbol};
use crate::ingest::context::Context;
use crate::ingest::document::Document;
use crate::ingest::document_kind::DocumentKind;
use crate::ingest::remark::Remark;
use crate::ingest::source_file::SourceFile;
use crate::text::language::identify;
use crate::text::pattern::pattern;
use crate::text::phrasebook::Phrase;

/// Pieces of text at the head that are looked at.
const OPENING: usize = 60;
/// Most words of the name of a State.
const LONGEST_NAME: usize = 8;

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
    /// The language that its paragraphs are written in: single items are too short to tell.
    pub(super) language: Option<Language>,
    /// The day on which a committee adopted its observations; periods count from it.
    pub(super) adopted: Option<Date>,
    /// Whether it calls itself a draft.
    pub(super) is_draft: bool,
    /// What was guessed, and from what.
    pub(super) guesses: Vec<Remark>,
}

/// Words with which an item tells its own language.
const ENOUGH_WORDS: usize = 12;

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
            is_draft: Phrase::Draft.is_in(&stem(file)) || lines.iter().take(20).any(|line| is_draft(line)),
            adopted: adopted(&opening),
            language: Some(language(document)),
            published: published(&opening),
            ..Self::default()
        };
        head.body = body(&lines, head.symbol.as_ref(), kind);
        head.state = head.find_state(&lines, document, kind, file, context);
        if kind.is_upr() {
            head.session = head.find_session(&lines, &opening, file).or(context.given.session);
            if head.session.is_none() {
                head.guesses.push(Remark::NoSession);
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
        let follows = || lines.iter().filter(|_| kind.is_upr()).find_map(|line| after_title(line, states));
        let titled = || of_symbol().or_else(|| lines.iter().find_map(title)).or_else(follows);
        if kind == DocumentKind::Table {
            return titled().or(context.given.state).or(context.default_state);
        }
        let said = titled().or_else(|| alone(document, states));
        if said.is_some() {
            return said;
        }
        let found = [
            (context.given.state, StateSign::Command),
            (state_in(&stem(file), states), StateSign::FileName),
            (context.default_state, StateSign::Workspace),
            (state_in(&document.title, states), StateSign::Title),
        ];
        let (code, from) = found.into_iter().find_map(|(code, from)| Some((code?, from)))?;
        self.guesses.push(Remark::StateGuessed { from });
        Some(code)
    }

    fn find_session(&mut self, lines: &[&str], opening: &[String], file: &SourceFile) -> Option<Session> {
        let titled =
            lines.iter().flat_map(|line| Phrase::SessionTitle.captures(line)).find_map(|c| c["session"].parse().ok());
        let in_symbol = |line: &&str| WORKING_GROUP.captures(line).and_then(|c| c[1].parse().ok());
        let said = titled.or_else(|| lines.iter().find_map(in_symbol)).map(Session);
        let symbol = self.symbol.clone();
        let council = || symbol.as_ref().and_then(Symbol::council).and_then(session_of_council);
        let of_file = || FILE_SESSION.captures(&file.name).and_then(|c| c[1].parse().ok()).map(Session);
        // "The review was held at the 4th meeting, on 7 May 2008"; a line that is a date and no more
        // is the day of printing.
        let sentences = opening.iter().filter(|line| line.chars().count() >= DATE_LINE);
        let reviewed = || sentences.filter_map(|line| date(line)).find_map(session_on);
        said.or_else(council).or_else(reviewed).or_else(|| {
            let session = of_file()?;
            self.guesses.push(Remark::SessionGuessed { session: session.0 });
            Some(session)
        })
    }

    /// The language of an item: its own where it has words enough to tell, else that of the document.
    pub(super) fn language_of(&self, text: &str) -> Language {
        let is_long = text.split_whitespace().nth(ENOUGH_WORDS).is_some();
        self.language.filter(|_| !is_long).unwrap_or_else(|| identify(text))
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

/// Whether a line of the title calls the document a draft; a note under the title names earlier ones.
fn is_draft(line: &str) -> bool {
    !line.trim_start().starts_with('*') && Phrase::Draft.is_in(line)
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

/// The State that follows the title of a report of the Working Group at once: lines of a text without blank ones
/// between are one paragraph.
fn after_title(line: &str, states: &StateRegister) -> Option<StateCode> {
    let (_, end) = Phrase::TitleWorkingGroup.find(line)?;
    let words: Vec<&str> = line[end..].split_whitespace().take(LONGEST_NAME).collect();
    let name = |length: usize| words[..length].join(" ");
    let is_sign = |c: char| !c.is_alphanumeric() && c != ')' && c != '(';
    (1..=words.len()).rev().find_map(|length| states.find_name(name(length).trim_matches(is_sign)))
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
    fn a_state_is_found_among_words() {
        let states = StateRegister::embedded();
        assert_eq!(state_in("Estonia - Draft report after adoption", states).map(String::from).as_deref(), Some("EST"));
        assert_eq!(state_in("UPR34_Bosnia_and_Herzegovina_list", states).map(String::from).as_deref(), Some("BIH"));
        assert_eq!(state_in("matrix of 2020", states), None);
        for (title, code) in [
            ("Informe del Grupo de Trabajo sobre el Examen Periódico Universal Chile II. Conclusiones", Some("CHL")),
            ("تقرير الفريق العامل المعني بالاستعراض الدوري الشامل غانا أولا", Some("GHA")),
            ("普遍定期审议工作组的报告 加纳", Some("GHA")),
            ("Report of the Working Group on the Universal Periodic Review of its next session", None),
        ] {
            assert_eq!(after_title(title, states).map(String::from).as_deref(), code, "{title}");
        }
    }
}
