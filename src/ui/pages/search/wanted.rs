//! What the address of a search asks for: words, values of fields that are wanted or not, the order. Equal searches have
//! equal addresses: what stands for itself is left out, names and values stand in their order.

use super::super::parts::encoded;
use crate::domain::Facet;
use crate::ui::form::Form;
use crate::workspace::{Order, SearchQuery};

/// What stands before the name of a field whose value is not wanted.
const NOT: &str = "not.";
/// Names of an address that are no fields.
pub(super) const OTHERS: [&str; 3] = ["q", "from", "sort"];
/// Orders by the names that addresses give them; the first where none is named.
pub(super) const ORDERS: [(&str, Order); 4] = [
    ("relevance", Order::Relevance),
    ("date", Order::Date),
    ("reference", Order::Reference),
    ("cluster", Order::Cluster),
];

/// A value of a field that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Chosen {
    pub(super) facet: Facet,
    pub(super) value: String,
    /// Whether records with it are left out.
    pub(super) is_excluded: bool,
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    pub(super) words: String,
    pub(super) chosen: Vec<Chosen>,
    /// The name of the order; empty for the first.
    pub(super) order: String,
    pub(super) from: usize,
}

impl Wanted {
    pub(super) fn of(form: &Form) -> Self {
        let chosen = |(name, value): &(String, String)| {
            let bare = name.strip_prefix(NOT);
            let facet = Facet::of_name(bare.unwrap_or(name))?;
            let value = value.trim().to_owned();
            (!value.is_empty()).then_some(Chosen { facet, value, is_excluded: bare.is_some() })
        };
        let mut all: Vec<Chosen> = form.0.iter().filter_map(chosen).collect();
        all.sort();
        all.dedup();
        let is_known = |order: &&str| ORDERS[1..].iter().any(|(name, _)| name == order);
        let order = Some(form.get("sort")).filter(is_known).unwrap_or_default().to_owned();
        Self { words: form.get("q").trim().to_owned(), chosen: all, order, from: form.number("from", 0) }
    }

    /// Whether nothing is asked for.
    pub(super) fn is_all(&self) -> bool {
        self.words.is_empty() && self.chosen.is_empty()
    }

    /// The query of `most` records from where the address begins.
    pub(super) fn query(&self, most: usize) -> SearchQuery {
        let mut query = SearchQuery { limit: most, offset: self.from, folds: true, ..SearchQuery::default() };
        // Words with OR stay together where values are taken away from what they find.
        let excluded = || self.chosen.iter().filter(|own| own.is_excluded);
        let words = if excluded().next().is_some() && !self.words.is_empty() {
            format!("({})", self.words)
        } else {
            self.words.clone()
        };
        let left_out = excluded().map(|own| format!("-{}:\"{}\"", own.facet.name(), own.value.replace('"', " ")));
        query.text = std::iter::once(words).chain(left_out).collect::<Vec<_>>().join(" ").trim().to_owned();
        for own in self.chosen.iter().filter(|own| !own.is_excluded) {
            query.filters.entry(own.facet).or_default().push(own.value.clone());
        }
        query.sort = ORDERS.iter().find(|(name, _)| *name == self.order).map_or(Order::default(), |(_, order)| *order);
        query
    }

    /// The same with one more value; one that was chosen already stands once.
    pub(super) fn with(&self, facet: Facet, value: &str, is_excluded: bool) -> Self {
        let mut wanted = Self { from: 0, ..self.clone() };
        wanted.chosen.retain(|own| own.facet != facet || own.value != value);
        wanted.chosen.push(Chosen { facet, value: value.to_owned(), is_excluded });
        wanted.chosen.sort();
        wanted
    }

    /// The same without one of the values.
    pub(super) fn without(&self, chosen: &Chosen) -> Self {
        let mut wanted = Self { from: 0, ..self.clone() };
        wanted.chosen.retain(|own| own != chosen);
        wanted
    }

    /// Names and values, as an address or a form says them.
    pub(super) fn pairs(&self) -> Vec<(String, String)> {
        let words = (!self.words.is_empty()).then(|| ("q".to_owned(), self.words.clone()));
        let chosen = self.chosen.iter().map(|own| {
            let not = if own.is_excluded { NOT } else { "" };
            (format!("{not}{}", own.facet.name()), own.value.clone())
        });
        let order = (!self.order.is_empty()).then(|| ("sort".to_owned(), self.order.clone()));
        let from = (self.from > 0).then(|| ("from".to_owned(), self.from.to_string()));
        let mut rest: Vec<(String, String)> = chosen.chain(order).chain(from).collect();
        rest.sort();
        words.into_iter().chain(rest).collect()
    }

    /// Its part of an address, with the question mark; empty where nothing is asked for.
    pub(super) fn asked(&self) -> String {
        let pairs: Vec<String> =
            self.pairs().iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }

    /// The address of the page.
    pub(super) fn address(&self) -> String {
        format!("/search{}", self.asked())
    }
}

#[cfg(test)]
mod tests {
    use super::{Chosen, Wanted};
    use crate::domain::Facet;
    use crate::ui::form::Form;

    fn wanted(pairs: &[(&str, &str)]) -> Wanted {
        Wanted::of(&Form(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()))
    }

    #[test]
    fn equal_searches_have_equal_addresses() {
        let one = wanted(&[("position", "noted"), ("q", "torture "), ("mechanism", "upr"), ("sort", "relevance")]);
        let other = wanted(&[("q", "torture"), ("mechanism", "upr"), ("mechanism", "upr"), ("position", "noted")]);
        assert_eq!(one.address(), "/search?q=torture&mechanism=upr&position=noted");
        assert_eq!(one.address(), other.address());
        assert_eq!(wanted(&[("sort", "sideways"), ("from", "0")]).address(), "/search");
    }

    #[test]
    fn what_is_left_out_stays_left_out_of_all_that_words_find() {
        let query = wanted(&[("q", "torture OR prison"), ("not.theme", "A4"), ("cycle", "3")]).query(25);
        assert_eq!(query.text, "(torture OR prison) -theme:\"A4\"");
        assert_eq!(query.filters[&Facet::Cycle], ["3"]);
    }

    #[test]
    fn a_value_is_chosen_once_and_goes_by_itself() {
        let asked = wanted(&[("mechanism", "upr"), ("from", "50")]);
        let with = asked.with(Facet::Mechanism, "upr", true);
        assert_eq!(with.address(), "/search?not.mechanism=upr");
        let chosen = Chosen { facet: Facet::Mechanism, value: "upr".to_owned(), is_excluded: true };
        assert_eq!(with.without(&chosen).address(), "/search");
    }
}
