//! Instruments that a text names, in full, shortened, by abbreviation, or as "its Optional
//! Protocol".
//!
//! The long names of protocols are phrases of the reference table. What no table can hold are the
//! combined forms: "the Optional Protocols to CEDAW and CAT", "CRPD and its Optional Protocol",
//! "both Optional Protocols to the ICCPR". They are resolved here from the cue word and the
//! nearest convention.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::domain::Language;
use crate::domain::vocabulary::{InstrumentRegister, fold};

use super::phrases::PhraseMatcher;

/// An instrument that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Code in the instrument table.
    pub code: &'static str,
    /// The folded words that name it.
    pub words: String,
    /// First byte of the words in the folded text.
    pub start: usize,
}

/// "Optional protocol" in the six languages; a trailing `*` lets the ending vary.
const PROTOCOL_CUES: [&str; 16] = [
    "optional protocol",
    "optional protocols",
    "op",
    "ops",
    "facultative protocol",
    "protocole facultatif",
    "protocoles facultatifs",
    "protocolo facultativo",
    "protocolos facultativos",
    "البروتوكول الاختياري",
    "البروتوكولين الاختياريين",
    "البروتوكولات الاختيارية",
    "факультативный протокол",
    "факультативного протокола",
    "факультативному протоколу",
    "任择议定书",
];

/// Words that may stand between "optional protocol" and the convention it belongs to.
const LINKS: [&str; 40] = [
    "to",
    "of",
    "the",
    "thereto",
    "a",
    "and",
    "its",
    "their",
    "both",
    "two",
    "three",
    "first",
    "second",
    "third",
    "as",
    "well",
    "with",
    "along",
    "together",
    "including",
    "also",
    "on",
    "un",
    "international",
    "s",
    "all",
    "au",
    "aux",
    "du",
    "de",
    "la",
    "le",
    "les",
    "al",
    "del",
    "y",
    "et",
    "sus",
    "к",
    "其",
];

struct Recogniser {
    phrases: PhraseMatcher,
    cues: PhraseMatcher,
    abbreviations: AhoCorasick,
    abbreviated: Vec<usize>,
}

static RECOGNISER: LazyLock<Recogniser> = LazyLock::new(|| {
    let all = InstrumentRegister::embedded().all();
    let phrases = all.iter().enumerate().flat_map(|(at, i)| i.phrases.iter().flatten().map(move |p| (p.as_str(), at)));
    let (mut short, mut abbreviated) = (Vec::new(), Vec::new());
    for (at, instrument) in all.iter().enumerate() {
        for abbreviation in &instrument.abbreviations {
            short.push(abbreviation.clone());
            abbreviated.push(at);
        }
    }
    Recogniser {
        phrases: PhraseMatcher::new(phrases),
        cues: PhraseMatcher::new(PROTOCOL_CUES.iter().map(|cue| (*cue, 0))),
        abbreviations: AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(short)
            .expect("embedded abbreviations fit into an automaton"),
        abbreviated,
    }
});

/// A span of the folded text that names an instrument or says "optional protocol".
#[derive(Debug, Clone, Copy)]
struct Span {
    start: usize,
    end: usize,
    /// Place in the instrument table; `None` for the cue.
    instrument: Option<usize>,
}

/// The instruments that a cleaned text names, each once, in the order of the text.
///
/// `own` is the code of the convention that a treaty body watches over: in its texts "the Optional
/// Protocol to the Convention" is the one of its own convention.
#[must_use]
pub fn instruments(clean: &str, own: Option<&str>) -> Vec<Mention> {
    let folded = fold(clean);
    let spans = spans(clean, &folded);
    if spans.is_empty() {
        return Vec::new();
    }
    let mut mentions: Vec<Mention> = Vec::new();
    for (code, from, to) in resolve(&spans, &folded, own) {
        if !mentions.iter().any(|m| m.code == code) {
            let words = folded[from..to].trim_start();
            let start = to - words.len();
            mentions.push(Mention { code, words: words.trim_end().to_owned(), start });
        }
    }
    mentions
}

fn spans(clean: &str, folded: &str) -> Vec<Span> {
    let recogniser = &*RECOGNISER;
    let mut spans: Vec<Span> = recogniser
        .phrases
        .find(folded)
        .into_iter()
        .map(|hit| Span { start: hit.start, end: hit.end, instrument: Some(hit.value) })
        .collect();
    spans.extend(abbreviation_spans(clean, folded));
    let mut kept = without_overlaps(spans);
    // A cue inside the name of a protocol is part of the name.
    let is_free = |from: usize, to: usize| kept.iter().all(|span| to <= span.start || from >= span.end);
    let cues = recogniser.cues.find(folded).into_iter().filter(|hit| is_free(hit.start, hit.end));
    let cues: Vec<Span> = cues.map(|hit| Span { start: hit.start, end: hit.end, instrument: None }).collect();
    kept.extend(cues);
    kept.sort_by_key(|span| span.start);
    kept
}

