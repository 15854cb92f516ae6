//! Titles as a person would write them: "Ratification of the Optional Protocol to CEDAW", "Domestic
//! violence and shelters".
//!
//! Where most texts name one or two instruments, the title is the act asked and their names; elsewhere
//! it is the one or two terms of the field that set the cluster apart. Both have forms in six
//! languages. Where there is neither, key phrases stand in.

use std::collections::{BTreeMap, BTreeSet};

use super::nouns::family_noun;
use super::phrases::{KeyPhrase, is_weak, key_phrases, repeats};
use super::themes::theme_title;
use super::topic_titles::topic_title;
use crate::analysis::features::FeatureSpace;
use crate::domain::vocabulary::{ActionFamilies, InstrumentRegister, act, fold, groups};
use crate::domain::{ClusterDefinition, ClusterSubject, ClusterTopic, Language};
use crate::text::Reading;
use crate::text::acts::act_of;
use crate::text::families::families;
use crate::text::terms::{Term, term, terms_in};

/// Share of the texts that must agree for an instrument, an act, a group or a kind of action to be
/// in the title.
const MOST_AGREE: f64 = 0.5;
/// A second instrument or phrase stands in this share at least.
const ALSO: f64 = 0.3;
/// Longer names of instruments give way to their codes.
const LONGEST: usize = 64;

/// What a title is made from, of one record.
#[derive(Debug, Clone, Default)]
pub struct TitleFacts {
    /// Folded English words.
    pub words: String,
    /// Instruments named, with the act asked of each.
    pub asked: Vec<(&'static str, Option<&'static str>)>,
    /// Groups named.
    pub groups: Vec<&'static str>,
    /// Families of action.
    pub families: ActionFamilies,
}

impl TitleFacts {
    /// The facts of a reading.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let asked = reading.instruments.iter();
        Self {
            words: reading.english.clone(),
            asked: asked.map(|m| (m.code, act_of(&reading.folded, m, reading.language))).collect(),
            groups: reading.groups.iter().map(|mention| mention.code).collect(),
            families: families(&reading.english),
        }
    }
}

/// A cluster, named.
pub(super) struct Named {
    pub(super) title: String,
    pub(super) key_phrases: Vec<String>,
    pub(super) subject: ClusterSubject,
}

/// Names clusters with the rarity of words in a feature space.
pub(super) struct Titler<'a> {
    space: &'a FeatureSpace,
}

impl<'a> Titler<'a> {
    pub(super) const fn new(space: &'a FeatureSpace) -> Self {
        Self { space }
    }

    /// Names a cluster of the issue `issue`, otherwise than those in `taken`.
    pub(super) fn name(&self, facts: &[&TitleFacts], issue: &str, taken: &BTreeSet<String>) -> Named {
        let texts: Vec<&str> = facts.iter().map(|f| f.words.as_str()).collect();
        let phrases = key_phrases(&texts, self.space);
        let mut subject = subject(facts);
        if subject.instruments.is_empty() {
            subject.terms = self.terms(facts, issue).into_iter().map(|term| term.english.clone()).collect();
        }
        let noun = family_noun(&facts.iter().map(|f| f.families).collect::<Vec<_>>(), 1.4 * MOST_AGREE);
        let title = match term_title(&subject.terms, Language::En) {
            _ if !subject.instruments.is_empty() => instrument_title(&subject, Language::En),
            Some(title) => match noun.filter(|noun| !repeats(&fold(noun), &fold(&title)) && subject.terms.len() == 1) {
                Some(noun) => format!("{noun}: {}", cased(&subject.terms[0])),
                None => title,
            },
            None => phrase_title(&phrases, issue),
        };
        let title = distinguished(title, &phrases, taken);
        Named { title, key_phrases: phrases.into_iter().map(|phrase| phrase.words).collect(), subject }
    }
}

