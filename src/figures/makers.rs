//! Who makes asks, and how many each.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::values::AxisValue;
use crate::i18n::Words;
use crate::reports::OverlapAnswer;

/// The makers of an answer with the asks that each makes, alone or with others; most first.
pub(super) fn makers(answer: &OverlapAnswer, words: &Words) -> Vec<AxisValue> {
    let mut asks: BTreeMap<&str, u64> = BTreeMap::new();
    for combination in &answer.combinations {
        combination.combination.iter().for_each(|maker| *asks.entry(maker).or_default() += combination.asks);
    }
    let field = answer.question.rows.field();
    let mut makers: Vec<AxisValue> =
        asks.into_iter().map(|(code, asks)| AxisValue::of(field, code, None, asks, words)).collect();
    makers.sort_by_key(|maker| Reverse(maker.size));
    makers
}
