//! The row of numbers that tells whether two recommendations ask the same.

use super::concept_features::ConceptFeatures;
use super::named_features::flag;
use super::pair_concepts::{ConceptStanding, Rarity, standings};
use super::profile::Profile;
use super::profile_features::{ProfileFeatures, TagFeatures};
use crate::domain::vocabulary::{ActionFamilies, ActionFamily};

/// The row of numbers that the pair model is fitted to, always in one order; `rarity` is that of concepts.
#[must_use]
pub fn pair_features(a: &Profile, b: &Profile, rarity: &Rarity) -> Vec<f64> {
    PairFeatures::of(a, b, rarity).numbers()
}

/// Every concept of a pair with its standing; concepts are named by their hash.
#[must_use]
pub fn pair_standings(a: &Profile, b: &Profile) -> Vec<(ConceptStanding, u32)> {
    standings(&a.ask, &b.ask)
}

/// The features of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
struct PairFeatures {
    profiles: ProfileFeatures,
    tags: TagFeatures,
    /// Families of action that one of the two has alone.
    in_one: ActionFamilies,
    /// Families of action that both have.
    in_both: ActionFamilies,
    concepts: ConceptFeatures,
}

impl PairFeatures {
    /// The features of two profiles; `rarity` is that of concepts.
    fn of(a: &Profile, b: &Profile, rarity: &Rarity) -> Self {
        Self {
            profiles: ProfileFeatures::of(a, b),
            tags: TagFeatures::of(a, b),
            in_one: a.families ^ b.families,
            in_both: a.families & b.families,
            concepts: ConceptFeatures::of(&a.ask, &b.ask, rarity),
        }
    }

    /// The row that models are fitted to: profiles, tags, each family in one and in both, concepts.
    fn numbers(&self) -> Vec<f64> {
        let of_families = |set: ActionFamilies| ActionFamily::ALL.iter().map(move |family| flag(set.contains(*family)));
        let mut row = Vec::with_capacity(
            ProfileFeatures::NAMES.len()
                + TagFeatures::NAMES.len()
                + 2 * ActionFamily::ALL.len()
                + ConceptFeatures::NAMES.len(),
        );
        row.extend(self.profiles.numbers());
        row.extend(self.tags.numbers());
        row.extend(of_families(self.in_one));
        row.extend(of_families(self.in_both));
        row.extend(self.concepts.numbers());
        row
    }
}

#[cfg(test)]
mod tests {
    use super::{ActionFamilies, ActionFamily, ConceptFeatures, PairFeatures, ProfileFeatures, Rarity, TagFeatures};
    use crate::analysis::duplicates::pair_concepts::AskConcepts;
    use crate::analysis::duplicates::profile::Profile;
    use crate::analysis::features::SparseVector;
    use crate::domain::RecordId;
    use crate::text::opposites::Stance;

    #[rustfmt::skip]
    const PROFILE: [&str; 30] = [
        "likeness", "stem_likeness", "shorter_shared", "longer_shared", "word_likeness",
        "treaties_equal", "treaties_disjoint", "treaties_partly", "treaties_in_one", "treaties_in_none",
        "groups_equal", "groups_disjoint", "groups_partly", "groups_in_one",
        "families_shared", "families_contained", "same_category",
        "both_ratify", "one_ratifies", "one_suspends", "one_abolishes", "one_prosecutes", "one_reports",
        "one_invites", "issue_likeness", "same_first_issue", "length_likeness", "shorter_length",
        "other_numbers", "ratifying_likeness",
    ];
    const TAGS: [&str; 4] = ["sdg_targets", "lead", "support", "action"];
    #[rustfmt::skip]
    const CONCEPTS: [&str; 21] = [
        "main_in_text_less", "main_in_text_more", "main_in_main_less", "main_in_main_more",
        "text_in_text_less", "text_in_text_more", "text_in_text_product",
        "rarest_lacking_more", "rarest_lacking_less", "lacking_more", "lacking_less",
        "unnamed_instruments_in_one", "unnamed_instruments_in_both", "accreditation_in_one",
        "joins_apart", "main_lengths_apart", "shorter_main", "nothing_left_over",
        "shared_rarity", "shared_count", "equal_mains",
    ];

    fn profile(families: ActionFamilies) -> Profile {
        Profile {
            id: RecordId(1),
            whole: 0,
            core: String::new(),
            words: Vec::new(),
            stems: Vec::new(),
            treaties: Vec::new(),
            groups: Vec::new(),
            numbers: Vec::new(),
            families,
            category: 0,
            plain: SparseVector::default(),
            issues: Vec::new(),
            meant: Vec::new(),
            ask: AskConcepts::default(),
            stance: Stance::default(),
            conjuncts: Vec::new(),
            tags: Vec::new(),
        }
    }

    #[test]
    fn features_have_the_order_that_the_models_in_the_program_were_fitted_to() {
        assert_eq!(ProfileFeatures::NAMES, PROFILE);
        assert_eq!(TagFeatures::NAMES, TAGS);
        assert_eq!(ConceptFeatures::NAMES, CONCEPTS);
    }

    #[test]
    fn a_row_holds_profiles_then_tags_then_families_in_one_and_in_both_then_concepts() {
        let ratify = ActionFamilies::of(ActionFamily::Ratify);
        let more = ratify | ActionFamilies::of(ActionFamily::Share);
        let row = PairFeatures::of(&profile(ratify), &profile(more), &Rarity::default()).numbers();
        assert_eq!(row.len(), 30 + 4 + 30 + 30 + 21);
        let (both_ratify, share_in_one, ratify_in_both, equal_mains) = (17, 34 + 29, 64, 114);
        for at in [both_ratify, share_in_one, ratify_in_both, equal_mains] {
            assert!((row[at] - 1.0).abs() < 1e-9, "{at}: {row:?}");
        }
        assert_eq!(row[34..94].iter().sum::<f64>(), 2.0, "no other family");
    }
}
