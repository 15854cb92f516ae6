//! Cards, written: what a model was fitted to and how well it did where it had not looked.

use std::collections::BTreeMap;
use std::fmt::Write;

use jiff::civil::Date;

use crate::analysis::models::{Card, Figure};
use crate::domain::Fingerprint;

/// Figures by model name.
pub(super) type Figures = BTreeMap<&'static str, Vec<Figure>>;

/// What a card says of a model besides its figures.
pub(super) struct About {
    /// Name of the model and of its file.
    pub(super) name: &'static str,
    /// What it does.
    pub(super) purpose: &'static str,
    /// What it was fitted to.
    pub(super) data: String,
    /// How the figures were taken.
    pub(super) split: String,
    /// Method, with its source.
    pub(super) method: &'static str,
}

/// The card of a model file of those bytes.
pub(super) fn card(about: About, date: Date, bytes: &[u8], figures: Vec<Figure>) -> Card {
    Card {
        name: about.name.to_owned(),
        purpose: about.purpose.to_owned(),
        data: about.data,
        split: about.split,
        method: about.method.to_owned(),
        date,
        licence: "Apache-2.0 OR MIT".to_owned(),
        hash: Fingerprint::of(bytes).to_string(),
        figures,
    }
}

/// The card as JSON, as it is read back.
pub(super) fn to_json(card: &Card) -> String {
    serde_json::to_string_pretty(card).expect("a card is plain data") + "\n"
}

/// The card as a Markdown page.
pub(super) fn markdown(card: &Card) -> String {
    let mut page = format!(
        "# {}\n\n{}\n\n- Data: {}\n- Split: {}\n- Method: {}\n- Date: {}\n- Licence: {}\n- Hash (BLAKE3, first 16): `{}`\n\n| measure | value | of |\n|---|---|---|\n",
        card.name, card.purpose, card.data, card.split, card.method, card.date, card.licence, card.hash
    );
    for figure in &card.figures {
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| {} | {:.3} | {} |", figure.measure, figure.value, figure.of);
    }
    page
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{About, card, markdown, to_json};
    use crate::analysis::models::{Card, Figure};

    #[test]
    fn a_card_reads_back_as_it_was_and_its_page_has_its_figures() {
        let split = "whole harbours held out".to_owned();
        let about = About { name: "tides", purpose: "Tells tides.", data: "3 tides".into(), split, method: "Looking" };
        let made = card(about, date(2026, 1, 2), b"tides", vec![Figure::new("tides told", 0.5, 3)]);
        assert_eq!(serde_json::from_str::<Card>(&to_json(&made)).unwrap(), made);
        let page = markdown(&made);
        assert!(page.starts_with("# tides\n\nTells tides.\n") && page.contains("| tides told | 0.500 | 3 |"), "{page}");
    }
}
