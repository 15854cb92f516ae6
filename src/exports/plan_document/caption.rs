//! Words that the plan carries besides what people have written into it.

use serde::Serialize;

use crate::domain::plan::Edition;
use crate::domain::{Message, Values, fields};

/// A caption of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case", prefix = "plan-document-")]
pub(in crate::exports) enum PlanCaption {
    Title { name: String },
    Contents,
    Outcome,
    NoOutcome,
    NoMeasure,
    Recommendations,
    Unanswered { count: usize, all: usize },
    Measure,
    Number,
    Answers,
    Lead,
    Support,
    Time,
    Indicators,
    Status,
    Budget,
    Lacking { amount: String },
    Assistance,
    Obstacles,
    Loose,
    AsOf { date: String, measures: usize, recommendations: usize, answered: usize },
    Baseline { value: String },
    Target { value: String },
    NotNeeded { reason: String },
    Rest { clusters: usize },
    Gap,
    ClosedEdition { name: String, date: String },
}

impl PlanCaption {
    /// That a plan is a closed edition; nothing of the plan at work.
    pub(in crate::exports) fn closed(edition: Option<&Edition>) -> Option<Self> {
        edition.map(|own| Self::ClosedEdition { name: own.name.clone(), date: own.closed.to_string() })
    }
}

impl Message for PlanCaption {
    fn code(&self) -> &'static str {
        self.into()
    }

    fn values(&self) -> Values {
        fields(self)
    }
}