/// The longest of spans that begin leftmost.
fn without_overlaps(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut kept: Vec<Span> = Vec::new();
    for span in spans {
        if kept.last().is_none_or(|last| span.start >= last.end) {
            kept.push(span);
        }
    }
    kept
}

/// Abbreviations are told from words by their capitals, so they are looked up in the cleaned text
/// and then placed in the folded one by counting folded bytes before them.
fn abbreviation_spans(clean: &str, folded: &str) -> Vec<Span> {
    let recogniser = &*RECOGNISER;
    let mut spans = Vec::new();
    for found in recogniser.abbreviations.find_iter(clean) {
        let before = clean[..found.start()].chars().next_back();
        let after = clean[found.end()..].chars().next();
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !super::tokens::is_han(c));
        if joined(before) || joined(after) {
            continue;
        }
        let words = fold(&clean[found.start()..found.end()]);
        let near = fold(&clean[..found.start()]).len();
        // Folding drops a leading article, so the place may be a few bytes later than counted.
        let from = folded.char_indices().map(|(i, _)| i).take_while(|&i| i <= near).last().unwrap_or(0);
        if let Some(offset) = folded[from..].find(&words) {
            let start = from + offset;
            let instrument = Some(recogniser.abbreviated[found.pattern().as_usize()]);
            spans.push(Span { start, end: start + words.len(), instrument });
        }
    }
    spans
}

/// A code with the stretch of text that speaks for it.
type Found = (&'static str, usize, usize);

/// Turns spans into codes.
fn resolve(spans: &[Span], folded: &str, own: Option<&str>) -> Vec<Found> {
    let table = InstrumentRegister::embedded().all();
    let mut taken = vec![false; spans.len()];
    let mut found = Vec::new();
    for at in (0..spans.len()).filter(|at| spans[*at].instrument.is_none()) {
        let ahead = protocols_ahead(spans, at, folded, &mut taken);
        let near = if ahead.is_empty() { protocols_behind(spans, at, folded) } else { ahead };
        found.extend(if near.is_empty() { protocols_of_own(spans[at], folded, own) } else { near });
    }
    let named = spans.iter().zip(&taken).filter(|(_, taken)| !**taken);
    found.extend(named.filter_map(|(span, _)| Some((table[span.instrument?].code.as_str(), span.start, span.end))));
    found.sort_by_key(|(_, start, _)| *start);
    found
}

/// "Optional Protocols to CEDAW and CAT": the conventions after the cue, which are not named for
/// themselves then.
fn protocols_ahead(spans: &[Span], cue: usize, folded: &str, taken: &mut [bool]) -> Vec<Found> {
    let said = &folded[spans[cue].start..spans[cue].end];
    let mut found = Vec::new();
    let mut next = cue + 1;
    while let Some(base) = base_at(spans, next, folded) {
        let context = sentence_part(folded, spans[cue].start.saturating_sub(30), spans[next].end + 90);
        let code = &InstrumentRegister::embedded().all()[base].code;
        found.extend(protocols_of(code, context, said).into_iter().map(|p| (p, spans[cue].start, spans[next].end)));
        taken[next] = true;
        next += 1;
        if !is_plural(said) {
            break;
        }
    }
    found
}

/// "CRPD and its Optional Protocol": the convention before the cue, which stays named.
fn protocols_behind(spans: &[Span], cue: usize, folded: &str) -> Vec<Found> {
    let before = cue.checked_sub(1).map(|at| spans[at]).filter(|s| linked(&folded[s.end..spans[cue].start]));
    let Some((before, base)) = before.and_then(|s| Some((s, s.instrument?))) else { return Vec::new() };
    let said = &folded[spans[cue].start..spans[cue].end];
    let context = sentence_part(folded, before.start, spans[cue].end + 60);
    let codes = protocols_of(&InstrumentRegister::embedded().all()[base].code, context, said);
    codes.into_iter().map(|code| (code, before.start, spans[cue].end)).collect()
}

/// "The Optional Protocol to the Convention" in a text of the body of that convention.
fn protocols_of_own(cue: Span, folded: &str, own: Option<&str>) -> Vec<Found> {
    let said = &folded[cue.start..cue.end];
    let context = sentence_part(folded, cue.start.saturating_sub(30), cue.end + 90);
    let codes = own.map(|convention| protocols_of(convention, context, said)).unwrap_or_default();
    codes.into_iter().map(|code| (code, cue.start, cue.end)).collect()
}

/// The convention that stands at `spans[next]`, if only linking words lie before it.
fn base_at(spans: &[Span], next: usize, folded: &str) -> Option<usize> {
    let base = spans.get(next)?.instrument?;
    let gap = &folded[spans[next - 1].end..spans[next].start];
    let is_convention = InstrumentRegister::embedded().all()[base].parent.is_empty();
    let is_after_cue = spans[next - 1].instrument.is_none();
    // "CRPD and its Optional Protocol and the CED": a bare "and the" does not reach forward.
    let reaches = !gap.trim().is_empty() || is_after_cue;
    // After the cue itself a preposition must follow ("protocol to"); between conventions a list.
    let points_forward = !is_after_cue || !begins_a_list(gap);
    (is_convention && reaches && linked(gap) && points_forward).then_some(base)
}

/// Whether what stands between a cue and a convention goes on with a list.
fn begins_a_list(gap: &str) -> bool {
    let first = gap.split_whitespace().next();
    first.is_some_and(|first| matches!(first, "and" | "as" | "along" | "together" | "thereto" | "y" | "et"))
}

fn linked(gap: &str) -> bool {
    let words: Vec<&str> = gap.split_whitespace().collect();
    words.len() <= 7 && words.iter().all(|word| LINKS.contains(word))
}

fn is_plural(cue: &str) -> bool {
    const PLURALS: [&str; 5] = ["protocols", "protocoles", "protocolos", "البروتوكولين", "البروتوكولات"];
    cue == "ops" || PLURALS.iter().any(|plural| cue.contains(plural))
}

fn sentence_part(folded: &str, from: usize, to: usize) -> &str {
    let floor = |at: usize| (0..=at.min(folded.len())).rev().find(|&i| folded.is_char_boundary(i)).unwrap_or(0);
    &folded[floor(from)..floor(to)]
}

/// The protocols of a convention that the words around speak of; `cue` is what calls them protocols.
fn protocols_of(convention: &str, context: &str, cue: &str) -> Vec<&'static str> {
    let says = |words: &[&str]| words.iter().any(|word| context.contains(word));
    match convention {
        "ICCPR" => match (says(&["second", "death penalty", "abolition", "deuxieme", "segundo"]), is_plural(cue)) {
            (_, true) => vec!["ICCPR-OP1", "ICCPR-OP2"],
            (true, false) => vec!["ICCPR-OP2"],
            (false, false) => vec!["ICCPR-OP1"],
        },
        "ICESCR" => vec!["OPICESCR"],
        "CEDAW" => vec!["OPCEDAW"],
        "CAT" => vec!["OPCAT"],
        "CRPD" => vec!["OPCRPD"],
        "CRC" => {
            let all: [(&'static str, &[&str]); 3] = [
                ("CRC-OP-AC", &["armed", "conflit", "conflict"]),
                ("CRC-OP-SC", &["sale of", "prostitution", "pornograph", "vente d", "venta de"]),
                ("CRC-OP-IC", &["communication", "complaint", "third", "comunicaciones"]),
            ];
            let named: Vec<_> = all.iter().filter(|(_, cues)| says(cues)).map(|(code, _)| *code).collect();
            if named.is_empty() { vec!["CRC-OP"] } else { named }
        }
        _ => Vec::new(),
    }
}

/// Codes only, sorted, for comparing two texts.
#[must_use]
pub fn codes(mentions: &[Mention]) -> Vec<&'static str> {
    let mut codes: Vec<_> = mentions.iter().map(|m| m.code).collect();
    codes.sort_unstable();
    codes
}

