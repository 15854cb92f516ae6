//! The recommendations that a plan names: by number, by symbol, by any other name, or by their text.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::fold;
use crate::domain::{Asker, Recommendation, RecordId};
use crate::text::likeness::Wording;
use crate::view::{Refusal, View};

/// A text that names a recommendation by its words is at least that long, in letters.
const SHORTEST_TEXT: usize = 40;
/// Likeness of words that are taken for the same text.
const SAME: f32 = 0.9;
/// How far the next best text must lie behind.
const AHEAD: f32 = 0.05;
/// Numbers that one range may stand for.
const LONGEST_RANGE: u32 = 200;

/// A name in a plan that names no recommendation, or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unlinked {
    /// Where it stands in the file.
    pub place: String,
    /// The name, as it was written.
    pub name: String,
    /// How many recommendations it names; 0 when none.
    pub candidates: usize,
}

/// Looks recommendations up; the texts are read when the first is needed.
pub(super) struct Links<'v> {
    view: &'v View,
    asker: &'v Asker,
    texts: Option<Texts>,
}

struct Texts {
    by_text: HashMap<String, Vec<RecordId>>,
    wordings: Vec<(RecordId, Wording)>,
}

impl<'v> Links<'v> {
    pub(super) const fn new(view: &'v View, asker: &'v Asker) -> Self {
        Self { view, asker, texts: None }
    }

    /// The recommendations that a cell names, and the names that are not understood.
    ///
    /// # Errors
    /// When records cannot be read.
    pub(super) fn of(&mut self, names: &[String], place: &str) -> Result<(Vec<RecordId>, Vec<Unlinked>), Refusal> {
        let (mut found, mut unlinked) = (Vec::new(), Vec::new());
        for name in names.iter().flat_map(|name| spread(name)) {
            match self.one(&name)? {
                Ok(id) if found.contains(&id) => {}
                Ok(id) => found.push(id),
                Err(candidates) => unlinked.push(Unlinked { place: place.to_owned(), name, candidates }),
            }
        }
        Ok((found, unlinked))
    }

    /// The one recommendation of a name, or how many there are.
    fn one(&mut self, name: &str) -> Result<Result<RecordId, usize>, Refusal> {
        let last = name.split_whitespace().last().filter(|last| *last != name && last.contains('.'));
        for name in [Some(name), last].into_iter().flatten() {
            match self.view.find_one(name) {
                Ok(settled) => return Ok(Ok(settled.record.id)),
                Err(Refusal::Ambiguous { count, .. }) => return Ok(Err(count)),
                Err(Refusal::Unknown { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        if name.chars().count() < SHORTEST_TEXT { Ok(Err(0)) } else { self.by_text(name) }
    }

    fn by_text(&mut self, text: &str) -> Result<Result<RecordId, usize>, Refusal> {
        let language = self.asker.language;
        let states = &self.view.registers.states;
        let texts = match &mut self.texts {
            Some(texts) => texts,
            none => none.insert(Texts::of(self.view, self.asker)?),
        };
        match texts.by_text.get(&fold(text)).map(Vec::as_slice) {
            Some([one]) => return Ok(Ok(*one)),
            Some(several) => return Ok(Err(several.len())),
            None => {}
        }
        let own = Wording::of(text, language, states);
        let mut near: Vec<(f32, RecordId)> = texts
            .wordings
            .iter()
            .map(|(id, wording)| (own.whole(wording), *id))
            .filter(|(like, _)| *like >= SAME - AHEAD)
            .collect();
        near.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(x.cmp(y)));
        Ok(match near.as_slice() {
            [(like, id)] if *like >= SAME => Ok(*id),
            [(like, id), (next, _), ..] if *like >= SAME && like - next >= AHEAD => Ok(*id),
            all => Err(all.len()),
        })
    }
}

impl Texts {
    fn of(view: &View, asker: &Asker) -> Result<Self, Refusal> {
        let mut records = view.records_of(view.registers.own_state)?;
        records.retain(|record| record.kind.is_of_plan());
        let mut by_text: HashMap<String, Vec<RecordId>> = HashMap::new();
        let folded = |record: &Recommendation| fold(record.clean_text(asker.language));
        records.iter().for_each(|record| by_text.entry(folded(record)).or_default().push(record.id));
        let states = &view.registers.states;
        let wording = |record: &Recommendation| {
            let (language, _) = record.text(asker.language);
            (record.id, Wording::of(record.clean_text(asker.language), language, states))
        };
        Ok(Self { by_text, wordings: records.iter().map(wording).collect() })
    }
}

/// The names in a text: several numbers with commas between, and the numbers of a range (`140.7-140.9`).
fn spread(text: &str) -> Vec<String> {
    let is_number = |part: &str| {
        let part = part.trim();
        part.contains('.') && part.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '–' | ' '))
    };
    let parts: Vec<&str> = text.split(',').collect();
    let parts = if parts.iter().all(|part| is_number(part)) { parts } else { vec![text] };
    parts.into_iter().flat_map(|part| range(part.trim()).unwrap_or_else(|| vec![part.trim().to_owned()])).collect()
}

fn range(text: &str) -> Option<Vec<String>> {
    let (first, last) = text.split_once(['-', '–'])?;
    let (section, first) = first.trim().rsplit_once('.')?;
    let (other, last) = last.trim().rsplit_once('.').unwrap_or((section, last.trim()));
    let (first, last): (u32, u32) = (first.parse().ok()?, last.parse().ok()?);
    let is_range = section == other && first < last && last - first < LONGEST_RANGE;
    is_range.then(|| (first..=last).map(|number| format!("{section}.{number}")).collect())
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn numbers_are_spread_and_sentences_stay_whole() {
        assert_eq!(spread("140.7, 140.9"), ["140.7", "140.9"]);
        assert_eq!(spread("140.7–140.9"), ["140.7", "140.8", "140.9"]);
        assert_eq!(spread("140.7-9"), ["140.7", "140.8", "140.9"]);
        assert_eq!(spread("A/HRC/43/99 140.7"), ["A/HRC/43/99 140.7"]);
        assert_eq!(spread("Ratify the treaty, and train judges"), ["Ratify the treaty, and train judges"]);
    }
}
