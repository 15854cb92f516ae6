//! Links as the program gives them, against those that one person, or two, have given.

use rayon::prelude::*;

use super::counts::{Labels, accuracy, label_figures, micro_figure};
use crate::analysis::links::goals_of;
use crate::analysis::models::{Figure, Models};
use crate::analysis::tagging::tag;
use crate::domain::TagKind;
use crate::domain::vocabulary::{value_number, values};
use crate::text::Reading;
use crate::training::sets::LinkedText;

/// How many goals there are.
const GOALS: usize = 17;

/// Links that the program gives a text, by number.
struct GivenLinks {
    sdg: Vec<usize>,
    lead: Option<usize>,
    /// Whether no other lead is nearly as likely.
    is_sure: bool,
    support: Vec<usize>,
    groups: Vec<usize>,
}

impl GivenLinks {
    fn of(models: &Models, reading: &Reading) -> Self {
        let tagged = tag(models.taggers(), reading);
        Self {
            sdg: tagged.of(TagKind::SdgTarget),
            lead: tagged.of(TagKind::Lead).first().copied(),
            is_sure: tagged.tags.iter().any(|tag| tag.kind == TagKind::Lead && tag.rival.is_none()),
            support: tagged.of(TagKind::Support),
            groups: tagged.of(TagKind::Group),
        }
    }
}

/// Links of texts that one person has linked.
pub(super) fn links(models: &Models, texts: &[LinkedText]) -> Vec<Figure> {
    let all: Vec<GivenLinks> = texts.par_iter().map(|text| GivenLinks::of(models, &text.reading)).collect();
    let sets = |of: fn(&GivenLinks) -> Vec<usize>, truth: fn(&LinkedText) -> Vec<usize>| -> Vec<Labels> {
        all.iter().zip(texts).map(|(given, text)| (of(given), truth(text))).collect()
    };
    let micro = |name: &str, kind: TagKind, sets: &[Labels]| micro_figure(name, values(kind).len(), sets);
    let targets = sets(|given| given.sdg.clone(), |text| text.sdg.clone());
    let mut figures = label_figures("SDG target", values(TagKind::SdgTarget).len(), &targets).to_vec();
    let goals = sets(|given| goals_of(&given.sdg), |text| goals_of(&text.sdg));
    figures.push(micro_figure("SDG goal", GOALS, &goals));
    let leads: Vec<Option<bool>> = all.iter().zip(texts).filter_map(|(given, text)| lead(given, text)).collect();
    figures.extend(lead_figures("", &leads));
    let sure = all.iter().zip(texts).filter(|(given, _)| given.is_sure);
    let sure: Vec<bool> = sure.filter_map(|(given, text)| lead(given, text).flatten()).collect();
    figures.push(accuracy("lead entity precision where it is sure", &sure));
    let support = sets(|given| given.support.clone(), |text| text.support.clone());
    figures.push(micro("supporting entities", TagKind::Support, &support));
    let groups = sets(|given| given.groups.clone(), |text| text.groups.clone());
    figures.push(micro("groups", TagKind::Group, &groups));
    let named: Vec<Labels> = texts.iter().map(|text| (groups_named(&text.reading), text.groups.clone())).collect();
    figures.push(micro("groups by words alone", TagKind::Group, &named));
    figures
}

/// Whether the given lead is right, if one is given; `None` if the text has no lead.
fn lead(given: &GivenLinks, text: &LinkedText) -> Option<Option<bool>> {
    let truth = text.lead?;
    Some(given.lead.map(|lead| lead == truth))
}

/// Leads over all texts, and over those that are given one.
fn lead_figures(readers: &str, leads: &[Option<bool>]) -> [Figure; 2] {
    let all: Vec<bool> = leads.iter().map(|right| right.unwrap_or(false)).collect();
    let given: Vec<bool> = leads.iter().copied().flatten().collect();
    [
        accuracy(&format!("lead entity accuracy{readers}"), &all),
        accuracy(&format!("lead entity precision where one is given{readers}"), &given),
    ]
}

/// The groups whose names stand in a text.
fn groups_named(reading: &Reading) -> Vec<usize> {
    reading.groups.iter().filter_map(|g| value_number(TagKind::Group, g.code)).map(usize::from).collect()
}

/// Links of texts that two readers have linked: precision against what either gave, recall against
/// what both gave, and F1 of the two; a lead is right where either reader gave it. `which` tells the texts from
/// others on the card.
pub(super) fn twice_linked(models: &Models, texts: &[[LinkedText; 2]], which: &str) -> Vec<Figure> {
    let all: Vec<GivenLinks> = texts.par_iter().map(|[text, _]| GivenLinks::of(models, &text.reading)).collect();
    let figure = |name: &str, of: fn(&GivenLinks) -> Vec<usize>, truth: fn(&LinkedText) -> Vec<usize>| {
        let sets = all.iter().zip(texts).map(|(given, [a, b])| (of(given), truth(a), truth(b)));
        Figure::new(&format!("{name} F1, {which}"), two_readers(sets), texts.len())
    };
    let mut figures = vec![
        figure("SDG target", |given| given.sdg.clone(), |text| text.sdg.clone()),
        figure("SDG goal", |given| goals_of(&given.sdg), |text| goals_of(&text.sdg)),
        figure("supporting entities", |given| given.support.clone(), |text| text.support.clone()),
        figure("groups", |given| given.groups.clone(), |text| text.groups.clone()),
    ];
    let lead = |(given, [a, b]): (&GivenLinks, &[LinkedText; 2])| {
        given.lead.map(|lead| a.lead == Some(lead) || b.lead == Some(lead))
    };
    let leads: Vec<Option<bool>> = all.iter().zip(texts).map(lead).collect();
    figures.extend(lead_figures(&format!(", {which}"), &leads));
    let sure = all.iter().zip(&leads).filter(|(given, _)| given.is_sure);
    let sure: Vec<bool> = sure.filter_map(|(_, right)| *right).collect();
    figures.push(accuracy(&format!("lead entity precision where it is sure, {which}"), &sure));
    figures
}

fn two_readers(sets: impl Iterator<Item = (Vec<usize>, Vec<usize>, Vec<usize>)>) -> f64 {
    let (mut hits, mut given_all, mut found, mut agreed) = (0usize, 0usize, 0usize, 0usize);
    for (given, a, b) in sets {
        let both: Vec<usize> = a.iter().copied().filter(|label| b.contains(label)).collect();
        hits += given.iter().filter(|label| a.contains(label) || b.contains(label)).count();
        given_all += given.len();
        found += both.iter().filter(|label| given.contains(label)).count();
        agreed += both.len();
    }
    let (precision, recall) = (hits as f64 / given_all.max(1) as f64, found as f64 / agreed.max(1) as f64);
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::two_readers;

    #[test]
    fn precision_is_against_what_either_gave_and_recall_against_what_both_gave() {
        let sets = [(vec![1, 2], vec![1, 3], vec![1]), (vec![4], vec![5], vec![4, 6])];
        // Two of three given are some reader's, the one that both gave is found.
        assert!((two_readers(sets.into_iter()) - 0.8).abs() < 1e-9);
    }
}
