//! Recommendations with what is proposed of them, as rows of a table that goes out and comes back decided.

use std::collections::{BTreeMap, BTreeSet};

use super::cells::put;
use crate::domain::exchange::{SentRow, Sheet, SheetColumn, SheetPart};
use crate::domain::plan::{Acceptance, PlanKey};
use crate::domain::{Asker, ClusterNumber, EntityLink, Language, Lead, Provenance, RecordId, SettledRecord, TagKind};
use crate::plan::bodies::linked_body_name;
use crate::plan::names::sdg_line;
use crate::view::{Refusal, View};

/// The table of the recommendations of some clusters, or of all; of one State where the workspace is about one.
pub(super) fn reviewed(clusters: &[ClusterNumber], view: &View, asker: &Asker) -> Result<Sheet, Refusal> {
    let own = view.registers.own_state;
    let is_wanted = |settled: &&SettledRecord| {
        settled.record.kind.is_of_plan()
            && (own.is_none() || settled.record.state == own)
            && (clusters.is_empty() || settled.cluster.is_some_and(|number| clusters.contains(&number)))
    };
    let mut records: Vec<&SettledRecord> = view.settled()?.iter().filter(is_wanted).collect();
    records.sort_by_cached_key(|settled| (settled.cluster, settled.place()));
    let asked = together(view)?;
    let mut taken = BTreeSet::new();
    let rows = records.into_iter().map(|settled| {
        let is_known = |key| taken.contains(&key) || view.decisions.plan.contains_key(&key);
        let key = PlanKey::minted(settled.record.id.to_string().as_bytes(), is_known);
        taken.insert(key);
        let cells = cells(settled, &asked, view, asker.language)?;
        Ok((key, SentRow { part: SheetPart::Review, cells, record: Some(settled.record.id) }))
    });
    Ok(Sheet { part: SheetPart::Review, rows: rows.collect::<Result<_, Refusal>>()? })
}

/// References of the recommendations of each ask of several.
type Together = BTreeMap<RecordId, Vec<(RecordId, String)>>;

/// Whether people or files have said all that stands in the row of lead, support and targets.
fn is_decided(settled: &SettledRecord) -> bool {
    let is_led = settled.lead.as_ref().is_none_or(|lead| lead.provenance >= Provenance::File);
    is_led && !settled.proposed.any(TagKind::Support) && !settled.proposed.any(TagKind::SdgTarget)
}

fn together(view: &View) -> Result<Together, Refusal> {
    let mut asked = Together::new();
    for settled in view.settled()? {
        asked.entry(settled.ask).or_default().push((settled.record.id, settled.reference.clone()));
    }
    asked.retain(|_, members| members.len() > 1);
    Ok(asked)
}

/// The cells of recommendations as they stand now, by the keys of their rows; without those that are gone.
///
/// # Errors
/// When clusters, asks or the register cannot be read.
pub(super) fn cells_now(
    keys: &BTreeMap<RecordId, PlanKey>,
    view: &View,
    language: Language,
) -> Result<BTreeMap<PlanKey, BTreeMap<SheetColumn, String>>, Refusal> {
    if keys.is_empty() {
        return Ok(BTreeMap::new());
    }
    let asked = together(view)?;
    let known = view.settled()?.iter().filter_map(|settled| Some((*keys.get(&settled.record.id)?, settled)));
    known.map(|(key, settled)| Ok((key, cells(settled, &asked, view, language)?))).collect()
}

fn cells(
    settled: &SettledRecord,
    asked: &Together,
    view: &View,
    language: Language,
) -> Result<BTreeMap<SheetColumn, String>, Refusal> {
    let register = &view.entities()?.entities;
    let body = |link: &EntityLink| linked_body_name(link, register, language);
    // One of two that may lead stands as several bodies of one type do.
    let lead = |lead: &Lead| {
        let rival = lead.rival.as_deref().map(|rival| body(&EntityLink::of_type(rival)));
        std::iter::once(body(&lead.link)).chain(rival).collect::<Vec<_>>().join(" / ")
    };
    let lines = |lines: Vec<String>| lines.join("\n");
    let record = &settled.record;
    let cluster = match settled.cluster {
        Some(number) => format!("{number} {}", view.cluster(number, language)?.title),
        None => String::new(),
    };
    let others = asked.get(&settled.ask).map_or(&[][..], Vec::as_slice).iter();
    let others = others.filter(|(id, _)| *id != record.id).map(|(_, reference)| reference.clone());
    let texts = [
        (SheetColumn::Recommendations, format!("{}: {}", settled.reference, record.clean_text(language))),
        (SheetColumn::Cluster, cluster),
        (SheetColumn::LeadBody, settled.lead.as_ref().map_or_else(String::new, lead)),
        (SheetColumn::SupportBodies, lines(settled.support.iter().map(body).collect())),
        (SheetColumn::SdgTargets, lines(settled.sdg_targets.iter().map(|code| sdg_line(code, language)).collect())),
        (SheetColumn::SameAs, lines(others.collect())),
        (SheetColumn::Agreed, if is_decided(settled) { Acceptance::Accepted.code() } else { "" }.to_owned()),
    ];
    let mut cells = BTreeMap::new();
    texts.into_iter().for_each(|(column, text)| put(&mut cells, column, text));
    Ok(cells)
}
