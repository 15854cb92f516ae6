//! What shows the topics of a text: cues of `corpora/reference/topics.csv`, found in one pass, and treaties
//! to become party to.
//!
//! A cue is phrases joined by `&`, which must all stand in the folded text; a phrase that ends in `*` lets
//! its last word go on. `@CODE & @ratify` is no words: the text asks to become party to that instrument;
//! `@CODE` alone: it names it. What the cues weigh and which topic wins is a matter of the analysis.

use std::collections::{BTreeMap, HashMap};
use std::sync::{LazyLock, OnceLock};

use super::acts::act_of;
use super::instruments::Mention;
use super::phrases::{Hit, PhraseMatcher};
use super::reading::Reading;
use crate::domain::Language;
use crate::domain::vocabulary::{fold, topics};

/// What stands before the code of an instrument, and before an act.
const SIGN: char = '@';
/// The act of a treaty that a text asks to become party to.
const TO_JOIN: &str = "@ratify";
/// The acts by which a State becomes party.
const JOINING: [&str; 2] = ["ratify", "sign"];
/// The code of the topic of texts that ask to become party to several treaties.
const SEVERAL: &str = "RATMANY";

/// What a cue asks of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CueParts<'a> {
    /// That all these phrases stand in it.
    Phrases(Vec<&'a str>),
    /// That it names an instrument.
    Treaty {
        /// The code of the instrument.
        code: &'a str,
        /// What it must ask of it.
        asked: Asked,
    },
}

/// What a text must ask of an instrument to be about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// To become party to it.
    ToJoin,
    /// Anything.
    Anything,
}

/// The parts of a cue as the table spells it; `None` for what is none.
#[must_use]
pub fn cue_parts(cue: &str) -> Option<CueParts<'_>> {
    let parts: Vec<&str> = cue.split('&').map(str::trim).collect();
    let Some(code) = parts[0].strip_prefix(SIGN) else {
        let are_phrases = parts.iter().all(|part| is_phrase(part));
        return are_phrases.then_some(CueParts::Phrases(parts));
    };
    match parts.len() {
        1 => Some(CueParts::Treaty { code, asked: Asked::Anything }),
        2 if parts[1] == TO_JOIN => Some(CueParts::Treaty { code, asked: Asked::ToJoin }),
        _ => None,
    }
}

/// Whether a part of a cue is a phrase: only its last word may be a stem.
fn is_phrase(part: &str) -> bool {
    let whole = part.strip_suffix('*').unwrap_or(part);
    !part.starts_with(SIGN) && !whole.contains('*') && !fold(whole).is_empty()
}

/// A cue of phrases.
#[derive(Debug)]
pub struct Cue {
    /// Its topic, by its place in the table.
    pub topic: usize,
    /// The language of the texts that it is looked for in.
    pub language: Language,
    /// How the table spells it.
    pub spelt: &'static str,
}

/// All cues of phrases, by topic, then by language.
#[must_use]
pub fn cues() -> &'static [Cue] {
    static CUES: LazyLock<Vec<Cue>> = LazyLock::new(|| {
        let mut cues = Vec::new();
        for (topic, entry) in topics().iter().enumerate() {
            for language in Language::ALL {
                let own = entry.cues[language.index()].iter().map(String::as_str);
                let phrases = own.filter(|cue| matches!(cue_parts(cue), Some(CueParts::Phrases(_))));
                cues.extend(phrases.map(|spelt| Cue { topic, language, spelt }));
            }
        }
        cues
    });
    &CUES
}

/// A cue that a text shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CueHit {
    /// The cue, by its place in [`cues`].
    pub cue: usize,
    /// Where each of its phrases first stands in the folded text.
    pub hits: Vec<Hit>,
}

impl CueHit {
    /// Its topic, by its place in the table.
    #[must_use]
    pub fn topic(&self) -> usize {
        cues()[self.cue].topic
    }

    /// The byte of the folded text behind which it is complete.
    #[must_use]
    pub fn end(&self) -> usize {
        self.hits.iter().map(|hit| hit.end).max().unwrap_or(0)
    }

    /// The words of the folded text that show it.
    pub fn words<'t>(&self, folded: &'t str) -> impl Iterator<Item = &'t str> {
        self.hits.iter().map(move |hit| hit.words(folded))
    }
}

/// The cues of one language, ready to be found.
struct CueFinder {
    matcher: PhraseMatcher,
    cues: Vec<SoughtCue>,
    /// For each phrase the places of its cues in `cues`.
    by_phrase: Vec<Vec<usize>>,
}

