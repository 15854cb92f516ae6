//! Clusters of another granularity: as a preview, or made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use crate::analysis::models::Models;
use crate::analysis::{NothingKept, Steering, analyse};
use crate::domain::{Asker, Coded, Recommendation, Values};
use crate::reports::{ClusterLine, cluster_line};
use crate::view::{Decisions, Refusal, clusters_of};
use crate::workspace::backups::automatic::keep_backup;
use crate::workspace::folder::settings::{ClusterSettings, change_settings};
use crate::workspace::folder::settings_fault::SettingsFault;
use crate::workspace::progress::{Progress, go_on};
use crate::workspace::{Workspace, WorkspaceError};

/// How many States records are of; those of none count as one.
pub(in crate::workspace) fn states_of(records: &[Recommendation]) -> usize {
    records.iter().map(|record| record.state).collect::<BTreeSet<_>>().len()
}

impl Workspace {
    /// The clusters that another granularity would give; nothing is kept.
    ///
    /// # Errors
    /// When a fit fails, or the work was stopped.
    pub(in crate::workspace) fn preview(
        &self,
        settings: &ClusterSettings,
        asker: &Asker,
        progress: &dyn Progress,
    ) -> Result<Vec<ClusterLine>, WorkspaceError> {
        let records = self.records()?;
        let step = |step, done, total| {
            progress.step(step, done, total);
            if progress.is_stopped() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let steering = Steering {
            locked: &BTreeSet::new(),
            decided: &BTreeMap::new(),
            granularity: settings.granularity(states_of(&records)),
            by_first_issue: false,
            learnt: None,
            states: &NothingKept,
            progress: &step,
        };
        let outcome = analyse(&records, self.store.revision()?, None, Models::embedded()?, steering);
        go_on(progress)?;
        let (analysis, _) = outcome?;
        let clusters = clusters_of(&analysis, &Decisions::default(), asker.language);
        let view = self.view_of(std::sync::Arc::new(analysis))?;
        let ask_of = view.ask_of()?;
        Ok(clusters.iter().map(|cluster| cluster_line(cluster, |id| ask_of.get(id).copied())).collect())
    }

    /// Drops the proposals, to be made anew with another granularity, which the workspace keeps. A backup is
    /// made first: what goes cannot be had again otherwise.
    ///
    /// The clusters go last and in one transaction. Whoever is cut off before has the old clusters, with an analysis
    /// to make again at most, and asks once more.
    ///
    /// # Errors
    /// When the backup cannot be written, and when somebody has decided on a cluster: numbers that people have
    /// used stay what they are.
    pub(in crate::workspace) fn renew(&self, settings: &ClusterSettings) -> Result<Coded, WorkspaceError> {
        let count = self.decisions()?.on_clusters();
        if count > 0 {
            return Err(Refusal::ClustersDecided { count }.into());
        }
        keep_backup(&self.folder, &self.settings.entities, &self.store, None)?;
        self.forget();
        self.keep_wishes(settings)?;
        match std::fs::remove_file(self.cache_file()) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(Self::io(&self.cache_file())(error));
            }
            _ => {}
        }
        self.store.drop_clusters()?;
        Ok(Coded { code: "done-renewed".to_owned(), values: Values::new() })
    }

    fn keep_wishes(&self, settings: &ClusterSettings) -> Result<(), WorkspaceError> {
        change_settings(&self.folder, |document| {
            let mut table = toml_edit::Table::new();
            let wishes = [("themes", settings.themes), ("least", settings.least), ("most", settings.most)];
            for (name, wish) in wishes.into_iter().filter_map(|(name, wish)| Some((name, wish?))) {
                table[name] = toml_edit::value(i64::try_from(wish).map_err(|_| SettingsFault::NumberTooLarge)?);
            }
            document["clusters"] = toml_edit::Item::Table(table);
            Ok(())
        })
    }
}
