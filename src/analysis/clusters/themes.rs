//! The upper level: which issues stand under which theme.
//!
//! A workspace of many States has the 54 issues of UPR Info for themes. One State has too few texts
//! for that: its themes are the fourteen families of issues, of which a very large one gives up its
//! largest issue to stand alone. A wanted number is reached by giving up more issues, or by putting
//! the smallest theme to the one most like it.

use std::collections::BTreeMap;

use ndarray::Array1;

use crate::domain::Language;
use crate::domain::vocabulary::{issue_families, issues};

/// How many themes are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeCount {
    /// One for each issue.
    Issues,
    /// Families, at most fifteen.
    Families,
    /// This number.
    Exactly(usize),
}

/// Most themes of one State, unless more are wanted.
const MOST: usize = 15;
/// A theme with a larger share of the records than this gives up its largest issue.
const TOO_LARGE: f64 = 0.25;

/// What is known of an issue's records.
#[derive(Debug, Clone)]
pub(super) struct IssueRecords {
    /// How many there are.
    pub(super) count: usize,
    /// The sum of their places; empty where there are none.
    pub(super) sum: Array1<f64>,
}

/// The number of each theme, and its issues by number from 0. Every issue stands in one theme.
///
/// Numbers mean the same in every workspace: where each issue is a theme, it has the issue's number;
/// else a family has its place in the table of families, and an issue that stands alone comes after all
/// families.
#[must_use]
pub(super) fn themes(records: &[IssueRecords], wanted: ThemeCount) -> Vec<(u16, Vec<usize>)> {
    if wanted == ThemeCount::Issues {
        return (0..records.len()).map(|issue| (issue as u16 + 1, vec![issue])).collect();
    }
    let mut numbered: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    for theme in grouped(records, wanted) {
        // Themes put together out of several families may want one number.
        let wish = number(&theme);
        let free = (LAST..).find(|number| !numbered.contains_key(number)).unwrap_or(u16::MAX);
        let number = if numbered.contains_key(&wish) { free } else { wish };
        numbered.insert(number, theme);
    }
    numbered.into_iter().collect()
}

/// Numbers from here on are of themes that no table knows.
const LAST: u16 = 80;

/// The theme of an issue that none of the known themes holds: its number and issues. Where themes hold
/// several issues, it is what the others leave of the issue's family; else the issue alone.
pub(super) fn theme_of(issue: usize, known: &BTreeMap<u16, Vec<u16>>) -> (u16, Vec<u16>) {
    let has_families = known.values().any(|issues| issues.len() > 1);
    let family = issue_families().iter().position(|family| family.issues.contains(&issue)).unwrap_or(0);
    let is_taken = |issue: &u16| known.values().any(|issues| issues.contains(issue));
    let (wish, issues) = if has_families {
        let own = issue_families()[family].issues.iter().map(|issue| *issue as u16);
        (family as u16 + 1, own.filter(|issue| !is_taken(issue)).collect())
    } else {
        (issue as u16 + 1, vec![issue as u16])
    };
    let free = || (LAST..).find(|number| !known.contains_key(number)).unwrap_or(u16::MAX);
    (if known.contains_key(&wish) { free() } else { wish }, issues)
}

/// The family that most of the issues are of; a lone issue of a larger family by itself.
fn number(theme: &[usize]) -> u16 {
    let families = issue_families();
    let of = |issue: usize| families.iter().position(|family| family.issues.contains(&issue)).unwrap_or(0);
    match theme {
        [issue] if families[of(*issue)].issues.len() > 1 => (families.len() + issue + 1) as u16,
        _ => {
            let mut counts = vec![0usize; families.len()];
            theme.iter().for_each(|issue| counts[of(*issue)] += 1);
            let most = (0..counts.len()).max_by_key(|at| (counts[*at], usize::MAX - at)).unwrap_or(0);
            most as u16 + 1
        }
    }
}

fn grouped(records: &[IssueRecords], wanted: ThemeCount) -> Vec<Vec<usize>> {
    let mut themes: Vec<Vec<usize>> = issue_families().iter().map(|family| family.issues.clone()).collect();
    let total: usize = records.iter().map(|r| r.count).sum();
    let size = |theme: &[usize]| theme.iter().map(|issue| records[*issue].count).sum::<usize>();
    let inhabited = |themes: &[Vec<usize>]| themes.iter().filter(|theme| size(theme) > 0).count();
    match wanted {
        ThemeCount::Exactly(count) => {
            while inhabited(&themes) < count && give_up(&mut themes, records, 0) {}
            while inhabited(&themes) > count.max(1) {
                put_together(&mut themes, records);
            }
        }
        _ => {
            let least = (total as f64 * TOO_LARGE) as usize + 1;
            while inhabited(&themes) < MOST && give_up(&mut themes, records, least) {}
        }
    }
    themes
}

