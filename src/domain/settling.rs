//! Which tags hold in the end: what people, files and models say of a record, weighed.
//!
//! **People outrank all.** A person's verdict adds or removes single values, whoever said them. A body that a
//! person has named stands for its type.
//!
//! **Of a kind, a file holds.** Who made it has read the text for that kind, and what a model says
//! besides is a guess against a reading. What a model is sure of where the file is silent stands for
//! as long as no file speaks.
//!
//! **A coarse file denies nothing finer.** Who sorts texts by the seventeen goals has put "register
//! births" somewhere, under 10 perhaps, and has not judged a single target; so a model's 16.9 is no
//! contradiction, and both stand, each with its provenance. What is coarse depends on the kind:
//! - *SDG targets*: bare goals leave room for targets of all goals, their own or others, but for those
//!   of goals that the file names by a target: there it has looked at targets and chosen. A goal beside
//!   one of its own targets is not bare, since exports write both for one link. A file that names
//!   targets alone is as fine as can be and leaves no room.
//! - *Themes*: labels that OHCHR's list in force does not have (lists of ministries and of committees,
//!   persons among the themes), and the five headings of that list. Older labels that have become
//!   themes in force count as these. One theme in force among them shows that the list was at hand, and
//!   the file holds.
//! - *Groups*: "vulnerable persons", which names none, as long as it stands alone.
//! - *Issues* of files are never coarse: only the 54 names of UPR Info are taken in, and none is derived
//!   from other labels. Action categories, entities and instruments are closed lists of one depth.
//!
//! Only a value that is itself fine is added, and only a model's: the theme that a rule takes from the
//! first issue stands in where nothing is known, and is not sure enough to stand beside a file.

use super::entity_link::{body_of, type_of};
use super::tag::{Confidence, Provenance, Tag, TagKind, TagVerdict, Verdict};
use super::vocabulary::value_number;

/// The headings of OHCHR's list in force: parts of the list, under which its themes stand.
const HEADINGS: [&str; 5] = [
    "General framework of implementation",
    "Universal or cross-cutting issues",
    "Civil & political rights",
    "Economic, social & cultural rights",
    "Specific legal concepts that relates to persons or groups",
];

/// The group that names no group.
const VULNERABLE: &str = "x_vulnerable";

/// One value of one kind that somebody says of a record.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Claim<'a> {
    /// What it speaks about.
    pub kind: TagKind,
    /// The value, in the vocabulary of its kind.
    pub value: &'a str,
    /// Who says it.
    pub provenance: Provenance,
    /// How sure that is.
    pub confidence: Confidence,
}

impl<'a> From<&'a Tag> for Claim<'a> {
    fn from(tag: &'a Tag) -> Self {
        Self { kind: tag.kind, value: &tag.value, provenance: tag.provenance, confidence: tag.confidence }
    }
}

impl From<Claim<'_>> for Tag {
    fn from(claim: Claim<'_>) -> Self {
        Self {
            kind: claim.kind,
            value: claim.value.to_owned(),
            provenance: claim.provenance,
            confidence: claim.confidence,
            evidence: Vec::new(),
        }
    }
}

/// What holds of one kind, each value once.
///
/// `claims` is what file, rule and model say, files first; `verdicts` is what people decided. The order
/// of `claims` is kept; accepted values come last.
#[must_use]
pub fn settle<'a>(kind: TagKind, claims: &[Claim<'a>], verdicts: &'a [TagVerdict]) -> Vec<Claim<'a>> {
    let of_kind = || claims.iter().filter(move |claim| claim.kind == kind);
    let stated: Vec<&str> = of_kind().filter(|c| c.provenance == Provenance::File).map(|c| c.value).collect();
    let mut held: Vec<Claim<'a>> = Vec::new();
    for claim in of_kind().filter(|claim| stands(claim, &stated)) {
        if !held.iter().any(|known| known.value == claim.value) {
            held.push(*claim);
        }
    }
    for TagVerdict { of, verdict } in verdicts.iter().filter(|said| said.of.kind == kind) {
        let value = of.value.as_str();
        held.retain(|claim| claim.value != value);
        if *verdict == Verdict::Accepted {
            held.push(Claim { kind, value, provenance: Provenance::Person, confidence: Confidence::FULL });
        }
    }
    if matches!(kind, TagKind::Lead | TagKind::Support) {
        leave_named_bodies(&mut held);
    }
    held
}

