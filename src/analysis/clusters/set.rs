//! The clusters of a workspace: fixed once made, so that numbers and members stay.

use std::collections::{BTreeMap, BTreeSet};

use ndarray::Array1;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::group_topics::group_topics;
use super::placed::{Placed, by_ask, usual_issue};
use super::theme_numbers::{Numbering, ThemeNumbers};
use super::themes::{ThemeCount, theme_title};
use super::title_facts::TitleFacts;
use super::titles::{Named, Titler};
use super::topic_asks::TopicAsk;
use super::tree::{Cut, Join, joined, mean, nearest, parted};
use crate::analysis::AnalysisError;
use crate::analysis::features::FeatureSpace;
use crate::domain::vocabulary::issues;
use crate::domain::{ClusterDefinition, ClusterNumber, Language, RecordId};

/// All clusters and the place of every record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ClusterSet {
    /// Clusters in the order of their numbers.
    pub clusters: Vec<ClusterDefinition>,
    /// The cluster of every record.
    #[serde(with = "crate::analysis::packed::placements")]
    pub placements: BTreeMap<RecordId, ClusterNumber>,
    /// Records placed since the clusters of their theme were made, newest run only.
    pub newly_placed: Vec<RecordId>,
    /// Clusters proposed beside older ones, newest run only.
    pub newly_made: Vec<ClusterNumber>,
}

/// How fine the clusters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Granularity {
    /// Themes.
    pub themes: ThemeCount,
    /// Clusters inside a theme.
    pub sizes: Sizes,
}

/// How many asks a cluster holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sizes {
    /// From the first number to the second, as a plan of one State wants them.
    Between(usize, usize),
    /// As many clusters as a reader of the world can look through; they grow much slower than texts.
    Few,
}

impl Granularity {
    /// What suits records of that number of States.
    #[must_use]
    pub const fn for_states(states: usize) -> Self {
        match states {
            0 | 1 => Self { themes: ThemeCount::Families, sizes: Sizes::Between(3, 30) },
            _ => Self { themes: ThemeCount::Issues, sizes: Sizes::Few },
        }
    }
}

impl Sizes {
    /// How a theme of that number of asks is cut; `subjects` are its issues that could be clusters.
    fn cut(self, asks: usize, subjects: usize) -> Cut {
        match self {
            Self::Between(least, most) => {
                let usual = (least + most) as f64 / 2.75;
                let wanted = (asks as f64 / usual.max(1.0)).round() as usize;
                Cut { wanted: wanted.max(subjects).max(1), least, most }
            }
            Self::Few => Cut { wanted: few(asks), least: 3, most: usize::MAX },
        }
    }
}

/// One cluster for 20 asks up to 60; beyond that clusters grow by a tenth power, because hundreds of
/// clusters a theme help nobody.
fn few(asks: usize) -> usize {
    let asks = asks as f64;
    let count = if asks <= 60.0 { asks / 20.0 } else { 3.0 * (asks / 60.0).powf(0.1) };
    (count.round() as usize).max(1)
}

/// The new records of one theme.
struct Theme<'a> {
    number: u16,
    issues: Vec<u16>,
    records: Vec<&'a Placed<'a>>,
}

/// What was made of new records.
#[derive(Default)]
pub(super) struct Grown {
    pub(super) clusters: Vec<ClusterDefinition>,
    placements: Vec<(RecordId, ClusterNumber)>,
    /// Records that have joined a cluster that stood before.
    joined: Vec<RecordId>,
}

/// What people have decided on clusters: no proposal goes against it.
#[derive(Clone, Copy)]
pub struct People<'a> {
    /// Clusters that take no new records.
    pub locked: &'a BTreeSet<ClusterNumber>,
    /// Where people have put records: these numbers are no longer free, even where no cluster was made by
    /// that number.
    pub decided: &'a BTreeMap<RecordId, ClusterNumber>,
}

impl ClusterSet {
    /// The cluster with that number.
    #[must_use]
    pub fn cluster(&self, number: ClusterNumber) -> Option<&ClusterDefinition> {
        self.clusters.iter().find(|cluster| cluster.number == number)
    }

