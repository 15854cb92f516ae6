//! Whether two texts say the same: programs that write tables change quotes, dashes, blanks, dots and capitals by
//! themselves, and people do not mean it.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use crate::domain::ClusterNumber;
use crate::domain::exchange::SheetColumn;
use crate::domain::plan::PlanTime;
use crate::text::plan_dates::{Edge, plan_date};
use crate::text::plan_words::{answer_of, iri_answer, status_of};

/// Whether a cell says the same as another of the same column.
pub(super) fn is_same(column: SheetColumn, one: &str, other: &str) -> bool {
    plain(one) == plain(other) || means_same(column, one, other)
}

fn means_same(column: SheetColumn, one: &str, other: &str) -> bool {
    let both = |same: Option<bool>| same.unwrap_or(false);
    match column {
        SheetColumn::Status => both(status_of(one).map(|own| status_of(other) == Some(own))),
        SheetColumn::Answer | SheetColumn::Agreed => both(answer_of(one).map(|own| answer_of(other) == Some(own))),
        SheetColumn::Assessment => both(iri_answer(one).map(|own| iri_answer(other) == Some(own))),
        SheetColumn::Cluster => both(cluster(one).map(|own| cluster(other) == Some(own))),
        SheetColumn::SdgTargets | SheetColumn::SupportBodies | SheetColumn::SameAs => {
            let things = |text: &str| column.things(text).iter().map(|thing| plain(thing)).collect::<BTreeSet<_>>();
            things(one) == things(other)
        }
        // A spreadsheet drops the zero at the end of 140.10.
        SheetColumn::Number => is_same_number(one, other),
        SheetColumn::From => is_same_time(one, other, Edge::First),
        SheetColumn::Until => is_same_time(one, other, Edge::Last),
        _ => false,
    }
}

/// The cluster whose number stands first; titles change.
fn cluster(text: &str) -> Option<ClusterNumber> {
    text.split_whitespace().next()?.parse().ok()
}

fn is_same_number(one: &str, other: &str) -> bool {
    let number = |text: &str| text.trim().parse::<rust_decimal::Decimal>().ok();
    number(one).is_some() && number(one) == number(other)
}

fn is_same_time(one: &str, other: &str, edge: Edge) -> bool {
    let time = |text: &str| plan_date(text, edge).time;
    matches!(time(one), PlanTime::Within(_)) && time(one) == time(other)
}

/// A text without what programs change by themselves: compatibility forms (fractions, raised letters, dots), kinds of
/// quotes and dashes, marks for rights, blanks and line breaks, an apostrophe that guards a formula, a capital at the
/// beginning.
pub(super) fn plain(text: &str) -> String {
    let text = text.replace("(c)", "©").replace("(C)", "©").replace("(r)", "®").replace("(R)", "®");
    let unified: String = text.nfkc().filter_map(unified).collect();
    let words: Vec<&str> = unified.split_whitespace().collect();
    let joined = words.join(" ");
    let bare = joined.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(&joined);
    let mut letters = bare.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A character of its kind; `None` for those that nobody sees.
fn unified(c: char) -> Option<char> {
    Some(match c {
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{2032}' | '`' => '\'',
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2044}' => '/',
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => {
            return None;
        }
        '\u{a0}' | '\u{202f}' | '\r' | '\n' | '\t' => ' ',
        other => other,
    })
}

/// Letters from which on a text is told by those in ASCII.
const SHORTEST_IN_ASCII: usize = 20;

/// Whether two texts, mostly of ASCII, differ in nothing but letters beyond it, which a program that writes CSV may have
/// spoilt.
pub(super) fn is_same_in_ascii(one: &str, other: &str) -> bool {
    let blurred = |text: &str| -> String {
        let marked: String = plain(text).chars().map(|c| if c.is_ascii() { c } else { '?' }).collect();
        marked.split('?').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("?")
    };
    let is_latin = one.chars().filter(char::is_ascii).count() * 10 >= one.chars().count() * 8;
    let (one, other) = (blurred(one), blurred(other));
    is_latin && one.len() >= SHORTEST_IN_ASCII && one == other
}

#[cfg(test)]
mod tests {
    use super::is_same;
    use crate::domain::exchange::SheetColumn as C;

    #[test]
    fn what_programs_change_by_themselves_is_the_same_and_what_people_change_is_not() {
        for (one, other) in [
            ("train all judges", "Train all judges"),
            ("the \"best\" plan - now...", "the \u{201c}best\u{201d} plan \u{2013} now\u{2026}"),
            ("1/2 of it\nby the 1st", "½ of it by  the 1ˢᵗ"),
            ("(c) Ministry", "© Ministry"),
            ("=1+1", "'=1+1"),
            ("l'eau\u{a0}!", "l\u{2019}eau !"),
        ] {
            assert!(is_same(C::Measure, one, other), "{one} {other}");
        }
        for (one, other) in [("Train judges", "Train all judges"), ("140.1", "140.10"), ("a", "")] {
            assert!(!is_same(C::Measure, one, other), "{one} {other}");
        }
    }

    #[test]
    fn states_answers_and_dates_are_the_same_by_what_they_mean() {
        assert!(is_same(C::Status, "in_progress", "en curso") && is_same(C::Answer, "accepted", "oui"));
        assert!(is_same(C::Until, "2027-12", "December 2027") && !is_same(C::Until, "2027", "2028"));
        assert!(!is_same(C::Measure, "in_progress", "en curso"));
        assert!(
            is_same(C::SdgTargets, "5.2 End violence\n4.1 Schools", "4.1; 5.2") && !is_same(C::SdgTargets, "5.2", "5")
        );
        assert!(is_same(C::Cluster, "9.3 Water", "9.3") && !is_same(C::Cluster, "9.3 Water", "9.4 Water"));
    }
}
