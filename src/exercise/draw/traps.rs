//! Cards that are easily sorted wrongly, found by rule; of several the first in the shuffled pool.

use std::collections::BTreeSet;

use super::pool::Pool;
use crate::domain::{Kind, Position};
use crate::exercise::TrapRule;
use crate::text::read;

/// Records that name one instrument, of which every two are compared, and records that are read for one rule.
const COMPARED: usize = 300;
const READ: usize = 2_000;
/// Asks that are looked through, and members of one that are compared.
const ASKS: usize = 400;
const MEMBERS: usize = 12;
/// Share of words in common from which two texts seem the same, and below which they seem different.
const ALIKE: f64 = 0.5;
const UNLIKE: f64 = 0.4;
/// The categories of UPR Info for a general and for a specific action.
const GENERAL: u8 = 4;
const SPECIFIC: &str = "5";

/// The places of cards that a rule finds.
pub(super) fn trap(rule: TrapRule, pool: &Pool<'_>) -> Option<Vec<usize>> {
    match rule {
        TrapRule::OtherInstrument => other_instrument(pool),
        TrapRule::OtherWords => other_words(pool),
        TrapRule::TwoInstruments => first(pool, |pool, at| {
            let settled = pool.records[at];
            settled.record.kind == Kind::Recommendation && settled.instruments.len() > 1
        }),
        TrapRule::Concern => first(pool, |pool, at| pool.records[at].record.kind == Kind::Concern),
        TrapRule::NotedThenSupported => noted_then_supported(pool),
        TrapRule::GeneralWithExamples => first(pool, is_general_with_examples),
    }
}

fn first(pool: &Pool<'_>, fits: impl Fn(&Pool<'_>, usize) -> bool) -> Option<Vec<usize>> {
    (0..pool.records.len().min(READ)).find(|at| fits(pool, *at)).map(|at| vec![at])
}

fn is_general_with_examples(pool: &Pool<'_>, at: usize) -> bool {
    let settled = pool.records[at];
    let (language, text) = pool.text(at);
    settled.record.kind.is_of_plan()
        && settled.action.as_deref() == Some(SPECIFIC)
        && read(text, language).opening.category() == Some(GENERAL)
}

/// The two most alike of those that name one instrument each, and not the same.
fn other_instrument(pool: &Pool<'_>) -> Option<Vec<usize>> {
    let names_one = |at: &usize| pool.records[*at].record.kind.is_of_plan() && pool.records[*at].instruments.len() == 1;
    let named: Vec<usize> = (0..pool.records.len()).filter(names_one).take(COMPARED).collect();
    let words: Vec<BTreeSet<String>> = named.iter().map(|at| pool.words(*at)).collect();
    let mut best: Option<(f64, Vec<usize>)> = None;
    for (i, a) in named.iter().enumerate() {
        for (j, b) in named.iter().enumerate().skip(i + 1) {
            let share = if pool.records[*a].instruments == pool.records[*b].instruments {
                0.0
            } else {
                in_common(&words[i], &words[j])
            };
            if share >= ALIKE && best.as_ref().is_none_or(|(most, _)| share > *most) {
                best = Some((share, vec![*a, *b]));
            }
        }
    }
    best.map(|(_, pair)| pair)
}

/// The two least alike of those that make the same ask in one language.
fn other_words(pool: &Pool<'_>) -> Option<Vec<usize>> {
    let mut best: Option<(f64, Vec<usize>)> = None;
    for members in asks(pool) {
        let words: Vec<BTreeSet<String>> = members.iter().map(|at| pool.words(*at)).collect();
        for (i, a) in members.iter().enumerate() {
            for (j, b) in members.iter().enumerate().skip(i + 1) {
                let share = in_common(&words[i], &words[j]);
                let is_one_language = pool.text(*a).0 == pool.text(*b).0;
                if is_one_language && share < best.as_ref().map_or(UNLIKE, |(least, _)| *least) {
                    best = Some((share, vec![*a, *b]));
                }
            }
        }
    }
    best.map(|(_, pair)| pair)
}

/// The same ask noted in one session and supported in a later one.
fn noted_then_supported(pool: &Pool<'_>) -> Option<Vec<usize>> {
    let record = |at: usize| &pool.records[at].record;
    let follows = |a: usize, b: usize| {
        let sessions = record(a).session.zip(record(b).session);
        record(a).position == Position::Noted
            && record(b).position.is_support()
            && sessions.is_some_and(|(earlier, later)| earlier < later)
    };
    asks(pool).into_iter().find_map(|members| {
        let mut pairs = members.iter().flat_map(|a| members.iter().map(move |b| (*a, *b)));
        pairs.find(|(a, b)| follows(*a, *b)).map(|(a, b)| vec![a, b])
    })
}

/// Asks with several members, as far as they are looked through.
fn asks(pool: &Pool<'_>) -> Vec<Vec<usize>> {
    let mut asks = pool.groups(|settled| Some(settled.ask));
    asks.retain(|members| members.len() > 1);
    asks.truncate(ASKS);
    asks.iter_mut().for_each(|members| members.truncate(MEMBERS));
    asks
}

/// The share of words in common, 0 to 1.
fn in_common(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}
