//! Two profiles as numbers: words, names, acts, and what the models say.

use super::named_features::{flag, named_features};
use super::profile::Profile;
use super::sets::{Sets, jaccard, relation, shared};
use crate::domain::TagKind;
use crate::domain::vocabulary::ActionFamily;

named_features! {
    /// Words, names and acts of two profiles: likenesses, shares and flags from 0 to 1, and lengths.
    ProfileFeatures {
        /// Cosine of words and pairs of words.
        likeness,
        /// Shared stems against all stems.
        stem_likeness,
        /// The share of the shorter text's stems that the longer has.
        shorter_shared,
        /// The share of the longer text's stems that the shorter has.
        longer_shared,
        /// Shared words against all words.
        word_likeness,
        /// They name the same treaties.
        treaties_equal,
        /// They name other treaties.
        treaties_disjoint,
        /// They share a part of their treaties.
        treaties_partly,
        /// One alone names treaties.
        treaties_in_one,
        /// Neither names any.
        treaties_in_none,
        /// They name the same groups.
        groups_equal,
        /// They name other groups.
        groups_disjoint,
        /// They share a part of their groups.
        groups_partly,
        /// One alone names groups.
        groups_in_one,
        /// Shared families of action against all.
        families_shared,
        /// Shared families of action against those of the text that has fewer.
        families_contained,
        /// Their opening verbs are of one category.
        same_category,
        /// Both ask to ratify.
        both_ratify,
        /// One alone asks to ratify.
        one_ratifies,
        /// One alone speaks of a moratorium.
        one_suspends,
        /// One alone speaks of abolition.
        one_abolishes,
        /// One alone speaks of prosecution.
        one_prosecutes,
        /// One alone speaks of reports.
        one_reports,
        /// One alone speaks of invitations.
        one_invites,
        /// Cosine of the probabilities of issues.
        issue_likeness,
        /// Their likeliest issue is the same.
        same_first_issue,
        /// How near their lengths are.
        length_likeness,
        /// Stems of the shorter text, in tens, at most 3.
        shorter_length,
        /// They name other numbers.
        other_numbers,
        /// Shared stems against all of two texts that ask to ratify; 0 for others.
        ratifying_likeness,
    }
}

named_features! {
    /// Cosines of what the models say of two profiles; 0 where they say nothing of one.
    TagFeatures {
        /// SDG targets.
        sdg_targets,
        /// Leading entity.
        lead,
        /// Supporting entities.
        support,
        /// Action category.
        action,
    }
}

impl ProfileFeatures {
    pub(super) fn of(a: &Profile, b: &Profile) -> Self {
        let both = shared(&a.stems, &b.stems) as f64;
        let (small, large) = minmax(a.stems.len(), b.stems.len());
        let stems = f64::from(jaccard(&a.stems, &b.stems));
        let treaties = relation(&a.treaties, &b.treaties);
        let groups = relation(&a.groups, &b.groups);
        let (common, apart) = (a.families & b.families, a.families ^ b.families);
        let either = (a.families | b.families).len().max(1);
        let fewer = a.families.len().min(b.families.len()).max(1);
        let one_of = |family: ActionFamily| flag(apart.contains(family));
        let both_ratify = common.contains(ActionFamily::Ratify);
        Self {
            likeness: f64::from(a.plain.dot(&b.plain)),
            stem_likeness: stems,
            shorter_shared: both / small.max(1.0),
            longer_shared: both / large.max(1.0),
            word_likeness: f64::from(jaccard(&a.words, &b.words)),
            treaties_equal: flag(treaties == Sets::Equal),
            treaties_disjoint: flag(treaties == Sets::Disjoint),
            treaties_partly: flag(treaties == Sets::Partly),
            treaties_in_one: flag(treaties == Sets::OneEmpty),
            treaties_in_none: flag(treaties == Sets::Empty),
            groups_equal: flag(groups == Sets::Equal),
            groups_disjoint: flag(groups == Sets::Disjoint),
            groups_partly: flag(groups == Sets::Partly),
            groups_in_one: flag(groups == Sets::OneEmpty),
            families_shared: f64::from(common.len()) / f64::from(either),
            families_contained: f64::from(common.len()) / f64::from(fewer),
            same_category: flag(a.category == b.category && a.category > 0),
            both_ratify: flag(both_ratify),
            one_ratifies: one_of(ActionFamily::Ratify),
            one_suspends: one_of(ActionFamily::Moratorium),
            one_abolishes: one_of(ActionFamily::Abolish),
            one_prosecutes: one_of(ActionFamily::Prosecute),
            one_reports: one_of(ActionFamily::Report),
            one_invites: one_of(ActionFamily::Invite),
            issue_likeness: issue_likeness(a, b),
            same_first_issue: flag(first(&a.issues) == first(&b.issues)),
            length_likeness: (small + 1.0).ln() / (large + 1.0).ln().max(0.1),
            shorter_length: small.min(30.0) / 10.0,
            other_numbers: flag(a.numbers != b.numbers),
            ratifying_likeness: if both_ratify { stems } else { 0.0 },
        }
    }
}

impl TagFeatures {
    pub(super) fn of(a: &Profile, b: &Profile) -> Self {
        let likeness = |kind| tag_likeness(a, b, kind);
        Self {
            sdg_targets: likeness(TagKind::SdgTarget),
            lead: likeness(TagKind::Lead),
            support: likeness(TagKind::Support),
            action: likeness(TagKind::Action),
        }
    }
}

/// Cosine of the confidences of the tags of one kind; 0 where a text has none.
fn tag_likeness(a: &Profile, b: &Profile, kind: TagKind) -> f64 {
    let of = |profile: &Profile| -> Vec<(u16, f64)> {
        let tags = profile.tags.iter().filter(|tag| tag.kind == kind);
        tags.map(|tag| (tag.value, f64::from(tag.confidence))).collect()
    };
    let (left, right) = (of(a), of(b));
    let product: f64 = left.iter().flat_map(|x| right.iter().filter(|y| y.0 == x.0).map(move |y| x.1 * y.1)).sum();
    let length = |list: &[(u16, f64)]| list.iter().map(|(_, c)| c * c).sum::<f64>().sqrt();
    let lengths = length(&left) * length(&right);
    if lengths > 0.0 { product / lengths } else { 0.0 }
}

fn minmax(a: usize, b: usize) -> (f64, f64) {
    (a.min(b) as f64, a.max(b) as f64)
}

fn issue_likeness(a: &Profile, b: &Profile) -> f64 {
    let product = |x: &[f32], y: &[f32]| x.iter().zip(y).map(|(p, q)| f64::from(p * q)).sum::<f64>();
    let length = (product(&a.issues, &a.issues) * product(&b.issues, &b.issues)).sqrt();
    if length > 0.0 { product(&a.issues, &b.issues) / length } else { 0.0 }
}

fn first(issues: &[f32]) -> usize {
    issues.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(at, _)| at)
}