impl Titler<'_> {
    /// Names a cluster of a topic, in a theme of those issues; a term tells it apart where another has its title.
    pub(super) fn by_topic(
        &self,
        facts: &[&TitleFacts],
        topic: &ClusterTopic,
        theme: &[u16],
        taken: &BTreeSet<String>,
    ) -> Named {
        let texts: Vec<&str> = facts.iter().map(|facts| facts.words.as_str()).collect();
        let phrases = key_phrases(&texts, self.space);
        let mut subject = ClusterSubject { topic: Some(topic.clone()), terms: Vec::new(), ..subject(facts) };
        let theme = theme_title(theme, Language::En);
        let plain = topic_title(topic, Language::En, &theme);
        let mut title = plain.clone();
        if taken.contains(&title) {
            let terms = self.terms(facts, &theme).into_iter().filter(|term| !repeats(&fold(&plain), &term.folded));
            let told_apart = terms.map(|term| (term, format!("{plain} ({})", cased(term.name(Language::En)))));
            match told_apart.into_iter().find(|(_, title)| !taken.contains(title)) {
                Some((term, own)) => {
                    subject.terms = vec![term.english.clone()];
                    title = own;
                }
                None => {
                    title =
                        (2..).map(|n| format!("{plain} ({n})")).find(|t| !taken.contains(t)).unwrap_or(plain.clone())
                }
            }
        }
        Named { title, key_phrases: phrases.into_iter().map(|phrase| phrase.words).collect(), subject }
    }
}

/// What most of the texts name.
fn subject(facts: &[&TitleFacts]) -> ClusterSubject {
    let all = facts.len() as f64;
    let ranked = most_named(facts.iter().flat_map(|f| f.asked.iter().map(|(code, _)| *code)));
    let named: Vec<&str> =
        ranked.iter().filter(|(_, count)| *count as f64 >= ALSO * all).map(|(code, _)| *code).take(2).collect();
    let holds_one = facts.iter().filter(|f| f.asked.iter().any(|(code, _)| named.contains(code))).count();
    let instruments: Vec<String> =
        if holds_one as f64 >= MOST_AGREE * all { named.into_iter().map(str::to_owned).collect() } else { Vec::new() };
    if instruments.is_empty()
        && let Some(of_many) = one_act_of_many(facts)
    {
        return of_many;
    }
    let of_named = |f: &&&TitleFacts| f.asked.iter().any(|(code, _)| instruments.iter().any(|i| i == code));
    let asked = facts.iter().filter(of_named);
    let acts = most_named(asked.flat_map(|f| f.asked.iter().filter_map(|(_, act)| *act)));
    let act = acts.first().filter(|(_, count)| *count as f64 >= MOST_AGREE * holds_one as f64);
    let group = most_named(facts.iter().flat_map(|f| f.groups.iter().copied()));
    let group = group.first().filter(|(_, count)| *count as f64 >= 1.2 * MOST_AGREE * all);
    ClusterSubject {
        act: act.filter(|_| !instruments.is_empty()).map(|(code, _)| (*code).to_owned()),
        instruments,
        others: false,
        group: group.map(|(code, _)| (*code).to_owned()),
        terms: Vec::new(),
        topic: None,
        with_theme: false,
    }
}

/// One act that most of the texts ask of three instruments or more.
fn one_act_of_many(facts: &[&TitleFacts]) -> Option<ClusterSubject> {
    let asked = |f: &&TitleFacts, act: &str| f.asked.iter().any(|(_, of)| *of == Some(act));
    let acts = most_named(facts.iter().flat_map(|f| f.asked.iter().filter_map(|(_, act)| *act)));
    let (act, _) = *acts.first()?;
    let of_act = facts.iter().flat_map(|f| f.asked.iter().filter(|(_, of)| *of == Some(act)).map(|(code, _)| *code));
    let instruments = most_named(of_act);
    let holding = facts.iter().filter(|f| asked(f, act)).count();
    let is_most = holding as f64 >= MOST_AGREE * facts.len() as f64;
    (is_most && instruments.len() > 2).then(|| ClusterSubject {
        act: Some(act.to_owned()),
        instruments: instruments.into_iter().take(2).map(|(code, _)| code.to_owned()).collect(),
        others: true,
        ..ClusterSubject::default()
    })
}