/// Drops the types of which a body is named.
fn leave_named_bodies(held: &mut Vec<Claim<'_>>) {
    let bodies = held.iter().map(|claim| claim.value).filter(|value| body_of(value).is_some());
    let named: Vec<&str> = bodies.map(type_of).collect();
    held.retain(|claim| !named.contains(&claim.value));
}

/// Whether a claim stands besides what the file states of its kind.
fn stands(claim: &Claim<'_>, stated: &[&str]) -> bool {
    stated.is_empty()
        || match claim.provenance {
            Provenance::File => true,
            Provenance::Model => leaves_room(claim.kind, stated, claim.value),
            Provenance::Rule | Provenance::Person => false,
        }
}

/// Whether what a file states is too coarse to speak against a value.
fn leaves_room(kind: TagKind, stated: &[&str], value: &str) -> bool {
    match kind {
        TagKind::SdgTarget => leaves_room_for_target(stated, value),
        TagKind::Theme => !is_broad_theme(value) && stated.iter().all(|theme| is_broad_theme(theme)),
        TagKind::Group => value != VULNERABLE && stated.iter().all(|group| *group == VULNERABLE),
        TagKind::Issue
        | TagKind::Action
        | TagKind::Instrument
        | TagKind::Lead
        | TagKind::Support
        | TagKind::Smart
        | TagKind::Topic => false,
    }
}

fn leaves_room_for_target(stated: &[&str], target: &str) -> bool {
    let Some(goal) = goal_of(target) else { return false };
    let is_precise = |goal: &str| stated.iter().any(|code| goal_of(code) == Some(goal));
    let has_bare_goal = stated.iter().any(|&code| goal_of(code).is_none() && !is_precise(code));
    has_bare_goal && !is_precise(goal)
}

/// The goal of a target; none for a bare goal.
fn goal_of(code: &str) -> Option<&str> {
    code.split_once('.').map(|(goal, _)| goal)
}

/// Whether a theme is of another list than the one in force, or one of its headings.
fn is_broad_theme(theme: &str) -> bool {
    HEADINGS.contains(&theme) || value_number(TagKind::Theme, theme).is_none()
}

#[cfg(test)]
mod tests {
    use super::{Claim, Confidence, HEADINGS, Provenance, Tag, TagKind, VULNERABLE, Verdict, settle, value_number};
    use crate::domain::{TagValue, TagVerdict};

    const BIRTH: &str = "Rights related to name, identity & nationality";
    const CHILDREN: &str = "Children: definition; general principles; protection";

