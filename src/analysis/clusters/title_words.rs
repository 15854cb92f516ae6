//! Words of titles: instruments with the act asked, terms of the field, names with their capitals, in six languages.

use crate::domain::vocabulary::{InstrumentRegister, act};
use crate::domain::{ClusterSubject, Language};
use crate::text::terms::term;

/// Longer names of instruments give way to their codes.
const LONGEST: usize = 64;

pub(super) fn instrument_title(subject: &ClusterSubject, language: Language) -> String {
    let names: Vec<String> = subject.instruments.iter().map(|code| instrument_name(code, language)).collect();
    let act = subject.act.as_deref().and_then(act).map(|act| act.names.get(language));
    let more = if subject.others { " · …" } else { "" };
    match (act, language) {
        (None, _) => names.join(" · "),
        (Some(act), Language::En) => {
            let link = if act.ends_with('s') || act == "Cooperation" || act == "Reporting" {
                " under the "
            } else {
                " of the "
            };
            let link = if act.starts_with("Withdrawal") { " to the " } else { link };
            match subject.others {
                true => format!("{act}{link}{} and others", names.join(", the ")),
                false => format!("{act}{link}{}", names.join(" and the ")),
            }
        }
        (Some(act), _) => format!("{act}: {}{more}", names.join(" · ")),
    }
}

/// A title with the instruments behind it that it does not name itself; `None` where there are none.
pub(super) fn with_instruments(title: &str, subject: &ClusterSubject, language: Language) -> Option<String> {
    let names = subject.instruments.iter().map(|code| instrument_name(code, language));
    let mut names: Vec<String> = names.filter(|name| !title.contains(name.as_str())).collect();
    if names.is_empty() {
        return None;
    }
    names.extend(subject.others.then(|| "…".to_owned()));
    Some(format!("{title} ({})", names.join(", ")))
}

/// The name of an instrument, short enough for a title: a protocol by its convention, a long name by
/// its code.
fn instrument_name(code: &str, language: Language) -> String {
    let Some(instrument) = InstrumentRegister::embedded().get(code) else { return code.to_owned() };
    let name = instrument.names.get(language);
    if language == Language::En && !instrument.parent.is_empty() && name.contains("Optional Protocol") {
        let which = if name.starts_with("Second") { "Second Optional Protocol" } else { "Optional Protocol" };
        let several = InstrumentRegister::embedded().all().iter().filter(|i| i.parent == instrument.parent).count();
        if several == 1 || name.starts_with("Second") {
            return format!("{which} to {}", instrument.parent);
        }
    }
    if name.chars().count() <= LONGEST { name.to_owned() } else { code.to_owned() }
}

pub(super) fn term_title(terms: &[String], language: Language) -> Option<String> {
    let names: Vec<String> =
        terms.iter().filter_map(|english| term(english)).map(|t| cased(t.name(language))).collect();
    let joined = match (names.as_slice(), language) {
        ([], _) => return None,
        ([one], _) => one.clone(),
        ([one, other, ..], Language::En) => format!("{one} and {other}"),
        (all, _) => all.join(" · "),
    };
    Some(capitalised(joined))
}

pub(super) fn capitalised(title: String) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Words that are written in capitals or with a capital.
const NAMES: [(&str, &str); 22] = [
    ("hiv", "HIV"),
    ("aids", "AIDS"),
    ("lgbti", "LGBTI"),
    ("lgbt", "LGBT"),
    ("nhri", "NHRI"),
    ("npm", "NPM"),
    ("ngo", "NGO"),
    ("ngos", "NGOs"),
    ("fgm", "FGM"),
    ("upr", "UPR"),
    ("icc", "ICC"),
    ("ilo", "ILO"),
    ("un", "UN"),
    ("roma", "Roma"),
    ("paris", "Paris"),
    ("rome", "Rome"),
    ("geneva", "Geneva"),
    ("palestinian", "Palestinian"),
    ("muslim", "Muslim"),
    ("sdgs", "SDGs"),
    ("unhcr", "UNHCR"),
    ("unicef", "UNICEF"),
];

pub(super) fn cased(phrase: &str) -> String {
    let word = |word: &str| NAMES.iter().find(|(folded, _)| *folded == word).map_or(word, |(_, own)| own).to_owned();
    phrase.split(' ').map(word).collect::<Vec<_>>().join(" ")
}
