//! Labelled texts and pairs, read and numbered: what models are fitted to and measured on.
//!
//! Labels are numbers of values in the vocabularies. Nothing here knows files or models.

use super::folds::is_held_out;
use crate::analysis::duplicates::AskRelation;
use crate::text::Reading;

/// A recommendation with the labels of UPR Info.
#[derive(Debug, Clone)]
pub(super) struct LabelledRecommendation {
    /// State under review, the unit of splitting.
    pub(super) state: String,
    /// The text, read.
    pub(super) reading: Reading,
    /// Issues by number.
    pub(super) issues: Vec<usize>,
    /// Action category less one, 0 to 4.
    pub(super) action: Option<usize>,
}

/// A text with its links.
#[derive(Debug, Clone)]
pub(super) struct LinkedText {
    /// State, or the text's own identifier where the State is not known.
    pub(super) state: String,
    /// The text, read.
    pub(super) reading: Reading,
    /// SDG targets by number.
    pub(super) sdg: Vec<usize>,
    /// Leading entity type by number.
    pub(super) lead: Option<usize>,
    /// Supporting entity types by number.
    pub(super) support: Vec<usize>,
    /// Groups of persons by number.
    pub(super) groups: Vec<usize>,
    /// What it serves.
    pub(super) serves: Serves,
}

/// A text with themes of OHCHR.
#[derive(Debug, Clone)]
pub(super) struct ThemedText {
    /// State, or the text's own identifier where the State is not known.
    pub(super) state: String,
    /// The text, read.
    pub(super) reading: Reading,
    /// Themes of the list in force by number.
    pub(super) themes: Vec<usize>,
}

/// Two texts and how their asks relate.
#[derive(Debug, Clone)]
pub(super) struct JudgedPair {
    /// State both are addressed to.
    pub(super) state: String,
    /// First text, read.
    pub(super) a: Reading,
    /// Second text, read.
    pub(super) b: Reading,
    /// The judgement.
    pub(super) relation: AskRelation,
    /// What it serves.
    pub(super) serves: Serves,
}

impl LinkedText {
    /// What two readers of one text say together; `None` where they would have another body lead. Values are those
    /// that both gave, or that either gave where they share none.
    pub(super) fn agreed([one, other]: &[Self; 2]) -> Option<Self> {
        let both = |a: &[usize], b: &[usize]| -> Vec<usize> {
            let shared: Vec<usize> = a.iter().copied().filter(|value| b.contains(value)).collect();
            if shared.is_empty() { a.iter().chain(b).copied().collect() } else { shared }
        };
        (one.lead == other.lead).then(|| Self {
            sdg: both(&one.sdg, &other.sdg),
            support: both(&one.support, &other.support),
            groups: both(&one.groups, &other.groups),
            ..one.clone()
        })
    }
}

/// What a judgement serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Serves {
    /// Models learn from it, and figures are taken on it where its State is held out.
    Measuring,
    /// It was made for training: models learn from it, and no figure is taken on it.
    Learning,
}

/// A text that stands for a goal, and for one of its targets where it is of one.
#[derive(Debug, Clone)]
pub(super) struct GoalText {
    /// The text, read.
    pub(super) reading: Reading,
    /// The goal less one.
    pub(super) goal: usize,
    /// The target by number.
    pub(super) target: Option<usize>,
    /// Whether it lists terms to search for, and says nothing itself.
    pub(super) is_query: bool,
}

/// Sets that models are measured on and never learnt from.
#[derive(Debug, Clone, Default)]
pub(super) struct MeasuredSets {
    /// Pairs alike in words that name different instruments.
    pub(super) hard_negatives: Vec<[Reading; 2]>,
    /// One recommendation as two sources have it.
    pub(super) two_sources: Vec<[Reading; 2]>,
    /// Texts of one review that differ in the recommending State alone.
    pub(super) identical: Vec<Vec<Reading>>,
    /// A text, a goal less one, and whether the text is about it.
    pub(super) goals: Vec<(Reading, usize, bool)>,
    /// A text in six languages, in the order of [`crate::domain::Language::ALL`], with its goals less one.
    pub(super) aligned: Vec<([Reading; 6], Vec<usize>)>,
}

