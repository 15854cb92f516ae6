//! Clusters: two levels, theme and cluster, below them asks and recommendations.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::message::{Message, Values, given};
use super::{ClusterTopic, RecordId};

/// Number of a cluster: theme, then cluster inside it, both from 1; printed `12.3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ClusterNumber {
    /// Number of the theme.
    pub theme: u16,
    /// Number inside the theme.
    pub cluster: u16,
}

impl fmt::Display for ClusterNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.theme, self.cluster)
    }
}

/// The text is not a number such as `12.3`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("bad-cluster-number")]
pub struct BadClusterNumber(pub String);

impl Message for BadClusterNumber {
    fn code(&self) -> &'static str {
        "bad-cluster-number"
    }

    fn values(&self) -> Values {
        given(&self.0)
    }
}

impl FromStr for ClusterNumber {
    type Err = BadClusterNumber;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bad = || BadClusterNumber(text.to_owned());
        let (theme, cluster) = text.trim().split_once('.').ok_or_else(bad)?;
        Ok(Self { theme: theme.parse().map_err(|_| bad())?, cluster: cluster.parse().map_err(|_| bad())? })
    }
}

/// A group of recommendations that one line of a plan can treat together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Cluster {
    /// Stable number.
    pub number: ClusterNumber,
    /// Title of the theme.
    pub theme_title: String,
    /// Title of the cluster: the proposed one, or the person's.
    pub title: String,
    /// The cluster of the same topic from which the title takes the words of a person, where it does.
    #[serde(default)]
    pub named_after: Option<ClusterNumber>,
    /// Words and phrases that set the cluster apart, best first.
    pub key_phrases: Vec<String>,
    /// Whether a person has locked it against proposals.
    pub locked: bool,
    /// Whether it was proposed in the newest run, beside older clusters.
    #[serde(default)]
    pub is_new: bool,
    /// Members in the order of their identifiers.
    pub members: Vec<RecordId>,
}

impl Cluster {
    /// Theme and title; a title that begins with its theme says both.
    #[must_use]
    pub fn full_title(&self) -> String {
        full_title(&self.theme_title, &self.title)
    }
}

/// The titles of a theme and of a cluster of it in one; a title that begins with its theme says both.
#[must_use]
pub fn full_title(theme: &str, title: &str) -> String {
    let says_both = title.strip_prefix(theme).is_some_and(|rest| rest.is_empty() || rest.starts_with(':'));
    if says_both { title.to_owned() } else { format!("{theme}: {title}") }
}

/// A cluster as it was made: number, proposed title and centre stay as they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ClusterDefinition {
    /// Stable number.
    pub number: ClusterNumber,
    /// Proposed title.
    pub title: String,
    /// Key phrases, best first.
    pub key_phrases: Vec<String>,
    /// Centre in the space of the models; new records join the nearest.
    pub centre: Vec<f32>,
    /// Issues of its theme, by number from 0.
    #[serde(default)]
    pub issues: Vec<u16>,
    /// What the title says in terms that have names in six languages.
    #[serde(default)]
    pub subject: ClusterSubject,
    /// Distance from the centre within which records are at home; 0 where none was taken.
    #[serde(default)]
    pub radius: f32,
}

/// What most records of a cluster speak of, by codes of the vocabularies.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClusterSubject {
    /// The act asked of the instruments.
    #[serde(default)]
    pub act: Option<String>,
    /// Instruments, most named first; at most two.
    #[serde(default)]
    pub instruments: Vec<String>,
    /// Whether the same is asked of other instruments too.
    #[serde(default)]
    pub others: bool,
    /// English names of terms of the field, at most two.
    #[serde(default)]
    pub terms: Vec<String>,
    /// The group of persons that most name.
    #[serde(default)]
    pub group: Option<String>,
    /// The topic of the vocabulary that it is about; `None` when no topic covers it.
    #[serde(default)]
    pub topic: Option<ClusterTopic>,
    /// Topics that most of it is about, where it holds what no single topic takes.
    #[serde(default)]
    pub mostly: Option<MostTopics>,
    /// Whether the title names the instruments too, because another cluster of its topic has the same.
    #[serde(default)]
    pub with_instruments: bool,
    /// Whether the title names the theme too, because a cluster of another theme has the same.
    #[serde(default)]
    pub with_theme: bool,
}

/// The few topics that most asks of a mixed cluster are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MostTopics {
    /// Codes, those of most asks first; one to three.
    pub topics: Vec<String>,
    /// Whether there are asks of none of them.
    pub others: bool,
}

/// Recommendations that one measure answers, with one merged text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// The smallest identifier among the members names the ask.
    pub id: RecordId,
    /// Members in the order of their identifiers.
    pub members: Vec<RecordId>,
    /// The member whose text stands for all: the one nearest to the others.
    pub representative: RecordId,
}

#[cfg(test)]
mod tests {
    use super::full_title;

    #[test]
    fn a_theme_is_not_said_twice() {
        assert_eq!(full_title("Health", "HIV/AIDS"), "Health: HIV/AIDS");
        assert_eq!(full_title("Health", "Health: other recommendations"), "Health: other recommendations");
        assert_eq!(full_title("Health", "Health"), "Health");
        assert_eq!(full_title("Health", "Healthy food"), "Health: Healthy food");
    }
}