    fn claim(kind: TagKind, value: &str, provenance: Provenance) -> Claim<'_> {
        Claim { kind, value, provenance, confidence: Confidence::new(0.8) }
    }

    /// The values that hold where a file states some and a model others.
    fn held<'a>(kind: TagKind, file: &[&'a str], model: &[&'a str]) -> Vec<&'a str> {
        let stated = file.iter().map(|&value| claim(kind, value, Provenance::File));
        let proposed = model.iter().map(|&value| claim(kind, value, Provenance::Model));
        let claims: Vec<Claim<'a>> = stated.chain(proposed).collect();
        settle(kind, &claims, &[]).into_iter().map(|claim| claim.value).collect()
    }

    fn said(kind: TagKind, value: &str, verdict: Verdict) -> TagVerdict {
        TagVerdict { of: TagValue::of(kind, value), verdict }
    }

    #[test]
    fn the_file_outranks_the_model() {
        assert_eq!(held(TagKind::Issue, &["Labour"], &["Poverty"]), ["Labour"]);
        assert_eq!(held(TagKind::Issue, &[], &["Poverty"]), ["Poverty"]);
    }

    #[test]
    fn a_person_outranks_both() {
        let claims = [
            claim(TagKind::SdgTarget, "10", Provenance::File),
            claim(TagKind::SdgTarget, "16.9", Provenance::Model),
            claim(TagKind::Issue, "Labour", Provenance::File),
        ];
        let verdicts = [
            said(TagKind::SdgTarget, "10", Verdict::Refused),
            said(TagKind::SdgTarget, "16.9", Verdict::Refused),
            said(TagKind::SdgTarget, "3.1", Verdict::Accepted),
            said(TagKind::Issue, "Labour", Verdict::Accepted),
        ];
        let targets = settle(TagKind::SdgTarget, &claims, &verdicts);
        assert_eq!(targets.iter().map(|held| held.value).collect::<Vec<_>>(), ["3.1"]);
        let issues = settle(TagKind::Issue, &claims, &verdicts);
        assert_eq!((issues.len(), issues[0].provenance), (1, Provenance::Person), "accepted, whoever said it first");
    }

    #[test]
    fn a_body_that_a_person_names_stands_for_its_type_and_for_no_other() {
        let claims = [
            claim(TagKind::Support, "justice", Provenance::Model),
            claim(TagKind::Support, "health", Provenance::Model),
        ];
        let verdicts = [said(TagKind::Support, "justice/MOJ", Verdict::Accepted)];
        let held = settle(TagKind::Support, &claims, &verdicts);
        assert_eq!(held.iter().map(|held| held.value).collect::<Vec<_>>(), ["health", "justice/MOJ"]);
    }

    #[test]
    fn bare_goals_leave_room_for_targets_and_both_keep_their_provenance() {
        assert_eq!(held(TagKind::SdgTarget, &["10"], &["16.9", "10.2"]), ["10", "16.9", "10.2"]);
        assert_eq!(held(TagKind::SdgTarget, &["10"], &["5", "10"]), ["10"], "another bare goal is no finer");
        let claims =
            [claim(TagKind::SdgTarget, "10", Provenance::File), claim(TagKind::SdgTarget, "16.9", Provenance::Model)];
        let both = settle(TagKind::SdgTarget, &claims, &[]);
        assert_eq!(both, claims);
    }

    #[test]
    fn goals_that_a_file_names_by_targets_are_its_own() {
        assert_eq!(held(TagKind::SdgTarget, &["16.3"], &["16.9", "5.1"]), ["16.3"]);
        assert_eq!(held(TagKind::SdgTarget, &["16", "16.3"], &["16.9", "5.1"]), ["16", "16.3"], "16 is not bare");
        assert_eq!(held(TagKind::SdgTarget, &["10", "16.3"], &["16.9", "5.1", "10.2"]), ["10", "16.3", "5.1", "10.2"]);
        assert_eq!(held(TagKind::SdgTarget, &["1", "10.3"], &["1.2"]), ["1", "10.3", "1.2"], "10.3 is not of goal 1");
    }

    #[test]
    fn themes_of_another_list_and_headings_leave_room_for_themes_in_force() {
        assert_eq!(held(TagKind::Theme, &["Papers for all"], &[BIRTH]), ["Papers for all", BIRTH]);
        assert_eq!(held(TagKind::Theme, &[HEADINGS[2]], &[BIRTH, HEADINGS[3]]), [HEADINGS[2], BIRTH]);
        assert_eq!(held(TagKind::Theme, &[CHILDREN], &[BIRTH]), [CHILDREN]);
        assert_eq!(held(TagKind::Theme, &["Papers for all", CHILDREN], &[BIRTH]), ["Papers for all", CHILDREN]);
        let claims =
            [claim(TagKind::Theme, HEADINGS[2], Provenance::File), claim(TagKind::Theme, BIRTH, Provenance::Rule)];
        assert_eq!(settle(TagKind::Theme, &claims, &[]), claims[..1], "a stand-in does not stand beside a file");
    }

    #[test]
    fn only_a_group_that_names_nobody_leaves_room() {
        assert_eq!(held(TagKind::Group, &[VULNERABLE], &["children", VULNERABLE]), [VULNERABLE, "children"]);
        assert_eq!(held(TagKind::Group, &[VULNERABLE, "lgbti"], &["children"]), [VULNERABLE, "lgbti"]);
        assert_eq!(held(TagKind::Group, &["x_civil_society"], &["children"]), ["x_civil_society"]);
    }

    #[test]
    fn issues_and_categories_of_files_hold_alone() {
        assert_eq!(held(TagKind::Issue, &["General"], &["Poverty"]), ["General"]);
        assert_eq!(held(TagKind::Action, &["4"], &["5"]), ["4"]);
    }

    #[test]
    fn what_counts_as_coarse_is_spelt_as_the_lists_spell_it() {
        assert!(HEADINGS.iter().all(|heading| value_number(TagKind::Theme, heading).is_some()));
        assert!(value_number(TagKind::Group, VULNERABLE).is_some());
        assert!([BIRTH, CHILDREN].iter().all(|theme| value_number(TagKind::Theme, theme).is_some()));
    }

    #[test]
    fn a_claim_becomes_a_tag_without_reasons() {
        let tag = Tag::from(claim(TagKind::SdgTarget, "16.9", Provenance::Model));
        assert_eq!(Claim::from(&tag), claim(TagKind::SdgTarget, "16.9", Provenance::Model));
        assert!(tag.evidence.is_empty());
    }
}