/// The official name of an instrument in `language`, or its code where the table has none.
#[must_use]
pub fn name(code: &str, language: Language) -> String {
    InstrumentRegister::embedded().get(code).map_or_else(|| code.to_owned(), |i| i.names.get(language).to_owned())
}

#[cfg(test)]
mod tests {
    use super::{codes, instruments};

    #[test]
    fn a_committee_means_the_protocol_of_its_own_convention() {
        let text = "Consider ratifying the Optional Protocol to the Convention";
        assert_eq!(codes(&instruments(text, Some("CAT"))), ["OPCAT"]);
        assert_eq!(codes(&instruments(text, Some("CRPD"))), ["OPCRPD"]);
        assert!(instruments(text, None).is_empty());
        assert_eq!(codes(&instruments("Ratify the Optional Protocol to CEDAW", Some("CAT"))), ["OPCEDAW"]);
    }

    #[test]
    fn protocols_are_told_from_their_conventions() {
        for (text, expected) in [
            ("Ratify the Convention on the Rights of Persons with Disabilities", vec!["CRPD"]),
            ("Ratify the CRPD and its Optional Protocol", vec!["CRPD", "OPCRPD"]),
            ("Ratify OP-CAT", vec!["OPCAT"]),
            ("Ratify the Optional Protocols to CEDAW and CAT", vec!["OPCAT", "OPCEDAW"]),
            ("Ratify both Optional Protocols to the ICCPR", vec!["ICCPR-OP1", "ICCPR-OP2"]),
            ("Ratify the Second Optional Protocol to the ICCPR", vec!["ICCPR-OP2"]),
            ("Ratify the Optional Protocol to the CRC on a communications procedure", vec!["CRC-OP-IC"]),
            ("Accede to the Optional Protocol to the Convention against Torture", vec!["OPCAT"]),
            ("Sign the CED and the ICRMW", vec!["CED", "ICRMW"]),
            ("Catch the crc in cat", vec![]),
        ] {
            assert_eq!(codes(&instruments(text, None)), expected, "{text}");
        }
    }
}
