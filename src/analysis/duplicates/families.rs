//! Families of action: what kind of measure a text asks for, told by its verbs and nouns.
//!
//! Two asks with the same object differ when one says "moratorium" and the other "prosecute".

use std::sync::LazyLock;

use crate::text::phrases::PhraseMatcher;

/// Families with the word heads that show them.
const FAMILIES: [(&str, &[&str]); 30] = [
    (
        "ratify",
        &[
            "ratif*",
            "accede*",
            "acceding",
            "accession",
            "become party",
            "become a party",
            "becoming a party",
            "becoming party",
            "adhere to the",
            "adhesion",
            "state party to",
            "be bound",
        ],
    ),
    ("sign", &["sign", "signing", "signature"]),
    ("implement", &["implement*", "incorporat*", "domesticat*", "full compliance", "comply", "transpos*"]),
    ("reservation", &["reservation*", "withdraw*"]),
    ("moratorium", &["moratori*", "suspend*", "halt*", "commut*"]),
    ("abolish", &["abolish*", "abolition*", "eliminate the death", "eliminating the death"]),
    ("establish", &["establish*", "set up", "creat*", "setting up", "found an"]),
    ("investigate", &["investigat*", "inquir*", "enquir*"]),
    (
        "prosecute",
        &[
            "prosecut*",
            "punish*",
            "bring to justice",
            "brought to justice",
            "perpetrators",
            "impunity",
            "accountab*",
            "sanction*",
        ],
    ),
    ("criminalise", &["criminali*", "prohibit*", "outlaw*", "ban", "banning"]),
    ("repeal", &["repeal*", "decriminali*", "abrogat*", "revok*"]),
    ("amend", &["amend*", "revis*", "reform*", "review*", "harmoni*", "bring its legislation", "in line with"]),
    (
        "adopt law",
        &[
            "adopt a law",
            "adopting a law",
            "adoption of a law",
            "enact*",
            "legislat*",
            "law",
            "laws",
            "bill",
            "promulgat*",
            "penal code",
            "criminal code",
        ],
    ),
    ("train", &["train*", "capacity building", "capacity-building"]),
    ("raise awareness", &["awareness*", "sensiti*", "campaign*"]),
    ("educate", &["education", "school*", "curricul*", "literacy"]),
    ("plan", &["plan", "plans", "strategy", "strategies", "programme*", "policy", "policies", "roadmap"]),
    ("collect data", &["data", "statistic*", "research", "study", "studies"]),
    ("invite", &["invit*", "visit*"]),
    ("report", &["report*", "submit*", "submission*"]),
    ("cooperate", &["cooperat*", "co operat*", "dialogue", "engag*"]),
    ("resources", &["resource*", "fund*", "budget*", "financ*", "allocat*"]),
    ("compensate", &["compensat*", "reparation*", "redress", "rehabilitat*", "remedy", "remedies"]),
    ("release", &["release*", "releasing"]),
    ("monitor", &["monitor*", "oversight", "mechanism*", "inspection*"]),
    ("protect", &["protect*", "shelter*", "safety", "security"]),
    ("access", &["access*", "services", "provid*"]),
    ("participate", &["participat*", "representation", "consult*"]),
    ("assist", &["technical assistance", "assistance", "international community"]),
    ("share", &["share", "sharing", "best practice*", "good practice*", "experience*"]),
];

static MATCHER: LazyLock<PhraseMatcher> = LazyLock::new(|| {
    PhraseMatcher::new(
        FAMILIES.iter().enumerate().flat_map(|(at, (_, heads))| heads.iter().map(move |head| (*head, at))),
    )
});

/// The families of a folded English text as a set of bits.
#[must_use]
pub fn families(english: &str) -> u32 {
    MATCHER.find(english).into_iter().fold(0, |set, hit| set | (1 << hit.value))
}

/// The bit of one family.
#[must_use]
pub fn bit(name: &str) -> u32 {
    FAMILIES.iter().position(|(family, _)| *family == name).map_or(0, |at| 1 << at)
}

/// Families that undo each other: who asks for the one alone does not ask for the other.
const OPPOSITE: [(&str, &str); 2] = [("criminalise", "repeal"), ("ratify", "reservation")];

/// Whether one set of families holds an act and the other alone the act that undoes it.
#[must_use]
pub(super) fn are_opposite(a: u32, b: u32) -> bool {
    OPPOSITE.iter().any(|(one, other)| {
        let pair = bit(one) | bit(other);
        a & pair != 0 && b & pair != 0 && a & b & pair == 0
    })
}

/// Nouns for families that say what a cluster is about.
const NOUNS: [(&str, &str); 12] = [
    ("moratorium", "Moratorium"),
    ("abolish", "Abolition"),
    ("criminalise", "Criminalization"),
    ("repeal", "Repeal"),
    ("investigate", "Investigation"),
    ("prosecute", "Accountability"),
    ("compensate", "Reparation"),
    ("train", "Training"),
    ("raise awareness", "Awareness-raising"),
    ("collect data", "Data"),
    ("release", "Release"),
    ("adopt law", "Legislation"),
];

/// The noun of the family that at least `share` of the texts have, the most frequent first.
#[must_use]
pub fn family_noun(texts: &[u32], share: f64) -> Option<&'static str> {
    let count = |family: &str| texts.iter().filter(|set| **set & bit(family) != 0).count();
    let mut best: Option<(usize, &'static str)> = None;
    for (family, noun) in NOUNS {
        let found = count(family);
        if found as f64 >= share * texts.len() as f64 && best.is_none_or(|(most, _)| found > most) {
            best = Some((found, noun));
        }
    }
    best.filter(|(found, _)| *found > 0).map(|(_, noun)| noun)
}

/// The names of a set of families.
#[must_use]
pub(super) fn names(set: u32) -> Vec<&'static str> {
    FAMILIES.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0).map(|(_, (name, _))| *name).collect()
}

#[cfg(test)]
mod tests {
    use super::{are_opposite, bit, families, names};

    #[test]
    fn a_moratorium_is_told_from_abolition() {
        assert_ne!(families("establish a moratorium on executions") & bit("moratorium"), 0);
        assert_eq!(names(families("abolish the death penalty")), ["abolish"]);
    }

    #[test]
    fn to_ban_and_to_lift_a_ban_are_opposite_and_to_review_one_is_not() {
        let (ban, lift) = (families("criminalise blasphemy"), families("decriminalise blasphemy"));
        assert!(are_opposite(ban, lift) && !are_opposite(ban, ban));
        assert!(!are_opposite(ban, families("repeal laws that criminalise blasphemy")), "both are named");
        assert!(are_opposite(families("ratify the covenant"), families("withdraw reservations to the covenant")));
    }
}
