//! Which cards has the exercise of a seed?

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;
use serde::{Deserialize, Serialize};

use super::category::{category, indicator};
use super::choose::{Chosen, chosen};
use super::pool::Pool;
use crate::domain::{Asker, Language, SettledRecord};
use crate::exercise::{Card, Category, Exercise, ExerciseKind, Hidden, Trap};
use crate::reports::data_version;
use crate::view::{Question, Refusal, View};

/// Most cards of an exercise: more are none for a room.
pub const MOST_CARDS: u16 = 300;

/// Draws the cards of an exercise: the same data, seed and wishes give the same cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawExercise {
    /// What groups are asked to do.
    #[serde(default)]
    pub kind: ExerciseKind,
    /// How many cards; fewer where there are not so many records.
    pub cards: u16,
    /// The seed.
    pub seed: u64,
    /// What does not stand on the cards.
    #[serde(default)]
    pub hide: Vec<Hidden>,
    /// Only of this State, by any of its names; else of that of the workspace, where it is about one.
    #[serde(default)]
    pub state: Option<String>,
}

impl Question for DrawExercise {
    type Answer = Exercise;

    fn answer(&self, view: &View, asker: &Asker) -> Result<Exercise, Refusal> {
        let named = self.state.as_deref().map(|name| view.state(name)).transpose()?;
        let state = named.or(view.registers.own_state);
        let settled = view.settled()?;
        let mut random = Xoshiro256PlusPlus::seed_from_u64(self.seed);
        let pool = Pool::of(settled, state, asker.language, &mut random);
        let Chosen { mut records, traps } = chosen(&pool, self.kind, usize::from(self.cards.min(MOST_CARDS)));
        records.shuffle(&mut random);
        let number = |at: &usize| records.iter().position(|chosen| chosen == at).map(|place| place + 1);
        let mut traps: Vec<Trap> = traps
            .into_iter()
            .map(|(rule, found)| Trap { rule, cards: found.iter().filter_map(number).collect() })
            .collect();
        traps.iter_mut().for_each(|trap| trap.cards.sort_unstable());
        let cards: Vec<Card> = (0..).zip(&records).map(|(turn, at)| self.card(turn, *at, &pool, view)).collect();
        Ok(Exercise {
            kind: self.kind,
            seed: self.seed,
            wanted: self.cards,
            language: asker.language,
            hidden: self.hide.clone(),
            workspace: view.registers.name.clone(),
            state: state.map(|code| view.registers.states.name_in(code, asker.language)),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            data: data_version(settled),
            models: view.analysis.models.clone(),
            categories: self.categories(&records, &cards, &pool, view),
            cards,
            traps,
        })
    }
}

impl DrawExercise {
    fn card(&self, turn: usize, at: usize, pool: &Pool<'_>, view: &View) -> Card {
        let settled = pool.records[at];
        let text = pool.text(at);
        let (category, signs) = category(self.kind, settled, text, turn);
        let said = (self.kind == ExerciseKind::Indicators).then(|| {
            let topic = cluster_title(settled, view, pool.language);
            indicator(turn, &topic.unwrap_or_default())
        });
        Card {
            number: turn + 1,
            text: if said.is_some() { String::new() } else { text.1.to_owned() },
            facts: if said.is_some() { Vec::new() } else { self.facts(settled, view, pool.language) },
            said,
            record: settled.record.id,
            reference: settled.reference.clone(),
            category,
            signs,
        }
    }

    /// What may stand under the text: the document, without the States that a reference may name; then these.
    fn facts(&self, settled: &SettledRecord, view: &View, language: Language) -> Vec<String> {
        let record = &settled.record;
        let mut facts = Vec::new();
        if !self.hide.contains(&Hidden::Mechanism) {
            facts.push(record.reference().to_string());
        }
        if !self.hide.contains(&Hidden::States) {
            let name = |code| view.registers.states.name_in(code, language);
            let states: Vec<String> = record.recommending_states.iter().map(|code| name(*code)).collect();
            facts.extend((!states.is_empty()).then(|| states.join(", ")));
        }
        facts
    }

    /// The categories that cards name, in the order of the cards.
    fn categories(&self, records: &[usize], cards: &[Card], pool: &Pool<'_>, view: &View) -> Vec<Category> {
        let mut categories: Vec<Category> = Vec::new();
        for (at, card) in records.iter().zip(cards) {
            if categories.iter().any(|known| known.id == card.category) {
                continue;
            }
            let title = match self.kind {
                ExerciseKind::Sort => cluster_title(pool.records[*at], view, pool.language)
                    .map(|title| format!("{} {title}", card.category)),
                // An ask is called as the first card that makes it.
                ExerciseKind::Duplicates => Some(card.reference.clone()),
                ExerciseKind::Smart | ExerciseKind::Indicators | ExerciseKind::Position => None,
            };
            categories.push(Category { id: card.category.clone(), title });
        }
        categories
    }
}

/// The title of the cluster of a record.
fn cluster_title(settled: &SettledRecord, view: &View, language: Language) -> Option<String> {
    let cluster = view.cluster(settled.cluster?, language).ok()?;
    Some(cluster.title.clone())
}
