//! Titles as a person would write them: "Ratification of the Optional Protocol to CEDAW", "Domestic
//! violence and shelters".
//!
//! Where most texts name one or two instruments, the title is the act asked and their names; elsewhere
//! it is the one or two terms of the field that set the cluster apart. Both have forms in six
//! languages. Where there is neither, key phrases stand in.

use std::collections::BTreeSet;

use super::nouns::family_noun;
use super::phrases::{KeyPhrase, key_phrases, repeats};
use super::themes::theme_title;
use super::title_facts::{MOST_AGREE, TitleFacts, subject};
use super::title_terms::{GENERAL, terms};
use super::title_words::{capitalised, cased, instrument_title, term_title, with_instruments};
use super::topic_titles::{mixed_title, topic_title};
use crate::analysis::features::FeatureSpace;
use crate::domain::vocabulary::fold;
use crate::domain::{ClusterSubject, ClusterTopic, Language, MostTopics};

/// A cluster, named.
pub(super) struct Named {
    pub(super) title: String,
    pub(super) key_phrases: Vec<String>,
    pub(super) subject: ClusterSubject,
}

/// Names clusters with the rarity of words in a feature space.
pub(super) struct Titler<'a> {
    space: &'a FeatureSpace,
}

impl<'a> Titler<'a> {
    pub(super) const fn new(space: &'a FeatureSpace) -> Self {
        Self { space }
    }

    /// Names a cluster of the issue `issue`, otherwise than those in `taken`.
    pub(super) fn name(&self, facts: &[&TitleFacts], issue: &str, taken: &BTreeSet<String>) -> Named {
        let texts: Vec<&str> = facts.iter().map(|f| f.words.as_str()).collect();
        let phrases = key_phrases(&texts, self.space);
        let mut subject = subject(facts);
        if subject.instruments.is_empty() {
            subject.terms = terms(self.space, facts, issue).into_iter().map(|term| term.english.clone()).collect();
        }
        let noun = family_noun(&facts.iter().map(|f| f.families).collect::<Vec<_>>(), 1.4 * MOST_AGREE);
        let title = match term_title(&subject.terms, Language::En) {
            _ if !subject.instruments.is_empty() => instrument_title(&subject, Language::En),
            Some(title) => match noun.filter(|noun| !repeats(&fold(noun), &fold(&title)) && subject.terms.len() == 1) {
                Some(noun) => format!("{noun}: {}", cased(&subject.terms[0])),
                None => title,
            },
            None => phrase_title(&phrases, issue),
        };
        let title = distinguished(title, &phrases, taken);
        Named { title, key_phrases: phrases.into_iter().map(|phrase| phrase.words).collect(), subject }
    }
}

impl Titler<'_> {
    /// Names a cluster of a topic, in a theme of those issues, or by what it is mostly about; instruments or a term tell
    /// it apart where another has its title.
    pub(super) fn by_topic(
        &self,
        facts: &[&TitleFacts],
        (topic, mostly): (&ClusterTopic, Option<MostTopics>),
        theme: &[u16],
        taken: &BTreeSet<String>,
    ) -> Named {
        let texts: Vec<&str> = facts.iter().map(|facts| facts.words.as_str()).collect();
        let key_phrases = key_phrases(&texts, self.space).into_iter().map(|phrase| phrase.words).collect();
        let mut subject = ClusterSubject { topic: Some(topic.clone()), mostly, ..subject(facts) };
        let theme = theme_title(theme, Language::En);
        let plain = match &subject.mostly {
            Some(mostly) => mixed_title(mostly, Language::En),
            None => topic_title(topic, Language::En, &theme),
        };
        let title =
            if taken.contains(&plain) { self.told_apart(&plain, facts, &theme, &mut subject, taken) } else { plain };
        Named { title, key_phrases, subject }
    }

    /// A title that another cluster has, with the instruments or the term that this one is about, or a number.
    fn told_apart(
        &self,
        plain: &str,
        facts: &[&TitleFacts],
        theme: &str,
        subject: &mut ClusterSubject,
        taken: &BTreeSet<String>,
    ) -> String {
        let named = with_instruments(plain, subject, Language::En).filter(|title| !taken.contains(title));
        if let Some(named) = named {
            subject.with_instruments = true;
            return named;
        }
        let terms = terms(self.space, facts, theme).into_iter().filter(|term| !repeats(&fold(plain), &term.folded));
        let told_apart = terms.map(|term| (term, format!("{plain} ({})", cased(term.name(Language::En)))));
        if let Some((term, own)) = told_apart.into_iter().find(|(_, title)| !taken.contains(title)) {
            subject.terms = vec![term.english.clone()];
            return own;
        }
        let numbered = (2..).map(|n| format!("{plain} ({n})")).find(|title| !taken.contains(title));
        numbered.unwrap_or_else(|| plain.to_owned())
    }
}

