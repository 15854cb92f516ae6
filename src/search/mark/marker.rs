//! Where and why a query is met in a text.

use super::match_reason::MatchReason;
use crate::domain::Language;
use crate::domain::vocabulary::StateRegister;
use crate::search::find::{Asking, Found, ReadRequest};
use crate::search::index::Analyser;
use crate::search::query::{Query, Titles, Variant, roughness, variants};
use crate::text::han::folded_word;
use crate::text::stemming::StemToken;
use crate::text::stop_words::is_stop_word;

/// A part of a text that meets a part of the query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Met {
    /// First byte.
    pub(super) start: usize,
    /// Byte after the last.
    pub(super) end: usize,
    /// Which part of the query it meets.
    pub(super) why: Why,
}

/// Which part of a query a part of a text meets.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Why {
    /// A part of the query as it is asked for.
    Direct(MatchReason),
    /// A word that this part of the text stands for.
    For(String),
}

/// Which parts of a text are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parts {
    /// Those that meet the query; words that stand for its words only where nothing meets it.
    Direct,
    /// Words that stand for its words too.
    Near,
}

impl Parts {
    /// Those by which a record was found.
    #[must_use]
    pub const fn of(found: &Found) -> Self {
        if found.is_related { Self::Near } else { Self::Direct }
    }
}

/// Finds the parts of texts that meet a query.
pub struct Marker<'q> {
    pub(super) asked: &'q ReadRequest<'q>,
    pub(super) states: &'q StateRegister,
    pub(super) titles: &'q dyn Titles,
    /// Words of the query with all that stands for them.
    variants: Vec<(String, Vec<Variant>)>,
}

impl<'q> Marker<'q> {
    /// The marker of what was asked of an index.
    #[must_use]
    pub fn new(asked: &'q ReadRequest<'q>, asking: &Asking<'q>) -> Self {
        let read = &asked.read;
        let mut words: Vec<&str> = Vec::new();
        for text in read.plain.words() {
            let tokens = Analyser::Stems(read.language).tokens(text);
            let tokens = tokens.iter().map(|token| &text[token.start..token.end]);
            words.extend(tokens.filter(|word| !is_stop_word(word, read.language)));
        }
        words.sort_unstable();
        words.dedup();
        let lexicon = asking.index.lexicon();
        let variants = words.iter().map(|word| ((*word).to_owned(), variants(word, read.language, lexicon)));
        Self { asked, states: asking.states, titles: asking.titles, variants: variants.collect() }
    }

    /// The parts of a text that meet the query, from left to right.
    pub(super) fn met(&self, language: Language, text: &str, parts: Parts) -> Vec<Met> {
        let tokens = Tokens::of(language, text);
        let mut met = Vec::new();
        tokens.walk(&self.asked.read.query, &mut met);
        if parts == Parts::Near || met.is_empty() {
            self.near(&tokens, &mut met);
        }
        met.sort_by(|a, b| (a.start, b.end).cmp(&(b.start, a.end)));
        met.dedup_by(|b, a| b.start < a.end && b.why == a.why);
        met
    }

    fn near(&self, tokens: &Tokens, met: &mut Vec<Met>) {
        for token in &tokens.stems {
            let fits = |variant: &Variant| variant.language == tokens.language && variant.stem == token.stem;
            let word = self.variants.iter().find(|(_, variants)| variants.iter().any(fits));
            let is_known = met.iter().any(|known| known.start <= token.start && token.end <= known.end);
            if let Some((word, _)) = word.filter(|_| !is_known) {
                met.push(Met { start: token.start, end: token.end, why: Why::For(word.clone()) });
            }
        }
    }
}

/// A text as stems and as words.
struct Tokens {
    language: Language,
    stems: Vec<StemToken>,
    words: Vec<StemToken>,
    /// Hyphenated words as one, as stems and as words.
    joined_stems: Vec<StemToken>,
    joined_words: Vec<StemToken>,
}

impl Tokens {
    fn of(language: Language, text: &str) -> Self {
        let (stems, words) = (Analyser::Stems(language), Analyser::Words);
        Self {
            language,
            stems: stems.tokens(text),
            words: words.tokens(text),
            joined_stems: stems.joined(text),
            joined_words: words.joined(text),
        }
    }

