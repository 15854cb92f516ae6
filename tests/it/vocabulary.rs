//! The reference tables hold together.

use std::collections::HashSet;

use proptest::prelude::*;
use weft::domain::vocabulary::{
    BodyRegister, InstrumentRegister, StateRegister, ThemeRegister, entity_type, entity_types, goals, group_code,
    groups, issue_number, issues, sdg_code, sessions, targets,
};
use weft::domain::{Language, Paragraph, Reference, Session, Symbol};

#[test]
fn the_closed_lists_have_their_known_sizes() {
    assert_eq!(issues().len(), 54);
    assert_eq!(goals().len(), 17);
    assert_eq!(targets().len(), 169);
    assert_eq!(sessions().len(), 54);
    assert_eq!(entity_types().len(), 35);
    assert_eq!(groups().iter().filter(|g| !g.code.starts_with("x_")).count(), 18);
    assert!(StateRegister::embedded().iter().count() >= 195);
}

#[test]
fn every_crosswalk_leads_somewhere() {
    for instrument in InstrumentRegister::embedded().all() {
        assert!(instrument.issue.is_empty() || issue_number(&instrument.issue).is_some(), "{}", instrument.code);
        assert!(instrument.sdg_targets.iter().all(|t| sdg_code(t).is_some()), "{}", instrument.code);
        assert!(instrument.groups.iter().all(|g| group_code(g).is_some()), "{}", instrument.code);
        let subject = &instrument.subject_entity;
        assert!(subject.is_empty() || entity_type(subject).is_some(), "{}: {subject}", instrument.code);
        let parent = &instrument.parent;
        assert!(parent.is_empty() || InstrumentRegister::embedded().get(parent).is_some(), "{}", instrument.code);
    }
    for issue in issues() {
        assert!(issue.themes.iter().all(|t| ThemeRegister::embedded().find(t).is_some()), "{}", issue.name);
    }
    for body in BodyRegister::embedded().iter().filter(|b| !b.instrument.is_empty()) {
        assert!(InstrumentRegister::embedded().get(&body.instrument).is_some(), "{}", body.body);
    }
}

#[test]
fn names_exist_in_six_languages() {
    for language in Language::ALL {
        assert!(goals().iter().all(|g| !g.titles.get(language).is_empty()));
        let blank: Vec<_> = issues().iter().filter(|i| i.names.get(language).is_empty()).map(|i| &i.name).collect();
        assert!(blank.is_empty(), "{language}: {blank:?}");
        let own: HashSet<&str> = StateRegister::embedded().iter().map(|s| s.names.get(language)).collect();
        assert!(own.len() >= 195, "{language}: {} distinct names of States", own.len());
    }
}

#[test]
fn sessions_of_the_table_agree_with_the_rule_of_cycles() {
    for entry in sessions() {
        assert!((1..=4).contains(&entry.session.cycle().0), "{}", entry.session);
        if let (Some(start), Some(year)) = (entry.start, entry.year) {
            assert_eq!(start.year(), year, "{}", entry.session);
        }
    }
}

proptest! {
    #[test]
    fn references_read_back_as_they_are_printed(
        body in prop::sample::select(vec!["UPR", "CEDAW", "SR Torture", "WG Arbitrary detention"]),
        document in prop::sample::select(vec!["A/HRC/59/15", "E/C.12/AUS/CO/6", "s20/SVN"]),
        number in 1u32..400, part in prop::option::of(1u32..400), letter in prop::option::of("[a-h]"),
    ) {
        let mut paragraph = number.to_string();
        if let Some(part) = part { paragraph.push_str(&format!(".{part}")); }
        if let Some(letter) = letter { paragraph.push_str(&format!(" ({letter})")); }
        let text = format!("{body} {document} ¶{paragraph}");
        let reference: Reference = text.parse().unwrap();
        prop_assert_eq!(reference.to_string(), text);
    }

    #[test]
    fn reading_any_text_as_reference_paragraph_or_symbol_never_panics(text in "\\PC{0,40}") {
        let _ = text.parse::<Reference>();
        let _ = Symbol::parse(&text).and_then(|s| s.state());
        if let Some(paragraph) = Paragraph::parse(&text) {
            prop_assert_eq!(Paragraph::parse(paragraph.as_str()), Some(paragraph));
        }
    }

    #[test]
    fn cycles_never_run_backwards(a in 1u16..120, b in 1u16..120) {
        let (early, late) = (a.min(b), a.max(b));
        prop_assert!(Session(early).cycle() <= Session(late).cycle());
    }

    #[test]
    fn every_name_of_a_state_leads_to_it(at in 0usize..195, language in 0usize..6) {
        let register = StateRegister::embedded();
        let state = register.iter().nth(at).unwrap();
        prop_assert_eq!(register.find(state.names.get(Language::ALL[language])), Some(state.code));
        prop_assert_eq!(register.find(state.code.as_str()), Some(state.code));
    }
}
