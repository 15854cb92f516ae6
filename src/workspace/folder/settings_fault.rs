//! What can be wrong with `weft.toml`.

use std::fmt::Display;

use serde::Serialize;

use crate::domain::{Coded, Message, Values, fields};

/// What is wrong with the settings, or what they cannot be written for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "settings-")]
pub enum SettingsFault {
    /// What the library of the format said.
    Said {
        /// In its words.
        cause: String,
    },
    /// The register of entities is no file of the folder.
    RegisterElsewhere,
    /// The register has the name of a file that the workspace uses itself.
    RegisterTaken,
    /// Searches are not written as a list of tables.
    SearchesNoTables,
    /// A number that no settings can hold.
    NumberTooLarge,
    /// A number of themes that there cannot be.
    Themes {
        /// How many are asked for.
        themes: usize,
        /// How many there can be.
        most: usize,
    },
    /// Clusters that may be empty.
    EmptyClusters,
    /// Clusters that nobody would read.
    ManyAsks {
        /// Asks that a cluster may have.
        asks: usize,
        /// How many it can have.
        most: usize,
    },
    /// Bounds that are too near to each other to cut a theme by.
    NarrowBounds {
        /// Fewest asks of a cluster.
        least: usize,
        /// Most asks of a cluster.
        most: usize,
    },
    /// One of the above, in the table of clusters.
    InClusters {
        /// Which.
        fault: Box<Coded>,
    },
}

impl SettingsFault {
    /// What a library said.
    pub(in crate::workspace) fn said(cause: impl Display) -> Self {
        Self::Said { cause: cause.to_string() }
    }
}

impl Message for SettingsFault {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::SettingsFault;
    use crate::domain::Coded;
    use crate::i18n::Words;

    #[test]
    fn everything_that_can_be_wrong_with_settings_has_words() {
        for code in SettingsFault::VARIANTS {
            assert!(Words::english().knows(code), "{code}");
        }
        let fault = Box::new(Coded::from(&SettingsFault::Themes { themes: 99, most: 54 }));
        let said = Words::english().say(&SettingsFault::InClusters { fault });
        assert_eq!(said, "[clusters] themes = 99: from 1 to 54 are possible");
    }
}