    /// Places records that are new: with others of their ask where these have a cluster; else makes
    /// clusters for themes that have no open one and for new records that are at home in none. Clusters
    /// and placements that exist stay as they are; locked clusters take nothing.
    ///
    /// # Errors
    /// When a fit fails.
    pub fn grow(
        &mut self,
        records: &[Placed<'_>],
        people: People<'_>,
        granularity: Granularity,
        space: &FeatureSpace,
    ) -> Result<(), AnalysisError> {
        let is_first = self.clusters.is_empty();
        let titler = Titler::new(space);
        let home = |record: &Placed<'_>| record.home.filter(|number| !people.locked.contains(number));
        let (settled, new): (Vec<&Placed<'_>>, Vec<&Placed<'_>>) =
            records.iter().partition(|record| home(record).is_some());
        let grown: Vec<Grown> = if self.is_by_topic(granularity.sizes) {
            vec![self.grown_by_topic(&new, people, granularity, &titler)?]
        } else {
            let themes = self.by_theme(&new, granularity.themes);
            let grown = |theme| self.grown(theme, people, granularity.sizes, &titler);
            themes.par_iter().map(grown).collect::<Result<_, _>>()?
        };
        self.newly_placed = settled.iter().map(|record| record.id).collect();
        self.newly_made = Vec::new();
        self.placements.extend(settled.iter().filter_map(|record| Some((record.id, home(record)?))));
        for theme in grown {
            self.newly_placed.extend(theme.joined);
            self.newly_made.extend(theme.clusters.iter().map(|c| c.number).filter(|_| !is_first));
            self.clusters.extend(theme.clusters);
            self.placements.extend(theme.placements);
        }
        self.clusters.sort_by_key(|cluster| cluster.number);
        let nameable: BTreeSet<ClusterNumber> = if is_first {
            self.clusters.iter().map(|cluster| cluster.number).collect()
        } else {
            self.newly_made.iter().copied().collect()
        };
        self.tell_apart(&nameable);
        Ok(())
    }

    /// Names the theme in the titles of those clusters that may be named now, where another theme has the title too.
    fn tell_apart(&mut self, nameable: &BTreeSet<ClusterNumber>) {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for cluster in &mut self.clusters {
            if seen.contains(&cluster.title) && nameable.contains(&cluster.number) {
                cluster.title = format!("{} ({})", cluster.title, theme_title(&cluster.issues, Language::En));
                cluster.subject.with_theme = true;
            }
            seen.insert(cluster.title.clone());
        }
    }

    /// The records by theme, those of an ask together.
    fn by_theme<'a>(&self, records: &[&'a Placed<'a>], wanted: ThemeCount) -> Vec<Theme<'a>> {
        let mut numbers = ThemeNumbers::of(&self.clusters, records, wanted, Numbering::Fixed);
        let mut groups: BTreeMap<u16, Vec<&Placed<'_>>> = BTreeMap::new();
        for ask in by_ask(records) {
            groups.entry(numbers.of_issue(usual_issue(&ask))).or_default().extend(ask);
        }
        let theme = |(number, records)| Theme { number, issues: numbers.issues(number).to_vec(), records };
        groups.into_iter().map(theme).collect()
    }

    fn grown(
        &self,
        theme: &Theme<'_>,
        people: People<'_>,
        sizes: Sizes,
        titler: &Titler<'_>,
    ) -> Result<Grown, AnalysisError> {
        let own = || self.clusters.iter().filter(|cluster| cluster.number.theme == theme.number);
        let open: Vec<&ClusterDefinition> = own().filter(|cluster| !people.locked.contains(&cluster.number)).collect();
        let of_people = people.decided.values().filter(|number| number.theme == theme.number);
        let numbers = own().map(|cluster| cluster.number).chain(of_people.copied());
        let next = numbers.map(|number| number.cluster).max().unwrap_or(0) + 1;
        let taken: Vec<&str> = own().map(|cluster| cluster.title.as_str()).collect();
        let centres: Vec<Array1<f64>> = open.iter().map(|cluster| wide(&cluster.centre)).collect();
        let mut grown = Grown::default();
        if open.is_empty() {
            grown.define(theme, next, &grouped(&theme.records, sizes)?, &taken, titler);
            return Ok(grown);
        }
        let near = |record: &Placed<'_>| nearest(record.place.view(), &centres);
        let at_home = |record: &&Placed<'_>| {
            let (at, far) = near(record);
            is_home(open[at], far)
        };
        let (home, strangers): (Vec<&Placed<'_>>, Vec<&Placed<'_>>) =
            theme.records.iter().partition(|record| at_home(record));
        let usual = open.iter().map(|cluster| cluster.radius).fold(0.0, f32::max);
        let (groups, homeless) = proposals(&strangers, sizes, usual)?;
        for record in home.into_iter().chain(homeless) {
            grown.placements.push((record.id, open[near(record).0].number));
            grown.joined.push(record.id);
        }
        grown.define(theme, next, &groups, &taken, titler);
        Ok(grown)
    }
}

