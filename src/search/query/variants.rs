//! What stands for a word: its stem in every language, and the stems that the term lexicon has for it.

use super::tree::Query;
use crate::domain::Language;
use crate::text::han::simplified;
use crate::text::lexicon::Lexicon;
use crate::text::stemming::stems_of;

/// A stem that stands for a word.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::search) struct Variant {
    /// The language in whose texts it stands for it.
    pub(in crate::search) language: Language,
    /// The stem.
    pub(in crate::search) stem: String,
    /// How surely, up to one.
    pub(in crate::search) weight: f32,
}

/// Renderings of less weight are left aside.
const LEAST: f32 = 0.06;
/// Renderings of a word in one language.
const MOST: usize = 4;
/// Renderings that are sure enough to exclude by.
const SURE: f32 = 0.3;

/// The stems that stand for a word of a language, in all languages; each once.
pub(in crate::search) fn variants(word: &str, language: Language, lexicon: &Lexicon) -> Vec<Variant> {
    let mut variants: Vec<Variant> = Vec::new();
    let mut add = |language: Language, stem: String, weight: f32| {
        if !variants.iter().any(|known| known.language == language && known.stem == stem) {
            variants.push(Variant { language, stem, weight });
        }
    };
    // The index has one script of Chinese; the lexicon has words as they were written.
    let one_script = simplified(word);
    for other in Language::ALL {
        if let [stem] = stems_of(&one_script, other).as_slice() {
            add(other, stem.clone(), 1.0);
        }
    }
    let written = if one_script == word { Vec::new() } else { stems_of(word, language) };
    for stem in stems_of(&one_script, language).into_iter().chain(written) {
        for other in Language::ALL {
            let renderings = lexicon.renderings(&stem, language, other).into_iter().take(MOST);
            let sure = renderings.filter(|r| r.weight >= LEAST);
            sure.for_each(|r| add(other, simplified(&r.stem).into_owned(), r.weight));
        }
    }
    variants
}

/// The query with what stands in the other languages for the words that it excludes.
pub(super) fn excluding(query: Query, language: Language, lexicon: &Lexicon) -> Query {
    match query {
        Query::Not(inner) => {
            let stems = excluded_stems(&inner, language, lexicon);
            if stems.is_empty() {
                Query::Not(inner)
            } else {
                Query::Not(Box::new(Query::Or(vec![*inner, Query::Stems(stems)])))
            }
        }
        Query::And(parts) => Query::And(parts.into_iter().map(|part| excluding(part, language, lexicon)).collect()),
        Query::Or(parts) => Query::Or(parts.into_iter().map(|part| excluding(part, language, lexicon)).collect()),
        other => other,
    }
}

/// The stems of other languages that surely stand for excluded words; of a phrase single words would
/// exclude too much.
fn excluded_stems(excluded: &Query, language: Language, lexicon: &Lexicon) -> Vec<(Language, String)> {
    let words = match excluded {
        Query::Word(word) => vec![word.as_str()],
        Query::Or(parts) => parts.iter().filter_map(single).collect(),
        _ => Vec::new(),
    };
    let all = words.into_iter().flat_map(|word| variants(word, language, lexicon));
    let sure = all.filter(|variant| variant.language != language && variant.weight >= SURE);
    sure.map(|variant| (variant.language, variant.stem)).collect()
}

fn single(query: &Query) -> Option<&str> {
    if let Query::Word(word) = query { Some(word) } else { None }
}

#[cfg(test)]
mod tests {
    use super::{Variant, excluding, variants};
    use crate::domain::Language::{En, Es};
    use crate::search::query::tree::Query;
    use crate::text::lexicon::Lexicon;

    #[test]
    fn an_exclusion_holds_in_other_languages_where_the_rendering_is_sure() {
        let stem = crate::text::stemming::stems_of("children", En).remove(0);
        let lexicon = Lexicon::new([("niñ", 0.8), ("men", 0.1)].map(|(es, w)| (Es, stem.clone(), es.to_owned(), w)));
        let told = variants("children", En, &lexicon);
        let is_known =
            |wanted: &str| told.iter().any(|Variant { language, stem, .. }| *language == Es && stem == wanted);
        assert!(is_known("niñ") && is_known("men"));
        let read = excluding(Query::Not(Box::new(Query::Word("children".to_owned()))), En, &lexicon);
        let Query::Not(inner) = read else { panic!("an exclusion stays one") };
        let Query::Or(parts) = *inner else { panic!("what it excludes is alternatives") };
        assert!(matches!(&parts[1], Query::Stems(stems) if stems.contains(&(Es, "niñ".to_owned()))));
    }
}
