//! What a set of results is: all that a researcher needs to cite it and to make it again.

use jiff::civil::Date;
use serde::Serialize;

use crate::domain::{Coded, Message, Values, fields};
use crate::exports::AboutLine;
use crate::i18n::Words;
use crate::search::{Findings, OtherName, SearchRequest};
use crate::workspace::clock;
use crate::workspace::searching::finder::Finder;
use crate::workspace::searching::search::SearchQuery;

/// Something that is said of a set of results: the name of a line, or what stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "about-")]
pub(in crate::workspace) enum AboutResults {
    /// The title of the set.
    Title {
        /// Name of the workspace.
        name: String,
    },
    /// Line of the saved search within which was searched.
    SavedSearch,
    /// Line of the query as typed.
    Query,
    /// Line of the query as it was read.
    Searched,
    /// Line of other names that were looked for.
    AlsoSearched,
    /// Other names that were looked for.
    Widened {
        /// The term of the query.
        term: String,
        /// Its other names, as messages.
        also: Vec<Coded>,
    },
    /// Line of the filters.
    Filters,
    /// Line of the dates.
    Published,
    /// The earliest date.
    From {
        /// As typed.
        date: String,
    },
    /// The latest date.
    To {
        /// As typed.
        date: String,
    },
    /// Line of how many records were found.
    Found,
    /// How many records were found.
    Records {
        /// That fit.
        found: usize,
        /// That were searched.
        all: usize,
    },
    /// Line of what is to be known besides.
    ToBeKnown,
    /// Line of the workspace.
    Workspace,
    /// Line of the version of the data.
    Version,
    /// The version of the data.
    Data {
        /// Fingerprint of what was searched.
        content: String,
        /// Revision of the store.
        revision: u64,
    },
    /// Line of the program.
    MadeWith,
    /// The program.
    Program {
        /// Its version.
        version: &'static str,
    },
    /// Line of the day.
    Date,
    /// Line of the citation.
    Citation,
    /// How the set is cited.
    Cited {
        /// Name of the workspace.
        name: String,
        /// The query with its filters.
        query: String,
        /// How many records were found, as a message.
        found: Coded,
        /// Fingerprint of what was searched.
        content: String,
        /// Version of the program.
        version: &'static str,
        /// The day.
        day: Date,
    },
}

impl Message for AboutResults {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

impl Finder {
    /// The lines that tell what a set is, names and values; those without a value are left out.
    pub(in crate::workspace) fn about(
        &self,
        query: &SearchQuery,
        request: &SearchRequest,
        findings: &Findings,
        words: &Words,
    ) -> Vec<AboutLine> {
        let filters = filters(request);
        let (name, content) = (self.settings.name.clone(), self.index.stamp().content().to_owned());
        let (version, day) = (env!("CARGO_PKG_VERSION"), clock::today());
        let found = AboutResults::Records { found: findings.total, all: self.index.len() };
        let data = AboutResults::Data { content: content.clone(), revision: self.index.stamp().origin.revision };
        let cited = AboutResults::Cited {
            name: name.clone(),
            query: [query.text.as_str(), &filters].join(" ").trim().to_owned(),
            found: Coded::from(&found),
            content,
            version,
            day,
        };
        let within = query.within.as_ref().map(|saved| saved.name.clone()).unwrap_or_default();
        let lines = [
            (AboutResults::SavedSearch, within),
            (AboutResults::Query, query.text.clone()),
            (AboutResults::Searched, findings.reading.clone()),
            (AboutResults::AlsoSearched, said(&widened(findings), "; ", words)),
            (AboutResults::Filters, filters),
            (AboutResults::Published, said(&dates(query), " ", words)),
            (AboutResults::Found, words.say(&found)),
            (AboutResults::ToBeKnown, self.to_be_known(findings, words)),
            (AboutResults::Workspace, name),
            (AboutResults::Version, words.say(&data)),
            (AboutResults::MadeWith, words.say(&AboutResults::Program { version })),
            (AboutResults::Date, day.to_string()),
            (AboutResults::Citation, words.say(&cited)),
        ];
        lines
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(line, value)| AboutLine::of(words.say(&line), value))
            .collect()
    }

    /// What could not be read or answered as it seems to be meant, and what is to be known of the index.
    fn to_be_known(&self, findings: &Findings, words: &Words) -> String {
        let of_index = self.freshness().note().map(|note| words.coded(&note));
        let said = findings.notes.iter().map(|note| words.say(note)).chain(of_index);
        said.collect::<Vec<_>>().join("; ")
    }
}

fn filters(request: &SearchRequest) -> String {
    let filled = request.filters.iter().filter(|filter| !filter.values.is_empty());
    let filters: Vec<String> =
        filled.map(|filter| format!("{}: {}", filter.facet.name(), filter.values.join(", "))).collect();
    filters.join("; ")
}

fn widened(findings: &Findings) -> Vec<AboutResults> {
    let coded = |names: &[OtherName]| names.iter().map(Coded::from).collect();
    let terms = findings.widened.iter();
    terms.map(|of| AboutResults::Widened { term: of.term.clone(), also: coded(&of.also) }).collect()
}

fn dates(query: &SearchQuery) -> Vec<AboutResults> {
    let from = query.from.iter().map(|date| AboutResults::From { date: date.clone() });
    from.chain(query.to.iter().map(|date| AboutResults::To { date: date.clone() })).collect()
}

fn said(messages: &[AboutResults], between: &str, words: &Words) -> String {
    messages.iter().map(|message| words.say(message)).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::AboutResults;
    use crate::domain::Coded;
    use crate::i18n::Words;

    #[test]
    fn everything_that_is_said_of_a_set_has_words() {
        for code in AboutResults::VARIANTS {
            assert!(Words::english().knows(code), "{code}");
        }
        let cited = AboutResults::Cited {
            name: "Peru".to_owned(),
            query: "torture state: PER".to_owned(),
            found: Coded::from(&AboutResults::Records { found: 3, all: 40 }),
            content: "0a1b".to_owned(),
            version: "0.1.0",
            day: jiff::civil::date(2019, 6, 30),
        };
        let said =
            "Peru, search for \u{201c}torture state: PER\u{201d}: 3 of 40 records; data 0a1b; Weft 0.1.0, 2019-06-30";
        assert_eq!(Words::english().say(&cited), said);
    }
}
