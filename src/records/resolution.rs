//! How the numbers of an addendum are resolved against the numbers that a report has.

use std::collections::{BTreeMap, BTreeSet};

use super::unresolved::{Unresolved, UnresolvedReason, class};
use crate::domain::{NumberRange, Paragraph, Position, PositionList, PositionStatement};

/// What was found out of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolution {
    /// Positions by paragraph, with the place that states them.
    pub positions: BTreeMap<String, (Position, String)>,
    /// Comments by paragraph.
    pub comments: BTreeMap<String, String>,
    /// What could not be resolved.
    pub unresolved: Vec<Unresolved>,
    /// Numbers of the report that no class names.
    pub unnamed: Vec<String>,
}

/// Longest run that is spread out; a longer one is a typing error.
const LONGEST_RUN: u32 = 400;

impl Resolution {
    /// Resolves the numbers of a list against those that exist.
    ///
    /// A number whose paragraph does not exist is read as one of the only paragraph there is. What is
    /// in two classes is in neither. A comment without a class of its own gives none.
    #[must_use]
    pub fn of(list: &PositionList, existing: &BTreeSet<Paragraph>) -> Self {
        let numbers: BTreeSet<(u32, u32)> = existing.iter().filter_map(|p| pair(p.as_str())).collect();
        let mut found = Self::default();
        let mut stated: BTreeMap<(u32, u32), Vec<(Position, String)>> = BTreeMap::new();
        for statement in &list.statements {
            for range in &statement.numbers {
                let (spread, reason) = expand(*range, &numbers);
                spread.into_iter().for_each(|number| take(statement, number, &mut stated, &mut found));
                found.unresolved.extend(reason.map(|reason| Unresolved {
                    place: statement.place.clone(),
                    number: range.to_string(),
                    reason,
                }));
            }
        }
        stated.into_iter().for_each(|(number, classes)| settle(number, classes, &mut found));
        let named = |number: &(u32, u32)| found.positions.contains_key(&spelt(*number));
        found.unnamed = numbers.iter().filter(|number| !named(number)).map(|number| spelt(*number)).collect();
        found
    }
}

fn take(
    statement: &PositionStatement,
    number: (u32, u32),
    stated: &mut BTreeMap<(u32, u32), Vec<(Position, String)>>,
    found: &mut Resolution,
) {
    if let Some(position) = statement.position {
        stated.entry(number).or_default().push((position, statement.place.clone()));
    }
    if !statement.comment.is_empty() {
        found.comments.entry(spelt(number)).or_insert_with(|| statement.comment.clone());
    }
}

fn settle(number: (u32, u32), classes: Vec<(Position, String)>, found: &mut Resolution) {
    let positions: BTreeSet<Position> = classes.iter().map(|(position, _)| *position).collect();
    let places: Vec<&str> = classes.iter().map(|(_, place)| place.as_str()).collect();
    let is_apart = positions.contains(&Position::None);
    let unresolved = |reason| Unresolved { place: places.join(" and "), number: spelt(number), reason };
    match classes.first() {
        _ if is_apart => found.unresolved.push(unresolved(UnresolvedReason::SetApart)),
        Some(first) if positions.len() == 1 => _ = found.positions.insert(spelt(number), first.clone()),
        _ => found.unresolved.push(unresolved(UnresolvedReason::ManyClasses {
            count: positions.len(),
            classes: positions.into_iter().map(class).collect(),
        })),
    }
}

/// The existing numbers that a range means, and what is wrong with the others.
fn expand(range: NumberRange, existing: &BTreeSet<(u32, u32)>) -> (Vec<(u32, u32)>, Option<UnresolvedReason>) {
    let fail = |reason| (Vec::new(), Some(reason));
    if range.to - range.from > LONGEST_RUN {
        return fail(UnresolvedReason::RunTooLong);
    }
    let mains: BTreeSet<u32> = existing.iter().map(|(main, _)| *main).collect();
    let main = match range.main {
        Some(main) if mains.contains(&main) => main,
        // Without a paragraph, or with one that the report does not have: the only one, or the only
        // one that has such an item.
        _ => {
            let fits: Vec<u32> = mains.into_iter().filter(|main| existing.contains(&(*main, range.from))).collect();
            match fits.as_slice() {
                [one] => *one,
                [] => return fail(UnresolvedReason::NoSuchNumber),
                many => return fail(UnresolvedReason::ManyParagraphs { paragraphs: many.to_vec() }),
            }
        }
    };
    let all = (range.from..=range.to).map(|item| (main, item));
    let (found, missing): (Vec<_>, Vec<_>) = all.partition(|number| existing.contains(number));
    let missing: Vec<String> = missing.into_iter().map(spelt).collect();
    let reason = (!missing.is_empty()).then_some(UnresolvedReason::NotInReport { numbers: missing });
    (found, reason)
}

fn pair(paragraph: &str) -> Option<(u32, u32)> {
    let (main, item) = paragraph.split_once('.')?;
    Some((main.parse().ok()?, item.parse().ok()?))
}

fn spelt((main, item): (u32, u32)) -> String {
    format!("{main}.{item}")
}

#[cfg(test)]
mod tests {
    use super::*;

    type Written<'a> = (Option<Position>, &'a [(Option<u32>, u32, u32)], &'a str);

    fn list(statements: &[Written<'_>]) -> PositionList {
        let statement = |(position, numbers, comment): &Written<'_>| PositionStatement {
            place: "page 1".to_owned(),
            position: *position,
            numbers: numbers.iter().map(|&(main, from, to)| NumberRange { main, from, to }).collect(),
            comment: (*comment).to_owned(),
        };
        let statements = statements.iter().map(statement).collect();
        PositionList { report: None, symbol: None, state: "PER".parse().unwrap(), session: None, statements }
    }

    fn existing(numbers: &[&str]) -> BTreeSet<Paragraph> {
        numbers.iter().map(|n| Paragraph::parse(n).unwrap()).collect()
    }

    #[test]
    fn ranges_are_spread_over_the_numbers_that_exist() {
        let said = list(&[
            (Some(Position::Supported), &[(Some(140), 1, 3)], ""),
            (Some(Position::Noted), &[(Some(140), 5, 5), (Some(140), 9, 9)], ""),
            (None, &[(Some(140), 5, 5)], "It is under way."),
        ]);
        let found = Resolution::of(&said, &existing(&["140.1", "140.2", "140.3", "140.4", "140.5"]));
        assert_eq!(found.positions.len(), 4);
        assert_eq!(found.comments["140.5"], "It is under way.");
        assert_eq!((found.unresolved.len(), found.unnamed), (1, vec!["140.4".to_owned()]));
    }

    #[test]
    fn a_wrong_paragraph_is_mended_where_only_one_exists() {
        let said = list(&[(Some(Position::Noted), &[(Some(14), 2, 2), (None, 3, 3)], "")]);
        let found = Resolution::of(&said, &existing(&["140.2", "140.3"]));
        assert_eq!(found.positions.keys().collect::<Vec<_>>(), ["140.2", "140.3"]);
    }

    #[test]
    fn what_is_in_two_classes_is_in_neither() {
        let said = list(&[
            (Some(Position::Noted), &[(Some(140), 2, 2)], ""),
            (Some(Position::Supported), &[(Some(140), 2, 2)], ""),
        ]);
        let found = Resolution::of(&said, &existing(&["140.2"]));
        assert!(found.positions.is_empty());
        assert!(matches!(&found.unresolved[0].reason, UnresolvedReason::ManyClasses { count: 2, .. }), "{found:?}");
    }
}
