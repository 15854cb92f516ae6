//! Who answers for a record: a type of entity, and the body of that type where a person or a
//! file has named one.
//!
//! As the value of a tag a type stands by its code, and a body behind its type: `justice`, `justice/MOJ`. What was
//! decided before bodies could be named is a type, and reads as one.

use super::Provenance;

/// What parts the type from the body; no code of a type holds it.
const BEHIND: char = '/';

/// A type of entity that answers for a record, and what people have said of its bodies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntityLink {
    /// Code of the type.
    pub entity_type: String,
    /// Code in the register of the body that a person or a file has named.
    pub body: Option<String>,
    /// Codes of the bodies of the type that a person has refused.
    pub refused: Vec<String>,
}

/// Who leads, and how sure that is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    /// Who.
    pub link: EntityLink,
    /// Who says so.
    pub provenance: Provenance,
    /// The type that is nearly as likely, where a model cannot tell the two apart.
    pub rival: Option<String>,
}

impl EntityLink {
    /// The link of a value of a tag; `refused` are the values that people have refused.
    #[must_use]
    pub fn of<'v>(value: &str, refused: impl Iterator<Item = &'v str>) -> Self {
        let (entity_type, body) = parts(value);
        let of_type = refused.map(parts).filter(|(own, _)| *own == entity_type);
        Self {
            entity_type: entity_type.to_owned(),
            body: body.map(str::to_owned),
            refused: of_type.filter_map(|(_, body)| body).map(str::to_owned).collect(),
        }
    }

    /// A type of which nothing more is known.
    #[must_use]
    pub fn of_type(code: &str) -> Self {
        Self::of(code, std::iter::empty())
    }

    /// The value that it stands by.
    #[must_use]
    pub fn value(&self) -> String {
        let body = self.body.as_deref();
        body.map_or_else(|| self.entity_type.clone(), |body| body_value(&self.entity_type, body))
    }

    /// Whether the two may mean one body: they are of one type, and name no two bodies.
    #[must_use]
    pub fn may_be(&self, other: &Self) -> bool {
        let is_open = self.body.is_none() || other.body.is_none();
        self.entity_type == other.entity_type && (is_open || self.body == other.body)
    }
}

impl Lead {
    /// Whether it stands alone: no other type is nearly as likely.
    #[must_use]
    pub const fn is_sure(&self) -> bool {
        self.rival.is_none()
    }
}

/// The value of a body behind its type.
#[must_use]
pub fn body_value(entity_type: &str, body: &str) -> String {
    format!("{entity_type}{BEHIND}{body}")
}

/// The type of a value, alone or before a body.
#[must_use]
pub fn type_of(value: &str) -> &str {
    parts(value).0
}

/// The body of a value, where it names one.
#[must_use]
pub fn body_of(value: &str) -> Option<&str> {
    parts(value).1
}

fn parts(value: &str) -> (&str, Option<&str>) {
    value.split_once(BEHIND).map_or((value, None), |(entity_type, body)| (entity_type, Some(body)))
}

#[cfg(test)]
mod tests {
    use super::{EntityLink, body_value, type_of};

    #[test]
    fn a_body_stands_behind_its_type_and_a_type_alone_names_none() {
        let value = body_value("justice", "MOJ/2");
        let link = EntityLink::of(&value, ["justice/PRISONS", "health/MOH", "justice"].into_iter());
        assert_eq!((link.entity_type.as_str(), link.body.as_deref()), ("justice", Some("MOJ/2")));
        assert_eq!(link.value(), value);
        assert_eq!(link.refused, ["PRISONS"], "those of the type alone");
        assert_eq!((type_of(&value), EntityLink::of_type("justice").body), ("justice", None));
    }

    #[test]
    fn a_type_may_be_any_of_its_bodies_and_two_bodies_are_two() {
        let may_be = |a: &str, b: &str| {
            let [a, b] = [a, b].map(|value| EntityLink::of(value, std::iter::empty()));
            a.may_be(&b)
        };
        assert!(may_be("justice", "justice/MOJ") && may_be("justice/MOJ", "justice/MOJ"));
        assert!(!may_be("justice/MOJ", "justice/PRISONS") && !may_be("justice", "health"));
    }
}
