//! Numbers that tell whether two recommendations ask the same.

use super::families::bit;
use super::pair_concepts::{CONCEPT_FEATURES, Rarity, Standing, concept_features, standings};
use super::profile::{Profile, jaccard, shared};
use crate::domain::TagKind;

/// The features of a pair: shares, likenesses and flags from 0 to 1, counts and sums of rarities above.
///
/// In order: likeness of words and pairs (cosine), shared stems, share of the shorter and of the
/// longer that is shared, shared words; treaties equal, disjoint, partly shared, named by one, named
/// by none; groups equal, disjoint, partly shared, named by one; families of action shared and
/// contained; same opening category; both ratify, one ratifies, and one alone speaks of a
/// moratorium, abolition, prosecution, reports, invitations; likeness of issues, same first issue;
/// likeness of lengths, length of the shorter, other numbers named, likeness of ratifying texts.
/// Then likeness of SDG targets, lead, supporting entities and action category; for each family of
/// action whether one has it and whether both do; then those of the concepts, in the order of
/// `concept_features`.
#[must_use]
pub fn pair_features(a: &Profile, b: &Profile, rarity: &Rarity) -> Vec<f64> {
    let mut features = Vec::with_capacity(30 + LIKENED.len() + 60 + CONCEPT_FEATURES);
    features.extend(named_features(a, b));
    features.extend(LIKENED.map(|kind| tag_likeness(a, b, kind)));
    features.extend((0..30).map(|at| flag((a.families ^ b.families) >> at & 1 == 1)));
    features.extend((0..30).map(|at| flag((a.families & b.families) >> at & 1 == 1)));
    features.extend(concept_features(&a.ask, &b.ask, rarity));
    features
}

/// Every concept of a pair with its standing; concepts are named by their hash.
#[must_use]
pub fn pair_standings(a: &Profile, b: &Profile) -> Vec<(Standing, u32)> {
    standings(&a.ask, &b.ask)
}

/// Kinds of tags whose likeness counts.
const LIKENED: [TagKind; 4] = [TagKind::SdgTarget, TagKind::Lead, TagKind::Support, TagKind::Action];

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

fn named_features(a: &Profile, b: &Profile) -> [f64; 30] {
    let cosine = f64::from(a.plain.dot(&b.plain));
    let both = shared(&a.stems, &b.stems) as f64;
    let (small, large) = minmax(a.stems.len(), b.stems.len());
    let stems = f64::from(jaccard(&a.stems, &b.stems));
    let treaties = relation(&a.treaties, &b.treaties);
    let groups = relation(&a.groups, &b.groups);
    let either = (a.families | b.families).count_ones().max(1);
    let common = (a.families & b.families).count_ones();
    let fewer = a.families.count_ones().min(b.families.count_ones()).max(1);
    let one_of = |family: &str| flag((a.families ^ b.families) & bit(family) != 0);
    let ratify = bit("ratify");
    let both_ratify = a.families & b.families & ratify != 0;
    let short = small.min(30.0);
    [
        cosine,
        stems,
        both / small.max(1.0),
        both / large.max(1.0),
        f64::from(jaccard(&a.words, &b.words)),
        flag(treaties == Sets::Equal),
        flag(treaties == Sets::Disjoint),
        flag(treaties == Sets::Partly),
        flag(treaties == Sets::OneEmpty),
        flag(treaties == Sets::Empty),
        flag(groups == Sets::Equal),
        flag(groups == Sets::Disjoint),
        flag(groups == Sets::Partly),
        flag(groups == Sets::OneEmpty),
        f64::from(common) / f64::from(either),
        f64::from(common) / f64::from(fewer),
        flag(a.category == b.category && a.category > 0),
        flag(both_ratify),
        one_of("ratify"),
        one_of("moratorium"),
        one_of("abolish"),
        one_of("prosecute"),
        one_of("report"),
        one_of("invite"),
        issue_likeness(a, b),
        flag(first(&a.issues) == first(&b.issues)),
        (small + 1.0).ln() / (large + 1.0).ln().max(0.1),
        short / 10.0,
        flag(a.numbers != b.numbers),
        if both_ratify { stems } else { 0.0 },
    ]
}

/// How two sets lie to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sets {
    /// Both are empty.
    Empty,
    /// One is empty.
    OneEmpty,
    /// They hold the same.
    Equal,
    /// They share a part.
    Partly,
    /// They share nothing.
    Disjoint,
}

/// How two sorted lists lie to each other as sets.
#[must_use]
pub(super) fn relation<T: Ord>(a: &[T], b: &[T]) -> Sets {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => Sets::Empty,
        (true, false) | (false, true) => Sets::OneEmpty,
        _ => match shared(a, b) {
            0 => Sets::Disjoint,
            n if n == a.len() && n == b.len() => Sets::Equal,
            _ => Sets::Partly,
        },
    }
}

fn flag(value: bool) -> f64 {
    f64::from(u8::from(value))
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
