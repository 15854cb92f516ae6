//! What the index knows of a record.

use crate::domain::vocabulary::session_date;
use crate::domain::{Facet, Mechanism, SettledRecord, day_number};
use crate::search::SearchDocument;

/// The document of a record for the index.
pub(super) fn document(settled: &SettledRecord) -> SearchDocument {
    let record = &settled.record;
    let mut facets = vec![
        (Facet::Mechanism, record.mechanism.code().to_owned()),
        (Facet::Body, record.body.to_string()),
        (Facet::Kind, record.kind.code().to_owned()),
    ];
    let mut add =
        |facet: Facet, values: &mut dyn Iterator<Item = String>| facets.extend(values.map(|value| (facet, value)));
    add(Facet::State, &mut record.state.map(String::from).into_iter());
    add(Facet::RecommendingState, &mut record.recommending_states.iter().map(ToString::to_string));
    add(Facet::Cycle, &mut record.cycle().map(|c| c.to_string()).into_iter());
    add(Facet::Session, &mut record.session.map(|s| s.to_string()).into_iter());
    if record.mechanism == Mechanism::Upr {
        add(Facet::Position, &mut std::iter::once(record.position.code().to_owned()));
    }
    add(
        Facet::Theme,
        &mut settled.issues.iter().chain(settled.themes.iter().filter(|t| !settled.issues.contains(t))).cloned(),
    );
    add(Facet::Group, &mut settled.groups.iter().cloned());
    add(Facet::Sdg, &mut with_goals(&settled.sdg_targets).into_iter());
    add(
        Facet::Entity,
        &mut settled.lead.iter().chain(settled.support.iter().filter(|s| Some(*s) != settled.lead.as_ref())).cloned(),
    );
    if let Some(number) = settled.cluster {
        add(Facet::Cluster, &mut [number.theme.to_string(), number.to_string()].into_iter());
    }
    add(Facet::Language, &mut record.texts.keys().map(|l| l.code().to_owned()));
    add(Facet::Instrument, &mut settled.instruments.iter().cloned());
    let (symbol, paragraph) = (record.symbol.as_ref(), record.paragraph.as_ref());
    let ids = record.source_ids().into_iter().map(str::to_owned).chain([record.id.to_string()]);
    let citation =
        [Some(settled.reference.clone()), symbol.map(ToString::to_string), paragraph.map(ToString::to_string)];
    // Where a source gives no date, the session tells when it was; the day itself is then not shown.
    let date = record.published.or_else(|| record.session.and_then(session_date));
    facets.extend(date.map(|date| (Facet::Year, date.year().to_string())));
    facets.sort();
    facets.dedup();
    SearchDocument {
        id: record.id,
        reference: settled.reference.clone(),
        source_ids: record.source_ids().into_iter().map(str::to_owned).collect(),
        place: settled.place(),
        is_final: record.symbol.as_ref().is_none_or(|symbol| !symbol.as_str().contains("/L.")),
        citation: citation.into_iter().flatten().chain(ids).collect::<Vec<_>>().join(" | "),
        texts: record.texts.iter().map(|(language, text)| (*language, text.clean.clone())).collect(),
        facets,
        symbol: symbol.map(ToString::to_string).unwrap_or_default(),
        paragraph: paragraph.map(ToString::to_string).unwrap_or_default(),
        published: record.published,
        day: date.map(day_number),
    }
}

/// SDG targets with their goals, so that a goal counts each record once.
fn with_goals(targets: &[String]) -> Vec<String> {
    let goals = targets.iter().filter_map(|target| target.split_once('.')).map(|(goal, _)| goal.to_owned());
    let mut all: Vec<String> = targets.iter().cloned().chain(goals).collect();
    all.sort_unstable();
    all.dedup();
    all
}
