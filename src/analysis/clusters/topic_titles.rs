//! Titles by topic, in six languages: what a plan can print, never a phrase out of the texts.

use std::sync::LazyLock;

use crate::domain::vocabulary::{ActionFamily, Names, Table, action_families, topic_groups, topics};
use crate::domain::{ClusterTopic, Language, MostTopics};

/// Words that tell what is left from what has a name.
static WORDS: LazyLock<Vec<(String, Names)>> = LazyLock::new(|| {
    let table = Table::embedded("cluster_words", include_str!("../../../corpora/reference/cluster_words.csv"));
    table.rows().map(|row| (row.cell("code").to_owned(), row.by_language("name"))).collect()
});

/// The title of a cluster of a topic; `theme` is that of its theme in the same language.
#[must_use]
pub(super) fn topic_title(topic: &ClusterTopic, language: Language, theme: &str) -> String {
    match topic {
        ClusterTopic::Whole { topic } => whole_topic_title(topic, language).to_owned(),
        ClusterTopic::Part { topic, family } => {
            format!("{}: {}", whole_topic_title(topic, language), measure(family, language))
        }
        ClusterTopic::OtherMeasures { topic } => {
            format!("{}: {}", whole_topic_title(topic, language), word("other_measures", language))
        }
        ClusterTopic::Two { topics: [one, two] } => {
            [one, two].map(|topic| whole_topic_title(topic, language)).join(between(language))
        }
        ClusterTopic::Group { group } => group_title(group, language).to_owned(),
        ClusterTopic::OtherOfGroup { group } => {
            format!("{}: {}", group_title(group, language), word("other", language))
        }
        ClusterTopic::Rest => format!("{theme}: {}", word("other", language)),
    }
}

/// The title of a cluster that is mostly about a few topics.
#[must_use]
pub(super) fn mixed_title(mostly: &MostTopics, language: Language) -> String {
    let named = mostly.topics.iter().map(|topic| whole_topic_title(topic, language));
    let others = mostly.others.then(|| word("other", language));
    named.chain(others).collect::<Vec<_>>().join(between(language))
}

/// What parts the titles of two topics.
const fn between(language: Language) -> &'static str {
    match language {
        Language::Ar => "؛ ",
        Language::Zh => "；",
        _ => "; ",
    }
}

/// The title of a topic; its code where the table does not know it.
#[must_use]
pub fn whole_topic_title(code: &str, language: Language) -> &str {
    topics().iter().find(|topic| topic.code == code).map_or(code, |topic| topic.titles.get(language))
}

fn group_title(code: &str, language: Language) -> &str {
    topic_groups().iter().find(|group| group.code == code).map_or(code, |group| group.titles.get(language))
}

fn measure(code: &str, language: Language) -> &str {
    let known = ActionFamily::ALL.iter().position(|family| family.code() == code);
    known.map_or(code, |at| action_families()[at].names.get(language))
}

fn word(code: &'static str, language: Language) -> &'static str {
    WORDS.iter().find(|(own, _)| own == code).map_or(code, |(_, names)| names.get(language))
}

#[cfg(test)]
mod tests {
    use super::topic_title;
    use crate::domain::{ClusterTopic, Language};

    #[test]
    fn every_kind_of_cluster_has_a_title_of_its_own_in_every_language() {
        let topic = || "NPM".to_owned();
        let group = || "int_detention".to_owned();
        let kinds = [
            ClusterTopic::Whole { topic: topic() },
            ClusterTopic::Part { topic: topic(), family: "train".to_owned() },
            ClusterTopic::OtherMeasures { topic: topic() },
            ClusterTopic::Two { topics: [topic(), "ODA".to_owned()] },
            ClusterTopic::Group { group: group() },
            ClusterTopic::OtherOfGroup { group: group() },
            ClusterTopic::Rest,
        ];
        for language in Language::ALL {
            let titles: std::collections::BTreeSet<String> =
                kinds.iter().map(|kind| topic_title(kind, language, "Prisons")).collect();
            assert_eq!(titles.len(), kinds.len(), "{language}");
            assert!(titles.iter().all(|title| !title.contains('_') && !title.contains("NPM:")), "{titles:?}");
        }
    }
}
