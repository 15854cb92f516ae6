//! Formulas that carry no ask: openers and references, stripped before two texts are compared.

use std::collections::HashSet;
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use regex::Regex;

use crate::domain::Language;
use crate::domain::vocabulary::{Table, fold};
use crate::text::pattern::pattern;

struct Formulas {
    /// Openers as word lists, longest first.
    openers: Vec<Vec<String>>,
    /// References between blanks, as they stand in a text.
    references: Vec<String>,
    /// Finds any of them: most texts hold none.
    any_reference: AhoCorasick,
}

static FORMULAS: LazyLock<[Formulas; 6]> = LazyLock::new(|| {
    let table = Table::embedded("boilerplate", include_str!("../../corpora/reference/boilerplate.csv"));
    Language::ALL.map(|language| {
        let of = |role: &str| -> Vec<String> {
            let rows = table.rows().filter(|row| row.cell("language") == language.code() && row.cell("role") == role);
            rows.map(|row| fold(row.cell("phrase"))).filter(|phrase| !phrase.is_empty()).collect()
        };
        let mut openers: Vec<Vec<String>> =
            of("opener").iter().map(|phrase| phrase.split(' ').map(str::to_owned).collect()).collect();
        openers.sort_by_key(|words| std::cmp::Reverse(words.len()));
        let references: Vec<String> = of("reference").iter().map(|phrase| format!(" {phrase} ")).collect();
        let any_reference = AhoCorasick::new(&references).expect("a table of references makes an automaton");
        Formulas { openers, references, any_reference }
    })
});

/// Brackets that cite documents: "(CEDAW/C/XXX/CO/5, para. 12)", "(arts. 2 and 3)".
static CITATION: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\((?:[^()]*?/[A-Z]\.?/?[^()]*|(?:see|art|para)[^()]{0,80})\)"));

/// The text without brackets that cite documents or articles.
#[must_use]
pub fn without_citations(clean: &str) -> String {
    CITATION.replace_all(clean, " ").into_owned()
}

/// A folded text without openers at its head and references anywhere.
///
/// At least two words are kept, so that no ask vanishes.
#[must_use]
pub fn strip(folded: &str, language: Language) -> String {
    let formulas = &FORMULAS[language.index()];
    let mut text = format!(" {folded} ");
    if formulas.any_reference.is_match(&text) {
        for reference in &formulas.references {
            text = text.replace(reference.as_str(), " ");
        }
    }
    if language == Language::Zh {
        return strip_chinese(text.trim(), formulas);
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut rest = words.as_slice();
    while let Some(opener) = formulas.openers.iter().find(|opener| begins(rest, opener)) {
        if rest.len() < opener.len() + 2 {
            break;
        }
        rest = &rest[opener.len()..];
    }
    rest.join(" ")
}

fn strip_chinese(text: &str, formulas: &Formulas) -> String {
    let mut rest = text;
    while let Some(opener) = formulas.openers.iter().map(|o| o.join(" ")).find(|o| rest.starts_with(o.as_str())) {
        if rest.len() < opener.len() + 6 {
            break;
        }
        rest = rest[opener.len()..].trim_start();
    }
    rest.to_owned()
}

fn begins(words: &[&str], opener: &[String]) -> bool {
    words.len() >= opener.len() && words.iter().zip(opener).all(|(a, b)| *a == b)
}

/// "The Committee recommends that", "the State party": the frame of a committee's paragraph, which
/// says who speaks to whom and nothing of what is asked.
static FRAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:the )?committee (?:also |further |strongly |therefore |furthermore )*(?:recommends|urges|calls upon|calls on|encourages|requests|invites|reiterates|recalls|reminds|notes|welcomes|regrets|considers|suggests|is concerned|remains concerned|expresses|draws)(?: that| to)?\b|\b(?:the )?state party(?: s)?\b",
    )
});

/// A folded English text without the frame of a committee's paragraph.
#[must_use]
pub fn without_frame(english: &str) -> String {
    FRAME.replace_all(english, " ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// English words that carry no meaning of their own.
const STOP_WORDS: &str = "\
    a all an and any are as at be been by can for from had has have he her his in into is it its may no \
    not of on or other our s she should so such that the their them these they this those through to \
    under upon was well were which while who will with within would also including order regard respect \
    particular especially both if out up among between during where when than there more most further \
    about";

/// Words without meaning of their own, for key phrases and likeness.
#[must_use]
pub fn is_stop_word(word: &str) -> bool {
    static STOP: LazyLock<HashSet<&'static str>> = LazyLock::new(|| STOP_WORDS.split(' ').collect());
    word.len() < 2 || STOP.contains(word)
}

#[cfg(test)]
mod tests {
    use super::{strip, without_citations, without_frame};
    use crate::domain::Language;

    #[test]
    fn the_frame_of_a_committee_is_dropped_and_its_name_stays() {
        assert_eq!(without_frame("the committee recommends that the state party build schools"), "build schools");
        assert_eq!(
            without_frame("cooperate with the committee against torture"),
            "cooperate with the committee against torture"
        );
    }

    #[test]
    fn openers_and_citations_are_dropped_and_asks_stay() {
        assert_eq!(strip("continue its efforts to build schools", Language::En), "build schools");
        assert_eq!(strip("ratify", Language::En), "ratify");
        assert_eq!(without_citations("Build (CEDAW/C/XSV/CO/4, para. 12) schools (CEDAW)"), "Build   schools (CEDAW)");
    }
}