impl Grown {
    /// Makes clusters of groups of records, numbered from `next`.
    fn define(
        &mut self,
        theme: &Theme<'_>,
        next: u16,
        groups: &[Vec<&Placed<'_>>],
        taken: &[&str],
        titler: &Titler<'_>,
    ) {
        let mut titles: BTreeSet<String> = taken.iter().map(|title| (*title).to_owned()).collect();
        let subjects = group_topics(groups);
        for (rank, (group, topic)) in groups.iter().zip(subjects).enumerate() {
            let number = ClusterNumber { theme: theme.number, cluster: next + rank as u16 };
            let facts: Vec<&TitleFacts> = group.iter().map(|record| record.facts).collect();
            let named = match topic {
                Some(topic) => titler.by_topic(&facts, (&topic, None), &theme.issues, &titles),
                None => titler.name(&facts, &issues()[usual_issue(group)].name, &titles),
            };
            titles.insert(named.title.clone());
            self.add(number, group, named, &theme.issues);
        }
    }

    /// Adds a cluster of records.
    pub(super) fn add(&mut self, number: ClusterNumber, group: &[&Placed<'_>], named: Named, issues: &[u16]) {
        let centre = mean(group.iter().map(|record| record.place));
        self.placements.extend(group.iter().map(|record| (record.id, number)));
        self.clusters.push(ClusterDefinition {
            number,
            title: named.title,
            key_phrases: named.key_phrases,
            subject: named.subject,
            issues: issues.to_vec(),
            radius: radius(group, &centre),
            centre: centre.iter().map(|value| *value as f32).collect(),
        });
    }

    /// Puts the records of an ask into a cluster that stands.
    pub(super) fn join(&mut self, ask: &TopicAsk<'_>, number: ClusterNumber) {
        self.placements.extend(ask.members.iter().map(|member| (member.id, number)));
        self.joined.extend(ask.members.iter().map(|member| member.id));
    }
}

/// How clusters hang together: joins of their centres, nearest first.
#[must_use]
pub fn joined_centres(clusters: &[&ClusterDefinition]) -> Vec<Join> {
    joined(&clusters.iter().map(|cluster| wide(&cluster.centre)).collect::<Vec<_>>())
}

pub(super) fn wide(centre: &[f32]) -> Array1<f64> {
    centre.iter().map(|value| f64::from(*value)).collect()
}

/// Whether a record at that distance belongs; clusters of older versions take everything.
fn is_home(cluster: &ClusterDefinition, distance: f64) -> bool {
    cluster.radius == 0.0 || distance <= f64::from(cluster.radius)
}

/// Groups of records whose asks stand together.
fn grouped<'a>(records: &[&'a Placed<'a>], sizes: Sizes) -> Result<Vec<Vec<&'a Placed<'a>>>, AnalysisError> {
    let members = by_ask(records);
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<Array1<f64>> = members.iter().map(|list| mean(list.iter().map(|r| r.place))).collect();
    let views: Vec<&Array1<f64>> = places.iter().collect();
    let mut by_issue: BTreeMap<usize, usize> = BTreeMap::new();
    members.iter().for_each(|list| *by_issue.entry(list[0].issue).or_default() += 1);
    let subjects = by_issue.values().filter(|asks| **asks >= LEAST_PROPOSED).count();
    let groups = parted(&views, sizes.cut(places.len(), subjects))?;
    Ok(groups.into_iter().map(|group| group.into_iter().flat_map(|at| members[at].clone()).collect()).collect())
}

/// Fewest records that make a proposal beside older clusters.
const LEAST_PROPOSED: usize = 3;

/// Records that are at home nowhere: groups close enough to be clusters of their own, and the rest.
type Proposals<'a> = (Vec<Vec<&'a Placed<'a>>>, Vec<&'a Placed<'a>>);

fn proposals<'a>(strangers: &[&'a Placed<'a>], sizes: Sizes, usual: f32) -> Result<Proposals<'a>, AnalysisError> {
    let is_close = |group: &Vec<&Placed<'_>>| {
        group.len() >= LEAST_PROPOSED && radius(group, &mean(group.iter().map(|r| r.place))) <= usual
    };
    let (close, rest): (Vec<_>, Vec<_>) = grouped(strangers, sizes)?.into_iter().partition(is_close);
    Ok((close, rest.into_iter().flatten().collect()))
}

/// Share of the members that lie within the radius before it is widened.
const WITHIN: f64 = 0.95;
/// How much wider than its members a cluster's home is.
const MARGIN: f64 = 1.25;

/// The distance within which records are at home.
fn radius(group: &[&Placed<'_>], centre: &Array1<f64>) -> f32 {
    let one = std::slice::from_ref(centre);
    let mut distances: Vec<f64> = group.iter().map(|record| nearest(record.place.view(), one).1).collect();
    distances.sort_by(f64::total_cmp);
    let at = ((distances.len() as f64 * WITHIN) as usize).min(distances.len().saturating_sub(1));
    // A single text, or many of the same words, still has neighbours.
    (distances[at] * MARGIN).max(NARROWEST) as f32
}

/// Least radius: about the distance of two texts of one subject.
const NARROWEST: f64 = 0.8;

#[cfg(test)]
mod tests {
    use super::{Sizes, few};

    #[test]
    fn themes_of_a_state_are_cut_to_sizes_and_those_of_the_world_to_few() {
        assert_eq!(Sizes::Between(3, 30).cut(24, 1).wanted, 2);
        assert_eq!(Sizes::Between(3, 30).cut(2, 1).wanted, 1);
        assert_eq!(few(3), 1);
        assert_eq!(few(60), 3);
        assert!((3..=8).contains(&few(6_000)));
    }
}