struct SoughtCue {
    /// Its place among all cues.
    number: usize,
    /// The phrases it needs.
    phrases: Vec<usize>,
}

/// By language, each made when a text of it is first looked at.
static FINDERS: [OnceLock<CueFinder>; 6] = [const { OnceLock::new() }; 6];

impl CueFinder {
    fn of(language: Language) -> Self {
        let mut numbers: HashMap<&'static str, usize> = HashMap::new();
        let (mut spelt, mut sought) = (Vec::new(), Vec::new());
        for (number, cue) in cues().iter().enumerate().filter(|(_, cue)| cue.language == language) {
            let Some(CueParts::Phrases(phrases)) = cue_parts(cue.spelt) else { continue };
            let numbered = phrases.into_iter().map(|phrase| {
                *numbers.entry(phrase).or_insert_with(|| {
                    spelt.push(phrase);
                    spelt.len() - 1
                })
            });
            sought.push(SoughtCue { number, phrases: numbered.collect() });
        }
        let mut by_phrase = vec![Vec::new(); spelt.len()];
        for (at, cue) in sought.iter().enumerate() {
            cue.phrases.iter().for_each(|phrase| by_phrase[*phrase].push(at));
        }
        let matcher = PhraseMatcher::new(spelt.iter().enumerate().map(|(at, phrase)| (*phrase, at)));
        Self { matcher, cues: sought, by_phrase }
    }

    fn find(&self, folded: &str) -> Vec<CueHit> {
        let mut first: BTreeMap<usize, Hit> = BTreeMap::new();
        for hit in self.matcher.find_all(folded) {
            first.entry(hit.value).or_insert(hit);
        }
        let mut near: Vec<usize> = first.keys().flat_map(|phrase| &self.by_phrase[*phrase]).copied().collect();
        near.sort_unstable();
        near.dedup();
        let shown = |at: usize| {
            let cue = &self.cues[at];
            let hits: Option<Vec<Hit>> = cue.phrases.iter().map(|phrase| first.get(phrase).copied()).collect();
            Some(CueHit { cue: cue.number, hits: hits? })
        };
        near.into_iter().filter_map(shown).collect()
    }
}

/// The cues of its own language that a text shows, by topic.
#[must_use]
pub fn cue_hits(reading: &Reading) -> Vec<CueHit> {
    let finder = FINDERS[reading.language.index()].get_or_init(|| CueFinder::of(reading.language));
    finder.find(&reading.folded)
}

/// A treaty that a text is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TreatyHit<'r> {
    /// Its topic, by its place in the table.
    pub topic: usize,
    /// Where the text names it.
    pub mention: &'r Mention,
}

/// The topics of treaties by the code of the instrument.
static TREATIES: LazyLock<HashMap<&'static str, (usize, Asked)>> = LazyLock::new(|| {
    let mut treaties = HashMap::new();
    for (topic, entry) in topics().iter().enumerate() {
        for cue in &entry.cues[Language::En.index()] {
            if let Some(CueParts::Treaty { code, asked }) = cue_parts(cue) {
                treaties.insert(code, (topic, asked));
            }
        }
    }
    treaties
});

/// The treaties that a text asks to become party to, in its order, and those whose name alone says what is
/// asked.
#[must_use]
pub fn treaty_hits(reading: &Reading) -> Vec<TreatyHit<'_>> {
    let joins = |mention: &Mention| {
        act_of(&reading.folded, mention, reading.language).is_some_and(|act| JOINING.contains(&act))
    };
    let mut hits = Vec::new();
    for mention in &reading.instruments {
        if let Some((topic, asked)) = TREATIES.get(mention.code)
            && (*asked == Asked::Anything || joins(mention))
        {
            hits.push(TreatyHit { topic: *topic, mention });
        }
    }
    hits
}

