//! Nouns for families of action, that say what a cluster is about.

use crate::domain::vocabulary::{ActionFamilies, ActionFamily};

/// Families with a noun that makes a title; of two that are equally frequent the first is taken.
const NOUNS: [(ActionFamily, &str); 12] = [
    (ActionFamily::Moratorium, "Moratorium"),
    (ActionFamily::Abolish, "Abolition"),
    (ActionFamily::Criminalise, "Criminalization"),
    (ActionFamily::Repeal, "Repeal"),
    (ActionFamily::Investigate, "Investigation"),
    (ActionFamily::Prosecute, "Accountability"),
    (ActionFamily::Compensate, "Reparation"),
    (ActionFamily::Train, "Training"),
    (ActionFamily::RaiseAwareness, "Awareness-raising"),
    (ActionFamily::CollectData, "Data"),
    (ActionFamily::Release, "Release"),
    (ActionFamily::AdoptLaw, "Legislation"),
];

/// The noun of the family that at least `share` of the texts have, the most frequent first.
#[must_use]
pub(super) fn family_noun(texts: &[ActionFamilies], share: f64) -> Option<&'static str> {
    let mut best: Option<(usize, &'static str)> = None;
    for (family, noun) in NOUNS {
        let found = texts.iter().filter(|set| set.contains(family)).count();
        if found as f64 >= share * texts.len() as f64 && best.is_none_or(|(most, _)| found > most) {
            best = Some((found, noun));
        }
    }
    best.filter(|(found, _)| *found > 0).map(|(_, noun)| noun)
}

#[cfg(test)]
mod tests {
    use super::family_noun;
    use crate::domain::vocabulary::{ActionFamilies, ActionFamily};

    #[test]
    fn the_family_of_most_texts_gives_the_noun_and_a_rare_one_none() {
        let (train, share) = (ActionFamilies::of(ActionFamily::Train), ActionFamilies::of(ActionFamily::Share));
        assert_eq!(family_noun(&[train, train | share, train], 0.7), Some("Training"));
        assert_eq!(family_noun(&[train, share, share], 0.7), None, "one text of three, and a family without a noun");
        assert_eq!(family_noun(&[], 0.7), None);
    }
}