/// The kind of action and the key phrases; the issue where there are none of several words.
fn phrase_title(phrases: &[KeyPhrase], issue: &str) -> String {
    let several = || phrases.iter().filter(|p| p.words.contains(' ') && !GENERAL.contains(&p.words.as_str()));
    match several().find(|p| !repeats(&fold(issue), &p.words)).or_else(|| several().next()) {
        Some(phrase) => capitalised(cased(&phrase.words)),
        None => match phrases.iter().find(|p| !p.words.contains(' ') && !repeats(&fold(issue), &p.words)) {
            Some(phrase) if matches!(issue, "General" | "Other") => capitalised(cased(&phrase.words)),
            Some(phrase) => format!("{issue}: {}", cased(&phrase.words)),
            None => issue.to_owned(),
        },
    }
}

/// A title that another cluster of the theme has is told apart by a phrase of its own.
fn distinguished(title: String, phrases: &[KeyPhrase], taken: &BTreeSet<String>) -> String {
    if !taken.contains(&title) {
        return title;
    }
    let own = phrases.iter().filter(|phrase| !repeats(&fold(&title), &phrase.words));
    let other = own.map(|phrase| format!("{title}, {}", cased(&phrase.words))).find(|t| !taken.contains(t));
    other.unwrap_or_else(|| (2..).map(|n| format!("{title} ({n})")).find(|t| !taken.contains(t)).unwrap_or(title))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{TitleFacts, Titler};
    use crate::analysis::clusters::title_in;
    use crate::analysis::features::{FeatureSpace, tokens};
    use crate::domain::{ClusterDefinition, ClusterNumber, Language};
    use crate::text::{Reading, read};

    fn name(texts: &[&str]) -> super::Named {
        let readings: Vec<Reading> = texts.iter().map(|text| read(text, Language::En)).collect();
        let known: BTreeSet<String> = readings.iter().flat_map(tokens).collect();
        let space = FeatureSpace::new(known.into_iter().map(|token| (token, 1.0)).collect());
        let facts: Vec<TitleFacts> = readings.iter().map(TitleFacts::of).collect();
        Titler::new(&space).name(&facts.iter().collect::<Vec<_>>(), "Women's rights", &BTreeSet::new())
    }

    #[test]
    fn instruments_give_the_title_with_the_act_asked() {
        let named =
            name(&["Ratify the Optional Protocol to CEDAW", "Consider ratifying OP-CEDAW", "Ratify OP-CEDAW soon"]);
        assert_eq!(named.title, "Ratification of the Optional Protocol to CEDAW");
        let number = ClusterNumber { theme: 1, cluster: 1 };
        let cluster = ClusterDefinition {
            number,
            title: named.title,
            key_phrases: Vec::new(),
            centre: Vec::new(),
            issues: vec![0],
            subject: named.subject,
            radius: 1.0,
        };
        assert!(title_in(&cluster, Language::Fr, "Droits").starts_with("Ratification: "));
    }

    #[test]
    fn one_act_asked_of_many_instruments_gives_a_title_that_says_so() {
        let named = name(&[
            "Ratify OPCAT",
            "Ratify OP-CEDAW",
            "Accede to OP-ICESCR",
            "Ratify CED",
            "Ratify ICRMW",
            "Ratify the Rome Statute",
            "Consider ratifying OP-CEDAW",
        ]);
        assert_eq!(named.title, "Ratification of the Optional Protocol to CEDAW, the CED and others");
    }

    #[test]
    fn other_clusters_are_named_by_their_phrases() {
        let title = name(&[
            "Open shelters for victims of domestic violence",
            "Fund shelters where domestic violence is known",
            "Count domestic violence and open shelters",
        ])
        .title;
        assert_eq!(title, "Domestic violence");
    }
}