/// Everything models are fitted to and measured on.
#[derive(Debug, Clone, Default)]
pub(super) struct TrainingData {
    /// Labelled recommendations.
    pub(super) recommendations: Vec<LabelledRecommendation>,
    /// Texts without labels, for the feature space.
    pub(super) unlabelled: Vec<Reading>,
    /// Linked texts.
    pub(super) links: Vec<LinkedText>,
    /// Texts with themes.
    pub(super) themes: Vec<ThemedText>,
    /// What goals and targets say of themselves and what is searched for them.
    pub(super) sdg_texts: Vec<GoalText>,
    /// Judged pairs.
    pub(super) pairs: Vec<JudgedPair>,
    /// Texts that two readers have linked, each for themselves; never learnt from.
    pub(super) tested_links: Vec<[LinkedText; 2]>,
    /// Texts that two readers have linked, as each gave it; figures are taken on those of States held out. What
    /// models learn from them stands among the linked texts.
    pub(super) twice_judged: Vec<[LinkedText; 2]>,
    /// Pairs that are never learnt from.
    pub(super) tested_pairs: Vec<JudgedPair>,
    /// Other sets that are never learnt from.
    pub(super) sets: MeasuredSets,
}

/// The data in two, by whole States.
pub(super) struct Split {
    /// What models are fitted to while they are measured.
    pub(super) kept: TrainingData,
    /// What they are measured on.
    pub(super) held_out: TrainingData,
}

impl TrainingData {
    /// The data without the States that are held out, and the data of those States.
    pub(super) fn split(self) -> Split {
        let (held_recommendations, recommendations) = parted(self.recommendations, |r| r.state.as_str());
        let (held_themes, themes) = parted(self.themes, |t| t.state.as_str());
        let (mut held_links, links) = parted(self.links, |l| l.state.as_str());
        let (mut held_pairs, pairs) = parted(self.pairs, |p| p.state.as_str());
        let (twice_judged, _) = parted(self.twice_judged, |[text, _]| text.state.as_str());
        held_links.retain(|link| link.serves == Serves::Measuring);
        held_pairs.retain(|pair| pair.serves == Serves::Measuring);
        let held_out = Self {
            recommendations: held_recommendations,
            themes: held_themes,
            links: held_links,
            pairs: held_pairs,
            tested_links: self.tested_links,
            twice_judged,
            tested_pairs: self.tested_pairs,
            sets: self.sets,
            ..Self::default()
        };
        let (unlabelled, sdg_texts) = (self.unlabelled, self.sdg_texts);
        let kept = Self { recommendations, themes, links, pairs, unlabelled, sdg_texts, ..Self::default() };
        Split { kept, held_out }
    }
}

/// Those of States held out, and the others.
fn parted<T>(all: Vec<T>, state: fn(&T) -> &str) -> (Vec<T>, Vec<T>) {
    all.into_iter().partition(|one| is_held_out(state(one)))
}

#[cfg(test)]
mod tests {
    use super::{JudgedPair, Serves, TrainingData, is_held_out};
    use crate::analysis::duplicates::AskRelation;
    use crate::domain::Language;
    use crate::text::read;

    #[test]
    fn what_was_judged_for_training_is_never_measured_on() {
        let held = (0..1_000).map(|number| format!("State {number}")).find(|state| is_held_out(state)).unwrap();
        let pair = |serves| JudgedPair {
            state: held.clone(),
            a: read("Build a harbour", Language::En),
            b: read("Build a pier", Language::En),
            relation: AskRelation::Overlap,
            serves,
        };
        let pairs = vec![pair(Serves::Measuring), pair(Serves::Learning)];
        let split = TrainingData { pairs, ..TrainingData::default() }.split();
        assert_eq!(split.held_out.pairs.len(), 1);
        assert!(split.kept.pairs.is_empty(), "nor is it learnt from while its State is held out");
    }
}
