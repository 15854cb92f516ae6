//! `weft.toml`: name, State, language, register of entities, own States, remembered columns.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::WorkspaceError;
use super::saved::SavedSearch;
use crate::analysis::clusters::{Granularity, Sizes, ThemeCount};
use crate::domain::vocabulary::StateRegister;
use crate::domain::{Language, RegionalGroup, StateCode};

/// The settings of a workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Name shown over plans.
    pub name: String,
    /// The State the workspace is about; none where it holds many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCode>,
    /// Language preferred on screen and in exports.
    #[serde(default = "english")]
    pub language: Language,
    /// File of the register of entities.
    #[serde(default = "register_file")]
    pub entities: String,
    /// Mappings of columns that were given with `--map`, used again for later imports.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
    /// States that the tables do not know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<OwnState>,
    /// How fine clusters are made.
    #[serde(default, skip_serializing_if = "ClusterSettings::is_usual")]
    pub clusters: ClusterSettings,
    /// Searches under a name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub searches: Vec<SavedSearch>,
}

/// A State or territory that the user adds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnState {
    /// ISO 3166 alpha-3 code, or one of the user-assigned range.
    pub code: StateCode,
    /// Names in any language; the first is shown.
    pub names: Vec<String>,
    /// Regional group.
    #[serde(default)]
    pub regional_group: RegionalGroup,
}

/// How fine clusters are made; without wishes what suits one State or many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterSettings {
    /// Number of themes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub themes: Option<usize>,
    /// Fewest asks of a cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<usize>,
    /// Most asks of a cluster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<usize>,
}

impl ClusterSettings {
    const fn is_usual(&self) -> bool {
        self.themes.is_none() && self.least.is_none() && self.most.is_none()
    }

    /// The wishes; none where there are none.
    #[must_use]
    pub fn granularity(&self) -> Option<Granularity> {
        if self.is_usual() {
            return None;
        }
        let usual = Granularity::for_states(1);
        let sizes = Sizes::Between(self.least.unwrap_or(3), self.most.unwrap_or(30));
        Some(Granularity { themes: self.themes.map_or(usual.themes, ThemeCount::Exactly), sizes })
    }
}

const fn english() -> Language {
    Language::En
}

fn register_file() -> String {
    "entities.csv".to_owned()
}

impl Settings {
    /// Settings for a new workspace.
    #[must_use]
    pub fn new(name: &str, state: Option<StateCode>) -> Self {
        Self {
            name: name.to_owned(),
            state,
            language: Language::En,
            entities: register_file(),
            columns: Vec::new(),
            states: Vec::new(),
            clusters: ClusterSettings::default(),
            searches: Vec::new(),
        }
    }

    /// Reads the file.
    ///
    /// # Errors
    /// When it cannot be read or holds something unknown.
    pub fn read(path: &Path) -> Result<Self, WorkspaceError> {
        let text =
            std::fs::read_to_string(path).map_err(|source| WorkspaceError::Io { path: path.to_owned(), source })?;
        Self::parse(path, &text)
    }

    /// Reads the text of the file; `path` is named in errors.
    ///
    /// # Errors
    /// When it holds something unknown, or a register outside the folder.
    pub fn parse(path: &Path, text: &str) -> Result<Self, WorkspaceError> {
        let bad = |reason: String| WorkspaceError::BadSettings { path: path.to_owned(), reason };
        let settings: Self = toml::from_str(text).map_err(|e| bad(e.to_string()))?;
        if settings.entities.contains(['/', '\\', ':']) || settings.entities.starts_with('.') {
            return Err(bad("entities must be the name of a file in the folder of the workspace".to_owned()));
        }
        Ok(settings)
    }

    /// Writes the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), WorkspaceError> {
        let text = toml::to_string(self)
            .map_err(|e| WorkspaceError::BadSettings { path: path.to_owned(), reason: e.to_string() })?;
        std::fs::write(path, text).map_err(|source| WorkspaceError::Io { path: path.to_owned(), source })
    }

    /// All States, with those the workspace adds.
    #[must_use]
    pub fn register(&self) -> StateRegister {
        let mut register = StateRegister::embedded().clone();
        self.states.iter().for_each(|state| register.add(state.code, &state.names, state.regional_group));
        register
    }
}
