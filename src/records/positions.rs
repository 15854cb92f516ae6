//! Taking over an addendum: its numbers against the recommendations that they answer.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::arrival::{Arrival, Voice};
use super::resolution::Resolution;
use super::unresolved::{PositionsRejected, Unresolved};
use crate::domain::{
    Coded, FilePlace, Holds, Kind, Mechanism, NumberRange, Paragraph, Position, PositionList, Recommendation,
    Rejection, Said, Source,
};

/// What an addendum said, in counts, and what it left open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PositionReport {
    /// Numbers that it put into a class or commented on.
    pub statements: u64,
    /// Recommendations of the report that are known.
    pub recommendations: u64,
    /// Recommendations by code of the position.
    pub positions: BTreeMap<String, u64>,
    /// Recommendations with a comment of the State.
    pub comments: u64,
    /// Numbers that are in no class.
    pub unnamed: Vec<String>,
}

/// The positions of an addendum as arrivals, with what could not be taken over.
#[derive(Debug)]
pub struct AnsweredRecommendations {
    /// The recommendations, each with the position of the State and its comment.
    pub arrivals: Vec<Arrival>,
    /// What could not be taken over.
    pub rejected: Vec<Rejection>,
    /// What was found, in counts.
    pub report: PositionReport,
}

/// The file of an addendum.
#[derive(Debug, Clone, Copy)]
pub struct AddendumFile<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its hash, sixteen hexadecimal digits.
    pub hash: &'a str,
}

/// Whether a record is a recommendation of the report that an addendum answers.
#[must_use]
pub fn is_answered(record: &Recommendation, list: &PositionList) -> bool {
    let same_session = list.session.is_some() && record.session == list.session;
    let same_report = list.report.is_some() && record.symbol == list.report;
    record.mechanism == Mechanism::Upr
        && record.kind == Kind::Recommendation
        && record.state == Some(list.state)
        && (same_session || same_report || names_no_review(list))
}

/// Whether nothing says which review the numbers belong to: a table that people keep, not a document.
fn names_no_review(list: &PositionList) -> bool {
    list.session.is_none() && list.report.is_none() && list.symbol.is_none()
}

/// The recommendations of the one review that has the most of the numbers.
///
/// # Errors
/// The reviews, where several have as many; that there is none, where none has any.
fn of_one_review(list: &PositionList, answered: Vec<Recommendation>) -> Result<Vec<Recommendation>, PositionsRejected> {
    let wanted: BTreeSet<String> = list.statements.iter().flat_map(|statement| &statement.numbers).map(first).collect();
    let has = |record: &Recommendation| {
        let number = record.paragraph.as_ref().map_or("", Paragraph::as_str);
        let item = number.rsplit('.').next().unwrap_or(number);
        wanted.contains(number) || wanted.contains(item)
    };
    let mut reviews: BTreeMap<String, (usize, Vec<Recommendation>)> = BTreeMap::new();
    for record in answered {
        let symbol = record.symbol.as_ref().map(ToString::to_string);
        let session = record.session.map(|session| session.to_string());
        let review = reviews.entry(session.or(symbol).unwrap_or_default()).or_default();
        review.0 += usize::from(has(&record));
        review.1.push(record);
    }
    let most = reviews.values().map(|(count, _)| *count).max().unwrap_or(0);
    reviews.retain(|_, (count, _)| *count == most);
    if reviews.len() > 1 && most == 0 {
        return Err(PositionsRejected::NoReport);
    }
    if reviews.len() > 1 {
        return Err(PositionsRejected::ManyReviews { reviews: reviews.into_keys().collect() });
    }
    Ok(reviews.into_values().flat_map(|(_, records)| records).collect())
}

/// The first number of a run, as paragraphs write it.
fn first(range: &NumberRange) -> String {
    range.main.map_or_else(|| range.from.to_string(), |main| format!("{main}.{}", range.from))
}

/// Resolves the numbers of an addendum against the recommendations that it answers; those without a
/// number are passed over.
#[must_use]
pub fn answer(list: &PositionList, answered: Vec<Recommendation>, file: AddendumFile<'_>) -> AnsweredRecommendations {
    let answered = if names_no_review(list) { of_one_review(list, answered) } else { Ok(answered) };
    let answered = match answered {
        Ok(answered) => answered,
        Err(reason) => return nothing_resolved(list, &reason, file),
    };
    let mut records: BTreeMap<Paragraph, Vec<Recommendation>> = BTreeMap::new();
    for record in answered {
        if let Some(paragraph) = record.paragraph.clone() {
            records.entry(paragraph).or_default().push(record);
        }
    }
    if records.is_empty() {
        return nothing_to_resolve(list, file);
    }
    let found = Resolution::of(list, &records.keys().cloned().collect());
    let numbered = records
        .into_iter()
        .flat_map(|(paragraph, records)| records.into_iter().map(move |record| (paragraph.clone(), record)));
    let arrivals = numbered.filter_map(|(paragraph, record)| arrival(record, paragraph.as_str(), &found, list, file));
    AnsweredRecommendations {
        arrivals: arrivals.collect(),
        rejected: found.unresolved.iter().map(|unresolved| rejection(unresolved, file)).collect(),
        report: report(&found),
    }
}

