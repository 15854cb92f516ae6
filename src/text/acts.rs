//! What a text asks of each instrument it names.
//!
//! The nearest words of asking before the name say the act ("ratify CAT and the Rome Statute": both);
//! without any before it, the nearest ones shortly after it do.

use std::sync::LazyLock;

use crate::domain::Language;
use crate::domain::vocabulary::acts;

use super::instruments::Mention;
use super::phrases::{Hit, PhraseMatcher};

/// How far behind a name its act may stand, in bytes.
const BEHIND: usize = 80;

static MATCHERS: LazyLock<[PhraseMatcher; 6]> = LazyLock::new(|| {
    Language::ALL.map(|language| {
        let phrases = acts().iter().enumerate();
        PhraseMatcher::new(
            phrases.flat_map(|(at, act)| act.phrases[language.index()].iter().map(move |p| (p.as_str(), at))),
        )
    })
});

/// The code of the act asked of an instrument that `folded` names; `None` without a word of asking.
#[must_use]
pub fn act_of(folded: &str, mention: &Mention, language: Language) -> Option<&'static str> {
    let start = mention.start;
    let end = start + mention.words.len();
    let hits = MATCHERS[language.index()].find(folded);
    let outside: Vec<&Hit> = hits.iter().filter(|hit| hit.end <= start || hit.start >= end).collect();
    let before = outside.iter().rev().find(|hit| hit.end <= start);
    let after = outside.iter().find(|hit| hit.start >= end && hit.start - end <= BEHIND);
    before.or(after).map(|hit| acts()[hit.value].code.as_str())
}

#[cfg(test)]
mod tests {
    use super::act_of;
    use crate::domain::Language;
    use crate::domain::vocabulary::fold;
    use crate::text::instruments::instruments;

    #[test]
    fn the_nearest_word_of_asking_tells_the_act() {
        let acts = |text: &str, language| -> Vec<Option<&str>> {
            instruments(text, None).iter().map(|mention| act_of(&fold(text), mention, language)).collect()
        };
        assert_eq!(acts("Ratify CAT and the Rome Statute", Language::En), [Some("ratify"), Some("ratify")]);
        assert_eq!(acts("Withdraw its reservations to CEDAW", Language::En), [Some("withdraw_reservation")]);
        assert_eq!(acts("Ratifier la Convention contre la torture", Language::Fr), [Some("ratify")]);
        let behind = "Strengthen education policy; implement and report on CAT";
        assert_eq!(acts(behind, Language::En), [Some("report")], "no word inside another is taken for the name");
        assert_eq!(acts("Bring its laws in line with the CRPD", Language::En), [Some("implement")]);
    }
}
