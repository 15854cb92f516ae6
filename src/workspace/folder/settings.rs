//! `weft.toml`: name, State, language, register of entities, own States, remembered columns.

use std::path::Path;

use serde::{Deserialize, Serialize};
use toml_edit::DocumentMut;

use crate::analysis::clusters::{Granularity, Sizes, ThemeCount};
use crate::domain::vocabulary::{StateRegister, issues};
use crate::domain::{Coded, Language, RegionalGroup, StateCode};
use crate::store::{WholeFile, read_file_to_string};
use crate::workspace::folder::layout::{SETTINGS, is_own};
use crate::workspace::folder::lock::FolderLock;
use crate::workspace::folder::saved_search::SavedSearch;
use crate::workspace::folder::settings_fault::SettingsFault;
use crate::workspace::folder::swap::recover_locked;
use crate::workspace::folder::whole_file::write_own;
use crate::workspace::{Workspace, WorkspaceError};

/// The settings of a workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Name shown over plans.
    pub name: String,
    /// The State the workspace is about; `None` when it holds many.
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

    /// What is asked for, completed by what suits records of that number of States; `None` if nothing is
    /// asked for.
    #[must_use]
    pub fn granularity(&self, states: usize) -> Option<Granularity> {
        if self.is_usual() {
            return None;
        }
        let usual = Granularity::for_states(states);
        let sizes = match (self.least, self.most) {
            (None, None) => usual.sizes,
            (least, most) => {
                let least = least.unwrap_or_else(|| USUAL_LEAST.min(most.unwrap_or(USUAL_MOST) / 2)).max(1);
                Sizes::Between(least, most.unwrap_or_else(|| USUAL_MOST.max(2 * least)))
            }
        };
        Some(Granularity { themes: self.themes.map_or(usual.themes, ThemeCount::Exactly), sizes })
    }

    /// Checks the wishes.
    ///
    /// # Errors
    /// What is wrong and what is allowed, where clusters cannot be made so.
    pub fn check(&self) -> Result<(), SettingsFault> {
        let (least, most) = (self.least.unwrap_or(1), self.most.unwrap_or(MOST_ASKS));
        match self.themes {
            Some(themes) if !(1..=issues().len()).contains(&themes) => {
                Err(SettingsFault::Themes { themes, most: issues().len() })
            }
            _ if least == 0 => Err(SettingsFault::EmptyClusters),
            _ if most > MOST_ASKS => Err(SettingsFault::ManyAsks { asks: most, most: MOST_ASKS }),
            _ if most / 2 < least => Err(SettingsFault::NarrowBounds { least, most }),
            _ => Ok(()),
        }
    }
}

/// Asks of a cluster where one bound alone is given; product size for one State.
const USUAL_LEAST: usize = 3;
const USUAL_MOST: usize = 30;
/// More asks than this are no cluster that anybody reads.
const MOST_ASKS: usize = 10_000;

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
        let text = read_file_to_string(path).map_err(Workspace::io(path))?;
        Self::parse(path, &text)
    }

    /// Reads the text of the file; `path` is named in errors.
    ///
    /// # Errors
    /// When it holds something unknown, or a register outside the folder.
    pub fn parse(path: &Path, text: &str) -> Result<Self, WorkspaceError> {
        let bad = |reason| WorkspaceError::BadSettings { path: path.to_owned(), reason };
        let settings: Self = toml::from_str(text).map_err(|e| bad(SettingsFault::said(e)))?;
        if settings.entities.contains(['/', '\\', ':']) || settings.entities.starts_with('.') {
            return Err(bad(SettingsFault::RegisterElsewhere));
        }
        // A name that ends so leads some systems to the one without the ending.
        if is_own(settings.entities.trim_end_matches(['.', ' '])) || settings.entities.is_empty() {
            return Err(bad(SettingsFault::RegisterTaken));
        }
        let clusters = settings.clusters.check();
        clusters.map_err(|fault| bad(SettingsFault::InClusters { fault: Box::new(Coded::from(&fault)) }))?;
        Ok(settings)
    }

    /// Writes the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, path: &Path) -> Result<(), WorkspaceError> {
        let text = toml::to_string(self)
            .map_err(|e| WorkspaceError::BadSettings { path: path.to_owned(), reason: SettingsFault::said(e) })?;
        fail::fail_point!("workspace-settings-begin");
        let written = WholeFile::of_owner(path).and_then(|file| file.put_all(text.as_bytes()));
        written.map_err(Workspace::io(path))?;
        fail::fail_point!("workspace-settings-done");
        Ok(())
    }

    /// All States, with those the workspace adds.
    #[must_use]
    pub fn register(&self) -> StateRegister {
        let mut register = StateRegister::embedded().clone();
        self.states.iter().for_each(|state| register.add(state.code, &state.names, state.regional_group));
        register
    }
}

/// Changes `weft.toml` and leaves everything else in it, comments too, as it stands. One at a time reads,
/// changes and writes, so that nobody's change is lost.
pub(in crate::workspace) fn change_settings(
    folder: &Path,
    change: impl FnOnce(&mut DocumentMut) -> Result<(), SettingsFault>,
) -> Result<(), WorkspaceError> {
    let lock = FolderLock::wait(folder)?;
    recover_locked(folder, &lock)?;
    let path = folder.join(SETTINGS);
    let bad = |reason| WorkspaceError::BadSettings { path: path.clone(), reason };
    let text = read_file_to_string(&path).map_err(Workspace::io(&path))?;
    let mut document: DocumentMut = text.parse().map_err(|e: toml_edit::TomlError| bad(SettingsFault::said(e)))?;
    change(&mut document).map_err(bad)?;
    write_own(&path, document.to_string().as_bytes())
}