/// Values with their counts, most frequent first.
fn most_named<'a>(values: impl Iterator<Item = &'a str>) -> Vec<(&'a str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    let mut ranked: Vec<(&str, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(value, count)| (std::cmp::Reverse(*count), *value));
    ranked
}

fn instrument_title(subject: &ClusterSubject, language: Language) -> String {
    let names: Vec<String> = subject.instruments.iter().map(|code| instrument_name(code, language)).collect();
    let act = subject.act.as_deref().and_then(act).map(|act| act.names.get(language));
    let more = if subject.others { " · …" } else { "" };
    match (act, language) {
        (None, _) => names.join(" · "),
        (Some(act), Language::En) => {
            let link = if act.ends_with('s') || act == "Cooperation" || act == "Reporting" {
                " under the "
            } else {
                " of the "
            };
            let link = if act.starts_with("Withdrawal") { " to the " } else { link };
            match subject.others {
                true => format!("{act}{link}{} and others", names.join(", the ")),
                false => format!("{act}{link}{}", names.join(" and the ")),
            }
        }
        (Some(act), _) => format!("{act}: {}{more}", names.join(" · ")),
    }
}

/// The name of an instrument, short enough for a title: a protocol by its convention, a long name by
/// its code.
fn instrument_name(code: &str, language: Language) -> String {
    let Some(instrument) = InstrumentRegister::embedded().get(code) else { return code.to_owned() };
    let name = instrument.names.get(language);
    if language == Language::En && !instrument.parent.is_empty() && name.contains("Optional Protocol") {
        let which = if name.starts_with("Second") { "Second Optional Protocol" } else { "Optional Protocol" };
        let several = InstrumentRegister::embedded().all().iter().filter(|i| i.parent == instrument.parent).count();
        if several == 1 || name.starts_with("Second") {
            return format!("{which} to {}", instrument.parent);
        }
    }
    if name.chars().count() <= LONGEST { name.to_owned() } else { code.to_owned() }
}

/// Share of the texts that hold a term of the title.
const TERM: f64 = 0.25;
/// Words of a term beyond which it stands alone.
const LONG: usize = 4;
/// Share and rarity of a single word that stands as a title.
const WORD: (f64, f32) = (0.4, 4.0);

/// Terms that every cluster could have.
const GENERAL: [&str; 22] = [
    "optional protocol",
    "international instruments",
    "human rights",
    "international standards",
    "international obligations",
    "international community",
    "civil society",
    "national legislation",
    "legislative framework",
    "legal framework",
    "vulnerable groups",
    "state party",
    "special procedures",
    "united nations",
    "necessary measures",
    "good practices",
    "best practices",
    "technical assistance",
    "capacity building",
    "public awareness",
    "follow up",
    "concluding observations",
];

impl Titler<'_> {
    /// Terms of the field that set the cluster apart, best first, at most two.
    fn terms(&self, facts: &[&TitleFacts], issue: &str) -> Vec<&'static Term> {
        let mut counts: BTreeMap<&str, (usize, &'static Term)> = BTreeMap::new();
        for term in facts.iter().flat_map(|f| terms_in(&f.words)) {
            counts.entry(&term.folded).or_insert((0, term)).0 += 1;
        }
        let all = facts.len() as f64;
        let mut ranked: Vec<(f64, &'static Term)> = counts
            .into_values()
            .filter_map(|(count, term)| Some((self.weight(term, count as f64 / all, issue)?, term)))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.folded.cmp(&b.1.folded)));
        let mut chosen: Vec<&'static Term> = Vec::new();
        for (_, term) in ranked {
            // A long name says enough by itself and nothing more beside another.
            let is_long = !chosen.is_empty() && term.folded.split(' ').count() > LONG;
            if chosen.len() < 2 && !is_long && !chosen.iter().any(|known| repeats(&known.folded, &term.folded)) {
                chosen.push(term);
            }
        }
        chosen
    }

    /// Share times rarity, more for longer terms and less where it repeats the issue; `None` for a term that
    /// says too little.
    fn weight(&self, term: &Term, share: f64, issue: &str) -> Option<f64> {
        let words: Vec<&str> = term.folded.split(' ').collect();
        let rarity = |word: &&str| self.space.rarity(word).unwrap_or(WORD.1);
        let (least, scale) = match words.len() {
            1 if is_weak(words[0]) || rarity(&words[0]) < WORD.1 => return None,
            _ if GENERAL.contains(&term.folded.as_str()) => return None,
            1 => (WORD.0, 1.0),
            2 => (TERM, 1.7),
            _ => (TERM, 2.0),
        };
        let rarest = words.iter().map(rarity).fold(0.0f32, f32::max);
        let known = self.space.rarity(&term.folded).unwrap_or(rarest).max(rarest);
        let scale = if repeats(&fold(issue), &term.folded) { scale * 0.6 } else { scale };
        (share >= least).then(|| share * f64::from(known) * scale)
    }
}

