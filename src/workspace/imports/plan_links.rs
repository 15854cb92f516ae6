//! The recommendations that a plan names: by number, by symbol, by any other name, or by their text.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::domain::vocabulary::fold;
use crate::domain::{Asker, Recommendation, RecordId, SettledRecord};
use crate::text::likeness::WordSets;
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
    wordings: Vec<(RecordId, WordSets)>,
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
        // "A/HRC/43/99 140.7": the number alone, where it is the only one. Of several none may be passed over.
        let numbers: Vec<&str> = name.split_whitespace().filter(|word| is_number(word)).collect();
        let last = if let [number] = numbers[..] { Some(number).filter(|number| *number != name) } else { None };
        let whole = name;
        for name in [Some(name), last].into_iter().flatten().filter(|name| !is_bare(name)) {
            match self.view.find_one(name) {
                Ok(settled) if self.is_meant(&settled, whole) => return Ok(Ok(settled.record.id)),
                Ok(_) => {}
                Err(Refusal::Ambiguous { count, .. }) => return Ok(Err(count)),
                Err(Refusal::Unknown { .. }) => {}
                Err(other) => return Err(other),
            }
        }
        if name.chars().count() < SHORTEST_TEXT { Ok(Err(0)) } else { self.by_text(name) }
    }

    /// Whether a record is one of the State of the plan, and of the document that its name names.
    fn is_meant(&self, settled: &SettledRecord, name: &str) -> bool {
        let record = &settled.record;
        let own = self.view.registers.own_state;
        let is_own = own.is_none() || record.state == own;
        let symbol = record.symbol.as_ref().map(ToString::to_string).unwrap_or_default();
        let names_document = name.split_whitespace().any(|word| word.contains('/') && word.len() > 4);
        is_own
            && (!names_document
                || (!symbol.is_empty() && fold(name).contains(&fold(&symbol)))
                || is_called(settled, name))
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
        let own = WordSets::of(text, language, states);
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
            (record.id, WordSets::of(record.clean_text(asker.language), language, states))
        };
        Ok(Self { by_text, wordings: records.iter().map(wording).collect() })
    }
}

/// Whether a name is a bare number, which would be the beginning of some identifier.
fn is_bare(name: &str) -> bool {
    name.len() < 16 && name.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a record is called exactly so.
fn is_called(settled: &SettledRecord, name: &str) -> bool {
    fold(&settled.reference) == fold(name) || fold(&settled.record.called()) == fold(name)
}

/// Words that stand around and between numbers, folded, in six languages: what they name is the numbers alone.
const AROUND: [&str; 28] = [
    "and",
    "et",
    "y",
    "e",
    "и",
    "و",
    "&",
    "para",
    "paras",
    "paragraph",
    "paragraphs",
    "paragraphe",
    "paragraphes",
    "parrafo",
    "parrafos",
    "пункт",
    "пункты",
    "الفقرة",
    "الفقرتان",
    "الفقرات",
    "no",
    "nos",
    "n",
    "rec",
    "recs",
    "recommandations",
    "recommendations",
    "和",
];
/// Words between the first and the last number of a range.
const TO: [&str; 9] = ["to", "à", "a", "al", "по", "إلى", "الى", "至", "–"];

/// The names in a text: several numbers with commas or words between, and the numbers of a range (`140.7-140.9`,
/// "140.7 to 140.9"). A text that says anything else stays whole.
fn spread(text: &str) -> Vec<String> {
    numbers(text).unwrap_or_else(|| vec![text.trim().to_owned()])
}

/// The numbers of a text that holds nothing but numbers and what stands between them.
fn numbers(text: &str) -> Option<Vec<String>> {
    let (mut found, mut is_to): (Vec<String>, bool) = (Vec::new(), false);
    for word in text.split([',', ' ', '\u{a0}', '،', '\n']).map(|word| word.trim_matches(['.', '¶', '§', ':'])) {
        let lower = word.to_lowercase();
        match range(word) {
            _ if word.is_empty() || word == "-" => {}
            Some(all) => found.extend(all),
            None if is_number(word) && is_to => {
                let all = range(&format!("{}-{word}", found.pop()?))?;
                found.extend(all);
            }
            None if is_number(word) => found.push(word.to_owned()),
            None if TO.contains(&lower.as_str()) => {
                is_to = true;
                continue;
            }
            None if AROUND.contains(&lower.as_str()) => {}
            None => return None,
        }
        is_to = is_to && (word.is_empty() || word == "-");
    }
    (!found.is_empty() && !is_to).then_some(found)
}

/// Whether a word is the number of a paragraph of a review: `140.7`.
fn is_number(word: &str) -> bool {
    let parts = word.split_once('.');
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.is_some_and(|(section, number)| is_digits(section) && is_digits(number))
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
        for text in ["140.7 to 140.9", "140.7 à 140.9", "140.7 إلى 140.9", "paras. 140.7, 140.8 and 140.9"] {
            assert_eq!(spread(text), ["140.7", "140.8", "140.9"], "{text}");
        }
        assert_eq!(spread("140.7 und 140.9"), ["140.7 und 140.9"]);
        assert_eq!(spread("A/HRC/43/99 140.7"), ["A/HRC/43/99 140.7"]);
        assert_eq!(spread("Ratify the treaty, and train judges"), ["Ratify the treaty, and train judges"]);
    }
}
