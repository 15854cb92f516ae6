//! What clusters are worth: against issues that people gave, and once more texts arrive.

use std::collections::{BTreeMap, BTreeSet};

use ndarray::Array1;
use rayon::prelude::*;

use super::agreement::{adjusted_mutual_information, adjusted_rand};
use crate::analysis::clusters::{ClusterSet, Granularity, People, Placed, TitleFacts, place};
use crate::analysis::main_issue;
use crate::analysis::models::{Figure, Models};
use crate::analysis::tagging::tag;
use crate::domain::{ClusterNumber, RecordId};
use crate::text::Reading;
use crate::training::TrainingError;
use crate::training::sets::LabelledRecommendation;

/// Every so-manieth text arrives later when stability is measured: a tenth.
const LATER: usize = 10;

/// Clusters over all texts against the issue of those that have one, and what becomes of them when a
/// tenth of the texts arrives later.
///
/// # Errors
/// When a fit fails.
pub(super) fn clusters(models: &Models, texts: &[LabelledRecommendation]) -> Result<Vec<Figure>, TrainingError> {
    let places: Vec<TextPlace> = texts.par_iter().map(|text| TextPlace::of(models, &text.reading)).collect();
    let clustering = Clustering { models, places: &places };
    let mut figures = clustering.against_issues(texts)?;
    figures.push(clustering.once_more_arrive()?);
    Ok(figures)
}

/// Where a text stands.
struct TextPlace {
    issue: usize,
    sure: f32,
    topics: Vec<(u16, f32)>,
    place: Array1<f64>,
    facts: TitleFacts,
}

impl TextPlace {
    fn of(models: &Models, reading: &Reading) -> Self {
        let tagged = tag(models.taggers(), reading);
        let place = place(models, &tagged.vector, &tagged.issue_scores);
        let issue = main_issue(reading, &tagged);
        let sure = tagged.issues.get(issue).copied().unwrap_or(0.0);
        let topics = tagged.topics.iter().map(|found| (found.topic as u16, found.score)).collect();
        Self { issue, sure, topics, place, facts: TitleFacts::of(reading) }
    }
}

/// Texts to be clustered, each an ask of its own.
struct Clustering<'a> {
    models: &'a Models,
    places: &'a [TextPlace],
}

impl Clustering<'_> {
    fn grow(&self, set: &mut ClusterSet, texts: &[usize]) -> Result<(), TrainingError> {
        let placed = |at: &usize| {
            let (id, TextPlace { issue, sure, topics, place, facts }) = (RecordId(*at as u64), &self.places[*at]);
            Placed { id, ask: id, home: None, issue: *issue, sure: *sure, topics, place, facts }
        };
        let records: Vec<Placed<'_>> = texts.iter().map(placed).collect();
        let space = &self.models.space.features;
        let people = People { locked: &BTreeSet::new(), decided: &BTreeMap::new() };
        Ok(set.grow(&records, people, Granularity::for_states(2), space)?)
    }

    /// Themes and clusters against the issue of texts that have one alone.
    fn against_issues(&self, texts: &[LabelledRecommendation]) -> Result<Vec<Figure>, TrainingError> {
        let mut set = ClusterSet::default();
        self.grow(&mut set, &(0..texts.len()).collect::<Vec<_>>())?;
        let single: Vec<usize> = (0..texts.len()).filter(|at| texts[*at].issues.len() == 1).collect();
        let truth: Vec<usize> = single.iter().map(|at| texts[*at].issues[0]).collect();
        let themes: Vec<usize> = single.iter().map(|at| usize::from(number(&set, *at).theme)).collect();
        let clusters: Vec<usize> = single.iter().map(|at| code(number(&set, *at))).collect();
        let against =
            |name: &str, parts: &[usize]| Figure::new(name, adjusted_mutual_information(&truth, parts), single.len());
        Ok(vec![
            against("themes against single issues, AMI", &themes),
            against("clusters against single issues, AMI", &clusters),
            Figure::new("clusters there are", set.clusters.len() as f64, texts.len()),
        ])
    }

    /// How far the clusters of nine tenths stay when the last tenth arrives.
    fn once_more_arrive(&self) -> Result<Figure, TrainingError> {
        let (old, new): (Vec<usize>, Vec<usize>) = (0..self.places.len()).partition(|at| at % LATER != 0);
        let mut set = ClusterSet::default();
        let clusters = |set: &ClusterSet| old.iter().map(|at| code(number(set, *at))).collect::<Vec<usize>>();
        self.grow(&mut set, &old)?;
        let before = clusters(&set);
        self.grow(&mut set, &new)?;
        let after = clusters(&set);
        let name = "old records' clusters once a tenth is added, Rand";
        Ok(Figure::new(name, adjusted_rand(&before, &after), old.len()))
    }
}

fn number(set: &ClusterSet, at: usize) -> ClusterNumber {
    set.placements[&RecordId(at as u64)]
}

fn code(number: ClusterNumber) -> usize {
    usize::from(number.theme) << 16 | usize::from(number.cluster)
}
