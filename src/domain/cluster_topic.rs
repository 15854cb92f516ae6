//! What a cluster was made by, in the vocabulary of topics.

use serde::{Deserialize, Serialize};

/// A topic of the vocabulary, a part of one, or what topics leave; by codes, so that it has a title in every
/// language.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClusterTopic {
    /// One topic.
    Whole {
        /// Its code.
        topic: String,
    },
    /// The measures of one kind on a topic that is too large for one cluster.
    Part {
        /// Code of the topic.
        topic: String,
        /// Code of the family of action.
        family: String,
    },
    /// All other measures on such a topic.
    OtherMeasures {
        /// Code of the topic.
        topic: String,
    },
    /// Two topics, neither of them large enough.
    Two {
        /// Their codes.
        topics: [String; 2],
    },
    /// Small topics of one group.
    Group {
        /// Code of the group.
        group: String,
    },
    /// Small topics of a group that has clusters of its own topics too.
    OtherOfGroup {
        /// Code of the group.
        group: String,
    },
    /// What no topic of the theme takes.
    Rest,
}

impl ClusterTopic {
    /// The one topic that it is about, whole or in part.
    #[must_use]
    pub fn topic(&self) -> Option<&str> {
        match self {
            Self::Whole { topic } | Self::Part { topic, .. } | Self::OtherMeasures { topic } => Some(topic),
            Self::Two { .. } | Self::Group { .. } | Self::OtherOfGroup { .. } | Self::Rest => None,
        }
    }

    /// Whether it is one that people would look for by name, and not what is left of a group or a theme.
    #[must_use]
    pub const fn is_named(&self) -> bool {
        !matches!(self, Self::Group { .. } | Self::OtherOfGroup { .. } | Self::Rest)
    }

    /// Whether it holds what others have left: such clusters stand last in their theme.
    #[must_use]
    pub const fn is_left(&self) -> bool {
        matches!(self, Self::OtherOfGroup { .. } | Self::Rest)
    }
}
