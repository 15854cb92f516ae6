//! What stands around the tables that go out: titles, the number of the dispatch, how to write in them. What comes back is
//! told from it, so that a text that somebody has written beside the tables is not passed over.

use jiff::civil::Date;

use crate::domain::exchange::{SheetColumn, SheetPart, note, part_title};
use crate::domain::plan::{Acceptance, IriAnswer, PlanKey, Status};
use crate::domain::{Direction, Language};
use crate::text::plan_words::{answer_words, iri_words, status_words};

/// Columns whose words are explained before the tables of a document.
const EXPLAINED: [SheetColumn; 4] =
    [SheetColumn::Status, SheetColumn::Answer, SheetColumn::Assessment, SheetColumn::Agreed];

/// What a file that goes out says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'f> {
    /// The number of the dispatch.
    pub number: PlanKey,
    /// The name of the plan.
    pub plan: &'f str,
    /// The name of whom it goes to.
    pub to: &'f str,
    /// The day.
    pub on: Date,
    /// Its language.
    pub language: Language,
}

impl Frame<'_> {
    /// The title of the plan.
    #[must_use]
    pub fn title(&self) -> String {
        note("title", self.language).replace("{name}", self.plan)
    }

    /// The number of the dispatch, with its word.
    #[must_use]
    pub fn dispatch(&self) -> String {
        format!("{} {}", note("dispatch", self.language), self.number)
    }

    /// What is said to those who fill the tables in: to whom they go and since when, then how to write in them.
    #[must_use]
    pub fn about(&self) -> Vec<String> {
        let said = |code| note(code, self.language);
        let clearing = format!("{}: {}", said("clearing"), said("clear"));
        // In a language that is read from the right a date would be turned round.
        let mark = if Direction::of(self.language) == Direction::RightToLeft { "\u{200e}" } else { "" };
        let head =
            [format!("{}: {}", said("to"), self.to), format!("{}: {mark}{}", said("sent"), self.on), self.dispatch()];
        let how = ["how", "key", "dates"].map(|code| said(code).to_owned());
        head.into_iter().chain(how).chain([clearing, said("return").to_owned()]).collect()
    }

    /// The words that may stand in columns where only some do, one line a column.
    #[must_use]
    pub fn offers(&self, columns: impl Fn(SheetColumn) -> bool) -> Vec<String> {
        let line = |column: SheetColumn| {
            let words = offered(column, self.language).join(" · ");
            format!("{}: {words}", column.heading(self.language))
        };
        EXPLAINED.into_iter().filter(|column| columns(*column)).map(line).collect()
    }

    /// Every line that a document of it may hold outside its tables.
    pub(super) fn lines(&self) -> Vec<String> {
        let parts = <SheetPart as strum::VariantArray>::VARIANTS.iter();
        let titles = parts.map(|part| part_title(*part, self.language).to_owned());
        [self.title()].into_iter().chain(self.about()).chain(self.offers(|_| true)).chain(titles).collect()
    }
}

/// The words that are offered in a column; none where people write freely.
#[must_use]
pub fn offered(column: SheetColumn, language: Language) -> Vec<String> {
    use strum::VariantArray;
    match column {
        SheetColumn::Status => Status::VARIANTS.iter().map(|own| status_words(*own, language)).collect(),
        SheetColumn::Answer => {
            [Acceptance::Accepted, Acceptance::Refused].map(|own| answer_words(own, language)).to_vec()
        }
        SheetColumn::Agreed => vec![answer_words(Acceptance::Accepted, language)],
        SheetColumn::Assessment => IriAnswer::VARIANTS.iter().map(|own| iri_words(*own, language)).collect(),
        _ => Vec::new(),
    }
}
