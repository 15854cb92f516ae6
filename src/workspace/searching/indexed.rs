//! What the index knows of a record.

use crate::domain::vocabulary::session_days;
use crate::domain::{DaySpan, Facet, FacetValue, Mechanism, Recommendation, SettledRecord, Wording};
use crate::search::SearchDocument;

/// The document of a record for the index.
pub(in crate::workspace) fn document(settled: &SettledRecord) -> SearchDocument {
    let record = &settled.record;
    SearchDocument {
        id: record.id,
        reference: settled.reference.clone(),
        source_ids: record.source_ids().into_iter().map(str::to_owned).collect(),
        place: settled.place(),
        is_final: record.symbol.as_ref().is_none_or(|symbol| !symbol.as_str().contains("/L.")),
        citation: citation(settled),
        texts: record
            .texts
            .iter()
            .map(|(language, text)| Wording { language: *language, text: text.clean.clone() })
            .collect(),
        facets: facets(settled),
        symbol: symbol(record).unwrap_or_default(),
        paragraph: paragraph(record).unwrap_or_default(),
        published: record.published,
        days: days(record),
    }
}

/// All names by which the record can be called up.
fn citation(settled: &SettledRecord) -> String {
    let record = &settled.record;
    let names = [Some(settled.reference.clone()), symbol(record), paragraph(record)];
    let ids = record.source_ids().into_iter().map(str::to_owned).chain([record.id.to_string()]);
    names.into_iter().flatten().chain(ids).collect::<Vec<_>>().join(" | ")
}

/// The values by which the record is filtered and counted, each once.
fn facets(settled: &SettledRecord) -> Vec<FacetValue> {
    let mut facets = facets_of_sources(&settled.record);
    facets.extend(facets_of_tags(settled));
    facets.sort();
    facets.dedup();
    facets
}

/// What the sources say of the record itself.
fn facets_of_sources(record: &Recommendation) -> Vec<FacetValue> {
    let mut facets = vec![
        FacetValue::of(Facet::Mechanism, record.mechanism.code()),
        FacetValue::of(Facet::Body, record.body.to_string()),
        FacetValue::of(Facet::Kind, record.kind.code()),
    ];
    facets.extend(record.state.map(|state| FacetValue::of(Facet::State, state.to_string())));
    facets.extend(
        record.recommending_states.iter().map(|state| FacetValue::of(Facet::RecommendingState, state.to_string())),
    );
    facets.extend(record.cycle().map(|cycle| FacetValue::of(Facet::Cycle, cycle.to_string())));
    facets.extend(record.session.map(|session| FacetValue::of(Facet::Session, session.to_string())));
    if record.mechanism == Mechanism::Upr {
        facets.push(FacetValue::of(Facet::Position, record.position.code()));
    }
    facets.extend(record.texts.keys().map(|language| FacetValue::of(Facet::Language, language.code())));
    facets.extend(days(record).and_then(DaySpan::year).map(|year| FacetValue::of(Facet::Year, year.to_string())));
    facets
}

/// What its tags and its cluster say.
fn facets_of_tags(settled: &SettledRecord) -> impl Iterator<Item = FacetValue> {
    let of = |facet: Facet, values: &[String]| {
        values.iter().map(move |value| FacetValue::of(facet, value.clone())).collect::<Vec<_>>()
    };
    let clusters = settled.cluster.map_or_else(Vec::new, |number| vec![number.theme.to_string(), number.to_string()]);
    [
        of(Facet::Issue, &settled.issues),
        of(Facet::Theme, &settled.themes),
        of(Facet::Topic, settled.topic.as_slice()),
        of(Facet::Group, &settled.groups),
        of(Facet::Sdg, &with_goals(&settled.sdg_targets)),
        of(Facet::Entity, &entity_types(settled)),
        of(Facet::Cluster, &clusters),
        of(Facet::Instrument, &settled.instruments),
    ]
    .into_iter()
    .flatten()
}

/// Types of entities that lead or support.
fn entity_types(settled: &SettledRecord) -> Vec<String> {
    let links = settled.lead.iter().map(|lead| &lead.link).chain(&settled.support);
    links.map(|link| link.entity_type.clone()).collect()
}

/// The day it was published. Where a source gives no date, the days in which its session can have been held.
fn days(record: &Recommendation) -> Option<DaySpan> {
    record.published.map(DaySpan::on).or_else(|| record.session.and_then(session_days))
}

fn symbol(record: &Recommendation) -> Option<String> {
    record.symbol.as_ref().map(ToString::to_string)
}

fn paragraph(record: &Recommendation) -> Option<String> {
    record.paragraph.as_ref().map(ToString::to_string)
}

/// SDG targets with their goals, so that a goal counts each record once.
fn with_goals(targets: &[String]) -> Vec<String> {
    let goals = targets.iter().filter_map(|target| target.split_once('.')).map(|(goal, _)| goal.to_owned());
    let mut all: Vec<String> = targets.iter().cloned().chain(goals).collect();
    all.sort_unstable();
    all.dedup();
    all
}