/// Lets the largest issue of the largest theme that has several stand alone; false where no theme of
/// at least `least` records can give one up.
fn give_up(themes: &mut Vec<Vec<usize>>, records: &[IssueRecords], least: usize) -> bool {
    let count = |issue: &usize| records[*issue].count;
    let size = |theme: &Vec<usize>| theme.iter().map(count).sum::<usize>();
    let can = |theme: &Vec<usize>| theme.iter().filter(|issue| count(issue) > 0).count() > 1 && size(theme) >= least;
    let Some(at) =
        (0..themes.len()).filter(|at| can(&themes[*at])).max_by_key(|at| (size(&themes[*at]), usize::MAX - at))
    else {
        return false;
    };
    let largest = themes[at].iter().copied().max_by_key(|issue| (count(issue), usize::MAX - issue));
    let largest = largest.expect("a theme that can give up an issue has one");
    themes[at].retain(|issue| *issue != largest);
    themes.push(vec![largest]);
    true
}

/// Puts the smallest theme that has records to the one whose records are most like its own.
fn put_together(themes: &mut Vec<Vec<usize>>, records: &[IssueRecords]) {
    let size = |theme: &Vec<usize>| theme.iter().map(|issue| records[*issue].count).sum::<usize>();
    let inhabited: Vec<usize> = (0..themes.len()).filter(|at| size(&themes[*at]) > 0).collect();
    let Some(&smallest) = inhabited.iter().min_by_key(|at| (size(&themes[**at]), **at)) else { return };
    let centre = |at: usize| {
        let sums = themes[at].iter().map(|issue| &records[*issue].sum).filter(|sum| !sum.is_empty());
        sums.fold(None, |all: Option<Array1<f64>>, sum| Some(all.map_or_else(|| sum.clone(), |a| a + sum)))
    };
    let cosine = |a: &Array1<f64>, b: &Array1<f64>| a.dot(b) / (a.dot(a) * b.dot(b)).sqrt().max(1e-12);
    let Some(own) = centre(smallest) else { return };
    let likeness = |at: usize| centre(at).map_or(-1.0, |other| cosine(&own, &other));
    let others = inhabited.iter().copied().filter(|at| *at != smallest);
    let Some(nearest) = others.max_by(|a, b| likeness(*a).total_cmp(&likeness(*b)).then(b.cmp(a))) else { return };
    let moved = std::mem::take(&mut themes[smallest]);
    themes[nearest].extend(moved);
    themes[nearest].sort_unstable();
    themes.remove(smallest);
}

/// The name of a theme: its issue, the family it covers, or its issues in a row.
#[must_use]
pub fn theme_title(of_theme: &[u16], language: Language) -> String {
    let own: Vec<usize> = of_theme.iter().map(|issue| usize::from(*issue)).collect();
    let name = |issue: usize| issues().get(issue).map_or("", |i| i.names.get(language)).to_owned();
    if let [issue] = own[..] {
        return name(issue);
    }
    let inside = |family: &[usize]| own.iter().filter(|issue| family.contains(issue)).count();
    let families: Vec<&str> = issue_families()
        .iter()
        .filter(|family| inside(&family.issues) > 0)
        .map(|family| family.names.get(language))
        .collect();
    families.join("; ")
}

#[cfg(test)]
mod tests {
    use super::{IssueRecords, ThemeCount, theme_title, themes};
    use crate::domain::Language;
    use ndarray::array;

    fn records(counts: impl Fn(usize) -> usize) -> Vec<IssueRecords> {
        let of = |at: usize| IssueRecords { count: counts(at), sum: array![at as f64, 1.0, (at % 3) as f64] };
        (0..54).map(of).collect()
    }

    #[test]
    fn every_issue_has_one_theme_and_the_wanted_number_is_reached() {
        for wanted in [1, 5, 9, 14, 20, 54] {
            let made = themes(&records(|at| at + 1), ThemeCount::Exactly(wanted));
            assert_eq!(made.len(), wanted);
            let numbers: std::collections::BTreeSet<u16> = made.iter().map(|(number, _)| *number).collect();
            assert_eq!(numbers.len(), wanted, "no number is given twice");
            let mut all: Vec<usize> = made.into_iter().flat_map(|(_, issues)| issues).collect();
            all.sort_unstable();
            assert_eq!(all, (0..54).collect::<Vec<_>>());
        }
        assert_eq!(themes(&records(|_| 1), ThemeCount::Issues).len(), 54);
        assert!(themes(&records(|_| 5), ThemeCount::Families).len() <= 15);
    }

    #[test]
    fn a_theme_is_named_by_its_issue_or_its_family() {
        assert_eq!(theme_title(&[5], Language::En), "Death penalty");
        assert_eq!(theme_title(&[20, 41], Language::En), "Health");
    }
}