fn nothing_to_resolve(list: &PositionList, file: AddendumFile<'_>) -> AnsweredRecommendations {
    let reason = match &list.report {
        Some(report) => PositionsRejected::NoSuchReport { report: report.to_string() },
        None => PositionsRejected::NoReport,
    };
    nothing_resolved(list, &reason, file)
}

fn nothing_resolved(
    list: &PositionList,
    reason: &PositionsRejected,
    file: AddendumFile<'_>,
) -> AnsweredRecommendations {
    let numbers = list.statements.iter().flat_map(|statement| &statement.numbers);
    let rejection = Rejection {
        file: file.name.to_owned(),
        place: FilePlace::WholeAddendum.to_string(),
        reason: Coded::from(reason),
        raw: numbers.map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    AnsweredRecommendations { arrivals: Vec::new(), rejected: vec![rejection], report: PositionReport::default() }
}

/// A record that says nothing but the position of the State, and its comment.
fn arrival(
    record: Recommendation,
    paragraph: &str,
    found: &Resolution,
    list: &PositionList,
    file: AddendumFile<'_>,
) -> Option<Arrival> {
    let stated = found.positions.get(paragraph);
    let comment = found.comments.get(paragraph);
    if stated.is_none() && comment.is_none() {
        return None;
    }
    let position = stated.map_or(Position::None, |(position, _)| *position);
    let says = Said {
        position: stated.map(|(position, _)| *position),
        position_source: list.symbol.as_ref().or(list.report.as_ref()).map(ToString::to_string),
        comment: comment.cloned(),
        // It answers what others hold.
        holds: Some(Holds::default()),
        ..Said::default()
    };
    let source = Source {
        file: file.name.to_owned(),
        file_hash: file.hash.to_owned(),
        place: stated.map_or_else(|| FilePlace::Comment.to_string(), |(_, place)| place.clone()),
        source_id: None,
        says,
    };
    let record = Recommendation { position, sources: vec![source], tags: Vec::new(), ..record };
    Some(Arrival { record, same_as: None, absorbs: Vec::new(), voice: Voice::State })
}

fn rejection(unresolved: &Unresolved, file: AddendumFile<'_>) -> Rejection {
    let reason = Coded::from(&unresolved.reason);
    let reason = PositionsRejected::Number { number: unresolved.number.clone(), reason };
    Rejection {
        file: file.name.to_owned(),
        place: unresolved.place.clone(),
        reason: Coded::from(&reason),
        raw: unresolved.number.clone(),
    }
}

fn report(found: &Resolution) -> PositionReport {
    let mut positions: BTreeMap<String, u64> = BTreeMap::new();
    for (position, _) in found.positions.values() {
        *positions.entry(position.code().to_owned()).or_default() += 1;
    }
    PositionReport {
        statements: (found.positions.len() + found.unresolved.len()) as u64,
        recommendations: (found.positions.len() + found.unnamed.len()) as u64,
        positions,
        comments: found.comments.len() as u64,
        unnamed: found.unnamed.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::{AddendumFile, answer};
    use crate::domain::{NumberRange, Position, PositionList, PositionStatement, Symbol};

    #[test]
    fn an_addendum_whose_report_is_not_known_is_rejected_with_its_numbers() {
        let statement = PositionStatement {
            place: "page 1".to_owned(),
            position: Some(Position::Noted),
            numbers: vec![NumberRange { main: Some(111), from: 1, to: 2 }],
            comment: String::new(),
        };
        let (report, state) = (Symbol::parse("A/HRC/37/8"), "PER".parse().unwrap());
        let list = PositionList { report, symbol: None, state, session: None, statements: vec![statement] };
        let answered = answer(&list, Vec::new(), AddendumFile { name: "addendum.docx", hash: "" });
        let rejection = &answered.rejected[0];
        assert_eq!(rejection.reason.code, "records-positions-no-such-report");
        assert_eq!((rejection.raw.as_str(), answered.arrivals.len()), ("111.1-2", 0));
    }
}