fn term_title(terms: &[String], language: Language) -> Option<String> {
    let names: Vec<String> =
        terms.iter().filter_map(|english| term(english)).map(|t| cased(t.name(language))).collect();
    let joined = match (names.as_slice(), language) {
        ([], _) => return None,
        ([one], _) => one.clone(),
        ([one, other, ..], Language::En) => format!("{one} and {other}"),
        (all, _) => all.join(" · "),
    };
    Some(capitalised(joined))
}

/// The kind of action and the key phrases; the issue where there are none of several words.
fn phrase_title(phrases: &[KeyPhrase], issue: &str) -> String {
    let several = || phrases.iter().filter(|p| p.words.contains(' ') && !GENERAL.contains(&p.words.as_str()));
    match several().find(|p| !repeats(&fold(issue), &p.words)).or_else(|| several().next()) {
        Some(phrase) => capitalised(cased(&phrase.words)),
        None => match phrases.iter().find(|p| !p.words.contains(' ') && !repeats(&fold(issue), &p.words)) {
            Some(phrase) if matches!(issue, "General" | "Other") => capitalised(cased(&phrase.words)),
            Some(phrase) => format!("{issue}: {}", cased(&phrase.words)),
            None => issue.to_owned(),
        },
    }
}

fn capitalised(title: String) -> String {
    let mut letters = title.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A title that another cluster of the theme has is told apart by a phrase of its own.
fn distinguished(title: String, phrases: &[KeyPhrase], taken: &BTreeSet<String>) -> String {
    if !taken.contains(&title) {
        return title;
    }
    let own = phrases.iter().filter(|phrase| !repeats(&fold(&title), &phrase.words));
    let other = own.map(|phrase| format!("{title}, {}", cased(&phrase.words))).find(|t| !taken.contains(t));
    other.unwrap_or_else(|| (2..).map(|n| format!("{title} ({n})")).find(|t| !taken.contains(t)).unwrap_or(title))
}

/// Words that are written in capitals or with a capital.
const NAMES: [(&str, &str); 22] = [
    ("hiv", "HIV"),
    ("aids", "AIDS"),
    ("lgbti", "LGBTI"),
    ("lgbt", "LGBT"),
    ("nhri", "NHRI"),
    ("npm", "NPM"),
    ("ngo", "NGO"),
    ("ngos", "NGOs"),
    ("fgm", "FGM"),
    ("upr", "UPR"),
    ("icc", "ICC"),
    ("ilo", "ILO"),
    ("un", "UN"),
    ("roma", "Roma"),
    ("paris", "Paris"),
    ("rome", "Rome"),
    ("geneva", "Geneva"),
    ("palestinian", "Palestinian"),
    ("muslim", "Muslim"),
    ("sdgs", "SDGs"),
    ("unhcr", "UNHCR"),
    ("unicef", "UNICEF"),
];

fn cased(phrase: &str) -> String {
    let word = |word: &str| NAMES.iter().find(|(folded, _)| *folded == word).map_or(word, |(_, own)| own).to_owned();
    phrase.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The title of a cluster in a language: as made in English, elsewhere what the vocabularies can say
/// of it, with the title of the theme where they say nothing.
#[must_use]
pub fn title_in(cluster: &ClusterDefinition, language: Language, theme: &str) -> String {
    let subject = &cluster.subject;
    if language == Language::En {
        return cluster.title.clone();
    }
    if let Some(topic) = &subject.topic {
        let plain = topic_title(topic, language, theme);
        let title = if subject.with_theme { format!("{plain} ({theme})") } else { plain };
        let term = subject.terms.first().and_then(|english| term(english)).map(|term| term.name(language).to_owned());
        let apart = term.or_else(|| number_behind(&cluster.title));
        return apart.map_or_else(|| title.clone(), |apart| format!("{title} ({apart})"));
    }
    if !subject.instruments.is_empty() {
        return instrument_title(subject, language);
    }
    if let Some(title) = term_title(&subject.terms, language) {
        return title;
    }
    let group = groups().iter().find(|group| Some(&group.code) == subject.group.as_ref());
    let phrases = cluster.key_phrases.iter().take(2).cloned().collect::<Vec<_>>().join(", ");
    match group {
        Some(group) => format!("{theme} · {} ({phrases})", group.names.get(language)),
        None if phrases.is_empty() => theme.to_owned(),
        None => format!("{theme} ({phrases})"),
    }
}

/// The number that tells a title from others that are the same: `(2)`.
fn number_behind(title: &str) -> Option<String> {
    let (_, number) = title.strip_suffix(')')?.rsplit_once(" (")?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())).then(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{TitleFacts, Titler, title_in};
    use crate::analysis::features::{FeatureSpace, tokens};
    use crate::domain::{ClusterDefinition, ClusterNumber, Language};
    use crate::text::{Reading, read};

    fn name(texts: &[&str]) -> super::Named {
        let readings: Vec<Reading> = texts.iter().map(|text| read(text, Language::En)).collect();
        let known: BTreeSet<String> = readings.iter().flat_map(tokens).collect();
        let space = FeatureSpace::new(known.into_iter().map(|token| (token, 1.0)).collect());
        let facts: Vec<TitleFacts> = readings.iter().map(TitleFacts::of).collect();
        Titler::new(&space).name(&facts.iter().collect::<Vec<_>>(), "Women's rights", &BTreeSet::new())
    }

    #[test]
    fn instruments_give_the_title_with_the_act_asked() {
        let named =
            name(&["Ratify the Optional Protocol to CEDAW", "Consider ratifying OP-CEDAW", "Ratify OP-CEDAW soon"]);
        assert_eq!(named.title, "Ratification of the Optional Protocol to CEDAW");
        let number = ClusterNumber { theme: 1, cluster: 1 };
        let cluster = ClusterDefinition {
            number,
            title: named.title,
            key_phrases: Vec::new(),
            centre: Vec::new(),
            issues: vec![0],
            subject: named.subject,
            radius: 1.0,
        };
        assert!(title_in(&cluster, Language::Fr, "Droits").starts_with("Ratification: "));
    }

    #[test]
    fn one_act_asked_of_many_instruments_gives_a_title_that_says_so() {
        let named = name(&[
            "Ratify OPCAT",
            "Ratify OP-CEDAW",
            "Accede to OP-ICESCR",
            "Ratify CED",
            "Ratify ICRMW",
            "Ratify the Rome Statute",
            "Consider ratifying OP-CEDAW",
        ]);
        assert_eq!(named.title, "Ratification of the Optional Protocol to CEDAW, the CED and others");
    }

    #[test]
    fn other_clusters_are_named_by_their_phrases() {
        let title = name(&[
            "Open shelters for victims of domestic violence",
            "Fund shelters where domestic violence is known",
            "Count domestic violence and open shelters",
        ])
        .title;
        assert_eq!(title, "Domestic violence");
    }
}
