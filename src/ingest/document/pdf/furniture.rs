//! What stands on a page and is not its text: running heads, page numbers, footnotes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use regex::Regex;

use crate::text::pattern::pattern;

/// Lines at either end of a page that may be running heads or feet.
const EDGE: usize = 4;
/// A line that stands on this share of the pages, digits apart, is a running one.
const SHARE: f64 = 0.4;
/// Footnotes longer than this many lines are text.
const LONGEST_NOTES: usize = 40;

/// Page numbers, symbols, job numbers, bar codes.
static RUNNING: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:[Pp]age |página |стр\. )?\d{1,4}(?: ?(?:/|of|de|sur) ?\d{1,4})?|[A-Z]{1,6}(?:/[A-Z0-9.\-]+){2,}|(?:[A-Z]{1,6}(?:/[A-Z0-9.\-]+){2,}\s+(?:[Pp]age )?\d{1,3})|(?:\d{1,3}\s+)?(?:GE|V|N)\.\d{2}-\d{4,6}(?: \([A-Z]\))?(?:\s+\d{1,3})?|\*\s?\d{6,8}\s?\*|[Pp]lease recycle.*)$",
    )
});
/// Stars alone or before a note: "** Conclusions …".
static STARS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\*{1,3}(?:\s|$)"));
/// A number before a note, without a full stop: "12  CCPR/C/…".
static NUMBERED: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{1,3})(?:\s+\S|$)"));
/// The line that some pages have above their notes.
static RULE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^_{5,}$"));

/// One page: its lines with their number on the page, from 1.
pub(super) type Lines = Vec<(usize, String)>;

/// What was taken off the pages.
#[derive(Debug, Default)]
pub(super) struct TakenOff {
    /// Running heads and feet, each once.
    pub(super) running: Vec<String>,
    /// Footnotes with their page.
    pub(super) notes: Vec<(usize, String)>,
}

/// Whether what stands at the foot of a page may be notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ingest) enum Notes {
    /// Pages with notes below the text.
    StandBelow,
    /// Text without pages: a star begins an item of a list.
    AreText,
}

/// Takes running lines and footnotes off the pages; `raised` are the numbers of notes that the texts of the
/// pages point at, page by page, as far as they are known.
pub(super) fn take_off(pages: &mut [Lines], notes: Notes, raised: &[BTreeSet<usize>]) -> TakenOff {
    let mut taken = TakenOff::default();
    let repeated = repeated(pages);
    for page in pages.iter_mut() {
        take_edges(page, &repeated, &mut taken.running);
    }
    if notes == Notes::AreText {
        return taken;
    }
    let (mut last, none) = (0, BTreeSet::new());
    for (at, page) in pages.iter_mut().enumerate() {
        if let Some(start) = notes_start(page, &mut last, raised.get(at).unwrap_or(&none)) {
            let words: Vec<String> =
                page.split_off(start).into_iter().map(|(_, line)| line.trim().to_owned()).collect();
            taken.notes.push((at + 1, words.join(" ").trim().to_owned()));
        }
    }
    taken
}

/// Digits do not count: page numbers change from page to page.
fn shape(line: &str) -> String {
    let plain: String = line.trim().chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn edges(page: &Lines) -> Vec<usize> {
    let filled: Vec<usize> = (0..page.len()).filter(|at| !page[*at].1.trim().is_empty()).collect();
    let tail = filled.len().saturating_sub(EDGE).max(EDGE.min(filled.len()));
    filled.iter().take(EDGE).chain(&filled[tail..]).copied().collect()
}

/// Shapes of lines that stand at the edge of many pages.
fn repeated(pages: &[Lines]) -> HashMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for page in pages {
        let mut shapes: Vec<String> = edges(page).into_iter().map(|at| shape(&page[at].1)).collect();
        shapes.sort();
        shapes.dedup();
        shapes.into_iter().for_each(|s| *counts.entry(s).or_default() += 1);
    }
    let least = (pages.len() as f64 * SHARE).ceil().max(3.0) as usize;
    counts.into_iter().filter(|(_, count)| *count >= least).collect()
}

fn take_edges(page: &mut Lines, repeated: &HashMap<String, usize>, running: &mut Vec<String>) {
    // From the outside in: the first line that is text ends the head, and the last one the foot.
    for from_end in [false, true] {
        for _ in 0..EDGE {
            let at = match from_end {
                false => page.iter().position(|(_, line)| !line.trim().is_empty()),
                true => page.iter().rposition(|(_, line)| !line.trim().is_empty()),
            };
            let Some(at) = at else { return };
            let line = page[at].1.trim().to_owned();
            // An item of a list is never furniture, even where its digits repeat.
            let is_item = super::lines::begins_with_number(&line) && line.contains(' ');
            if is_item || !(RUNNING.is_match(&line) || repeated.contains_key(&shape(&line))) {
                break;
            }
            page[at].1.clear();
            if !running.contains(&line) && line.chars().any(char::is_alphabetic) {
                running.push(line);
            }
        }
    }
}

/// Where the notes of a page begin: stars, a rule, or numbers that count on from the last page's or from one
/// that the text points at.
fn notes_start(page: &Lines, last: &mut usize, raised: &BTreeSet<usize>) -> Option<usize> {
    let filled: Vec<usize> = (0..page.len()).filter(|at| !page[*at].1.trim().is_empty()).collect();
    // Notes are few lines at the foot of the page, and never all of it.
    let first = filled.len().saturating_sub(LONGEST_NOTES).max(1);
    let from = *filled.get(first)?;
    let begins = |at: &usize| {
        let line = page[*at].1.trim();
        STARS.is_match(line) || RULE.is_match(line) || counts_on(page, *at, *last, raised)
    };
    let start = (from..page.len()).filter(|at| page[*at - 1].1.trim().is_empty()).find(begins)?;
    if let Some(first) = note_number(page[start].1.trim()).filter(|first| raised.contains(first)) {
        *last = first.saturating_sub(1);
    }
    let numbers = page[start..].iter().filter_map(|(_, line)| note_number(line.trim()));
    *last = numbers.fold(*last, |last, n| if n == last + 1 { n } else { last });
    Some(start)
}

fn note_number(line: &str) -> Option<usize> {
    NUMBERED.captures(line)?[1].parse().ok()
}

/// A line that begins with the next number of a note or one that is pointed at, where every later numbered
/// line counts on.
fn counts_on(page: &Lines, at: usize, last: usize, raised: &BTreeSet<usize>) -> bool {
    let Some(first) = note_number(page[at].1.trim()).filter(|n| *n == last + 1 || raised.contains(n)) else {
        return false;
    };
    let later = page[at..].iter().filter_map(|(_, line)| note_number(line.trim()));
    let items = page[at..].iter().any(|(_, line)| super::lines::begins_with_number(line.trim()));
    !items && later.zip(first..).all(|(found, expected)| found == expected)
}
