//! Leads that a rule of those who judged the texts settles, whatever else a text speaks of.
//!
//! Each was held against 9,200 and 854 judged texts beside a model of the same kind in cross-validation over
//! whole States, and stands here because more leads are right with it: the amendment of a code or of the
//! constitution (42 of 42 right, the model 41), investigation and prosecution alone (37 of 44, the model 28),
//! recruitment by the armed forces (12 of 15, the model 10), training of one kind of official (14 of 16, the
//! model 12). Any law to be adopted or amended, all that speaks of the armed forces, and the training of judges
//! or prosecutors made them worse and are left to the model.

use std::sync::LazyLock;

use regex::Regex;

use crate::domain::Language;
use crate::domain::vocabulary::{ActionFamilies, ActionFamily};
use crate::text::Reading;
use crate::text::clauses::clauses;
use crate::text::families::families;
use crate::text::pattern::pattern;

/// Words before what is asked that change nothing in it.
const BEFORE: &str = r"^(?:(?:the|to|that|it|government|should|continue|further|take|all|necessary|measures|steps|urgently|promptly|immediately|swiftly|effectively|and|its|efforts|consider|accelerate|expedite|speed up|complete|adoption|of|in) )*";

/// A law that the ministry of justice keeps.
const CODE: &str = r"(?:adopt|amend|enact|revise|reform|repeal|modify)\w*\b(?: \w+){0,5}? (?:penal code|criminal code|code of criminal procedure|constitution|criminal law|penal law|criminal procedure code|civil code)\b";

/// To look into crimes and bring them to court.
const PROSECUTION: &str = r"(?:investigat\w*|prosecut\w*|bring (?:to justice|those|perpetrators|all)|ensur\w+ (?:\w+ ){0,3}?(?:investigat\w+|prosecut\w+))";

/// Training, with what comes before it.
const TRAINING: &str = r"(?:provid\w+ |strengthen\w* |ensur\w+ |increas\w+ |organi[sz]\w+ |conduct\w* |intensif\w+ |improv\w+ |human rights |adequate |appropriate |systematic |mandatory |regular |special\w* |enhanc\w+ |implement |introduce |develop )*(?:train\w*|capacity building|educat\w+)";

/// Officials with the type of entity that trains them alone; `None` when the model knows better.
const OFFICIALS: [(&str, Option<&str>); 10] = [
    (
        r"\b(?:police|law enforcement(?: officials| officers| personnel| agencies)?|security forces)\b",
        Some("interior_police"),
    ),
    (r"\b(?:judges|judiciary|magistrates|judicial (?:officials|personnel|officers))\b", None),
    (r"\b(?:prosecutors)\b", None),
    (r"\b(?:prison (?:staff|officials|guards|officers|personnel)|correctional)\b", Some("prison_service")),
    (r"\b(?:armed forces|military|soldiers)\b", Some("defence")),
    (
        r"\b(?:health (?:professionals|personnel|workers|care)|medical (?:personnel|staff|professionals)|doctors)\b",
        Some("health"),
    ),
    (r"\b(?:teachers|teaching (?:staff|personnel))\b", Some("education")),
    (r"\b(?:border (?:guards|officials)|immigration (?:officials|officers))\b", Some("migration_asylum")),
    (r"\b(?:labour inspectors)\b", Some("labour_employment")),
    (r"\b(?:social workers)\b", Some("social_welfare")),
];

struct Cases {
    code: Regex,
    prosecution: Regex,
    /// What makes an investigation somebody else's.
    others: Regex,
    recruitment: Regex,
    forces: Regex,
    training: Regex,
    officials: Vec<(Regex, Option<&'static str>)>,
}

static CASES: LazyLock<Cases> = LazyLock::new(|| {
    let opening = |asked: &str| pattern(&[BEFORE, asked].concat());
    Cases {
        code: opening(CODE),
        prosecution: opening(PROSECUTION),
        others: pattern(
            r"\b(?:police|independent|commission|mechanism|body|law|laws|legislation|traffick\w*|journalist\w*)\b",
        ),
        recruitment: pattern(r"\b(?:recruit\w*|enlist\w*|conscript\w*)\b"),
        forces: pattern(r"\b(?:armed forces|military|army)\b"),
        training: opening(TRAINING),
        officials: OFFICIALS.iter().map(|(words, code)| (pattern(words), *code)).collect(),
    }
});

/// The code of the type of entity that a settled case gives an English text; `None` when none fits.
#[must_use]
pub fn settled_lead(reading: &Reading) -> Option<&'static str> {
    if reading.language != Language::En {
        return None;
    }
    let (cases, main) = (&*CASES, clauses(&reading.english).main);
    if cases.code.is_match(main) {
        return Some("justice");
    }
    if cases.prosecution.is_match(main) && is_prosecution_alone(main) && !cases.others.is_match(&reading.english) {
        return Some("prosecution");
    }
    if cases.recruitment.is_match(main) && cases.forces.is_match(main) {
        return Some("defence");
    }
    if cases.training.is_match(main) { only_official(&reading.english) } else { None }
}

/// Whether nothing but investigation, prosecution and protection is asked for.
fn is_prosecution_alone(main: &str) -> bool {
    let fitting: ActionFamilies =
        [ActionFamily::Investigate, ActionFamily::Prosecute, ActionFamily::Protect].into_iter().collect();
    let asked = families(main);
    asked & fitting == asked
}

/// Who trains the one kind of official that a text names.
fn only_official(english: &str) -> Option<&'static str> {
    let mut named = CASES.officials.iter().filter(|(words, _)| words.is_match(english));
    let first = named.next()?;
    if named.next().is_none() { first.1 } else { None }
}

#[cfg(test)]
mod tests {
    use super::settled_lead;
    use crate::domain::Language;
    use crate::domain::vocabulary::entity_type;
    use crate::text::read;

    #[test]
    fn settled_cases_have_their_leads_and_other_texts_have_none() {
        for (text, lead) in [
            ("Amend its Penal Code so that harbours are safe", Some("justice")),
            ("Promptly investigate and prosecute all acts of arson", Some("prosecution")),
            ("Set up an independent commission to investigate arson", None),
            ("End the recruitment of gardeners into the armed forces", Some("defence")),
            ("Provide training to the police on lighthouses", Some("interior_police")),
            ("Provide training to teachers and police on lighthouses", None),
            ("Provide training to judges on lighthouses", None),
            ("Adopt a law on lighthouses", None),
        ] {
            assert_eq!(settled_lead(&read(text, Language::En)), lead, "{text}");
            assert!(lead.is_none_or(|code| entity_type(code).is_some()));
        }
        assert_eq!(settled_lead(&read("Amender le code pénal", Language::Fr)), None);
    }
}
