//! Words that written files carry besides their data: titles, names of sheets, remarks.

use serde::Serialize;

use crate::domain::{Message, Values, fields};

/// Something that stands in a file and is no data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "caption-")]
pub(super) enum Caption {
    /// Title over the plan.
    PlanTitle {
        /// Whose plan it is.
        name: String,
    },
    /// Name of the sheet of the plan.
    PlanSheet,
    /// How much of a plan rests on what people or files say.
    PlanDecided {
        /// Recommendations that it answers.
        recommendations: usize,
        /// Its rows.
        rows: usize,
        /// Rows whose lead has been named.
        leads: usize,
        /// Rows whose targets have been named.
        targets: usize,
    },
    /// How many recommendations a filter leaves out.
    PlanFiltered {
        /// How many.
        count: usize,
    },
    /// How many recommendations of other States are left out.
    PlanAside {
        /// How many.
        count: usize,
    },
    /// The day that a plan is of.
    PlanDay {
        /// The day.
        date: String,
    },
    /// What a model proposes, in a table without italics.
    PlanProposed {
        /// The proposal.
        text: String,
    },
    /// Name of the sheet that says what results are.
    AboutSheet,
    /// Name of the sheet of counts.
    CountsSheet,
    /// Name of the sheet of records.
    RecordsSheet,
    /// What a cell of the status column says when it is chosen.
    ChooseStatus,
    /// Foot of a page.
    Page {
        /// Its number, or the mark that stands for it.
        page: String,
        /// How many pages there are, or the mark that stands for it.
        pages: String,
    },
    /// Heading of counts: the field.
    Field,
    /// Heading of counts: its value.
    Value,
    /// Heading of counts: the level of the value.
    Level,
    /// Heading of counts: how many records.
    Records,
    /// What stands for records without a value.
    NoValue,
    /// Name of the counts of a field.
    RecordsBy {
        /// The field.
        field: String,
    },
    /// What ends a list of counts that is cut.
    MoreValues {
        /// How many values there are.
        count: usize,
    },
    /// Who recommends.
    By {
        /// Names of States.
        states: String,
    },
    /// The cluster of a record.
    Cluster {
        /// Its number.
        number: String,
    },
    /// The cluster that a recommendation stands in besides its row's.
    AlsoIn {
        /// Its number.
        number: String,
    },
    /// When a record without a date was made.
    Session {
        /// Number of the session.
        session: String,
    },
    /// The same where the year of the session is known.
    SessionOfYear {
        /// Number of the session.
        session: String,
        /// Its year.
        year: String,
    },
    /// One of two bodies, which nobody has chosen between yet.
    Either {
        /// The likelier.
        one: String,
        /// The other.
        other: String,
    },
    /// What ends a cell that is cut.
    CutCell {
        /// Characters that are left out.
        characters: usize,
    },
}

impl Message for Caption {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::Caption;
    use crate::exports::ExportError;
    use crate::i18n::Words;

    #[test]
    fn every_caption_and_every_failure_has_words() {
        for code in Caption::VARIANTS.iter().chain(ExportError::VARIANTS) {
            assert!(Words::english().knows(code), "{code}");
        }
        let page = Caption::Page { page: "&P".to_owned(), pages: "&N".to_owned() };
        assert_eq!(Words::english().say(&page), "Page &P of &N");
    }
}
