//! Topics: what single recommendations are about, finer than issues and with titles that a plan can print.
//!
//! The table holds groups of topics (rows without a group of their own) and topics with the cues that texts
//! show them by. How a cue is looked for is not known here. Nothing in the table is true of one State alone.

use std::sync::OnceLock;

use super::table::{Names, Row, Table};
use super::themes::issue_number;

/// A topic.
#[derive(Debug, Clone)]
pub struct Topic {
    /// Stable code, such as `NPM`; that of a treaty to become party to is `RAT-` and the code of the treaty.
    pub code: String,
    /// Its place in [`topic_groups`].
    pub group: usize,
    /// Titles in the six languages.
    pub titles: Names,
    /// Its cues as the table spells them, in the order of the six languages.
    pub cues: [Vec<String>; 6],
    /// The issues that texts on it have, by number.
    pub issues: Vec<usize>,
}

/// Topics that belong together.
#[derive(Debug, Clone)]
pub struct TopicGroup {
    /// Stable code, such as `int_detention`.
    pub code: String,
    /// Titles in the six languages.
    pub titles: Names,
    /// The issues that its texts have, by number.
    pub issues: Vec<usize>,
    /// The code of the family of issues that it stands under.
    pub family: String,
}

struct Topics {
    groups: Vec<TopicGroup>,
    topics: Vec<Topic>,
}

fn table() -> &'static Topics {
    static TOPICS: OnceLock<Topics> = OnceLock::new();
    TOPICS.get_or_init(|| {
        let table = Table::embedded("topics", include_str!("../../../corpora/reference/topics.csv"));
        let groups: Vec<TopicGroup> = table.rows().filter(is_group).map(group_of).collect();
        let topics = table.rows().filter(|row| !is_group(row)).map(|row| topic_of(row, &groups)).collect();
        Topics { groups, topics }
    })
}

fn is_group(row: &Row<'_>) -> bool {
    row.cell("group").is_empty()
}

fn group_of(row: Row<'_>) -> TopicGroup {
    TopicGroup {
        code: row.cell("code").to_owned(),
        titles: row.by_language("title"),
        issues: issues_of(row),
        family: row.cell("theme").to_owned(),
    }
}

fn topic_of(row: Row<'_>, groups: &[TopicGroup]) -> Topic {
    let group = groups.iter().position(|group| group.code == row.cell("group"));
    Topic {
        code: row.cell("code").to_owned(),
        group: group.expect("every topic of the table stands in one of its groups"),
        titles: row.by_language("title"),
        cues: row.lists_by_language("cues"),
        issues: issues_of(row),
    }
}

fn issues_of(row: Row<'_>) -> Vec<usize> {
    row.list("issues").iter().filter_map(|name| issue_number(name)).collect()
}

/// All topics, in the order of the table.
#[must_use]
pub fn topics() -> &'static [Topic] {
    &table().topics
}

/// All groups of topics, in the order of the table.
#[must_use]
pub fn topic_groups() -> &'static [TopicGroup] {
    &table().groups
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{topic_groups, topics};
    use crate::domain::Language;
    use crate::domain::vocabulary::fold;

    #[test]
    fn codes_of_topics_and_groups_are_unique() {
        let codes: Vec<&str> =
            topics().iter().map(|t| t.code.as_str()).chain(topic_groups().iter().map(|g| g.code.as_str())).collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
        assert!(topics().len() > 300, "{}", topics().len());
    }

    #[test]
    fn every_topic_has_six_titles_of_its_own_cues_and_issues() {
        for topic in topics() {
            assert_eq!(topic.titles.iter().count(), Language::ALL.len(), "{}", topic.code);
            assert!(!topic.cues[Language::En.index()].is_empty(), "{} has cues", topic.code);
            assert!(!topic.issues.is_empty(), "{} has issues", topic.code);
        }
        for group in topic_groups() {
            assert_eq!(group.titles.iter().count(), Language::ALL.len(), "{}", group.code);
            assert!(!group.issues.is_empty() && !group.family.is_empty(), "{}", group.code);
        }
        for language in Language::ALL {
            let titles: Vec<String> = topics().iter().map(|topic| fold(topic.titles.get(language))).collect();
            let different: BTreeSet<&String> = titles.iter().collect();
            assert_eq!(different.len(), titles.len(), "{language}: no two topics are called the same");
        }
    }
}
