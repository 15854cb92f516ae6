//! Pairs that ask for opposite acts on one thing.
//!
//! Few are found, and these can be relied on: an ask must begin with the act, and both acts must be done to the same
//! thing, word for word. Whatever else is opposed in two texts, such as a ban in the one and the repeal of what
//! allows the same thing in the other, wants somebody who reads them.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use crate::analysis::reading_of;
use crate::domain::{Language, RecordId, SettledRecord, StateCode};
use crate::text::lead_act::{LeadAct, TakenAct};
use crate::text::opposites::{Opposition, Stance, opposition};

/// Two recommendations to one State that ask for opposite acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contradiction {
    /// The one, by the smaller identifier.
    pub a: RecordId,
    /// The other.
    pub b: RecordId,
    /// What the one asks for.
    pub act_a: TakenAct,
    /// What the other asks for.
    pub act_b: TakenAct,
    /// The State that they are addressed to.
    pub state: StateCode,
    /// Reference of the one.
    pub reference_a: String,
    /// Reference of the other.
    pub reference_b: String,
    /// Mechanism or body that makes the one.
    pub made_by_a: String,
    /// Mechanism or body that makes the other.
    pub made_by_b: String,
}

/// A record with the act that it begins with.
struct Acting<'v> {
    settled: &'v SettledRecord,
    state: StateCode,
    lead: LeadAct,
}

impl<'v> Acting<'v> {
    fn of(settled: &'v SettledRecord) -> Option<Self> {
        let (language, text) = settled.record.text(Language::En);
        Some(Self { settled, state: settled.record.state?, lead: LeadAct::of(&text.clean, language)? })
    }

    fn contradicts(&self, other: &Self) -> bool {
        // The whole of what they say tells whether one age is to be raised and another lowered.
        let stance = |acting: &Self| Stance::of(&reading_of(&acting.settled.record));
        self.lead.contradicts(&other.lead)
            && opposition(&stance(self), &stance(other)).is_none_or(|found| found == Opposition::Acts)
    }
}

/// The contradictions among records, which come in the order of their identifiers; `made_by` says who makes a record.
pub(super) fn contradictions(
    records: &[&SettledRecord],
    made_by: impl Fn(&SettledRecord) -> String,
) -> Vec<Contradiction> {
    let acting: Vec<Acting<'_>> = records.par_iter().filter_map(|settled| Acting::of(settled)).collect();
    let mut matters: BTreeMap<(StateCode, (u8, &str)), Vec<&Acting<'_>>> = BTreeMap::new();
    for one in &acting {
        matters.entry((one.state, one.lead.matter())).or_default().push(one);
    }
    let mut found: Vec<Contradiction> = Vec::new();
    for matter in matters.values() {
        for (at, a) in matter.iter().enumerate() {
            let against = matter[at + 1..].iter().filter(|b| a.contradicts(b));
            found.extend(against.map(|b| contradiction(a, b, &made_by)));
        }
    }
    found.sort_by_key(|pair| (pair.a, pair.b));
    found
}

fn contradiction(a: &Acting<'_>, b: &Acting<'_>, made_by: impl Fn(&SettledRecord) -> String) -> Contradiction {
    Contradiction {
        a: a.settled.record.id,
        b: b.settled.record.id,
        act_a: a.lead.act(),
        act_b: b.lead.act(),
        state: a.state,
        reference_a: a.settled.reference.clone(),
        reference_b: b.settled.reference.clone(),
        made_by_a: made_by(a.settled),
        made_by_b: made_by(b.settled),
    }
}