    fn walk(&self, query: &Query, met: &mut Vec<Met>) {
        match query {
            Query::Word(term) | Query::Phrase(term) => {
                let wanted = Analyser::Stems(self.language).stems(term);
                let why = MatchReason::Stem { words: term.clone(), stem: wanted.join(" ") };
                met.extend(runs(&self.stems, &wanted, &why));
                met.extend(runs(&self.joined_stems, &wanted, &why).into_iter().filter(|_| wanted.len() == 1));
                let one: Vec<String> = Analyser::Stems(self.language).written_together(term).into_iter().collect();
                met.extend(runs(&self.stems, &one, &why));
            }
            Query::Exact(term) => {
                let wanted = Analyser::Words.stems(term);
                let why = MatchReason::Exact { words: term.clone() };
                met.extend(runs(&self.words, &wanted, &why));
                met.extend(runs(&self.joined_words, &wanted, &why).into_iter().filter(|_| wanted.len() == 1));
            }
            Query::Prefix(head) => {
                let head = folded_word(head);
                let why = |word: &str| MatchReason::Prefix { word: word.to_owned(), head: head.clone() };
                self.words_that(|word| word.starts_with(&head), why, met);
            }
            Query::Fuzzy(term) => {
                let term = folded_word(term);
                let most = usize::from(roughness(&term));
                let why = |word: &str| MatchReason::Roughly { word: word.to_owned(), asked: term.clone() };
                self.words_that(|word| strsim::osa_distance(word, &term) <= most, why, met);
            }
            Query::Near(a, b, _) => {
                self.walk(a, met);
                self.walk(b, met);
            }
            Query::And(parts) | Query::Or(parts) => parts.iter().for_each(|part| self.walk(part, met)),
            Query::All | Query::Not(_) | Query::Field(..) | Query::Years(..) | Query::Stems(_) => {}
        }
    }

    fn words_that(&self, fits: impl Fn(&str) -> bool, why: impl Fn(&str) -> MatchReason, met: &mut Vec<Met>) {
        let fitting = self.words.iter().chain(&self.joined_words).filter(|word| fits(&word.stem));
        met.extend(fitting.map(|w| Met { start: w.start, end: w.end, why: Why::Direct(why(&w.stem)) }));
    }
}

/// Where tokens stand next to each other among others.
fn runs(all: &[StemToken], wanted: &[String], why: &MatchReason) -> Vec<Met> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let windows = all.windows(wanted.len());
    let fitting = windows.filter(|window| window.iter().map(|token| &token.stem).eq(wanted));
    let met = |window: &[StemToken]| Met {
        start: window[0].start,
        end: window[window.len() - 1].end,
        why: Why::Direct(why.clone()),
    };
    fitting.map(met).collect()
}

#[cfg(test)]
mod tests {
    use super::{Marker, MatchReason, Parts, Why};
    use crate::domain::Language::{self, En, Es};
    use crate::domain::vocabulary::StateRegister;
    use crate::search::find::{Asking, SearchRequest};
    use crate::search::index::SearchIndex;
    use crate::search::query::Reach;
    use crate::text::lexicon::Lexicon;

    fn why(query: &str, is_literal: bool, language: Language, text: &str) -> Vec<Why> {
        let reach = if is_literal { Reach::Literal } else { Reach::Near };
        let request = SearchRequest { query: query.to_owned(), reach, ..SearchRequest::default() };
        let lexicon = Lexicon::new([(Es, "torture".to_owned(), "tortur".to_owned(), 0.8)]);
        let index = SearchIndex::in_memory().unwrap().with_lexicon(lexicon);
        let asking = Asking::new(&index, StateRegister::embedded());
        let asked = asking.read(&request).unwrap();
        let met = Marker::new(&asked, &asking).met(language, text, Parts::Direct);
        let mut why: Vec<Why> = met.into_iter().map(|met| met.why).collect();
        why.dedup();
        why
    }

    #[test]
    fn what_was_met_is_told_with_its_stem() {
        let (text, own) = ("Ratify the treaty on each woman", str::to_owned);
        let begun = MatchReason::Prefix { word: own("ratify"), head: own("ratif") };
        let met = MatchReason::Stem { words: own("women"), stem: own("woman") };
        let both = [Why::Direct(begun), Why::Direct(met)];
        assert_eq!(why("women AND ratif* NOT torture", false, En, text), both);
        let rough = MatchReason::Roughly { word: own("woman"), asked: own("womna") };
        assert_eq!(why("womna~", false, En, text), [Why::Direct(rough)]);
        assert_eq!(why("FGM", false, En, "end female genital mutilation").len(), 1);
        assert!(why("FGM", true, En, "end female genital mutilation").is_empty());
    }
}
