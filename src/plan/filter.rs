//! Which recommendations and rows a plan keeps, where not all are wanted.

use serde::{Deserialize, Serialize};

use crate::domain::plan::Measure;
use crate::domain::{Cycle, Entity, EntityLink, Lead, Mechanism, Position, SettledRecord};
use crate::view::{Refusal, View};

/// What must hold of a recommendation, and of the lead of its row. The values of one field are alternatives; a field
/// without values asks nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFilter {
    /// Cycles of the review; what is of no session is of none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cycles: Vec<Cycle>,
    /// Positions; what is supported may be said to be implemented already too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Position>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mechanisms: Vec<Mechanism>,
    /// Who leads, by code or name in the register or of its type, as settled or as one of two that may.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<String>,
}

impl PlanFilter {
    /// Whether it keeps all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self == &Self::default()
    }

    /// The same with the codes of those who lead, by whatever name they were given.
    ///
    /// # Errors
    /// When nobody is called so, or the register cannot be read.
    pub(super) fn resolved(&self, view: &View) -> Result<Self, Refusal> {
        let leads = self.leads.iter().map(|name| view.body_code(name)).collect::<Result<_, _>>()?;
        Ok(Self { leads, ..self.clone() })
    }

    /// Whether a recommendation is wanted.
    pub(super) fn keeps(&self, settled: &SettledRecord) -> bool {
        let record = &settled.record;
        let is_of_cycle = || record.cycle().is_some_and(|cycle| self.cycles.contains(&cycle));
        (self.cycles.is_empty() || is_of_cycle())
            && (self.positions.is_empty() || self.positions.iter().any(|wanted| stands_for(*wanted, record.position)))
            && (self.mechanisms.is_empty() || self.mechanisms.contains(&record.mechanism))
    }

    /// Whether a row is wanted by those who lead its measures.
    pub(super) fn keeps_leading(&self, measures: &[&Measure]) -> bool {
        let leads = |code: &String| measures.iter().any(|measure| measure.lead.contains_key(code));
        self.leads.is_empty() || self.leads.iter().any(leads)
    }

    /// Whether a row with such a lead is wanted.
    pub(super) fn keeps_lead(&self, lead: Option<&Lead>, register: &[Entity]) -> bool {
        let is_led_by = |code: &String| {
            let may = |link: &EntityLink| may_mean(link, code, register);
            let may_rival = |lead: &Lead| lead.rival.as_deref().is_some_and(|rival| may(&EntityLink::of_type(rival)));
            lead.is_some_and(|lead| may(&lead.link) || may_rival(lead))
        };
        self.leads.is_empty() || self.leads.iter().any(is_led_by)
    }
}

fn stands_for(wanted: Position, own: Position) -> bool {
    wanted == own || (wanted == Position::Supported && own == Position::SupportedImplemented)
}

/// Whether a link may mean a body or a type of this code.
fn may_mean(link: &EntityLink, code: &str, register: &[Entity]) -> bool {
    let own = register.iter().find(|entity| entity.code == code);
    match (own, &link.body) {
        (Some(own), Some(body)) => own.code == *body,
        (Some(own), None) => own.entity_type == link.entity_type && !link.refused.contains(&own.code),
        (None, _) => link.entity_type == code,
    }
}

#[cfg(test)]
mod tests {
    use super::{Entity, EntityLink, PlanFilter, Position, may_mean, stands_for};

    #[test]
    fn support_holds_of_what_is_implemented_and_a_named_body_is_no_other_of_its_type() {
        assert!(stands_for(Position::Supported, Position::SupportedImplemented));
        assert!(!stands_for(Position::Supported, Position::PartlySupported));
        let body = |code: &str| Entity {
            code: code.to_owned(),
            name: code.to_owned(),
            short_name: String::new(),
            entity_type: "health".to_owned(),
            mandate: Vec::new(),
            contact: String::new(),
        };
        let register = [body("MOH"), body("IPH")];
        let link = |value: &str, refused: &[&str]| EntityLink::of(value, refused.iter().copied());
        assert!(may_mean(&link("health/MOH", &[]), "MOH", &register));
        assert!(!may_mean(&link("health/MOH", &[]), "IPH", &register));
        assert!(
            may_mean(&link("health", &[]), "IPH", &register) && may_mean(&link("health", &[]), "health", &register)
        );
        assert!(!may_mean(&link("health", &["health/IPH"]), "IPH", &register));
        assert!(PlanFilter::default().is_empty());
    }
}
