//! Pairs worth judging: those that share treaties or enough of their words.

use std::collections::HashMap;

use super::following::Following;
use super::open_pairs::OpenPairs;
use super::profile::Profile;
use super::sets::shared;

/// Pairs below this cosine of words are judged only where they share a treaty; those of one issue from less on.
/// Of 4,637 pairs that people found to have something in common 12 lie below the first, 3 below the second.
const LEAST: f32 = 0.12;
const LEAST_OF_ISSUE: f32 = 0.08;

/// The open pairs `(i, j)` with `i < j` to judge, in order.
#[must_use]
pub(super) fn candidates(profiles: &[Profile], following: &Following, open: &OpenPairs) -> Vec<(usize, usize)> {
    let index = inverted(profiles, following, open);
    let issues: Vec<Option<usize>> = profiles.iter().map(likeliest_issue).collect();
    let mut pairs = Vec::new();
    let mut likeness = vec![0f32; profiles.len()];
    let mut touched = Vec::new();
    for at in (0..profiles.len()).filter(|at| open.is_leader(*at)) {
        let reach = open.reach(at);
        for (feature, value) in profiles[at].plain.iter() {
            let postings = index.get(&feature).map(Vec::as_slice).unwrap_or_default();
            for (other, weight) in postings.iter().take_while(|(other, _)| (*other as usize) < reach) {
                let other = *other as usize;
                if !open.leads(at, other) {
                    continue;
                }
                if likeness[other] == 0.0 {
                    touched.push(other);
                }
                // Which of the two leads changes nothing: each adds the same products in the order of features.
                likeness[other] += value * weight;
            }
        }
        touched.sort_unstable();
        for other in touched.drain(..) {
            let related = shared(&profiles[at].treaties, &profiles[other].treaties) > 0;
            let least = if issues[at].is_some() && issues[at] == issues[other] { LEAST_OF_ISSUE } else { LEAST };
            if likeness[other] >= least || (related && likeness[other] > 0.0) {
                pairs.push((at.min(other), at.max(other)));
            }
            likeness[other] = 0.0;
        }
    }
    pairs.extend(by_treaty(profiles, open));
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The issue that a text most likely has, by number.
fn likeliest_issue(profile: &Profile) -> Option<usize> {
    let most = profile.issues.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(&a.0)));
    most.map(|(issue, _)| issue)
}

/// The texts that hold each followed feature of a leader, with its values.
fn inverted(profiles: &[Profile], following: &Following, open: &OpenPairs) -> HashMap<u32, Vec<(u32, f32)>> {
    let leaders = profiles.iter().enumerate().filter(|(at, _)| open.is_leader(*at));
    let features = leaders.flat_map(|(_, profile)| profile.plain.indices.iter().copied());
    let mut index: HashMap<u32, Vec<(u32, f32)>> =
        features.filter(|feature| following.follows(*feature)).map(|feature| (feature, Vec::new())).collect();
    for (at, profile) in profiles.iter().enumerate() {
        for (feature, value) in profile.plain.iter() {
            if let Some(postings) = index.get_mut(&feature) {
                postings.push((at as u32, value));
            }
        }
    }
    index
}

/// Texts that name the same treaties, whatever their other words ("Ratify ICRMW").
fn by_treaty(profiles: &[Profile], open: &OpenPairs) -> Vec<(usize, usize)> {
    let mut by_code: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, profile) in profiles.iter().enumerate() {
        for code in &profile.treaties {
            by_code.entry(code).or_default().push(at);
        }
    }
    let mut pairs = Vec::new();
    for list in by_code.into_values() {
        for (at, i) in list.iter().enumerate() {
            pairs.extend(list[at + 1..].iter().filter(|j| open.holds(*i, **j)).map(|j| (*i, *j)));
        }
    }
    // The lists came in no order.
    pairs.sort_unstable();
    pairs
}
