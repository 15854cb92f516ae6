//! The term lexicon: which stems of one language stand for which of another.
//!
//! It was learnt from texts that say the same in six languages (see `models/lexicon.md`) and goes
//! through English: what is said of two other languages is put together from what each shares with
//! English. It serves to find texts, not to translate them.

use std::collections::{BTreeMap, HashMap};
use std::io::{Read, Write};
use std::sync::LazyLock;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use crate::domain::Language;

/// A stem that stands for another one.
#[derive(Debug, Clone, PartialEq)]
pub struct Rendering {
    /// The stem.
    pub stem: String,
    /// How surely it stands for it, above 0 to 1: the geometric mean of the probabilities of either
    /// given the other.
    pub weight: f32,
}

/// An English stem, a stem of another language, and the weight of the pair.
pub type Entry = (Language, String, String, f32);

/// An English stem with its renderings in one language, as it is kept: weights in steps.
type Row = (Language, String, Vec<(String, u8)>);

/// Stems of six languages that stand for each other.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    from_english: [HashMap<String, Vec<Rendering>>; 6],
    to_english: [HashMap<String, Vec<Rendering>>; 6],
}

/// Most renderings of one stem in one language.
const MOST: usize = 6;
/// Weights are kept in this many steps.
const STEPS: f32 = 250.0;

static EMBEDDED: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::from_bytes(include_bytes!("../../models/lexicon.bin")).expect("the lexicon in the program can be read")
});

impl Lexicon {
    /// The lexicon that ships with Weft.
    #[must_use]
    pub fn embedded() -> &'static Self {
        &EMBEDDED
    }

    /// A lexicon of entries; entries in English itself are passed over.
    #[must_use]
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut lexicon = Self::default();
        for (language, english, stem, weight) in entries.into_iter().filter(|entry| entry.0 != Language::En) {
            let weight = (weight * STEPS).round().clamp(1.0, STEPS) / STEPS;
            lexicon.from_english[language.index()].entry(english).or_default().push(Rendering { stem, weight });
        }
        lexicon.from_english.iter_mut().flat_map(HashMap::values_mut).for_each(best);
        for (there, back) in lexicon.from_english.iter().zip(&mut lexicon.to_english) {
            for (english, renderings) in there {
                for rendering in renderings {
                    let own = Rendering { stem: english.clone(), weight: rendering.weight };
                    back.entry(rendering.stem.clone()).or_default().push(own);
                }
            }
            back.values_mut().for_each(best);
        }
        lexicon
    }

    /// Whether a stem of a language is known.
    #[must_use]
    pub fn knows(&self, stem: &str, language: Language) -> bool {
        match language {
            Language::En => self.from_english.iter().any(|table| table.contains_key(stem)),
            other => self.to_english[other.index()].contains_key(stem),
        }
    }

    /// The stems of `to` that stand for a stem of `from`, surest first; in the same language, other
    /// stems with the same meaning.
    #[must_use]
    pub fn renderings(&self, stem: &str, from: Language, to: Language) -> Vec<Rendering> {
        let listed = |table: &HashMap<String, Vec<Rendering>>| table.get(stem).cloned().unwrap_or_default();
        match (from, to) {
            (Language::En, Language::En) => self.through(stem, from, to),
            (Language::En, _) => listed(&self.from_english[to.index()]),
            (_, Language::En) => listed(&self.to_english[from.index()]),
            _ => self.through(stem, from, to),
        }
    }

    /// By way of English, or from English by way of all others and back.
    fn through(&self, stem: &str, from: Language, to: Language) -> Vec<Rendering> {
        let mut weights: BTreeMap<String, f32> = BTreeMap::new();
        let others = Language::ALL.into_iter().filter(|language| *language != Language::En);
        let ways: Vec<Language> = if from == Language::En { others.collect() } else { vec![Language::En] };
        for way in &ways {
            for middle in self.renderings(stem, from, *way) {
                for end in self.renderings(&middle.stem, *way, to) {
                    *weights.entry(end.stem).or_default() += middle.weight * end.weight / ways.len() as f32;
                }
            }
        }
        if from == to {
            weights.remove(stem);
        }
        let mut all: Vec<Rendering> =
            weights.into_iter().map(|(stem, weight)| Rendering { stem, weight: weight.min(1.0) }).collect();
        best(&mut all);
        all
    }

    /// The bytes of the lexicon: MessagePack, deflated.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn to_bytes(&self) -> std::io::Result<Vec<u8>> {
        let mut rows = Vec::new();
        for language in Language::ALL {
            let sorted: BTreeMap<_, _> = self.from_english[language.index()].iter().collect();
            for (english, renderings) in sorted {
                let cells =
                    renderings.iter().map(|r| (r.stem.as_str(), (r.weight * STEPS).round().clamp(1.0, STEPS) as u8));
                rows.push((language, english.as_str(), cells.collect::<Vec<_>>()));
            }
        }
        let plain = rmp_serde::to_vec(&rows).map_err(std::io::Error::other)?;
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&plain)?;
        encoder.finish()
    }

    /// The lexicon of bytes.
    ///
    /// # Errors
    /// When the bytes are no lexicon.
    pub fn from_bytes(bytes: &[u8]) -> std::io::Result<Self> {
        let mut plain = Vec::new();
        DeflateDecoder::new(bytes).read_to_end(&mut plain)?;
        let rows: Vec<Row> = rmp_serde::from_slice(&plain).map_err(std::io::Error::other)?;
        let entries = rows.into_iter().flat_map(|(language, english, cells)| {
            let entry = move |(stem, step): (String, u8)| (language, english.clone(), stem, f32::from(step) / STEPS);
            cells.into_iter().map(entry)
        });
        Ok(Self::new(entries))
    }
}

/// The surest few, in the order of weight, then of the alphabet.
fn best(renderings: &mut Vec<Rendering>) {
    renderings.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.stem.cmp(&b.stem)));
    renderings.truncate(MOST);
}

#[cfg(test)]
mod tests {
    use super::Lexicon;
    use crate::domain::Language::{En, Es, Fr, Ru};

    fn lexicon() -> Lexicon {
        let entry =
            |language, english: &str, other: &str, weight| (language, english.to_owned(), other.to_owned(), weight);
        Lexicon::new([
            entry(Fr, "prison", "prison", 0.8),
            entry(Fr, "jail", "prison", 0.4),
            entry(Es, "prison", "carcel", 0.6),
            entry(Ru, "prison", "тюрьм", 0.5),
        ])
    }

    #[test]
    fn stems_stand_for_each_other_by_way_of_english() {
        let lexicon = lexicon();
        let stems = |stem, from, to| -> Vec<String> {
            lexicon.renderings(stem, from, to).into_iter().map(|r| r.stem).collect()
        };
        assert_eq!(stems("carcel", Es, Ru), ["тюрьм"]);
        assert_eq!(stems("prison", Fr, En), ["prison", "jail"]);
        assert_eq!(stems("jail", En, En), ["prison"]);
        assert!(stems("unknown", En, Fr).is_empty());
        assert!(lexicon.knows("jail", En) && !lexicon.knows("jail", Fr));
    }

    #[test]
    fn bytes_come_back_as_the_same_lexicon() {
        let bytes = lexicon().to_bytes().unwrap();
        let back = Lexicon::from_bytes(&bytes).unwrap();
        assert_eq!(back.to_bytes().unwrap(), bytes);
        assert_eq!(back.renderings("prison", Fr, En), lexicon().renderings("prison", Fr, En));
        assert!(Lexicon::from_bytes(&bytes[1..]).is_err());
    }
}
