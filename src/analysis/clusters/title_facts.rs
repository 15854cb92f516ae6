//! What titles are made from: what most texts of a cluster name and ask.

use std::collections::BTreeMap;

use crate::domain::ClusterSubject;
use crate::domain::vocabulary::ActionFamilies;
use crate::text::Reading;
use crate::text::acts::act_of;
use crate::text::families::families;

/// Share of the texts that must agree for an instrument, an act, a group or a kind of action to be
/// in the title.
pub(super) const MOST_AGREE: f64 = 0.5;
/// A second instrument or phrase stands in this share at least.
const ALSO: f64 = 0.3;

/// What a title is made from, of one record.
#[derive(Debug, Clone, Default)]
pub struct TitleFacts {
    /// Folded English words.
    pub words: String,
    /// Instruments named, with the act asked of each.
    pub asked: Vec<(&'static str, Option<&'static str>)>,
    /// Groups named.
    pub groups: Vec<&'static str>,
    /// Families of action.
    pub families: ActionFamilies,
}

impl TitleFacts {
    /// The facts of a reading.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let asked = reading.instruments.iter();
        Self {
            words: reading.english.clone(),
            asked: asked.map(|m| (m.code, act_of(&reading.folded, m, reading.language))).collect(),
            groups: reading.groups.iter().map(|mention| mention.code).collect(),
            families: families(&reading.english),
        }
    }
}

/// What most of the texts name.
pub(super) fn subject(facts: &[&TitleFacts]) -> ClusterSubject {
    let all = facts.len() as f64;
    let ranked = most_named(facts.iter().flat_map(|f| f.asked.iter().map(|(code, _)| *code)));
    let named: Vec<&str> =
        ranked.iter().filter(|(_, count)| *count as f64 >= ALSO * all).map(|(code, _)| *code).take(2).collect();
    let holds_one = facts.iter().filter(|f| f.asked.iter().any(|(code, _)| named.contains(code))).count();
    let instruments: Vec<String> =
        if holds_one as f64 >= MOST_AGREE * all { named.into_iter().map(str::to_owned).collect() } else { Vec::new() };
    if instruments.is_empty()
        && let Some(of_many) = one_act_of_many(facts)
    {
        return of_many;
    }
    let of_named = |f: &&&TitleFacts| f.asked.iter().any(|(code, _)| instruments.iter().any(|i| i == code));
    let asked = facts.iter().filter(of_named);
    let acts = most_named(asked.flat_map(|f| f.asked.iter().filter_map(|(_, act)| *act)));
    let act = acts.first().filter(|(_, count)| *count as f64 >= MOST_AGREE * holds_one as f64);
    let group = most_named(facts.iter().flat_map(|f| f.groups.iter().copied()));
    let group = group.first().filter(|(_, count)| *count as f64 >= 1.2 * MOST_AGREE * all);
    ClusterSubject {
        act: act.filter(|_| !instruments.is_empty()).map(|(code, _)| (*code).to_owned()),
        instruments,
        group: group.map(|(code, _)| (*code).to_owned()),
        ..ClusterSubject::default()
    }
}

/// One act that most of the texts ask of three instruments or more.
fn one_act_of_many(facts: &[&TitleFacts]) -> Option<ClusterSubject> {
    let asked = |f: &&TitleFacts, act: &str| f.asked.iter().any(|(_, of)| *of == Some(act));
    let acts = most_named(facts.iter().flat_map(|f| f.asked.iter().filter_map(|(_, act)| *act)));
    let (act, _) = *acts.first()?;
    let of_act = facts.iter().flat_map(|f| f.asked.iter().filter(|(_, of)| *of == Some(act)).map(|(code, _)| *code));
    let instruments = most_named(of_act);
    let holding = facts.iter().filter(|f| asked(f, act)).count();
    let is_most = holding as f64 >= MOST_AGREE * facts.len() as f64;
    (is_most && instruments.len() > 2).then(|| ClusterSubject {
        act: Some(act.to_owned()),
        instruments: instruments.into_iter().take(2).map(|(code, _)| code.to_owned()).collect(),
        others: true,
        ..ClusterSubject::default()
    })
}

/// Values with their counts, most frequent first.
fn most_named<'a>(values: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    let mut ranked: Vec<(&str, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(value, count)| (std::cmp::Reverse(*count), *value));
    ranked
}