/// The topic of texts that ask to become party to several treaties, by its place in the table.
#[must_use]
pub fn topic_of_several_treaties() -> Option<usize> {
    static TOPIC: LazyLock<Option<usize>> = LazyLock::new(|| topics().iter().position(|topic| topic.code == SEVERAL));
    *TOPIC
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Asked, CueParts, SEVERAL, cue_hits, cue_parts, cues, topic_of_several_treaties, topics, treaty_hits};
    use crate::domain::Language;
    use crate::domain::vocabulary::{InstrumentRegister, fold};
    use crate::text::read;

    /// The codes of the topics whose cues a text shows, each once.
    fn shown(text: &str, language: Language) -> Vec<&'static str> {
        let mut codes: Vec<&str> =
            cue_hits(&read(text, language)).iter().map(|hit| topics()[hit.topic()].code.as_str()).collect();
        codes.dedup();
        codes
    }

    #[test]
    fn every_cue_of_the_table_can_be_read_and_names_known_instruments() {
        for topic in topics() {
            for cue in topic.cues.iter().flatten() {
                match cue_parts(cue) {
                    Some(CueParts::Phrases(_)) => {}
                    Some(CueParts::Treaty { code, .. }) => {
                        assert!(InstrumentRegister::embedded().get(code).is_some(), "{}: {cue}", topic.code);
                    }
                    None => panic!("{}: '{cue}' is no cue", topic.code),
                }
            }
        }
    }

    #[test]
    fn no_two_topics_have_the_same_cue() {
        let mut known: BTreeMap<(Language, Vec<String>), usize> = BTreeMap::new();
        for cue in cues() {
            let Some(CueParts::Phrases(phrases)) = cue_parts(cue.spelt) else { panic!("{}", cue.spelt) };
            let end = |phrase: &str| if phrase.ends_with('*') { "*" } else { "" };
            let mut key: Vec<String> = phrases.iter().map(|phrase| fold(phrase) + end(phrase)).collect();
            key.sort_unstable();
            let before = known.insert((cue.language, key), cue.topic);
            assert!(before.is_none(), "'{}' of {} stands twice", cue.spelt, topics()[cue.topic].code);
        }
    }

    #[test]
    fn parts_are_phrases_or_an_instrument_with_what_is_asked_of_it() {
        assert_eq!(cue_parts("fish* & old harbour"), Some(CueParts::Phrases(vec!["fish*", "old harbour"])));
        assert_eq!(cue_parts("@OPCAT & @ratify"), Some(CueParts::Treaty { code: "OPCAT", asked: Asked::ToJoin }));
        assert_eq!(cue_parts("@CERD-14"), Some(CueParts::Treaty { code: "CERD-14", asked: Asked::Anything }));
        for wrong in ["", "fish & ", "fish* harbour", "fish & @ratify", "@OPCAT & fish"] {
            assert_eq!(cue_parts(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_cue_is_shown_where_all_its_phrases_stand_at_the_start_of_words() {
        assert!(shown("Let nobody be held incommunicado in the harbour prison", Language::En).contains(&"ARBDET"));
        let police = shown("Train the harbour police in human rights", Language::En);
        assert!(police.contains(&"HRTRAINPOLICE") && !police.contains(&"HRTRAINJUST"), "{police:?}");
        assert!(!shown("Describe the landscape", Language::En).contains(&"LANDRIGHT"));
        assert!(shown("Paint the boats", Language::En).is_empty());
    }

    #[test]
    fn words_that_show_a_cue_are_those_of_the_text() {
        let reading = read("Inspect the overcrowded prisons of the port", Language::En);
        let hits = cue_hits(&reading);
        let words: Vec<&str> = hits.iter().flat_map(|hit| hit.words(&reading.folded)).collect();
        assert!(words.contains(&"prisons"), "{words:?}");
        assert!(hits.iter().all(|hit| hit.end() <= reading.folded.len()));
    }

    #[test]
    fn texts_are_read_by_the_cues_of_their_language() {
        for (text, language) in [
            ("Abolir la peine de mort dans le port", Language::Fr),
            ("Abolir la pena de muerte en el puerto", Language::Es),
            ("Отменить смертную казнь в порту", Language::Ru),
            ("إلغاء عقوبة الإعدام في الميناء", Language::Ar),
            ("在港口废除死刑", Language::Zh),
        ] {
            assert!(shown(text, language).contains(&"DPABOL"), "{language}: {:?}", shown(text, language));
        }
    }

    #[test]
    fn treaties_count_where_a_text_asks_to_become_party() {
        let codes = |text: &str| -> Vec<&str> {
            treaty_hits(&read(text, Language::En)).iter().map(|hit| topics()[hit.topic].code.as_str()).collect()
        };
        assert_eq!(codes("Ratify the Rome Statute"), ["RAT-ROME"]);
        assert_eq!(codes("Sign and ratify CRPD and OPCAT"), ["RAT-CRPD", "RAT-OPCAT"]);
        assert!(codes("Report to the Committee on CRPD in time").is_empty());
        assert!(topic_of_several_treaties().is_some_and(|topic| topics()[topic].code == SEVERAL));
    }
}
