//! What the cards say of each model.

use crate::analysis::models::NAMES;
use crate::training::cards::About;
use crate::training::sets::TrainingData;

const SPLIT: &str = "figures: whole States held out (about one in five) while a model of the same kind was fitted to the others; the file in the program is fitted to all, one trained with --without-held-out to the others only. Cue words of SDG targets, groups and entities were chosen by reading the linked texts, so the figures of links are somewhat flattering. Pairs are compared by answers of the link models, which have seen some of the texts of the pairs that the pair model is fitted to; of the pairs it is measured on they have seen none of the held-out States";

fn about(name: &'static str, purpose: &'static str, count: usize, method: &'static str) -> About {
    let data = format!(
        "{count} texts or pairs; public recommendations of the UPR and treaty bodies with labels of UPR Info and labels made for Weft"
    );
    About { name, purpose, data, split: SPLIT.to_owned(), method }
}

pub(super) fn space(data: &TrainingData) -> About {
    about(
        NAMES[0],
        "Turns texts into weighted words and into few dimensions.",
        data.recommendations.len() + data.unlabelled.len() + data.sdg_texts.len(),
        "TF-IDF of words, stems, pairs of both, openings and names, each kind scaled by itself; randomised singular value decomposition of words and pairs",
    )
}

pub(super) fn issues(data: &TrainingData) -> About {
    about(
        NAMES[1],
        "Gives the issues of UPR Info (54, several to a text).",
        data.recommendations.len(),
        "Linear support vector machines, one against the rest, over words weighed by naive Bayes, calibrated on unseen States",
    )
}

pub(super) fn action(data: &TrainingData) -> About {
    about(
        NAMES[2],
        "Gives the action category of UPR Info (1 to 5).",
        data.recommendations.iter().filter(|r| r.action.is_some()).count(),
        "Linear support vector machines over words and opening verbs",
    )
}

pub(super) fn links(data: &TrainingData) -> About {
    let about = about(
        NAMES[3],
        "Gives SDG targets, types of leading and supporting entities, groups of persons and themes.",
        data.links.len(),
        "Linear support vector machines over words, issue probabilities and named facts, weighed by naive Bayes (leads are not); English texts that ask nothing also by cosine to the goals' own texts",
    );
    let readers = format!(
        "; {} texts were read twice by a language model, each time without the other reading: those with one lead are among them",
        data.twice_judged.len()
    );
    About { data: about.data + &readers, ..about }
}

pub(super) fn topics(data: &TrainingData) -> About {
    about(
        NAMES[5],
        "Weighs the cues of topics by their rarity.",
        data.recommendations.len(),
        "Counts of texts that show a cue; a cue weighs ln((n + 1) / (df + 1.5)). The cues were chosen by reading texts of States that are not held out",
    )
}

pub(super) fn pairs(data: &TrainingData) -> About {
    about(
        NAMES[4],
        "Tells same, overlapping and different asks apart.",
        data.pairs.len(),
        "Mean of multinomial logistic regression and gradient-boosted trees over named features, under a rule for treaties, groups and opposite acts",
    )
}
